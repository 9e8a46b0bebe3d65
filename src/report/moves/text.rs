//! Moves in plain text of 80 columns.

use std::io::{self, Write};

use super::{FoundMove, MovesReport, named_in_line};
use crate::catalog::FRAME;
use crate::compare::moves::{ALIKE, GAP, figures};
use crate::report::text::{seen, underlined, wrapped};

pub fn write(out: &mut dyn Write, report: &MovesReport<'_>) -> io::Result<()> {
    let (title, here, shared) = report.head();
    underlined(out, &title, '=')?;
    wrapped(out, &here, "", "    ")?;
    if let Some(shared) = shared {
        wrapped(out, &shared, "", "    ")?;
    }
    seen(out, report.catalog)?;
    writeln!(out)?;
    wrapped(out, &report.listed_words(), "", "")?;
    for found in report.found() {
        let FoundMove { rank, row, there, .. } = &found;
        writeln!(out)?;
        wrapped(out, &format!("{rank}. {} ({})", there.title, there.code), "", "    ")?;
        let near = row.alike_text().zip(row.gap_text());
        let near = near.map_or(String::new(), |(alike, gap)| format!("; alike {alike}, gap {gap}"));
        wrapped(out, &format!("{}{near}", row.found_words()), "    ", "        ")?;
        wrapped(out, &figures(report.catalog, there), "    ", "        ")?;
        let changes = format!("changes: overlap {}, pay {}, outlook {}", row.overlap, row.pay, row.outlook);
        wrapped(out, &changes, "    ", "        ")?;
        if row.gap.is_some() {
            let asked = named_in_line(report.catalog, &found.skills.asked);
            wrapped(out, &format!("also requires: {asked}"), "    ", "        ")?;
        }
    }
    writeln!(out)?;
    let closing = report.rest().into_iter().chain([ALIKE, GAP, FRAME].map(str::to_owned)).chain([report.sources()]);
    closing.into_iter().try_for_each(|line| wrapped(out, &line, "", "    "))
}
