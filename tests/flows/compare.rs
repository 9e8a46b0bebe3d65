//! Pins, the comparison, and how many keys the questions take that it is there for.
#![allow(clippy::panic, reason = "a test on another screen is to stop")]

use crate::common::{User, chords};
use rolescope::app::Screen;
use rolescope::catalog::{Metric, Percentile};
use rolescope::compare::Comparison;
use rolescope::compare::side_by_side::{Part, Picture};
use rolescope::report::{Format, page};
use rolescope::screens::compare::CompareView;
use serde_json::Value;

impl User {
    fn compare(&self) -> &CompareView {
        let Some(Screen::Compare(view)) = self.app.trail.last() else { panic!("no comparison: {}", self.screen()) };
        view
    }

    fn pinned(&self) -> Vec<&'static str> {
        let roles = self.app.pins.roles().iter();
        roles.map(|id| self.app.catalog().role(*id).unwrap().title).collect()
    }
}

/// Four jobs that a query each finds first.
const FOUR: &str = "15-1299.04<f2>29-1141<f2>truck driver<f2>actuar<f2>";

#[test]
fn a_role_is_pinned_anywhere_and_the_pins_stay() {
    let mut user = User::new();
    user.keys("penetration tester<f2>");
    assert_eq!(user.pinned(), ["Penetration Testers"]);
    assert!(user.screen().contains("◆Penetration Testers"), "{}", user.screen());
    // The next letter starts the next query.
    user.keys("welders<tab><down> ");
    assert_eq!(user.pinned().len(), 2);
    // In the list of who shares a skill, and on a role.
    user.keys("<enter>3<enter><down> <esc><esc>");
    assert_eq!(user.pinned().len(), 3);
    user.keys("/dancers<enter> ");
    let role = user.role().unwrap();
    assert_eq!(user.pinned().last(), Some(&role));
    assert!(user.screen().contains(&format!("4 {role}")), "{}", user.screen());
}

#[test]
fn on_related_roles_the_one_under_the_cursor_is_pinned() {
    let mut user = User::new();
    user.keys("29-1141.00<enter>8 ");
    let first = user.pinned()[0];
    assert_ne!(first, "Registered Nurses");
    user.keys("<down> ");
    assert_eq!(user.pinned().len(), 2);
    assert!(user.screen().contains(&format!("◆ {first}")), "{}", user.screen());
    // Elsewhere on the role it is the role itself.
    user.keys("1 ");
    assert_eq!(user.pinned()[2], "Registered Nurses");
    user.keys(" ");
    assert_eq!(user.pinned().len(), 2);
}

#[test]
fn a_fifth_role_is_taken_in_exchange() {
    let mut user = User::new();
    user.keys(FOUR);
    let four = user.pinned();
    assert_eq!(four.len(), 4);
    user.keys("welders<f2>");
    assert!(user.screen().contains("Which gives way to Welders"), "{}", user.screen());
    assert_eq!(user.pinned(), four);
    user.keys("<esc>");
    assert!(user.app.pins.waiting().is_none() && user.pinned() == four);
    // Letters and the comparison wait until it is decided.
    user.keys("<f2>x<f3>2");
    assert!(user.app.trail.is_empty());
    assert_eq!(user.app.search.query.text(), "welders");
    assert!(user.pinned()[1].starts_with("Welders") && user.pinned()[0] == four[0]);
}

#[test]
fn without_pins_the_comparison_says_what_to_do() {
    let mut user = User::new();
    user.keys("<f3>");
    assert!(user.app.trail.is_empty());
    assert!(user.app.notice.as_deref().is_some_and(|why| why.contains("Space")), "{:?}", user.app.notice);
    // One pin: the comparison opens and says how to go on.
    user.keys("actuaries<f2><f3>");
    assert!(user.screen().contains("Pin a second one"), "{}", user.screen());
    user.keys("<left>r");
    assert!(user.app.notice.is_some(), "keys that need two roles say so");
}

#[test]
fn with_one_pin_the_role_under_the_cursor_is_compared_with_it() {
    let mut user = User::new();
    user.keys("actuaries<f2>economists<f3>");
    assert_eq!(user.pinned(), ["Actuaries", "Economists"]);
    assert!(user.screen().contains("Economists instead of Actuaries"), "{}", user.screen());
}

