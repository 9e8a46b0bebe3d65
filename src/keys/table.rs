//! The one key table. The translation of keys, the footer and the help are all read from it.

use super::chord::{Chord, Key, ch, ctrl, key};
use super::when::compare::{can_compare, can_pin, has_two_columns, not_a_heading, not_reference, on_a_heading};
use super::when::language::{can_complete, has_correction, has_evidence, has_filter, nothing_to_complete};
use super::when::moves::{all_roles, asks, asks_nothing, has_moves, near_only};
use crate::app::compare_view::Action as Compared;
use crate::app::moves_view::Action as Moved;
use crate::app::role_view::Target;
use crate::app::{App, Edit, Msg, Screen, Step};

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Four roles are pinned and a fifth waits for one of them to give way.
    Exchange,
    /// Roles side by side.
    Compare,
    /// The map.
    Map,
    /// The ranking.
    Ranking,
    /// The moves from a role.
    Moves,
    /// The ranking, while letters go to its filter.
    Filter,
    /// The list of the ranking's columns.
    Columns,
    /// The help is open.
    Help,
    /// The search, while letters go to the query.
    Query,
    /// The search, while the list has the keys.
    List,
    /// A role.
    Role,
    /// The roles that share something.
    Sharing,
    /// Everywhere.
    Always,
}

impl Context {
    /// All, in the order of the help.
    pub const ALL: [Self; 13] = [
        Self::Query,
        Self::List,
        Self::Role,
        Self::Sharing,
        Self::Compare,
        Self::Exchange,
        Self::Map,
        Self::Ranking,
        Self::Filter,
        Self::Columns,
        Self::Moves,
        Self::Help,
        Self::Always,
    ];

    /// Its heading in the help.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Query => "Search, while you type",
            Self::List => "Search, in the list (Tab goes there)",
            Self::Role => "A role",
            Self::Sharing => "Roles that share something",
            Self::Compare => "Roles side by side",
            Self::Exchange => "When a fifth role is pinned",
            Self::Map => "The map",
            Self::Ranking => "The ranking of roles and groups",
            Self::Filter => "The ranking's filter, while you type",
            Self::Columns => "The ranking's columns",
            Self::Moves => "Moves from a role",
            Self::Help => "This help",
            Self::Always => "Everywhere",
        }
    }

    /// The contexts whose keys work now, the nearest first.
    #[must_use]
    pub fn now(app: &App) -> [Self; 2] {
        let here = if app.help.is_some() { Self::Help } else { Self::beneath(app) };
        [here, Self::Always]
    }

    /// Where the user is, whatever lies over it.
    #[must_use]
    pub fn beneath(app: &App) -> Self {
        match app.trail.last() {
            _ if app.pins.waiting().is_some() => Self::Exchange,
            None if app.search.typing => Self::Query,
            None => Self::List,
            Some(Screen::Role(_)) => Self::Role,
            Some(Screen::Sharing(_)) => Self::Sharing,
            Some(Screen::Compare(_)) => Self::Compare,
            Some(Screen::Map(_)) => Self::Map,
            Some(Screen::Ranking(view)) if view.editing.is_some() => Self::Filter,
            Some(Screen::Ranking(view)) if view.chooser.is_some() => Self::Columns,
            Some(Screen::Ranking(_)) => Self::Ranking,
            Some(Screen::Moves(_)) => Self::Moves,
        }
    }
}

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The chords that do it.
    pub chords: &'static [Chord],
    /// Where they do.
    pub contexts: &'static [Context],
    /// What they do: one message, or one for each chord.
    pub msgs: &'static [Msg],
    /// In the help.
    pub does: &'static str,
    /// In the footer: one or two words, and how soon they go when room is short (0 stays longest).
    pub hint: Option<(&'static str, u8)>,
    /// How many of the chords the footer shows.
    pub shown: usize,
    /// When it works; otherwise why not.
    pub when: fn(&App) -> Result<(), &'static str>,
}

