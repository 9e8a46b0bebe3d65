//! The years of the nation and the projections 2025-35 against every cell of the published files in `../shared`. The files
//! are read here anew, by name; where they are absent the tests say so and pass.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use calamine::{Data, Range, Reader, Xls, Xlsx};
use rolescope::catalog::provenance::{Origins, Raw};
use rolescope::catalog::{Catalog, Figure, Lens, Period, PublishedId, SourceId, Vintage, Wage, WageRange};

/// The rows of a workbook that are detailed occupations or the total, by code: columns in capitals and what stands there.
type Rows = BTreeMap<String, HashMap<String, String>>;

fn shared() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if folder.join("more/oews-history").is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: the published files are not in ../shared/more");
    None
}

fn text(data: &Data) -> String {
    data.to_string().trim().to_owned()
}

fn rows(range: &Range<Data>) -> Rows {
    let mut rows = range.rows();
    let header: Vec<String> = rows.next().unwrap().iter().map(|name| text(name).to_uppercase()).collect();
    let named = rows.map(|row| header.iter().cloned().zip(row.iter().map(text)).collect::<HashMap<_, _>>());
    let group = |row: &HashMap<String, String>| row.get("O_GROUP").or_else(|| row.get("OCC_GROUP")).unwrap().clone();
    named
        .filter(|row| ["detailed", "total"].contains(&group(row).as_str()))
        .map(|row| (row["OCC_CODE"].clone(), row))
        .collect()
}

fn workbook(name: &str, bytes: Vec<u8>) -> Rows {
    let is_old = Path::new(name).extension().is_some_and(|ending| ending == "xls");
    let cursor = Cursor::new(bytes);
    let range = if is_old {
        Xls::new(cursor).unwrap().worksheet_range_at(0).unwrap().unwrap()
    } else {
        Xlsx::new(cursor).unwrap().worksheet_range_at(0).unwrap().unwrap()
    };
    rows(&range)
}

/// The national workbook of each year.
fn years(shared: &Path) -> BTreeMap<u16, Rows> {
    let mut found = BTreeMap::new();
    let year = |name: &str| name.split_once("_M").and_then(|(_, rest)| rest.get(..4)?.parse::<u16>().ok());
    for folder in ["more/oews-history", "data/bls"] {
        for entry in fs::read_dir(shared.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name.starts_with("oesm") {
                let mut zip = zip::ZipArchive::new(File::open(&path).unwrap()).unwrap();
                for place in 0..zip.len() {
                    let mut entry = zip.by_index(place).unwrap();
                    let name = entry.name().unwrap().into_owned();
                    if let Some(year) = year(&name) {
                        let mut bytes = Vec::new();
                        entry.read_to_end(&mut bytes).unwrap();
                        found.insert(year, workbook(&name, bytes));
                    }
                }
            } else if name.starts_with("national") {
                found.insert(year(&name).unwrap(), workbook(&name, fs::read(&path).unwrap()));
            }
        }
    }
    found
}

fn catalog() -> &'static Catalog<'static> {
    rolescope::snapshot::open().unwrap().catalog()
}

/// A cell as a wage.
fn wage(cell: &str) -> Option<Wage> {
    match cell {
        "*" => None,
        "#" => Some(Wage::TopCoded),
        dollars => {
            let (whole, part) = dollars.split_once('.').unwrap_or((dollars, "0"));
            Some(Wage::Cents(format!("{whole}{part:0<2}").parse().unwrap()))
        }
    }
}

fn range(row: &HashMap<String, String>, letter: char) -> WageRange {
    let cell = |name: &str| wage(&row[&format!("{letter}_{name}")]);
    WageRange {
        p10: cell("PCT10"),
        p25: cell("PCT25"),
        median: cell("MEDIAN"),
        p75: cell("PCT75"),
        p90: cell("PCT90"),
        mean: cell("MEAN"),
    }
}

