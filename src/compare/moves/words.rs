//! What screens and reports say of moves in words.

use super::{Listed, Move, Moves, NEAREST, Question, Scope};
use crate::catalog::{Catalog, NOT_PUBLISHED, Role, Yardstick, grouped};

/// The figures of a role in a line: `overlap 97th High, pay $108,970, outlook +8.2%, job zone 4`.
#[must_use]
pub fn figures(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    let text = |yardstick: Yardstick| yardstick.text(catalog, role);
    let band = role.exposure.index.map_or(String::new(), |index| format!(" {}", index.percentile.band()));
    let outlook = Yardstick::Change.short(catalog, role).unwrap_or_else(|| NOT_PUBLISHED.to_owned());
    let (overlap, pay, zone) = (text(Yardstick::Index), text(Yardstick::Pay), text(Yardstick::JobZone));
    format!("overlap {overlap}{band}, pay {pay}, outlook {outlook}, job zone {zone}")
}

impl Move {
    /// How it is found, in words: `O*NET: closest, 3rd nearest`.
    #[must_use]
    pub fn found_words(&self) -> String {
        let tier = self.tier().map(|tier| format!("O*NET: {tier}"));
        let place = self.place.map(|place| {
            let near = if place <= NEAREST { "nearest" } else { "by profile" };
            format!("{} {near}", ordinal(place))
        });
        let parts: Vec<String> = tier.into_iter().chain(place).collect();
        if parts.is_empty() { "skills not rated".to_owned() } else { parts.join(", ") }
    }
}

impl Moves {
    /// How many roles are listed, out of which, in which order, and which are left out.
    #[must_use]
    pub fn listed_words(&self, question: Question, listed: &Listed) -> String {
        let number = |n: usize| grouped(n as u64);
        let of = listed.of;
        let roles = if of == 1 { "role" } else { "roles" };
        let (scope, parts) = match question.scope {
            Scope::All => (format!("all {} other {roles}", number(of)), String::new()),
            Scope::Near if self.is_rated => {
                let related = self.rows.iter().filter(|row| row.related.is_some()).count();
                let near = self.rows.iter().filter(|row| row.is_near()).count();
                let both = (related + near).saturating_sub(of);
                let parts = format!(": {related} that O*NET relates, {near} nearest by skills, {both} of them both");
                (format!("{} {roles}", number(of)), parts)
            }
            Scope::Near => (format!("{} {roles} that O*NET relates", number(of)), String::new()),
        };
        let order = question.order_words();
        let mut said = if question.terms.any() {
            let have = if listed.rows.len() == 1 { "has" } else { "have" };
            format!("{} of {scope} {have} {}, {order}", number(listed.rows.len()), question.terms.words())
        } else {
            format!("{scope}{parts}, {order}")
        };
        if listed.untold > 0 {
            let untold = number(listed.untold);
            said.push_str(&format!("; {untold} left out, a figure is not published or at the ceiling"));
        }
        if listed.unordered > 0 {
            said.push_str(&format!("; {} without that figure last", number(listed.unordered)));
        }
        if !self.is_rated {
            said.push_str("; O*NET rates no skills of this role, so none is near by profile");
        } else if question.scope == Scope::All && !question.terms.any() {
            said.push_str(&format!("; O*NET rates no skills of {} of them", number(self.unplaced)));
        }
        said.push('.');
        said
    }
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
