//! What screens and reports say of a role's places, in sentences.

use super::{Listed, Missing, PlaceFigure, RolePlaces, Row, Scope, Standing};
use crate::catalog::{Catalog, SourceId};

/// What stands in the place of a rank.
pub const FEW: &str = "few workers";

/// The rule of the floor, in a sentence of its own.
pub const FLOOR_WORDS: &str = "Few workers: fewer than 200 in the role, or fewer than 1,000 with a relative error above \
                               30%, or their number is withheld. Such figures are uncertain and stand below the \
                               others, without a rank.";

/// Why shares of industries are not added up.
pub const OVERLAP: &str = "Levels of industries and their owners overlap: shares are of the role's employment in the \
                           nation and are never added up.";

/// What a median in US prices is.
pub const US_PRICES: &str = "In US prices: the median at the nation's price level, by the regional price parity of the \
                             state (BEA 2024).";

impl Missing {
    /// In a word or two, where a figure would stand.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NoEstimate => "no estimate",
            Self::Withheld => "withheld",
            Self::NoWhole => "not published",
            Self::Apart => "left out",
            Self::NoPriceLevel => "no level",
        }
    }

    /// Its stable key in CSV and JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NoEstimate => "no_estimate",
            Self::Withheld => "withheld",
            Self::NoWhole => "not_published",
            Self::Apart => "left_out",
            Self::NoPriceLevel => "no_price_level",
        }
    }

    /// In a sentence.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NoEstimate => "BLS publishes no estimate for the role's code here.",
            Self::Withheld => "BLS has an estimate and does not release it.",
            Self::NoWhole => "The nation's figure of the same release is not known.",
            Self::Apart => "The national estimates leave out the territories.",
            Self::NoPriceLevel => "BEA's price levels are of states only, territories left out.",
        }
    }
}

impl Scope {
    /// What is listed, in the plural.
    pub fn name(self) -> String {
        match self {
            Self::States => "states and territories".to_owned(),
            Self::Areas => "areas".to_owned(),
            Self::Industries(1) => "kinds of owners".to_owned(),
            Self::Industries(2) => "sectors".to_owned(),
            Self::Industries(3 | 4) => format!("{}-digit industries", self.level()),
            Self::Industries(_) => "5- and 6-digit industries".to_owned(),
        }
    }

    /// What a row is, for the head of its column.
    pub const fn of_one(self) -> &'static str {
        match self {
            Self::States | Self::Areas => "place",
            Self::Industries(_) => "industry",
        }
    }

    /// Its stable key in JSON.
    pub const fn key(self) -> &'static str {
        match self {
            Self::States => "states",
            Self::Areas => "areas",
            Self::Industries(_) => "industries",
        }
    }

    /// The dataset of its estimates.
    pub const fn source(self) -> SourceId {
        match self {
            Self::States => SourceId::OewsStates,
            Self::Areas => SourceId::OewsAreas,
            Self::Industries(_) => SourceId::OewsIndustries,
        }
    }

    /// Its release: `May 2025`; blank where the catalog does not say.
    pub fn release<'c>(self, catalog: &'c Catalog<'_>) -> &'c str {
        catalog.source(self.source()).map_or("", |source| source.release)
    }

    /// The level of industries; 0 of places.
    pub const fn level(self) -> u8 {
        match self {
            Self::Industries(level) => level,
            _ => 0,
        }
    }

    /// The levels of industries that a catalog has, the coarsest first.
    pub fn levels(catalog: &Catalog<'_>) -> Vec<u8> {
        let mut levels: Vec<u8> = catalog.industries.iter().map(|industry| industry.level).collect();
        levels.sort_unstable();
        levels.dedup();
        levels
    }

    /// The industries as they are listed first: sectors, or the coarsest level there is.
    pub fn first_industries(catalog: &Catalog<'_>) -> Self {
        let levels = Self::levels(catalog);
        let first = levels.iter().find(|level| **level >= 2).or(levels.first());
        Self::Industries(first.copied().unwrap_or(2))
    }
}

impl Row {
    /// Why a row is without a rank in an order, in a word or two.
    pub fn mark(&self, by: PlaceFigure) -> Option<&'static str> {
        match by.rank_value(self) {
            Err(missing) => Some(missing.word()),
            Ok(_) if by.has_floor() && self.is_few() => Some(FEW),
            Ok(_) => None,
        }
    }
}

impl RolePlaces {
    /// Why there is nothing to list, and what brings it; none where there is something.
    pub fn why_nothing(&self, catalog: &Catalog<'_>) -> Option<String> {
        let what = self.scope.name();
        if self.rows.is_empty() {
            return Some(match self.scope {
                Scope::States => "The data hold no pay and employment by state.".to_owned(),
                Scope::Areas => "Areas are not here. Import or fetch OEWS by metropolitan and nonmetropolitan area \
                                 (MSA_M2025_dl.xlsx) to see the role in them."
                    .to_owned(),
                Scope::Industries(_) => "Industries are not here. Import or fetch OEWS by industry \
                                         (natsector_M2025_dl.xlsx, nat3d_M2025_dl.xlsx) to see which employ the role \
                                         and what they pay."
                    .to_owned(),
            });
        }
        if self.has_any() {
            return None;
        }
        let published = catalog.role(self.role).and_then(|role| catalog.published(role));
        Some(match published {
            Some(published) => {
                format!("BLS estimates nothing for {} {} in any of these {what}.", published.soc, published.title)
            }
            None => {
                "BLS publishes no pay and employment for this role: OEWS leaves out the military, the self-employed, \
                     farms and households."
                    .to_owned()
            }
        })
    }
}

impl Listed {
    /// What is listed and how: `54 states, highest median pay first; 3 of few workers last, 2 without a figure`.
    pub fn words(&self, scope: Scope) -> String {
        let count = self.rows.len();
        let order = self.by.order();
        let order = if self.reversed { reversed(order) } else { order.to_owned() };
        let part = |standing: Standing, words: &str| match self.count(standing) {
            0 => String::new(),
            count => format!("; {count} {words}"),
        };
        let (few, missing) =
            (part(Standing::Few, "of few workers below"), part(Standing::Missing, "without the figure"));
        format!("{count} {}, {order}{few}{missing}", scope.name())
    }
}

/// The order the other way round.
fn reversed(order: &str) -> String {
    let turned = [("most ", "fewest "), ("highest ", "lowest ")];
    let found = turned.into_iter().find_map(|(most, least)| Some(format!("{least}{}", order.strip_prefix(most)?)));
    found.unwrap_or_else(|| order.to_owned())
}
