//! Files as people have them, made here: each is read as the same plain text, and none brings the reader down.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may stop where they stand")]

mod pdf;

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::time::{Duration, Instant};

use pdf::{Font, Pdf};
use rolescope::document::{self, Cut, Document, Format};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn read(name: &str, bytes: &[u8]) -> Document {
    document::read(name, bytes.to_vec()).unwrap_or_else(|error| panic!("{error}"))
}

fn problem(bytes: &[u8]) -> String {
    document::read("cv", bytes.to_vec()).unwrap_err().to_string()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const STYLES: &str = "<w:styles xmlns:w='w'><w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='Own'><w:name w:val='Own'/><w:basedOn w:val='berschrift1'/></w:style>\
    <w:style w:type='paragraph' w:styleId='LB'><w:name w:val='List Bullet'/></w:style></w:styles>";

fn docx(body: &str) -> Vec<u8> {
    let document =
        format!("<?xml version='1.0'?><w:document xmlns:w='w' xmlns:mc='mc'><w:body>{body}</w:body></w:document>");
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/styles.xml", STYLES.as_bytes()),
        ("word/header1.xml", b"<w:hdr xmlns:w='w'><w:p><w:r><w:t>header</w:t></w:r></w:p></w:hdr>"),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn advertisement_as_docx() -> Vec<u8> {
    docx(
        "<w:p><w:pPr><w:pStyle w:val='Own'/></w:pPr><w:r><w:t>Line &amp; Prep Cook</w:t></w:r></w:p>\
         <w:p><w:r><w:t xml:space='preserve'>We need a </w:t></w:r><w:del><w:r><w:delText>chef</w:delText></w:r></w:del>\
         <w:ins><w:r><w:t>cook</w:t></w:r></w:ins><w:hyperlink><w:r><w:t xml:space='preserve'> for our&#160;kitchen</w:t></w:r></w:hyperlink>\
         <w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>\
         <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Duties:</w:t></w:r></w:p>\
         <w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='3'/></w:numPr></w:pPr><w:r><w:t>Fries fish</w:t></w:r></w:p>\
         <w:p><w:pPr><w:pStyle w:val='LB'/></w:pPr><w:r><w:t>Bakes</w:t></w:r></w:p>\
         <w:p><w:r><w:t>•</w:t></w:r><w:r><w:tab/><w:t>Cleans</w:t></w:r></w:p>\
         <w:p><w:r><w:t>Diner, Springfield</w:t><w:tab/><w:t>2019–2024</w:t><w:br/><w:t>12 Main Street</w:t></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Pay</w:t></w:r></w:p></w:tc></w:tr>\
         <w:tr><w:tc><w:p><w:r><w:t>Mon</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>$20</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
         <w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>",
    )
}

const WORDS: &str = "Café manager – “fast” and naïve\nWho counts?\n";

#[test]
fn text_is_read_in_every_encoding() {
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(WORDS.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let old = encoding_rs::WINDOWS_1252.encode(WORDS).0.into_owned();
    for bytes in [WORDS.as_bytes(), &wide, &old] {
        let document = read("cv.txt", bytes);
        assert_eq!((document.text.as_str(), document.format, document.cut), (WORDS, Format::Plain, None));
    }
}

#[test]
fn a_word_document_gives_what_a_reader_sees() {
    let document = read("cv.docx", &advertisement_as_docx());
    assert_eq!(document.format, Format::Docx);
    assert_eq!(
        document.text,
        "# Line & Prep Cook\n\nWe need a cook for our kitchen.\n\n# Duties\n\n- Fries fish\n- Bakes\n- Cleans\n\n\
         Diner, Springfield | 2019–2024\n12 Main Street\n\nDay | Pay\nMon | $20\n\nIn a box\n"
    );
}

fn advertisement_as_pdf(font: Font, is_packed: bool) -> Pdf {
    Pdf::new(font, is_packed)
        .page(&[
            (72.0, 760.0, 9.0, "Diner Jobs 2024"),
            (72.0, 720.0, 18.0, "Line Cook"),
            (72.0, 690.0, 11.0, "We need a cook who prepares and seasons soups, meats and vegeta-"),
            (72.0, 676.0, 11.0, "bles in the of\u{fb01}ce kitchen, and who keeps the workplace clean accord-"),
            (72.0, 662.0, 11.0, "ing to the standards of the county."),
            (72.0, 636.0, 11.0, "DUTIES"),
            (72.0, 622.0, 11.0, "•"),
            (90.0, 622.0, 11.0, "Fries fish"),
            (72.0, 608.0, 11.0, "•"),
            (90.0, 608.0, 11.0, "Bakes"),
            (72.0, 580.0, 11.0, "Day"),
            (300.0, 580.0, 11.0, "Pay"),
            (300.0, 30.0, 9.0, "Page 1 of 2"),
        ])
        .page(&[
            (72.0, 760.0, 9.0, "Diner Jobs 2024"),
            (72.0, 720.0, 11.0, "Apply in person."),
            (300.0, 30.0, 9.0, "Page 2 of 2"),
        ])
}

#[test]
fn a_pdf_gives_its_text_however_it_is_coded() {
    for (font, is_packed) in
        [(Font::Standard, false), (Font::Standard, true), (Font::Mapped, false), (Font::Mapped, true)]
    {
        let document = read("cv.pdf", &advertisement_as_pdf(font, is_packed).bytes());
        assert_eq!(document.format, Format::Pdf);
        assert_eq!(
            document.text,
            "# Line Cook\n\nWe need a cook who prepares and seasons soups, meats and vegetables in the office kitchen, and who keeps \
             the workplace clean according to the standards of the county.\n\n# DUTIES\n\n- Fries fish\n- Bakes\n\nDay | Pay\n\n\
             Apply in person.\n"
        );
    }
}

#[test]
fn columns_are_read_one_after_the_other_and_tables_row_by_row() {
    let left = ["SKILLS", "Wiring", "Conduit bending", "Reading plans", "Safety"];
    let right = [
        "EXPERIENCE",
        "Installed the lighting in",
        "large buildings, and kept it",
        "in order for years.",
        "Trained apprentices",
    ];
    let place = |x: f64, top: f64, texts: &[&'static str]| -> Vec<(f64, f64, f64, &'static str)> {
        texts.iter().zip(0i32..).map(|(text, line)| (x, top - f64::from(line) * 14.0, 11.0, *text)).collect()
    };
    let head = (72.0, 740.0, 18.0, "Sam Field, a name that reaches across both columns");
    let columns = [vec![head], place(72.0, 700.0, &left), place(260.0, 700.0, &right)].concat();
    let text = read("cv.pdf", &Pdf::new(Font::Mapped, true).page(&columns).bytes()).text;
    assert_eq!(
        text,
        "# Sam Field, a name that reaches across both columns\n\n# SKILLS\n\nWiring\nConduit bending\nReading plans\nSafety\n\n\
         # EXPERIENCE\n\nInstalled the lighting in large buildings, and kept it in order for years.\nTrained apprentices\n"
    );
    let rows: Vec<_> =
        place(72.0, 700.0, &left).into_iter().zip(place(260.0, 700.0, &right)).flat_map(|(a, b)| [a, b]).collect();
    let text = read("cv.pdf", &Pdf::new(Font::Mapped, true).page(&rows).bytes()).text;
    assert!(text.starts_with("SKILLS | EXPERIENCE\nWiring | Installed the lighting in\n"), "{text}");
}

#[test]
fn what_has_no_text_says_so() {
    let scan = problem(&Pdf::new(Font::Standard, true).picture().picture().bytes());
    assert!(scan.contains("only pictures on 2 pages") && scan.contains("OCR"), "{scan}");
    let mut locked = advertisement_as_pdf(Font::Standard, true);
    locked.password = true;
    assert!(problem(&locked.bytes()).contains("password"), "{}", problem(&locked.bytes()));
    assert!(problem(b"%PDF-1.4\nand nothing more").contains("damaged"));
    assert!(problem(&docx("<w:p/>")).contains("no text in it"));
    for (parts, said) in [
        (&[("xl/workbook.xml", &b"<a/>"[..])][..], "Excel"),
        (&[("ppt/presentation.xml", b"<a/>")], "presentation"),
        (&[("content.xml", b"<a/>")], "OpenDocument"),
        (&[("cv.txt", b"Cook")], "zip archive"),
    ] {
        assert!(problem(&archive(parts)).contains(said), "{}", problem(&archive(parts)));
    }
}

#[test]
fn a_long_text_is_cut_and_that_is_said() {
    let document = read("long.txt", "We cook, bake and clean.\n\n".repeat(60_000).as_bytes());
    assert_eq!(document.cut, Some(Cut::Text));
    assert!(document.text.len() <= 1024 * 1024 + 1 && document.text.len() > 1_000_000);
    let mut pages = Pdf::new(Font::Standard, true);
    for _ in 0..310 {
        pages = pages.page(&[(72.0, 400.0, 11.0, "We cook.")]);
    }
    let document = read("long.pdf", &pages.bytes());
    assert_eq!(document.cut, Some(Cut::Pages { read: 300, of: 310 }));
}

#[test]
fn bombs_are_refused_before_they_unfold() {
    let begun = Instant::now();
    let zeros = vec![b' '; 80 * 1024 * 1024];
    let large = archive(&[("word/document.xml", &zeros)]);
    assert!(large.len() < 1024 * 1024);
    assert!(problem(&large).contains("unpacks to more"), "{}", problem(&large));
    // Packed once more: kilobytes become hundreds of megabytes.
    let once = pdf::packed(&vec![b' '; 300 * 1024 * 1024]);
    for (filter, data) in [("/FlateDecode", once.clone()), ("[/FlateDecode /FlateDecode]", pdf::packed(&once))] {
        let mut file = format!(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj \
             3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R>>endobj 4 0 obj<</Length {}/Filter {filter}>>stream\n",
            data.len()
        )
        .into_bytes();
        file.extend_from_slice(&data);
        file.extend_from_slice(b"\nendstream endobj trailer<</Root 1 0 R>>");
        assert!(problem(&file).contains("unpacks to more"), "{filter}: {}", problem(&file));
    }
    assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", begun.elapsed());
}

#[test]
fn forms_that_draw_one_another_without_end_are_given_up() {
    let mut file = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj \
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</A 10 0 R>>>>>>endobj \
                    4 0 obj<</Length 5>>stream\n/A Do\nendstream endobj "
        .to_owned();
    for number in 10..40 {
        let draws = "/A Do ".repeat(10);
        let content = if number == 39 { "0 0 1 1 re f ".repeat(10) } else { draws };
        let _ = write!(
            file,
            "{number} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</A {} 0 R>>>>/Length {}>>stream\n{content}\nendstream endobj ",
            number + 1,
            content.len()
        );
    }
    file.push_str("trailer<</Root 1 0 R>>");
    let begun = Instant::now();
    let _ = problem(file.as_bytes());
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

/// Numbers that look like chance and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

#[test]
fn damaged_files_give_a_text_or_an_error() {
    let html = "<!DOCTYPE html><title>Cook</title><nav>Home</nav><main><h1>Cook</h1><p>We need a <b>cook</b> &amp; a baker.<ul><li>Fries<li>Bakes</ul><table><tr><td>a<td>b</table></main>";
    let markdown = "---\na: b\n---\n# Cook\n\nWe **need** a [cook](https://example.org).\n\n- Fries\n  1. Bakes\n\n| a | b |\n|--|--|\n| c | d |\n";
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(WORDS.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let samples: [(&str, Vec<u8>); 8] = [
        ("a.pdf", advertisement_as_pdf(Font::Standard, false).bytes()),
        ("a.pdf", advertisement_as_pdf(Font::Standard, true).bytes()),
        ("a.pdf", advertisement_as_pdf(Font::Mapped, false).bytes()),
        ("a.pdf", advertisement_as_pdf(Font::Mapped, true).bytes()),
        ("a.docx", advertisement_as_docx()),
        ("a.html", html.as_bytes().to_vec()),
        ("a.md", markdown.as_bytes().to_vec()),
        ("a.txt", wide),
    ];
    let mut dice = Dice(15);
    for (name, whole) in samples {
        for round in 0..240 {
            let mut bytes = whole.clone();
            if round % 3 == 0 {
                bytes.truncate(dice.below(whole.len()));
            }
            for _ in 0..=dice.below(8) {
                let at = dice.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << dice.below(8);
                }
            }
            let begun = Instant::now();
            match document::read(name, bytes) {
                Ok(document) => {
                    assert!(document.text.len() < 64 * 1024 && !document.text.trim().is_empty());
                    assert!(
                        !document.text.contains(|letter: char| letter.is_control() && letter != '\n'),
                        "{:?}",
                        document.text
                    );
                }
                Err(error) => assert!(error.to_string().starts_with(name), "{error}"),
            }
            assert!(begun.elapsed() < Duration::from_secs(12), "{name} {round}: {:?}", begun.elapsed());
        }
    }
}
