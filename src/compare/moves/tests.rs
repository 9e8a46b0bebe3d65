use super::*;
use crate::catalog::metric::Bound;
use crate::catalog::{Element, ElementId, Family, Gap, Hundredths, PublishedId, Rating, Related, Wage};
use crate::fixture;

const BEES: RoleId = RoleId(0);
const INSPECTORS: RoleId = RoleId(1);
const OTHER: RoleId = RoleId(2);
/// A role without pay, without an index.
const BARE: RoleId = RoleId(3);

fn rating(element: u16, importance: u16, level: Option<u16>) -> Rating {
    let gap = if importance < 150 { Gap::NotRelevant } else { Gap::Withheld };
    Rating { element: ElementId(element), importance: Hundredths(importance), level: level.map(Hundredths).ok_or(gap) }
}

/// The fixture with four rated elements and one more role; two codes of their own.
fn catalog() -> Catalog<'static> {
    let mut catalog = fixture::catalog().clone();
    catalog.elements = ["2.A.1.a", "2.A.1.b", "2.B.3.a", "2.C.4.d"]
        .map(|id| Element { id, name: id, family: Family::EssentialSkill })
        .into_iter()
        .collect();
    catalog.elements.push(Element { id: "1.A.1", name: "Sight", family: Family::Ability });
    let mut bare = catalog.roles[2].clone();
    bare.code = "55-9999.01".parse().unwrap();
    catalog.roles.push(bare);
    let profile = |role: &mut crate::catalog::Role<'_>, ratings: &[(u16, Option<u16>)]| {
        role.capabilities = ratings
            .iter()
            .zip(0..)
            .map(|((importance, level), element)| rating(element, *importance, *level))
            .collect();
    };
    profile(&mut catalog.roles[0], &[(400, Some(300)), (300, Some(200)), (200, Some(100)), (110, None)]);
    profile(&mut catalog.roles[1], &[(300, Some(400)), (500, Some(200)), (200, Some(300)), (300, Some(350))]);
    profile(&mut catalog.roles[3], &[(300, Some(200)), (200, Some(600)), (400, Some(300)), (400, None)]);
    let mut own = catalog.published[0].clone();
    own.soc = "45-2094".parse().unwrap();
    own.pay.as_mut().unwrap().annual.median = Some(Wage::Cents(6_000_000));
    catalog.published.push(own);
    catalog.roles[1].published = Some(PublishedId(1));
    catalog
}

fn listed(catalog: &Catalog<'_>, moves: &Moves, scope: Scope, terms: Terms, order: Order) -> Vec<u16> {
    let listed = moves.list(catalog, Question { scope, terms, order, reversed: false });
    listed.rows.iter().map(|at| moves.rows[*at].role.0).collect()
}

#[test]
fn a_role_is_like_itself_and_has_no_gap_to_itself() {
    let profiles = Profiles::of(&catalog());
    for role in [BEES, INSPECTORS, BARE] {
        assert!((profiles.similarity(role, role).unwrap() - 1.0).abs() < 1e-12);
        assert_eq!(profiles.gap(role, role), Some(0.0));
    }
}

#[test]
fn similarity_is_the_same_both_ways_and_the_gap_is_not() {
    let profiles = Profiles::of(&catalog());
    assert_eq!(profiles.similarity(BEES, INSPECTORS), profiles.similarity(INSPECTORS, BEES));
    assert!(profiles.similarity(BEES, INSPECTORS).unwrap() < 1.0);
    // Importance there 3, 5, 2, 3 gives the weights 2, 4, 1, 2; levels beyond are 1, 0, 2 and 3.5 (not relevant here: 0).
    let gap = profiles.gap(BEES, INSPECTORS).unwrap();
    assert!((gap - (2.0 + 0.0 + 2.0 + 7.0) / 9.0).abs() < 1e-12, "{gap}");
    // All levels of the beekeepers are at or under those of the inspectors.
    assert_eq!(profiles.gap(INSPECTORS, BEES), Some(0.0));
}

#[test]
fn a_withheld_level_is_left_out_of_the_pair() {
    let profiles = Profiles::of(&catalog());
    // The fourth element matters to the role but its level is withheld. Weights 2, 1, 3; levels beyond 0, 4, 2.
    let gap = profiles.gap(BEES, BARE).unwrap();
    assert!((gap - (0.0 + 4.0 + 6.0) / 6.0).abs() < 1e-12, "{gap}");
}

#[test]
fn a_role_without_ratings_has_neither() {
    let catalog = catalog();
    let profiles = Profiles::of(&catalog);
    assert!(!profiles.is_rated(OTHER));
    assert_eq!((profiles.similarity(BEES, OTHER), profiles.gap(OTHER, BEES)), (None, None));
    let moves = Moves::of(&catalog, BEES);
    assert_eq!((moves.rows.len(), moves.unplaced, moves.is_rated), (3, 1, true));
    let moves = Moves::of(&catalog, OTHER);
    assert_eq!((moves.unplaced, moves.is_rated), (3, false));
    assert!(moves.list(&catalog, Question::default()).rows.is_empty());
    // A role of another catalog has nothing at all.
    assert!(Moves::of(&catalog, RoleId(99)).rows.is_empty());
}

#[test]
fn less_than_half_a_profile_is_none() {
    let mut catalog = catalog();
    catalog.roles[1].capabilities.truncate(1);
    assert!(!Profiles::of(&catalog).is_rated(INSPECTORS));
}

