//! What the place says beside pay and employment: how sure the employment is, how common the role is there; then the nation,
//! and the second place.

use super::{Row, row::Told};
use crate::catalog::provenance::Point;
use crate::catalog::words::NATION;
use crate::catalog::{Catalog, Estimate, Figure, Period, Role};

/// Below the employment there: none for the nation.
pub(super) fn of_employment<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<Row<'a>> {
    let facts = catalog.estimate(role).map(facts).unwrap_or_default();
    facts.into_iter().map(|(label, text, figure)| Row::fact(label, text, [figure])).collect()
}

/// The facts of an estimate with their labels.
fn facts(estimate: &Estimate) -> Vec<(&'static str, String, Figure)> {
    let told = [
        ("Relative error", estimate.error_text(), Figure::EmploymentError),
        ("Location quotient", estimate.quotient_text(), Figure::LocationQuotient),
        ("Jobs per 1,000", estimate.per_thousand_text(), Figure::JobsPer1000),
    ];
    told.into_iter().filter_map(|(label, text, figure)| Some((label, text?, figure))).collect()
}

/// The price level of the place, where one is published.
pub(super) fn price_level<'a>(catalog: &Catalog<'_>) -> Option<Row<'a>> {
    let text = catalog.place()?.price_text(catalog)?;
    Some(Row::fact("Price level", text, [Figure::PriceLevel]))
}

/// The second place and the nation in a line each.
pub(super) fn in_lines<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<Row<'a>> {
    let beside = catalog.beside().zip(catalog.lens().beside).map(|(place, id)| {
        let text = place.pay_text(role, catalog.estimate_beside(role));
        let name = if place.is_state() { place.name.to_owned() } else { place.in_words().into_owned() };
        Row::Elsewhere(id, name, told(text, PAY.to_vec()))
    });
    beside.into_iter().chain(nation(catalog, role)).collect()
}

/// The second place with all that is told of the first one; then the nation.
pub(super) fn in_full<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    if let (Some(place), Some(id)) = (catalog.beside(), catalog.lens().beside) {
        let elsewhere = |label: &str, text: String, figures: &[Figure]| {
            Row::Elsewhere(id, label.to_owned(), told(text, figures.to_vec()))
        };
        rows.extend([Row::Gap, Row::Heading(format!("Beside it, in {}", place.in_words()))]);
        let estimate = catalog.estimate_beside(role);
        rows.push(elsewhere("Pay and employment", place.pay_text(role, estimate), &PAY));
        let facts = estimate.map(facts).unwrap_or_default();
        rows.extend(facts.into_iter().map(|(label, text, figure)| elsewhere(label, text, &[figure])));
        rows.extend(place.price_text(catalog).map(|text| elsewhere("Price level", text, &[Figure::PriceLevel])));
    }
    if let Some(row) = nation(catalog, role) {
        rows.extend([Row::Gap, Row::Heading("In the nation".into()), row]);
    }
    rows
}

fn nation<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Option<Row<'a>> {
    let year = catalog.nation_there()?.year;
    Some(Row::fact(NATION, catalog.nation_beside(role)?, [Figure::YearPay(year), Figure::YearEmployment(year)]))
}

const PAY: [Figure; 3] = [Figure::PAY, Figure::Wage(Period::Hour, Point::Median), Figure::Employment];

fn told(text: String, figures: Vec<Figure>) -> Told {
    Told::new(text, figures)
}
