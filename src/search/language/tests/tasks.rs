//! Queries for single tasks, and for what nothing is left of.

use super::*;

#[test]
fn the_filter_that_leaves_nothing_is_named() {
    let engine = fixture::engine();
    let blocking = blocking(&engine, &engine.read("honey zone:4 band:low"));
    let told: Vec<_> = blocking.iter().map(|b| (b.term.as_str(), b.alone, b.without)).collect();
    assert_eq!(told, [("zone:4", 1, 1), ("band:low", 1, 1)]);
}

#[test]
fn tasks_are_found_as_tasks() {
    let engine = fixture::engine();
    let found = |query: &str| -> Vec<(u16, u16)> {
        engine.tasks(&engine.read(query), 10).hits.iter().map(|hit| (hit.role.0, hit.place)).collect()
    };
    assert_eq!(found("smoke")[0], (0, 2));
    assert_eq!(found("honey ").len(), 2);
    assert_eq!(found("honey zone:4"), [(1, 0)]);
    assert_eq!(found("\"extract honey\""), [(0, 0)]);
    assert_eq!(found("task:honey group:45").len(), 2);
    assert_eq!(found("honey -taste"), [(0, 0)]);
    assert_eq!(found("zone:3").len(), 3, "all tasks of the role");
    assert_eq!(found("zone:3 -honey").len(), 2);
    assert_eq!(
        (engine.tasks(&engine.read(""), 10), engine.tasks(&engine.read("zzzz"), 10).hits.len()),
        (TaskResults::default(), 0)
    );
    assert!(engine.tasks(&engine.read("smoke"), 10).hits[0].marked.iter().eq([&(15..20)]));
    assert_eq!(engine.tasks(&engine.read("honey "), 1).tasks, 2, "counted beyond the limit");
}
