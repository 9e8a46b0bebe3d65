//! What is said of codes.

use std::fmt::Display;

use super::scan::Form;
use super::{Dated, Named, Reading, Scheme, near};
use crate::catalog::{Catalog, Code, RoleId, ShortCode, SocCode};

/// The codes that are read, for somebody whose code is not known.
pub const FORMS: &str = "Codes are read of O*NET-SOC 2019 and 2010 (15-1252.00), SOC 2018 and 2010 (15-1252), their groups \
    (15-1250, 15-1200, 15-0000), Census 2018 and 2010 (1021), and ISCO-08 (ISCO 2512).";

/// How many codes are named one by one.
const MOST: usize = 4;

impl Scheme {
    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Onet => "O*NET-SOC",
            Self::Soc => "SOC",
            Self::Group => "SOC group",
            Self::Combined => "BLS code",
            Self::Beginning => "Codes that begin with",
            Self::Soc2010 => "SOC 2010",
            Self::Onet2010 | Self::Onet2010BySoc => "O*NET-SOC 2010",
            Self::Census2018 => "Census 2018",
            Self::Census2010 => "Census 2010",
            Self::Isco08 => "ISCO-08",
        }
    }

    /// Its word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Onet => "onet_soc",
            Self::Soc => "soc",
            Self::Group => "soc_group",
            Self::Combined => "bls_combined",
            Self::Beginning => "beginning",
            Self::Soc2010 => "soc_2010",
            Self::Onet2010 | Self::Onet2010BySoc => "onet_soc_2010",
            Self::Census2018 => "census_2018",
            Self::Census2010 => "census_2010",
            Self::Isco08 => "isco_08",
        }
    }

    /// What is to be said of a code of it in a list: whose it is, and by which crosswalk it was read.
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Onet | Self::Soc | Self::Group | Self::Combined | Self::Beginning => "a code",
            Self::Soc2010 => "SOC 2010, by the BLS crosswalk to SOC 2018",
            Self::Onet2010 => "O*NET-SOC 2010, by its title",
            Self::Onet2010BySoc => "O*NET-SOC 2010, by its SOC part and the BLS crosswalk to SOC 2018",
            Self::Census2018 => "Census 2018, by the Census crosswalk to SOC 2018",
            Self::Census2010 => "Census 2010, by the Census crosswalks to SOC 2018",
            Self::Isco08 => "ISCO-08, by SOC 2010 and the BLS crosswalk to SOC 2018",
        }
    }

    /// By which crosswalk its codes lead to roles; `None` for codes of today.
    pub fn way(self) -> Option<&'static str> {
        self.reason().split_once(", ").map(|(_, way)| way)
    }
}

impl Dated {
    /// The codes that it may have been, in words: `11-2021 or 11-3021`.
    pub fn alternatives(self, catalog: &Catalog<'_>) -> String {
        let codes: Vec<String> = self.codes(catalog).iter().map(ToString::to_string).collect();
        match codes.split_last() {
            Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
            _ => codes.concat(),
        }
    }
}

impl Named {
    pub(super) fn new(code: impl Display, scheme: Scheme, roles: Vec<RoleId>) -> Self {
        Self { code: code.to_string(), scheme, by: Vec::new(), to: Vec::new(), roles }
    }

    /// The title of a SOC code or group of today.
    pub fn title<'a>(&self, catalog: &'a Catalog<'_>) -> Option<&'a str> {
        let soc: SocCode = self.code.parse().ok()?;
        match self.scheme {
            Scheme::Soc | Scheme::Combined => catalog.soc_title(soc),
            Scheme::Group => catalog.crosswalks.group(soc).or_else(|| catalog.soc_title(soc)),
            _ => None,
        }
    }

    /// What is to be said of it beside its roles: `SOC 2010 15-1132, by the BLS crosswalk to SOC 2018: 15-1252, 15-1253`.
    /// Nothing is of a code that a role has.
    pub fn note(&self, catalog: &Catalog<'_>) -> Option<String> {
        let name = self.scheme.name();
        let way = match self.scheme {
            Scheme::Onet | Scheme::Soc => return None,
            Scheme::Beginning => return Some(format!("{name} {}", self.code)),
            Scheme::Group | Scheme::Combined => {
                let title = self.title(catalog).unwrap_or_default();
                return Some(format!("{name} {} {title}", self.code).trim_end().to_owned());
            }
            scheme => scheme.way().unwrap_or_default(),
        };
        let to = match self.scheme {
            Scheme::Onet2010 => listed(self.roles.iter().filter_map(|id| catalog.role(*id)).map(|role| role.code)),
            _ => listed(self.to.iter()),
        };
        Some(format!("{name} {}, {way}: {to}", self.code))
    }
}

impl Reading {
    /// The roles whose codes come nearest to the first one that nothing has.
    pub fn near(&self, catalog: &Catalog<'_>) -> Vec<RoleId> {
        let soc = self.unknown.first().and_then(|code| code.get(..7)).and_then(|code| code.parse().ok());
        soc.map_or_else(Vec::new, |soc| near(catalog, soc))
    }

    /// What is to be said beside the roles, a line a code.
    pub fn notes(&self, catalog: &Catalog<'_>) -> Vec<String> {
        let mut notes: Vec<String> = self.named.iter().filter_map(|named| named.note(catalog)).collect();
        if !self.unknown.is_empty() {
            let codes = self.unknown.join(", ");
            let near = listed(self.near(catalog).into_iter().filter_map(|id| catalog.role(id)).map(|role| role.code));
            let near = if near.is_empty() { near } else { format!("; the nearest: {near}") };
            notes.push(format!("No role has the code {codes}{near}"));
        }
        if let Some(dated) = self.dated {
            let were = dated.alternatives(catalog);
            notes.push(format!("A code that a spreadsheet made into a date: it was {were}"));
        }
        notes
    }
}

fn listed(codes: impl Iterator<Item = impl Display>) -> String {
    let codes: Vec<String> = codes.map(|code| code.to_string()).collect();
    match codes.get(..MOST) {
        Some(first) if codes.len() > MOST + 1 => format!("{} and {} more", first.join(", "), codes.len() - MOST),
        _ => codes.join(", "),
    }
}

/// A code as it is usually written.
pub(super) fn written(form: Form) -> String {
    match form {
        Form::Soc(digits) => SocCode::of_digits(digits).to_string(),
        Form::Onet(digits, detail) => Code::of(SocCode::of_digits(digits), detail).to_string(),
        Form::Cut(digits, detail) => format!("{}.{detail}", SocCode::of_digits(digits)),
        Form::Short(number, _) => ShortCode(number).to_string(),
    }
}

/// Whether a number begins like the codes of a major group.
pub(super) fn has_group(form: Form, catalog: &Catalog<'_>) -> bool {
    match form {
        Form::Soc(digits) | Form::Onet(digits, _) | Form::Cut(digits, _) => {
            catalog.soc_title(SocCode::of_digits(digits).group()).is_some()
        }
        Form::Short(..) => false,
    }
}
