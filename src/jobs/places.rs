//! Where files are: what can be downloaded and to where, and the paths that a user types.

use std::fs;
use std::path::{Path, PathBuf, is_separator};

use super::own;
use crate::app::data::{Completion, Listing, Offer};
use crate::catalog::SourceId;
use crate::ingest::fetch::{self, Download, ONET_RELEASE};

/// How many names a path is completed among at most, and how many are shown.
const MOST: [usize; 2] = [10_000, 40];
/// How the names of published files end.
const ENDINGS: [&str; 6] = ["zip", "xlsx", "csv", "tsv", "txt", "gz"];

/// The files of some datasets; of all where none is named.
pub fn downloads_of(datasets: &[SourceId]) -> Vec<Download> {
    let datasets: Vec<SourceId> = datasets.iter().filter_map(|id| id.brought_as()).collect();
    fetch::downloads(&datasets, ONET_RELEASE, None, own::mirror().as_deref())
}

/// What would be downloaded, for the user to say yes or no to.
pub fn listing(datasets: Vec<SourceId>) -> Listing {
    let folder = match own::home() {
        Ok(home) => home.downloads(),
        Err(problem) => return Listing { datasets, problem: Some(problem), ..Listing::default() },
    };
    let files = downloads_of(&datasets).into_iter().map(|download| Offer {
        is_here: folder.join(&download.file).exists(),
        file: download.file,
        address: download.address,
        size: download.size,
        licence: download.licence,
    });
    Listing { files: files.collect(), folder: folder.display().to_string(), datasets, problem: None }
}

/// A path as it was typed or pasted: quotes and spaces around it go, `~` is the home folder.
pub fn expanded(typed: &str) -> PathBuf {
    let mut text = typed.trim();
    for quote in ['"', '\''] {
        text = text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote)).unwrap_or(text);
    }
    let rest = text.strip_prefix('~').filter(|rest| rest.is_empty() || rest.starts_with(is_separator));
    match (rest, std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest.trim_start_matches(is_separator)),
        _ => PathBuf::from(text),
    }
}

/// What a path may be completed to: folders, and files that are called as published ones are.
pub fn completion(typed: &str) -> Completion {
    if typed == "~" {
        return Completion { typed: typed.to_owned(), path: "~/".to_owned(), offers: Vec::new() };
    }
    let (folder, start) = typed.rfind(is_separator).map_or(("", typed), |at| typed.split_at(at + 1));
    let mut names = names_in(&if folder.is_empty() { PathBuf::from(".") } else { expanded(folder) }, start);
    names.sort();
    let mut path = typed.to_owned();
    if let Some(common) = common_start(&names) {
        path = format!("{folder}{common}");
    }
    if names.len() < 2 {
        names.clear();
    }
    let over = names.len().saturating_sub(MOST[1]);
    names.truncate(MOST[1]);
    if over > 0 {
        names.push(format!("and {over} more"));
    }
    Completion { typed: typed.to_owned(), path, offers: names }
}

/// The names in a folder that begin with `start`. A folder that cannot be read has none.
fn names_in(folder: &Path, start: &str) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let named = entries.flatten().take(MOST[0]).filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_wanted = name.starts_with(start) && (start.starts_with('.') || !name.starts_with('.'));
        if !is_wanted {
            None
        } else if entry.path().is_dir() {
            Some(format!("{name}/"))
        } else {
            let ending = Path::new(&name).extension()?.to_str()?.to_lowercase();
            ENDINGS.contains(&ending.as_str()).then_some(name)
        }
    });
    named.collect()
}

/// The longest text that all begin with.
fn common_start(names: &[String]) -> Option<&str> {
    let (first, rest) = names.split_first()?;
    let same = |name: &String| {
        let both = first.char_indices().zip(name.chars());
        both.take_while(|((_, a), b)| a == b).last().map_or(0, |((at, letter), _)| at + letter.len_utf8())
    };
    let end = rest.iter().map(same).min().unwrap_or(first.len());
    first.get(..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_completed_as_far_as_it_can_be() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["db_30_3_text", "db_31_0_text", ".hidden"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        for name in ["dbase.exe", "soc.csv", "Ünder.TXT", "Üben.txt"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let place = folder.path().display();
        let of = |typed: &str| {
            let Completion { path, offers, .. } = completion(&format!("{place}/{typed}"));
            (path.strip_prefix(&format!("{place}/")).unwrap().to_owned(), offers.join(" "))
        };
        let pair = |path: &str, offers: &str| (path.to_owned(), offers.to_owned());
        assert_eq!(of("d"), pair("db_3", "db_30_3_text/ db_31_0_text/"));
        assert_eq!(of("db_31"), pair("db_31_0_text/", ""));
        assert_eq!(of("so"), pair("soc.csv", ""));
        assert_eq!(of(".h"), pair(".hidden/", ""));
        assert_eq!(of("Ü"), pair("Ü", "Üben.txt Ünder.TXT"));
        assert_eq!(of("nothing"), pair("nothing", ""));
        assert_eq!(of("no/such/folder"), pair("no/such/folder", ""));
        assert_eq!(completion("~").path, "~/");
    }

    #[test]
    fn a_pasted_path_loses_its_quotes_and_a_tilde_is_home() {
        assert_eq!(expanded(" 'a b/c' "), PathBuf::from("a b/c"));
        assert_eq!(expanded("\"/x\""), PathBuf::from("/x"));
        assert_eq!(expanded("~user/x"), PathBuf::from("~user/x"));
        if let Some(home) = std::env::home_dir() {
            assert_eq!((expanded("~/x"), expanded("~")), (home.join("x"), home));
        }
    }

    #[test]
    fn datasets_that_are_chosen_are_downloaded_and_no_others() {
        let all = downloads_of(&[]).len();
        assert_eq!(downloads_of(&[SourceId::Aioe]).len(), 2);
        assert_eq!(downloads_of(&[SourceId::OnetTools, SourceId::Onet, SourceId::Oews]).len(), 2);
        assert!(all > 10);
    }
}
