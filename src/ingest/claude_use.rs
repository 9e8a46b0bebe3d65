//! Anthropic's Economic Index: each task's share of the use of Claude.ai in three months and of the use through the API, and
//! how people use AI for it. The files name tasks by their text.

use std::collections::{HashMap, HashSet};

use super::anthropic::task_key;
use super::published::{Dataset, Published};
use super::read::{Read, keep};
use super::sheet::{Form, Once, SHARE, Sheet, has_columns};
use super::tables::{TaskRow, TaskUsageRow};
use super::{BadInput, Intake, SourceFile, Tables};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::claude_use::{SHARE as PERCENT, TASK, TASK_NAME, WAYS};
use crate::catalog::source::NOT_STATED;

pub static DATASET: Dataset = Dataset {
    id: SourceId::ClaudeUse,
    name: "Anthropic Economic Index, use by task",
    release: "August 2025, November 2025, February 2026",
    date: NOT_STATED,
    publisher: "Anthropic",
    address: "https://huggingface.co/datasets/Anthropic/EconomicIndex",
    licence: "CC BY",
    attribution: "Data of the Anthropic Economic Index, by Anthropic, under CC BY: global use of Claude.ai and of the API by \
        O*NET task, in tables that a third party derived from it; joined to O*NET tasks by their text, and added up over \
        those of a role, by rolescope.",
    files: &[
        Published {
            what: "Claude's use by task, August 2025",
            name: File::ClaudeUse(0).name(),
            recognise: |file| is_of_shares(file, File::ClaudeUse(0)),
            read: |file, found| keep(&mut found.claude_use.shares[0], shares(file)),
            ..FILE
        },
        Published {
            what: "Claude's use by task, November 2025",
            name: File::ClaudeUse(1).name(),
            recognise: |file| is_of_shares(file, File::ClaudeUse(1)),
            read: |file, found| keep(&mut found.claude_use.shares[1], shares(file)),
            ..FILE
        },
        Published {
            what: "Claude's use by task, February 2026",
            name: File::ClaudeUse(2).name(),
            recognise: |file| is_of_shares(file, File::ClaudeUse(2)),
            read: |file, found| keep(&mut found.claude_use.shares[2], shares(file)),
            ..FILE
        },
        Published {
            what: "Claude's use by task through the API",
            name: File::ClaudeApiUse.name(),
            recognise: |file| is_of_shares(file, File::ClaudeApiUse),
            read: |file, found| keep(&mut found.claude_use.api, shares(file)),
            ..FILE
        },
        Published {
            what: "how Claude is used for tasks",
            name: File::ClaudeWays.name(),
            recognise: |file| {
                file.name() == File::ClaudeWays.name() && has_columns(file, Form::Comma, &[TASK, WAYS[0]])
            },
            read: |file, found| keep(&mut found.claude_use.ways, ways(file)),
            ..FILE
        },
    ],
    place,
    ..Dataset::PLAIN
};

/// What the files have in common.
const FILE: Published = Published {
    dataset: SourceId::ClaudeUse,
    what: "",
    name: "",
    others: &[],
    recognise: |_| false,
    read: |file, _| Ok(Intake::of(file)),
    download: None,
};

/// The files of shares say nothing of their month: their names alone tell it.
fn is_of_shares(file: &SourceFile, known: File) -> bool {
    file.name() == known.name() && has_columns(file, Form::Comma, &[TASK_NAME, PERCENT])
}

/// Shares of all use in percent, by [`task_key`].
type Shares = HashMap<String, f64>;

/// What the files say, by [`task_key`].
#[derive(Debug, Default)]
pub struct ClaudeUse {
    shares: [Shares; 3],
    api: Shares,
    /// The part of a task's conversations in each way, 0 to 1.
    ways: HashMap<String, [f64; 5]>,
}

/// What stands for conversations that are about no task, or could not be classified.
const NO_TASK: [&str; 2] = ["none", "not_classified"];

