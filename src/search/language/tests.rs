//! The language on the tests' small catalog.

mod at_home;
mod headcount;
mod operators;
mod tasks;

use proptest::prelude::*;

use super::*;
use crate::catalog::Catalog;
use crate::fixture;

fn read(text: &str) -> Parsed {
    parse(text, fixture::catalog())
}

fn printed(text: &str) -> Vec<String> {
    read(text).terms.iter().map(ToString::to_string).collect()
}

fn complaint(text: &str) -> String {
    let parsed = read(text);
    assert_eq!(parsed.problems.len(), 1, "{text}: {parsed:?}");
    parsed.problems[0].to_string()
}

#[test]
fn titles_are_read_as_they_stand() {
    for title in [
        "Manager, Sales",
        "C++",
        "24/7 operator",
        "self-employed",
        "co-pilot - regional",
        "R&D: lead",
        "Note: nurse",
        "10:30 shift",
        "AT&T/Verizon installer",
        "5\" pipe fitter",
        "-",
        "--",
        "https://singulariki.com/roles/role-45-2093-01/",
        "pay clerk ",
        "Manager (Sales)",
        "Nurse (OR)",
        "OR NURSE",
        "OPERATING ROOM OR NURSE",
        "Registered Nurse - OR - Nights",
        "nurse or plumber",
        "RN OR",
        "do not disturb",
        " exposure",
    ] {
        let parsed = read(title);
        assert!(parsed.is_plain && parsed.terms.is_empty() && parsed.problems.is_empty(), "{title}: {parsed:?}");
        assert_eq!(parsed.words, title);
    }
}

#[test]
fn every_kind_of_term_is_read_and_printed_in_one_form() {
    for (text, form) in [
        ("\"bee keeper\"", "\"bee keeper\""),
        ("-manager", "-manager"),
        ("−manager", "-manager"),
        ("-\"bee keeper\"", "-\"bee keeper\""),
        ("Title:Nurse", "title:Nurse"),
        ("tool:\"power drill\"", "tool:\"power drill\""),
        ("software:excel", "tool:excel"),
        ("-task:honey", "-task:honey"),
        ("group:45", "group:45"),
        ("group:45-0000", "group:45"),
        ("group:farming", "group:45"),
        ("group:\"farm\"", "group:45"),
        ("group:55,45", "group:45,55"),
        ("group: 45", "group:45"),
        ("pay > 60k", "pay:>60k"),
        ("pay >60k", "pay:>60k"),
        ("pay : >60k", "pay:>60k"),
        ("pay: > 60k", "pay:>60k"),
        ("exposure < 30", "exposure:<30"),
        ("-exposure >= 30", "-exposure:>=30"),
        ("pay: 60k..90k", "pay:60k..90k"),
        ("zone:4", "zone:4"),
        ("zone:3..4", "zone:3..4"),
        ("zone:>=3", "zone:>=3"),
        ("band:HIGH", "band:high"),
        ("band:mod,low", "band:low,moderate"),
        ("exposure:high", "band:high"),
        ("exposure:>80", "exposure:>80"),
        ("pay:>=$100,000", "pay:>=100k"),
        ("pay>=100k", "pay:>=100k"),
        ("salary:60..90k", "pay:60k..90k"),
        ("pay:..90k", "pay:<=90k"),
        ("growth:>5%", "growth:>5"),
        ("growth:-5..-1", "growth:-5..-1"),
        ("openings:>1.5k", "openings:>1.5k"),
        ("entry_pay:>=40k", "entry-pay:>=40k"),
        ("hourly:>$25.50", "hourly:>25.5"),
        ("wage:>=100k", "pay:>=100k"),
        ("income > 100k", "pay:>100k"),
        ("self-employed:>20%", "self-employed:>20"),
        ("selfemployed:<5", "self-employed:<5"),
        ("education:bachelor", "education:bachelor"),
        ("Education:Bachelors", "education:bachelor"),
        ("education:<bachelor", "education:<bachelor"),
        ("education<bachelor", "education:<bachelor"),
        ("education < bachelor", "education:<bachelor"),
        ("education:<=associate", "education:<bachelor"),
        ("education:no-degree", "education:<bachelor"),
        ("education:degree", "education:>=bachelor"),
        ("degree:none", "education:<bachelor"),
        ("education:none,hs", "education:<some-college"),
        ("education:none", "education:none"),
        ("education:nondegree", "education:nondegree"),
        ("education:\"some college\"", "education:some-college"),
        ("education:associate..master", "education:associate,bachelor,master"),
        ("-education:>=master", "-education:>=master"),
        ("interest:social", "interest:social"),
        ("interest:Soc", "interest:social"),
        ("interest:A", "interest:artistic"),
        ("riasec:sa", "interest:SA"),
        ("interest:SAE,I", "interest:SAE,investigative"),
        ("employment:<1m", "employment:<1m"),
        ("study:microsoft>80", "microsoft:>80"),
        ("study:felten:70..90", "aioe:70..90"),
        ("gpts:<20", "gpts:<20"),
        ("study:anthropic", "anthropic:.."),
        ("eloundou_beta:=50", "eloundou_beta:=50"),
    ] {
        let parsed = read(text);
        assert!(parsed.problems.is_empty(), "{text}: {parsed:?}");
        assert_eq!(printed(text), [form], "{text}");
        assert_eq!(printed(form), [form], "{form}");
        assert_eq!(parsed.terms[0].span, 0..text.len());
    }
}

