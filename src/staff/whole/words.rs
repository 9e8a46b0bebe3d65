//! What screens and reports say of a staff as a whole.

use super::Whole;
use super::departments::Who;
use super::fold::Rest;
use super::table::Class;
use crate::catalog::{Band, Catalog, Metric, Period, PlaceId, RoleId, Wage, grouped};
use crate::compare::weighted::Weighted;
use crate::compare::workforce::percent_text;
use crate::staff::Staff;
use crate::staff::counts::Held;
use crate::staff::words::{people, share};

/// What stands where there is no figure.
pub const NONE: &str = "-";

/// What stands where a number of people is folded into the rest.
pub const FOLDED: &str = "folded";

/// What is said where nothing can be.
pub const TOO_FEW: &str =
    "There are fewer than five people, so nothing can be said that would not be said of a person.";

/// The people whose title has no role: it is open, or no occupation, as the coverage says.
pub const NO_ROLE: &str = "in no role";

/// A number of people: `1,240`, or that it is folded.
pub fn number(held: Option<Held>) -> String {
    held.map_or_else(|| FOLDED.to_owned(), |held| people(held.people))
}

/// What of a number is doubtful: `240 of them in doubt`; nothing where all is sure.
pub fn doubt(held: Held) -> Option<String> {
    (held.doubtful > 0.0).then(|| format!("{} of them in doubt", people(held.doubtful)))
}

/// The doubtful people of a number, in percent of it.
pub fn in_doubt(held: Option<Held>) -> String {
    match held {
        Some(held) if held.doubtful > 0.0 => share(held.doubtful, held.people),
        Some(held) if held.people > 0.0 => "0%".to_owned(),
        _ => NONE.to_owned(),
    }
}

/// A share in percent.
pub fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| NONE.to_owned(), percent_text)
}

/// A role's index as it is told in a cell: `97 High`.
pub fn index(catalog: &Catalog<'_>, role: RoleId) -> String {
    let index = catalog.role(role).and_then(|role| role.exposure.index);
    index.map_or_else(|| NONE.to_owned(), |index| format!("{} {}", index.percentile.rounded(), index.percentile.band()))
}

/// A figure of a role in short, as it stands in columns.
pub fn short(metric: Metric, catalog: &Catalog<'_>, role: RoleId) -> String {
    catalog.role(role).and_then(|role| metric.short(catalog, role)).unwrap_or_else(|| NONE.to_owned())
}

/// A published percentile of a year's pay.
pub fn wage(wage: Option<Wage>) -> String {
    match wage {
        None => NONE.to_owned(),
        Some(wage @ Wage::TopCoded) => wage.short(),
        Some(wage @ Wage::Cents(_)) => wage.text(Period::Year),
    }
}

/// For whom percentiles are published: the place of the posts, else that of the catalog, or the nation.
pub fn published_for(catalog: &Catalog<'_>, place: Option<PlaceId>) -> String {
    let place = place.and_then(|id| catalog.places.get(usize::from(id.0))).or_else(|| catalog.place());
    place.map_or_else(|| "the nation".to_owned(), |place| place.in_words().into_owned())
}

/// What of a table is folded: `folded together (3)`.
pub fn together(rest: &Rest) -> String {
    format!("folded together ({})", rest.members)
}

/// What is folded together: `3 other roles together`.
pub fn rest(rest: &Rest, one: &str, several: &str) -> String {
    format!("{} other {} together", rest.members, if rest.members == 1 { one } else { several })
}

/// A major group, or that there is no role.
pub fn group<'c>(catalog: &'c Catalog<'_>, class: Class<u32>) -> &'c str {
    match class {
        Class::NoRole => NO_ROLE,
        Class::NoFigure => "in no group",
        Class::Is(digits) => {
            let first = catalog.roles.iter().find(|role| role.code.major_group() == digits);
            first.and_then(|role| catalog.major_group(role.code)).unwrap_or("Other Occupations")
        }
    }
}

/// A band of the index, or why there is none.
pub const fn band(class: Class<Band>) -> &'static str {
    match class {
        Class::Is(band) => band.word(),
        Class::NoFigure => "no index",
        Class::NoRole => NO_ROLE,
    }
}

/// A class that is its own word, or `none` where the role has no such figure.
pub const fn class(class: Class<&'static str>, none: &'static str) -> &'static str {
    match class {
        Class::Is(word) => word,
        Class::NoFigure => none,
        Class::NoRole => NO_ROLE,
    }
}

/// A tenth of the percentile: `0 to 10`, `90 to 100`.
pub fn tenth(class: Class<u8>) -> String {
    match class {
        Class::Is(tenth) => format!("{} to {}", tenth * 10, (tenth + 1) * 10),
        Class::NoFigure => "no figure".to_owned(),
        Class::NoRole => NO_ROLE.to_owned(),
    }
}

/// What a department is called.
pub fn department(staff: &Staff, who: Who) -> String {
    match who {
        Who::Of(number) => staff.departments.get(number as usize).cloned().unwrap_or_default(),
        Who::Without => "no department".to_owned(),
        Who::Others(count) => format!("{count} small departments together"),
    }
}

/// The median of medians of the staff, and of those beside it.
pub fn published(whole: &Whole) -> String {
    let pay = &whole.role_pay;
    let median = |spread: &Weighted| {
        let floor = if pay.is_floor(spread.median) { "at or above " } else { "" };
        format!("{floor}{}", dollars(spread.median))
    };
    let Some(spread) = &pay.spread else {
        return "Fewer than five people are in roles with a published yearly median.".to_owned();
    };
    let beside = whole.beside.iter().zip(&pay.beside);
    let beside =
        beside.filter_map(|(name, spread)| Some(format!("{} of the workers of {name}", median(spread.as_ref()?))));
    let parts: Vec<String> =
        [format!("{} of the people of this staff", median(spread))].into_iter().chain(beside).collect();
    format!("Median of the roles' yearly medians, each counted as often as people have it: {}.", parts.join(", "))
}

/// Dollars a year: `$58,240`.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "dollars a year")]
pub fn dollars(amount: f64) -> String {
    format!("${}", grouped(amount.max(0.0).round() as u64))
}

/// How much of the headcount a figure covers: `81.2% of the people`, or that their number is folded.
pub fn covers(covers: Option<Held>, whole: f64) -> String {
    covers.map_or_else(
        || "a part of the people that is folded".to_owned(),
        |held| format!("{} of the people", share(held.people, whole)),
    )
}
