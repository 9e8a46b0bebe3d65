//! Other data under the same screens: what the user was at stays, as far as its O*NET-SOC codes exist in the new data.

use super::compare_view::CompareView;
use super::data_view::DataView;
use super::pins::Pins;
use super::role_view::Target;
use super::sharing::Sharing;
use super::{App, Screen};
use crate::catalog::own::Own;
use crate::catalog::{Catalog, ElementId, RoleId, SoftwareId, ToolId};
use crate::search::Engine;

/// From the roles and things of one catalog to those of another.
#[derive(Clone, Copy)]
struct Change {
    from: &'static Catalog<'static>,
    to: &'static Catalog<'static>,
}

impl Change {
    fn role(self, id: RoleId) -> Option<RoleId> {
        self.to.role_by_code(self.from.role(id)?.code)
    }

    fn target(self, target: Target) -> Option<Target> {
        let at = |place: Option<usize>| place.and_then(|place| u16::try_from(place).ok());
        Some(match target {
            Target::Role(role) => Target::Role(self.role(role)?),
            Target::Task { role, place } => {
                let id = self.from.role(role)?.tasks.get(usize::from(place))?.id;
                let role = self.role(role)?;
                let place = at(self.to.role(role)?.tasks.iter().position(|task| task.id == id))?;
                Target::Task { role, place }
            }
            Target::Element(id) => {
                let wanted = self.from.element(id)?.id;
                Target::Element(ElementId(at(self.to.elements.iter().position(|e| e.id == wanted))?))
            }
            Target::Software(id) => {
                let wanted = self.from.software(id)?.name;
                let place = at(self.to.software.iter().position(|software| software.name == wanted))?;
                Target::Software(SoftwareId(place))
            }
            Target::Tool(id) => {
                let wanted = self.from.tool(id)?.name;
                Target::Tool(ToolId(at(self.to.tools.iter().position(|tool| tool.name == wanted))?))
            }
        })
    }
}

/// Shows other data from now on. This does not come as a message, as an engine is no value that can be compared.
pub fn renew(app: &mut App, engine: Engine, own: Option<Own>, unusable: Option<String>) {
    let change = Change { from: app.engine.catalog(), to: engine.catalog() };
    app.engine = engine;
    (app.data.own, app.data.unusable) = (own, unusable);
    let mut lost = pins(app, change);
    let role = app.search.role().and_then(|id| change.role(id));
    app.search = app.search.renewed(&app.engine, role);
    for screen in std::mem::take(&mut app.trail) {
        match renewed(app, screen, change) {
            Ok(screen) => app.trail.push(screen),
            Err(name) => lost.push(name),
        }
    }
    if !lost.is_empty() {
        lost.dedup();
        app.notice = Some(format!("Not in the new data, and closed: {}", lost.join(", ")));
    }
}

/// Gives back the titles of pinned roles that are gone.
fn pins(app: &mut App, change: Change) -> Vec<String> {
    let mut pins = Pins::default();
    let mut lost = Vec::new();
    for id in app.pins.roles() {
        match change.role(*id) {
            Some(role) => _ = pins.toggle(role),
            None => lost.push(title(change, *id)),
        }
    }
    pins.reference = app.pins.reference.and_then(|id| change.role(id));
    app.pins = pins;
    lost
}

fn title(change: Change, id: RoleId) -> String {
    change.from.role(id).map_or_else(String::new, |role| role.title.to_owned())
}

/// The same screen on the new data, or the name of what is gone.
fn renewed(app: &App, screen: Screen, change: Change) -> Result<Screen, String> {
    let (engine, catalog) = (&app.engine, change.to);
    Ok(match screen {
        Screen::Role(mut view) => {
            view.role = change.role(view.role).ok_or_else(|| title(change, view.role))?;
            Screen::Role(view)
        }
        Screen::Sharing(view) => {
            let (target, from) = (change.target(view.target), change.role(view.from));
            let (Some(target), Some(from)) = (target, from) else {
                return Err(view.thing(change.from).to_owned());
            };
            let mut new = Sharing::new(target, from, catalog);
            let role = view.role().and_then(|id| change.role(id));
            new.cursor = new.rows.iter().position(|row| Some(row.role) == role).unwrap_or(0);
            Screen::Sharing(new)
        }
        Screen::Compare(_) if app.pins.roles().is_empty() => return Err("the comparison".to_owned()),
        Screen::Compare(view) => {
            let mut new = CompareView::new(catalog, app.pins.roles(), app.pins.reference_place());
            new.column = view.column.min(app.pins.roles().len().saturating_sub(1));
            (new.all, new.by_gap) = (view.all, view.by_gap);
            Screen::Compare(new)
        }
        Screen::Map(view) => {
            let role = view.role().and_then(|id| change.role(id));
            Screen::Map(view.renewed(engine, role))
        }
        Screen::Ranking(view) => {
            let same = |id| change.role(id);
            Screen::Ranking(Box::new(view.renewed(engine, same)))
        }
        Screen::Moves(view) => {
            let from = change.role(view.from).ok_or_else(|| title(change, view.from))?;
            let role = view.role().and_then(|id| change.role(id));
            Screen::Moves(view.renewed(catalog, from, role))
        }
        Screen::Data(view) => {
            let cursor = view.cursor.min(catalog.sources.len().saturating_sub(1));
            Screen::Data(DataView { cursor, roles: DataView::new(app).roles, ..view })
        }
    })
}
