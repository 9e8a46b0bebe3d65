//! Where the keys of the sharing screen work: it has only shared ones.

use super::Sharing;
use crate::keys::context::{BACK, COMMANDS, HELPED, OPENS, ROLES, ROWS};
use crate::keys::{Context, ScreenKeys};

pub const SHARING: Context =
    Context { heading: "Roles that share something", takes: &[COMMANDS, ROWS, ROLES, OPENS, BACK, HELPED] };

pub const SCREEN: ScreenKeys = ScreenKeys { contexts: &[SHARING], keys: &[], openers: &[] };

pub const fn context(_: &Sharing) -> Context {
    SHARING
}