/// Reads the shares in percent.
///
/// # Errors
/// When a column is missing, a task stands twice, or a share is none, with its place.
pub fn shares(file: &SourceFile) -> Result<(Shares, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &[TASK_NAME, PERCENT])?;
    let (mut shares, mut intake, mut once) = (Shares::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let name = row.field(TASK_NAME)?;
        let (key, share) = (task_key(name.text()?), row.field(PERCENT)?.number(&(0.0..=100.0))?);
        once.note(key.clone(), name)?;
        if NO_TASK.contains(&key.as_str()) {
            intake.leave_out("of no task");
        } else {
            intake.keep();
            shares.insert(key, share);
        }
    }
    Ok((shares, intake))
}

/// Reads the ways of use; a way of which nothing stands was not seen.
///
/// # Errors
/// When a column is missing, a task stands twice, or a part is none, with its place.
pub fn ways(file: &SourceFile) -> Result<(HashMap<String, [f64; 5]>, Intake), BadInput> {
    let [directive, feedback, iteration, learning, validation] = WAYS;
    let sheet = Sheet::read(file, Form::Comma, &[TASK, directive, feedback, iteration, learning, validation])?;
    let (mut ways, mut intake, mut once) = (HashMap::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let name = row.field(TASK)?;
        let key = task_key(name.text()?);
        once.note(key.clone(), name)?;
        let mut parts = [0.0; 5];
        for (part, way) in parts.iter_mut().zip(WAYS) {
            let field = row.field(way)?;
            if !field.value().is_empty() {
                *part = field.number(&SHARE)?;
            }
        }
        if NO_TASK.contains(&key.as_str()) {
            intake.leave_out("of no task");
        } else {
            intake.keep();
            ways.insert(key, parts);
        }
    }
    Ok((ways, intake))
}

impl ClaudeUse {
    /// The row of a task by its text, which so many tasks have; none where no file of shares lists it.
    fn row(&self, task: (crate::catalog::Code, u32), key: &str, sharing: u16) -> Option<TaskUsageRow> {
        let rounded = |share: &f64| (share * 10_000.0).round() / 10_000.0;
        let [august, november, february] = [0, 1, 2].map(|month| self.shares.get(month)?.get(key).map(rounded));
        let api = self.api.get(key).map(rounded);
        august.or(november).or(february).or(api)?;
        let ways = self.ways.get(key).map(|parts| parts.map(|part| (part * 10_000.0).round() / 100.0));
        let way = |place: usize| ways.and_then(|ways| ways.get(place).copied());
        Some(TaskUsageRow {
            code: task.0,
            task_id: task.1,
            sharing,
            august_2025: august,
            november_2025: november,
            february_2026: february,
            api_february_2026: api,
            directive: way(0),
            feedback_loop: way(1),
            task_iteration: way(2),
            learning: way(3),
            validation: way(4),
        })
    }
}

/// Words that O*NET exchanges, adds and drops where it words a task anew.
const LITTLE_WORDS: [&str; 11] = ["a", "an", "the", "and", "or", "to", "in", "order", "such", "as", "that"];

/// The words of a text in lower case, without punctuation and without [`LITTLE_WORDS`].
fn bare(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    let words = words.filter(|word| !word.is_empty() && !LITTLE_WORDS.contains(&word.as_str()));
    words.collect::<Vec<_>>().join(" ")
}

/// The texts of the files, found by the text that a task has today.
struct Texts<'f> {
    all: HashSet<&'f str>,
    /// By what is left of them without little words; none where several texts are left with the same.
    by_words: HashMap<String, Option<&'f str>>,
}

impl<'f> Texts<'f> {
    fn of(used: &'f ClaudeUse) -> Self {
        let lists = used.shares.iter().chain([&used.api]);
        let all: HashSet<&str> = lists.flat_map(HashMap::keys).map(String::as_str).collect();
        let mut by_words = HashMap::new();
        for text in &all {
            by_words.entry(bare(text)).and_modify(|known| *known = None).or_insert(Some(*text));
        }
        Self { all, by_words }
    }

