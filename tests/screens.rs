//! Pictures of every screen on the embedded data, at four sizes. Review changes with `cargo insta review`.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

mod common;

use common::{User, picture, rows};
use ratatui::style::Modifier;
use rolescope::app::{App, Msg, update};
use rolescope::ui::Look;

const SIZES: [(u16, u16); 4] = [(200, 60), (120, 40), (80, 24), (40, 12)];

/// Each screen with the keys that lead to it.
const SCREENS: &[(&str, &str)] = &[
    ("browse", ""),
    ("search", "penetration test"),
    ("typing_error", "weldr"),
    ("nothing_found", "zzzzqqqqxx"),
    ("filters", "nurse zone:4 pay:>80k"),
    ("filter_by_figure", "openings:>50k"),
    ("filter_fault", "pya:>100k teacher"),
    ("filter_offers", "group:"),
    ("filter_nothing", "nurse group:15 zone:4"),
    ("evidence", "penetration test<tab>e"),
    ("tasks", "draw blood<ctrl-t>"),
    ("tasks_blank", "<ctrl-t>"),
    ("role_overview", "15-1299.05<enter>"),
    ("role_tasks", "15-1299.05<enter>2<down>"),
    ("role_skills", "15-1299.05<enter>3"),
    ("role_activities", "15-1299.05<enter>4"),
    ("role_tools", "15-1299.05<enter>5"),
    ("role_exposure", "15-1299.05<enter>6"),
    ("role_outlook", "29-1211.00<enter>7"),
    ("role_related", "15-1299.05<enter>8"),
    ("role_sources", "15-1299.05<enter>9"),
    ("role_use_of_ai", "15-1252.00<enter>6G"),
    ("role_task_in_use", "15-1252.00<enter>2"),
    ("role_handbook_copied", "29-1141.00<enter>u"),
    ("role_not_surveyed", "55-1011.00<enter>2"),
    ("sharing", "15-1299.05<enter>2<enter>"),
    ("ranking", "<f5>"),
    ("ranking_filtered", "<f5>fgroup:15 pay:>=100k<enter><right>s"),
    ("ranking_nothing", "<f5>fzone:2 pay:>=200k exposure:>95<enter>"),
    ("ranking_columns", "<f5>o<down>"),
    ("ranking_less_overlap", "paralegal<enter>te"),
    ("groups", "paralegal<enter>t<tab>"),
    ("map", "15-1299.05<f4>"),
    ("map_lit", "29-1141.00<f4>ag <right> "),
    ("map_found", "python<f4>aax"),
    ("map_missing", "55-1011.00<f4>"),
    ("treemap", "15-1299.05<f10>"),
    ("treemap_group", "29-1141.00<f10> a<enter><down>"),
    ("treemap_dimmed", "python<f10>aa"),
    ("treemap_typing", "<f10>fpay:>=100k zone:9"),
    ("treemap_no_tile", "55-1011.00<f10>"),
    ("help", "<tab>?"),
    ("pins", "15-1299.04<f2>29-1141<f2>security"),
    ("exchange", "15-1299.04<f2>29-1141<f2>truck driver<f2>actuar<f2>welders<f2>"),
    ("compare_four", "15-1299.04<f2>29-1141<f2>truck driver<f2>actuar<f2><f3><tab><down>"),
    ("compare_two", "actuaries<f2>economists<f3>"),
    ("compare_all_by_gap", "15-1299.04<f2>15-1299.05<f2>27-2011.00<f2><f3>as<tab><tab><tab><tab><down><right>"),
    ("compare_lists", "15-1299.04<f2>15-1299.05<f3>G<backtab><up><up><up>"),
    ("compare_one", "55-1011.00<f2><f3>"),
    ("moves", "15-1299.05<f6>"),
    ("moves_filtered", "accountants and auditors<f6>b<down>"),
    ("moves_all", "welders<f6>as"),
    ("moves_not_rated", "penetration testers<f6>"),
    ("moves_none", "55-3019.00<f6>"),
    ("where_search", "15-1299.05<f9>"),
    ("where_task", "29-1141.00<enter>2w<tab><tab><down>"),
    ("places", "<ctrl-p>"),
    ("places_nothing", "<ctrl-p>zz"),
    ("role_in_a_place", "<ctrl-p>texas<enter>29-1141.00<enter>7"),
    ("where_wage", "29-1211.00<enter>7<down><down><down><down><down><down><down><down><down><down><down>w"),
    ("where_missing", "55-1011.00<enter>6w"),
    ("where_group", "paralegal<enter>t<tab>w"),
    ("where_move", "15-1299.05<f6>wG"),
    ("whereabouts", "29-1141.00<enter>P"),
    ("whereabouts_map", "15-1252.00<f12>sss<tab><up><up>b<down>"),
    ("whereabouts_hourly", "27-2011.00<f12>sss"),
    ("whereabouts_few", "19-1031.02<f12>ss<end>"),
    ("whereabouts_nothing", "55-1011.00<f12>"),
    ("whereabouts_industries", "29-1141.00<f12>i"),
    ("match_empty", "<ctrl-f>"),
    ("match_example", "<ctrl-f><tab>"),
    ("match_too_little", "<ctrl-f>Cal<tab>"),
    ("match_typing", "<notice>"),
    ("match_why", "<notice><tab>"),
    ("match_duties", "<notice><tab>2<tab><down>"),
    ("match_tools", "<cv><tab>3"),
    ("match_not_mentioned", "<notice><tab>4"),
    ("match_exposure", "<notice><tab>5<tab>"),
    ("match_from_the_last_title", "<cv><tab>6<tab><down><down>"),
    ("match_leave_out", "<notice><ctrl-x><up><up>x"),
    ("match_left_out", "<notice><ctrl-x>o<down>"),
    ("match_save", "<notice><ctrl-s>"),
    ("match_where", "<notice><tab>5<tab>w"),
    ("staff", "<staff>"),
    ("staff_decided", "<staff>2nx<right><right>"),
    ("staff_filtered", "<staff>fnurs"),
    ("staff_title", "<staff><enter><right>"),
    ("staff_search", "<staff>rbusiness office clerk"),
    ("staff_columns", "<staff>C<down><down><right>"),
];