impl Binding {
    /// The message of a chord of this line.
    #[must_use]
    pub fn msg(&self, chord: Chord) -> Option<&'static Msg> {
        let place = self.chords.iter().position(|c| *c == chord)?;
        self.msgs.get(place % self.msgs.len().max(1))
    }
}

pub(super) const fn line(
    contexts: &'static [Context],
    chords: &'static [Chord],
    msgs: &'static [Msg],
    does: &'static str,
) -> Binding {
    Binding { chords, contexts, msgs, does, hint: None, shown: 1, when: always }
}

impl Binding {
    pub(super) const fn hint(mut self, words: &'static str, rank: u8, shown: usize) -> Self {
        self.hint = Some((words, rank));
        self.shown = shown;
        self
    }

    pub(super) const fn when(mut self, when: fn(&App) -> Result<(), &'static str>) -> Self {
        self.when = when;
        self
    }
}

#[allow(clippy::unnecessary_wraps, reason = "its kind of function may fail")]
const fn always(_: &App) -> Result<(), &'static str> {
    Ok(())
}

pub(super) fn has_role(app: &App) -> Result<(), &'static str> {
    app.role().map(|_| ()).ok_or("No role is under the cursor")
}

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
    let Some(Screen::Role(view)) = app.trail.last() else { return Err("This is no role") };
    let related = matches!(view.selected(app.catalog()), Some(Target::Role(_)));
    related.then_some(()).ok_or("Nothing to follow here: go to a task, a skill or a tool")
}

fn browsing(app: &App) -> Result<(), &'static str> {
    match app.search.results {
        None if app.search.tasks.is_some() => Err("Groups are there while roles are listed"),
        None => Ok(()),
        Some(_) => Err("Groups are there while the query is empty"),
    }
}

fn has_query(app: &App) -> Result<(), &'static str> {
    if app.search.query.text().is_empty() { Err("The query is empty already") } else { Ok(()) }
}

use Context::{Always, Columns, Compare, Exchange, Filter, Help, List, Map, Moves, Query, Ranking, Role, Sharing};
use Step::{Bottom, Down, HalfDown, HalfUp, PageDown, PageUp, Top, Up};

const SCREENS: &[Context] = &[List, Role, Sharing, Compare, Map, Ranking, Columns, Moves, Help];
const LISTS: &[Context] = &[List, Role, Sharing, Compare, Map, Ranking, Moves];
/// The screens whose cursor moves in rows.
const ROWS: &[Context] = &[List, Role, Sharing, Compare, Ranking, Columns, Moves, Help];
/// Where letters go into a text.
const TYPING: &[Context] = &[Query, Filter];
/// The screens above the search.
const ABOVE: &[Context] = &[Role, Sharing, Compare, Map, Ranking, Moves];

