//! What a counsellor needs next: the programmes of study that lead to a role, and its page in the Occupational Outlook
//! Handbook.

use serde::{Deserialize, Serialize};

use super::code::{CipCode, SocCode};
use super::{Catalog, Role, Shared};

/// How many programmes pages list.
pub const LISTED: usize = 12;

/// What the list is and how it is ordered.
pub const RULE: &str = "matched by NCES and BLS; those that lead to the fewest other occupations first";

/// A programme of study of CIP 2020.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme<'a> {
    /// Its CIP code.
    pub code: CipCode,
    /// Its title, without the full stop that CIP ends it with.
    pub title: &'a str,
}

/// Programmes of study, and the occupations that they lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programmes<'a> {
    /// The programmes, by code.
    #[serde(borrow)]
    pub list: Shared<Programme<'a>>,
    /// For each occupation of SOC 2018 that programmes lead to, their places in the list, in the order of [`RULE`].
    pub leading_to: Shared<(SocCode, Vec<u16>)>,
}

impl<'a> Programmes<'a> {
    /// The programmes that lead to an occupation.
    pub fn leading_to(&self, soc: SocCode) -> impl ExactSizeIterator<Item = &Programme<'a>> {
        let found = self.leading_to.binary_search_by_key(&soc, |(code, _)| *code);
        let places = found.ok().and_then(|place| self.leading_to.get(place)).map_or(&[][..], |(_, places)| places);
        let known: Vec<&Programme<'a>> = places.iter().filter_map(|place| self.list.get(usize::from(*place))).collect();
        known.into_iter()
    }
}

/// A page of the Occupational Outlook Handbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandbookPage<'a> {
    /// Its title: that of an occupation, or of several.
    pub title: &'a str,
    /// Its address below [`HANDBOOK`], without the ending: `management/top-executives`.
    pub path: &'a str,
}

/// Where the pages of the handbook begin.
pub const HANDBOOK: &str = "https://www.bls.gov/ooh/";
/// How they end.
pub const HANDBOOK_END: &str = ".htm";

impl HandbookPage<'_> {
    /// Its address on the web.
    pub fn address(&self) -> String {
        format!("{HANDBOOK}{}{HANDBOOK_END}", self.path)
    }
}

/// The Occupational Outlook Handbook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handbook<'a> {
    /// Its pages, by path.
    #[serde(borrow)]
    pub pages: Shared<HandbookPage<'a>>,
    /// For each code that BLS publishes under, the place of its page.
    pub page_of: Shared<(SocCode, u16)>,
}

impl<'a> Catalog<'a> {
    /// The programmes of study that lead to a role, by its SOC code.
    pub fn programmes(&self, role: &Role<'_>) -> impl ExactSizeIterator<Item = &Programme<'a>> {
        self.programmes.leading_to(role.code.soc())
    }

    /// The role's page in the Occupational Outlook Handbook; none where the handbook has no profile of it.
    pub fn handbook_page(&self, role: &Role<'_>) -> Option<&HandbookPage<'a>> {
        let soc = self.published(role)?.soc;
        let place = self.handbook.page_of.binary_search_by_key(&soc, |(code, _)| *code).ok()?;
        let (_, page) = self.handbook.page_of.get(place)?;
        self.handbook.pages.get(usize::from(*page))
    }

    /// That programmes are matched with a code that several roles share; none where the role has it alone.
    pub fn programmes_note(&self, role: &Role<'_>) -> Option<String> {
        let soc = role.code.soc();
        let roles = self.roles.iter().filter(|other| other.code.soc() == soc).count();
        let title = self.soc_title(soc).map_or_else(String::new, |title| format!(" {title}"));
        (roles > 1).then(|| format!("matched with {soc}{title}, shared by {roles} roles"))
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture;

    #[test]
    fn roles_of_a_code_share_its_programmes_and_its_page() {
        let catalog = fixture::catalog();
        let [first, second, other] = [0, 1, 2].map(|place| &catalog.roles[place]);
        let codes = |role| catalog.programmes(role).map(|programme| programme.code.to_string()).collect::<Vec<_>>();
        assert_eq!(codes(first), ["01.0310", "01.0000"]);
        assert_eq!((codes(second), codes(other).len()), (codes(first), 0));
        let note = catalog.programmes_note(second).unwrap();
        assert_eq!(note, "matched with 45-2093 Farmworkers, Hives, shared by 2 roles");
        let address = catalog.handbook_page(first).unwrap().address();
        assert_eq!(address, "https://www.bls.gov/ooh/farming-fishing-and-forestry/agricultural-workers.htm");
        assert_eq!((catalog.handbook_page(other), catalog.programmes_note(other)), (None, None));
    }
}
