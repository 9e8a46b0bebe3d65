//! Any text as UTF-8: byte-order marks, UTF-16, and what older spreadsheets save as Windows-1252.
//!
//! Nobody can say before its end whether a text is UTF-8, and standard input is read once. So it is decided line by line:
//! a line that is not UTF-8 is Windows-1252, which every byte is. A text of either encoding is read as what it is, one that
//! was put together from both too, and no byte deep in a long file stops a run that has begun.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use encoding_rs::{CoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How many bytes are looked at together.
pub const BLOCK: usize = 64 * 1024;

/// What is counted while a text is read.
#[derive(Debug, Default)]
pub struct Meter {
    /// Bytes read.
    pub bytes: Cell<u64>,
    /// Lines that were read as Windows-1252.
    pub foreign: Cell<u64>,
    /// The first of them, from 1.
    pub first_foreign: Cell<u64>,
    /// Whether something in it was no letter of its encoding.
    pub is_damaged: Cell<bool>,
    lines: Cell<u64>,
}

impl Meter {
    /// What the user may want to know of how it was read.
    pub fn remarks(&self) -> Vec<String> {
        let foreign = match (self.foreign.get(), self.first_foreign.get()) {
            (0, _) => None,
            (1, line) => Some(format!("line {line} is not UTF-8: it was read as Windows-1252")),
            (lines, first) => {
                Some(format!("{lines} lines are not UTF-8, the first is line {first}: they were read as Windows-1252"))
            }
        };
        let damaged = "some letters could not be read: the UTF-16 is damaged";
        foreign.into_iter().chain(self.is_damaged.get().then(|| damaged.to_owned())).collect()
    }
}

/// How letters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    /// UTF-8, or Windows-1252 line by line.
    Utf8,
    Utf16Le,
    Utf16Be,
}

/// A text as UTF-8, whatever it is written in.
pub struct Text<'a> {
    bytes: &'a mut dyn Read,
    meter: Rc<Meter>,
    /// Of UTF-16.
    decoder: Option<encoding_rs::Decoder>,
    raw: Vec<u8>,
    ended: bool,
    /// What is decoded, and how much of it is handed out.
    decoded: Vec<u8>,
    given: usize,
}

impl<'a> Text<'a> {
    /// Looks at the beginning.
    ///
    /// # Errors
    /// Those of the reader; what it begins with is no text.
    pub fn open(bytes: &'a mut dyn Read, meter: Rc<Meter>) -> io::Result<Self> {
        let mut text =
            Self { bytes, meter, decoder: None, raw: Vec::new(), ended: false, decoded: Vec::new(), given: 0 };
        text.more()?;
        if let Some(problem) = refused(&text.raw) {
            return Err(super::invalid(problem));
        }
        let (encoding, mark) = recognised(&text.raw);
        text.raw.drain(..mark);
        text.decoder = match encoding {
            Encoding::Utf8 if text.raw.contains(&0) => {
                return Err(super::invalid("this is not text; give lines, CSV or an Excel workbook (.xlsx)"));
            }
            Encoding::Utf8 => None,
            Encoding::Utf16Le => Some(UTF_16LE.new_decoder_without_bom_handling()),
            Encoding::Utf16Be => Some(UTF_16BE.new_decoder_without_bom_handling()),
        };
        Ok(text)
    }

    /// Fills the block of raw bytes.
    fn more(&mut self) -> io::Result<()> {
        let room = BLOCK.saturating_sub(self.raw.len());
        let read = (&mut *self.bytes).take(room as u64).read_to_end(&mut self.raw).map_err(super::invalid)?;
        self.ended = read < room;
        self.meter.bytes.set(self.meter.bytes.get() + read as u64);
        Ok(())
    }

    fn decode(&mut self) -> io::Result<()> {
        self.decoded.clear();
        self.given = 0;
        while self.decoded.is_empty() && !(self.ended && self.raw.is_empty()) {
            if !self.ended {
                self.more()?;
            }
            match &mut self.decoder {
                Some(decoder) => {
                    // A unit of two bytes becomes three at most.
                    self.decoded.resize(self.raw.len().saturating_mul(2) + 16, 0);
                    let (result, read, written, damaged) =
                        decoder.decode_to_utf8(&self.raw, &mut self.decoded, self.ended);
                    self.decoded.truncate(written);
                    self.raw.drain(..read);
                    self.meter.is_damaged.set(self.meter.is_damaged.get() || damaged);
                    if self.ended && result == CoderResult::InputEmpty {
                        self.raw.clear();
                        break;
                    }
                }
                None => self.decode_lines(),
            }
        }
        Ok(())
    }

