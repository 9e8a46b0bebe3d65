//! Texts that are codes: which forms stand in them. What the codes lead to is not asked here.

/// A code as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its digits.
    pub form: Form,
    /// Whether it has its hyphen, so that it is hardly anything else.
    pub is_sure: bool,
}

/// The digits of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The six of `15-1252`.
    Soc(u32),
    /// The six and the two of `15-1252.00`.
    Onet(u32, u32),
    /// The six of `15-1299.1` and one behind them: a number that has lost its last zero.
    Cut(u32, u32),
    /// The four of a Census or ISCO code, or fewer where its name stands before it.
    Short(u16, usize),
}

/// Which classification a text names before its codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// None.
    None,
    /// `SOC`, `O*NET-SOC`.
    Soc,
    /// `SOC 2010`, `O*NET-SOC 2010`.
    Soc2010,
    /// `Census`.
    Census,
    /// `Census 2010`.
    Census2010,
    /// `ISCO`.
    Isco,
}

/// A text cut into its codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// What the text says its codes are.
    pub label: Label,
    /// The codes, in order.
    pub codes: Vec<Written>,
    /// What stands beside them: a title; empty where the text is codes alone.
    pub beside: String,
}

/// Longer texts are no codes, but what somebody has pasted.
pub const LONGEST: usize = 600;

/// Names of classifications, the longer ones first.
const LABELS: [(&str, Label); 32] = [
    ("o*net-soc 2010", Label::Soc2010),
    ("onet-soc 2010", Label::Soc2010),
    ("o*net 2010", Label::Soc2010),
    ("onet 2010", Label::Soc2010),
    ("o*net-soc 2019", Label::Soc),
    ("onet-soc 2019", Label::Soc),
    ("o*net-soc", Label::Soc),
    ("onet-soc", Label::Soc),
    ("onetsoc", Label::Soc),
    ("o*net", Label::Soc),
    ("onet", Label::Soc),
    ("2010 soc", Label::Soc2010),
    ("soc 2010", Label::Soc2010),
    ("soc-2010", Label::Soc2010),
    ("soc2010", Label::Soc2010),
    ("2018 soc", Label::Soc),
    ("soc 2018", Label::Soc),
    ("soc-2018", Label::Soc),
    ("soc2018", Label::Soc),
    ("us soc", Label::Soc),
    ("soc", Label::Soc),
    ("2010 census", Label::Census2010),
    ("census 2010", Label::Census2010),
    ("2018 census", Label::Census),
    ("census 2018", Label::Census),
    ("census", Label::Census),
    ("isco-08", Label::Isco),
    ("isco 08", Label::Isco),
    ("isco08", Label::Isco),
    ("isco 2008", Label::Isco),
    ("isco-2008", Label::Isco),
    ("isco", Label::Isco),
];

/// The codes of a text; none where it has none, or is more likely a title with a number in it.
pub fn cut(text: &str) -> Option<Cut> {
    let text = plain(text);
    let text = trimmed(&text);
    if let Some(code) = address(text) {
        return Some(Cut { label: Label::None, codes: vec![code], beside: String::new() });
    }
    let (label, rest) = labelled(text);
    let mut codes = Vec::new();
    let mut beside = String::new();
    for piece in rest.split(|letter: char| letter.is_whitespace() || ",;|/&+".contains(letter)) {
        let piece = trimmed(piece);
        match written(piece) {
            Some(code) => codes.push(code),
            None if is_link(piece) => {}
            // A title does not stand before its code.
            None if codes.is_empty() => return bracketed(text),
            // A field or what is to be left out is no title.
            None if piece.contains([':', '<', '>', '=', '"']) || piece.starts_with('-') => return None,
            None => {
                beside.push_str(if beside.is_empty() { "" } else { " " });
                beside.push_str(piece);
            }
        }
    }
    // Beside codes of a longer form four digits are a year, or a number in a title.
    if codes.iter().any(|code| !code.is_short()) {
        codes.retain(|code| !code.is_short());
    } else if !beside.is_empty() {
        return None;
    }
    // Short numbers are codes only where they are named so, or have all four digits.
    let is_short_number = |code: &Written| matches!(code.form, Form::Short(_, length) if length != 4);
    if label == Label::None && codes.iter().any(is_short_number) {
        return None;
    }
    (!codes.is_empty()).then_some(Cut { label, codes, beside })
}

