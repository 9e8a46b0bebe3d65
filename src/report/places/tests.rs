use super::*;
use crate::compare::places::tests::catalog;

fn options(scope: Scope, by: PlaceFigure, format: Format) -> Options {
    Options { scope, by, reversed: false, limit: None, format }
}

fn written(role: u16, options: Options) -> (String, String, Outcome) {
    let (mut out, mut problems) = (Vec::new(), Vec::new());
    let catalog = catalog(true);
    let outcome = write(&mut out, &mut problems, &catalog, RoleId(role), options).unwrap();
    (String::from_utf8(out).unwrap(), String::from_utf8(problems).unwrap(), outcome)
}

#[test]
fn text_has_the_order_the_floor_and_the_nation() {
    let (text, problems, outcome) = written(0, options(Scope::States, PlaceFigure::Median, Format::Text));
    assert_eq!((problems.as_str(), outcome), ("", Outcome::Found));
    for expected in [
        "Places of 45-2093.01 Beekeepers\n====",
        "Figures published for 45-2093 Farmworkers, Hives, shared by 2 roles.",
        "Nation, May 2025: 20,000 employed; median $55,000",
        "OEWS, May 2025: 11 states and territories, highest median pay first; 3 of few workers below; 2 without the figure.",
        "   1  Florida",
        "≥$239,200",
        " few  Alaska",
        "Few workers: fewer than 200 in the role",
        "(BEA 2024)",
        "Sources: Wages by state May 2025; Prices 2024.",
    ] {
        let in_line = text.replace("\n  ", " ");
        assert!(text.contains(expected) || in_line.contains(expected), "{expected} in {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    let wisconsin = text.lines().find(|line| line.contains("Wisconsin")).unwrap();
    assert!(!wisconsin.contains(|letter: char| letter.is_ascii_digit()), "{wisconsin}");
}

#[test]
fn csv_is_empty_and_json_null_where_a_figure_is_withheld() {
    let (text, said, _) = written(0, options(Scope::States, PlaceFigure::Median, Format::Csv));
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let heads = rows.headers().unwrap().clone();
    let at = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let rows: Vec<csv::StringRecord> = rows.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 11);
    let of = |letters: &str| rows.iter().find(|row| &row[at("state")] == letters).unwrap();
    assert_eq!((&of("CT")[at("median")], &of("CT")[at("missing")]), ("", "withheld"));
    assert_eq!((&of("CO")[at("employment")], &of("CO")[at("standing")]), ("", "few_workers"));
    assert_eq!((&of("FL")[at("median")], &of("FL")[at("top_coded")]), ("239200", "median"));
    assert_eq!((&of("NY")[at("median")], &of("NY")[at("pay_period")]), ("28.44", "hour"));
    assert_eq!((&of("TX")[at("us_prices")], &of("TX")[at("price_level")]), ("53608.25", "97.000"));
    assert!(said.contains("Few workers") && said.contains("(BEA 2024)"), "{said}");
    let (text, ..) = written(0, options(Scope::States, PlaceFigure::Quotient, Format::Json));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&value["schema"], &value["by"]), (&SCHEMA.into(), &"quotient".into()));
    assert_eq!(value["nation"]["figures"]["employment"], 20_000);
    assert_eq!(value["counts"], serde_json::json!({"rows": 11, "ranked": 7, "few_workers": 2, "missing": 2}));
    let rows = value["rows"].as_array().unwrap();
    assert_eq!((&rows[0]["state"], &rows[0]["rank"]), (&"CA".into(), &1.into()));
    let last = &rows[10];
    assert!(last["employment"].is_null() && last["pay"].is_null() && last["rank"].is_null(), "{last}");
    assert_eq!(last["missing"]["median"], "no_estimate");
    let alaska = rows.iter().find(|row| row["state"] == "AK").unwrap();
    assert_eq!((&alaska["standing"], &alaska["rank"]), (&"few_workers".into(), &serde_json::Value::Null));
}

#[test]
fn industries_are_shares_of_the_nation_by_level() {
    let (text, ..) = written(0, options(Scope::Industries(0), PlaceFigure::Employment, Format::Markdown));
    assert!(text.starts_with("# Industries of 45-2093.01 Beekeepers\n") && text.contains("2 sectors"), "{text}");
    assert!(text.contains("60.0%") && text.contains("never added up") && !text.contains("quotient"), "{text}");
    let (text, said, outcome) = written(0, options(Scope::Industries(4), PlaceFigure::Employment, Format::Text));
    assert_eq!((text.as_str(), outcome), ("", Outcome::NothingFound));
    assert!(said.contains("Levels that are here: 2, 3."), "{said}");
    let (_, said, _) = written(0, options(Scope::Industries(3), PlaceFigure::Quotient, Format::Text));
    assert!(said.contains("have no location quotient: ordered by employment"), "{said}");
}

#[test]
fn a_role_without_figures_is_answered_in_words() {
    let (text, said, outcome) = written(2, options(Scope::States, PlaceFigure::Employment, Format::Json));
    assert_eq!((text.as_str(), outcome), ("", Outcome::NothingFound));
    assert!(said.contains("55-9999.00") && said.contains("no pay and employment"), "{said}");
}

#[test]
fn areas_are_cut_where_nothing_is_said() {
    let limited = Options { limit: Some(1), ..options(Scope::States, PlaceFigure::Employment, Format::Text) };
    let (text, ..) = written(0, limited);
    assert!(text.contains("10 more; show more with --limit."), "{text}");
}
