//! What is loaded: releases, rows, coverage, licences.

use std::io::{self, Write};
use std::path::Path;

use super::json::{self, object};
use super::page::wording_source;
use super::text::wrapped;
use super::{Format, Forms};
use crate::catalog::own::{Origin, Record};
use crate::catalog::{Catalog, Date, SourceId, grouped};
use crate::compare::coverage;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/status/1";

/// The user's data as the program found them.
#[derive(Clone, Copy, Debug)]
pub struct OwnPack<'c> {
    /// The file that holds them.
    pub path: &'c Path,
    /// Its size in bytes.
    pub bytes: usize,
    /// What they were made from.
    pub record: &'c Record<'c>,
}

type Writer = fn(&mut dyn Write, &Catalog<'_>, Option<OwnPack<'_>>) -> io::Result<()>;
/// The forms of the status.
pub(crate) const FORMS: Forms<Writer> = &[(Format::Text, in_text), (Format::Json, in_json)];

/// Writes what a catalog holds.
pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, own: Option<OwnPack<'_>>, format: Format) -> io::Result<()> {
    format.writer(FORMS)?(out, catalog, own)
}

/// How many tasks carry E0, E1 or E2.
fn labelled(catalog: &Catalog<'_>) -> usize {
    catalog.roles.iter().flat_map(|role| &role.tasks).filter(|task| task.labels.is_some()).count()
}

/// Whether a dataset comes from the snapshot or from the user.
fn origin(own: Option<OwnPack<'_>>, id: SourceId) -> Origin {
    own.map_or(Origin::Snapshot, |own| own.record.origin(id))
}

fn in_json(out: &mut dyn Write, catalog: &Catalog<'_>, own: Option<OwnPack<'_>>) -> io::Result<()> {
    let tables = catalog.rows.iter().map(|(table, rows)| object!(Table { table, rows }));
    let sources = catalog.sources.iter().map(|source| {
        object!(Dataset {
            #[serde(flatten)]
            source,
            origin: origin(own, source.id),
            roles: coverage::roles(catalog, source.id),
        })
    });
    let own = own.map(|own| {
        object!(OwnData {
            path: own.path.display().to_string(),
            bytes: own.bytes,
            imported: Date::of(own.record.made).to_string(),
            program: own.record.program,
            files: &own.record.files,
        })
    });
    let status = object!(Status {
        wording: wording_source(catalog),
        wording_note: catalog.wording.note(),
        roles: catalog.roles.len(),
        tasks: catalog.task_count(),
        tasks_labelled: labelled(catalog),
        coverage: coverage::sections(catalog),
        tables: tables.collect::<Vec<_>>(),
        sources: sources.collect::<Vec<_>>(),
        own,
    });
    json::write(out, SCHEMA, catalog, status)
}

fn in_text(out: &mut dyn Write, catalog: &Catalog<'_>, own: Option<OwnPack<'_>>) -> io::Result<()> {
    let number = |n: usize| grouped(u64::try_from(n).unwrap_or(u64::MAX));
    let (roles, tasks) = (number(catalog.roles.len()), number(catalog.task_count()));
    writeln!(out, "{roles} roles, {tasks} tasks, {} of them labelled E0, E1 or E2.", number(labelled(catalog)))?;
    wrapped(out, catalog.wording.note(), "", "")?;
    match own {
        None => writeln!(out, "All from the snapshot inside the program.")?,
        Some(OwnPack { path, record, .. }) => {
            let (imported, program) = (Date::of(record.made), record.program);
            let text = format!("Your own data: {}, imported {imported} by rolescope {program}.", path.display());
            wrapped(out, &text, "", "    ")?;
        }
    }
    writeln!(out, "\nDatasets")?;
    for source in &catalog.sources {
        let text = format!("{} ({}): {}", source.name, source.release, origin(own, source.id).word());
        wrapped(out, &text, "  ", "      ")?;
        let covered = number(coverage::roles(catalog, source.id));
        let text = format!("{}; {}; {covered} roles", source.licence, source.released());
        wrapped(out, &text, "      ", "      ")?;
        // One word, whatever its length: it is to be copied.
        writeln!(out, "      {}", source.address)?;
    }
    writeln!(out, "\nRoles covered, of {roles}")?;
    for coverage in coverage::sections(catalog) {
        writeln!(out, "  {:<34} {:>7}", coverage.section, number(coverage.roles))?;
    }
    writeln!(out, "\nRows of the tables")?;
    for (table, rows) in &catalog.rows {
        writeln!(out, "  {table:<34} {:>7}", grouped(u64::from(*rows)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::own::UsedFile;
    use crate::report::fixture::catalog;

    fn written(format: Format) -> String {
        let mut out = Vec::new();
        write(&mut out, &catalog(), None, format).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn sections_count_the_roles_that_have_them() {
        let coverage = coverage::sections(&catalog());
        let roles = |section| coverage.iter().find(|c| c.section == section).unwrap().roles;
        assert_eq!(["tasks", "skills", "pay", "median pay", "outlook"].map(roles), [1, 1, 3, 2, 2]);
        assert_eq!(["eloundou_gamma", "microsoft_applicability", "felten_aioe"].map(roles), [1, 2, 0]);
    }

    #[test]
    fn text_and_json_name_releases_licences_and_rows() {
        let text = written(Format::Text);
        for part in [
            "3 roles, 2 tasks",
            "O*NET (30.3): snapshot",
            "All from the snapshot",
            "CC BY 4.0; released 2026-05",
            "roles.csv",
            "own wording",
        ] {
            assert!(text.contains(part), "{part} in {text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= 80));
        let value: serde_json::Value = serde_json::from_str(&written(Format::Json)).unwrap();
        assert_eq!(value["schema"], SCHEMA);
        assert_eq!(value["tables"][0], serde_json::json!({"table": "roles.csv", "rows": 3}));
        assert_eq!(value["sources"][0]["id"], "onet");
        assert_eq!((&value["sources"][0]["origin"], &value["own"]), (&"snapshot".into(), &serde_json::Value::Null));
    }

    #[test]
    fn a_users_data_are_told_from_the_snapshot() {
        let file = UsedFile {
            id: SourceId::Onet,
            name: "Occupation Data.txt",
            bytes: 3,
            sha256: "ab",
            rows_read: 3,
            rows_used: 3,
            left_out: "",
        };
        let record = Record { program: "0.1.0", made: 1_795_478_400, files: vec![file] };
        let own = OwnPack { path: Path::new("/data/own.pack"), bytes: 9, record: &record };
        let of = |format| {
            let mut out = Vec::new();
            write(&mut out, &catalog(), Some(own), format).unwrap();
            String::from_utf8(out).unwrap()
        };
        let text = of(Format::Text);
        for part in ["O*NET (30.3): yours", "Your own data: /data/own.pack, imported 2026-11-24 by rolescope 0.1.0."] {
            assert!(text.contains(part), "{part} in {text}");
        }
        let value: serde_json::Value = serde_json::from_str(&of(Format::Json)).unwrap();
        assert_eq!(value["sources"][0]["origin"], "user");
        assert_eq!(value["own"]["files"][0]["name"], "Occupation Data.txt");
        assert_eq!(value["own"]["imported"], "2026-11-24");
    }
}
