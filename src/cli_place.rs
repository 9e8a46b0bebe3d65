//! The place and the vintage of a command: chosen by the same two options everywhere.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args};

use crate::catalog::{Catalog, Dollars, Lens, NoPlace, PlaceId, Vintage};

/// From where, and of which releases, pay, employment and outlook are.
#[derive(Clone, Debug, Default, PartialEq, Args)]
pub struct Seen {
    /// Pay and employment of this place: a state (texas, TX, 48), an area by the beginning of its name or of one of its cities
    /// (Austin), or us; a second one is put beside it
    #[arg(long = "place", value_name = "NAME", action = ArgAction::Append)]
    pub places: Vec<String>,
    /// Which national releases: those of the base year, or the newest
    #[arg(long, default_value = "base", value_parser = vintage())]
    pub vintage: Vintage,
    /// In which dollars the years of a role's pay are: as published, or those of the last year by a price index that you
    /// brought; no other pay is changed by it
    #[arg(long, default_value = "nominal", value_parser = dollars())]
    pub dollars: Dollars,
}

/// Why a place or a vintage cannot be looked from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSeen {
    /// It names no place.
    #[error(transparent)]
    Place(#[from] NoPlace),
    /// More than two places.
    #[error("--place is given {0} times: one place, or two, the second beside the first")]
    TooMany(usize),
    /// The second place is the first.
    #[error("both places are {0}: name another one for the second")]
    Twice(String),
    /// No release is newer than those of the base year.
    #[error("your data have no newer release: `rolescope data fetch` or `rolescope data import` brings one")]
    NoNewer,
    /// No price index.
    #[error("{0}")]
    NoIndex(&'static str),
}

impl Seen {
    /// The lens that they ask for.
    ///
    /// # Errors
    /// When a name means no place, or several; when there are more than two; when no release is newer.
    pub fn lens(&self, catalog: &Catalog<'_>) -> Result<Lens, NotSeen> {
        let named = |name: &String| catalog.place_named(name);
        let (place, beside) = match self.places.as_slice() {
            [] => (None, None),
            [place] => (named(place)?, None),
            [place, beside] => (named(place)?, named(beside)?),
            more => return Err(NotSeen::TooMany(more.len())),
        };
        if let (true, [_, twice]) = (place == beside, self.places.as_slice()) {
            return Err(NotSeen::Twice(name(catalog, place).unwrap_or(twice).to_owned()));
        }
        if self.vintage == Vintage::Newest && catalog.newest().is_none() && !catalog.has_next() {
            return Err(NotSeen::NoNewer);
        }
        if self.dollars == Dollars::Last {
            catalog.last_dollars().map_err(NotSeen::NoIndex)?;
        }
        Ok(Lens { place, beside, vintage: self.vintage, dollars: self.dollars })
    }
}

fn name<'c>(catalog: &'c Catalog<'_>, place: Option<PlaceId>) -> Option<&'c str> {
    catalog.places.get(usize::from(place?.0)).map(|place| place.name)
}

fn vintage() -> impl TypedValueParser<Value = Vintage> {
    one_of([
        ("base", "Those of one year, as the pages have them", Vintage::Base),
        ("newest", "The newest that are published", Vintage::Newest),
    ])
}

fn dollars() -> impl TypedValueParser<Value = Dollars> {
    one_of([
        ("nominal", "Those of each year, as published", Dollars::Nominal),
        ("last", "Those of May of the last year, by the consumer price index (CPI-U)", Dollars::Last),
    ])
}

/// One of two values by its name, the first by itself.
fn one_of<T: Copy + Default + Send + Sync + 'static>(
    values: [(&'static str, &'static str, T); 2],
) -> impl TypedValueParser<Value = T> {
    let named = values.map(|(name, help, _)| PossibleValue::new(name).help(help));
    PossibleValuesParser::new(named)
        .map(move |name| values.iter().find(|(known, ..)| *known == name).map_or_else(T::default, |(.., value)| *value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn lens(places: &[&str], vintage: Vintage) -> Result<Lens, String> {
        let places = places.iter().map(|place| (*place).to_owned()).collect();
        let seen = Seen { places, vintage, dollars: Dollars::Nominal };
        seen.lens(fixture::catalog()).map_err(|problem| problem.to_string())
    }

    #[test]
    fn one_place_or_two_are_looked_from() {
        let of = |place, beside| Ok(Lens { place, beside, ..Lens::default() });
        let (texas, austin) = (Some(PlaceId(0)), Some(PlaceId(2)));
        assert_eq!(lens(&[], Vintage::Base), of(None, None));
        assert_eq!(lens(&["tx"], Vintage::Base), of(texas, None));
        assert_eq!(lens(&["tx", "Austin"], Vintage::Base), of(texas, austin));
        assert_eq!(lens(&["us", "tx"], Vintage::Base), of(None, texas));
        assert_eq!(
            lens(&["tx", "Texas"], Vintage::Base).unwrap_err(),
            "both places are Texas: name another one for the second"
        );
        assert!(lens(&["tx", "wy", "us"], Vintage::Base).unwrap_err().contains("3 times"));
        assert!(lens(&["atlantis"], Vintage::Base).unwrap_err().contains("no place is called"));
        assert!(lens(&[], Vintage::Newest).unwrap_err().contains("no newer release"), "its releases are not known");
        let last = Seen { dollars: Dollars::Last, ..Seen::default() };
        let error = last.lens(fixture::catalog()).unwrap_err().to_string();
        assert!(error.contains("No price index yet"), "{error}");
    }
}
