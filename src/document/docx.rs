//! What Word saves: paragraphs, headings, lists and tables; changes as if they were accepted, headers and footers left out.

mod styles;

use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::paper::{Paper, Part};
use super::{Problem, marks};
use styles::{Look, Styles};

/// How much a part of the document may unpack to, in bytes.
const LARGEST_PART: u64 = 64 * 1024 * 1024;
/// A row whose cells hold more letters is a layout, and is read cell by cell.
const LONGEST_CELL: usize = 100;
/// A paragraph in bold of so many letters is a heading.
const HEADING: usize = 60;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Reads the text of a document; `part` is the file in the archive that holds it.
pub fn read(bytes: &[u8], part: &str, paper: &mut Paper) -> Result<(), Problem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let styles = styles::read(&mut archive);
    let mut walk = Walk::new(paper, styles);
    each(&mut archive, part, |event| walk.take(event))?;
    walk.finish();
    Ok(())
}

fn damaged(error: impl std::fmt::Display) -> Problem {
    Problem::new(format!("the document is damaged: {error}"), "open it in Word or LibreOffice, and save it again")
}

/// Hands over what a part of the archive holds, until `take` says that it is enough.
fn each(archive: &mut Archive<'_>, part: &str, mut take: impl FnMut(&Event<'_>) -> bool) -> Result<(), Problem> {
    // What the archive says of the size is not trusted: what comes out is counted.
    let mut part = archive.by_name(part).map_err(damaged)?.take(LARGEST_PART);
    let mut reader = Reader::from_reader(BufReader::new(&mut part));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut buffer = Vec::new();
    loop {
        let is_more = match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => break,
            Ok(event) => take(&event),
            Err(error) => {
                drop(reader);
                return Err(if part.limit() == 0 { too_large() } else { damaged(error) });
            }
        };
        if !is_more {
            return Ok(());
        }
        buffer.clear();
    }
    drop(reader);
    if part.limit() == 0 { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> Problem {
    let megabytes = LARGEST_PART / 1024 / 1024;
    Problem::new(
        format!("it unpacks to more than the {megabytes} MB that are read"),
        "copy the text into a file of its own, and give that",
    )
}

/// The value of an attribute by its name without prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let named = |attribute: &Attribute<'_>| attribute.key.local_name().as_ref() == name;
    tag.attributes().flatten().find(named).map(|attribute| attribute.value.clone().into_owned())
}

/// The letters that a reference such as `&amp;` stands for.
fn referred(reference: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(letter)) = reference.resolve_char_ref() {
        return Some(letter.to_string());
    }
    let name: &str = reference;
    quick_xml::escape::resolve_predefined_entity(name).map(str::to_owned)
}

/// A paragraph that is open.
#[derive(Default)]
struct Paragraph {
    text: String,
    look: Look,
    bold_letters: usize,
}

/// A row that is open: the paragraphs of its cells.
type Row = Vec<Vec<(Part, String)>>;

struct Walk<'a> {
    paper: &'a mut Paper,
    styles: Styles,
    /// Text boxes stand in paragraphs, and have paragraphs of their own.
    paragraphs: Vec<Paragraph>,
    /// Tables stand in cells of others.
    rows: Vec<Row>,
    /// How deep in a part that is left out.
    left_out: usize,
    /// Inside of `w:t`.
    is_text: bool,
    /// The run that is open: letters that look alike.
    run: Option<Run>,
}

#[derive(Clone, Copy, Default)]
struct Run {
    is_bold: bool,
    is_hidden: bool,
}

impl<'a> Walk<'a> {
    const fn new(paper: &'a mut Paper, styles: Styles) -> Self {
        Self { paper, styles, paragraphs: Vec::new(), rows: Vec::new(), left_out: 0, is_text: false, run: None }
    }

