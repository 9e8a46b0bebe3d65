//! When a key works; otherwise why not.

pub mod compare;
pub mod language;
pub mod moves;