#[test]
fn words_are_what_is_left_and_the_last_one_may_go_on() {
    assert_eq!(read("group:45 bee").words, "bee");
    assert_eq!(read("bee group:45").words.trim_end(), "bee");
    assert!(read("bee group:45").words.ends_with(' '), "the word is whole");
    assert_eq!(read("\"bee keeper\" smoke").words.split_whitespace().collect::<Vec<_>>(), ["bee", "keeper", "smoke"]);
    assert!(read("\"bee kee").words.ends_with("kee") && read("\"bee kee\"").words.ends_with(' '));
}

#[test]
fn what_cannot_be_used_says_so_and_what_may_have_been_meant() {
    assert_eq!(complaint("pya:>100k"), "pya: is no field; did you mean pay:>100k ?");
    assert_eq!(complaint("bee titel:nurse"), "titel: is no field; did you mean title:nurse ?");
    assert_eq!(complaint("zone:7"), "zone: takes 2 to 5, such as 4 or 3..4 (2 stands for 1 and 2)");
    assert_eq!(complaint("pay:100k"), "pay:100k would mean exactly that; did you mean pay:>=100k ?");
    assert_eq!(complaint("band:hihg"), "band: takes low, moderate or high; did you mean band:high ?");
    assert_eq!(
        complaint("group:farmng"),
        "group: no major group has \"farmng\" in its name; did you mean group:farming ?"
    );
    assert_eq!(complaint("group:99"), "group: 99 is no major group; they run from 45 to 55");
    assert!(complaint("study:micro").ends_with("did you mean study:microsoft ?"));
    assert!(complaint("wxyz:>3").starts_with("wxyz: is no field; there are title, task"));
    assert!(complaint("exposure:>120").contains("a percentile, 0 to 100"));
    assert!(complaint("education:bachelr").ends_with("did you mean education:bachelor ?"));
    assert!(complaint("education:<doctorl").ends_with("did you mean education:<doctoral ?"));
    assert!(complaint("education:plumbing").starts_with("education: takes none, high-school, some-college"));
    assert!(complaint("interest:money").starts_with("interest: takes realistic, investigative"));
    assert_eq!(
        complaint("self-employed:20"),
        "self-employed:20 would mean exactly that; did you mean self-employed:>=20 ?"
    );
}

#[test]
fn what_is_still_being_typed_is_unfinished() {
    for text in ["title:", "pay:", "pay:>", "zone:", "group:", "band:", "study:", "bee \"", "study:mic", "pay:60k"] {
        assert!(read(text).problems.iter().all(|problem| problem.unfinished), "{text}");
        assert_eq!(read(text).problems.len(), 1, "{text}");
        // What follows an open quote still belongs to it.
        let done = read(&format!("{text} "));
        assert!(text.ends_with('"') || done.problems.iter().all(|problem| !problem.unfinished), "{text}");
    }
}

#[test]
fn a_near_name_without_a_comparison_stays_a_word() {
    let parsed = read("titel:nurse");
    assert!(parsed.is_plain);
    assert_eq!((parsed.words.as_str(), parsed.problems.len()), ("titel:nurse", 1));
}

