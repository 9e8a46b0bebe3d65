//! Places and industries, back from a catalog.

use super::Tables;
use crate::catalog::{Catalog, Estimate, Estimates, Hundredths, Pay, PercentTenths, SocCode, Thousandths};
use crate::ingest::tables::{ConsumerPriceRow, EstimateRow, IndustryRow, PlaceRow, PriceLevelRow};

/// Puts them into the tables.
pub fn recover(catalog: &Catalog<'_>, tables: &mut Tables) {
    for place in &catalog.places {
        tables.places.push(PlaceRow {
            area: place.area,
            name: place.name.to_owned(),
            letters: place.letters.map(str::to_owned),
        });
        if let (Some(letters), Some(level)) = (place.letters, place.price_level) {
            tables.price_levels.push(PriceLevelRow { letters: letters.to_owned(), level: level.value() });
        }
        let rows = if place.is_state() { &mut tables.pay_states } else { &mut tables.pay_areas };
        rows_of(catalog, place.area, &place.estimates, rows);
    }
    let prices = catalog.prices.iter();
    tables.consumer_prices =
        prices.map(|(year, index)| ConsumerPriceRow { year: *year, index: index.value() }).collect();
    tables.price_levels.sort_by(|a, b| a.letters.cmp(&b.letters));
    for industry in &catalog.industries {
        let (naics, title) = (industry.naics.to_owned(), industry.title.to_owned());
        tables.industries.push(IndustryRow { naics: naics.clone(), title, level: industry.level });
        rows_of(catalog, naics, &industry.estimates, &mut tables.pay_industries);
    }
}

fn rows_of<K: Clone>(catalog: &Catalog<'_>, of: K, estimates: &Estimates<'_>, rows: &mut Vec<EstimateRow<K>>) {
    if let Some(pay) = &estimates.all {
        rows.push(row(of.clone(), SocCode::ALL_OCCUPATIONS, pay, None));
    }
    for estimate in estimates.iter() {
        let Some(published) = catalog.published.get(usize::from(estimate.published.0)) else { continue };
        rows.push(row(of.clone(), published.soc, &estimate.pay, Some(&estimate)));
    }
}

fn row<K>(of: K, soc: SocCode, pay: &Pay, estimate: Option<&Estimate>) -> EstimateRow<K> {
    EstimateRow {
        of,
        soc,
        employment: pay.employment,
        error: estimate.and_then(|estimate| estimate.error).map(PercentTenths::value),
        per_thousand: estimate.and_then(|estimate| estimate.per_thousand).map(Thousandths::value),
        quotient: estimate.and_then(|estimate| estimate.quotient).map(Hundredths::value),
        hourly_mean: pay.hourly.mean,
        hourly_p10: pay.hourly.p10,
        hourly_p25: pay.hourly.p25,
        hourly_median: pay.hourly.median,
        hourly_p75: pay.hourly.p75,
        hourly_p90: pay.hourly.p90,
        annual_mean: pay.annual.mean,
        annual_p10: pay.annual.p10,
        annual_p25: pay.annual.p25,
        annual_median: pay.annual.median,
        annual_p75: pay.annual.p75,
        annual_p90: pay.annual.p90,
    }
}
