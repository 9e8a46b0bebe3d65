//! The arguments of `rolescope match`.

use std::path::PathBuf;

use clap::Args;

use crate::cli::at_least_one;
use crate::cli_place::Seen;
use crate::report::{Format, matching};

/// `rolescope match`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Match {
    /// The text: plain text, Markdown, HTML, Word (.docx) or PDF; - reads standard input
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How many roles, at most 20
    #[arg(long, value_name = "N", default_value_t = matching::ROLES, value_parser = at_least_one)]
    pub top: usize,
    /// The role that the text is held against, by code or title; the likeliest without it
    #[arg(long, value_name = "CODE|TITLE")]
    pub role: Option<String>,
    /// The last role of the person, by code or title; without it the one that a CV names
    #[arg(long, value_name = "CODE|TITLE")]
    pub from: Option<String>,
    /// Count everything, also what is told for no work
    #[arg(long)]
    pub all: bool,
    /// List what is left out, sentence by sentence
    #[arg(long)]
    pub left_out: bool,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it
    #[arg(long, value_parser = Format::of(matching::FORMS))]
    pub format: Option<Format>,
    /// Write it to a file, in the form that its name ends with (.txt, .md, .html, .json) unless --format names one
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Let --out replace a file
    #[arg(long, visible_alias = "force", requires = "out")]
    pub overwrite: bool,
}
