//! The keys of the places, which take letters all the time.

use super::{Action, OPEN, PlacesView};
use crate::app::Msg::In;
use crate::app::ScreenAction::Places as On;
use crate::app::{App, Edit, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Key, ctrl, key};
use crate::keys::context::{TEXT, TEXT_ABOVE_ROWS};
use crate::keys::shared::ALWAYS;
use crate::keys::{Context, ScreenKeys};

pub const PLACES: Context = Context { heading: "The places, while you type", takes: &[TEXT, TEXT_ABOVE_ROWS] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[PLACES],
    keys: KEYS,
    openers: &[line(
        ALWAYS,
        &[ctrl('p')],
        &[OPEN],
        "choose a state or an area, or the newest year: pay and employment become those there",
    )
    .hint("place", 8, 1)
    .when(elsewhere)],
};

pub const fn context(_: &PlacesView) -> Context {
    PLACES
}

const KEYS: &[Binding] = &[
    line(PLACES, &[key(Key::Enter)], &[In(On(Action::Choose))], "look from this place, and go back to where you were")
        .hint("choose", 0, 1)
        .when(has_row),
    line(PLACES, &[key(Key::Tab)], &[In(On(Action::Beside))], "put this place beside the chosen one, or take it away")
        .hint("beside", 1, 1)
        .when(has_row),
    line(
        PLACES,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the name",
    ),
    line(PLACES, &[key(Key::Esc)], &[Msg::Back], "back, nothing changed").hint("back", 1, 1),
];

fn has_row(app: &App) -> Result<(), &'static str> {
    match app.front_as::<PlacesView>() {
        Some(view) if view.rows.is_empty() => Err("No place has that name"),
        _ => Ok(()),
    }
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    match app.front_as::<PlacesView>() {
        Some(_) => Err("Enter chooses the place under the cursor, Esc goes back"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Screen, update};
    use crate::fixture;
    use crate::keys::{ch, message};

    #[test]
    fn its_key_opens_it_everywhere_and_letters_go_to_it() {
        let mut app = App::new(fixture::engine());
        assert_eq!(message(&app, ctrl('p')), Some(OPEN));
        update(&mut app, Msg::Paste("bee".to_owned()));
        update(&mut app, Msg::Open);
        assert_eq!(message(&app, ctrl('p')), Some(OPEN));
        update(&mut app, OPEN);
        assert!(matches!(message(&app, ctrl('p')), Some(Msg::Unavailable(_))));
        assert_eq!(message(&app, ch('q')), Some(Msg::Type('q')));
        assert_eq!(message(&app, key(Key::Enter)), Some(In(On(Action::Choose))));
        update(&mut app, Msg::Paste("zz".to_owned()));
        assert!(matches!(message(&app, key(Key::Enter)), Some(Msg::Unavailable(_))));
        update(&mut app, Msg::Back);
        assert!(matches!(app.trail.last(), Some(Screen::Role(_))), "back to where one was");
    }
}
