//! What a file is, by what it holds first and by its ending second; and what is said of one that is no text.

use std::io::Cursor;
use std::path::Path;

use zip::ZipArchive;

use super::{Problem, encoding};

/// How a file is to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Pdf,
    /// With the name of the part that holds the text.
    Docx(String),
    Html,
    Markdown,
    Plain,
}

/// How much of a text is looked at for its marks.
const HEAD: usize = 64 * 1024;
/// A PDF may begin a little later.
const PDF_WITHIN: usize = 1024;
const AS_DOCX: &str = "save it as a Word document (.docx) or as text, and give that";
const AS_TEXT: &str = "copy the text into a file of its own, and give that";

/// What a file is.
pub fn of(name: &str, bytes: &[u8]) -> Result<Kind, Problem> {
    if bytes.trim_ascii().is_empty() {
        return Err(Problem::new(
            "the file is empty",
            "give a file with a job advertisement, a CV or a list of duties",
        ));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip(bytes);
    }
    let head = bytes.get(..PDF_WITHIN).unwrap_or(bytes);
    if head.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if let Some((problem, next)) = refused(bytes) {
        return Err(Problem::new(problem, next));
    }
    if encoding::marked(bytes).is_none() && bytes.get(..HEAD).unwrap_or(bytes).contains(&0) {
        return Err(Problem::new("this is not text", "give a text, a Word document (.docx), a PDF, HTML or Markdown"));
    }
    let cut = bytes.get(..HEAD).unwrap_or(bytes);
    Ok(by_marks(name, &encoding::text(cut)))
}

/// Which text it is.
fn by_marks(name: &str, head: &str) -> Kind {
    let ending = Path::new(name).extension().map(std::ffi::OsStr::to_ascii_lowercase);
    let ending = ending.as_deref().and_then(|ending| ending.to_str()).unwrap_or_default();
    let lower = head.trim_start().to_ascii_lowercase();
    let starts = ["<!doctype html", "<html", "<head", "<body", "<meta"].iter().any(|start| lower.starts_with(start));
    let has_page = lower.starts_with('<') && lower.contains("<html");
    let tags = ["</p>", "</li>", "</div>", "<br>", "<br/>", "<br />", "</h1>", "</h2>", "</h3>", "</span>", "</td>"];
    let count: usize = tags.iter().map(|tag| lower.matches(tag).count()).sum();
    let is_named = matches!(ending, "html" | "htm" | "xhtml");
    if starts || has_page || (is_named && lower.contains('<')) || count > 2 && ending != "md" {
        return Kind::Html;
    }
    let is_marked = lower.matches("](http").count() > 0 || lower.matches("**").count() > 3;
    if matches!(ending, "md" | "markdown") || is_marked { Kind::Markdown } else { Kind::Plain }
}

/// What a zip archive is: programs of an office save one.
fn zip(bytes: &[u8]) -> Result<Kind, Problem> {
    let damaged =
        |error| Problem::new(format!("the file is damaged: {error}"), "open it where it was made, and save it again");
    let archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let names = || archive.file_names().filter_map(Result::ok);
    let has = |start: &str| names().any(|name| name.starts_with(start));
    let main = names()
        .filter(|name| name.starts_with("word/document") && name.ends_with(".xml"))
        .min_by_key(|name| name.len());
    if let Some(main) = main {
        return Ok(Kind::Docx(main.to_string()));
    }
    let (problem, next) = match () {
        () if has("xl/") => ("this is an Excel workbook", AS_TEXT),
        () if has("ppt/") => ("this is a presentation", AS_TEXT),
        () if has("content.xml") => ("this is an OpenDocument file (.odt, .ods)", AS_DOCX),
        () if has("META-INF/container.xml") => ("this is an electronic book (EPUB)", AS_TEXT),
        () if has("Index/") || has("index.xml") => ("this is a Pages document", AS_DOCX),
        () => ("this is a zip archive", "unpack it, and name the file inside"),
    };
    Err(Problem::new(problem, next))
}

