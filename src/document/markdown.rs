//! Markdown: its marks go, and what they say of a line stays.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::paper::{Paper, Part};
use super::{html, unwrap};

/// Reads Markdown.
pub fn read(text: &str, paper: &mut Paper) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_SMART_PUNCTUATION;
    let mut reader =
        Reader { paper, text: String::new(), page: String::new(), items: 0, is_item: false, left_out: 0, cells: 0 };
    for event in Parser::new_ext(text, options) {
        reader.take(event);
        if reader.paper.is_full() {
            break;
        }
    }
    reader.end(Part::Text);
}

struct Reader<'a> {
    paper: &'a mut Paper,
    /// The paragraph that is open.
    text: String,
    /// HTML that is open.
    page: String,
    /// How many items lie around it.
    items: usize,
    /// Whether the paragraph is the first of its item.
    is_item: bool,
    /// How many parts without text for a reader lie around it: front matter, deleted text.
    left_out: usize,
    cells: usize,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::MetadataBlock(_) | Tag::Strikethrough | Tag::Image { .. }) => self.left_out += 1,
            Event::End(TagEnd::MetadataBlock(_) | TagEnd::Strikethrough | TagEnd::Image) => self.left_out -= 1,
            _ if self.left_out > 0 => {}
            Event::Start(Tag::Item) => {
                self.end(Part::Text);
                self.items += 1;
                self.is_item = true;
            }
            Event::End(TagEnd::Item) => {
                self.end(Part::Text);
                self.items -= 1;
                self.is_item = false;
            }
            Event::Start(Tag::TableCell) => {
                if self.cells > 0 {
                    self.text.push_str(" | ");
                }
                self.cells += 1;
            }
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                self.cells = 0;
                let row = std::mem::take(&mut self.text);
                self.paper.write(Part::Text, row.trim_matches([' ', '|']));
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::List(_) | Tag::Table(_))
            | Event::End(TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::List(_) | TagEnd::Table)
            | Event::Rule => self.end(Part::Text),
            Event::End(TagEnd::Heading(_)) => self.end(Part::Heading),
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::Html(text) => self.page.push_str(&text),
            Event::InlineHtml(tag) if tag.to_ascii_lowercase().starts_with("<br") => self.text.push('\n'),
            Event::End(TagEnd::HtmlBlock) => html::read(&std::mem::take(&mut self.page), self.paper),
            _ => {}
        }
    }

    /// Ends the paragraph that is open.
    fn end(&mut self, part: Part) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        if part == Part::Heading {
            self.paper.paragraph(part, &text.replace('\n', " "));
        } else if std::mem::take(&mut self.is_item) {
            self.paper.paragraph(Part::Item, &text.replace('\n', " "));
        } else if self.items > 0 {
            self.paper.paragraph(Part::Text, &text.replace('\n', " "));
        } else {
            self.paper.end();
            unwrap::prose(&text, self.paper);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markdown: &str) -> String {
        let mut paper = Paper::default();
        read(markdown, &mut paper);
        paper.finish().0
    }

    #[test]
    fn marks_go_and_structure_stays() {
        let markdown = "---\ntitle: x\n---\n# Line *Cook*\n\nWe need a **cook** for [our kitchen](https://example.org)\nwho is \
                        `fast`.\n\nDuties\n------\n* Fries fish\n  and chips\n  1. on weekdays\n\n* Bakes\n\n  every day\n\n| Day | Pay |\n|--|--|\n| Mon | $20 |\n\n\
                        ![logo](x.png)\n\n<div>Apply <b>now</b></div>\n\n- [ ] ~~never~~ Cleans\n";
        assert_eq!(
            text(markdown),
            "# Line Cook\n\nWe need a cook for our kitchen who is fast.\n\n# Duties\n\n- Fries fish and chips\n- on weekdays\n- Bakes\n\n\
             every day\n\nDay | Pay\nMon | $20\n\nApply now\n\n- Cleans\n"
        );
    }

    #[test]
    fn lines_of_an_address_stay_lines() {
        assert_eq!(text("Jane Doe\n12 Main Street\nSpringfield, IL\n"), "Jane Doe\n12 Main Street\nSpringfield, IL\n");
    }
}
