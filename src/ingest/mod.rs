//! From published files to tables to the pack: one reader per source, each strict about what it reads.

pub mod archive;
pub mod assemble;
mod bad_input;
pub mod build;
pub mod onet;
mod source_file;
pub mod sources;
pub mod table_file;
pub mod tables;

pub use bad_input::{BadInput, Intake, Place};
pub use source_file::{LARGEST, SourceFile, hex};
pub use tables::Tables;
