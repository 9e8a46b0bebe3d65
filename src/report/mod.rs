//! The same facts without a terminal: text, Markdown, CSV and JSON. Plain everywhere, no escape codes.

pub mod code;
mod csv_out;
pub mod data_diff;
pub mod document;
pub mod json;
pub mod lookup;
pub mod markdown;
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

/// Forms of the differences of two packs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// Plain text of 80 columns: the largest moves
    Text,
    /// CSV with a header: every difference
    Csv,
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
    let nearest = |what: &str| match engine.code(what, SUGGESTIONS).as_slice() {
        [] => lookup::nearest(engine.catalog(), what, SUGGESTIONS),
        found => found.iter().map(|candidate| candidate.role).collect(),
    };
    show_from(out, problems, engine.catalog(), &nearest, what, format)
}

fn show_from(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    nearest: &dyn Fn(&str) -> Vec<RoleId>,
    what: &str,
    format: PageFormat,
) -> io::Result<Outcome> {
    let what = what.trim();
    let (problem, suggestions) = match lookup::find(catalog, what) {
        Lookup::Role(id) => {
            // An id that the catalog gave names one of its roles.
            if let Some(role) = catalog.role(id) {
                let page = Page::of(catalog, role);
                match format {
                    PageFormat::Text => text::write(out, &page)?,
                    PageFormat::Markdown => markdown::write(out, &page)?,
                    PageFormat::Json => json::write_role(out, &page)?,
                }
                return Ok(Outcome::Found);
            }
            (format!("No role is called {what:?}."), Vec::new())
        }
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
    Ok(Outcome::NothingFound)
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
pub fn status(
    out: &mut dyn Write,
    catalog: &Catalog<'_>,
    own: Option<status::OwnPack<'_>>,
    format: StatusFormat,
) -> io::Result<()> {
    status::write(out, catalog, own, format)
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
    writeln!(out, "  rolescope code FILE           codes for job titles, one a line")?;
    writeln!(out, "  rolescope help                all commands")
}

#[cfg(test)]
mod tests;
