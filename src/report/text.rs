//! Sentences and names as people read them: in lines of 80 columns, or in Markdown.

use std::borrow::Cow;
use std::io::{self, Write};

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use crate::catalog::Catalog;

/// The cells of a line.
pub(super) const WIDTH: usize = 80;

/// Writes wrapped lines; addresses and hyphenated words stay whole.
pub fn wrapped(out: &mut dyn Write, text: &str, first: &str, next: &str) -> io::Result<()> {
    let options = Options::new(WIDTH)
        .initial_indent(first)
        .subsequent_indent(next)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation);
    let text = text.replace(char::is_control, " ");
    textwrap::wrap(&text, options).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Says from where pay and employment are, and when, where that was chosen.
pub(super) fn seen(out: &mut dyn Write, catalog: &Catalog<'_>) -> io::Result<()> {
    catalog.seen_text().iter().try_for_each(|text| wrapped(out, text, "", ""))
}

/// Writes a heading with a line below it.
pub(super) fn underlined(out: &mut dyn Write, text: &str, line: char) -> io::Result<()> {
    wrapped(out, text, "", "")?;
    writeln!(out, "{}", line.to_string().repeat(display_width(text).min(WIDTH)))
}

/// Keeps names from being read as markup. A lone asterisk, as in `O*NET`, and underscores inside words are none.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let is_markup = |c: char| matches!(c, '<' | '[' | '`' | '\\') || c.is_control();
    if !text.contains(is_markup) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            c if c.is_control() => safe.push(' '),
            c if is_markup(c) => safe.extend(['\\', c]),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}
