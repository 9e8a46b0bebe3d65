//! How the figure of a role is written: in full, in few cells, in a column.

use std::borrow::Cow;

use super::Metric;
use crate::catalog::Catalog;
use crate::catalog::entry::EntryEducation;
use crate::catalog::figures::{NOT_PUBLISHED, Percentile, Period, Wage};
use crate::catalog::place::wage_in_column;
use crate::catalog::role::{INTERESTS, Role};

impl Metric {
    /// The role's figure as it is written everywhere: `97th`, `$108,970`, `439,380`, `8.2%`, `31.3k`, `4`, or
    /// what [`Metric::missing`] says.
    pub fn text(self, catalog: &Catalog<'_>, role: &Role<'_>) -> String {
        let text = match self {
            Self::Pay | Self::EntryPay | Self::Hourly => {
                self.wage(catalog, role).map(|(wage, period)| match (self, period) {
                    (Self::Pay, Period::Hour) => wage.in_full(period),
                    _ => wage.text(period),
                })
            }
            Self::Education => catalog.outlook(role).and_then(|outlook| outlook.education).map(str::to_owned),
            Self::Interest => role.interest_order().map(|order| {
                let names = order.iter().take(3).filter_map(|place| INTERESTS.get(usize::from(*place)));
                names.copied().collect::<Vec<_>>().join(", ")
            }),
            Self::BlsCategory => catalog.ai_category(role).map(|category| category.name().to_owned()),
            Self::AtHome => role.at_home.as_ref().map(|at_home| at_home.word().to_owned()),
            _ => self.value(catalog, role).map(|value| self.value_text(value)),
        };
        text.unwrap_or_else(|| self.missing(catalog, role).into_owned())
    }

    /// The same with where it is, where that was chosen and the figure is of it: `$108,970 in Texas`.
    pub fn text_in(self, catalog: &Catalog<'_>, role: &Role<'_>) -> String {
        let text = self.text(catalog, role);
        let is_there = self.is_of_place() && self.place(catalog, role).is_some();
        if is_there { text + &catalog.there() } else { text }
    }

    /// Its name in full with where it is, where that was chosen: `median annual pay in Texas`.
    pub fn name_in(self, catalog: &Catalog<'_>) -> Cow<'static, str> {
        match catalog.place() {
            Some(_) if self.is_of_place() => format!("{}{}", self.name(), catalog.there()).into(),
            _ => self.name().into(),
        }
    }

    /// A name for the heads of columns with where it is: `pay TX`.
    pub fn short_name_in(self, catalog: &Catalog<'_>) -> Cow<'static, str> {
        match catalog.place() {
            Some(_) if self.is_of_place() => format!("{}{}", self.short_name(), catalog.there_in_short()).into(),
            _ => self.short_name().into(),
        }
    }

    /// What stands where the role has no figure: of pay and employment, why the place has none.
    pub fn missing(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Cow<'static, str> {
        match self {
            Self::Pay | Self::EntryPay | Self::Hourly => catalog.no_wage(role),
            Self::Employment => catalog.no_employment(role),
            _ => NOT_PUBLISHED.into(),
        }
    }

    /// The role's figure in at most nine cells, for columns; none where none is published.
    pub fn short(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<String> {
        self.place(catalog, role)?;
        Some(match self {
            Self::Index | Self::Measure(_) => {
                self.value(catalog, role).map(|value| Percentile(value).rounded())?.to_string()
            }
            Self::Pay | Self::EntryPay => {
                let (wage, period) = self.wage(catalog, role)?;
                wage_in_column(wage, period)
            }
            Self::Hourly if self.is_floor(catalog, role) => "≥$115".to_owned(),
            Self::Education => EntryEducation::published(catalog.outlook(role)?.education?)?.short().to_owned(),
            Self::Interest => {
                let names = role.interest_order()?.into_iter().take(3);
                names.filter_map(|place| INTERESTS.get(usize::from(place))?.chars().next()).collect()
            }
            Self::Change => catalog.outlook(role)?.change_percent.signed(),
            _ => self.text(catalog, role),
        })
    }

    /// The role's figure for a column of a table: in full where that is short, `≥$239,200` where a wage is top-coded; none
    /// where none is published.
    pub fn cell(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<String> {
        match self {
            Self::Index => {
                let index = role.exposure.index?;
                // How many of its studies it rests on, where that is not all.
                Some(format!("{} {}{}", index.percentile.rounded(), index.percentile.band(), index.fraction()))
            }
            Self::Pay | Self::EntryPay | Self::Hourly if self.is_floor(catalog, role) => {
                let period = if self == Self::Hourly { Period::Hour } else { Period::Year };
                Some(Wage::TopCoded.text(period).replace("at or above ", "≥"))
            }
            // BLS's names of levels are longer than a table has room for, and so are the names of interests.
            Self::Measure(_) | Self::Education | Self::Interest | Self::Change => self.short(catalog, role),
            _ => self.place(catalog, role).map(|_| self.text(catalog, role)),
        }
    }
}
