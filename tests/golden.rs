//! Figures of the embedded data, written out from the published files that are named beside them.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use rolescope::catalog::{Catalog, Family, Measure, Period, Role};
use rolescope::search::{Engine, Found};

fn engine() -> Engine {
    rolescope::snapshot::open().unwrap()
}

fn role<'c>(catalog: &'c Catalog<'static>, code: &str) -> &'c Role<'static> {
    catalog.role(catalog.role_by_code(code.parse().unwrap()).unwrap()).unwrap()
}

/// O*NET 30.3 (job titles, reported titles, software, related occupations, skills), its stand-ins (knowledge,
/// abilities, work activities, tools used), and the label set of GPTs are GPTs.
#[test]
fn every_row_of_the_sources_is_here() {
    let engine = engine();
    let catalog = engine.catalog();
    assert_eq!(catalog.roles.len(), 1_016);
    assert_eq!(catalog.roles.iter().filter(|role| role.is_surveyed()).count(), 923);
    assert_eq!(catalog.roles.iter().filter(|role| role.job_zone.is_some()).count(), 923);
    assert_eq!(catalog.task_count(), 18_796);
    let labelled = |role: &Role<'_>| role.tasks.iter().filter(|task| task.labels.is_some()).count();
    assert_eq!(catalog.roles.iter().map(labelled).sum::<usize>(), 18_739);
    for (table, rows) in [
        ("job_titles.csv", 57_543),
        ("reported_titles.csv", 7_953),
        ("software.csv", 31_821),
        ("tools.csv", 41_662),
        ("related.csv", 18_460),
        ("essential_skills.csv", 8_940),
        ("transferable_skills.csv", 22_350),
        ("knowledge.csv", 29_502),
        ("abilities.csv", 46_488),
        ("work_activities.csv", 36_654),
    ] {
        assert_eq!(catalog.rows.iter().find(|(name, _)| *name == table), Some(&(table, rows)));
    }
    assert_eq!(catalog.roles.iter().map(|role| role.related.len()).sum::<usize>(), 18_460);
    assert_eq!(catalog.roles.iter().map(|role| role.work_activities.len()).sum::<usize>(), 36_654);
}

/// The page of 2026-06-02: O*NET 30.3, OEWS May 2024, Employment Projections 2024-34, GPTs are GPTs, Working with AI.
#[test]
fn information_security_engineers_have_every_figure_of_the_seed_page() {
    let engine = engine();
    let catalog = engine.catalog();
    let role = role(catalog, "15-1299.05");
    let index = role.exposure.index.unwrap();
    assert_eq!(format!("{} {}", index.percentile, index.percentile.band()), "97th High");
    let percentile = |measure| role.exposure.reading(measure).unwrap().percentile.to_string();
    assert_eq!(percentile(Measure::Gpt4Gamma), "95th");
    assert_eq!(percentile(Measure::MicrosoftUser), "88th");
    assert_eq!(percentile(Measure::MicrosoftHeadline), "86th");
    let outlook = catalog.outlook(role).unwrap();
    assert_eq!(outlook.change_percent.to_string(), "8.2%");
    assert_eq!(outlook.words(), "Growing fast");
    assert_eq!(outlook.openings.to_string(), "31.3k");
    assert_eq!(outlook.jobs_text().as_deref(), Some("472k → 510.5k jobs"));
    let pay = catalog.pay(role).unwrap();
    assert_eq!(pay.annual.median.unwrap().text(Period::Year), "$108,970");
    assert_eq!(pay.employment, Some(439_380));
    let published = catalog.published(role).unwrap();
    assert_eq!(
        published.shared_note().unwrap(),
        "published for 15-1299 Computer Occupations, All Other, shared by 10 roles"
    );
    let names: Vec<&str> = role.alternates.iter().map(|alternate| alternate.title).take(8).collect();
    assert_eq!(
        names,
        [
            "Information Security Auditor",
            "Information Security System Engineer",
            "Infrastructure Security Engineer",
            "Security Engineer",
            "BISO (Business Information Security Officer)",
            "Cloud Engineer",
            "Engineer",
            "Security Analyst",
        ]
    );
    let tools: Vec<_> = role.software.iter().take(12).collect();
    let names: Vec<&str> = tools.iter().filter_map(|used| Some(catalog.software(used.software)?.name)).collect();
    assert_eq!(
        names,
        [
            "Amazon Web Services AWS software",
            "Bash",
            "IBM Terraform",
            "Kubernetes",
            "Linux",
            "Microsoft Active Directory",
            "Microsoft Azure software",
            "Microsoft PowerShell",
            "Oracle Java",
            "Python",
            "Splunk Enterprise",
            "Amazon Web Services AWS CloudFormation",
        ]
    );
    assert!(tools.iter().all(|used| used.hot));
    assert_eq!(tools.iter().map(|used| used.in_demand).collect::<Vec<_>>(), [[true; 11].as_slice(), &[false]].concat());
    let capabilities: Vec<_> = role
        .capabilities
        .iter()
        .take(12)
        .filter_map(|rating| catalog.element(rating.element))
        .map(|e| (e.name, e.family))
        .collect();
    assert_eq!(
        capabilities,
        [
            ("Computers and Electronics", Family::Knowledge),
            ("Reading Comprehension", Family::EssentialSkill),
            ("Oral Comprehension", Family::Ability),
            ("Critical Thinking", Family::EssentialSkill),
            ("Engineering and Technology", Family::Knowledge),
            ("Written Comprehension", Family::Ability),
            ("Oral Expression", Family::Ability),
            ("Active Listening", Family::EssentialSkill),
            ("Deductive Reasoning", Family::Ability),
            ("Information Ordering", Family::Ability),
            ("Speech Recognition", Family::Ability),
            ("Writing", Family::EssentialSkill),
        ]
    );
    let mut tasks: Vec<u32> = role.tasks.iter().map(|task| task.id).take(12).collect();
    assert_eq!(tasks[..8], [21_776, 21_769, 21_766, 21_783, 21_782, 21_774, 21_767, 21_773]);
    tasks[8..].sort_unstable();
    assert_eq!(tasks[8..], [21_771, 21_775, 21_777, 21_780]);
}

