use super::*;
use crate::catalog::figures::NOT_PUBLISHED;
use crate::fixture;

#[test]
fn keys_name_their_yardstick() {
    let all = Metric::COLUMNS.into_iter().chain([Metric::Interest]);
    for metric in all.chain(Measure::ALL.map(Metric::Measure)) {
        assert_eq!(Metric::from_key(metric.key()), Some(metric), "{}", metric.key());
        assert!(metric.short_name().chars().count() <= 12);
        assert!(!metric.higher().is_empty(), "{}", metric.key());
    }
    assert_eq!(Metric::from_key("Microsoft"), Some(Metric::gauge(Study::Microsoft)));
    assert_eq!(Metric::from_key("exposure"), Some(Metric::Index));
    assert_eq!(Metric::from_key(""), None);
}

#[test]
fn figures_are_written_as_on_the_role_page_and_missing_ones_say_so() {
    let catalog = fixture::catalog();
    let [bees, _, other] = &catalog.roles[..] else { panic!("three roles") };
    let texts = |role| Metric::ALL.map(|metric| metric.text(catalog, role));
    assert_eq!(
        texts(bees),
        ["20th", "20th", "10th", NOT_PUBLISHED, NOT_PUBLISHED, "$51,230", "1,230", "-8.3%", "0.2k", "3"]
    );
    assert!(texts(other).iter().all(|text| text == NOT_PUBLISHED));
    assert_eq!(Metric::Pay.short(catalog, bees).as_deref(), Some("$51k"));
    assert_eq!(Metric::Openings.value(catalog, bees), Some(200.0));
    assert_eq!(Metric::Pay.published_for(catalog, bees).map(|soc| soc.to_string()).as_deref(), Some("45-2093"));
}

#[test]
fn differences_have_a_sign_and_missing_figures_have_none() {
    let catalog = fixture::catalog();
    let [bees, inspectors, other] = &catalog.roles[..] else { panic!("three roles") };
    let text = |metric: Metric, role, reference| {
        metric.difference(catalog, role, reference).map(|difference| difference.to_string())
    };
    assert_eq!(text(Metric::Index, inspectors, bees).as_deref(), Some("+60"));
    assert_eq!(text(Metric::Index, bees, inspectors).as_deref(), Some("-60"));
    assert_eq!(text(Metric::Pay, bees, inspectors).as_deref(), Some("$0"));
    assert_eq!(text(Metric::JobZone, inspectors, bees).as_deref(), Some("+1"));
    assert_eq!(text(Metric::Pay, bees, other), None);
    let change = Difference { metric: Metric::Change, value: -2.1, bound: Bound::Exact };
    assert_eq!(change.to_string(), "-2.1 pts");
    let pay = Difference { metric: Metric::Pay, value: 130_230.0, bound: Bound::AtLeast };
    assert_eq!(pay.to_string(), "≥+$130,230");
}
