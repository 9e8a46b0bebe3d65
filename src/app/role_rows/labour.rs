//! Outlook and pay, row by row.

use super::Row;
use crate::catalog::{Catalog, NOT_PUBLISHED, Period, Role, SourceId, grouped};

pub(super) fn key_figures<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Key figures".into())];
    let pay = catalog.pay(role);
    let annual = pay.and_then(|pay| pay.annual.median).map(|wage| wage.text(Period::Year));
    let hourly = || pay.and_then(|pay| pay.hourly.median).map(|wage| format!("{} an hour", wage.text(Period::Hour)));
    rows.push(Row::Fact("Median wage", annual.or_else(hourly).unwrap_or_else(|| NOT_PUBLISHED.into())));
    rows.push(Row::Fact("People employed", employed(catalog, role)));
    match catalog.outlook(role) {
        None => rows.push(Row::Fact("Outlook", NOT_PUBLISHED.into())),
        Some(outlook) => rows.push(Row::Fact(
            "Outlook",
            format!("{} ({}), {} openings a year", outlook.change_percent.change(), outlook.words(), outlook.openings),
        )),
    }
    rows.extend(catalog.published(role).and_then(crate::catalog::Published::shared_note).map(Row::Remark));
    rows
}

fn employed(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    let employment = catalog.pay(role).and_then(|pay| pay.employment);
    employment.map_or_else(|| NOT_PUBLISHED.into(), |people| grouped(people.into()))
}

pub(super) fn outlook<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let shared = catalog.published(role).and_then(crate::catalog::Published::shared_note).map(Row::Remark);
    let mut rows = vec![Row::Heading(format!("Outlook (BLS projections{})", release(catalog, SourceId::Projections)))];
    rows.extend(shared.clone());
    match catalog.outlook(role) {
        None => rows.push(Row::Remark("BLS publishes no projection for this role.".into())),
        Some(outlook) => rows.extend([
            Row::Fact("Projected change", format!("{} ({})", outlook.change_percent.change(), outlook.words())),
            Row::Fact("Employment", format!("{} → {} jobs", outlook.employment, outlook.projected)),
            Row::Fact("Openings a year", outlook.openings.to_string()),
            Row::Fact("Self-employed", outlook.self_employed.map_or_else(|| NOT_PUBLISHED.into(), |p| p.to_string())),
            Row::Fact("Typical entry", outlook.education.unwrap_or(NOT_PUBLISHED).into()),
            Row::Fact("Related experience", published_word(outlook.experience)),
            Row::Fact("On-the-job training", published_word(outlook.training)),
        ]),
    }
    rows.push(Row::Gap);
    rows.push(Row::Heading(format!("Pay and employment (BLS OEWS{})", release(catalog, SourceId::Oews))));
    rows.extend(shared);
    if catalog.pay(role).is_some() {
        rows.extend([Row::Fact("People employed", employed(catalog, role)), Row::Gap, Row::WageHeads]);
        rows.extend((0..=5).map(Row::Wage));
        rows.extend([Row::Gap, Row::WageRange]);
    } else {
        rows.push(Row::Remark("BLS publishes no wages for this role.".into()));
    }
    rows
}

/// `None` is a value that BLS publishes.
fn published_word(word: Option<&str>) -> String {
    match word {
        None => NOT_PUBLISHED.into(),
        Some("None") => "none".into(),
        Some(word) => word.into(),
    }
}

fn release(catalog: &Catalog<'_>, id: SourceId) -> String {
    catalog.source(id).map_or_else(String::new, |source| format!(", {}", source.release))
}
