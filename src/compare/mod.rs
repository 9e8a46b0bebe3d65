//! Comparing: roles side by side, in a ranking, by group, and where one could go next. Screens and reports show what is
//! computed here, so that a figure is the same number wherever it stands.

pub mod releases;
pub mod side_by_side;

pub use side_by_side::Comparison;
