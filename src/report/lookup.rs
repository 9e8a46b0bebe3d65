//! From what a user writes to the role meant: a code in any form, a pasted address, or a name as the search reads it.

use crate::catalog::codes::{self, FORMS, Named, Reading, Scheme};
use crate::catalog::{Catalog, Role, RoleId, naming};
use crate::search::Coding;

/// How many roles are suggested when a text names none, or several.
pub const SUGGESTIONS: usize = 8;

/// What a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// One role, and what is to be said of that: lines for standard error.
    Role(RoleId, Vec<String>),
    /// None beyond doubt: what is to be said, and the roles that it may be.
    Doubtful(Vec<String>, Vec<RoleId>),
}

/// How a title is coded, as [`Engine::code`](crate::search::Engine::code) does.
pub type Coder<'a> = dyn Fn(&str) -> Coding + 'a;

/// Finds the role that a text names.
pub fn find(catalog: &Catalog<'_>, code: &Coder<'_>, text: &str) -> Lookup {
    let text = text.trim();
    match codes::read(text, catalog) {
        Some(reading) => of_codes(catalog, text, &reading),
        None => of_name(catalog, code, text),
    }
}

fn of_codes(catalog: &Catalog<'_>, text: &str, reading: &Reading) -> Lookup {
    let mut notes = reading.notes(catalog);
    if let Some(dated) = reading.dated {
        let roles = dated.codes(catalog).into_iter().filter_map(|soc| codes::read(&soc.to_string(), catalog));
        let mut roles: Vec<RoleId> = roles.flat_map(|reading| reading.roles()).collect();
        roles.sort_unstable();
        roles.dedup();
        notes.push("Write the code as a text. It may be:".to_owned());
        return Lookup::Doubtful(notes, roles);
    }
    let roles = reading.roles();
    match (reading.named.as_slice(), roles.as_slice()) {
        (_, []) => {
            let mut notes = vec![format!("No role has the code {}. {FORMS}", reading.unknown.join(", "))];
            let near = reading.near(catalog);
            notes.extend((!near.is_empty()).then(|| "The nearest:".to_owned()));
            Lookup::Doubtful(notes, near)
        }
        (_, [role]) if reading.unknown.is_empty() => Lookup::Role(*role, notes),
        ([named], [first, others @ ..]) if is_one_occupation(catalog, named) => {
            let title = |id: &RoleId| catalog.role(*id).map(|role| format!("{} {}", role.code, role.title));
            notes.push(format!("{text}: {}; also:", title(first).unwrap_or_default()));
            notes.extend(others.iter().filter_map(title).map(|title| format!("  {title}")));
            Lookup::Role(*first, notes)
        }
        _ => {
            notes.push(format!("{text:?} names {} roles. One of these:", roles.len()));
            Lookup::Doubtful(notes, roles)
        }
    }
}

/// Whether the roles of a code have one SOC code, and one of them has no further digits: it is the occupation, and the
/// others are its branches.
fn is_one_occupation(catalog: &Catalog<'_>, named: &Named) -> bool {
    let mut roles = named.roles.iter().filter_map(|id| catalog.role(*id));
    let Some(first) = roles.next() else { return false };
    let is_occupation = !matches!(named.scheme, Scheme::Group | Scheme::Combined | Scheme::Beginning);
    is_occupation && first.code.is_whole() && roles.all(|role| role.code.soc() == first.code.soc())
}

fn of_name(catalog: &Catalog<'_>, code: &Coder<'_>, text: &str) -> Lookup {
    let wanted = folded(text);
    let with = |names: &dyn Fn(&Role<'_>) -> bool| -> Vec<RoleId> {
        catalog.roles_with_ids().filter(|(_, role)| names(role)).map(|(id, _)| id).collect()
    };
    let said = |id: RoleId| {
        let role = catalog.role(id).map(|role| format!("{text}: {} {}", role.code, role.title));
        Lookup::Role(id, role.into_iter().collect())
    };
    if let [role] = with(&|role| folded(role.title) == wanted).as_slice() {
        return Lookup::Role(*role, Vec::new());
    }
    let key = naming::key(text);
    if let [role] = with(&|role| !key.is_empty() && naming::key(role.title) == key).as_slice() {
        return said(*role);
    }
    let listed = with(&|role| {
        role.alternates.iter().any(|alternate| {
            folded(alternate.title) == wanted || alternate.short.is_some_and(|short| folded(short) == wanted)
        })
    });
    if let [role] = listed.as_slice() {
        return said(*role);
    }
    let coding = code(text);
    if let Some(role) = coding.clear() {
        return said(role);
    }
    let mut candidates: Vec<RoleId> = coding.candidates.iter().map(|candidate| candidate.role).collect();
    let note = coding.note.map(|note| format!("{text:?}: {}.", note.words(catalog)));
    if candidates.is_empty() {
        candidates = if listed.is_empty() && note.is_none() { nearest(catalog, text, SUGGESTIONS) } else { listed };
    }
    let mut said: Vec<String> = note.into_iter().collect();
    match candidates.len() {
        0 if said.is_empty() => {
            said.push(format!("No role is called {text:?}. Try: rolescope search WORDS"));
            let is_number = text.bytes().any(|byte| byte.is_ascii_digit()) && !text.contains(char::is_alphabetic);
            said.extend(is_number.then(|| FORMS.to_owned()));
        }
        0 => {}
        _ => said.push(format!("No role is called {text:?} beyond doubt. It may be one of these:")),
    }
    Lookup::Doubtful(said, candidates)
}