    fn take(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(tag) => self.start(tag, false),
            Event::Empty(tag) => self.start(tag, true),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            Event::Text(text) => self.letters(text),
            Event::CData(text) => self.letters(text),
            Event::GeneralRef(reference) => {
                if let Some(letters) = referred(reference) {
                    self.letters(&letters);
                }
            }
            _ => {}
        }
        !self.paper.is_full()
    }

    fn start(&mut self, tag: &BytesStart<'_>, is_empty: bool) {
        let local = tag.local_name();
        let name = local.as_ref();
        // Deleted text, the old place of moved text, and the second copy of a text box.
        let is_left_out = matches!(name, "del" | "moveFrom" | "Fallback" | "instrText" | "delText");
        if self.left_out > 0 || is_left_out {
            self.left_out += usize::from(!is_empty);
            return;
        }
        let is_on = || attribute(tag, "val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "none"));
        match name {
            "p" if !is_empty => self.paragraphs.push(Paragraph::default()),
            "t" => self.is_text = !is_empty,
            "r" => self.run = (!is_empty).then(Run::default),
            "tr" if !is_empty => self.rows.push(Row::new()),
            "tc" => {
                if let Some(row) = self.rows.last_mut() {
                    row.push(Vec::new());
                }
            }
            "b" | "vanish" => {
                if let Some(run) = &mut self.run {
                    let mark = if name == "b" { &mut run.is_bold } else { &mut run.is_hidden };
                    *mark = is_on();
                }
            }
            _ => self.mark(name, tag),
        }
    }

    /// What an empty element says of the paragraph that is open.
    fn mark(&mut self, name: &str, tag: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let value = || attribute(tag, "val").unwrap_or_default();
        match name {
            "pStyle" => {
                let style = self.styles.look(&value());
                paragraph.look.is_heading |= style.is_heading;
                paragraph.look.is_item |= style.is_item;
            }
            "numId" => paragraph.look.is_item = value() != "0",
            "outlineLvl" => paragraph.look.is_heading = value().parse::<u8>().is_ok_and(|level| level < 9),
            "tab" if self.run.is_some() => paragraph.text.push('\t'),
            "br" | "cr" if attribute(tag, "type").is_none_or(|kind| kind == "textWrapping") => {
                paragraph.text.push('\n');
            }
            "noBreakHyphen" => paragraph.text.push('-'),
            "sym" => {
                let code = attribute(tag, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                paragraph.text.extend(code.and_then(char::from_u32));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.left_out > 0 {
            self.left_out -= 1;
            return;
        }
        match name {
            "t" => self.is_text = false,
            "r" => self.run = None,
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.paragraph(paragraph);
                }
            }
            "tr" => {
                if let Some(row) = self.rows.pop() {
                    self.row(row);
                }
            }
            _ => {}
        }
    }

    fn letters(&mut self, letters: &str) {
        let run = self.run.unwrap_or_default();
        if !self.is_text || self.left_out > 0 || run.is_hidden {
            return;
        }
        if let Some(paragraph) = self.paragraphs.last_mut() {
            paragraph.text.push_str(letters);
            if run.is_bold {
                paragraph.bold_letters += letters.trim().len();
            }
        }
    }

    fn paragraph(&mut self, Paragraph { text, look, bold_letters }: Paragraph) {
        let text = text.trim();
        if text.is_empty() {
            self.paper.end();
            return;
        }
        let is_drawn_as_heading = || {
            bold_letters + 2 >= text.len()
                && text.chars().count() <= HEADING
                && !text.contains(['\n', '\t'])
                && !text.ends_with(['.', ',', '!', '?'])
                && !marks::is_contact(text)
                && marks::item(text).is_none()
        };
        let part = match () {
            () if look.is_heading => Part::Heading,
            () if look.is_item => Part::Item,
            () if is_drawn_as_heading() => Part::Heading,
            () => Part::Text,
        };
        // A tab parts a title from its date; after a bullet it is a blank.
        let text = if marks::item(text).is_some() || part != Part::Text {
            text.replace('\t', " ")
        } else {
            text.split('\t')
                .map(|cell| cell.trim_matches(' '))
                .filter(|cell| !cell.is_empty())
                .collect::<Vec<_>>()
                .join(" | ")
        };
        self.place(part, text);
    }

    /// Writes a paragraph, or keeps it for the row that it stands in.
    fn place(&mut self, part: Part, text: String) {
        match self.rows.last_mut() {
            Some(row) => match row.last_mut() {
                Some(cell) => cell.push((part, text)),
                None => row.push(vec![(part, text)]),
            },
            None => self.paper.paragraph(part, &text),
        }
    }

    fn row(&mut self, row: Row) {
        let cells: Vec<_> = row.into_iter().filter(|cell| !cell.is_empty()).collect();
        let is_short = |cell: &Vec<(Part, String)>| {
            cell.len() <= 2
                && cell.iter().all(|(part, text)| *part != Part::Item && text.chars().count() <= LONGEST_CELL)
        };
        if cells.len() < 2 || !cells.iter().all(is_short) {
            for (part, text) in cells.into_iter().flatten() {
                self.place(part, text);
            }
            return;
        }
        let cells: Vec<String> = cells
            .iter()
            .map(|cell| cell.iter().map(|(_, text)| text.replace('\n', " ")).collect::<Vec<_>>().join(" "))
            .collect();
        let line = cells.join(" | ");
        if self.rows.is_empty() {
            // Rows of a table stand together.
            self.paper.write(Part::Text, &line);
        } else {
            self.place(Part::Text, line);
        }
    }

    /// Writes what a document that breaks off left open.
    fn finish(mut self) {
        while let Some(paragraph) = self.paragraphs.pop() {
            self.paragraph(paragraph);
        }
        while let Some(row) = self.rows.pop() {
            self.row(row);
        }
    }
}
