//! Operators, brackets, and what reads like a field and is none.

use super::*;

#[test]
fn what_reads_like_a_field_is_marked_and_stays_words() {
    for text in ["state:TX", "certificate:none", "nurse city:\"New York\"", "colour:red"] {
        let parsed = read(text);
        assert!(parsed.is_plain && parsed.problems.len() == 1 && parsed.words == text, "{text}: {parsed:?}");
    }
    assert!(complaint("turnover>60k").contains("is no field"));
    for title in ["R&D: lead", "10:30", "C:\\", "a:b", "Supervisor: Sales"] {
        assert!(read(title).problems.is_empty(), "{title}");
    }
}

fn alternatives(text: &str) -> Vec<String> {
    let way = |way: &Alternative| {
        let terms: Vec<String> = way.terms.iter().map(ToString::to_string).collect();
        format!("{}|{}", way.words.trim(), terms.join(" "))
    };
    read(text).alternatives.iter().map(way).collect()
}

#[test]
fn operators_join_words_and_filters() {
    assert_eq!(alternatives("bee OR plumber"), ["bee|", "plumber|"]);
    assert_eq!(alternatives("bee | plumber"), ["bee|", "plumber|"]);
    assert_eq!(alternatives("bee keeper OR zone:2 hive"), ["bee keeper|", "hive|zone:2"]);
    assert_eq!(alternatives("(bee OR hive) pay:>=60k"), ["bee|pay:>=60k", "hive|pay:>=60k"]);
    assert_eq!(alternatives("group:45 or group:55"), ["|group:45", "|group:55"]);
    assert_eq!(alternatives("GROUP:45 OR GROUP:55"), ["|group:45", "|group:55"]);
    assert_eq!(alternatives("NOT (zone:2 bee)"), ["|-zone:2", "|-bee"]);
    assert_eq!(alternatives("\"bee keeper\" OR hive"), ["bee keeper|\"bee keeper\"", "hive|"]);
    assert_eq!(printed("NOT manager"), ["-manager"]);
    assert_eq!(printed("bee NOT zone:2 AND group:45"), ["-zone:2", "group:45"]);
    assert_eq!(printed("bee -(zone:2 OR manager)"), ["-zone:2", "-manager"]);
    assert_eq!(printed("not zone:2"), ["-zone:2"]);
    assert_eq!((printed("NOT -zone:2"), read("NOT -bee").words.as_str()), (vec!["zone:2".to_owned()], "bee"));
    assert_eq!(read("bee AND hive").words.split_whitespace().collect::<Vec<_>>(), ["bee", "hive"]);
    assert!(read("bee OR hi").alternatives[1].words.ends_with("hi"), "the last word may go on");
    assert_eq!(read("bee OR hive").operators.iter().map(|at| (at.start, at.end)).collect::<Vec<_>>(), [(4, 6)]);
    let text = "(bee OR hive -zone:2) (pay:>=60k OR exposure:<30)";
    assert_eq!(read(text).filters(), text);
    assert_eq!(read(text).alternatives.len(), 4);
    let many = "(zone:2 OR zone:3 OR zone:4) (zone:2 OR zone:3 OR zone:4) (zone:2 OR zone:3 OR zone:4)";
    assert!(complaint(many).contains("more than 12 alternatives"));
    assert!(read(&"(".repeat(5000)).terms.is_empty());
    assert_eq!(read(&format!("{}zone:2 OR bee", "(".repeat(5000))).alternatives.len(), 2);
}

#[test]
fn alternatives_find_what_any_of_them_does() {
    assert_eq!(titles("zone:3 OR zone:4"), [BEES, HIVES]);
    assert_eq!(titles("exposure:>50 OR group:55"), [HIVES, OTHER], "without the figure last");
    assert_eq!(titles("inspector OR group:55"), [HIVES, OTHER], "what words find comes first");
    assert_eq!(titles("beekeeper OR inspector").len(), 2);
    assert_eq!(titles("hive NOT military"), titles("hive -military"));
    assert_eq!(titles("(beekeeper OR inspector) zone:4"), [HIVES]);
    assert_eq!(titles("NOT (zone:3 OR zone:4)"), titles("-zone:3 -zone:4"));
    let engine = fixture::engine();
    let left = |query: &str| engine.search(query, 10).left_out.iter().map(|left| left.missing).sum::<usize>();
    assert_eq!(left("pay:>1 OR exposure:>1"), 2, "one role each");
    assert_eq!(left("pay:>1 OR group:55"), 0, "it is found another way");
    assert_eq!(engine.select("pay:>900k OR zone:4").len(), 1);
    assert_eq!(engine.tasks(&engine.read("task:honey OR zone:3"), 10).tasks, 4);
    let blocking = blocking(&engine, &engine.read("zone:2 OR pay:>900k"));
    assert_eq!(blocking.len(), 2);
}
