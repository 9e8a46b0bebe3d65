//! What is said of a figure stands in the published file: in that sheet, that column, that row. The files lie in
//! `../shared`; where they are absent the test says so and passes.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use rolescope::catalog::provenance::{Origins, Point, PublishedCell, Raw};
use rolescope::catalog::role::INTERESTS;
use rolescope::catalog::{Catalog, Figure, Measure, Period, Role};

/// A sheet or a text file, as rows of text.
type Sheet = Vec<Vec<String>>;

/// The published files, each read once.
struct Published {
    folder: PathBuf,
    sheets: HashMap<(String, Option<&'static str>), Sheet>,
}

impl Published {
    fn find(&self, name: &str) -> PathBuf {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/wording");
        let mut folders = vec![self.folder.join("data"), self.folder.join("more"), own];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.file_name().is_some_and(|found| found == name) {
                    return path;
                }
            }
        }
        panic!("{name} is not in {}", self.folder.display());
    }

    fn sheet(&mut self, cell: &PublishedCell) -> &Sheet {
        let key = (cell.file.clone(), cell.sheet);
        if !self.sheets.contains_key(&key) {
            let sheet = read(&self.find(&cell.file), cell.sheet);
            self.sheets.insert(key.clone(), sheet);
        }
        &self.sheets[&key]
    }

    /// The values in the column of a cell, in the rows that have its key.
    fn values(&mut self, cell: &PublishedCell) -> Vec<String> {
        let keys = cell.row.clone();
        let column = cell.column.clone();
        let sheet = self.sheet(cell);
        let wanted: Vec<&str> = keys.iter().map(|(name, _)| name.as_str()).chain([column.as_str()]).collect();
        let head = sheet.iter().position(|row| wanted.iter().all(|name| row.iter().any(|cell| cell == name)));
        let head = head.unwrap_or_else(|| panic!("{}: no header with {wanted:?}", cell.file));
        let place = |name: &str| sheet[head].iter().position(|cell| cell == name).unwrap();
        let places: Vec<(usize, &str)> = keys.iter().map(|(name, value)| (place(name), value.as_str())).collect();
        let has_key = |row: &&Vec<String>| {
            places.iter().all(|(at, value)| row.get(*at).is_some_and(|found| is_same(found, value)))
        };
        let at = place(&column);
        sheet[head + 1..].iter().filter(has_key).map(|row| row.get(at).cloned().unwrap_or_default()).collect()
    }
}

fn read(path: &Path, sheet: Option<&str>) -> Sheet {
    if path.extension().is_some_and(|ending| ending == "xlsx") {
        let mut book: Xlsx<_> = open_workbook(path).unwrap();
        let name = sheet.map_or_else(|| book.sheet_names()[0].clone(), str::to_owned);
        let text = |data: &Data| data.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        return book.worksheet_range(&name).unwrap().rows().map(|row| row.iter().map(text).collect()).collect();
    }
    let is_csv = path.extension().is_some_and(|ending| ending == "csv");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if is_csv { b',' } else { b'\t' })
        // O*NET's tables hold quotes as letters.
        .quoting(is_csv)
        .has_headers(false)
        .flexible(true)
        .from_path(path)
        .unwrap();
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The same text, or the same number: workbooks hold no decimals that are zero.
fn is_same(found: &str, said: &str) -> bool {
    found == said || matches!((found.parse::<f64>(), said.parse::<f64>()), (Ok(a), Ok(b)) if a.to_bits() == b.to_bits())
}

