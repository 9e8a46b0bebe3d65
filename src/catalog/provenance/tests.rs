//! Every figure of every role of the small catalog, and the rules that hold for all of the embedded one.

use super::*;
use crate::catalog::own::UsedFile;
use crate::catalog::{Measure, Metric, Percentile, Period};
use crate::fixture;

/// The part of a provenance that is empty.
pub(crate) fn empty_part(provenance: &Provenance) -> Option<&'static str> {
    let blank = |text: &str| text.trim().is_empty();
    let parts = [
        ("key", blank(&provenance.key)),
        ("name", blank(&provenance.name)),
        ("of", blank(&provenance.of)),
        ("shown", blank(&provenance.shown)),
        ("cells", provenance.cells.is_empty()),
        ("computation", provenance.computation.is_empty() || provenance.computation.iter().any(|step| blank(step))),
        ("published for", blank(&provenance.published_for)),
    ];
    let of_cell = |cell: &PublishedCell| {
        let parts = [
            ("dataset", blank(&cell.dataset)),
            ("release", blank(&cell.release)),
            ("licence", blank(&cell.licence)),
            ("file", blank(&cell.file)),
            ("row", cell.row.is_empty() || cell.row.iter().any(|(column, value)| blank(column) || blank(value))),
            ("column", blank(&cell.column)),
            ("raw value", blank(cell.raw.text())),
        ];
        parts.into_iter().find(|(_, is_empty)| *is_empty).map(|(name, _)| name)
    };
    let whole = parts.into_iter().find(|(_, is_empty)| *is_empty).map(|(name, _)| name);
    whole.or_else(|| provenance.cells.iter().find_map(of_cell))
}

fn origins<'s>(catalog: &'s Catalog<'s>) -> Origins<'s> {
    Origins { catalog, record: None }
}

fn of(id: u16, figure: Figure) -> Provenance {
    origins(fixture::catalog()).of(RoleId(id), figure).unwrap()
}

#[test]
fn a_published_figure_names_its_cell() {
    let pay = of(0, Figure::Wage(Period::Year, Point::Median));
    let [wage, way] = &pay.cells[..] else { panic!("two cells") };
    assert_eq!(wage.row_text(), "OCC_CODE 45-2093, O_GROUP detailed");
    assert_eq!((wage.value_text(), way.value_text()), ("A_MEDIAN = 51230".into(), "NEM Code = 45-2093".into()));
    assert_eq!((pay.shown.as_str(), way.is_way), ("$51,230", true));
    assert_eq!(pay.published_for, "published for 45-2093 Farmworkers, Hives, shared by 2 roles");
    let rating = of(0, Figure::Rating(crate::catalog::ElementId(2)));
    assert_eq!(rating.cells[0].row_text(), "O*NET-SOC Code 45-2093.01, Element ID 2.C.4.d, Scale ID IM");
    assert_eq!(rating.cells[0].value_text(), "Data Value = 4.50");
}

#[test]
fn what_is_missing_or_not_exact_says_what_the_file_has() {
    let raw = |point| of(0, Figure::Wage(Period::Year, point)).cells[0].raw.clone();
    assert_eq!(raw(Point::P90), Raw::Value("#".into()), "top-coded");
    assert_eq!(raw(Point::P75), Raw::Value("*".into()), "not published");
    assert_eq!(of(0, Figure::Training).cells[0].raw, Raw::Value("—".into()));
    assert_eq!(of(0, Figure::Experience).shown, "None", "a value of its own");
    let none = of(2, Figure::Wage(Period::Year, Point::Median));
    assert_eq!((none.shown.as_str(), none.cells[0].raw.value()), (NOT_PUBLISHED, None));
    assert_eq!(none.published_for, "looked up for 55-9999, which this role has alone");
    let study = of(2, Figure::Measure(Measure::MicrosoftUser));
    assert_eq!(study.cells[0].raw, Raw::Missing("no row for 55-9999".into()));
}

#[test]
fn a_year_names_its_own_workbook_and_what_it_lacks_is_not_filled() {
    let pay = of(0, Figure::YearPay(2021));
    assert_eq!(pay.cells[0].file, "national_M2021_dl.xlsx");
    assert_eq!((pay.key.as_str(), pay.cells[0].release.as_str()), ("pay_2021", "May 2021"));
    assert_eq!((pay.shown.as_str(), pay.cells[0].value_text().as_str()), ("$48,000", "A_MEDIAN = 48000"));
    let people = of(1, Figure::YearEmployment(2025));
    assert_eq!((people.shown.as_str(), people.cells[0].value_text().as_str()), ("1,250", "TOT_EMP = 1250"));
    for figure in [Figure::YearPay(2012), Figure::PayNewest, Figure::ChangeNext, Figure::OpeningsNext, Figure::BlsAi] {
        let none = of(0, figure);
        assert_eq!((none.shown.as_str(), none.cells[0].raw.value(), empty_part(&none)), (NOT_PUBLISHED, None, None));
    }
    let military = of(2, Figure::YearPay(2021));
    assert_eq!(military.cells[0].raw, Raw::Missing("no code of 2021 is the same work as 55-9999".into()));
    let named = |text: &str| Figure::named(fixture::catalog(), &fixture::catalog().roles[0], text);
    assert_eq!((named("pay_2021"), named("pay_2012")), (vec![Figure::YearPay(2021)], Vec::new()));
}

