//! A role in eleven made-up states: large and tiny, withheld, top-coded, paid by the hour, without an estimate.

use super::*;
use crate::catalog::{Estimates, Hundredths, PercentTenths, Shared, Source, SourceId, Year};
use crate::fixture;

/// People employed, their error in tenths of a percent, the quotient in hundredths, the median in dollars.
type Cell = (Option<u32>, i32, u16, Option<Wage>);

fn estimates((people, error, quotient, median): Cell, hourly: bool) -> Estimates<'static> {
    let tenth = if hourly { 1_500 } else { 2_000_000 };
    let range = WageRange { p10: median.and(Some(Wage::Cents(tenth))), median, ..WageRange::default() };
    let (annual, hourly) = if hourly { (WageRange::default(), range) } else { (range, WageRange::default()) };
    let estimate = Estimate {
        published: PublishedId(0),
        pay: Pay { employment: people, annual, hourly },
        error: people.map(|_| PercentTenths(error)),
        per_thousand: people.map(|_| Thousandths(u32::from(quotient) * 30)),
        quotient: people.map(|_| Hundredths(quotient)),
    };
    let all = Pay { employment: Some(1_000_000), annual: WageRange::default(), hourly: WageRange::default() };
    Estimates::of(Some(all), &[estimate])
}

#[allow(clippy::unnecessary_wraps, reason = "other cells have no wage")]
const fn dollars(dollars: u32) -> Option<Wage> {
    Some(Wage::Cents(dollars * 100))
}

/// The fixture with these states, and with two levels of industries where they are asked for.
pub fn catalog(with_industries: bool) -> Catalog<'static> {
    let place = |area: u32, name: &'static str, letters: &'static str, level: Option<u32>, cell: Cell| Place {
        area,
        name,
        letters: Some(letters),
        price_level: level.map(Thousandths),
        estimates: estimates(cell, false),
    };
    let mut places = vec![
        place(1, "Alabama", "AL", Some(88_000), (Some(2_000), 50, 130, dollars(44_000))),
        place(2, "Alaska", "AK", Some(102_000), (Some(150), 90, 400, dollars(90_000))),
        place(4, "Arizona", "AZ", Some(101_000), (Some(600), 350, 210, dollars(70_000))),
        place(6, "California", "CA", Some(110_000), (Some(9_000), 366, 180, dollars(66_000))),
        place(8, "Colorado", "CO", Some(102_000), (None, 0, 0, dollars(80_000))),
        place(9, "Connecticut", "CT", Some(104_000), (Some(700), 20, 90, None)),
        place(12, "Florida", "FL", Some(103_000), (Some(3_000), 60, 60, Some(Wage::TopCoded))),
        place(48, "Texas", "TX", Some(97_000), (Some(4_000), 30, 40, dollars(52_000))),
        place(72, "Puerto Rico", "PR", None, (Some(400), 40, 100, dollars(25_000))),
    ];
    places.push(Place {
        estimates: Estimates::default(),
        ..place(55, "Wisconsin", "WI", Some(93_000), (None, 0, 0, None))
    });
    let hourly = estimates((Some(900), 80, 110, Some(Wage::Cents(2_844))), true);
    places.push(Place { estimates: hourly, ..place(36, "New York", "NY", Some(108_000), (None, 0, 0, None)) });
    places.push(Place {
        letters: None,
        price_level: None,
        ..place(12_420, "Austin-Round Rock-San Marcos, TX", "", None, (Some(260), 60, 200, dollars(53_000)))
    });
    places.sort_by_key(|place| place.area);
    let year =
        Year { year: 2025, release: "May 2025", estimates: estimates((Some(20_000), 10, 100, dollars(55_000)), false) };
    let industry = |naics, title, level, cell| Industry { naics, title, level, estimates: estimates(cell, false) };
    let industries = vec![
        industry("11--12", "Sector 11 - Agriculture", 2, (Some(12_000), 20, 0, dollars(50_000))),
        industry("111000", "Crop Production", 3, (Some(9_000), 20, 0, dollars(49_000))),
        industry("112000", "Animal Production", 3, (Some(3_000), 30, 0, None)),
        industry("62--63", "Sector 62 - Health Care", 2, (Some(120), 20, 0, dollars(99_000))),
    ];
    let source = Source {
        id: SourceId::Oews,
        name: "Wages",
        release: "May 2024",
        publisher: "Publisher",
        address: "https://example.org/",
        licence: "public domain",
        date: "2025-04",
        sha256: "00",
        attribution: "",
    };
    let of_parts = |id: SourceId, name: &'static str, release: &'static str| Source { id, name, release, ..source };
    let parts = [
        of_parts(SourceId::OewsStates, "Wages by state", "May 2025"),
        of_parts(SourceId::OewsAreas, "Wages by area", "May 2025"),
        of_parts(SourceId::OewsIndustries, "Wages by industry", "May 2025"),
        of_parts(SourceId::PriceLevels, "Prices", "2024"),
    ];
    let mut catalog = fixture::catalog().clone();
    catalog.places = Shared::from(places);
    catalog.years = Shared::from(vec![year]);
    catalog.sources.extend(parts);
    catalog.sources.push(source);
    if with_industries {
        catalog.industries = Shared::from(industries);
    }
    catalog
}

