//! Which moves are listed, and in which order.

use std::cmp::Ordering;

use super::{Move, Moves};
use crate::catalog::{Catalog, grouped};

/// Among which roles one looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Those that O*NET relates and the nearest by profile.
    #[default]
    Near,
    All,
}

/// What a move must bring. A role of which that cannot be told is left out and counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// An exposure index that is at least [`LESS_OVERLAP`] points lower: less task overlap.
    pub less_overlap: bool,
    /// A median pay that is at least the same.
    pub same_pay: bool,
    /// A projection that does not decline, or no faster than here.
    pub same_outlook: bool,
    /// So many openings a year at least; 0 asks for none.
    pub openings: u32,
}

/// From how many points less of the index overlap counts as less: smaller differences are within what studies disagree.
pub const LESS_OVERLAP: f64 = 5.0;

impl Terms {
    /// Less overlap, at least the same pay, and an outlook that is no worse.
    pub const BETTER: Self = Self { less_overlap: true, same_pay: true, same_outlook: true, openings: 0 };

    /// The least openings that the screen offers, one after the other.
    const STEPS: [u32; 4] = [0, 1_000, 5_000, 20_000];

    /// Whether anything is asked.
    pub const fn any(self) -> bool {
        self.less_overlap || self.same_pay || self.same_outlook || self.openings > 0
    }

    /// With the next least number of openings.
    pub fn with_more_openings(self) -> Self {
        let next = Self::STEPS.into_iter().find(|step| *step > self.openings).unwrap_or(0);
        Self { openings: next, ..self }
    }

    /// What is asked, in words: `less overlap (5 points or more), at least the same pay`, in a place where one was chosen.
    pub fn words(self, catalog: &Catalog<'_>) -> String {
        let parts = [
            self.less_overlap.then(|| format!("less overlap ({LESS_OVERLAP} points or more)")),
            self.same_pay.then(|| format!("at least the same pay{}", catalog.there())),
            self.same_outlook.then(|| "an outlook that declines no faster".to_owned()),
            (self.openings > 0).then(|| format!("{} openings a year or more", grouped(self.openings.into()))),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Whether a move brings it; none where it cannot be told.
    fn met(self, row: &Move) -> Option<bool> {
        let asked = [
            self.less_overlap.then(|| row.overlap.value().map(|value| value <= -LESS_OVERLAP)),
            self.same_pay.then(|| row.pay.value().map(|value| value >= 0.0)),
            self.same_outlook.then(|| row.declines_faster.map(|faster| !faster)),
            (self.openings > 0).then(|| row.openings.map(|openings| openings.0 * 100 >= i64::from(self.openings))),
        ];
        let answers = asked.into_iter().flatten();
        // What fails one term is out, whatever is known of the other.
        if answers.clone().any(|answer| answer == Some(false)) {
            return Some(false);
        }
        answers.clone().all(|answer| answer == Some(true)).then_some(true)
    }
}

/// What the moves are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Most alike first; then as O*NET relates them.
    #[default]
    Alike,
    /// Smallest gap first.
    Gap,
    /// Least overlap first.
    Overlap,
    /// Most pay first.
    Pay,
    /// Most projected growth first.
    Outlook,
    /// Most openings first.
    Openings,
    /// As O*NET relates them; then most alike first.
    Related,
    /// A-Z.
    Title,
}

impl Order {
    /// All, in the order of the columns.
    pub const ALL: [Self; 8] =
        [Self::Alike, Self::Gap, Self::Overlap, Self::Pay, Self::Outlook, Self::Openings, Self::Related, Self::Title];

