//! The rows of what stands beside the roles.

use std::ops::Range;

use super::MatchView;
use super::side::Side;
use crate::app::target::Target;
use crate::catalog::{Catalog, Figure, Label, Metric, RoleId};
use crate::compare::moves::{ALIKE, Asked, GAP, Move, figures};
use crate::compare::provenance::Ask;
use crate::matching::words::{self, SAY_MORE};
use crate::matching::{FORMULA, Mix, Tie, Use};
use crate::search::{Engine, Found, NearTask};

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// What ties a sentence to the role.
    Tie {
        sentence: usize,
        said: Marked,
        /// What it is: `task`, `software`.
        kind: &'static str,
        /// How near a task is; nothing for what is named.
        near: &'static str,
        there: Marked,
        found: Found,
        role: RoleId,
    },
    /// A duty with its nearest task.
    Duty {
        sentence: usize,
        said: String,
        /// The task, and how near and whose it is.
        task: Option<(NearTask, &'static str, String)>,
        label: Option<Label>,
    },
    /// Something that the text names.
    Thing {
        sentence: usize,
        found: Found,
        name: &'static str,
        /// Whether employers ask for it everywhere, and how the role uses it.
        is_hot: bool,
        usage: Use,
        role: RoleId,
    },
    /// A task that is not mentioned.
    Task { role: RoleId, place: u16, wording: &'static str, label: Option<Label>, importance: String },
    /// How exposed a mix is.
    Mix {
        name: &'static str,
        mix: Mix,
        /// The role whose tasks they are; none for the text's.
        role: Option<RoleId>,
    },
    /// A role that the CV fits, beside the last one.
    Way { from: RoleId, row: Move, probability: String, asks: String, brings: String },
    /// A sentence about all of it.
    Said(String),
}

/// A text with what is marked in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// How many skills are named of each kind.
const NAMED: usize = 3;

impl Row {
    /// The sentence of the text that it is about.
    pub const fn sentence(&self) -> Option<usize> {
        match self {
            Self::Tie { sentence, .. } | Self::Duty { sentence, .. } | Self::Thing { sentence, .. } => Some(*sentence),
            Self::Task { .. } | Self::Mix { .. } | Self::Way { .. } | Self::Said(_) => None,
        }
    }

    /// The role and the figure of it that it shows.
    const fn figure(&self) -> Option<(RoleId, Figure)> {
        match self {
            Self::Tie { found, role, .. } => Some((*role, of(*found))),
            Self::Duty { task: Some((near, ..)), .. } => Some((near.role, Figure::Task(near.place))),
            Self::Thing { found, role, usage, .. } if !matches!(usage, Use::No) => Some((*role, of(*found))),
            Self::Task { role, place, .. } => Some((*role, Figure::Task(*place))),
            _ => None,
        }
    }

    /// What it shows, to be traced.
    pub fn asks(&self) -> Vec<Ask> {
        match (self, self.figure()) {
            (_, Some((role, Figure::Task(place)))) => {
                Ask::each(role, [Figure::Task(place), Figure::TaskLabels(place), Figure::TaskRating(place)])
            }
            (_, Some((role, figure))) => vec![Ask::Of(role, figure)],
            (Self::Mix { role: Some(role), .. }, _) => vec![Ask::Of(*role, Figure::TaskMix { human: false })],
            (Self::Way { from, row, .. }, _) => {
                let mut asks = vec![Ask::Alike(*from, row.role), Ask::Gap(*from, row.role)];
                asks.extend(
                    [Metric::Pay, Metric::Change, Metric::Index].map(|metric| Ask::Shift(metric, *from, row.role)),
                );
                asks
            }
            _ => Vec::new(),
        }
    }

    /// Where Enter leads.
    pub fn target(&self) -> Option<Target> {
        match self {
            Self::Way { row, .. } => Some(Target::Role(row.role)),
            _ => self.figure().and_then(|(role, figure)| Target::of(role, figure)),
        }
    }

    /// Whether it is the mix of the text, which is computed here.
    pub const fn is_own_mix(&self) -> bool {
        matches!(self, Self::Mix { role: None, .. })
    }
}

/// The figure of what was found.
const fn of(found: Found) -> Figure {
    match found {
        Found::Code | Found::Title => Figure::Title,
        Found::Alternate(place) => Figure::Titles { from: place, count: 1 },
        Found::Task(place) => Figure::Task(place),
        Found::Software(id) => Figure::Software(id),
        Found::Tool(id) => Figure::Tool(id),
        Found::Skill(id) => Figure::Rating(id),
    }
}

/// The rows of the side that is shown, for the role under the cursor.
pub fn of_side(view: &MatchView, engine: &Engine) -> Vec<Row> {
    let catalog = engine.catalog();
    let Some(role) = view.near() else { return Vec::new() };
    match view.side {
        Side::Why => ties(view, catalog, role),
        Side::Duties => duties(view, catalog),
        Side::Things => things(view, catalog, role),
        Side::Missing => missing(view, catalog, role),
        Side::Exposure => exposure(view, role),
        Side::LastTitle => from_last_title(view, engine),
    }
}

fn said(text: &str) -> Row {
    Row::Said(text.to_owned())
}

fn ties(view: &MatchView, catalog: &'static Catalog<'static>, id: RoleId) -> Vec<Row> {
    let Some(role) = catalog.role(id) else { return Vec::new() };
    let row = |tie: &Tie| {
        let sentence = view.cut.sentences.get(tie.sentence)?;
        let start = sentence.range.start;
        let inside = |range: &Range<usize>| range.start.saturating_sub(start)..range.end.saturating_sub(start);
        let near = if matches!(tie.found, Found::Task(_)) { words::likeness(tie.likeness) } else { "" };
        Some(Row::Tie {
            sentence: tie.sentence,
            said: Marked { text: view.cut.said(sentence).to_owned(), marks: tie.marked.iter().map(inside).collect() },
            kind: tie.found.word(),
            near,
            there: Marked { text: tie.found.text(catalog, role).to_owned(), marks: tie.marked_there.clone() },
            found: tie.found,
            role: id,
        })
    };
    let rows: Vec<Row> = view.ties.iter().filter_map(row).collect();
    let why =
        "No sentence is near one of its tasks by itself: its words and their meaning as a whole tie the text to it.";
    if rows.is_empty() { vec![said(why)] } else { rows }
}

fn duties(view: &MatchView, catalog: &'static Catalog<'static>) -> Vec<Row> {
    let Some(profile) = &view.profile else { return Vec::new() };
    let rows: Vec<Row> = profile
        .duties
        .iter()
        .filter_map(|duty| {
            let sentence = view.cut.sentences.get(duty.sentence)?;
            let task = duty.nearest.zip(duty.task(catalog)).zip(duty.near_words(catalog));
            Some(Row::Duty {
                sentence: duty.sentence,
                said: words::said(&view.cut, sentence),
                task: task.map(|((near, wording), words)| (near, wording, words)),
                label: duty.label(catalog),
            })
        })
        .collect();
    if rows.is_empty() { vec![said("It says no duties."), said(SAY_MORE)] } else { rows }
}

fn things(view: &MatchView, catalog: &'static Catalog<'static>, role: RoleId) -> Vec<Row> {
    let Some(profile) = &view.profile else { return Vec::new() };
    let row = |thing: &crate::matching::Thing| Row::Thing {
        sentence: thing.sentence,
        found: thing.found,
        name: thing.found.name(catalog).unwrap_or_default(),
        is_hot: matches!(thing.found, Found::Software(id) if words::is_hot(catalog, id)),
        usage: thing.usage,
        role,
    };
    let rows: Vec<Row> = profile.things.iter().map(row).collect();
    if rows.is_empty() { vec![said("It names no product, tool or skill that O*NET knows.")] } else { rows }
}

fn missing(view: &MatchView, catalog: &'static Catalog<'static>, id: RoleId) -> Vec<Row> {
    let Some((profile, role)) = view.profile.as_ref().zip(catalog.role(id)) else { return Vec::new() };
    if role.tasks.is_empty() {
        return vec![said("O*NET has not surveyed this role: no tasks are published for it.")];
    }
    let row = |place: &u16| {
        let task = role.tasks.get(usize::from(*place))?;
        let importance = crate::catalog::words::rated(task.importance);
        let label = task.labels.map(|labels| labels.gpt4);
        Some(Row::Task { role: id, place: *place, wording: task.wording, label, importance })
    };
    let rows: Vec<Row> = profile.missing.iter().filter_map(row).collect();
    if rows.is_empty() { vec![said("It mentions every task of the role.")] } else { rows }
}

fn exposure(view: &MatchView, role: RoleId) -> Vec<Row> {
    let Some(profile) = &view.profile else { return Vec::new() };
    let legend = [Label::E1, Label::E2, Label::E0].map(|label| format!("{} {}", label.word(), label.meaning()));
    vec![
        Row::Mix { name: "this text", mix: profile.mix, role: None },
        Row::Mix { name: "the role's own tasks", mix: profile.own, role: Some(role) },
        Row::Said(profile.coverage()),
        said(FORMULA),
        Row::Said(format!("{}. Rated by GPT-4 (GPTs are GPTs, 2023).", legend.join(", "))),
    ]
}

fn from_last_title(view: &MatchView, engine: &Engine) -> Vec<Row> {
    let catalog = engine.catalog();
    let Some((last, ways)) = view.matched.last_title(&view.cut).zip(view.matched.ways(engine, &view.cut, None)) else {
        return vec![said("It names no title held last: put one above each job, in a line with its years.")];
    };
    let here = catalog.role(ways.from);
    let mut rows = vec![Row::Said(last.words(catalog))];
    rows.extend(here.map(|here| Row::Said(format!("{} {}: {}.", here.code, here.title, figures(catalog, here)))));
    if ways.ways.is_empty() {
        rows.push(said("It fits no other role."));
        return rows;
    }
    let names = |asked: &[Asked], by: bool| {
        let name = |asked: &Asked| {
            if by { format!("{} {:+.2}", asked.name(catalog), asked.beyond()) } else { asked.name(catalog) }
        };
        let names: Vec<String> = asked.iter().take(NAMED).map(name).collect();
        if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
    };
    rows.extend(ways.ways.iter().map(|way| Row::Way {
        from: ways.from,
        row: way.change,
        probability: words::percent(way.probability),
        asks: names(&way.skills.asked, true),
        brings: names(&way.skills.brought, false),
    }));
    rows.extend([said(ALIKE), said(GAP)]);
    rows
}
