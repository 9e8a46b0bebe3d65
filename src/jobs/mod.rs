//! Imports, downloads and resets: what `rolescope data` does, done on a thread for the explorer too.

pub mod coded;
pub mod list;
pub mod own;
pub mod places;
pub mod staff_files;
pub mod texts;
mod watch;
pub(crate) mod whole;
pub mod words;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, TryRecvError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use crate::app::job::{Ended, Event, How, Job, Stage};
use crate::catalog::Date;
use crate::document;
use crate::ingest::Request;
use crate::ingest::own::Home;
use crate::open_data::{self, OpenData};
use watch::Watch;
use words::Words;

/// The name of the thread that does a job.
const THREAD: &str = "job";
/// How long the end of the program waits for a cancelled job that writes nothing, and for one that does.
const WAITS: [Duration; 2] = [Duration::from_secs(2), Duration::from_secs(30)];

/// Whether a panic on the thread of that name is an error of what it does, not the end of the program.
pub fn catches_panics(thread: &str) -> bool {
    thread == THREAD || thread == document::THREAD
}

/// What comes from the thread.
pub enum News {
    /// For the explorer's state.
    Event(Event),
    /// Other data to show from now on.
    Data(Box<OpenData>),
}

/// Runs one job at a time.
#[derive(Default)]
pub struct Runner {
    going: Option<Going>,
}

struct Going {
    job: Job,
    news: Receiver<News>,
    is_cancelled: Arc<AtomicBool>,
    /// None where it could not be started.
    thread: Option<JoinHandle<()>>,
    is_writing: bool,
}

impl Runner {
    /// Starts a job, unless one runs.
    pub fn start(&mut self, job: Job) {
        let what = job.clone();
        self.start_with(job, move |watch| run(&what, watch));
    }

    fn start_with(&mut self, job: Job, work: impl FnOnce(&mut Watch) -> Ended + Send + 'static) {
        if self.going.is_some() {
            return;
        }
        let (send, news) = channel();
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let (its, cancelled) = (job.clone(), Arc::clone(&is_cancelled));
        let to_end = send.clone();
        let thread = std::thread::Builder::new().name(THREAD.to_owned()).spawn(move || {
            let mut watch = Watch::new(send.clone(), cancelled);
            let ended = catch_unwind(AssertUnwindSafe(|| work(&mut watch)));
            tell(&send, ended.unwrap_or_else(|panic| fault(its, &*panic)));
        });
        let thread = match thread {
            Ok(thread) => Some(thread),
            Err(error) => {
                tell(&to_end, failed(job.clone(), format!("It cannot be started: {error}")));
                None
            }
        };
        self.going = Some(Going { job, news, is_cancelled, thread, is_writing: false });
    }

    /// Whether news may come.
    pub const fn is_running(&self) -> bool {
        self.going.is_some()
    }