/// Who presses keys after they have opened something.
type Start = (&'static str, fn() -> User);

fn app(keys: &str) -> App {
    let starts: [Start; 3] = [
        ("<staff>", common::staff::user),
        ("<notice>", || common::texts::user(common::texts::NOTICE)),
        ("<cv>", || common::texts::user(common::texts::CV)),
    ];
    let start = starts.into_iter().find_map(|(name, start)| Some((start, keys.strip_prefix(name)?)));
    let (mut user, keys) = start.map_or_else(|| (User::new(), keys), |(start, keys)| (start(), keys));
    user.keys(keys);
    user.app
}

#[test]
fn every_screen_at_every_common_size() {
    for (name, keys) in SCREENS.iter().copied() {
        let mut app = app(keys);
        for (width, height) in SIZES {
            update(&mut app, Msg::Resized(width, height));
            let text = rows(&picture(&app, &Look::default(), (width, height)), |cell| cell.symbol().to_owned());
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), text);
        }
    }
}

/// Colours and weights, a letter a cell: the colour's first letter, upper case where it is bold, `_` where underlined,
/// `#` where reversed.
#[test]
fn the_look_of_the_search_and_of_the_gauges() {
    for (name, keys) in [
        ("search", "penetration test"),
        ("role_exposure", "15-1299.05<enter>6"),
        ("map_lit", "29-1141.00<f4>ag <right> "),
        ("treemap_dimmed", "python<f10>aa"),
    ] {
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
    for (name, keys) in SCREENS.iter().copied() {
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

/// Each screen of a staff with the keys that lead to it, and the keys once it is counted.
const STAFFED: &[(&str, &str, &str)] = &[
    ("staffed_ranking", "headcount:>0<f5>", ""),
    ("staffed_ranking_by_headcount", "headcount:>=50<f5>", "<right>s"),
    ("staffed_columns", "<f5>", "o<down>"),
    ("staffed_groups", "headcount:>0<f5>", "<tab>"),
    ("staffed_where_group", "headcount:>0<f5>", "<tab>w"),
    ("staffed_where", "headcount:>0<f5>", "<right>w"),
    ("staffed_map", "headcount:>0<f4>", ""),
    ("staffed_map_headcount", "headcount:>0<f4>", "A"),
    ("staffed_treemap", "headcount:>0<f10>", "<home>"),
    ("staffed_treemap_group", "29-1141.00<f10>", "a<enter><down>"),
    ("staffed_treemap_no_tile", "55-1011.00<f10>", "aaA"),
    ("staffed_role", "29-1141.00<enter>", ""),
    ("staffed_compare", "29-1141.00<f2>31-1131.00<f2><f3>", "<tab><tab><tab><down><down><down><down><down>"),
];

#[test]
fn every_screen_that_counts_a_staff() {
    for (name, before, after) in STAFFED.iter().copied() {
        let mut user = User::new();
        user.keys(before).count_hospital().keys(after);
        for (width, height) in [(120, 40), (80, 24), (40, 12)] {
            update(&mut user.app, Msg::Resized(width, height));
            let text = user.screen_of(width, height);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), text);
            let look = Look { colour: false, glyphs: rolescope::ui::look::ASCII };
            let plain = rows(&picture(&user.app, &look, (width, height)), |cell| cell.symbol().to_owned());
            assert!(plain.is_ascii(), "{name} {plain}");
        }
    }
}
