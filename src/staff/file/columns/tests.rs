use super::*;

fn rows(rows: &[&[&str]]) -> Vec<StringRecord> {
    rows.iter().map(|row| row.iter().collect()).collect()
}

/// Knows three jobs.
fn judge(title: &str) -> f32 {
    if ["Cook", "Nurse", "Welder"].contains(&title) { 0.9 } else { 0.1 }
}

fn found_in(all: &[&[&str]], wanted: Option<&str>) -> Result<(usize, usize), String> {
    found(&rows(all), wanted, &mut judge).map(|columns| (columns.title, columns.skip))
}

#[test]
fn the_column_of_titles_is_found_by_its_name() {
    let staff = |name: &'static str| found_in(&[&["id", name, "Department"], &["1", "Cook", "Ward"]], None);
    for name in ["Job Title", "POSITION_TITLE", "jobTitle", "Position", "title", "Occupation", "Role", "Designation"] {
        assert_eq!(staff(name), Ok((1, 1)), "{name}");
    }
    assert_eq!(found_in(&[&["Job Description", "id"], &["Cook", "1"]], None), Ok((0, 1)), "where nothing better is");
    assert_eq!(found_in(&[&["Job Description", "Job"], &["Cooks food", "Cook"]], None), Ok((1, 1)));
}

#[test]
fn what_stands_above_the_header_is_passed_over() {
    let sheet: &[&[&str]] =
        &[&["Staff of 2024", "", ""], &["", "", ""], &["name", "job title", "fte"], &["A", "Cook", "1"]];
    assert_eq!(found_in(sheet, None), Ok((1, 3)));
    assert_eq!(
        found_in(&[&["A", "Cook", "x"], &["B", "Position", "x"]], Some("2")),
        Ok((1, 0)),
        "a value is no header"
    );
}

#[test]
fn what_stands_in_a_column_decides_too() {
    let people: &[&[&str]] = &[&["Title", "Name", "Job Title"], &["Mr", "A", "Cook"], &["Dr.", "B", "Nurse"]];
    assert_eq!(found_in(people, None), Ok((2, 1)));
    let posts: &[&[&str]] = &[&["Position", "Job Title"], &["00123", "Cook"], &["P-00124", "Nurse"]];
    assert_eq!(found_in(posts, None), Ok((1, 1)));
    let roles: &[&[&str]] = &[&["Role", "Occupation"], &["user", "Cook"], &["admin", "Nurse"]];
    let columns = found(&rows(roles), None, &mut judge).unwrap();
    assert_eq!(columns.title, 1);
    assert_eq!(columns.remark.as_deref(), Some("the titles are taken from column \"Occupation\", not \"Role\""));
    assert_eq!(found_in(&[&["id", "Occupation"], &["1", "15-1252.00"], &["2", "29-1141"]], None), Ok((1, 1)), "codes");
}

#[test]
fn where_it_is_not_known_the_names_are_listed() {
    let both: &[&[&str]] = &[&["Job Title", "Position"], &["Cook", "Nurse"], &["Nurse", "Welder"]];
    assert_eq!(
        found_in(both, None).unwrap_err(),
        "several columns may hold the job titles: \"Job Title\", \"Position\". Say which: --column \"Job Title\""
    );
    let none: &[&[&str]] =
        &[&["Name", "Department", "What they do"], &["A", "Ward", "Nurse"], &["B", "Kitchen", "Cook"]];
    let problem = found_in(none, None).unwrap_err();
    assert!(problem.starts_with("no column is named as one of job titles; the columns are \"Name\", \"Department\", "));
    assert!(problem.contains("--column NAME") && problem.ends_with("\"What they do\" looks like it"), "{problem}");
    let bare: &[&[&str]] = &[&["1001", "Cook", "Ward"], &["1002", "Nurse", "Ward"]];
    let problem = found_in(bare, None).unwrap_err();
    assert!(problem.contains("3 columns without names; its first row is \"1001\", \"Cook\", \"Ward\""), "{problem}");
    assert!(problem.contains("--column NUMBER") && problem.ends_with("\"column 2\" looks like it"), "{problem}");
    let wide: Vec<String> = (0..90).map(|n| format!("c{n}")).collect();
    let wide: Vec<StringRecord> = vec![wide.iter().collect(), wide.iter().map(|_| "1").collect()];
    assert!(found(&wide, None, &mut judge).unwrap_err().contains("\"c39\" and 50 more"));
}