#[test]
fn the_largest_gaps_come_first_and_what_is_brought_is_told() {
    let catalog = catalog();
    let skills = Skills::of(&catalog, &catalog.roles[0], &catalog.roles[1]);
    let asked: Vec<_> = skills.asked.iter().map(|asked| (asked.element.0, asked.beyond())).collect();
    assert_eq!(asked, [(3, 3.5), (0, 1.0), (2, 2.0)], "by importance there times levels beyond");
    // What matters little there comes last, however far the level.
    let mut far = catalog.clone();
    far.roles[1].capabilities[2].level = Ok(Hundredths(700));
    let skills = Skills::of(&far, &far.roles[0], &far.roles[1]);
    assert_eq!(skills.asked.iter().map(|asked| asked.element.0).collect::<Vec<_>>(), [3, 0, 2]);
    assert_eq!(skills.brought.iter().map(|asked| asked.element.0).collect::<Vec<_>>(), [1]);
    let back = Skills::of(&catalog, &catalog.roles[1], &catalog.roles[0]);
    assert!(back.asked.is_empty());
    assert_eq!(back.brought.iter().map(|asked| asked.element.0).collect::<Vec<_>>(), [0, 1]);
    assert!(Skills::of(&catalog, &catalog.roles[0], &catalog.roles[2]).asked.is_empty());
}

#[test]
fn a_figure_of_one_code_tells_no_difference() {
    let shared = fixture::catalog();
    let [bees, inspectors, other] = &shared.roles[..] else { panic!("three roles") };
    let pay = Shift::of(Metric::Pay, shared, inspectors, bees);
    assert_eq!((pay.to_string().as_str(), pay.value()), ("same code", Some(0.0)));
    let index = Shift::of(Metric::Index, shared, inspectors, bees);
    assert_eq!((index.to_string().as_str(), index.value()), ("+60", Some(60.0)));
    assert_eq!(Shift::of(Metric::Pay, shared, other, bees), Shift::Unknown);
    let catalog = catalog();
    assert_eq!(Shift::of(Metric::Pay, &catalog, &catalog.roles[1], &catalog.roles[0]).to_string(), "+$8,770");
}

#[test]
fn wages_at_the_ceiling_are_not_told_apart() {
    let mut catalog = catalog();
    catalog.published[1].pay.as_mut().unwrap().annual.median = Some(Wage::TopCoded);
    let pay = Shift::of(Metric::Pay, &catalog, &catalog.roles[1], &catalog.roles[0]);
    assert_eq!((pay.bound(), pay.value()), (Bound::AtLeast, Some(239_200.0 - 51_230.0)));
    catalog.published[0].pay.as_mut().unwrap().annual.median = Some(Wage::TopCoded);
    let pay = Shift::of(Metric::Pay, &catalog, &catalog.roles[1], &catalog.roles[0]);
    assert_eq!((pay, pay.value()), (Shift::AtCeiling, None));
}

#[test]
fn terms_keep_what_meets_them_and_count_what_cannot_be_told() {
    let catalog = catalog();
    // From the inspectors the beekeepers overlap less and pay less; two roles have no figures.
    let moves = Moves::of(&catalog, INSPECTORS);
    let list = |terms| {
        let listed = moves.list(&catalog, Question { scope: Scope::All, terms, ..Question::default() });
        (listed.rows.len(), listed.of, listed.untold)
    };
    assert_eq!(list(Terms::default()), (3, 3, 0));
    assert_eq!(list(Terms { less_overlap: true, ..Terms::default() }), (1, 3, 2));
    assert_eq!(list(Terms { same_pay: true, ..Terms::default() }), (0, 3, 2));
    assert_eq!(list(Terms::BETTER), (0, 3, 2), "what is known to fail is not untold");
}

#[test]
fn what_has_no_figure_comes_last_in_either_direction() {
    let catalog = catalog();
    let moves = Moves::of(&catalog, BEES);
    for reversed in [false, true] {
        let listed =
            moves.list(&catalog, Question { scope: Scope::All, order: Order::Gap, reversed, ..Question::default() });
        let last = *listed.rows.last().unwrap();
        assert_eq!((moves.rows[last].role, listed.unordered), (OTHER, 1), "{reversed}");
    }
    assert_eq!(listed(&catalog, &moves, Scope::All, Terms::default(), Order::Gap), [1, 3, 2]);
    assert_eq!(listed(&catalog, &moves, Scope::All, Terms::default(), Order::Title)[0], 1);
}

#[test]
fn related_roles_are_listed_though_they_are_not_rated() {
    let mut catalog = catalog();
    catalog.roles[0].related.push(Related { role: OTHER, tier: Tier::Supplemental });
    let moves = Moves::of(&catalog, BEES);
    assert_eq!(listed(&catalog, &moves, Scope::Near, Terms::default(), Order::Related), [1, 2, 3]);
    let found = |role: RoleId| moves.rows.iter().find(|row| row.role == role).and_then(Move::found);
    assert_eq!([found(INSPECTORS), found(OTHER), found(BARE)], [Some("both"), Some("related"), Some("near")]);
    // Without ratings of its own a role still has those that O*NET relates.
    catalog.roles[0].capabilities.clear();
    let moves = Moves::of(&catalog, BEES);
    assert_eq!(listed(&catalog, &moves, Scope::Near, Terms::default(), Order::Alike), [1, 2]);
}

#[test]
fn a_figure_that_rounds_to_nothing_has_no_sign() {
    let catalog = catalog();
    let mut row = Moves::of(&catalog, BEES).rows[0];
    row.similarity = Some(-0.003);
    assert_eq!(row.alike_text().as_deref(), Some("0.00"));
    row.similarity = Some(-0.014);
    assert_eq!(row.alike_text().as_deref(), Some("-0.01"));
}

#[test]
fn orders_go_round() {
    let mut order = Order::default();
    for _ in Order::ALL {
        order = order.next();
    }
    assert_eq!(order, Order::default());
}
