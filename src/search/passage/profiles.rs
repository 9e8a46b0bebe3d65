//! What each role is known by as a whole: the words of its tasks, of its titles and of what it works with.

use super::super::Engine;
use super::super::corpus::BREAK;
use super::words::{self, Words};
use super::{Passage, Signs};
use crate::catalog::{KindId, Role, RoleId};

/// The profiles of all roles.
pub struct Profiles {
    /// The words of tasks, of the activities that they belong to, and of the summary.
    tasks: Words,
    titles: Words,
    /// The words, and pairs of them, of software and tools and of their kinds.
    things: Words,
    /// Pairs of words that stand side by side in titles and tasks.
    pairs: Words,
    roles: usize,
}

/// The words of a role's texts, by kind.
#[derive(Default)]
struct Texts {
    tasks: Vec<u32>,
    titles: Vec<u32>,
    things: Vec<u32>,
    pairs: Vec<u32>,
}

impl Profiles {
    pub fn of(engine: &Engine) -> Self {
        let kinds: Vec<Vec<u16>> = engine.base.kinds.iter().map(|kind| engine.telling_stems(kind)).collect();
        let texts: Vec<Texts> =
            engine.base.roles_with_ids().map(|(id, role)| texts(engine, id, role, &kinds)).collect();
        let roles = texts.len();
        let mut fields = [const { Vec::new() }; 4];
        for Texts { tasks, titles, things, pairs } in texts {
            fields.iter_mut().zip([tasks, titles, things, pairs]).for_each(|(field, words)| field.push(words));
        }
        let [tasks, titles, things, pairs] = fields;
        Self {
            tasks: Words::of(words::SINGLES, &tasks),
            titles: Words::of(words::SINGLES, &titles),
            things: Words::of(words::ALL, &things),
            pairs: Words::of(words::ALL, &pairs),
            roles,
        }
    }

    /// How much a stem tells: the natural logarithm of how rare it is among the roles' tasks.
    pub fn tells(&self, stem: u16) -> f32 {
        self.tasks.tells(stem)
    }

    /// What the words of passages say of each role.
    pub fn signs(&self, passages: &[(&Passage, f32)]) -> Vec<Signs> {
        let said = |singles: bool, pairs: bool| {
            let mut said: Vec<(u32, f32)> = Vec::new();
            let mut rows = Vec::new();
            for (passage, weight) in passages {
                words::add(&passage.stems, singles, pairs, &mut rows);
                said.extend(rows.drain(..).map(|row| (row, *weight)));
            }
            said.sort_unstable_by_key(|(row, _)| *row);
            let times = |same: &[(u32, f32)]| {
                Some((same.first()?.0, (1.0 + same.iter().map(|(_, weight)| weight).sum::<f32>()).ln()))
            };
            said.chunk_by(|(a, _), (b, _)| a == b).filter_map(times).collect::<Vec<(u32, f32)>>()
        };
        let roles = self.roles;
        let (singles, pairs, both) = (said(true, false), said(false, true), said(true, true));
        let held = [
            self.tasks.held(&singles, roles),
            self.titles.held(&singles, roles),
            self.things.held(&both, roles),
            self.pairs.held(&pairs, roles),
        ];
        let [tasks, titles, things, pairs] = held.map(Vec::into_iter);
        let held = tasks.zip(titles).zip(things.zip(pairs));
        held.map(|((tasks, titles), (things, pairs))| Signs { tasks, titles, things, pairs, ..Signs::default() })
            .collect()
    }
}

/// The words of all texts of a role.
fn texts(engine: &Engine, id: RoleId, role: &Role<'_>, kinds: &[Vec<u16>]) -> Texts {
    let Texts { mut tasks, mut titles, mut things, mut pairs } = Texts::default();
    for document in engine.layout.tasks(id).take(role.tasks.len()) {
        each_part(engine, document, |stems| {
            words::add(stems, true, false, &mut tasks);
            words::add(stems, false, true, &mut pairs);
        });
    }
    let first = engine.layout.title(id);
    for document in first..first + engine.layout.titles(id) {
        each_part(engine, document, |stems| {
            words::add(stems, true, false, &mut titles);
            words::add(stems, false, true, &mut pairs);
        });
    }
    let software = role.software.iter().map(|used| (engine.layout.of_software(used.software), used.category));
    let tools = role.tools.iter().map(|used| (engine.layout.of_tool(used.tool), used.commodity));
    for (document, KindId(kind)) in software.chain(tools) {
        each_part(engine, document, |stems| words::add(stems, true, true, &mut things));
        words::add(kinds.get(usize::from(kind)).map_or(&[][..], Vec::as_slice), true, false, &mut things);
    }
    let summary = engine.telling_stems(role.summary);
    words::add(&summary, true, false, &mut tasks);
    words::add(&summary, false, true, &mut pairs);
    Texts { tasks, titles, things, pairs }
}

/// The stems of a document that say something, part by part: words on two sides of a break are no neighbours.
fn each_part(engine: &Engine, document: u32, mut take: impl FnMut(&[u16])) {
    let mut stems: Vec<u16> = Vec::with_capacity(32);
    for word in engine.corpus.document(document) {
        if word == BREAK {
            take(&stems);
            stems.clear();
        } else if !engine.little.contains(word) {
            stems.extend(engine.corpus.stem(word));
        }
    }
    take(&stems);
}
