//! From a key to what it does. One table feeds this, the footer and the help.

pub mod binding;
pub mod chord;
pub mod shared;
mod where_from;

pub use crate::app::Context;
pub use binding::Binding;
pub use chord::{Chord, Key, ch, ctrl, key};

use crate::app::{App, Msg};
use crate::screens;
use crate::search::language::GUIDE;

/// Every key of the program: those of single screens, then those of several. Where two lines fit, the first whose `when`
/// holds counts.
fn table() -> impl Iterator<Item = &'static Binding> {
    let screens = [
        screens::search::keys::KEYS,
        screens::role::keys::KEYS,
        screens::compare::keys::KEYS,
        screens::map::keys::KEYS,
        screens::ranking::keys::KEYS,
        screens::moves::keys::KEYS,
        where_from::KEYS,
        screens::data::keys::KEYS,
    ];
    screens.into_iter().chain([shared::KEYS]).flatten()
}

/// What a key means now; `None` when it means nothing here.
pub fn message(app: &App, chord: Chord) -> Option<Msg> {
    let mut off = None;
    for context in Context::now(app) {
        for binding in table().filter(|binding| binding.contexts.contains(&context)) {
            let Some(msg) = binding.msg(chord) else { continue };
            match (binding.when)(app) {
                // Only the key table knows how long the help is.
                Ok(()) if let (Context::Help, Msg::Step(step)) = (context, msg) => {
                    return Some(Msg::ScrollHelp(*step, help(Context::beneath(app), false).len()));
                }
                Ok(()) => return Some(msg.clone()),
                Err(why) => off = off.or(Some(Msg::Unavailable(why))),
            }
        }
        if matches!(context, Context::Query | Context::Filter | Context::Path)
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
        .filter(|binding| binding.contexts.contains(&context))
        .flat_map(|binding| binding.chords.iter().filter(|chord| binding.msg(**chord) == Some(msg)));
    chords.map(|chord| chord.name(ascii)).next()
}

/// A key of the footer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// What its first key does.
    pub msg: &'static Msg,
    /// The key's name.
    pub keys: String,
    /// What it does.
    pub words: &'static str,
    /// How soon it goes when room is short; 0 stays longest.
    pub rank: u8,
}

/// The keys that work now, in the order of the table; one for each thing they do.
pub fn hints(app: &App, ascii: bool) -> Vec<Hint> {
    let mut hints: Vec<Hint> = Vec::new();
    for context in Context::now(app) {
        for binding in table().filter(|binding| binding.contexts.contains(&context)) {
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
    let others = Context::ALL.into_iter().filter(|context| *context != here);
    for context in std::iter::once(here).chain(others) {
        if !lines.is_empty() {
            lines.push(HelpLine::Blank);
        }
        lines.push(HelpLine::Heading(context.heading()));
        for binding in table().filter(|binding| binding.contexts.contains(&context)) {
            lines.push(HelpLine::Keys(all_names(binding, ascii), binding.does));
        }
        if context == Context::Query {
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
    use crate::app::update;
    use crate::fixture;

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
        update(&mut app, Msg::ToggleFocus);
        assert_eq!(message(&app, ch('q')), Some(Msg::Quit));
    }

    #[test]
    fn a_key_that_is_off_says_why() {
        let mut app = app();
        update(&mut app, Msg::Paste("bee".to_owned()));
        update(&mut app, Msg::ToggleFocus);
        assert!(matches!(message(&app, key(Key::Right)), Some(Msg::Unavailable(why)) if why.contains("Groups")));
    }

    #[test]
    fn the_help_lists_every_line_of_the_table() {
        let lines = help(Context::Query, false);
        assert_eq!(help(Context::Role, false).first(), Some(&HelpLine::Heading(Context::Role.heading())));
        assert_eq!(help(Context::Role, false).len(), lines.len());
        for binding in table() {
            assert!(lines.iter().any(|line| matches!(line, HelpLine::Keys(_, does) if *does == binding.does)));
            assert_eq!(binding.chords.len() % binding.msgs.len(), 0, "{}", binding.does);
        }
    }

    #[test]
    fn help_and_hints_are_ascii_when_asked() {
        let app = app();
        assert!(hints(&app, true).iter().all(|hint| hint.keys.is_ascii()));
        assert!(
            help(Context::List, true).iter().all(|line| !matches!(line, HelpLine::Keys(keys, _) if !keys.is_ascii()))
        );
    }

    /// Two lines for one chord in one context must differ in when they hold, or the second never works.
    #[test]
    fn no_key_is_given_twice() {
        for context in Context::ALL {
            let lines: Vec<_> = table().filter(|line| line.contexts.contains(&context)).collect();
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
