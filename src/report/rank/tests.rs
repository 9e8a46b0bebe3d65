use super::super::fixture::catalog;
use super::*;
use crate::catalog::Band;

const PLAIN: Options<'_> = Options {
    rows: None,
    by: None,
    ascending: false,
    group: None,
    zone: None,
    band: None,
    query: "",
    limit: None,
    columns: &[],
    format: Format::Text,
};

type Write =
    fn(&mut dyn io::Write, &mut dyn io::Write, &Catalog<'_>, Selection<'_>, &Options<'_>) -> Result<Outcome, Failure>;

fn written(write: Write, roles: &[u16], options: &Options<'_>) -> (String, String) {
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let roles: Vec<RoleId> = roles.iter().copied().map(RoleId).collect();
    let left_out = [LeftOut { metric: Metric::Pay, missing: 1, undecided: 0 }];
    let selection = Selection { query: "pay:>1", roles: &roles, left_out: &left_out, counts_people: false };
    let outcome = write(&mut out, &mut beside, &catalog(), selection, options).unwrap();
    assert_eq!(outcome == Outcome::Found, !roles.is_empty());
    (String::from_utf8(out).unwrap(), String::from_utf8(beside).unwrap())
}

fn json(write: Write, roles: &[u16], options: &Options<'_>) -> serde_json::Value {
    let options = Options { format: Format::Json, ..options.clone() };
    serde_json::from_str(&written(write, roles, &options).0).unwrap()
}

#[test]
fn text_says_how_much_is_selected_what_was_left_out_and_the_frame() {
    let (text, _) = written(write, &[0, 1, 2], &PLAIN);
    assert!(text.starts_with("3 roles, 439,380 workers for \"pay:>1\"\n"), "{text}");
    for said in [
        "1 role has no published employment\n",
        "1 role has no published median annual pay: left out by the filter\n",
        "by exposure index, highest first\n2 roles have no exposure index: last, unranked\n",
        "   1  51-3011.00  Bread, Rolls and Buns B…  97 High",
        "   -  51-3011.01  Cake, Pie Bakers",
        "439,380*",
        "≥$239,200*",
        "* published for a SOC code that several roles share.\n",
        "- not published.\n",
        "(2023)",
        "not jobs lost",
    ] {
        assert!(text.contains(said), "{said:?} in {text}");
    }
}

#[test]
fn a_shared_code_that_is_only_partly_selected_makes_an_estimate() {
    let (text, _) = written(write, &[1], &PLAIN);
    assert!(text.starts_with("1 of 3 roles, ≈219,690 workers for \"pay:>1\"\n≈ employment of a SOC code"), "{text}");
    let answer = json(write, &[1], &PLAIN);
    assert_eq!(
        (&answer["summary"]["workers"], &answer["summary"]["workers_approximate"]),
        (&219_690.into(), &true.into())
    );
    assert_eq!(answer["rows"][0]["workers"], 219_690);
    assert_eq!(answer["rows"][0]["figures"]["employment"], 439_380.0);
}

#[test]
fn csv_is_a_clean_table_and_the_rest_is_said_beside_it() {
    let columns = ["pay".to_owned(), "microsoft".to_owned()];
    let options = Options { format: Format::Csv, columns: &columns, by: Some("pay"), ..PLAIN };
    let (csv, beside) = written(write, &[0, 2], &options);
    assert_eq!(
        csv,
        "rank,code,title,pay,microsoft_applicability,pay_top_coded,workers,shared,index_studies,roles,newest_median_annual_pay\n\
         1,51-3011.00,\"Bread, Rolls and Buns Bakers\",239200,50,true,219690,pay microsoft_applicability,2,,\n\
         ,51-3092.00,Dough Mixers,,,false,,,,,\n"
    );
    assert!(beside.contains("1 role has no published median annual pay: last, unranked\n"), "{beside}");
}

#[test]
fn work_at_home_is_yes_or_no_and_in_json_a_boolean() {
    let columns = ["home".to_owned()];
    let options = Options { columns: &columns, ..PLAIN };
    let (text, _) = written(write, &[0, 1, 2], &options);
    assert!(text.contains("it is not said that employers allow it"), "{text}");
    let line = |code: &str| text.lines().find(|line| line.contains(code)).unwrap_or_default().to_owned();
    assert!(line("51-3011.00").ends_with("no") && line("51-3092.00").ends_with('-'), "{text}");
    let answer = json(write, &[0, 2], &options);
    assert_eq!(answer["rows"][0]["figures"]["home"], false);
    assert!(answer["rows"][1]["figures"]["home"].is_null());
    assert_eq!(answer["sources"]["home"][0], "work_at_home");
    let (csv, _) = written(write, &[0], &Options { format: Format::Csv, ..options });
    assert!(csv.starts_with("rank,code,title,index,home,") || csv.starts_with("rank,code,title,home,"), "{csv}");
    assert!(csv.lines().nth(1).unwrap().contains(",no,"), "{csv}");
}

#[test]
fn markdown_is_a_table() {
    let (text, _) = written(write, &[0], &Options { format: Format::Markdown, ..PLAIN });
    assert!(
        text.contains(
            "\n| rank | code | role | index | pay | employed | change | openings | zone |\n|--:|---|---|--:|"
        )
    );
    assert!(text.contains("| 1 | 51-3011.00 | Bread, Rolls and Buns Bakers | 97 High 2/3 |"), "{text}");
}

#[test]
fn json_keeps_missing_figures_null_and_counts_them() {
    let answer = json(write, &[0, 2], &PLAIN);
    assert_eq!(
        (&answer["schema"], &answer["by"], &answer["direction"]),
        (&SCHEMA.into(), &"index".into(), &"descending".into())
    );
    assert_eq!((&answer["unranked"], &answer["left_out"][0]["figure"]), (&1.into(), &"pay".into()));
    let [first, last] = &answer["rows"].as_array().unwrap()[..] else { panic!("two rows") };
    assert_eq!((&first["rank"], &first["figures"]["index"]), (&1.into(), &96.97.into()));
    assert!(last["rank"].is_null() && last["figures"]["pay"].is_null() && last["workers"].is_null());
    assert_eq!(answer["sources"]["index"].as_array().unwrap().len(), 3);
}

#[test]
fn the_limit_is_said() {
    let (text, _) = written(write, &[0, 1, 2], &Options { limit: Some(1), ..PLAIN });
    assert!(text.contains("\n2 more roles; show more with --limit.\n") && !text.contains("Cake"), "{text}");
    assert_eq!(json(write, &[0, 1], &Options { limit: Some(1), ..PLAIN })["rows"].as_array().unwrap().len(), 1);
}

#[test]
fn nothing_selected_is_said() {
    let (text, _) = written(write, &[], &PLAIN);
    assert!(
        text.starts_with("No role matches \"pay:>1\": 0 of 3 roles, 0 workers, 0% of OEWS employment.\n"),
        "{text}"
    );
    let answer = json(write_groups, &[], &PLAIN);
    assert_eq!((answer["groups"].as_array().unwrap().len(), &answer["summary"]["workers"]), (0, &0.into()));
}

#[test]
fn groups_carry_bands_and_those_without_an_index() {
    let (text, _) = written(write_groups, &[0, 1, 2], &PLAIN);
    assert!(text.starts_with("1 major group, 3 roles, 439,380 workers for \"pay:>1\"\n"), "{text}");
    assert!(text.contains("2 roles have no exposure index: in no band, mean or quartile\n"), "{text}");
    let group = &json(write_groups, &[0, 1, 2], &PLAIN)["groups"][0];
    assert_eq!((&group["group"], &group["roles"], &group["workers"]), (&"51".into(), &3.into(), &439_380.into()));
    assert_eq!((&group["bands"][2]["band"], &group["bands"][2]["workers"]), (&"High".into(), &219_690.into()));
    assert_eq!((&group["no_index"]["roles"], &group["no_index"]["percent_of_group"]), (&2.into(), &50.0.into()));
    let (csv, beside) = written(write_groups, &[0], &Options { format: Format::Csv, ..PLAIN });
    assert!(csv.lines().nth(1).unwrap().starts_with("51,Production Occupations,1,219690,true,"), "{csv}");
    assert!(!beside.is_empty());
}

#[test]
fn what_is_not_known_is_an_error_that_lists_what_is() {
    let failed = |write: Write, options: Options<'_>| {
        let selection = Selection { query: "", roles: &[RoleId(0)], left_out: &[], counts_people: false };
        write(&mut Vec::new(), &mut Vec::new(), &catalog(), selection, &options).unwrap_err().to_string()
    };
    assert!(failed(write, Options { by: Some("fame"), ..PLAIN }).contains("\"fame\"; there are: title, index, pay"));
    assert!(failed(write, Options { columns: &["fame".to_owned()], ..PLAIN }).contains("there are: "));
    assert!(failed(write_groups, Options { by: Some("pay"), ..PLAIN }).contains("there are: index, median, low"));
    let group = Options { group: Some("nobody"), ..PLAIN };
    assert!(group.whole_query(&catalog()).unwrap_err().contains("51  Production Occupations"));
}

#[test]
fn options_become_one_query() {
    let options =
        Options { group: Some("production"), zone: Some(4), band: Some(Band::High), query: " cake ", ..PLAIN };
    assert_eq!(options.whole_query(&catalog()).unwrap(), "cake group:51 zone:4 band:high");
}
