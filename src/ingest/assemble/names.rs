//! Ids of what roles share, by name.

use std::collections::{BTreeSet, HashMap};

use super::{BadTable, Tables};
use crate::catalog::{ActivityId, Code, ElementId, KindId, RoleId, Software, SoftwareId, Tool, ToolId};

/// Where each name stands in the catalog's lists.
pub struct Names<'a> {
    pub roles: HashMap<Code, RoleId>,
    pub elements: HashMap<&'a str, ElementId>,
    pub activities: HashMap<&'a str, ActivityId>,
    pub software: Listed<'a, Software<'a>, SoftwareId>,
    pub tools: Listed<'a, Tool<'a>, ToolId>,
    /// Kinds of software and of tools.
    pub kinds: Listed<'a, &'a str, KindId>,
}

/// A list without repeats, A-Z, and the id of each name.
pub struct Listed<'a, T, Id> {
    pub list: Vec<T>,
    pub ids: HashMap<&'a str, Id>,
}

impl<'a> Names<'a> {
    /// Numbers everything that has a name.
    pub fn of(tables: &'a Tables) -> Result<Self, BadTable> {
        Ok(Self {
            roles: numbered("roles.csv", tables.roles.iter().map(|row| row.code), RoleId)?,
            elements: numbered("elements.csv", tables.elements.iter().map(|row| row.id.as_str()), ElementId)?,
            activities: numbered("activities.csv", tables.activities.iter().map(|row| row.id.as_str()), ActivityId)?,
            software: listed(
                "software.csv",
                tables.software.iter().map(|row| row.name.as_str()),
                |name| Software { name },
                SoftwareId,
            )?,
            tools: listed("tools.csv", tables.tools.iter().map(|row| row.name.as_str()), |name| Tool { name }, ToolId)?,
            kinds: listed(
                "software.csv and tools.csv",
                tables
                    .software
                    .iter()
                    .map(|row| row.category.as_str())
                    .chain(tables.tools.iter().map(|row| row.commodity.as_str())),
                |name| name,
                KindId,
            )?,
        })
    }
}

fn number(table: &'static str, place: usize) -> Result<u16, BadTable> {
    u16::try_from(place).map_err(|_| BadTable::new(table, "more than 65,536 entries"))
}

fn numbered<K: std::hash::Hash + Eq + Copy + Ord + std::fmt::Debug, Id>(
    table: &'static str,
    keys: impl Iterator<Item = K>,
    id: fn(u16) -> Id,
) -> Result<HashMap<K, Id>, BadTable> {
    let mut ids = HashMap::new();
    let mut last = None;
    for (place, key) in keys.enumerate() {
        if last.is_some_and(|last| last >= key) {
            return Err(BadTable::new(table, format!("{key:?} is out of order or stands twice")));
        }
        last = Some(key);
        ids.insert(key, id(number(table, place)?));
    }
    Ok(ids)
}

/// The names A-Z, each once.
fn listed<'a, T, Id>(
    table: &'static str,
    rows: impl Iterator<Item = &'a str>,
    make: fn(&'a str) -> T,
    id: fn(u16) -> Id,
) -> Result<Listed<'a, T, Id>, BadTable> {
    let names: BTreeSet<(String, &'a str)> = rows.map(|name| (name.to_lowercase(), name)).collect();
    let mut listed = Listed { list: Vec::with_capacity(names.len()), ids: HashMap::with_capacity(names.len()) };
    for (_, name) in names {
        listed.ids.insert(name, id(number(table, listed.list.len())?));
        listed.list.push(make(name));
    }
    Ok(listed)
}
