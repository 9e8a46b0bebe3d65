//! What is said of a published file, once: its dataset, what it is called, how it is recognised, read and downloaded.
//! Each dataset stands beside its reader; [`DATASETS`] has all of them.

mod source_rows;

use super::read::Read;
use super::{BadInput, DATASETS, Intake, SourceFile, Tables, onet};
use crate::catalog::SourceId;
pub use source_rows::{not_embedded, rows};

pub const BLS: &str = "U.S. Bureau of Labor Statistics";
pub const CC_BY: &str = "CC BY 4.0";
pub const PUBLIC_DOMAIN: &str = "Public domain (U.S. government work)";

/// What of a dataset does not change from release to release, and the release that is embedded.
#[derive(Debug)]
pub struct Dataset {
    pub id: SourceId,
    pub name: &'static str,
    pub release: &'static str,
    /// The release is the name of the only publication, not a number.
    pub is_only: bool,
    pub date: &'static str,
    pub publisher: &'static str,
    pub address: &'static str,
    pub licence: &'static str,
    /// `{release}` is the release, where the licence asks for it to be named.
    pub attribution: &'static str,
    /// None where it comes with the program alone, or within another.
    pub option: Option<CommandOption>,
    /// A user brings all of them, or none.
    pub files: &'static [Published],
    /// Whether several files of one kind are it together.
    pub is_in_parts: bool,
    /// Puts what was read of it into tables, over what is there.
    pub place: fn(&mut Tables, &mut Read),
}

/// A dataset on the command line.
#[derive(Debug)]
pub struct CommandOption {
    pub word: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Which files are meant.
    pub files: &'static str,
}

impl CommandOption {
    pub const fn new(word: &'static str, about: &'static str, files: &'static str) -> Self {
        Self { word, about, files }
    }
}

/// A published file, or one of the tables of O*NET.
#[derive(Debug)]
pub struct Published {
    pub dataset: SourceId,
    /// What it is, for messages; each has its own.
    pub what: &'static str,
    /// What its publisher calls it; empty where that says nothing.
    pub name: &'static str,
    /// Other names that it is known by; `*` stands for anything.
    pub others: &'static [&'static str],
    pub recognise: fn(&SourceFile) -> bool,
    /// Reads it into its place. O*NET's tables are read together: of one it is only said what is wrong with it.
    pub read: fn(&SourceFile, &mut Read) -> Result<Intake, BadInput>,
    pub download: Option<Address>,
}

/// Where a file is published.
#[derive(Debug)]
pub struct Address {
    /// The folder of its address.
    pub folder: &'static str,
    /// The file or archive there. `{release}` stands for O*NET's release, `30_3`; `{year}` for the two digits of OEWS's.
    pub file: &'static str,
    /// About how large it is, in bytes.
    pub size: u64,
    /// The SHA-256 of the file that the embedded snapshot was made from, where that is this file.
    pub sha256: Option<&'static str>,
}

/// All published files, in the order in which a file is tried.
pub fn files() -> impl Iterator<Item = &'static Published> {
    DATASETS.into_iter().flat_map(|dataset| dataset.files)
}

impl Dataset {
    /// What a dataset is that comes with the program alone and has no table of its own.
    pub const PLAIN: Self = Self {
        id: SourceId::Onet,
        name: "",
        release: "",
        is_only: false,
        date: "",
        publisher: "",
        address: "",
        licence: "",
        attribution: "",
        option: None,
        files: &[],
        is_in_parts: false,
        place: |_, _| {},
    };

    pub fn of(id: SourceId) -> Option<&'static Self> {
        DATASETS.into_iter().find(|dataset| dataset.id == id)
    }

    /// What its licence asks to be said, with the release where it asks for that.
    pub fn credit(&self, release: &str) -> String {
        self.attribution.replace("{release}", release)
    }

    /// Its word on the command line.
    pub fn word(&self) -> &'static str {
        self.option.as_ref().map_or("", |option| option.word)
    }

    /// Its licence within a sentence.
    pub fn licence_within(&self) -> String {
        let mut letters = self.licence.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() => {
                format!("{}{}", first.to_lowercase(), letters.as_str())
            }
            _ => self.licence.to_owned(),
        }
    }
}

impl PartialEq for Published {
    fn eq(&self, other: &Self) -> bool {
        self.what == other.what
    }
}

