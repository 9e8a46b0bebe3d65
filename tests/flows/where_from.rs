//! Where figures come from, key by key.

use rolescope::app::Effect;
use rolescope::catalog::Provenance;

use crate::common::User;

fn figures(user: &User) -> &[Provenance] {
    user.app.where_from.as_ref().map_or(&[], |view| &view.figures)
}

fn heads(user: &User) -> Vec<String> {
    figures(user).iter().map(Provenance::head).collect()
}

#[test]
fn one_key_explains_the_figure_under_the_cursor_and_closes_it() {
    let mut user = User::new();
    user.keys("15-1299.05<enter>6<down>w");
    assert_eq!(heads(&user), ["GPTs are GPTs γ, rated by GPT-4 (2023): 95th, High"]);
    let screen = user.screen();
    for part in ["occ_level.csv", "O*NET-SOC Code 15-1299.05", "dv_rating_gamma = 1.0", "(837 below + ½ ×"] {
        assert!(screen.contains(part), "{part} in\n{screen}");
    }
    assert!(screen.contains("not a forecast"), "{screen}");
    user.keys("w");
    assert!(user.app.where_from.is_none());
    assert_eq!(user.role(), Some("Information Security Engineers"));
    for close in ["<esc>", "<back>", "<f9>"] {
        user.keys("<f9>");
        assert!(user.app.where_from.is_some());
        user.keys(close);
        assert!(user.app.where_from.is_none(), "{close}");
    }
    assert_eq!(user.app.trail.len(), 1, "the page stays");
}

#[test]
fn while_typing_f9_explains_the_preview() {
    let mut user = User::new();
    user.keys("15-1299.05<f9>");
    let heads = heads(&user);
    assert_eq!(heads.len(), 9, "{heads:?}");
    assert_eq!(heads[0], "exposure index (rolescope-index-v2): 97th, High");
    assert_eq!(heads[5], "median annual pay: $108,970");
    assert!(user.screen().contains("(95.34 + 88.35) / 2 = 91.8"), "{}", user.screen());
    // Letters belong to the panel until it closes.
    user.keys("jj<tab><tab>");
    assert_eq!((user.app.where_from.as_ref().unwrap().at(), user.app.search.query.text()), (2, "15-1299.05"));
    user.keys("<esc>x");
    assert_eq!(user.app.search.query.text(), "15-1299.05x");
}

#[test]
fn a_line_of_several_figures_has_all_of_them_in_order() {
    let mut user = User::new();
    user.keys("29-1141.00<enter>2w");
    let names: Vec<&str> = figures(&user).iter().map(|figure| figure.key.as_str()).collect();
    assert_eq!(names, ["task", "task_rating", "task_labels", "task_use", "task_usage", "activity_use"]);
    user.keys("<esc>7<down><down>w");
    let names: Vec<&str> = figures(&user).iter().map(|figure| figure.key.as_str()).collect();
    assert_eq!(names, ["jobs", "projected_jobs", "change_jobs"]);
}

#[test]
fn it_is_copied_as_text() {
    let mut user = User::new();
    user.keys("29-1211.00<f9>y");
    let [Effect::Copy(text)] = user.effects.as_slice() else { panic!("{:?}", user.effects) };
    assert!(text.contains("median annual pay: at or above $239,200\n"), "{text}");
    assert!(text.contains("A_MEDIAN = #") && text.contains("not a forecast"), "{text}");
    assert!(user.app.notice.as_deref().is_some_and(|notice| notice.starts_with("Copied")));
}

#[test]
fn every_screen_has_it() {
    for (keys, first, count) in [
        ("<f5>w", "exposure index", 1),
        ("<f5><right>w", "median annual pay", 1),
        ("15-1299.05<enter>t<right><right>w", "people employed", 2),
        ("<f5><tab>w", "mean exposure index of its workers", 1),
        ("<f5><tab><right><right><right><right>w", "workers in roles of the band High", 1),
        ("15-1299.05<f4>w", "exposure index", 2),
        ("15-1299.05<f6>w", "likeness of skill profiles: 0.86", 6),
        ("15-1299.05<enter>3<enter>w", "", 4),
        ("draw blood<ctrl-t><f9>", "task ", 6),
        ("15-1299.05<enter>8w", "related: Penetration Testers: closest", 3),
        ("15-1299.05<enter>9w", "O*NET: 30.3", 1),
        ("55-1011.00<enter>2w", "tasks: not published", 1),
    ] {
        let mut user = User::new();
        user.keys(keys);
        let heads = heads(&user);
        assert!(heads.first().is_some_and(|head| head.starts_with(first)), "{keys} {heads:?}");
        assert_eq!(heads.len(), count, "{keys} {heads:?}");
    }
}

#[test]
fn in_the_comparison_it_is_the_figure_of_the_column_and_its_difference() {
    let mut user = User::new();
    user.keys("actuaries<f2>economists<f2><f3><tab>");
    assert_eq!(user.keys("w").app.notice.as_deref(), Some("No figure is under the cursor"));
    user.keys("<down><right>w");
    let heads = heads(&user);
    assert_eq!(heads.len(), 2, "{heads:?}");
    assert!(heads[1].starts_with("difference of exposure index"), "{heads:?}");
    let computed = &figures(&user)[1].computation;
    assert!(computed[0].contains("Economists") && computed[1].contains("Actuaries"), "{computed:?}");
    user.keys("<esc><left>w");
    assert_eq!(self::heads(&user).len(), 1, "the reference has no difference");
}

#[test]
fn every_row_of_a_comparison_can_be_traced() {
    let mut user = User::new();
    user.keys("15-1299.04<f2>29-1141<f2>27-2011.00<f2><f3>a");
    let mut traced = 0;
    for column in 0..3 {
        user.keys("g");
        while let Some(rolescope::app::Screen::Compare(view)) = user.app.trail.last() {
            let (under, cursor) = (view.under(), view.cursor);
            user.keys("w");
            if let Some(rolescope::screens::compare::Item::Row { section, .. }) = under {
                let Some(rolescope::app::Screen::Compare(view)) = user.app.trail.last() else { break };
                // A list of one column may have ended where that of another goes on.
                let is_list = view.comparison.sections[section].part.is_lists();
                assert!(is_list || user.app.where_from.is_some(), "{column} {under:?}");
                traced += usize::from(user.app.where_from.is_some());
            }
            user.keys(if user.app.where_from.is_some() { "<esc><down>" } else { "<down>" });
            let Some(rolescope::app::Screen::Compare(view)) = user.app.trail.last() else { break };
            if view.cursor == cursor {
                break;
            }
        }
        user.keys("<right>");
    }
    assert!(traced > 300, "{traced}");
}

#[test]
fn what_opens_from_it_is_seen() {
    let mut user = User::new();
    user.keys("15-1299.05<f9><f4>");
    assert!(user.app.where_from.is_none() && user.screen().contains("median"));
    user.keys("<f9>?");
    assert!(user.screen().contains("Where a figure comes from"), "{}", user.screen());
    user.keys("<esc>");
    assert!(user.app.help.is_none() && user.app.where_from.is_some(), "the help goes first");
    user.keys("/");
    assert!(user.app.where_from.is_none() && user.app.trail.is_empty());
}
