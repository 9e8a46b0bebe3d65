//! Pay and employment by state: every cell of the published table against the catalog that the tables make. The table is in
//! `../shared`; where it is absent these tests say so and pass.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests may stop where they stand")]

use std::collections::HashMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use calamine::{Data, Reader, Xlsx, open_workbook};
use flate2::read::MultiGzDecoder;
use rolescope::catalog::pack::{self, Pack};
use rolescope::catalog::{Catalog, Estimate, Lens, PlaceId, Shared, Wage, WageRange, Wording, integrity};
use rolescope::ingest::{Tables, assemble};

type Record = HashMap<String, String>;

/// Codes that OEWS publishes several detailed occupations under; others that end in 0 are those of groups.
const COMBINED: [&str; 7] = ["13-1020", "13-2020", "29-2010", "31-1120", "39-7010", "47-4090", "51-2090"];
const POINTS: [&str; 6] = ["PCT10", "PCT25", "MEDIAN", "PCT75", "PCT90", "MEAN"];
/// The states and the District of Columbia, which are the nation of OEWS; territories have higher codes.
const LAST_STATE: u32 = 56;

static CATALOG: LazyLock<Catalog<'static>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/tables");
    let tables: &'static Tables = Box::leak(Box::new(Tables::read(&folder).unwrap()));
    let catalog = assemble::catalog(tables, Wording::Own).unwrap();
    // As it stands in the pack, not only as it was made.
    Pack::open(pack::encode(&catalog, b"").unwrap().leak()).unwrap().catalog
});

fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(file);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

/// The rows of the detailed occupations and of all together.
fn published() -> Option<Vec<Record>> {
    let path = shared("more/oews-2025/oews_m2025_state.csv.gz")?;
    let mut reader = csv::Reader::from_reader(MultiGzDecoder::new(File::open(path).unwrap()));
    let rows: Vec<Record> = reader.deserialize().map(Result::unwrap).collect();
    let is_kept = |row: &Record| {
        let code = row["OCC_CODE"].as_str();
        code == "00-0000" || !code.ends_with('0') || COMBINED.contains(&code)
    };
    Some(rows.into_iter().filter(is_kept).collect())
}

/// What a cell should be, as it is published: a wage in hours has two decimals, in years none.
fn as_published(wage: Option<Wage>, decimals: bool) -> Option<String> {
    Some(match wage? {
        Wage::TopCoded => "#".to_owned(),
        Wage::Cents(cents) if decimals => format!("{}.{:02}", cents / 100, cents % 100),
        Wage::Cents(cents) => {
            assert_eq!(cents % 100, 0);
            (cents / 100).to_string()
        }
    })
}

/// What a cell says; none where it is withheld (`*`) or published for the other period only (`-`).
fn cell<'r>(row: &'r Record, column: &str) -> Option<&'r str> {
    Some(row[column].as_str()).filter(|value| !["*", "-"].contains(value))
}

fn check_wages(row: &Record, period: &str, wages: &WageRange) -> usize {
    let WageRange { p10, p25, median, p75, p90, mean } = *wages;
    for (point, wage) in POINTS.iter().zip([p10, p25, median, p75, p90, mean]) {
        let column = format!("{period}_{point}");
        assert_eq!(as_published(wage, period == "H").as_deref(), cell(row, &column), "{column} of {row:?}");
    }
    POINTS.len()
}

#[test]
fn every_cell_of_the_states_is_the_one_that_is_published() {
    let Some(rows) = published() else { return };
    let catalog = &*CATALOG;
    let place_of: HashMap<u32, usize> = catalog.places.iter().enumerate().map(|(at, p)| (p.area, at)).collect();
    let estimates: Vec<HashMap<String, Estimate>> = catalog
        .places
        .iter()
        .map(|place| {
            let of =
                |estimate: Estimate| (catalog.published[usize::from(estimate.published.0)].soc.to_string(), estimate);
            place.estimates.iter().map(of).collect()
        })
        .collect();
    let (mut cells, mut withheld) = (0, 0);
    for row in &rows {
        let at = place_of[&row["AREA"].parse::<u32>().unwrap()];
        assert_eq!(catalog.places[at].name, row["AREA_TITLE"]);
        if row["OCC_CODE"] == "00-0000" {
            let all = catalog.places[at].estimates.all.expect("each state has a total");
            assert_eq!(all.employment.unwrap().to_string(), row["TOT_EMP"]);
            cells += 1 + check_wages(row, "H", &all.hourly) + check_wages(row, "A", &all.annual);
            continue;
        }
        let estimate = estimates[at].get(&row["OCC_CODE"]).expect("no row is lost");
        let figure = |text: Option<String>, column: &str| assert_eq!(text.as_deref(), cell(row, column), "{row:?}");
        figure(estimate.pay.employment.map(|people| people.to_string()), "TOT_EMP");
        figure(estimate.error.map(|error| format!("{}.{}", error.0 / 10, error.0 % 10)), "EMP_PRSE");
        figure(estimate.per_thousand.map(|jobs| jobs.to_string()), "JOBS_1000");
        figure(estimate.quotient.map(|q| format!("{}.{:02}", q.0 / 100, q.0 % 100)), "LOC_QUOTIENT");
        cells += 4 + check_wages(row, "H", &estimate.pay.hourly) + check_wages(row, "A", &estimate.pay.annual);
        withheld += usize::from(estimate.pay.employment.is_none());
    }
    let made: usize = catalog.places.iter().map(|place| place.estimates.iter().count()).sum();
    assert_eq!((catalog.places.len(), made), (54, rows.len() - 54), "nothing that is not published");
    assert_eq!((cells, withheld), (54 * 13 + 36_168 * 16, 1_318));
}

