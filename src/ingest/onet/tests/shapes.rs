//! Every table, in the shape of 30.3 and in the shapes of the releases before it.

use super::*;
use crate::catalog::{Gap, Surveyed};
use crate::ingest::tables::RatingRow;

const RATED: &str = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|N|Standard Error|Lower CI Bound|\
Upper CI Bound|Recommend Suppress|Not Relevant|Date|Domain Source";

/// A row of a ratings table: role, element, scale, value, suppress, not relevant.
fn rated(code: &str, element: &str, scale: &str, value: &str, flags: &str) -> String {
    format!("{code}|{element}|Name of {element}|{scale}|{value}|8|0.1|1|2|{flags}|08/2023|Analyst")
}

fn short(row: &RatingRow) -> String {
    let level = row.level.map_or("-".to_owned(), |level| level.to_string());
    let flags =
        [row.suppress_importance, row.suppress_level, row.not_relevant].map(|flag| if flag { 'Y' } else { 'N' });
    format!(
        "{} {} {} {level} {}",
        row.code,
        row.element,
        row.importance.unwrap_or_default(),
        flags.iter().collect::<String>()
    )
}

#[test]
fn roles_and_tasks() {
    let zones = "O*NET-SOC Code|Job Zone|Date|Domain Source\n15-1299.05|1|08/2023|Analyst\n11-1011.00|n/a|08/2023|x\n99-9999.00|3|08/2023|x";
    let (rows, read) = read_with(&[zones]).unwrap();
    assert_eq!(rows.roles.len(), 2);
    assert_eq!(rows.roles[0].summary, "Fly \"new\" kites.", "quotation marks are text");
    assert_eq!((rows.roles[0].job_zone, rows.roles[1].job_zone), (None, Some(1)));
    assert_eq!(
        intake(&read, 3),
        (SourceId::Onet, 3, 1, "1 for a code that is not in Occupation Data; 1 without a figure".into())
    );
    let tasks: Vec<_> =
        rows.tasks.iter().map(|task| (task.task_id, task.kind.as_str(), task.wording.as_str())).collect();
    assert_eq!(
        tasks,
        [(7, "", "Hold the line."), (20, "Core", "Count the clouds of a day."), (3, "Supplemental", "Draw a \"cloud.")],
        "by code, in the file's order"
    );
}

#[test]
fn titles_of_both_shapes() {
    let rows = "O*NET-SOC Code|Reported Job Title|Shown in My Next Move\n15-1299.05|Zeppelin Eye|N\n15-1299.05|Cloud Clerk|Y\n11-1011.00|Kiter|Y";
    let new = "O*NET-SOC Code|Job Title|Short Title|Source(s)\n15-1299.05|Sky Reader|SR|01,08\n11-1011.00|Pilot|n/a|08\n99-9999.00|Nobody|n/a|08";
    let old = "O*NET-SOC Code|Title|Alternate Title|Short Title|Source(s)\n15-1299.05|Cloud Counters|Sky Reader|SR|01,08\n11-1011.00|Kite Testers|Pilot|n/a|08\n99-9999.00|X|Nobody|n/a|08";
    let (first, read) = read_with(&[rows, new]).unwrap();
    let reported: Vec<_> = first.reported_titles.iter().map(|row| (row.title.as_str(), row.shown)).collect();
    assert_eq!(reported, [("Kiter", true), ("Zeppelin Eye", false), ("Cloud Clerk", true)]);
    assert_eq!(first.job_titles.len(), 2);
    assert_eq!((first.job_titles[0].title.as_str(), first.job_titles[0].short_title.as_deref()), ("Pilot", None));
    assert_eq!(first.job_titles[1].short_title.as_deref(), Some("SR"));
    assert_eq!(first.job_titles[1].sources, "01,08");
    assert_eq!(intake(&read, 4).3, "1 for a code that is not in Occupation Data");
    assert_eq!(read_with(&[rows, old]).unwrap().0, first);
}

