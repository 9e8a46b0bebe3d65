//! How AI is used, programmes of study and the handbook: every figure of the embedded data against the published files in
//! `../shared`, where those are at hand.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use calamine::{Data, Reader, Xlsx, open_workbook};
use rolescope::catalog::usage::MONTHS;
use rolescope::catalog::{Catalog, HandbookPage, Hundredths, Millionths, TaskUsage};

/// The folder of published files; none, with a word of it, where it is absent.
fn shared() -> Option<PathBuf> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")).to_owned();
    if folder.join("more").is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: ../shared with the published files is absent");
    None
}

fn catalog() -> &'static Catalog<'static> {
    rolescope::snapshot::open().unwrap().catalog()
}

/// The rows of a text, by the names of their columns.
fn rows(path: &Path, delimiter: u8) -> Vec<HashMap<String, String>> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).quoting(delimiter == b',').from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The sheet of a workbook, as rows of text.
fn sheet(path: &Path, name: &str) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let range = book.worksheet_range(name).unwrap();
    range.rows().map(|row| row.iter().map(Data::to_string).collect()).collect()
}

/// A published number as a whole number of parts of one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "figures of the files, all small")]
fn parts(text: &str, parts: f64) -> u32 {
    (text.parse::<f64>().unwrap() * parts).round() as u32
}

/// Tasks by the text that the index has of them: code and Task ID. A task has the text of today, or the only one that has
/// its words but for punctuation and little words.
fn tasks_by_text(shared: &Path) -> HashMap<String, Vec<(String, u32)>> {
    let little: HashSet<&str> = "a an the and or to in order such as that".split(' ').collect();
    let words = |text: &str| -> Vec<String> {
        let text: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
        text.to_lowercase().split_whitespace().filter(|word| !little.contains(word)).map(str::to_owned).collect()
    };
    let mut texts: HashMap<Vec<String>, BTreeSet<String>> = HashMap::new();
    for file in ["task_pct_v3", "task_pct_v4", "task_pct_v5", "task_pct_api_v5"] {
        for row in rows(&shared.join(format!("more/exposure/anthropic-2025-26/{file}.csv")), b',') {
            texts.entry(words(&row["task_name"])).or_default().insert(row["task_name"].clone());
        }
    }
    let mut tasks: HashMap<String, Vec<(String, u32)>> = HashMap::new();
    for row in rows(&shared.join("data/onet-30.3/db_30_3_text/Task Statements.txt"), b'\t') {
        let id = row["Task ID"].parse().unwrap();
        let (today, Some(alike)) = (row["Task"].trim().to_lowercase(), texts.get(&words(&row["Task"]))) else {
            continue;
        };
        if alike.contains(&today) || alike.len() == 1 {
            let text = alike.get(&today).or(alike.first()).unwrap().clone();
            tasks.entry(text).or_default().push((row["O*NET-SOC Code"].clone(), id));
        }
    }
    tasks
}

#[test]
fn the_use_of_every_task_is_that_of_the_files() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("more/exposure/anthropic-2025-26");
    let tasks = tasks_by_text(&shared);
    let blank = |task: u32, sharing: usize| TaskUsage {
        task,
        sharing: u16::try_from(sharing).unwrap(),
        shares: [None; 3],
        api: None,
        ways: None,
    };
    let mut expected: BTreeMap<u32, TaskUsage> = BTreeMap::new();
    let mut joined = Vec::new();
    for (place, file) in ["task_pct_v3", "task_pct_v4", "task_pct_v5", "task_pct_api_v5"].iter().enumerate() {
        let (mut part, mut of_a_task) = (0.0, 0.0);
        for row in rows(&folder.join(format!("{file}.csv")), b',') {
            let share: f64 = row["pct"].parse().unwrap();
            if !["none", "not_classified"].contains(&row["task_name"].as_str()) {
                of_a_task += share;
            }
            let Some(same) = tasks.get(&row["task_name"].trim().to_lowercase()) else { continue };
            part += share;
            for (_, id) in same {
                let usage = expected.entry(*id).or_insert_with(|| blank(*id, same.len()));
                let figure = Some(Millionths(parts(&row["pct"], 10_000.0)));
                if place < MONTHS.len() { usage.shares[place] = figure } else { usage.api = figure }
            }
        }
        joined.push(format!("{part:.1} of {of_a_task:.1}"));
    }
    for row in rows(&folder.join("automation_vs_augmentation_by_task_v5.csv"), b',') {
        let ways = ["directive", "feedback_loop", "task_iteration", "learning", "validation"];
        let ways = ways.map(|way| if row[way].is_empty() { "0" } else { row[way].as_str() });
        for (_, id) in tasks.get(&row["task"].trim().to_lowercase()).into_iter().flatten() {
            let usage = expected.get_mut(id).unwrap();
            usage.ways = Some(ways.map(|part| Hundredths(u16::try_from(parts(part, 10_000.0)).unwrap())));
        }
    }
    let catalog = catalog();
    let expected: Vec<TaskUsage> = expected.into_values().collect();
    for (found, expected) in catalog.usage.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(catalog.usage.len(), expected.len());
    // As the notes on the data say: how much of the use joins a task of O*NET 30.3, of all that is of a task.
    assert_eq!(joined, ["85.2 of 91.9", "86.9 of 93.5", "86.2 of 93.0", "85.3 of 90.3"]);
    let seen = |usage: &&TaskUsage| usage.shares.iter().any(Option::is_some);
    let roles = catalog.roles.iter().filter(|role| catalog.role_usage(role).is_some()).count();
    assert_eq!((expected.len(), expected.iter().filter(seen).count(), roles), (4_533, 4_252, 712));
}

