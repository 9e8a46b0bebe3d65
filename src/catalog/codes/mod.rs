//! Codes that people hold: read from a text, in any form and of any vintage, and led to the roles of today.
//!
//! This is the one reading. The search, the commands that open a role and the coding of a list all ask it.

mod crosswalks;
mod dates;
mod near;
mod resolve;
mod scan;
mod words;

#[cfg(test)]
mod tests;

use super::{Catalog, RoleId, SocCode};
pub use crosswalks::{Before, Content, Crosswalks};
pub use dates::Dated;
pub use near::{beginning, near};
use scan::Label;
pub use words::FORMS;

/// What stands in a text of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The codes that are known, in the order of the text.
    pub named: Vec<Named>,
    /// Those that nothing has, as they are usually written.
    pub unknown: Vec<String>,
    /// The date that a code was made into: nothing else stands there then.
    pub dated: Option<Dated>,
}

/// A code, and the roles that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The code as it is usually written.
    pub code: String,
    /// What it is a code of.
    pub scheme: Scheme,
    /// The codes of the classification between, where the way leads through one.
    pub by: Vec<String>,
    /// The SOC 2018 codes that it leads to; empty for codes of today.
    pub to: Vec<SocCode>,
    /// The roles, by code.
    pub roles: Vec<RoleId>,
}

/// What a code is a code of, and by which way it leads to roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// A role of O*NET-SOC 2019.
    Onet,
    /// A detailed occupation of SOC 2018.
    Soc,
    /// A broad, minor or major group of SOC 2018.
    Group,
    /// A code that BLS publishes several occupations under.
    Combined,
    /// What codes begin with, while one is typed.
    Beginning,
    /// SOC 2010, by the crosswalk of BLS.
    Soc2010,
    /// O*NET-SOC 2010, by the title that a role bears today.
    Onet2010,
    /// O*NET-SOC 2010, by its SOC part and the crosswalk of BLS.
    Onet2010BySoc,
    /// Census 2018, by the crosswalk of the Census Bureau.
    Census2018,
    /// Census 2010, by way of Census 2018.
    Census2010,
    /// ISCO-08, by way of SOC 2010.
    Isco08,
}

/// Reads a text: `None` where it is no code, or rather a title with a number in it.
pub fn read(text: &str, catalog: &Catalog<'_>) -> Option<Reading> {
    if text.len() > scan::LONGEST || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(dated) = Dated::read(text, catalog) {
        return Some(Reading { dated: Some(dated), ..Reading::default() });
    }
    let cut = scan::cut(text)?;
    let mut reading = Reading::default();
    for (place, code) in cut.codes.iter().enumerate() {
        let named = resolve::named(catalog, code.form, cut.label);
        let is_first = place == 0;
        if named.is_empty() {
            // Numbers that look like nothing we know, and numbers before a title, are words.
            let is_one = code.is_sure || cut.label != Label::None || words::has_group(code.form, catalog);
            if !is_one || (is_first && !cut.beside.is_empty()) {
                return None;
            }
            reading.unknown.push(words::written(code.form));
            continue;
        }
        if is_first && !code.is_sure && cut.label == Label::None && !is_title_of(catalog, &cut.beside, &named) {
            return None;
        }
        for named in named {
            reading.add(named);
        }
    }
    Some(reading)
}

/// Whether what stands beside a bare number is the title of what the number stands for; nothing beside it is.
fn is_title_of(catalog: &Catalog<'_>, beside: &str, named: &[Named]) -> bool {
    let alike = |title: &str| {
        let words = |text: &str| text.to_lowercase().split(|c: char| !c.is_alphanumeric()).collect::<String>();
        words(title) == words(beside)
    };
    let roles = named.iter().flat_map(|named| &named.roles).filter_map(|id| catalog.role(*id));
    let of_code = |named: &Named| named.title(catalog).is_some_and(alike);
    beside.is_empty() || named.iter().any(of_code) || roles.map(|role| role.title).any(alike)
}

impl Reading {
    fn add(&mut self, named: Named) {
        if !self.named.contains(&named) {
            self.named.push(named);
        }
    }

    /// All roles, each once, in the order of the codes.
    pub fn roles(&self) -> Vec<RoleId> {
        let mut roles = Vec::new();
        for role in self.named.iter().flat_map(|named| &named.roles) {
            if !roles.contains(role) {
                roles.push(*role);
            }
        }
        roles
    }
}