fn titles(query: &str) -> Vec<&'static str> {
    let engine = fixture::engine();
    let results = engine.search(query, 10);
    let titles = results.hits.iter().map(|hit| engine.catalog().role(hit.role).unwrap().title).collect();
    let mut selected = engine.select(query);
    let mut found: Vec<_> = results.hits.iter().map(|hit| hit.role).collect();
    found.sort_unstable();
    selected.retain(|role| found.contains(role));
    assert_eq!(selected, engine.select(query), "{query}: what is selected is found");
    titles
}

const BEES: &str = "Beekeepers";
const HIVES: &str = "Hive Inspectors";
const OTHER: &str = "Military Hive Specialists, All Other";

#[test]
fn filters_work_alone_in_an_order_that_fits_them() {
    assert_eq!(titles("group:45"), [BEES, HIVES], "by code");
    assert_eq!(titles("exposure:>10"), [HIVES, BEES], "the highest first");
    assert_eq!(titles("zone:3..4"), [BEES, HIVES]);
    assert_eq!(titles("band:high"), [HIVES]);
    assert_eq!(titles("-group:45"), [OTHER]);
    assert_eq!(titles("title:inspector"), [HIVES]);
    assert_eq!(titles("title:hive"), [HIVES, OTHER]);
    assert_eq!(titles("tool:smoker"), [BEES]);
    assert_eq!(titles("tool:hivesoft"), [BEES, HIVES], "in demand before not");
    assert_eq!(titles("skill:listening"), [HIVES, BEES], "the most important first");
    assert_eq!(titles("task:honey"), [HIVES, BEES], "where it is more of the task");
}

#[test]
fn filters_work_with_words_and_with_each_other() {
    assert_eq!(titles("honey zone:4"), [HIVES]);
    assert_eq!(titles("hive -military"), titles("hive group:45"));
    assert_eq!(titles("hive -title:inspector -group:55"), [BEES]);
    assert_eq!(titles("honey -extract"), [BEES, HIVES], "other texts still count");
    assert_eq!(titles("combs -extract"), Vec::<&str>::new());
    assert_eq!(titles("task:combs -extract"), Vec::<&str>::new());
    assert_eq!(titles("hive -inspector"), titles("hive -\"hive inspectors\""));
    assert_eq!(titles("-tool:smoker -group:55"), [HIVES]);
    assert_eq!(titles("hive zone:4 band:low"), Vec::<&str>::new());
    assert_eq!(titles("45-2093 zone:4"), [HIVES]);
    assert_eq!(titles("Beekeepers zone:4"), titles("beekeepers zone:4"));
    assert!(!titles("Beekeepers zone:4").contains(&BEES));
}

#[test]
fn phrases_hold_their_words_together() {
    assert_eq!(titles("\"extract honey\""), [BEES]);
    assert_eq!(titles("\"honey extract\""), Vec::<&str>::new());
    assert_eq!(titles("\"hive yields\""), [BEES]);
    assert_eq!(titles("\"extract hon"), [BEES], "while it is typed");
    assert_eq!(titles("task:\"their honey\""), [HIVES]);
}

#[test]
fn a_missing_figure_never_matches_and_is_counted() {
    let engine = fixture::engine();
    for query in ["pay:>1", "pay:<900k", "-pay:>1", "exposure:<=100"] {
        let results = engine.search(query, 10);
        assert!(results.hits.iter().all(|hit| engine.catalog().role(hit.role).unwrap().title != OTHER), "{query}");
        let left: Vec<_> = results.left_out.iter().map(|left| (left.missing, left.undecided)).collect();
        assert_eq!(left, [(1, 0)], "{query}");
    }
    assert!(engine.search("pay:>1 group:45", 10).left_out.is_empty(), "nothing of the group is missing");
    assert!(engine.search("honey pay:>1", 10).left_out.is_empty(), "no role without pay has the word");
    assert_eq!(engine.search("hive pay:>1", 10).left_out[0].missing, 1);
    assert_eq!(titles("-study:microsoft"), [OTHER], "those that the study does not cover");
}

#[test]
fn blank_queries_select_every_role_and_unusable_ones_too() {
    let engine = fixture::engine();
    assert_eq!(engine.select("").len(), 3);
    assert_eq!(engine.select("pya:>3 ").len(), 3);
    assert_eq!(engine.search("pya:>3", 10).hits.len(), 0);
    assert!(engine.read("pya:>3").is_blank());
}

