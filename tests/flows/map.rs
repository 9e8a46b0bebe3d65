//! The map, by its keys and on the embedded data.

use std::collections::HashSet;

use ratatui::style::{Color, Modifier};
use rolescope::app::{Msg, Screen, update};
use rolescope::catalog::{Metric, RoleId};
use rolescope::compare::scatter::{ACROSS, Axis, Cell, Cells, Direction, Grid, Scatter, UP};
use rolescope::screens::map::{MapView, Room};
use rolescope::ui::Look;

use super::common::{User, chords, picture, rows};

/// The map in front.
fn map(user: &User) -> &MapView {
    let view = user.app.trail.last().and_then(|screen| if let Screen::Map(view) = screen { Some(view) } else { None });
    view.unwrap()
}

fn title(user: &User) -> &'static str {
    user.app.catalog().role(map(user).role.unwrap()).unwrap().title
}

fn code(user: &User) -> String {
    user.app.catalog().role(map(user).role.unwrap()).unwrap().code.to_string()
}

/// Every scatter of the screen, on linear and on logarithmic axes, over all roles.
fn scatters(user: &User) -> Vec<Scatter> {
    let catalog = user.app.catalog();
    let all: Vec<RoleId> = catalog.roles_with_ids().map(|(id, _)| id).collect();
    let ups = UP.into_iter().flat_map(|metric| [false, true].map(|log| Axis { metric, log }));
    let ups: Vec<Axis> = ups.filter(|axis| !axis.log || axis.has_log()).collect();
    let across = ACROSS.map(Axis::new);
    across.iter().flat_map(|across| ups.iter().map(|up| Scatter::new(catalog, &all, *across, *up))).collect()
}

#[test]
fn one_key_opens_the_map_and_few_more_find_a_role_on_it() {
    let mut user = User::new();
    user.keys("<f4>");
    assert!(!map(&user).is_narrowed && map(&user).roles == 1016);
    // Where does my field stand among all others: the code, the map, the group lit.
    let keys = "15-1299.05<f4>g";
    let mut user = User::new();
    user.keys(keys);
    assert_eq!(title(&user), "Information Security Engineers");
    assert_eq!(map(&user).lit, Some(15));
    assert_eq!(chords(keys).len(), 12);
    let screen = user.screen();
    assert!(screen.contains("lit: 15 Computer and Mathematical") && screen.contains(" of 1,016 roles"), "{screen}");
}

#[test]
fn from_a_search_the_map_shows_what_was_found_and_f_all() {
    let mut user = User::new();
    user.keys("python<f4>");
    let found = map(&user).roles;
    assert!(map(&user).is_narrowed && found > 20 && found < 1016, "{found}");
    assert!(user.screen().contains("of \"python\""), "{}", user.screen());
    user.keys("f");
    assert_eq!((map(&user).is_narrowed, map(&user).roles), (false, 1016));
    user.keys("f");
    assert_eq!(map(&user).roles, found);
    // From a role of that search the map shows all, and f what was found.
    user.keys("<esc><enter>m");
    assert!(!map(&user).is_narrowed);
    assert_eq!(map(user.keys("f")).roles, found);
    // Without a search the key says why it is off.
    let mut user = User::new();
    user.keys("<f4>f");
    assert!(user.app.notice.as_deref().is_some_and(|notice| notice.contains("Search first")));
}

#[test]
fn the_cursor_walks_pins_opens_and_comes_back() {
    let mut user = User::new();
    user.keys("15-1299.05<f4>");
    let place = |user: &User| map(user).scatter.point(map(user).role.unwrap()).unwrap();
    let from = place(&user);
    user.keys("<up>");
    let above = place(&user);
    assert!(above.y > from.y, "{from:?} {above:?}");
    user.keys("h");
    assert!(place(&user).x < above.x);
    user.keys(" ");
    assert!(user.app.pins.has(map(&user).role.unwrap()));
    let pinned = title(&user);
    // The name is on the plot too, at its number; the legend and what is said of the cursor stand below the axis.
    let screen = user.screen_of(80, 24);
    let start: String = pinned.chars().take(12).collect();
    let (plot, below) = screen.split_once('└').unwrap();
    assert_eq!(
        (plot.matches(&start).count(), below.lines().any(|line| line.starts_with(&format!(" {start}")))),
        (1, true),
        "{screen}"
    );
    user.keys("<enter>");
    assert_eq!(user.role(), Some(pinned));
    user.keys("<esc>");
    assert_eq!(title(&user), pinned);
    user.keys("<esc>");
    assert!(user.app.trail.is_empty());
}

