//! The query language, evidence and single tasks, key by key.

use rolescope::app::Screen;
use rolescope::app::target::Target;
use rolescope::catalog::{Band, Role};
use rolescope::keys::hints;
use rolescope::screens::role::section::Section;

use super::common::User;

fn found(user: &User) -> Vec<&'static Role<'static>> {
    let catalog = user.app.catalog();
    let results = user.app.search.results.as_ref().unwrap();
    results.hits.iter().map(|hit| &catalog.roles[usize::from(hit.role.0)]).collect()
}

fn footer(user: &User) -> String {
    user.screen().lines().last().unwrap_or_default().to_owned()
}

#[test]
fn filters_narrow_what_words_find_and_the_count_follows() {
    let mut user = User::new();
    user.keys("python ");
    let all = user.app.search.results.as_ref().unwrap().roles;
    user.keys("group:15 pay:>=100k");
    let results = user.app.search.results.as_ref().unwrap();
    assert!(results.roles < all && results.roles > 5, "{} of {all}", results.roles);
    let catalog = user.app.catalog();
    for role in found(&user) {
        assert_eq!(role.code.major_group(), 15);
        assert!(
            catalog.pay(role).unwrap().annual.median.unwrap().dollars(rolescope::catalog::Period::Year) >= 100_000.0
        );
    }
    let screen = user.screen();
    assert!(screen.contains(&format!("{} roles", results.roles)), "{screen}");
    assert!(screen.contains("[group:15 Computer and Mathematical ×] [pay:>=100k ×]"), "{screen}");
}

#[test]
fn a_figure_alone_orders_by_it() {
    let mut user = User::new();
    user.keys("growth:>10");
    let catalog = user.app.catalog();
    let change = |role: &&Role<'_>| catalog.outlook(role).unwrap().change_percent.0;
    let changes: Vec<i32> = found(&user).iter().map(change).collect();
    assert!(changes.len() > 10 && changes.windows(2).all(|pair| pair[0] >= pair[1]) && *changes.last().unwrap() > 100);
    assert!(user.screen().contains("Roles by projected change"), "{}", user.screen());
    user.keys("<esc>band:high");
    assert!(found(&user).iter().all(|role| role.exposure.index.unwrap().percentile.band() == Band::High));
}

#[test]
fn chips_are_taken_away_one_by_one() {
    let mut user = User::new();
    user.keys("nurse zone:4 pay:>80k");
    assert!(footer(&user).contains("Ctrl-X drop filter"), "{}", footer(&user));
    user.keys("<ctrl-x>");
    assert_eq!(user.app.search.query.text(), "nurse zone:4");
    // The one at the cursor goes first.
    user.keys(" pay:>80k<ctrl-a><right><right><right><right><right><right><right><f8>");
    assert_eq!(user.app.search.query.text(), "nurse pay:>80k");
    user.keys("<backtab>x");
    assert_eq!((user.app.search.query.text(), user.app.search.typing), ("nurse", false));
    assert!(user.keys("x").app.notice.as_deref().is_some_and(|why| why.contains("no filter")));
}

#[test]
fn tab_completes_where_it_can_and_goes_to_the_list_elsewhere() {
    let mut user = User::new();
    user.keys("gro");
    assert!(footer(&user).contains("Tab complete"), "{}", footer(&user));
    user.keys("<tab>");
    assert_eq!(user.app.search.query.text(), "group:");
    user.keys("comp<tab>");
    assert_eq!(user.app.search.query.text(), "group:15");
    user.keys(" pay:<tab>100<tab>");
    assert_eq!(user.app.search.query.text(), "group:15 pay:>=100k");
    // Again: the next offer, and round.
    user.keys("<tab>");
    assert_eq!(user.app.search.query.text(), "group:15 pay:>=100m");
    user.keys("<tab> ");
    assert_eq!(user.app.search.query.text(), "group:15 pay:>=100k ");
    assert!(footer(&user).contains("Tab to list"), "{}", footer(&user));
    user.keys("<tab>");
    assert!(!user.app.search.typing);
    // A fault is mended by Tab as well.
    let mut user = User::new();
    user.keys("pya:>100k");
    assert!(user.screen().contains("pya: is no field; did you mean pay:>100k ?"), "{}", user.screen());
    user.keys("<tab>");
    assert_eq!(user.app.search.query.text(), "pay:>100k");
    assert!(user.app.search.parsed.problems.is_empty());
    // Also after going on, and the typing goes on behind.
    let mut user = User::new();
    user.keys("pya:>100k nurse<tab>s");
    assert_eq!(user.app.search.query.text(), "pay:>100k nurses");
}

