//! What is wrong with a file is said with its place, the value, what was expected and what to do next.

use super::*;

/// The error of reading roles, tasks and a third table.
fn refusal(lines: &str) -> String {
    read_with(&[lines]).unwrap_err().to_string()
}

#[test]
fn a_missing_column_is_named() {
    let error = refusal("O*NET-SOC Code|Job Title|Source(s)\n11-1011.00|Pilot|08");
    assert!(
        error
            .starts_with("db/3.txt:1: no column \"Short Title\"; its columns are O*NET-SOC Code, Job Title, Source(s)")
    );
    assert!(error.contains("next: take the file as O*NET publishes it"), "{error}");
}

#[test]
fn values_are_refused_with_their_place() {
    let zone = |value: &str| refusal(&format!("O*NET-SOC Code|Job Zone\n11-1011.00|{value}"));
    assert_eq!(zone("6"), "db/3.txt:2, column \"Job Zone\": \"6\" is not a number from 1 to 5");
    assert_eq!(zone("two"), "db/3.txt:2, column \"Job Zone\": \"two\" is not a number from 1 to 5");

    let shown = refusal("O*NET-SOC Code|Reported Job Title|Shown in My Next Move\n11-1011.00|A|Y\n11-1011.00|B|yes");
    assert_eq!(shown, "db/3.txt:3, column \"Shown in My Next Move\": \"yes\" is not Y or N");

    let title = refusal("O*NET-SOC Code|Reported Job Title|Shown in My Next Move\n11-1011|A|Y");
    assert_eq!(title, "db/3.txt:2, column \"O*NET-SOC Code\": \"11-1011\" is not an O*NET-SOC code like 15-1299.05");

    let empty = refusal("O*NET-SOC Code|Reported Job Title|Shown in My Next Move\n11-1011.00||Y");
    assert_eq!(empty, "db/3.txt:2, column \"Reported Job Title\": \"\" is not a text");

    let tier = refusal("O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index\n11-1011.00|15-1299.05|Close|1");
    assert!(tier.contains("column \"Relatedness Tier\": \"Close\" is not Primary-Short"), "{tier}");

    let status = "O*NET-SOC Code|Task ID|Importance|Relevance|Status in 30.3\n15-1299.05|20|4|60|old";
    assert!(refusal(status).contains("\"old\" is not current or superseded"));
}

#[test]
fn figures_stay_in_the_range_of_their_scale() {
    let rating = |scale: &str, value: &str| {
        let header = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value";
        read_with(&[&format!("{header}\n11-1011.00|2.C.1.a|Lore|IM|3\n15-1299.05|2.C.1.a|Lore|{scale}|{value}")])
            .map_err(|error| error.to_string())
    };
    for (scale, value, range) in [
        ("IM", "0.99", "1 to 5"),
        ("IM", "5.01", "1 to 5"),
        ("IM", "NaN", "1 to 5"),
        ("IM", "4,5", "1 to 5"),
        ("LV", "7.01", "0 to 7"),
        ("LV", "-1", "0 to 7"),
        ("LV", "inf", "0 to 7"),
    ] {
        let expected = format!("db/3.txt:3, column \"Data Value\": {value:?} is not a number from {range}");
        assert_eq!(rating(scale, value).unwrap_err(), expected);
    }
    assert!(rating("IM", "5.00").is_ok() && rating("IM", "n/a").is_ok());

    let task = |scale: &str, value: &str| {
        read_with(&[&format!("O*NET-SOC Code|Task ID|Scale ID|Data Value\n15-1299.05|20|{scale}|{value}")])
    };
    assert!(task("RT", "100.5").is_err() && task("IM", "0").is_err());
    assert!(task("RT", "100").is_ok() && task("FT", "anything").is_ok());

    let education = |level: &str, percent: &str| {
        let header = "O*NET-SOC Code|Element ID|Scale ID|Category|Data Value";
        read_with(&[&format!("{header}\n11-1011.00|2.D.1|RL|{level}|{percent}")])
    };
    assert!(education("13", "5").is_err() && education("12", "100.1").is_err());
    assert!(education("12", "100").is_ok());
}

