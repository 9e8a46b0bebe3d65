//! `home:`

use super::*;

#[test]
fn work_at_home_is_asked_for_by_any_of_its_names() {
    for (text, form) in [
        ("home:yes", "home:yes"),
        ("Home:No", "home:no"),
        ("remote:yes", "home:yes"),
        ("telework:n", "home:no"),
        ("WFH:Y", "home:yes"),
        ("home: yes", "home:yes"),
        ("home : no", "home:no"),
        ("home:\"yes\"", "home:yes"),
        ("-home:yes", "-home:yes"),
        ("NOT remote:no", "-home:no"),
    ] {
        assert_eq!(printed(text), [form], "{text}");
        assert_eq!(printed(form), [form], "{text}");
    }
    // Without a colon they are words.
    for words in ["home", "remote nurse", "nursing home aide", "remote coder yes"] {
        let parsed = read(words);
        assert!(parsed.is_plain && parsed.terms.is_empty() && parsed.problems.is_empty(), "{words}: {parsed:?}");
    }
}

#[test]
fn what_is_neither_yes_nor_no_is_marked() {
    assert_eq!(complaint("home:yess"), "home: takes yes or no: home:yes; did you mean home:yes ?");
    assert_eq!(complaint("remote:nno"), "remote: takes yes or no: remote:yes; did you mean remote:no ?");
    assert_eq!(complaint("home:office"), "home: takes yes or no: home:yes");
    assert_eq!(complaint("hme:yes"), "hme: is no field, so these are words; F1 or docs/QUERIES.md lists the fields");
    assert_eq!(complaint("hoome:yes"), "hoome: is no field; did you mean home:yes ?");
    // In titles the word is no field: it is marked, and searched as it stands.
    let title = read("Nursing home: aide");
    assert_eq!((title.words.as_str(), title.problems.len()), ("Nursing home: aide", 1));
    for text in ["home:", "home:ye"] {
        assert!(read(text).problems.iter().all(|problem| problem.unfinished), "{text}");
        assert_eq!(read(text).problems.len(), 1, "{text}");
    }
}

#[test]
fn roles_are_filtered_and_those_without_a_value_are_counted() {
    assert_eq!(titles("home:yes"), ["Hive Inspectors"]);
    assert_eq!(titles("home:no"), ["Beekeepers"]);
    assert_eq!(titles("-home:yes"), ["Beekeepers"], "nothing says that the others do not belong");
    assert_eq!(titles("home:yes OR home:no"), ["Beekeepers", "Hive Inspectors"]);
    let engine = fixture::engine();
    let results = engine.search("home:yes", 10);
    assert_eq!(results.order, Order::Code);
    let told: Vec<String> = results.left_out.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["1 role without published work at home left out"]);
}
