//! Where one could go from a role, as text, Markdown, CSV or JSON.

pub(super) mod json;
mod table;
mod text;

use std::io::{self, Write};

use super::releases::sources_sentence;
use super::{Format, Forms, Outcome};
use crate::catalog::{Catalog, Published, Role, RoleId, SocCode, SourceId};
use crate::compare::moves::{Asked, Listed, Move, Moves, Question, Shift, Skills, figures};
pub use json::SCHEMA;

/// All datasets of a move.
fn datasets(catalog: &Catalog<'_>) -> Vec<SourceId> {
    let others = [
        SourceId::Onet,
        SourceId::OnetKnowledge,
        catalog.outlook_source(),
        SourceId::Gpts,
        SourceId::Microsoft,
        SourceId::Aioe,
    ];
    catalog.pay_sources().chain(others).collect()
}

/// How many skills that are asked for beyond those of the role one comes from a text names.
const NAMED: usize = 3;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Which moves, in which order.
    pub question: Question,
    /// At most so many.
    pub limit: usize,
    /// How they are written.
    pub format: Format,
}

/// Moves, gathered for every form.
pub(crate) struct MovesReport<'c> {
    catalog: &'c Catalog<'c>,
    here: &'c Role<'c>,
    moves: Moves,
    question: Question,
    listed: Listed,
    limit: usize,
}

/// A move with the role that it leads to.
struct FoundMove<'r> {
    rank: usize,
    row: &'r Move,
    there: &'r Role<'r>,
    skills: Skills,
}

type Writer = fn(&mut dyn Write, &MovesReport<'_>) -> io::Result<()>;
/// The forms of moves.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, text::write),
    (Format::Markdown, table::markdown),
    (Format::Csv, table::csv),
    (Format::Json, json::write),
];

/// Writes the moves from a role; where there is none for the lack of data, that goes to `problems`.
pub fn write(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    from: RoleId,
    options: Options,
) -> io::Result<Outcome> {
    let Some(here) = catalog.role(from) else { return Ok(Outcome::NothingFound) };
    let moves = Moves::of(catalog, from);
    let listed = moves.list(catalog, options.question);
    if listed.of == 0 {
        let Role { code, title, .. } = here;
        writeln!(problems, "{code} {title}: O*NET rates none of its skills and relates no role to it.")?;
        writeln!(problems, "--all lists every role with the change in overlap, pay and outlook.")?;
        return Ok(Outcome::NothingFound);
    }
    let report = MovesReport { catalog, here, moves, question: options.question, listed, limit: options.limit };
    options.format.writer(FORMS)?(out, &report)?;
    Ok(if report.listed.rows.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

impl MovesReport<'_> {
    /// The moves that are written.
    fn found(&self) -> impl Iterator<Item = FoundMove<'_>> {
        let rows = self.listed.rows.iter().take(self.limit).zip(1..);
        rows.filter_map(|(at, rank)| {
            let row = self.moves.rows.get(*at)?;
            let there = self.catalog.role(row.role)?;
            Some(FoundMove { rank, row, there, skills: Skills::of(self.catalog, self.here, there) })
        })
    }

    /// What one comes from, and whose figures it has.
    fn head(&self) -> (String, String, Option<String>) {
        let title = format!("Moves from {} {}", self.here.code, self.here.title);
        let shared = self.catalog.published(self.here).and_then(Published::shared_note);
        let here = format!("Here: {}", figures(self.catalog, self.here));
        (title, here, shared.map(|note| format!("Pay and outlook {note}")))
    }

    fn listed_words(&self) -> String {
        self.moves.listed_words(self.catalog, self.question, &self.listed)
    }

    /// That more are there than are written.
    fn rest(&self) -> Option<String> {
        let rows = self.listed.rows.len();
        (rows > self.limit).then(|| format!("Showing {} of {rows}; use --limit for more.", self.limit))
    }

    fn sources(&self) -> String {
        sources_sentence(self.catalog, datasets(self.catalog))
    }
}

/// The change, where the figures of two codes tell one.
fn told(shift: Shift) -> Option<f64> {
    if let Shift::By(difference) = shift { Some(difference.value) } else { None }
}

/// The SOC code whose pay or outlook both roles have.
fn code_of(row: &Move) -> Option<SocCode> {
    [row.pay, row.outlook].into_iter().find_map(|shift| if let Shift::SameCode(soc) = shift { Some(soc) } else { None })
}

/// The first few elements that are asked for, with their levels beyond: `Programming +1.88`.
fn named(catalog: &Catalog<'_>, asked: &[Asked]) -> Vec<String> {
    asked.iter().take(NAMED).map(|asked| format!("{} {:+.2}", asked.name(catalog), asked.beyond())).collect()
}

/// The same in one line.
pub(super) fn named_in_line(catalog: &Catalog<'_>, asked: &[Asked]) -> String {
    if asked.is_empty() { "nothing".to_owned() } else { named(catalog, asked).join(", ") }
}

#[cfg(test)]
mod tests;
