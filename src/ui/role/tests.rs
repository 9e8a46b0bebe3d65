//! The role screen on the tests' small catalog.

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::*;
use crate::catalog::RoleId;
use crate::fixture;

fn screen(view: &RoleView, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(frame, frame.area(), view, fixture::catalog(), &Look::default())).unwrap();
    terminal.backend().to_string()
}

fn section_of(role: u16, section: Section) -> RoleView {
    let mut view = RoleView::new(RoleId(role));
    view.open_section(section);
    view
}

#[test]
fn every_section_of_every_role_fits_every_size() {
    let sizes = (0..=45).flat_map(|height| (0..=120).step_by(7).map(move |width| (width, height)));
    let catalog = fixture::catalog();
    for (width, height) in sizes {
        let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        for view in (0..3).flat_map(|role| Section::ALL.map(|section| section_of(role, section))) {
            terminal.draw(|frame| draw(frame, frame.area(), &view, catalog, &Look::default())).unwrap();
        }
    }
}

#[test]
fn pay_says_what_is_top_coded_missing_and_shared() {
    let screen = screen(&section_of(0, Section::Outlook), 159, 45);
    assert!(screen.contains("at or above $239,200"), "{screen}");
    assert!(screen.contains("75th not published"), "{screen}");
    assert!(screen.contains("published for 45-2093 Farmworkers, Hives, shared by 2 roles"), "{screen}");
    assert!(screen.contains("-8.3% (Declining)"), "{screen}");
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
    assert!(screen(&section_of(2, Section::Exposure), 120, 40).contains("Index: not published"));
    assert!(screen(&section_of(2, Section::Outlook), 120, 40).contains("BLS publishes no wages"));
}

#[test]
fn the_row_under_the_cursor_is_in_view() {
    let catalog = fixture::catalog();
    for section in Section::ALL {
        for (width, height) in [(120, 12), (80, 12), (40, 12)] {
            let mut view = section_of(0, section);
            view.step(catalog, crate::app::role_view::Move::Bottom);
            let screen = screen(&view, width, height);
            assert!(screen.contains('▌'), "{section:?} {width}x{height} {screen}");
        }
    }
}
