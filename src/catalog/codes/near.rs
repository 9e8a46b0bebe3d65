//! What a code that nothing has comes near to, and what a code that is being typed begins.

use super::resolve::{between, of_soc};
use super::{Named, Scheme};
use crate::catalog::{Catalog, RoleId, SocCode};

/// The roles whose codes come nearest to one that none has: of the same SOC code; else those of codes that differ in one
/// digit or in two that were exchanged; else of the same broad group; else of the same minor group.
pub fn near(catalog: &Catalog<'_>, soc: SocCode) -> Vec<RoleId> {
    let digits = soc.digits();
    let within = |width: u32| between(catalog, digits / width * width, digits / width * width + width);
    let own = of_soc(catalog, soc);
    if !own.is_empty() {
        return own;
    }
    let broad = within(10);
    if !broad.is_empty() {
        return broad;
    }
    let text = soc.to_string();
    let alike = catalog.roles_with_ids().filter(|(_, role)| is_slip(&text, &role.code.soc().to_string()));
    let alike: Vec<RoleId> = alike.map(|(id, _)| id).collect();
    if alike.is_empty() { within(100) } else { alike }
}

/// Whether one digit differs, or two neighbours stand the other way round.
fn is_slip(a: &str, b: &str) -> bool {
    let differ: Vec<(char, char)> = a.chars().zip(b.chars()).filter(|(a, b)| a != b).collect();
    match differ.as_slice() {
        [_] => true,
        [(a, b), (c, d)] => a == d && b == c,
        _ => false,
    }
}

/// What a code that is being typed may become: `15-`, `15-12`, `15-125`.
pub fn beginning(text: &str, catalog: &Catalog<'_>) -> Option<Named> {
    let text = text.trim();
    let (group, rest) = text.split_once(['-', '\u{2013}', '\u{2212}'])?;
    let is_begun = group.len() == 2 && rest.len() < 4 && group.bytes().chain(rest.bytes()).all(|b| b.is_ascii_digit());
    let width = [10_000, 1000, 100, 10].get(rest.len()).copied().filter(|_| is_begun)?;
    let from = format!("{group}{rest}").parse::<u32>().ok()? * width;
    let roles = between(catalog, from, from + width);
    let named = Named { code: format!("{group}-{rest}"), ..Named::new("", Scheme::Beginning, roles) };
    (!named.roles.is_empty()).then_some(named)
}
