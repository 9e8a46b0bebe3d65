//! The treemap, by its keys and on the embedded data.

use std::collections::HashSet;

use ratatui::style::Modifier;
use rolescope::app::{Effect, Msg, Screen, update};
use rolescope::catalog::{Metric, RoleId};
use rolescope::compare::scatter::{Direction, Grid};
use rolescope::compare::treemap::Plan;
use rolescope::screens::treemap::{Room, TreemapView};
use rolescope::ui::Look;

use super::common::{User, picture};

/// The treemap in front.
fn treemap(user: &User) -> &TreemapView {
    let view =
        user.app.trail.last().and_then(|screen| if let Screen::Treemap(view) = screen { Some(view) } else { None });
    view.unwrap()
}

fn title(user: &User) -> &'static str {
    user.app.catalog().role(treemap(user).role.unwrap()).unwrap().title
}

fn plan(user: &User) -> Plan {
    treemap(user).plan(Room::around(user.app.around()).grid)
}

#[test]
fn one_key_opens_it_from_everywhere_and_the_role_is_under_the_cursor() {
    let mut user = User::new();
    user.keys("<f10>");
    assert_eq!(title(&user), "Customer Service Representatives", "the largest role of the largest group");
    assert!(user.screen().contains("1,016 roles, 154,186,300 workers"), "{}", user.screen());
    // While typing, and by its letter where letters are commands.
    for keys in ["15-1299.05<f10>", "15-1299.05<enter>T", "15-1299.05<tab>T"] {
        let mut user = User::new();
        user.keys(keys);
        assert_eq!(title(&user), "Information Security Engineers", "{keys}");
        assert!(treemap(&user).filter.is_blank(), "one role alone dims nothing");
    }
    let mut user = User::new();
    user.keys("<f10>T");
    assert!(user.app.notice.as_deref().is_some_and(|notice| notice.contains("This is the treemap")));
}

#[test]
fn enter_goes_into_the_group_then_to_the_role_and_esc_comes_back_out() {
    let mut user = User::new();
    user.keys("15-1299.05<f10><enter>");
    assert_eq!(treemap(&user).group, Some(15));
    let screen = user.screen_of(80, 24);
    assert!(screen.contains("15 Computer and Mathematical ─ 38 roles") && !screen.contains("┌43"), "{screen}");
    user.keys("<enter>");
    assert_eq!(user.role(), Some("Information Security Engineers"));
    user.keys("<esc>");
    assert_eq!((treemap(&user).group, title(&user)), (Some(15), "Information Security Engineers"));
    user.keys("<esc>");
    assert_eq!((treemap(&user).group, treemap(&user).summary.roles), (None, 1016));
    assert!(user.keys("<esc>").app.trail.is_empty());
}

#[test]
fn the_cursor_walks_to_the_tile_beside() {
    let mut user = User::new();
    user.keys("<f10>");
    update(&mut user.app, Msg::Resized(200, 60));
    let at = |user: &User| *plan(user).tile(treemap(user).role.unwrap()).unwrap();
    let from = at(&user);
    user.keys("l");
    let right = at(&user);
    assert!(right.area.left >= from.area.right && right.area.top < from.area.bottom, "{from:?} {right:?}");
    user.keys("<down>");
    assert!(at(&user).area.top >= right.area.bottom);
    user.keys("k<left>");
    assert_eq!(at(&user), from);
    // The tile is in reverse, and its name stands below.
    let buffer = picture(&user.app, &Look::default(), (200, 60));
    let reversed = buffer.content().iter().filter(|cell| cell.modifier.contains(Modifier::REVERSED)).count();
    assert!(reversed > 40, "{reversed}");
    user.keys("<end>");
    assert!(title(&user) != "Customer Service Representatives");
    user.keys("<home>");
    assert_eq!(title(&user), "Customer Service Representatives");
}

#[test]
fn the_letters_of_the_map_choose_the_figure() {
    let mut user = User::new();
    user.keys("15-1299.05<f10>");
    for (keys, words, is_exposure) in [
        ("", "exposure index, percentile (3 studies, 2021 to 2025)", true),
        ("x", "GPTs are GPTs γ, rated by GPT-4, percentile (2023)", true),
        ("x", "Microsoft applicability, user goals, percentile (2025)", true),
        ("a", "median annual pay (OEWS May 2024)", false),
        ("aa", "projected change (EP 2024–2034)", false),
        ("A", "employment (OEWS May 2024)", false),
        ("x", "Microsoft applicability, user goals, percentile (2025)", true),
        ("XX", "exposure index, percentile", true),
    ] {
        let screen = user.keys(keys).screen_of(200, 60);
        assert!(screen.contains(words), "{keys}: {words}\n{screen}");
        assert_eq!(screen.contains("not jobs lost"), is_exposure, "{keys}\n{screen}");
        assert_eq!(screen.contains("without the self-employed"), !is_exposure, "{keys}");
    }
    // Every figure that a ranking has can be chosen, and comes round.
    let mut user = User::new();
    user.keys("<f10>");
    let mut seen = HashSet::new();
    for key in ["x", "a"] {
        while seen.insert(treemap(user.keys(key)).shades.metric) {}
    }
    assert_eq!(seen, HashSet::from(Metric::COLUMNS));
}

