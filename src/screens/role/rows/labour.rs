//! Outlook and pay, row by row.

use super::{Row, place};
use crate::catalog::place::SOC_2018_FROM;
use crate::catalog::provenance::Point;
use crate::catalog::{Catalog, Figure, Metric, NOT_PUBLISHED, Period, Published, Role};

pub(super) fn key_figures<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Key figures".into())];
    let (year, hour) = (Figure::Wage(Period::Year, Point::Median), Figure::Wage(Period::Hour, Point::Median));
    let figures = match Metric::Pay.wage(catalog, role) {
        Some((_, Period::Hour)) => vec![hour, year],
        _ => vec![year],
    };
    rows.push(Row::fact("Median wage", Metric::Pay.text_in(catalog, role), figures));
    rows.extend(newest(catalog, role));
    rows.push(employed(catalog, role));
    rows.extend(catalog.headcount_text(role).map(|text| Row::fact("In the staff", text, [Figure::Headcount])));
    rows.extend(place::in_lines(catalog, role));
    let outlook = catalog
        .outlook(role)
        .map_or_else(|| NOT_PUBLISHED.to_owned(), |o| format!("{}, {} openings a year", o.change_text(), o.openings));
    rows.push(Row::fact("Outlook", outlook, [Figure::Change, Figure::Openings]));
    rows.extend(shared_note(catalog, role));
    rows
}

fn employed<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Row<'a> {
    Row::fact("People employed", Metric::Employment.text_in(catalog, role), [Figure::Employment])
}

pub(super) fn shared_note<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Option<Row<'a>> {
    catalog.published(role).and_then(Published::shared_note).map(|note| Row::remark(note, [Figure::Code]))
}

pub(super) fn outlook<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let shared = shared_note(catalog, role);
    let mut rows = vec![Row::Heading(format!("Outlook (BLS projections{})", release(catalog.outlook_release())))];
    rows.extend(shared.clone());
    match catalog.outlook(role) {
        None => {
            let text = "BLS publishes no projection for this role.";
            rows.push(Row::remark(text, [Figure::Code, Figure::Change]));
        }
        Some(outlook) => {
            let text = |metric: Metric| metric.text(catalog, role);
            rows.push(Row::fact("Projected change", outlook.change_text(), [Figure::Change]));
            rows.extend(
                outlook.jobs_text().map(|jobs| {
                    Row::fact("Employment", jobs, [Figure::BaseJobs, Figure::TargetJobs, Figure::ChangeJobs])
                }),
            );
            rows.extend([
                Row::fact("Openings a year", text(Metric::Openings), [Figure::Openings]),
                Row::fact("Self-employed", text(Metric::SelfEmployed), [Figure::SelfEmployed]),
                Row::fact("Typical entry", text(Metric::Education), [Figure::Entry]),
                Row::fact("Related experience", published_word(outlook.experience), [Figure::Experience]),
                Row::fact("On-the-job training", published_word(outlook.training), [Figure::Training]),
            ]);
            rows.extend(
                catalog.next_text(role).map(|text| Row::remark(text, [Figure::ChangeNext, Figure::OpeningsNext])),
            );
        }
    }
    rows.push(Row::Gap);
    let there = catalog.there();
    rows.push(Row::Heading(format!("Pay and employment{there} (BLS OEWS{})", release(catalog.pay_release()))));
    rows.extend(shared);
    let median = Figure::Wage(Period::Year, Point::Median);
    match (catalog.pay(role), catalog.estimate(role)) {
        (Some(_), Some(estimate)) if !estimate.has_wages() => {
            rows.push(employed(catalog, role));
            rows.extend(place::of_employment(catalog, role));
            rows.push(Row::fact("Wages", catalog.no_wage(role), [median]));
        }
        (Some(_), _) => {
            rows.push(employed(catalog, role));
            rows.extend(place::of_employment(catalog, role));
            rows.extend([Row::Gap, Row::WageHeads]);
            rows.extend(Point::ALL.map(Row::Wage));
            rows.extend([Row::Gap, Row::WageRange]);
            rows.extend(newest(catalog, role));
        }
        (None, _) => {
            let text = format!("BLS publishes no wages for this role{there}.");
            rows.push(Row::remark(text, [Figure::Code, median]));
        }
    }
    rows.extend(place::price_level(catalog));
    rows.extend(place::in_full(catalog, role));
    rows.extend(years(catalog, role));
    rows
}

/// The newest published median, where the page keeps to an older year.
fn newest<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Option<Row<'a>> {
    catalog.newest_median(role).map(|text| Row::fact("Newest median", text, [Figure::PayNewest]))
}

/// How pay and employment went since they are comparable.
fn years<'a>(catalog: &Catalog<'_>, role: &Role<'_>) -> Vec<Row<'a>> {
    let points = catalog.trend(role);
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    if points.len() < 2 {
        return Vec::new();
    }
    let dollars = points
        .iter()
        .filter(|point| point.period == last.period)
        .flat_map(|point| point.wages.points().into_iter().filter_map(|(_, wage)| point.dollars(wage?)));
    let scale = dollars.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let dollars = catalog.in_dollars();
    let heading = format!("Pay and employment in the nation, {} to {}{dollars} (BLS OEWS)", first.year, last.year);
    let mut rows = vec![Row::Gap, Row::Heading(heading), Row::YearHeads];
    for point in &points {
        if point.year == SOC_2018_FROM && point.year > first.year {
            rows.push(Row::Note("The series breaks here: SOC 2018 and another model from 2021 on.".to_owned()));
        }
        rows.push(Row::Year(*point, scale));
    }
    rows.push(Row::Note(catalog.trend_warning().into_owned()));
    rows
}

/// `None` is a value that BLS publishes.
fn published_word(word: Option<&str>) -> String {
    match word {
        None => NOT_PUBLISHED.into(),
        Some("None") => "none".into(),
        Some(word) => word.into(),
    }
}

fn release(release: Option<impl std::fmt::Display>) -> String {
    release.map_or_else(String::new, |release| format!(", {release}"))
}