#[test]
fn shift_tab_goes_to_the_list_whatever_can_be_completed() {
    let mut user = User::new();
    user.keys("tool<backtab>");
    assert!(!user.app.search.typing);
}

#[test]
fn the_empty_result_names_the_filter_that_leaves_nothing() {
    let mut user = User::new();
    user.keys("nurse group:15 zone:4");
    assert!(found(&user).is_empty());
    let screen = user.screen();
    assert!(screen.contains("without group:15"), "{screen}");
    user.keys("<esc>pay:>500k");
    assert!(user.screen().contains("pay:>500k matches no role; without it: 1,016 roles"), "{}", user.screen());
}

#[test]
fn missing_figures_are_counted() {
    let mut user = User::new();
    user.keys("pay:>0");
    let catalog = user.app.catalog();
    let missing =
        catalog.roles.iter().filter(|role| catalog.pay(role).and_then(|pay| pay.annual.median).is_none()).count();
    assert!(missing > 0);
    let screen = user.screen();
    assert!(screen.contains(&format!("{missing} roles without published median annual pay left out")), "{screen}");
}

#[test]
fn a_mistyped_word_is_told_and_taken() {
    let mut user = User::new();
    user.keys("weldr");
    let screen = user.screen();
    assert!(screen.contains("did you mean welder") && footer(&user).contains("Ctrl-R"), "{screen}");
    user.keys("<ctrl-r>");
    assert!(user.app.search.query.text().starts_with("welder"), "{}", user.app.search.query.text());
    assert!(!user.screen().contains("did you mean"));
}

#[test]
fn evidence_unfolds_in_the_list_and_while_typing() {
    let mut user = User::new();
    user.keys("penetration test");
    let lines =
        |user: &User| user.screen().lines().filter(|line| line.starts_with("    ") || line.starts_with("▌   ")).count();
    let folded = lines(&user);
    user.keys("<ctrl-o>");
    let unfolded = lines(&user);
    assert!(unfolded > folded, "{}", user.screen());
    user.keys("<tab>e");
    assert_eq!(lines(&user), folded);
}

#[test]
fn single_tasks_are_listed_and_lead_to_their_place_on_the_role() {
    let mut user = User::new();
    user.keys("draw blood<ctrl-t>");
    let task = user.app.search.tasks.as_ref().unwrap().hit().unwrap().clone();
    let role = user.app.catalog().role(task.role).unwrap();
    let screen = user.screen();
    assert!(screen.contains("Tasks, each with its role") && screen.contains(role.title), "{screen}");
    assert!(screen.contains("E1 direct exposure") && screen.contains("not a forecast"), "{screen}");
    user.keys("<enter>");
    let Some(Screen::Role(view)) = user.app.trail.last() else { panic!("no role") };
    assert_eq!((view.role, view.section), (task.role, Section::Tasks));
    assert_eq!(view.selected(), Some(Target::Task { role: task.role, place: task.place }));
    // Back to the same list; the same key lists roles again.
    user.keys("<esc>");
    assert!(user.app.search.tasks.is_some() && user.app.search.query.text() == "draw blood");
    user.keys("<ctrl-t>");
    assert!(user.app.search.tasks.is_none() && user.screen().contains("Roles"));
}

#[test]
fn the_end_of_a_long_list_of_tasks_is_reached() {
    let mut user = User::new();
    user.keys("group:29<ctrl-t><tab>G");
    let tasks = user.app.search.tasks.as_ref().unwrap();
    assert!(tasks.results.tasks > 500);
    assert_eq!((tasks.results.hits.len(), tasks.cursor + 1), (tasks.results.tasks, tasks.results.tasks));
}

#[test]
fn without_a_query_the_list_of_tasks_says_what_to_type() {
    let mut user = User::new();
    user.keys("<ctrl-t>");
    assert!(user.screen().contains("Type words of a task to search all 18,796 tasks"), "{}", user.screen());
    user.keys("zzzzqqq");
    assert!(user.screen().contains("No task has words like \"zzzzqqq\""), "{}", user.screen());
    assert!(hints(&user.app, false).iter().any(|hint| hint.keys == "Ctrl-T"));
}

#[test]
fn what_is_selected_is_what_the_list_counts() {
    let mut user = User::new();
    for query in ["zone:4", "registered nurse", "python group:15", "\"lesson plan\"", "growth:>5 -teacher", "pay:..40k"]
    {
        user.keys(query);
        let selected = user.app.engine.select(query);
        assert_eq!(selected.len(), user.app.search.results.as_ref().unwrap().roles, "{query}");
        user.keys("<esc>");
    }
}
