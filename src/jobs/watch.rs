//! Who watches a job on its thread: sends on how far it is, and says whether it is to stop.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use super::News;
use crate::app::job::{Event, Stage};
use crate::ingest::observer::{Observer, Progress};

/// How often at most the bytes of a download are told.
const OFTEN: Duration = Duration::from_millis(100);

/// Watches a job.
pub struct Watch {
    send: Sender<News>,
    is_cancelled: Arc<AtomicBool>,
    /// When the bytes of a download were last told.
    told: Option<Instant>,
}

impl Watch {
    pub(super) const fn new(send: Sender<News>, is_cancelled: Arc<AtomicBool>) -> Self {
        Self { send, is_cancelled, told: None }
    }

    pub(super) fn send(&self, news: News) {
        // Where the explorer has ended nobody listens.
        let _ = self.send.send(news);
    }

    pub(super) fn at(&self, stage: Stage) {
        self.send(News::Event(Event::At(stage)));
    }

    pub(super) fn is_cancelled_now(&self) -> bool {
        self.is_cancelled.load(Ordering::Relaxed)
    }
}

impl Observer for Watch {
    fn progress(&mut self, progress: Progress<'_>) {
        let name = |file: &Path| {
            file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned())
        };
        let stage = match progress {
            // Said once.
            Progress::StillWaiting => return,
            Progress::Waiting => Stage::Waiting,
            Progress::Reading { file, number, of } => Stage::Reading { file: name(file), number, of },
            Progress::Joining => Stage::Joining,
            Progress::Indexing => Stage::Indexing,
            Progress::Writing => Stage::Writing,
            Progress::Asking { file, here } => Stage::Asking { file: file.to_owned(), here },
            Progress::Downloading { file, done, total } => {
                if total != Some(done) && self.told.is_some_and(|told| told.elapsed() < OFTEN) {
                    return;
                }
                self.told = Some(Instant::now());
                Stage::Downloading { file: file.to_owned(), done, total }
            }
            Progress::Retrying { file, why, after } => {
                Stage::Retrying { file: file.to_owned(), why: why.to_owned(), after }
            }
            Progress::Done { .. } => {
                self.told = None;
                Stage::Done
            }
        };
        self.at(stage);
    }

    fn is_cancelled(&self) -> bool {
        self.is_cancelled_now()
    }
}
