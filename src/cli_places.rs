//! The arguments of `rolescope places`.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::cli::at_least_one;
use crate::compare::places::{PlaceFigure, Scope};
use crate::report::{Format, places};

/// `rolescope places`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Places {
    /// A code (O*NET-SOC, SOC, Census, ISCO-08; older ones too), the address of a role page, or a job title
    #[arg(required = true, value_name = "CODE|TITLE")]
    pub what: Vec<String>,
    /// What to order them by; `us_prices` is the median at the nation's price level
    #[arg(long, value_name = "FIGURE", value_parser = figure(), default_value = "employment")]
    pub by: PlaceFigure,
    /// Turn the order round
    #[arg(long)]
    pub reverse: bool,
    /// Metropolitan and nonmetropolitan areas instead of states
    #[arg(long)]
    pub areas: bool,
    /// The industries that employ the role instead of states
    #[arg(long, conflicts_with = "areas")]
    pub industries: bool,
    /// Which industries: 2 sectors, 3 and 4 industries of so many digits, 5 finer ones, 1 owners
    #[arg(long, value_name = "N", requires = "industries", value_parser = clap::value_parser!(u8).range(1..=6))]
    pub level: Option<u8>,
    /// How many rows at most; otherwise all states, and 20 areas or industries, in CSV and JSON all
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// How to write them
    #[arg(long, value_parser = Format::of(places::FORMS), default_value = "text")]
    pub format: Format,
}

impl Places {
    /// What is asked for.
    pub fn options(&self) -> places::Options {
        let scope = match (self.areas, self.industries) {
            (true, _) => Scope::Areas,
            (_, true) => Scope::Industries(self.level.unwrap_or(0)),
            _ => Scope::States,
        };
        let Self { by, reverse, limit, format, .. } = *self;
        places::Options { scope, by, reversed: reverse, limit, format }
    }
}

fn figure() -> impl TypedValueParser<Value = PlaceFigure> {
    PossibleValuesParser::new(PlaceFigure::ORDERS.map(PlaceFigure::key))
        .map(|key| PlaceFigure::from_key(&key).unwrap_or_default())
}
