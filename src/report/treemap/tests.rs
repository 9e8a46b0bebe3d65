use super::super::fixture::{BAKERS, CAKE, MIXERS, catalog};
use super::*;

fn written(format: Format, roles: &[RoleId], by: Metric) -> (String, String) {
    let (mut out, mut beside) = (Vec::new(), Vec::new());
    let selection = Selection { query: "cake & <pie>", roles, left_out: &[], counts_people: false };
    let options = Options { by, group: None, query: "", format };
    write(&mut out, &mut beside, &catalog(), selection, &options).unwrap();
    (String::from_utf8(out).unwrap(), String::from_utf8(beside).unwrap())
}

const ALL: [RoleId; 3] = [BAKERS, CAKE, MIXERS];

#[test]
fn text_lists_groups_with_the_middle_of_their_workers() {
    let (text, _) = written(Format::Text, &ALL, Metric::Index);
    for said in ["3 roles, 439,380 workers", "1 role has no published employment\n", "97th", "not jobs lost"] {
        assert!(text.contains(said), "{said} in {text}");
    }
    let (pay, _) = written(Format::Text, &ALL, Metric::Pay);
    assert!(pay.contains("≥$239,200") && !pay.contains("not jobs lost"), "{pay}");
}

#[test]
fn tiles_of_csv_and_json_are_the_same_and_fill_the_picture() {
    let (csv, beside) = written(Format::Csv, &[CAKE], Metric::Index);
    assert_eq!(
        csv.lines().collect::<Vec<_>>(),
        [
            "code,title,group,workers,approximate,x,y,w,h,index,shade,selected",
            "51-3011.00,\"Bread, Rolls and Buns Bakers\",51,219690,true,0.000000,0.000000,0.500000,1.000000,96.97,High,false",
            "51-3011.01,\"Cake, Pie Bakers\",51,219690,true,0.500000,0.000000,0.500000,1.000000,,,true",
        ]
    );
    assert!(beside.contains("1 of 3 roles"), "{beside}");
    let json: serde_json::Value = serde_json::from_str(&written(Format::Json, &ALL, Metric::Index).0).unwrap();
    assert_eq!((&json["schema"], &json["by"], &json["without_tile"]), (&SCHEMA.into(), &"index".into(), &1.into()));
    assert_eq!((&json["tiles"][1]["x"], &json["tiles"][1]["figure"]), (&0.5.into(), &serde_json::Value::Null));
    assert_eq!((&json["groups"][0]["w"], &json["groups"][0]["mean"]), (&1.0.into(), &96.97.into()));
}

#[test]
fn the_picture_has_a_tile_a_role_and_says_what_it_shows() {
    let (svg, _) = written(Format::Svg, &[CAKE], Metric::Index);
    assert_eq!(svg.matches("class=\"tile\"").count(), 2);
    for said in
        ["cake &amp; &lt;pie&gt;", "not selected", "not jobs lost", "Sources: ", "Employment in the United States"]
    {
        assert!(svg.contains(said), "{said} in {svg}");
    }
}
