//! A whole staff without a terminal: text, Markdown, a page of HTML, CSV and JSON.

mod bars;
mod csv;
mod document;
mod html;
mod json;
mod picture;

use std::io::{self, Write};

use super::releases::sources_sentence;
use super::sections::{Part, Sections};
use super::{Format, Forms};
use crate::catalog::{Catalog, FRAME, Measure, Metric, Place, SourceId, Study, grouped};
use crate::staff::whole::Whole;
use crate::staff::whole::words::TOO_FEW;
use crate::staff::words::{self, people};
use document::Section;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/staff/1";

type Writer = fn(&Report<'_>, &mut dyn Write, &mut dyn Write) -> io::Result<()>;

/// The forms of a staff; what stands beside a table goes to the second writer.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, |report, out, _| report.in_words().text(out)),
    (Format::Markdown, |report, out, _| report.in_words().markdown(out)),
    (Format::Html, |report, out, _| html::write(report, out)),
    (Format::Csv, |report, out, beside| {
        csv::write(report, out)?;
        report.head().into_iter().chain(report.foot()).try_for_each(|line| writeln!(beside, "{line}"))
    }),
    (Format::Json, |report, out, _| json::write(report, out)),
];

/// Writes a staff, seen from the place of the catalog; what is said beside a CSV table goes to `beside`.
///
/// # Errors
/// Those of the writers.
pub fn write(
    out: &mut dyn Write,
    beside: &mut dyn Write,
    catalog: &Catalog<'_>,
    staff: &crate::staff::Staff,
    format: Format,
) -> io::Result<()> {
    let whole = Whole::of(staff, None, catalog);
    format.writer(FORMS)?(&Report { catalog, staff, whole }, out, beside)
}

pub(crate) struct Report<'a> {
    catalog: &'a Catalog<'a>,
    staff: &'a crate::staff::Staff,
    /// None where it has fewer than five people.
    whole: Option<Whole>,
}

impl Report<'_> {
    fn title(&self) -> String {
        format!("The staff of {}", self.staff.origin.file_name())
    }

    /// What stands above everything: how many there are, how surely they are coded, from where they are seen.
    fn head(&self) -> Vec<String> {
        let counts = self.staff.counts(None);
        let unit = self.staff.columns.unit();
        let mut lines = vec![
            format!(
                "{} {unit} in {} rows with {} different {}.",
                people(counts.people()),
                grouped(self.staff.rows.len() as u64),
                grouped(self.staff.titles.len() as u64),
                if self.staff.titles.len() == 1 { "title" } else { "titles" }
            ),
            format!("{}.", words::coverage(&counts)),
        ];
        lines.extend(self.catalog.seen_text());
        lines.extend(self.whole.is_none().then(|| TOO_FEW.to_owned()));
        lines
    }

    fn sections(&self) -> Vec<Section> {
        self.whole.as_ref().map_or_else(Vec::new, |whole| document::sections(self, whole))
    }

    /// What stands below everything.
    fn foot(&self) -> Vec<String> {
        vec![
            FRAME.to_owned(),
            "In doubt: the title has a likeliest role, with a confidence under 0.7.".to_owned(),
            words::FOLDED.to_owned(),
            words::PRIVATE.to_owned(),
            sources_sentence(self.catalog, self.sources()),
        ]
    }

    /// The datasets that stand behind it.
    fn sources(&self) -> Vec<SourceId> {
        let studies = Study::ALL.into_iter().filter_map(|study| Metric::gauge(study).source());
        let place = self.catalog.place().map(Place::source);
        let others = [SourceId::Onet, self.catalog.pay_source(), self.catalog.outlook_source()];
        others.into_iter().chain(place).chain(Measure::IN_INDEX.map(Measure::source)).chain(studies).collect()
    }

    /// Without its pictures.
    fn in_words(&self) -> Sections {
        let part = |section: Section| Part { tables: section.tables(), heading: section.heading, said: section.said };
        let parts = self.sections().into_iter().map(part).collect();
        Sections { title: self.title(), head: self.head(), parts, foot: self.foot() }
    }
}
