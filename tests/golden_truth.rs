//! What was told wrongly once, as kinds: what is withheld, what is tied, what is claimed. The right values are read from
//! the published files in `../shared`; where they are absent these tests say so and pass.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use rolescope::catalog::provenance::{Origins, Raw};
use rolescope::catalog::{
    Catalog, Code, Family, Figure, Gap, Hundredths, Measure, Metric, RoleId, SocCode, Study, Surveyed, TaskKind,
};
use rolescope::compare::moves::{LESS_OVERLAP, Moves, Question, Scope, Terms};
use rolescope::compare::ranking::{Column, Direction, Ranking, Rows};
use rolescope::compare::workforce::Workforce;
use rolescope::screens::role::rows::{Row, rows};
use rolescope::screens::role::section::Section;
use rolescope::search::Engine;

/// A row by the names of its columns.
type Record = HashMap<String, String>;

fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(file);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {file} is not here");
    None
}

fn onet(file: &str) -> Option<Vec<Record>> {
    text(&format!("onet-30.3/db_30_3_text/{file}"), b'\t', false)
}

fn text(file: &str, delimiter: u8, quoting: bool) -> Option<Vec<Record>> {
    let path = shared(file)?;
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).quoting(quoting).from_path(path).unwrap();
    Some(reader.deserialize().map(Result::unwrap).collect())
}

fn workbook(file: &str, sheet: Option<&str>, head: usize) -> Option<Vec<Record>> {
    let mut book: Xlsx<_> = open_workbook(shared(file)?).unwrap();
    let name = sheet.map_or_else(|| book.sheet_names()[0].clone(), str::to_owned);
    let cell = |data: &Data| data.to_string().trim().to_owned();
    let all: Vec<Vec<String>> =
        book.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(cell).collect()).collect();
    let names = &all[head];
    Some(all[head + 1..].iter().map(|row| names.iter().cloned().zip(row.iter().cloned()).collect()).collect())
}

fn engine() -> Engine {
    rolescope::snapshot::open().unwrap()
}

fn id(catalog: &Catalog<'_>, code: &str) -> RoleId {
    catalog.role_by_code(code.parse().unwrap()).unwrap()
}

/// Of 1,016 roles 111 have shares that O*NET advises to suppress. Each is told, none is shown, and where under half is
/// published nothing is drawn.
#[test]
fn withheld_shares_of_education_are_told() {
    let Some(published) = onet("Education.txt") else { return };
    let (mut shown, mut withheld) = (BTreeMap::new(), BTreeMap::new());
    for row in published.iter().filter(|row| row["Scale ID"] == "RL" && row["Element ID"] == "2.D.1") {
        let key = (row["O*NET-SOC Code"].clone(), row["Category"].parse::<u8>().unwrap());
        let list = if row["Recommend Suppress"] == "Y" { &mut withheld } else { &mut shown };
        list.insert(key, row["Data Value"].parse::<f64>().unwrap());
    }
    let engine = engine();
    let catalog = engine.catalog();
    let mut roles = 0;
    for (id, role) in catalog.roles_with_ids() {
        let of = |list: &BTreeMap<(String, u8), f64>| -> Vec<(u8, f64)> {
            let code = role.code.to_string();
            list.iter().filter(|((one, _), _)| *one == code).map(|((_, level), share)| (*level, *share)).collect()
        };
        let told = role.education.iter().filter_map(|share| Some((share.level, share.percent.ok()?.value())));
        assert_eq!(told.collect::<Vec<_>>(), of(&shown), "{}", role.code);
        let gaps: Vec<u8> = role.education.iter().filter(|s| s.percent.is_err()).map(|s| s.level).collect();
        assert_eq!(gaps, of(&withheld).iter().map(|(level, _)| *level).collect::<Vec<_>>(), "{}", role.code);
        let page = rows(catalog, id, Section::Overview);
        let says =
            page.iter().any(|row| matches!(row, Row::Remark(told) if told.text.starts_with("Withheld, as too few")));
        assert_eq!(says, !gaps.is_empty(), "{}", role.code);
        let sum: f64 = of(&shown).iter().map(|(_, share)| share).sum();
        let drawn = page.iter().any(|row| matches!(row, Row::Share { bar: true, .. }));
        assert!(!drawn || gaps.is_empty() || sum >= 50.0, "{}: {sum}", role.code);
        roles += usize::from(!gaps.is_empty());
    }
    assert_eq!(roles, 111);
}

