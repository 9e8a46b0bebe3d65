//! From where and of which year pay, employment and outlook are read. Chosen once; a catalog seen through a lens gives the
//! figures of that place and year wherever it is asked for those of a role.

use serde::Serialize;

use super::estimates::Estimate;
use super::figures::Thousandths;
use super::labour::{AiCategory, Outlook, Pay, Published};
use super::place::{Place, Year};
use super::{Catalog, PlaceId, Role, Source, SourceId};

/// A place and a vintage. The nation in the base year is the one of the embedded pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Lens {
    /// The place; none is the nation.
    pub place: Option<PlaceId>,
    /// A second place beside it.
    pub beside: Option<PlaceId>,
    /// Which of the national releases.
    pub vintage: Vintage,
    /// In which dollars the trend of a role is; no other pay is changed by it.
    pub dollars: Dollars,
}

/// The dollars of a trend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dollars {
    /// Those of each year, as published.
    #[default]
    Nominal,
    /// Those of the last year, by a consumer price index.
    Last,
}

impl Lens {
    /// Whether pay, employment or outlook are others than those of the embedded pages.
    pub fn is_of_pay(self) -> bool {
        Self { dollars: Dollars::Nominal, ..self } != Self::default()
    }
}

/// Which of the national releases everything is read from. Places are published for the newest alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Vintage {
    /// The base year of the projections, one year for the whole page.
    #[default]
    Base,
    /// The newest that is published.
    Newest,
}

/// What a lens shows, by published code.
#[derive(Clone, Debug)]
pub struct Seen<'a> {
    lens: Lens,
    estimates: Vec<Option<Estimate>>,
    beside: Vec<Option<Estimate>>,
    all: Option<Pay>,
    outlook: Option<Vec<Option<Outlook<'a>>>>,
}

