//! What screens and reports say of moves in words.

use super::{Listed, Move, Moves, NEAREST, Question, Scope};
use crate::catalog::{Catalog, Metric, NOT_PUBLISHED, Role, grouped};

/// The figures of a role in a line: `overlap 97th High, pay $108,970, outlook +8.2%, openings 31.3k a year, job zone 4`.
pub fn figures(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    line(catalog, role, &catalog.newest_in_brackets(role))
}

/// The same in fewer cells: `pay $108,970 ('25: $116,580)`.
pub fn figures_in_short(catalog: &Catalog<'_>, role: &Role<'_>) -> String {
    let newest = catalog.pay_years().zip(catalog.newest_pay(role));
    let newest = newest.map_or_else(String::new, |([_, year], (median, _))| format!(" ({year}: {median})"));
    line(catalog, role, &newest)
}

fn line(catalog: &Catalog<'_>, role: &Role<'_>, newest: &str) -> String {
    let text = |metric: Metric| metric.text(catalog, role);
    let band = role.exposure.index.map_or(String::new(), |index| {
        let studies = if index.is_partial() { format!(" ({})", index.rests_on()) } else { String::new() };
        format!(" {}{studies}", index.percentile.band())
    });
    let outlook = Metric::Change.short(catalog, role).unwrap_or_else(|| NOT_PUBLISHED.to_owned());
    let pay = Metric::Pay.text_in(catalog, role) + newest;
    let overlap = text(Metric::Index);
    let zone = text(Metric::JobZone);
    let openings = text(Metric::Openings);
    format!("overlap {overlap}{band}, pay {pay}, outlook {outlook}, openings {openings} a year, job zone {zone}")
}

impl Move {
    /// How it is found, in words: `O*NET: closest, 3rd nearest`.
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
    pub fn listed_words(&self, catalog: &Catalog<'_>, question: Question, listed: &Listed) -> String {
        let number = |n: usize| grouped(n as u64);
        let of = listed.of;
        let roles = if of == 1 { "role" } else { "roles" };
        let rows = number(listed.rows.len());
        let scope = match question.scope {
            Scope::All => format!("{} other {roles}", number(of)),
            Scope::Near if self.is_rated => format!("{} {roles}", number(of)),
            Scope::Near => format!("{} {roles} related by O*NET", number(of)),
        };
        let order = question.order_words();
        let said = if question.terms.any() {
            let have = if listed.rows.len() == 1 { "has" } else { "have" };
            format!("{rows} of {scope} {have} {}, {order}", question.terms.words(catalog))
        } else if question.scope == Scope::Near && self.is_rated {
            let related = self.rows.iter().filter(|row| row.related.is_some()).count();
            let near = self.rows.iter().filter(|row| row.is_near()).count();
            let both = (related + near).saturating_sub(of);
            format!("{scope}: {related} related by O*NET, {near} near by skills, {both} both; {order}")
        } else {
            format!("{scope}, {order}")
        };
        let mut parts = vec![said];
        if listed.untold > 0 {
            let untold = number(listed.untold);
            parts.push(format!("{untold} left out, a figure is not published or at the ceiling"));
        }
        if !self.is_rated {
            parts.push("O*NET rates no skills of this role, so none is near by skills".to_owned());
        } else if listed.unordered > 0 {
            parts.push(format!("last, {}: {}", question.order.lacking(), number(listed.unordered)));
        }
        parts.join("; ") + "."
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
