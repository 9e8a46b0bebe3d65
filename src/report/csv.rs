//! CSV with a header, for every command.

use std::io::{self, Write};

/// Rows of CSV.
pub struct CsvRows<'w>(csv::Writer<&'w mut dyn Write>);

impl<'w> CsvRows<'w> {
    /// Begins with the names of the columns. Later rows may have more cells than there are names; none is lost.
    pub fn new<C: AsRef<[u8]>>(out: &'w mut dyn Write, names: impl IntoIterator<Item = C>) -> io::Result<Self> {
        let mut rows = Self(csv::WriterBuilder::new().flexible(true).from_writer(out));
        rows.row(names)?;
        Ok(rows)
    }

    pub fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        self.0.write_record(cells).map_err(io_error)
    }

    pub fn end(mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// A cell; empty where nothing is published.
pub fn cell(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The I/O error inside, or the CSV error as one: a closed pipe must stay recognisable.
pub fn io_error(error: csv::Error) -> io::Error {
    if error.is_io_error() {
        if let csv::ErrorKind::Io(inner) = error.into_kind() {
            return inner;
        }
        return io::Error::other("CSV");
    }
    io::Error::new(io::ErrorKind::InvalidData, error)
}
