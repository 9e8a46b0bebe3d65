//! Published files as people keep them: a zip as downloaded, a file packed as gz, or one file.

use std::io::{Cursor, Read};
use std::path::{Component, PathBuf};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;

use super::{BadInput, LARGEST, SourceFile};

/// How much is read in all, in bytes. O*NET's text release is less than half of it.
pub const LARGEST_IN_ALL: u64 = 2 * LARGEST;
/// How many files an archive may hold. O*NET's text release holds 45.
const MOST_FILES: usize = 10_000;
/// What the texts of a workbook may unpack to, in bytes: they are held in memory one by one, and take several times that.
const LARGEST_TEXTS: u64 = LARGEST / 4;

/// Bounds of what is read into memory.
#[derive(Clone, Copy)]
struct Bounds {
    file: u64,
    all: u64,
}

const BOUNDS: Bounds = Bounds { file: LARGEST, all: LARGEST_IN_ALL };

/// What a file holds: itself, or the files of an archive, by path.
///
/// # Errors
/// When the archive is damaged or encrypted, it or a file in it unpacks to more than is read, or a name in it is absolute or
/// climbs out of it.
pub fn unpacked(file: SourceFile) -> Result<Vec<SourceFile>, BadInput> {
    opened(file, BOUNDS)
}

/// Refuses what is no Excel workbook, or one that would fill the memory.
///
/// # Errors
/// Which kind of file it is, what is damaged, or what is too large.
pub fn check_spreadsheet(file: &SourceFile) -> Result<(), BadInput> {
    let bad = |e| BadInput::file(&file.path, format!("not a readable workbook: {e}"));
    if let Some(entries) = entries(&file.bytes).filter(|entries| *entries > MOST_FILES) {
        return Err(BadInput::file(&file.path, format!("{entries} files are more than the {MOST_FILES} read")));
    }
    let zip = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(bad)?;
    let has = |start: &str| zip.file_names().any(|name| name.is_ok_and(|name| name.starts_with(start)));
    let problem = match () {
        () if has("xl/workbook.bin") => "this is a binary Excel workbook (.xlsb)",
        () if has("xl/") => return check_workbook(file, LARGEST, LARGEST_TEXTS),
        () if has("word/") => "this is a Word document (.docx)",
        () if has("ppt/") => "this is a presentation (.pptx)",
        () if has("content.xml") => "this is an OpenDocument file (.ods, .odt)",
        () => {
            let bad = BadInput::file(&file.path, "this is a zip archive");
            return Err(bad.next("unpack it, and name the file inside"));
        }
    };
    Err(BadInput::file(&file.path, problem).next("save it as an Excel workbook (.xlsx) or CSV"))
}

/// A file itself, or what it holds where it is an archive. An xlsx workbook is a zip too, but counts as one file.
fn opened(file: SourceFile, bounds: Bounds) -> Result<Vec<SourceFile>, BadInput> {
    let mut files = Vec::new();
    let mut left = bounds.all;
    for file in contents(file, bounds)? {
        // A download that was packed once more: one level, so that nothing can unfold without end.
        if is_gz(&file) || file.bytes.starts_with(b"PK") && !is_workbook(&file) {
            let inner = contents(file, Bounds { all: left, ..bounds })?;
            left = left.saturating_sub(inner.iter().map(|file| file.bytes.len() as u64).sum());
            files.extend(inner);
        } else {
            files.push(file);
        }
    }
    Ok(files)
}

fn is_gz(file: &SourceFile) -> bool {
    file.bytes.starts_with(b"\x1f\x8b")
}

/// The one file that is packed as gz, under the name without that ending.
fn of_gz(file: SourceFile, most: u64) -> Result<SourceFile, BadInput> {
    let mut bytes = Vec::new();
    let unpacked = MultiGzDecoder::new(file.bytes.as_slice()).take(most + 1).read_to_end(&mut bytes);
    unpacked
        .map_err(|e| BadInput::file(&file.path, format!("not a readable gz file: {e}")).next("download it again"))?;
    if bytes.len() as u64 > most {
        return Err(BadInput::file(&file.path, format!("unpacks to more than the {most} bytes that are read")));
    }
    let is_named = file.path.extension().is_some_and(|end| end.eq_ignore_ascii_case("gz"));
    Ok(SourceFile { path: if is_named { file.path.with_extension("") } else { file.path }, bytes })
}

fn is_workbook(file: &SourceFile) -> bool {
    let zip = ZipArchive::new(Cursor::new(file.bytes.as_slice()));
    zip.is_ok_and(|zip| zip.index_for_name("[Content_Types].xml").is_some())
}

