//! What the keys of the staff screen do.

use super::{Action, Face, StaffView};
use crate::app::{App, Effect, Screen, View};
use crate::screens::role::RoleView;
use crate::staff::Paper;

pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => open(app),
        Action::Page => {
            if let Some(role) = app.front_as::<StaffView>().and_then(View::role) {
                app.push(Screen::Role(RoleView::new(app.catalog(), role)));
            }
        }
        Action::Confirm => return confirm(app),
        Action::Save(paper) => return vec![Effect::Save(paper)],
        Action::Saved(Paper::Decisions) => app.staff.iter_mut().for_each(|staff| staff.mark_saved()),
        Action::Saved(Paper::Codes | Paper::Report) => {}
        _ => {
            // The screen changes the staff that it shows.
            let Some(mut staff) = app.staff.take() else { return Vec::new() };
            let acted =
                app.front_as_mut::<StaffView>().map(|(view, around)| view.act(&mut staff, around.engine, action));
            app.staff = Some(staff);
            app.notice = acted.flatten();
        }
    }
    Vec::new()
}

/// Shows the staff, where one was with it.
fn open(app: &mut App) {
    let open = app.trail.iter().position(|screen| matches!(screen, Screen::Staff(_)));
    if let Some(place) = open {
        (app.help, app.where_from) = (None, None);
        app.pins.keep();
        app.leave_to(place + 1);
    } else if let Some(view) = app.staff.as_ref().map(|staff| StaffView::new(staff, &app.engine)) {
        app.push(Screen::Staff(view));
        app.notice = app.staff.as_mut().and_then(|staff| staff.problem.take());
    }
}

/// Reads the file again where other columns are chosen; else the columns are right, and the titles follow.
fn confirm(app: &mut App) -> Vec<Effect> {
    let Some((view, around)) = app.front_as_mut::<StaffView>() else { return Vec::new() };
    let Some(staff) = around.staff else { return Vec::new() };
    if !view.choice.is_changed(&staff.columns) {
        view.face = Face::Titles;
        view.look_at(staff);
        return Vec::new();
    }
    if staff.origin.path.as_os_str() == "-" {
        app.notice =
            Some("Standard input cannot be read again: give the file by its name to choose columns".to_owned());
        return Vec::new();
    }
    vec![Effect::ReadAgain(view.choice.asked(&staff.columns))]
}
