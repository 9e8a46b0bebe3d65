//! A file of text as plain text: an advertisement, a CV or a list of duties, as people have it.
//!
//! What comes out has one form whatever went in: a paragraph is a line, headings begin with `# `, items of lists with `- `,
//! cells of a row stand beside ` | `. A file is known by what it holds, then by its name. Nothing is kept.

mod docx;
mod encoding;
mod html;
mod hyphen;
mod kind;
mod letters;
mod markdown;
mod marks;
mod open;
mod paper;
mod pdf;
mod unwrap;

use std::fmt;

use kind::Kind;
pub use open::{LARGEST, STANDARD_INPUT, open};
use paper::Paper;
pub use pdf::THREAD;

/// A file of text as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// A paragraph a line, `# ` before headings, `- ` before items; empty lines part them.
    pub text: String,
    /// What it was read as.
    pub format: Format,
    /// What of it was not read, where something was not.
    pub cut: Option<Cut>,
}

/// What a document was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text without marks of its own.
    Plain,
    /// Text with the marks of Markdown.
    Markdown,
    /// A page of the web.
    Html,
    /// What Word saves.
    Docx,
    /// A PDF whose letters are there as letters.
    Pdf,
}

impl Format {
    /// Its name in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain text",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Docx => "Word document",
            Self::Pdf => "PDF",
        }
    }
}

/// Why the end of a document is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Its text is longer than a text may be.
    Text,
    /// Only its first pages were read.
    Pages {
        /// So many were read.
        read: usize,
        /// So many it has.
        of: usize,
    },
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text => f.write_str("the text is longer than 1 MB: only its beginning was read"),
            Self::Pages { read, of } => write!(f, "only the first {read} of {of} pages were read"),
        }
    }
}

/// A file that cannot be read as text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {problem}{}", .next.as_deref().map(|next| format!("\n  next: {next}")).unwrap_or_default())]
pub struct DocumentError {
    /// The file, as the user named it.
    pub name: String,
    /// What is wrong with it.
    pub problem: String,
    /// What the user can do.
    pub next: Option<String>,
}

/// What is wrong with a file whose name the reader does not know, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Problem {
    problem: String,
    next: Option<String>,
}

impl Problem {
    fn new(problem: impl Into<String>, next: impl Into<String>) -> Self {
        Self { problem: problem.into(), next: Some(next.into()) }
    }

    fn of(self, name: &str) -> DocumentError {
        DocumentError { name: name.to_owned(), problem: self.problem, next: self.next }
    }
}

/// Reads the bytes of a file; `name` is what it is called, whose ending decides where the bytes do not.
///
/// # Errors
/// What it is instead of a text, what is damaged, or that there is no text in it; and what to do.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Document, DocumentError> {
    plain_text(name, bytes).map_err(|problem| problem.of(name))
}

fn plain_text(name: &str, bytes: Vec<u8>) -> Result<Document, Problem> {
    let kind = kind::of(name, &bytes)?;
    let mut paper = Paper::default();
    let mut cut = None;
    let format = match kind {
        Kind::Pdf => {
            let read;
            (paper, read) = pdf::read(bytes)?;
            cut = read;
            Format::Pdf
        }
        Kind::Docx(part) => {
            docx::read(&bytes, &part, &mut paper)?;
            Format::Docx
        }
        Kind::Html => {
            html::read(&encoding::of_html(&bytes), &mut paper);
            Format::Html
        }
        Kind::Markdown => {
            markdown::read(&encoding::text(&bytes), &mut paper);
            Format::Markdown
        }
        Kind::Plain => {
            unwrap::prose(&encoding::text(&bytes), &mut paper);
            Format::Plain
        }
    };
    let (text, is_cut) = paper.finish();
    if text.is_empty() {
        return Err(Problem::new(
            "there is no text in it",
            "give a file with a job advertisement, a CV or a list of duties",
        ));
    }
    Ok(Document { text, format, cut: is_cut.then_some(Cut::Text).or(cut) })
}
