//! From a key to what it does. One table feeds this, the footer and the help.

pub mod binding;
pub mod chord;
pub mod context;
pub mod shared;
mod where_from;

pub use binding::Binding;
pub use chord::{Chord, Key, ch, ctrl, key};
pub use context::Context;

use crate::app::{App, Msg, Screen};
use crate::screens;
use crate::search::language::GUIDE;
use shared::{ALWAYS, EXCHANGE, HELP};
use where_from::WHERE;

/// What a screen brings to the table.
pub struct ScreenKeys {
    /// Where its keys work, in the order of the help.
    pub contexts: &'static [Context],
    pub keys: &'static [Binding],
    /// The keys that open it from other screens.
    pub openers: &'static [Binding],
}

macro_rules! screen_keys {
    ($bottom:ident: $search:ident::$_view:ident, $($name:ident: $module:ident::$view:ident,)+) => {
        const SCREENS: &[ScreenKeys] = &[screens::$search::keys::SCREEN, $(screens::$module::keys::SCREEN,)+];

        /// Where the user is on the screen in front.
        fn on_screen(app: &App) -> Context {
            match app.trail.last() {
                None => screens::$search::keys::context(&app.search),
                $(Some(Screen::$name(view)) => screens::$module::keys::context(view),)+
            }
        }
    };
}
screens::for_each_screen!(screen_keys);

/// The screens that show roles, or the others: help and footer name those first.
fn screens_of(with_roles: bool) -> impl Iterator<Item = &'static ScreenKeys> {
    SCREENS.iter().filter(move |screen| {
        let has_roles = screen.contexts.iter().any(|context| context.takes(context::ROLES));
        has_roles == with_roles
    })
}

/// Every context, in the order of the help.
fn contexts() -> impl Iterator<Item = Context> {
    let of = |with_roles| screens_of(with_roles).flat_map(|screen| screen.contexts).copied();
    of(true).chain([WHERE]).chain(of(false)).chain([HELP, ALWAYS])
}

/// Every key of the program: those of single screens, then those of several. Where two lines fit, the first whose `when`
/// holds counts.
fn table() -> impl Iterator<Item = &'static Binding> {
    let openers = |with_roles| screens_of(with_roles).flat_map(|screen| screen.openers);
    let own = SCREENS.iter().flat_map(|screen| screen.keys).chain(where_from::KEYS);
    let of_roles = shared::FIRST.iter().chain(openers(true)).chain(shared::BETWEEN);
    own.chain(of_roles).chain(openers(false)).chain(shared::LAST)
}

/// The contexts whose keys work now, the nearest first.
fn now(app: &App) -> [Context; 2] {
    [if app.help.is_some() { HELP } else { below_help(app) }, ALWAYS]
}

/// Where the user is, whether or not the help lies over it.
pub fn below_help(app: &App) -> Context {
    match app.pins.waiting() {
        Some(_) => EXCHANGE,
        None if app.where_from.is_some() => WHERE,
        None => on_screen(app),
    }
}

/// What a key means now; `None` when it means nothing here.
pub fn message(app: &App, chord: Chord) -> Option<Msg> {
    let mut off = None;
    for context in now(app) {
        for binding in table().filter(|binding| context.takes(binding.context)) {
            let Some(msg) = binding.msg(chord) else { continue };
            match (binding.when)(app) {
                // Only the key table knows how long the help is.
                Ok(()) if let (HELP, Msg::Step(step)) = (context, msg) => {
                    return Some(Msg::ScrollHelp(*step, help(below_help(app), false).len()));
                }
                Ok(()) => return Some(msg.clone()),
                Err(why) => off = off.or(Some(Msg::Unavailable(why))),
            }
        }
        if context.takes(context::TEXT)
            && let Some(letter) = chord.letter()
        {
            return Some(Msg::Type(letter));
        }
    }
    off
}

/// The name of the first key that means something on the screen where `context` is.
pub fn name_of(context: Context, msg: &Msg, ascii: bool) -> Option<String> {
    let chords = table()
        .filter(|binding| context.takes(binding.context))
        .flat_map(|binding| binding.chords.iter().filter(|chord| binding.msg(**chord) == Some(msg)));
    chords.map(|chord| chord.name(ascii)).next()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What its first key does.
    pub msg: &'static Msg,
    pub keys: String,
    /// What it does.
    pub words: &'static str,
    /// How soon it goes when room is short; 0 stays longest.
    pub rank: u8,
}

/// The keys that work now, in the order of the table; one for each thing they do.
pub fn hints(app: &App, ascii: bool) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for context in now(app) {
        for binding in table().filter(|binding| context.takes(binding.context)) {
            let Some((words, rank)) = binding.hint else { continue };
            let known = hints.iter().any(|hint| hint.words == words);
            if let Some(msg) = binding.msgs.first().filter(|_| !known && (binding.when)(app).is_ok()) {
                hints.push(Hint { msg, keys: names(binding, binding.shown, ascii), words, rank });
            }
        }
    }
    hints
}

