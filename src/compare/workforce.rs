//! Workers: OEWS employment is published per SOC code, so it is divided among the roles that share the code, and no sum
//! counts a code twice. Where a staff is counted, its people: each role has its own, and none are shared.

use crate::catalog::{Catalog, RoleId, grouped};

/// The workers of each role of a catalog.
#[derive(Clone, Debug)]
pub struct Workforce {
    /// For each role its code's employment divided evenly, in whole people: the parts of a code add up to it exactly. Of a
    /// staff the role's own people.
    parts: Vec<Option<u64>>,
    /// For each role the place of its code in the catalog's published figures; none where a staff is counted.
    codes: Vec<Option<usize>>,
    /// For each of these codes how many roles share it.
    sharers: Vec<usize>,
    /// All employed people (OEWS 00-0000), or all of the staff.
    all: Option<u64>,
}

/// How many people work in a number of roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Workers {
    /// The people; self-employed are not counted.
    pub count: u64,
    /// Whether a code that several roles share is only partly in the sum, which is then an estimate.
    pub approximate: bool,
    /// How many of the roles have a published employment.
    pub roles: usize,
    /// How many have none: they are not in the sum.
    pub without: usize,
}

impl Workforce {
    /// Divides each code's employment among its roles, or counts the staff.
    pub fn of(catalog: &Catalog<'_>) -> Self {
        if let Some(staff) = catalog.headcounts() {
            let parts = catalog.roles.iter().map(|role| Some(staff.of(role.code).into())).collect();
            let codes = vec![None; catalog.roles.len()];
            return Self { parts, codes, sharers: Vec::new(), all: Some(staff.people) };
        }
        let codes: Vec<Option<usize>> = catalog.roles.iter().map(|role| Some(usize::from(role.published?.0))).collect();
        let mut sharers = vec![0_usize; catalog.published.len()];
        for code in codes.iter().flatten() {
            if let Some(count) = sharers.get_mut(*code) {
                *count += 1;
            }
        }
        let mut met = vec![0_u64; catalog.published.len()];
        let part = |code: Option<usize>| {
            let code = code?;
            let people = u64::from(catalog.pay_of(code)?.employment?);
            let (place, of) = (met.get_mut(code)?, *sharers.get(code)? as u64);
            // Ends are rounded, not parts: together they are the whole.
            let part = people * (*place + 1) / of - people * *place / of;
            *place += 1;
            Some(part)
        };
        let parts = codes.iter().copied().map(part).collect();
        let all = catalog.all_pay().and_then(|pay| pay.employment).map(u64::from);
        Self { parts, codes, sharers, all }
    }

    /// A role's part of its code's employment.
    pub fn of_role(&self, role: RoleId) -> Option<u64> {
        self.parts.get(usize::from(role.0)).copied().flatten()
    }

    /// The workers of some roles, none of which may be named twice.
    pub fn sum(&self, roles: impl IntoIterator<Item = RoleId>) -> Workers {
        let mut workers = Workers::default();
        let mut taken = vec![0_usize; self.sharers.len()];
        for role in roles {
            let Some(part) = self.of_role(role) else {
                workers.without += 1;
                continue;
            };
            workers.roles += 1;
            workers.count += part;
            let code = self.codes.get(usize::from(role.0)).copied().flatten();
            if let Some(count) = code.and_then(|code| taken.get_mut(code)) {
                *count += 1;
            }
        }
        workers.approximate = taken.iter().zip(&self.sharers).any(|(taken, of)| *taken > 0 && taken < of);
        workers
    }

    /// All employed people, of whom shares are taken.
    pub const fn all(&self) -> Option<u64> {
        self.all
    }
}

impl Workers {
    /// The people, `≈` before an estimate; none where no role has a published employment.
    pub fn text(&self) -> Option<String> {
        (self.roles > 0).then(|| format!("{}{}", self.about(), grouped(self.count)))
    }