/// What an archive holds; any other file is that file alone.
fn contents(file: SourceFile, bounds: Bounds) -> Result<Vec<SourceFile>, BadInput> {
    if is_gz(&file) {
        return Ok(vec![of_gz(file, bounds.file.min(bounds.all))?]);
    }
    if !file.bytes.starts_with(b"PK") {
        return Ok(vec![file]);
    }
    let bad = |e| BadInput::file(&file.path, format!("not a readable zip archive: {e}")).next("download it again");
    if let Some(entries) = entries(&file.bytes).filter(|entries| *entries > MOST_FILES) {
        return Err(BadInput::file(&file.path, format!("{entries} files are more than the {MOST_FILES} read")));
    }
    let mut zip = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(bad)?;
    if zip.index_for_name("[Content_Types].xml").is_some() {
        drop(zip);
        // Its sheets are read cell by cell, not held as they unpack.
        check_workbook(&file, bounds.all, LARGEST_TEXTS)?;
        return Ok(vec![file]);
    }
    let mut files = Vec::new();
    let mut left = bounds.all;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(bad)?;
        let name = entry.name().map_err(bad)?.into_owned();
        let inside = inside(&name).ok_or_else(|| {
            BadInput::file(&file.path, format!("it holds {name:?}, a name that leads out of the archive"))
                .next("download it from its publisher")
        })?;
        if entry.is_dir() {
            continue;
        }
        let path = file.path.join(inside);
        let most = bounds.file.min(left);
        let mut bytes = Vec::new();
        // The size that the archive states is not trusted: what comes out is counted.
        entry.take(most + 1).read_to_end(&mut bytes).map_err(|e| BadInput::file(&path, e).next("download it again"))?;
        let size = bytes.len() as u64;
        if size > most {
            return Err(BadInput::file(&path, format!("unpacks to more than the {most} bytes that are read")));
        }
        left -= size;
        files.push(SourceFile { path, bytes });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// How many files an archive says that it holds, from the record at its end, before a list of them is made. Archives of
/// 65,535 files and more write that number, and the true one elsewhere.
fn entries(archive: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let end = archive.len().checked_sub(22)?;
    let start = end.saturating_sub(usize::from(u16::MAX));
    let place = (start..=end).rev().find(|place| archive.get(*place..).is_some_and(|rest| rest.starts_with(END)))?;
    let count = archive.get(place + 10..place + 12)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_le_bytes(*count)))
}

/// Refuses a workbook that would fill the memory: its reader trusts what the parts unpack to, so that is counted first.
fn check_workbook(file: &SourceFile, most: u64, most_texts: u64) -> Result<(), BadInput> {
    let bad = |e| BadInput::file(&file.path, format!("not a readable workbook: {e}")).next("download it again");
    let mut zip = ZipArchive::new(Cursor::new(file.bytes.as_slice())).map_err(bad)?;
    let mut left = most;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(bad)?;
        let is_texts = entry.name().is_ok_and(|name| name.ends_with("sharedStrings.xml"));
        let most = if is_texts { left.min(most_texts) } else { left };
        let name = entry.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let size = std::io::copy(&mut entry.take(most + 1), &mut std::io::sink())
            .map_err(|e| BadInput::file(&file.path.join(&name), e).next("download it again"))?;
        if size > most {
            let problem = format!("{name} unpacks to more than the {most} bytes that are read");
            return Err(BadInput::file(&file.path, problem));
        }
        left -= size;
    }
    Ok(())
}

