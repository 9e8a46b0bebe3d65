//! Where a key works.

use super::App;

/// Where a key works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Context {
    /// Four roles are pinned and a fifth waits for one of them to give way.
    Exchange,
    /// Roles side by side.
    Compare,
    Map,
    Ranking,
    /// The moves from a role.
    Moves,
    /// The ranking, while letters go to its filter.
    Filter,
    /// The list of the ranking's columns.
    Columns,
    /// Where figures come from is shown.
    Where,
    /// The data screen.
    Data,
    /// The data screen, while letters go to the path of an import.
    Path,
    /// The data screen, while it asks.
    Ask,
    /// The help is open.
    Help,
    /// The search, while letters go to the query.
    Query,
    /// The search, while the list has the keys.
    List,
    Role,
    /// The roles that share something.
    Sharing,
    /// Everywhere.
    Always,
}

impl Context {
    /// All, in the order of the help.
    pub const ALL: [Self; 17] = [
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
        Self::Where,
        Self::Data,
        Self::Path,
        Self::Ask,
        Self::Help,
        Self::Always,
    ];

    /// Its heading in the help.
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
            Self::Where => "Where a figure comes from",
            Self::Data => "The data",
            Self::Path => "The path of an import, while you type",
            Self::Ask => "Before a download or a reset",
            Self::Help => "This help",
            Self::Always => "Everywhere",
        }
    }

    /// The contexts whose keys work now, the nearest first.
    pub fn now(app: &App) -> [Self; 2] {
        let here = if app.help.is_some() { Self::Help } else { Self::beneath(app) };
        [here, Self::Always]
    }

    /// Where the user is, whatever lies over it.
    pub fn beneath(app: &App) -> Self {
        match app.pins.waiting() {
            Some(_) => Self::Exchange,
            None if app.where_from.is_some() => Self::Where,
            None => app.front().context(),
        }
    }
}
