//! Occupational Employment and Wage Statistics (OEWS) by state, by area and by industry: BLS's workbooks
//! (`state_M2025_dl.xlsx`, `MSA_M2025_dl.xlsx`, `natsector_M2025_dl.xlsx`), and tables exported from its flat files.

mod cells;
mod datasets;
mod left_out;
mod shape;
mod states;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::hash::Hash;

use super::sheet::{Field, Once, Row, Sheet};
use super::tables::EstimateRow;
use super::{BadInput, Intake, SourceFile};
use crate::catalog::SocCode;
use crate::catalog::provenance::names::oews::{AREA, NAICS};
use cells::Columns;
pub use datasets::{AREAS, INDUSTRIES, STATES};
use shape::Kind;
pub use shape::is_of_parts;

/// The name of a state or an area.
const AREA_TITLE: &str = "AREA_TITLE";
/// The name of an industry.
const NAICS_TITLE: &str = "NAICS_TITLE";

/// What a file says of places or industries, by their codes.
#[derive(Debug, PartialEq)]
struct Found<K> {
    /// What they are called, and the level of an industry.
    names: BTreeMap<K, (String, u8)>,
    /// All occupations together (00-0000) and the detailed ones of each, by its code and theirs.
    rows: Vec<EstimateRow<K>>,
}

/// Reads a file of states or of areas.
fn places(file: &SourceFile, kind: Kind) -> Result<(Found<u32>, Intake), BadInput> {
    read(file, kind, AREA_TITLE, |row| {
        let area = row.field(AREA)?;
        let code = area.count()?;
        let is_one = match kind {
            Kind::States => states::letters(code).is_some(),
            _ => code > 99,
        };
        if is_one { Ok((code, area, 0)) } else { Err(area.bad(kind.code())) }
    })
}

/// Reads a file of industries.
fn industries(file: &SourceFile) -> Result<(Found<String>, Intake), BadInput> {
    let shape = shape::of(file, Kind::Industries);
    read(file, Kind::Industries, NAICS_TITLE, move |row| {
        let naics = row.field(NAICS)?;
        Ok((naics.text()?.to_owned(), naics, shape.level(row)?))
    })
}

/// Reads a file whose rows are of what `key` says: a code, where it stands, and a level.
fn read<K: Clone + Ord + Hash>(
    file: &SourceFile,
    kind: Kind,
    title: &str,
    key: impl for<'r> Fn(&Row<'r>) -> Result<(K, Field<'r>, u8), BadInput>,
) -> Result<(Found<K>, Intake), BadInput> {
    let shape = shape::of(file, kind);
    let sheet = Sheet::read(file, shape.form(), &shape.columns(kind))?;
    let columns = Columns::of(&sheet)?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    let mut names: BTreeMap<K, (String, u8)> = BTreeMap::new();
    for row in sheet.rows() {
        if let Some(reason) = left_out::reason(&row, kind, shape)? {
            intake.leave_out(&reason);
            continue;
        }
        let (of, field, level) = key(&row)?;
        let name = row.field(title)?;
        match names.get(&of) {
            Some((known, _)) if known != name.text()? => return Err(name.bad(&format!("{known}, as lines above say"))),
            Some(_) => {}
            None => drop(names.insert(of.clone(), (name.text()?.to_owned(), level))),
        }
        let estimate = columns.estimate(&row, of)?;
        once.note((estimate.of.clone(), estimate.soc), field)?;
        intake.keep();
        rows.push(estimate);
    }
    if rows.iter().all(|row| row.soc == SocCode::ALL_OCCUPATIONS) {
        return Err(BadInput::file(&file.path, format!("there is no detailed occupation of {} here", kind.words())));
    }
    rows.sort_by(|a, b| (&a.of, a.soc).cmp(&(&b.of, b.soc)));
    Ok((Found { names, rows }, intake))
}

/// Adds what a file says to what other files of the dataset say. BLS publishes an industry again under another level.
fn add<K: Ord>(
    have: &mut Vec<EstimateRow<K>>,
    rows: Vec<EstimateRow<K>>,
    file: &SourceFile,
    intake: &mut Intake,
) -> Result<(), BadInput> {
    let (earlier, mut again) = (have.len(), 0);
    for row in rows {
        let known = have.get(..earlier).unwrap_or_default();
        match known.binary_search_by(|known| (&known.of, known.soc).cmp(&(&row.of, row.soc))) {
            Ok(at) if known.get(at) == Some(&row) => again += 1,
            Ok(_) => {
                let problem = format!("{} has other figures here than in another of the files", row.soc);
                return Err(BadInput::file(&file.path, problem).next("import the files of one release"));
            }
            Err(_) => have.push(row),
        }
    }
    have.sort_by(|a, b| (&a.of, a.soc).cmp(&(&b.of, b.soc)));
    intake.take_back(again, "rows that another file has too");
    Ok(())
}
