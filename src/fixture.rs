//! A small catalog for tests: two roles that share a SOC code, and one that O*NET has not surveyed.
#![allow(clippy::missing_panics_doc, clippy::must_use_candidate, clippy::unwrap_used, reason = "for tests only")]

use std::sync::Arc;

use crate::catalog::{
    Activity, ActivityId, Alternate, AtHome, Catalog, EducationShare, Element, ElementId, Estimate, Estimates,
    Exposure, Family, Gap, Handbook, HandbookPage, Headcounts, Hundredths, Index, IntermediateActivity, KindId, Label,
    Measure, Millionths, Month, Outlook, Pay, PercentTenths, Percentile, Place, Programme, Programmes, Published,
    PublishedId, Rating, Reading, Related, Role, RoleId, Shared, Software, SoftwareId, SoftwareUse, Source, SourceId,
    Survey, Surveyed, Task, TaskKind, TaskLabels, TaskUsage, Thousands, Thousandths, Tier, TitleOrigin, Tool, ToolId,
    ToolUse, Wage, WageRange, Wording, Year,
};
use crate::search::{Engine, build};

pub fn catalog() -> &'static Catalog<'static> {
    Box::leak(Box::new(Catalog {
        wording: Wording::Own,
        roles: Shared::from(vec![beekeepers(), inspectors(), all_other()]),
        elements: Shared::from(vec![
            Element { id: "2.A.1.b", name: "Active Listening", family: Family::EssentialSkill },
            Element { id: "2.B.3.a", name: "Operations Analysis", family: Family::TransferableSkill },
            Element { id: "2.C.4.d", name: "Biology", family: Family::Knowledge },
            Element { id: "4.A.1.a.1", name: "Getting Information", family: Family::WorkActivity },
        ]),
        software: Shared::from(vec![Software { name: "HiveSoft Ledger" }]),
        tools: Shared::from(vec![Tool { name: "Smoker cans" }]),
        kinds: Shared::from(vec!["Bee smokers", "Record keeping software", "Accounting software"]),
        activities: Shared::from(vec![Activity { id: "4.A.1.a.1.a.1", name: "Look after hives." }]),
        intermediate: Shared::from(vec![IntermediateActivity {
            id: "4.A.1.a.1.a",
            earlier_id: "4.A.1.a.1.I01",
            name: "Care for animals.",
            chatgpt: Some(Hundredths(733)),
            chatgpt_at_work: Some(Hundredths(4)),
            copilot_goal: Some(Hundredths(190)),
            copilot_action: Some(Hundredths(0)),
        }]),
        usage: Shared::from(vec![usage(1, 1, [4_000, 800, 1_600, 1_200, 400]), usage(2, 2, [0; 5])]),
        programmes: Programmes {
            list: Shared::from(vec![
                Programme { code: "01.0000".parse().unwrap(), title: "Agriculture, General" },
                Programme { code: "01.0310".parse().unwrap(), title: "Apiculture" },
            ]),
            leading_to: Shared::from(vec![("45-2093".parse().unwrap(), vec![1, 0])]),
        },
        handbook: Handbook {
            pages: Shared::from(vec![HandbookPage {
                title: "Agricultural workers",
                path: "farming-fishing-and-forestry/agricultural-workers",
            }]),
            page_of: Shared::from(vec![("45-2093".parse().unwrap(), 0)]),
        },
        published: Shared::from(vec![Published {
            soc: "45-2093".parse().unwrap(),
            title: "Farmworkers, Hives",
            roles: 2,
            pay: Some(Pay {
                employment: Some(1_230),
                annual: WageRange {
                    p10: Some(Wage::Cents(3_000_000)),
                    p25: Some(Wage::Cents(4_000_000)),
                    median: Some(Wage::Cents(5_123_000)),
                    p75: None,
                    p90: Some(Wage::TopCoded),
                    mean: Some(Wage::Cents(5_500_000)),
                },
                hourly: WageRange::default(),
            }),
            outlook: Some(Outlook {
                employment: Some(Thousands(12)),
                projected: Some(Thousands(11)),
                change: Some(Thousands(-1)),
                change_percent: PercentTenths(-83),
                openings: Thousands(2),
                self_employed: None,
                education: Some("No formal educational credential"),
                experience: Some("None"),
                training: None,
            }),
            next: None,
            ai: None,
        }]),
        all_occupations: Some(Pay {
            employment: Some(10_000),
            annual: WageRange { median: Some(Wage::Cents(4_950_000)), ..WageRange::default() },
            hourly: WageRange::default(),
        }),
        places: Shared::from(vec![
            place(48, "Texas", Some("TX"), 230),
            place(56, "Wyoming", Some("WY"), 40),
            place(12_420, "Austin-Round Rock-San Marcos, TX", None, 60),
        ]),
        years: Shared::from(vec![year(2021, "May 2021", 4_800), year(2025, "May 2025", 5_300)]),
        socs: Shared::from(vec![
            ("45-0000".parse().unwrap(), "Farming Occupations"),
            ("45-2093".parse().unwrap(), "Farmworkers, Hives"),
            ("55-0000".parse().unwrap(), "Military Occupations"),
        ]),
        sources: vec![Source {
            id: SourceId::Onet,
            name: "O*NET",
            release: "30.3",
            publisher: "Publisher",
            address: "https://example.org/",
            licence: "CC BY 4.0",
            date: "2026-05",
            sha256: "00",
            attribution: "Attribution to show.",
        }],
        rows: vec![("roles.csv", 3)],
        ..Catalog::default()
    }))
}

