//! The forms of reports, and which of them a command writes.

use std::io;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

/// A form of a report. Not every command has each.
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
    /// A picture (SVG)
    Svg,
    /// A page with its pictures, to be read in a browser or printed
    Html,
}

/// The forms that a command has, each with what writes it. The one list of them: the command line offers these.
pub type Forms<W> = &'static [(Format, W)];

impl Format {
    /// Reads one of the forms that a command has.
    pub fn of<W>(forms: Forms<W>) -> impl TypedValueParser<Value = Self> {
        let names = forms.iter().filter_map(|(format, _)| format.to_possible_value());
        PossibleValuesParser::new(names).try_map(|name| Self::from_str(&name, false))
    }

    /// What writes the form, of those that a command has.
    pub(super) fn writer<W>(self, forms: Forms<W>) -> io::Result<&'static W> {
        let found = forms.iter().find(|(format, _)| *format == self).map(|(_, writer)| writer);
        found.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the command does not have this format"))
    }
}
