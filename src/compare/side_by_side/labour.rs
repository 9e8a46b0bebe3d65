//! Pay, employment, outlook, and the preparation that the work needs.

use std::borrow::Cow;

use super::cell::wage_cell;
use super::{Cell, Compared, Gap, Part, Picture, Row, Section, Unit, lists, notes};
use crate::catalog::metric::{Bound, Difference};
use crate::catalog::provenance::Point;
use crate::catalog::words::zone::mark as zone_mark;
use crate::catalog::{Figure, Metric, Period, Role, SourceId, Sparkline, Wage};

/// The points beside the median, which is a metric: key, name, and which.
const POINTS: [(&str, &str, Point); 5] = [
    ("pay_p10", "pay, 10th percentile", Point::P10),
    ("pay_p25", "pay, 25th percentile", Point::P25),
    ("pay_p75", "pay, 75th percentile", Point::P75),
    ("pay_p90", "pay, 90th percentile", Point::P90),
    ("pay_mean", "mean annual pay", Point::Mean),
];

pub(super) fn labour<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let mut rows = vec![table.metric(Metric::Pay)];
    rows.extend(newest(table));
    rows.extend(trend(table));
    rows.push(spread(table));
    rows.extend(POINTS.map(|point| wage_point(table, point)));
    if let Some(row) = hourly(table) {
        rows.insert(1, row);
    }
    rows.push(table.metric(Metric::Employment));
    rows.extend(table.catalog.headcounts().map(|_| table.metric(Metric::Headcount)));
    let mut change = table.metric(Metric::Change);
    for (cell, column) in change.cells.iter_mut().zip(table.columns) {
        cell.mark = table.catalog.outlook(column.role).map_or("", |outlook| outlook.words());
    }
    rows.push(change);
    rows.push(table.metric(Metric::Openings));
    let mut section = Section::new(Part::Labour, rows);
    section.remarks.extend(notes::labour(table));
    section
}

/// A row of pay, named after where it is.
fn row<'c>(
    table: Compared<'_, 'c>,
    (key, label): (&'static str, &'static str),
    unit: Unit,
    figures: Vec<Figure>,
    cells: Vec<Cell<'c>>,
) -> Row<'c> {
    let there = table.catalog.there();
    let label: Cow<'c, str> = if there.is_empty() { label.into() } else { format!("{label}{there}").into() };
    Row { sources: vec![table.catalog.pay_source()], is_main: false, figures, ..Row::new(key, label, unit, cells) }
}

/// The newest median, where the comparison keeps to an older year.
fn newest<'c>(table: Compared<'_, 'c>) -> Option<Row<'c>> {
    let release = table.catalog.newest()?.release;
    let known = |role: &Role<'_>| table.catalog.newest_pay(role);
    table.columns.iter().any(|column| known(column.role).is_some()).then(|| {
        let cells = table.cells(|role| match known(role) {
            Some((median, _)) => Cell {
                text: median.into(),
                published_for: table.catalog.published(role).map(|published| published.soc),
                ..Cell::default()
            },
            None => Cell::missing(),
        });
        Row {
            short: release.into(),
            sources: vec![SourceId::OewsYears],
            is_main: true,
            figures: vec![Figure::PayNewest],
            ..Row::new("pay_newest", format!("median pay, {release}"), Unit::Entry, cells)
        }
    })
}

/// How the median went over the years.
fn trend<'c>(table: Compared<'_, 'c>) -> Option<Row<'c>> {
    let lines = |role: &Role<'_>| Sparkline::of(&table.catalog.trend(role));
    table.columns.iter().any(|column| lines(column.role).is_some()).then(|| {
        let cells = table.cells(|role| match lines(role) {
            Some(line) => Cell {
                text: format!("{} to {}", line.years.0, line.years.1).into(),
                picture: Picture::Trend(line),
                ..Cell::default()
            },
            None => Cell::missing(),
        });
        let years = table.catalog.years.iter().map(|year| Figure::YearPay(year.year)).collect();
        let in_dollars = table.catalog.in_dollars();
        let by_index = table.catalog.dollars_year().map(|_| SourceId::ConsumerPrices);
        Row {
            short: match table.catalog.dollars_year() {
                Some(year) => format!("pay, {year} $").into(),
                None => "pay by year".into(),
            },
            sources: std::iter::once(SourceId::OewsYears).chain(by_index).collect(),
            is_main: true,
            figures: years,
            ..Row::new("pay_years", format!("median pay in the nation by year{in_dollars}"), Unit::Entry, cells)
        }
    })
}

/// The five points of each role's wages on a scale that all share.
fn spread<'c>(table: Compared<'_, 'c>) -> Row<'c> {
    let points = |role: &Role<'_>| -> Vec<Wage> {
        let range = table.catalog.pay(role).map(|pay| pay.annual).unwrap_or_default();
        range.points().into_iter().filter_map(|(_, wage)| wage).collect()
    };
    let all = table.columns.iter().flat_map(|column| points(column.role)).map(|wage| wage.dollars(Period::Year));
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
    let scale = (low < high).then_some((low, high));
    let cells = table.cells(|role| {
        let (points, pay) = (points(role), table.catalog.pay(role));
        let (Some(first), Some(last), Some(pay)) = (points.first(), points.last(), pay) else {
            let why = || Cell::missing_there(table.catalog.no_wage(role));
            return hourly_spread(table, role).unwrap_or_else(why);
        };
        Cell {
            text: format!("{} to {}", first.text(Period::Year), last.text(Period::Year)).into(),
            picture: scale.map_or(Picture::None, |scale| Picture::Range { range: pay.annual, scale }),
            published_for: table.catalog.published(role).map(|published| published.soc),
            ..Cell::default()
        }
    });
    let range = Figure::PAY_RANGE.to_vec();
    let row = row(table, ("pay_range", "pay range, 10th to 90th"), Unit::Entry, range, cells);
    Row { is_main: true, short: short(table, "pay range"), ..row }
}

