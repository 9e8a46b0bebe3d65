//! What the data has beyond the published role page.

use super::document::{Block, ENTRIES, Item, TITLES};
use super::{Page, study, usage};
use crate::catalog::provenance::File;
use crate::catalog::role::{INTERESTS, education_level};
use crate::catalog::{
    AiCategory, EducationShare, Family, Measure, Metric, NOT_PUBLISHED, Period, Rating, SourceId, Study, Task,
    WITHHELD, WageRange, at_home, grouped, observed_text, raw_value, words,
};

pub fn blocks(page: Page<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading("Exposure by study")];
    blocks.extend(exposure(page));
    blocks.push(Block::Heading("Pay & outlook in detail"));
    blocks.extend(pay(page));
    blocks.extend(outlook(page));
    blocks.extend(years(page));
    blocks.push(Block::Heading("Preparation"));
    blocks.extend(preparation(page));
    blocks.extend(study::blocks(page));
    blocks.push(Block::Heading("All tasks"));
    blocks.push(Block::list(
        "Tasks",
        Some(format!(
            "importance 1-5: O*NET {}; labels: GPTs are GPTs, E0 no exposure, E1 direct exposure, E2 exposed with \
             tools; observed use: Anthropic Economic Index",
            release(page, page.catalog.dataset_of(File::TaskRatings))
        )),
        page.role.tasks.iter().map(|task| Item::new(task.wording, Some(task_mark(task)))),
    ));
    blocks.extend(usage::blocks(page));
    blocks.push(Block::Heading("All ratings"));
    blocks.push(Block::Remark("Importance 1-5 / level 0-7, highest importance first.".to_owned()));
    blocks.extend(ratings(page));
    blocks.push(Block::Heading("More titles, software and tools"));
    blocks.extend(more(page));
    blocks.push(Block::Heading("Related roles"));
    blocks.push(Block::list("Related roles", Some("O*NET's order".to_owned()), related(page)));
    blocks.push(Block::Heading("How old it is"));
    blocks.push(Block::list(
        "Collected by O*NET",
        Some("its column Date; a release carries over what was not asked again".to_owned()),
        page.role.surveys.iter().map(|survey| Item::new(format!("{} {}", survey.table.word(), survey.text()), None)),
    ));
    blocks.push(Block::Heading("Attribution & licences"));
    blocks.extend(page.sources().map(|source| {
        Block::fact(source.name, format!("{} Licence: {}; {}.", source.attribution, source.licence, source.released()))
    }));
    blocks
}

/// The release of a dataset in words for a label.
fn release(page: Page<'_>, id: SourceId) -> &str {
    page.release(id).unwrap_or("release not known")
}

fn exposure(page: Page<'_>) -> Vec<Block> {
    let exposure = &page.role.exposure;
    let mut blocks = vec![Block::Remark(crate::catalog::FRAME.to_owned())];
    blocks.push(Block::fact(
        "Studies in the index",
        match exposure.index {
            Some(index) => format!(
                "{} of {} ({}); mean of their percentiles {:.1}.",
                index.studies,
                Measure::IN_INDEX.len(),
                Measure::IN_INDEX.map(Measure::key).join(", "),
                index.mean
            ),
            None => NOT_PUBLISHED.to_owned(),
        },
    ));
    if let Some((low, high)) = exposure.spread() {
        blocks.push(Block::fact("Spread of the studies", format!("{low} to {high} percentile.")));
    }
    blocks.push(Block::list(
        "What each study measures",
        None,
        Study::ALL.into_iter().map(|study| Item::new(format!("{} {}", study.name(), study.what()), None)),
    ));
    blocks.push(Block::list(
        "Measures",
        Some("raw value as published, percentile among the surveyed roles".to_owned()),
        Measure::ALL.into_iter().map(|measure| gauge(page, measure)),
    ));
    let [gpt4, human] = [false, true].map(|human| page.role.task_mix(human));
    blocks.push(Block::fact(
        "Task mix",
        match gpt4.iter().sum() {
            0 => NOT_PUBLISHED.to_owned(),
            labelled => format!(
                "{labelled} of {} tasks labelled; by GPT-4: {}; by people: {}.",
                page.role.tasks.len(),
                mix_text(gpt4),
                mix_text(human)
            ),
        },
    ));
    blocks
}

