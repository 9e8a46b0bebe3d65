//! JSON: documented in `docs/JSON.md`, one schema name per kind of answer. A key never changes its meaning within a
//! schema version; new keys may come. Facts are the catalog's own types, which stand in JSON as people read them.

use std::io::{self, Write};

use serde::Serialize;

use crate::catalog::{Catalog, Lens, Period, Place, Role, Wage};

/// An object of a document, written where its values are: `object!(Pay { dollars, change: told(shift) })`. The name is
/// for the reader of the code; the keys are written in their order.
macro_rules! object {
    ($name:ident { $($(#[$attribute:meta])* $key:ident $(: $value:expr)?),* $(,)? }) => {{
        #[allow(non_camel_case_types, clippy::struct_field_names, reason = "keys of the document, each a type, too")]
        let object = {
            #[derive(serde::Serialize)]
            struct $name<$($key),*> {
                $($(#[$attribute])* $key: $key,)*
            }
            $name { $($key $(: $value)?),* }
        };
        object
    }};
}
pub(super) use object;

/// Writes an answer, indented, with its schema first; then, where that was chosen, the place and the vintage of pay,
/// employment and outlook.
pub(super) fn write(
    out: &mut dyn Write,
    schema: &'static str,
    catalog: &Catalog<'_>,
    body: impl Serialize,
) -> io::Result<()> {
    let document = object!(Document {
        schema,
        #[serde(flatten)]
        seen: seen(catalog),
        #[serde(flatten)]
        body,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// What was chosen; no place is the nation.
fn seen<'c>(catalog: &'c Catalog<'_>) -> Option<impl Serialize + use<'c>> {
    let lens = catalog.lens();
    let seen = || {
        object!(Seen {
            place: catalog.place().map(|one| place(catalog, one)),
            beside: catalog.beside().map(|one| place(catalog, one)),
            vintage: lens.vintage,
            #[serde(flatten)]
            dollars: catalog.dollars_year().map(|_| object!(In { dollars: lens.dollars })),
        })
    };
    (lens != Lens::default()).then(seen)
}

/// A place: its code at BLS, its name, and the release of its estimates.
fn place<'c>(catalog: &'c Catalog<'_>, place: &'c Place<'_>) -> impl Serialize + use<'c> {
    object!(Place {
        area: place.area,
        name: place.name,
        letters: place.letters,
        release: catalog.source(place.source()).map(|source| source.release),
        price_level: place.price_level,
    })
}

/// The newest median of a role, where pay is that of an older base year.
pub(super) fn newest(catalog: &Catalog<'_>, role: &Role<'_>) -> Option<impl Serialize + use<>> {
    catalog.newest_wage(role).map(|(wage, period, year)| {
        object!(Newest {
            newest_median: object!(Median {
                dollars: wage.dollars(period),
                per: if period == Period::Year { "year" } else { "hour" },
                top_coded: wage == Wage::TopCoded,
                year: year.year,
            })
        })
    })
}

/// How many tasks have each label.
pub(super) fn mix([e0, e1, e2]: [usize; 3]) -> impl Serialize {
    object!(Mix {
        #[serde(rename = "E0")]
        e0,
        #[serde(rename = "E1")]
        e1,
        #[serde(rename = "E2")]
        e2,
    })
}