#[test]
fn every_pinned_role_has_its_number_and_name_on_the_plot() {
    let mut user = User::new();
    let codes = ["29-1141.00", "29-1131.00", "15-1299.05", "11-1011.00"];
    for code in codes {
        user.keys(code).keys("<f2><esc>");
    }
    user.keys("<f4>");
    let pinned = codes.map(|code| user.app.catalog().role_by_code(code.parse().unwrap()).unwrap());
    assert_eq!(user.app.pins.roles(), pinned);
    for (width, height) in [(200, 60), (120, 40), (80, 24)] {
        let screen = user.screen_of(width, height);
        let plot =
            screen.lines().filter(|line| line.contains('│') || line.contains('┤')).collect::<Vec<_>>().join("\n");
        for (number, name) in
            [("1", "Registered N"), ("2", "Veterinarian"), ("3", "Information "), ("4", "Chief Execut")]
        {
            assert!(plot.contains(number) && plot.contains(name), "{width}: {number} {name}\n{screen}");
        }
    }
}

#[test]
fn the_role_in_the_pane_is_no_side_note() {
    let mut user = User::new();
    user.keys("29-1141.00<f4>");
    let buffer = picture(&user.app, &Look::default(), (120, 40));
    let text = rows(&buffer, |cell| cell.symbol().to_owned());
    let row = text.lines().position(|line| line.ends_with("Registered Nurses")).unwrap();
    let column = text.lines().nth(row).unwrap().chars().count() - "Registered Nurses".len();
    let cell = &buffer[(u16::try_from(column).unwrap(), u16::try_from(row).unwrap())];
    assert!(cell.modifier.contains(Modifier::BOLD) && cell.fg == Color::Reset, "{cell:?}");
    // Where a group is lit, its roles are bold and in the colour of their band; the others are neither.
    user.keys("g");
    let buffer = picture(&user.app, &Look::default(), (120, 40));
    let (mut lit, mut others) = (0, 0);
    for cell in buffer.content() {
        match cell.symbol() {
            "•" | "●" if cell.modifier.contains(Modifier::BOLD) => lit += 1,
            "·" if cell.fg == Color::DarkGray && !cell.modifier.contains(Modifier::BOLD) => others += 1,
            _ => {}
        }
    }
    assert!(lit > 40 && others > 200, "{lit} {others}");
}

#[test]
fn tab_steps_through_the_roles_of_one_cell() {
    let mut user = User::new();
    user.keys("15-1299.05<f4>");
    let room = Room::around(user.app.around());
    let cells = map(&user).cells(room.grid);
    let cell = cells.of(map(&user).role.unwrap()).unwrap();
    let count = cells.at(cell).len();
    assert!(count > 3, "roles that share 15-1299 share a cell: {count}");
    let mut seen = HashSet::new();
    for _ in 0..count {
        assert!(seen.insert(code(&user)));
        let place = seen.len();
        assert!(user.screen_of(80, 24).contains(&format!(" of {count}")), "{place}: {}", user.screen_of(80, 24));
        user.keys("<tab>");
    }
    assert_eq!(code(&user), "15-1299.05");
    assert_eq!(code(user.keys("<tab><backtab>")), "15-1299.05");
}

