//! The figures of a line of a role's page.

use crate::app::role_rows::Row;
use crate::catalog::{RoleId, Yardstick};
use crate::compare::provenance::Ask;

/// What the line shows; of a related role the differences too.
pub fn asked(role: RoleId, row: &Row<'_>) -> Vec<Ask> {
    let mut asked: Vec<Ask> = row.figures().into_iter().map(|figure| Ask::Of(role, figure)).collect();
    if let Row::Related(related) = row {
        asked.extend([Yardstick::Index, Yardstick::Pay].map(|yardstick| Ask::Shift(yardstick, role, related.role)));
    }
    asked
}
