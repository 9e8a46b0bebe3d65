//! A line of the key table: which keys, where, what they do, what the footer and the help say of them.

use super::chord::Chord;
use super::context::Context;
use crate::app::{App, Msg};

#[derive(Clone, Copy, Debug)]
pub struct Binding {
    pub chords: &'static [Chord],
    pub context: Context,
    /// What they do: one message, or one for each chord.
    pub msgs: &'static [Msg],
    /// In the help.
    pub does: &'static str,
    /// In the footer: one or two words, and how soon they go when room is short (0 stays longest).
    pub hint: Option<(&'static str, u8)>,
    /// How many of the chords the footer shows.
    pub shown: usize,
    /// When it works; otherwise why not.
    pub when: fn(&App) -> Result<(), &'static str>,
}

/// A line that always works in a context and that the footer does not show.
pub const fn line(context: Context, chords: &'static [Chord], msgs: &'static [Msg], does: &'static str) -> Binding {
    Binding { chords, context, msgs, does, hint: None, shown: 1, when: always }
}

impl Binding {
    pub const fn hint(mut self, words: &'static str, rank: u8, shown: usize) -> Self {
        self.hint = Some((words, rank));
        self.shown = shown;
        self
    }

    pub const fn when(mut self, when: fn(&App) -> Result<(), &'static str>) -> Self {
        self.when = when;
        self
    }

    /// The message of a chord of this line.
    pub fn msg(&self, chord: Chord) -> Option<&'static Msg> {
        let place = self.chords.iter().position(|c| *c == chord)?;
        self.msgs.get(place % self.msgs.len().max(1))
    }
}

#[allow(clippy::unnecessary_wraps, reason = "its kind of function may fail")]
const fn always(_: &App) -> Result<(), &'static str> {
    Ok(())
}
