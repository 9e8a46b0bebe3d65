//! The report as one page of HTML that stands alone: no script, nothing from elsewhere, its pictures inside. Printed it takes
//! two pages, of A4 or of Letter.

use std::io::{self, Write};

use super::Report;
use super::picture;
use crate::report::html::{self, paragraph};
use crate::report::xml::escaped;

/// Writes the page.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    html::begin(out, &report.title(), "")?;
    for line in report.head() {
        paragraph(out, "", &line)?;
    }
    let foot = report.foot();
    let (frame, foot) = foot.split_first().map_or(("", &[][..]), |(frame, foot)| (frame.as_str(), foot));
    paragraph(out, "frame", frame)?;
    if let Some(whole) = &report.whole {
        writeln!(out, "{}", picture::legend(&whole.beside))?;
    }
    writeln!(out, "</header>\n<main>")?;
    let mut number = 0;
    let mut in_columns = false;
    for section in report.sections() {
        if in_columns == section.is_wide {
            writeln!(out, "{}", if in_columns { "</div>" } else { "<div class=\"columns\">" })?;
            in_columns = !in_columns;
        }
        writeln!(out, "<section>\n<h2>{}</h2>", escaped(&section.heading))?;
        for bars in &section.bars {
            number += 1;
            if section.bars.len() > 1 {
                paragraph(out, "", &bars.title)?;
            }
            write!(out, "{}", picture::bars(bars, number))?;
        }
        if let Some(table) = &section.table {
            table.html(out)?;
        }
        for line in &section.said {
            paragraph(out, "said", line)?;
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "{}</main>\n<footer>", if in_columns { "</div>\n" } else { "" })?;
    foot.iter().try_for_each(|line| paragraph(out, "", line))?;
    html::end(out)
}
