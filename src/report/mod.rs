//! The same facts without a terminal: text, Markdown, CSV and JSON. Plain everywhere, no escape codes.

pub mod code;
pub mod compare;
mod csv;
pub mod data_diff;
mod format;
mod html;
mod json;
pub mod lookup;
pub mod matching;
pub mod moves;
pub mod page;
pub mod places;
pub mod rank;
mod releases;
pub mod search;
mod sections;
pub mod staff;
pub mod status;
mod table;
pub mod text;
pub mod treemap;
pub mod where_from;
mod xml;

#[cfg(test)]
mod fixture;

use std::io::{self, Write};

use crate::catalog::own::Record;
use crate::catalog::{Catalog, FRAME, RoleId, grouped};
use crate::search::Engine;
use crate::search::language::Parsed;
use crate::staff::batch::finders;
use crate::staff::file::Given;
pub use format::{Format, Forms};
use lookup::{Coder, Lookup, SUGGESTIONS};

/// What stops a report: its arguments, or the writer.
pub type Failure = Box<dyn std::error::Error>;

/// Whether a report had something to tell; decides between the exit codes 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Found,
    NothingFound,
}

/// Says how many published figures stand behind roles that are selected by employment or openings.
fn shared_codes(out: &mut dyn Write, engine: &Engine, parsed: &Parsed) -> io::Result<()> {
    let selected = engine.selected(parsed);
    let published = selected.iter().filter_map(|id| engine.catalog().role(*id)?.published);
    let codes = published.collect::<std::collections::HashSet<_>>().len();
    if codes < selected.len() {
        let roles = selected.len();
        writeln!(out, "{roles} roles share {codes} published figures; `rolescope rank --where` counts each once.")?;
    }
    Ok(())
}