fn names(catalog: &Catalog<'_>, places: &RolePlaces, listed: &Listed, standing: Standing) -> Vec<String> {
    let of = listed.rows.iter().filter(|row| row.standing == standing);
    of.map(|row| {
        let place = &places.rows[row.at];
        place.letters(catalog).unwrap_or_else(|| place.name(catalog)).to_owned()
    })
    .collect()
}

fn states() -> (Catalog<'static>, RolePlaces) {
    let catalog = catalog(true);
    let places = RolePlaces::of(&catalog, RoleId(0), Scope::States);
    (catalog, places)
}

fn row<'p>(catalog: &Catalog<'_>, places: &'p RolePlaces, letters: &str) -> &'p Row {
    places.rows.iter().find(|row| row.letters(catalog) == Some(letters)).unwrap()
}

#[test]
fn tiny_cells_stand_below_and_lead_only_by_employment() {
    let (catalog, places) = states();
    let listed = Listed::of(&places, PlaceFigure::Quotient, false);
    assert_eq!(names(&catalog, &places, &listed, Standing::Ranked), ["CA", "AL", "NY", "PR", "CT", "FL", "TX"]);
    // Alaska has few workers, Arizona not many and a large error; California is large, whatever its error.
    assert_eq!(names(&catalog, &places, &listed, Standing::Few), ["AK", "AZ"]);
    assert_eq!(names(&catalog, &places, &listed, Standing::Missing), ["CO", "WI"]);
    assert_eq!(listed.rows[0].rank, Some(1));
    assert_eq!(
        listed.words(Scope::States),
        "11 states and territories, highest location quotient first; 2 of few workers below; 2 without the figure"
    );
    let listed = Listed::of(&places, PlaceFigure::Employment, false);
    assert_eq!(names(&catalog, &places, &listed, Standing::Ranked)[..3], ["CA", "TX", "FL"]);
    assert_eq!(listed.count(Standing::Few), 0);
}

#[test]
fn the_floor_is_said_as_it_stands() {
    let sure = crate::catalog::grouped(FLOOR.sure.into());
    for number in [FLOOR.workers.to_string(), sure, format!("{}%", FLOOR.error)] {
        assert!(FLOOR_WORDS.contains(&number), "{number}");
    }
}

#[test]
fn pay_is_ordered_with_the_ceiling_on_top_and_hours_among_years() {
    let (catalog, places) = states();
    let listed = Listed::of(&places, PlaceFigure::Median, false);
    assert_eq!(names(&catalog, &places, &listed, Standing::Ranked), ["FL", "CA", "NY", "TX", "AL", "PR"]);
    // A size that is withheld is no proof of many workers.
    assert_eq!(names(&catalog, &places, &listed, Standing::Few), ["AK", "CO", "AZ"]);
    let turned = Listed::of(&places, PlaceFigure::Median, true);
    assert_eq!(names(&catalog, &places, &turned, Standing::Ranked), ["PR", "AL", "TX", "NY", "CA", "FL"]);
    assert_eq!((turned.rows[0].rank, turned.count(Standing::Missing)), (Some(6), 2));
    let listed = Listed::of(&places, PlaceFigure::UsPrices, false);
    assert_eq!(names(&catalog, &places, &listed, Standing::Ranked), ["FL", "CA", "NY", "TX", "AL"]);
    assert_eq!(names(&catalog, &places, &listed, Standing::Missing), ["CT", "PR", "WI"]);
}

