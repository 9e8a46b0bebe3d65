//! One title a line.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read};

use super::{LONGEST, invalid};

/// A quoted title may run over so many lines.
const MOST_LINES: usize = 16;

/// How the lines of a text without columns are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What ends a line; a `\r` before a `\n` belongs to it.
    pub end: u8,
    /// Titles may stand in quotation marks, as in a CSV file of one column.
    pub quoted: bool,
}

impl Form {
    /// The form of a text, by its beginning.
    pub fn of(head: &str) -> Self {
        let end = if head.contains('\n') || !head.contains('\r') { b'\n' } else { b'\r' };
        let mut lines = head.split(char::from(end)).map(|line| line.trim_end_matches('\r'));
        let mut quoted = false;
        // All that begin with a mark must be whole, or the marks belong to the titles.
        while let Some(line) = lines.next() {
            if !line.starts_with('"') {
                continue;
            }
            let mut title = line.to_owned();
            let mut more = lines.by_ref().take(MOST_LINES);
            let is_whole = loop {
                match (unquoted(&title), more.next()) {
                    (Some(_), _) => break true,
                    (None, None) => break false,
                    (None, Some(next)) => title = format!("{title}\n{next}"),
                }
            };
            if !is_whole {
                // The beginning of a long text may end within a title.
                let is_cut = title.matches('\n').count() < MOST_LINES && lines.next().is_none();
                return Self { end, quoted: quoted && is_cut };
            }
            quoted = true;
        }
        Self { end, quoted }
    }
}

/// The title in quotation marks; `None` where they are not whole.
fn unquoted(line: &str) -> Option<String> {
    let inside = line.strip_prefix('"')?.strip_suffix('"')?;
    let doubled = inside.replace("\"\"", "");
    (!doubled.contains('"')).then(|| inside.replace("\"\"", "\""))
}

/// Titles, line after line.
pub struct Lines<R> {
    text: R,
    form: Form,
    number: u64,
    line: Vec<u8>,
    /// Lines that were read on the search for a closing mark.
    ahead: VecDeque<String>,
}

impl<R: BufRead> Lines<R> {
    /// Begins with the first line.
    pub const fn new(text: R, form: Form) -> Self {
        Self { text, form, number: 0, line: Vec::new(), ahead: VecDeque::new() }
    }

    /// The next title, handed to `take`; `false` at the end.
    ///
    /// # Errors
    /// Those of the reader; a line beyond [`LONGEST`].
    pub fn next(&mut self, take: &mut dyn FnMut(&str)) -> io::Result<bool> {
        let line = match self.ahead.pop_front() {
            Some(line) => line,
            None if !self.read()? => return Ok(false),
            None if self.form.quoted && self.line.starts_with(b"\"") => self.text().into_owned(),
            None => {
                take(&self.text());
                return Ok(true);
            }
        };
        let mut title = line.clone();
        for place in 0..MOST_LINES {
            if let Some(whole) = unquoted(&title).filter(|_| self.form.quoted) {
                self.ahead.drain(..place.min(self.ahead.len()));
                take(&whole);
                return Ok(true);
            }
            if !self.form.quoted || !line.starts_with('"') {
                break;
            }
            if self.ahead.len() <= place {
                if !self.read()? {
                    break;
                }
                let next = self.text().into_owned();
                self.ahead.push_back(next);
            }
            title.push('\n');
            title.push_str(self.ahead.get(place).map_or("", String::as_str));
        }
        take(&line);
        Ok(true)
    }

    /// The number of the line that was read last, from 1.
    pub const fn number(&self) -> u64 {
        self.number
    }

    fn text(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.line)
    }

    fn read(&mut self) -> io::Result<bool> {
        self.line.clear();
        self.number += 1;
        let most = LONGEST as u64;
        if (&mut self.text).take(most).read_until(self.form.end, &mut self.line)? == 0 {
            return Ok(false);
        }
        let has_end = self.line.pop_if(|last| *last == self.form.end).is_some();
        if !has_end && self.line.len() >= LONGEST {
            return Err(invalid(format!("line {} is longer than {LONGEST} bytes: not a job title", self.number)));
        }
        self.line.pop_if(|last| *last == b'\r');
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        let mut lines = Lines::new(text.as_bytes(), Form::of(text));
        let mut titles = Vec::new();
        while lines.next(&mut |title| titles.push(title.to_owned())).unwrap() {}
        titles
    }

    #[test]
    fn every_line_is_a_title_whatever_ends_it() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["Cook", "", "Sales Rep, NY/NJ", ""].join(end);
            assert_eq!(titles(&text), ["Cook", "", "Sales Rep, NY/NJ"], "{end:?}");
        }
        assert_eq!(titles(""), [""; 0]);
        assert_eq!(titles("\n\n"), ["", ""]);
    }

    #[test]
    fn quoted_titles_lose_their_marks_where_all_are_whole() {
        assert_eq!(titles("Cook\n\"Nurse, \"\"RN\"\"\"\n"), ["Cook", "Nurse, \"RN\""]);
        assert_eq!(titles("\"Baker\r\nof bread\"\r\nCook\r\n"), ["Baker\nof bread", "Cook"]);
        assert_eq!(titles("\"Bud\" tender\n\"Cook\"\n"), ["\"Bud\" tender", "\"Cook\""], "not all are whole");
        assert_eq!(titles("Cook\n\"Bud\n"), ["Cook", "\"Bud"]);
    }

    #[test]
    fn a_mark_that_is_never_closed_swallows_no_title() {
        let deep = format!("\"Cook\"\n{}\"Bud\nBaker\n\nWelder\n", "Nurse\n".repeat(20_000));
        let form = Form { end: b'\n', quoted: true };
        let mut lines = Lines::new(deep.as_bytes(), form);
        let mut titles = Vec::new();
        while lines.next(&mut |title| titles.push(title.to_owned())).unwrap() {}
        assert_eq!(titles.len(), 20_005);
        assert_eq!(titles[20_001..], ["\"Bud", "Baker", "", "Welder"]);
    }

    #[test]
    fn an_endless_line_is_refused_with_its_number() {
        let text = format!("Cook\n{}", "a".repeat(70_000));
        let mut lines = Lines::new(text.as_bytes(), Form { end: b'\n', quoted: false });
        assert!(lines.next(&mut |_| {}).unwrap());
        let problem = lines.next(&mut |_| {}).unwrap_err().to_string();
        assert!(problem.contains("line 2 is longer"), "{problem}");
    }
}