#[test]
fn evidence_of_a_text_filter_comes_first_and_is_marked() {
    let engine = fixture::engine();
    let results = engine.search("tool:smoker", 10);
    let evidence = &results.hits[0].evidence[0];
    assert!(matches!(evidence.found, crate::search::Found::Tool(_)));
    assert!(evidence.marked.iter().eq([&(0..6)]));
    assert!(engine.search("zone:4", 10).hits[0].evidence.is_empty());
}

#[test]
fn a_mistyped_word_is_told() {
    let engine = fixture::engine();
    let told = |query: &str| -> Vec<(String, String)> {
        engine.search(query, 10).corrections.into_iter().map(|c| (c.typed, c.meant)).collect()
    };
    let pair = |a: &str, b: &str| vec![(a.to_owned(), b.to_owned())];
    assert_eq!(told("honye "), pair("honye", "honey"));
    assert_eq!(told("bekeeper"), pair("bekeeper", "beekeepers"));
    assert_eq!(told("apairy zone:4"), pair("apairy", "apiary"));
    for query in ["honey", "beekee", "beekeeper", "inspecting", "bee keepers", "zone:4", "zzzz"] {
        assert!(told(query).is_empty(), "{query}: {:?}", told(query));
    }
}

fn any_query() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "title:",
        "task:",
        "tool:\"",
        "group:",
        "zone:",
        "pay",
        ":",
        ">",
        ">=",
        "..",
        "-",
        "\"",
        " ",
        "k",
        "60",
        "high",
        "study:",
        "home:",
        "yes",
        "microsoft",
        "é",
        "“",
        "、",
        "growth:-",
        "bee",
        "45",
        ",",
        "$",
        "%",
        "\u{301}",
        "pya:",
        " OR ",
        " NOT ",
        "(",
        ")",
        " | ",
        "≥",
        "…",
    ]);
    prop_oneof![any::<String>(), prop::collection::vec(parts, 0..14).prop_map(|parts| parts.concat()),]
}

fn filters(parsed: &Parsed) -> Vec<(bool, Filter)> {
    parsed.terms.iter().map(|term| (term.without, term.filter.clone().finished())).collect()
}

thread_local! {
    static CATALOG: &'static Catalog<'static> = fixture::catalog();
    static ENGINE: crate::search::Engine = fixture::engine();
}

proptest! {
    #[test]
    fn any_text_is_a_query(text in any_query()) {
        let parsed = CATALOG.with(|catalog| parse(&text, catalog));
        let mut end = 0;
        let mut spans: Vec<_> =
            parsed.terms.iter().map(|t| t.span.clone()).chain(parsed.problems.iter().map(|p| p.span.clone())).collect();
        spans.sort_by_key(|span| span.start);
        for span in spans {
            prop_assert!(span.start >= end && span.start < span.end, "{span:?} in order");
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} lies in the text");
            end = span.end;
        }
        prop_assert_eq!(parsed.is_plain, parsed.words == text && parsed.terms.is_empty());
        for at in text.char_indices().map(|(at, _)| at).chain([text.len()]) {
            let completion = CATALOG.with(|catalog| complete(&text, at, &parsed, catalog));
            if let Some(completion) = completion {
                prop_assert!(text.get(completion.span.clone()).is_some() && !completion.offers.is_empty());
            }
        }
    }

    #[test]
    fn filters_read_as_they_are_printed(text in any_query()) {
        CATALOG.with(|catalog| {
            let parsed = parse(&text, catalog);
            // Words that belong to one alternative are printed with it, a problem among them too.
            prop_assume!(parsed.tree.is_none() || parsed.problems.is_empty());
            let again = parse(&parsed.filters(), catalog);
            prop_assert_eq!(filters(&again), filters(&parsed), "{}", parsed.filters());
            prop_assert_eq!(again.filters(), parsed.filters());
            prop_assert!(again.problems.is_empty());
            Ok(())
        })?;
    }

    #[test]
    fn any_text_is_searched(text in any_query()) {
        ENGINE.with(|engine| {
            let results = engine.search(&text, 10);
            prop_assert!(results.hits.len() <= 3 && results.roles <= 3);
            prop_assert!(engine.tasks(&engine.read(&text), 10).hits.len() <= 4);
            prop_assert!(engine.select(&text).windows(2).all(|pair| pair[0] < pair[1]));
            Ok(())
        })?;
    }
}
