//! What a text describes, without a terminal: text, Markdown, a page of HTML and JSON.

mod html;
mod json;
mod last_title;
mod parts;
mod profile;

use std::io::{self, Write};
use std::path::Path;

use super::releases::sources_sentence;
use super::sections::Sections;
use super::{Format, Forms, Outcome};
use crate::catalog::words::plain;
use crate::catalog::{Catalog, Measure, RoleId, SourceId};
use crate::matching::{Matched, NearRole, PROBABILITY, Profile, STAYS_HERE, Text, words};
use crate::search::Engine;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/match/1";

/// How many roles are told where nothing else is asked.
pub const ROLES: usize = 5;

type Writer = fn(&Report<'_>, &mut dyn Write) -> io::Result<()>;

/// The forms of a text's report.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, |report, out| report.sections().text(out)),
    (Format::Markdown, |report, out| report.sections().markdown(out)),
    (Format::Html, html::write),
    (Format::Json, json::write),
];

/// The form that a file is to have, by the ending of its name.
pub fn form_of(path: &Path) -> Option<Format> {
    let ending = path.extension()?.to_str()?.to_ascii_lowercase();
    match ending.as_str() {
        "txt" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "html" | "htm" => Some(Format::Html),
        "json" => Some(Format::Json),
        _ => None,
    }
}

/// A text, and what is told of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// What the text is called: its file.
    pub name: &'a str,
    pub text: &'a Text,
    pub matched: &'a Matched,
    /// The role that it is held against; none is the likeliest.
    pub role: Option<RoleId>,
    /// The last role of a CV; none is the one that it names.
    pub from: Option<RoleId>,
    /// How many roles are told.
    pub roles: usize,
    /// Whether every sentence that is left out is listed, too. JSON has them always.
    pub lists_left_out: bool,
}

/// Writes what a text describes, seen from the place of the engine's catalog. Where it says too little of any work the report
/// says so, and what was left out.
///
/// # Errors
/// Those of the writer.
pub fn write(out: &mut dyn Write, engine: &Engine, asked: &Asked<'_>, format: Format) -> io::Result<Outcome> {
    let report = Report::of(engine, asked);
    format.writer(FORMS)?(&report, out)?;
    Ok(if asked.matched.roles.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

pub(crate) struct Report<'a> {
    engine: &'a Engine,
    catalog: &'a Catalog<'a>,
    asked: &'a Asked<'a>,
    /// The text beside the chosen role; none where no role is chosen or likely.
    profile: Option<Profile>,
}

impl<'a> Report<'a> {
    fn of(engine: &'a Engine, asked: &'a Asked<'a>) -> Self {
        let Asked { text, matched, .. } = asked;
        let role = asked.role.or_else(|| matched.roles.first().map(|near| near.role));
        let profile = role.map(|role| matched.profile(engine, text, role));
        Self { engine, catalog: engine.catalog(), asked, profile }
    }

    fn title(&self) -> String {
        format!("The work in {}", plain(self.asked.name))
    }

    /// The roles that are told, the likeliest first.
    fn roles(&self) -> &[NearRole] {
        let roles = &self.asked.matched.roles;
        roles.get(..self.asked.roles.min(roles.len())).unwrap_or_default()
    }

    /// What stands above everything.
    fn head(&self) -> Vec<String> {
        let text = self.asked.text;
        let mut lines = vec![words::read_as(text)];
        let back = text.sentences.iter().filter(|sentence| sentence.counts && !sentence.holds.is_work()).count();
        if back > 0 {
            lines.push(format!(
                "{} that would be left out are counted, as asked.",
                words::count(back, "sentence", "sentences")
            ));
        }
        lines.extend(self.catalog.seen_text());
        lines.push(STAYS_HERE.to_owned());
        lines
    }

    /// What stands below everything: nothing where nothing is told.
    fn foot(&self) -> Vec<String> {
        if self.profile.is_none() {
            return Vec::new();
        }
        let sources = sources_sentence(self.catalog, self.sources());
        vec![PROBABILITY.to_owned(), words::LIKENESS.to_owned(), self.catalog.wording.of_tasks().to_owned(), sources]
    }

    fn sections(&self) -> Sections {
        let parts = parts::all(self, self.asked.lists_left_out);
        Sections { title: self.title(), head: self.head(), parts, foot: self.foot() }
    }

    /// The datasets that stand behind it.
    fn sources(&self) -> Vec<SourceId> {
        let others = [SourceId::Onet, SourceId::OnetKnowledge, self.catalog.outlook_source(), SourceId::Gpts];
        self.catalog.pay_sources().chain(others).chain(Measure::IN_INDEX.map(Measure::source)).collect()
    }
}
