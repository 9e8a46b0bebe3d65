//! The role screen on the tests' small catalog.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::app::Screen;
use crate::catalog::{Family, Hundredths, RoleId};
use crate::fixture;

fn screen(view: &RoleView, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let app = App::new(fixture::engine());
    terminal.draw(|frame| draw(frame, frame.area(), view, &app, Look::default())).unwrap();
    terminal.backend().to_string()
}

fn section_of(role: u16, section: Section) -> RoleView {
    let mut view = RoleView::new(fixture::catalog(), RoleId(role));
    view.open_section(fixture::catalog(), section);
    view
}

#[test]
fn every_section_of_every_role_fits_every_size() {
    let sizes = (0..=45).flat_map(|height| (0..=120).step_by(7).map(move |width| (width, height)));
    let app = App::new(fixture::engine());
    for (width, height) in sizes {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        for view in (0..3).flat_map(|role| Section::ALL.map(|section| section_of(role, section))) {
            terminal.draw(|frame| draw(frame, frame.area(), &view, &app, Look::default())).unwrap();
        }
    }
}

#[test]
fn pay_says_what_is_top_coded_missing_and_shared() {
    let screen = screen(&section_of(0, Section::Outlook), 159, 45);
    assert!(screen.contains("at or above $239,200"), "{screen}");
    let row = |name: &str| screen.lines().find(|line| line.contains(name)).unwrap_or_default().to_owned();
    assert!(row("  75th ").matches("not published").count() == 2, "{screen}");
    assert!(row("  90th ").contains("at or above $239,200"), "{screen}");
    assert!(screen.contains("published for 45-2093 Farmworkers, Hives, shared by 2 roles"), "{screen}");
    assert!(screen.contains("8.3% decline (Declining)"), "{screen}");
}

#[test]
fn the_frame_stands_beside_exposure_figures() {
    for (width, height) in [(200, 60), (120, 40), (80, 24), (40, 12)] {
        for section in Section::ALL {
            let screen = screen(&section_of(0, section), width, height);
            assert!(
                screen.contains("not a forecast") || screen.contains("Exposure means task"),
                "{section:?} {screen}"
            );
        }
    }
}

#[test]
fn a_role_without_data_says_why() {
    for section in [Section::Overview, Section::Tasks, Section::Skills, Section::Tools, Section::Related] {
        let screen = screen(&section_of(2, section), 120, 40);
        assert!(screen.contains("O*NET has not surveyed this role"), "{section:?} {screen}");
    }
    assert!(screen(&section_of(2, Section::Exposure), 120, 40).contains("index: none, as fewer than two"));
    assert!(screen(&section_of(2, Section::Outlook), 120, 40).contains("BLS publishes no wages"));
}

#[test]
fn the_row_under_the_cursor_is_in_view() {
    for section in Section::ALL {
        for (width, height) in [(120, 12), (80, 12), (40, 12)] {
            let mut view = section_of(0, section);
            view.go(crate::app::Step::Bottom, 9);
            let screen = screen(&view, width, height);
            assert!(screen.contains('▌'), "{section:?} {width}x{height} {screen}");
        }
    }
}

#[test]
fn a_long_list_says_where_the_cursor_is() {
    let mut view = section_of(0, Section::Tasks);
    assert!(screen(&view, 80, 24).contains("1 of 3"), "{}", screen(&view, 80, 24));
    view.go(crate::app::Step::Bottom, 9);
    assert!(screen(&view, 80, 24).contains("3 of 3"));
    assert!(screen(&view, 120, 40).contains("3 of 3"));
}

#[test]
fn a_task_shows_both_marks_where_they_differ_and_unfolds_under_the_cursor() {
    let screen = screen(&section_of(0, Section::Tasks), 80, 30);
    assert!(screen.contains("E2/E1"), "{screen}");
    assert!(screen.contains("part of the job for 90%"), "{screen}");
    assert!(screen.contains("seen in use"), "{screen}");
    assert!(screen.contains("--"), "a task without labels: {screen}");
}

/// On a small screen the tasks are what one came for; what is said about all of them comes after the last.
#[test]
fn the_tasks_come_before_the_remarks() {
    let screen = screen(&section_of(0, Section::Tasks), 80, 24);
    let lines: Vec<&str> = screen.lines().collect();
    let place = |text: &str| lines.iter().position(|line| line.contains(text)).unwrap_or(usize::MAX);
    assert!(place("3 tasks") < place("▌"), "{screen}");
    assert!(place("▌") - place("3 tasks") <= 3, "{screen}");
    assert!(place("import O*NET") > place("▌"), "{screen}");
    let mut view = section_of(0, Section::Tasks);
    view.go(crate::app::Step::Bottom, 9);
    let end = self::screen(&view, 80, 22);
    assert!(end.contains("import O*NET") && end.contains("3 of 3"), "{end}");
}

#[test]
fn a_name_that_was_cut_is_whole_under_the_cursor() {
    let look = Look::default();
    let catalog = fixture::catalog();
    let role = catalog.role(RoleId(0)).unwrap();
    let pins = &crate::app::pins::Pins::default();
    let page = Page { catalog, role, pins, look, width: 40 };
    let (name, kind) = ("Tungsten inert gas TIG welding equipment", "Tungsten inert gas welding machine");
    let row = |selected| page.with_whole(Line::raw(look.padded(name, 20)), &[name, kind], selected);
    assert_eq!(row(false).len(), 1);
    let whole: Vec<String> = row(true).iter().skip(1).map(|line| line.to_string().trim().to_owned()).collect();
    assert_eq!(whole.join(" "), format!("{name} · {kind}"));
    assert_eq!(page.with_whole(Line::raw(format!("{name} {kind}")), &[name, kind], true).len(), 1, "nothing was cut");
}

