//! What must be said of figures that are published for a SOC code which several roles share.

use super::Compared;
use crate::catalog::{Measure, SocCode, Study};

/// The columns whose figures are published for a code that several roles share, by code.
fn by_code(table: Compared<'_, '_>, soc: impl Fn(usize) -> Option<SocCode>) -> Vec<(SocCode, Vec<usize>)> {
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

/// `Pay and outlook of A and B are the same figures: published for 15-1299 …, shared by 10 roles.`
fn same(table: Compared<'_, '_>, what: &str, soc: SocCode, columns: &[usize]) -> Option<String> {
    let names = table.names(columns);
    Some(format!("{what} of {names} are the same figures: {}.", table.catalog.shared_note(soc)?))
}

/// `Pay and outlook are published for a SOC code that more roles share: A (15-1299, 10 roles).`
fn apart(table: Compared<'_, '_>, what: &str, alone: &[(SocCode, usize)]) -> Option<String> {
    let named = alone.iter().map(|(soc, place)| {
        let roles = roles_of(table, *soc);
        format!("{} ({soc}, {roles} roles)", table.names(std::slice::from_ref(place)))
    });
    let named: Vec<String> = named.collect();
    let text = format!("{what} are published for a SOC code that more roles share: {}.", named.join(", "));
    (!named.is_empty()).then_some(text)
}

/// How many roles share the figures of a code.
fn roles_of(table: Compared<'_, '_>, soc: SocCode) -> usize {
    let published = table.catalog.published.iter().find(|published| published.soc == soc);
    published.map_or_else(
        || table.catalog.roles.iter().filter(|role| role.code.soc() == soc).count(),
        |published| usize::from(published.roles),
    )
}

/// For each code under which pay and outlook of a column are published together with other roles.
pub(super) fn labour(table: Compared<'_, '_>) -> Vec<String> {
    const WHAT: &str = "Pay, employment and outlook";
    let soc = |place: usize| table.catalog.published(table.columns[place].role).map(|published| published.soc);
    let mut notes = Vec::new();
    let mut alone = Vec::new();
    for (soc, columns) in by_code(table, soc) {
        match columns.as_slice() {
            [place] if roles_of(table, soc) > 1 => alone.push((soc, *place)),
            [_] => {}
            _ => notes.extend(same(table, WHAT, soc, &columns)),
        }
    }
    notes.extend(apart(table, WHAT, &alone));
    notes
}

/// The same for the studies that publish per SOC code.
pub(super) fn exposure(table: Compared<'_, '_>) -> Vec<String> {
    let mut shared: Vec<(SocCode, Vec<usize>, Vec<&'static str>)> = Vec::new();
    let mut alone: Vec<(SocCode, usize)> = Vec::new();
    let mut studies_of_alone: Vec<&'static str> = Vec::new();
    for study in Study::ALL {
        let Some(gauge) = study.measures().first() else { continue };
        for (soc, columns) in by_code(table, |place| published_for(table, place, *gauge)) {
            if let [place] = columns.as_slice() {
                if roles_of(table, soc) > 1 {
                    alone.extend(Some((soc, *place)).filter(|one| !alone.contains(one)));
                    studies_of_alone.extend(Some(study.name()).filter(|name| !studies_of_alone.contains(name)));
                }
                continue;
            }
            match shared.iter_mut().find(|(code, others, _)| *code == soc && *others == columns) {
                Some((_, _, studies)) => studies.push(study.name()),
                None => shared.push((soc, columns, vec![study.name()])),
            }
        }
    }
    let notes =
        shared.into_iter().filter_map(|(soc, columns, studies)| same(table, &studies.join(", "), soc, &columns));
    notes.chain(apart(table, &studies_of_alone.join(", "), &alone)).chain(rests_on(table)).collect()
}

/// Which indices do not rest on all studies.
fn rests_on(table: Compared<'_, '_>) -> impl Iterator<Item = String> {
    table.columns.iter().filter_map(|column| {
        let index = column.role.exposure.index.filter(|index| index.is_partial())?;
        Some(format!("The exposure index of {} rests on {}", column.role.title, index.rests_on()))
    })
}

fn published_for(table: Compared<'_, '_>, place: usize, measure: Measure) -> Option<SocCode> {
    table.columns[place].role.exposure.reading(measure)?.published_for
}
