//! The codes of a query, as JSON has them.

use serde::Serialize;

use crate::catalog::Catalog;
use crate::catalog::codes::Reading;

/// What stands in a query of codes.
#[derive(Serialize)]
pub struct Codes {
    named: Vec<NamedCode>,
    unknown: Vec<String>,
    /// The codes that a date may have been.
    dated: Vec<String>,
    notes: Vec<String>,
}

#[derive(Serialize)]
struct NamedCode {
    code: String,
    scheme: &'static str,
    way: Option<&'static str>,
    by: Vec<String>,
    to: Vec<String>,
    roles: Vec<String>,
}

impl Codes {
    /// Gathers it.
    pub fn of(reading: &Reading, catalog: &Catalog<'_>) -> Self {
        let named = reading.named.iter().map(|named| NamedCode {
            code: named.code.clone(),
            scheme: named.scheme.word(),
            way: named.scheme.way(),
            by: named.by.clone(),
            to: named.to.iter().map(ToString::to_string).collect(),
            roles: named.roles.iter().filter_map(|id| catalog.role(*id)).map(|role| role.code.to_string()).collect(),
        });
        let dated = reading.dated.map(|dated| dated.codes(catalog)).unwrap_or_default();
        Self {
            named: named.collect(),
            unknown: reading.unknown.clone(),
            dated: dated.iter().map(ToString::to_string).collect(),
            notes: reading.notes(catalog),
        }
    }
}
