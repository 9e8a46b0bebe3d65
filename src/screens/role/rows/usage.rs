//! How AI is used for the tasks of a role, row by row.

use super::Row;
use crate::catalog::{Catalog, Figure, Role, usage};

/// What the two ways are.
const WAYS: &str = "The way of use is of February 2026, each task weighted by its use. Handed over: people give the work away (directive, feedback loop). Done together: they work on it in \
    turns, learn, or have theirs checked.";

/// What is known of a role's tasks; nothing where the catalog knows of none.
pub(super) fn usage<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    if catalog.usage.is_empty() || !role.is_surveyed() {
        return Vec::new();
    }
    let heading = "How AI is used for its tasks (Anthropic Economic Index)";
    let mut rows = vec![Row::Gap, Row::Heading(heading.into())];
    let about = [Figure::Usage];
    let Some(known) = catalog.role_usage(role) else {
        rows.push(Row::remark("None of its tasks is listed: they were seen too seldom on Claude.ai.", about));
        return rows;
    };
    rows.push(Row::fact("Share of all use", known.shares_text(), about));
    rows.push(Row::fact("Way of use", known.split_text(), about));
    rows.push(Row::fact("Covered", known.coverage_text(), about));
    rows.push(Row::remark(format!("{} {WAYS}", usage::NOTE), about));
    rows
}
