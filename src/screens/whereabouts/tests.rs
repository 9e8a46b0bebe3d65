//! A role's places in eleven made-up states, by keys.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::app::{App, update};
use crate::compare::places::Standing;
use crate::compare::places::tests::catalog;
use crate::fixture;
use crate::keys::{Chord, Key, ch, key, message};
use crate::ui::{Look, draw};

fn app(with_industries: bool) -> App {
    let mut app = App::new(fixture::engine_of(Box::leak(Box::new(catalog(with_industries)))));
    update(&mut app, Msg::Resized(120, 40));
    update(&mut app, Msg::Open);
    press(&mut app, &[ch('P')]);
    app
}

fn press(app: &mut App, chords: &[Chord]) {
    for chord in chords {
        if let Some(msg) = message(app, *chord) {
            update(app, msg);
        }
    }
}

fn view(app: &App) -> &Whereabouts {
    app.front_as().unwrap()
}

fn here(app: &App) -> &'static str {
    let catalog = app.catalog();
    let row = view(app).selected().unwrap();
    row.letters(catalog).unwrap_or_else(|| row.name(catalog))
}

fn shown(app: &App, (width, height): (u16, u16), look: &Look) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, app, look)).unwrap();
    let buffer = terminal.backend().buffer().clone();
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
    (0..height).map(|y| row(y).trim_end().to_owned() + "\n").collect()
}

fn screen(app: &App, width: u16, height: u16) -> String {
    shown(app, (width, height), &Look::default())
}

#[test]
fn one_key_lists_where_a_role_is_and_the_next_where_it_pays() {
    let mut app = app(true);
    assert_eq!((here(&app), view(&app).listed.by), ("CA", PlaceFigure::Employment));
    let text = screen(&app, 120, 40);
    for expected in [
        "places",
        "11 states and territories, most workers first",
        "California",
        "9,000",
        "36.6%",
        "Nation, May 2025",
        "withheld",
    ] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    press(&mut app, &[ch('s'), ch('s')]);
    assert_eq!((here(&app), view(&app).listed.by), ("CA", PlaceFigure::Quotient));
    assert_eq!(view(&app).listed.count(Standing::Few), 2);
    let text = screen(&app, 120, 40);
    assert!(text.contains("few Alaska") && text.contains("Few workers: fewer than 200"), "{text}");
    press(&mut app, &[ch('S'), key(Key::Left)]);
    assert_eq!(view(&app).listed.by, PlaceFigure::Employment);
    press(&mut app, &[ch('r')]);
    assert_eq!(here(&app), "AK");
}

#[test]
fn the_map_has_the_cursor_of_the_list() {
    let mut app = app(true);
    press(&mut app, &[key(Key::Tab)]);
    assert_eq!(view(&app).pane, Pane::Map);
    press(&mut app, &[key(Key::Right)]);
    assert_eq!(here(&app), "CO");
    press(&mut app, &[ch('j')]);
    assert_eq!(here(&app), "AZ");
    press(&mut app, &[ch('j')]);
    assert_eq!(here(&app), "TX");
    press(&mut app, &[ch('s'), ch('s'), ch('s')]);
    assert_eq!((here(&app), view(&app).listed.by), ("TX", PlaceFigure::Median));
    press(&mut app, &[key(Key::Tab), key(Key::Up)]);
    assert_eq!((here(&app), view(&app).pane), ("NY", Pane::List));
}