/// The figures of a role whose cells hold one value each: those of the role, and some of its lists.
fn figures(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<Figure> {
    let named = |name: &str| Figure::named(catalog, role, name);
    let keys = [
        "employment",
        "jobs",
        "projected_jobs",
        "change_jobs",
        "change",
        "openings",
        "self_employed",
        "typical_entry",
        "experience",
        "training",
        "soc",
        "zone",
        "home",
        "handbook",
        "title",
        "summary",
    ];
    let mut figures: Vec<Figure> = keys.into_iter().flat_map(named).collect();
    figures.push(Figure::Index);
    figures.extend(Measure::ALL.map(Figure::Measure));
    for period in [Period::Year, Period::Hour] {
        figures.extend(Point::ALL.map(|point| Figure::Wage(period, point)));
    }
    figures.extend(role.education.iter().map(|share| Figure::Education(share.level)));
    if role.interests.is_some() {
        figures.extend((0..).take(INTERESTS.len()).map(Figure::Interest));
    }
    figures.extend(role.capabilities.iter().step_by(9).map(|rating| Figure::Rating(rating.element)));
    figures.extend(role.work_activities.iter().step_by(9).map(|rating| Figure::Rating(rating.element)));
    figures.extend((0..).take(role.tasks.len()).step_by(5).flat_map(|place| {
        let [wording, rating, labels, ..] = Figure::of_task(place);
        [wording, rating, labels]
    }));
    figures.extend(role.software.iter().step_by(17).map(|used| Figure::Software(used.software)));
    figures.extend(role.related.iter().step_by(6).map(|related| Figure::Related(related.role)));
    figures
}

#[test]
fn raw_values_stand_in_the_named_file_row_and_column() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !folder.join("data").is_dir() {
        eprintln!("skipped: the published files are not in ../shared/data");
        return;
    }
    let mut published = Published { folder, sheets: HashMap::new() };
    let catalog = rolescope::snapshot::open().unwrap().catalog();
    let origins = Origins { catalog, record: None };
    let (mut values, mut missing) = (0, 0);
    // Shared codes, combined codes, top-coded and hourly wages, no survey, no figure of BLS, no study.
    for code in [
        "15-1299.05",
        "29-1211.00",
        "27-2011.00",
        "13-1021.00",
        "25-2055.00",
        "11-1011.00",
        "53-3032.00",
        "51-4121.00",
        "55-1011.00",
        "15-2099.00",
        "29-1141.00",
        "45-2091.00",
    ] {
        let id = catalog.role_by_code(code.parse().unwrap()).unwrap();
        for figure in figures(catalog, catalog.role(id).unwrap()) {
            let provenance = origins.of(id, figure).unwrap();
            for cell in &provenance.cells {
                let found = published.values(cell);
                match &cell.raw {
                    Raw::Value(said) => {
                        assert!(found.iter().any(|found| is_same(found, said)), "{code} {cell:?}: {found:?}");
                        values += 1;
                    }
                    // A row that O*NET advises to suppress is there and is not used.
                    Raw::Missing(why)
                        if ["suppress", "not relevant", "marked superseded"].iter().any(|w| why.contains(w)) =>
                    {
                        missing += 1;
                    }
                    Raw::Missing(_) => {
                        assert!(found.is_empty(), "{code} {cell:?}: {found:?}");
                        missing += 1;
                    }
                }
            }
        }
    }
    assert!(values > 900 && missing > 30, "{values} {missing}");
}

/// The joins that no single cell shows.
#[test]
fn some_figures_of_the_seed_role_are_these() {
    let catalog = rolescope::snapshot::open().unwrap().catalog();
    let origins = Origins { catalog, record: None };
    let traced = |code: &str, name: &str| {
        let id = catalog.role_by_code(code.parse().unwrap()).unwrap();
        let figure = Figure::named(catalog, catalog.role(id).unwrap(), name)[0];
        let provenance = origins.of(id, figure).unwrap();
        (provenance.cells[0].value_text(), provenance.shown, provenance.published_for)
    };
    let shared = "published for 15-1299 Computer Occupations, All Other, shared by 10 roles".to_owned();
    for (name, value, shown) in [
        ("pay", "A_MEDIAN = 108970", "$108,970"),
        ("employment", "TOT_EMP = 439380", "439,380"),
        ("openings", "Occupational openings, 2024–34 annual average = 31.3", "31.3k"),
        ("jobs", "Employment, 2024 = 472", "472k"),
        ("projected_jobs", "Employment, 2034 = 510.5", "510.5k"),
        ("change", "Employment change, percent, 2024–34 = 8.2", "8.2%"),
    ] {
        assert_eq!(traced("15-1299.05", name), (value.to_owned(), shown.to_owned(), shared.clone()));
    }
    let (value, shown, published_for) = traced("13-1021.00", "pay");
    assert!(value.starts_with("A_MEDIAN = ") && shown.starts_with('$'), "{value} {shown}");
    assert!(published_for.starts_with("published for 13-1020 "), "{published_for}");
    let (value, shown, _) = traced("15-1299.05", "aioe");
    assert_eq!((value.as_str(), shown.as_str()), ("AIOE: no row for 15-1299", "not published"));
}
