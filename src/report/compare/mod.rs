//! Roles side by side, as text, Markdown, CSV or JSON: what the comparison screen shows, and all that it folds away.

mod csv;
mod document;
pub mod json;
mod markdown;
#[cfg(test)]
mod tests;
mod text;

use std::io::{self, Write};

use super::lookup::Coder;
use super::{Format, Forms, Outcome, one_role};
use crate::catalog::Catalog;
use crate::compare::Comparison;
use crate::compare::side_by_side::MOST;

type Writer = fn(&mut dyn Write, &Catalog<'_>, &Comparison<'_>) -> io::Result<()>;
/// The forms of a comparison.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, text::write),
    (Format::Markdown, markdown::write),
    (Format::Csv, csv::write),
    (Format::Json, json::write),
];

/// Writes the comparison of the roles that the texts name.
///
/// # Errors
/// See [`super::compare()`].
pub(super) fn write(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    code: &Coder<'_>,
    (what, reference): (&[String], Option<&str>),
    format: Format,
) -> io::Result<Outcome> {
    match what.len() {
        0 | 1 => return Err(invalid("a comparison needs two to four roles; one alone is: rolescope show CODE|TITLE")),
        count if count > MOST => {
            return Err(invalid(&format!("{count} roles are too many: two to four can be compared at once")));
        }
        _ => {}
    }
    let mut roles = Vec::new();
    let mut unknown = false;
    for text in what {
        match one_role(problems, catalog, code, text)? {
            Some(role) if roles.contains(&role) => {
                let title = catalog.role(role).map_or("", |role| role.title);
                return Err(invalid(&format!("{text:?} names {title} a second time")));
            }
            Some(role) => roles.push(role),
            None => unknown = true,
        }
    }
    if unknown {
        if what.iter().all(|text| text.chars().all(char::is_alphabetic)) {
            writeln!(problems, "A title of several words needs quotes: rolescope compare \"Registered Nurses\" CODE")?;
        }
        return Ok(Outcome::NothingFound);
    }
    let reference = match reference {
        None => 0,
        Some(text) => match one_role(problems, catalog, code, text)? {
            None => return Ok(Outcome::NothingFound),
            Some(role) => roles.iter().position(|other| *other == role).ok_or_else(|| {
                invalid(&format!("the reference {text:?} is none of the roles compared: name it among them"))
            })?,
        },
    };
    let comparison = Comparison::of(catalog, &roles, reference);
    format.writer(FORMS)?(out, catalog, &comparison)?;
    Ok(Outcome::Found)
}

fn invalid(problem: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, problem)
}