#[test]
fn task_ratings_of_both_shapes() {
    let published = "O*NET-SOC Code|Task ID|Scale ID|Category|Data Value|N|Recommend Suppress|Date
15-1299.05|20|FT|1|5.5|40|N|08/2023
15-1299.05|20|IM|n/a|4.52|40|N|08/2023
15-1299.05|20|RT|n/a|74.4|40|N|08/2023
15-1299.05|3|IM|n/a|4|40|Y|08/2023
15-1299.05|3|RT|n/a|n/a|40|N|08/2023
15-1299.05|7|IM|n/a|3|40|n/a|08/2023
15-1299.05|99|IM|n/a|3|40|n/a|08/2023";
    let (rows, read) = read_with(&[published]).unwrap();
    let figures: Vec<_> = rows.tasks.iter().map(|task| (task.task_id, task.importance, task.relevance)).collect();
    assert_eq!(figures, [(7, None, None), (20, Some(4.52), Some(74.4)), (3, None, None)]);
    let left_out = "1 O*NET recommends to suppress; 1 for a task of another role; \
                    1 for a task that is not in Task Statements; 1 on a scale that is not used; 1 without a figure";
    assert_eq!(intake(&read, 3), (SourceId::Onet, 7, 2, left_out.into()));

    let stand_in = "O*NET-SOC Code|Task ID|Importance|Relevance|Rating Release|Status in 30.3
15-1299.05|20|4.52|74.4|29.3|current\n15-1299.05|3|4|60|29.3|superseded";
    let (again, read) = read_with(&[stand_in]).unwrap();
    let gaps = |rows: &OnetRows| rows.tasks.iter().map(|task| task.gap).collect::<Vec<_>>();
    assert_eq!(gaps(&rows), [Some(Gap::NotRated), None, Some(Gap::Withheld)]);
    assert_eq!(gaps(&again), [Some(Gap::NotRated), None, Some(Gap::Superseded)]);
    let figures_again: Vec<_> =
        again.tasks.iter().map(|task| (task.task_id, task.importance, task.relevance)).collect();
    assert_eq!(figures_again, figures);
    assert_eq!(intake(&read, 3), (SourceId::OnetTaskRatings, 2, 1, "1 superseded".into()));
}

#[test]
fn activities_of_both_shapes() {
    let names = ["GWA Element ID|IWA Element ID|DWA Element ID|DWA Element Name", "Element ID|IWA ID|DWA ID|DWA Title"];
    let links = ["DWA Element ID", "DWA ID"];
    for (names, link) in names.iter().zip(links) {
        let names = format!("{names}\n4.A.1|4.A.1.a|4.A.1.a.2|Look up.\n4.A.1|4.A.1.a|4.A.1.a.10|Look down.");
        let links = format!(
            "O*NET-SOC Code|Task ID|{link}|Date\n15-1299.05|20|4.A.1.a.2|x\n15-1299.05|20|4.A.1.a.10|x\n\
             15-1299.05|3|4.A.1.a.2|x\n15-1299.05|3|4.A.9|x"
        );
        let (rows, read) = read_with(&[&names, &links]).unwrap();
        let ids: Vec<_> = rows.activities.iter().map(|row| (row.id.as_str(), row.name.as_str())).collect();
        assert_eq!(ids, [("4.A.1.a.10", "Look down."), ("4.A.1.a.2", "Look up.")]);
        let links: Vec<_> = rows.task_activities.iter().map(|row| (row.task_id, row.activity.as_str())).collect();
        assert_eq!(links, [(3, "4.A.1.a.2"), (20, "4.A.1.a.2"), (20, "4.A.1.a.10")]);
        assert_eq!(intake(&read, 4).3, "1 for an activity that no file names");
    }
}