/// How alike a suggestion is at least, 0 to 1.
const ALIKE: f64 = 0.5;

/// The roles with the titles most alike, for a text that names none: at most `limit`.
pub fn nearest(catalog: &Catalog<'_>, text: &str, limit: usize) -> Vec<RoleId> {
    let wanted = folded(text);
    let alike = |title: &str| strsim::sorensen_dice(&wanted, &folded(title));
    let mut roles: Vec<(f64, RoleId)> = catalog
        .roles_with_ids()
        .map(|(id, role)| {
            let titles = role.alternates.iter().map(|alternate| alternate.title);
            (titles.map(alike).fold(alike(role.title), f64::max), id)
        })
        .filter(|(alike, _)| *alike >= ALIKE)
        .collect();
    roles.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    roles.into_iter().take(limit).map(|(_, id)| id).collect()
}

/// Case and spaces do not tell titles apart.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{BAKERS, CAKE, MIXERS, catalog};
    use crate::search::{Candidate, Evidence, Found};

    fn found(text: &str) -> Lookup {
        find(&catalog(), &|_| Coding::default(), text)
    }

    /// The role that is opened, or those that are listed.
    fn roles(text: &str) -> Result<RoleId, Vec<RoleId>> {
        match found(text) {
            Lookup::Role(role, _) => Ok(role),
            Lookup::Doubtful(_, roles) => Err(roles),
        }
    }

    #[test]
    fn a_role_is_found_by_code_address_and_title() {
        for text in [
            "51-3011.00",
            " 51-3011.00 ",
            "https://singulariki.com/roles/role-51-3011-00",
            "role-51-3011-00",
            "https://example.org/link/summary/51-3011.00/?x=1",
            "bread, rolls  AND buns bakers",
            "51-3011.00 Bread, Rolls and Buns Bakers",
        ] {
            assert_eq!(found(text), Lookup::Role(BAKERS, Vec::new()), "{text}");
        }
    }

    #[test]
    fn a_name_that_is_not_the_title_is_opened_and_said() {
        let said = |name: &str| Lookup::Role(BAKERS, vec![format!("{name}: 51-3011.00 Bread, Rolls and Buns Bakers")]);
        for text in ["Oven Tender", "ot", "bread, roll and bun baker", "Bread, Rolls and Buns Baker"] {
            assert_eq!(found(text), said(text), "{text}");
        }
        let clear = |_: &str| {
            let matched = Evidence { found: Found::Title, marked: Vec::new() };
            Coding { candidates: vec![Candidate { role: BAKERS, score: 2.5, confidence: 0.99, matched }], note: None }
        };
        assert_eq!(find(&catalog(), &clear, "loaf maker"), said("loaf maker"));
    }

    #[test]
    fn a_soc_code_opens_its_occupation_and_names_the_others() {
        let said = ["51-3011: 51-3011.00 Bread, Rolls and Buns Bakers; also:", "  51-3011.01 Cake, Pie Bakers"];
        assert_eq!(found("51-3011"), Lookup::Role(BAKERS, said.map(str::to_owned).to_vec()));
        assert_eq!(found("51-3092"), Lookup::Role(MIXERS, Vec::new()));
        assert_eq!(roles("51-2090"), Ok(MIXERS), "the combined code");
        assert_eq!(roles("51-0000"), Err(vec![BAKERS, CAKE, MIXERS]), "a group");
        assert_eq!(roles("51-3011.00, 51-3092"), Err(vec![BAKERS, MIXERS]));
    }

    #[test]
    fn a_code_of_no_role_stands_beside_those_of_its_soc_code() {
        assert_eq!(roles("51-3011.77"), Err(vec![BAKERS, CAKE]));
        assert_eq!(roles("https://example.org/roles/role-51-3011-77"), Err(vec![BAKERS, CAKE]));
        for text in ["99-9999.00", "99-9999"] {
            let Lookup::Doubtful(said, roles) = found(text) else { panic!("{text}") };
            assert!(said[0].contains(text) && said[0].contains("Census 2018") && roles.is_empty(), "{said:?}");
        }
    }

    #[test]
    fn misspelt_titles_have_near_ones() {
        let catalog = catalog();
        assert_eq!(nearest(&catalog, "doug mixxers", 8), [MIXERS]);
        assert_eq!(nearest(&catalog, "pastri hnd", 1), [BAKERS]);
        assert!(nearest(&catalog, "astronomer", 8).is_empty());
        assert!(nearest(&catalog, "", 8).is_empty());
    }

    #[test]
    fn a_shared_title_is_doubtful_and_nonsense_unknown() {
        assert_eq!(roles("Pastry Hand"), Err(vec![BAKERS, CAKE]));
        for text in ["", "99-9999.99", "99-9999", "astronomer royal", "role-", "https://"] {
            assert_eq!(roles(text), Err(Vec::new()), "{text}");
        }
    }
}