    /// The text of the files that is a task's, or was before O*NET changed its punctuation and little words.
    fn find(&self, wording: &str) -> Option<&'f str> {
        let same = self.all.get(task_key(wording).as_str()).copied();
        same.or_else(|| self.by_words.get(&bare(wording)).copied().flatten())
    }
}

/// Use joins by the official sentence.
fn place(tables: &mut Tables, found: &mut Read) {
    let used = std::mem::take(&mut found.claude_use);
    let texts = Texts::of(&used);
    let joined: Vec<(&TaskRow, &str)> =
        tables.tasks.iter().filter_map(|task| Some((task, texts.find(&task.wording)?))).collect();
    let mut sharing: HashMap<&str, u16> = HashMap::new();
    for (_, text) in &joined {
        *sharing.entry(text).or_default() += 1;
    }
    let row = |(task, text): (&TaskRow, &str)| {
        used.row((task.code, task.task_id), text, sharing.get(text).copied().unwrap_or(1))
    };
    tables.task_usage = joined.into_iter().filter_map(row).collect();
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    #[test]
    fn shares_and_ways_are_read_and_joined_by_text() -> Result<(), BadInput> {
        let (august, intake) = shares(&file("task_name,pct\nSing songs.,0.00176258\n\"paint, draw.\",1\nnone,5.7\n"))?;
        assert_eq!((intake.used, intake.left_out_text().as_str()), (2, "1 of no task"));
        let header = "task,directive,feedback_loop,learning,none,not_classified,task_iteration,validation";
        let (ways, intake) = ways(&file(&format!("{header}\nsing songs.,0.38775,,,,0.1,0.51225,\nnone,1,,,,,,\n")))?;
        assert_eq!((intake.used, intake.left_out_text().as_str()), (1, "1 of no task"));
        let used = ClaudeUse { shares: [august, Shares::new(), Shares::new()], api: Shares::new(), ways };
        let task = ("11-1011.00".parse().unwrap(), 7);
        let row = used.row(task, &task_key(" Sing Songs. "), 2).unwrap();
        assert_eq!((row.august_2025, row.november_2025, row.sharing), (Some(0.0018), None, 2));
        assert_eq!((row.directive, row.feedback_loop, row.task_iteration), (Some(38.78), Some(0.0), Some(51.23)));
        assert_eq!(used.row(task, "paint, draw.", 1).and_then(|row| row.directive), None);
        assert_eq!(used.row(task, "dance.", 1), None);
        Ok(())
    }

    #[test]
    fn a_text_is_found_under_its_earlier_punctuation_and_little_words() {
        let texts = ["plan, and paint.", "sing such songs in order to please.", "dance and jump.", "dance or jump."];
        let shares: Shares = texts.iter().map(|text| ((*text).to_owned(), 1.0)).collect();
        let used = ClaudeUse { api: shares, ..ClaudeUse::default() };
        let texts = Texts::of(&used);
        assert_eq!(texts.find("Plan or paint."), Some("plan, and paint."));
        assert_eq!(texts.find("Sing songs to please."), Some("sing such songs in order to please."));
        assert_eq!(texts.find("Dance or jump."), Some("dance or jump."), "the very text");
        assert_eq!(texts.find("Dance, jump."), None, "two texts may be meant");
        assert_eq!(texts.find("Paint, plan."), None);
    }

    #[test]
    fn lines_that_do_not_fit_are_refused() {
        for (text, expected) in [
            ("task_name,pct\nSing.,101\n", ":2, column \"pct\": \"101\" is not a number from 0 to 100"),
            ("task_name,pct\nSing.,1\nsing. ,1\n", ":3, column \"task_name\": \"sing.\" is not new"),
            ("task_name,pct\n,1\n", ":2, column \"task_name\": \"\" is not a text"),
            ("task_name,x\n", "the header has 0 columns \"pct\""),
        ] {
            let error = shares(&file(text)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        let header = "task,directive,feedback_loop,learning,task_iteration,validation";
        let error = ways(&file(&format!("{header}\nSing.,1.5,,,,\n"))).unwrap_err().to_string();
        assert!(error.contains(":2, column \"directive\": \"1.5\" is not a number from 0 to 1"), "{error}");
    }
}
