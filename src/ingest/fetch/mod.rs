//! Downloads of the published files: the only part that uses the network, and only when the user asks.

mod addresses;
mod part;
mod record;
mod transfer;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::observer::{Observer, Progress, step};
pub use super::onet::RELEASE as ONET_RELEASE;
use super::own::lock;
use super::published::Published;
use super::{BadInput, SourceFile, archive};
pub use addresses::{Download, downloads};
use record::{Fetched, Records};
use transfer::{Failure, Got, Transfer};

/// How long a server may take, and how often a file is tried.
#[derive(Clone, Copy, Debug)]
pub struct RetryPolicy {
    /// For the connection.
    pub connect: Duration,
    /// For the answer to a request.
    pub answer: Duration,
    /// For the bytes of one request; a longer download goes on where it stopped.
    pub body: Duration,
    /// How often a file is tried without a byte more.
    pub tries: u32,
    /// The wait after the first failure; it doubles with each.
    pub wait: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(15),
            answer: Duration::from_secs(30),
            body: Duration::from_mins(2),
            tries: 4,
            wait: Duration::from_secs(1),
        }
    }
}

/// What became of a file.
#[derive(Debug)]
pub enum Outcome {
    Came {
        /// Its size in bytes.
        bytes: u64,
        /// Its SHA-256.
        sha256: String,
        /// Whether it is the file of the embedded snapshot, where that file is known.
        is_known: Option<bool>,
    },
    /// The file that is here is still the newest.
    Unchanged,
    /// The user put it here by hand.
    ByHand,
    /// It did not come; the error says why and what to do.
    Failed(BadInput),
}

/// Downloads files into a folder, each whole or not at all. What was begun goes on where it stopped.
///
/// # Errors
/// When the folder cannot be written to, or the observer wants to stop. A file that does not come is an outcome.
pub fn fetch(
    downloads: &[Download],
    folder: &Path,
    patience: &RetryPolicy,
    observer: &mut dyn Observer,
) -> Result<Vec<Outcome>, BadInput> {
    fs::create_dir_all(folder).map_err(|e| BadInput::file(folder, format!("cannot be made: {e}")))?;
    let _lock = lock(&folder.join(".lock"), observer)?;
    let mut records = Records::of(folder);
    let mut outcomes = Vec::new();
    let mut is_reached = true;
    for download in downloads {
        step(observer, folder, Progress::Asking { file: &download.file, here: 0 })?;
        // Where there is no network, one file has waited for it long enough.
        let patience = RetryPolicy { tries: if is_reached { patience.tries } else { 1 }, ..*patience };
        let outcome = match one(download, folder, &patience, (&mut records, &mut is_reached), observer) {
            Ok(outcome) => outcome,
            // Whoever cancels wants none of the others.
            Err(error) if observer.is_cancelled() => return Err(error),
            Err(error) => Outcome::Failed(error),
        };
        observer.progress(Progress::Done { file: &download.file });
        outcomes.push(outcome);
    }
    Ok(outcomes)
}

fn one(
    download: &Download,
    folder: &Path,
    patience: &RetryPolicy,
    (records, is_reached): (&mut Records, &mut bool),
    observer: &mut dyn Observer,
) -> Result<Outcome, BadInput> {
    let to = folder.join(&download.file);
    let known = records.get(&download.file, &download.address).cloned();
    // The file that is here, if it is still the one that came from there.
    let here = SourceFile::read(&to).ok();
    let known = known.filter(|known| here.as_ref().is_some_and(|here| here.sha256() == known.sha256));
    if known.is_none()
        && let Some(here) = &here
        && holds(download, here).is_ok()
    {
        return Ok(Outcome::ByHand);
    }
    drop(here);
    let transfer = Transfer { download, folder, patience, known: known.as_ref() };
    let got = transfer.run(observer);
    *is_reached = !matches!(got, Err(Failure::Unreached(_)));
    let got = got.map_err(|failure| refusal(download, folder, failure))?;
    let Got::File { part, mut file, etag, last_modified } = got else { return Ok(Outcome::Unchanged) };

    let came = SourceFile { path: to.clone(), ..SourceFile::read(part.path())? };
    if let Err(problem) = holds(download, &came) {
        part.discard();
        return Err(refusal(download, folder, Failure::Other(problem)));
    }
    let (bytes, sha256) = (came.bytes.len() as u64, came.sha256());
    drop(came);
    part.finish(&mut file, &to).map_err(|e| BadInput::file(&to, e))?;
    let (file, address) = (download.file.clone(), download.address.clone());
    records.note(Fetched { file, address, bytes, sha256: sha256.clone(), etag, last_modified })?;
    let is_known = download.sha256.map(|known| known == sha256);
    Ok(Outcome::Came { bytes, sha256, is_known })
}

/// Whether a file holds what it should: a site that refuses may well send a page with the status of success.
fn holds(download: &Download, file: &SourceFile) -> Result<(), String> {
    let start = file.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&file.bytes).trim_ascii_start();
    if start.first() == Some(&b'<') {
        return Err("a web page came instead of the file".to_owned());
    }
    if file.bytes.is_empty() {
        return Err("nothing came".to_owned());
    }
    let is_zip = Path::new(&download.file).extension().is_some_and(|end| end == "zip" || end == "xlsx");
    if is_zip && !file.bytes.starts_with(b"PK") {
        return Err("what came is no zip archive and no workbook".to_owned());
    }
    let files = archive::unpacked(file.clone()).map_err(|e| e.problem)?;
    if files.iter().any(|file| Published::of(file, false) == Some(download.published)) {
        return Ok(());
    }
    let is_archive = Path::new(&download.file).extension().is_some_and(|end| end == "zip");
    let what = if is_archive { download.published.word().to_owned() } else { download.published.named() };
    Err(format!("what came is not {what}"))
}

/// Why a file did not come, and how the user gets it all the same.
fn refusal(download: &Download, folder: &Path, failure: Failure) -> BadInput {
    let to = folder.join(&download.file);
    let host = download.address.split('/').nth(2).unwrap_or("the server");
    let (problem, by_hand) = match failure {
        Failure::Own(error) => return error,
        Failure::Status(403) => (format!("{host} refuses programs (403 Forbidden)"), true),
        Failure::Status(404) => (format!("{host} does not have it (404 Not Found); is there such a release?"), false),
        Failure::Status(status) => (format!("{host} answers with status {status}"), true),
        Failure::Unreached(problem) | Failure::Other(problem) => (format!("{host}: {problem}"), true),
    };
    let next = if by_hand {
        format!(
            "open {} in a browser, save the file as {}, then run: rolescope data import {}",
            download.address,
            to.display(),
            quoted(folder)
        )
    } else {
        format!("look where it is published: {}", publisher(&download.address))
    };
    BadInput::file(Path::new(&download.file), problem).next(next)
}

/// The first page of an address.
fn publisher(address: &str) -> String {
    address.split('/').take(3).collect::<Vec<_>>().join("/") + "/"
}

/// A path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-\\:".contains(c);
    if text.chars().all(is_plain) { text } else { format!("'{}'", text.replace('\'', r"'\''")) }
}

/// Where the files of a list go that a user downloads by hand.
pub fn places(downloads: &[Download], folder: &Path) -> Vec<PathBuf> {
    downloads.iter().map(|download| folder.join(&download.file)).collect()
}