/// The path of a name in an archive; `None` where it is absolute, climbs, or would do so on another system.
fn inside(name: &str) -> Option<PathBuf> {
    if name.is_empty() || name.contains(['\\', '\0', ':']) {
        return None;
    }
    let path = PathBuf::from(name);
    path.components().all(|part| matches!(part, Component::Normal(_))).then_some(path)
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::path::Path;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    fn archive(bytes: Vec<u8>) -> SourceFile {
        SourceFile { path: "a.zip".into(), bytes }
    }

    #[test]
    fn zip_and_file_are_read_alike() {
        let files = unpacked(SourceFile { path: "b.txt".into(), bytes: b"two".to_vec() }).unwrap();
        assert_eq!((files.len(), files[0].name().as_str()), (1, "b.txt"));
        let files = unpacked(archive(zipped(&[("release/b.txt", b"two"), ("release/a.txt", b"one")]))).unwrap();
        assert_eq!(files.len(), 2);
        assert_eq!(files[0].path, Path::new("a.zip/release/a.txt"));
        assert_eq!(files[1].bytes, b"two");
    }

    #[test]
    fn a_zip_in_a_zip_is_opened_once() {
        let inner = zipped(&[("a.txt", b"one"), ("deep.zip", &zipped(&[("b.txt", b"two")]))]);
        let files = opened(archive(zipped(&[("release.zip", &inner), ("c.txt", b"three")])), BOUNDS).unwrap();
        let names: Vec<_> = files.iter().map(|file| file.path.display().to_string()).collect();
        assert_eq!(names, ["a.zip/c.txt", "a.zip/release.zip/a.txt", "a.zip/release.zip/deep.zip"]);
        let bounds = Bounds { file: 1000, all: 800 };
        let many = zipped(&[("1.zip", &zipped(&[("x", &[0; 600])])), ("2.zip", &zipped(&[("x", &[0; 600])]))]);
        assert!(opened(archive(many), bounds).unwrap_err().to_string().contains("unpacks to more than"));
    }

    #[test]
    fn a_file_packed_as_gz_is_unpacked_under_its_own_name() {
        use flate2::{Compression, write::GzEncoder};
        let packed = |bytes: &[u8]| {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            encoder.write_all(bytes).unwrap();
            encoder.finish().unwrap()
        };
        let gz = |bytes| SourceFile { path: "b.csv.gz".into(), bytes };
        let files = opened(gz(packed(b"two")), BOUNDS).unwrap();
        assert_eq!((files.len(), files[0].name().as_str(), files[0].bytes.as_slice()), (1, "b.csv", b"two".as_slice()));
        let files = opened(archive(zipped(&[("b.csv.gz", &packed(b"two"))])), BOUNDS).unwrap();
        assert_eq!(files[0].path, Path::new("a.zip/b.csv"));
        let error = |bytes, file| opened(gz(bytes), Bounds { file, all: 1000 }).unwrap_err().to_string();
        assert!(error(packed(&[0; 100]), 99).contains("unpacks to more than the 99 bytes"));
        let mut cut = packed(b"some words");
        cut.truncate(cut.len() - 9);
        assert!(error(cut, 1000).starts_with("b.csv.gz: not a readable gz file"));
    }

    #[test]
    fn a_workbook_stays_whole() {
        let bytes = zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/workbook.xml", b"<x/>")]);
        let files = opened(archive(bytes.clone()), BOUNDS).unwrap();
        assert_eq!(files.len(), 1);
        assert_eq!(files[0].bytes, bytes);
    }

    #[test]
    fn names_that_lead_out_are_refused() {
        for name in ["../a.txt", "x/../../a.txt", "x/../a.txt", "/etc/a.txt", "..\\a.txt", "C:/a.txt"] {
            let error = opened(archive(zipped(&[(name, b"x")])), BOUNDS).unwrap_err().to_string();
            assert!(error.contains("leads out of the archive"), "{name}: {error}");
        }
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let bytes = zipped(&[("a.txt", &[b'x'; 100]), ("b.txt", &[b'x'; 100])]);
        let error = |file, all| opened(archive(bytes.clone()), Bounds { file, all }).unwrap_err().to_string();
        assert!(error(99, 1000).starts_with("a.zip/a.txt: unpacks to more than the 99 bytes"));
        assert!(error(100, 199).starts_with("a.zip/b.txt: unpacks to more than the 99 bytes"));
        assert_eq!(opened(archive(bytes.clone()), Bounds { file: 100, all: 200 }).unwrap().len(), 2);
    }

    #[test]
    fn a_workbook_that_unpacks_to_too_much_is_refused() {
        let book = |texts: &[u8]| {
            archive(zipped(&[("[Content_Types].xml", b"<x/>"), ("xl/sharedStrings.xml", texts), ("x", &[b'x'; 50])]))
        };
        assert!(check_workbook(&book(&[b' '; 100]), 154, 100).is_ok());
        let error = |most, texts| check_workbook(&book(&[b' '; 100]), most, texts).unwrap_err().to_string();
        assert!(error(153, 100).ends_with("x unpacks to more than the 49 bytes that are read"), "{}", error(153, 100));
        assert!(error(154, 99).contains("sharedStrings.xml unpacks to more than the 99 bytes"));
    }

    #[test]
    fn the_number_of_files_is_read_before_their_list() {
        let mut bytes = zipped(&[("a.txt", b"x"), ("b.txt", b"y")]);
        assert_eq!(entries(&bytes), Some(2));
        let end = bytes.len() - 22;
        bytes[end + 10..end + 12].copy_from_slice(&[0xff, 0xff]);
        let error = opened(archive(bytes), BOUNDS).unwrap_err().to_string();
        assert!(error.contains("65535 files are more than the 10000 read"), "{error}");
        assert_eq!(entries(b"PK"), None);
    }

    #[test]
    fn damaged_archives_are_errors() {
        let mut bytes = zipped(&[("a.txt", b"some words")]);
        bytes.truncate(bytes.len() / 2);
        let error = opened(archive(bytes), BOUNDS).unwrap_err().to_string();
        assert!(error.contains("not a readable zip archive") && error.contains("download it again"), "{error}");
    }
}
