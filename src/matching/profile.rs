//! A text beside one role: its duties with their nearest tasks, what it names, and what is typical and not in it.

use std::collections::HashSet;

use crate::catalog::{Catalog, Label, RoleId, SoftwareUse};
use crate::search::{Engine, Found, NearTask, Passage};

use super::found::{Matched, TIED, TIED_ELSEWHERE};
use super::mix::Mix;
use super::text::Text;

/// The tasks of so many other roles are looked at, the likeliest ones.
const OTHERS: usize = 6;

/// A text beside a role.
#[derive(Clone, Debug)]
pub struct Profile {
    pub role: RoleId,
    /// The duties of the text, in its order.
    pub duties: Vec<Duty>,
    /// The products, tools and skills that it names, each once, in its order.
    pub things: Vec<Thing>,
    /// Tasks of the role that no duty is near to, by their place, the most important first.
    pub missing: Vec<u16>,
    /// The mix of the text's duties.
    pub mix: Mix,
    /// That of the role's tasks.
    pub own: Mix,
}

/// A duty of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duty {
    /// The place of its sentence.
    pub sentence: usize,
    /// The task that it is nearest to: one of the role's where one is near enough, else another role's; none where no task
    /// is near.
    pub nearest: Option<NearTask>,
    /// Whether that is a task of the role.
    pub is_own: bool,
}

/// Something that a text names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thing {
    /// The first sentence that names it.
    pub sentence: usize,
    pub found: Found,
    /// How the role uses it.
    pub usage: Use,
}

/// How a role uses a thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Use {
    /// It does not.
    No,
    /// As software, with its flags.
    Software(SoftwareUse),
    /// As a tool, or as a skill that it is rated for.
    Yes,
}

impl Duty {
    /// GPT-4's label of the nearest task.
    pub fn label(&self, catalog: &Catalog<'_>) -> Option<Label> {
        let near = self.nearest?;
        let task = catalog.role(near.role)?.tasks.get(usize::from(near.place))?;
        Some(task.labels?.gpt4)
    }
}

impl Matched {
    /// The text beside a role.
    pub fn profile(&self, engine: &Engine, text: &Text, role: RoleId) -> Profile {
        let catalog = engine.catalog();
        let duties: Vec<Duty> = self
            .duties(text)
            .map(|(sentence, passage)| {
                let own = engine.near_tasks(passage, role).first().copied().filter(|near| near.likeness >= TIED);
                let nearest = own.or_else(|| self.nearest_of_others(engine, passage, role));
                Duty { sentence, nearest, is_own: own.is_some() }
            })
            .collect();
        let known = catalog.role(role);
        let mut things: Vec<Thing> = Vec::new();
        for (sentence, passage) in &self.read {
            for named in &passage.names {
                if things.iter().all(|thing| thing.found != named.found) {
                    let usage = known.map_or(Use::No, |known| match named.found {
                        Found::Software(id) => known
                            .software
                            .iter()
                            .find(|used| used.software == id)
                            .map_or(Use::No, |used| Use::Software(*used)),
                        Found::Tool(id) if known.tools.iter().any(|used| used.tool == id) => Use::Yes,
                        Found::Skill(id) if known.capabilities.iter().any(|rating| rating.element == id) => Use::Yes,
                        _ => Use::No,
                    });
                    if !named.is_sure && usage == Use::No {
                        continue;
                    }
                    things.push(Thing { sentence: *sentence, found: named.found, usage });
                }
            }
        }
        let said = self.read.iter().flat_map(|(_, passage)| engine.near_tasks(passage, role));
        let said: HashSet<u16> = said.filter(|near| near.likeness >= TIED).map(|near| near.place).collect();
        let tasks = known.map_or(0, |known| u16::try_from(known.tasks.len()).unwrap_or(u16::MAX));
        let missing = (0..tasks).filter(|place| !said.contains(place)).collect();
        let mix = Mix::of(duties.iter().map(|duty| duty.label(catalog)));
        let own = known.map(Mix::of_role).unwrap_or_default();
        Profile { role, duties, things, missing, mix, own }
    }

    /// The task of another likely role that a passage is nearest to; none where none is near.
    fn nearest_of_others(&self, engine: &Engine, passage: &Passage, role: RoleId) -> Option<NearTask> {
        let others = self.roles.iter().map(|near| near.role).filter(|other| *other != role).take(OTHERS);
        let nearest = others.filter_map(|other| engine.near_tasks(passage, other).first().copied());
        let nearest = nearest.reduce(|best, near| if near.likeness > best.likeness { near } else { best })?;
        (nearest.likeness >= TIED_ELSEWHERE).then_some(nearest)
    }
}
