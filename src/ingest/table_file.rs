//! Reading and writing a table's CSV file.

use std::fs;
use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::BadInput;

/// Reads the rows of a table.
///
/// # Errors
/// When the file cannot be read, or a row does not fit, with its line.
pub fn read_rows<R: DeserializeOwned>(path: &Path) -> Result<Vec<R>, BadInput> {
    let next = "run `rolescope data build-tables` to make the tables anew";
    let mut reader = csv::Reader::from_path(path).map_err(|e| BadInput::file(path, e).next(next))?;
    reader.deserialize().map(|row| row.map_err(|e| bad_row(path, &e).next(next))).collect()
}

fn bad_row(path: &Path, error: &csv::Error) -> BadInput {
    match error.position() {
        Some(position) => {
            let line = usize::try_from(position.line()).unwrap_or(usize::MAX);
            let problem = match error.kind() {
                csv::ErrorKind::Deserialize { err, .. } => err.to_string(),
                _ => error.to_string(),
            };
            BadInput::line(path, line, problem)
        }
        None => BadInput::file(path, error),
    }
}

/// Writes the rows of a table, with a header line and `\n` line ends.
///
/// # Errors
/// When the file cannot be written.
pub fn write_rows<R: Serialize>(path: &Path, rows: &[R]) -> Result<(), BadInput> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).map_err(|e| BadInput::file(path, e))?;
    }
    let bytes = writer.into_inner().map_err(|e| BadInput::file(path, e))?;
    fs::write(path, bytes).map_err(|e| BadInput::file(path, e))
}

/// `#[serde(with = "yes_no")]`: `Y` or `N`, as O*NET writes them.
pub mod yes_no {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes `Y` or `N`.
    ///
    /// # Errors
    /// Those of the serializer.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(value: &bool, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(if *value { "Y" } else { "N" })
    }

    /// Reads `Y` or `N`.
    ///
    /// # Errors
    /// When the text is neither.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "Y" => Ok(true),
            "N" => Ok(false),
            other => Err(serde::de::Error::custom(format!("{other:?} is neither Y nor N"))),
        }
    }
}
