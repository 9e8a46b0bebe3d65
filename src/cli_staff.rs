//! The arguments of `rolescope staff`.

use std::path::PathBuf;

use clap::Args;

use crate::cli_place::Seen;
use crate::report::{Format, staff};
use crate::staff::columns::Asked;

/// `rolescope staff`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Staff {
    /// The staff: CSV or .xlsx with a row a post or a person; - reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The column of the job titles, by its name or its number from 1
    #[arg(long, visible_alias = "column", value_name = "NAME|N")]
    pub title: Option<String>,
    /// The column of codes (SOC, O*NET-SOC, Census, ISCO); none leaves it unread
    #[arg(long, value_name = "NAME|N|none")]
    pub code: Option<String>,
    /// The column with how many people a row stands for; none counts each row once
    #[arg(long, value_name = "NAME|N|none")]
    pub headcount: Option<String>,
    /// The column of the departments
    #[arg(long, value_name = "NAME|N|none")]
    pub department: Option<String>,
    /// The column of the pay, by the year or by the hour
    #[arg(long, value_name = "NAME|N|none")]
    pub pay: Option<String>,
    /// The column with the state, area or city of a post
    #[arg(long, value_name = "NAME|N|none")]
    pub site: Option<String>,
    /// The sheet of a workbook, by its name or its number from 1; the first without it
    #[arg(long, value_name = "NAME|N")]
    pub sheet: Option<String>,
    /// Take each line as a title, without looking for columns or a header
    #[arg(long, conflicts_with_all = ["title", "sheet"])]
    pub lines: bool,
    /// Decisions on titles, as the staff screen saves them; it saves them there again
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it; without it the explorer opens where there is a terminal
    #[arg(long, value_parser = Format::of(staff::FORMS))]
    pub format: Option<Format>,
    /// Write the file with its codes appended: as an Excel workbook where it is called .xlsx, else in the file's own form;
    /// no report then, unless --format asks for one
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Let --out replace a file
    #[arg(long, requires = "out")]
    pub overwrite: bool,
}

impl Staff {
    /// The columns that are named.
    pub fn asked(&self) -> Asked {
        let Self { title, code, headcount, department, pay, site, .. } = self.clone();
        Asked([title, code, headcount, department, pay, site])
    }
}
