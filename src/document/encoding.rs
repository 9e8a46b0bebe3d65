//! Bytes as text: UTF-8, UTF-16, or what older programs save as Windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How much of a page is looked at for the name of its encoding.
const HEAD: usize = 4096;

/// The text of bytes: as their mark says, as UTF-8 where they are UTF-8, or line by line.
pub fn text(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = marked(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default()).0.into_owned();
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.to_owned();
    }
    // A text that was put together from both encodings is read as what each of its lines is.
    let mut text = String::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&WINDOWS_1252.decode_without_bom_handling(line).0),
        }
    }
    text
}

/// The text of a page, which may name its encoding.
pub fn of_html(bytes: &[u8]) -> String {
    if marked(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return text(bytes);
    }
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let label = head.split("charset=").nth(1).map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    let label = label.and_then(|label| {
        label.split(|letter: char| !letter.is_ascii_alphanumeric() && !"-_:".contains(letter)).next()
    });
    match label.and_then(|label| Encoding::for_label(label.as_bytes())) {
        // A page that names UTF-8 and is not, and one in two bytes a letter whose name could be read in one.
        Some(named) if ![UTF_8, UTF_16LE, UTF_16BE].contains(&named) => {
            named.decode_without_bom_handling(bytes).0.into_owned()
        }
        _ => text(bytes),
    }
}

/// The encoding that bytes show, and how long their mark is.
pub fn marked(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if let Some(marked) = Encoding::for_bom(bytes) {
        return Some(marked);
    }
    // Without a mark: English letters in UTF-16 have a zero in every other byte, and nowhere else.
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, zeros) if zeros * 3 > head.len() => Some((UTF_16LE, 0)),
        (zeros, 0) if zeros * 3 > head.len() => Some((UTF_16BE, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let words = "Café manager – naïve “quotes”\nsecond line\n";
        let utf_16 = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
            [mark.to_vec(), words.encode_utf16().flat_map(unit).collect()].concat()
        };
        let windows = WINDOWS_1252.encode(words).0.into_owned();
        for bytes in [
            words.as_bytes().to_vec(),
            [b"\xef\xbb\xbf", words.as_bytes()].concat(),
            utf_16(b"\xff\xfe", u16::to_le_bytes),
            utf_16(b"\xfe\xff", u16::to_be_bytes),
            windows.clone(),
        ] {
            assert_eq!(text(&bytes), words, "{bytes:?}");
        }
        let mixed = [words.as_bytes(), &windows].concat();
        assert_eq!(text(&mixed), words.repeat(2));
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let page = "<meta charset=\"windows-1251\">Повар".to_owned();
        let bytes = encoding_rs::WINDOWS_1251.encode(&page).0.into_owned();
        assert_eq!(of_html(&bytes), page);
        assert_eq!(of_html(b"<meta charset=utf-8>caf\xe9"), "<meta charset=utf-8>café");
    }
}