    /// Decodes whole lines of UTF-8 or Windows-1252.
    fn decode_lines(&mut self) {
        let rest = self.raw.split_off(whole(&self.raw, self.ended));
        let block = std::mem::replace(&mut self.raw, rest);
        match String::from_utf8(block) {
            Ok(text) => {
                self.count_lines(text.as_bytes());
                self.decoded = text.into_bytes();
            }
            Err(error) => {
                let end = if error.as_bytes().contains(&b'\n') { b'\n' } else { b'\r' };
                for line in error.as_bytes().split_inclusive(|byte| *byte == end) {
                    self.count_lines(line);
                    if std::str::from_utf8(line).is_ok() {
                        self.decoded.extend_from_slice(line);
                        continue;
                    }
                    self.meter.foreign.set(self.meter.foreign.get() + 1);
                    if self.meter.first_foreign.get() == 0 {
                        self.meter.first_foreign.set(self.meter.lines.get() + u64::from(!line.ends_with(&[end])));
                    }
                    self.decoded.extend_from_slice(WINDOWS_1252.decode_without_bom_handling(line).0.as_bytes());
                }
            }
        }
    }

    /// Counts line ends: `\r\n` in a block once, as its `\n`; in a block without `\n` each `\r`.
    fn count_lines(&self, bytes: &[u8]) {
        if self.meter.first_foreign.get() > 0 {
            return;
        }
        let count = |end: u8| bytes.split(|byte| *byte == end).count().saturating_sub(1);
        let ends = match count(b'\n') {
            0 => count(b'\r'),
            ends => ends,
        };
        self.meter.lines.set(self.meter.lines.get() + ends as u64);
    }
}

impl Read for Text<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given >= self.decoded.len() {
            self.decode()?;
        }
        let read = self.decoded.get(self.given..).unwrap_or_default().read(into)?;
        self.given += read;
        Ok(read)
    }
}

/// How much of a block can be decoded by itself: its whole lines; of a line beyond the block, its whole letters.
fn whole(block: &[u8], ended: bool) -> usize {
    if ended {
        return block.len();
    }
    match block.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')) {
        Some(end) => end + 1,
        None => match std::str::from_utf8(block) {
            Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => error.valid_up_to(),
            _ => block.len(),
        },
    }
}

/// The encoding, and how many bytes its mark takes.
fn recognised(start: &[u8]) -> (Encoding, usize) {
    match start {
        [0xEF, 0xBB, 0xBF, ..] => return (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => return (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => return (Encoding::Utf16Be, 2),
        _ => {}
    }
    // Without a mark: English letters in UTF-16 have a zero in every other byte, and nowhere else.
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, zeros) if zeros * 3 > start.len() => (Encoding::Utf16Le, 0),
        (zeros, 0) if zeros * 3 > start.len() => (Encoding::Utf16Be, 0),
        _ => (Encoding::Utf8, 0),
    }
}

