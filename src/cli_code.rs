//! The arguments of `rolescope code`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::at_least_one;
use crate::report::{Format, code};

/// `rolescope code`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Code {
    /// A list of titles: lines, CSV or .xlsx; - or nothing reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
    /// How many codes a title at most
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = at_least_one)]
    pub top: usize,
    /// How to write them
    #[arg(long, value_parser = Format::of(code::FORMS), default_value = "csv")]
    pub format: Format,
    /// The column of the titles, by its name or its number from 1
    #[arg(long, value_name = "NAME|N")]
    pub column: Option<String>,
    /// The sheet of a workbook, by its name or its number from 1; the first without it
    #[arg(long, value_name = "NAME|N")]
    pub sheet: Option<String>,
    /// Take every line as a title, whatever stands in it: no columns, no header
    #[arg(long, conflicts_with_all = ["column", "sheet"])]
    pub lines: bool,
    /// Instead of all rows, list the N different titles that a person should look at, the least certain first
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub review: Option<usize>,
    /// The same for all titles under this confidence, 0 to 1; with --review at most N of them
    #[arg(long, value_name = "P", value_parser = share)]
    pub below: Option<f32>,
}

fn share(text: &str) -> Result<f32, String> {
    text.parse().ok().filter(|share| (0.0..=1.0).contains(share)).ok_or_else(|| "a number from 0 to 1".to_owned())
}
