//! The nation beside its places: of their year where it is there, else of the base year.

use super::{Missing, Row, Whose};
use crate::catalog::{Catalog, Estimate, Hundredths, Pay, PublishedId, SourceId, Thousandths};

/// What OEWS estimates for a role's code in the nation.
#[derive(Clone, Copy, Debug)]
pub struct Nation<'c> {
    /// The release: `May 2025`.
    pub release: &'c str,
    /// The estimate, beside those of the places.
    pub row: Row,
}

impl<'c> Nation<'c> {
    /// The release of the newest year that is known.
    pub fn release(catalog: &'c Catalog<'_>) -> &'c str {
        let base = || catalog.source(SourceId::Oews).map_or("", |source| source.release);
        catalog.newest().map_or_else(base, |year| year.release)
    }

    /// Reads the code's estimate of the newest year.
    pub fn of(catalog: &'c Catalog<'_>, published: Option<PublishedId>) -> Self {
        let of_base = || Some((published?, catalog.published.get(usize::from(published?.0))?.pay?));
        let (pay, all) = match catalog.newest() {
            Some(year) => {
                let pay = published.and_then(|id| Some((id, year.estimates.get(id)?.pay)));
                (pay, year.estimates.all)
            }
            None => (of_base(), catalog.all_occupations),
        };
        let estimate = pay.map(|(published, pay)| Estimate {
            published,
            pay,
            error: None,
            per_thousand: per_thousand(&pay, all.as_ref()),
            quotient: Some(Hundredths(100)),
        });
        let whole = pay.and_then(|(_, pay)| pay.employment).ok_or(Missing::NoWhole);
        let release = Self::release(catalog);
        Self { release, row: Row { whose: Whose::Nation, estimate, price_level: Some(Thousandths(100_000)), whole } }
    }
}

/// The code's jobs per 1,000 jobs, as BLS counts them for places.
fn per_thousand(pay: &Pay, all: Option<&Pay>) -> Option<Thousandths> {
    let all = u64::from(all?.employment?);
    let jobs = (u64::from(pay.employment?) * 1_000_000 + all / 2).checked_div(all)?;
    u32::try_from(jobs).ok().map(Thousandths)
}