/// Importance is withheld, not rated, or in a file that rolescope has no copy of: three different things.
#[test]
fn a_task_without_importance_says_which_of_four_it_is() {
    let Some(ratings) = text("onet-standins/Task Ratings.IM_RT.txt", b'\t', false) else { return };
    let status: HashMap<u32, &str> =
        ratings.iter().map(|row| (row["Task ID"].parse().unwrap(), row["Status in 30.3"].as_str())).collect();
    let engine = engine();
    let mut counts: BTreeMap<Gap, usize> = BTreeMap::new();
    for task in engine.catalog().roles.iter().flat_map(|role| &role.tasks) {
        let expected = match (status.get(&task.id), task.kind) {
            (Some(&"current"), _) => None,
            (Some(_), _) => Some(Gap::Superseded),
            // O*NET rates every core and every supplemental task, and no other.
            (None, TaskKind::Unclassified) => Some(Gap::NotRated),
            (None, _) => Some(Gap::NotHeld),
        };
        assert_eq!(task.importance.err(), expected, "task {}", task.id);
        *counts.entry(expected.unwrap_or(Gap::Withheld)).or_default() += usize::from(expected.is_some());
    }
    let held_by_onet = counts[&Gap::NotHeld] + counts[&Gap::Superseded];
    assert_eq!((held_by_onet, counts[&Gap::Superseded]), (1_362, 1_034));
    let seed = &engine.catalog().roles[usize::from(id(engine.catalog(), "15-1299.05").0)];
    assert!(seed.tasks.iter().all(|task| task.importance.is_err_and(|gap| gap.word() == "not in rolescope's copy")));
}

