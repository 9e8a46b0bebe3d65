//! The arguments of `rolescope rank`.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::catalog::Band;
use crate::cli::at_least_one;
use crate::cli_place::Seen;
use crate::compare::ranking::Rows;
use crate::report::{Format, rank};

/// `rolescope rank`
#[derive(Clone, Debug, PartialEq, Args)]
#[allow(clippy::struct_excessive_bools, reason = "options of the command line")]
pub struct Rank {
    /// What this query of the search selects: words and filters, such as 'education:<bachelor'
    pub words: Vec<String>,
    /// The figure: index, pay, employment, change, openings, zone, education, entry_pay, hourly, self_employed, home, title,
    /// group, microsoft, ...; with --groups index, median, low, moderate, high, workers, roles, no_index, group
    #[arg(long, value_name = "FIGURE")]
    pub by: Option<String>,
    /// The lowest first
    #[arg(long)]
    pub ascending: bool,
    /// Only this major group: two digits, or a part of its title
    #[arg(long, value_name = "NN|NAME")]
    pub group: Option<String>,
    /// Only this job zone, 2 to 5 (2 stands for 1 and 2)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(2..=5))]
    pub zone: Option<u8>,
    /// Only this band of the exposure index
    #[arg(long, value_parser = band())]
    pub band: Option<Band>,
    /// Only what this query of the search selects, too
    #[arg(long = "where", value_name = "QUERY", default_value = "", allow_hyphen_values = true)]
    pub query: String,
    /// How many rows at most; in CSV and JSON all, otherwise 20
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub limit: Option<usize>,
    /// The 23 major groups instead of roles
    #[arg(long, conflicts_with = "columns")]
    pub groups: bool,
    /// Fold roles that share a SOC code into one row, as is usual where employment or openings decide
    #[arg(long, conflicts_with = "groups")]
    pub by_code: bool,
    /// A row for each role, also where employment or openings decide
    #[arg(long, conflicts_with_all = ["groups", "by_code"])]
    pub by_role: bool,
    /// The figures that are shown, with commas between
    #[arg(long, value_name = "FIGURES", value_delimiter = ',')]
    pub columns: Vec<String>,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write them
    #[arg(long, value_parser = Format::of(rank::FORMS), default_value = "text")]
    pub format: Format,
}

impl Rank {
    /// What its rows are, where that is said.
    pub const fn rows(&self) -> Option<Rows> {
        match (self.by_code, self.by_role) {
            (true, _) => Some(Rows::Codes),
            (_, true) => Some(Rows::Roles),
            _ => None,
        }
    }
}

fn band() -> impl TypedValueParser<Value = Band> {
    let bands = [
        ("low", "Up to the 33rd percentile", Band::Low),
        ("moderate", "From the 34th to the 66th", Band::Moderate),
        ("high", "From the 67th on", Band::High),
    ];
    let named = bands.map(|(name, help, _)| PossibleValue::new(name).help(help));
    PossibleValuesParser::new(named).try_map(move |name| {
        let band = bands.iter().find(|(known, _, _)| *known == name).map(|(_, _, band)| *band);
        band.ok_or("no band")
    })
}
