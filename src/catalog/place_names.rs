//! From what a user writes to the place meant: `texas`, `TX`, `48`, `D.C.`, `Austin`, `us`.

use std::fmt::Write as _;

use super::words::listed;
use super::{Catalog, Place, PlaceId};

/// What the nation is called, which is no place.
const NATION: [&str; 8] =
    ["us", "usa", "nation", "national", "united states", "united states of america", "the united states", "america"];
/// Other names of a state, by its letters.
const ALSO: [(&str, &str); 4] = [
    ("DC", "washington dc"),
    ("DC", "the district of columbia"),
    ("VI", "us virgin islands"),
    ("VI", "the virgin islands"),
];
/// How alike a name is at least that is offered for one that is not known, 0 to 1.
const ALIKE: f64 = 0.75;
/// How many names are offered.
const MOST_OFFERED: usize = 3;
/// How many candidates of an ambiguous name are listed.
const MOST_LISTED: usize = 12;

/// Why a text names no place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPlace {
    /// It begins the names of several.
    #[error("{}", ambiguous(.text, .places))]
    Ambiguous {
        /// What was written.
        text: String,
        /// The places that it may be, with the codes that tell them apart.
        places: Vec<(u32, String)>,
    },
    /// It is not in the data.
    #[error("{}", unknown(.text, .nearest, .areas))]
    Unknown {
        /// What was written.
        text: String,
        /// The names most like it.
        nearest: Vec<String>,
        /// What is known of areas.
        areas: Areas,
    },
}

/// What is to be said of areas where a name is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Areas {
    /// They are in the data.
    Known,
    /// They are not; the state that the text ends with, where it does.
    Absent(Option<String>),
    /// There is no place at all in the data.
    NoPlaces,
}

fn ambiguous(text: &str, places: &[(u32, String)]) -> String {
    let mut said = format!("{text:?} may be one of these; write more of its name, or its code:");
    for (area, name) in places.iter().take(MOST_LISTED) {
        let _ = write!(said, "\n  {area:>7}  {name}");
    }
    if places.len() > MOST_LISTED {
        let _ = write!(said, "\n  and {} more", places.len() - MOST_LISTED);
    }
    said
}

fn unknown(text: &str, nearest: &[String], areas: &Areas) -> String {
    let mut said = format!("no place is called {text:?}.");
    if !nearest.is_empty() {
        let names: Vec<&str> = nearest.iter().map(String::as_str).collect();
        let _ = write!(said, " Did you mean {}?", listed(&names).replace(" and ", " or "));
    }
    match areas {
        Areas::Known if nearest.is_empty() => {
            said.push_str(" Write a state (texas, TX, 48), a city that an area is named after, or us for the nation.");
        }
        Areas::Absent(state) if nearest.is_empty() || state.is_some() => {
            said.push_str(
                " Metropolitan and nonmetropolitan areas are not in your data: `rolescope data fetch` or \
                 `rolescope data import` brings them.",
            );
            let _ = match state {
                Some(state) => write!(said, " Until then you can ask for the state, {state}."),
                None => write!(said, " Until then you can ask for a state: texas, TX or 48."),
            };
        }
        Areas::Known | Areas::Absent(_) => {}
        Areas::NoPlaces => {
            said.push_str(
                " Your data have no places: `rolescope data fetch` or `rolescope data import` brings those of BLS.",
            );
        }
    }
    said
}

/// Whether a text may come to mean the nation as it is typed; an empty one may.
pub fn may_be_nation(text: &str) -> bool {
    NATION.iter().any(|name| name.starts_with(&folded(text)))
}

