//! `rolescope places`: where a role is and where it pays, as text, Markdown, CSV or JSON.

mod json;
mod table;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use super::releases::sources_sentence;
use super::text::{underlined, wrapped};
use super::{Format, Forms, Outcome};
use crate::catalog::{Catalog, Published, Role, RoleId, SourceId};
use crate::compare::places::{
    FLOOR_WORDS, Listed, ListedRow, Nation, OVERLAP, PlaceFigure, RolePlaces, Row, Scope, Standing, US_PRICES,
};
pub use json::SCHEMA;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Which places; of industries level 0 is the first there is.
    pub scope: Scope,
    /// What to order them by.
    pub by: PlaceFigure,
    /// The lowest first.
    pub reversed: bool,
    /// At most so many rows, where that is said.
    pub limit: Option<usize>,
    /// How they are written.
    pub format: Format,
}

/// How many areas or industries a text holds when nothing is said. States stand there all.
const FEW: usize = 20;

/// The places of a role, gathered for every form.
pub(crate) struct PlacesReport<'c> {
    catalog: &'c Catalog<'c>,
    role: &'c Role<'c>,
    places: RolePlaces,
    listed: Listed,
    limit: usize,
}

type Writer = fn(&PlacesReport<'_>, &mut dyn Write, &mut dyn Write) -> io::Result<()>;
/// The forms of places; what stands beside a table goes to the second writer.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, |report, out, _| report.text(out)),
    (Format::Markdown, |report, out, _| report.markdown(out)),
    (Format::Csv, |report, out, beside| {
        report.csv(out)?;
        let lines = report.said().into_iter().chain(report.remarks());
        lines.into_iter().try_for_each(|line| writeln!(beside, "{line}"))
    }),
    (Format::Json, |report, out, _| report.json(out)),
];

/// Writes the places of a role; where there are none, why goes to `problems`, and so does what is said beside a CSV table.
pub fn write(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    catalog: &Catalog<'_>,
    role: RoleId,
    options: Options,
) -> io::Result<Outcome> {
    let scope = match options.scope {
        Scope::Industries(0) => Scope::first_industries(catalog),
        scope => scope,
    };
    let places = RolePlaces::of(catalog, role, scope);
    let Some(role) = catalog.role(role) else { return Ok(Outcome::NothingFound) };
    if let Some(why) = places.why_nothing(catalog) {
        writeln!(problems, "{} {}: {why}", role.code, role.title)?;
        let levels = Scope::levels(catalog);
        if let (Scope::Industries(_), false) = (scope, levels.is_empty()) {
            let levels: Vec<String> = levels.iter().map(u8::to_string).collect();
            writeln!(problems, "Levels that are here: {}.", levels.join(", "))?;
        }
        return Ok(Outcome::NothingFound);
    }
    let by = if options.by.is_of(scope) { options.by } else { PlaceFigure::default() };
    if by != options.by {
        writeln!(problems, "{} have no {}: ordered by {}.", scope.name(), options.by.name(), by.name())?;
    }
    let listed = Listed::of(&places, by, options.reversed);
    let is_table = matches!(options.format, Format::Text | Format::Markdown) && scope != Scope::States;
    let limit = options.limit.unwrap_or(if is_table { FEW } else { usize::MAX });
    let report = PlacesReport { catalog, role, places, listed, limit };
    options.format.writer(FORMS)?(&report, out, problems)?;
    Ok(Outcome::Found)
}

impl PlacesReport<'_> {
    /// The rows that are written.
    fn rows(&self) -> impl Iterator<Item = (&ListedRow, &Row)> {
        let rows = self.listed.rows.iter().take(self.limit);
        rows.filter_map(|listed| Some((listed, self.places.rows.get(listed.at)?)))
    }

    fn title(&self) -> String {
        let what = if matches!(self.places.scope, Scope::Industries(_)) { "Industries" } else { "Places" };
        format!("{what} of {} {}", self.role.code, self.role.title)
    }

    fn nation(&self) -> Nation<'_> {
        Nation::of(self.catalog, self.role.published)
    }

    /// What stands above the table.
    fn said(&self) -> Vec<String> {
        let shared = self.catalog.published(self.role).and_then(Published::shared_note);
        let nation = self.nation();
        let pay = PlaceFigure::Median.text(&nation.row);
        let spread = nation.row.spread().map_or_else(String::new, |spread| format!(" ({spread})"));
        let employed = PlaceFigure::Employment.text(&nation.row);
        let nation = format!("Nation, {}: {employed} employed; median {pay}{spread}.", nation.release);
        let shared = shared.map(|note| format!("Figures {note}."));
        let release = self.places.scope.release(self.catalog);
        let release = if release.is_empty() { String::new() } else { format!("OEWS, {release}: ") };
        let listed = format!("{release}{}.", self.listed.words(self.places.scope));
        shared.into_iter().chain([nation, listed]).collect()
    }

    /// What stands below it.
    fn remarks(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        let rest = self.listed.rows.len().saturating_sub(self.limit);
        if rest > 0 {
            remarks.push(format!("{rest} more; show more with --limit."));
        }
        if matches!(self.places.scope, Scope::Industries(_)) {
            remarks.push(OVERLAP.to_owned());
        }
        if self.listed.count(Standing::Few) > 0 {
            remarks.push(FLOOR_WORDS.to_owned());
        }
        if self.places.scope == Scope::States {
            remarks.push(US_PRICES.to_owned());
        }
        remarks.push(sources_sentence(self.catalog, self.sources()));
        remarks
    }

    fn sources(&self) -> Vec<SourceId> {
        let scope = self.places.scope;
        let prices = (scope == Scope::States).then_some(SourceId::PriceLevels);
        [scope.source()].into_iter().chain(prices).collect()
    }

    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        underlined(out, &self.title(), '=')?;
        self.said().iter().try_for_each(|line| wrapped(out, line, "", "  "))?;
        writeln!(out)?;
        self.brief_table().text(out)?;
        writeln!(out)?;
        self.remarks().iter().try_for_each(|line| wrapped(out, line, "", "  "))
    }

    fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "# {}\n", self.title())?;
        self.said().iter().try_for_each(|line| writeln!(out, "{line}  "))?;
        writeln!(out)?;
        self.full_table().markdown(out)?;
        self.remarks().iter().try_for_each(|line| writeln!(out, "\n{line}"))
    }
}
