//! A page of the web: what a reader of its text would read, without what stands around it on every page of its site.

mod elements;

use html5gum::{DefaultEmitter, EndTag, StartTag, Token, Tokenizer};

use elements::{is_block, is_left_out, is_void};

use super::marks;
use super::paper::{Paper, Part};

/// A page of which so little is left, in bytes, is read again with all of it.
const TOO_LITTLE: usize = 300;
/// A line in bold of so many letters is a heading.
const HEADING: usize = 60;
/// A paragraph of so many letters in a cell is no value of a table.
const CELL: usize = 60;

/// Reads a page.
pub fn read(page: &str, paper: &mut Paper) {
    let pass = |is_all: bool, paper: &mut Paper| {
        let mut reader = Reader::new(paper, is_all);
        reader.page(page);
        std::mem::take(&mut reader.title)
    };
    let measured = |is_all: bool| {
        let mut paper = Paper::default();
        let title = pass(is_all, &mut paper);
        (title, paper.finish().0)
    };
    let (mut title, mut text) = measured(false);
    let mut is_all = false;
    if text.len() < TOO_LITTLE {
        let (_, whole) = measured(true);
        is_all = whole.len() > text.len() * 4;
        if is_all {
            text = whole;
        }
    }
    // The name of the site often stands behind the page's own.
    if let Some(end) = [" | ", " - ", " – ", " — ", " :: "].iter().filter_map(|mark| title.find(mark)).min() {
        title.truncate(end);
    }
    let title = super::letters::plain(&title);
    if !text.to_lowercase().contains(&title.to_lowercase()) {
        paper.write(Part::Heading, &title);
    }
    pass(is_all, paper);
}

struct Reader<'a> {
    paper: &'a mut Paper,
    /// Whether navigation and the like is read too.
    is_all: bool,
    title: String,
    is_title: bool,
    /// The paragraph that is open, what it is, and how many of its letters are bold.
    text: String,
    part: Part,
    bold_letters: usize,
    bold: usize,
    /// Blanks count.
    pre: usize,
    /// How many articles lie around it: their headers and footers are their own.
    articles: usize,
    /// How many cells lie around it, and where in the paragraph the last began.
    cells: usize,
    cell_from: usize,
    /// The element that is left out, and how often its name is open.
    left_out: Option<(Vec<u8>, usize)>,
}

impl<'a> Reader<'a> {
    fn new(paper: &'a mut Paper, is_all: bool) -> Self {
        Self {
            paper,
            is_all,
            title: String::new(),
            is_title: false,
            text: String::new(),
            part: Part::Text,
            bold_letters: 0,
            bold: 0,
            pre: 0,
            articles: 0,
            cells: 0,
            cell_from: 0,
            left_out: None,
        }
    }

    fn page(&mut self, page: &str) {
        let mut emitter = DefaultEmitter::default();
        // Scripts and styles are no marks.
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(page, emitter) {
            match token {
                Ok(Token::StartTag(tag)) => self.start(&tag),
                Ok(Token::EndTag(tag)) => self.finish(&tag),
                Ok(Token::String(text)) => self.string(&String::from_utf8_lossy(&text)),
                Ok(_) => {}
            }
            if self.paper.is_full() {
                return;
            }
        }
        self.end();
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        if let Some((out, depth)) = &mut self.left_out {
            if out == name && !tag.self_closing {
                *depth += 1;
            }
            return;
        }
        if is_left_out(tag, self.is_all, self.articles > 0) && !tag.self_closing && !is_void(name) {
            self.left_out = Some((name.to_owned(), 1));
            return;
        }
        match name {
            b"title" => self.is_title = true,
            b"br" => self.text.push('\n'),
            b"b" | b"strong" => self.bold += 1,
            b"td" | b"th" => {
                self.cells += 1;
                if !self.text.trim().is_empty() {
                    self.text.push_str(" | ");
                }
                self.cell_from = self.text.len();
            }
            b"p" | b"div" if self.is_value() => self.text.push(' '),
            b"article" | b"main" => {
                self.end();
                self.articles += 1;
            }
            b"pre" => {
                self.end();
                self.pre += 1;
            }
            b"li" => {
                self.end();
                self.part = Part::Item;
            }
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => {
                self.end();
                self.part = Part::Heading;
            }
            // The first paragraph of an item is the item.
            b"p" | b"div" if self.part == Part::Item && self.text.trim().is_empty() => {}
            name if is_block(name) => self.end(),
            _ => {}
        }
    }

