//! Which titles are listed, and in which order.

use super::StaffView;
use crate::app::turned;
use crate::catalog::Catalog;
use crate::staff::{Staff, Standing, Title};

/// What the titles are ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// First those where most people are likely to stand in a wrong role.
    Doubt,
    /// Most people first.
    People,
    /// A to Z.
    Title,
    /// Open and doubtful first, then as in the reports.
    Standing,
}

impl Sort {
    const ALL: [Self; 4] = [Self::Doubt, Self::People, Self::Title, Self::Standing];

    /// In a few words, and in fewer.
    pub const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Doubt => ["most in doubt first", "by doubt"],
            Self::People => ["largest first", "by size"],
            Self::Title => ["A to Z", "A-Z"],
            Self::Standing => ["by standing", "standing"],
        }
    }

    pub(super) fn turned(self, forward: bool) -> Self {
        let here = Self::ALL.iter().position(|sort| *sort == self).unwrap_or(0);
        Self::ALL.get(turned(here, Self::ALL.len(), forward)).copied().unwrap_or(self)
    }

    /// All titles in this order.
    fn order(self, staff: &Staff) -> Vec<usize> {
        let mut order = staff.by_doubt();
        let title = |place: &usize| staff.titles.get(*place);
        match self {
            Self::Doubt => {}
            Self::People => order.sort_by(|a, b| {
                let people = |place| title(place).map_or(0.0, |title: &Title| title.people);
                people(b).total_cmp(&people(a))
            }),
            Self::Title => order.sort_by_cached_key(|place| title(place).map(|title| title.text.to_lowercase())),
            Self::Standing => order.sort_by_key(|place| {
                let standing = title(place).map(Title::standing);
                (!standing.is_some_and(Standing::waits), standing)
            }),
        }
        order
    }
}

impl StaffView {
    /// Orders by something, the cursor on the first.
    pub(super) fn sort_by(&mut self, sort: Sort, staff: &Staff, catalog: &Catalog<'_>) {
        self.sort = sort;
        self.sort_again(staff, catalog);
    }

    pub(super) fn sort_again(&mut self, staff: &Staff, catalog: &Catalog<'_>) {
        self.order = self.sort.order(staff);
        self.list(staff, catalog);
    }

    /// Lists what the filter leaves, the cursor on the first.
    pub(super) fn list(&mut self, staff: &Staff, catalog: &Catalog<'_>) {
        let words: Vec<String> = self.filter.text().split_whitespace().map(str::to_lowercase).collect();
        let is_listed = |place: &usize| {
            let Some(title) = staff.titles.get(*place) else { return false };
            (!self.only_waiting || title.standing().waits()) && has_words(title, &words, catalog)
        };
        self.rows = self.order.iter().copied().filter(is_listed).collect();
        (self.cursor, self.candidate) = (0, 0);
    }
}

/// Whether each word stands in the title, in its code, or in the code and title of its role.
fn has_words(title: &Title, words: &[String], catalog: &Catalog<'_>) -> bool {
    if words.is_empty() {
        return true;
    }
    let mut text = format!("{} {}", title.text, title.code);
    if let Some(role) = title.role() {
        text.push(' ');
        text.push_str(&super::role_words(catalog, role));
    }
    let text = text.to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}
