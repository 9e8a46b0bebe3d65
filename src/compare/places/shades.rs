//! The shades of a map: five steps, so that symbols tell them apart as well as colours do.

use super::listed::standing;
use super::{PlaceFigure, RolePlaces, Standing};

/// How many steps there are.
pub const STEPS: usize = 5;

/// Where the steps of the location quotient begin: half, four fifths, five quarters and twice the share of the nation. Other
/// figures have no such marks, and are cut into fifths of the places.
const QUOTIENTS: [f64; STEPS - 1] = [0.5, 0.8, 1.25, 2.0];

/// The shade of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// The figure is withheld, or there is none.
    Missing,
    /// Too few workers to say.
    Few,
    /// One of the [`STEPS`], from 0, the lowest.
    Step(usize),
}

/// The shades of all rows by a figure.
#[derive(Clone, Debug, Default)]
pub struct Shades {
    /// By the places of [`RolePlaces::rows`].
    pub shades: Vec<Shade>,
    /// For each step the rows with its lowest and its highest figure; none where no row has it.
    pub ends: [Option<(usize, usize)>; STEPS],
}

impl Shades {
    /// Shades the rows.
    pub fn of(places: &RolePlaces, by: PlaceFigure) -> Self {
        let standings: Vec<Standing> = places.rows.iter().map(|row| standing(row, by)).collect();
        let mut ranked: Vec<(f64, usize)> = (0..)
            .zip(&places.rows)
            .zip(&standings)
            .filter(|(_, standing)| **standing == Standing::Ranked)
            .filter_map(|((at, row), _)| Some((by.rank_value(row).ok()?, at)))
            .collect();
        ranked.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let fifth =
            |part: usize| ranked.get((part + 1) * ranked.len() / STEPS).map_or(f64::INFINITY, |(value, _)| *value);
        let bounds = if by == PlaceFigure::Quotient { QUOTIENTS } else { [0, 1, 2, 3].map(fifth) };
        let step = |value: f64| bounds.iter().filter(|bound| **bound <= value).count();
        let mut ends: [Option<(usize, usize)>; STEPS] = [None; STEPS];
        for (value, at) in &ranked {
            if let Some(end) = ends.get_mut(step(*value)) {
                *end = Some((end.map_or(*at, |(first, _)| first), *at));
            }
        }
        let shades = places.rows.iter().zip(standings).map(|(row, standing)| match (standing, by.rank_value(row)) {
            (Standing::Ranked, Ok(value)) => Shade::Step(step(value)),
            (Standing::Few, _) => Shade::Few,
            _ => Shade::Missing,
        });
        Self { shades: shades.collect(), ends }
    }

    /// The shade of a row.
    pub fn shade(&self, at: usize) -> Shade {
        self.shades.get(at).copied().unwrap_or(Shade::Missing)
    }
}
