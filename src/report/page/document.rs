//! A role page as a sequence of blocks: the labels and sentences once, for Markdown and for plain text.

use std::io::{self, Write};

use super::{FRAME_LINE, Page, further, place, shared_codes};
use crate::catalog::demand::{RULE, skills_in_demand};
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::provenance::LISTED_IN_DEMAND;
use crate::catalog::{Measure, Metric, NOT_PUBLISHED, Task, TaskKind};

/// What the frame of the page cannot say of the figures that no dataset has.
const OWN_RULES: &str = "The exposure index, the spread of the studies and the skills in demand are made by \
    rolescope's own rules from those datasets.";

/// How many alternate titles the head of the page names.
pub(super) const TITLES: usize = 8;
/// How many entries the lists of the page have; further sections carry the rest.
pub(super) const ENTRIES: usize = 12;

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The title of the page.
    Title(String),
    Summary(String),
    /// The heading of a section.
    Heading(&'static str),
    /// A figure or fact with its label.
    Fact {
        label: String,
        /// The fact.
        text: String,
    },
    /// A list with its label.
    List {
        /// What it lists.
        label: &'static str,
        /// Where it comes from, how it is ordered.
        note: Option<String>,
        /// The entries; an empty list says so.
        items: Vec<Item>,
    },
    /// A dataset.
    Source {
        name: String,
        release: String,
        /// Publisher and address.
        text: String,
    },
    Remark(String),
    /// The line that ends the page.
    Trailer(String),
}

/// An entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The entry.
    pub text: String,
    /// What is said of it in brackets.
    pub mark: Option<String>,
}

impl Item {
    pub(super) fn new(text: impl Into<String>, mark: Option<String>) -> Self {
        Self { text: text.into(), mark }
    }
}

impl Block {
    pub(super) fn fact(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self::Fact { label: label.into(), text: text.into() }
    }

    pub(super) fn list(label: &'static str, note: Option<String>, items: impl Iterator<Item = Item>) -> Self {
        Self::List { label, note, items: items.collect() }
    }
}

/// Writes the page block by block, with an empty line between them; facts and sources follow each other as one list.
pub(super) fn written(
    out: &mut dyn Write,
    page: Page<'_>,
    block: fn(&mut dyn Write, &Block) -> io::Result<()>,
) -> io::Result<()> {
    let blocks = blocks(page);
    for (place, this) in blocks.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| blocks.get(place));
        let is_listed = matches!(
            (before, this),
            (None, _)
                | (Some(Block::Fact { .. }), Block::Fact { .. })
                | (Some(Block::Source { .. }), Block::Source { .. })
        );
        if !is_listed {
            writeln!(out)?;
        }
        block(out, this)?;
    }
    Ok(())
}

/// The page: the sections of the published role page first, then all that the data has beyond it.
fn blocks(page: Page<'_>) -> Vec<Block> {
    let mut blocks = head(page);
    blocks.extend(what_this_work_is(page));
    blocks.extend(skills(page));
    blocks.extend(exposure_and_outlook(page));
    blocks.push(Block::Heading("Sources"));
    blocks.extend(page.sources().map(|source| Block::Source {
        name: source.name.to_owned(),
        release: source.release.to_owned(),
        text: format!("{}. {}", source.publisher, source.address),
    }));
    blocks.extend(further::blocks(page));
    blocks.push(Block::Trailer(format!(
        "Written by rolescope {} from the datasets named above. {}",
        env!("CARGO_PKG_VERSION"),
        page.url()
    )));
    blocks
}

fn head(page: Page<'_>) -> Vec<Block> {
    let Page { catalog, role } = page;
    let titles: Vec<&str> = role.alternates.iter().take(TITLES).map(|title| title.title).collect();
    // Titles hold commas themselves.
    let mark = if titles.iter().any(|title| title.contains(',')) { "; " } else { ", " };
    let titles = if titles.is_empty() { NOT_PUBLISHED.to_owned() } else { titles.join(mark) };
    let mut blocks = vec![
        Block::Title(role.title.to_owned()),
        Block::Summary(role.summary.to_owned()),
        Block::fact("SOC code", role.code.to_string()),
        Block::fact("O*NET OnLine", page.url()),
        Block::fact("Also known as", titles),
        Block::fact("Frame", FRAME_LINE),
        Block::fact("Own rules", OWN_RULES),
        Block::fact("Wording", catalog.wording.note()),
    ];
    blocks.extend(catalog.seen_text().map(|text| Block::fact("Place and years", text)));
    if !role.is_surveyed() {
        blocks.push(Block::fact(
            "Coverage",
            "O*NET has not surveyed this role; it publishes no tasks and few or no other facts for it.",
        ));
    }
    blocks
}

fn what_this_work_is(page: Page<'_>) -> [Block; 2] {
    let (label, note, kind) = leading(&page.role.tasks);
    let tasks = page.role.tasks.iter().filter(|task| task.kind == kind).take(ENTRIES);
    let tasks = tasks.map(|task| Item::new(task.wording, None));
    [Block::Heading("What this work is"), Block::list(label, Some(note.to_owned()), tasks)]
}

