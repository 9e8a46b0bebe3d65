//! A whole staff without a terminal.

use std::io::{self, Write};

use super::{Format, Forms};
use crate::catalog::{Catalog, FRAME};
use crate::staff::words;

type Writer = fn(&mut dyn Write, &Catalog<'_>, &crate::staff::Staff) -> io::Result<()>;

/// The forms of a staff.
pub(crate) const FORMS: Forms<Writer> = &[(Format::Text, text)];

/// Writes a staff, seen from the place of the catalog.
///
/// # Errors
/// Those of the writer.
pub fn write(
    out: &mut dyn Write,
    catalog: &Catalog<'_>,
    staff: &crate::staff::Staff,
    format: Format,
) -> io::Result<()> {
    format.writer(FORMS)?(out, catalog, staff)
}

fn text(out: &mut dyn Write, _: &Catalog<'_>, staff: &crate::staff::Staff) -> io::Result<()> {
    for line in [words::coverage(&staff.counts(None)).as_str(), words::FOLDED, FRAME] {
        super::text::wrapped(out, line, "", "")?;
    }
    Ok(())
}
