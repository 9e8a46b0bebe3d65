//! What is loaded: releases, rows, coverage, licences.

use std::io::{self, Write};
use std::path::Path;

use serde::Serialize;

use super::{Format, json, page};
use crate::catalog::own::{Origin, Record, UsedFile};
use crate::catalog::{Catalog, Date, Source, SourceId, grouped};
use crate::compare::coverage::{self, Coverage};

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/status/1";

/// What is loaded.
#[derive(Debug, Serialize)]
pub struct Status<'c> {
    /// Where the sentences come from.
    pub wording: SourceId,
    /// The line that says so.
    pub wording_note: &'static str,
    /// How many roles there are.
    pub roles: usize,
    /// How many tasks there are.
    pub tasks: usize,
    /// How many tasks carry E0, E1 or E2.
    pub tasks_labelled: usize,
    /// How many roles each section covers.
    pub coverage: Vec<Coverage>,
    /// Rows of each table.
    pub tables: Vec<Table<'c>>,
    /// The datasets with releases, dates and licences, and where each comes from.
    pub sources: Vec<Dataset<'c>>,
    /// The user's own data; none where the embedded snapshot is used.
    pub own: Option<OwnData<'c>>,
}

/// A dataset, and where it comes from.
#[derive(Debug, Serialize)]
pub struct Dataset<'c> {
    #[serde(flatten)]
    pub source: Source<'c>,
    /// From the snapshot or from the user.
    pub origin: Origin,
    /// How many roles have something of it.
    pub roles: usize,
}

/// A user's own data.
#[derive(Debug, Serialize)]
pub struct OwnData<'c> {
    /// The file that holds them.
    pub path: String,
    /// Its size in bytes.
    pub bytes: usize,
    /// When they were imported, `YYYY-MM-DD` (UTC).
    pub imported: String,
    /// The version of the program that imported them.
    pub program: &'c str,
    /// The files that the user brought.
    pub files: &'c [UsedFile<'c>],
}

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

#[derive(Debug, Serialize)]
pub struct Table<'c> {
    /// Its file name.
    pub table: &'c str,
    pub rows: u32,
}

impl<'c> Status<'c> {
    /// Counts what a catalog holds.
    pub fn of(catalog: &'c Catalog<'c>, own: Option<OwnPack<'c>>) -> Self {
        let origin = |id| own.map_or(Origin::Snapshot, |own| own.record.origin(id));
        let tasks = || catalog.roles.iter().flat_map(|role| &role.tasks);
        Self {
            wording: page::wording_source(catalog),
            wording_note: catalog.wording.note(),
            roles: catalog.roles.len(),
            tasks: catalog.task_count(),
            tasks_labelled: tasks().filter(|task| task.labels.is_some()).count(),
            coverage: coverage::sections(catalog),
            tables: catalog.rows.iter().map(|&(table, rows)| Table { table, rows }).collect(),
            sources: catalog
                .sources
                .iter()
                .map(|&source| Dataset {
                    source,
                    origin: origin(source.id),
                    roles: coverage::roles(catalog, source.id),
                })
                .collect(),
            own: own.map(|own| OwnData {
                path: own.path.display().to_string(),
                bytes: own.bytes,
                imported: Date::of(own.record.made).to_string(),
                program: own.record.program,
                files: &own.record.files,
            }),
        }
    }
}

/// Writes what a catalog holds.
pub fn write(out: &mut dyn Write, catalog: &Catalog<'_>, own: Option<OwnPack<'_>>, format: Format) -> io::Result<()> {
    let status = Status::of(catalog, own);
    match format {
        Format::Json => json::write(out, SCHEMA, &status),
        Format::Text | Format::Markdown | Format::Csv => text(out, &status),
    }
}

fn text(out: &mut dyn Write, status: &Status<'_>) -> io::Result<()> {
    let number = |n: usize| grouped(u64::try_from(n).unwrap_or(u64::MAX));
    let (roles, tasks, labelled) = (number(status.roles), number(status.tasks), number(status.tasks_labelled));
    writeln!(out, "{roles} roles, {tasks} tasks, {labelled} of them labelled E0, E1 or E2.")?;
    super::text::wrapped(out, status.wording_note, "", "")?;
    match &status.own {
        None => writeln!(out, "All from the snapshot inside the program.")?,
        Some(own) => {
            let text = format!("Your own data: {}, imported {} by rolescope {}.", own.path, own.imported, own.program);
            super::text::wrapped(out, &text, "", "    ")?;
        }
    }
    writeln!(out, "\nDatasets")?;
    for Dataset { source, origin, roles: covered } in &status.sources {
        let text = format!("{} ({}): {}", source.name, source.release, origin.word());
        super::text::wrapped(out, &text, "  ", "      ")?;
        super::text::wrapped(
            out,
            &format!("{}; {}; {} roles", source.licence, source.released(), number(*covered)),
            "      ",
            "      ",
        )?;
        // One word, whatever its length: it is to be copied.
        writeln!(out, "      {}", source.address)?;
    }
    writeln!(out, "\nRoles covered, of {roles}")?;
    for coverage in &status.coverage {
        writeln!(out, "  {:<34} {:>7}", coverage.section, number(coverage.roles))?;
    }
    writeln!(out, "\nRows of the tables")?;
    for table in &status.tables {
        writeln!(out, "  {:<34} {:>7}", table.table, grouped(u64::from(table.rows)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::catalog;

    fn written(format: Format) -> String {
        let mut out = Vec::new();
        write(&mut out, &catalog(), None, format).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn sections_count_the_roles_that_have_them() {
        let catalog = catalog();
        let status = Status::of(&catalog, None);
        let roles = |section| status.coverage.iter().find(|c| c.section == section).unwrap().roles;
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