/// What to say of a file that is no text, by how it begins.
fn refused(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const PICTURE: (&str, &str) =
        ("this is a picture", "run a text recognition (OCR) program over it first, and give the text that it makes");
    const KINDS: [(&[u8], (&str, &str)); 12] = [
        (b"{\\rtf", ("this is a rich text file (RTF)", AS_DOCX)),
        (b"\x89PNG", PICTURE),
        (b"\xFF\xD8\xFF", PICTURE),
        (b"GIF8", PICTURE),
        (b"II*\0", PICTURE),
        (b"MM\0*", PICTURE),
        (b"\x1F\x8B", ("this is compressed (gzip)", "unpack it first")),
        (b"BZh", ("this is compressed (bzip2)", "unpack it first")),
        (b"\xFD7zXZ", ("this is compressed (xz)", "unpack it first")),
        (b"7z\xBC\xAF", ("this is a 7z archive", "unpack it first")),
        (b"%!PS", ("this is PostScript", "save it as a PDF, and give that")),
        (b"\x7FELF", ("this is a program", AS_TEXT)),
    ];
    let begins_with = |sign: &[u8], at: usize| bytes.get(at..).is_some_and(|rest| rest.starts_with(sign));
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        // The names of what is inside stand in UTF-16.
        let has = |name: &str| {
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.windows(name.len()).any(|window| window == name)
        };
        return Some(match () {
            () if has("EncryptedPackage") => ("this document has a password", "save it without one, and give that"),
            () if has("WordDocument") => ("this is a Word document of the old kind (.doc)", AS_DOCX),
            () if has("Workbook") => ("this is an Excel workbook of the old kind (.xls)", AS_TEXT),
            () => ("this is an office file of the old kind", AS_DOCX),
        });
    }
    if begins_with(b"WEBP", 8) || begins_with(b"ftyp", 4) || begins_with(b"BM", 0) && bytes.get(6..10) == Some(&[0; 4])
    {
        return Some(PICTURE);
    }
    KINDS.iter().find(|(sign, _)| bytes.starts_with(sign)).map(|(_, said)| *said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_holds_then_by_its_name() {
        for (name, bytes, kind) in [
            ("cv.txt", "%PDF-1.4\n", Kind::Pdf),
            ("cv.pdf", "Cook\n", Kind::Plain),
            ("cv", "<!DOCTYPE html><p>Cook", Kind::Html),
            ("cv", "<?xml version=\"1.0\"?><html><body>Cook", Kind::Html),
            ("cv", "<p>Cook</p><ul><li>fries</li><li>bakes</li></ul>", Kind::Html),
            ("cv.htm", "Cook</p>", Kind::Html),
            ("cv.md", "Cook", Kind::Markdown),
            ("cv.txt", "**Cook**\n\n**Duties**\n", Kind::Markdown),
            ("cv.txt", "Cook, 2 < 3", Kind::Plain),
        ] {
            assert_eq!(of(name, bytes.as_bytes()), Ok(kind), "{name} {bytes}");
        }
    }

    #[test]
    fn what_is_no_text_is_called_by_its_name() {
        let doc: Vec<u8> =
            [b"\xD0\xCF\x11\xE0".to_vec(), "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect()].concat();
        for (bytes, said) in [
            (&b""[..], "empty"),
            (b" \r\n\t ", "empty"),
            (b"{\\rtf1", "RTF"),
            (b"\x89PNG\r\n", "picture"),
            (b"RIFF\0\0\0\0WEBP", "picture"),
            (b"\x1F\x8B\x08", "gzip"),
            (b"PK\x03\x04 and no more", "damaged"),
            (b"a\0\0\0b\0", "not text"),
            (&doc, ".doc"),
        ] {
            let problem = of("cv", bytes).unwrap_err();
            assert!(problem.problem.contains(said) && problem.next.is_some(), "{problem:?}");
        }
    }
}