#[test]
fn broken_lines_are_refused() {
    let zones = "O*NET-SOC Code|Job Zone|Date\n11-1011.00|3|x\n15-1299.05|4";
    assert!(refusal(zones).starts_with("db/3.txt:3: 2 fields where the header names 3"));
    assert!(refusal("O*NET-SOC Code|Job Zone|Date\n11-1011.00|3|x|more").starts_with("db/3.txt:2: 4 fields"));
    let after_empty = refusal("O*NET-SOC Code|Job Zone\n11-1011.00|3\n\n\n15-1299.05|many");
    assert!(after_empty.starts_with("db/3.txt:5"), "{after_empty}");
    assert!(refusal("O*NET-SOC Code|Job Zone|Date").contains("a header, but no rows"));

    let broken = |change: fn(&mut Vec<u8>)| {
        let mut zones = file("db/3.txt", "O*NET-SOC Code|Job Zone\n11-1011.00|3\n15-1299.05|4");
        change(&mut zones.bytes);
        read(&[file("db/1", ROLES), file("db/2", TASKS), zones]).unwrap_err().to_string()
    };
    let cut = broken(|bytes| bytes.truncate(bytes.len() - 2));
    assert!(cut.starts_with("db/3.txt:3: the last line has no line end: the file was cut off"), "{cut}");
    assert!(cut.contains("next: download the file again"));
    let other = broken(|bytes| bytes.splice(40..41, [0xE9]).for_each(drop));
    assert!(other.starts_with("db/3.txt:3: bytes that are not UTF-8"), "{other}");
}

#[test]
fn a_damaged_workbook_is_refused() {
    let mut book = workbook("db/3.txt", "O*NET-SOC Code|Example|Commodity Title\n11-1011.00|Reels|Reels");
    let place = book.bytes.windows(9).position(|part| part == b"sheetData").unwrap_or(book.bytes.len() / 2);
    book.bytes.truncate(place);
    let error = read(&[file("db/1", ROLES), file("db/2", TASKS), book]).unwrap_err().to_string();
    assert!(error.starts_with("db/3.txt: not a readable xlsx workbook"), "{error}");
}

#[test]
fn nothing_is_said_twice() {
    let twice = |lines: &str| refusal(lines);
    let zones = twice("O*NET-SOC Code|Job Zone\n11-1011.00|3\n15-1299.05|4\n11-1011.00|4");
    assert!(zones.starts_with("db/3.txt:4: the job zone of 11-1011.00 again; it stands in line 2 already"), "{zones}");
    let header = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value";
    let rating = twice(&format!("{header}\n11-1011.00|2.C.1.a|Lore|IM|3\n11-1011.00|2.C.1.a|Lore|IM|3"));
    assert!(rating.starts_with("db/3.txt:3: the IM of 2.C.1.a for 11-1011.00 again"), "{rating}");
    let names = twice(&format!("{header}\n11-1011.00|2.C.1.a|Lore|IM|3\n11-1011.00|2.C.1.a|Law|LV|3"));
    assert!(names.contains("\"Law\" is not \"Lore\", the name of 2.C.1.a in rows before"), "{names}");
    let mixed = twice(&format!("{header}\n11-1011.00|2.C.1.a|Lore|IM|3\n11-1011.00|4.A.1.a|Act|IM|3"));
    assert!(mixed.contains("\"4.A.1.a\" is not the Element ID of a kind of knowledge"), "{mixed}");
    let tasks = read(&[file("db/1", ROLES), file("db/2", &format!("{TASKS}\n11-1011.00|20|Fly.|Core|1|x|x"))]);
    assert!(tasks.unwrap_err().to_string().starts_with("db/2:5: the Task ID 20 again; it stands in line 2"));
}

#[test]
fn of_two_files_with_one_table_one_must_go() {
    let zones = "O*NET-SOC Code|Job Zone\n11-1011.00|3";
    let files = |other: &str| {
        let (roles, tasks) = (file("db/1.txt", ROLES), file("db/2.txt", TASKS));
        read(&[roles, tasks, file("db/a.txt", zones), file("more/b.txt", other)])
    };
    let (_, same) = files(zones).unwrap();
    assert_eq!(same.len(), 3, "of identical files one counts");
    let error = files("O*NET-SOC Code|Job Zone\n11-1011.00|4").unwrap_err().to_string();
    assert_eq!(error, "more/b.txt: holds Job Zones, and so does db/a.txt\n  next: remove one of the two files");

    let header = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value";
    let essential = format!("{header}\n11-1011.00|2.A.1.a|Read|IM|3");
    let error = read_with(&[&essential, &format!("{essential}\n11-1011.00|2.B.1.a|Mend|IM|3")]).unwrap_err();
    assert!(error.to_string().contains("holds Skills, and so does db/3.txt"), "{error}");
}

#[test]
fn roles_and_tasks_must_be_there() {
    let error = read(&[file("db/2.txt", TASKS)]).unwrap_err().to_string();
    assert!(error.starts_with("db: no file holds Occupation Data\n  next: download the text release"), "{error}");
    assert!(read(&[file("db/1.txt", ROLES)]).unwrap_err().to_string().contains("no file holds Task Statements"));
    assert!(read(&[]).is_err());
}