#[test]
fn axes_turn_and_name_their_dataset_and_year() {
    let mut user = User::new();
    user.keys("15-1299.05<f4>");
    for (keys, words) in [
        ("", "median annual pay (OEWS May 2024)"),
        ("a", "projected change (EP 2024–2034)"),
        ("a", "annual openings (EP 2024–2034), log scale"),
        ("a", "employment (OEWS May 2024), log scale"),
        ("s", "employment (OEWS May 2024)"),
        ("A", "annual openings (EP 2024–2034), log scale"),
        ("", "exposure index, percentile (3 studies, 2021 to 2025)"),
        ("x", "GPTs are GPTs γ, rated by GPT-4, percentile (2023)"),
        ("x", "Microsoft applicability, user goals, percentile (2025)"),
        ("x", "Felten AIOE, percentile (2021)"),
        ("x", "Anthropic observed exposure, percentile (2026)"),
        ("x", "exposure index"),
        ("X", "Anthropic observed exposure, percentile (2026)"),
    ] {
        let screen = user.keys(keys).screen_of(200, 60);
        assert!(screen.contains(words), "{keys}: {words}\n{screen}");
    }
    user.keys("Xaa");
    assert_eq!(map(&user).scatter.up.metric, Metric::Pay);
    assert_eq!(title(&user), "Information Security Engineers");
    // AIOE has no figure for the role: the cursor waits, and the screen says why.
    let screen = user.screen_of(200, 60);
    assert!(screen.contains("Not on this map: Felten AIOE not published"), "{screen}");
    user.keys("as");
    assert!(user.app.notice.as_deref().is_some_and(|notice| notice.contains("No log scale")));
}

#[test]
fn a_role_without_figures_is_named_and_not_drawn() {
    let mut user = User::new();
    // The only role of the query: then all are shown.
    user.keys("55-1011.00<f4>");
    assert_eq!((map(&user).roles, title(&user)), (1016, "Air Crew Officers"));
    for (size, words) in [
        ((80, 24), "Not on this map: exposure index and median annual pay not published"),
        ((40, 12), "Air Crew Officers: not on this map"),
    ] {
        let screen = user.screen_of(size.0, size.1);
        assert!(screen.contains(words) && !screen.contains('▲'), "{screen}");
    }
    user.keys("<right>");
    assert!(map(&user).scatter.point(map(&user).role.unwrap()).is_some());
    // Nothing but such roles: the plot is empty and says why.
    let mut user = User::new();
    user.keys("enlisted tactical<f4>");
    let shown = map(&user).scatter.points.len();
    let left_out = map(&user).scatter.left_out.total();
    assert_eq!(shown + left_out, map(&user).roles);
}

/// What the notes under the plot count is what the catalog lacks.
#[test]
fn the_notes_count_what_is_missing_and_what_is_top_coded() {
    let mut user = User::new();
    user.keys("<f4>");
    let catalog = user.app.catalog();
    let lacks = |metric: Metric, role| metric.value(catalog, role).is_none();
    let count = |index: bool, pay: bool| {
        let roles = catalog.roles.iter();
        roles.filter(|role| lacks(Metric::Index, role) == index && lacks(Metric::Pay, role) == pay).count()
    };
    let (index, pay, both) = (count(true, false), count(false, true), count(true, true));
    let floors =
        catalog.roles.iter().filter(|role| !lacks(Metric::Index, role) && Metric::Pay.is_floor(catalog, role)).count();
    assert!(index > 0 && pay > 0 && both > 0 && floors > 0);
    let said = format!(
        "{} roles left out, not published: exposure index {index}, median annual pay {pay}, both {both}; \
         {floors} roles at or above $239,200 stand on top",
        index + pay + both
    );
    let screen = user.screen_of(200, 60);
    assert!(screen.contains(&said), "{said}\n{screen}");
    let zeros = catalog
        .roles
        .iter()
        .filter(|role| !lacks(Metric::Index, role) && Metric::Openings.value(catalog, role) == Some(0.0))
        .count();
    let screen = user.keys("aa").screen_of(200, 60);
    assert!(zeros > 0 && screen.contains(&format!("{zeros} published as 0 stand at the foot")), "{zeros}\n{screen}");
}