/// The figures of roles, added up another way than the program does: each text's share falls to its tasks in equal parts.
#[test]
#[allow(clippy::cast_precision_loss, reason = "few tasks have the same text")]
fn the_use_of_a_role_is_that_of_its_tasks() {
    let Some(shared) = shared() else { return };
    let folder = shared.join("more/exposure/anthropic-2025-26");
    let tasks = tasks_by_text(&shared);
    let ways: HashMap<String, HashMap<String, String>> =
        rows(&folder.join("automation_vs_augmentation_by_task_v5.csv"), b',')
            .into_iter()
            .map(|row| (row["task"].clone(), row))
            .collect();
    let mut sums: HashMap<String, [f64; 3]> = HashMap::new();
    for row in rows(&folder.join("task_pct_v5.csv"), b',') {
        let Some(same) = tasks.get(&row["task_name"]) else { continue };
        let share = row["pct"].parse::<f64>().unwrap() / same.len() as f64;
        let way = |names: &[&str]| -> f64 {
            let known = ways.get(&row["task_name"]);
            names.iter().filter_map(|name| known?.get(*name)?.parse::<f64>().ok()).sum()
        };
        let (handed, together) =
            (way(&["directive", "feedback_loop"]), way(&["task_iteration", "learning", "validation"]));
        for (code, _) in same {
            let sum = sums.entry(code.clone()).or_default();
            sum[0] += share;
            sum[1] += share * handed * 100.0;
            sum[2] += share * together * 100.0;
        }
    }
    let (catalog, mut split) = (catalog(), 0);
    for role in &catalog.roles {
        let usage = catalog.role_usage(role);
        let [share, handed, together] = sums.get(&role.code.to_string()).copied().unwrap_or_default();
        let found = usage.and_then(|usage| usage.shares[2]).unwrap_or_default();
        assert!((found - share).abs() < 1e-3, "{} {found} {share}", role.code);
        let Some(found) = usage.and_then(|usage| usage.split) else {
            assert!(handed + together == 0.0, "{}", role.code);
            continue;
        };
        let is_near = |found: f64, sum: f64| (found - sum / share).abs() < 0.05;
        assert!(
            is_near(found.handed_over, handed) && is_near(found.done_together, together),
            "{} {found:?}",
            role.code
        );
        split += 1;
    }
    assert_eq!(split, 583);
}

