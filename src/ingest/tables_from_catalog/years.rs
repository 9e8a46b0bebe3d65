//! The nation year by year, under the codes of each year, and the projections after those of the base year.

use super::{Tables, pay_row};
use crate::catalog::{Catalog, Pay, SocCode, Thousands};
use crate::ingest::tables::{NextOutlookRow, PayYearRow};

#[allow(clippy::cast_precision_loss, reason = "openings of a country are far below 2^53")]
pub(super) fn recover(catalog: &Catalog<'_>, tables: &mut Tables) {
    for year in &catalog.years {
        let row = |soc: SocCode, pay: &Pay| PayYearRow::of(year.release, &pay_row(soc, "", pay));
        let all = year.estimates.all.iter().map(|pay| row(SocCode::ALL_OCCUPATIONS, pay));
        let estimates = year.estimates.iter();
        let rows = estimates.filter_map(|e| Some(row(catalog.code_in(year.year, e.published)?, &e.pay)));
        let mut rows: Vec<PayYearRow> = all.chain(rows).collect();
        rows.sort_by_key(|row| row.soc);
        tables.pay_years.extend(rows);
    }
    let known = catalog.published.iter().filter(|published| published.next.is_some() || published.ai.is_some());
    let thousands = |openings: Thousands| openings.0 as f64 / 10.0;
    tables.outlook_next.extend(known.map(|published| NextOutlookRow {
        soc: published.soc,
        ai: published.ai,
        change_percent: published.next.map(|next| next.change_percent.value()),
        openings: published.next.map(|next| thousands(next.openings)),
    }));
}
