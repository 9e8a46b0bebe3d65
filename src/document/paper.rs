//! The plain text that every reader writes: one paragraph a line, `# ` before headings, `- ` before items of lists.

use super::letters::plain;
use super::marks;

/// How much text is taken, in bytes: some two hundred pages.
pub const LONGEST: usize = 1024 * 1024;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Heading,
    Item,
    Text,
}

/// A text while it is written.
#[derive(Debug, Default)]
pub struct Paper {
    text: String,
    /// What stands last, where nothing ended it.
    last: Option<Part>,
    is_full: bool,
}

impl Paper {
    /// Writes a line of that kind, cleaned; nothing where nothing is left of it.
    pub fn write(&mut self, part: Part, line: &str) {
        let mut line = plain(line);
        if part == Part::Heading {
            line.truncate(line.trim_end_matches([':', ' ']).len());
        }
        if line.is_empty() || self.is_full {
            return;
        }
        let is_near = self.last == Some(part) && part != Part::Heading;
        let mark = match part {
            Part::Heading => "# ",
            Part::Item => "- ",
            Part::Text => "",
        };
        if !self.text.is_empty() {
            self.text.push_str(if is_near { "\n" } else { "\n\n" });
        }
        self.text.push_str(mark);
        self.text.push_str(&line);
        self.last = Some(part);
        self.bound();
    }

    /// Ends a paragraph: what comes next stands apart. Items stay together.
    pub fn end(&mut self) {
        self.last.take_if(|last| *last != Part::Item);
    }

    /// Writes a paragraph of a format that marks its items and headings: its lines are those that its writer broke.
    pub fn paragraph(&mut self, part: Part, text: &str) {
        self.end();
        for (place, line) in text.lines().enumerate() {
            let line = trimmed(line);
            let part = if place == 0 { part } else { Part::Text };
            match part {
                Part::Text if marks::is_rule(line) => self.end(),
                Part::Text | Part::Item if marks::item(line).is_some() => {
                    self.write(Part::Item, marks::item(line).unwrap_or_default());
                }
                Part::Text if marks::is_shouted(line) => self.write(Part::Heading, line),
                Part::Text if marks::introduction(line).is_some() => {
                    self.write(Part::Heading, marks::introduction(line).unwrap_or_default());
                }
                part => self.write(part, line),
            }
        }
        self.end();
    }

    /// Takes no more: what comes next is left out.
    pub const fn cut(&mut self) {
        self.is_full = true;
    }

    /// Whether no more is taken.
    pub const fn is_full(&self) -> bool {
        self.is_full
    }

    /// The text, and whether its end is missing.
    pub fn finish(mut self) -> (String, bool) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        (self.text, self.is_full)
    }

    fn bound(&mut self) {
        if self.text.len() > LONGEST {
            let end = self.text.floor_char_boundary(LONGEST);
            self.text.truncate(end);
            // A word that is cut off is none.
            let whole = self.text.rfind([' ', '\n']).filter(|whole| end - whole < 100).unwrap_or(end);
            self.text.truncate(whole);
            self.is_full = true;
        }
    }
}

/// A line without blanks around it, also those that are not seen.
fn trimmed(line: &str) -> &str {
    line.trim_matches(|letter: char| letter.is_whitespace() || super::letters::is_hidden(letter))
}
