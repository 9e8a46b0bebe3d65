//! Where the keys of the sharing screen work: it has only shared ones.

use super::Sharing;
use crate::keys::binding::Binding;
use crate::keys::context::Shared::{Back, Commands, Help, Opens, Roles, Rows};
use crate::keys::{Context, ScreenKeys};
pub const SHARING: Context =
    Context { heading: "Roles that share something", takes: &[Commands, Rows, Roles, Opens, Back, Help] };

pub const SCREEN: ScreenKeys = ScreenKeys { contexts: &[SHARING], keys: KEYS, openers: &[] };

pub const fn context(_: &Sharing) -> Context {
    SHARING
}

const KEYS: &[Binding] = &[];
