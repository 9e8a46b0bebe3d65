//! The page of a role, as text, Markdown or JSON.

mod document;
mod further;
mod json;
mod markdown;
mod place;
mod shared_codes;
mod study;
mod text;
mod usage;

use std::io::{self, Write};

use super::{Format, Forms};
use crate::catalog::{Catalog, Role, Source, SourceId, Wording};

/// A role with the catalog that its page is written from.
#[derive(Clone, Copy)]
pub(crate) struct Page<'c> {
    catalog: &'c Catalog<'c>,
    role: &'c Role<'c>,
}

type Writer = fn(&mut dyn Write, Page<'_>) -> io::Result<()>;
/// The forms of the page.
pub(crate) const FORMS: Forms<Writer> =
    &[(Format::Text, text::write), (Format::Markdown, markdown::write), (Format::Json, json::write)];

/// Writes the page.
pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, role: &Role<'_>, format: Format) -> io::Result<()> {
    format.writer(FORMS)?(out, Page { catalog, role })
}

/// A statement about what the figures mean, and that each can be traced: the frame of the page.
const FRAME_LINE: &str = "\"AI exposure\" means task overlap (how codifiable the work is), not jobs lost or a \
    forecast. Every figure below is traced to a named public dataset.";

impl<'c> Page<'c> {
    /// Its address at O*NET OnLine.
    fn url(self) -> String {
        format!("https://www.onetonline.org/link/summary/{}", self.role.code)
    }

    /// The datasets: first those that the published role page names, in its order, then the others.
    fn sources(self) -> impl Iterator<Item = &'c Source<'c>> {
        const FIRST: [SourceId; 5] =
            [SourceId::Onet, SourceId::Oews, SourceId::Projections, SourceId::Microsoft, SourceId::Gpts];
        let first = FIRST.into_iter().filter_map(|id| self.catalog.source(id));
        let is_other = |id: SourceId| !FIRST.contains(&id) && !id.is_of_codes();
        first.chain(self.catalog.sources_seen().filter(move |source| is_other(source.id)))
    }

    /// A dataset's release, as its publisher names it.
    fn release(self, id: SourceId) -> Option<&'c str> {
        self.catalog.source(id).map(|source| source.release)
    }

    /// The software that it uses, with its flags in words.
    fn software(self) -> impl ExactSizeIterator<Item = (&'c str, Option<&'static str>)> {
        let name = move |id| self.catalog.software(id).map_or("", |software| software.name);
        self.role.software.iter().map(move |used| (name(used.software), used.flags()))
    }
}

/// Where the sentences of tasks and summary come from.
pub(super) fn wording_source(catalog: &Catalog<'_>) -> SourceId {
    match catalog.wording {
        Wording::Own => SourceId::Wording,
        Wording::Official => SourceId::Onet,
    }
}