impl Catalog<'_> {
    /// The place that a text names: a state by its name, its two letters or its code, an area by the beginning of its name or
    /// of one of its cities. None for the nation.
    ///
    /// # Errors
    /// When it names none, or several.
    pub fn place_named(&self, text: &str) -> Result<Option<PlaceId>, NoPlace> {
        let wanted = folded(text);
        if NATION.contains(&wanted.as_str()) {
            return Ok(None);
        }
        let places = self.places_with_ids().map(|(id, place)| (fit(place, &wanted), id));
        let fitting: Vec<(Fit, PlaceId)> = places.filter_map(|(fit, id)| Some((fit?, id))).collect();
        let best = fitting.iter().map(|(fit, _)| *fit).max().filter(|fit| *fit >= Fit::Begins);
        let best: Vec<PlaceId> = fitting.iter().filter(|(fit, _)| Some(*fit) == best).map(|(_, id)| *id).collect();
        match best.as_slice() {
            [only] => Ok(Some(*only)),
            [] => Err(self.unknown_place(text)),
            several => {
                let places = several.iter().filter_map(|id| self.places.get(usize::from(id.0)));
                let places = places.map(|place| (place.area, place.name.to_owned())).collect();
                Err(NoPlace::Ambiguous { text: text.trim().to_owned(), places })
            }
        }
    }

    /// The places that a text may mean as far as it is typed, the likeliest first; all of them for an empty one.
    pub fn places_like(&self, text: &str) -> Vec<PlaceId> {
        let wanted = folded(text);
        let mut fitting: Vec<(Fit, PlaceId)> =
            self.places_with_ids().filter_map(|(id, place)| Some((fit(place, &wanted)?, id))).collect();
        if !wanted.is_empty() {
            fitting.sort_by_key(|(fit, id)| (std::cmp::Reverse(*fit), *id));
        }
        fitting.into_iter().map(|(_, id)| id).collect()
    }

    /// All places, by their ids.
    pub fn places_with_ids(&self) -> impl Iterator<Item = (PlaceId, &Place<'_>)> {
        (0..).map(PlaceId).zip(self.places.iter())
    }

    /// The place that BLS gives that code.
    pub fn place_of_area(&self, area: u32) -> Option<PlaceId> {
        self.places_with_ids().find(|(_, place)| place.area == area).map(|(id, _)| id)
    }

    fn unknown_place(&self, text: &str) -> NoPlace {
        let wanted = folded(text);
        let alike = |name: &str| strsim::jaro_winkler(&wanted, &folded(name));
        let mut near: Vec<(f64, &str)> = self
            .places
            .iter()
            .map(|place| (cities(place).map(alike).fold(alike(place.name), f64::max), place.name))
            .filter(|(alike, _)| *alike >= ALIKE)
            .collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let best = near.first().map_or(0.0, |(alike, _)| *alike);
        let near = near.into_iter().take(MOST_OFFERED).filter(|(alike, _)| *alike >= best - 0.1);
        let state = || {
            let last = wanted.rsplit(' ').next().filter(|last| *last != wanted)?;
            let is_state = |place: &&Place<'_>| place.letters.is_some_and(|letters| letters.eq_ignore_ascii_case(last));
            self.places.iter().find(is_state).map(|place| place.name.to_owned())
        };
        let areas = match self.places.last() {
            None => Areas::NoPlaces,
            Some(_) if self.has_areas() => Areas::Known,
            Some(_) => Areas::Absent(state()),
        };
        // A city of a state that is named is no misspelt state.
        let nearest = match &areas {
            Areas::Absent(Some(_)) => Vec::new(),
            _ => near.map(|(_, name)| name.to_owned()).collect(),
        };
        NoPlace::Unknown { text: text.trim().to_owned(), nearest, areas }
    }

    /// Whether metropolitan and nonmetropolitan areas are in the data.
    pub fn has_areas(&self) -> bool {
        self.places.iter().any(|place| !place.is_state())
    }
}

/// How well a text fits a place, the best last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A word of its name begins with it.
    Word,
    /// Its name, or that of one of its cities, begins with it.
    Begins,
    /// It is one of its cities.
    City,
    /// It is its name, its letters or its code.
    Name,
}

fn fit(place: &Place<'_>, wanted: &str) -> Option<Fit> {
    let name = folded(place.name);
    let code = wanted.bytes().all(|byte| byte.is_ascii_digit()).then(|| wanted.parse().ok()).flatten();
    let is_letters = |letters: &str| letters.eq_ignore_ascii_case(wanted);
    let is_also = || ALSO.iter().any(|(letters, also)| place.letters == Some(letters) && *also == wanted);
    if name == wanted || code == Some(place.area) || place.letters.is_some_and(is_letters) || is_also() {
        return Some(Fit::Name);
    }
    // `Austin`, `Austin TX`.
    let is_city = |city: &str| {
        let city = folded(city);
        let state = wanted.strip_prefix(&city);
        state.is_some_and(|rest| rest.is_empty() || states(place).any(|state| rest.trim_start() == folded(state)))
    };
    if cities(place).any(is_city) {
        return Some(Fit::City);
    }
    if name.starts_with(wanted) || cities(place).any(|city| folded(city).starts_with(wanted)) {
        return Some(Fit::Begins);
    }
    name.split(' ').any(|word| word.starts_with(wanted)).then_some(Fit::Word)
}

/// The cities that an area is named after: those of `Austin-Round Rock-San Marcos, TX`; of a state none.
fn cities<'p>(place: &'p Place<'_>) -> impl Iterator<Item = &'p str> {
    let named = place.name.split_once(',').map_or("", |(cities, _)| cities);
    named.split(['-', '/']).filter(|city| !city.is_empty())
}

/// The letters of the states that an area lies in.
fn states<'p>(place: &'p Place<'_>) -> impl Iterator<Item = &'p str> {
    place.name.split_once(',').map_or("", |(_, states)| states).split('-').map(str::trim)
}