#[test]
fn ratings_merge_and_skills_split() {
    let essential = [
        rated("15-1299.05", "2.A.1.b", "LV", "3.5", "N|N"),
        rated("15-1299.05", "2.A.1.b", "IM", "4.12", "Y|n/a"),
        rated("11-1011.00", "2.A.1.a", "IM", "2", "|n/a"),
        rated("11-1011.00", "2.A.1.a", "LV", "0", "Y|Y"),
    ]
    .join("\n");
    let transferable = [
        rated("11-1011.00", "2.B.3.a", "IM", "3", "N|n/a"),
        rated("15-1299.05", "2.B.3.a", "LV", "3", "N|N"),
        rated("99-9999.00", "2.B.3.a", "IM", "3", "N|N"),
        rated("11-1011.00", "2.B.3.a", "XX", "3", "N|N"),
    ]
    .join("\n");
    let (two, read) = read_with(&[&format!("{RATED}\n{essential}"), &format!("{RATED}\n{transferable}")]).unwrap();
    let essential_rows: Vec<_> = two.essential_skills.iter().map(short).collect();
    assert_eq!(essential_rows, ["11-1011.00 2.A.1.a 2 0 NYY", "15-1299.05 2.A.1.b 4.12 3.5 YNN"]);
    assert_eq!(two.transferable_skills.iter().map(short).collect::<Vec<_>>(), ["11-1011.00 2.B.3.a 3 - NNN"]);
    assert_eq!(intake(&read, 3), (SourceId::Onet, 4, 4, String::new()), "both scales count as used");
    let left_out = "1 a level without an importance; 1 for a code that is not in Occupation Data; \
                    1 on a scale that is not used";
    assert_eq!(intake(&read, 4), (SourceId::Onet, 4, 1, left_out.into()));
    let elements: Vec<_> = two.elements.iter().map(|row| (row.id.as_str(), row.family)).collect();
    let (e, t) = (Family::EssentialSkill, Family::TransferableSkill);
    assert_eq!(elements, [("2.A.1.a", e), ("2.A.1.b", e), ("2.B.3.a", t)]);
    assert_eq!(two.elements[0].name, "Name of 2.A.1.a");

    let one = format!("{RATED}\n{transferable}\n{essential}");
    assert_eq!(read_with(&[&one]).unwrap().0, two, "Skills before 30.3 hold both");
}

#[test]
fn knowledge_abilities_and_activities() {
    let knowledge = format!("{RATED}\n{}", rated("11-1011.00", "2.C.1.a", "IM", "4.78", "N|n/a"));
    let plain = |element: &str| {
        format!(
            "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value\n11-1011.00|{element}|Some|IM|4.5\n11-1011.00|{element}|Some|LV|7"
        )
    };
    let (rows, read) = read_with(&[&knowledge, &plain("1.A.1.a.1"), &plain("4.A.1.a.1")]).unwrap();
    assert_eq!(rows.knowledge.iter().map(short).collect::<Vec<_>>(), ["11-1011.00 2.C.1.a 4.78 - NNN"]);
    assert_eq!(rows.abilities.iter().map(short).collect::<Vec<_>>(), ["11-1011.00 1.A.1.a.1 4.5 7 NNN"]);
    assert_eq!(rows.work_activities.iter().map(short).collect::<Vec<_>>(), ["11-1011.00 4.A.1.a.1 4.5 7 NNN"]);
    let ids = [3, 4, 5].map(|number| intake(&read, number).0);
    assert_eq!(ids, [SourceId::Onet, SourceId::OnetAbilities, SourceId::OnetActivities]);

    let files = [file("db/1", ROLES), file("db/2", TASKS), file("elsewhere/3.txt", &knowledge)];
    let (_, read) = super::super::read(&files).unwrap();
    assert_eq!(intake(&read, 3).0, SourceId::OnetKnowledge, "a table from elsewhere is a dataset of its own");
}