#[test]
fn every_figure_of_every_year_is_the_cell_of_its_workbook() {
    let Some(shared) = shared() else { return };
    let (catalog, files) = (catalog(), years(&shared));
    assert_eq!(catalog.years.iter().map(|year| year.year).collect::<Vec<_>>(), (2012..=2025).collect::<Vec<_>>());
    let mut compared = 0;
    for year in &catalog.years {
        assert_eq!(year.release, format!("May {}", year.year));
        let rows = &files[&year.year];
        let estimates =
            year.estimates.iter().map(|e| (catalog.code_in(year.year, e.published).unwrap().to_string(), e.pay));
        let all = year.estimates.all.iter().map(|pay| ("00-0000".to_owned(), *pay));
        let mut seen = BTreeSet::new();
        for (code, pay) in all.chain(estimates) {
            let row = rows.get(&code).unwrap();
            assert_eq!(pay.employment, row["TOT_EMP"].parse().ok(), "{code} in {}", year.year);
            assert_eq!(pay.annual, range(row, 'A'), "{code} in {}", year.year);
            assert_eq!(pay.hourly, range(row, 'H'), "{code} in {}", year.year);
            assert!(seen.insert(code.clone()), "{code} stands for two codes of {}", year.year);
            compared += 13;
        }
        // From 2021 on nothing is left out.
        if year.year >= 2021 {
            assert_eq!(seen, rows.keys().cloned().collect());
        }
    }
    println!("{compared} figures are those of the workbooks");
}

/// Until 2018 as SOC 2010 called it, word for word: the crosswalk's own titles are another source than its pairs.
#[test]
fn a_code_of_an_earlier_year_is_called_as_soc_2010_calls_it() {
    let Some(shared) = shared() else { return };
    let (catalog, files) = (catalog(), years(&shared));
    let bare = |title: &str| title.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    for year in catalog.years.iter().filter(|year| year.year < 2021) {
        for estimate in year.estimates.iter() {
            let code = catalog.code_in(year.year, estimate.published).unwrap();
            let published = &catalog.published[usize::from(estimate.published.0)];
            let expected = match catalog.crosswalks.soc_2010_title(code) {
                Some(title) if year.year < 2019 => title,
                _ => published.title,
            };
            let title = &files[&year.year][&code.to_string()]["OCC_TITLE"];
            assert_eq!(bare(title), bare(expected), "{code} in {}", year.year);
        }
    }
}

/// Since 2012: 822 roles whose detailed code was one code of SOC 2010 and that code was nothing else, and the 7 of three
/// codes of SOC 2010 that were parted and are published as one still (13-2020, 25-2052, 25-9045).
#[test]
fn so_many_codes_and_roles_are_comparable() {
    let catalog = catalog();
    let in_all = |years: &[u16]| -> (usize, usize) {
        let has = |id: PublishedId, year: &u16| catalog.year(*year).unwrap().estimates.get(id).is_some();
        let codes = (0..).map(PublishedId).take(catalog.published.len());
        let codes: Vec<PublishedId> = codes.filter(|id| years.iter().all(|year| has(*id, year))).collect();
        (codes.len(), catalog.roles.iter().filter(|role| role.published.is_some_and(|id| codes.contains(&id))).count())
    };
    assert_eq!(in_all(&[2021, 2025]), (830, 995));
    assert_eq!(in_all(&[2012, 2025]), (731, 829));
}

#[test]
fn the_projections_2025_35_are_the_lines_of_the_file() {
    let Some(shared) = shared() else { return };
    let catalog = catalog();
    let path = shared.join("more/projections-2025-35/bls_ai_exposure_growth_openings_2025-35.csv");
    let mut reader = csv::Reader::from_path(path).unwrap();
    let lines: BTreeMap<String, (String, f64, i64)> = reader
        .records()
        .map(Result::unwrap)
        .map(|line| (line[0].to_owned(), (line[1].to_owned(), line[2].parse().unwrap(), line[3].parse().unwrap())))
        .collect();
    let known = catalog.published.iter().filter_map(|published| {
        let (next, ai) = (published.next?, published.ai?);
        let figures = (ai.name().to_owned(), next.change_percent.value(), next.openings.jobs());
        Some((published.soc.to_string(), figures))
    });
    assert_eq!(known.collect::<BTreeMap<_, _>>(), lines);
    assert_eq!(lines.len(), 831);
}

