//! Queries that are codes: `15-1299.05`, `15-1299`, or an address of a role's page.

use super::{Evidence, Found, Hit};
use crate::catalog::{Catalog, Code, SocCode};

/// The roles of a code query; `None` when the query is no code or the code is unknown.
pub fn roles(query: &str, catalog: &Catalog<'_>) -> Option<Vec<Hit>> {
    let text = query.trim().trim_end_matches('/');
    let hit = |role| Hit { role, score: 3.0, evidence: vec![Evidence { found: Found::Code, marked: Vec::new() }] };
    if let Some(role) = code(text).and_then(|code| catalog.role_by_code(code)) {
        return Some(vec![hit(role)]);
    }
    let soc: SocCode = text.parse().ok()?;
    let roles: Vec<Hit> =
        catalog.roles_with_ids().filter(|(_, role)| role.code.soc() == soc).map(|(id, _)| hit(id)).collect();
    (!roles.is_empty()).then_some(roles)
}

/// `15-1299.05`, `15129905`, or `…/role-15-1299-05`.
fn code(text: &str) -> Option<Code> {
    if let Ok(code) = text.parse() {
        return Some(code);
    }
    let name = text.rsplit('/').next()?;
    let digits: String = match name.strip_prefix("role-") {
        Some(rest) if rest.chars().all(|c| c.is_ascii_digit() || c == '-') => rest.replace('-', ""),
        Some(_) => return None,
        None => name.to_owned(),
    };
    if digits.len() != 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{}-{}.{}", digits.get(..2)?, digits.get(2..6)?, digits.get(6..)?).parse().ok()
}
