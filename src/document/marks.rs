//! What the look of a line says: an item of a list, a heading, how to reach somebody.

/// The text of a list item: what stands after a bullet, a number or a letter.
pub fn item(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    if !is_bullet(first) {
        return numbered(line);
    }
    let rest = line.get(first.len_utf8()..)?;
    let text = rest.trim_start();
    // Beside a sign that is nothing but a bullet the blank may be missing; `-5` and `--flag` are no items.
    let is_apart = text.len() < rest.len() || !matches!(first, '-' | '–' | '—' | '*' | '+' | '>' | '§' | '¤' | '¨');
    let text = text.trim_start_matches(is_bullet).trim_start();
    (is_apart && !text.is_empty()).then_some(text)
}

/// The text after `1.`, `2)`, `(3)` or `a)`, or the `o` that Word writes before items within items.
fn numbered(line: &str) -> Option<&str> {
    if let Some(text) = line.strip_prefix("o ") {
        return Some(text.trim_start()).filter(|text| !text.is_empty());
    }
    let inside = line.strip_prefix('(');
    let text = inside.unwrap_or(line);
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let (mark, rest) = match digits {
        0 if text.starts_with(|letter: char| letter.is_ascii_lowercase()) => text.split_at_checked(1)?,
        1 | 2 => text.split_at_checked(digits)?,
        _ => return None,
    };
    let closing: &[char] =
        if inside.is_none() && mark.starts_with(|letter: char| letter.is_ascii_digit()) { &['.', ')'] } else { &[')'] };
    let rest = rest.strip_prefix(closing)?;
    let text = rest.trim_start();
    (text.len() < rest.len() && text.starts_with(char::is_alphabetic)).then_some(text)
}

/// Signs that stand before the items of a list; those of Word's own symbol fonts too.
pub const fn is_bullet(letter: char) -> bool {
    matches!(
        letter,
        '-' | '–'
            | '—'
            | '*'
            | '+'
            | '>'
            | '•'
            | '·'
            | '‣'
            | '⁃'
            | '∙'
            | '●'
            | '○'
            | '◦'
            | '◉'
            | '■'
            | '□'
            | '▪'
            | '▫'
            | '◆'
            | '◇'
            | '❖'
            | '♦'
            | '►'
            | '▶'
            | '▸'
            | '▹'
            | '➢'
            | '➤'
            | '➔'
            | '→'
            | '⇒'
            | '✓'
            | '✔'
            | '☑'
            | '✦'
            | '✧'
            | '★'
            | '☆'
            | '¤'
            | '§'
            | '¨'
            | '\u{f000}'..='\u{f0ff}'
    )
}

/// Whether a line is nothing but a bullet: some programs write it above or beside its text.
pub fn is_lone_bullet(line: &str) -> bool {
    let mut letters = line.trim().chars();
    letters.next().is_some_and(|letter| is_bullet(letter) || letter == 'o') && letters.next().is_none()
}

/// Whether a line only parts what stands above from what stands below.
pub fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() > 2
        && line
            .chars()
            .all(|letter| matches!(letter, '-' | '–' | '—' | '_' | '=' | '*' | '~' | '─' | '━' | ' ' | '.' | '•' | '·'))
}

/// Whether a line is written in capitals throughout, as headings are.
pub fn is_capitals(line: &str) -> bool {
    let letters = || line.chars().filter(|letter| letter.is_alphabetic());
    let longest = line.split(|letter: char| !letter.is_alphabetic()).map(|word| word.chars().count()).max();
    letters().all(|letter| !letter.is_lowercase()) && longest.unwrap_or_default() > 3
}

/// Whether a line in capitals is a heading.
pub fn is_shouted(line: &str) -> bool {
    let is_short = line.chars().count() <= 60 && line.split_whitespace().count() <= 8 && !line.contains(" | ");
    is_short && is_capitals(line) && !line.ends_with(['.', ',', ';']) && !is_contact(line)
}

/// The heading before a colon: `Your duties:`.
pub fn introduction(line: &str) -> Option<&str> {
    let text = line.strip_suffix(':')?.trim_end();
    let is_name = text.starts_with(char::is_uppercase) && !text.contains([':', '|', '@', '.', ';']);
    (is_name && text.split_whitespace().count() <= 5).then_some(text)
}

/// Whether a line says how somebody is reached: it is never part of a sentence.
pub fn is_contact(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    line.contains('@')
        || line.contains("://")
        || line.contains("www.")
        || digits > 6 && digits * 3 > line.chars().count()
}

/// Whether a line begins with a year or a month, as the stations of a life do.
pub fn is_dated(line: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let mut words = line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_year = |word: &str| {
        word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.parse::<u16>().is_ok()
    };
    match (words.next(), words.next()) {
        (Some(first), _) if is_year(first) => true,
        (Some(first), Some(second)) => {
            let month = first.get(..3).map(str::to_ascii_lowercase);
            let is_month = month.is_some_and(|month| MONTHS.contains(&month.as_str()))
                || first.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month));
            is_month && is_year(second)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_lose_their_marks() {
        for (line, text) in [
            ("- Cook", "Cook"),
            ("  • Cook", "Cook"),
            ("•Cook", "Cook"),
            ("\u{f0b7}\tCook", "Cook"),
            ("– Cook", "Cook"),
            ("1. Cook", "Cook"),
            ("12) Cook", "Cook"),
            ("(3) Cook", "Cook"),
            ("a) Cook", "Cook"),
            ("- • Cook", "Cook"),
            ("➢ Cook", "Cook"),
        ] {
            assert_eq!(item(line), Some(text), "{line:?}");
        }
        for line in [
            "Cook",
            "-5 degrees",
            "--flag",
            "2019. Cook",
            "1.5 years",
            "a cook",
            "-",
            "•",
            "",
            "**Cook**",
            "3 cooks",
            "1. 2",
        ] {
            assert_eq!(item(line), None, "{line:?}");
        }
    }

    #[test]
    fn headings_contacts_and_dates_are_seen() {
        for line in ["WORK EXPERIENCE", "SKILLS & TOOLS", "REGISTERED NURSE, ICU"] {
            assert!(is_shouted(line), "{line}");
        }
        for line in ["IL 62701", "SQL, AWS", "Work EXPERIENCE", "CALL (555) 010-2000 NOW", "WE DO NOT DISCRIMINATE."] {
            assert!(!is_shouted(line), "{line}");
        }
        assert_eq!(introduction("Your duties:"), Some("Your duties"));
        assert_eq!(introduction("we ask of you:"), None);
        for line in ["jane@example.org", "(555) 010-2000", "https://example.org"] {
            assert!(is_contact(line), "{line}");
        }
        assert!(!is_contact("Plan routes for 45 trucks in 3 counties"));
        for line in ["2019–2024 Cook", "May 2019 to date", "05/2019 – 06/2020"] {
            assert!(is_dated(line), "{line}");
        }
        for line in ["2 years of practice", "May we call you", "45 trucks"] {
            assert!(!is_dated(line), "{line}");
        }
    }
}
