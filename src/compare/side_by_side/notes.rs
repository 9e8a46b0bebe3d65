//! What must be said of figures that are published for a SOC code which several roles share.

use super::Table;
use crate::catalog::{Measure, SocCode, Study};

/// The columns whose figures are published for a code that several roles share, by code.
fn by_code(table: Table<'_, '_>, soc: impl Fn(usize) -> Option<SocCode>) -> Vec<(SocCode, Vec<usize>)> {
    let mut codes: Vec<(SocCode, Vec<usize>)> = Vec::new();
    for place in 0..table.columns.len() {
        let Some(soc) = soc(place) else { continue };
        match codes.iter_mut().find(|(code, _)| *code == soc) {
            Some((_, columns)) => columns.push(place),
            None => codes.push((soc, vec![place])),
        }
    }
    codes
}

/// `Pay and outlook of A and B are the same: published for 15-1299 …, shared by 10 roles.`
fn note(table: Table<'_, '_>, what: &str, soc: SocCode, columns: &[usize]) -> Option<String> {
    let names = table.names(columns);
    let same = if columns.len() > 1 { " are the same figures" } else { "" };
    Some(format!("{what} of {names}{same}: {}.", table.catalog.shared_note(soc)?))
}

/// For each code under which pay and outlook of a column are published together with other roles.
pub(super) fn labour(table: Table<'_, '_>) -> Vec<String> {
    let soc = |place: usize| table.catalog.published(table.columns[place].role).map(|published| published.soc);
    by_code(table, soc)
        .into_iter()
        .filter_map(|(soc, columns)| note(table, "Pay, employment and outlook", soc, &columns))
        .collect()
}

/// The same for the studies that publish per SOC code.
pub(super) fn exposure(table: Table<'_, '_>) -> Vec<String> {
    let mut notes: Vec<(SocCode, Vec<usize>, Vec<&'static str>)> = Vec::new();
    for study in Study::ALL {
        let Some(gauge) = study.measures().first() else { continue };
        for (soc, columns) in by_code(table, |place| published_for(table, place, *gauge)) {
            match notes.iter_mut().find(|(code, others, _)| *code == soc && *others == columns) {
                Some((_, _, studies)) => studies.push(study.name()),
                None => notes.push((soc, columns, vec![study.name()])),
            }
        }
    }
    notes.into_iter().filter_map(|(soc, columns, studies)| note(table, &studies.join(", "), soc, &columns)).collect()
}

fn published_for(table: Table<'_, '_>, place: usize, measure: Measure) -> Option<SocCode> {
    table.columns[place].role.exposure.reading(measure)?.published_for
}
