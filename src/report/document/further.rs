//! What the data has beyond the published role page.

use super::{Block, ENTRIES, Item, percentile_text, release};
use crate::catalog::{
    Family, Gap, NOT_PUBLISHED, Period, SourceId, Study, WITHHELD, WageRange, at_home, grouped, observed_text,
    raw_value,
};
use crate::report::page::exposure::{MeasureFacts, Mix};
use crate::report::page::work::{Rated, TaskFacts};
use crate::report::page::{EducationLevel, Page, RelatedRole};

pub fn blocks(page: &Page<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading("Exposure by study")];
    blocks.extend(exposure(page));
    blocks.push(Block::Heading("Pay & outlook in detail"));
    blocks.extend(pay(page));
    blocks.extend(outlook(page));
    blocks.push(Block::Heading("Preparation"));
    blocks.extend(preparation(page));
    blocks.push(Block::Heading("All tasks"));
    blocks.push(Block::list(
        "Tasks",
        Some(format!(
            "importance 1-5: O*NET {}; labels: GPTs are GPTs, E0 no exposure, E1 direct exposure, E2 exposed with \
             tools; observed use: Anthropic Economic Index",
            release(page, page.tasks.sources.ratings)
        )),
        page.tasks.items.iter().map(|task| Item::new(task.wording, Some(task_mark(task)))),
    ));
    blocks.push(Block::Heading("All ratings"));
    blocks.push(Block::Remark("Importance 1-5 / level 0-7, highest importance first.".to_owned()));
    blocks.extend(ratings(page));
    blocks.push(Block::Heading("More titles, software and tools"));
    blocks.extend(more(page));
    blocks.push(Block::Heading("Related roles"));
    blocks.push(Block::list("Related roles", Some("O*NET's order".to_owned()), page.related.items.iter().map(related)));
    blocks.push(Block::Heading("How old it is"));
    blocks.push(Block::list(
        "Collected by O*NET",
        Some("its column Date; a release carries over what was not asked again".to_owned()),
        page.surveys.iter().map(|survey| Item::new(survey.text.clone(), None)),
    ));
    blocks.push(Block::Heading("Attribution & licences"));
    blocks.extend(page.sources.iter().map(|source| {
        Block::fact(source.name, format!("{} Licence: {}; {}.", source.attribution, source.licence, source.released()))
    }));
    blocks
}

fn exposure(page: &Page<'_>) -> Vec<Block> {
    let exposure = &page.exposure;
    let index = &exposure.index;
    let mut blocks = vec![Block::Remark(crate::catalog::FRAME.to_owned())];
    blocks.push(Block::fact(
        "Studies in the index",
        match index.mean {
            Some(mean) => format!(
                "{} of {} ({}); mean of their percentiles {mean:.1}.",
                index.studies,
                index.measures.len(),
                index.measures.join(", ")
            ),
            None => NOT_PUBLISHED.to_owned(),
        },
    ));
    if let Some(spread) = &exposure.spread {
        blocks.push(Block::fact("Spread of the studies", format!("{} to {} percentile.", spread.low, spread.high)));
    }
    blocks.push(Block::list(
        "What each study measures",
        None,
        Study::ALL.into_iter().map(|study| Item::new(format!("{} {}", study.name(), study.what()), None)),
    ));
    blocks.push(Block::list(
        "Measures",
        Some("raw value as published, percentile among the surveyed roles".to_owned()),
        exposure.measures.iter().map(measure),
    ));
    let mix = &exposure.task_mix;
    blocks.push(Block::fact(
        "Task mix",
        match mix.labelled {
            0 => NOT_PUBLISHED.to_owned(),
            labelled => format!(
                "{labelled} of {} tasks labelled; by GPT-4: {}; by people: {}.",
                mix.tasks,
                mix_text(&mix.gpt4),
                mix_text(&mix.human)
            ),
        },
    ));
    blocks
}

