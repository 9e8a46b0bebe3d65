//! Which letters come through: what is read is shown on a terminal, searched and copied.

/// A line as it may stand anywhere: no controls, nothing that turns the direction of writing or is not seen, no sign of a
/// private font; ligatures as their letters, and blanks of every kind as one space.
pub fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            _ if is_hidden(letter) => {}
            '\u{fb00}'..='\u{fb06}' => plain.push_str(ligature(letter)),
            _ if letter.is_whitespace() || letter.is_control() || is_private(letter) => {
                if !plain.is_empty() && !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            letter => plain.push(letter),
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

const fn ligature(letter: char) -> &'static str {
    match letter {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => "st",
    }
}

/// Letters that are not seen, or only change how others are drawn.
pub const fn is_hidden(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// Signs that mean something in one font only, and what could not be read at all.
const fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn only_what_is_seen_comes_through() {
        for (line, expected) in [
            ("  o\u{fb03}ce \u{fb01}les, \u{fb02}exible\u{a0}\u{2009}hours ", "office files, flexible hours"),
            ("a\u{202e}b\u{200b}c\u{feff}d\u{ad}e\u{e0041}", "abcde"),
            ("a\u{1b}[31mred\u{7}\u{0}b", "a [31mred b"),
            ("\u{f0b7}", ""),
            ("naïve café – “ok”", "naïve café – “ok”"),
            ("a\tb\u{c}c\u{85}d", "a b c d"),
        ] {
            assert_eq!(plain(line), expected, "{line:?}");
        }
    }
}