impl<'a> Catalog<'a> {
    /// The same catalog through a lens. What a lens names and the catalog does not have is not looked through.
    pub fn through(&self, lens: Lens) -> Self {
        let known = |id: Option<PlaceId>| id.filter(|id| usize::from(id.0) < self.places.len());
        let dollars = if self.last_dollars().is_ok() { lens.dollars } else { Dollars::Nominal };
        let lens = Lens { place: known(lens.place), beside: known(lens.beside), dollars, ..lens };
        let place = lens.place.and_then(|id| self.places.get(usize::from(id.0)));
        let year = self.newest().filter(|_| lens.vintage == Vintage::Newest);
        let estimates = place.map(|place| &place.estimates).or_else(|| year.map(|year| &year.estimates));
        let by_code = |estimates: Option<&super::Estimates<'a>>| {
            let mut list = vec![None; self.published.len()];
            for estimate in estimates.into_iter().flat_map(super::Estimates::iter) {
                if let Some(slot) = list.get_mut(usize::from(estimate.published.0)) {
                    *slot = Some(estimate);
                }
            }
            list
        };
        let seen = (lens != Lens::default()).then(|| Seen {
            lens,
            estimates: match estimates {
                Some(_) => by_code(estimates),
                None => Vec::new(),
            },
            beside: by_code(lens.beside.and_then(|id| self.places.get(usize::from(id.0))).map(|p| &p.estimates)),
            all: estimates.map_or(self.all_occupations, |estimates| estimates.all),
            outlook: (lens.vintage == Vintage::Newest && self.has_next())
                .then(|| self.published.iter().map(Published::newest).collect()),
        });
        Self { seen: seen.map(Into::into), ..self.clone() }
    }

    /// The lens that the catalog is seen through.
    pub fn lens(&self) -> Lens {
        self.seen.as_ref().map_or_else(Lens::default, |seen| seen.lens)
    }

    /// The place that pay and employment are those of; none is the nation.
    pub fn place(&self) -> Option<&Place<'a>> {
        self.places.get(usize::from(self.lens().place?.0))
    }

    /// The second place.
    pub fn beside(&self) -> Option<&Place<'a>> {
        self.places.get(usize::from(self.lens().beside?.0))
    }

    /// Employment and wages of a role, of the place and the year that the catalog is seen through.
    pub fn pay(&self, role: &Role<'_>) -> Option<&Pay> {
        self.pay_of(role.published?.0.into())
    }

    /// The same of a code, by its place in [`Catalog::published`].
    pub fn pay_of(&self, published: usize) -> Option<&Pay> {
        match self.seen.as_ref().filter(|seen| !seen.estimates.is_empty()) {
            Some(seen) => Some(&seen.estimates.get(published)?.as_ref()?.pay),
            None => self.published.get(published)?.pay.as_ref(),
        }
    }

    /// What OEWS estimates for a role in the place, with its error and its location quotient; none for the nation.
    pub fn estimate(&self, role: &Role<'_>) -> Option<&Estimate> {
        let seen = self.seen.as_ref().filter(|seen| seen.lens.place.is_some())?;
        seen.estimates.get(usize::from(role.published?.0))?.as_ref()
    }

    /// The same in the second place.
    pub fn estimate_beside(&self, role: &Role<'_>) -> Option<&Estimate> {
        self.seen.as_ref()?.beside.get(usize::from(role.published?.0))?.as_ref()
    }

    /// Employment and wages of all occupations together: the whole that shares are taken of.
    pub fn all_pay(&self) -> Option<&Pay> {
        self.seen.as_ref().map_or(self.all_occupations.as_ref(), |seen| seen.all.as_ref())
    }

    /// The dataset that pay and employment are read from.
    pub fn pay_source(&self) -> SourceId {
        let nation = || if self.newest_seen().is_some() { SourceId::OewsYears } else { SourceId::Oews };
        self.place().map_or_else(nation, Place::source)
    }

    /// The datasets of a median and, where both stand, of the newest one beside it.
    pub fn pay_sources(&self) -> impl Iterator<Item = SourceId> + use<'a> {
        std::iter::once(self.pay_source()).chain(self.pay_years().map(|_| SourceId::OewsYears))
    }

    /// The newest year, where the nation is seen in it.
    fn newest_seen(&self) -> Option<&Year<'a>> {
        self.newest().filter(|_| self.lens().vintage == Vintage::Newest)
    }

    /// The release that pay and employment are read from: `May 2025`.
    pub fn pay_release(&self) -> Option<&'a str> {
        match (self.place(), self.newest_seen()) {
            (None, Some(year)) => Some(year.release),
            _ => Some(self.source(self.pay_source())?.release),
        }
    }

    /// The price level of the place, of which the nation's is 100; of states alone.
    pub fn price_level(&self) -> Option<Thousandths> {
        self.place()?.price_level
    }

    /// Projections of a role, of the vintage that the catalog is seen through.
    pub fn outlook(&self, role: &Role<'_>) -> Option<&Outlook<'a>> {
        match self.seen.as_ref().and_then(|seen| seen.outlook.as_ref()) {
            Some(outlook) => outlook.get(usize::from(role.published?.0))?.as_ref(),
            None => self.published(role)?.outlook.as_ref(),
        }
    }

    /// The dataset that the projected change and the openings are read from.
    pub fn outlook_source(&self) -> SourceId {
        let is_newest = self.lens().vintage == Vintage::Newest && self.has_next();
        if is_newest { SourceId::NextProjections } else { SourceId::Projections }
    }

    /// BLS's relative AI exposure category of a role.
    pub fn ai_category(&self, role: &Role<'_>) -> Option<AiCategory> {
        self.published(role)?.ai
    }

    /// The datasets of what is seen: those of places and industries only where a place is chosen, the price index only
    /// where a trend is read by it.
    pub fn sources_seen(&self) -> impl Iterator<Item = &Source<'a>> {
        let (is_of_place, is_by_index) = (self.place().is_some(), self.dollars_year().is_some());
        self.sources.iter().filter(move |source| match source.id {
            SourceId::ConsumerPrices => is_by_index,
            id => is_of_place || !id.is_of_parts(),
        })
    }

    /// Whether anything is known of the projections after those of the base year.
    pub fn has_next(&self) -> bool {
        self.published.iter().any(|published| published.next.is_some())
    }

    /// The newest year of the nation, where it is newer than the base year.
    pub fn newest(&self) -> Option<&Year<'a>> {
        let base = self.source(SourceId::Oews)?.release.rsplit(' ').next()?.parse::<u16>().ok()?;
        self.years.last().filter(|year| year.year > base)
    }
}
