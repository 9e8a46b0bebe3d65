//! What most of a staff have in their roles: work activities, skills, knowledge, software.

use super::fold::may_stand;
use super::people::{Beside, Part, People};
use crate::catalog::{Activity, Catalog, Family, Role, RoleId};
use crate::compare::moves::BROUGHT;
use crate::staff::LEAST_PEOPLE;
use crate::staff::counts::Held;

/// So many of each are listed.
const TOP: usize = 20;

/// What is counted, for screens and reports.
pub const COUNTED: &str = "People whose role has it, in percent of those counted in a role; what each of them does may \
    differ. A task belongs to one role, so tasks are counted by the intermediate work activities of O*NET that they are part \
    of. Skills and knowledge count from an importance of 3 of 5 on.";

/// Which things are shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Intermediate work activities, of which a task of the role is part.
    Activities,
    /// Essential and transferable skills of importance 3 and more.
    Skills,
    /// Knowledge of importance 3 and more.
    Knowledge,
    /// Software that O*NET lists for the role.
    Software,
}

/// A thing that roles have.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// Its place in the catalog's list: `intermediate`, `elements` or `software`.
    pub place: usize,
    /// The people whose role has it; none where that are all who are counted in a role but fewer than five.
    pub held: Option<Held>,
    /// How many roles of the staff have it.
    pub roles: usize,
    /// The share of the workers whose role has it, in percent, for each of [`super::Whole::beside`].
    pub beside: Vec<Option<f64>>,
}

impl Kind {
    /// All, in the order of the screens.
    pub const ALL: [Self; 4] = [Self::Activities, Self::Skills, Self::Knowledge, Self::Software];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Activities => "work activities of the tasks",
            Self::Skills => "skills",
            Self::Knowledge => "knowledge",
            Self::Software => "software",
        }
    }

    /// Its stable key in JSON and CSV.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Activities => "activities",
            Self::Skills => "skills",
            Self::Knowledge => "knowledge",
            Self::Software => "software",
        }
    }

    /// The name of the thing at a place.
    pub fn thing<'c>(self, catalog: &'c Catalog<'_>, place: usize) -> &'c str {
        match self {
            Self::Activities => catalog.intermediate.get(place).map_or("", |activity| activity.name),
            Self::Skills | Self::Knowledge => catalog.elements.get(place).map_or("", |element| element.name),
            Self::Software => catalog.software.get(place).map_or("", |software| software.name),
        }
    }

    /// What a role has of it; `groups` says which intermediate activity each detailed one belongs to.
    fn of(self, catalog: &Catalog<'_>, role: &Role<'_>, groups: &[Option<usize>]) -> Vec<usize> {
        let rated = |families: &[Family]| {
            let important = role.capabilities.iter().filter(|rating| rating.importance >= BROUGHT);
            let of_kind = important.filter(|rating| {
                catalog.element(rating.element).is_some_and(|element| families.contains(&element.family))
            });
            of_kind.map(|rating| usize::from(rating.element.0)).collect()
        };
        let mut things: Vec<usize> = match self {
            Self::Activities => {
                let detailed = role.tasks.iter().flat_map(|task| &task.activities);
                detailed.filter_map(|id| groups.get(usize::from(id.0)).copied().flatten()).collect()
            }
            Self::Skills => rated(&[Family::EssentialSkill, Family::TransferableSkill]),
            Self::Knowledge => rated(&[Family::Knowledge]),
            Self::Software => role.software.iter().map(|used| usize::from(used.software.0)).collect(),
        };
        things.sort_unstable();
        things.dedup();
        things
    }
}

/// The place of the intermediate activity that each detailed one belongs to.
fn groups(catalog: &Catalog<'_>) -> Vec<Option<usize>> {
    let place = |detailed: &Activity<'_>| {
        let group = catalog.intermediate(detailed.id)?.id;
        catalog.intermediate.binary_search_by_key(&group, |activity| activity.id).ok()
    };
    catalog.activities.iter().map(place).collect()
}

/// The things that most people share, most people first.
pub fn shared(kind: Kind, catalog: &Catalog<'_>, people: People<'_>, beside: &[Beside]) -> Vec<Shared> {
    let coded = people.part.all - people.part.no_role;
    let groups = groups(catalog);
    let of_role: Vec<Vec<usize>> = catalog.roles.iter().map(|role| kind.of(catalog, role, &groups)).collect();
    let mut sums: Vec<(Held, usize)> = Vec::new();
    for (role, held) in &people.part.roles {
        for place in of_role.get(usize::from(role.0)).into_iter().flatten() {
            if sums.len() <= *place {
                sums.resize(*place + 1, Default::default());
            }
            if let Some((sum, roles)) = sums.get_mut(*place) {
                *sum += *held;
                *roles += 1;
            }
        }
    }
    let has = |role: RoleId, place: usize| {
        of_role.get(usize::from(role.0)).is_some_and(|things| things.binary_search(&place).is_ok())
    };
    let mut listed: Vec<(usize, Held, usize)> =
        sums.into_iter().enumerate().map(|(place, (held, roles))| (place, held, roles)).collect();
    listed.retain(|(_, held, _)| held.people > LEAST_PEOPLE - 1e-6);
    listed.sort_by(|a, b| b.1.people.total_cmp(&a.1.people).then(a.0.cmp(&b.0)));
    let is_told = |place: usize| !people.tells(|part: &Part| part.sum(|role| has(role, place)).people);
    let told = listed.into_iter().filter(|(place, ..)| is_told(*place)).take(TOP);
    told.map(|(place, held, roles)| Shared {
        place,
        held: may_stand(coded - held.people).then_some(held),
        roles,
        beside: beside.iter().map(|beside| beside.percent(|role| has(role, place))).collect(),
    })
    .collect()
}