#[test]
fn a_column_is_named_or_counted() {
    let staff: &[&[&str]] = &[&["id", "Job", "Pay 2"], &["1", "Cook", "7"], &["2", "Nurse", "8"]];
    for (wanted, title) in [("Job", 1), ("job", 1), (" JOB ", 1), ("2", 1), ("pay_2", 2), ("1", 0)] {
        assert_eq!(found_in(staff, Some(wanted)), Ok((title, 1)), "{wanted}");
    }
    assert_eq!(found_in(&[&["2", "title"], &["7", "Cook"]], Some("2")), Ok((0, 1)), "a name that is the number wins");
    assert_eq!(
        found_in(staff, Some("Title")).unwrap_err(),
        "there is no column \"Title\"; the columns are \"id\", \"Job\", \"Pay 2\""
    );
    assert!(found_in(staff, Some("4")).unwrap_err().contains("no column \"4\""));
    assert!(found_in(staff, Some("0")).unwrap_err().contains("no column \"0\""));
}

#[test]
fn the_first_row_of_a_table_without_known_names_is_judged_by_the_rows_below() {
    let figures: &[&[&str]] = &[&["Nr", "Beruf"], &["1", "Cook"], &["2", "Nurse"]];
    assert_eq!(found_in(figures, Some("2")), Ok((1, 1)));
    assert_eq!(found_in(&[&["1", "Cook"], &["2", "Nurse"]], Some("2")), Ok((1, 0)));
    assert_eq!(found_in(&[&["Ward", "Cook"], &["Ward", "Nurse"]], Some("2")), Ok((1, 0)), "a value comes again");
    assert_eq!(found_in(&[&["A", "Cook"], &["B", "Nurse"]], Some("2")), Ok((1, 0)), "it is a job itself");
    assert_eq!(found_in(&[&["Wer", "Beruf"], &["B", "Nurse"]], Some("2")), Ok((1, 1)));
    let headed: &[&[&str]] =
        &[&["Table 1", "", ""], &["Beruf", "2024", "2034"], &["Cook", "1", "2"], &["Nurse", "3", "4"]];
    assert_eq!(found_in(headed, Some("1")), Ok((0, 2)), "a heading of the whole stands above");
}

#[test]
fn every_column_has_one_name_of_its_own() {
    let columns = found(&rows(&[&["title", "x", "", "x"], &["Cook", "1", "2", "3", "4"]]), None, &mut judge).unwrap();
    assert_eq!(columns.names, ["title", "x", "column 3", "x (2)", "column 5"]);
}

#[test]
fn a_table_of_one_column_needs_no_name() {
    assert_eq!(found_in(&[&["Cook"], &["Nurse"]], None), Ok((0, 0)));
    assert_eq!(found_in(&[&[""], &["Job title"], &["Nurse"]], None), Ok((0, 2)));
}

#[test]
fn where_a_file_has_no_titles_its_codes_stand_for_them() {
    let file = |name, code| found_in(&[&["Unit", name, "FTE"], &["Ward", code, "2"], &["Yard", "37-3011", "1"]], None);
    assert_eq!([file("SOC Code", "29-1141"), file("O*NET-SOC", "29-1141.00")], [Ok((1, 1)), Ok((1, 1))]);
    assert!(file("SOC Code", "Nurse").is_err() && file("Class", "29-1141").is_err());
}
