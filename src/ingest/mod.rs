//! From published files to tables to the pack: one reader per source, each strict about what it reads.

mod bad_input;
pub mod table_file;
pub mod tables;

pub use bad_input::{BadInput, Intake, Place};
pub use tables::Tables;
