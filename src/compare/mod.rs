//! Comparing: roles side by side, in a ranking, by group, and where one could go next. Screens and reports show what is
//! computed here, so that a figure is the same number wherever it stands.

pub mod column;
pub mod coverage;
pub mod filter;
pub mod groups;
pub mod moves;
pub mod places;
pub mod provenance;
pub mod ranking;
pub mod releases;
pub mod scatter;
pub mod side_by_side;
pub mod treemap;
pub mod weighted;
pub mod workforce;

pub use side_by_side::Comparison;