/// What a list of the most telling tasks is called, where they come from, and of which kind they are: the core tasks
/// where O*NET has classified any, else whatever there is.
fn leading(tasks: &[Task<'_>]) -> (&'static str, &'static str, TaskKind) {
    let has = |kind: TaskKind| tasks.iter().any(|task| task.kind == kind);
    match () {
        () if has(TaskKind::Core) => ("Core tasks", "O*NET", TaskKind::Core),
        () if has(TaskKind::Supplemental) => ("Supplemental tasks", "O*NET; none is core", TaskKind::Supplemental),
        () => ("Tasks", "O*NET; not classified as core or supplemental", TaskKind::Unclassified),
    }
}

fn skills(page: Page<'_>) -> [Block; 5] {
    let Page { catalog, role } = page;
    let rated = role.capabilities.iter().filter_map(|rating| catalog.element(rating.element));
    let rated = rated.map(|element| Item::new(element.name, Some(element.family.label().to_owned())));
    let demand = skills_in_demand(role, LISTED_IN_DEMAND).into_iter();
    let demand = demand.map(|skill| Item::new(skill.name(catalog), Some(skill.kind(catalog).to_owned())));
    let software = page.software().map(|(name, flags)| Item::new(name, flags.map(str::to_owned)));
    [
        Block::Heading("Skills, tools, capabilities"),
        Block::list(
            "Knowledge, skills & abilities",
            Some("O*NET, highest importance first".to_owned()),
            rated.take(ENTRIES),
        ),
        Block::list("Skills in demand", None, demand),
        Block::Remark(format!("Skills in demand: {RULE}.")),
        Block::list("Tools & technology", None, software.take(ENTRIES)),
    ]
}

fn exposure_and_outlook(page: Page<'_>) -> Vec<Block> {
    let years = page.catalog.outlook_release();
    let years = years.map_or_else(String::new, |release| format!(" {}", short_years(release)));
    let there = page.catalog.there();
    let survey = page.catalog.pay_release().map_or_else(String::new, |release| format!(", {release}"));
    let mut blocks = vec![
        Block::Heading("AI exposure & outlook"),
        Block::fact("AI task-overlap index", index_text(page)),
        Block::fact("LLM task exposure, γ (OpenAI / Eloundou)", gauge_text(page, Measure::Gpt4Gamma, "")),
        Block::fact(
            "AI assistant applicability (Microsoft)",
            gauge_text(page, Measure::MicrosoftUser, ", the user-goal half of the study"),
        ),
        Block::fact(format!("Projected employment (BLS{years})"), outlook_text(page)),
        Block::fact(format!("Pay & employment{there} (BLS OEWS{survey})"), pay_text(page)),
    ];
    blocks.extend(place::blocks(page));
    blocks.extend(shared_codes::notes(page).into_iter().map(|note| Block::fact("Shared code", note)));
    blocks
}

fn index_text(page: Page<'_>) -> String {
    match page.role.exposure.index {
        Some(index) => format!(
            "{} among the surveyed roles — rolescope's own composite of {} of {} exposure studies ({INDEX_NAME}).",
            index.percentile.in_full(),
            index.studies,
            Measure::IN_INDEX.len()
        ),
        None => format!("none — fewer than two studies of the index cover this role ({INDEX_NAME})."),
    }
}

fn gauge_text(page: Page<'_>, measure: Measure, part: &str) -> String {
    let reading = page.role.exposure.reading(measure);
    let figure = reading.map_or_else(|| NOT_PUBLISHED.to_owned(), |reading| reading.percentile.in_full());
    format!("{figure} — source: {}{part}.", measure.key())
}

fn outlook_text(page: Page<'_>) -> String {
    page.catalog.outlook(page.role).map_or_else(
        || format!("{NOT_PUBLISHED}."),
        |outlook| {
            let jobs = outlook.jobs_text().map_or_else(String::new, |jobs| format!("; {jobs}"));
            format!("{}; {} annual openings{jobs}.", outlook.change_text(), outlook.openings)
        },
    )
}

fn pay_text(page: Page<'_>) -> String {
    let Page { catalog, role } = page;
    let Some(pay) = catalog.pay(role) else { return format!("{}.", catalog.no_wage(role)) };
    let employed = Metric::Employment.text(catalog, role);
    let employed =
        if pay.employment.is_some() { format!("{employed} employed") } else { format!("employment {employed}") };
    format!("median {}; {employed}.", Metric::Pay.text(catalog, role))
}

/// `2024–2034` and `2024-34` as `2024–34`; any other release as it is.
fn short_years(release: &str) -> String {
    match release.split_once(['–', '-']) {
        Some((from, to)) if from.len() == 4 && matches!(to.len(), 2 | 4) && to.is_ascii() => {
            format!("{from}–{}", to.get(to.len() - 2..).unwrap_or(to))
        }
        _ => release.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::short_years;

    #[test]
    fn years_of_the_projections_are_shortened() {
        assert_eq!(short_years("2024–2034"), "2024–34");
        assert_eq!(short_years("2024-34"), "2024–34");
        assert_eq!(short_years("autumn"), "autumn");
    }
}