impl Written {
    const fn is_short(self) -> bool {
        matches!(self.form, Form::Short(..))
    }
}

/// `Software Developers (15-1252.00)`.
fn bracketed(text: &str) -> Option<Cut> {
    let (title, last) = text.rsplit_once([' ', '('])?;
    let code = written(trimmed(last)).filter(|code| code.is_sure)?;
    let title = title.trim_end_matches(|letter: char| letter == '(' || letter.is_whitespace());
    let is_title = !title.contains([':', '<', '>', '=', '"']) && title.chars().any(char::is_alphabetic);
    is_title.then(|| Cut { label: Label::None, codes: vec![code], beside: title.to_owned() })
}

/// Every kind of dash and space as the plain one.
fn plain(text: &str) -> String {
    let plain = |letter: char| match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{feff}' | '\u{200b}' => ' ',
        letter => letter,
    };
    text.chars().map(plain).collect()
}

/// Without what spreadsheets and sentences put around a code: `="15-1299"`, `'15-1299`, `(15-1299)`.
fn trimmed(text: &str) -> &str {
    let around = |letter: char| letter.is_whitespace() || "=\"'()[]{}“”‘’«»*#:".contains(letter);
    text.trim_matches(around).trim_end_matches(['.', ','])
}

/// What may stand between codes, or between a code and its title.
fn is_link(piece: &str) -> bool {
    matches!(piece, "" | "-" | "--" | "and" | "or" | "code" | "codes")
        || LABELS.iter().any(|(name, _)| piece.eq_ignore_ascii_case(name))
}

/// The name before the codes, and what follows it.
fn labelled(text: &str) -> (Label, &str) {
    let named = LABELS.iter().find_map(|(name, label)| {
        let rest = text.get(name.len()..)?;
        let is_named = text.get(..name.len())?.eq_ignore_ascii_case(name);
        let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":=#-(\"'".contains(letter));
        let rest = ["codes", "code"].iter().fold(rest, |rest, word| match rest.get(..word.len()) {
            Some(start) if start.eq_ignore_ascii_case(word) => rest.get(word.len()..).unwrap_or_default(),
            _ => rest,
        });
        let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":=#-(\"'".contains(letter));
        (is_named && rest.starts_with(|letter: char| letter.is_ascii_digit())).then_some((*label, rest))
    });
    match named {
        // With its name before it a short code may have lost its zeros, but it is no other kind.
        Some((label, rest)) => (label, rest),
        None => (Label::None, text),
    }
}

/// The code at the end of a page's address: `…/roles/role-15-1299-05`, `…/summary/15-1299.05?x=1`.
fn address(text: &str) -> Option<Written> {
    if text.contains(char::is_whitespace) {
        return None;
    }
    let path = text.split(['?', '#']).next().unwrap_or(text).trim_end_matches('/');
    let (before, last) = path.rsplit_once('/').unwrap_or(("", path));
    let is_page = before.bytes().any(|byte| byte.is_ascii_alphabetic());
    match last.strip_prefix("role-") {
        Some(code) => written(code),
        None if is_page => written(last).filter(|code| !code.is_short()),
        None => None,
    }
}