/// Roles without pay or outlook after the join of combined codes: BLS's crosswalk leaves out military roles, and OEWS
/// does not survey fishing and hunting.
#[test]
fn pay_and_outlook_are_missing_only_where_the_sources_lack_them() {
    let engine = engine();
    let catalog = engine.catalog();
    let military = [
        "55-1011.00",
        "55-1012.00",
        "55-1013.00",
        "55-1014.00",
        "55-1015.00",
        "55-1016.00",
        "55-1017.00",
        "55-1019.00",
        "55-2011.00",
        "55-2012.00",
        "55-2013.00",
        "55-3011.00",
        "55-3012.00",
        "55-3013.00",
        "55-3014.00",
        "55-3015.00",
        "55-3016.00",
        "55-3018.00",
        "55-3019.00",
    ];
    let lacking = |lacks: &dyn Fn(&Role<'_>) -> bool| -> Vec<String> {
        catalog.roles.iter().filter(|role| lacks(role)).map(|role| role.code.to_string()).collect()
    };
    assert_eq!(lacking(&|role| catalog.outlook(role).is_none()), military);
    assert_eq!(lacking(&|role| catalog.pay(role).is_none()), [&["45-3031.00"], military.as_slice()].concat());
    // Published by the hour only.
    let no_year = lacking(&|role| catalog.pay(role).is_some_and(|pay| pay.annual.median.is_none()));
    assert_eq!(no_year, ["27-2011.00", "27-2031.00", "27-2042.00", "27-2091.00", "27-2099.00"]);
    let by_hour = ["$23.33", "$23.97", "$42.45", "$20.59", "$20.99"];
    for (code, wage) in no_year.iter().zip(by_hour) {
        let pay = catalog.pay(role(catalog, code)).unwrap();
        assert_eq!(pay.hourly.median.unwrap().text(Period::Hour), wage, "{code}");
    }
    let surgeons = role(catalog, "29-1211.00");
    assert_eq!(catalog.pay(surgeons).unwrap().annual.median.unwrap().text(Period::Year), "at or above $239,200");
}

/// Median wage and employment: OEWS May 2024. Change in percent and openings in thousands: Employment Projections
/// 2024-34, Table 1.2. Job zone: O*NET 30.3.
#[test]
fn figures_across_the_major_groups_are_the_published_ones() {
    let engine = engine();
    let catalog = engine.catalog();
    for (code, wage, employed, change, openings, zone) in [
        ("11-1011.00", "206420", 211_850, "4.3", "22.2", "5"),
        ("13-2011.00", "81680", 1_448_290, "4.6", "124.2", "4"),
        ("15-1252.00", "133080", 1_654_440, "15.8", "115.2", "4"),
        ("17-2051.00", "99590", 355_410, "5.0", "23.6", "4"),
        ("19-2041.00", "80060", 84_930, "4.4", "8.5", "4"),
        ("21-1021.00", "58570", 382_960, "3.4", "35.1", "4"),
        ("23-1011.00", "151160", 747_750, "4.1", "31.5", "5"),
        ("25-2021.00", "62340", 1_393_310, "-2.0", "91.0", "4"),
        ("27-3042.00", "91670", 55_530, "0.9", "4.5", "4"),
        ("29-1141.00", "93600", 3_282_010, "4.9", "189.1", "4"),
        ("31-9091.00", "47300", 375_430, "6.4", "52.9", "3"),
        ("33-3051.00", "76290", 666_990, "3.1", "53.7", "3"),
        ("35-2014.00", "36830", 1_452_130, "14.9", "250.7", "2"),
        ("41-2031.00", "34580", 3_800_250, "-0.5", "555.8", "2"),
        ("43-4051.00", "42830", 2_725_930, "-5.5", "341.7", "2"),
        ("47-2111.00", "62350", 742_580, "9.5", "81.0", "3"),
        ("51-4121.00", "51000", 424_040, "2.2", "45.6", "2"),
        ("53-3032.00", "57440", 2_070_480, "4.0", "237.6", "2"),
    ] {
        let role = role(catalog, code);
        let pay = catalog.pay(role).unwrap();
        let outlook = catalog.outlook(role).unwrap();
        assert_eq!(pay.annual.median.unwrap().text(Period::Year).replace(['$', ','], ""), wage, "{code}");
        assert_eq!(pay.employment, Some(employed), "{code}");
        assert_eq!(outlook.change_percent.to_string(), format!("{change}%"), "{code}");
        assert_eq!(format!("{:.1}", f64::from(u32::try_from(outlook.openings.0).unwrap()) / 10.0), openings, "{code}");
        assert_eq!(role.job_zone.unwrap().to_string(), zone, "{code}");
    }
}

