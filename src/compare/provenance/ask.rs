//! What one can ask the provenance of: cheap to name, traced when it is asked.

use super::{alike, difference, gap, shift, workers};
use crate::catalog::provenance::Origins;
use crate::catalog::{Figure, Lens, Metric, PlaceId, Provenance, RoleId};
use crate::compare::moves::Profiles;
use crate::compare::workforce::Workforce;

/// A figure that is shown, of a role or of two.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// A figure of a role.
    Of(RoleId, Figure),
    /// A figure of a role in a place, whatever place is looked at.
    There(PlaceId, RoleId, Figure),
    /// The workers of a role.
    Workers(RoleId),
    /// How a figure changes from one role to another.
    Shift(Metric, RoleId, RoleId),
    /// A figure of the second role less that of the first, as it is shown.
    Less(Figure, RoleId, RoleId, Option<String>),
    /// How alike two profiles are.
    Alike(RoleId, RoleId),
    /// What the second role asks for beyond the first.
    Gap(RoleId, RoleId),
}

impl Ask {
    /// Figures of one role.
    pub fn each(role: RoleId, figures: impl IntoIterator<Item = Figure>) -> Vec<Self> {
        figures.into_iter().map(|figure| Self::Of(role, figure)).collect()
    }
}

/// Traces what is asked, in its order; what another catalog's ids name is passed over.
pub fn answers(origins: &Origins<'_>, asks: &[Ask]) -> Vec<Provenance> {
    let needs_profiles = asks.iter().any(|ask| matches!(ask, Ask::Alike(..) | Ask::Gap(..)));
    let profiles = needs_profiles.then(|| Profiles::of(origins.catalog));
    let one = |ask: &Ask| match ask {
        Ask::Of(role, figure) => origins.of(*role, *figure),
        Ask::There(place, role, figure) => {
            let lens = Lens { place: Some(*place), ..origins.catalog.lens() };
            let there = origins.catalog.through(lens);
            Origins { catalog: &there, record: origins.record }.of(*role, *figure)
        }
        Ask::Workers(role) => workers(origins, &Workforce::of(origins.catalog), *role),
        Ask::Shift(metric, from, to) => shift(origins, *metric, *from, *to),
        Ask::Less(figure, from, to, shown) => {
            Some(difference(&origins.of(*to, *figure)?, &origins.of(*from, *figure)?, shown.as_deref()))
        }
        Ask::Alike(from, to) => alike(origins, profiles.as_ref()?, *from, *to),
        Ask::Gap(from, to) => gap(origins, profiles.as_ref()?, *from, *to),
    };
    asks.iter().filter_map(one).collect()
}