#[test]
fn the_years_that_a_user_brings_are_theirs_and_the_others_the_snapshots() {
    let file = UsedFile {
        id: SourceId::OewsYears,
        name: "national_M2025_dl.xlsx",
        bytes: 1,
        sha256: "ab",
        rows_read: 1,
        rows_used: 1,
        left_out: "",
    };
    let record = Record { program: "0.1.0", made: 1, files: vec![file] };
    let origins = Origins { catalog: fixture::catalog(), record: Some(&record) };
    let origin = |year| origins.of(RoleId(0), Figure::YearPay(year)).unwrap().cells[0].origin;
    assert_eq!((origin(2021), origin(2025)), (Origin::Snapshot, Origin::User));
}

#[test]
fn the_users_own_files_are_named() {
    let used = |id, name| UsedFile { id, name, bytes: 1, sha256: "ab", rows_read: 1, rows_used: 1, left_out: "" };
    let record = Record {
        program: "0.1.0",
        made: 1,
        files: vec![
            used(SourceId::Oews, "mine.xlsx"),
            used(SourceId::Onet, "Alternate Titles.txt"),
            used(SourceId::Onet, "Skills.txt"),
            used(SourceId::Onet, "zones of mine.txt"),
        ],
    };
    let catalog = fixture::catalog();
    let of = |figure| Origins { catalog, record: Some(&record) }.of(RoleId(1), figure).unwrap();
    let pay = of(Figure::Employment);
    assert_eq!((pay.cells[0].file.as_str(), pay.cells[0].origin), ("mine.xlsx", Origin::User));
    assert_eq!(pay.cells[1].origin, Origin::Snapshot, "the crosswalk is the snapshot's");
    let titles = of(Figure::Titles { from: 1, count: 1 });
    assert_eq!(titles.cells[0].file, "Alternate Titles.txt");
    assert_eq!(titles.cells[0].value_text(), "Alternate Title = Apiary Inspector", "as older releases call it");
    assert_eq!(of(Figure::Rating(crate::catalog::ElementId(1))).cells[0].file, "Skills.txt");
    let zone = of(Figure::JobZone);
    assert!(zone.cells[0].file.starts_with("one of Alternate Titles.txt, "), "{}", zone.cells[0].file);
}

#[test]
fn the_files_of_the_snapshot_are_those_of_its_tables() {
    let listed = include_str!("../../../assets/tables/source_files.csv");
    let catalog = crate::snapshot::open().unwrap().catalog();
    for file in File::ALL {
        let found = origins(catalog).file(file);
        let id = serde_json::to_string(&found.source).unwrap();
        let line = format!("\n{},{},", id.trim_matches('"'), found.name);
        assert!(listed.contains(&line), "{line}");
    }
    let of_codes = ["soc_crosswalk,", "census,", "isco,"];
    let of_figures = listed.lines().filter(|line| !of_codes.iter().any(|source| line.starts_with(source)));
    assert_eq!(of_figures.count(), File::ALL.len() + 4, "a header, and three files of work activities");
}

#[test]
fn every_percentile_is_computed_anew_and_every_figure_reads_as_on_its_screen() {
    let catalog = crate::snapshot::open().unwrap().catalog();
    let is_same = |shown: Percentile, rank: MidRank| (shown.0 - rank.percentile().0).abs() < 1e-9;
    let mut checked = 0;
    for (id, role) in catalog.roles_with_ids() {
        for measure in Measure::ALL {
            let Some(reading) = role.exposure.reading(measure) else { continue };
            let rank = MidRank::of_measure(catalog, reading.raw, measure);
            assert!(is_same(reading.percentile, rank), "{} {measure:?} {rank:?}", role.code);
            let provenance = origins(catalog).of(id, Figure::Measure(measure)).unwrap();
            assert!(provenance.computation.iter().any(|step| step.contains(&rank.text())), "{provenance:?}");
            checked += 1;
        }
        if let Some(index) = role.exposure.index {
            assert!(is_same(index.percentile, MidRank::of_mean(catalog, index.mean)), "{}", role.code);
        }
        for metric in Metric::ALL {
            let shown = origins(catalog).of(id, metric.into()).unwrap().shown;
            let text = metric.text(catalog, role);
            assert!(shown == text || shown.starts_with(&format!("{text}, ")), "{} {shown} {text}", role.code);
        }
    }
    assert!(checked > 8_000, "{checked}");
}

#[test]
fn keys_name_their_figure() {
    let catalog = fixture::catalog();
    let named = |text: &str| Figure::named(catalog, &catalog.roles[0], text);
    for figure in Figure::FIXED.into_iter().filter(|figure| !matches!(figure, Figure::Nothing(_))) {
        assert_eq!(named(&figure.key()), [figure], "{}", figure.key());
    }
    for measure in Measure::ALL {
        assert_eq!(named(measure.key()), [Figure::Measure(measure)]);
    }
    assert_eq!(named("exposure"), [Figure::Index]);
    assert_eq!(named("2"), Figure::of_task(1));
    assert_eq!(named("2.b.3.A"), [Figure::Rating(crate::catalog::ElementId(1))]);
    assert_eq!(named("smoker cans"), [Figure::Tool(crate::catalog::ToolId(0))]);
    assert_eq!(named("enterprising"), [Figure::Interest(4)]);
    assert!(named("").is_empty() && named("luck").is_empty());
}