    /// Asks the job to stop; it says when it has.
    pub fn cancel(&self) {
        if let Some(going) = &self.going {
            going.is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// What has come since it was last asked for, in order.
    pub fn news(&mut self) -> Vec<News> {
        let mut all = Vec::new();
        let Some(going) = &mut self.going else { return all };
        let has_ended = loop {
            match going.news.try_recv() {
                Ok(news) => {
                    if let News::Event(Event::At(stage)) = &news {
                        going.is_writing = *stage == Stage::Writing;
                    }
                    let is_end = matches!(news, News::Event(Event::Ended(_)));
                    all.push(news);
                    if is_end {
                        break true;
                    }
                }
                Err(TryRecvError::Empty) => break false,
                // Nothing can end a thread without a word; should it all the same, the screen must not wait for ever.
                Err(TryRecvError::Disconnected) => {
                    let ended = failed(going.job.clone(), "It ended without a word.".to_owned());
                    all.push(News::Event(Event::Ended(ended)));
                    break true;
                }
            }
        };
        if has_ended {
            if let Some(thread) = going.thread.take() {
                // It has said its last word; a panic was caught in it.
                let _ = thread.join();
            }
            self.going = None;
        }
        all
    }

    /// Cancels the job and waits for its end: for long only where it is just writing, so that nothing is left half done.
    pub fn end(&mut self) {
        self.cancel();
        let start = Instant::now();
        while self.is_running() {
            self.news();
            let is_writing = self.going.as_ref().is_some_and(|going| going.is_writing);
            if start.elapsed() > WAITS[usize::from(is_writing)] {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

/// Who no longer listens needs no word.
fn tell(send: &Sender<News>, ended: Ended) {
    let _ = send.send(News::Event(Event::Ended(ended)));
}

fn failed(job: Job, problem: String) -> Ended {
    Ended { job, how: How::Failed, lines: vec![problem], folder: None }
}

fn fault(job: Job, panic: &(dyn Any + Send)) -> Ended {
    let said = panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let place = concat!(env!("CARGO_PKG_REPOSITORY"), "/issues");
    let said = said.unwrap_or("it does not say which");
    failed(job, format!("A fault in rolescope stopped it: {said}. Please report it: {place}"))
}

/// Does a job. What is typed as a path is understood as a shell does: `~` is the home folder.
fn run(job: &Job, watch: &mut Watch) -> Ended {
    let done = match job {
        Job::Import { path, keep } => import(path, *keep, watch),
        Job::Fetch { datasets } => {
            let files = places::downloads_of(datasets);
            match own::home().and_then(|home| Ok((own::fetch(&files, &home.downloads(), watch)?, home.downloads()))) {
                Ok((fetched, folder)) => {
                    let folder = (fetched.came > 0).then(|| folder.display().to_string());
                    let how = if fetched.failed.is_empty() { How::Done } else { How::Failed };
                    let lines = fetched.failed.into_iter().chain(fetched.lines).collect();
                    return Ended { job: job.clone(), how, lines, folder };
                }
                Err(problem) => Err(problem),
            }
        }
        Job::Reset => reset(watch),
    };
    match done {
        Ok(lines) => Ended { job: job.clone(), how: How::Done, lines, folder: None },
        Err(_) if watch.is_cancelled_now() => {
            Ended { job: job.clone(), how: How::Cancelled, lines: Vec::new(), folder: None }
        }
        Err(problem) => failed(job.clone(), problem),
    }
}

fn import(path: &str, keep: bool, watch: &mut Watch) -> Result<Vec<String>, String> {
    let home = own::home()?;
    let request = Request { any: Some(places::expanded(path)), ..Request::default() };
    let imports = own::import(&home, &request, keep, watch)?;
    let told = words::of_import(&home, &imports);
    // What matters most comes first: a screen is read from its top.
    let gap = || Words::Line(String::new());
    let lost = told.lost.into_iter().flat_map(|lost| [Words::Prose(lost), gap()]);
    let remarks = told.remarks.into_iter().flat_map(|remark| [remark, gap()]);
    let words = lost.chain(told.summary).chain([gap()]).chain(remarks).chain(told.files);
    let mut lines: Vec<String> = words.map(Words::into_text).collect();
    show(&home, watch, &mut lines)?;
    Ok(lines)
}

fn reset(watch: &mut Watch) -> Result<Vec<String>, String> {
    let home = own::home()?;
    own::reset(&home, watch)?;
    let mut lines = vec![format!("{} is removed.", home.pack().display())];
    show(&home, watch, &mut lines)?;
    Ok(lines)
}

/// Opens what is to be shown from now on.
fn show(home: &Home, watch: &mut Watch, lines: &mut Vec<String>) -> Result<(), String> {
    watch.at(Stage::Opening);
    let loaded = open_data::open_from(Some(home)).map_err(|e| e.to_string())?;
    lines.extend(loaded.notice.clone());
    watch.send(News::Data(Box::new(loaded)));
    Ok(())
}

/// The day that it is (UTC).
pub fn today() -> Option<Date> {
    SystemTime::now().duration_since(UNIX_EPOCH).ok().map(|since| Date::of(since.as_secs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::observer::{Observer, Progress};

    fn job() -> Job {
        Job::Import { path: "files".to_owned(), keep: false }
    }

    fn ended(how: How) -> Ended {
        Ended { job: job(), how, lines: Vec::new(), folder: None }
    }

    /// All events until the end.
    fn all(runner: &mut Runner) -> Vec<Event> {
        let mut events = Vec::new();
        let start = Instant::now();
        while runner.is_running() {
            assert!(start.elapsed() < Duration::from_mins(1));
            events.extend(runner.news().into_iter().filter_map(|news| match news {
                News::Event(event) => Some(event),
                News::Data(_) => None,
            }));
        }
        events
    }

    #[test]
    fn news_come_in_their_order_and_end() {
        let mut runner = Runner::default();
        runner.start_with(job(), |watch| {
            watch.progress(Progress::Joining);
            watch.progress(Progress::Indexing);
            ended(How::Done)
        });
        let expected = [Event::At(Stage::Joining), Event::At(Stage::Indexing), Event::Ended(ended(How::Done))];
        assert_eq!(all(&mut runner), expected);
        assert!(runner.news().is_empty() && !runner.is_running());
    }

    #[test]
    fn a_panic_is_an_error_of_the_job() {
        let mut runner = Runner::default();
        runner.start_with(job(), |_| panic!("no such bee"));
        let events = all(&mut runner);
        let [Event::Ended(ended)] = events.as_slice() else { panic!("{events:?}") };
        assert_eq!(ended.how, How::Failed);
        assert!(ended.lines[0].contains("no such bee") && ended.lines[0].contains("report it"), "{:?}", ended.lines);
        runner.start_with(job(), |_| self::ended(How::Done));
        assert_eq!(all(&mut runner).len(), 1, "another job can be started");
    }

    #[test]
    fn a_cancelled_job_is_waited_for_and_a_deaf_one_is_not() {
        let mut runner = Runner::default();
        runner.start_with(job(), |watch| {
            while !watch.is_cancelled() {
                std::thread::sleep(Duration::from_millis(1));
            }
            ended(How::Cancelled)
        });
        runner.start_with(job(), |_| panic!("two at once"));
        runner.end();
        assert!(!runner.is_running());
        let start = Instant::now();
        runner.start_with(job(), |_| {
            std::thread::sleep(Duration::from_secs(20));
            ended(How::Done)
        });
        runner.end();
        assert!(start.elapsed() < Duration::from_secs(15));
    }
}
