//! Which datasets the pages of a role draw on.

use super::Row;
use crate::catalog::{Catalog, Role};
use crate::compare::coverage::draws_on;

pub(super) fn sources<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Where the figures of this page come from".into())];
    rows.extend(catalog.sources.iter().filter(|source| draws_on(catalog, role, source.id)).copied().map(Row::Source));
    if !role.surveys.is_empty() {
        rows.extend([
            Row::Gap,
            Row::Heading("When O*NET collected it; a release carries over what was not asked again".into()),
        ]);
        rows.extend(role.surveys.iter().map(|survey| Row::Fact(survey.table.word(), survey.text())));
    }
    rows
}
