//! Reading and writing a table's CSV file.

use std::fs;
use std::path::Path;

use csv::DeserializeErrorKind;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserializer, Serialize, forward_to_deserialize_any};

use super::BadInput;

/// Reads the rows of a table.
///
/// # Errors
/// When the file cannot be read, or a row does not fit, with its line.
pub fn read_rows<R: DeserializeOwned>(path: &Path) -> Result<Vec<R>, BadInput> {
    let next = "run `rolescope data build-tables` to make the tables anew";
    let mut reader = csv::Reader::from_path(path).map_err(|e| BadInput::file(path, e).next(next))?;
    let headers = reader.headers().map_err(|e| bad_row(path, &e, None).next(next))?.clone();
    reader.deserialize().map(|row| row.map_err(|e| bad_row(path, &e, Some(&headers)).next(next))).collect()
}

/// An error of the CSV reader with line and column in our words, and what was expected.
fn bad_row(path: &Path, error: &csv::Error, headers: Option<&csv::StringRecord>) -> BadInput {
    let Some(position) = error.position() else { return BadInput::file(path, error) };
    let line = usize::try_from(position.line()).unwrap_or(usize::MAX);
    match error.kind() {
        csv::ErrorKind::Deserialize { err, .. } => {
            let at = err.field().and_then(|field| usize::try_from(field).ok());
            let column = at.and_then(|at| headers?.get(at)).map(str::to_owned);
            let problem = match err.kind() {
                DeserializeErrorKind::ParseBool(_) => "expected true or false".to_owned(),
                DeserializeErrorKind::ParseInt(_) => "expected a whole number".to_owned(),
                DeserializeErrorKind::ParseFloat(_) => "expected a number".to_owned(),
                kind => kind.to_string(),
            };
            let mut bad = BadInput::line(path, line, problem);
            bad.place.column = column;
            bad
        }
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            BadInput::line(path, line, format!("expected {expected_len} columns, found {len}"))
        }
        csv::ErrorKind::Utf8 { .. } => BadInput::line(path, line, "expected text in UTF-8"),
        _ => BadInput::line(path, line, error),
    }
}

/// Writes the rows of a table, with a header line and `\n` line ends.
///
/// # Errors
/// When the file cannot be written.
pub fn write_rows<R: Serialize + DeserializeOwned>(path: &Path, rows: &[R]) -> Result<(), BadInput> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    if rows.is_empty() {
        writer.write_record(columns::<R>()).map_err(|e| BadInput::file(path, e))?;
    }
    for row in rows {
        writer.serialize(row).map_err(|e| BadInput::file(path, e))?;
    }
    let bytes = writer.into_inner().map_err(|e| BadInput::file(path, e))?;
    fs::write(path, bytes).map_err(|e| BadInput::file(path, e))
}

/// The columns of a table, as its rows are declared: one without rows has its header too.
fn columns<R: DeserializeOwned>() -> &'static [&'static str] {
    let mut columns: &'static [&'static str] = &[];
    // It gives no row, whatever is asked for.
    let _none = R::deserialize(Declared(&mut columns)).is_err();
    columns
}

/// Notes which fields a row is declared with.
struct Declared<'c>(&'c mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Declared<'_> {
    type Error = serde::de::value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Self::Error> {
        *self.0 = fields;
        Err(Self::Error::custom("only the columns are asked for"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(Self::Error::custom("a row is a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// `#[serde(with = "maybe_gap")]`: the key of a gap, or nothing.
pub mod maybe_gap {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::catalog::Gap;

    /// Writes the key.
    #[allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(gap: &Option<Gap>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(gap.map_or("", Gap::key))
    }

    /// Reads the key.
    ///
    /// # Errors
    /// When the text is the key of no gap.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Gap>, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "" => Ok(None),
            key => Gap::of_key(key).map(Some).ok_or_else(|| {
                serde::de::Error::custom("expected withheld, not_relevant, not_rated, not_held, superseded or nothing")
            }),
        }
    }
}

/// `#[serde(with = "month")]`: `2019-07`.
pub mod month {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::catalog::Month;

    /// Writes year and month.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub fn serialize<S: Serializer>(month: &Month, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(month)
    }

    /// Reads year and month.
    ///
    /// # Errors
    /// When the text is no month.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Month, D::Error> {
        Month::parse(&String::deserialize(deserializer)?)
            .ok_or_else(|| serde::de::Error::custom("expected a month like 2019-07"))
    }
}

/// `#[serde(with = "yes_no")]`: `Y` or `N`, as O*NET writes them.
pub mod yes_no {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes `Y` or `N`.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::{OutlookRow, PlaceRow, RatingRow};

    fn problem<R: DeserializeOwned>(bytes: &[u8]) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        fs::write(&path, bytes).unwrap();
        let error = read_rows::<R>(&path).err().map(|error| error.to_string()).unwrap();
        error.replace(&path.display().to_string(), "table.csv").lines().next().unwrap().to_owned()
    }

    #[test]
    fn a_table_without_rows_has_its_header() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("table.csv");
        write_rows::<PlaceRow>(&path, &[]).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "area,name,letters\n");
        assert_eq!(read_rows::<PlaceRow>(&path).unwrap(), []);
    }

    #[test]
    fn a_row_that_does_not_fit_is_named_with_line_column_and_expectation() {
        let head = "code,element,importance,level,suppress_importance,suppress_level,not_relevant\n";
        let row = |rest: &str| problem::<RatingRow>(format!("{head}{rest}\n").as_bytes());
        assert_eq!(row("51-3011.00,1.A,x,2,N,N,N"), "table.csv:2, column \"importance\": expected a number");
        let problem_of_flag = row("51-3011.00,1.A,1,2,maybe,N,N");
        assert!(problem_of_flag.starts_with("table.csv:2"), "{problem_of_flag}");
        assert!(problem_of_flag.ends_with("\"maybe\" is neither Y nor N"), "{problem_of_flag}");
        assert_eq!(row("51-3011.00,1.A,1"), "table.csv:2: expected 7 columns, found 3");
        assert_eq!(problem::<OutlookRow>(b"soc\n\xff\n"), "table.csv:2: expected text in UTF-8");
    }
}
