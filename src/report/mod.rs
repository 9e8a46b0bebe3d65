//! The same facts without a terminal: text, Markdown, CSV and JSON. Plain everywhere, no escape codes.

pub mod code;
mod csv_out;
pub mod document;
pub mod json;
pub mod lookup;
pub mod markdown;
pub mod moves;
mod numbers;
pub mod page;
pub mod search;
pub mod status;
pub mod text;

#[cfg(test)]
mod fixture;

use std::io::{self, BufRead, Write};

use clap::ValueEnum;

use crate::catalog::{Catalog, FRAME, RoleId, grouped};
use crate::search::Engine;
use lookup::Lookup;
use page::Page;

/// How many roles are suggested when a text names none, or several.
const SUGGESTIONS: usize = 8;

/// Forms of a role page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// Plain text of 80 columns
    Text,
    /// Markdown
    Markdown,
    /// JSON, schema rolescope/role/1
    Json,
}

/// Forms of a list of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Plain text of 80 columns
    Text,
    /// CSV with a header
    Csv,
    /// JSON, schema rolescope/search/1
    Json,
}

/// Forms of coded titles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CodeFormat {
    /// CSV with the header input,rank,code,title,matched,score
    Csv,
    /// JSON, schema rolescope/code/1
    Json,
}

/// Forms of the status of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum StatusFormat {
    /// Plain text of 80 columns
    Text,
    /// JSON, schema rolescope/status/1
    Json,
}

/// Whether a report had something to tell; decides between the exit codes 0 and 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something was found.
    Found,
    /// Nothing was found.
    NothingFound,
}

/// `rolescope search`: the roles that a query finds.
///
/// # Errors
/// Those of the writer.
pub fn search(
    out: &mut dyn Write,
    engine: &Engine,
    query: &str,
    limit: usize,
    format: ListFormat,
) -> io::Result<Outcome> {
    let results = engine.search(query, limit);
    search::write(out, engine.catalog(), query, &results, format)?;
    Ok(if results.hits.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

/// `rolescope show`: the page of the role that a code, an address or a whole title names; otherwise suggestions on
/// `problems`.
///
/// # Errors
/// Those of the writers.
pub fn show(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    what: &str,
    format: PageFormat,
) -> io::Result<Outcome> {
    show_from(out, problems, engine.catalog(), &|what| nearest(engine, what), what, format)
}

fn show_from(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    nearest: &dyn Fn(&str) -> Vec<RoleId>,
    what: &str,
    format: PageFormat,
) -> io::Result<Outcome> {
    let Some(id) = one_role(problems, catalog, nearest, what)? else { return Ok(Outcome::NothingFound) };
    let Some(role) = catalog.role(id) else { return Ok(Outcome::NothingFound) };
    let page = Page::of(catalog, role);
    match format {
        PageFormat::Text => text::write(out, &page)?,
        PageFormat::Markdown => markdown::write(out, &page)?,
        PageFormat::Json => json::write_role(out, &page)?,
    }
    Ok(Outcome::Found)
}

/// The role that a text names; otherwise suggestions on `problems`.
fn one_role(
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    nearest: &dyn Fn(&str) -> Vec<RoleId>,
    what: &str,
) -> io::Result<Option<RoleId>> {
    let what = what.trim();
    let (problem, suggestions) = match lookup::find(catalog, what) {
        Lookup::Role(id) => return Ok(Some(id)),
        Lookup::Several(roles) => (format!("{what:?} names {} roles. One of these:", roles.len()), roles),
        Lookup::Unknown => match nearest(what) {
            roles if roles.is_empty() => (format!("No role is called {what:?}. Try: rolescope search WORDS"), roles),
            roles => (format!("No role is called {what:?}. The nearest:"), roles),
        },
    };
    writeln!(problems, "{problem}")?;
    for role in suggestions.into_iter().filter_map(|id| catalog.role(id)) {
        writeln!(problems, "  {}  {}", role.code, role.title)?;
    }
    Ok(None)
}

/// The roles nearest to a text that names none.
fn nearest(engine: &Engine, what: &str) -> Vec<RoleId> {
    match engine.code(what, SUGGESTIONS).as_slice() {
        [] => lookup::nearest(engine.catalog(), what, SUGGESTIONS),
        found => found.iter().map(|candidate| candidate.role).collect(),
    }
}

/// `rolescope moves`: where one could go from the role that a code, an address or a whole title names; otherwise
/// suggestions on `problems`.
///
/// # Errors
/// Those of the writers.
pub fn moves(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    engine: &Engine,
    what: &str,
    options: moves::Options,
) -> io::Result<Outcome> {
    match one_role(problems, engine.catalog(), &|what| nearest(engine, what), what)? {
        Some(from) => moves::write(out, problems, engine.catalog(), from, options),
        None => Ok(Outcome::NothingFound),
    }
}

/// `rolescope code`: a code for every title of the input.
///
/// # Errors
/// Those of reader and writer; a line beyond 64 KiB; a CSV file without the column asked for.
pub fn code(
    out: &mut dyn Write,
    input: &mut dyn BufRead,
    engine: &Engine,
    options: &code::Options<'_>,
) -> io::Result<()> {
    code::write(out, input, engine.catalog(), options, &|title, top| engine.code(title, top))?;
    Ok(())
}

/// `rolescope data status`: what is loaded.
///
/// # Errors
/// Those of the writer.
pub fn status(out: &mut dyn Write, catalog: &Catalog<'_>, format: StatusFormat) -> io::Result<()> {
    status::write(out, catalog, format)
}

/// What stands in for the explorer where there is no terminal.
///
/// # Errors
/// Those of the writer.
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
    writeln!(out, "  rolescope moves CODE|TITLE    related and near roles, and what changes")?;
    writeln!(out, "  rolescope code FILE           codes for job titles, one a line")?;
    writeln!(out, "  rolescope help                all commands")
}

#[cfg(test)]
mod tests;
