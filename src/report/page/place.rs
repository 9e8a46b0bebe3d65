//! What a page says of the place that was chosen: how sure its employment is, how common the role is there, and the same in
//! the nation and in the second place.

use serde::Serialize;

use super::Page;
use super::document::Block;
use crate::catalog::Estimate;
use crate::catalog::words::NATION;
use crate::report::json::object;

/// Facts below pay and employment; none where no place was chosen.
pub fn blocks(page: Page<'_>) -> Vec<Block> {
    let Page { catalog, role } = page;
    let told = |label: &str, text: Option<String>| text.map(|text| Block::fact(label, format!("{text}.")));
    let estimate = catalog.estimate(role);
    let mut blocks: Vec<Block> = [
        told("Relative error of the employment", estimate.and_then(Estimate::error_text)),
        told("Location quotient", estimate.and_then(Estimate::quotient_text)),
        told("Jobs per 1,000", estimate.and_then(Estimate::per_thousand_text)),
        told("Price level", catalog.place().and_then(|place| place.price_text(catalog))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if let Some(place) = catalog.beside() {
        let text = place.pay_text(role, catalog.estimate_beside(role));
        blocks.push(Block::fact(format!("Beside it, {}", place.name), format!("{text}.")));
    }
    blocks.extend(told(&format!("In the {NATION}"), catalog.nation_beside(role)));
    blocks
}

/// The same as keys of the pay.
pub fn json(page: Page<'_>) -> Option<impl Serialize> {
    let estimate = page.catalog.estimate(page.role)?;
    Some(object!(There {
        employment_relative_error_percent: estimate.error,
        jobs_per_1000: estimate.per_thousand,
        location_quotient: estimate.quotient,
    }))
}
