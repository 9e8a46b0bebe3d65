//! How long a user waits: for the data, for each letter typed, for a frame of the screen, for a title's code.
#![allow(clippy::unwrap_used, reason = "a benchmark may stop where it stands")]

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use rolescope::app::{App, Msg, update};
use rolescope::catalog::Metric;
use rolescope::compare::groups::groups;
use rolescope::compare::ranking::{Column, Direction, Ranking, Rows};
use rolescope::compare::scatter::Grid;
use rolescope::compare::treemap::{Plan, Treemap};
use rolescope::compare::workforce::Workforce;
use rolescope::search::Engine;
use rolescope::staff::batch::finders;
use rolescope::staff::columns::Asked;
use rolescope::staff::file::{Given, Input};
use rolescope::staff::whole::Whole;
use rolescope::staff::{Origin, Staff};
use rolescope::ui::{Look, draw};

/// What users type, one wrong letter included; each is typed letter by letter.
const TYPED: [&str; 10] = [
    "registered nurse",
    "penetration test",
    "software developer",
    "drives a truck",
    "teach children to read",
    "repair engines",
    "python",
    "microsoft excel",
    "soldering iron",
    "weldr",
];

/// Queries in the language, with what costs most: long lists of postings, beginnings of two letters, phrases.
const QUERIES: [&str; 8] = [
    "group:15 pay:>=100k python",
    "zone:3..4 band:high growth:>5",
    "\"and the\" -manager",
    "task:in",
    "title:ma",
    "-\"registered nurse\" nurse",
    "skill:programming study:microsoft>80 -tool:excel",
    "pya:>100k zone:9 \"half ty",
];

/// Job titles as employers write them.
const TITLES: [&str; 4] =
    ["Registered Nurse", "Sr. Software Engineer (Remote)", "Forklift Operator II", "Accounts Payable Clerk"];

/// How many hits the search screen asks for at first.
const LIMIT: usize = 60;

/// Columns and rows of a terminal.
const SIZES: [(u16, u16); 2] = [(80, 24), (200, 60)];

fn main() {
    divan::main();
}

/// The embedded data, opened.
fn engine() -> Engine {
    rolescope::snapshot::open().unwrap()
}

/// The program after some messages.
fn app(msgs: impl IntoIterator<Item = Msg>) -> App {
    let mut app = App::new(engine());
    for msg in msgs {
        update(&mut app, msg);
    }
    app
}

/// From the bytes in the program to an engine. Every run keeps its catalog, so there are few.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn open() -> Engine {
    engine()
}

/// The first query of a session, when nothing has been read yet.
#[divan::bench(sample_count = 30, sample_size = 1)]
fn first_query(bencher: Bencher) {
    bencher.with_inputs(engine).bench_local_refs(|engine| engine.search("penetration test", LIMIT));
}

/// A text typed: one query for each of its beginnings. Items are queries, so an item's time is that of a letter.
#[divan::bench(args = TYPED)]
fn typed(bencher: Bencher, text: &str) {
    let engine = engine();
    let beginnings: Vec<&str> = text.char_indices().map(|(at, letter)| &text[..at + letter.len_utf8()]).collect();
    bencher.counter(ItemsCount::new(beginnings.len())).bench_local(|| {
        for beginning in &beginnings {
            black_box(engine.search(black_box(beginning), LIMIT));
        }
    });
}

/// A query read, without searching.
#[divan::bench(args = QUERIES)]
fn read(bencher: Bencher, query: &str) {
    let engine = engine();
    bencher.bench_local(|| engine.read(black_box(query)));
}

/// A query in the language searched.
#[divan::bench(args = QUERIES)]
fn filtered(bencher: Bencher, query: &str) {
    let engine = engine();
    bencher.bench_local(|| engine.search(black_box(query), LIMIT));
}

/// The tasks that a query finds.
#[divan::bench(args = QUERIES)]
fn tasks(bencher: Bencher, query: &str) {
    let engine = engine();
    bencher.bench_local(|| engine.tasks(&engine.read(black_box(query)), LIMIT));
}

/// A job title coded to the five likeliest roles.
#[divan::bench(args = TITLES)]
fn code(bencher: Bencher, title: &str) {
    let engine = engine();
    bencher.bench_local(|| engine.code(black_box(title), 5));
}

/// From a staff file to the whole staff: read, coded, counted. As a house has them, with 300 different titles; and with as
/// many different titles as rows, as no house has them.
#[divan::bench(args = [(1_000, 300), (10_000, 300), (100_000, 300), (1_000, 1_000), (10_000, 10_000)], sample_count = 3, sample_size = 1)]
fn staff(bencher: Bencher, (rows, different): (usize, usize)) {
    let engine = engine();
    let titles = engine.catalog().roles.iter().flat_map(|role| role.alternates.iter().map(|title| title.title));
    let titles: Vec<&str> = titles.step_by(5).take(different).collect();
    let row =
        |n: usize| format!("{n},\"{}\",Department {},{}\n", titles[n % titles.len()], n % 40, 30_000 + n % 900 * 100);
    let text = format!("No,Job Title,Department,Salary\n{}", (0..rows).map(row).collect::<String>());
    let mut finders = finders(&engine).unwrap();
    bencher.bench_local(|| {
        let mut bytes = text.as_bytes();
        let mut input = Input::open(Given::Text(&mut bytes), None, false, &mut |_| 1.0).unwrap();
        let mut staff = Staff::read(&mut input, engine.catalog(), Origin::default(), &Asked::default()).unwrap();
        staff.code(&mut finders, &|_| {});
        Whole::of(&staff, None, engine.catalog()).unwrap()
    });
}

