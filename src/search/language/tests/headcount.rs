//! `headcount:`, which needs a staff.

use super::super::{Order, parse};
use crate::catalog::{Metric, RoleId};
use crate::fixture;

#[test]
fn a_headcount_is_a_figure_like_any_other_where_a_staff_is_counted() {
    let mut engine = fixture::engine();
    engine.count(fixture::staffed().headcounts().cloned());
    let select = |query: &str| engine.select(query).iter().map(|role| role.0).collect::<Vec<_>>();
    assert_eq!(
        (select("headcount:>0"), select("headcount:>=12"), select("Headcount < 1")),
        (vec![0, 1], vec![0], vec![2])
    );
    assert_eq!((select("-headcount:>=12"), select("headcount:>0 title:inspector")), (vec![1, 2], vec![1]));
    let results = engine.search("headcount:>0", 9);
    assert_eq!((results.hits[0].role, results.order), (RoleId(0), Order::Figure(Metric::Headcount)));
    assert!(results.left_out.is_empty() && results.figures.is_none(), "nobody is a number too, and no code is shared");
    let parsed = engine.read("headcount:1k..2k");
    assert_eq!((parsed.filters().as_str(), parsed.counts_people()), ("headcount:1k..2k", false));
    assert_eq!(engine.read("headcount:12").problems[0].instead.as_deref(), Some("headcount:>=12"));
    engine.count(None);
    assert!(!engine.read("headcount:>0").problems.is_empty());
}

#[test]
fn without_a_staff_a_headcount_says_so() {
    for query in ["headcount:>0", "headcount:", "headcount > 3", "-headcount:>=5 hive"] {
        let parsed = parse(query, fixture::catalog());
        let [problem] = &parsed.problems[..] else { panic!("{query}: {parsed:?}") };
        assert_eq!(problem.to_string(), "headcount: no staff is open; `rolescope staff FILE` opens one", "{query}");
        assert!(parsed.terms.is_empty() && !problem.unfinished, "{query}");
    }
    assert!(parse("headcount analyst", fixture::catalog()).is_plain);
    assert_eq!(Metric::from_key("headcount"), None, "no command offers it");
}