/// What to say of a file that is no text, by how it begins.
fn refused(start: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 9] = [
        (b"%PDF", "this is a PDF; copy its titles into a text file, one a line"),
        (b"PK\x03\x04", "this is a zip archive; unpack it first"),
        (b"PK\x05\x06", "this is an empty zip archive"),
        (
            b"\xD0\xCF\x11\xE0",
            "this is an Excel or Word file of the old kind (.xls, .doc), or one with a password; save it as .xlsx or CSV",
        ),
        (b"\x1F\x8B", "this is compressed (gzip); unpack it first"),
        (b"7z\xBC\xAF", "this is a 7z archive; unpack it first"),
        (b"{\\rtf", "this is a rich text file (RTF); save it as plain text"),
        (b"\x89PNG", "this is a picture"),
        (b"\xFF\xD8\xFF", "this is a picture"),
    ];
    if let Some((_, problem)) = KINDS.iter().find(|(sign, _)| start.starts_with(sign)) {
        return Some(problem);
    }
    let start = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let begins = |sign: &[u8]| start.get(..sign.len()).is_some_and(|start| start.eq_ignore_ascii_case(sign));
    if [&b"<!doctype"[..], b"<html", b"<?xml", b"<table", b"<head"].into_iter().any(begins) {
        return Some("this is a web page or XML, whatever its name says; save it as .xlsx or CSV");
    }
    let after = |open: u8| start.strip_prefix(&[open]).and_then(|rest| rest.trim_ascii_start().first());
    if after(b'{') == Some(&b'"') || matches!(after(b'['), Some(b'{' | b'"' | b'[')) {
        return Some("this is JSON; give the titles as lines, CSV or an Excel workbook (.xlsx)");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(mut bytes: &[u8]) -> (String, Rc<Meter>) {
        let meter = Rc::new(Meter::default());
        let mut out = String::new();
        Text::open(&mut bytes, Rc::clone(&meter)).unwrap().read_to_string(&mut out).unwrap();
        (out, meter)
    }

    fn utf16(text: &str, mark: bool, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.then_some(0xFEFF).into_iter().chain(text.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn every_encoding_that_spreadsheets_save_becomes_utf8() {
        let text = "Café owner\r\nCook\n";
        assert_eq!(read(text.as_bytes()).0, text);
        assert_eq!(read(format!("\u{feff}{text}").as_bytes()).0, text);
        for mark in [true, false] {
            assert_eq!(read(&utf16(text, mark, u16::to_le_bytes)).0, text);
            assert_eq!(read(&utf16(text, mark, u16::to_be_bytes)).0, text);
        }
        let long = "Señor 😀\n".repeat(30_000);
        assert_eq!(read(&utf16(&long, true, u16::to_le_bytes)).0, long);
        assert_eq!(read(b"").0, "");
        assert_eq!(read(b"\xEF\xBB\xBF").0, "");
    }

    #[test]
    fn lines_that_are_not_utf8_are_windows_1252_and_counted() {
        let (text, meter) = read(b"Cook\r\nCaf\xE9 \x96 owner\r\nCaf\xC3\xA9\r\n\x93Bud\x94");
        assert_eq!(text, "Cook\r\nCafé – owner\r\nCafé\r\n“Bud”");
        assert_eq!((meter.foreign.get(), meter.first_foreign.get()), (2, 2));
        let (text, meter) = read(b"Cook\rCaf\xE9\rCook");
        assert_eq!((text.as_str(), meter.first_foreign.get()), ("Cook\rCafé\rCook", 2));
        let mut deep = b"Cook\n".repeat(50_000);
        deep.extend_from_slice(b"caf\xE9");
        let (text, meter) = read(&deep);
        assert!(text.ends_with("\ncafé"));
        assert_eq!((meter.first_foreign.get(), meter.bytes.get()), (50_001, deep.len() as u64));
    }

    #[test]
    fn letters_are_not_torn_where_a_block_ends() {
        for letters in ["é", "語", "😀"] {
            for before in 0..4 {
                let text = format!("{}{}", "a".repeat(before), letters.repeat(BLOCK));
                let (read, meter) = read(text.as_bytes());
                assert!(read == text && meter.foreign.get() == 0, "{letters} after {before}");
            }
        }
    }

    #[test]
    fn half_a_letter_of_utf16_is_said() {
        let mut bytes = utf16("Cook", true, u16::to_le_bytes);
        bytes.push(b'x');
        let (text, meter) = read(&bytes);
        assert_eq!((text.as_str(), meter.is_damaged.get()), ("Cook\u{fffd}", true));
    }

    #[test]
    fn what_is_no_text_is_refused_by_its_kind() {
        let kinds: [(&[u8], &str); 10] = [
            (b"%PDF-1.7\n", "PDF"),
            (b"PK\x03\x04....", "zip"),
            (b"\xD0\xCF\x11\xE0\xA1", "old kind"),
            (b"\x1F\x8B\x08", "gzip"),
            (b"{\\rtf1", "RTF"),
            (b"\x89PNG\r\n", "picture"),
            (b"\n<!DOCTYPE html>", "web page"),
            (b"<TABLE>", "web page"),
            (b"[\n {\"title\": 1}]", "JSON"),
            (b"\x7FELF\x02\x01\x00\x00", "not text"),
        ];
        for (mut bytes, word) in kinds {
            let problem = Text::open(&mut bytes, Rc::default()).err().map(|error| error.to_string()).unwrap();
            assert!(problem.contains(word), "{word}: {problem}");
        }
        assert_eq!(read(b"[Temp] Cook\n").0, "[Temp] Cook\n", "a title may begin with a bracket");
    }
}