#[test]
fn figures_read_as_published_and_what_is_missing_says_why() {
    let (catalog, places) = states();
    let text = |letters: &str, figure: PlaceFigure| figure.text(row(&catalog, &places, letters));
    assert_eq!(text("TX", PlaceFigure::Employment), "4,000");
    assert_eq!(row(&catalog, &places, "TX").employment_text(), "4,000 ±3.0%");
    assert_eq!(text("TX", PlaceFigure::Share), "20.0%");
    assert_eq!(text("TX", PlaceFigure::PerThousand), "1.20");
    assert_eq!(text("AK", PlaceFigure::PerThousand), "12.0");
    assert_eq!(text("TX", PlaceFigure::Quotient), "0.40");
    assert_eq!(text("TX", PlaceFigure::UsPrices), "$53,608");
    assert_eq!(text("FL", PlaceFigure::Median), "at or above $239,200");
    assert_eq!(text("FL", PlaceFigure::UsPrices), "at or above $232,233");
    assert_eq!(text("NY", PlaceFigure::Median), "$28.44 an hour");
    assert_eq!(text("NY", PlaceFigure::UsPrices), "$26.33 an hour");
    assert_eq!(text("CT", PlaceFigure::Median), "withheld");
    assert_eq!(text("CO", PlaceFigure::Employment), "withheld");
    assert_eq!(text("CO", PlaceFigure::Quotient), "withheld");
    assert_eq!(text("WI", PlaceFigure::Median), "no estimate");
    assert_eq!(text("PR", PlaceFigure::Share), "left out");
    assert_eq!(text("PR", PlaceFigure::UsPrices), "no level");
    let short = |letters: &str, figure: PlaceFigure| figure.short(row(&catalog, &places, letters));
    assert_eq!(short("FL", PlaceFigure::Median).as_deref(), Some("≥$239k"));
    assert_eq!(short("NY", PlaceFigure::Median).as_deref(), Some("$28.44"));
    assert_eq!(short("CA", PlaceFigure::Employment).as_deref(), Some("9.0k"));
    assert_eq!(PlaceFigure::Median.brief(row(&catalog, &places, "NY")).as_deref(), Some("$28.44/h"));
    assert_eq!(short("CT", PlaceFigure::Median), None);
    let nation = &places.nation;
    assert_eq!(PlaceFigure::Median.text(nation), "$55,000");
    assert_eq!(PlaceFigure::UsPrices.text(nation), "$55,000");
    assert_eq!(PlaceFigure::PerThousand.text(nation), "20.0");
    assert_eq!(Nation::of(&catalog, Some(PublishedId(0))).release, "May 2025");
}

/// Whatever is missing has no number in any form.
#[test]
fn nothing_withheld_is_a_number() {
    let (_, places) = states();
    for row in &places.rows {
        for figure in PlaceFigure::ALL {
            let value = figure.value(row);
            assert_eq!(value.is_ok(), figure.brief(row).is_some(), "{row:?} {figure:?}");
            assert_eq!(value.is_ok(), figure.short(row).is_some(), "{row:?} {figure:?}");
            assert_eq!(value.is_err(), !figure.text(row).contains(|c: char| c.is_ascii_digit()), "{row:?} {figure:?}");
        }
    }
}

#[test]
fn the_map_has_five_shades_and_two_for_what_cannot_be_said() {
    let (catalog, places) = states();
    let shades = Shades::of(&places, PlaceFigure::Quotient);
    let shade = |letters: &str| {
        let at = places.rows.iter().position(|row| row.letters(&catalog) == Some(letters)).unwrap();
        shades.shade(at)
    };
    assert_eq!(["TX", "FL", "CT", "AL"].map(shade), [Shade::Step(0), Shade::Step(1), Shade::Step(2), Shade::Step(3)]);
    assert_eq!(["AK", "CO", "WI"].map(shade), [Shade::Few, Shade::Missing, Shade::Missing]);
    assert_eq!(shades.ends[4], None);
    let shades = Shades::of(&places, PlaceFigure::Median);
    let steps: Vec<usize> = shades.ends.iter().flatten().map(|(low, _)| *low).collect();
    assert_eq!(steps.len(), 5, "six states in five fifths");
    let top = shades.ends[4].unwrap().1;
    assert_eq!(places.rows[top].name(&catalog), "Florida");
}

#[test]
fn areas_stand_apart_and_industries_level_by_level() {
    let (catalog, _) = states();
    let areas = RolePlaces::of(&catalog, RoleId(1), Scope::Areas);
    assert_eq!(areas.rows.len(), 1);
    assert_eq!((areas.rows[0].code(&catalog).as_str(), areas.rows[0].is_few()), ("0012420", false));
    assert_eq!(Scope::levels(&catalog), [2, 3]);
    let sectors = RolePlaces::of(&catalog, RoleId(0), Scope::first_industries(&catalog));
    assert_eq!(sectors.scope, Scope::Industries(2));
    let listed = Listed::of(&sectors, PlaceFigure::Median, false);
    assert_eq!(names(&catalog, &sectors, &listed, Standing::Few), ["Sector 62 - Health Care"]);
    assert_eq!(PlaceFigure::Share.text(&sectors.rows[0]), "60.0%");
    assert_eq!(RolePlaces::of(&catalog, RoleId(0), Scope::Industries(3)).rows.len(), 2);
}

#[test]
fn where_there_is_nothing_it_says_why_and_what_brings_it() {
    let without = catalog(false);
    let industries = RolePlaces::of(&without, RoleId(0), Scope::first_industries(&without));
    assert!(industries.why_nothing(&without).unwrap().contains("natsector_M2025_dl.xlsx"));
    let military = RolePlaces::of(&without, RoleId(2), Scope::States);
    assert!(military.why_nothing(&without).unwrap().contains("military"));
    assert_eq!((military.rows.len(), military.has_any()), (11, false));
    let (catalog, places) = states();
    assert_eq!(places.why_nothing(&catalog), None);
}