/// The same, counting a staff of twenty: twelve beekeepers, one inspector, seven in no role.
pub fn staffed() -> Catalog<'static> {
    let [bees, inspectors] = ["45-2093.01", "45-2093.02"].map(|code| code.parse().unwrap());
    let headcounts = Headcounts::new("staff.csv", [(bees, 12.0), (inspectors, 0.5)], 20.0);
    catalog().with_headcounts(Some(Arc::new(headcounts)))
}

/// A place where the one published code has that many workers, paid by their number. Wyoming withholds the wages.
fn place(area: u32, name: &'static str, letters: Option<&'static str>, people: u32) -> Place<'static> {
    let wage = |dollars: u32| Some(Wage::Cents(dollars * 100)).filter(|_| area != 56);
    let annual = WageRange { p10: wage(30_000), median: wage(50_000 + people * 10), ..WageRange::default() };
    let all = Pay { employment: Some(people * 50), annual: WageRange::default(), hourly: WageRange::default() };
    let estimate = Estimate {
        published: PublishedId(0),
        pay: Pay { employment: Some(people), annual, hourly: WageRange::default() },
        error: Some(PercentTenths(125)),
        per_thousand: Some(Thousandths(20_000)),
        quotient: Some(Hundredths(163)),
    };
    let price_level = letters.map(|_| Thousandths(97_500));
    Place { area, name, letters, price_level, estimates: Estimates::of(Some(all), &[estimate]) }
}

