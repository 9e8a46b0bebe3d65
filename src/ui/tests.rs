//! Every screen at every size, and what must be seen on it.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

use super::look::{ASCII, Look};
use crate::app::data::Listing;
use crate::app::job::{Event, Stage};
use crate::app::{App, Msg, ScreenAction, Step, update};
use crate::catalog::FRAME;
use crate::fixture;
use crate::screens::role::section::Section;
use crate::screens::{compare, data, map, matching, moves, ranking, role, search, treemap};

fn app(msgs: &[Msg]) -> App {
    let mut app = App::new(fixture::engine());
    for msg in msgs {
        update(&mut app, msg.clone());
    }
    app
}

fn typed(query: &str) -> Msg {
    Msg::Paste(query.to_owned())
}

/// How many of the screens are no section of a role.
const OTHERS: usize = 42;

/// All three roles side by side, and what follows.
fn compared(then: &[Msg]) -> Vec<Msg> {
    let pins = [Msg::Pin, Msg::Step(Step::Down), Msg::Pin, Msg::Step(Step::Down), Msg::Pin, compare::OPEN];
    [&pins, then].concat()
}

/// An import that goes on.
fn running() -> Vec<Msg> {
    let reading = Stage::Reading { file: "Task Statements.txt".to_owned(), number: 3, of: 8 };
    let import = [
        Msg::In(ScreenAction::Data(data::Action::Import)),
        Msg::Type('x'),
        Msg::In(ScreenAction::Data(data::Action::StartImport)),
    ];
    [&[data::OPEN], &import[..], &[Msg::Job(Event::At(reading))]].concat()
}

/// A text that is matched, and what follows.
fn matched(then: &[Msg]) -> App {
    let text = "Beekeeper\n\nBenefits: dental and paid time off.\n- Look after hives and sell honey with a smoker can";
    let mut app = app(&[matching::OPEN, typed(text)]);
    while app.front().goes_on() {
        update(&mut app, Msg::GoOn);
    }
    for msg in then {
        update(&mut app, msg.clone());
    }
    app
}

