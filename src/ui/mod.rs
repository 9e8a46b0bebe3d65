//! Pictures of the state.

pub mod bars;
pub mod look;
pub mod role;
