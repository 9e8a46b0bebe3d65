//! The 23 major groups of SOC 2018, for browsing.

use std::ops::Range;

use crate::catalog::{Catalog, SocCode};

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
            _ => groups.push(Group { title: title(catalog, digits), digits, roles: place..place + 1 }),
        }
    }
    groups
}

fn title(catalog: &Catalog<'static>, digits: u32) -> &'static str {
    let code = format!("{digits:02}-0000").parse::<SocCode>().ok();
    code.and_then(|code| catalog.soc_title(code)).unwrap_or("Other Occupations")
}