/// One state of each screen.
fn screens() -> Vec<App> {
    let tasks = [typed("honey"), Msg::Open, Msg::In(ScreenAction::Role(role::Action::Section(2)))];
    let mut screens = vec![
        app(&[]),
        app(&[typed("honey")]),
        app(&[typed("zqxzqx")]),
        app(&[
            typed("bees"),
            Msg::In(ScreenAction::Search(search::Action::ToggleFocus)),
            Msg::In(ScreenAction::Search(search::Action::Unfold)),
        ]),
        app(&[typed("honye zone:3..4 pay:>1 -\"smoke cans\" group:45")]),
        app(&[typed("hive exposure:>5 pya:>3 group:")]),
        app(&[typed("microsoft:>1 band:low,high")]),
        app(&[typed("zone:4 band:low")]),
        app(&[typed("honey"), Msg::In(ScreenAction::Search(search::Action::ToggleTasks))]),
        app(&[Msg::In(ScreenAction::Search(search::Action::ToggleTasks))]),
        app(&[Msg::Help]),
        app(&[Msg::Unavailable("Why not")]),
        app(&[tasks.as_slice(), &[Msg::Open]].concat()),
        app(&[tasks.as_slice(), &[Msg::Open, Msg::Step(Step::Bottom), Msg::Help]].concat()),
        app(&[ranking::OPEN]),
        app(&[typed("zqxzqx"), ranking::OPEN, Msg::In(ScreenAction::Ranking(ranking::Action::EditFilter))]),
        app(&[
            ranking::OPEN,
            Msg::In(ScreenAction::Ranking(ranking::Action::Columns)),
            Msg::In(ScreenAction::Ranking(ranking::Action::NextColumn)),
        ]),
        app(&[ranking::OPEN, Msg::In(ScreenAction::Ranking(ranking::Action::Turn))]),
        app(&compared(&[Msg::Step(Step::HalfDown)])),
        app(&[Msg::Pin, compare::OPEN]),
        app(&[typed("bees"), moves::OPEN]),
        app(&[typed("bees"), moves::OPEN, Msg::In(ScreenAction::Moves(moves::Action::Scope)), Msg::Step(Step::Bottom)]),
        app(&[typed("military"), moves::OPEN, Msg::In(ScreenAction::Moves(moves::Action::Terms))]),
        app(&[typed("bee"), map::OPEN, Msg::Pin, Msg::In(ScreenAction::Map(map::Action::NextGroup))]),
        app(&[typed("military"), map::OPEN, Msg::In(ScreenAction::Map(map::Action::NextUp))]),
        app(&[map::OPEN, Msg::In(ScreenAction::Map(map::Action::PreviousAcross))]),
        app(&[treemap::OPEN, Msg::Pin]),
        app(&[typed("military"), treemap::OPEN, Msg::In(ScreenAction::Treemap(treemap::Action::NextOther))]),
        app(&[
            treemap::OPEN,
            Msg::Open,
            Msg::In(ScreenAction::Treemap(treemap::Action::EditFilter)),
            typed("inspect pay:>1"),
        ]),
        app(&[typed("bees"), Msg::WhereFrom]),
        app(&[tasks.as_slice(), &[Msg::WhereFrom, Msg::NextFigure, Msg::Step(Step::Down)]].concat()),
        app(&[
            typed("bees"),
            Msg::Open,
            Msg::In(ScreenAction::Role(role::Action::Section(7))),
            Msg::WhereFrom,
            Msg::Step(Step::Bottom),
        ]),
        app(&[
            ranking::OPEN,
            Msg::In(ScreenAction::Ranking(ranking::Action::Turn)),
            Msg::In(ScreenAction::Ranking(ranking::Action::NextColumn)),
            Msg::WhereFrom,
        ]),
        app(&[data::OPEN, Msg::In(ScreenAction::Data(data::Action::Choose))]),
        app(&[data::OPEN, Msg::Open]),
        app(&[data::OPEN, Msg::In(ScreenAction::Data(data::Action::Import)), typed("~/files")]),
        app(&[data::OPEN, Msg::In(ScreenAction::Data(data::Action::Listed(Listing::default())))]),
        app(&[data::OPEN, Msg::In(ScreenAction::Data(data::Action::Reset))]),
        app(&running()),
        app(&[matching::OPEN]),
        matched(&[]),
        matched(&[
            Msg::In(ScreenAction::Matching(matching::Action::Focus(matching::Focus::Side))),
            Msg::In(ScreenAction::Matching(matching::Action::Side(5))),
        ]),
    ];
    screens.extend(
        (1..=9)
            .map(|number| app(&[typed("bee"), Msg::Open, Msg::In(ScreenAction::Role(role::Action::Section(number)))])),
    );
    screens
}

fn drawn(app: &App, width: u16, height: u16, look: Look) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| super::draw(frame, app, &look)).unwrap();
    terminal.backend().buffer().clone()
}

