//! Files that are there whole or not at all.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// Why a file cannot be written.
type Failure = Box<dyn std::error::Error>;

/// Writes a file under a temporary name in its folder, and gives it its own in one rename, after all of it has reached the
/// disk. What `write` returns is handed on.
///
/// # Errors
/// Those of `write`, as they are; a folder or a disk that takes nothing, with the name of the file. Nothing is left
/// behind, and what had the name has it still.
pub fn write<T>(path: &Path, write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Failure>) -> Result<T, Failure> {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let refused = |error: std::io::Error| -> Failure {
        format!("{}: cannot be written: {error}; name a file in a folder that takes it", path.display()).into()
    };
    let file = File::options().write(true).create_new(true).open(&part).map_err(refused)?;
    let mut file = BufWriter::new(file);
    let written = write(&mut file).and_then(|told| {
        file.flush()
            .and_then(|()| file.get_ref().sync_all())
            .and_then(|()| fs::rename(&part, path))
            .map_err(refused)?;
        Ok(told)
    });
    if written.is_err() {
        // What cannot be removed does no harm but the room it takes.
        let _ = fs::remove_file(&part);
    }
    written
}

/// A name that is still free: `staff.coded.csv`, else `staff.coded-2.csv` and so on.
pub fn free(path: PathBuf) -> PathBuf {
    let (stem, end) = (path.file_stem().unwrap_or_default().to_owned(), path.extension().map(OsString::from));
    let numbered = |number: u32| {
        let mut name = stem.clone();
        name.push(format!("-{number}"));
        if let Some(end) = &end {
            name.push(".");
            name.push(end);
        }
        path.with_file_name(name)
    };
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    if is_free(&path) { path } else { (2..u32::MAX).map(numbered).find(is_free).unwrap_or(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_there_whole_or_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("staff.coded.csv");
        write(&path, |file| Ok(file.write_all(b"one")?)).unwrap();
        let half = write(&path, |file| {
            file.write_all(b"tw")?;
            Err::<(), Failure>("cut off".into())
        });
        assert_eq!(half.unwrap_err().to_string(), "cut off");
        assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no part is left");
        assert_eq!(free(path.clone()), folder.path().join("staff.coded-2.csv"));
        fs::write(folder.path().join("staff.coded-2.csv"), "").unwrap();
        assert_eq!(free(path), folder.path().join("staff.coded-3.csv"));
        assert_eq!(free(folder.path().join("new")), folder.path().join("new"));
        let nowhere = write(&folder.path().join("none/x"), |_| Ok(())).unwrap_err().to_string();
        assert!(nowhere.contains("none/x: cannot be written: "), "{nowhere}");
    }
}
