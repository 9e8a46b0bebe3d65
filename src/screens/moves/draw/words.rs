//! What only the screen says: short lines, and the keys that go on.

use crate::catalog::{Catalog, grouped};
use crate::compare::moves::Scope;
use crate::screens::moves::MovesView;

/// What is listed, where a line is short.
pub(super) fn listed_briefly(view: &MovesView, catalog: &Catalog<'_>) -> String {
    let (shown, of) = (grouped(view.listed.rows.len() as u64), grouped(view.listed.of as u64));
    let untold =
        if view.listed.untold > 0 { format!("; {} without figures", view.listed.untold) } else { String::new() };
    if view.question.terms.any() {
        return format!("{shown} of {of}: {}{untold}", view.question.terms.words(catalog));
    }
    let roles = if of == "1" { "role" } else { "roles" };
    format!("{of} {roles}, {}", view.question.order_words())
}

/// Why the list is empty, and which key goes on.
pub(super) fn nothing(view: &MovesView, catalog: &Catalog<'_>) -> String {
    let all = if view.question.scope == Scope::All { "" } else { " a looks among all roles." };
    let terms = view.question.terms;
    if terms.any() {
        return format!("None of these roles is known to have {}. b shows them again.{all}", terms.words(catalog));
    }
    format!("O*NET relates no role to this one and rates none of its skills, so no role is near it.{all}")
}
