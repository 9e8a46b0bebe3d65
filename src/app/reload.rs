//! Other data under the same screens: what the user was at stays, as far as its O*NET-SOC codes exist in the new data.

use super::pins::Pins;
use super::target::Target;
use super::{App, View};
use crate::catalog::own::Own;
use crate::catalog::{Catalog, ElementId, Headcounts, Lens, PlaceId, RoleId, SoftwareId, ToolId};
use crate::search::Engine;

/// From the roles and things of one catalog to those of another.
#[derive(Clone, Copy)]
pub struct Change {
    pub from: &'static Catalog<'static>,
    pub to: &'static Catalog<'static>,
}

impl Change {
    /// The role with the same code.
    pub fn role(self, id: RoleId) -> Option<RoleId> {
        self.to.role_by_code(self.from.role(id)?.code)
    }

    /// The place with the same area.
    fn place(self, id: PlaceId) -> Option<PlaceId> {
        let area = self.from.places.get(usize::from(id.0))?.area;
        self.to.place_of_area(area)
    }

    /// The title that a role had.
    pub fn title(self, id: RoleId) -> String {
        self.from.role(id).map_or_else(String::new, |role| role.title.to_owned())
    }

    /// The same thing.
    pub fn target(self, target: Target) -> Option<Target> {
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

/// Shows other data from now on, through the same lens. This does not come as a message, as an engine is no value that can
/// be compared.
pub fn reload(app: &mut App, mut engine: Engine, own: Option<Own>, unusable: Option<String>) {
    let from = app.engine.catalog();
    engine.look(same_lens(Change { from, to: engine.catalog() }));
    engine.count(from.headcounts().cloned());
    let change = Change { from, to: engine.catalog() };
    app.engine = engine;
    (app.data.own, app.data.unusable) = (own, unusable);
    let reopened = app.staff.as_mut().map_or(0, |staff| staff.carry_over(change.from, change.to));
    follow(app, from, |_| true);
    if reopened > 0 {
        let titles =
            if reopened == 1 { "1 title of the staff is" } else { &format!("{reopened} titles of the staff are") };
        app.notice = Some(format!("{titles} open again: the new data do not have the role that you chose"));
    }
}

/// Looks from another place or at another year from now on.
pub fn look(app: &mut App, lens: Lens) {
    let from = app.engine.catalog();
    app.engine.look(lens);
    follow(app, from, |_| true);
}

/// Counts the staff wherever workers are counted, as long as a screen of the staff is open; without one, the nation's
/// workers. To be called whenever screens have come or gone, or a title was decided: [`super::update()`] does.
pub fn count_staff(app: &mut App) {
    let is_open = app.trail.iter().any(|screen| screen.view().is_of_staff());
    let staff = app.staff.as_ref().filter(|_| is_open);
    let headcounts = staff.map(|staff| staff.headcounts(app.engine.catalog()));
    count(app, headcounts);
}

/// Counts some people from now on, or the nation's workers. Where they are the same as before, nothing is made anew; the
/// screens of the staff count for themselves and stay as they are.
pub fn count(app: &mut App, headcounts: Option<Headcounts>) {
    let from = app.engine.catalog();
    if from.headcounts() != headcounts.as_ref() {
        app.engine.count(headcounts);
        follow(app, from, |view| !view.is_of_staff());
    }
}

/// The lens of one catalog for another: places go by their codes.
fn same_lens(change: Change) -> Lens {
    let same = |id: Option<PlaceId>| change.place(id?);
    let lens = change.from.lens();
    Lens { place: same(lens.place), beside: same(lens.beside), ..lens }
}

/// Every screen that is concerned shows the catalog that the engine has now.
fn follow(app: &mut App, from: &'static Catalog<'static>, is_concerned: impl Fn(&dyn View) -> bool) {
    let change = Change { from, to: app.engine.catalog() };
    app.where_from = None;
    let mut lost = pins(app, change);
    let trail = std::mem::take(&mut app.trail);
    let (search, around) = app.front_mut();
    lost.extend(search.reload(change, around).err());
    for mut screen in trail {
        if !is_concerned(screen.view()) {
            app.trail.push(screen);
            continue;
        }
        match screen.view_mut().reload(change, app.around()) {
            Ok(()) => app.trail.push(screen),
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
            None => lost.push(change.title(*id)),
        }
    }
    pins.reference = app.pins.reference.and_then(|id| change.role(id));
    app.pins = pins;
    lost
}

#[cfg(test)]
mod tests;