/// `rolescope search`: the roles that a query finds; what of it could not be used on `problems`.
pub fn search(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    query: &str,
    limit: usize,
    format: Format,
) -> io::Result<Outcome> {
    let parsed = engine.read(query);
    search::problems(problems, query, &parsed)?;
    let results = engine.find(&parsed, limit);
    // The text says it at its head.
    let is_said = results.figures.is_some() && format == Format::Text;
    if parsed.counts_people() && !is_said {
        shared_codes(problems, engine, &parsed)?;
    }
    search::write(out, engine.catalog(), &parsed, &results, format)?;
    Ok(if results.hits.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

/// `rolescope show`: the page of the role that a code, an address or a name means; otherwise suggestions on
/// `problems`.
pub fn show(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    what: &str,
    format: Format,
) -> io::Result<Outcome> {
    show_from(out, problems, engine.catalog(), &|what| engine.code(what, SUGGESTIONS), what, format)
}

fn show_from(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    code: &Coder<'_>,
    what: &str,
    format: Format,
) -> io::Result<Outcome> {
    let Some(role) = one_role(problems, catalog, code, what)?.and_then(|id| catalog.role(id)) else {
        return Ok(Outcome::NothingFound);
    };
    page::write(out, catalog, role, format)?;
    Ok(Outcome::Found)
}

/// The role that a text names; what is to be said of that goes to `problems`, and the roles that it may be where it
/// names none beyond doubt.
fn one_role(
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    code: &Coder<'_>,
    what: &str,
) -> io::Result<Option<RoleId>> {
    let (role, said, roles) = match lookup::find(catalog, code, what) {
        Lookup::Role(role, said) => (Some(role), said, Vec::new()),
        Lookup::Doubtful(said, roles) => (None, said, roles),
    };
    for line in said {
        writeln!(problems, "{line}")?;
    }
    for role in roles.into_iter().filter_map(|id| catalog.role(id)) {
        writeln!(problems, "  {}  {}", role.code, role.title)?;
    }
    Ok(role)
}

/// The role that a text names, as `one_role` finds it with an engine.
pub fn one_role_of(problems: &mut dyn Write, engine: &Engine, what: &str) -> io::Result<Option<RoleId>> {
    one_role(problems, engine.catalog(), &|what| engine.code(what, SUGGESTIONS), what)
}

/// `rolescope compare`: roles side by side; where one of the texts names no role beyond doubt, suggestions on `problems`.
///
/// # Errors
/// Those of the writers; fewer than two roles, more than four, one named twice, a reference that is none of them.
pub fn compare(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    (what, reference): (&[String], Option<&str>),
    format: Format,
) -> io::Result<Outcome> {
    compare::write(out, problems, engine.catalog(), &|what| engine.code(what, SUGGESTIONS), (what, reference), format)
}

/// `rolescope moves`: where one could go from the role that a code, an address or a name means; otherwise
/// suggestions on `problems`.
pub fn moves(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    what: &str,
    options: moves::Options,
) -> io::Result<Outcome> {
    match one_role_of(problems, engine, what)? {
        Some(from) => moves::write(out, problems, engine.catalog(), from, options),
        None => Ok(Outcome::NothingFound),
    }
}

/// `rolescope places`: where the role that a code, an address or a name means is and where it pays; otherwise suggestions
/// on `problems`.
pub fn places(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    what: &str,
    options: places::Options,
) -> io::Result<Outcome> {
    match one_role_of(problems, engine, what)? {
        Some(role) => places::write(out, problems, engine.catalog(), role, options),
        None => Ok(Outcome::NothingFound),
    }
}

/// `rolescope where`: where figures of the role that a code, an address or a name means come from; otherwise
/// suggestions on `problems`.
pub fn where_from(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    (engine, record): (&Engine, Option<&Record<'_>>),
    (what, figures): (&str, &[String]),
    format: Format,
) -> io::Result<Outcome> {
    match one_role_of(problems, engine, what)? {
        Some(id) => where_from::write(out, problems, (engine.catalog(), record), id, figures, format),
        None => Ok(Outcome::NothingFound),
    }
}

/// `rolescope rank`: the roles that a query selects in the order of a figure, or their major groups; what is said beside
/// a CSV table goes to `beside`.
///
/// # Errors
/// Those of the writers; a group, a figure or an order that is not known.
pub fn rank(
    out: &mut dyn Write,
    beside: &mut dyn Write,
    engine: &Engine,
    by_group: bool,
    options: &rank::Options<'_>,
) -> Result<Outcome, Failure> {
    let query = options.whole_query(engine.catalog())?;
    let parsed = engine.read(&query);
    if let Some(problem) = parsed.problems.first() {
        return Err(problem.to_string().into());
    }
    let left_out = if query.is_empty() { Vec::new() } else { engine.find(&parsed, 1).left_out };
    let selected = engine.selected(&parsed);
    let selection =
        rank::Selection { query: &query, roles: &selected, left_out: &left_out, counts_people: parsed.counts_people() };
    let write = if by_group { rank::write_groups } else { rank::write };
    write(out, beside, engine.catalog(), selection, options)
}

/// `rolescope treemap`: all roles as large as their workforce; what is said beside a CSV table goes to `beside`.
///
/// # Errors
/// Those of the writers; a group or a figure that is not known.
pub fn treemap(
    out: &mut dyn Write,
    beside: &mut dyn Write,
    engine: &Engine,
    options: &treemap::Options<'_>,
) -> Result<Outcome, Failure> {
    let parsed = engine.read(options.query);
    if let Some(problem) = parsed.problems.first() {
        return Err(problem.to_string().into());
    }
    let left_out = if options.query.is_empty() { Vec::new() } else { engine.find(&parsed, 1).left_out };
    let selected = engine.selected(&parsed);
    let selection = rank::Selection {
        query: options.query,
        roles: &selected,
        left_out: &left_out,
        counts_people: parsed.counts_people(),
    };
    treemap::write(out, beside, engine.catalog(), selection, options)
}

/// `rolescope code`: a code for every title of the input.
///
/// # Errors
/// Those of [`code::write`].
pub fn code(
    out: &mut dyn Write,
    given: Given<'_>,
    engine: &Engine,
    options: &code::Options<'_>,
    watch: &dyn Fn(code::Progress),
) -> io::Result<code::CodingSummary> {
    let mut finders = finders(engine).map_err(io::Error::other)?;
    code::write(out, given, engine.catalog(), options, &mut finders, watch)
}

/// What stands in for the explorer where there is no terminal.
pub fn overview(out: &mut dyn Write, catalog: &Catalog<'_>) -> io::Result<()> {
    let number = |n: usize| grouped(u64::try_from(n).unwrap_or(u64::MAX));
    writeln!(out, "rolescope {}", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "{} roles, {} tasks.", number(catalog.roles.len()), number(catalog.task_count()))?;
    for source in &catalog.sources {
        writeln!(out, "  {} ({})", source.name, source.release)?;
    }
    text::wrapped(out, FRAME, "", "")?;
    writeln!(out, "\nThe explorer needs a terminal. Without one:")?;
    writeln!(out, "  rolescope search WORDS        roles that a word belongs to")?;
    writeln!(out, "  rolescope show CODE|TITLE     the whole page of a role")?;
    writeln!(out, "  rolescope compare CODE CODE   two to four roles side by side")?;
    writeln!(out, "  rolescope moves CODE|TITLE    related and near roles, and what changes")?;
    writeln!(out, "  rolescope rank                roles or major groups in the order of a figure")?;
    writeln!(out, "  rolescope treemap             all roles as large as their workforce, also as SVG")?;
    writeln!(out, "  rolescope code FILE           codes for job titles, one a line")?;
    writeln!(out, "  rolescope staff FILE          a whole staff: its roles, exposure, pay and outlook")?;
    writeln!(out, "  rolescope match FILE          roles of a job advertisement, a CV or a list of duties")?;
    writeln!(out, "  rolescope help                all commands")
}

#[cfg(test)]
mod tests;
