//! How much a PDF unpacks to, before it is: a few kilobytes can hold gigabytes of nothing.

use std::io::{self, Cursor, Read};
use std::time::Instant;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Object};

use super::{AS_NEW, Problem};

/// What all streams may unpack to, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;
/// Pictures are not unpacked, but whether a stream is one is only what its file says.
const LARGEST_WITH_PICTURES: u64 = 4 * LARGEST;
/// An encrypted file hides what it holds until it is opened, so it may not be as large.
const LARGEST_ENCRYPTED: usize = 2 * 1024 * 1024;
/// How many packings may lie in one another.
const DEEPEST: usize = 4;

/// Counts what stands between `stream` and `endstream`, as it lies in the file.
pub fn check(bytes: &[u8], until: Instant) -> Result<(), Problem> {
    if bytes.len() > LARGEST_ENCRYPTED && find(bytes, b"/Encrypt").is_some() {
        return Err(Problem::new("the PDF is encrypted, and too large to be opened so", AS_NEW));
    }
    let (mut all, mut pictures) = (0, 0);
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| find(rest, b"stream")) {
        let start = from + at + b"stream".len();
        let head = bytes.get((from + at).saturating_sub(300).max(from)..from + at).unwrap_or_default();
        let count = if find(head, b"/Image").is_some() { &mut pictures } else { &mut all };
        from = start;
        let data = bytes.get(start..).unwrap_or_default();
        let Some(data) =
            data.strip_prefix(b"\r\n").or_else(|| data.strip_prefix(b"\n")).or_else(|| data.strip_prefix(b"\r"))
        else {
            continue;
        };
        *count += unpacked(Box::new(Cursor::new(data)), LARGEST_WITH_PICTURES, DEEPEST);
        bound(all, pictures, until)?;
    }
    Ok(())
}

/// Counts the streams as they are known once the file is open, decrypted and with the packings that they name.
pub fn check_streams(pdf: &Pdf, until: Instant) -> Result<(), Problem> {
    let mut all = 0;
    for object in pdf.objects() {
        let Object::Stream(stream) = object else { continue };
        let packings = packings(stream.dict());
        let is_image = stream.dict().get::<Name<'_>>(b"Subtype".as_slice()).is_some_and(|kind| &*kind == b"Image");
        if is_image {
            continue;
        }
        let raw = stream.raw_data();
        all += match packings.as_slice() {
            [only] if matches!(&**only, b"FlateDecode" | b"Fl") => unpacked(Box::new(Cursor::new(&*raw)), LARGEST, 1),
            others => others.iter().fold(raw.len() as u64, |size, packing| size.saturating_mul(at_most(packing))),
        };
        bound(all, 0, until)?;
    }
    Ok(())
}

/// How a stream is packed, from the outside in.
fn packings<'a>(stream: &Dict<'a>) -> Vec<Name<'a>> {
    let named = |key: &'static [u8]| {
        let one = stream.get::<Name<'_>>(key).map(|name| vec![name]);
        one.or_else(|| Some(stream.get::<Array<'_>>(key)?.iter::<Name<'_>>().collect()))
    };
    named(b"F").or_else(|| named(b"Filter")).unwrap_or_default()
}

/// How much a byte becomes at most when it is unpacked.
fn at_most(packing: &[u8]) -> u64 {
    match packing {
        b"FlateDecode" | b"Fl" => 1032,
        b"LZWDecode" | b"LZW" => 2600,
        b"RunLengthDecode" | b"RL" => 64,
        // Pictures are not unpacked.
        b"DCTDecode" | b"DCT" | b"JPXDecode" | b"JBIG2Decode" | b"CCITTFaxDecode" | b"CCF" => 0,
        _ => 1,
    }
}

fn bound(all: u64, pictures: u64, until: Instant) -> Result<(), Problem> {
    if all > LARGEST || pictures > LARGEST_WITH_PICTURES || Instant::now() > until {
        return Err(Problem::new("the PDF unpacks to more than is read", AS_NEW));
    }
    Ok(())
}

/// How much bytes unpack to, with what is packed in them once more; so many bytes at most are counted.
fn unpacked<'a>(mut packed: Box<dyn Read + 'a>, most: u64, depth: usize) -> u64 {
    let mut head = [0; 2];
    if depth == 0 || packed.read_exact(&mut head).is_err() {
        return 0;
    }
    let whole = Cursor::new(head).chain(packed);
    let is_zlib = head[0] & 0x0f == 8 && u16::from_be_bytes(head).is_multiple_of(31);
    let mut inside: Box<dyn Read + '_> = if is_zlib {
        Box::new(ZlibDecoder::new(whole))
    } else if depth == DEEPEST {
        Box::new(DeflateDecoder::new(whole))
    } else {
        return 0;
    };
    let mut start = Vec::new();
    if inside.by_ref().take(64).read_to_end(&mut start).is_err() && start.is_empty() {
        return 0;
    }
    if depth > 1 && start.first().is_some_and(|first| first & 0x0f == 8) {
        // Both are counted as they come: what lies outside is never held.
        let mut outside = Counted { inside, count: start.len() as u64, most };
        let within = unpacked(Box::new(Cursor::new(start).chain(&mut outside)), most, depth - 1);
        let _ = io::copy(&mut outside, &mut io::sink());
        return within.saturating_add(outside.count);
    }
    let mut counted = Counted { inside, count: start.len() as u64, most };
    // What is damaged ends there.
    let _ = io::copy(&mut counted, &mut io::sink());
    counted.count
}

/// Counts what is read, and ends where that is enough.
struct Counted<'a> {
    inside: Box<dyn Read + 'a>,
    count: u64,
    most: u64,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.count > self.most {
            return Ok(0);
        }
        let read = self.inside.read(into)?;
        self.count += read as u64;
        Ok(read)
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut from = 0;
    loop {
        let at = from + bytes.get(from..)?.iter().position(|byte| *byte == first)?;
        if bytes.get(at..)?.starts_with(what) {
            return Some(at);
        }
        from = at + 1;
    }
}
