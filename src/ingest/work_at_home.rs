//! Which work of today can be done at home: the list of Dingel and Neiman (2020) has the codes of O*NET-SOC 2010, so its
//! values are brought to the codes of today where they say the same of the same work, and nowhere else.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::codes::onet_2010::Listed;
use super::tables::{Onet2010Row, RoleRow, Soc2010Row, WorkAtHomeRow};
use crate::catalog::{Code, SocCode};

/// Words of titles that tell nothing of the work, among those of four letters and more.
const EMPTY_WORDS: [&str; 3] = ["other", "except", "workers"];

/// The value of each role that has one, in the roles' order. A role takes
///
/// - the value of its own code, if that has kept its title or shares a word with it;
/// - where its code is new, that of the codes of its title that are gone (`walks`);
/// - else that of all codes of the SOC 2010 codes that lead to its SOC 2018 code. The codes of "All Other" occupations
///   tell nothing of what else they held, and nothing tells what is in those of today.
///
/// Several codes count only where all of them agree.
pub fn join(
    listed: &[Listed],
    roles: &[RoleRow],
    walks: &[Onet2010Row],
    soc_2010: &[Soc2010Row],
) -> Vec<WorkAtHomeRow> {
    let by_code: HashMap<Code, &Listed> = listed.iter().map(|old| (old.code, old)).collect();
    let from = |role: &RoleRow| -> BTreeSet<Code> {
        if let Some(old) = by_code.get(&role.code) {
            return is_alike(&old.title, &role.title).then_some(role.code).into_iter().collect();
        }
        let titled: BTreeSet<Code> =
            walks.iter().filter(|walk| walk.role == Some(role.code)).map(|walk| walk.code).collect();
        if !titled.is_empty() || is_all_other(role.code.soc()) {
            return titled;
        }
        let leads = soc_2010.iter().filter(|pair| pair.soc == role.code.soc() && !is_all_other(pair.soc2010));
        let leads: HashSet<SocCode> = leads.map(|pair| pair.soc2010).collect();
        listed.iter().map(|old| old.code).filter(|code| leads.contains(&code.soc())).collect()
    };
    let row = |role: &RoleRow| {
        let from = from(role);
        let mut values = from.iter().filter_map(|code| Some(by_code.get(code)?.at_home));
        let first = values.next()?;
        values.all(|value| value == first).then(|| WorkAtHomeRow::new(role.code, first, from.iter()))
    };
    roles.iter().filter_map(row).collect()
}

/// Whether a SOC code is an "All Other" one: they end in 9, and no other does.
fn is_all_other(soc: SocCode) -> bool {
    soc.digits() % 10 == 9
}

