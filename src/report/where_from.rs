//! Where figures of a role come from, as text or JSON.

use std::io::{self, Write};

use serde::Serialize;

use super::json::{self, object};
use super::text::{seen, wrapped};
use super::{Format, Forms, Outcome};
use crate::catalog::own::Record;
use crate::catalog::provenance::{Origins, PublishedCell, Raw};
use crate::catalog::{Catalog, FRAME, Figure, Provenance, Role, RoleId};

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/where/1";

/// What is known of figures of a role.
pub(crate) struct TracedFigures<'a> {
    catalog: &'a Catalog<'a>,
    role: &'a Role<'a>,
    traced: Vec<Provenance>,
    /// The lists that can be asked for, with their lengths, where nothing was asked: what is traced are the figures then
    /// that can be.
    lists: Option<Vec<(&'static str, usize)>>,
}

type Writer = fn(&mut dyn Write, &TracedFigures<'_>) -> io::Result<()>;
/// The forms of the answer.
pub(crate) const FORMS: Forms<Writer> = &[(Format::Text, in_text), (Format::Json, in_json)];

/// Writes where the figures that `named` names come from; what names none goes to `problems`, and not all is found then.
pub fn write(
    out: &mut dyn Write,
    problems: &mut dyn Write,
    (catalog, record): (&Catalog<'_>, Option<&Record<'_>>),
    id: RoleId,
    named: &[String],
    format: Format,
) -> io::Result<Outcome> {
    let Some(role) = catalog.role(id) else { return Ok(Outcome::NothingFound) };
    let write = format.writer(FORMS)?;
    let origins = Origins { catalog, record };
    if named.is_empty() {
        let traced = Figure::of_whole().filter_map(|figure| origins.of(id, figure)).collect();
        write(out, &TracedFigures { catalog, role, traced, lists: Some(Figure::lists(catalog, role)) })?;
        return Ok(Outcome::Found);
    }
    let (mut figures, mut are_all_known): (Vec<Figure>, bool) = (Vec::new(), true);
    for name in named {
        let found = Figure::named(catalog, role, name);
        if found.is_empty() {
            writeln!(problems, "{} {} has no figure called {name:?}.", role.code, role.title)?;
            are_all_known = false;
        }
        figures.extend(found);
    }
    if !are_all_known {
        let known = "A figure is a key (index, pay, pay_p10, hourly_pay, employment, change, openings, jobs, \
                 projected_jobs, typical_entry, zone, titles, summary, eloundou_gamma, microsoft, aioe, anthropic, \
                 gpt4_mix, usage, programmes, handbook, education, skills_in_demand, ...), a Task ID, an Element ID, or \
                 the name of a skill, software product, tool or title of the role. Without a figure all are listed.";
        wrapped(problems, known, "", "")?;
    }
    if figures.is_empty() {
        return Ok(Outcome::NothingFound);
    }
    let traced = figures.into_iter().filter_map(|figure| origins.of(id, figure)).collect();
    write(out, &TracedFigures { catalog, role, traced, lists: None })?;
    Ok(if are_all_known { Outcome::Found } else { Outcome::NothingFound })
}

fn in_text(out: &mut dyn Write, answer: &TracedFigures<'_>) -> io::Result<()> {
    if answer.catalog.lens().is_of_pay() {
        seen(out, answer.catalog)?;
        writeln!(out)?;
    }
    if let Some(lists) = &answer.lists {
        return list(out, answer, lists);
    }
    for (place, figure) in answer.traced.iter().enumerate() {
        if place > 0 {
            writeln!(out)?;
        }
        wrapped(out, &figure.head(), "", "  ")?;
        let mut label = "";
        for field in figure.fields() {
            let shown = if field.label == label { "" } else { field.label };
            wrapped(out, &field.text, &format!("  {shown:<9} "), "            ")?;
            label = field.label;
        }
    }
    if answer.traced.iter().any(|figure| figure.is_exposure) {
        writeln!(out)?;
        wrapped(out, FRAME, "", "")?;
    }
    Ok(())
}

/// Lists the figures of a role that can be asked for: those of the role as a whole with what they are, then its lists.
fn list(out: &mut dyn Write, answer: &TracedFigures<'_>, lists: &[(&str, usize)]) -> io::Result<()> {
    writeln!(out, "{} {}: what `rolescope where` can trace", answer.role.code, answer.role.title)?;
    writeln!(out)?;
    for Provenance { key, name, shown, .. } in &answer.traced {
        wrapped(out, &format!("{key:<33} {name}: {shown}"), "  ", &" ".repeat(36))?;
    }
    writeln!(out)?;
    let lists = lists.iter().map(|(list, figures)| format!("{list} ({figures})")).collect::<Vec<_>>();
    wrapped(out, &format!("Whole lists: {}.", lists.join(", ")), "", "  ")?;
    let one = "One of a list by its name: a Task ID, an Element ID, a skill, a software product, a tool, a title; \
               education_1 to education_12.";
    wrapped(out, one, "", "  ")?;
    writeln!(out)?;
    wrapped(out, FRAME, "", "")
}

fn in_json(out: &mut dyn Write, answer: &TracedFigures<'_>) -> io::Result<()> {
    let TracedFigures { catalog, role, traced, lists } = answer;
    let known = lists.as_ref().map(|lists| {
        let figures = traced
            .iter()
            .map(|traced| object!(Traced { figure: &traced.key, name: &traced.name, shown: &traced.shown }));
        let lists = lists.iter().map(|(list, figures)| object!(Listed { list, figures }));
        let known = object!(Known { figures: figures.collect::<Vec<_>>(), lists: lists.collect::<Vec<_>>() });
        object!(Also { known })
    });
    let asked = if lists.is_none() { traced.as_slice() } else { &[] };
    let figures = asked.iter().map(|figure| {
        object!(Traced {
            figure: &figure.key,
            name: &figure.name,
            shown: &figure.shown,
            is_exposure: figure.is_exposure,
            cells: figure.cells.iter().map(cell).collect::<Vec<_>>(),
            computation: &figure.computation,
            published_for: &figure.published_for,
        })
    });
    let document = object!(Document {
        code: role.code,
        title: role.title,
        frame: FRAME,
        figures: figures.collect::<Vec<_>>(),
        #[serde(flatten)]
        known,
    });
    json::write(out, SCHEMA, catalog, document)
}

fn cell(cell: &PublishedCell) -> impl Serialize {
    object!(PublishedCell {
        source: cell.source,
        dataset: &cell.dataset,
        release: &cell.release,
        origin: cell.origin,
        licence: &cell.licence,
        file: &cell.file,
        sheet: cell.sheet,
        row: cell.row.iter().map(|(column, value)| object!(Key { column, value })).collect::<Vec<_>>(),
        column: &cell.column,
        value: cell.raw.value(),
        missing: if let Raw::Missing(why) = &cell.raw { Some(why) } else { None },
        leads_to_row: cell.is_way,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn answer(names: &[&str], format: Format) -> (String, String, Outcome) {
        let (mut out, mut problems) = (Vec::new(), Vec::new());
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let outcome = write(&mut out, &mut problems, (fixture::catalog(), None), RoleId(0), &names, format).unwrap();
        (String::from_utf8(out).unwrap(), String::from_utf8(problems).unwrap(), outcome)
    }

    #[test]
    fn text_says_file_row_column_and_value() {
        let (text, problems, outcome) = answer(&["pay"], Format::Text);
        assert_eq!((problems.as_str(), outcome), ("", Outcome::Found));
        for part in ["median annual pay: $51,230", "OCC_CODE 45-2093", "A_MEDIAN = 51230", "shared by 2 roles"] {
            assert!(text.replace("\n            ", " ").contains(part), "{part} in {text}");
        }
        assert!(!text.contains(FRAME));
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        let (text, ..) = answer(&["index"], Format::Text);
        assert!(text.contains("Exposure means task overlap"), "{text}");
    }

    #[test]
    fn json_has_the_same_facts() {
        let (text, ..) = answer(&["pay_p75", "active listening"], Format::Json);
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["schema"], SCHEMA);
        let [pay, rating] = json["figures"].as_array().unwrap().as_slice() else { panic!("two figures") };
        assert_eq!((&pay["figure"], &pay["cells"][0]["value"]), (&"pay_p75".into(), &"*".into()));
        assert_eq!(
            (&rating["shown"], &rating["cells"][1]["value"]),
            (&"importance 3.25, level 4.00".into(), &"4.00".into())
        );
        assert_eq!(rating["cells"][0]["row"][1]["value"], "2.A.1.b");
    }

    #[test]
    fn what_names_no_figure_says_what_does() {
        let (text, problems, outcome) = answer(&["luck"], Format::Text);
        assert_eq!((text.as_str(), outcome), ("", Outcome::NothingFound));
        assert!(problems.contains("has no figure called \"luck\"") && problems.contains("Task ID"), "{problems}");
        // The others are answered.
        let (text, problems, outcome) = answer(&["luck", "pay_p75"], Format::Text);
        assert_eq!((text, outcome), (answer(&["pay_p75"], Format::Text).0, Outcome::NothingFound));
        assert!(problems.contains("\"luck\""), "{problems}");
    }
}
