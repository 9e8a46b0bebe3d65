//! The page in JSON: numbers in plain units, `null` where nothing is published, each part with its dataset.

use std::io::{self, Write};

use serde::Serialize;

use super::{FRAME_LINE, Page, place, study, usage, wording_source};
use crate::catalog::demand::{RULE, skills_in_demand};
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::provenance::names::consumer_prices::SERIES;
use crate::catalog::provenance::{File, LISTED_IN_DEMAND};
use crate::catalog::role::{INTERESTS, education_level};
use crate::catalog::{
    Demanded, Hundredths, Measure, Outlook, Period, Published, PublishedFor, Rating, SourceId, Wage, WageRange,
    YearPoint, at_home,
};
use crate::report::json::{self, object};

const SCHEMA: &str = "rolescope/role/1";

pub fn write(out: &mut dyn Write, page: Page<'_>) -> io::Result<()> {
    let Page { catalog, role } = page;
    let titles = role.alternates.iter();
    let interests = INTERESTS.into_iter().zip(role.interests.into_iter().flatten());
    let related = role.related.iter().filter_map(|related| {
        let other = catalog.role(related.role)?;
        Some(object!(Related { code: other.code, title: other.title, tier: related.tier }))
    });
    let known = role.at_home.as_ref();
    let document = object!(Role {
        code: role.code,
        soc: role.code.soc(),
        title: role.title,
        major_group: catalog.major_group(role.code),
        url: page.url(),
        frame: FRAME_LINE,
        wording: object!(Wording { source: wording_source(catalog), note: catalog.wording.note() }),
        summary: role.summary,
        surveyed: role.is_surveyed(),
        also_known_as: listed(
            SourceId::Onet,
            titles.map(|other| object!(Title { title: other.title, short: other.short, origin: other.origin })),
        ),
        tasks: tasks(page),
        capabilities: ratings(page, &role.capabilities, false),
        work_activities: ratings(page, &role.work_activities, true),
        skills_in_demand: in_demand(page),
        software: software(page),
        tools: tools(page),
        exposure: exposure(page),
        outlook: outlook(page),
        pay: pay(page),
        newest: newest(page),
        years: years(page),
        job_zone: object!(JobZone { source: SourceId::Onet, zone: role.job_zone }),
        education: education(page),
        interests: listed(SourceId::Onet, interests.map(|(name, score)| object!(Interest { name, score }))),
        work_at_home: object!(WorkAtHome {
            source: SourceId::WorkAtHome,
            possible: known.map(|known| known.possible),
            from: known.map_or(&[][..], |known| &known.from),
            note: at_home::NOTE,
        }),
        ai_use: usage::of_role(page),
        assistants: usage::of_activities(page),
        programmes: study::programmes(page),
        handbook: study::handbook(page),
        related: listed(SourceId::Onet, related),
        surveys: &role.surveys,
        sources: page.sources().collect::<Vec<_>>(),
    });
    json::write(out, SCHEMA, catalog, document)
}

/// A list of one dataset.
fn listed<T: Serialize>(source: SourceId, items: impl Iterator<Item = T>) -> impl Serialize {
    object!(Listed { source, items: items.collect::<Vec<_>>() })
}

fn tasks(page: Page<'_>) -> impl Serialize {
    let items = page.role.tasks.iter().map(|task| {
        object!(Task {
            id: task.id,
            wording: task.wording,
            kind: task.kind,
            importance: task.importance.ok(),
            relevance: task.relevance.ok(),
            gap: task.importance.err().or(task.relevance.err()),
            gpt4_label: task.labels.map(|labels| labels.gpt4),
            human_label: task.labels.map(|labels| labels.human),
            observed_use: task.observed_use,
            usage: usage::of_task(page, task),
        })
    });
    let sources = object!(Sources {
        wording: wording_source(page.catalog),
        kind: SourceId::Onet,
        ratings: page.catalog.dataset_of(File::TaskRatings),
        labels: SourceId::Gpts,
        observed_use: SourceId::Anthropic,
        usage: SourceId::ClaudeUse,
    });
    object!(Tasks { sources, items: items.collect::<Vec<_>>() })
}

