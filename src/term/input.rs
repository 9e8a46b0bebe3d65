//! From the terminal's events to messages.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::app::{App, Msg};
use crate::keys::{self, Chord, Key};

/// What an event means now; `None` when nothing.
pub fn message(app: &App, event: &Event) -> Option<Msg> {
    match event {
        Event::Key(key) => keys::message(app, chord(key)?),
        Event::Paste(text) => Some(Msg::Paste(text.clone())),
        Event::Resize(width, height) => Some(Msg::Resized(*width, *height)),
        _ => None,
    }
}

fn chord(event: &KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let key = match event.code {
        KeyCode::Char(letter) => Key::Char(letter),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::F(number),
        _ => return None,
    };
    let (mut ctrl, mut alt) =
        (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
    // AltGr arrives as both, and types a letter: `@` on many keyboards.
    if ctrl && alt && matches!(key, Key::Char(letter) if !letter.is_ascii_alphabetic()) {
        (ctrl, alt) = (false, false);
    }
    Some(Chord { key, ctrl, alt })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn events_become_messages() {
        let app = App::new(fixture::engine());
        let meaning = |event: &Event| message(&app, event);
        assert_eq!(meaning(&press(KeyCode::Char('Q'), KeyModifiers::SHIFT)), Some(Msg::Type('Q')));
        assert_eq!(meaning(&press(KeyCode::Char('c'), KeyModifiers::CONTROL)), Some(Msg::Quit));
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(meaning(&press(KeyCode::Char('@'), alt_gr)), Some(Msg::Type('@')));
        assert_eq!(meaning(&Event::Resize(80, 12)), Some(Msg::Resized(80, 12)));
        assert_eq!(meaning(&Event::Paste("a\nb".to_owned())), Some(Msg::Paste("a\nb".to_owned())));
        assert_eq!(meaning(&Event::FocusGained), None);
    }

    #[test]
    fn a_key_let_go_is_no_key_pressed() {
        let release = KeyEvent::new_with_kind(KeyCode::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
        assert_eq!(chord(&release), None);
    }
}