#[test]
fn the_comparison_is_walked_with_the_keys_alone() {
    let mut user = User::new();
    user.keys(FOUR).keys("<f3>");
    let titles = user.pinned();
    let title = |user: &User| user.compare().comparison.title(user.compare().column);
    user.keys("<right><right>");
    assert_eq!(title(&user), titles[2]);
    // Another reference, and the column under the cursor stays.
    user.keys("r");
    assert_eq!(user.compare().comparison.reference, 2);
    // It is still the reference when the comparison is opened again.
    user.keys("<esc><f3><right><right>");
    assert_eq!(user.compare().comparison.reference, 2);
    user.keys("<");
    assert_eq!(user.pinned(), [titles[0], titles[2], titles[1], titles[3]]);
    assert_eq!((title(&user), user.compare().comparison.reference), (titles[2], 1));
    // Taken out: the next column takes its place, the first one is the reference.
    user.keys("x");
    assert_eq!(user.pinned(), [titles[0], titles[1], titles[3]]);
    assert_eq!((user.compare().comparison.reference, user.compare().column), (0, 1));
    // Enter opens the role; back again all is as it was.
    user.keys("g<tab><down><enter>");
    assert_eq!(user.role(), Some(titles[1]));
    user.keys(" <esc>");
    assert_eq!(user.pinned(), [titles[0], titles[3]], "unpinned there, it is no column here");
    user.keys("xx");
    assert!(user.app.trail.is_empty(), "without pins it closes");
}

#[test]
fn sections_fold_and_rows_are_ordered_by_gap() {
    let mut user = User::new();
    user.keys("actuaries<f2>welders<f3>");
    let all = user.compare().items.len();
    user.keys("<tab>f");
    assert!(user.compare().items.len() < all);
    user.keys("<enter>");
    assert_eq!(user.compare().items.len(), all);
    user.keys("F");
    let folded = user.compare().items.len();
    assert_eq!(folded, items_above(user.compare()) + user.compare().comparison.sections.len());
    user.keys("Fa");
    assert!(user.compare().items.len() > all, "every figure");
    let screen = user.screen();
    assert!(screen.contains("human γ 2023") || screen.contains("rated by people"), "{screen}");
    user.keys("as");
    assert!(user.screen().contains("by gap"));
    // The first row of the exposure section is the one that differs most.
    let comparison = &user.compare().comparison;
    let rows = &comparison.sections[0].rows;
    let order = comparison.sections[0].order(false, true);
    let gaps: Vec<f64> = order.iter().map(|place| rows[*place].gap).collect();
    assert!(gaps.is_sorted_by(|a, b| a >= b) && gaps[0] > 0.0, "{gaps:?}");
}

#[test]
fn enter_on_a_skill_or_tool_lists_who_shares_it() {
    let mut user = User::new();
    user.keys("actuaries<f2>economists<f3>");
    for part in ["Skills, by how much", "Software and tools of all", "Software and tools of only one"] {
        user.keys("g");
        let place = user.compare().comparison.sections.iter().position(|section| section.part.name().starts_with(part));
        for _ in 0..=place.unwrap() {
            user.keys("<tab>");
        }
        user.keys("<down><enter>");
        assert!(user.sharing() > 0, "{part} {}", user.screen());
        user.keys("<esc>");
    }
}

#[test]
fn roles_of_one_code_say_that_their_figures_are_the_same() {
    let mut user = User::new();
    user.keys("15-1299.04<f2>15-1299.05<f3>");
    let screen = user.screen_of(200, 60);
    assert!(screen.contains("same pay and outlook (both published for 15-1299)"), "{screen}");
    assert!(screen.contains("Pay, employment and outlook of Penetration Testers and Information"), "{screen}");
    assert!(screen.contains("shared by 10 roles"), "{screen}");
}

#[test]
fn narrow_terminals_page_the_columns_and_keep_names_and_reference() {
    let mut user = User::new();
    user.keys(FOUR).keys("<f3><tab><down>");
    let titles = user.pinned();
    for (width, height, shown) in [(80, 24, 3), (40, 12, 1)] {
        for title in &titles {
            let screen = user.screen_of(width, height);
            assert!(screen.contains("index"), "{screen}");
            assert!(screen.contains(" of 4"), "{screen}");
            let first = |title: &str| title.split([' ', ',']).next().unwrap().to_owned();
            assert!(screen.contains(&first(title)), "{title} {screen}");
            assert!(shown == 1 || screen.contains(" ref."), "{screen}");
            user.keys("<right>");
        }
        user.keys("<left><left><left><left>");
    }
}

/// How many lines of the list stand above the sections.
fn items_above(view: &CompareView) -> usize {
    view.comparison.verdicts.iter().map(|verdict| 1 + verdict.skills.len()).sum()
}

