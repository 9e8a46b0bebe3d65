//! What of a pasted text is taken.

/// The longest line, in letters: the text area counts its places in 16 bits, and no paragraph is that long.
const LONGEST_LINE: usize = 8_000;
/// The most lines, for the same reason.
const MOST_LINES: usize = 60_000;

/// A text without controls, without letters that are not seen and without those that turn the direction of others, in at
/// most so many bytes; and whether that is all of it. All ends of lines are one; a line that is too long is broken.
pub fn cleaned(text: &str, most: usize) -> (String, bool) {
    let mut clean = String::with_capacity(text.len().min(most));
    let (mut letters, mut lines) = (0, 1);
    let mut after_return = false;
    for letter in text.chars() {
        let is_pair = std::mem::replace(&mut after_return, letter == '\r') && letter == '\n';
        let letter = match letter {
            '\n' if is_pair => continue,
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
            '\t' => ' ',
            other => other,
        };
        if letter != '\n' && (letter.is_control() || is_unseen(letter)) {
            continue;
        }
        let breaks = letter == ' ' && letters > LONGEST_LINE * 3 / 4 || letters > LONGEST_LINE;
        if letter == '\n' || breaks {
            lines += 1;
            if lines > MOST_LINES || clean.len() >= most {
                return (clean, false);
            }
            clean.push('\n');
            letters = 0;
            if matches!(letter, '\n' | ' ') {
                continue;
            }
        }
        if clean.len() + letter.len_utf8() > most {
            return (clean, false);
        }
        clean.push(letter);
        letters += 1;
    }
    (clean, true)
}

/// Whether a letter is not seen, or turns the direction of those around it.
const fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}