#[test]
fn the_use_of_every_activity_is_that_of_the_files() {
    let Some(shared) = shared() else { return };
    let exposure = shared.join("more/exposure");
    let copilot = rows(&exposure.join("microsoft/iwa_metrics.csv"), b',');
    let by_name: HashMap<&str, &HashMap<String, String>> =
        copilot.iter().map(|row| (row["title"].as_str(), row)).collect();
    let means = ["messages", "work_related_messages"].map(|what| {
        let path = exposure.join(format!("openai-signals/usa_share_of_{what}_by_onet_iwa_month.csv"));
        let mut months: HashMap<String, Vec<f64>> = HashMap::new();
        for row in rows(&path, b',').into_iter().filter(|row| row["month"].starts_with("2025-")) {
            months.entry(row["iwa_cleaned"].clone()).or_default().push(row["share_of_messages"].parse().unwrap());
        }
        months.retain(|_, known| known.len() == 12);
        months
    });
    let published = rows(&shared.join("data/onet-30.3/db_30_3_text/GWAs to IWAs.txt"), b'\t');
    let catalog = catalog();
    assert_eq!(catalog.intermediate.len(), published.len());
    let percent = |share: f64| Hundredths(u16::try_from(parts(&share.to_string(), 10_000.0)).unwrap());
    let mut known = [0; 3];
    for row in &published {
        let (id, name) = (row["IWA Element ID"].as_str(), row["IWA Element Name"].as_str());
        let found = catalog.intermediate(&format!("{id}.1")).unwrap();
        let studied = by_name[name];
        assert_eq!((found.id, found.name, found.earlier_id), (id, name, studied["IWA"].as_str()));
        let of = |place: usize| {
            let months = means[place].get(&studied["IWA"])?;
            Some(percent(months.iter().sum::<f64>() / 12.0))
        };
        let goal = Some(percent(studied["share_user"].parse().unwrap()));
        let action = Some(percent(studied["share_ai"].parse().unwrap()));
        let expected = (of(0), of(1), goal, action);
        assert_eq!((found.chatgpt, found.chatgpt_at_work, found.copilot_goal, found.copilot_action), expected, "{id}");
        for (count, has) in known.iter_mut().zip([of(0).is_some(), of(1).is_some(), goal.is_some()]) {
            *count += usize::from(has);
        }
    }
    assert_eq!(known, [184, 128, 332]);
    let tasks = catalog.roles.iter().flat_map(|role| &role.tasks);
    let with = tasks.filter(|task| catalog.intermediate_of(task).iter().any(|known| known.chatgpt.is_some())).count();
    assert!(with > 10_000, "{with}");
}

#[test]
fn the_programmes_of_every_role_are_those_of_the_crosswalk() {
    let Some(shared) = shared() else { return };
    let mut by_soc: HashMap<String, BTreeSet<(String, String)>> = HashMap::new();
    let mut none = BTreeSet::new();
    for row in sheet(&shared.join("more/crosswalks/CIP2020_SOC2018_Crosswalk.xlsx"), "SOC-CIP").into_iter().skip(1) {
        let [soc, _, code, title] = row.try_into().unwrap();
        if code == "99.9999" {
            none.insert(soc);
        } else {
            by_soc.entry(soc).or_default().insert((code, title.trim().trim_end_matches('.').to_owned()));
        }
    }
    let (catalog, mut with) = (catalog(), 0);
    for role in &catalog.roles {
        let soc = role.code.soc().to_string();
        let found: BTreeSet<(String, String)> = catalog
            .programmes(role)
            .map(|programme| (programme.code.to_string(), programme.title.to_owned()))
            .collect();
        assert_eq!(found.len(), catalog.programmes(role).len(), "{soc}");
        assert_eq!(found, by_soc.get(&soc).cloned().unwrap_or_default(), "{soc}");
        assert_eq!(found.is_empty(), none.contains(&soc), "{soc}");
        with += usize::from(!found.is_empty());
    }
    assert_eq!((with, catalog.programmes.list.len(), none.len()), (825, 1_947, 180));
}

#[test]
fn the_page_of_every_role_in_the_handbook_is_that_of_the_crosswalk() {
    let Some(shared) = shared() else { return };
    let sheet = sheet(&shared.join("data/bls/nem_onet_to_soc_crosswalk_2025-08-28.xlsx"), "ONET to SOC crosswalk");
    let listed: HashMap<&str, &str> = sheet.iter().skip(5).map(|row| (row[1].as_str(), row[9].as_str())).collect();
    let (catalog, mut with) = (catalog(), 0);
    for role in &catalog.roles {
        let code = role.code.to_string();
        let expected = listed.get(code.as_str()).filter(|address| address.starts_with("https://")).copied();
        let found = catalog.handbook_page(role).map(HandbookPage::address);
        assert_eq!(found.as_deref(), expected, "{code}");
        with += usize::from(found.is_some());
    }
    assert_eq!(with, 700);
}
