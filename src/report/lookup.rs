//! From what a user writes to the role meant: a code, a pasted address, or a title.

use crate::catalog::{Catalog, Code, Role, RoleId, SocCode};

/// What a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// One role.
    Role(RoleId),
    /// Several roles: those of a SOC code, or those that share an alternate title.
    Several(Vec<RoleId>),
    /// None.
    Unknown,
}

/// Finds the role that a code, an address or a whole title names.
#[must_use]
pub fn find(catalog: &Catalog<'_>, text: &str) -> Lookup {
    let text = text.trim();
    if let Some(code) = code(text) {
        return catalog.role_by_code(code).map_or(Lookup::Unknown, Lookup::Role);
    }
    if let Ok(soc) = text.parse::<SocCode>() {
        return one_of(roles_of(catalog, soc));
    }
    let wanted = folded(text);
    let with = |names: &dyn Fn(&Role<'_>) -> bool| -> Vec<RoleId> {
        catalog.roles_with_ids().filter(|(_, role)| names(role)).map(|(id, _)| id).collect()
    };
    let titled = with(&|role| folded(role.title) == wanted);
    if !titled.is_empty() {
        return one_of(titled);
    }
    one_of(with(&|role| {
        role.alternates.iter().any(|alternate| {
            folded(alternate.title) == wanted || alternate.short.is_some_and(|short| folded(short) == wanted)
        })
    }))
}

/// The roles of the same SOC code, for a code or an address that names no role; `None` where the text is no code.
#[must_use]
pub fn beside_code(catalog: &Catalog<'_>, text: &str) -> Option<Vec<RoleId>> {
    let text = text.trim();
    let soc = code(text).map(Code::soc).or_else(|| text.parse().ok())?;
    Some(roles_of(catalog, soc))
}

/// How alike a suggestion is at least, 0 to 1.
const ALIKE: f64 = 0.5;

/// The roles with the titles most alike, for a text that names none: at most `limit`.
#[must_use]
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

fn one_of(roles: Vec<RoleId>) -> Lookup {
    match roles.as_slice() {
        [] => Lookup::Unknown,
        [role] => Lookup::Role(*role),
        _ => Lookup::Several(roles),
    }
}

/// A code as it is, or at the end of an address: `…/roles/role-15-1299-05`, `…/15-1299.05`.
fn code(text: &str) -> Option<Code> {
    let address = text.split(['?', '#']).next().unwrap_or(text).trim_end_matches('/');
    let last = address.rsplit('/').next().unwrap_or(address);
    if let Ok(code) = last.parse() {
        return Some(code);
    }
    let (soc, detail) = last.strip_prefix("role-")?.rsplit_once('-')?;
    format!("{soc}.{detail}").parse().ok()
}

/// The roles of a SOC code, or those that BLS publishes under a combined code.
fn roles_of(catalog: &Catalog<'_>, soc: SocCode) -> Vec<RoleId> {
    let with = |belongs: &dyn Fn(&Role<'_>) -> bool| -> Vec<RoleId> {
        catalog.roles_with_ids().filter(|(_, role)| belongs(role)).map(|(id, _)| id).collect()
    };
    let own = with(&|role| role.code.soc() == soc);
    if own.is_empty() {
        return with(&|role| catalog.published(role).is_some_and(|published| published.soc == soc));
    }
    own
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

    #[test]
    fn a_role_is_found_by_code_address_and_title() {
        let catalog = catalog();
        for text in [
            "51-3011.00",
            " 51-3011.00 ",
            "https://singulariki.com/roles/role-51-3011-00",
            "role-51-3011-00",
            "https://example.org/link/summary/51-3011.00/?x=1",
            "bread, rolls  AND buns bakers",
            "Oven Tender",
            "ot",
        ] {
            assert_eq!(find(&catalog, text), Lookup::Role(BAKERS), "{text}");
        }
    }

    #[test]
    fn a_soc_code_names_its_role_or_lists_its_roles() {
        let catalog = catalog();
        assert_eq!(find(&catalog, "51-3011"), Lookup::Several(vec![BAKERS, CAKE]));
        assert_eq!(find(&catalog, "51-3092"), Lookup::Role(MIXERS));
        assert_eq!(find(&catalog, "51-2090"), Lookup::Role(MIXERS), "the combined code");
    }

    #[test]
    fn a_code_of_no_role_stands_beside_those_of_its_soc_code() {
        let catalog = catalog();
        assert_eq!(beside_code(&catalog, "51-3011.77"), Some(vec![BAKERS, CAKE]));
        assert_eq!(beside_code(&catalog, "https://example.org/roles/role-51-3011-77"), Some(vec![BAKERS, CAKE]));
        assert_eq!(beside_code(&catalog, "99-9999.00"), Some(Vec::new()), "no title is like a code");
        assert_eq!(beside_code(&catalog, "99-9999"), Some(Vec::new()));
        assert_eq!(beside_code(&catalog, "dough mixer"), None);
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
    fn a_shared_title_is_ambiguous_and_nonsense_unknown() {
        let catalog = catalog();
        assert_eq!(find(&catalog, "Pastry Hand"), Lookup::Several(vec![BAKERS, CAKE]));
        for text in ["", "99-9999.99", "99-9999", "astronomer royal", "role-", "https://"] {
            assert_eq!(find(&catalog, text), Lookup::Unknown, "{text}");
        }
    }
}
