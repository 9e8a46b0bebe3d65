//! What the roles mean is computed from their titles when the index is built, so a user's own titles count too.

use super::pieces::Pieces;
use super::roles;
use super::row::{Vector, WIDTH, product, unit};
use crate::catalog::{Catalog, Role};
use crate::search::analyse::Analyser;

/// Into so many groups the titles of a role fall at most.
const GROUPS: usize = 10;
/// How often the groups are drawn anew.
const ROUNDS: usize = 8;
/// How much the tasks together, and the summary, count in a role's centre beside the titles: descriptions use their words.
const TASKS: f32 = 0.5;
const SUMMARY: f32 = 0.3;

/// The roles' rows of a catalog: the same bytes for the same catalog. `None` without a table of pieces.
pub fn build(catalog: &Catalog<'_>) -> Option<Vec<u8>> {
    let pieces = Pieces::embedded()?;
    let mut analyser = Analyser::new();
    let mut meanings = |texts: &mut dyn Iterator<Item = &str>| -> Vec<Vector> {
        texts.map(|text| meaning(&pieces, &mut analyser, text)).filter(|meaning| !is_nothing(meaning)).collect()
    };
    let roles: Vec<Vec<Vector>> = catalog
        .roles
        .iter()
        .map(|role| {
            let titles = meanings(&mut titles(role));
            let tasks = meanings(&mut role.tasks.iter().map(|task| task.wording));
            let summary = meanings(&mut std::iter::once(role.summary));
            rows(&titles, &tasks, &summary)
        })
        .collect();
    roles::write(&roles)
}

/// A role's own title and the others that stand for it.
fn titles<'a>(role: &'a Role<'_>) -> impl Iterator<Item = &'a str> {
    std::iter::once(role.title).chain(role.alternates.iter().map(|alternate| alternate.title))
}

fn meaning(pieces: &Pieces, analyser: &mut Analyser, text: &str) -> Vector {
    let mut sum = [0.0; WIDTH];
    for word in analyser.words(text) {
        pieces.cut(&word.folded, |piece| pieces.add(piece, &mut sum));
    }
    unit(sum)
}

fn is_nothing(vector: &Vector) -> bool {
    vector.iter().all(|number| number.abs() <= 0.0)
}

/// A role's centre, and those of the groups that its titles fall into; nothing where nothing is known.
fn rows(titles: &[Vector], tasks: &[Vector], summary: &[Vector]) -> Vec<Vector> {
    let of_titles = centre(titles.iter());
    let mut sum = [0.0; WIDTH];
    for (times, part) in [(1.0, of_titles), (TASKS, centre(tasks.iter())), (SUMMARY, centre(summary.iter()))] {
        sum.iter_mut().zip(part.iter().flatten()).for_each(|(sum, number)| *sum += times * number);
    }
    let Some(all) = Some(unit(sum)).filter(|all| !is_nothing(all)) else { return Vec::new() };
    let mut rows = vec![all];
    rows.extend(of_titles.iter().flat_map(|centre| groups(titles, centre)));
    rows
}

/// The direction of a sum; `None` where there is nothing to add.
fn centre<'a>(titles: impl Iterator<Item = &'a Vector>) -> Option<Vector> {
    let mut sum = [0.0; WIDTH];
    for title in titles {
        sum.iter_mut().zip(title).for_each(|(sum, number)| *sum += number);
    }
    Some(unit(sum)).filter(|centre| !is_nothing(centre))
}

/// The centres of the groups: k-means on the sphere, which begins with the most usual title and then takes the one that
/// is farthest from those taken.
fn groups(titles: &[Vector], all: &Vector) -> Vec<Vector> {
    let first = titles
        .iter()
        .map(|title| product(title, all))
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
    let mut centres: Vec<Vector> = first.and_then(|(at, _)| titles.get(at)).copied().into_iter().collect();
    while centres.len() < GROUPS.min(titles.len()) {
        let far = titles.iter().map(|title| nearest(title, &centres).1).enumerate().min_by(|a, b| a.1.total_cmp(&b.1));
        centres.extend(far.and_then(|(at, _)| titles.get(at)));
    }
    for _ in 0..ROUNDS {
        let group: Vec<usize> = titles.iter().map(|title| nearest(title, &centres).0).collect();
        for (at, to) in centres.iter_mut().enumerate() {
            let members = titles.iter().zip(&group).filter(|(_, group)| **group == at).map(|(title, _)| title);
            *to = centre(members).unwrap_or(*to);
        }
    }
    centres
}

/// Which centre is nearest to a title, and how near it is.
fn nearest(title: &Vector, centres: &[Vector]) -> (usize, f32) {
    let near = centres.iter().map(|centre| product(title, centre)).enumerate();
    near.fold((0, f32::MIN), |best, one| if one.1 > best.1 { one } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A vector of two numbers.
    fn at(x: f32, y: f32) -> Vector {
        let mut vector = [0.0; WIDTH];
        (vector[0], vector[1]) = (x, y);
        unit(vector)
    }

    #[test]
    fn titles_fall_into_groups() {
        let titles = [at(1.0, 0.0), at(1.0, 0.1), at(0.0, 1.0), at(0.1, 1.0), at(-1.0, 0.0), at(0.0, -1.0)];
        let rows = rows(&titles, &[], &[]);
        assert_eq!(rows.len(), 1 + titles.len().min(GROUPS));
        for title in &titles {
            assert!(nearest(title, &rows[1..]).1 > 0.99, "{title:?}");
        }
    }

    #[test]
    fn one_title_is_its_own_centre_and_none_has_none() {
        assert_eq!(rows(&[at(3.0, 4.0)], &[], &[]), [at(3.0, 4.0); 2]);
        assert!(rows(&[], &[], &[]).is_empty());
        assert!(rows(&[at(1.0, 0.0), at(-1.0, 0.0)], &[], &[]).is_empty(), "titles that cancel out");
    }

    #[test]
    fn tasks_move_the_centre_and_make_no_group() {
        let rows = rows(&[at(1.0, 0.0)], &[at(0.0, 1.0)], &[]);
        assert_eq!(rows.len(), 2);
        assert_eq!(rows, [at(1.0, TASKS), at(1.0, 0.0)]);
    }

    #[test]
    fn the_same_catalog_gives_the_same_bytes() {
        let catalog = crate::fixture::catalog();
        assert_eq!(build(catalog), build(catalog));
        assert!(build(catalog).is_some());
    }
}
