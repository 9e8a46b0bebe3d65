//! Pay and outlook, with the code that they are published for.

use serde::Serialize;

use crate::catalog::{Catalog, Metric, Outlook, Pay, Role, SocCode, SourceId, WageRange};
use crate::report::numbers;

/// The SOC code that a figure is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PublishedFor<'c> {
    #[serde(rename = "code", serialize_with = "numbers::shown")]
    pub soc: SocCode,
    pub title: Option<&'c str>,
    /// How many roles share the figure.
    pub roles: usize,
}

/// Projected employment.
#[derive(Debug, Serialize)]
pub struct OutlookFacts<'c> {
    /// The dataset.
    pub source: SourceId,
    /// Base and target year.
    pub release: Option<&'c str>,
    /// The code that it is published for.
    pub published_for: Option<PublishedFor<'c>>,
    /// The projections.
    #[serde(serialize_with = "numbers::outlook")]
    pub figures: Option<Outlook<'c>>,
}

/// Employment and wages.
#[derive(Debug, Serialize)]
pub struct PayFacts<'c> {
    /// The dataset.
    pub source: SourceId,
    /// The survey's month.
    pub release: Option<&'c str>,
    /// The code that they are published for.
    pub published_for: Option<PublishedFor<'c>>,
    /// Employment and wages; each may be missing on its own.
    pub figures: Option<PayFigures>,
}

/// Employment and wages.
#[derive(Debug, Serialize)]
pub struct PayFigures {
    /// People employed; self-employed are not counted.
    pub employment: Option<u32>,
    /// Wages a year.
    #[serde(serialize_with = "numbers::yearly")]
    pub annual: WageRange,
    /// Wages an hour.
    #[serde(serialize_with = "numbers::hourly")]
    pub hourly: WageRange,
    /// The median in words: of a year, or of an hour where BLS publishes only that.
    #[serde(skip)]
    pub median: String,
}

fn published_for<'c>(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Option<PublishedFor<'c>> {
    let published = catalog.published(role)?;
    Some(PublishedFor { soc: published.soc, title: Some(published.title), roles: usize::from(published.roles) })
}

impl<'c> OutlookFacts<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        let figures = catalog.outlook(role).copied();
        Self {
            source: SourceId::Projections,
            release: catalog.source(SourceId::Projections).map(|source| source.release),
            published_for: figures.and_then(|_| published_for(catalog, role)),
            figures,
        }
    }
}

impl<'c> PayFacts<'c> {
    pub(super) fn of(catalog: &'c Catalog<'c>, role: &Role<'_>) -> Self {
        let figures = catalog.pay(role).copied();
        Self {
            source: SourceId::Oews,
            release: catalog.source(SourceId::Oews).map(|source| source.release),
            published_for: figures.and_then(|_| published_for(catalog, role)),
            figures: figures.map(|Pay { employment, annual, hourly }| PayFigures {
                employment,
                annual,
                hourly,
                median: Metric::Pay.text(catalog, role),
            }),
        }
    }
}
