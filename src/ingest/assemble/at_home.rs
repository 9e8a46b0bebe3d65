//! Whether the work of a role can be done at home.

use std::collections::HashMap;

use super::{BadTable, Tables};
use crate::catalog::{AtHome, Code, Role};
use crate::ingest::tables::WorkAtHomeRow;

const TABLE: &str = "work_at_home.csv";

/// Fills in what the study says of each role.
///
/// # Errors
/// A value other than 0 and 1, a role that stands twice, and a code of 2010 that is none.
pub fn fill(tables: &Tables, roles: &mut [Role<'_>]) -> Result<(), BadTable> {
    let mut known: HashMap<Code, AtHome> = HashMap::new();
    for row in &tables.work_at_home {
        if known.insert(row.code, at_home(row)?).is_some() {
            return Err(BadTable::new(TABLE, format!("{} stands twice", row.code)));
        }
    }
    for role in roles {
        role.at_home = known.remove(&role.code);
    }
    Ok(())
}

fn at_home(row: &WorkAtHomeRow) -> Result<AtHome, BadTable> {
    let bad = |problem: String| BadTable::new(TABLE, format!("{}: {problem}", row.code));
    let possible = match row.value {
        0 => false,
        1 => true,
        other => return Err(bad(format!("{other} is neither 0 nor 1"))),
    };
    let codes = row.from.split_whitespace();
    let from = codes
        .map(|code| code.parse().map_err(|_| bad(format!("{code:?} is no code"))))
        .collect::<Result<Vec<Code>, _>>()?;
    if from.is_empty() {
        return Err(bad("no code of 2010 says so".to_owned()));
    }
    Ok(AtHome { possible, from })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_no_meaning_or_without_its_code_is_named() {
        let row =
            |value, from: &str| WorkAtHomeRow { code: "15-1252.00".parse().unwrap(), value, from: from.to_owned() };
        let problem = |row: &WorkAtHomeRow| at_home(row).unwrap_err().to_string();
        assert_eq!(problem(&row(2, "15-1132.00")), "work_at_home.csv: 15-1252.00: 2 is neither 0 nor 1");
        assert_eq!(problem(&row(1, "15-1132")), "work_at_home.csv: 15-1252.00: \"15-1132\" is no code");
        assert_eq!(problem(&row(1, "")), "work_at_home.csv: 15-1252.00: no code of 2010 says so");
        let known = at_home(&row(1, "15-1132.00 15-1133.00")).unwrap();
        assert_eq!((known.possible, known.from.len()), (true, 2));
    }
}
