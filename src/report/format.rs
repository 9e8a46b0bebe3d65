//! The forms of reports, and which of them a command writes.

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A form of a report. Not every command has each: [`Format::of`] refuses the others on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Plain text, at most 80 columns
    Text,
    /// Markdown
    Markdown,
    /// CSV with a header; what is said beside the table goes to standard error
    Csv,
    /// JSON, which begins with its schema
    Json,
}

impl Format {
    /// Reads one of the formats that a command has.
    pub fn of<const N: usize>(formats: [Self; N]) -> impl TypedValueParser<Value = Self> {
        let names = formats.into_iter().filter_map(|format| format.to_possible_value());
        PossibleValuesParser::new(names).try_map(|name| Self::from_str(&name, false))
    }
}