/// All roles put into the order of a figure, and into groups.
#[divan::bench]
fn rank_all(bencher: Bencher) {
    let engine = engine();
    bencher.bench_local(|| {
        let selected = engine.select(black_box(""));
        let workforce = Workforce::of(engine.catalog());
        let by = Column::Figure(Metric::Pay);
        let ranking = Ranking::of(engine.catalog(), &workforce, &selected, (by, Direction::Descending), Rows::Roles);
        (ranking, groups(engine.catalog(), &workforce, &selected).len())
    });
}

/// The tiles of all roles, laid out in the cells of a terminal.
#[divan::bench(args = SIZES)]
fn treemap(bencher: Bencher, (columns, rows): (u16, u16)) {
    let engine = engine();
    let map = Treemap::of(engine.catalog(), &Workforce::of(engine.catalog()));
    bencher.bench_local(|| Plan::of(black_box(&map), None, Grid { columns, rows }));
}

/// Whole frames of the screens.
mod frame {
    use rolescope::app::ScreenAction;
    use rolescope::compare::scatter::Direction;
    use rolescope::screens::{map, moves, ranking, role, treemap};

    use super::{App, Bencher, Look, Msg, SIZES, Terminal, TestBackend, app, draw, update};

    /// Draws all of a screen, as after a change of the terminal's size.
    fn frames(bencher: Bencher, (columns, rows): (u16, u16), app: &App) {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        bencher.bench_local(|| {
            terminal.clear().unwrap();
            terminal.draw(|frame| draw(frame, app, &Look::default())).unwrap();
        });
    }

    /// A role's section; sections count from 1.
    fn role(section: u8) -> App {
        app([
            Msg::Paste("15-1299.05".to_owned()),
            Msg::Open,
            Msg::In(ScreenAction::Role(role::Action::Section(section))),
        ])
    }

    /// Hits with the preview of the first.
    #[divan::bench(args = SIZES)]
    fn search(bencher: Bencher, size: (u16, u16)) {
        frames(bencher, size, &app([Msg::Paste("penetration test".to_owned())]));
    }

    /// A role's tasks.
    #[divan::bench(args = SIZES)]
    fn tasks(bencher: Bencher, size: (u16, u16)) {
        frames(bencher, size, &role(2));
    }

    /// A role's exposure.
    #[divan::bench(args = SIZES)]
    fn exposure(bencher: Bencher, size: (u16, u16)) {
        frames(bencher, size, &role(6));
    }

    /// The map of all 1,016 roles, and a step of the cursor on it.
    #[divan::bench(args = SIZES)]
    fn map(bencher: Bencher, size: (u16, u16)) {
        let mut app = app([Msg::Resized(size.0, size.1), Msg::Paste("15-1299.05".to_owned()), map::OPEN, Msg::Pin]);
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let steps = [Direction::Up, Direction::Left, Direction::Down, Direction::Right];
        let mut steps = steps.into_iter().cycle();
        bencher.bench_local(|| {
            update(&mut app, Msg::In(ScreenAction::Map(map::Action::Walk(steps.next().unwrap()))));
            terminal.clear().unwrap();
            terminal.draw(|frame| draw(frame, &app, &Look::default())).unwrap();
        });
    }

    /// The treemap of all roles, and a step of the cursor on it.
    #[divan::bench(args = SIZES)]
    fn treemap(bencher: Bencher, size: (u16, u16)) {
        let mut app = app([Msg::Resized(size.0, size.1), treemap::OPEN, Msg::Pin]);
        let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
        let mut steps = [Direction::Right, Direction::Down, Direction::Left, Direction::Up].into_iter().cycle();
        bencher.bench_local(|| {
            update(&mut app, Msg::In(ScreenAction::Treemap(treemap::Action::Walk(steps.next().unwrap()))));
            terminal.clear().unwrap();
            terminal.draw(|frame| draw(frame, &app, &Look::default())).unwrap();
        });
    }

    /// All roles in the order of the index.
    #[divan::bench(args = SIZES)]
    fn ranking(bencher: Bencher, size: (u16, u16)) {
        frames(bencher, size, &app([ranking::OPEN]));
    }

    /// The same, computed anew by a change of the order before each frame.
    #[divan::bench(args = SIZES)]
    fn ranking_turned_round(bencher: Bencher, (columns, rows): (u16, u16)) {
        let mut app = app([ranking::OPEN]);
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        bencher.bench_local(|| {
            update(&mut app, Msg::In(ScreenAction::Ranking(ranking::Action::Sort)));
            terminal.clear().unwrap();
            terminal.draw(|frame| draw(frame, &app, &Look::default())).unwrap();
        });
    }

    /// The major groups.
    #[divan::bench(args = SIZES)]
    fn groups(bencher: Bencher, size: (u16, u16)) {
        frames(bencher, size, &app([ranking::OPEN, Msg::In(ScreenAction::Ranking(ranking::Action::Turn))]));
    }

    /// The moves from a role.
    #[divan::bench(args = SIZES)]
    fn moves(bencher: Bencher, size: (u16, u16)) {
        frames(bencher, size, &app([Msg::Paste("15-1299.05".to_owned()), moves::OPEN]));
    }
}

/// The moves from a role, computed as they open: profiles of all roles, similarity, gap and changes to each.
#[divan::bench]
fn moves(bencher: Bencher) {
    let engine = engine();
    let role = engine.catalog().role_by_code("15-1299.05".parse().unwrap()).unwrap();
    bencher.bench_local(|| rolescope::compare::moves::Moves::of(black_box(engine.catalog()), role));
}
