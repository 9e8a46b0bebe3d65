//! Where the figures of a move from one role to another come from.

use super::difference;
use crate::catalog::provenance::{File, Origins, PublishedCell, Raw, names};
use crate::catalog::{Family, Metric, NOT_PUBLISHED, Provenance, RoleId};
use crate::compare::moves::{ALIKE, Beyond, GAP, Products, Profiles, Shift};

/// How a figure changes from one role to another.
pub fn shift(origins: &Origins<'_>, metric: Metric, from: RoleId, to: RoleId) -> Option<Provenance> {
    let (here, there) = (origins.of(from, metric.into())?, origins.of(to, metric.into())?);
    let catalog = origins.catalog;
    let (left, entered) = (catalog.role(from)?, catalog.role(to)?);
    let shift = match metric {
        Metric::Pay => Shift::of_pay(catalog, entered, left),
        _ => Shift::of(metric, catalog, entered, left),
    };
    let text = shift.to_string();
    let mut provenance = difference(&there, &here, (shift != Shift::Unknown).then_some(text.as_str()));
    if let Shift::SameCode(soc) = shift {
        provenance.computation.pop();
        provenance.computation.push(format!("Both figures are published for {soc}: there is nothing to compare."));
    }
    Some(provenance)
}

/// How alike two profiles are.
pub fn alike(origins: &Origins<'_>, profiles: &Profiles, from: RoleId, to: RoleId) -> Option<Provenance> {
    let shown = profiles.similarity(from, to).map(|alike| format!("{alike:.2}").replace("-0.00", "0.00"));
    let mut provenance = computed(origins, (from, to), ("alike", "likeness of skill profiles"), shown.clone())?;
    provenance.computation.push(ALIKE.to_owned());
    if let (Some(Products { values, together, one, other }), Some(shown)) = (profiles.products(from, to), shown) {
        provenance.computation.push(format!(
            "Over the {values} values that both have: sum of products {together:.3} / √({one:.3} × {other:.3}) = \
             {shown}."
        ));
    }
    Some(provenance)
}

/// What a role asks for beyond another.
pub fn gap(origins: &Origins<'_>, profiles: &Profiles, from: RoleId, to: RoleId) -> Option<Provenance> {
    let shown = profiles.gap(from, to).map(|gap| format!("{gap:.2}"));
    let mut provenance = computed(origins, (from, to), ("gap", "skill gap"), shown.clone())?;
    provenance.computation.push(GAP.to_owned());
    if let (Some(Beyond { elements, levels, weight }), Some(shown)) = (profiles.beyond(from, to), shown) {
        provenance.computation.push(format!(
            "Over the {elements} skills and kinds of knowledge that both have a level of: levels beyond, weighted, \
             {levels:.3} / weights {weight:.3} = {shown}."
        ));
    }
    Some(provenance)
}

/// A figure that is computed from the ratings of two roles.
fn computed(
    origins: &Origins<'_>,
    (from, to): (RoleId, RoleId),
    (key, name): (&str, &str),
    shown: Option<String>,
) -> Option<Provenance> {
    let (here, there) = (origins.catalog.role(from)?, origins.catalog.role(to)?);
    let mut computation = Vec::new();
    if shown.is_none() {
        computation.push("O*NET rates the skills of at most one of the two, so it cannot be computed.".to_owned());
    }
    let families = [Family::EssentialSkill, Family::TransferableSkill, Family::Knowledge];
    let cells: Vec<PublishedCell> = families
        .into_iter()
        .map(|family| {
            let count = |id: RoleId| {
                let ratings = origins.catalog.role(id).map_or(&[][..], |role| &role.capabilities);
                let family_of = |rating: &&crate::catalog::Rating| {
                    origins.catalog.element(rating.element).is_some_and(|element| element.family == family)
                };
                ratings.iter().filter(family_of).count()
            };
            let (first, second) = (count(from), count(to));
            let raw = format!("importance and level of {first} and {second} elements");
            let raw =
                if first + second == 0 { Raw::Missing("no rows that can be used".into()) } else { Raw::Value(raw) };
            let row = [(names::onet::CODE, format!("{} and {}", here.code, there.code))];
            origins.cell(File::Ratings(family), &row, names::onet::VALUE, raw)
        })
        .collect();
    Some(Provenance {
        key: key.to_owned(),
        name: name.to_owned(),
        of: format!("from {} {} to {} {}", here.code, here.title, there.code, there.title),
        shown: shown.unwrap_or_else(|| NOT_PUBLISHED.to_owned()),
        cells,
        computation,
        published_for: "rolescope's own measure; nobody publishes it".to_owned(),
        is_exposure: false,
    })
}