#[test]
fn software_and_tools() {
    let new = "O*NET-SOC Code|Workplace Example|Element ID|Element Name|Hot Technology|In Demand\n15-1299.05|Zed|2.E.1|Editors|Y|N\n15-1299.05|Abacus 3|2.E.2|Sums|N|Y";
    let old = "O*NET-SOC Code|Example|Commodity Code|Commodity Title|Hot Technology|In Demand\n15-1299.05|Zed|1|Editors|Y|N\n15-1299.05|Abacus 3|2|Sums|N|Y";
    let tools = "O*NET-SOC Code|Title|Example|Commodity Code|Commodity Title\n15-1299.05|Cloud Counters|10-key counters|44101809|Counters\n11-1011.00|Kite Testers|Reels|2|Reels";
    let (rows, read) = read_with(&[new, &tools.replace("|Title|", "|Was|")]).unwrap();
    let software: Vec<_> = rows.software.iter().map(|row| (row.name.as_str(), row.hot, row.in_demand)).collect();
    assert_eq!(software, [("Zed", true, false), ("Abacus 3", false, true)], "in the file's order");
    assert_eq!(rows.software[0].category, "Editors");
    let names: Vec<_> = rows.tools.iter().map(|row| (row.name.as_str(), row.commodity.as_str())).collect();
    assert_eq!(names, [("Reels", "Reels"), ("10-key counters", "Counters")]);
    assert_eq!(intake(&read, 4).0, SourceId::Onet, "beside Occupation Data, it is of that release");
    assert_eq!(read_with(&[old]).unwrap().0.software, rows.software);

    let files = [file("db/1.txt", ROLES), file("db/2.txt", TASKS), workbook("other/3.txt", tools)];
    let (again, read) = super::super::read(&files).unwrap();
    assert_eq!(again.tools, rows.tools, "an xlsx workbook reads as text does");
    assert_eq!(intake(&read, 3), (SourceId::OnetTools, 2, 2, String::new()));
}

#[test]
fn related_education_and_interests() {
    let related = "O*NET-SOC Code|Related O*NET-SOC Code|Relatedness Tier|Index\n15-1299.05|11-1011.00|Primary-Long|10\n15-1299.05|15-1299.05|Primary-Short|2\n15-1299.05|99-9999.00|Supplemental|3";
    let education = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value|Recommend Suppress|Date
15-1299.05|2.D.1|Level|RL|10|60.5|N|08/2023\n15-1299.05|2.D.1|Level|RL|2|39.5|n/a|08/2023\n15-1299.05|2.D.1|Level|RL|3|1|Y|08/2023
15-1299.05|2.D.1|Level|RL|4|n/a|N|08/2023\n15-1299.05|3.A.1|Years|RW|1|10|N|08/2023\n15-1299.05|2.D.4.a|Proof|IM|n/a|2|N|08/2023";
    let six = |code: &str, n: usize| {
        ["a", "b", "c", "d", "e", "f"].iter().zip(1..).take(n).fold(String::new(), |text, (letter, value)| {
            format!("{text}\n{code}|1.B.1.{letter}|Name|OI|{value}|08/2023|x")
        })
    };
    let interests = format!(
        "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date|Domain Source{}{}\n15-1299.05|1.B.1.g|High|IH|6|08/2023|x",
        six("15-1299.05", 6),
        six("11-1011.00", 5)
    );
    let (rows, read) = read_with(&[related, education, &interests]).unwrap();
    let tiers: Vec<_> = rows.related.iter().map(|row| (row.related.to_string(), row.tier.as_str())).collect();
    assert_eq!(tiers, [("15-1299.05".into(), "Primary-Short"), ("11-1011.00".into(), "Primary-Long")]);
    assert_eq!(intake(&read, 3).3, "1 related to a code that is not in Occupation Data");
    let levels: Vec<_> = rows.education.iter().map(|row| (row.level, row.percent)).collect();
    assert_eq!(
        levels,
        [(2, Some(39.5)), (3, None), (10, Some(60.5))],
        "by level, as a number; a withheld share is told"
    );
    let left_out = "2 on an element that is not used; 1 without a figure";
    assert_eq!(intake(&read, 4), (SourceId::Onet, 6, 3, left_out.into()));
    let surveys: Vec<_> = rows.surveys.iter().map(|row| (row.table, row.newest.to_string())).collect();
    assert!(surveys.contains(&(Surveyed::Education, "2023-08".to_owned())), "{surveys:?}");
    assert_eq!(rows.interests.len(), 1);
    assert_eq!((rows.interests[0].realistic, rows.interests[0].conventional), (1.0, 6.0));
    let left_out = "5 for a role that lacks one of the six interests; 1 on a scale that is not used";
    assert_eq!(intake(&read, 5), (SourceId::Onet, 12, 6, left_out.into()));
}

