//! JSON: documented in `docs/JSON.md`, one schema name a kind of answer. A key never changes its meaning within a
//! schema version; new keys may come.

use std::io::{self, Write};

use serde::Serialize;

use super::page::Page;

/// The schema of [`write_role`].
pub const ROLE: &str = "rolescope/role/1";

#[derive(Serialize)]
struct Document<'a, T> {
    schema: &'static str,
    #[serde(flatten)]
    body: &'a T,
}

/// Writes a role page.
pub fn write_role(out: &mut dyn Write, page: &Page<'_>) -> io::Result<()> {
    write(out, ROLE, page)
}

/// Writes an answer, indented, with its schema first.
pub(super) fn write<T: Serialize>(out: &mut dyn Write, schema: &'static str, body: &T) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Document { schema, body })?;
    writeln!(out)
}