/// Whether two titles are the same, or have a word in common that says something of the work.
fn is_alike(before: &str, today: &str) -> bool {
    let words = |title: &str| -> HashSet<String> {
        let words = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| word.len() > 3 && !EMPTY_WORDS.contains(&word.as_str())).collect()
    };
    before == today || !words(before).is_disjoint(&words(today))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ingest::codes::onet_2010;
    use crate::ingest::{SourceFile, Tables};

    fn listed(code: &str, title: &str, at_home: bool) -> Listed {
        Listed { code: code.parse().unwrap(), title: title.to_owned(), at_home }
    }

    fn role(code: &str, title: &str) -> RoleRow {
        RoleRow { code: code.parse().unwrap(), title: title.to_owned(), summary: String::new(), job_zone: None }
    }

    #[test]
    fn values_are_brought_to_the_codes_of_today_only_where_they_agree() {
        let old = [
            listed("11-1011.00", "Chief Executives", true),
            listed("11-9071.00", "Gaming Managers", false),
            listed("43-5031.00", "Ambulance Dispatchers", false),
            listed("15-1122.00", "Analysts", true),
            listed("15-1132.00", "Developers of Applications", true),
            listed("15-1133.00", "Developers of Systems", true),
            listed("17-3031.01", "Surveyors' Helpers", false),
            listed("17-3031.02", "Mapping Helpers", true),
            listed("15-1199.02", "Architects of Systems", true),
        ];
        let roles = [
            role("11-1011.00", "Chief Executives"),
            role("11-9071.00", "Gambling Managers"),
            role("15-1212.00", "Analysts"),
            role("15-1252.00", "Software Developers"),
            role("15-1254.00", "Designers"),
            role("15-1299.07", "Blockchain Engineers"),
            role("17-3031.00", "Surveying and Mapping Helpers"),
            role("43-5031.00", "Public Safety Telecommunicators"),
        ];
        let pair = |old: &str, new: &str| Soc2010Row {
            soc2010: old.parse().unwrap(),
            title: String::new(),
            soc: new.parse().unwrap(),
        };
        let soc_2010 = [
            pair("15-1132", "15-1252"),
            pair("15-1132", "15-1299"),
            pair("15-1133", "15-1252"),
            pair("15-1199", "15-1254"),
            pair("17-3031", "17-3031"),
        ];
        let rows = join(&old, &roles, &onet_2010::join(&old, &roles), &soc_2010);
        let rows: Vec<_> = rows.iter().map(|row| (row.code.to_string(), row.value, row.from.as_str())).collect();
        let expected = [
            ("11-1011.00", 1, "11-1011.00"),
            ("11-9071.00", 0, "11-9071.00"),
            ("15-1212.00", 1, "15-1122.00"),
            ("15-1252.00", 1, "15-1132.00 15-1133.00"),
        ];
        assert_eq!(rows, expected.map(|(code, value, from)| (code.to_owned(), value, from)));
    }

    /// Every role against the file as published, by the rule written another way.
    #[test]
    fn every_role_has_what_the_published_file_says_of_it() {
        let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data"));
        if !shared.is_dir() {
            eprintln!("skipped: the published files are not at hand");
            return;
        }
        let tables = Tables::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/tables"))).unwrap();
        let file = SourceFile::read(&shared.join("exposure/occupations_workathome.csv")).unwrap();
        let listed = onet_2010::read(&file).unwrap().0;
        let values: HashMap<Code, bool> = listed.iter().map(|old| (old.code, old.at_home)).collect();
        let given: HashMap<Code, &WorkAtHomeRow> = tables.work_at_home.iter().map(|row| (row.code, row)).collect();
        assert_eq!(given.len(), tables.work_at_home.len());
        let mut counts = [0; 5];
        for role in &tables.roles {
            let row = given.get(&role.code);
            let old = listed.iter().find(|old| old.code == role.code);
            let titled: Vec<&Listed> = listed
                .iter()
                .filter(|old| old.title == role.title && tables.roles.iter().all(|role| role.code != old.code))
                .collect();
            let expected: Vec<Code> = match (old, titled.as_slice()) {
                // The one code of 2010 whose title is another today, without a word in common.
                (Some(_), _) if role.code.to_string() == "43-5031.00" => Vec::new(),
                (Some(old), _) => vec![old.code],
                (None, [old]) => vec![old.code],
                (None, several) => {
                    assert!(several.is_empty());
                    let soc = role.code.soc().to_string();
                    let is_from = |old: &Listed| {
                        let was = old.code.soc();
                        tables.soc_2010.iter().any(|pair| (pair.soc2010, pair.soc) == (was, role.code.soc()))
                    };
                    let from = listed.iter().filter(|old| &old.code.to_string()[6..7] != "9" && is_from(old));
                    if soc.ends_with('9') { Vec::new() } else { from.map(|old| old.code).collect() }
                }
            };
            let said: HashSet<bool> = expected.iter().map(|code| values[code]).collect();
            let value = (said.len() == 1).then(|| said.contains(&true));
            assert_eq!(row.map(|row| row.value == 1), value, "{} {}", role.code, role.title);
            let from: Vec<String> = expected.iter().map(Code::to_string).collect();
            assert!(row.is_none_or(|row| row.from == from.join(" ")), "{}: {row:?} {from:?}", role.code);
            counts[match (old, titled.len(), value) {
                (_, _, None) => 4,
                (Some(old), ..) if old.title == role.title => 0,
                (Some(_), ..) => 1,
                (None, 1, _) => 2,
                _ => 3,
            }] += 1;
        }
        // The same title, renamed, by title, by SOC code, not published: as `docs/FIGURES.md` says.
        assert_eq!(counts, [668, 52, 88, 70, 138]);
        assert_eq!(given.values().filter(|row| row.value == 1).count(), 331);
    }
}