/// What is compared is what the page of each role tells, for every role and figure.
#[test]
fn figures_are_those_of_the_pages() {
    let user = User::new();
    let catalog = user.app.catalog();
    let ids: Vec<_> = catalog.roles_with_ids().map(|(id, _)| id).collect();
    let mut figures = 0;
    for four in ids.chunks(4) {
        let comparison = Comparison::of(catalog, four, four.len() - 1);
        // As a reader of the page reads it, to the last bit.
        let read = |value: Option<f64>| serde_json::json!(value).to_string().parse::<Value>().unwrap().as_f64();
        let row = |part: Part, key: &str| {
            comparison.section(part).unwrap().rows.iter().find(|row| row.key == key).unwrap_or_else(|| panic!("{key}"))
        };
        for (place, column) in comparison.columns.iter().enumerate() {
            let mut written = Vec::new();
            page::write(&mut written, catalog, column.role, Format::Json).unwrap();
            let page: Value = serde_json::from_slice(&written).unwrap();
            let mut same = |part: Part, key: &str, expected: Option<f64>| {
                assert_eq!(read(row(part, key).cells[place].value), expected, "{} {key}", column.role.code);
                figures += usize::from(expected.is_some());
            };
            same(Part::Exposure, "index", page["exposure"]["index"]["percentile"].as_f64());
            for measure in page["exposure"]["measures"].as_array().unwrap() {
                let key = measure["key"].as_str().unwrap();
                same(Part::Exposure, key, measure["percentile"].as_f64());
                let cell = &row(Part::Exposure, key).cells[place];
                assert_eq!(read(cell.raw), measure["raw"].as_f64());
                let soc = cell.published_for.map(|soc| soc.to_string());
                assert_eq!(soc.as_deref(), measure["published_for"]["code"].as_str());
            }
            let pay = &page["pay"]["figures"];
            for (key, point) in [("pay", "median"), ("pay_p10", "p10"), ("pay_p90", "p90"), ("pay_mean", "mean")] {
                same(Part::Labour, key, pay["annual"][point]["dollars"].as_f64());
            }
            same(Part::Labour, "employment", pay["employment"].as_f64());
            same(Part::Labour, "change", page["outlook"]["figures"]["change_percent"].as_f64());
            same(Part::Preparation, "zone", page["job_zone"]["zone"].as_f64());
            let mix = &page["exposure"]["task_mix"]["gpt4"];
            let mix = ["E1", "E2", "E0"].map(|label| usize::try_from(mix[label].as_u64().unwrap()).unwrap());
            let expected = if mix == [0; 3] { Picture::None } else { Picture::Mix(mix) };
            assert_eq!(row(Part::TaskMix, "gpt4_mix").cells[place].picture, expected);
            for skill in &comparison.section(Part::Skills).unwrap().rows {
                let mut rated = page["capabilities"]["items"].as_array().unwrap().iter();
                let rated = rated.find(|rated| rated["id"] == *skill.key);
                assert_eq!(read(skill.cells[place].value), rated.and_then(|rated| rated["importance"].as_f64()));
            }
        }
    }
    assert!(figures > 14_000, "{figures}");
}

/// Which of these four jobs is most exposed, and why; what do I lose and gain between two of them.
#[test]
fn the_questions_take_few_keys() {
    let exposed = FOUR.to_owned() + "<f3>";
    let mut user = User::new();
    user.keys(&exposed);
    let catalog = user.app.catalog();
    let index = |id| Metric::Index.value(catalog, catalog.role(id).unwrap()).unwrap();
    let most = user.app.pins.roles().iter().copied().max_by(|a, b| index(*a).total_cmp(&index(*b))).unwrap();
    let answer = format!("Most task overlap: {} {}", catalog.role(most).unwrap().title, Percentile(index(most)));
    assert!(user.screen().contains(&answer), "{answer} {}", user.screen());
    // Besides the words of the four queries: a key to pin each, one to compare.
    let words = "15-1299.0429-1141truck driveractuar".len();
    assert_eq!(chords(&exposed).len() - words, 5);

    let lose = "actuaries<f2>economists<f3>";
    let mut user = User::new();
    user.keys(lose);
    for text in ["pay ", "growth ", "overlap ", "more ", "less "] {
        assert!(user.screen_of(80, 24).contains(text), "{text} {}", user.screen());
    }
    assert_eq!(chords(lose).len() - "actuarieseconomists".len(), 2);
}