#[test]
fn a_query_dims_the_others_and_counts_roles_and_workers() {
    let mut user = User::new();
    user.keys("nurse<f10>");
    let found = treemap(&user).summary;
    assert!(found.roles > 20 && found.roles < 1016 && found.workers.approximate, "{found:?}");
    let screen = user.screen_of(200, 60);
    assert!(screen.contains(" of \"nurse\", ≈") && screen.contains("not selected"), "{screen}");
    user.keys("0");
    assert_eq!(treemap(&user).summary.roles, 1016);
    // Typed here; Esc gives up, Enter keeps; a filter by a figure says what it leaves out.
    user.keys("fgroup:15 pay:>=100k");
    assert!(user.screen().contains("dim all but ❯ group:15 pay:>=100k"), "{}", user.screen());
    user.keys("<esc>");
    assert!(treemap(&user).filter.is_blank());
    user.keys("fpay:>=100k<enter>");
    assert!(!treemap(&user).filter.is_edited() && treemap(&user).summary.roles < 500);
    assert!(user.screen().contains("left out by the filter"), "{}", user.screen());
    // n goes through what is lit alone.
    let lit: HashSet<RoleId> = user.app.engine.select("pay:>=100k").into_iter().collect();
    let mut seen = HashSet::new();
    for _ in 0..lit.len() {
        user.keys("n");
        seen.insert(treemap(&user).role.unwrap());
    }
    assert_eq!(seen, lit);
    user.keys("0fzzzzqqqqxx");
    assert!(user.keys("<enter>").screen().contains("0 of 1,016 roles"), "{}", user.screen());
}

#[test]
fn groups_are_stepped_through_by_their_size() {
    let mut user = User::new();
    user.keys("<f10>g");
    assert_eq!(title(&user), "Stockers and Order Fillers");
    user.keys("<enter>g");
    assert_eq!(treemap(&user).group, Some(35));
    user.keys("GG");
    assert_eq!((treemap(&user).group, title(&user)), (Some(43), "Customer Service Representatives"));
}

#[test]
fn pins_are_marked_figures_traced_and_codes_copied() {
    let mut user = User::new();
    user.keys("15-1252.00<f10> ");
    assert!(user.app.pins.has(treemap(&user).role.unwrap()));
    for size in [(200, 60), (80, 24), (40, 12)] {
        let buffer = picture(&user.app, &Look::default(), size);
        let room = Room::around(user.app.around_on(size));
        let plan = treemap(&user).plan(room.grid);
        let seat = plan.tile(treemap(&user).role.unwrap()).unwrap().seat;
        assert_eq!(
            buffer[(seat.column + 1, seat.row + 2)].symbol(),
            "1",
            "{size:?}\n{}",
            user.screen_of(size.0, size.1)
        );
    }
    let screen = user.keys("w").screen_of(120, 40);
    assert!(screen.contains("exposure index") && screen.contains("figure 1 of 2"), "{screen}");
    user.keys("<esc>y");
    assert_eq!(user.effects.last(), Some(&Effect::Copy("15-1252.00 Software Developers".to_owned())));
}

#[test]
fn a_role_without_employment_is_named_and_has_no_tile() {
    let mut user = User::new();
    user.keys("55-1011.00<f10>");
    for (size, words) in [
        ((120, 40), "Air Crew Officers: no employment published: no tile, exposure index not published"),
        ((80, 24), "Air Crew Officers: no employment published"),
        ((40, 12), "Air Crew Officers: no tile"),
    ] {
        let screen = user.screen_of(size.0, size.1);
        assert!(screen.contains(words), "{screen}");
    }
    let screen = user.screen();
    assert!(screen.contains("20 roles have no published employment and no tile"), "{screen}");
    // It opens at once, and a walk leads to the largest.
    assert_eq!(user.keys("<enter>").role(), Some("Air Crew Officers"));
    user.keys("<esc><right>");
    assert_eq!(title(&user), "Customer Service Representatives");
}

#[test]
fn a_small_screen_says_the_most_of_it() {
    let mut user = User::new();
    user.keys("<f10>");
    for (size, words) in [
        ((40, 12), &["1,016 roles", "2.7M, index 95th", "task overlap, not a forecast", "Low"][..]),
        ((20, 6), &["2.7M"]),
    ] {
        let screen = user.screen_of(size.0, size.1);
        for said in words {
            assert!(screen.contains(said), "{said}\n{screen}");
        }
    }
}

/// Each role with workers has cells, or is counted as smaller than one; from the first drawn tile the walk reaches each.
#[test]
fn every_tile_is_drawn_or_counted_and_reached() {
    let mut user = User::new();
    user.keys("<f10>");
    let view = treemap(&user);
    let groups: Vec<u32> = view.map.groups.iter().map(|group| group.digits).collect();
    for grid in [Grid { columns: 38, rows: 6 }, Grid { columns: 78, rows: 16 }, Grid { columns: 198, rows: 52 }] {
        for only in groups.iter().copied().map(Some).chain([None]) {
            let plan = Plan::of(&view.map, only, grid);
            let drawn: Vec<RoleId> =
                plan.tiles.iter().filter(|tile| !tile.area.is_empty()).map(|tile| tile.role).collect();
            assert_eq!(drawn.len() + plan.hidden(), view.map.tiles(only).count());
            let mut seen: HashSet<RoleId> = drawn.iter().copied().take(1).collect();
            let mut next: Vec<RoleId> = seen.iter().copied().collect();
            while let Some(role) = next.pop() {
                for direction in Direction::ALL {
                    next.extend(plan.walk(role, direction).filter(|role| seen.insert(*role)));
                }
            }
            assert_eq!(seen.len(), drawn.len(), "{only:?} {grid:?}");
        }
    }
}