#[test]
fn the_states_of_a_code_are_no_more_than_the_nation() {
    let Some(path) = shared("data/bls/national_M2025_dl.xlsx") else { return };
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let mut rows = sheet.rows();
    let header: Vec<String> = rows.next().unwrap().iter().map(ToString::to_string).collect();
    let column = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (code, group, employment) = (column("OCC_CODE"), column("O_GROUP"), column("TOT_EMP"));
    let detailed = rows.filter(|row| row[group] == Data::String("detailed".to_owned()));
    let nation: HashMap<String, u64> =
        detailed.filter_map(|row| Some((row[code].to_string(), row[employment].to_string().parse().ok()?))).collect();
    assert!(nation.len() > 800);
    let catalog = &*CATALOG;
    let mut most = 0;
    for (at, published) in (0..).zip(&catalog.published) {
        let states = catalog.places.iter().filter(|place| place.area <= LAST_STATE);
        let of_code = states.filter_map(|place| place.estimates.get(rolescope::catalog::PublishedId(at)));
        let people: Vec<u64> = of_code.filter_map(|estimate| estimate.pay.employment).map(u64::from).collect();
        let Some(all) = nation.get(&published.soc.to_string()) else { continue };
        // BLS rounds each state and the nation to tens.
        let rounding = 5 * (people.len() as u64 + 1);
        let states: u64 = people.iter().sum();
        assert!(states <= all + rounding, "{}: {states} in the states, {all} in the nation", published.soc);
        most = most.max(states.saturating_sub(*all));
    }
    assert_eq!(most, 50, "the most by which rounding lifts the states above the nation");
}

#[test]
fn a_state_is_seen_through_a_lens_and_its_prices_are_known() {
    let catalog = &*CATALOG;
    assert_eq!(integrity::problems(catalog), Vec::<String>::new());
    let letters: Vec<&str> = catalog.places.iter().filter_map(|place| place.letters).collect();
    assert_eq!((letters.len(), letters[0], letters[53]), (54, "AL", "VI"));
    let without: Vec<&str> = catalog.places.iter().filter(|p| p.price_level.is_none()).map(|p| p.name).collect();
    assert_eq!(without, ["Guam", "Puerto Rico", "Virgin Islands"]);
    let texas = catalog.places.iter().position(|place| place.letters == Some("TX")).unwrap();
    assert_eq!(catalog.places[texas].price_level.unwrap().to_string(), "97.057");
    let seen = catalog.through(Lens { place: Some(PlaceId(u16::try_from(texas).unwrap())), ..Lens::default() });
    let role = seen.role(seen.role_by_code("15-1299.05".parse().unwrap()).unwrap()).unwrap();
    assert!(seen.pay(role).is_some() && seen.pay(role) != catalog.pay(role));
    assert!(seen.sources_seen().count() > catalog.sources_seen().count());
}

/// The states are embedded in every copy of the program.
#[test]
fn the_states_are_small() {
    let catalog = &*CATALOG;
    let bytes: usize = catalog.places.iter().map(|place| place.estimates.size()).sum();
    let whole = pack::encode(catalog, b"").unwrap().len();
    let bare = pack::encode(&Catalog { places: Shared::default(), ..catalog.clone() }, b"").unwrap().len();
    eprintln!("{bytes} bytes of estimates; {} bytes of the pack", whole - bare);
    assert!(bytes < 900_000 && whole - bare < 910_000, "{bytes} {whole} {bare}");
}