    /// Its key on the command line and in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::Gap => "gap",
            Self::Overlap => "overlap",
            Self::Pay => "pay",
            Self::Outlook => "outlook",
            Self::Openings => "openings",
            Self::Related => "related",
            Self::Title => "title",
        }
    }

    /// The order in words, as it is or the other way round.
    pub const fn words(self, reversed: bool) -> &'static str {
        match (self, reversed) {
            (Self::Alike, false) => "most alike first",
            (Self::Alike, true) => "least alike first",
            (Self::Gap, false) => "smallest gap first",
            (Self::Gap, true) => "largest gap first",
            (Self::Overlap, false) => "least overlap first",
            (Self::Overlap, true) => "most overlap first",
            (Self::Pay, false) => "most pay first",
            (Self::Pay, true) => "least pay first",
            (Self::Outlook, false) => "most growth first",
            (Self::Outlook, true) => "least growth first",
            (Self::Openings, false) => "most openings first",
            (Self::Openings, true) => "fewest openings first",
            (Self::Related, false) => "in O*NET's order",
            (Self::Related, true) => "in O*NET's order, last first",
            (Self::Title, false) => "A-Z",
            (Self::Title, true) => "Z-A",
        }
    }

    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.key() == key)
    }

    /// What a role lacks that has no figure for the order, in words.
    pub const fn lacking(self) -> &'static str {
        match self {
            Self::Alike | Self::Gap => "not rated by O*NET",
            Self::Related => "not related by O*NET",
            _ => "without a published figure",
        }
    }

    /// The next one, round and round.
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|order| *order == self).map_or(0, |place| place + 1);
        Self::ALL.get(place).copied().unwrap_or_default()
    }

    /// What a row is ordered by, so that less comes first; titles are compared on their own.
    #[allow(clippy::cast_precision_loss, reason = "openings are counted in millions at most")]
    fn value(self, row: &Move) -> Option<f64> {
        match self {
            Self::Alike => row.similarity.map(|value| -value),
            Self::Gap => row.gap,
            Self::Overlap => row.overlap.value(),
            // A change of an hourly wage stands where it would over a year of 2,080 hours.
            Self::Pay => row.pay.value().map(|value| -value * row.pay.hours()),
            Self::Openings => row.openings.map(|openings| -(openings.0 as f64)),
            Self::Outlook => row.outlook.value().map(|value| -value),
            Self::Related => row.related.map(|(_, place)| place.into()),
            Self::Title => Some(0.0),
        }
    }
}

/// Which moves are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// Among which roles.
    pub scope: Scope,
    /// What they must bring.
    pub terms: Terms,
    pub order: Order,
    /// Whether it runs the other way.
    pub reversed: bool,
}

impl Question {
    pub const fn order_words(self) -> &'static str {
        self.order.words(self.reversed)
    }
}

/// The moves that are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// Places in [`Moves::rows`], in order.
    pub rows: Vec<usize>,
    /// How many roles the scope has.
    pub of: usize,
    /// How many of them are left out because a figure that the terms need is missing.
    pub untold: usize,
    /// How many of the rows stand last because the figure that they are ordered by is missing.
    pub unordered: usize,
}

impl Moves {
    /// The moves of a scope that meet the terms, in order; what has no figure to be ordered by comes last.
    pub fn list(&self, catalog: &Catalog<'_>, question: Question) -> Listed {
        let Question { scope, terms, order, reversed } = question;
        let mut listed = Listed::default();
        for (at, row) in self.rows.iter().enumerate() {
            if scope == Scope::Near && row.found().is_none() {
                continue;
            }
            listed.of += 1;
            match terms.met(row) {
                Some(true) => listed.rows.push(at),
                Some(false) => {}
                None => listed.untold += 1,
            }
        }
        let row = |at: &usize| self.rows.get(*at);
        let value = |at: &usize| row(at).and_then(|row| order.value(row));
        let title = |at: &usize| row(at).and_then(|row| catalog.role(row.role)).map_or("", |role| role.title);
        let near = |at: &usize| {
            let row = row(at);
            (
                row.and_then(|row| row.place).unwrap_or(u16::MAX),
                row.and_then(|row| row.related).map_or(u16::MAX, |r| r.1),
            )
        };
        let turned = |ordering: Ordering| if reversed { ordering.reverse() } else { ordering };
        listed.rows.sort_by(|a, b| {
            let by_figure = match (value(a), value(b)) {
                (Some(one), Some(other)) => turned(one.total_cmp(&other)),
                (one, other) => one.is_none().cmp(&other.is_none()),
            };
            let by_title = if order == Order::Title { turned(title(a).cmp(title(b))) } else { Ordering::Equal };
            by_figure.then(by_title).then_with(|| near(a).cmp(&near(b))).then(a.cmp(b))
        });
        listed.unordered = listed.rows.iter().filter(|at| value(at).is_none()).count();
        listed
    }
}
