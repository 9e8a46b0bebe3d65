//! Which datasets the pages of a role draw on.

use super::Row;
use crate::catalog::{Catalog, Figure, Role, Survey, Surveyed};
use crate::compare::coverage::draws_on;

pub(super) fn sources<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Where the figures of this page come from".into())];
    rows.extend(catalog.sources.iter().filter(|source| draws_on(catalog, role, source.id)).copied().map(Row::Source));
    if !role.surveys.is_empty() {
        rows.extend([
            Row::Gap,
            Row::Heading("When O*NET collected it; a release carries over what was not asked again".into()),
        ]);
        let surveys = role.surveys.iter();
        rows.extend(surveys.map(|survey| {
            Row::fact(survey.table.word(), survey.text(), Vec::from_iter(of_table(catalog, role, *survey)))
        }));
    }
    rows
}

/// A figure of the table that a date is of.
fn of_table(catalog: &Catalog<'_>, role: &Role<'_>, survey: Survey) -> Option<Figure> {
    let rated = || {
        let mut ratings = role.capabilities.iter().chain(&role.work_activities);
        let of_table = |id| catalog.element(id).is_some_and(|element| element.family.surveyed() == survey.table);
        ratings.find(|rating| of_table(rating.element)).map(|rating| Figure::Rating(rating.element))
    };
    match survey.table {
        Surveyed::Tasks => Some(Figure::Task(0)),
        Surveyed::TaskRatings => Some(Figure::TaskRating(0)),
        Surveyed::JobZone => Some(Figure::JobZone),
        Surveyed::Education => role.education.first().map(|share| Figure::Education(share.level)),
        Surveyed::Interests => Some(Figure::Interest(0)),
        Surveyed::Skills | Surveyed::Knowledge | Surveyed::Abilities | Surveyed::Activities => rated(),
    }
}
