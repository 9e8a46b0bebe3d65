//! Files and standard input, with a bound.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::{Document, DocumentError, Problem, read};

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 20 * 1024 * 1024;
/// What standard input is called in a sentence.
pub const STANDARD_INPUT: &str = "standard input";

/// Reads a file; `-` is standard input.
///
/// # Errors
/// Those of [`read`]; a file that is not there, may not be read or is too large; a folder.
pub fn open(path: &Path) -> Result<Document, DocumentError> {
    let (name, bytes) = if path.as_os_str() == OsStr::new("-") {
        (STANDARD_INPUT.to_owned(), bytes(&mut io::stdin().lock()))
    } else {
        let name = path.display().to_string();
        let file = File::open(path).map_err(|error| unread(&error)).and_then(|mut file| {
            if file.metadata().is_ok_and(|about| about.is_dir()) {
                return Err(folder());
            }
            bytes(&mut file)
        });
        (name, file)
    };
    let bytes = bytes.map_err(|problem| problem.of(&name))?;
    read(&name, bytes)
}

/// All bytes, if they are not too many.
fn bytes(from: &mut impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    from.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unread(&error))?;
    if bytes.len() as u64 > LARGEST {
        let megabytes = LARGEST / 1024 / 1024;
        return Err(Problem::new(
            format!("it is larger than the {megabytes} MB that are read"),
            "save the pages with the text as a file of their own",
        ));
    }
    Ok(bytes)
}

fn folder() -> Problem {
    Problem::new("this is a folder", "name a file in it")
}

fn unread(error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::NotFound => {
            Problem::new("there is no such file", "look whether its name and folder are spelled right")
        }
        io::ErrorKind::IsADirectory => folder(),
        io::ErrorKind::PermissionDenied => {
            Problem::new("this file may not be read", "ask its owner for the right to read it")
        }
        _ => Problem { problem: format!("cannot be read: {error}"), next: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_readable_file_is_said() {
        let folder = std::env::temp_dir();
        assert!(open(&folder).unwrap_err().to_string().contains("folder"));
        let missing = open(&folder.join("rolescope-no-such-file.txt")).unwrap_err().to_string();
        assert!(missing.ends_with("rolescope-no-such-file.txt: there is no such file\n  next: look whether its name and folder are spelled right"), "{missing}");
        let problem = bytes(&mut io::repeat(b'a')).unwrap_err();
        assert!(problem.problem.contains("20 MB"), "{problem:?}");
    }
}
