//! Other data under the same screens: what the user was at stays, as far as its O*NET-SOC codes exist in the new data.

use super::App;
use super::pins::Pins;
use super::target::Target;
use crate::catalog::own::Own;
use crate::catalog::{Catalog, ElementId, Lens, PlaceId, RoleId, SoftwareId, ToolId};
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
    engine.look(same_lens(from, engine.catalog()));
    app.engine = engine;
    (app.data.own, app.data.unusable) = (own, unusable);
    follow(app, from);
}

/// Looks from another place or at another year from now on.
pub fn look(app: &mut App, lens: Lens) {
    let from = app.engine.catalog();
    app.engine.look(lens);
    follow(app, from);
}

/// The lens of one catalog for another: places go by their codes.
fn same_lens(from: &Catalog<'_>, to: &Catalog<'_>) -> Lens {
    let same = |id: Option<PlaceId>| {
        let area = from.places.get(usize::from(id?.0))?.area;
        let place = to.places.iter().position(|place| place.area == area)?;
        u16::try_from(place).ok().map(PlaceId)
    };
    let lens = from.lens();
    Lens { place: same(lens.place), beside: same(lens.beside), ..lens }
}

/// Every screen shows the catalog that the engine has now.
fn follow(app: &mut App, from: &'static Catalog<'static>) {
    let change = Change { from, to: app.engine.catalog() };
    app.where_from = None;
    let mut lost = pins(app, change);
    let trail = std::mem::take(&mut app.trail);
    let (search, around) = app.front_mut();
    lost.extend(search.reload(change, around).err());
    for mut screen in trail {
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
mod tests {
    use super::*;
    use crate::app::{Msg, Screen, ScreenAction, Step, View, update};
    use crate::fixture;
    use crate::screens::ranking::Face;
    use crate::screens::role::section::Section;
    use crate::screens::{data, map, moves, ranking, role};

    /// The data of the tests without the first role, so that every other one has another id.
    fn without_beekeepers() -> Engine {
        let mut catalog = fixture::catalog().clone();
        catalog.roles.remove(0);
        fixture::engine_of(Box::leak(Box::new(catalog)))
    }

    fn app(msgs: &[Msg]) -> App {
        let mut app = App::new(fixture::engine());
        for msg in msgs {
            update(&mut app, msg.clone());
        }
        app
    }

    fn title_of(app: &App, id: RoleId) -> &'static str {
        app.catalog().role(id).unwrap().title
    }

    #[test]
    fn pins_and_query_stay_with_their_codes() {
        let mut app = app(&[
            Msg::Pin,
            Msg::Step(Step::Down),
            Msg::Pin,
            Msg::Step(Step::Down),
            Msg::Pin,
            Msg::Paste("inspect".to_owned()),
        ]);
        app.pins.reference = Some(RoleId(1));
        reload(&mut app, without_beekeepers(), None, None);
        let pinned: Vec<_> = app.pins.roles().iter().map(|id| title_of(&app, *id)).collect();
        assert_eq!(pinned, ["Hive Inspectors", "Military Hive Specialists, All Other"]);
        assert_eq!(app.pins.reference, Some(RoleId(0)));
        assert_eq!(app.notice.as_deref(), Some("Not in the new data, and closed: Beekeepers"));
        assert_eq!((app.search.query.text(), app.search.role()), ("inspect", Some(RoleId(0))));
    }

    #[test]
    fn screens_stay_where_their_roles_do() {
        let inspectors = [Msg::Paste("hive inspectors".to_owned()), Msg::Open];
        let mut app = app(&[
            &inspectors[..],
            &[Msg::In(ScreenAction::Role(role::Action::Section(2))), moves::OPEN, map::OPEN, ranking::OPEN, data::OPEN],
        ]
        .concat());
        reload(&mut app, without_beekeepers(), None, Some("odd".to_owned()));
        let [Screen::Role(role), Screen::Moves(moves), Screen::Map(map), Screen::Ranking(ranking), Screen::Data(data)] =
            app.trail.as_slice()
        else {
            panic!("{:?}", app.trail)
        };
        assert_eq!((role.role, role.section), (RoleId(0), Section::Tasks));
        assert_eq!((moves.from, map.roles, data.roles.clone()), (RoleId(0), 2, vec![2]));
        assert_eq!((ranking.face, ranking.ranking.roles().len()), (Face::Roles, 2));
        assert!(app.notice.is_none() && app.data.unusable.is_some());
    }

    #[test]
    fn what_is_about_a_role_that_is_gone_closes() {
        let beekeepers = [
            Msg::Paste("beekeepers".to_owned()),
            Msg::Open,
            Msg::In(ScreenAction::Role(role::Action::Section(2))),
            Msg::Open,
        ];
        let mut app = app(&beekeepers);
        assert_eq!(app.trail.len(), 2);
        reload(&mut app, without_beekeepers(), None, None);
        assert!(app.trail.is_empty());
        assert!(app.notice.as_ref().is_some_and(|notice| notice.contains("Beekeepers")), "{:?}", app.notice);
    }

    #[test]
    fn what_is_shared_is_found_again_by_name() {
        let mut app = app(&[
            Msg::Paste("hive inspectors".to_owned()),
            Msg::Open,
            Msg::In(ScreenAction::Role(role::Action::Section(5))),
            Msg::Open,
        ]);
        assert!(matches!(app.trail.last(), Some(Screen::Sharing(_))), "{:?}", app.trail);
        reload(&mut app, without_beekeepers(), None, None);
        let Some(Screen::Sharing(sharing)) = app.trail.last() else { panic!("{:?}", app.trail) };
        assert_eq!((sharing.thing(app.catalog()), sharing.rows.len()), ("HiveSoft Ledger", 1));
    }
}