#[test]
fn groups_are_lit_one_at_a_time_and_their_roles_stepped_through() {
    let mut user = User::new();
    user.keys("29-1141.00<f4>g");
    assert_eq!(map(&user).lit, Some(29));
    let roles = map(&user).lit_roles(user.app.catalog());
    let mut seen = HashSet::new();
    for _ in 0..roles {
        user.keys("n");
        assert!(code(&user).starts_with("29-") && seen.insert(code(&user)));
    }
    assert_eq!(code(&user), "29-1141.00");
    user.keys("g");
    assert_eq!(map(&user).lit, Some(31));
    user.keys("GG");
    assert_eq!(map(&user).lit, Some(27));
    user.keys("0");
    assert_eq!(map(&user).lit, None);
}

#[test]
fn every_role_with_both_figures_lies_in_one_cell_and_the_others_are_counted() {
    let user = User::new();
    let catalog = user.app.catalog();
    for scatter in scatters(&user) {
        let (across, up) = (scatter.across.metric, scatter.up.metric);
        let has = |metric: Metric, role| metric.value(catalog, role).is_some();
        let both: Vec<RoleId> =
            catalog.roles_with_ids().filter(|(_, role)| has(across, role) && has(up, role)).map(|(id, _)| id).collect();
        assert!(both.len() > 600, "{across:?} {up:?}: {}", both.len());
        assert_eq!(both.len() + scatter.left_out.total(), 1016, "{across:?} {up:?}");
        for grid in [Grid { columns: 32, rows: 5 }, Grid { columns: 72, rows: 13 }, Grid { columns: 136, rows: 51 }] {
            let cells = Cells::new(&scatter.points, grid);
            let mut placed: Vec<RoleId> =
                cells.occupied().flat_map(|(_, roles)| roles.iter().map(|(_, role)| *role)).collect();
            placed.sort_unstable();
            assert_eq!(placed, both, "{across:?} {up:?} {grid:?}");
            assert!(cells.occupied().all(|(cell, _)| cell.column < grid.columns && cell.row < grid.rows));
        }
    }
}

/// From the first cell every other is reached, and the first from every other: with the steps through a cell, every
/// role from every role.
#[test]
fn the_walk_reaches_every_role() {
    let grids = [Grid { columns: 32, rows: 5 }, Grid { columns: 72, rows: 13 }, Grid { columns: 136, rows: 51 }];
    for scatter in scatters(&User::new()) {
        // The largest takes a while: one figure across is enough there.
        let most = if scatter.across.metric == Metric::Index { 3 } else { 2 };
        for grid in grids.into_iter().take(most) {
            let cells = Cells::new(&scatter.points, grid);
            let all: Vec<Cell> = cells.occupied().map(|(cell, _)| cell).collect();
            let steps: Vec<(Cell, Cell)> = all
                .iter()
                .flat_map(|from| Direction::ALL.map(|direction| cells.walk(*from, direction).map(|to| (*from, to))))
                .flatten()
                .collect();
            let back: Vec<(Cell, Cell)> = steps.iter().map(|(from, to)| (*to, *from)).collect();
            for steps in [steps, back] {
                let reached = reached(all[0], &steps);
                assert_eq!(reached.len(), all.len(), "{:?} {:?} {grid:?}", scatter.across, scatter.up);
            }
        }
    }
}

fn reached(start: Cell, steps: &[(Cell, Cell)]) -> HashSet<Cell> {
    let (mut seen, mut before) = (HashSet::from([start]), 0);
    while before < seen.len() {
        before = seen.len();
        for (from, to) in steps {
            if seen.contains(from) {
                seen.insert(*to);
            }
        }
    }
    seen
}

#[test]
fn the_walk_uses_the_cells_of_the_terminal() {
    let mut user = User::new();
    for (width, height) in [(200, 60), (80, 24), (40, 12)] {
        update(&mut user.app, Msg::Resized(width, height));
        let room = Room::around(user.app.around());
        let (columns, rows) = (room.grid.columns + room.pane + 8, room.grid.rows);
        assert!(room.is_plotted && columns == width && rows < height, "{room:?}");
    }
}
