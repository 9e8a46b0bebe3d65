//! One value of a published file, with the place where it stands: whatever is refused can be named.

use std::collections::HashMap;
use std::fmt::Display;
use std::hash::Hash;
use std::ops::RangeInclusive;
use std::path::Path;
use std::str::FromStr;

use super::Row;
use crate::catalog::{Code, ShortCode, SocCode};
use crate::ingest::{BadInput, SourceFile};

/// Exposure scores that are shares.
pub const SHARE: RangeInclusive<f64> = 0.0..=1.0;
/// Numbers of people or jobs.
pub const NOT_NEGATIVE: RangeInclusive<f64> = 0.0..=f64::MAX;

/// A value of a table.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    file: &'a Path,
    line: usize,
    column: &'a str,
    value: &'a str,
}

impl<'a> Field<'a> {
    /// A value that stands in a line (or row of a sheet, counted from 1) and a column.
    pub const fn new(file: &'a Path, line: usize, column: &'a str, value: &'a str) -> Self {
        Self { file, line, column, value }
    }

    /// The value as it stands; empty where nothing stands.
    pub const fn value(self) -> &'a str {
        self.value
    }

    /// The line or row.
    pub const fn line(self) -> usize {
        self.line
    }

    /// The refusal of this value: it is not what was expected.
    pub fn bad(self, expected: &str) -> BadInput {
        BadInput::value(self.file, self.line, self.column, self.value, expected)
    }

    /// A text.
    ///
    /// # Errors
    /// When it is empty.
    pub fn text(self) -> Result<&'a str, BadInput> {
        if self.value.is_empty() { Err(self.bad("a text")) } else { Ok(self.value) }
    }

    /// One of a few texts.
    ///
    /// # Errors
    /// When it is none of them.
    pub fn one_of(self, texts: &[&str]) -> Result<&'a str, BadInput> {
        if texts.contains(&self.value) { Ok(self.value) } else { Err(self.bad(&texts.join(" or "))) }
    }

    /// The O*NET-SOC code of a role.
    pub fn role_code(self) -> Result<Code, BadInput> {
        self.value.parse().map_err(|_| self.bad("an O*NET-SOC code such as 15-1299.05"))
    }

    /// A SOC code.
    pub fn soc_code(self) -> Result<SocCode, BadInput> {
        self.value.parse().map_err(|_| self.bad("a SOC code such as 15-1299"))
    }

    /// A code of four digits.
    pub fn short_code(self) -> Result<ShortCode, BadInput> {
        self.value.parse().map_err(|_| self.bad("a code of four digits such as 1021"))
    }

    /// A whole number from 0 that is written in digits alone.
    ///
    /// # Errors
    /// When it is none, or larger than 4,294,967,295.
    pub fn count(self) -> Result<u32, BadInput> {
        let digits = !self.value.is_empty() && self.value.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| self.value.parse().ok()).flatten().ok_or_else(|| self.bad("a whole number"))
    }

    /// A number within a range.
    ///
    /// # Errors
    /// When it is no number, or outside of the range.
    pub fn number<N: FromStr + PartialOrd + Display>(self, range: &RangeInclusive<N>) -> Result<N, BadInput> {
        let number = self.value.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| self.bad(&format!("a number from {} to {}", range.start(), range.end())))
    }

    /// A number within a range that has at most some decimals, so that keeping these loses nothing.
    ///
    /// # Errors
    /// When it is no such number, or outside of the range.
    pub fn decimals(self, most: usize, range: &RangeInclusive<f64>) -> Result<f64, BadInput> {
        let unsigned = self.value.strip_prefix('-').unwrap_or(self.value);
        let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let plain = !whole.is_empty() && whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit());
        let number = self.value.parse().ok().filter(|number| plain && part.len() <= most && range.contains(number));
        let limit = if most == 0 { "without decimals".to_owned() } else { format!("with at most {most} decimals") };
        number.ok_or_else(|| self.bad(&format!("a number{} {limit}", bounds(range))))
    }
}

