//! How long a user waits for a text: when the first one is read, for each letter typed into it, and for a long paste.
#![allow(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rolescope::app::{App, Msg, update};
use rolescope::matching::{Chosen, Reader, Text};
use rolescope::screens::matching::OPEN;
use rolescope::search::Engine;
use rolescope::ui::{Look, draw};

fn main() {
    divan::main();
}

fn engine() -> Engine {
    let engine = rolescope::snapshot::open().unwrap();
    engine.get_ready_to_read();
    engine
}

/// Made-up texts one after another, the marks of noise taken away, up to so many bytes.
fn letters(most: usize) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/texts/benchmark");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let mut letters = String::new();
    for text in paths.iter().cycle().map(|path| std::fs::read_to_string(path).unwrap()) {
        let lines = text.lines().map(|line| line.strip_prefix("~ ").unwrap_or(line));
        letters.extend(lines.flat_map(|line| [line, "\n"]));
        if letters.len() > most {
            break;
        }
    }
    letters.truncate(letters.floor_char_boundary(most));
    letters
}

/// Of about 400 words.
const USUAL: usize = 2_600;
/// A long paste.
const LONG: usize = 100_000;

/// What reading needs of the corpus, laid out when the first text comes.
#[divan::bench]
fn get_ready(bencher: Bencher) {
    bencher.with_inputs(|| rolescope::snapshot::open().unwrap()).bench_local_values(|engine| {
        engine.get_ready_to_read();
        engine
    });
}

/// A text is cut, told, read and matched for the first time.
#[divan::bench(args = [USUAL, LONG])]
fn a_text(bencher: Bencher, bytes: usize) {
    let (engine, letters) = (engine(), letters(bytes));
    bencher.bench_local(|| {
        let text = Text::of(black_box(&letters), &Chosen::default());
        Reader::default().read(&engine, &text)
    });
}

/// The same after a letter was typed at its end.
#[divan::bench(args = [USUAL, LONG])]
fn a_letter_more(bencher: Bencher, bytes: usize) {
    let (engine, letters) = (engine(), letters(bytes));
    let mut reader = Reader::default();
    reader.read(&engine, &Text::of(&letters, &Chosen::default()));
    let typed = format!("{letters} and files");
    bencher.bench_local(|| {
        let text = Text::of(black_box(&typed), &Chosen::default());
        reader.clone().read(&engine, &text)
    });
}

/// The profile beside the likeliest role.
#[divan::bench(args = [USUAL, LONG])]
fn a_profile(bencher: Bencher, bytes: usize) {
    let (engine, letters) = (engine(), letters(bytes));
    let text = Text::of(&letters, &Chosen::default());
    let matched = Reader::default().read(&engine, &text);
    let role = matched.roles.first().unwrap().role;
    bencher.bench_local(|| black_box(&matched).profile(&engine, &text, role));
}

/// A text on the match screen, read to its end.
fn on_screen(bytes: usize) -> App {
    let mut app = App::new(engine());
    update(&mut app, Msg::Resized(200, 60));
    update(&mut app, OPEN);
    update(&mut app, Msg::Paste(letters(bytes)));
    read_on(&mut app);
    app
}

fn read_on(app: &mut App) {
    while app.front().goes_on() {
        update(app, Msg::GoOn);
    }
}

/// The longest text.
const LONGEST: usize = 1024 * 1024;

/// A letter typed on the screen: what a key waits for; reading gives way to keys.
#[divan::bench(args = [USUAL, LONG, LONGEST])]
fn a_letter_typed(bencher: Bencher, bytes: usize) {
    let mut app = on_screen(bytes);
    bencher.bench_local(|| update(&mut app, Msg::Type('x')));
}

/// The same until the screen knows what the text says now.
#[divan::bench(args = [USUAL, LONG])]
fn a_letter_typed_and_read(bencher: Bencher, bytes: usize) {
    let mut app = on_screen(bytes);
    bencher.bench_local(|| {
        update(&mut app, Msg::Type('x'));
        read_on(&mut app);
    });
}

/// A paste on the screen, before any of it is read.
#[divan::bench(args = [LONG, LONGEST])]
fn a_paste(bencher: Bencher, bytes: usize) {
    let (mut app, text) = (on_screen(USUAL), letters(bytes));
    bencher.bench_local(|| {
        update(&mut app, Msg::Paste(text.clone()));
        update(&mut app, Msg::Edit(rolescope::app::Edit::Undo));
    });
}

/// The screen drawn.
#[divan::bench(args = [USUAL, LONG, LONGEST])]
fn a_picture(bencher: Bencher, bytes: usize) {
    let app = on_screen(bytes);
    let mut terminal = Terminal::new(TestBackend::new(200, 60)).unwrap();
    bencher.bench_local(|| {
        terminal.clear().unwrap();
        terminal.draw(|frame| draw(frame, &app, &Look::default())).unwrap();
    });
}
