//! How a place reads in words: its name, what stands where it has no figure, and what stands beside its figures.

use std::borrow::Cow;

use crate::catalog::provenance::Point;
use crate::catalog::{Catalog, Estimate, NOT_PUBLISHED, Pay, Place, Role, SourceId, Vintage, Year, grouped};

impl Place<'_> {
    /// As it stands in a sentence, short where an area is named after many cities: `Texas`, `the District of Columbia`,
    /// `Austin, TX`.
    pub fn in_words(&self) -> Cow<'_, str> {
        if let Some(letters) = self.letters {
            return if matches!(letters, "DC" | "VI") { format!("the {}", self.name).into() } else { self.name.into() };
        }
        match self.name.split_once(", ") {
            Some((_, states)) => format!("{}, {states}", self.brief()).into(),
            None => self.name.strip_suffix(" area").map_or(self.name.into(), |name| format!("the {name} area").into()),
        }
    }

    /// In the fewest cells: `TX`, `Austin`.
    pub fn brief(&self) -> &str {
        let first = || self.name.split(['-', '/', ',']).next().unwrap_or(self.name);
        self.letters.unwrap_or_else(|| {
            if self.name.contains(',') { first() } else { self.name.trim_end_matches(" nonmetropolitan area") }
        })
    }
}

/// What stands for the nation where a place would.
pub const NATION: &str = "United States";

impl<'a> Catalog<'a> {
    /// ` in Texas` behind the label of a pay or an employment; nothing where they are those of the nation.
    pub fn there(&self) -> String {
        self.place().map_or_else(String::new, |place| format!(" in {}", place.in_words()))
    }

    /// The same in the fewest cells: ` TX`.
    pub fn there_in_short(&self) -> String {
        self.place().map_or_else(String::new, |place| format!(" {}", place.brief()))
    }

    /// What stands where a wage of a role would: `withheld in Texas`, `no estimate for Texas`, or, where BLS publishes none
    /// of that kind, [`NOT_PUBLISHED`].
    pub fn no_wage(&self, role: &Role<'_>) -> Cow<'static, str> {
        self.none(role, |estimate| !estimate.has_wages())
    }

    /// The same of an employment.
    pub fn no_employment(&self, role: &Role<'_>) -> Cow<'static, str> {
        self.none(role, |_| true)
    }

    fn none(&self, role: &Role<'_>, is_withheld: impl FnOnce(&Estimate) -> bool) -> Cow<'static, str> {
        let Some(place) = self.place().filter(|_| role.published.is_some()) else { return NOT_PUBLISHED.into() };
        place.none(self.estimate(role), is_withheld)
    }

    /// From where and when pay and employment are read, where that was chosen: `Pay and employment are those of Texas (BLS
    /// OEWS, May 2025); the outlook is that of the United States.`
    pub fn seen_text(&self) -> Option<String> {
        let lens = self.lens();
        let release = self.pay_release().map_or_else(String::new, |release| format!(" (BLS OEWS, {release})"));
        let outlook = match self.outlook_release() {
            Some(years) => format!("the outlook is that of the {NATION} ({years})"),
            None => format!("the outlook is that of the {NATION}"),
        };
        let beside = self.beside().map_or_else(String::new, |place| format!(", beside {}", place.in_words()));
        match self.place() {
            Some(place) => {
                Some(format!("Pay and employment are those of {}{release}{beside}; {outlook}.", place.in_words()))
            }
            None if lens.vintage == Vintage::Newest || lens.beside.is_some() => {
                Some(format!("Pay and employment are those of the {NATION}{release}{beside}; {outlook}."))
            }
            None => None,
        }
    }

    /// Whose the price levels are, and of which year: `BEA, 2024`.
    fn price_release(&self) -> String {
        let release = self.source(SourceId::PriceLevels).map_or_else(String::new, |s| format!(", {}", s.release));
        format!("BEA{release}")
    }

    /// The years that the outlook is read from: `2024–2034`.
    pub fn outlook_release(&self) -> Option<&'a str> {
        self.source(self.outlook_source()).map(|source| source.release)
    }
}

impl Pay {
    /// Median pay and employment in a line: `median $108,970 a year, 439,380 employed`; what is missing as `none` says.
    pub fn in_line(&self, none: impl Fn() -> Cow<'static, str>) -> String {
        let median = Point::Median.wage(self).map(|(wage, period)| format!("median {}", wage.in_full(period)));
        let employed = self.employment.map(|people| format!("{} employed", grouped(people.into())));
        let median = median.unwrap_or_else(|| format!("pay {}", none()));
        let employed = employed.unwrap_or_else(|| format!("employment {}", none()));
        format!("{median}, {employed}")
    }
}

impl Catalog<'_> {
    /// The nation in the year of the place that is looked from; none where no place was chosen, or that year is not there.
    pub fn nation_there(&self) -> Option<&Year<'_>> {
        self.place()?;
        self.years.iter().find(|year| Some(year.release) == self.pay_release())
    }