/// The nation in a year in which the one published code had a median of that many tens of dollars.
fn year(year: u16, release: &'static str, tens: u32) -> Year<'static> {
    let wage = |dollars: u32| Some(Wage::Cents(dollars * 100));
    let annual =
        WageRange { p10: wage(tens * 6), median: wage(tens * 10), p90: Some(Wage::TopCoded), ..WageRange::default() };
    let pay = |employment: u32| Pay { employment: Some(employment), annual, hourly: WageRange::default() };
    let estimate = Estimate {
        published: PublishedId(0),
        pay: pay(1_000 + u32::from(year - 2000) * 10),
        error: None,
        per_thousand: None,
        quotient: None,
    };
    Year { year, release, estimates: Estimates::of(Some(pay(10_000)), &[estimate]) }
}

/// An engine over the catalog.
pub fn engine() -> Engine {
    engine_of(catalog())
}

/// An engine over a changed catalog.
pub fn engine_of(catalog: &'static Catalog<'static>) -> Engine {
    Engine::open(build(catalog).unwrap().leak(), catalog).unwrap()
}

fn reading(raw: f64, percentile: f64, soc: Option<&str>) -> Reading {
    Reading { raw, percentile: Percentile(percentile), published_for: soc.map(|soc| soc.parse().unwrap()) }
}

fn exposure(gamma: f64, percentile: f64) -> Exposure {
    let mut exposure = Exposure {
        index: Some(Index { percentile: Percentile(percentile), mean: percentile, studies: 2 }),
        ..Exposure::default()
    };
    exposure.readings[Measure::Gpt4Gamma as usize] = Some(reading(gamma, percentile, None));
    exposure.readings[Measure::HumanGamma as usize] = Some(reading(gamma / 2.0, percentile, None));
    exposure.readings[Measure::MicrosoftUser as usize] = Some(reading(0.25, percentile - 10.0, Some("45-2093")));
    exposure
}

/// How AI is used for a task whose text so many tasks have; nothing is classified where all ways are 0.
fn usage(task: u32, sharing: u16, ways: [u16; 5]) -> TaskUsage {
    let shares =
        [Some(Millionths(400)).filter(|_| sharing == 1), None, Some(Millionths(if sharing == 1 { 600 } else { 400 }))];
    TaskUsage { task, sharing, shares, api: Some(Millionths(90)), ways: Some(ways.map(Hundredths)) }
}

fn task(id: u32, wording: &'static str, labels: Option<(Label, Label)>) -> Task<'static> {
    Task {
        id,
        wording,
        kind: if id.is_multiple_of(2) { TaskKind::Supplemental } else { TaskKind::Core },
        importance: Ok(Hundredths(450 - u16::try_from(id).unwrap())),
        relevance: Ok(Hundredths(9000)),
        labels: labels.map(|(gpt4, human)| TaskLabels { gpt4, human }),
        observed_use: Some(0.125),
        activities: vec![ActivityId(0)],
    }
}

fn role(code: &str, title: &'static str, summary: &'static str) -> Role<'static> {
    Role {
        code: code.parse().unwrap(),
        title,
        summary,
        job_zone: None,
        alternates: Vec::new(),
        tasks: Vec::new(),
        capabilities: Vec::new(),
        work_activities: Vec::new(),
        withheld: Vec::new(),
        software: Vec::new(),
        tools: Vec::new(),
        related: Vec::new(),
        education: Vec::new(),
        interests: None,
        at_home: None,
        surveys: Vec::new(),
        retired: Vec::new(),
        published: None,
        exposure: Exposure::default(),
    }
}

fn rating(element: u16, importance: u16) -> Rating {
    Rating { element: ElementId(element), importance: Hundredths(importance), level: Ok(Hundredths(400)) }
}

fn beekeepers() -> Role<'static> {
    Role {
        job_zone: Some(3),
        alternates: vec![Alternate {
            title: "Honey Producer",
            short: None,
            origin: TitleOrigin::ReportedShown,
            sources: 0,
        }],
        tasks: vec![
            task(1, "Extract honey from combs and fill it into jars", Some((Label::E0, Label::E0))),
            task(2, "Write down what each hive yields", Some((Label::E2, Label::E1))),
            task(3, "Calm bees with smoke", None),
        ],
        capabilities: vec![rating(2, 450), rating(0, 325), rating(1, 200)],
        work_activities: vec![rating(3, 400)],
        software: vec![SoftwareUse { software: SoftwareId(0), category: KindId(1), hot: false, in_demand: true }],
        tools: vec![ToolUse { tool: ToolId(0), commodity: KindId(0) }],
        related: vec![Related { role: RoleId(1), tier: Tier::PrimaryShort }],
        education: vec![
            EducationShare { level: 1, percent: Err(Gap::Withheld) },
            EducationShare { level: 2, percent: Ok(Hundredths(6000)) },
        ],
        surveys: vec![Survey {
            table: Surveyed::Tasks,
            oldest: Month::new(2014, 7).unwrap(),
            newest: Month::new(2019, 8).unwrap(),
        }],
        retired: vec![(9, TaskLabels { gpt4: Label::E2, human: Label::E0 })],
        interests: Some([Hundredths(600); 6]),
        at_home: Some(AtHome { possible: false, from: vec!["45-2093.01".parse().unwrap()] }),
        published: Some(PublishedId(0)),
        exposure: exposure(0.25, 20.0),
        ..role("45-2093.01", "Beekeepers", "Keep bees and sell what they make")
    }
}

fn inspectors() -> Role<'static> {
    Role {
        job_zone: Some(4),
        alternates: vec![
            Alternate { title: "Bee Inspector", short: Some("BI"), origin: TitleOrigin::Reported, sources: 0 },
            Alternate { title: "Apiary Inspector", short: None, origin: TitleOrigin::JobTitle, sources: 0b10 },
        ],
        tasks: vec![task(5, "Inspect hives for disease and taste their honey", Some((Label::E1, Label::E1)))],
        capabilities: vec![rating(0, 475), rating(1, 300)],
        at_home: Some(AtHome { possible: true, from: vec!["45-2011.00".parse().unwrap()] }),
        software: vec![SoftwareUse { software: SoftwareId(0), category: KindId(2), hot: true, in_demand: false }],
        published: Some(PublishedId(0)),
        exposure: exposure(0.75, 80.0),
        ..role("45-2093.02", "Hive Inspectors", "Look at hives for the state")
    }
}

fn all_other() -> Role<'static> {
    role(
        "55-9999.00",
        "Military Hive Specialists, All Other",
        "All military work with hives that has no code of its own",
    )
}