fn measure(facts: &MeasureFacts<'_>) -> Item {
    let figures = match (facts.raw, facts.percentile) {
        (Some(raw), Some(percentile)) => format!("{}, {}", raw_value(raw), percentile_text(percentile)),
        _ => NOT_PUBLISHED.to_owned(),
    };
    Item::new(format!("{} ({}): {figures}", facts.name, facts.year), Some(facts.key.to_owned()))
}

fn mix_text(mix: &Mix) -> String {
    format!("E0 {}, E1 {}, E2 {}", mix.e0, mix.e1, mix.e2)
}

fn pay(page: &Page<'_>) -> Vec<Block> {
    let Some(figures) = &page.pay.figures else {
        return vec![Block::fact("Wages", NOT_PUBLISHED)];
    };
    let employed = figures.employment.map_or_else(|| NOT_PUBLISHED.to_owned(), |n| grouped(u64::from(n)));
    vec![
        Block::fact("Wages a year", range_text(&figures.annual, Period::Year)),
        Block::fact("Wages an hour", range_text(&figures.hourly, Period::Hour)),
        Block::fact("Employed (self-employed not counted)", employed),
    ]
}

/// `10th $1, 25th $2, median $3, 75th $4, 90th $5; mean $3`.
fn range_text(range: &WageRange, period: Period) -> String {
    if *range == WageRange::default() {
        return NOT_PUBLISHED.to_owned();
    }
    let text = |wage: Option<crate::catalog::Wage>| wage.map_or_else(|| NOT_PUBLISHED.to_owned(), |w| w.text(period));
    let points = range.points().map(|(name, wage)| format!("{name} {}", text(wage)));
    format!("{}; mean {}.", points.join(", "), text(range.mean))
}

fn outlook(page: &Page<'_>) -> Vec<Block> {
    let Some(outlook) = &page.outlook.figures else {
        return vec![Block::fact("Projections", NOT_PUBLISHED)];
    };
    let text = |text: Option<&str>| text.unwrap_or(NOT_PUBLISHED).to_owned();
    vec![
        Block::fact("Change in jobs", format!("{} ({})", outlook.change, outlook.change_percent.signed())),
        Block::fact(
            "Self-employed",
            outlook.self_employed.map_or_else(|| NOT_PUBLISHED.to_owned(), |share| share.to_string()),
        ),
        Block::fact("Typical entry education (BLS)", text(outlook.education)),
        Block::fact("Work experience in a related occupation (BLS)", text(outlook.experience)),
        Block::fact("Typical on-the-job training (BLS)", text(outlook.training)),
    ]
}

fn preparation(page: &Page<'_>) -> Vec<Block> {
    let zone = match page.job_zone.zone {
        Some(2) => "2 (little or some preparation; stands for 1 and 2) of 5".to_owned(),
        Some(zone) => format!("{zone} of 5"),
        None => NOT_PUBLISHED.to_owned(),
    };
    let education = page.education.items.iter();
    let interests = page.interests.items.iter();
    let told = page.education.published_percent;
    let told = told.map_or_else(String::new, |told| {
        format!("; withheld shares had too few answers, the others add up to {told:.1}%")
    });
    vec![
        Block::fact("Job zone (O*NET)", zone),
        Block::list(
            "Required education",
            Some(format!("O*NET, percent of respondents{told}")),
            education.map(|level| Item::new(level.name, Some(share_text(level)))),
        ),
        Block::list(
            "Career interests",
            Some("O*NET, 1-7".to_owned()),
            interests.map(|interest| Item::new(interest.name, Some(format!("{:.2}", interest.score)))),
        ),
        Block::fact(
            "Can be done at home (Dingel, Neiman 2020)",
            page.work_at_home.possible.map_or_else(
                || NOT_PUBLISHED.to_owned(),
                |possible| format!("{}. {}", at_home::word(possible), page.work_at_home.note),
            ),
        ),
    ]
}

