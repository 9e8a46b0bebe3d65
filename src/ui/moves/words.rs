//! What the screen says in words.

use super::Scene;
use crate::app::moves_view::MovesView;
use crate::catalog::{NOT_PUBLISHED, Yardstick, grouped};
use crate::compare::moves::{NEAREST, Scope};

/// The figures of the role that one comes from.
pub(super) fn here(scene: Scene<'_>) -> String {
    let text = |yardstick: Yardstick| yardstick.text(scene.catalog, scene.here);
    let dot = scene.look.glyphs.dot;
    let band = scene.here.exposure.index.map_or(String::new(), |index| format!(" {}", index.percentile.band()));
    let outlook = scene.catalog.outlook(scene.here).map_or(NOT_PUBLISHED.to_owned(), |o| o.change_percent.signed());
    format!(
        "Here: overlap {}{band} {dot} pay {} {dot} outlook {outlook} {dot} job zone {}",
        text(Yardstick::Index),
        text(Yardstick::Pay),
        text(Yardstick::JobZone),
    )
}

/// How many roles are listed, out of which, in which order, and which are left out.
pub(super) fn listed(view: &MovesView) -> String {
    let (shown, of) = (view.listed.rows.len(), view.listed.of);
    let number = |n: usize| grouped(n as u64);
    let order = view.order.words(view.reversed);
    let scope = match view.scope {
        Scope::All => format!("all {} other roles", number(of)),
        Scope::Near if view.moves.is_rated => {
            let related = view.moves.rows.iter().filter(|row| row.related.is_some()).count();
            let near = view.moves.rows.iter().filter(|row| row.is_near()).count();
            let both = related + near - of;
            format!("{} roles: {related} that O*NET relates, {near} nearest by skills, {both} of them both", number(of))
        }
        Scope::Near => format!("{} roles that O*NET relates", number(of)),
    };
    let mut text = if view.terms.any() {
        let verb = if shown == 1 { "has" } else { "have" };
        format!("{} of {} {verb} {}, {order}", number(shown), scope.split(':').next().unwrap_or(&scope), view.terms.words())
    } else {
        format!("{scope}, {order}")
    };
    if view.listed.untold > 0 {
        text.push_str(&format!("; {} left out, a figure is not published or at the ceiling", view.listed.untold));
    }
    if view.listed.unordered > 0 {
        text.push_str(&format!("; {} without that figure last", view.listed.unordered));
    }
    if !view.moves.is_rated {
        text.push_str("; O*NET rates no skills of this role: none is near by profile");
    } else if view.scope == Scope::All && !view.terms.any() {
        text.push_str(&format!("; {} not rated by O*NET have no gap", view.moves.unplaced));
    }
    text.push('.');
    text
}

/// Why the list is empty, and which key goes on.
pub(super) fn nothing(view: &MovesView) -> String {
    let all = if view.scope == Scope::All { "" } else { " a looks among all roles." };
    if view.terms.any() {
        return format!("None of these roles is known to have {}. b shows them again.{all}", view.terms.words());
    }
    format!("O*NET relates no role to this one and rates none of its skills, so no role is near it.{all}")
}

/// How a role is found: `closest by O*NET, 3rd nearest`.
pub(super) fn found(row: &crate::compare::moves::Move) -> String {
    let tier = row.tier().map(|tier| format!("O*NET: {tier}"));
    let place = row.place.map(|place| {
        let near = if place <= NEAREST { "nearest" } else { "by profile" };
        format!("{} {near}", ordinal(place))
    });
    let parts: Vec<String> = tier.into_iter().chain(place).collect();
    if parts.is_empty() { "not rated".to_owned() } else { parts.join(", ") }
}

/// `1st`, `22nd`, `113th`.
fn ordinal(number: u16) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}
