//! The progress of an import or a download, on standard error: bars on a terminal, a line for what matters without one.

use std::io::{IsTerminal, Write, stderr};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::ingest::observer::{Observer, Progress};

/// Shows progress on standard error.
pub struct Shown {
    bar: ProgressBar,
    is_terminal: bool,
}

impl Shown {
    /// A line that shows nothing yet.
    pub fn new() -> Self {
        let is_terminal = stderr().is_terminal();
        let target = if is_terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(None, target);
        bar.set_style(style("{msg}"));
        if is_terminal {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        Self { bar, is_terminal }
    }

    /// A line that stays.
    fn tell(&self, line: &str) {
        if self.is_terminal {
            self.bar.println(line);
        } else {
            // Where standard error is closed nobody reads it.
            let _ = writeln!(stderr(), "{line}");
        }
    }
}

impl Default for Shown {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A template that is not understood shows the text alone.
fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()).progress_chars("#>-")
}

impl Observer for Shown {
    fn progress(&mut self, progress: Progress<'_>) {
        let bytes = "{msg}  [{bar:30}] {bytes}/{total_bytes} {bytes_per_sec}";
        let counted = "[{bar:30}] {pos}/{len} {msg}";
        match progress {
            Progress::Waiting => self.tell("another import is running; waiting for it to end"),
            Progress::StillWaiting => {}
            Progress::Reading { file, number, of } => {
                self.bar.set_style(style(counted));
                self.bar.set_length(of as u64);
                self.bar.set_position(number as u64);
                let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                self.bar.set_message(name);
            }
            Progress::Joining => self.step("joining the tables"),
            Progress::Indexing => self.step("making the search index"),
            Progress::Writing => self.step("writing"),
            Progress::Asking { file, here } => {
                let from = if here > 0 { format!(", going on after {here} bytes") } else { String::new() };
                self.bar.set_style(style("{msg}"));
                self.bar.set_message(format!("{file}: asking{from}"));
            }
            Progress::Downloading { file, done, total } => {
                self.bar.set_style(style(if total.is_some() { bytes } else { "{msg}  {bytes} {bytes_per_sec}" }));
                if let Some(total) = total {
                    self.bar.set_length(total);
                }
                self.bar.set_message(file.to_owned());
                self.bar.set_position(done);
            }
            Progress::Retrying { file, why, after } => {
                self.tell(&format!(
                    "{file}: {why}; trying again in {:.1} s",
                    Duration::from_millis(after).as_secs_f64()
                ));
            }
            Progress::Done { .. } => self.bar.reset(),
        }
    }
}

impl Shown {
    fn step(&self, text: &'static str) {
        self.bar.set_style(style("{msg}"));
        self.bar.set_message(text);
    }
}