/// `dv_rating_gamma` and `human_rating_gamma` of `occ_level.csv`, GPTs are GPTs, with three decimals.
#[test]
fn raw_exposure_across_the_major_groups_is_the_published_one() {
    let engine = engine();
    for (code, model, people) in [
        ("11-1011.00", "0.820", "0.520"),
        ("13-2011.00", "1.000", "0.840"),
        ("15-1252.00", "0.947", "0.842"),
        ("15-1299.05", "1.000", "0.950"),
        ("17-2051.00", "0.821", "0.607"),
        ("19-2012.00", "0.955", "0.773"),
        ("21-1012.00", "0.526", "0.404"),
        ("23-1011.00", "0.850", "0.800"),
        ("25-2021.00", "0.568", "0.486"),
        ("29-1141.00", "0.619", "0.571"),
        ("29-1211.00", "0.500", "0.529"),
        ("35-2014.00", "0.162", "0.162"),
        ("41-2011.00", "0.279", "0.488"),
        ("43-4051.00", "1.000", "0.864"),
        ("47-2111.00", "0.195", "0.244"),
        ("51-4121.00", "0.098", "0.078"),
        ("53-3032.00", "0.365", "0.308"),
    ] {
        let exposure = &role(engine.catalog(), code).exposure;
        let raw = |measure| format!("{:.3}", exposure.reading(measure).unwrap().raw);
        assert_eq!((raw(Measure::Gpt4Gamma).as_str(), raw(Measure::HumanGamma).as_str()), (model, people), "{code}");
    }
}

#[test]
fn every_figure_is_in_its_range() {
    let engine = engine();
    for role in &engine.catalog().roles {
        let readings = role.exposure.readings.iter().flatten();
        assert!(readings.clone().all(|reading| (0.0..=100.0).contains(&reading.percentile.0)), "{}", role.code);
        assert!(role.exposure.index.is_none_or(|index| (1..=3).contains(&index.studies)), "{}", role.code);
        for rating in role.capabilities.iter().chain(&role.work_activities) {
            assert!(
                (100..=500).contains(&rating.importance.0) && rating.level.is_ok_and(|level| level.0 <= 700)
                    || rating.level.is_err()
            );
        }
        assert!(role.tasks.iter().all(|task| task.importance.ok().is_none_or(|i| (100..=500).contains(&i.0))));
    }
}

#[test]
fn titles_codes_and_addresses_find_their_roles() {
    let engine = engine();
    let first = |query: &str| {
        let hit = engine.search(query, 20).hits.into_iter().next().unwrap();
        (engine.catalog().role(hit.role).unwrap().title, hit.evidence[0].found)
    };
    let others: Vec<&str> = engine
        .catalog()
        .roles
        .iter()
        .map(|role| role.title)
        .filter(|title| first(title) != (*title, Found::Title))
        .collect();
    assert!(others.is_empty(), "an exact title comes first: {others:?}");
    assert_eq!(first("ethical hacker").0, "Penetration Testers");
    assert_eq!(engine.search("15-1299", 20).roles, 10);
    for query in ["15-1299.05", "https://singulariki.com/roles/role-15-1299-05"] {
        assert_eq!(first(query), ("Information Security Engineers", Found::Code));
    }
}

/// The committed pack is the one that the committed tables make.
#[test]
fn the_pack_is_what_the_tables_make() {
    let assets = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    rolescope::ingest::build::check_pack(&assets.join("tables"), &assets.join("snapshot.pack.xz")).unwrap();
}