    /// What stands beside the figures of a place: those of the nation of the same year in a line: `median $98,430 a year,
    /// 3,379,720 employed, May 2025`.
    pub fn nation_beside(&self, role: &Role<'_>) -> Option<String> {
        let year = self.nation_there()?;
        let pay = role.published.and_then(|published| year.estimates.get(published)).map(|estimate| estimate.pay);
        let text = pay.map_or_else(|| NOT_PUBLISHED.to_owned(), |pay| pay.in_line(|| NOT_PUBLISHED.into()));
        Some(format!("{text}, {}", year.release))
    }
}

impl Place<'_> {
    /// Median pay and employment of a role there, in a line.
    pub fn pay_text(&self, role: &Role<'_>, estimate: Option<&Estimate>) -> String {
        match estimate {
            // Nowhere, not only there.
            None if role.published.is_none() => NOT_PUBLISHED.to_owned(),
            Some(estimate) => estimate.pay.in_line(|| self.none(Some(estimate), |_| true)),
            None => self.none(None, |_| true).into_owned(),
        }
    }

    /// The price level of a state: `97.5 of 100 in the nation (BEA, 2024); pay is not changed by it`.
    pub fn price_text(&self, catalog: &Catalog<'_>) -> Option<String> {
        let level = self.price_level?.value();
        Some(format!(
            "{level:.1}, where the nation's is 100 ({}); no pay here is changed by it",
            catalog.price_release()
        ))
    }

    /// What stands where it has no figure of a code: withheld where there is a row, else that there is none.
    pub fn none(&self, estimate: Option<&Estimate>, is_withheld: impl FnOnce(&Estimate) -> bool) -> Cow<'static, str> {
        match estimate {
            None => format!("no estimate for {}", self.in_words()).into(),
            Some(estimate) if is_withheld(estimate) => format!("withheld in {}", self.in_words()).into(),
            Some(_) => NOT_PUBLISHED.into(),
        }
    }
}

impl Estimate {
    /// What the relative error of the employment means: `2.8%: a full count would lie within 2.8% of it in two of three
    /// cases`.
    pub fn error_text(&self) -> Option<String> {
        let error = self.error?;
        Some(match error.0 {
            0 => format!("{error}: hardly any"),
            _ => format!("{error}: a full count would most likely, in two of three cases, be within {error} of it"),
        })
    }

    /// The jobs per 1,000 in words: `1.234 of 1,000 jobs there`.
    pub fn per_thousand_text(&self) -> Option<String> {
        Some(format!("{} of 1,000 jobs there", self.per_thousand?))
    }

    /// The location quotient in words: `1.63: its share of the jobs is 1.63 times that in the nation`.
    pub fn quotient_text(&self) -> Option<String> {
        let quotient = self.quotient?;
        Some(match quotient.0 {
            100 => format!("{quotient}: its share of the jobs is that of the nation"),
            _ => format!("{quotient}: its share of the jobs is {quotient} times that in the nation"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Lens, PlaceId};
    use crate::fixture;

    /// The catalog of the tests as seen from one of its places.
    fn from(place: u16) -> Catalog<'static> {
        fixture::catalog().through(Lens { place: Some(PlaceId(place)), ..Lens::default() })
    }

    #[test]
    fn what_a_place_has_not_says_so() {
        let [texas, wyoming, austin] = [0, 1, 2].map(from);
        let [beekeepers, _, all_other] = [0, 1, 2].map(|role: usize| &texas.roles[role]);
        assert_eq!(wyoming.no_wage(beekeepers), "withheld in Wyoming");
        assert_eq!(texas.no_wage(beekeepers), NOT_PUBLISHED, "there are others");
        assert_eq!(texas.no_wage(all_other), NOT_PUBLISHED, "BLS publishes nothing for its code");
        assert_eq!(fixture::catalog().no_wage(beekeepers), NOT_PUBLISHED);
        let mut empty = fixture::catalog().clone();
        empty.places[0].estimates = crate::catalog::Estimates::of(None, &[]);
        let empty = empty.through(Lens { place: Some(PlaceId(0)), ..Lens::default() });
        assert_eq!((empty.no_wage(beekeepers), empty.no_employment(beekeepers)), {
            let none = || Cow::Borrowed("no estimate for Texas");
            (none(), none())
        });
        assert_eq!((texas.there().as_str(), austin.there().as_str()), (" in Texas", " in Austin, TX"));
        assert_eq!((texas.there_in_short().as_str(), austin.there_in_short().as_str()), (" TX", " Austin"));
    }

    #[test]
    fn a_sentence_says_what_was_chosen() {
        assert_eq!(fixture::catalog().seen_text(), None);
        assert_eq!(
            from(0).seen_text().unwrap(),
            "Pay and employment are those of Texas; the outlook is that of the United States."
        );
        let newest = Lens { vintage: Vintage::Newest, ..Lens::default() };
        assert!(fixture::catalog().through(newest).seen_text().unwrap().contains("of the United States"));
    }
}
