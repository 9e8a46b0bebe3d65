//! Importance and level of content-model elements: skills, knowledge, abilities and work activities.

use std::collections::BTreeMap;

use super::rows::{Codes, NO_FIGURE, UNKNOWN_CODE, UNUSED_SCALE};
use super::sheet::{Column, Row, Sheet};
use crate::catalog::{Code, Family};
use crate::ingest::sheet::Once;
use crate::ingest::tables::{ElementRow, RatingRow};
use crate::ingest::{BadInput, Intake};

const WITHOUT_IMPORTANCE: &str = "a level without an importance";

/// The family of an element, from its ID; `None` for the elements that are not read here.
pub(super) fn family(element: &str) -> Option<Family> {
    match element.get(..4)? {
        "1.A." => Some(Family::Ability),
        "2.A." => Some(Family::EssentialSkill),
        "2.B." => Some(Family::TransferableSkill),
        "2.C." => Some(Family::Knowledge),
        "4.A." => Some(Family::WorkActivity),
        _ => None,
    }
}

/// Elements by their IDs, with family and name.
pub(super) type Elements = BTreeMap<String, (Family, String)>;

/// The elements as rows, by Element ID.
pub(super) fn element_rows(elements: Elements) -> Vec<ElementRow> {
    elements.into_iter().map(|(id, (family, name))| ElementRow { id, family, name }).collect()
}

/// What is known of an element for a role while its rows are being read.
#[derive(Default)]
struct Pair {
    importance: Option<(f64, bool)>,
    level: Option<(f64, bool, bool)>,
}

/// Reads a ratings table of the given families: rows of the scales IM (1 to 5) and LV (0 to 7) become one row each,
/// by code and Element ID.
pub(super) fn ratings(
    sheet: &Sheet<'_>,
    families: &[Family],
    codes: &Codes,
    elements: &mut Elements,
    intake: &mut Intake,
) -> Result<Vec<(Family, RatingRow)>, BadInput> {
    let (code, id, name) =
        (sheet.column("O*NET-SOC Code")?, sheet.column("Element ID")?, sheet.column("Element Name")?);
    let (scale, value) = (sheet.column("Scale ID")?, sheet.column("Data Value")?);
    let (suppress, not_relevant) = (sheet.optional("Recommend Suppress"), sheet.optional("Not Relevant"));
    let mut once = Once::default();
    let mut pairs = BTreeMap::<(Code, &str), (Family, Pair)>::new();
    for row in sheet.rows() {
        let (code, element, scale) = (row.code(code)?, row.text(id)?, row.text(scale)?);
        let family = family(element).filter(|family| families.contains(family)).ok_or_else(|| {
            let words: Vec<_> = families.iter().map(|family| family.word()).collect();
            row.bad(id, &format!("the Element ID of a kind of {}, as the other rows are", words.join(" or ")))
        })?;
        let figure = match scale {
            "IM" => row.number(value, 1.0..=5.0)?,
            "LV" => row.number(value, 0.0..=7.0)?,
            _ => {
                intake.leave_out(UNUSED_SCALE);
                continue;
            }
        };
        once.check((code, element, scale), &row, || format!("the {scale} of {element} for {code}"))?;
        let advice = (row.advice(suppress)?, row.advice(not_relevant)?);
        name_element(elements, element, family, &row, name)?;
        match figure {
            _ if !codes.contains(&code) => intake.leave_out(UNKNOWN_CODE),
            None => intake.leave_out(NO_FIGURE),
            Some(figure) => {
                let (_, pair) = pairs.entry((code, element)).or_insert_with(|| (family, Pair::default()));
                if scale == "IM" {
                    pair.importance = Some((figure, advice.0));
                } else {
                    pair.level = Some((figure, advice.0, advice.1));
                }
            }
        }
    }
    Ok(pairs.into_iter().filter_map(|(key, (family, pair))| Some((family, merged(key, &pair, intake)?))).collect())
}

fn merged((code, element): (Code, &str), pair: &Pair, intake: &mut Intake) -> Option<RatingRow> {
    let Some((importance, suppress_importance)) = pair.importance else {
        intake.leave_out(WITHOUT_IMPORTANCE);
        return None;
    };
    intake.keep();
    if pair.level.is_some() {
        intake.keep();
    }
    Some(RatingRow {
        code,
        element: element.to_owned(),
        importance: Some(importance),
        level: pair.level.map(|(level, ..)| level),
        suppress_importance,
        suppress_level: pair.level.is_some_and(|(_, suppress, _)| suppress),
        not_relevant: pair.level.is_some_and(|(.., not_relevant)| not_relevant),
    })
}

/// Notes the name of an element; one element has one name.
fn name_element(
    elements: &mut Elements,
    id: &str,
    family: Family,
    row: &Row<'_>,
    name: Column,
) -> Result<(), BadInput> {
    let text = row.text(name)?;
    match elements.get(id) {
        Some((_, known)) if known == text => Ok(()),
        Some((_, known)) => Err(row.bad(name, &format!("{known:?}, the name of {id} in rows before"))),
        None => {
            elements.insert(id.to_owned(), (family, text.to_owned()));
            Ok(())
        }
    }
}