fn ratings(page: Page<'_>, ratings: &[Rating], activities: bool) -> impl Serialize {
    let items = ratings.iter().filter_map(|rating| {
        let element = page.catalog.element(rating.element)?;
        Some(object!(Rated {
            id: element.id,
            name: element.name,
            family: element.family,
            source: page.catalog.dataset_of(File::Ratings(element.family)),
            importance: rating.importance,
            level: rating.level.ok(),
            level_gap: rating.level.err(),
        }))
    });
    let withheld = page.catalog.withheld(page.role, activities).into_iter().map(|(_, name)| name);
    object!(Ratings { items: items.collect::<Vec<_>>(), withheld: withheld.collect::<Vec<_>>() })
}

fn in_demand(page: Page<'_>) -> impl Serialize {
    let items = skills_in_demand(page.role, LISTED_IN_DEMAND).into_iter().map(|demanded| {
        let element = match demanded {
            Demanded::Software(_) => None,
            Demanded::Element(id) => page.catalog.element(id),
        };
        object!(Skill {
            name: demanded.name(page.catalog),
            kind: demanded.kind(page.catalog),
            source: element.map_or(SourceId::Onet, |element| page.catalog.dataset_of(File::Ratings(element.family))),
        })
    });
    object!(InDemand { rule: RULE, items: items.collect::<Vec<_>>() })
}

fn software(page: Page<'_>) -> impl Serialize {
    let items = page.role.software.iter().filter_map(|used| {
        Some(object!(Product {
            name: page.catalog.software(used.software)?.name,
            category: page.catalog.kind(used.category),
            hot: used.hot,
            in_demand: used.in_demand,
        }))
    });
    listed(SourceId::Onet, items)
}

fn tools(page: Page<'_>) -> impl Serialize {
    let source = page.catalog.dataset_of(File::Tools);
    let items = page.role.tools.iter().filter_map(|used| {
        let name = page.catalog.tool(used.tool)?.name;
        Some(object!(Tool { name, commodity: page.catalog.kind(used.commodity) }))
    });
    object!(Tools { source, release: page.release(source), items: items.collect::<Vec<_>>() })
}

fn exposure(page: Page<'_>) -> impl Serialize {
    let Page { catalog, role } = page;
    let index = role.exposure.index;
    let measures = Measure::ALL.into_iter().map(|measure| {
        let reading = role.exposure.reading(measure);
        object!(Gauge {
            key: measure.key(),
            name: measure.name(),
            study: measure.study().name(),
            year: measure.year(),
            source: measure.source(),
            raw: reading.map(|reading| reading.raw),
            percentile: reading.map(|reading| reading.percentile),
            band: reading.map(|reading| reading.percentile.band()),
            published_for: catalog.measured_for(role, measure),
        })
    });
    let [gpt4, human] = [false, true].map(|human| role.task_mix(human));
    object!(Exposure {
        index: object!(Joint {
            name: INDEX_NAME,
            percentile: index.map(|index| index.percentile),
            band: index.map(|index| index.percentile.band()),
            mean: index.map(|index| index.mean),
            studies: index.map_or(0, |index| index.studies),
            measures: Measure::IN_INDEX.map(Measure::key),
            sources: Measure::IN_INDEX.map(Measure::source),
        }),
        spread: role.exposure.spread().map(|(low, high)| object!(Spread { low, high })),
        measures: measures.collect::<Vec<_>>(),
        task_mix: object!(TaskMix {
            source: SourceId::Gpts,
            tasks: role.tasks.len(),
            labelled: gpt4.iter().sum::<usize>(),
            gpt4: json::mix(gpt4),
            human: json::mix(human),
        }),
    })
}

fn outlook(page: Page<'_>) -> impl Serialize {
    let projections = page.catalog.outlook(page.role);
    bls(page, page.catalog.outlook_source(), projections.map(projected))
}

/// What BLS publishes under a SOC code.
fn bls(page: Page<'_>, source: SourceId, figures: Option<impl Serialize>) -> impl Serialize {
    let published = page.catalog.published(page.role).filter(|_| figures.is_some());
    let published_for: Option<PublishedFor<'_>> = published.map(Published::published_for);
    object!(Bls { source, release: release_of(page, source), published_for, figures })
}

/// The release of a dataset, as the catalog is seen.
fn release_of(page: Page<'_>, source: SourceId) -> Option<&str> {
    if source == page.catalog.pay_source() { page.catalog.pay_release() } else { page.catalog.outlook_release() }
}