fn bounds(range: &RangeInclusive<f64>) -> String {
    let (least, most) = (*range.start(), *range.end());
    match (least > f64::MIN, most < f64::MAX) {
        (true, true) => format!(" from {least} to {most}"),
        (true, false) => format!(" from {least}"),
        (false, true) => format!(" up to {most}"),
        (false, false) => String::new(),
    }
}

/// Keys that may stand only once in a file.
#[derive(Debug)]
pub struct Once<K>(HashMap<K, usize>);

impl<K> Default for Once<K> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<K: Hash + Eq> Once<K> {
    /// Notes a key that was read from a field.
    ///
    /// # Errors
    /// When it stood in an earlier line.
    pub fn note(&mut self, key: K, field: Field<'_>) -> Result<(), BadInput> {
        match self.0.insert(key, field.line) {
            None => Ok(()),
            Some(earlier) => Err(field.bad(&format!("new: it stands in line {earlier} already"))),
        }
    }

    /// Notes what a row as a whole is about.
    ///
    /// # Errors
    /// When an earlier row is about the same.
    pub fn check(&mut self, key: K, row: &Row<'_>, what: impl FnOnce() -> String) -> Result<(), BadInput> {
        match self.0.insert(key, row.line()) {
            None => Ok(()),
            Some(earlier) => Err(row.again(&what(), earlier)),
        }
    }
}

/// Refuses a web page where a file was expected: what BLS answers to programs that it does not let in.
///
/// # Errors
/// When the file begins like a page.
pub fn refuse_web_page(file: &SourceFile) -> Result<(), BadInput> {
    let bytes = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes).trim_ascii_start();
    if bytes.first() != Some(&b'<') {
        return Ok(());
    }
    let problem = "this is a web page, not the file that was asked for; the site may have refused the download";
    Err(BadInput::file(&file.path, problem)
        .next("open the file's address in a browser, save the file by hand, and import the saved file"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(value: &str) -> Field<'_> {
        Field::new(Path::new("f.csv"), 7, "c", value)
    }

    #[test]
    fn numbers_keep_to_their_range() {
        assert_eq!(field("0.5").number(&SHARE).ok(), Some(0.5));
        for bad in ["", "x", "1.01", "-0.1", "nan", "inf", "1,2"] {
            assert!(field(bad).number(&SHARE).is_err(), "{bad:?}");
        }
        assert!(field("inf").number(&NOT_NEGATIVE).is_err());
        let error = field("1.5").number(&SHARE).unwrap_err().to_string();
        assert_eq!(error, "f.csv:7, column \"c\": \"1.5\" is not a number from 0 to 1");
    }

    #[test]
    fn decimals_are_counted() {
        assert_eq!(field("-13.3").decimals(1, &(f64::MIN..=f64::MAX)).ok(), Some(-13.3));
        assert_eq!(field("14").decimals(0, &NOT_NEGATIVE).ok(), Some(14.0));
        for bad in ["13.31", "1e3", ".5", "-", "+5", "", "1.-"] {
            assert!(field(bad).decimals(1, &(f64::MIN..=f64::MAX)).is_err(), "{bad:?}");
        }
        let error = field("1.5").decimals(0, &NOT_NEGATIVE).unwrap_err();
        assert_eq!(error.problem, "\"1.5\" is not a number from 0 without decimals");
    }

    #[test]
    fn counts_are_digits() {
        assert_eq!(field("439380").count().ok(), Some(439_380));
        for bad in ["", "-1", "+1", "1.0", "4294967296"] {
            assert!(field(bad).count().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn a_key_stands_once() {
        let mut once = Once::default();
        assert!(once.note(1, field("1")).is_ok());
        let error = once.note(1, field("1")).unwrap_err();
        assert_eq!(error.problem, "\"1\" is not new: it stands in line 7 already");
    }

    #[test]
    fn texts_and_codes_are_checked() {
        assert!(field("").text().is_err());
        assert_eq!(field("E3").one_of(&["E0", "E1"]).unwrap_err().problem, "\"E3\" is not E0 or E1");
        assert!(field("15-1299").role_code().is_err());
        assert!(field("15-1299.05").soc_code().is_err());
    }
}
