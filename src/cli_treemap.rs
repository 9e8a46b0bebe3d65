//! The arguments of `rolescope treemap`.

use clap::Args;

use crate::catalog::Metric;
use crate::cli_place::Seen;
use crate::report::{Format, treemap};

/// `rolescope treemap`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Treemap {
    /// What this query of the search selects; the other roles are dimmed
    #[arg(value_name = "QUERY")]
    pub words: Vec<String>,
    /// The figure that tiles are shaded by: index, microsoft, pay, change, openings, zone, education, ...
    #[arg(long, value_name = "FIGURE", default_value = "index", value_parser = figure)]
    pub by: Metric,
    /// Only this major group: two digits, or a part of its title
    #[arg(long, value_name = "NN|NAME")]
    pub group: Option<String>,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it
    #[arg(long, value_parser = Format::of(treemap::FORMS), default_value = "text")]
    pub format: Format,
}

fn figure(key: &str) -> Result<Metric, String> {
    Metric::from_key(key.trim()).ok_or_else(|| {
        let known = Metric::COLUMNS.map(Metric::key);
        format!("no figure is called so; there are: {}", known.join(", "))
    })
}
