use super::{Passage, Signs};
use crate::fixture;
use crate::search::{Engine, Found};

/// What a passage names in the embedded data, with the letters that do.
fn named(engine: &Engine, text: &'static str) -> Vec<(&'static str, &'static str)> {
    let passage = engine.read_passage(text);
    let name = |found: Found| found.name(engine.catalog()).unwrap();
    passage.names.iter().map(|named| (name(named.found), &text[named.range.clone()])).collect()
}

#[test]
fn things_are_named_as_people_name_them() {
    let engine = crate::snapshot::open().unwrap();
    let found = named(&engine, "Keep the books in QuickBooks, and reports in Word, Excel and Outlook");
    assert!(found.contains(&("Intuit QuickBooks", "QuickBooks")), "{found:?}");
    assert!(found.contains(&("Microsoft Excel", "Excel")) && found.contains(&("Microsoft Word", "Word")), "{found:?}");
    let found = named(&engine, "Check parts with height gauges and optical comparators");
    assert_eq!(found, [("Height gauges", "height gauges"), ("Optical comparators", "optical comparators")]);
}

#[test]
fn everyday_words_name_no_product() {
    let engine = crate::snapshot::open().unwrap();
    for text in
        ["Job costing, ordering and drug coding", "A word with the teams at 23 sites", "a positive outlook, to excel"]
    {
        let products = named(&engine, text);
        let is_product = |name: &&str| engine.catalog().software.iter().any(|software| software.name == *name);
        assert!(!products.iter().any(|(name, _)| is_product(name)), "{text}: {products:?}");
    }
}

#[test]
fn a_passage_is_nearest_to_the_task_that_says_the_same() {
    let engine = fixture::engine();
    let catalog = engine.catalog();
    for (id, role) in catalog.roles_with_ids() {
        for (place, task) in (0..).zip(&role.tasks) {
            let near = engine.near_tasks(&engine.read_passage(task.wording), id);
            assert_eq!(near.len(), role.tasks.len());
            assert!(near.is_sorted_by(|a, b| a.likeness >= b.likeness));
            assert_eq!(near[0].place, place, "{}", task.wording);
            assert!((0.0..=1.01).contains(&near[0].likeness) && near[0].likeness > 0.6, "{near:?}");
        }
        let far = engine.near_tasks(&Passage::default(), id);
        assert!(far.iter().all(|near| near.likeness.abs() < 1e-6), "{far:?}");
    }
}

#[test]
fn what_is_said_points_to_the_role_that_does_it() {
    let engine = crate::snapshot::open().unwrap();
    let said = ["Install and splice wiring in switchboxes and conduit", "Test circuits with a voltmeter"];
    let read: Vec<Passage> = said.iter().map(|text| engine.read_passage(text)).collect();
    let weighed: Vec<(&Passage, f32)> = read.iter().map(|passage| (passage, 1.0)).collect();
    let signs = engine.signs(&weighed);
    assert_eq!(signs.len(), engine.catalog().roles.len());
    let place = engine.catalog().roles.iter().position(|role| role.title == "Electricians").unwrap();
    let of_sign = |sign: &Signs| [sign.tasks, sign.things, sign.pairs, sign.meaning];
    let electricians = of_sign(&signs[place]);
    for (at, own) in electricians.into_iter().enumerate() {
        let ahead = signs.iter().filter(|sign| of_sign(sign)[at] > own).count();
        assert!(ahead < 30, "sign {at}: {ahead} roles are ahead of electricians");
    }
    let nothing = engine.signs(&[]);
    assert!(nothing.iter().all(|sign| of_sign(sign).iter().all(|figure| figure.abs() < 1e-6)));
}

#[test]
fn shared_words_are_marked_in_both_texts() {
    let engine = crate::snapshot::open().unwrap();
    let (one, other) = ("Splice the wiring in conduit", "Wire is spliced, and conduits are bent");
    let (marked, there) = engine.shared_words(one, other);
    assert_eq!(marked.iter().map(|range| &one[range.clone()]).collect::<Vec<_>>(), ["Splice", "wiring", "conduit"]);
    assert_eq!(there.iter().map(|range| &other[range.clone()]).collect::<Vec<_>>(), ["Wire", "spliced", "conduits"]);
    assert_eq!(engine.shared_words("the and of", "the and of"), (Vec::new(), Vec::new()));
}