#[test]
fn enter_takes_the_place_for_everything_and_b_puts_a_second_beside() {
    let mut app = app(true);
    press(&mut app, &[key(Key::Enter)]);
    assert_eq!(app.catalog().place().unwrap().name, "California");
    assert!(app.notice.as_ref().is_some_and(|said| said.contains("California")));
    assert_eq!(here(&app), "CA", "the cursor stays");
    press(&mut app, &[ch('b')]);
    assert!(app.catalog().beside().is_none(), "no place stands beside itself");
    press(&mut app, &[key(Key::Down), ch('b'), key(Key::Down)]);
    assert_eq!((app.catalog().beside().unwrap().name, here(&app)), ("Texas", "FL"));
    let text = screen(&app, 200, 60);
    let heads = text.lines().find(|line| line.contains("Nation, May 2025")).unwrap();
    for place in ["Florida", "Texas", "California"] {
        assert!(heads.contains(place), "{place} in {heads}");
    }
    // The second place becomes the first, and the first the second.
    press(&mut app, &[key(Key::Up), key(Key::Enter)]);
    let named = (app.catalog().place().unwrap().name, app.catalog().beside().unwrap().name);
    assert_eq!(named, ("Texas", "California"));
    press(&mut app, &[key(Key::Enter)]);
    assert!(app.catalog().place().is_none());
    // The nation beside the places is not that of the lens.
    assert_eq!(PlaceFigure::Employment.text(&view(&app).places.nation), "20,000");
}

#[test]
fn areas_and_industries_are_a_key_away_and_say_what_brings_them() {
    let mut app = app(true);
    press(&mut app, &[ch('a')]);
    assert_eq!(here(&app), "Austin-Round Rock-San Marcos, TX");
    press(&mut app, &[ch('i')]);
    assert_eq!((view(&app).places.scope, here(&app)), (Scope::Industries(2), "Sector 11 - Agriculture"));
    let text = screen(&app, 120, 40);
    assert!(text.contains("60.0%") && text.contains("never added up") && !text.contains("per 1,000"), "{text}");
    assert!(matches!(message(&app, key(Key::Enter)), Some(Msg::Unavailable(why)) if why.contains("no place")));
    press(&mut app, &[ch('n')]);
    assert_eq!(view(&app).places.scope, Scope::Industries(3));
    press(&mut app, &[ch('n'), ch('N'), ch('i')]);
    assert_eq!(view(&app).places.scope, Scope::States);
    let mut without = self::app(false);
    press(&mut without, &[ch('i')]);
    let text = screen(&without, 80, 24);
    assert!(text.contains("Industries are not here") && text.contains("i lists the states again"), "{text}");
}

#[test]
fn a_role_without_figures_says_why() {
    let mut app = App::new(fixture::engine_of(Box::leak(Box::new(catalog(false)))));
    for msg in [Msg::Paste("55-9999.00".to_owned()), Msg::Open, OPEN] {
        update(&mut app, msg);
    }
    let text = screen(&app, 80, 24);
    assert!(text.contains("BLS publishes no pay and employment for this role"), "{text}");
    press(&mut app, &[key(Key::Tab), key(Key::Enter), ch('s')]);
    assert!(app.catalog().place().is_none());
}

/// Whatever is withheld has no digit in its tile, its row or its column of the table.
#[test]
fn nothing_withheld_is_shown_as_a_number() {
    let mut app = app(true);
    press(&mut app, &[ch('s'), ch('s'), ch('s'), key(Key::End)]);
    for (width, height) in [(200, 60), (120, 40), (80, 24), (40, 12)] {
        let text = screen(&app, width, height);
        for name in ["Wisconsin", "Connecticut"] {
            let rows = text
                .lines()
                .filter_map(|line| line.split('│').next())
                .filter(|line| line.contains(&format!(" {name} ")));
            rows.for_each(|row| assert!(!row.contains('$'), "{row}"));
        }
    }
}

#[test]
fn every_size_fits_in_colour_and_in_ascii() {
    let plain = Look { colour: false, glyphs: crate::ui::look::ASCII };
    for keys in [&[][..], &[key(Key::Tab)], &[ch('s'), ch('s'), ch('s'), ch('b')], &[ch('i')], &[ch('a')]] {
        let mut app = app(true);
        press(&mut app, keys);
        for size in [(200, 60), (120, 40), (110, 24), (80, 24), (40, 12), (30, 8), (18, 5), (1, 1)] {
            update(&mut app, Msg::Resized(size.0, size.1));
            shown(&app, size, &Look::default());
            let text = shown(&app, size, &plain);
            assert!(text.is_ascii(), "{text}");
            if std::env::var_os("SEE").is_some() {
                println!("{keys:?} {size:?}\n{}", screen(&app, size.0, size.1));
            }
        }
    }
}
