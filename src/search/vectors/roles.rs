//! What the roles mean: the centre of each role's titles, and the centres of the groups that they fall into.
//!
//! Layout, numbers little-endian: how many roles there are (4 bytes); for each, and once more for the end, the number of
//! its first row (4 bytes); the rows (see [`row`]), of each role first the centre of all its titles.

use super::row::{self, ROW, Steps, Vector};
use crate::catalog::RoleId;

/// The roles' rows, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Roles {
    firsts: &'static [[u8; 4]],
    rows: &'static [[u8; ROW]],
}

impl Roles {
    /// Opens what [`write()`] has written; `None` when the bytes are something else.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        let (count, rest) = bytes.split_first_chunk()?;
        let roles = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (firsts, rows) = rest.split_at_checked(roles.checked_add(1)?.checked_mul(4)?)?;
        let (rows, over) = rows.as_chunks();
        let opened = Self { firsts: firsts.as_chunks().0, rows };
        (over.is_empty() && opened.first(roles)? == rows.len()).then_some(opened)
    }

    pub const fn count(&self) -> usize {
        self.firsts.len().saturating_sub(1)
    }

    fn first(&self, role: usize) -> Option<usize> {
        usize::try_from(u32::from_le_bytes(*self.firsts.get(role)?)).ok()
    }

    fn of(&self, role: usize) -> Option<&'static [[u8; ROW]]> {
        self.rows.get(self.first(role)?..self.first(role + 1)?)
    }

    /// How near a text is to a role, from -1 to 1: the mean of how near it is to the centre of all titles and to the
    /// nearest group of them.
    pub fn similarity(&self, text: &Steps, role: RoleId) -> f32 {
        let Some((centre, groups)) = self.of(usize::from(role.0)).and_then(<[_]>::split_first) else { return 0.0 };
        let centre = row::product_with(centre, text);
        let nearest = groups.iter().map(|group| row::product_with(group, text)).reduce(f32::max).unwrap_or(centre);
        centre.midpoint(nearest)
    }

    /// The roles whose centres are nearest to a text, nearest first.
    pub fn nearest(&self, text: &Steps, limit: usize) -> impl Iterator<Item = RoleId> + use<> {
        let centre = |role: u16| self.of(usize::from(role))?.first();
        let roles = 0..u16::try_from(self.count()).unwrap_or(u16::MAX);
        let mut near: Vec<(RoleId, f32)> =
            roles.filter_map(|role| Some((RoleId(role), row::product_with(centre(role)?, text)))).collect();
        let nearest_first = |a: &(RoleId, f32), b: &(RoleId, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if limit < near.len() {
            near.select_nth_unstable_by(limit, nearest_first);
            near.truncate(limit);
        }
        near.sort_unstable_by(nearest_first);
        near.into_iter().map(|(role, _)| role)
    }
}

/// Writes the roles' rows: for each role the centre, then the groups. `None` when there are too many.
pub fn write(roles: &[Vec<Vector>]) -> Option<Vec<u8>> {
    let number = |number: usize| u32::try_from(number).ok().map(u32::to_le_bytes);
    let mut bytes = Vec::new();
    bytes.extend(number(roles.len())?);
    let mut first = 0;
    bytes.extend(number(first)?);
    for rows in roles {
        first += rows.len();
        bytes.extend(number(first)?);
    }
    bytes.extend(roles.iter().flatten().flat_map(row::write));
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::super::row::{WIDTH, steps, unit};
    use super::*;

    /// A vector that points mostly in one direction, and a little in another.
    fn towards(most: usize, little: usize) -> Vector {
        let mut vector = [0.0; WIDTH];
        vector[most] = 1.0;
        vector[little] += 0.25;
        unit(vector)
    }

    fn roles() -> Roles {
        let rows = [vec![towards(0, 1), towards(2, 3)], Vec::new(), vec![towards(4, 5)], vec![towards(2, 0)]];
        Roles::open(write(&rows).unwrap().leak()).unwrap()
    }

    #[test]
    fn a_role_is_as_near_as_its_centre_and_its_nearest_group() {
        let roles = roles();
        assert_eq!(roles.count(), 4);
        let near = |role| roles.similarity(&steps(&towards(2, 3)), RoleId(role));
        assert!((near(0) - 0.5).abs() < 0.01, "{}", near(0));
        assert!((near(3) - 0.94).abs() < 0.01, "{}", near(3));
        assert!([near(1), near(2), near(9)].iter().all(|near| near.abs() < 1e-6), "no row, another direction, no role");
    }

    #[test]
    fn the_nearest_centres_come_first() {
        let roles = roles();
        let of = |limit| roles.nearest(&steps(&towards(2, 3)), limit).map(|role| role.0).collect::<Vec<_>>();
        assert_eq!(of(1), [3]);
        assert_eq!(of(9), [3, 0, 2], "the role without rows is near nothing");
        assert_eq!(roles.nearest(&steps(&towards(0, 0)), 0).count(), 0);
    }

    #[test]
    fn other_bytes_are_no_roles() {
        let bytes = write(&[vec![towards(0, 1)]]).unwrap();
        for end in 0..bytes.len() {
            assert!(Roles::open(bytes[..end].to_vec().leak()).is_none(), "{end}");
        }
        assert!(Roles::open(vec![255; 40].leak()).is_none());
    }
}