#[test]
fn files_that_are_not_needed_are_passed_over() {
    let names = |lines: &str| recognise(&file("Skills.txt", lines));
    assert_eq!(names("a page of something else"), None);
    assert_eq!(names("O*NET-SOC Code|Task|Category|Original Task ID\n11-1011.00|Fly.|New|n/a"), None);
    assert_eq!(names("Element ID|Element Name|Description\n2.A|Skills|Some."), None);
    let styles = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Data Value|Date\n11-1011.00|1.D.1.a|Novelty|WI|2|x";
    assert_eq!(names(styles), None);
    let context = "O*NET-SOC Code|Element ID|Element Name|Scale ID|Category|Data Value\n11-1011.00|4.C.1|Talk|CXP|1|20";
    assert_eq!(names(context), None);
    assert_eq!(names(ROLES), Some(OnetTable::OccupationData));
    let mut marked = file("x", ROLES);
    marked.bytes.splice(0..0, *b"\xEF\xBB\xBF");
    assert_eq!(recognise(&marked), Some(OnetTable::OccupationData), "a byte order mark is no part of a name");
    assert_eq!(read(&[marked, file("y", TASKS)]).unwrap().0.roles.len(), 2);
}

#[test]
fn the_release_stands_in_the_read_me() {
    let read_me = file("db/Read Me.txt", "O*NET 30.3 Database\nMay 2026 Release");
    assert_eq!(release(&[file("db/1", ROLES), read_me]), Some("30.3".to_owned()));
    assert_eq!(release(&[file("db/1", ROLES)]), None);
}

#[test]
fn other_editions_say_the_same() {
    let zones =
        "O*NET-SOC Code|Job Zone|Date|Domain Source\n15-1299.05|2|08/2023|Analyst\n11-1011.00|3|08/2023|Analyst";
    let text = read_with(&[zones]).unwrap().0;
    // Quoted where it has to be, and every field, as programs differ.
    let quoted = |field: &str, always: bool| {
        let is_quoted = always || field.contains(['"', ',', ';', '\t']);
        if is_quoted { format!("\"{}\"", field.replace('"', "\"\"")) } else { field.to_owned() }
    };
    let saved = |lines: &str, delimiter: &str, always: bool, name: &str| {
        let line = |line: &str| line.split('|').map(|field| quoted(field, always)).collect::<Vec<_>>().join(delimiter);
        let body: Vec<String> = lines.lines().map(line).collect();
        let bytes = format!("\u{feff}{}\r\n\r\n{}\r\n", body.join("\r\n"), delimiter.repeat(3)).into_bytes();
        SourceFile { path: name.into(), bytes }
    };
    for (delimiter, always) in [(",", false), (",", true), (";", false), ("\t", true), ("\t", false)] {
        let tables = [ROLES, TASKS, zones];
        let files: Vec<_> =
            tables.iter().zip(1..).map(|(t, n)| saved(t, delimiter, always, &format!("{n}.csv"))).collect();
        let rows = read(&files).unwrap().0;
        assert_eq!(rows.roles, text.roles, "{delimiter:?} {always}");
        assert_eq!(rows.tasks, text.tasks, "{delimiter:?} {always}");
    }
    let open =
        SourceFile { path: "1.csv".into(), bytes: b"O*NET-SOC Code,Title,Description\n11-1011.00,\"A,B\n".to_vec() };
    assert!(read(&[open, file("2.txt", TASKS)]).unwrap_err().to_string().contains("a quotation mark is left open"));
}
