//! The codes of O*NET-SOC 2010 with their titles, as the list of work that can be done at home has them
//! (`occupations_workathome.csv`): O*NET's own crosswalk to its codes of 2019 is not among the published files.

use std::collections::HashMap;

use crate::catalog::provenance::names::work_at_home::{CODE, TITLE, VALUE};
use crate::catalog::{Code, SourceId};
use crate::ingest::published::{Dataset, Published};
use crate::ingest::read::{Read, keep};
use crate::ingest::sheet::{Form, Once, Sheet, has_columns};
use crate::ingest::tables::{Onet2010Row, RoleRow};
use crate::ingest::{BadInput, Intake, SourceFile, Tables, work_at_home};

pub static DATASET: Dataset = Dataset {
    id: SourceId::WorkAtHome,
    name: "“How many jobs can be done at home?” (Dingel, Neiman)",
    release: "2020",
    date: "2020-04",
    publisher: "Dingel, Neiman",
    address: "https://github.com/jdingel/DingelNeiman-workathome",
    licence: "None stated for the data (its repository: GPL-3); cite the article",
    attribution: "Dingel, J., Neiman, B. (2020). How many jobs can be done at home? Journal of Public Economics 189, \
        104235. Their classification by O*NET-SOC 2010 code, brought to the codes of today by rolescope; the codes \
        are O*NET's, by USDOL/ETA, under CC BY 4.0.",
    files: &[Published {
        dataset: SourceId::WorkAtHome,
        what: "the list of work that can be done at home",
        name: "",
        others: &[],
        recognise: |file| has_columns(file, Form::Comma, &[CODE, TITLE, VALUE]),
        read: |file, found| keep(&mut found.onet_2010, read(file)),
        download: None,
    }],
    place,
    ..Dataset::PLAIN
};

/// A code of 2010.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// O*NET-SOC 2010 code.
    pub code: Code,
    /// Its title then.
    pub title: String,
    /// Whether the work can be done at home.
    pub at_home: bool,
}

/// Reads the codes, in the file's order.
///
/// # Errors
/// When a column is missing, a code is none or stands twice, or a value is neither 0 nor 1, with its place.
pub fn read(file: &SourceFile) -> Result<(Vec<Listed>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[CODE, TITLE, VALUE])?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let code = row.field(CODE)?.role_code()?;
        once.note(code, row.field(CODE)?)?;
        intake.keep();
        rows.push(Listed {
            code,
            title: row.field(TITLE)?.text()?.to_owned(),
            at_home: row.field(VALUE)?.one_of(&["0", "1"])? == "1",
        });
    }
    Ok((rows, intake))
}

/// The codes that no role has any more, by code, each with the role that bears its title today where one does.
pub fn join(old: &[Listed], roles: &[RoleRow]) -> Vec<Onet2010Row> {
    let titled: HashMap<&str, Code> = roles.iter().map(|role| (role.title.as_str(), role.code)).collect();
    let gone = old.iter().filter(|old| roles.iter().all(|role| role.code != old.code));
    let row = |old: &Listed| Onet2010Row { code: old.code, role: titled.get(old.title.as_str()).copied() };
    let mut rows: Vec<Onet2010Row> = gone.map(row).collect();
    rows.sort_by_key(|row| row.code);
    rows
}

fn place(tables: &mut Tables, found: &mut Read) {
    let listed = std::mem::take(&mut found.onet_2010);
    tables.onet_2010 = join(&listed, &tables.roles);
    tables.work_at_home = work_at_home::join(&listed, &tables.roles, &tables.onet_2010, &tables.soc_2010);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }
    use crate::ingest::sheet::samples::file;

    #[test]
    fn codes_that_are_gone_lead_to_the_role_of_their_title() -> Result<(), BadInput> {
        let file = file(
            "onetsoccode,title,teleworkable\n15-1132.00,Developers,1\n15-1122.00,Analysts,1\n11-1011.00,Chiefs,1\n",
        );
        assert!(is_file(0, &file));
        let role = |code: &str, title: &str| RoleRow {
            code: code.parse().unwrap(),
            title: title.to_owned(),
            summary: String::new(),
            job_zone: None,
        };
        let rows = join(&read(&file)?.0, &[role("11-1011.00", "Chief Executives"), role("15-1212.00", "Analysts")]);
        let pairs: Vec<_> =
            rows.iter().map(|row| (row.code.to_string(), row.role.map(|role| role.to_string()))).collect();
        let expected = [("15-1122.00", Some("15-1212.00")), ("15-1132.00", None)];
        assert_eq!(pairs, expected.map(|(code, role)| (code.to_owned(), role.map(str::to_owned))));
        Ok(())
    }
}
