//! The nation year by year, as far as its codes are those of today.

use std::collections::HashMap;

use super::{BadTable, Tables};
use crate::catalog::{Crosswalks, Estimate, Estimates, Pay, Published, PublishedId, SocCode, Wage, WageRange, Year};
use crate::ingest::oews_years;
use crate::ingest::tables::{PayYearRow, read_wage};

/// The years, the newest last.
pub fn years<'t>(
    tables: &'t Tables,
    crosswalks: &Crosswalks<'_>,
    published: &[Published<'_>],
) -> Result<Vec<Year<'t>>, BadTable> {
    let mut parts: HashMap<SocCode, Vec<SocCode>> = HashMap::new();
    for row in &tables.crosswalk {
        parts.entry(row.published_under).or_default().push(row.code.soc());
    }
    let mut years: Vec<Year<'t>> = Vec::new();
    for rows in tables.pay_years.chunk_by(|a, b| a.release == b.release) {
        let Some(PayYearRow { release, .. }) = rows.first() else { continue };
        let year = oews_years::year(release)
            .ok_or_else(|| BadTable::new(TABLE, format!("{release:?} is not a release such as May 2025")))?;
        if years.last().is_some_and(|last| last.year >= year) {
            return Err(BadTable::new(TABLE, format!("{release} is out of order, or stands twice")));
        }
        let by_code: HashMap<SocCode, &PayYearRow> = rows.iter().map(|row| (row.soc, row)).collect();
        let mut estimates = Vec::new();
        for (id, published) in (0..).map(PublishedId).zip(published) {
            let parts = parts.get(&published.soc).map_or(&[][..], Vec::as_slice);
            let code = crosswalks.code_in(year, published.soc, parts);
            let Some(row) = code.and_then(|code| by_code.get(&code)) else { continue };
            let pay = pay(row)?;
            estimates.push(Estimate { published: id, pay, error: None, per_thousand: None, quotient: None });
        }
        let all = by_code.get(&SocCode::ALL_OCCUPATIONS).map(|row| pay(row)).transpose()?;
        years.push(Year { year, release, estimates: Estimates::of(all, &estimates) });
    }
    Ok(years)
}

const TABLE: &str = "pay_years.csv";

fn pay(row: &PayYearRow) -> Result<Pay, BadTable> {
    let range = |wages: &str| {
        range(wages).ok_or_else(|| {
            let problem = format!("{} of {}: {wages:?} are not six wages in dollars, # or *", row.soc, row.release);
            BadTable::new(TABLE, problem)
        })
    };
    Ok(Pay { employment: row.employment, annual: range(&row.annual)?, hourly: range(&row.hourly)? })
}

fn range(wages: &str) -> Option<WageRange> {
    if wages.is_empty() {
        return Some(WageRange::default());
    }
    let wage = |text| match text {
        "" => None,
        "*" => Some(None),
        wage => read_wage(wage),
    };
    let points: Vec<Option<Wage>> = wages.split(' ').map(wage).collect::<Option<_>>()?;
    let [p10, p25, median, p75, p90, mean] = points.try_into().ok()?;
    Some(WageRange { p10, p25, median, p75, p90, mean })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wages_are_six_or_none() {
        let found = range("17480 * 50.25 60 # 23").unwrap();
        assert_eq!(
            (found.p10, found.p25, found.median),
            (Some(Wage::Cents(1_748_000)), None, Some(Wage::Cents(5_025)))
        );
        assert_eq!((found.p90, found.mean), (Some(Wage::TopCoded), Some(Wage::Cents(2_300))));
        assert_eq!(range(""), Some(WageRange::default()));
        for bad in ["1 2 3 4 5", "1 2 3 4 5 6 7", "1 2 3 4 5 ", "1 2 3 4 5 x", "1 2 3 4 5 -6"] {
            assert_eq!(range(bad), None, "{bad:?}");
        }
    }
}
