//! Which roles use a thing that roles share: the way from a software, a tool or a skill to its roles.

use std::cmp::Reverse;

use crate::catalog::{Catalog, ElementId, RoleId, SoftwareId, ToolId};

/// A skill is found by every role that rates it; only those that need it most are shown.
const MOST_BY_SKILL: usize = 40;

/// The roles of each shared thing.
#[derive(Debug)]
pub struct Users {
    software: Vec<Vec<RoleId>>,
    tools: Vec<Vec<RoleId>>,
    elements: Vec<Vec<RoleId>>,
}

impl Users {
    /// Turns the roles' lists round.
    pub fn of(catalog: &Catalog<'_>) -> Self {
        let mut software = vec![Vec::new(); catalog.software.len()];
        let mut tools = vec![Vec::new(); catalog.tools.len()];
        let mut rated = vec![Vec::new(); catalog.elements.len()];
        for (id, role) in catalog.roles_with_ids() {
            for used in &role.software {
                if let Some(roles) = software.get_mut(usize::from(used.software.0)) {
                    roles.push(id);
                }
            }
            for tool in &role.tools {
                if let Some(roles) = tools.get_mut(usize::from(tool.0)) {
                    roles.push(id);
                }
            }
            for rating in role.capabilities.iter().chain(&role.work_activities) {
                if let Some(roles) = rated.get_mut(usize::from(rating.element.0)) {
                    roles.push((Reverse(rating.importance), id));
                }
            }
        }
        let elements = rated
            .into_iter()
            .map(|mut roles| {
                roles.sort_unstable();
                roles.into_iter().take(MOST_BY_SKILL).map(|(_, id)| id).collect()
            })
            .collect();
        Self { software, tools, elements }
    }

    /// The roles that use a software product, by code.
    pub fn of_software(&self, id: SoftwareId) -> &[RoleId] {
        self.software.get(usize::from(id.0)).map_or(&[], Vec::as_slice)
    }

    /// The roles that use a tool, by code.
    pub fn of_tool(&self, id: ToolId) -> &[RoleId] {
        self.tools.get(usize::from(id.0)).map_or(&[], Vec::as_slice)
    }

    /// The roles for which an element matters most, most first.
    pub fn of_element(&self, id: ElementId) -> &[RoleId] {
        self.elements.get(usize::from(id.0)).map_or(&[], Vec::as_slice)
    }
}
