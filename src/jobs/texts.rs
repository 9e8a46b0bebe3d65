//! Texts that are matched: read from files, and what they say written to files, only where the user asks for it.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, TryRecvError, channel};

use super::{THREAD, places, whole};
use crate::app::data::OpenedText;
use crate::catalog::RoleId;
use crate::document;
use crate::matching::{Matched, Text};
use crate::report::matching::{Asked, ROLES, form_of, write};
use crate::search::Engine;

/// A file that is being read on a thread of its own.
pub struct Opening(Receiver<Result<OpenedText, String>>);

impl Opening {
    /// Begins to read the file of a path, as it was typed.
    pub fn start(path: String) -> Self {
        let (send, answer) = channel();
        let to_end = send.clone();
        let work = move || {
            let read = catch_unwind(AssertUnwindSafe(|| open(&path)));
            // Who no longer listens needs no word.
            let _ =
                send.send(read.unwrap_or_else(|_| Err(format!("{path}: a fault in rolescope stopped the reading"))));
        };
        if let Err(error) = std::thread::Builder::new().name(THREAD.to_owned()).spawn(work) {
            let _ = to_end.send(Err(format!("It cannot be read: {error}")));
        }
        Self(answer)
    }

    /// The text, or why there is none, once it is read.
    pub fn answer(&self) -> Option<Result<OpenedText, String>> {
        match self.0.try_recv() {
            Ok(read) => Some(read),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Err("The file could not be read".to_owned())),
        }
    }
}

/// Reads a file, whatever kind of document it is.
fn open(typed: &str) -> Result<OpenedText, String> {
    let path = places::expanded(typed);
    if path.as_os_str() == "-" {
        return Err("Standard input is the keyboard here; name a file".to_owned());
    }
    let document = document::open(&path).map_err(|error| {
        let next = error.next.map_or_else(String::new, |next| format!("; {next}"));
        format!("{}: {}{next}", error.name, error.problem)
    })?;
    let name = path.file_name().map_or_else(|| typed.to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(OpenedText { name, text: document.text, remark: document.cut.map(|cut| format!("Of the file {cut}.")) })
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was written, with the words for it.
    Written(String),
    /// There is a file of that name already.
    IsThere(String),
}

/// Writes what a text says to a file, in the form that its name ends with. A file that is there is replaced only where the
/// user has said so.
///
/// # Errors
/// A name that says no form, a folder or a disk that takes nothing, and what to do.
pub fn save(
    engine: &Engine,
    name: &str,
    (text, matched, role): (&Text, &Matched, Option<RoleId>),
    (typed, over): (&str, bool),
) -> Result<Saved, String> {
    let asked = Asked { name, text, matched, role, from: None, roles: ROLES, lists_left_out: true };
    let path = places::expanded(typed);
    let shown = path.display().to_string();
    let Some(form) = form_of(&path) else {
        return Err(format!("{shown}: its name says no form; let it end with .md, .html, .json or .txt"));
    };
    if !over && fs::symlink_metadata(&path).is_ok() {
        return Ok(Saved::IsThere(shown));
    }
    let written = whole::write(&path, |file| Ok(write(file, engine, &asked, form)?));
    written
        .map(|_| Saved::Written(format!("What the text says is saved in {shown}")))
        .map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::matching::{Chosen, Reader};

    #[test]
    fn a_text_is_opened_and_what_it_says_saved_but_over_nothing_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name).display().to_string();
        fs::write(path("job.txt"), "- Keep bees\n- sell honey\n").unwrap();
        let opened = open(&path("job.txt")).unwrap();
        assert_eq!(opened.text.trim_end(), "- Keep bees\n- sell honey");
        assert_eq!(opened.name, "job.txt");
        for (name, said) in [("none.txt", "no such file"), ("", "this is a folder")] {
            let problem = open(&path(name)).unwrap_err();
            assert!(problem.contains(said), "{problem}");
        }
        let engine = fixture::engine();
        let text = Text::of(&opened.text, &Chosen::default());
        let matched = Reader::default().read(&engine, &text);
        let save = |name: &str, over| save(&engine, "job.txt", (&text, &matched, None), (&path(name), over));
        assert!(save("job.pages", false).unwrap_err().contains("let it end with .md"));
        assert!(matches!(save("job.txt", false), Ok(Saved::IsThere(_))));
        assert_eq!(fs::read_to_string(path("job.txt")).unwrap(), "- Keep bees\n- sell honey\n");
        for name in ["job.md", "job.html", "job.json", "job.txt"] {
            assert!(matches!(save(name, name == "job.txt"), Ok(Saved::Written(_))), "{name}");
        }
        assert_ne!(fs::read_to_string(path("job.txt")).unwrap(), "- Keep bees\n- sell honey\n");
    }
}
