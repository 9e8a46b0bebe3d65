//! A query that narrows a screen: a line that has the keys only while it is edited, and gives back what stood there before.

use super::query_box::{Edit, QueryBox};

/// A query that narrows a screen.
#[derive(Clone, Debug, Default)]
pub struct FilterBox {
    line: QueryBox,
    /// The text as it was before it was edited, while it is.
    before: Option<String>,
}

impl FilterBox {
    /// A filter that nobody edits.
    pub fn new(text: &str) -> Self {
        let mut filter = Self::default();
        filter.set(text);
        filter
    }

    pub fn text(&self) -> &str {
        self.line.text()
    }

    /// Whether nothing but spaces is there.
    pub fn is_blank(&self) -> bool {
        self.line.is_blank()
    }

    /// Whether it has the keys.
    pub const fn is_edited(&self) -> bool {
        self.before.is_some()
    }

    /// Gives it the keys.
    pub fn start(&mut self) {
        self.before = Some(self.text().to_owned());
        self.line.set_focused(true);
        self.line.edit(Edit::End);
    }

    /// Takes the keys from it and keeps what is typed.
    pub fn keep(&mut self) {
        self.before = None;
        self.line.set_focused(false);
    }

    /// Takes the keys from it; the text from before, which is no longer there.
    pub fn leave(&mut self) -> String {
        let before = self.before.take().unwrap_or_default();
        self.line.set_focused(false);
        before
    }

    /// Puts another text there.
    pub fn set(&mut self, text: &str) {
        self.line.clear();
        self.line.insert(text);
        self.line.set_focused(self.is_edited());
    }

    /// Changes what is typed while it is edited; `false` where it is not.
    pub fn change(&mut self, how: impl FnOnce(&mut QueryBox)) -> bool {
        if self.is_edited() {
            how(&mut self.line);
        }
        self.is_edited()
    }

    /// The line, to be drawn.
    pub const fn line(&self) -> &QueryBox {
        &self.line
    }
}