/// Every key of the program. Where two lines fit, the first whose `when` holds counts.
pub const TABLE: &[Binding] = &[
    // Typing a query
    line(TYPING, &[key(Key::Up), key(Key::Down)], &[Msg::Step(Up), Msg::Step(Down)], "move in the list")
        .hint("move", 1, 2),
    line(&[Query], &[key(Key::Enter)], &[Msg::Open], "open the role").hint("open", 0, 1).when(has_role),
    line(
        &[Query],
        &[key(Key::Left), key(Key::Right)],
        &[Msg::PreviousGroup, Msg::NextGroup],
        "with no query: previous, next group",
    )
    .hint("group", 3, 2)
    .when(browsing),
    line(
        &[Query],
        &[key(Key::Left), key(Key::Right)],
        &[Msg::Edit(Edit::Left), Msg::Edit(Edit::Right)],
        "move in the query",
    )
    .when(has_query),
    line(TYPING, &[key(Key::PageUp), key(Key::PageDown)], &[Msg::Step(PageUp), Msg::Step(PageDown)], "a page up, down"),
    line(&[Query], &[key(Key::Esc)], &[Msg::Back], "clear the query").hint("clear", 2, 1).when(has_query),
    line(&[Query], &[key(Key::Esc)], &[Msg::Back], "nothing: this is the start"),
    line(&[Query], &[key(Key::Tab)], &[Msg::Complete], "complete a field, a comparison, a unit or a value")
        .hint("complete", 1, 1)
        .when(can_complete),
    line(&[Query], &[key(Key::Tab), key(Key::BackTab)], &[Msg::TurnFocus], "to the list: letters become commands")
        .hint("to list", 5, 1)
        .when(nothing_to_complete),
    line(&[Query], &[key(Key::BackTab)], &[Msg::TurnFocus], "to the list, also with something to complete"),
    line(&[Query], &[ctrl('r')], &[Msg::TakeSpelling], "write the mistyped word as it was taken")
        .hint("take spelling", 2, 1)
        .when(has_correction),
    line(&[Query], &[ctrl('x'), key(Key::F(8))], &[Msg::DropFilter], "take the marked filter away")
        .hint("drop filter", 3, 1)
        .when(has_filter),
    line(&[Query], &[ctrl('o')], &[Msg::Unfold], "all evidence of the role under the cursor, or the best alone")
        .hint("evidence", 4, 1)
        .when(has_evidence),
    line(&[Query, List], &[ctrl('t')], &[Msg::TurnTasks], "list single tasks, or roles").hint("tasks/roles", 4, 1),
    line(
        TYPING,
        &[key(Key::Home), ctrl('a'), key(Key::End), ctrl('e')],
        &[Msg::Edit(Edit::Start), Msg::Edit(Edit::Start), Msg::Edit(Edit::End), Msg::Edit(Edit::End)],
        "start, end of the query",
    ),
    line(
        TYPING,
        &[WORD_LEFT, WORD_RIGHT],
        &[Msg::Edit(Edit::WordLeft), Msg::Edit(Edit::WordRight)],
        "a word to the left, right",
    ),
    line(
        TYPING,
        &[key(Key::Backspace), ctrl('h'), key(Key::Delete)],
        &[Msg::Edit(Edit::Backspace), Msg::Edit(Edit::Backspace), Msg::Edit(Edit::Delete)],
        "delete a letter",
    ),
    line(TYPING, &[ctrl('w'), WORD_BACK], &[Msg::Edit(Edit::DeleteWord)], "delete a word"),
    line(
        TYPING,
        &[ctrl('u'), ctrl('k')],
        &[Msg::Edit(Edit::DeleteToStart), Msg::Edit(Edit::DeleteToEnd)],
        "delete to the start, to the end",
    ),
    line(TYPING, &[ctrl('y')], &[Msg::Edit(Edit::Undo)], "undo"),
    line(&[Query], &[ch('?')], &[Msg::Help], "with no query: this help").hint("help", 4, 1).when(query_is_empty),
    // A fifth pin
    line(
        &[Exchange],
        &[ch('1'), ch('2'), ch('3'), ch('4')],
        &[Msg::Exchange(1), Msg::Exchange(2), Msg::Exchange(3), Msg::Exchange(4)],
        "pin the fifth role in the place of this one",
    )
    .hint("which one gives way", 0, 4),
    line(&[Exchange], &[key(Key::Esc), key(Key::Backspace)], &[Msg::Back], "keep the four").hint("keep the four", 0, 1),
    // Lists
    line(&[List], &[ch('e'), ch('+')], &[Msg::Unfold], "all evidence of the role under the cursor, or the best alone")
        .hint("evidence", 4, 1)
        .when(has_evidence),
    line(&[List], &[ch('x')], &[Msg::DropFilter], "take the marked filter away")
        .hint("drop filter", 4, 1)
        .when(has_filter),
    line(ROWS, &[key(Key::Up), key(Key::Down), ch('k'), ch('j')], &[Msg::Step(Up), Msg::Step(Down)], "up, down")
        .hint("move", 1, 2),
    line(&[List, Sharing, Map, Moves], &[key(Key::Enter)], &[Msg::Open], "open the role")
        .hint("open", 0, 1)
        .when(has_role),
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
    line(
        &[List],
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[Msg::PreviousGroup, Msg::NextGroup],
        "previous, next group",
    )
    .hint("group", 3, 2)
    .when(browsing),
    // The comparison
    line(
        &[Compare],
        &[key(Key::Enter)],
        &[Msg::Open],
        "fold or unfold; who shares the skill or tool; or open the role",
    )
    .hint("open", 0, 1)
    .when(not_a_heading),
    line(&[Compare], &[key(Key::Enter)], &[Msg::Open], "on a heading: fold or unfold")
        .hint("fold", 0, 1)
        .when(on_a_heading),
    line(
        &[Compare],
        &[key(Key::Left), key(Key::Right), ch('h'), ch('l')],
        &[Msg::InCompare(Compared::Left), Msg::InCompare(Compared::Right)],
        "previous, next role",
    )
    .hint("role", 1, 2)
    .when(has_two_columns),
    line(&[Compare], &[ch('r')], &[Msg::InCompare(Compared::Reference)], "compare the others with this role")
        .hint("reference", 2, 1)
        .when(not_reference),
    line(&[Compare], &[ch('s')], &[Msg::InCompare(Compared::ByGap)], "order the rows by gap, or as they were")
        .hint("by gap", 2, 1)
        .when(has_two_columns),
    line(&[Compare], &[ch('a')], &[Msg::InCompare(Compared::All)], "every figure and raw value, or the main ones")
        .hint("all figures", 2, 1),
    line(&[Compare], &[ch('x'), key(Key::Delete)], &[Msg::Pin], "take the role out").hint("take out", 3, 1),
    line(
        &[Compare],
        &[ch('<'), ch('>'), ch('H'), ch('L')],
        &[Msg::InCompare(Compared::MoveLeft), Msg::InCompare(Compared::MoveRight)],
        "move the column to the left, right",
    )
    .hint("move column", 5, 2)
    .when(has_two_columns),
    line(
        &[Compare],
        &[ch('f'), ch('F')],
        &[Msg::InCompare(Compared::Fold), Msg::InCompare(Compared::FoldAll)],
        "fold the section, all sections; or unfold",
    )
    .hint("fold", 4, 2),
    line(
        &[Compare],
        &[key(Key::Tab), key(Key::BackTab), ch('n'), ch('p')],
        &[Msg::InCompare(Compared::NextSection), Msg::InCompare(Compared::PreviousSection)],
        "next, previous section",
    )
    .hint("section", 3, 1),
    line(SCREENS, &[ctrl('u'), ctrl('d')], &[Msg::Step(HalfUp), Msg::Step(HalfDown)], "half a page up, down"),
    line(
        SCREENS,
        &[key(Key::PageUp), key(Key::PageDown)],
        &[Msg::Step(PageUp), Msg::Step(PageDown)],
        "a page up, down",
    ),
    line(
        ROWS,
        &[ch('g'), ch('G'), key(Key::Home), key(Key::End)],
        &[Msg::Step(Top), Msg::Step(Bottom)],
        "to the first, the last",
    ),
    line(ABOVE, &[key(Key::Esc), key(Key::Backspace)], &[Msg::Back], "back the way you came").hint("back", 1, 1),
    line(&[List], &[key(Key::Esc), key(Key::Backspace), key(Key::Tab)], &[Msg::TurnFocus], "back to the query")
        .hint("to query", 2, 1),
    line(&[Help], &[key(Key::Esc), key(Key::Backspace), ch('?')], &[Msg::Back], "close").hint("close", 0, 1),
    line(SCREENS, &[ch('/')], &[Msg::Search], "search anew").hint("search", 3, 1),
    line(LISTS, &[ch(' ')], &[Msg::Pin], "pin the role for comparison, or unpin it").hint("pin", 2, 1).when(can_pin),
    line(LISTS, &[ch('c')], &[Msg::Compare], "compare the pinned roles").hint("compare", 3, 1).when(can_compare),
    line(LISTS, &[ch('m')], &[Msg::Map], "the map of roles").hint("map", 5, 1).when(not_on_map),
    line(LISTS, &[ch('t')], &[Msg::Ranking], "the table of roles, to rank and filter")
        .hint("table", 5, 1)
        .when(not_on_ranking),
    line(LISTS, &[ch('v')], &[Msg::Moves], "moves: where one could go from the role")
        .hint("moves", 5, 1)
        .when(has_role),
    // Moves
    line(
        &[Moves],
        &[ch('b')],
        &[Msg::InMoves(Moved::Terms)],
        "less overlap and at least the same pay, smallest gap first",
    )
    .hint("less overlap, same pay", 0, 1)
    .when(asks_nothing),
    line(&[Moves], &[ch('b')], &[Msg::InMoves(Moved::Terms)], "again: whatever their overlap and pay")
        .hint("no filter", 0, 1)
        .when(asks),
    line(&[Moves], &[ch('s')], &[Msg::InMoves(Moved::Sort)], "order by the next column")
        .hint("sort", 2, 1)
        .when(has_moves),
    line(&[Moves], &[ch('r')], &[Msg::InMoves(Moved::Reverse)], "turn the order round")
        .hint("reverse", 6, 1)
        .when(has_moves),
    line(&[Moves], &[ch('a')], &[Msg::InMoves(Moved::Scope)], "look among all roles, or the near ones again")
        .hint("all roles", 2, 1)
        .when(near_only),
    line(&[Moves], &[ch('a')], &[Msg::InMoves(Moved::Scope)], "again: the near roles")
        .hint("near roles", 2, 1)
        .when(all_roles),
    line(LISTS, &[ch('y')], &[Msg::Copy], "copy the role's code and title").hint("copy", 7, 1).when(has_role),
    line(LISTS, &[ch('?')], &[Msg::Help], "this help").hint("help", 4, 1),
    line(SCREENS, &[ch('q')], &[Msg::Quit], "quit").hint("quit", 5, 1),
    // Everywhere
    line(&[Always], &[key(Key::F(2))], &[Msg::Pin], "pin the role, also while typing").hint("pin", 3, 1).when(can_pin),
    line(&[Always], &[key(Key::F(3))], &[Msg::Compare], "compare, also while typing")
        .hint("compare", 3, 1)
        .when(can_compare),
    line(&[Always], &[key(Key::F(4))], &[Msg::Map], "the map, also while typing").when(not_on_map),
    line(&[Always], &[key(Key::F(5))], &[Msg::Ranking], "the table, also while typing").when(not_on_ranking),
    line(&[Always], &[key(Key::F(6))], &[Msg::Moves], "moves, also while typing").when(has_role),
    line(&[Always], &[ctrl('c')], &[Msg::Quit], "quit").hint("quit", 6, 1),
    line(&[Always], &[key(Key::F(1))], &[Msg::Help], "this help").hint("help", 6, 1),
    line(&[Always], &[ctrl('z')], &[Msg::Suspend], "to the shell; fg comes back"),
];

fn not_on_map(app: &App) -> Result<(), &'static str> {
    if matches!(app.trail.last(), Some(Screen::Map(_))) { Err("This is the map") } else { Ok(()) }
}

fn not_on_ranking(app: &App) -> Result<(), &'static str> {
    if matches!(app.trail.last(), Some(Screen::Ranking(_))) { Err("This is the table") } else { Ok(()) }
}

const WORD_LEFT: Chord = Chord { key: Key::Left, ctrl: true, alt: false };
const WORD_RIGHT: Chord = Chord { key: Key::Right, ctrl: true, alt: false };
const WORD_BACK: Chord = Chord { key: Key::Backspace, ctrl: false, alt: true };

fn query_is_empty(app: &App) -> Result<(), &'static str> {
    if app.search.query.text().is_empty() { Ok(()) } else { Err("F1 opens the help while a query is there") }
}
