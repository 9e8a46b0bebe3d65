//! CSV with a header, for every command.

use std::io::{self, Write};

use crate::catalog::words::NATION;
use crate::catalog::{Catalog, Period, Role, Wage};
use crate::staff::file::io_error;

/// Rows of CSV.
pub struct CsvRows<'w> {
    writer: csv::Writer<&'w mut dyn Write>,
    /// What every row ends with.
    ends: Vec<String>,
}

/// The columns that say of which place and of which release pay and employment are.
const SEEN: [&str; 2] = ["place", "pay_release"];

impl<'w> CsvRows<'w> {
    /// Begins with the names of the columns. Later rows may have more cells than there are names; none is lost.
    pub fn new<C: AsRef<[u8]>>(out: &'w mut dyn Write, names: impl IntoIterator<Item = C>) -> io::Result<Self> {
        let mut rows = Self { writer: csv::WriterBuilder::new().flexible(true).from_writer(out), ends: Vec::new() };
        rows.row(names)?;
        Ok(rows)
    }

    /// The same for figures of a catalog: where a place or a vintage was chosen, every row ends with what was.
    pub fn seen<C: AsRef<[u8]>>(
        out: &'w mut dyn Write,
        names: impl IntoIterator<Item = C>,
        catalog: &Catalog<'_>,
    ) -> io::Result<Self> {
        if !catalog.lens().is_of_pay() {
            return Self::new(out, names);
        }
        let names = names.into_iter().map(|name| name.as_ref().to_vec());
        let mut rows = Self::new(out, names.chain(SEEN.map(|name| name.as_bytes().to_vec())))?;
        let place = catalog.place().map_or(NATION, |place| place.name);
        rows.ends = vec![place.to_owned(), catalog.pay_release().unwrap_or_default().to_owned()];
        Ok(rows)
    }

    pub fn row<C: AsRef<[u8]>>(&mut self, cells: impl IntoIterator<Item = C>) -> io::Result<()> {
        for cell in cells {
            self.writer.write_field(cell).map_err(io_error)?;
        }
        for end in &self.ends {
            self.writer.write_field(end).map_err(io_error)?;
        }
        self.writer.write_record(None::<&[u8]>).map_err(io_error)
    }

    pub fn end(mut self) -> io::Result<()> {
        self.writer.flush()
    }
}

/// A cell; empty where nothing is published.
pub fn cell(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The newest median of a year's pay in dollars; in words where it is only known to be at or above a bound.
pub fn newest_pay(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    match catalog.newest_wage(role) {
        Some((wage @ Wage::Cents(_), Period::Year, _)) => wage.dollars(Period::Year).to_string(),
        Some((Wage::TopCoded, Period::Year, _)) => catalog.newest_pay(role).map_or_else(String::new, |(text, _)| text),
        _ => String::new(),
    }
}
