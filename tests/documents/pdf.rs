//! A small writer of PDF files: pages of text, as programs of all kinds write them.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// How letters are coded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// One of the fonts that every reader has, in WinAnsi.
    Standard,
    /// Codes of two bytes, which only a table of the file brings back to letters.
    Mapped,
}

/// A PDF while it is written.
pub struct Pdf {
    font: Font,
    is_packed: bool,
    pages: Vec<String>,
    pub password: bool,
}

impl Pdf {
    pub fn new(font: Font, is_packed: bool) -> Self {
        Self { font, is_packed, pages: Vec::new(), password: false }
    }

    /// Adds a page with text at places: from the left, from the bottom, the size, the text.
    pub fn page(mut self, texts: &[(f64, f64, f64, &str)]) -> Self {
        let mut content = String::from("BT\n");
        for (x, y, size, text) in texts {
            let _ = writeln!(content, "/F1 {size} Tf 1 0 0 1 {x} {y} Tm {} Tj", self.coded(text));
        }
        content.push_str("ET\n");
        self.pages.push(content);
        self
    }

    /// Adds a page that is only a picture.
    pub fn picture(mut self) -> Self {
        self.pages.push("q 612 0 0 792 0 0 cm /P1 Do Q\n".to_owned());
        self
    }

    fn coded(&self, text: &str) -> String {
        match self.font {
            Font::Standard => {
                let bytes = encoding_rs::WINDOWS_1252.encode(&text.replace('\u{fb01}', "fi")).0.into_owned();
                hex(bytes.iter().map(|byte| format!("{byte:02x}")))
            }
            // Codes that are no letters of any encoding.
            Font::Mapped => hex(text.chars().map(|letter| format!("{:04x}", code(letter)))),
        }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut objects: Vec<Vec<u8>> = Vec::new();
        let count = self.pages.len();
        let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 7 + page * 2)).collect();
        let kids = kids.join(" ");
        objects.push(b"<< /Type /Catalog /Pages 2 0 R >>".to_vec());
        objects.push(format!("<< /Type /Pages /Count {count} /Kids [{kids}] >>").into_bytes());
        match self.font {
            Font::Standard => {
                objects.push(
                    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
                );
                objects.push(b"null".to_vec());
                objects.push(b"null".to_vec());
            }
            Font::Mapped => {
                objects.push(b"<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>".to_vec());
                objects.push(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>".to_vec());
                objects.push(self.stream("", map().as_bytes()));
            }
        }
        objects.push(self.stream(
            "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 ",
            &[0, 90, 180, 255],
        ));
        for content in &self.pages {
            let own = objects.len() + 2;
            objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {own} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /P1 6 0 R >> >> >>").into_bytes());
            objects.push(self.stream("", content.as_bytes()));
        }
        let mut file = b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n".to_vec();
        let mut places = Vec::new();
        for (number, object) in objects.iter().enumerate() {
            places.push(file.len());
            let _ = writeln!(file, "{} 0 obj", number + 1);
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let at = file.len();
        let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for place in places {
            let _ = writeln!(file, "{place:010} 00000 n ");
        }
        let password = if self.password {
            let zeros = "00".repeat(32);
            format!("/Encrypt << /Filter /Standard /V 1 /R 2 /O <{zeros}> /U <{zeros}> /P -4 >> /ID [<00> <00>] ")
        } else {
            String::new()
        };
        let _ =
            write!(file, "trailer\n<< /Size {} /Root 1 0 R {password}>>\nstartxref\n{at}\n%%EOF\n", objects.len() + 1);
        file
    }

    fn stream(&self, about: &str, content: &[u8]) -> Vec<u8> {
        let (filter, data) =
            if self.is_packed { ("/Filter /FlateDecode ", packed(content)) } else { ("", content.to_vec()) };
        let mut stream = format!("<< {about}{filter}/Length {} >>\nstream\n", data.len()).into_bytes();
        stream.extend_from_slice(&data);
        stream.extend_from_slice(b"\nendstream");
        stream
    }
}

fn hex(codes: impl Iterator<Item = String>) -> String {
    format!("<{}>", codes.collect::<Vec<_>>().concat())
}

pub fn packed(content: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// Every letter has the code that is its place from the end of a table.
fn code(letter: char) -> u32 {
    0xffff - u32::from(letter)
}

fn map() -> String {
    let letters: Vec<char> = (' '..='~').chain("éﬁﬂ–•“”".chars()).collect();
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n",
    );
    for some in letters.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", some.len());
        for letter in some {
            let _ = writeln!(map, "<{:04x}> <{:04x}>", code(*letter), u32::from(*letter));
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap CMapName currentdict /CMap defineresource pop end end\n");
    map
}
