//! Rows in order: those that can be ranked, then those of few workers, then those without the figure.

use std::cmp::Ordering;

use super::{PlaceFigure, RolePlaces};

/// How a row stands in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// With its rank.
    Ranked,
    /// Below the [`super::FLOOR`].
    Few,
    /// Without the figure.
    Missing,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedRow {
    /// Its place in [`RolePlaces::rows`].
    pub at: usize,
    /// How it stands.
    pub standing: Standing,
    /// Its rank from 1, the highest figure first; rows of one figure have the same.
    pub rank: Option<usize>,
}

/// The rows of a role in the order of a figure.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    /// The figure.
    pub by: PlaceFigure,
    /// Whether the lowest stands first.
    pub reversed: bool,
    /// The rows.
    pub rows: Vec<ListedRow>,
}

impl Listed {
    /// Puts the rows in order.
    pub fn of(places: &RolePlaces, by: PlaceFigure, reversed: bool) -> Self {
        let values: Vec<Option<f64>> = places.rows.iter().map(|row| by.rank_value(row).ok()).collect();
        let standings: Vec<Standing> = places.rows.iter().map(|row| standing(row, by)).collect();
        let value = |at: usize| values.get(at).copied().flatten().unwrap_or(0.0);
        let people = |at: usize| places.rows.get(at).and_then(|row| row.employment().ok()).unwrap_or(0);
        let mut order: Vec<usize> = (0..places.rows.len()).collect();
        order.sort_by(|one, other| {
            let (here, there) = (standings.get(*one), standings.get(*other));
            let by_value = value(*other).total_cmp(&value(*one));
            let by_value = if reversed { by_value.reverse() } else { by_value };
            let rest = || people(*other).cmp(&people(*one)).then(one.cmp(other));
            here.cmp(&there).then(by_value).then_with(rest)
        });
        let ranked: Vec<f64> =
            (0..values.len()).filter(|at| standings.get(*at) == Some(&Standing::Ranked)).map(value).collect();
        let rows = order.into_iter().map(|at| {
            let standing = standings.get(at).copied().unwrap_or(Standing::Missing);
            let higher = || ranked.iter().filter(|other| other.total_cmp(&value(at)) == Ordering::Greater).count();
            ListedRow { at, standing, rank: (standing == Standing::Ranked).then(|| higher() + 1) }
        });
        Self { by, reversed, rows: rows.collect() }
    }

    /// How many rows stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.rows.iter().filter(|row| row.standing == standing).count()
    }

    /// Where a row of [`RolePlaces::rows`] stands.
    pub fn place_of(&self, at: usize) -> Option<usize> {
        self.rows.iter().position(|row| row.at == at)
    }
}

/// How a row stands in an order by a figure.
pub(super) fn standing(row: &super::Row, by: PlaceFigure) -> Standing {
    match by.rank_value(row) {
        Err(_) => Standing::Missing,
        Ok(_) if by.has_floor() && row.is_few() => Standing::Few,
        Ok(_) => Standing::Ranked,
    }
}
