//! Whether work can be done at home (Dingel, Neiman 2020).

use serde::{Deserialize, Serialize};

use super::code::Code;

/// What the study says of a role, and what it does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AtHome {
    /// Whether its tasks can be done at home.
    pub possible: bool,
    /// The O*NET-SOC 2010 codes that say so, by code: the role's own, or those that lead to it, which agree.
    pub from: Vec<Code>,
}

/// What the figure means, wherever it is explained.
pub const NOTE: &str = "Two authors classified the tasks, from O*NET's answers of about 2018; it is not said that \
                        employers allow it.";

impl AtHome {
    /// `yes` or `no`.
    pub const fn word(&self) -> &'static str {
        word(self.possible)
    }
}

/// `yes` or `no`, as queries write it too.
pub const fn word(possible: bool) -> &'static str {
    if possible { "yes" } else { "no" }
}
