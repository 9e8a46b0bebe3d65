//! A user at the keyboard, on the embedded data.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(clippy::panic, reason = "a test with a wrong key is to stop")]

pub mod staff;
pub mod texts;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use rolescope::app::{App, Effect, Msg, Screen, count, update};
use rolescope::catalog::Date;
use rolescope::keys::{Chord, Key, ch, ctrl, key, message};
use rolescope::staff::{Origin, Staff, Title};
use rolescope::ui::{Look, draw};

/// The program with someone at its keys.
pub struct User {
    /// Its state.
    pub app: App,
    /// What it asked the terminal for.
    pub effects: Vec<Effect>,
}

impl User {
    /// At the start of the program.
    pub fn new() -> Self {
        let mut app = App::new(rolescope::snapshot::open().unwrap());
        // Ages are counted to a day that does not change.
        app.data.today = Some(Date { year: 2026, month: 11, day: 24 });
        Self { app, effects: Vec::new() }
    }

    /// One key.
    pub fn press(&mut self, chord: Chord) -> &mut Self {
        if let Some(msg) = message(&self.app, chord) {
            self.tell(msg);
        }
        self
    }

    /// A message; what the screen has begun comes to its end.
    pub fn tell(&mut self, msg: Msg) -> &mut Self {
        self.effects.extend(update(&mut self.app, msg));
        while self.app.front().goes_on() {
            update(&mut self.app, Msg::GoOn);
        }
        self
    }

    /// A text that is pasted.
    pub fn paste(&mut self, text: &str) -> &mut Self {
        self.tell(Msg::Paste(text.to_owned()))
    }

    /// Words are typed letter by letter; names in angle brackets are keys, such as `<enter>`, `<f3>`, `<ctrl-d>`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        for chord in chords(keys) {
            self.press(chord);
        }
        self
    }

    /// What a terminal of 120 columns and 40 rows shows.
    pub fn screen(&self) -> String {
        self.screen_of(120, 40)
    }

    /// What a terminal of another size shows.
    pub fn screen_of(&self, width: u16, height: u16) -> String {
        rows(&picture(&self.app, &Look::default(), (width, height)), |cell| cell.symbol().to_owned())
    }

    /// Counts a small hospital from now on, as while a screen of its staff is open.
    pub fn count_hospital(&mut self) -> &mut Self {
        let titles = [
            ("Registered Nurse", 412.0),
            ("Nursing Assistant", 188.0),
            ("Licensed Practical Nurse", 64.5),
            ("Janitor", 57.0),
            ("Medical Secretary", 41.0),
            ("Institutional Cook", 30.0),
            ("Billing Clerk", 26.0),
            ("Physical Therapist", 22.0),
            ("Radiologic Technologist", 18.0),
            ("Pharmacist", 9.0),
            ("Help Desk Technician", 7.0),
            ("Software Developer", 3.0),
            ("Statistician", 0.5),
            ("Zzqqxx", 12.0),
        ];
        let titles = titles.map(|(text, people)| Title {
            text: text.to_owned(),
            rows: 1,
            people,
            coding: self.app.engine.code(text, 3),
            ..Title::default()
        });
        let origin = Origin { name: "lists/staff.csv".to_owned(), ..Origin::default() };
        let mut staff = Staff::default();
        (staff.origin, staff.titles) = (origin, titles.into());
        let headcounts = staff.headcounts(self.app.catalog());
        self.app.staff = Some(Box::new(staff));
        count(&mut self.app, Some(headcounts));
        self
    }

    /// The title of the role in front, when a role is.
    pub fn role(&self) -> Option<&'static str> {
        match self.app.trail.last()? {
            Screen::Role(view) => Some(self.app.catalog().role(view.role)?.title),
            _ => None,
        }
    }

    /// How many roles share what the screen in front is about.
    pub fn sharing(&self) -> usize {
        match self.app.trail.last() {
            Some(Screen::Sharing(sharing)) => sharing.rows.len(),
            _ => 0,
        }
    }
}

/// The keys of a text, and how many they are.
pub fn chords(keys: &str) -> Vec<Chord> {
    let mut chords = Vec::new();
    let mut rest = keys;
    while let Some(letter) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|named| named.split_once('>')) {
            chords.push(named(name));
            rest = after;
        } else {
            chords.push(ch(letter));
            rest = &rest[letter.len_utf8()..];
        }
    }
    chords
}

fn named(name: &str) -> Chord {
    match name {
        "enter" => key(Key::Enter),
        "esc" => key(Key::Esc),
        "back" => key(Key::Backspace),
        "delete" => key(Key::Delete),
        "tab" => key(Key::Tab),
        "backtab" => key(Key::BackTab),
        "up" => key(Key::Up),
        "down" => key(Key::Down),
        "left" => key(Key::Left),
        "right" => key(Key::Right),
        "home" => key(Key::Home),
        "end" => key(Key::End),
        "pageup" => key(Key::PageUp),
        "pagedown" => key(Key::PageDown),
        name => match (name.strip_prefix("ctrl-"), name.strip_prefix('f').map(str::parse)) {
            (Some(letter), _) => ctrl(letter.chars().next().unwrap()),
            (_, Some(Ok(number))) => key(Key::F(number)),
            _ => panic!("no key is called <{name}>"),
        },
    }
}

/// A picture of the state.
pub fn picture(app: &App, look: &Look, (width, height): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, app, look)).unwrap();
    terminal.backend().buffer().clone()
}

/// The rows of a picture, each cell by what `of` makes of it.
pub fn rows(buffer: &Buffer, of: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let area = buffer.area;
    let row = |y| (0..area.width).map(|x| of(&buffer[(x, y)])).collect::<String>();
    (0..area.height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
}
