//! Ways from the last title of a CV: the roles that the CV fits, and what a move to each would change.

use super::found::Matched;
use super::text::Text;
use crate::catalog::RoleId;
use crate::compare::moves::{Move, Moves, Skills};
use crate::search::Engine;

/// The most ways.
const MOST: usize = 10;
/// From which probability on a role is one that a CV fits, unless fewer than [`FEWEST`] are.
const LEAST: f32 = 0.005;
const FEWEST: usize = 5;

/// The roles that a CV fits beside its last title.
#[derive(Clone, Debug)]
pub struct Ways {
    /// The role that the moves are from.
    pub from: RoleId,
    /// Whether the CV fits that role too, and how probable it is.
    pub fits: Option<f32>,
    /// The others, the likeliest first.
    pub ways: Vec<Way>,
}

/// A move to a role that a CV fits.
#[derive(Clone, Debug)]
pub struct Way {
    pub role: RoleId,
    /// How probable it is that the CV tells of it: see [`super::PROBABILITY`].
    pub probability: f32,
    /// What changes: pay and outlook are those of the chosen place and year.
    pub change: Move,
    /// What it asks for beyond the role one comes from, and what is brought along.
    pub skills: Skills,
}

impl Matched {
    /// The ways from the last title held, or from the role that the user says it is; none where the text is no CV, and
    /// where nobody knows from where. Computed once, for screens and reports.
    pub fn ways(&self, engine: &Engine, text: &Text, from: Option<RoleId>) -> Option<Ways> {
        let from = from.or_else(|| self.last_title(text).map(|last| last.role))?;
        let catalog = engine.catalog();
        let here = catalog.role(from)?;
        let moves = Moves::of(catalog, from);
        let way = |role: RoleId, probability: f32| {
            let change = moves.rows.iter().find(|change| change.role == role).copied()?;
            Some(Way { role, probability, change, skills: Skills::of(catalog, here, catalog.role(role)?) })
        };
        let others = self.roles.iter().filter(|near| near.role != from).enumerate();
        let likely = others.filter(|(place, near)| *place < FEWEST || near.probability >= LEAST);
        let ways = likely.filter_map(|(_, near)| way(near.role, near.probability)).take(MOST).collect();
        let fits = self.roles.iter().find(|near| near.role == from).map(|near| near.probability);
        Some(Ways { from, fits, ways })
    }
}

#[cfg(test)]
mod tests {
    use crate::matching::{Chosen, Form, Reader, Text};

    const CV: &str = "Jo Example\n\nEXPERIENCE\n\nRegistered Nurse, Mercy Hospital, 2019 - Present\n\
        - Assess patients, give medications and keep charts on a surgical unit\n\n\
        Cashier, Corner Store, 2015 - 2019\n- Took payments\n\nREFERENCES\nAvailable upon request\n";

    #[test]
    fn ways_are_from_the_last_title_or_from_what_the_user_says() {
        let engine = crate::snapshot::open().unwrap();
        let mut text = Text::of(CV, &Chosen::default());
        text.form = Form::Cv;
        let matched = Reader::default().read(&engine, &text);
        let ways = matched.ways(&engine, &text, None).unwrap();
        let title = |role| engine.catalog().role(role).unwrap().title;
        assert_eq!(title(ways.from), "Registered Nurses");
        assert!(
            !ways.ways.is_empty() && ways.ways.iter().all(|way| way.role != ways.from && way.change.role == way.role)
        );
        let cashiers = engine.code("Cashier", 1).candidates[0].role;
        let other = matched.ways(&engine, &text, Some(cashiers)).unwrap();
        assert_eq!(other.from, cashiers);
        let nurses = other.ways.iter().find(|way| way.role == ways.from).unwrap();
        assert!(!nurses.skills.asked.is_empty() && nurses.change.pay.value().is_some_and(|pay| pay > 0.0));
        assert!(nurses.change.similarity.is_some());
    }

    #[test]
    fn an_advertisement_has_no_ways_unless_the_user_says_from_where() {
        let engine = crate::snapshot::open().unwrap();
        let text =
            Text::of("Line Cook\n\nYou run the grill and the fryer, and keep the station clean.", &Chosen::default());
        let matched = Reader::default().read(&engine, &text);
        assert!(matched.ways(&engine, &text, None).is_none());
        let from = engine.code("Cashier", 1).candidates[0].role;
        assert!(matched.ways(&engine, &text, Some(from)).is_some());
    }
}