fn names(binding: &Binding, count: usize, ascii: bool) -> String {
    let names: Vec<String> = binding.chords.iter().take(count).map(|chord| chord.name(ascii)).collect();
    let between = if names.iter().all(|name| name.chars().count() == 1) { "" } else { "/" };
    names.join(between)
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Nothing.
    Blank,
    /// Where the keys below work.
    Heading(&'static str),
    /// Keys and what they do.
    Keys(String, &'static str),
}

/// Every key, by where it works; first those of where the user is.
pub fn help(here: Context, ascii: bool) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    let others = contexts().filter(|context| *context != here);
    for context in std::iter::once(here).chain(others) {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(context.heading));
        for binding in table().filter(|binding| context.takes(binding.context)) {
            lines.push(HelpLine::Keys(all_names(binding, ascii), binding.does));
        }
        if context == screens::search::keys::QUERY {
            lines.extend([HelpLine::Blank, HelpLine::Heading("What a query may hold, beside words (Tab completes)")]);
            lines.push(HelpLine::Keys("\"lesson plan\"".to_owned(), "words that stand together"));
            lines.extend(GUIDE.map(|(_, example, means)| HelpLine::Keys(example.to_owned(), means)));
        }
    }
    lines
}

fn all_names(binding: &Binding, ascii: bool) -> String {
    let names: Vec<String> = binding.chords.iter().map(|chord| chord.name(ascii)).collect();
    match names.as_slice() {
        [first, .., last] if names.len() > 6 => format!("{first} - {last}"),
        _ => names.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{ScreenAction, update};
    use crate::fixture;
    use crate::screens::role::keys::ROLE;
    use crate::screens::search;
    use crate::screens::search::keys::{LIST, QUERY};

    fn app() -> App {
        App::new(fixture::engine())
    }

    #[test]
    fn letters_type_in_the_query_and_command_elsewhere() {
        let mut app = app();
        assert_eq!(message(&app, ch('q')), Some(Msg::Type('q')));
        assert_eq!(message(&app, ch('?')), Some(Msg::Help));
        update(&mut app, Msg::Type('c'));
        assert_eq!(message(&app, ch('?')), Some(Msg::Type('?')));
        assert_eq!(message(&app, ctrl('c')), Some(Msg::Quit));
        update(&mut app, Msg::In(ScreenAction::Search(search::Action::ToggleFocus)));
        assert_eq!(message(&app, ch('q')), Some(Msg::Quit));
    }

    #[test]
    fn a_key_that_is_off_says_why() {
        let mut app = app();
        update(&mut app, Msg::Paste("bee".to_owned()));
        update(&mut app, Msg::In(ScreenAction::Search(search::Action::ToggleFocus)));
        assert!(matches!(message(&app, key(Key::Right)), Some(Msg::Unavailable(why)) if why.contains("Groups")));
    }

    #[test]
    fn the_help_lists_every_line_of_the_table() {
        let lines = help(QUERY, false);
        assert_eq!(help(ROLE, false).first(), Some(&HelpLine::Heading(ROLE.heading)));
        assert_eq!(help(ROLE, false).len(), lines.len());
        for binding in table() {
            assert!(lines.iter().any(|line| matches!(line, HelpLine::Keys(_, does) if *does == binding.does)));
            assert_eq!(binding.chords.len() % binding.msgs.len(), 0, "{}", binding.does);
        }
    }

    /// Contexts are told apart by what they are called.
    #[test]
    fn each_context_is_called_something_of_its_own() {
        let all: Vec<Context> = contexts().collect();
        for (place, context) in all.iter().enumerate() {
            let shared = context.takes;
            let mut others = all[..place].iter().chain(shared);
            assert!(others.all(|other| other.heading != context.heading), "{}", context.heading);
        }
    }

    #[test]
    fn help_and_hints_are_ascii_when_asked() {
        let app = app();
        assert!(hints(&app, true).iter().all(|hint| hint.keys.is_ascii()));
        assert!(help(LIST, true).iter().all(|line| !matches!(line, HelpLine::Keys(keys, _) if !keys.is_ascii())));
    }

    /// Two lines for one chord in one context must differ in when they hold, or the second never works.
    #[test]
    fn no_key_is_given_twice() {
        for context in contexts() {
            let lines: Vec<_> = table().filter(|line| context.takes(line.context)).collect();
            for (place, line) in lines.iter().enumerate() {
                for other in &lines[place + 1..] {
                    for chord in line.chords.iter().filter(|chord| other.chords.contains(chord)) {
                        assert!(!std::ptr::fn_addr_eq(line.when, other.when), "{chord:?} in {context:?}");
                    }
                }
            }
        }
    }
}
