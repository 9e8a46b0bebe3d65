//! Places in JSON.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use super::PlacesReport;
use super::table::{POINTS, period_key, standing_key};
use crate::catalog::provenance::Point;
use crate::catalog::{Period, Published, Wage, WageRange};
use crate::compare::places::{FLOOR, FLOOR_WORDS, ListedRow, OVERLAP, PlaceFigure, Row, Scope, Standing, US_PRICES};
use crate::report::json::{self, object};
use crate::report::releases::releases;

/// The schema.
pub const SCHEMA: &str = "rolescope/places/1";

impl PlacesReport<'_> {
    pub(super) fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let nation = self.nation();
        let (listed, scope) = (&self.listed, self.places.scope);
        let level = scope.level();
        let answer = object!(Answer {
            role: object!(Role { code: self.role.code, title: self.role.title }),
            published_for: self.catalog.published(self.role).map(Published::published_for),
            scope: scope.key(),
            level: (level > 0).then_some(level),
            by: listed.by.key(),
            direction: if listed.reversed { "ascending" } else { "descending" },
            nation: object!(Nation { release: nation.release, figures: figures(&nation.row) }),
            floor: object!(Floor {
                workers: FLOOR.workers,
                sure_from: FLOOR.sure,
                error_percent: FLOOR.error,
                rule: FLOOR_WORDS,
            }),
            us_prices_rule: (scope == Scope::States).then_some(US_PRICES),
            overlap_rule: matches!(scope, Scope::Industries(_)).then_some(OVERLAP),
            counts: object!(Counts {
                rows: listed.rows.len(),
                ranked: listed.count(Standing::Ranked),
                few_workers: listed.count(Standing::Few),
                missing: listed.count(Standing::Missing),
            }),
            sources: self.sources(),
            releases: releases(self.catalog, self.sources()),
            rows: self.rows().map(|(listed, row)| self.row(*listed, row)).collect::<Vec<_>>(),
        });
        json::write(out, SCHEMA, self.catalog, answer)
    }

    fn row(&self, listed: ListedRow, row: &Row) -> impl Serialize + use<'_> {
        object!(Place {
            rank: listed.rank,
            standing: standing_key(listed.standing),
            code: row.code(self.catalog),
            name: row.name(self.catalog),
            state: row.letters(self.catalog),
            #[serde(flatten)]
            figures: figures(row),
            missing: missing(row, self.places.scope),
        })
    }
}

/// All figures of a row; null where nothing is published.
fn figures(row: &Row) -> impl Serialize + use<> {
    let value = |figure: PlaceFigure| figure.value(row).ok();
    object!(Figures {
        employment: row.employment().ok(),
        error_percent: value(PlaceFigure::Error),
        // Two decimals say more than a relative error of some percent bears out.
        percent_of_nation: value(PlaceFigure::Share).map(|share| (share * 100.0).round() / 100.0),
        per_thousand: value(PlaceFigure::PerThousand),
        quotient: value(PlaceFigure::Quotient),
        pay: row.wages().ok().map(|(range, period)| pay(range, period)),
        us_prices: row.in_us_prices().ok().map(|wage| {
            object!(Prices { dollars: (wage.dollars * 100.0).round() / 100.0, top_coded: wage.is_floor })
        }),
        price_level: row.price_level,
    })
}

fn pay(range: &WageRange, period: Period) -> impl Serialize + use<> {
    let point = |point: Point| {
        point.of(range).map(|wage| object!(Point { dollars: wage.dollars(period), top_coded: wage == Wage::TopCoded }))
    };
    object!(Pay {
        period: period_key(period),
        p10: point(Point::P10),
        p25: point(Point::P25),
        median: point(Point::Median),
        p75: point(Point::P75),
        p90: point(Point::P90),
    })
}

/// Why figures are missing, by their keys.
fn missing(row: &Row, scope: Scope) -> BTreeMap<&'static str, &'static str> {
    let figures = PlaceFigure::ALL.into_iter().filter(|figure| figure.is_of(scope) && figure.point().is_none());
    let others = figures.filter_map(|figure| Some((figure.key(), figure.value(row).err()?.key())));
    let points = POINTS.into_iter().filter_map(|(name, point)| Some((name, row.wage(point).err()?.key())));
    others.chain(points).collect()
}