    /// The same in at most seven cells: `≈4.9M`, `12.3k`, `830`.
    #[allow(clippy::cast_precision_loss, reason = "people of one country")]
    pub fn short(&self) -> Option<String> {
        let count = self.count as f64;
        let text = match self.count {
            999_950.. => format!("{:.1}M", count / 1e6),
            10_000.. => format!("{:.0}k", count / 1e3),
            1_000.. => format!("{:.1}k", count / 1e3),
            _ => self.count.to_string(),
        };
        (self.roles > 0).then(|| format!("{}{text}", self.about()))
    }

    /// The mark of an estimate, where it is one.
    pub const fn about(&self) -> &'static str {
        if self.approximate { "≈" } else { "" }
    }

    /// The share of a whole, in percent; none where either is not published.
    #[allow(clippy::cast_precision_loss, reason = "people of one country")]
    pub fn percent_of(&self, whole: Option<u64>) -> Option<f64> {
        let whole = whole.filter(|whole| *whole > 0)?;
        (self.roles > 0).then(|| self.count as f64 / whole as f64 * 100.0)
    }
}

/// A share in percent as it is written: `3.2%`, `under 0.1%`, `0%`.
pub fn percent_text(percent: f64) -> String {
    match percent {
        p if p <= 0.0 => "0%".to_owned(),
        p if p < 0.05 => "under 0.1%".to_owned(),
        p => format!("{p:.1}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_code_is_never_counted_twice() {
        let catalog = fixture::catalog();
        let workforce = Workforce::of(catalog);
        let all = workforce.sum(catalog.roles_with_ids().map(|(id, _)| id));
        assert_eq!((all.count, all.approximate, all.roles, all.without), (1_230, false, 2, 1));
        let half = workforce.sum([RoleId(1)]);
        assert_eq!((half.count, half.approximate), (615, true));
        assert_eq!(half.text().as_deref(), Some("≈615"));
        assert_eq!(half.percent_of(workforce.all()).map(percent_text).as_deref(), Some("6.2%"));
        let none = workforce.sum([RoleId(2)]);
        assert_eq!((none.text(), none.percent_of(workforce.all()), none.without), (None, None, 1));
    }

    #[test]
    fn parts_of_a_code_are_whole_people_and_add_up() {
        let mut catalog = fixture::catalog().clone();
        if let Some(pay) = &mut catalog.published[0].pay {
            pay.employment = Some(7);
        }
        let workforce = Workforce::of(&catalog);
        assert_eq!((workforce.of_role(RoleId(0)), workforce.of_role(RoleId(1))), (Some(3), Some(4)));
    }

    #[test]
    fn a_staff_is_counted_role_by_role_and_nobody_is_shared() {
        let catalog = fixture::staffed();
        let workforce = Workforce::of(&catalog);
        let all = workforce.sum(catalog.roles_with_ids().map(|(id, _)| id));
        assert_eq!(all, Workers { count: 13, approximate: false, roles: 3, without: 0 });
        let one = workforce.sum([RoleId(1)]);
        assert_eq!((one.text().as_deref(), workforce.all()), (Some("1"), Some(20)));
        assert_eq!(one.percent_of(workforce.all()).map(percent_text).as_deref(), Some("5.0%"));
        assert_eq!(workforce.of_role(RoleId(2)), Some(0), "nobody works there, which is known");
    }

    #[test]
    fn figures_are_short_where_room_is() {
        let short = |count, approximate| Workers { count, approximate, roles: 1, without: 0 }.short().unwrap();
        assert_eq!(
            [short(4_912_310, true), short(999_960, false), short(12_349, false), short(1_230, false), short(9, true)],
            ["≈4.9M", "1.0M", "12k", "1.2k", "≈9"]
        );
        assert_eq!([0.0, 0.01, 0.06, 99.999].map(percent_text), ["0%", "under 0.1%", "0.1%", "100.0%"]);
    }
}
