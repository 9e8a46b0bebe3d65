//! Lists that people keep: whatever file comes, opened as lines, a table or a worksheet.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use csv::StringRecord;

use crate::ingest::spreadsheet::Spreadsheet;
use crate::ingest::{LARGEST, SourceFile};
use crate::staff::file::Given;

/// How an Excel workbook begins, as every zip archive does.
const WORKBOOK: &[u8] = b"PK\x03\x04";

/// What is asked of a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The sheet of a workbook, by name or number.
    pub sheet: Option<&'a str>,
    /// Each line is a title: nothing else than text will do.
    pub only_lines: bool,
}

/// Why a list cannot be used, with its name.
type Failure = Box<dyn std::error::Error>;

/// What a list is called in messages; `-` is standard input.
pub fn name(path: &Path) -> String {
    if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() }
}

/// The size of a file in bytes and when it was changed last; none of standard input, and of what does not say.
pub fn stamp(path: &Path) -> Option<(u64, SystemTime)> {
    let kind = fs::metadata(path).ok().filter(fs::Metadata::is_file)?;
    Some((kind.len(), kind.modified().ok()?))
}

/// Opens a list and hands it on: what it is, how many bytes it has where that is known, and what the user may want to know
/// of the choice of the sheet.
///
/// # Errors
/// An input that cannot be opened, by its name; those of `take`.
pub fn with<T>(
    path: &Path,
    wanted: Wanted<'_>,
    take: impl FnOnce(Given<'_>, Option<u64>, Option<String>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let name = name(path);
    let (mut bytes, size) = open(path, &name)?;
    let mut start = Vec::new();
    (&mut bytes).take(WORKBOOK.len() as u64).read_to_end(&mut start).map_err(|error| format!("{name}: {error}"))?;
    let is_workbook = start == WORKBOOK;
    let mut bytes = start.as_slice().chain(bytes);
    if is_workbook {
        if wanted.only_lines {
            return Err(format!("{name}: --lines is for text; this is an Excel workbook or a zip archive").into());
        }
        let mut book = Spreadsheet::open(whole(&name, bytes)?)?;
        let mut rows = book.rows(wanted.sheet)?;
        let others = rows.others.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ");
        let remark = (wanted.sheet.is_none() && !others.is_empty())
            .then(|| format!("sheet {:?} is read; --sheet takes another: {others}", rows.name));
        let mut next = |row: &mut StringRecord| rows.next(row).map_err(io::Error::other);
        return take(Given::Rows(&mut next), None, remark);
    }
    if wanted.sheet.is_some() {
        return Err(format!("{name}: --sheet is for Excel workbooks (.xlsx); this is none").into());
    }
    take(Given::Text(&mut bytes), size, None)
}

/// The bytes of a file or of standard input, and how many there are where that is known.
fn open(path: &Path, name: &str) -> Result<(Box<dyn Read>, Option<u64>), Failure> {
    if path.as_os_str() == "-" {
        return Ok((Box::new(io::stdin().lock()), None));
    }
    let bad = |error: io::Error| format!("{name}: {error}");
    let kind = fs::metadata(path).map_err(bad)?;
    if kind.is_dir() {
        return Err(format!("{name}: this is a folder; name a file with job titles").into());
    }
    if kind.is_file() && kind.len() == 0 {
        return Err(format!("{name}: the file is empty").into());
    }
    let file = File::open(path).map_err(bad)?;
    Ok((Box::new(file), kind.is_file().then_some(kind.len())))
}

/// A workbook in memory: its list of parts stands at its end.
fn whole(name: &str, bytes: impl Read) -> Result<SourceFile, Failure> {
    let mut whole = Vec::new();
    bytes.take(LARGEST + 1).read_to_end(&mut whole).map_err(|error| format!("{name}: {error}"))?;
    if whole.len() as u64 > LARGEST {
        return Err(
            format!("{name}: larger than the {LARGEST} bytes that are read of a workbook; save it as CSV").into()
        );
    }
    Ok(SourceFile { path: name.into(), bytes: whole })
}

/// An input that cannot be used is named; a writer's errors stay what they are, as a closed pipe is none.
pub fn named(name: &str, error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::InvalidData { format!("{name}: {error}").into() } else { error.into() }
}
