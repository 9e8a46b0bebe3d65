//! Pictures of every screen on the embedded data, at four sizes. Review changes with `cargo insta review`.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use rolescope::app::{App, update};
use rolescope::keys::{Chord, Key, ch, key, message};
use rolescope::ui::{Look, draw};

const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

/// Each screen with the keys that lead to it: `⏎` is Enter, `⇥` Tab, `↓` Down, `?` help where letters are not typed.
const SCREENS: [(&str, &str); 16] = [
    ("browse", ""),
    ("search", "penetration test"),
    ("typing_error", "weldr"),
    ("nothing_found", "zzzzqqqqxx"),
    ("role_overview", "15-1299.05⏎"),
    ("role_tasks", "15-1299.05⏎2↓"),
    ("role_skills", "15-1299.05⏎3"),
    ("role_activities", "15-1299.05⏎4"),
    ("role_tools", "15-1299.05⏎5"),
    ("role_exposure", "15-1299.05⏎6"),
    ("role_outlook", "29-1211.00⏎7"),
    ("role_related", "15-1299.05⏎8"),
    ("role_sources", "15-1299.05⏎9"),
    ("role_not_surveyed", "55-1011.00⏎2"),
    ("sharing", "15-1299.05⏎2⏎"),
    ("help", "⇥?"),
];

fn app(keys: &str) -> App {
    let mut app = App::new(rolescope::snapshot::open().unwrap());
    for letter in keys.chars() {
        let chord: Chord = match letter {
            '⏎' => key(Key::Enter),
            '⇥' => key(Key::Tab),
            '↓' => key(Key::Down),
            letter => ch(letter),
        };
        if let Some(msg) = message(&app, chord) {
            update(&mut app, msg);
        }
    }
    app
}

fn picture(app: &App, look: &Look, (width, height): (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, app, look)).unwrap();
    terminal.backend().buffer().clone()
}

/// The rows of a picture, each cell by what `of` makes of it.
fn rows(buffer: &Buffer, of: impl Fn(&ratatui::buffer::Cell) -> String) -> String {
    let area = buffer.area;
    let row = |y| (0..area.width).map(|x| of(&buffer[(x, y)])).collect::<String>();
    (0..area.height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
}

#[test]
fn every_screen_at_every_common_size() {
    for (name, keys) in SCREENS {
        let app = app(keys);
        for (width, height) in SIZES {
            let text = rows(&picture(&app, &Look::default(), (width, height)), |cell| cell.symbol().to_owned());
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), text);
        }
    }
}

/// Colours and weights, a letter a cell: the colour's first letter, upper case where it is bold, `_` where underlined,
/// `#` where reversed.
#[test]
fn the_look_of_the_search_and_of_the_gauges() {
    for (name, keys) in [("search", "penetration test"), ("role_exposure", "15-1299.05⏎6")] {
        let buffer = picture(&app(keys), &Look::default(), (80, 24));
        let styled = rows(&buffer, |cell| {
            let letter = format!("{:?}", cell.fg).chars().next().unwrap_or(' ');
            let letter = if letter == 'R' { '.' } else { letter };
            let shown = match cell.modifier {
                held if held.contains(Modifier::REVERSED) => '#',
                held if held.contains(Modifier::UNDERLINED) => '_',
                held if held.contains(Modifier::BOLD) => letter.to_ascii_uppercase(),
                _ => letter.to_ascii_lowercase(),
            };
            shown.to_string()
        });
        insta::assert_snapshot!(format!("{name}_styles"), styled);
    }
}

/// Without colour and beyond ASCII nothing is lost: every picture is ASCII.
#[test]
fn the_plain_look_is_ascii() {
    let look = Look { colour: false, glyphs: rolescope::ui::look::ASCII };
    for (name, keys) in SCREENS {
        let app = app(keys);
        for size in SIZES {
            let buffer = picture(&app, &look, size);
            let odd: String =
                rows(&buffer, |cell| cell.symbol().to_owned()).chars().filter(|c| !c.is_ascii()).collect();
            assert!(odd.is_empty(), "{name} {size:?} {odd:?}");
            assert!(buffer.content.iter().all(|cell| format!("{:?}", cell.fg) == "Reset"), "{name} {size:?}");
        }
    }
}
