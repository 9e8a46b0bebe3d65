//! Where the headcount of a role comes from: the user's own file, and no dataset.

use super::{Figure, Origins, Provenance};
use crate::catalog::{Metric, Role, grouped};

impl Origins<'_> {
    pub(super) fn headcount(&self, role: &Role<'_>) -> Provenance {
        let people = self.catalog.headcount(role).map(|people| grouped(people.into()));
        let step = match self.catalog.headcounts() {
            Some(staff) => format!(
                "The titles of {} that are counted in this role, each with its headcount there: a row is a person where the \
                 file has no column of headcounts. Parts of posts are rounded to whole people, to one at least.",
                staff.name
            ),
            None => "No staff is open: nobody is counted.".to_owned(),
        };
        let why = "Which role a title is counted in stands with the title on the screen of the staff.".to_owned();
        Provenance {
            published_for: "your own file, read on this machine; no dataset has it".to_owned(),
            ..Self::traced(role, Figure::Headcount, Metric::Headcount.name(), people)
        }
        .from([], None, [step, why])
    }
}
