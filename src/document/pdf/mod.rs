//! The text of a PDF: letters as they stand on its pages, brought into the order in which they are read.
//!
//! A PDF is a program that draws. It is run on a thread of its own, which is bounded in time, pages and memory, and whose
//! failures stay its own.

mod glyphs;
mod order;
mod pages;
mod unpacked;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro_interpret::{InterpreterCache, InterpreterSettings, RenderContent};

use super::paper::Paper;
use super::unwrap;
use super::{Cut, Problem};

/// What the thread is called that reads a PDF: it catches its own panics, so nothing is to be said of them.
pub const THREAD: &str = "document";

/// How long is read. Pages that are not read by then are left out.
const LONGEST: Duration = Duration::from_secs(10);
/// How many pages are read.
const MOST_PAGES: usize = 300;
/// Objects may lie in one another some hundred deep.
const STACK: usize = 16 * 1024 * 1024;
const AS_NEW: &str = "open it and print it to a new PDF, or copy its text into a file of its own";
const RECOGNISE: &str = "run a text recognition (OCR) program over it first, and give what that makes";

/// Reads a PDF.
pub fn read(bytes: Vec<u8>) -> Result<(Paper, Option<Cut>), Problem> {
    say_nothing();
    let (result, results) = mpsc::channel();
    let until = Instant::now() + LONGEST;
    let reader = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK).spawn(move || {
        let read = catch_unwind(AssertUnwindSafe(|| text(bytes, until)));
        // Nobody waits any more where it took too long.
        let _ = result.send(read.unwrap_or_else(|_| Err(damaged())));
    });
    if let Err(error) = reader {
        return Err(Problem { problem: format!("cannot be read: {error}"), next: None });
    }
    results.recv_timeout(LONGEST + Duration::from_secs(2)).unwrap_or_else(|_| {
        Err(Problem::new(format!("it cannot be read within {} seconds", LONGEST.as_secs()), AS_NEW))
    })
}

/// A panic of the reader's thread is caught there; the terminal may be somebody's screen.
fn say_nothing() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if thread::current().name() != Some(THREAD) {
                others(panic);
            }
        }));
    });
}

fn damaged() -> Problem {
    Problem::new("the PDF is damaged", AS_NEW)
}

fn text(bytes: Vec<u8>, until: Instant) -> Result<(Paper, Option<Cut>), Problem> {
    unpacked::check(&bytes, until)?;
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            Problem::new("the PDF has a password", "save it without one, and give that")
        }
        LoadPdfError::Decryption(_) => Problem::new("the PDF is encrypted in a way that is not read", AS_NEW),
        LoadPdfError::Invalid => damaged(),
    })?;
    unpacked::check_streams(&pdf, until)?;
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let cache = InterpreterCache::new();
    let all = pdf.pages().len();
    let mut sheets = Vec::new();
    let (mut letters, mut unknown, mut pictures, mut failed) = (0, 0, 0, 0);
    for page in pdf.pages().iter().take(MOST_PAGES) {
        if Instant::now() > until || letters > super::paper::LONGEST {
            break;
        }
        // A page that cannot be drawn takes no other with it.
        match catch_unwind(AssertUnwindSafe(|| glyphs::sheet(page, &cache, pdf.xref(), settings.clone(), until))) {
            Ok(sheet) => {
                letters += sheet.letters;
                unknown += sheet.unknown;
                pictures += usize::from(sheet.pictures > 0);
                sheets.push(sheet);
            }
            Err(_) => failed += 1,
        }
    }
    let read = sheets.len() + failed;
    if letters == 0 || unknown * 2 > letters {
        return Err(match () {
            () if letters > 0 => Problem::new("its fonts do not say which letters they draw", RECOGNISE),
            () if pictures > 0 => {
                Problem::new(format!("there is no text in it, only pictures on {}", counted(all)), RECOGNISE)
            }
            () if failed > 0 || all == 0 => damaged(),
            () => Problem::new(format!("there is no text on its {}", counted(all)), RECOGNISE),
        });
    }
    let mut paper = Paper::default();
    unwrap::write(&pages::lines(sheets), &mut paper);
    Ok((paper, (read < all).then_some(Cut::Pages { read, of: all })))
}

fn counted(pages: usize) -> String {
    if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }
}
