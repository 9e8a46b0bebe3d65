//! How far a long command is, on standard error while that is a terminal.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A progress bar; invisible where nobody would see it.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar over so many bytes; without them it counts only. Hidden where standard error is no terminal, and where the
    /// answer itself goes to the terminal, line by line.
    pub fn new(bytes: Option<u64>) -> Self {
        if io::stdout().is_terminal() { Self(ProgressBar::hidden()) } else { Self::before(bytes) }
    }

    /// A bar over what is done before anything is answered: only standard error must be a terminal.
    pub fn before(all: Option<u64>) -> Self {
        if !io::stderr().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let (bar, look) = match all {
            Some(all) => (ProgressBar::new(all), "{bar:40} {percent:>3}%  {msg}  {eta} left"),
            None => (ProgressBar::no_length(), "{msg}  {elapsed}"),
        };
        bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(10));
        // A template that cannot be read leaves the library's own look.
        if let Ok(style) = ProgressStyle::with_template(look) {
            bar.set_style(style.progress_chars("#>."));
        }
        Self(bar)
    }

    /// Shows how much is done, and how many titles that is.
    pub fn show(&self, done: u64, titles: usize) {
        self.0.set_position(done);
        self.0.set_message(format!("{titles} titles"));
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