/// What is newer than the base year: the median, the projections without levels, BLS's category of exposure.
fn newest(page: Page<'_>) -> impl Serialize {
    let Page { catalog, role } = page;
    let next = catalog.published(role).and_then(|published| published.next);
    let year = catalog.newest();
    let wages = role.published.and_then(|published| year?.estimates.get(published)).map(|estimate| estimate.pay);
    object!(Newest {
        release: year.map(|year| year.release),
        employment: wages.and_then(|pay| pay.employment),
        annual: wages.map(|pay| self::wages(pay.annual, Period::Year)),
        hourly: wages.map(|pay| self::wages(pay.hourly, Period::Hour)),
        projected: next.map(|next| {
            object!(Next {
                source: SourceId::NextProjections,
                release: page.release(SourceId::NextProjections),
                change_percent: next.change_percent,
                annual_openings: next.openings.jobs(),
            })
        }),
        bls_ai_exposure: catalog.ai_category(role),
    })
}

/// The nation by year, as far as the role's code is comparable.
fn years(page: Page<'_>) -> impl Serialize {
    let index = page.catalog.dollars_year().map(|year| {
        let source = SourceId::ConsumerPrices;
        object!(Index { dollars: object!(Dollars { year, month: "May", index: "CPI-U", series: SERIES, source }) })
    });
    let items = page.catalog.trend(page.role).into_iter().map(|point| {
        object!(Year {
            year: point.year,
            employment: point.employment,
            period: if point.period == Period::Year { "year" } else { "hour" },
            p10: of_year(&point, point.wages.p10),
            median: of_year(&point, point.wages.median),
            p90: of_year(&point, point.wages.p90),
            #[serde(flatten)]
            price: point.price_index().map(|price_index| object!(Price { price_index })),
        })
    });
    object!(Years {
        source: SourceId::OewsYears,
        warning: page.catalog.trend_warning(),
        #[serde(flatten)]
        index,
        items: items.collect::<Vec<_>>(),
    })
}

fn projected(outlook: &Outlook<'_>) -> impl Serialize {
    object!(Projected {
        base_jobs: outlook.employment.map(crate::catalog::Thousands::jobs),
        projected_jobs: outlook.projected.map(crate::catalog::Thousands::jobs),
        change_jobs: outlook.change.map(crate::catalog::Thousands::jobs),
        change_percent: outlook.change_percent,
        words: outlook.words(),
        annual_openings: outlook.openings.jobs(),
        self_employed_percent: outlook.self_employed,
        education: outlook.education,
        experience: outlook.experience,
        training: outlook.training,
    })
}

fn pay(page: Page<'_>) -> impl Serialize {
    let figures = page.catalog.pay(page.role).map(|pay| {
        object!(Pay {
            employment: pay.employment,
            annual: wages(pay.annual, Period::Year),
            hourly: wages(pay.hourly, Period::Hour),
            #[serde(flatten)]
            there: place::json(page),
        })
    });
    bls(page, page.catalog.pay_source(), figures)
}

fn wages(range: WageRange, period: Period) -> impl Serialize {
    object!(Wages {
        p10: amount(range.p10, period),
        p25: amount(range.p25, period),
        median: amount(range.median, period),
        p75: amount(range.p75, period),
        p90: amount(range.p90, period),
        mean: amount(range.mean, period),
    })
}

/// A wage of a year, whose ceiling was its own.
fn of_year(point: &YearPoint, wage: Option<Wage>) -> impl Serialize + use<> {
    wage.and_then(|wage| Some(object!(Amount { dollars: point.dollars(wage)?, top_coded: wage == Wage::TopCoded })))
}

fn amount(wage: Option<Wage>, period: Period) -> impl Serialize {
    wage.map(|wage| object!(Amount { dollars: wage.dollars(period), top_coded: wage == Wage::TopCoded }))
}

fn education(page: Page<'_>) -> impl Serialize {
    let items = page.role.education.iter().map(|share| {
        object!(Level {
            level: share.level,
            name: education_level(share.level),
            percent: share.percent.ok(),
            gap: share.percent.err(),
        })
    });
    let published_percent: Option<Hundredths> = page.role.education_told();
    object!(Education { source: SourceId::Onet, items: items.collect::<Vec<_>>(), published_percent })
}
