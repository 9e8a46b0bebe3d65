//! A role's places against the published files in `../shared`; where those are absent these tests say so and pass.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use rolescope::catalog::provenance::Point;
use rolescope::catalog::{Catalog, Period, RoleId, Wage};
use rolescope::compare::places::{FLOOR, Listed, Missing, PlaceFigure, RolePlaces, Row, Scope, Standing};

type Record = HashMap<String, String>;

fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(file);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {file} is not here");
    None
}

/// The rows of the states' file by area and code.
fn states() -> Option<HashMap<(String, String), Record>> {
    let file = std::fs::File::open(shared("more/oews-2025/oews_m2025_state.csv.gz")?).unwrap();
    let mut reader = csv::Reader::from_reader(GzDecoder::new(file));
    let rows = reader.deserialize().map(Result::unwrap);
    Some(rows.map(|row: Record| ((row["AREA"].clone(), row["OCC_CODE"].clone()), row)).collect())
}

/// The roles, one a published code.
fn roles(catalog: &Catalog<'_>) -> Vec<(RoleId, String)> {
    let mut seen = std::collections::HashSet::new();
    let with_codes = catalog.roles_with_ids().filter_map(|(id, role)| Some((id, catalog.published(role)?.soc)));
    with_codes.filter(|(_, soc)| seen.insert(*soc)).map(|(id, soc)| (id, soc.to_string())).collect()
}

/// Every figure of every role in every state is that of the file; what is withheld there is no number here.
#[test]
fn every_state_says_what_its_cell_says() {
    let Some(file) = states() else { return };
    let engine = rolescope::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let (mut figures, mut withheld) = (0, 0);
    for (id, soc) in roles(catalog) {
        for row in RolePlaces::of(catalog, id, Scope::States).rows {
            let cell = file.get(&(row.code(catalog), soc.clone()));
            assert_eq!(cell.is_some(), row.estimate.is_some(), "{soc} {}", row.name(catalog));
            let Some(cell) = cell else { continue };
            let numbers = [
                (PlaceFigure::Employment, "TOT_EMP"),
                (PlaceFigure::Error, "EMP_PRSE"),
                (PlaceFigure::PerThousand, "JOBS_1000"),
                (PlaceFigure::Quotient, "LOC_QUOTIENT"),
            ];
            for (figure, column) in numbers {
                match (cell[column].parse::<f64>(), figure.value(&row)) {
                    (Ok(published), Ok(shown)) => {
                        assert!((published - shown).abs() < 1e-6, "{soc} {column} {}", row.name(catalog));
                        figures += 1;
                    }
                    (Err(_), Err(Missing::Withheld)) => withheld += 1,
                    other => panic!("{soc} {column} {}: {other:?}", row.name(catalog)),
                }
            }
            for (point, name) in [(Point::P10, "PCT10"), (Point::Median, "MEDIAN"), (Point::P90, "PCT90")] {
                if let Some(published) = wage_of(cell, name) {
                    assert_eq!(row.wage(point), Ok(published), "{soc} {name} {}", row.name(catalog));
                    figures += 1;
                } else {
                    assert_eq!(row.wage(point), Err(Missing::Withheld), "{soc} {name} {}", row.name(catalog));
                    withheld += 1;
                }
            }
        }
    }
    assert!(figures > 200_000 && withheld > 5_000, "{figures} {withheld}");
}

/// A wage of a year, or of an hour where only that is published.
fn wage_of(cell: &Record, name: &str) -> Option<(Wage, Period)> {
    let read = |column: String, period: Period| match cell[&column].as_str() {
        "#" => Some((Wage::TopCoded, period)),
        text => {
            let cents = text.parse::<f64>().ok()? * 100.0;
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "wages are small")]
            let cents = cents.round() as u32;
            Some((Wage::Cents(cents), period))
        }
    };
    read(format!("A_{name}"), Period::Year).or_else(|| read(format!("H_{name}"), Period::Hour))
}

/// In no order but that by employment a tiny cell comes before a large one, and none without the figure has a rank.
#[test]
fn tiny_cells_lead_no_list() {
    let engine = rolescope::snapshot::open().unwrap();
    let catalog = engine.catalog();
    let people = |row: &Row| row.employment().unwrap_or(0);
    for (id, soc) in roles(catalog) {
        let places = RolePlaces::of(catalog, id, Scope::States);
        for by in PlaceFigure::ORDERS {
            let listed = Listed::of(&places, by, false);
            assert!(listed.rows.is_sorted_by_key(|row| row.standing), "{soc} {by:?}");
            for row in &listed.rows {
                let place = &places.rows[row.at];
                match row.standing {
                    Standing::Ranked => {
                        let is_large = by == PlaceFigure::Employment || people(place) >= FLOOR.workers;
                        assert!(is_large && row.rank.is_some(), "{soc} {by:?} {}", place.name(catalog));
                    }
                    Standing::Few => assert!(row.rank.is_none() && by.has_floor(), "{soc} {by:?}"),
                    Standing::Missing => assert!(row.rank.is_none() && by.brief(place).is_none(), "{soc} {by:?}"),
                }
            }
        }
    }
}