    fn finish(&mut self, tag: &EndTag<()>) {
        let name = tag.name.as_slice();
        if let Some((out, depth)) = &mut self.left_out {
            if out == name {
                *depth -= 1;
                if *depth == 0 {
                    self.left_out = None;
                }
            }
            return;
        }
        match name {
            b"title" => self.is_title = false,
            b"b" | b"strong" => self.bold = self.bold.saturating_sub(1),
            b"td" | b"th" => self.cells = self.cells.saturating_sub(1),
            b"p" | b"div" if self.is_value() => self.text.push(' '),
            b"pre" => {
                self.end();
                self.pre = self.pre.saturating_sub(1);
            }
            b"article" | b"main" => {
                self.end();
                self.articles = self.articles.saturating_sub(1);
            }
            b"br" => {}
            name if is_block(name) => self.end(),
            _ => {}
        }
    }

    fn string(&mut self, text: &str) {
        if self.left_out.is_some() {
            return;
        }
        if self.is_title {
            self.title.push_str(text);
            return;
        }
        if self.pre > 0 {
            self.text.push_str(text);
            return;
        }
        let before = self.text.len();
        for letter in text.chars() {
            if !letter.is_ascii_whitespace() {
                self.text.push(letter);
            } else if !self.text.ends_with([' ', '\n']) {
                self.text.push(' ');
            }
        }
        if self.bold > 0 {
            self.bold_letters += self.text.get(before..).unwrap_or_default().trim().len();
        }
    }

    /// Ends the paragraph that is open.
    fn end(&mut self) {
        let text = std::mem::take(&mut self.text);
        let part = std::mem::replace(&mut self.part, Part::Text);
        let bold = std::mem::take(&mut self.bold_letters);
        self.cell_from = 0;
        let text = text.trim_matches([' ', '|', '\n']);
        if text.is_empty() {
            // An item may hold its text in an element of its own.
            self.part = if part == Part::Item { part } else { Part::Text };
        } else if self.pre > 0 {
            super::unwrap::prose(text, self.paper);
        } else if part == Part::Text && is_heading(text, bold) {
            self.paper.write(Part::Heading, text);
        } else if self.cells > 0 && part == Part::Text || text.contains(" | ") {
            self.paper.write(part, text);
        } else {
            self.paper.paragraph(part, text);
        }
    }

    /// Whether the paragraph is still short enough to be the value of a cell.
    fn is_value(&self) -> bool {
        self.cells > 0 && self.text.len().saturating_sub(self.cell_from) < CELL
    }
}

/// Whether a paragraph is a heading that is only drawn as one.
fn is_heading(text: &str, bold: usize) -> bool {
    bold >= text.len()
        && text.chars().count() <= HEADING
        && !text.contains(['\n', '|'])
        && !text.ends_with(['.', ',', '!', '?'])
        && !marks::is_contact(text)
        && marks::item(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(page: &str) -> String {
        let mut paper = Paper::default();
        read(page, &mut paper);
        paper.finish().0
    }

    #[test]
    fn the_text_of_a_page_is_read_without_what_stands_around_it() {
        let page = "<!DOCTYPE html><html><head><title>Line Cook - Diner Jobs</title><style>p{}</style><script>if (a<b) {}</script></head>\
                    <body><nav><ul><li>Home</li></ul></nav><header><p>Diner Jobs</p></header><div class='x cookie-banner'>We use cookies</div>\
                    <main><header><h1>Line &amp; Prep Cook</h1></header><p>We need a <b>cook</b>\n for our&nbsp;kitchen.<p><strong>Duties:</strong>\
                    <ul><li>Fries <i>fish</i><ul><li>on Mondays</ul><li><p>Bakes</p></li></ul><p>• Cleans<br>• Counts<br>12 Main Street</p>\
                    <table><tr><th>Day</th><th>Pay</th></tr><tr><td><p>Mon</p></td><td>$20</td></tr></table></main>\
                    <footer>© Diner</footer></body></html>";
        assert_eq!(
            text(page),
            "# Line Cook\n\n# Line & Prep Cook\n\nWe need a cook for our kitchen.\n\n# Duties\n\n- Fries fish\n- on Mondays\n- Bakes\n\
             - Cleans\n- Counts\n\n12 Main Street\n\nDay | Pay\nMon | $20\n"
        );
    }

    #[test]
    fn a_title_is_not_said_twice_and_a_page_of_chrome_alone_is_read() {
        assert_eq!(text("<title>Cook</title><h1>Cook</h1>"), "# Cook\n");
        assert_eq!(text("<nav><p>We need a cook who fries fish.</p>"), "We need a cook who fries fish.\n");
        assert_eq!(
            text("<div class=menu>Unclosed, and the whole page is in it"),
            "Unclosed, and the whole page is in it\n"
        );
    }
}