/// May 2025 and 2025-35 are what the newest vintage shows, and what it is traced to.
#[test]
fn the_newest_vintage_is_traced_to_its_own_files() {
    let newest = catalog().through(Lens { vintage: Vintage::Newest, ..Lens::default() });
    let role = newest.role_by_code("15-1299.05".parse().unwrap()).unwrap();
    let origins = Origins { catalog: &newest, record: None };
    let cell = |figure: Figure| {
        let traced = origins.of(role, figure).unwrap();
        let cell = &traced.cells[0];
        (cell.file.clone(), cell.row_text(), cell.column.clone(), cell.raw.clone(), traced.shown)
    };
    let of = |file: &str, row: &str, column: &str, raw: &str, shown: &str| {
        (file.to_owned(), row.to_owned(), column.to_owned(), Raw::Value(raw.to_owned()), shown.to_owned())
    };
    let (oews, row) = ("national_M2025_dl.xlsx", "OCC_CODE 15-1299, O_GROUP detailed");
    assert_eq!(cell(Figure::PAY), of(oews, row, "A_MEDIAN", "116580", "$116,580"));
    assert_eq!(cell(Figure::PayNewest), of(oews, row, "A_MEDIAN", "116580", "$116,580"));
    assert_eq!(cell(Figure::YearPay(2025)), cell(Figure::PayNewest));
    let next = |figure| cell(figure).0;
    for figure in [Figure::Change, Figure::Openings, Figure::ChangeNext, Figure::OpeningsNext, Figure::BlsAi] {
        assert_eq!(next(figure), "bls_ai_exposure_growth_openings_2025-35.csv");
    }
    // What they say nothing of is not found in another file.
    assert!(matches!(cell(Figure::BaseJobs).3, Raw::Missing(_)));
    assert_eq!(next(Figure::Entry), "occupation.xlsx");

    let base = Origins { catalog: catalog(), record: None };
    let files = |figure| base.of(role, figure).unwrap().cells[0].file.clone();
    assert_eq!([files(Figure::PAY), files(Figure::Change)], ["national_M2024_dl.xlsx", "occupation.xlsx"]);
    assert_eq!(newest.source(SourceId::OewsYears).unwrap().release, "May 2012 to May 2025");
    assert_eq!(newest.year(2012).unwrap().ceiling(Period::Year), Wage::Cents(18_720_000));
}

/// A code that was renumbered: 15-1131 until 2018, in the old workbook of Excel 97 under its old heading.
#[test]
fn a_year_is_traced_to_the_code_that_it_had_then() {
    let catalog = catalog();
    let role = catalog.role_by_code("15-1251.00".parse().unwrap()).unwrap();
    let origins = Origins { catalog, record: None };
    let traced = |year| origins.of(role, Figure::YearPay(year)).unwrap();
    let cell = |year| {
        (traced(year).cells[0].file.clone(), traced(year).cells[0].row_text(), traced(year).cells[0].column.clone())
    };
    let of = |file: &str, row: &str, column: &str| (file.to_owned(), row.to_owned(), column.to_owned());
    assert_eq!(cell(2012), of("national_M2012_dl.xls", "OCC_CODE 15-1131, OCC_GROUP detailed", "A_MEDIAN"));
    assert_eq!(cell(2019), of("national_M2019_dl.xlsx", "occ_code 15-1251, o_group detailed", "a_median"));
    assert_eq!(cell(2021), of("national_M2021_dl.xlsx", "OCC_CODE 15-1251, O_GROUP detailed", "A_MEDIAN"));
    assert!(traced(2012).computation.iter().any(|step| step.contains("15-1131 of SOC 2010")));
    assert_eq!(Figure::named(catalog, catalog.role(role).unwrap(), "employment_2013"), [Figure::YearEmployment(2013)]);
    // Parted since: nothing of 2012 is its.
    let parted = catalog.role_by_code("15-1242.00".parse().unwrap()).unwrap();
    let none = origins.of(parted, Figure::YearPay(2012)).unwrap();
    assert_eq!(none.cells[0].raw, Raw::Missing("no code of 2012 is the same work as 15-1242".to_owned()));
}
