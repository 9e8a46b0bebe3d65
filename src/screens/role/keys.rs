//! The keys of a role's page.

use crate::app::Context::Role;
use crate::app::target::Target;
use crate::app::{App, Msg, Screen};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ch, key};
use crate::keys::shared::has_role;

pub const KEYS: &[Binding] = &[
    line(&[Role], &[key(Key::Enter)], &[Msg::Open], "the roles that share this task, skill or tool")
        .hint("who shares it", 0, 1)
        .when(has_shared),
    line(&[Role], &[key(Key::Enter)], &[Msg::Open], "the related role").hint("open", 0, 1).when(has_related),
    line(
        &[Role],
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l'), key(Key::BackTab), key(Key::Tab)],
        &[Msg::PreviousSection, Msg::NextSection],
        "previous, next section",
    )
    .hint("section", 2, 2),
    line(
        &[Role],
        &[ch('1'), ch('2'), ch('3'), ch('4'), ch('5'), ch('6'), ch('7'), ch('8'), ch('9')],
        &[
            Msg::Section(1),
            Msg::Section(2),
            Msg::Section(3),
            Msg::Section(4),
            Msg::Section(5),
            Msg::Section(6),
            Msg::Section(7),
            Msg::Section(8),
            Msg::Section(9),
        ],
        "to a section by its number",
    ),
];

fn has_target(app: &App) -> Result<(), &'static str> {
    match app.trail.last() {
        Some(Screen::Role(view)) => {
            view.selected(app.catalog()).map(|_| ()).ok_or("Nothing to follow here: go to a task, a skill or a tool")
        }
        _ => has_role(app),
    }
}

fn has_shared(app: &App) -> Result<(), &'static str> {
    has_target(app)?;
    has_related(app).map_or(Ok(()), |()| Err("A related role opens"))
}

fn has_related(app: &App) -> Result<(), &'static str> {
    let Some(Screen::Role(view)) = app.trail.last() else { return Err("No role is open") };
    let related = matches!(view.selected(app.catalog()), Some(Target::Role(_)));
    related.then_some(()).ok_or("Nothing to follow here: go to a task, a skill or a tool")
}
