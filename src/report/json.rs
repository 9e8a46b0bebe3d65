//! JSON: documented in `docs/JSON.md`, one schema name per kind of answer. A key never changes its meaning within a
//! schema version; new keys may come. Facts are the catalog's own types, which stand in JSON as people read them.

use std::io::{self, Write};

use serde::Serialize;

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

/// Writes an answer, indented, with its schema first.
pub(super) fn write(out: &mut dyn Write, schema: &'static str, body: impl Serialize) -> io::Result<()> {
    let document = object!(Document {
        schema,
        #[serde(flatten)]
        body,
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
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
