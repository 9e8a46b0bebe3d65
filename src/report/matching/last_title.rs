//! The roles that a CV fits, beside the last title held.

use super::{Report, parts};
use crate::catalog::{Metric, NOT_PUBLISHED};
use crate::compare::moves::{ALIKE, GAP, figures};
use crate::matching::{Form, LastTitle, Way, Ways, words};
use crate::report::moves::named_in_line;
use crate::report::sections::Part;
use crate::report::table::{Align, Table};

/// How many things that are brought along are named.
const NAMED: usize = 3;

/// From where one comes, how the CV says it unless the user did, and the roles that are told; none where nobody knows.
pub fn last(report: &Report<'_>) -> Option<(Ways, Option<LastTitle>)> {
    let asked = report.asked;
    let mut ways = asked.matched.ways(report.engine, asked.text, asked.from)?;
    ways.ways.truncate(asked.roles);
    let named = asked.matched.last_title(asked.text).filter(|_| asked.from.is_none());
    Some((ways, named))
}

pub fn part(report: &Report<'_>) -> Option<Part> {
    let catalog = report.catalog;
    let heading = "The roles that it fits beside the last one held".to_owned();
    let Some((Ways { from, fits, ways }, named)) = last(report) else {
        let said =
            vec!["It names no title held last; `rolescope match --from ROLE` says which role that was.".to_owned()];
        return (report.asked.text.form == Form::Cv).then(|| Part { heading, said, ..Part::default() });
    };
    let here = catalog.role(from)?;
    let mut said: Vec<String> = named.map(|last| last.words(catalog)).into_iter().collect();
    said.push(format!("{} {}: {}.", here.code, here.title, figures(catalog, here)));
    said.extend(
        fits.map(|fits| format!("Probability that the text tells of this role itself: {}.", words::percent(fits))),
    );
    if ways.is_empty() {
        said.push("It fits no other role.".to_owned());
        return Some(Part { heading, said, ..Part::default() });
    }
    let mut table = Table::default();
    table.title("role");
    table.column("probability", Align::Right);
    table.column(&Metric::Pay.short_name_in(catalog), Align::Left);
    for head in ["outlook", "overlap", "alike", "gap"] {
        table.column(head, Align::Left);
    }
    table.sentence("also requires");
    table.sentence("brought along");
    for way in &ways {
        let Some(there) = catalog.role(way.role) else { continue };
        let Way { change, skills, .. } = way;
        let changed = |metric: Metric, shift: String| {
            let figure = parts::cell(metric, catalog, there);
            if shift == NOT_PUBLISHED { figure } else { format!("{figure} ({shift})") }
        };
        let brought: Vec<String> = skills.brought.iter().take(NAMED).map(|asked| asked.name(catalog)).collect();
        let is_rated = change.gap.is_some();
        table.row(vec![
            format!("{} {}", there.code, there.title),
            words::percent(way.probability),
            changed(Metric::Pay, change.pay.to_string()),
            changed(Metric::Change, change.outlook.to_string()),
            changed(Metric::Index, change.overlap.to_string()),
            change.alike_text().unwrap_or_else(|| "not rated".to_owned()),
            change.gap_text().unwrap_or_else(|| "not rated".to_owned()),
            if is_rated { named_in_line(catalog, &skills.asked) } else { String::new() },
            if brought.is_empty() && is_rated { "nothing".to_owned() } else { brought.join(", ") },
        ]);
    }
    said.extend([ALIKE, GAP].map(str::to_owned));
    Some(Part { heading, tables: vec![table], said })
}