/// The share of a level in percent with one decimal, or why there is none.
fn share_text(level: &EducationLevel) -> String {
    match (level.percent, level.gap.and_then(Gap::of_key)) {
        (Some(percent), _) => format!("{percent:.1}%"),
        (None, gap) => gap.map_or(NOT_PUBLISHED, Gap::word).to_owned(),
    }
}

fn task_mark(task: &TaskFacts<'_>) -> String {
    let mut parts = vec![task.kind.to_owned()];
    parts.push(
        task.importance
            .map_or_else(|gap| format!("importance {}", gap.word()), |importance| format!("importance {importance}")),
    );
    match (task.gpt4_label, task.human_label) {
        (Some(gpt4), Some(human)) => parts.push(format!("GPT-4 {gpt4}, people {human}")),
        _ => parts.push(format!("labels {NOT_PUBLISHED}")),
    }
    parts.extend(task.observed_use.map(observed_text));
    parts.join(", ")
}

/// One line a family: they are long lists.
fn ratings(page: &Page<'_>) -> Vec<Block> {
    let families: [(&str, Family, &[Rated<'_>]); 5] = [
        ("Knowledge", Family::Knowledge, &page.capabilities.items),
        ("Essential skills", Family::EssentialSkill, &page.capabilities.items),
        ("Transferable skills", Family::TransferableSkill, &page.capabilities.items),
        ("Abilities", Family::Ability, &page.capabilities.items),
        ("Work activities", Family::WorkActivity, &page.work_activities.items),
    ];
    families
        .into_iter()
        .map(|(label, family, rated)| {
            let of_family = || rated.iter().filter(|rated| rated.family == family);
            let label = of_family()
                .next()
                .map_or_else(|| label.to_owned(), |rated| format!("{label} (O*NET {})", release(page, rated.source)));
            Block::fact(label, joined(of_family().map(rating), ", "))
        })
        .chain(withheld(page))
        .collect()
}

/// The elements whose importance is withheld.
fn withheld(page: &Page<'_>) -> Option<Block> {
    let names: Vec<&str> = page.capabilities.withheld.iter().chain(&page.work_activities.withheld).copied().collect();
    (!names.is_empty()).then(|| Block::fact(WITHHELD, format!("{}.", names.join(", "))))
}

fn rating(rated: &Rated<'_>) -> String {
    let level = rated.level.map_or_else(|gap| gap.word().to_owned(), |level| level.to_string());
    format!("{} {}/{level}", rated.name, rated.importance)
}

fn more(page: &Page<'_>) -> Vec<Block> {
    let titles = page.also_known_as.items.iter().skip(super::TITLES).map(|title| match title.short {
        // Many a title ends with its short form in brackets.
        Some(short) if !title.title.contains(short) => format!("{} ({short})", title.title),
        _ => title.title.to_owned(),
    });
    let software = page.software.items.iter().skip(ENTRIES).map(|used| match used.flags() {
        Some(flags) => format!("{} ({flags})", used.name),
        None => used.name.to_owned(),
    });
    let tools = page.tools.items.iter().map(|tool| tool.name.to_owned());
    let mut blocks = Vec::new();
    if titles.len() > 0 {
        blocks.push(Block::fact("Further titles", joined(titles, "; ")));
    }
    if software.len() > 0 {
        blocks.push(Block::fact("Further software", joined(software, "; ")));
    }
    blocks.push(Block::fact(
        format!("Physical tools and machines (O*NET {})", release(page, SourceId::OnetTools)),
        joined(tools, "; "),
    ));
    blocks
}

fn joined(entries: impl Iterator<Item = String>, separator: &str) -> String {
    let entries: Vec<String> = entries.collect();
    if entries.is_empty() { NOT_PUBLISHED.to_owned() } else { entries.join(separator) }
}

fn related(related: &RelatedRole<'_>) -> Item {
    Item::new(format!("{} {}", related.code, related.title), Some(related.tier.word().to_owned()))
}
