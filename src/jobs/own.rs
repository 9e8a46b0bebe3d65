//! The user's own data changed: by the commands of `rolescope data` and by the explorer alike.

use std::path::Path;

use crate::catalog::own::Origin;
use crate::ingest::Request;
use crate::ingest::fetch::{self, Download, Outcome, RetryPolicy};
use crate::ingest::observer::Observer;
use crate::ingest::own::{Base, Home, Imported};
use crate::{ingest, open_data, snapshot};

/// The variable that names a mirror which has the published files under their names.
pub const MIRROR: &str = "ROLESCOPE_MIRROR";

/// What an import did, and what it took away.
#[derive(Debug)]
pub struct Imports {
    /// What it did.
    pub imported: Imported,
    /// The datasets that were the user's and are the snapshot's again: `O*NET (yours was 30.3)`.
    pub lost: Vec<String>,
}

/// What a download did.
#[derive(Debug, Default)]
pub struct Fetched {
    /// A line for each file that is here.
    pub lines: Vec<String>,
    /// How many files are here.
    pub came: usize,
    /// Why the others are not, and what to do.
    pub failed: Vec<String>,
}

/// The folder of the user's data.
///
/// # Errors
/// When the user has no home folder and names none.
pub fn home() -> Result<Home, String> {
    Home::of_user().ok_or_else(|| {
        format!("there is no home folder to keep your data in; name a folder in {}", ingest::own::VARIABLE)
    })
}

/// The mirror that the environment names.
pub fn mirror() -> Option<String> {
    std::env::var(MIRROR).ok().filter(|address| !address.is_empty())
}

/// Takes files into the user's own data; what is not among them comes from their present data where `keep`, and else
/// from the embedded snapshot.
///
/// # Errors
/// When nothing can be kept, when a file does not hold what it should, when it is cancelled. The earlier data stand then.
pub fn import(home: &Home, request: &Request, keep: bool, observer: &mut dyn Observer) -> Result<Imports, String> {
    let earlier = open_data::open_from(Some(home)).map_err(|e| e.to_string())?;
    if let (true, Some(notice)) = (keep, &earlier.notice) {
        return Err(format!("nothing can be kept: {notice}"));
    }
    let snapshot = snapshot::pack().map_err(|e| e.to_string())?.catalog;
    let base = if keep {
        Base { catalog: earlier.catalog(), record: earlier.record() }
    } else {
        Base { catalog: &snapshot, record: None }
    };
    let imported = ingest::own::import(request, base, home, observer).map_err(|e| e.to_string())?;
    let brought = earlier.record().into_iter().flat_map(|record| record.brought(&earlier.catalog().sources));
    let lost = brought.filter(|source| {
        let mut sources = imported.sources.iter();
        sources.any(|(name, _, origin)| *name == source.name && *origin == Origin::Snapshot)
    });
    let lost = lost.map(|source| format!("{} (yours was {})", source.name, source.release)).collect();
    Ok(Imports { imported, lost })
}

/// Downloads files into a folder. A file that does not come is no error of the whole.
///
/// # Errors
/// When the folder cannot be written to, or when it is cancelled.
pub fn fetch(downloads: &[Download], folder: &Path, observer: &mut dyn Observer) -> Result<Fetched, String> {
    let outcomes =
        fetch::fetch(downloads, folder, &RetryPolicy::default(), observer).map_err(|error| error.to_string())?;
    let mut fetched = Fetched::default();
    for (download, outcome) in downloads.iter().zip(outcomes) {
        let file = &download.file;
        let line = match outcome {
            Outcome::Came { bytes, sha256, is_known } => {
                let known = match is_known {
                    Some(true) => ", the file of the snapshot",
                    Some(false) => ", another file than the snapshot's",
                    None => "",
                };
                format!("{file}: {bytes} bytes, SHA-256 {sha256}{known}")
            }
            Outcome::Unchanged => format!("{file}: unchanged"),
            Outcome::ByHand => format!("{file}: is here already, put there by hand"),
            Outcome::Failed(error) => {
                fetched.failed.push(error.to_string());
                continue;
            }
        };
        fetched.came += 1;
        fetched.lines.push(line);
    }
    Ok(fetched)
}

/// Removes the user's own data; `false` where there are none.
///
/// # Errors
/// When they cannot be removed, or when it is cancelled.
pub fn reset(home: &Home, observer: &mut dyn Observer) -> Result<bool, String> {
    if home.read().is_ok_and(|bytes| bytes.is_none()) {
        return Ok(false);
    }
    home.hold(observer).and_then(|held| held.reset()).map_err(|e| e.to_string())
}