/// Levels by O*NET's two flags, of every row of skills and knowledge.
#[test]
fn levels_are_withheld_or_not_relevant_by_the_flags() {
    let tables = [
        ("onet-30.3/db_30_3_text/Essential Skills.txt", Family::EssentialSkill),
        ("onet-30.3/db_30_3_text/Transferable Skills.txt", Family::TransferableSkill),
        ("onet-standins/Knowledge.txt", Family::Knowledge),
    ];
    let engine = engine();
    let catalog = engine.catalog();
    let mut checked = 0;
    for (file, family) in tables {
        let Some(published) = text(file, b'\t', false) else { return };
        let levels: HashMap<(&str, &str), (&Record, &Record)> = {
            let of = |scale: &str| -> HashMap<(&str, &str), &Record> {
                let rows = published.iter().filter(|row| row["Scale ID"] == scale);
                rows.map(|row| ((row["O*NET-SOC Code"].as_str(), row["Element ID"].as_str()), row)).collect()
            };
            let importance = of("IM");
            of("LV").into_iter().map(|(key, level)| (key, (importance[&key], level))).collect()
        };
        for role in &catalog.roles {
            let code = role.code.to_string();
            for rating in &role.capabilities {
                let element = catalog.element(rating.element).unwrap();
                if element.family != family {
                    continue;
                }
                let (importance, level) = levels[&(code.as_str(), element.id)];
                assert_ne!(importance["Recommend Suppress"], "Y");
                let expected = match (level["Not Relevant"].as_str(), level["Recommend Suppress"].as_str()) {
                    ("Y", _) => Err(Gap::NotRelevant),
                    (_, "Y") => Err(Gap::Withheld),
                    _ => Ok(level["Data Value"].parse::<f64>().unwrap()),
                };
                assert_eq!(rating.level.map(Hundredths::value), expected, "{code} {}", element.id);
                checked += 1;
            }
            for id in role.withheld.iter().filter(|id| catalog.element(**id).unwrap().family == family) {
                let (importance, _) = levels[&(code.as_str(), catalog.element(*id).unwrap().id)];
                assert_eq!(importance["Recommend Suppress"], "Y");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 894 * (10 + 25 + 33));
}

/// The sums behind the published scores leave floating-point noise: 0.9999999999999999 is 1.
#[test]
fn equal_scores_have_equal_percentiles() {
    let Some(scores) = text("exposure/occ_level.csv", b',', true) else { return };
    let engine = engine();
    let catalog = engine.catalog();
    for (measure, column) in [
        (Measure::Gpt4Gamma, "dv_rating_gamma"),
        (Measure::Gpt4Beta, "dv_rating_beta"),
        (Measure::Gpt4Alpha, "dv_rating_alpha"),
        (Measure::HumanGamma, "human_rating_gamma"),
        (Measure::HumanBeta, "human_rating_beta"),
        (Measure::HumanAlpha, "human_rating_alpha"),
    ] {
        let mut by_score: BTreeMap<String, HashSet<String>> = BTreeMap::new();
        for row in &scores {
            let Some(role) = catalog.role_by_code(row["O*NET-SOC Code"].parse().unwrap()) else { continue };
            let reading = catalog.role(role).unwrap().exposure.reading(measure).unwrap();
            let score = format!("{:.9}", row[column].parse::<f64>().unwrap());
            by_score.entry(score).or_default().insert(format!("{:.6}", reading.percentile.0));
        }
        assert!(by_score.values().all(|percentiles| percentiles.len() == 1), "{column}");
    }
    let reporters = &catalog.role(id(catalog, "27-3092.00")).unwrap().exposure;
    assert_eq!(reporters.reading(Measure::Gpt4Gamma).unwrap().percentile.to_string(), "95th");
}

/// A product is of one kind for one role and of another for the next: 31,821 rows of software, 41,662 of tools.
#[test]
fn kinds_of_software_and_tools_are_kept_with_the_role() {
    let (Some(software), Some(tools)) =
        (onet("Software Skills.txt"), workbook("onet-standins/Tools Used.xlsx", None, 0))
    else {
        return;
    };
    let engine = engine();
    let catalog = engine.catalog();
    let set = |rows: &[Record], name: &str, kind: &str| -> HashSet<(String, String, String)> {
        rows.iter().map(|row| (row["O*NET-SOC Code"].clone(), row[name].clone(), row[kind].clone())).collect()
    };
    let mut here = HashSet::new();
    for role in &catalog.roles {
        for used in &role.software {
            let name = catalog.software(used.software).unwrap().name;
            here.insert((role.code.to_string(), name.to_owned(), catalog.kind(used.category).to_owned()));
        }
    }
    assert!(here == set(&software, "Workplace Example", "Element Name"), "software differs");
    here.clear();
    for role in &catalog.roles {
        for used in &role.tools {
            let name = catalog.tool(used.tool).unwrap().name;
            here.insert((role.code.to_string(), name.to_owned(), catalog.kind(used.commodity).to_owned()));
        }
    }
    assert!(here == set(&tools, "Example", "Commodity Title"), "tools differ");
}

/// AIOE's codes are of SOC 2010. A code that was only renumbered has its figure; one that changed its content says so.
#[test]
fn aioe_follows_codes_that_were_only_renumbered() {
    let (Some(pairs), Some(scores)) = (
        workbook("bls/soc_2010_to_2018_crosswalk.xlsx", None, 8),
        workbook("exposure/AIOE_DataAppendix.xlsx", Some("Appendix A"), 0),
    ) else {
        return;
    };
    let scores: HashMap<&str, f64> =
        scores.iter().map(|row| (row["SOC Code"].as_str(), row["AIOE"].parse().unwrap())).collect();
    let pairs: HashSet<(&str, &str)> =
        pairs.iter().map(|row| (row["2010 SOC Code"].as_str(), row["2018 SOC Code"].as_str())).collect();
    let engine = engine();
    let catalog = engine.catalog();
    let origins = Origins { catalog, record: None };
    let (mut renumbered, mut changed) = (0, 0);
    for (role_id, role) in catalog.roles_with_ids() {
        let soc = role.code.soc().to_string();
        let old: Vec<&str> = pairs.iter().filter(|(_, new)| *new == soc).map(|(old, _)| *old).collect();
        let parts = |old: &str| pairs.iter().filter(|(one, _)| *one == old).count();
        let reading = role.exposure.reading(Measure::Aioe).map(|reading| reading.raw);
        if let [one] = old[..]
            && parts(one) == 1
        {
            assert_eq!(reading, scores.get(one).copied(), "{}", role.code);
            renumbered += usize::from(one != soc && reading.is_some());
        } else if reading.is_some() {
            let said = origins.of(role_id, Figure::Measure(Measure::Aioe)).unwrap().computation.concat();
            assert!(said.contains("which was wider") || said.contains("which was narrower"), "{}: {said}", role.code);
            changed += usize::from(old.contains(&soc.as_str()));
        }
    }
    assert_eq!((renumbered, changed), (40, 34));
    let seed = catalog.role(id(catalog, "15-1299.05")).unwrap();
    assert_eq!(seed.exposure.index.unwrap().percentile.to_string(), "97th");
}

/// One study is a gauge and no composite, and a zero that half of all roles share sets no end of a spread.
#[test]
fn the_index_rests_on_two_studies_at_least() {
    let engine = engine();
    let mut single = 0;
    for role in &engine.catalog().roles {
        let studies = Measure::IN_INDEX.iter().filter(|measure| role.exposure.reading(**measure).is_some()).count();
        assert_eq!(role.exposure.index.map(|index| usize::from(index.studies)), (studies >= 2).then_some(studies));
        single += usize::from(studies == 1);
        let gauges = Study::ALL.map(|study| study.measures()[0]);
        let telling = gauges.iter().filter_map(|measure| {
            let reading = role.exposure.reading(*measure)?;
            (*measure != Measure::AnthropicObserved || reading.raw > 0.0).then_some(reading.percentile.0)
        });
        let mut percentiles: Vec<f64> = telling.collect();
        percentiles.sort_by(f64::total_cmp);
        let ends = (percentiles.len() > 1).then(|| (percentiles[0], percentiles[percentiles.len() - 1]));
        assert_eq!(role.exposure.spread().map(|(low, high)| (low.0, high.0)), ends, "{}", role.code);
    }
    assert!(single > 0, "there are roles of one study");
}

/// Labels of tasks that O*NET has retired count in the study's scores: the rows that are named are those of the file.
#[test]
fn the_rows_behind_a_task_mix_are_those_of_the_file() {
    let Some(labels) = text("exposure/full_labelset.tsv", b'\t', true) else { return };
    let mut rows: HashMap<&str, [[usize; 3]; 2]> = HashMap::new();
    for row in &labels {
        let counts = rows.entry(row["O*NET-SOC Code"].as_str()).or_default();
        for (counts, column) in counts.iter_mut().zip(["gpt4_exposure", "human_exposure_agg"]) {
            counts[["E1", "E2", "E0"].iter().position(|label| *label == row[column]).unwrap()] += 1;
        }
    }
    let engine = engine();
    let origins = Origins { catalog: engine.catalog(), record: None };
    let mut checked = 0;
    for (id, role) in engine.catalog().roles_with_ids() {
        let code = role.code.to_string();
        let Some(counts) = rows.get(code.as_str()) else { continue };
        for ([e1, e2, e0], human) in counts.iter().zip([false, true]) {
            let traced = origins.of(id, Figure::TaskMix { human }).unwrap();
            let said = format!("E1 in {e1} rows, E2 in {e2} rows, E0 in {e0} rows");
            assert_eq!(traced.cells[0].raw, Raw::Value(said), "{code}");
            checked += 1;
        }
    }
    assert_eq!(checked, 2 * 923);
}

/// O*NET's dates, table by table: the tasks of 139 of 923 roles are older than 2016.
#[test]
fn a_role_says_how_old_its_surveys_are() {
    let Some(statements) = onet("Task Statements.txt") else { return };
    let mut newest: HashMap<Code, (u16, u16)> = HashMap::new();
    for row in &statements {
        let (month, year) = row["Date"].split_once('/').unwrap();
        let date = (year.parse().unwrap(), month.parse().unwrap());
        let known = newest.entry(row["O*NET-SOC Code"].parse().unwrap()).or_insert(date);
        *known = (*known).max(date);
    }
    let engine = engine();
    let mut old = 0;
    for role in engine.catalog().roles.iter().filter(|role| role.is_surveyed()) {
        let survey = role.survey(Surveyed::Tasks).unwrap();
        let (year, month) = newest[&role.code];
        assert_eq!(survey.newest.to_string(), format!("{year}-{month:02}"), "{}", role.code);
        old += usize::from(survey.newest.year() < 2016);
    }
    assert_eq!(old, 139);
}

/// What is published for a code counts once: 98 roles with more than half a million workers share 68
/// published figures.
#[test]
fn a_ranking_by_people_has_a_row_for_each_code() {
    let engine = engine();
    let catalog = engine.catalog();
    let workforce = Workforce::of(catalog);
    let selected = engine.select("employment:>500k");
    let by = Column::Figure(Metric::Employment);
    assert_eq!(Rows::usual(by, true), Rows::Codes);
    let ranking = |rows| Ranking::of(catalog, &workforce, &selected, (by, Direction::Descending), rows);
    let (roles, codes) = (ranking(Rows::Roles), ranking(Rows::Codes));
    assert_eq!((roles.roles().len(), codes.roles().len()), (98, 68));
    assert_eq!(roles.summary, codes.summary, "the workers are the same");
    let published: Vec<_> = codes.roles().iter().map(|id| catalog.role(*id).unwrap().published).collect();
    assert_eq!(published.iter().collect::<HashSet<_>>().len(), 68);
    for id in codes.roles() {
        let all = codes.stands_for(*id);
        assert!(all.is_empty() || codes.title(catalog, *id).contains(&format!("({} roles)", all.len())));
    }
}

/// Five roles have an hourly wage only: they stand in the order of pay, and never as "not published".
#[test]
fn roles_with_an_hourly_wage_only_are_ranked_and_moved_by_it() {
    let Some(wages) = workbook("bls/national_M2024_dl.xlsx", None, 0) else { return };
    let hourly: HashMap<SocCode, f64> = wages
        .iter()
        .filter(|row| row["A_MEDIAN"] == "*" && row["H_MEDIAN"].parse::<f64>().is_ok() && row["O_GROUP"] == "detailed")
        .map(|row| (row["OCC_CODE"].parse().unwrap(), row["H_MEDIAN"].parse().unwrap()))
        .collect();
    let engine = engine();
    let catalog = engine.catalog();
    let only = |role: &rolescope::catalog::Role<'_>| {
        catalog.published(role).and_then(|published| hourly.get(&published.soc).copied())
    };
    let found: Vec<(RoleId, f64)> = catalog.roles_with_ids().filter_map(|(id, role)| Some((id, only(role)?))).collect();
    assert_eq!(found.len(), 5);
    let all: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
    let order = (Column::Figure(Metric::Pay), Direction::Descending);
    let ranking = Ranking::of(catalog, &Workforce::of(catalog), &all, order, Rows::Roles);
    for (id, wage) in found {
        let role = catalog.role(id).unwrap();
        assert_eq!(Metric::Pay.text(catalog, role), format!("${wage:.2} an hour"));
        assert_eq!(Metric::Pay.value(catalog, role), None, "no yearly figure is made up");
        let row = ranking.row(id).unwrap();
        assert!(ranking.rank(row).is_some(), "{}", role.title);
        let moves = Moves::of(catalog, id);
        assert!(moves.rows.iter().any(|row| row.pay.to_string().ends_with("/h")), "{}", role.title);
    }
}

/// Terms of moves by every pair of sixty roles: less overlap is five points, no faster decline, and chances enough.
#[test]
fn terms_of_moves_mean_what_they_say() {
    let engine = engine();
    let catalog = engine.catalog();
    for (from, here) in catalog.roles_with_ids().step_by(17) {
        let moves = Moves::of(catalog, from);
        let terms = Terms { openings: 5_000, ..Terms::BETTER };
        let listed = moves.list(catalog, Question { scope: Scope::All, terms, ..Question::default() });
        for row in listed.rows.iter().map(|at| &moves.rows[*at]) {
            let there = catalog.role(row.role).unwrap();
            let rounded =
                |role: &rolescope::catalog::Role<'_>| f64::from(role.exposure.index.unwrap().percentile.rounded());
            assert!(rounded(here) - rounded(there) >= LESS_OVERLAP);
            let change = |role| Metric::Change.value(catalog, role);
            assert!(change(there).unwrap() >= 0.0 || change(there) >= change(here));
            assert!(Metric::Openings.value(catalog, there).unwrap() >= 5_000.0);
        }
    }
}

/// Every figure of every role can be asked for by its name, its titles and its education among them.
#[test]
fn where_knows_every_list_of_every_role() {
    let engine = engine();
    let catalog = engine.catalog();
    for role in &catalog.roles {
        for (list, count) in Figure::lists(catalog, role) {
            let named = Figure::named(catalog, role, list);
            assert!(list == "titles" || named.len() == count, "{} {list}", role.code);
        }
        for alternate in role.alternates.iter().step_by(9) {
            assert!(!Figure::named(catalog, role, alternate.title).is_empty(), "{} {}", role.code, alternate.title);
        }
    }
}
