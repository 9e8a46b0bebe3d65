//! A staff as a whole, or one of its departments: who works in which role, how far AI overlaps those roles, what they share, how
//! they are paid, where one could go within the house.
//!
//! Nothing is said of fewer than five people ([`LEAST_PEOPLE`](super::LEAST_PEOPLE)): smaller groups are folded together, and
//! with them the next smallest where the total of a table would tell what is missing, or where the whole staff and its other
//! departments would. What is doubtful of a group says how sure its coding is, not who anybody is, and is given as it is.

pub mod departments;
pub mod fold;
pub mod house;
pub mod overlap;
pub mod paid;
pub mod pay;
pub mod people;
pub mod shared;
pub mod table;
#[cfg(test)]
mod tests;
pub mod words;

use crate::catalog::{Band, Catalog, Lens, RoleId};

use super::Staff;
use super::counts::{Counts, Held};
use departments::{Department, Departments};
use fold::{Rest, folded, may_stand};
use house::FromRole;
use overlap::{Mix, Overlap};
use paid::Paid;
use pay::RolePay;
use people::{Beside, Part, People};
use shared::{Kind, Shared};
pub use table::{Class, Row, Table};

/// A staff, or one of its departments, as a whole.
#[derive(Clone, Debug)]
pub struct Whole {
    /// The department, where it is one: of [`Staff::departments`].
    pub department: Option<u32>,
    /// All people, for [`coverage`](super::words::coverage).
    pub counts: Counts,
    /// Beside whom the staff is shown: the workers of the place that the catalog is seen from, where there is one, and the
    /// nation's (`the nation`, the last).
    pub beside: Vec<String>,
    /// The roles with five people or more, most people first.
    pub roles: Vec<(RoleId, Held)>,
    /// The other roles of a major group, folded together, by the group's two digits.
    pub other_roles: Vec<(u32, Rest)>,
    /// People by major group (its two digits), beside the workers; groups that are folded together stand in its rest, with
    /// their roles.
    pub groups: Table<u32>,
    /// People by band of the exposure index.
    pub bands: Table<Band>,
    /// The index first, then the gauge of each study.
    pub overlaps: Vec<Overlap>,
    /// The labels of the tasks: by GPT-4, and by people.
    pub mixes: [Mix; 2],
    /// What most people share, in the order of [`Kind::ALL`].
    pub shared: Vec<(Kind, Vec<Shared>)>,
    /// People by outlook of their role ([`pay::OUTLOOKS`]).
    pub outlook: Table<&'static str>,
    /// The published pay of their roles.
    pub role_pay: RolePay,
    /// Their own pay; none where the file has no pay, or of fewer than five people.
    pub paid: Option<Paid>,
    /// The departments of the whole staff, most people first and the small ones together last; none where the file has none.
    pub departments: Vec<Department>,
    /// Moves within the house, from the highest index on.
    pub moves: Vec<FromRole>,
}

impl Whole {
    /// Counts a staff, or one of its departments, seen from the place of the catalog. None where it has fewer than five people,
    /// or the department is folded with others.
    pub fn of(staff: &Staff, department: Option<u32>, catalog: &Catalog<'_>) -> Option<Self> {
        let lens = catalog.lens();
        let lens = Lens { place: lens.place, vintage: lens.vintage, ..Lens::default() };
        // The staff stands beside the workers of the nation, not beside itself.
        let catalog = &catalog.through(lens).with_headcounts(None);
        let departments = Departments::of(staff);
        let counts = staff.counts(department);
        let part = Part::of(&counts);
        if part.all <= 0.0 || !may_stand(part.all) {
            return None;
        }
        let among = match department {
            Some(department) => Some((departments.parts.as_slice(), departments.chosen(department)?)),
            None => None,
        };
        let people = People { part: &part, among };
        let beside = Beside::of(catalog);
        let Grouped { roles, other_roles, groups } = grouped(catalog, people, &beside);
        let paid = paid::paid(staff, catalog, people, |of| departments.place(of), &roles);
        Some(Self {
            department,
            beside: beside.iter().map(|beside| beside.name.clone()).collect(),
            groups,
            bands: overlap::bands(catalog, people, &beside),
            overlaps: overlap::overlaps(catalog, people, &beside),
            mixes: overlap::mixes(catalog, people, &beside),
            shared: Kind::ALL.map(|kind| (kind, shared::shared(kind, catalog, people, &beside))).to_vec(),
            outlook: pay::outlook(catalog, people, &beside),
            role_pay: pay::pay(catalog, people, &beside),
            paid: Some(paid).filter(|paid| paid.stands.whole > 0.0 && may_stand(paid.stands.whole)),
            departments: departments.compared(catalog),
            moves: house::moves(catalog, &roles),
            counts,
            roles,
            other_roles,
        })
    }

    /// The people of a role that is shown.
    pub fn held(&self, role: RoleId) -> Option<Held> {
        self.roles.iter().find(|(known, _)| *known == role).map(|(_, held)| *held)
    }
}

/// Roles and groups.
struct Grouped {
    roles: Vec<(RoleId, Held)>,
    other_roles: Vec<(u32, Rest)>,
    groups: Table<u32>,
}

/// Folds roles within their major group, and groups whose people cannot be told.
fn grouped(catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> Grouped {
    let mut digits: Vec<u32> = catalog.roles.iter().map(|role| role.code.major_group()).collect();
    digits.dedup();
    let tells = |role: &RoleId| people.tells(|part| part.sum(|other| other == *role).people);
    let of_group = |group: u32| {
        let roles = people.part.roles.iter().filter(|(role, _)| catalog.group_of(*role) == Some(group));
        folded(roles.copied().collect(), tells)
    };
    let folds: Vec<_> = digits.iter().map(|group| (*group, of_group(*group))).collect();
    // Where one role alone is folded, its group would tell it.
    let lone = |group: u32| {
        folds.iter().any(|(known, (_, rest))| *known == group && rest.is_some_and(|rest| rest.members == 1))
    };
    let groups = Table::with(&digits, people, beside, |role| catalog.group_of(role), lone);
    let (mut roles, mut other_roles) = (Vec::new(), Vec::new());
    for (group, (kept, rest)) in folds {
        let is_told = groups.row(&Class::Is(group)).is_some_and(|row| row.held.is_some());
        if is_told {
            roles.extend(kept);
            other_roles.extend(rest.map(|rest| (group, rest)));
        }
    }
    roles.sort_by(|a, b| b.1.people.total_cmp(&a.1.people).then(a.0.cmp(&b.0)));
    Grouped { roles, other_roles, groups }
}
