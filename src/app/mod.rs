//! What the user is doing.

pub mod role_rows;
pub mod role_view;