/// Case, spaces, points and dashes do not tell places apart: `D.C.` is `dc`.
fn folded(text: &str) -> String {
    let letters = text.chars().filter(|letter| !matches!(letter, '.' | '\'' | '’'));
    let letters: String = letters
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_alphanumeric() { letter } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Estimates;
    use crate::fixture;

    fn named(text: &str) -> Result<Option<u32>, String> {
        let catalog = catalog();
        let place = catalog.place_named(text).map_err(|problem| problem.to_string())?;
        Ok(place.map(|id| catalog.places[usize::from(id.0)].area))
    }

    fn catalog() -> Catalog<'static> {
        let mut catalog = fixture::catalog().clone();
        let place =
            |area, name, letters| Place { area, name, letters, price_level: None, estimates: Estimates::default() };
        catalog.places = vec![
            place(11, "District of Columbia", Some("DC")),
            place(48, "Texas", Some("TX")),
            place(53, "Washington", Some("WA")),
            place(54, "West Virginia", Some("WV")),
            place(51, "Virginia", Some("VA")),
            place(12_420, "Austin-Round Rock-San Marcos, TX", None),
            place(18_140, "Columbus, OH", None),
            place(17_980, "Columbus, GA-AL", None),
            place(47_900, "Washington-Arlington-Alexandria, DC-VA-MD-WV", None),
            place(45_500, "Texarkana, TX-AR", None),
            place(600_007, "Eastern Sierra-Mother Lode Region of California nonmetropolitan area", None),
        ]
        .into();
        catalog
    }

    #[test]
    fn a_place_goes_by_name_letters_code_and_city() {
        for text in ["texas", " TX", "tx", "48", "Texas"] {
            assert_eq!(named(text), Ok(Some(48)), "{text}");
        }
        for text in ["D.C.", "District of Columbia", "the district of columbia", "Washington, D.C.", "11"] {
            assert_eq!(named(text), Ok(Some(11)), "{text}");
        }
        for text in ["Austin", "aust", "round rock", "Austin, TX", "austin tx", "12420", "0012420"] {
            assert_eq!(named(text), Ok(Some(12_420)), "{text}");
        }
        for text in ["us", "U.S.", "nation", "United States"] {
            assert_eq!(named(text), Ok(None), "{text}");
        }
        assert_eq!(named("washington"), Ok(Some(53)), "the state before the city");
        assert_eq!(named("columbus, oh"), Ok(Some(18_140)));
        assert_eq!(named("virginia"), Ok(Some(51)));
        assert_eq!(named("eastern sierra"), Ok(Some(600_007)));
    }

    #[test]
    fn a_name_of_several_lists_them() {
        let said = named("Columbus").unwrap_err();
        assert!(said.contains("\"Columbus\" may be one of these") && said.contains("17980  Columbus, GA-AL"), "{said}");
        let said = named("tex").unwrap_err();
        assert!(said.contains("48  Texas") && said.contains("Texarkana"), "{said}");
    }

    #[test]
    fn a_name_of_none_has_near_ones_and_what_to_do() {
        assert_eq!(named("texs").unwrap_err(), "no place is called \"texs\". Did you mean Texas?");
        assert!(named("zzz").unwrap_err().contains("Write a state (texas, TX, 48)"));
        let mut catalog = catalog();
        catalog.places = catalog.places.iter().filter(|place| place.is_state()).cloned().collect::<Vec<_>>().into();
        let said = |text: &str| catalog.place_named(text).unwrap_err().to_string();
        assert!(
            said("El Paso, TX").ends_with("Until then you can ask for the state, Texas."),
            "{}",
            said("El Paso, TX")
        );
        assert!(said("Fresno").ends_with("Until then you can ask for a state: texas, TX or 48."), "{}", said("Fresno"));
        assert_eq!(said("Texs"), "no place is called \"Texs\". Did you mean Texas?");
        catalog.places = Vec::new().into();
        let said = catalog.place_named("texas").unwrap_err().to_string();
        assert!(said.contains("Your data have no places"), "{said}");
    }

    #[test]
    fn what_is_typed_so_far_leaves_the_places_that_it_may_be() {
        let catalog = catalog();
        let like = |text: &str| -> Vec<u32> {
            catalog.places_like(text).iter().map(|id| catalog.places[usize::from(id.0)].area).collect()
        };
        assert_eq!(like("").len(), 11);
        assert_eq!(like("w"), [53, 54, 47_900]);
        assert_eq!(like("washington"), [53, 47_900]);
        assert_eq!(like("virg"), [51, 54], "a word of the name, after those that begin so");
        assert!(like("zz").is_empty());
    }
}