fn text(app: &App, width: u16, height: u16, look: Look) -> String {
    let buffer = drawn(app, width, height, look);
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_screen_at_every_size() {
    // The sections of a role but two are left to the role screen's own tests.
    for app in screens().into_iter().take(OTHERS + 2) {
        for width in 0..=120 {
            for height in 0..=45 {
                drawn(&app, width, height, Look::default());
            }
        }
    }
}

#[test]
fn every_size_says_something() {
    for app in screens() {
        for (width, height) in [(8, 1), (8, 2), (20, 3), (40, 12), (80, 24), (99, 30), (100, 18), (120, 40)] {
            let text = text(&app, width, height, Look::default());
            assert!(text.chars().filter(|c| c.is_alphanumeric()).count() >= 3, "{width}x{height}:\n{text}");
        }
    }
}

/// Words of the sentence, however it is wrapped and whatever stands beside it.
fn has_frame(text: &str) -> bool {
    text.contains("not a forecast") || text.contains("not a\n") || FRAME.split(' ').all(|word| text.contains(word))
}

#[test]
fn exposure_figures_stand_beside_the_frame_sentence() {
    let tasks = [typed("honey zone:3..4"), Msg::In(ScreenAction::Search(search::Action::ToggleTasks))];
    for app in vec![
        app(&[]),
        app(&[typed("honey")]),
        app(&[typed("honey"), Msg::Open, Msg::In(ScreenAction::Role(role::Action::Section(2))), Msg::Open]),
        app(&tasks),
        app(&[typed("microsoft:>1")]),
        app(&compared(&[])),
        app(&[typed("bees"), moves::OPEN]),
        app(&[ranking::OPEN]),
        app(&[ranking::OPEN, Msg::In(ScreenAction::Ranking(ranking::Action::Turn))]),
        app(&[treemap::OPEN]),
    ] {
        for width in (20..=120).step_by(3) {
            for height in 6..=45 {
                let text = text(&app, width, height, Look::default());
                let figures = text.lines().any(|line| {
                    ["overlap ─", "index ", "index▼", "mean▼", "E0 "].iter().any(|head| line.contains(head))
                });
                assert!(!figures || has_frame(&text), "{width}x{height}:\n{text}");
            }
        }
    }
}

#[test]
fn where_exposure_comes_from_stands_beside_the_frame_sentence() {
    // What a move changes comes after how alike the roles are and how large the gap is.
    let change = [typed("bees"), moves::OPEN, Msg::WhereFrom, Msg::NextFigure, Msg::NextFigure];
    for app in [app(&[typed("bees"), Msg::WhereFrom]), app(&change)] {
        let mut with_figures = 0;
        for width in 0..=120 {
            for height in 0..=45 {
                let text = text(&app, width, height, Look::default());
                let figures = ["dv_rating_gamma =", "th, Low", "th, High"].iter().any(|figure| text.contains(figure));
                let has_frame = has_frame(&text) || text.contains("task overlap");
                assert!(!figures || has_frame, "{width}x{height}:\n{text}");
                with_figures += usize::from(figures);
            }
        }
        assert!(with_figures > 100, "{with_figures}");
    }
}

#[test]
fn ascii_is_ascii() {
    let look = Look { colour: false, glyphs: ASCII };
    for app in screens().into_iter().take(OTHERS) {
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            let text = text(&app, width, height, look);
            let other: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
            assert!(other.is_empty(), "{other:?} in\n{text}");
        }
    }
}

#[test]
fn without_colour_no_cell_has_one() {
    use ratatui::style::Color;
    let look = Look { colour: false, ..Look::default() };
    for app in screens() {
        let buffer = drawn(&app, 120, 40, look);
        assert!(buffer.content().iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    }
}

#[test]
fn the_evidence_is_shown_and_its_letters_marked() {
    let app = app(&[typed("honey prod")]);
    let look = Look::default();
    let shown = text(&app, 80, 24, look);
    let row = shown.lines().position(|line| line.contains("alternate title  Honey Producer")).unwrap();
    let column = shown.lines().nth(row).unwrap().chars().position(|c| c == 'H').unwrap();
    let buffer = drawn(&app, 80, 24, look);
    let cell = &buffer[(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())];
    assert_eq!(cell.fg, look.matched().fg.unwrap());
}

#[test]
fn nothing_found_says_what_to_try() {
    let shown = text(&app(&[typed("zqxzqx")]), 80, 24, Look::default());
    assert!(shown.contains("No role has words like \"zqxzqx\"") && shown.contains("Esc clears"), "{shown}");
}

#[test]
fn all_roles_stand_under_their_groups() {
    let shown = text(&app(&[]), 80, 24, Look::default());
    assert!(shown.contains("Farming Occupations 2") && shown.contains("3 roles · 2 groups"), "{shown}");
}

#[test]
fn a_role_opens_in_the_section_of_the_key() {
    let app = app(&[typed("bee"), Msg::Open, Msg::In(ScreenAction::Role(role::Action::Section(5)))]);
    let Some(crate::app::Screen::Role(view)) = app.trail.last() else { panic!("no role") };
    assert_eq!(view.section, Section::Tools);
    assert_eq!(section_shown(&app), Section::Tools.name());
}

fn section_shown(app: &App) -> &'static str {
    let shown = text(app, 120, 40, Look::default());
    Section::ALL.into_iter().map(Section::name).find(|name| shown.contains(&format!("┌ {name} "))).unwrap_or_default()
}
