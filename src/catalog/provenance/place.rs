//! Where the figures of a place come from: the row of a state or of an area, and the price level of a state.

use super::{Figure, File, Origins, Provenance, PublishedCell, Raw, names};
use crate::catalog::{Estimate, Pay, Place, Role};

/// What an estimate has, as its file writes it.
type OfEstimate<'f> = &'f dyn Fn(&Estimate) -> Option<String>;

impl Origins<'_> {
    /// The cell of a place in its file; what stands there is `raw`, or that there is no row.
    pub(super) fn place_cell(
        &self,
        role: &Role<'_>,
        place: &Place<'_>,
        column: &str,
        raw: impl FnOnce(&Pay) -> Raw,
    ) -> PublishedCell {
        use names::oews::{AREA, CODE};
        let (soc, area) = (self.soc(role), area(place));
        let row = [(AREA, area.clone()), (CODE, soc.to_string())];
        let none = || Raw::Missing(format!("no row for {soc} in {area} {}", place.name));
        let raw = self.catalog.pay(role).map_or_else(none, raw);
        let file = if place.is_state() { File::OewsStates } else { File::OewsAreas };
        self.cell(file, &row, column, raw)
    }

    /// What a place alone has: the error of its employment, its location quotient, its jobs per 1,000, its price level.
    pub(super) fn of_place(&self, role: &Role<'_>, figure: Figure) -> Provenance {
        use names::oews::{ERROR, PER_THOUSAND, QUOTIENT};
        let estimate = self.catalog.estimate(role);
        let (name, column, value, shown): (_, _, OfEstimate<'_>, _) = match figure {
            Figure::PriceLevel => return self.price_level(role),
            Figure::LocationQuotient => (
                "location quotient",
                QUOTIENT,
                &|estimate| Some(estimate.quotient?.to_string()),
                estimate.and_then(Estimate::quotient_text),
            ),
            Figure::JobsPer1000 => (
                "jobs per 1,000",
                PER_THOUSAND,
                &|estimate| Some(estimate.per_thousand?.to_string()),
                estimate.and_then(Estimate::per_thousand_text),
            ),
            _ => (
                "relative error of the employment",
                ERROR,
                &|estimate| Some(estimate.error?.to_string().trim_end_matches('%').to_owned()),
                estimate.and_then(Estimate::error_text),
            ),
        };
        let raw = |_: &Pay| Raw::Value(estimate.and_then(value).unwrap_or_else(|| names::oews::NO_WAGE.to_owned()));
        let why = self.catalog.place().map(|_| self.catalog.no_employment(role).into_owned());
        let mut provenance = self.there(Self::traced(role, figure, name, shown.clone().or(why)));
        let Some(place) = self.catalog.place() else {
            let cell = self.cell(File::Oews, &[], column, Raw::Missing("the nation's file has none".to_owned()));
            provenance.cells = vec![PublishedCell { row: vec![("place".into(), "none is chosen".into())], ..cell }];
            provenance.computation.push("BLS gives it for states and areas: choose one.".to_owned());
            return provenance;
        };
        provenance.cells = vec![self.place_cell(role, place, column, raw), self.crosswalk_cell(role)];
        self.by_code(&mut provenance, role);
        provenance.computation.push(match (&shown, figure) {
            (None, _) => "Withheld with the employment, or no row.".to_owned(),
            (_, Figure::LocationQuotient) => {
                "Shown as published: the code's share of the jobs of the place over its share of those of the nation."
                    .to_owned()
            }
            (_, Figure::JobsPer1000) => "Shown as published: jobs in the code per 1,000 jobs of the place.".to_owned(),
            _ => "Shown as published: the relative standard error of the employment, in percent.".to_owned(),
        });
        provenance
    }

    fn price_level(&self, role: &Role<'_>) -> Provenance {
        use names::price_levels::{LETTERS, LEVEL};
        let (level, place) = (self.catalog.price_level(), self.catalog.place());
        let shown = place.and_then(|place| place.price_text(self.catalog));
        let mut provenance = Self::traced(role, Figure::PriceLevel, "price level", shown);
        let letters = place.and_then(|place| place.letters).unwrap_or("none");
        let raw = Raw::or(level.map(|level| level.to_string()), || "no row: it is given for states alone".to_owned());
        provenance.cells = vec![self.cell(File::PriceLevels, &[(LETTERS, letters.to_owned())], LEVEL, raw)];
        provenance.published_for = format!("published for {}, whatever the role", place.map_or("states", |p| p.name));
        provenance.computation.push(match level {
            Some(_) => "Shown as published, the nation's being 100; no pay is changed by it.".to_owned(),
            None => "BEA gives price levels of states; of this place there is none.".to_owned(),
        });
        provenance
    }

    /// Says in which place a figure is, where one is chosen.
    pub(super) fn there(&self, provenance: Provenance) -> Provenance {
        let of = provenance.of + &self.catalog.there();
        Provenance { of, ..provenance }
    }
}

/// The code of a place as the files have it: two digits of a state, seven of an area.
fn area(place: &Place<'_>) -> String {
    if place.is_state() { format!("{:02}", place.area) } else { format!("{:07}", place.area) }
}
