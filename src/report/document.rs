//! A role page as a sequence of blocks: the labels and sentences once, for Markdown and for plain text.

mod further;
mod shared_codes;

use super::page::exposure::MeasureFacts;
use super::page::labour::{OutlookFacts, PayFacts};
use super::page::{ExposureFacts, OWN_RULES, Page};
use crate::catalog::{Measure, NOT_PUBLISHED, Percentile, SourceId, grouped};

/// How many alternate titles the head of the page names.
const TITLES: usize = 8;
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

/// The page: the sections of the published role page first, then all that the data has beyond it.
pub fn blocks(page: &Page<'_>) -> Vec<Block> {
    let mut blocks = head(page);
    blocks.extend(what_this_work_is(page));
    blocks.extend(skills(page));
    blocks.extend(exposure_and_outlook(page));
    blocks.push(Block::Heading("Sources"));
    blocks.extend(page.sources.iter().map(|source| Block::Source {
        name: source.name.to_owned(),
        release: source.release.to_owned(),
        text: format!("{}. {}", source.publisher, source.address),
    }));
    blocks.extend(further::blocks(page));
    blocks.push(Block::Trailer(format!(
        "Written by rolescope {} from the datasets named above. {}",
        env!("CARGO_PKG_VERSION"),
        page.url
    )));
    blocks
}

fn head(page: &Page<'_>) -> Vec<Block> {
    let titles: Vec<&str> = page.also_known_as.items.iter().take(TITLES).map(|title| title.title).collect();
    // Titles hold commas themselves.
    let mark = if titles.iter().any(|title| title.contains(',')) { "; " } else { ", " };
    let titles = if titles.is_empty() { NOT_PUBLISHED.to_owned() } else { titles.join(mark) };
    let mut blocks = vec![
        Block::Title(page.title.to_owned()),
        Block::Summary(page.summary.to_owned()),
        Block::fact("SOC code", page.code.to_string()),
        Block::fact("O*NET OnLine", page.url.clone()),
        Block::fact("Also known as", titles),
        Block::fact("Frame", page.frame),
        Block::fact("Own rules", OWN_RULES),
        Block::fact("Wording", page.wording.note),
    ];
    if !page.surveyed {
        blocks.push(Block::fact(
            "Coverage",
            "O*NET has not surveyed this role; it publishes no tasks and few or no other facts for it.",
        ));
    }
    blocks
}

fn what_this_work_is(page: &Page<'_>) -> [Block; 2] {
    let (label, note, kind) = page.tasks.leading();
    let tasks = page.tasks.items.iter().filter(|task| task.kind == kind).take(ENTRIES);
    let tasks = tasks.map(|task| Item::new(task.wording, None));
    [Block::Heading("What this work is"), Block::list(label, Some(note.to_owned()), tasks)]
}

fn skills(page: &Page<'_>) -> [Block; 5] {
    let capabilities = page.capabilities.items.iter();
    let capabilities = capabilities.map(|rated| Item::new(rated.name, Some(rated.family.label().to_owned())));
    let demand = page.skills_in_demand.items.iter();
    let demand = demand.map(|skill| Item::new(skill.name, Some(skill.kind.to_owned())));
    let software = page.software.items.iter();
    let software = software.map(|used| Item::new(used.name, used.flags().map(str::to_owned)));
    [
        Block::Heading("Skills, tools, capabilities"),
        Block::list(
            "Knowledge, skills & abilities",
            Some("O*NET, highest importance first".to_owned()),
            capabilities.take(ENTRIES),
        ),
        Block::list("Skills in demand", None, demand),
        Block::Remark(format!("Skills in demand: {}.", page.skills_in_demand.rule)),
        Block::list("Tools & technology", None, software.take(ENTRIES)),
    ]
}

fn exposure_and_outlook(page: &Page<'_>) -> Vec<Block> {
    let (outlook, pay) = (&page.outlook, &page.pay);
    let years = outlook.release.map_or_else(String::new, |release| format!(" {}", short_years(release)));
    let survey = pay.release.map_or_else(String::new, |release| format!(", {release}"));
    let mut blocks = vec![
        Block::Heading("AI exposure & outlook"),
        Block::fact("AI task-overlap index", index_text(&page.exposure)),
        Block::fact("LLM task exposure, γ (OpenAI / Eloundou)", gauge_text(page.exposure.measure(Measure::Gpt4Gamma))),
        Block::fact(
            "AI assistant applicability (Microsoft)",
            gauge_text(page.exposure.measure(Measure::MicrosoftUser)),
        ),
        Block::fact(format!("Projected employment (BLS{years})"), outlook_text(outlook)),
        Block::fact(format!("Pay & employment (BLS OEWS{survey})"), pay_text(pay)),
    ];
    blocks.extend(shared_codes::notes(page).into_iter().map(|note| Block::fact("Shared code", note)));
    blocks
}

/// `97th percentile (High)`.
pub(super) fn percentile_text(percentile: Percentile) -> String {
    format!("{percentile} percentile ({})", percentile.band())
}

fn index_text(exposure: &ExposureFacts<'_>) -> String {
    let name = exposure.index.name;
    match exposure.index.percentile {
        Some(percentile) => format!(
            "{} among the surveyed roles — rolescope's own composite of {} of {} exposure studies ({name}).",
            percentile_text(percentile),
            exposure.index.studies,
            exposure.index.measures.len()
        ),
        None => format!("none — fewer than two studies of the index cover this role ({name})."),
    }
}

fn gauge_text(measure: Option<&MeasureFacts<'_>>) -> String {
    let Some(measure) = measure else { return NOT_PUBLISHED.to_owned() };
    let figure = measure.percentile.map_or_else(|| NOT_PUBLISHED.to_owned(), percentile_text);
    let part = if measure.measure == Measure::MicrosoftUser { ", the user-goal half of the study" } else { "" };
    format!("{figure} — source: {}{part}.", measure.key)
}

fn outlook_text(outlook: &OutlookFacts<'_>) -> String {
    outlook.figures.as_ref().map_or_else(
        || format!("{NOT_PUBLISHED}."),
        |o| {
            format!(
                "{} ({}); {} annual openings; {} → {} jobs.",
                o.change_percent.change(),
                o.words(),
                o.openings,
                o.employment,
                o.projected
            )
        },
    )
}

fn pay_text(pay: &PayFacts<'_>) -> String {
    let Some(figures) = &pay.figures else { return format!("{NOT_PUBLISHED}.") };
    let employed = figures.employment.map_or_else(
        || format!("employment {NOT_PUBLISHED}"),
        |employed| format!("{} employed", grouped(u64::from(employed))),
    );
    format!("median {}; {employed}.", figures.median)
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

/// The release of a dataset in words for a label.
pub(super) fn release(page: &Page<'_>, id: SourceId) -> String {
    page.release(id).unwrap_or("release not known").to_owned()
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