impl Published {
    /// What a file holds, by its contents alone; none where it holds nothing that is taken. Files that come with the program
    /// alone are known only where `all` are asked for.
    pub fn of(file: &SourceFile, all: bool) -> Option<&'static Self> {
        files().filter(|known| all || !known.dataset.is_embedded()).find(|known| (known.recognise)(file))
    }

    /// What it is, with the name of the published file.
    pub fn named(&self) -> String {
        if self.name.is_empty() { self.what.to_owned() } else { format!("{} ({})", self.what, self.name) }
    }

    /// Its dataset's word on the command line.
    pub fn word(&self) -> &'static str {
        Dataset::of(self.dataset).map_or("", Dataset::word)
    }

    /// What its reader says against a file.
    pub fn complaint(&self, file: &SourceFile) -> Option<BadInput> {
        (self.read)(file, &mut Read::default()).err()
    }

    /// What is wrong with a file that is called as a published one and holds something else.
    pub fn misnamed(file: &SourceFile) -> Option<(&'static Self, BadInput)> {
        let name = file.name();
        let mut brought = files().filter(|known| !known.dataset.is_embedded());
        let known =
            brought.find(|known| known.is_called(&name)).or_else(|| onet::is_called(&name).then_some(&onet::TABLE))?;
        Some((known, known.complaint(file)?))
    }

    pub(super) fn is_called(&self, name: &str) -> bool {
        let plain = |name: &str| name.to_lowercase().replace('_', "-");
        let name = plain(name);
        std::iter::once(&self.name).chain(self.others).filter(|known| !known.is_empty()).any(|known| {
            let known = plain(known);
            match known.split_once('*') {
                Some((start, end)) => name.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
                None => name == known,
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, bytes: &[u8]) -> SourceFile {
        SourceFile { path: name.into(), bytes: bytes.to_vec() }
    }

    #[test]
    fn files_are_known_by_what_they_hold() {
        let known = |bytes: &[u8]| Published::of(&file("any name", bytes), false).map(|known| known.what);
        assert_eq!(known(b"occ_code,title,observed_exposure\n"), Some("Anthropic's job exposure"));
        assert_eq!(known(b"O*NET-SOC Code\tTitle\tDescription\r\n"), Some(onet::TABLE.what));
        assert_eq!(known(b"O*NET 31.0 Database\r\nAugust 2026 Release\r\n"), Some(onet::READ_ME.what));
        for nothing in [b"".as_slice(), b"a,b\n", b"\0\xff\xfe", b"PK\x03\x04", b"<html>", b"code,summary\n"] {
            assert_eq!(known(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_published_name_with_something_else_in_it_is_complained_of() {
        let complaint =
            |name: &str, bytes: &[u8]| Published::misnamed(&file(name, bytes)).map(|(_, error)| error.to_string());
        for (name, bytes, expected) in [
            ("occupation.xlsx", b"<html>Access Denied</html>".as_slice(), "this is a web page"),
            ("national_M2026_dl.xlsx", b"", "not an Excel workbook"),
            ("occ_level.csv", b"a,b\n", "the header has 0 columns \"O*NET-SOC Code\""),
            ("job_exposure.csv", b"", "the header has 0 columns \"occ_code\""),
            ("Task Statements.txt", b"O*NET-SOC Code\tTask ID\tTusk\r\n", "no table of O*NET has these columns"),
            ("Task Statements.txt", b"", "the file is empty"),
        ] {
            let complaint = complaint(name, bytes).unwrap();
            assert!(complaint.starts_with(name) && complaint.contains(expected), "{complaint}");
        }
        assert_eq!(complaint("notes.txt", b""), None);
    }

    #[test]
    fn each_file_is_called_something_of_its_own() {
        for (place, known) in files().enumerate() {
            assert!(files().take(place).all(|other| other.what != known.what), "{}", known.what);
        }
    }

    #[test]
    fn the_datasets_stand_in_the_order_of_the_ids() {
        assert!(DATASETS.windows(2).all(|pair| pair[0].id < pair[1].id));
    }

    #[test]
    fn what_a_user_can_bring_has_an_option() {
        for dataset in DATASETS {
            assert_eq!(dataset.option.is_some(), dataset.id.brought_as() == Some(dataset.id), "{:?}", dataset.id);
        }
    }
}
