//! The parts of the nation: what OEWS estimates for places and industries, joined to the codes of the nation.

use std::collections::HashMap;
use std::hash::Hash;

use super::{BadTable, Tables};
use crate::catalog::{
    Estimate, Estimates, Hundredths, Industry, Pay, PercentTenths, Place, Published, PublishedId, SocCode, Thousandths,
    WageRange,
};
use crate::ingest::tables::EstimateRow;

/// The places, states first by code.
pub fn places<'t>(tables: &'t Tables, published: &[Published<'_>]) -> Result<Vec<Place<'t>>, BadTable> {
    let codes = by_soc(published);
    let levels: HashMap<&str, f64> = tables.price_levels.iter().map(|row| (row.letters.as_str(), row.level)).collect();
    let mut estimates = joined("pay_states.csv", &tables.pay_states, &codes)?;
    estimates.extend(joined("pay_areas.csv", &tables.pay_areas, &codes)?);
    let mut places = Vec::new();
    for row in &tables.places {
        let level = row.letters.as_deref().and_then(|letters| levels.get(letters));
        places.push(Place {
            area: row.area,
            name: &row.name,
            letters: row.letters.as_deref(),
            price_level: level.map(|level| scaled("price_levels.csv", *level, 1_000.0)).transpose()?.map(Thousandths),
            estimates: estimates.remove(&row.area).unwrap_or_default(),
        });
    }
    unnamed(estimates.keys().next(), "places.csv")?;
    Ok(places)
}

/// The consumer price index, by year.
pub fn prices(tables: &Tables) -> Result<Vec<(u16, Thousandths)>, BadTable> {
    let rows = tables.consumer_prices.iter();
    let prices: Result<Vec<_>, BadTable> =
        rows.map(|row| Ok((row.year, Thousandths(scaled("consumer_prices.csv", row.index, 1_000.0)?)))).collect();
    let prices = prices?;
    if prices.windows(2).any(|pair| pair[0].0 >= pair[1].0) || prices.iter().any(|(_, index)| index.0 == 0) {
        return Err(BadTable::new(
            "consumer_prices.csv",
            "the years are out of order, one stands twice, or an index is 0",
        ));
    }
    Ok(prices)
}

/// The industries, by code.
pub fn industries<'t>(tables: &'t Tables, published: &[Published<'_>]) -> Result<Vec<Industry<'t>>, BadTable> {
    let mut estimates = joined("pay_industries.csv", &tables.pay_industries, &by_soc(published))?;
    let mut industries = Vec::new();
    for row in &tables.industries {
        let estimates = estimates.remove(&row.naics).unwrap_or_default();
        industries.push(Industry { naics: &row.naics, title: &row.title, level: row.level, estimates });
    }
    unnamed(estimates.keys().next(), "industries.csv")?;
    Ok(industries)
}

fn unnamed(key: Option<&impl std::fmt::Display>, table: &'static str) -> Result<(), BadTable> {
    key.map_or(Ok(()), |key| Err(BadTable::new(table, format!("{key}, for which there are figures, is not there"))))
}

fn by_soc(published: &[Published<'_>]) -> HashMap<SocCode, PublishedId> {
    (0..).map(PublishedId).zip(published).map(|(id, published)| (published.soc, id)).collect()
}

/// The estimates of each place or industry. What is of no code of the nation joins nothing.
fn joined<K: Hash + Eq + Clone>(
    table: &'static str,
    rows: &[EstimateRow<K>],
    codes: &HashMap<SocCode, PublishedId>,
) -> Result<HashMap<K, Estimates<'static>>, BadTable> {
    let mut found = HashMap::new();
    for rows in rows.chunk_by(|a, b| a.of == b.of) {
        let Some(first) = rows.first() else { continue };
        let all = rows.iter().find(|row| row.soc == SocCode::ALL_OCCUPATIONS).map(pay);
        let known = rows.iter().filter_map(|row| Some((*codes.get(&row.soc)?, row)));
        let estimates: Result<Vec<Estimate>, BadTable> = known.map(|(id, row)| estimate(table, id, row)).collect();
        let estimates = estimates?;
        let is_in_order = estimates.windows(2).all(|pair| pair[0].published < pair[1].published);
        if !is_in_order || found.insert(first.of.clone(), Estimates::of(all, &estimates)).is_some() {
            return Err(BadTable::new(table, "the rows are out of order, or one stands twice"));
        }
    }
    Ok(found)
}

fn estimate<K>(table: &'static str, published: PublishedId, row: &EstimateRow<K>) -> Result<Estimate, BadTable> {
    let figure = |figure: Option<f64>, scale: f64| figure.map(|figure| scaled(table, figure, scale)).transpose();
    let too_large = |_| BadTable::new(table, format!("{}: a figure is too large", row.soc));
    Ok(Estimate {
        published,
        pay: pay(row),
        error: figure(row.error, 10.0)?.map(i32::try_from).transpose().map_err(too_large)?.map(PercentTenths),
        per_thousand: figure(row.per_thousand, 1_000.0)?.map(Thousandths),
        quotient: figure(row.quotient, 100.0)?.map(u16::try_from).transpose().map_err(too_large)?.map(Hundredths),
    })
}

const fn pay<K>(row: &EstimateRow<K>) -> Pay {
    Pay {
        employment: row.employment,
        annual: WageRange {
            p10: row.annual_p10,
            p25: row.annual_p25,
            median: row.annual_median,
            p75: row.annual_p75,
            p90: row.annual_p90,
            mean: row.annual_mean,
        },
        hourly: WageRange {
            p10: row.hourly_p10,
            p25: row.hourly_p25,
            median: row.hourly_median,
            p75: row.hourly_p75,
            p90: row.hourly_p90,
            mean: row.hourly_mean,
        },
    }
}

/// A figure as the whole number that it is kept as.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked before the cast")]
fn scaled(table: &'static str, figure: f64, scale: f64) -> Result<u32, BadTable> {
    let whole = figure * scale;
    if (0.0..2e9).contains(&whole) && (whole - whole.round()).abs() < 1e-4 {
        return Ok(whole.round() as u32);
    }
    Err(BadTable::new(table, format!("{figure} is not a figure from 0 with at most {} decimals", scale.log10())))
}
