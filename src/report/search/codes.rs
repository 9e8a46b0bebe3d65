//! The codes of a query, as JSON has them.

use serde::Serialize;

use crate::catalog::Catalog;
use crate::catalog::codes::Reading;
use crate::report::json::object;

/// What stands in a query of codes.
pub fn json<'a>(reading: &'a Reading, catalog: &Catalog<'_>) -> impl Serialize + use<'a> {
    let named = reading.named.iter().map(|named| {
        let roles = named.roles.iter().filter_map(|id| catalog.role(*id));
        object!(Named {
            code: &named.code,
            scheme: named.scheme.word(),
            way: named.scheme.way(),
            by: &named.by,
            to: &named.to,
            roles: roles.map(|role| role.code).collect::<Vec<_>>(),
        })
    });
    object!(Codes {
        named: named.collect::<Vec<_>>(),
        unknown: &reading.unknown,
        // What a date may have been.
        dated: reading.dated.map(|dated| dated.codes(catalog)).unwrap_or_default(),
        notes: reading.notes(catalog),
    })
}