fn gauge(page: Page<'_>, measure: Measure) -> Item {
    let figures = page.role.exposure.reading(measure).map_or_else(
        || NOT_PUBLISHED.to_owned(),
        |reading| format!("{}, {}", raw_value(reading.raw), reading.percentile.in_full()),
    );
    Item::new(format!("{} ({}): {figures}", measure.name(), measure.year()), Some(measure.key().to_owned()))
}

fn mix_text([e0, e1, e2]: [usize; 3]) -> String {
    format!("E0 {e0}, E1 {e1}, E2 {e2}")
}

fn pay(page: Page<'_>) -> Vec<Block> {
    let Some(pay) = page.catalog.pay(page.role) else {
        return vec![Block::fact("Wages", page.catalog.no_wage(page.role))];
    };
    vec![
        Block::fact("Wages a year", range_text(&pay.annual, Period::Year)),
        Block::fact("Wages an hour", range_text(&pay.hourly, Period::Hour)),
        Block::fact("Employed (self-employed not counted)", Metric::Employment.text(page.catalog, page.role)),
    ]
}

/// The years of the nation, and the newest figures beside those of the base year.
fn years(page: Page<'_>) -> Vec<Block> {
    let Page { catalog, role } = page;
    let mut blocks = Vec::new();
    blocks.extend(catalog.newest_median(role).map(|text| Block::fact("Newest median pay", text)));
    blocks.extend(catalog.next_text(role).map(|text| Block::fact("Projections", text)));
    if let Some(category) = catalog.ai_category(role) {
        blocks.push(Block::fact(AiCategory::TITLE, format!("{}. {}", category.name(), AiCategory::SENTENCE)));
    }
    let points = catalog.trend(role);
    if points.len() > 1 {
        let items = points.iter().map(|point| {
            let people = point.employment.map_or_else(|| NOT_PUBLISHED.to_owned(), |people| grouped(people.into()));
            let [low, median, high] =
                [point.wages.p10, point.wages.median, point.wages.p90].map(|wage| point.text(wage));
            Item::new(format!("{}: median {median}, 10th {low}, 90th {high}, {people} employed", point.year), None)
        });
        let warning = catalog.trend_warning().into_owned();
        blocks.push(Block::list("Pay and employment by year, the nation", Some(warning), items));
    }
    blocks
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

fn outlook(page: Page<'_>) -> Vec<Block> {
    let Some(outlook) = page.catalog.outlook(page.role) else {
        return vec![Block::fact("Projections", NOT_PUBLISHED)];
    };
    let text = |text: Option<&str>| text.unwrap_or(NOT_PUBLISHED).to_owned();
    vec![
        Block::fact(
            "Change in jobs",
            match outlook.change {
                Some(jobs) => format!("{jobs} ({})", outlook.change_percent.signed()),
                None => outlook.change_percent.signed(),
            },
        ),
        Block::fact("Self-employed", Metric::SelfEmployed.text(page.catalog, page.role)),
        Block::fact("Typical entry education (BLS)", text(outlook.education)),
        Block::fact("Work experience in a related occupation (BLS)", text(outlook.experience)),
        Block::fact("Typical on-the-job training (BLS)", text(outlook.training)),
    ]
}

fn preparation(page: Page<'_>) -> Vec<Block> {
    let role = page.role;
    let zone = role.job_zone.map_or_else(|| NOT_PUBLISHED.to_owned(), words::zone::of_five);
    let interests = INTERESTS.into_iter().zip(role.interests.into_iter().flatten());
    let told = role.education_told().map_or_else(String::new, |told| {
        format!("; withheld shares had too few answers, the others add up to {:.1}%", told.value())
    });
    vec![
        Block::fact("Job zone (O*NET)", zone),
        Block::list(
            "Required education",
            Some(format!("O*NET, percent of respondents{told}")),
            role.education.iter().map(|share| Item::new(education_level(share.level), Some(share_text(*share)))),
        ),
        Block::list(
            "Career interests",
            Some("O*NET, 1-7".to_owned()),
            interests.map(|(name, score)| Item::new(name, Some(score.to_string()))),
        ),
        Block::fact(
            "Can be done at home (Dingel, Neiman 2020)",
            role.at_home
                .as_ref()
                .map_or_else(|| NOT_PUBLISHED.to_owned(), |known| format!("{}. {}", known.word(), at_home::NOTE)),
        ),
    ]
}

/// The share of a level in percent with one decimal, or why there is none.
fn share_text(share: EducationShare) -> String {
    words::rated_as(share.percent, |percent| format!("{:.1}%", percent.value()))
}

fn task_mark(task: &Task<'_>) -> String {
    let importance = format!("importance {}", words::rated(task.importance));
    let labels = task.labels.map_or_else(
        || format!("labels {NOT_PUBLISHED}"),
        |labels| format!("GPT-4 {}, people {}", labels.gpt4.word(), labels.human.word()),
    );
    let parts = [task.kind.word().to_owned(), importance, labels].into_iter();
    parts.chain(task.observed_use.map(observed_text)).collect::<Vec<_>>().join(", ")
}

/// One line a family: they are long lists.
fn ratings(page: Page<'_>) -> Vec<Block> {
    let Page { catalog, role } = page;
    let families: [(&str, Family, &[Rating]); 5] = [
        ("Knowledge", Family::Knowledge, &role.capabilities),
        ("Essential skills", Family::EssentialSkill, &role.capabilities),
        ("Transferable skills", Family::TransferableSkill, &role.capabilities),
        ("Abilities", Family::Ability, &role.capabilities),
        ("Work activities", Family::WorkActivity, &role.work_activities),
    ];
    let fact = |(label, family, ratings): (&str, Family, &[Rating])| {
        let rated = ratings.iter().filter_map(|rating| Some((catalog.element(rating.element)?, rating)));
        let rated = rated.filter(|(element, _)| element.family == family);
        let texts: Vec<String> = rated.map(|(element, rating)| rating_text(element.name, *rating)).collect();
        let release = (!texts.is_empty()).then(|| release(page, catalog.dataset_of(File::Ratings(family))));
        let label = release.map_or_else(|| label.to_owned(), |release| format!("{label} (O*NET {release})"));
        Block::fact(label, joined(texts.into_iter(), ", "))
    };
    families.into_iter().map(fact).chain(withheld(page)).collect()
}

/// The elements whose importance is withheld.
fn withheld(page: Page<'_>) -> Option<Block> {
    let names = [false, true].into_iter().flat_map(|activities| page.catalog.withheld(page.role, activities));
    let names: Vec<&str> = names.map(|(_, name)| name).collect();
    (!names.is_empty()).then(|| Block::fact(WITHHELD, format!("{}.", names.join(", "))))
}

fn rating_text(name: &str, rating: Rating) -> String {
    format!("{name} {}/{}", rating.importance, words::rated(rating.level))
}

fn more(page: Page<'_>) -> Vec<Block> {
    let titles = page.role.alternates.iter().skip(TITLES).map(|title| match title.short {
        // Many a title ends with its short form in brackets.
        Some(short) if !title.title.contains(short) => format!("{} ({short})", title.title),
        _ => title.title.to_owned(),
    });
    let software = page.software().skip(ENTRIES).map(|(name, flags)| match flags {
        Some(flags) => format!("{name} ({flags})"),
        None => name.to_owned(),
    });
    let tools = page.role.tools.iter().filter_map(|used| Some(page.catalog.tool(used.tool)?.name.to_owned()));
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

fn related(page: Page<'_>) -> impl Iterator<Item = Item> {
    page.role.related.iter().filter_map(move |related| {
        let other = page.catalog.role(related.role)?;
        Some(Item::new(format!("{} {}", other.code, other.title), Some(related.tier.word().to_owned())))
    })
}
