//! The keys of the match screen: while a text is typed, in its sentences, in the roles and in what stands beside them.

use super::{Action, Focus, MatchView, OPEN, Purpose};
use crate::app::Msg::In;
use crate::app::ScreenAction::Matching as On;
use crate::app::Step::{Bottom, Down, PageDown, PageUp, Top, Up};
use crate::app::{App, Edit, Msg};
use crate::keys::binding::{Binding, line};
use crate::keys::chord::{Chord, Key, ch, ctrl, key};
use crate::keys::context::{BACK, COMMANDS, HELPED, OPENS, ROLES, ROWS, TEXT};
use crate::keys::shared::{ALWAYS, has_role};
use crate::keys::{Context, ScreenKeys};

/// Everywhere on the screen but at the path.
const FILES: Context = Context { heading: "the file of a text", takes: &[] };
/// At the roles and beside them.
const RESULTS: Context = Context { heading: "what a text describes", takes: &[] };
pub const TYPING: Context = Context { heading: "A text to match, while you type", takes: &[TEXT, FILES] };
pub const SENTENCES: Context =
    Context { heading: "The sentences of a text: work, or left out", takes: &[FILES, COMMANDS, ROWS, BACK, HELPED] };
pub const LIST: Context = Context {
    heading: "The roles that a text describes",
    takes: &[FILES, RESULTS, COMMANDS, ROWS, ROLES, OPENS, BACK, HELPED],
};
pub const BESIDE: Context =
    Context { heading: "What ties a text to a role", takes: &[FILES, RESULTS, COMMANDS, ROWS, ROLES, BACK, HELPED] };
pub const PATH: Context = Context { heading: "The path of a text, while you type", takes: &[TEXT] };

pub const SCREEN: ScreenKeys = ScreenKeys {
    contexts: &[TYPING, SENTENCES, LIST, BESIDE, PATH],
    keys: KEYS,
    openers: &[
        line(ROLES, &[ch('M')], &[OPEN], "match a text: an advertisement, a CV, a list of duties")
            .hint("match", 7, 1)
            .when(elsewhere),
        line(ALWAYS, &[ctrl('f')], &[OPEN], "match a text, also while typing").hint("match", 7, 1).when(elsewhere),
    ],
};

pub const fn context(view: &MatchView) -> Context {
    match view.focus {
        _ if view.prompt.is_some() => PATH,
        Focus::Typing => TYPING,
        Focus::Sentences => SENTENCES,
        Focus::Roles => LIST,
        Focus::Side => BESIDE,
    }
}

const fn with_ctrl(key: Key) -> Chord {
    Chord { key, ctrl: true, alt: false }
}

const TO_TEXT: Msg = In(On(Action::Focus(Focus::Typing)));
const TO_SENTENCES: Msg = In(On(Action::Focus(Focus::Sentences)));
const TO_ROLES: Msg = In(On(Action::Focus(Focus::Roles)));
const TO_SIDE: Msg = In(On(Action::Focus(Focus::Side)));

