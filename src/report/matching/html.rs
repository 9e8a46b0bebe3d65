//! The report as one page: the text itself, what is left out dimmed and what ties it marked, beside all that is told of it.

use std::io::{self, Write};
use std::ops::Range;

use super::{Report, parts};
use crate::matching::{Sentence, words};
use crate::report::html::{self, paragraph};
use crate::report::xml::escaped;

/// What the page has beyond the look of all: text and profile stand side by side where there is room, and below each other on
/// paper, where a long text would leave half of each page empty.
const STYLE: &str = "\
h2{break-after:avoid}tr{break-inside:avoid}\
.text{white-space:pre-wrap;overflow-wrap:anywhere}\
.out{color:#6b6b6b;font-style:italic}\
mark{background:#fff1c2;color:inherit;border-bottom:.8pt solid #333}\
section{break-inside:auto}\
@media screen and (min-width:1000px){body{max-width:330mm}\
.beside{display:grid;grid-template-columns:minmax(0,38fr) minmax(0,62fr);column-gap:8mm}}";

/// Writes the page.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    html::begin(out, &report.title(), STYLE)?;
    report.head().iter().try_for_each(|line| paragraph(out, "", line))?;
    writeln!(out, "</header>\n<main class=\"beside\">\n<div>\n<section>\n<h2>The text</h2>")?;
    paragraph(out, "said", &legend(report))?;
    text(report, out)?;
    writeln!(out, "</section>\n</div>\n<div>")?;
    for part in parts::all(report, report.asked.lists_left_out) {
        writeln!(out, "<section>\n<h2>{}</h2>", escaped(&part.heading))?;
        part.tables.iter().try_for_each(|table| table.html(out))?;
        part.said.iter().try_for_each(|line| paragraph(out, "said", line))?;
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</div>\n</main>\n<footer>")?;
    report.foot().iter().try_for_each(|line| paragraph(out, "", line))?;
    html::end(out)
}

/// What the looks of the text mean.
fn legend(report: &Report<'_>) -> String {
    let role = report.profile.as_ref().and_then(|profile| report.catalog.role(profile.role));
    let marked = role.map_or_else(String::new, |role| format!("Marked: what ties it to {}. ", role.title));
    format!("{marked}Grey and slanted: left out.")
}

/// The text, letter by letter.
fn text(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let text = report.asked.text;
    let marks = marks(report);
    let said = |range: Range<usize>| escaped(text.letters.get(range).unwrap_or_default());
    write!(out, "<div class=\"text\">")?;
    let mut at = 0;
    for sentence in &text.sentences {
        let Sentence { range, counts, holds, .. } = sentence;
        write!(out, "{}", said(at..range.start))?;
        if !counts {
            write!(out, "<span class=\"out\" title=\"{}\">", escaped(holds.word()))?;
        }
        at = range.start;
        let inside = marks.iter().filter(|mark| range.start <= mark.start && mark.end <= range.end);
        for mark in inside {
            write!(out, "{}<mark>{}</mark>", said(at..mark.start), said(mark.clone()))?;
            at = mark.end;
        }
        write!(out, "{}{}", said(at..range.end), if *counts { "" } else { "</span>" })?;
        at = range.end;
    }
    writeln!(out, "{}</div>", said(at..text.letters.len()))
}

/// The letters that tie the text to the chosen role, in their order, none twice.
fn marks(report: &Report<'_>) -> Vec<Range<usize>> {
    let Some(profile) = &report.profile else { return Vec::new() };
    let ties = report.asked.matched.ties(report.engine, report.asked.text, profile.role);
    words::merged(ties.into_iter().flat_map(|tie| tie.marked).collect())
}
