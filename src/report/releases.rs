//! Which release of which dataset stands behind a list.

use std::collections::BTreeMap;

use crate::catalog::{Catalog, SourceId};

/// The releases of datasets by their keys, for JSON: `{"oews": "May 2024"}`. Each once, and only those that are there.
pub(super) fn releases<'c>(
    catalog: &Catalog<'c>,
    ids: impl IntoIterator<Item = SourceId>,
) -> BTreeMap<SourceId, &'c str> {
    ids.into_iter().filter_map(|id| Some((id, catalog.source(id)?.release))).collect()
}

/// The same in a sentence: `Sources: O*NET database 30.3; Employment Projections 2024–2034.`
pub(super) fn sources_sentence(catalog: &Catalog<'_>, ids: impl IntoIterator<Item = SourceId>) -> String {
    let releases = releases(catalog, ids);
    let named: Vec<String> =
        releases.keys().filter_map(|id| catalog.source(*id)).map(|s| format!("{} {}", s.name, s.release)).collect();
    format!("Sources: {}.", named.join("; "))
}
