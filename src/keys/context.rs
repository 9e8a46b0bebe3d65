//! Where keys work.

/// A state that the user may be in and that has keys of its own: a screen, a part of one, or what lies over it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// Its heading in the help.
    pub heading: &'static str,
    /// The keys of several contexts that work in it.
    pub takes: &'static [Shared],
}

/// Keys that several contexts have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// Letters are commands.
    Commands,
    /// The cursor moves in rows.
    Rows,
    /// The cursor is on roles.
    Roles,
    /// Enter opens the role under the cursor.
    Opens,
    /// Esc goes back to the screen below.
    Back,
    /// A letter opens the help.
    Help,
    /// Letters go into a text.
    Text,
    /// The text stands above rows.
    TextAboveRows,
}

impl Context {
    pub fn takes(&self, shared: Shared) -> bool {
        self.takes.contains(&shared)
    }
}
