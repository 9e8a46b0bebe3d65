//! How small groups are folded together, so that neither they nor what is left beside them can be told.

use crate::staff::LEAST_PEOPLE;
use crate::staff::counts::Held;

/// What is folded together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rest {
    /// How many roles, classes or departments with people it holds.
    pub members: usize,
    pub held: Held,
}

/// Sums and differences of halves and tenths of a post carry a little noise.
const NOISE: f64 = 1e-6;

/// Whether a number of people may stand alone: nobody, or [`LEAST_PEOPLE`] and more.
pub fn may_stand(people: f64) -> bool {
    people.abs() < NOISE || people > LEAST_PEOPLE - NOISE
}

/// Hides the cells of a line whose total is known: those of fewer than five people, and while what is hidden is itself of
/// fewer than five, or one cell alone, the next smallest too. Cells may be hidden before. Whether one was added.
pub fn hide(people: &[f64], hidden: &mut [bool]) -> bool {
    let mut added = false;
    for (people, hidden) in people.iter().zip(hidden.iter_mut()) {
        if !may_stand(*people) && !*hidden {
            (*hidden, added) = (true, true);
        }
    }
    loop {
        let cells = || people.iter().zip(hidden.iter()).enumerate().filter(|(_, (people, _))| **people > NOISE);
        let folded: Vec<f64> = cells().filter(|(_, (_, hidden))| **hidden).map(|(_, (people, _))| *people).collect();
        if folded.is_empty() || (folded.len() > 1 && may_stand(folded.iter().sum())) {
            return added;
        }
        let shown = cells().filter(|(_, (_, hidden))| !**hidden);
        let next = shown.min_by(|a, b| a.1.0.total_cmp(b.1.0)).map(|(place, _)| place);
        let Some(next) = next.and_then(|place| hidden.get_mut(place)) else { return added };
        (*next, added) = (true, true);
    }
}

/// The same for a table whose totals are known by row and by column.
pub fn hide_table(table: &[Vec<f64>]) -> Vec<Vec<bool>> {
    let columns = table.first().map_or(0, Vec::len);
    let mut hidden: Vec<Vec<bool>> = table.iter().map(|row| vec![false; row.len()]).collect();
    loop {
        let mut added = false;
        for (row, hidden) in table.iter().zip(&mut hidden) {
            added |= hide(row, hidden);
        }
        for column in 0..columns {
            let cells: Vec<f64> = table.iter().filter_map(|row| row.get(column).copied()).collect();
            let mut flags: Vec<bool> = hidden.iter().filter_map(|row| row.get(column).copied()).collect();
            added |= hide(&cells, &mut flags);
            for (row, flag) in hidden.iter_mut().zip(flags) {
                if let Some(cell) = row.get_mut(column) {
                    *cell = flag;
                }
            }
        }
        if !added {
            return hidden;
        }
    }
}

/// The parts of a whole whose total is known: those that are shown, and the rest. What `must` be folded is, whatever its size.
pub fn folded<T>(items: Vec<(T, Held)>, must: impl Fn(&T) -> bool) -> (Vec<(T, Held)>, Option<Rest>) {
    let people: Vec<f64> = items.iter().map(|(_, held)| held.people).collect();
    let mut hidden: Vec<bool> = items.iter().map(|(item, held)| held.people > NOISE && must(item)).collect();
    hide(&people, &mut hidden);
    let (mut kept, mut rest) = (Vec::new(), Rest::default());
    for ((item, held), hidden) in items.into_iter().zip(hidden) {
        if hidden {
            rest.members += 1;
            rest.held += held;
        } else {
            kept.push((item, held));
        }
    }
    (kept, (rest.members > 0).then_some(rest))
}
