//! Keys as people press and name them, whatever library reports them.

/// A key, with what is held down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    pub key: Key,
    pub ctrl: bool,
    pub alt: bool,
}

/// A key by its meaning; Shift is part of it (`G`, Shift-Tab).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Key {
    Char(char),
    Enter,
    Esc,
    Backspace,
    Delete,
    Tab,
    BackTab,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

/// A letter or sign alone.
pub const fn ch(letter: char) -> Chord {
    key(Key::Char(letter))
}

/// A key alone.
pub const fn key(key: Key) -> Chord {
    Chord { key, ctrl: false, alt: false }
}

pub const fn ctrl(letter: char) -> Chord {
    Chord { key: Key::Char(letter), ctrl: true, alt: false }
}

impl Chord {
    /// Its name in footer and help; in ASCII where `ascii`.
    pub fn name(self, ascii: bool) -> String {
        let key = match self.key {
            Key::Char(' ') => "Space".to_owned(),
            Key::Char(letter) if self.ctrl => letter.to_ascii_uppercase().to_string(),
            Key::Char(letter) => letter.to_string(),
            Key::F(number) => format!("F{number}"),
            named => named.word(ascii).to_owned(),
        };
        match (self.ctrl, self.alt) {
            (true, _) => format!("Ctrl-{key}"),
            (false, true) => format!("Alt-{key}"),
            _ => key,
        }
    }

    /// Whether it types a letter.
    pub const fn letter(self) -> Option<char> {
        match self {
            Self { key: Key::Char(letter), ctrl: false, alt: false } => Some(letter),
            _ => None,
        }
    }
}

impl Key {
    const fn word(self, ascii: bool) -> &'static str {
        match (self, ascii) {
            (Self::Up, false) => "↑",
            (Self::Down, false) => "↓",
            (Self::Left, false) => "←",
            (Self::Right, false) => "→",
            (Self::Enter, false) => "⏎",
            (Self::Up, true) => "Up",
            (Self::Down, true) => "Down",
            (Self::Left, true) => "Left",
            (Self::Right, true) => "Right",
            (Self::Enter, true) => "Enter",
            (Self::Esc, _) => "Esc",
            (Self::Backspace, _) => "Backspace",
            (Self::Delete, _) => "Del",
            (Self::Tab, _) => "Tab",
            (Self::BackTab, _) => "Shift-Tab",
            (Self::Home, _) => "Home",
            (Self::End, _) => "End",
            (Self::PageUp, _) => "PgUp",
            (Self::PageDown, _) => "PgDn",
            (Self::Char(_) | Self::F(_), _) => "",
        }
    }
}