/// The spread of a role whose wages are given by the hour only.
fn hourly_spread<'c>(table: Compared<'_, 'c>, role: &Role<'_>) -> Option<Cell<'c>> {
    let range = table.catalog.pay(role)?.hourly;
    let points: Vec<Wage> = range.points().into_iter().filter_map(|(_, wage)| wage).collect();
    let text = format!("{} to {}", points.first()?.text(Period::Hour), points.last()?.in_full(Period::Hour));
    let published_for = table.catalog.published(role).map(|published| published.soc);
    Some(Cell { text: text.into(), published_for, ..Cell::default() })
}

fn wage_point<'c>(table: Compared<'_, 'c>, (key, label, point): (&'static str, &'static str, Point)) -> Row<'c> {
    let mut cells = table.cells(|role| {
        let wage = table.catalog.pay(role).and_then(|pay| point.wage(pay));
        let soc = table.catalog.published(role).map(|published| published.soc);
        let cell = match wage {
            Some((hourly, Period::Hour)) => Cell { text: hourly.in_full(Period::Hour).into(), ..Cell::default() },
            wage => wage_cell(wage.map(|(wage, _)| wage), Period::Year, table.catalog.no_wage(role)),
        };
        Cell { published_for: wage.and(soc), ..cell }
    });
    if let Some((value, is_floor)) = cells.get(table.reference).map(|cell| (cell.value, cell.is_floor)) {
        for (_, cell) in cells.iter_mut().enumerate().filter(|(place, _)| *place != table.reference) {
            let bound = match (cell.is_floor, is_floor) {
                (false, false) => Bound::Exact,
                (true, false) => Bound::AtLeast,
                (false, true) => Bound::AtMost,
                (true, true) => continue,
            };
            let value = cell.value.zip(value).map(|(here, there)| here - there);
            cell.gap = value.map(|value| Gap::of(Difference { metric: Metric::Pay, value, bound }));
        }
    }
    let short = short(table, label.trim_end_matches(" percentile").trim_end_matches(" annual pay"));
    let figures = vec![Figure::Wage(Period::Year, point)];
    let row = Row { short, ..row(table, (key, label), Unit::DollarsAYear, figures, cells) };
    row.measured_by(table.reference, table.scale(Metric::Pay))
}

/// Median pay an hour, where some role has no yearly one.
fn hourly<'c>(table: Compared<'_, 'c>) -> Option<Row<'c>> {
    let only =
        |role: &Role<'_>| Metric::Pay.wage(table.catalog, role).is_some_and(|(_, period)| period == Period::Hour);
    table.columns.iter().any(|column| only(column.role)).then(|| {
        let mut cells = table.cells(|role| {
            let wage = Metric::Hourly.wage(table.catalog, role).map(|(wage, _)| wage);
            let soc = table.catalog.published(role).map(|published| published.soc);
            Cell { published_for: wage.and(soc), ..wage_cell(wage, Period::Hour, table.catalog.no_wage(role)) }
        });
        // Whether a top-coded wage is more or less than another is not known: no difference.
        let exact = cells.iter().all(|cell| !cell.is_floor);
        if exact {
            lists::differences(&mut cells, table.reference, |difference| {
                let gap = Gap::exact(difference, 2, "");
                let (sign, size) = gap.text.split_at(gap.text.find(|c: char| c.is_ascii_digit()).unwrap_or(0));
                Gap { text: format!("{sign}${size}"), short: format!("{sign}${size}"), ..gap }
            });
        }
        let figures = vec![Figure::Wage(Period::Hour, Point::Median)];
        let row = row(table, ("hourly_pay", "median hourly pay"), Unit::DollarsAnHour, figures, cells);
        Row { is_main: true, ..row }
    })
}

/// A short name with where it is.
fn short<'c>(table: Compared<'_, 'c>, name: &'static str) -> Cow<'c, str> {
    let there = table.catalog.there_in_short();
    if there.is_empty() { name.into() } else { format!("{name}{there}").into() }
}

pub(super) fn preparation<'c>(table: Compared<'_, 'c>) -> Section<'c> {
    let mut zone = table.metric(Metric::JobZone);
    for (cell, column) in zone.cells.iter_mut().zip(table.columns) {
        cell.mark = column.role.job_zone.map_or("", zone_mark);
    }
    let cells = table.cells(|role| Cell {
        text: Metric::Education.text(table.catalog, role).into(),
        is_missing: table.catalog.outlook(role).is_none_or(|outlook| outlook.education.is_none()),
        ..Cell::default()
    });
    let entry = Row {
        short: "typical entry".into(),
        sources: vec![SourceId::Projections],
        figures: vec![Figure::Entry],
        ..Row::new("typical_entry", "typical education at entry", Unit::Entry, cells)
    };
    Section::new(Part::Preparation, vec![zone, entry])
}
