//! A small catalog with invented sentences: three bakers' roles, the second without any survey.

use crate::catalog::{
    Alternate, Catalog, Element, ElementId, Exposure, Family, Gap, Hundredths, Index, KindId, Label, Measure, Outlook,
    Pay, PercentTenths, Percentile, Published, PublishedId, Rating, Reading, Related, Role, RoleId, Shared, Software,
    SoftwareId, SoftwareUse, Source, SourceId, Task, TaskKind, TaskLabels, Thousands, Tier, TitleOrigin, Tool, ToolId,
    ToolUse, Wage, WageRange, Wording,
};

/// Surveyed, with every section.
pub const BAKERS: RoleId = RoleId(0);
/// Not surveyed; shares its SOC code with the first.
pub const CAKE: RoleId = RoleId(1);
/// Not surveyed; published under a combined code, hardly any figure.
pub const MIXERS: RoleId = RoleId(2);

fn role(code: &str, title: &'static str) -> Role<'static> {
    Role {
        code: code.parse().unwrap(),
        title,
        summary: "Bakes what people eat in the morning.",
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

fn alternate(title: &'static str, short: Option<&'static str>) -> Alternate<'static> {
    Alternate { title, short, origin: TitleOrigin::JobTitle, sources: 0 }
}

fn task(id: u32, wording: &'static str, kind: TaskKind, importance: Option<u16>) -> Task<'static> {
    Task {
        id,
        wording,
        kind,
        importance: importance.map(Hundredths).ok_or(Gap::NotHeld),
        relevance: Err(Gap::NotHeld),
        labels: importance.map(|_| TaskLabels { gpt4: Label::E1, human: Label::E0 }),
        observed_use: None,
        activities: Vec::new(),
    }
}

fn bakers() -> Role<'static> {
    let mut role = role("51-3011.00", "Bread, Rolls and Buns Bakers");
    role.job_zone = Some(2);
    role.at_home = Some(crate::catalog::AtHome { possible: false, from: vec![role.code] });
    role.alternates = vec![alternate("Oven Tender", Some("OT")), alternate("Pastry Hand", None)];
    role.tasks = vec![
        task(1, "Knead dough until it sings.", TaskKind::Core, Some(450)),
        task(2, "Sweep up <flour>.", TaskKind::Supplemental, None),
    ];
    role.capabilities = [(0, 412, Some(488)), (1, 400, None)]
        .map(|(element, importance, level)| Rating {
            element: ElementId(element),
            importance: Hundredths(importance),
            level: level.map(Hundredths).ok_or(Gap::NotRelevant),
        })
        .to_vec();
    role.work_activities =
        vec![Rating { element: ElementId(2), importance: Hundredths(301), level: Ok(Hundredths(250)) }];
    role.software = [(true, true), (true, false), (false, true), (false, false)]
        .into_iter()
        .zip(0..)
        .map(|((hot, in_demand), id)| SoftwareUse { software: SoftwareId(id), category: KindId(0), hot, in_demand })
        .collect();
    role.tools = vec![ToolUse { tool: ToolId(0), commodity: KindId(1) }];
    role.related = vec![Related { role: CAKE, tier: Tier::PrimaryShort }];
    role.published = Some(PublishedId(0));
    role.exposure.index = Some(Index { percentile: Percentile(96.97), mean: 91.25, studies: 2 });
    let reading = |raw, percentile, soc| Some(Reading { raw, percentile: Percentile(percentile), published_for: soc });
    role.exposure.readings[Measure::Gpt4Gamma as usize] = reading(0.912_34, 95.2, None);
    role.exposure.readings[Measure::MicrosoftUser as usize] = reading(0.25, 50.0, Some("51-3011".parse().unwrap()));
    role
}

fn published(soc: &str, title: &'static str, roles: u16, pay: Pay) -> Published<'static> {
    Published { soc: soc.parse().unwrap(), title, roles, pay: Some(pay), outlook: None, next: None, ai: None }
}

fn source(id: SourceId, name: &'static str, release: &'static str) -> Source<'static> {
    Source {
        id,
        name,
        release,
        publisher: "A publisher",
        address: "https://example.org/data",
        licence: "CC BY 4.0",
        date: "2026-05",
        sha256: "00",
        attribution: "With thanks to the publisher.",
    }
}

pub fn catalog() -> Catalog<'static> {
    let mut cake = role("51-3011.01", "Cake, Pie Bakers");
    cake.alternates = vec![alternate("Pastry Hand", None)];
    cake.published = Some(PublishedId(0));
    cake.exposure.readings[Measure::MicrosoftUser as usize] = bakers().exposure.reading(Measure::MicrosoftUser);
    let mut mixers = role("51-3092.00", "Dough Mixers");
    mixers.published = Some(PublishedId(1));

    let range = WageRange { median: Some(Wage::TopCoded), p10: Some(Wage::Cents(3_100_000)), ..WageRange::default() };
    let pay = Pay { employment: Some(439_380), annual: range, hourly: WageRange::default() };
    let nothing = Pay { employment: None, annual: WageRange::default(), hourly: WageRange::default() };
    let mut shared = published("51-3011", "Bakers", 2, pay);
    shared.outlook = Some(Outlook {
        employment: Some(Thousands(4720)),
        projected: Some(Thousands(4574)),
        change: Some(Thousands(-146)),
        change_percent: PercentTenths(-31),
        openings: Thousands(313),
        self_employed: None,
        education: Some("None, really"),
        experience: None,
        training: None,
    });
    let software = |name| Software { name };
    Catalog {
        wording: Wording::Own,
        roles: Shared::from(vec![bakers(), cake, mixers]),
        elements: Shared::from(vec![
            Element { id: "2.B.3.a", name: "Oven Design", family: Family::TransferableSkill },
            Element { id: "2.C.1.a", name: "Food Chemistry", family: Family::Knowledge },
            Element { id: "4.A.1.a", name: "Smelling Bread", family: Family::WorkActivity },
        ]),
        software: ["Crumb", "Dough Planner", "Loaf [pro]", "Yeast"].map(software).into_iter().collect(),
        tools: Shared::from(vec![Tool { name: "Rolling pins" }]),
        kinds: Shared::from(vec!["Baking software", "Pins"]),
        published: Shared::from(vec![shared, published("51-2090", "Mixers, combined", 1, nothing)]),
        socs: Shared::from(vec![
            ("51-0000".parse().unwrap(), "Production Occupations"),
            ("51-3011".parse().unwrap(), "Bakers"),
        ]),
        sources: vec![
            source(SourceId::Onet, "O*NET", "30.3"),
            source(SourceId::OnetTools, "O*NET Tools Used", "30.1"),
            source(SourceId::Oews, "Wages", "May 2024"),
            source(SourceId::Projections, "Projections", "2024–2034"),
            source(SourceId::Gpts, "Gpts", "1"),
            source(SourceId::Microsoft, "Microsoft", "1"),
        ],
        rows: vec![("roles.csv", 3), ("tasks.csv", 2)],
        ..Catalog::default()
    }
}