const KEYS: &[Binding] = &[
    line(TYPING, &[key(Key::Tab)], &[In(On(Action::Example))], "without a text: an example to try")
        .hint("example", 0, 1)
        .when(is_empty),
    line(TYPING, &[key(Key::Tab), key(Key::Esc)], &[TO_ROLES, Msg::Back], "to the roles that it describes")
        .hint("results", 0, 2)
        .when(has_text),
    line(TYPING, &[key(Key::Esc)], &[Msg::Back], "without a text: back").hint("back", 1, 1).when(is_empty),
    line(TYPING, &[ctrl('x'), key(Key::BackTab)], &[TO_SENTENCES], "walk its sentences: leave out, take back in")
        .hint("leave out", 1, 1)
        .when(has_text),
    line(TYPING, &[key(Key::Enter)], &[In(On(Action::Break))], "a new line"),
    line(TYPING, &[key(Key::Up), key(Key::Down)], &[Msg::Step(Up), Msg::Step(Down)], "a row up, down"),
    line(
        TYPING,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "a letter to the left, right",
    ),
    line(
        TYPING,
        &[key(Key::PageUp), key(Key::PageDown), with_ctrl(Key::Home), with_ctrl(Key::End)],
        &[Msg::Step(PageUp), Msg::Step(PageDown), Msg::Step(Top), Msg::Step(Bottom)],
        "a page up, down; to the start, the end of the text",
    ),
    line(TYPING, &[ctrl('g')], &[In(On(Action::SelectAll))], "select all of the text")
        .hint("select all", 5, 1)
        .when(has_text),
    line(TYPING, &[ctrl('l')], &[In(On(Action::Clear))], "clear the text; undo brings it back")
        .hint("clear", 3, 1)
        .when(has_text),
    line(TYPING, &[key(Key::F(1))], &[Msg::Help], "this help").hint("help", 1, 1),
    line(TYPING, &[ctrl('r')], &[Msg::Edit(Edit::Redo)], "do again what was undone"),
    line(SENTENCES, &[ch('x'), ch(' ')], &[In(On(Action::Turn))], "leave the sentence out, or take it back in")
        .hint("out/in", 0, 2)
        .when(has_sentence),
    line(SENTENCES, &[ch('o')], &[In(On(Action::OnlyLeftOut))], "show only what is left out, or everything").hint(
        "only left out",
        2,
        1,
    ),
    line(SENTENCES, &[ch('u')], &[In(On(Action::Undo))], "undo the last choice").hint("undo", 2, 1).when(can_undo),
    line(SENTENCES, &[ch('0')], &[In(On(Action::Forget))], "forget all your choices")
        .hint("forget all", 3, 1)
        .when(has_choices),
    line(SENTENCES, &[key(Key::Enter), ch('e'), key(Key::BackTab)], &[TO_TEXT], "type here").hint("type", 1, 1),
    line(SENTENCES, &[key(Key::Tab)], &[TO_ROLES], "to the roles").hint("results", 1, 1),
    line(
        RESULTS,
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[
            In(On(Action::PreviousSide)),
            In(On(Action::NextSide)),
            In(On(Action::PreviousSide)),
            In(On(Action::NextSide)),
        ],
        "what stands beside the roles: the one before, the next",
    )
    .hint("side", 2, 2)
    .when(has_role),
    line(
        RESULTS,
        &[ch('1'), ch('2'), ch('3'), ch('4'), ch('5'), ch('6')],
        &[
            In(On(Action::Side(1))),
            In(On(Action::Side(2))),
            In(On(Action::Side(3))),
            In(On(Action::Side(4))),
            In(On(Action::Side(5))),
            In(On(Action::Side(6))),
        ],
        "why, duties, tools and skills, not mentioned, exposure of the mix; of a CV also: from the last title",
    )
    .when(has_role),
    line(LIST, &[key(Key::Tab)], &[TO_SIDE], "to what stands beside the roles").hint("into it", 2, 1).when(has_role),
    line(LIST, &[key(Key::Tab)], &[TO_TEXT], "without roles: to the text"),
    line(LIST, &[ch('e'), key(Key::BackTab)], &[TO_TEXT], "to the text, to type").hint("text", 1, 1),
    line(BESIDE, &[key(Key::Enter)], &[Msg::Open], "who shares the task, tool or skill; or open the role")
        .hint("who shares it", 0, 1)
        .when(leads),
    line(BESIDE, &[key(Key::Tab), ch('e')], &[TO_TEXT], "to the text, to type").hint("text", 2, 1),
    line(BESIDE, &[key(Key::BackTab)], &[TO_ROLES], "to the roles"),
    line(RESULTS, &[ch('x'), ctrl('x')], &[TO_SENTENCES], "walk the sentences: leave out, take back in")
        .hint("leave out", 3, 1)
        .when(has_text),
    line(FILES, &[ctrl('o')], &[In(On(Action::Ask(Purpose::Open)))], "open a file").hint("open file", 2, 1),
    line(FILES, &[ctrl('s')], &[In(On(Action::Ask(Purpose::Save)))], "save what it says as .md, .html, .json or .txt")
        .hint("save", 3, 1)
        .when(has_role),
    line(PATH, &[key(Key::Enter)], &[In(On(Action::Go))], "open or save").hint("go", 0, 1),
    line(PATH, &[key(Key::Tab)], &[In(On(Action::Complete))], "complete the path").hint("complete", 1, 1),
    line(PATH, &[key(Key::Esc)], &[Msg::Back], "cancel").hint("cancel", 1, 1),
    line(
        PATH,
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the path",
    ),
];

fn view(app: &App) -> Option<&MatchView> {
    app.front_as::<MatchView>()
}

fn elsewhere(app: &App) -> Result<(), &'static str> {
    if view(app).is_none() { Ok(()) } else { Err("This is the match screen") }
}

fn has_text(app: &App) -> Result<(), &'static str> {
    if view(app).is_some_and(|view| !view.text.is_empty()) { Ok(()) } else { Err("There is no text yet") }
}

fn is_empty(app: &App) -> Result<(), &'static str> {
    if has_text(app).is_err() { Ok(()) } else { Err("There is a text already") }
}

fn has_sentence(app: &App) -> Result<(), &'static str> {
    view(app).and_then(MatchView::walked).map(|_| ()).ok_or("There is no sentence")
}

fn can_undo(app: &App) -> Result<(), &'static str> {
    if view(app).is_some_and(MatchView::can_undo) { Ok(()) } else { Err("There is nothing to undo") }
}

fn has_choices(app: &App) -> Result<(), &'static str> {
    if view(app).is_some_and(|view| !view.chosen.is_empty()) { Ok(()) } else { Err("You have chosen nothing") }
}

fn leads(app: &App) -> Result<(), &'static str> {
    let target = view(app).and_then(MatchView::selected).and_then(super::rows::Row::target);
    target.map(|_| ()).ok_or("This row leads nowhere")
}
