//! The 23 major groups of SOC 2018, for browsing.

use std::ops::Range;

use crate::catalog::Catalog;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its title, such as `Computer and Mathematical Occupations`.
    pub title: &'static str,
    /// The first two digits of its codes.
    pub digits: u32,
    /// Places of its roles in [`Catalog::roles`].
    pub roles: Range<usize>,
}

/// The groups that have roles, by code.
pub fn groups(catalog: &Catalog<'static>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, role) in catalog.roles.iter().enumerate() {
        let digits = role.code.major_group();
        match groups.last_mut() {
            Some(group) if group.digits == digits => group.roles.end = place + 1,
            _ => {
                let title = catalog.major_group(role.code).unwrap_or("Other Occupations");
                groups.push(Group { title, digits, roles: place..place + 1 });
            }
        }
    }
    groups
}