/// At 80 columns there is room for every figure and family of a rating.
#[test]
fn ratings_are_not_cut_at_eighty_columns() {
    let catalog = fixture::catalog();
    for section in [Section::Skills, Section::Activities] {
        let screen = screen(&section_of(0, section), 80, 24);
        let cut: Vec<&str> = screen.lines().filter(|line| line.contains("level") && line.contains('…')).collect();
        assert!(cut.is_empty(), "{cut:?}");
    }
    let pins = &crate::app::pins::Pins::default();
    let page = Page { catalog, role: catalog.role(RoleId(0)).unwrap(), pins, look: Look::default(), width: 77 };
    for family in [Family::EssentialSkill, Family::TransferableSkill, Family::Knowledge, Family::Ability] {
        let figures = page.figures(Hundredths(412), Ok(Hundredths(438)), family);
        let line = page.measured_beside("Management of Personnel Resourc", 0, 0.5, &figures).to_string();
        assert!(line.trim_end().ends_with(figures.as_str()), "{line}");
    }
}

#[test]
fn every_other_title_is_there_to_be_read() {
    let catalog = fixture::catalog();
    for role in [0, 1, 2] {
        let rows = section_of(role, Section::Overview).rows;
        for alternate in &catalog.role(RoleId(role)).unwrap().alternates {
            let shows = |row: &Row<'_>| matches!(row, Row::Text(told) if told.text.contains(alternate.title));
            assert!(rows.iter().any(shows), "{}", alternate.title);
        }
    }
}

#[test]
fn studies_are_named_with_year_raw_value_and_the_code_they_publish_for() {
    for width in [200, 120, 80] {
        let screen = screen(&section_of(1, Section::Exposure), width, 60);
        for text in ["GPTs are GPTs γ, rated by GPT-4", "2023", "0.750", "80th", "High", "▲", "2 of 3 studies"] {
            assert!(screen.contains(text), "{width} {text} {screen}");
        }
        assert!(screen.contains("published for 45-2093 Farmworkers, Hives"), "{width} {screen}");
        assert!(screen.contains("between the 70th and the 80th percentile, 10 points"), "{width} {screen}");
    }
}

#[test]
fn wide_screens_show_both_lists_and_the_cursor_goes_through_them() {
    let mut view = section_of(0, Section::Tools);
    for place in ["HiveSoft Ledger", "Smoker cans"] {
        let screen = screen(&view, 200, 60);
        let row = screen.lines().find(|line| line.contains('▌')).unwrap_or_default().to_owned();
        let (_, after) = row.split_once('▌').unwrap_or_default();
        assert!(after.trim_start().starts_with(place), "{row}");
        assert!(screen.contains("HiveSoft Ledger") && screen.contains("Smoker cans"));
        view.go(crate::app::Step::Bottom, 9);
    }
}

#[test]
fn plain_terminals_get_plain_letters() {
    let look = Look { colour: false, glyphs: crate::ui::look::ASCII };
    for section in Section::ALL {
        for (width, height) in [(200, 60), (80, 24), (40, 12)] {
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            let mut app = App::new(fixture::engine());
            app.trail.push(Screen::Role(section_of(0, section)));
            terminal.draw(|frame| crate::ui::draw(frame, &app, &look)).unwrap();
            let cells = terminal.backend().buffer().content();
            assert!(cells.iter().all(|cell| cell.symbol().is_ascii()), "{section:?}");
        }
    }
}

#[test]
fn no_exposure_figure_stands_without_the_frame() {
    for width in 1..=120 {
        for height in [1, 4, 6, 7, 12, 24] {
            let screen = screen(&section_of(1, Section::Skills), width, height);
            let framed = screen.contains("not a forecast") || screen.contains("codifiable");
            assert!(framed || !screen.contains("80th"), "{width}x{height} {screen}");
        }
    }
}

#[test]
fn how_ai_is_used_stands_in_the_task_and_at_the_end_of_the_exposure() {
    let tasks = screen(&section_of(0, Section::Tasks), 120, 40);
    for text in [
        "0.040% in Aug 2025, not listed in Nov 2025",
        "handed over 48%, done together 32%",
        "Care for animals: 7.3% of US",
    ] {
        assert!(tasks.contains(text), "{text} {tasks}");
    }
    let mut view = section_of(0, Section::Exposure);
    view.go(crate::app::Step::Bottom, 9);
    let exposure = screen(&view, 120, 60);
    for text in ["2 of 3 tasks listed in some month", "handed over 36%, done together 24%", "not exposure"] {
        assert!(exposure.contains(text), "{text} {exposure}");
    }
    let rows = section_of(1, Section::Exposure).rows;
    assert!(
        rows.iter().any(|row| matches!(row, Row::Remark(told) if told.text.starts_with("None of its tasks is listed")))
    );
}

#[test]
fn programmes_and_the_page_of_the_handbook_stand_behind_the_preparation() {
    let rows = section_of(0, Section::Overview).rows;
    let listed = rows.iter().filter(|row| matches!(row, Row::Programme(_))).count();
    let is_page = |row: &&Row<'_>| matches!(row, Row::Text(told) if told.text.ends_with("agricultural-workers.htm"));
    assert_eq!((listed, rows.iter().filter(is_page).count()), (2, 1));
    let none = section_of(2, Section::Overview).rows;
    let is_none = |row: &&Row<'_>| matches!(row, Row::Remark(told) if told.text.contains("match no programme of study with 55-9999"));
    assert_eq!(none.iter().filter(is_none).count(), 1);
}
