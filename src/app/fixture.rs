//! A small catalog with invented sentences, for tests.

use std::sync::OnceLock;

use super::{App, Msg, update};
use crate::catalog::{
    Activity, ActivityId, Alternate, Catalog, Element, ElementId, Exposure, Family, Hundredths, Index, Label, Measure,
    Outlook, Pay, PercentTenths, Percentile, Published, PublishedId, Rating, Reading, Related, Role, RoleId, Software,
    SoftwareId, SoftwareUse, Source, SourceId, Task, TaskKind, TaskLabels, Thousands, Tier, TitleOrigin, Tool, ToolId,
    Wage, WageRange, Wording,
};
use crate::search::Engine;

/// The catalog: six roles of four major groups, some of them not surveyed.
pub fn catalog() -> &'static Catalog<'static> {
    static CATALOG: OnceLock<Catalog<'static>> = OnceLock::new();
    CATALOG.get_or_init(make)
}

/// An engine over it.
pub fn engine() -> Engine {
    Engine::stand_in(catalog())
}

/// The program at its start.
pub fn app() -> App {
    App::new(engine())
}

/// The program after a query was typed.
pub fn app_with_query(query: &str) -> App {
    let mut app = app();
    for letter in query.chars() {
        update(&mut app, Msg::Type(letter));
    }
    app
}

/// A role's id.
pub fn role(code: &str) -> RoleId {
    catalog().role_by_code(code.parse().unwrap()).unwrap()
}

fn source(id: SourceId, name: &'static str, release: &'static str) -> Source<'static> {
    Source {
        id,
        name,
        release,
        publisher: "A publisher",
        address: "https://example.org",
        licence: "CC BY 4.0",
        date: "2026-05",
        sha256: "",
        attribution: "Includes information of a publisher.",
    }
}

fn task(id: u32, wording: &'static str, importance: u16, activities: &[u16]) -> Task<'static> {
    Task {
        id,
        wording,
        kind: TaskKind::Core,
        importance: Some(Hundredths(importance)),
        relevance: Some(Hundredths(9000)),
        labels: Some(TaskLabels { gpt4: Label::E2, human: Label::E1 }),
        observed_use: Some(0.1),
        activities: activities.iter().copied().map(ActivityId).collect(),
    }
}

fn bare(code: &str, title: &'static str) -> Role<'static> {
    Role {
        code: code.parse().unwrap(),
        title,
        summary: "An invented line that says what the work is.",
        job_zone: None,
        alternates: Vec::new(),
        tasks: Vec::new(),
        capabilities: Vec::new(),
        work_activities: Vec::new(),
        software: Vec::new(),
        tools: Vec::new(),
        related: Vec::new(),
        education: Vec::new(),
        interests: None,
        published: None,
        exposure: Exposure::default(),
    }
}

fn full(code: &str, title: &'static str, percentile: f64, importance: u16, tasks: Vec<Task<'static>>) -> Role<'static> {
    let reading = |by: f64| Some(Reading { raw: by, percentile: Percentile(percentile * by), published_for: None });
    let mut readings = [None; Measure::COUNT];
    readings[Measure::Gpt4Gamma as usize] = reading(1.0);
    readings[Measure::MicrosoftUser as usize] = reading(0.9);
    readings[Measure::Aioe as usize] = reading(0.8);
    let title_of = |title| Alternate { title, short: None, origin: TitleOrigin::Reported };
    Role {
        job_zone: Some(4),
        alternates: match code {
            "15-1299.04" => vec![title_of("Ethical Hacker"), title_of("Red Team Operator")],
            _ => vec![title_of("Specialist")],
        },
        tasks,
        capabilities: vec![Rating { element: ElementId(0), importance: Hundredths(importance), level: None }],
        software: vec![SoftwareUse { software: SoftwareId(0), hot: true, in_demand: code.ends_with("04") }],
        tools: vec![ToolId(0)],
        related: vec![Related { role: RoleId(0), tier: Tier::PrimaryShort }],
        published: Some(PublishedId(0)),
        exposure: Exposure {
            index: Some(Index { percentile: Percentile(percentile), mean: percentile, studies: 3 }),
            readings,
        },
        ..bare(code, title)
    }
}

fn make() -> Catalog<'static> {
    let wages = WageRange { median: Some(Wage::Cents(10_897_000)), ..WageRange::default() };
    Catalog {
        wording: Wording::Own,
        roles: vec![
            Role { published: Some(PublishedId(1)), ..bare("11-1011.00", "Chief Executives") },
            bare("15-1211.00", "Computer Systems Analysts"),
            full(
                "15-1299.04",
                "Penetration Testers",
                96.0,
                450,
                vec![
                    task(1, "Look for ways into a network before others do.", 450, &[0, 1]),
                    task(2, "Write down what was found.", 410, &[]),
                ],
            ),
            full(
                "15-1299.05",
                "Information Security Engineers",
                97.0,
                412,
                vec![
                    task(3, "Plan how a network is kept safe.", 440, &[0]),
                    task(4, "Try the locks of a network.", 400, &[1, 0]),
                ],
            ),
            full("33-3021.02", "Police Detectives", 41.0, 300, vec![task(5, "Try the locks of a house.", 400, &[1])]),
            bare("55-3019.00", "Military Enlisted Workers, All Other"),
        ],
        elements: vec![Element { id: "2.A.1.a", name: "Reading Comprehension", family: Family::EssentialSkill }],
        software: vec![Software { name: "Nmap", category: "Network scanners" }],
        tools: vec![Tool { name: "Lock picks", commodity: "Lock tools" }],
        activities: vec![
            Activity { id: "4.A.1", name: "Examine networks" },
            Activity { id: "4.A.2", name: "Examine locks" },
        ],
        published: vec![
            Published {
                soc: "15-1299".parse().unwrap(),
                title: "Computer Occupations, All Other",
                roles: 2,
                pay: Some(Pay { employment: Some(439_380), annual: wages, hourly: WageRange::default() }),
                outlook: Some(Outlook {
                    employment: Thousands(4720),
                    projected: Thousands(5105),
                    change: Thousands(385),
                    change_percent: PercentTenths(82),
                    openings: Thousands(313),
                    self_employed: None,
                    education: Some("Bachelor's degree"),
                    experience: Some("None"),
                    training: Some("None"),
                }),
            },
            Published {
                soc: "11-1011".parse().unwrap(),
                title: "Chief Executives",
                roles: 1,
                pay: Some(Pay {
                    employment: None,
                    annual: WageRange { median: Some(Wage::TopCoded), ..WageRange::default() },
                    hourly: WageRange::default(),
                }),
                outlook: None,
            },
        ],
        socs: [("11-0000", "Management Occupations"), ("15-0000", "Computer and Mathematical Occupations")]
            .into_iter()
            .chain([("33-0000", "Protective Service Occupations"), ("55-0000", "Military Specific Occupations")])
            .map(|(code, title)| (code.parse().unwrap(), title))
            .collect(),
        sources: vec![
            source(SourceId::Onet, "O*NET", "30.3"),
            source(SourceId::Oews, "OEWS", "May 2024"),
            source(SourceId::Projections, "Employment Projections", "2024-34"),
        ],
    }
}