/// One code: digits, with or without hyphen and dot.
fn written(text: &str) -> Option<Written> {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse::<u32>().ok())?;
    let of = |form, is_sure| Some(Written { form, is_sure });
    let (whole, behind) = match text.get(..7) {
        Some(soc) if soc.get(2..3) == Some("-") => (format!("{}{}", soc.get(..2)?, soc.get(3..)?), text.get(7..)?),
        _ => {
            let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()).min(6);
            (text.get(..end)?.to_owned(), text.get(end..)?)
        }
    };
    let is_sure = text.get(2..3) == Some("-");
    if whole.len() < 6 {
        let number = digits(&whole).filter(|_| behind.is_empty() && !whole.is_empty())?;
        return of(Form::Short(u16::try_from(number).ok().filter(|_| whole.len() <= 4)?, whole.len()), false);
    }
    let soc = digits(&whole)?;
    let dotted = behind.strip_prefix('.').or_else(|| behind.strip_prefix('-').filter(|_| is_sure));
    let detail = dotted.unwrap_or(behind);
    let number = digits(if detail.is_empty() { "0" } else { detail })?;
    match (detail.len(), dotted) {
        (0, None) => of(Form::Soc(soc), is_sure),
        (1, _) => of(Form::Cut(soc, number), is_sure),
        (2, _) => of(Form::Onet(soc, number), is_sure),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<Form> {
        cut(text).map(|cut| cut.codes.into_iter().map(|code| code.form).collect()).unwrap_or_default()
    }

    #[test]
    fn one_code_in_every_form() {
        for text in [
            "15-1252",
            "15–1252",
            "15−1252",
            "15‑1252",
            "151252",
            " 15-1252 ",
            "=\"15-1252\"",
            "'15-1252",
            "\"15-1252\"",
            "(15-1252)",
            "SOC 15-1252",
            "soc: 15-1252",
            "SOC code 15-1252",
            "SOC 2018 15-1252",
            "15-1252.",
        ] {
            assert_eq!(forms(text), [Form::Soc(151_252)], "{text}");
        }
        for text in [
            "15-1252.00",
            "15125200",
            "151252.00",
            "15-1252-00",
            "O*NET-SOC 15-1252.00",
            "onet-soc code: 15-1252.00",
            "https://example.org/link/summary/15-1252.00/?x=1",
            "role-15-1252-00",
            "https://example.org/roles/role-15-1252-00",
            "onetonline.org/link/summary/15-1252.00",
        ] {
            assert_eq!(forms(text), [Form::Onet(151_252, 0)], "{text}");
        }
        assert_eq!((forms("1512991"), forms("15-1299.1")), (vec![Form::Cut(151_299, 1)], vec![Form::Cut(151_299, 1)]));
        assert_eq!(
            (forms("1020"), forms("0010"), forms("ISCO-08 2512")),
            (vec![Form::Short(1020, 4)], vec![Form::Short(10, 4)], vec![Form::Short(2512, 4)])
        );
        assert_eq!(cut("census code 20").map(|cut| cut.label), Some(Label::Census));
        assert_eq!(cut("SOC 2010 15-1132").map(|cut| (cut.label, cut.codes.len())), Some((Label::Soc2010, 1)));
    }

    #[test]
    fn several_codes_and_codes_with_titles() {
        for text in [
            "15-1252, 13-2011",
            "15-1252;13-2011",
            "15-1252/13-2011",
            "15-1252 13-2011",
            "151252 and 132011",
            "SOC 15-1252 | SOC 13-2011",
        ] {
            assert_eq!(forms(text), [Form::Soc(151_252), Form::Soc(132_011)], "{text}");
        }
        let titled = cut("15-1252.00 Software Developers").unwrap();
        assert_eq!((titled.codes.len(), titled.beside.as_str()), (1, "Software Developers"));
        assert_eq!(forms("15-1252 - Developers; 13-2011 - Accountants"), [Form::Soc(151_252), Form::Soc(132_011)]);
        assert_eq!(forms("Software Developers (15-1252.00)"), [Form::Onet(151_252, 0)]);
        assert_eq!(forms("15-1252 (2018)"), [Form::Soc(151_252)]);
        assert_eq!(forms("1021, 1022"), [Form::Short(1021, 4), Form::Short(1022, 4)]);
    }

    #[test]
    fn titles_with_numbers_are_no_codes() {
        for text in [
            "",
            "nurse",
            "911 dispatcher",
            "1040 preparer",
            "7-11 clerk",
            "24/7 operator",
            "3 axis operator",
            "401k",
            "68W",
            "2nd grade teacher",
            "SOC analyst 2",
            "15/16 wrenches",
            "15-1252 pay:>3",
            "15-1252 -manager",
            "2020 census worker",
            "isco",
            "SOC",
            "15-125",
            "12345",
            "123456789",
        ] {
            assert_eq!(forms(text), [], "{text}");
        }
    }
}
