//! Where keys work.

/// A state that the user may be in and that has keys of its own: a screen, a part of one, or what lies over it. Or what
/// several of them have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// Its heading in the help; for those below, which nobody is in alone, only their name.
    pub heading: &'static str,
    /// The contexts whose keys work in it too.
    pub takes: &'static [Self],
}

const fn shared(heading: &'static str) -> Context {
    Context { heading, takes: &[] }
}

/// Letters are commands.
pub const COMMANDS: Context = shared("commands");
/// The cursor moves in rows.
pub const ROWS: Context = shared("rows");
/// The cursor is on roles.
pub const ROLES: Context = shared("roles");
/// Enter opens the role under the cursor.
pub const OPENS: Context = shared("opens");
/// Esc goes back to the screen below.
pub const BACK: Context = shared("back");
/// A letter opens the help.
pub const HELPED: Context = shared("helped");
/// Letters go into a text.
pub const TEXT: Context = shared("text");
/// The text stands above rows.
pub const TEXT_ABOVE_ROWS: Context = shared("text above rows");

impl Context {
    /// Whether the keys of another context work in it.
    pub fn takes(&self, other: Self) -> bool {
        *self == other || self.takes.contains(&other)
    }
}
