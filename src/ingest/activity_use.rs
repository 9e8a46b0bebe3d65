//! What of two assistants' use is of each intermediate work activity: ChatGPT (OpenAI Signals) and Copilot ("Working with
//! AI"). Both go by the IDs that activities had before O*NET 30.3; Copilot's file has their names, too, and leads from them
//! to those of today.

use std::collections::{BTreeMap, HashMap};

use super::published::{CC_BY, Dataset, Published};
use super::read::{Read, keep};
use super::sheet::{Form, Once, SHARE, Sheet, has_columns};
use super::tables::IntermediateRow;
use super::{BadInput, Intake, SourceFile, Tables};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::{chatgpt_use, copilot_use};
use crate::catalog::source::NOT_STATED;

pub static COPILOT: Dataset = Dataset {
    id: SourceId::CopilotUse,
    name: "Working with AI, by intermediate work activity",
    release: "2025",
    date: "2025-08-29",
    publisher: "Microsoft Research",
    address: "https://github.com/microsoft/working-with-ai",
    licence: CC_BY,
    attribution: "Tomlinson, K., Jaffe, S., Wang, W., Counts, S., Suri, S. (2025). Working with AI: Measuring the \
        Applicability of Generative AI to Occupations. arXiv:2507.07935. Data by Microsoft under CC BY 4.0: conversations \
        with Copilot by O*NET intermediate work activity; joined to tasks by rolescope.",
    files: &[Published {
        dataset: SourceId::CopilotUse,
        what: "Copilot's use by activity",
        name: File::CopilotUse.name(),
        others: &[],
        recognise: |file| {
            has_columns(file, Form::Comma, &[copilot_use::ACTIVITY, copilot_use::GOAL, copilot_use::ACTION])
        },
        read: |file, found| keep(&mut found.copilot_use, copilot(file)),
        download: None,
    }],
    place: |tables, found| place_copilot(tables, &std::mem::take(&mut found.copilot_use)),
    ..Dataset::PLAIN
};

pub static CHATGPT: Dataset = Dataset {
    id: SourceId::ChatgptUse,
    name: "OpenAI Signals, ChatGPT by intermediate work activity",
    release: "v1",
    is_only: true,
    date: NOT_STATED,
    publisher: "OpenAI",
    address: "https://openai.com/signals/",
    licence: CC_BY,
    attribution: "OpenAI Signals v1, by OpenAI, under CC BY 4.0: share of ChatGPT's messages in the US by O*NET intermediate \
        work activity and month, with noise added and rounded to 0.001; means of the months of 2025, joined to tasks, by \
        rolescope.",
    files: &[
        Published {
            dataset: SourceId::ChatgptUse,
            what: "ChatGPT's messages by activity",
            name: File::ChatgptUse.name(),
            others: &[],
            recognise: |file| is_chatgpt(file, File::ChatgptUse),
            read: |file, found| keep(&mut found.chatgpt_use[0], chatgpt(file)),
            download: None,
        },
        Published {
            dataset: SourceId::ChatgptUse,
            what: "ChatGPT's messages about work by activity",
            name: File::ChatgptWorkUse.name(),
            others: &[],
            recognise: |file| is_chatgpt(file, File::ChatgptWorkUse),
            read: |file, found| keep(&mut found.chatgpt_use[1], chatgpt(file)),
            download: None,
        },
    ],
    place: place_chatgpt,
    ..Dataset::PLAIN
};

/// The two files have the same columns: their names alone tell them apart.
fn is_chatgpt(file: &SourceFile, known: File) -> bool {
    use chatgpt_use::{ACTIVITY, MONTH, SHARE};
    file.name() == known.name() && has_columns(file, Form::Comma, &[MONTH, ACTIVITY, SHARE])
}

/// An activity of Copilot's file.
#[derive(Clone, Debug, PartialEq)]
pub struct CopilotActivity {
    /// Its ID before O*NET 30.3.
    pub earlier_id: String,
    pub name: String,
    /// Share of user goals and of AI actions, 0 to 1.
    pub shares: [f64; 2],
}

/// Shares, 0 to 1, by the ID that an activity had before O*NET 30.3.
pub type ByEarlierId = HashMap<String, f64>;

/// Reads Copilot's shares, in the file's order.
///
/// # Errors
/// When a column is missing, an activity stands twice, or a share is none, with its place.
pub fn copilot(file: &SourceFile) -> Result<(Vec<CopilotActivity>, Intake), BadInput> {
    use copilot_use::{ACTION, ACTIVITY, GOAL, NAME};
    let sheet = Sheet::read(file, Form::Comma, &[ACTIVITY, NAME, GOAL, ACTION])?;
    let (mut found, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let id = row.field(ACTIVITY)?;
        let earlier_id = id.text()?.to_owned();
        once.note(earlier_id.clone(), id)?;
        let shares = [row.field(GOAL)?.number(&SHARE)?, row.field(ACTION)?.number(&SHARE)?];
        found.push(CopilotActivity { earlier_id, name: row.field(NAME)?.text()?.to_owned(), shares });
        intake.keep();
    }
    Ok((found, intake))
}

/// Reads ChatGPT's shares: the mean of the months of a year, for activities that are listed in each of the twelve.
///
/// # Errors
/// When a column is missing, an activity stands twice in a month, or a share is none, with its place.
pub fn chatgpt(file: &SourceFile) -> Result<(ByEarlierId, Intake), BadInput> {
    use chatgpt_use::{ACTIVITY, MONTH, SHARE as OF_MESSAGES, YEAR};
    let sheet = Sheet::read(file, Form::Comma, &[MONTH, ACTIVITY, OF_MESSAGES])?;
    let (mut months, mut intake, mut once) = (BTreeMap::<&str, Vec<f64>>::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let (month, id) = (row.field(MONTH)?.text()?, row.field(ACTIVITY)?);
        let share = row.field(OF_MESSAGES)?.number(&SHARE)?;
        once.note((month, id.text()?), id)?;
        if !month.starts_with(YEAR) {
            intake.leave_out("of other years");
        } else if id.value() == OTHER {
            intake.leave_out("of all other activities together");
        } else {
            months.entry(id.value()).or_default().push(share);
        }
    }
    let mut means = ByEarlierId::new();
    for (id, shares) in months {
        let is_whole = shares.len() == 12;
        for _ in &shares {
            if is_whole { intake.keep() } else { intake.leave_out("of activities that are not listed in every month") }
        }
        if is_whole {
            means.insert(id.to_owned(), shares.iter().sum::<f64>() / 12.0);
        }
    }
    Ok((means, intake))
}

/// What stands for all activities with too few messages.
const OTHER: &str = "Other IWA";

/// A share from 0 to 1 as a percentage with two decimals.
fn percent(share: f64) -> f64 {
    (share * 10_000.0).round() / 100.0
}

fn place_copilot(tables: &mut Tables, found: &[CopilotActivity]) {
    let by_name: HashMap<&str, &CopilotActivity> =
        found.iter().map(|activity| (activity.name.as_str(), activity)).collect();
    for row in &mut tables.intermediate {
        if let Some(known) = by_name.get(row.name.as_str()) {
            row.earlier_id.clone_from(&known.earlier_id);
            [row.copilot_goal, row.copilot_action] = known.shares.map(|share| Some(percent(share)));
        }
    }
}

fn place_chatgpt(tables: &mut Tables, found: &mut Read) {
    let [all, work] = std::mem::take(&mut found.chatgpt_use);
    for row in &mut tables.intermediate {
        let share = |of: &ByEarlierId| of.get(&row.earlier_id).map(|share| percent(*share));
        (row.chatgpt, row.chatgpt_at_work) = (share(&all), share(&work));
    }
}

/// The activities of a release of O*NET with the figures that those of the same name or ID had before; the ones that are
/// there where it brings none.
pub fn carried(brought: Vec<IntermediateRow>, known: Vec<IntermediateRow>) -> Vec<IntermediateRow> {
    if brought.is_empty() {
        return known;
    }
    let figures = |row: IntermediateRow| {
        let same = known.iter().find(|known| known.name == row.name);
        let same = same.or_else(|| known.iter().find(|known| known.id == row.id));
        same.map_or_else(
            || row.clone(),
            |known| IntermediateRow { id: row.id.clone(), name: row.name.clone(), ..known.clone() },
        )
    };
    brought.into_iter().map(figures).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    fn row(id: &str, name: &str) -> IntermediateRow {
        let (id, name) = (id.to_owned(), name.to_owned());
        let (chatgpt, chatgpt_at_work, copilot_goal, copilot_action) = (None, None, None, None);
        IntermediateRow { id, earlier_id: String::new(), name, chatgpt, chatgpt_at_work, copilot_goal, copilot_action }
    }

    #[test]
    fn activities_are_found_by_name_and_then_by_their_earlier_id() -> Result<(), BadInput> {
        let text = "IWA,title,share_user,share_ai\n4.A.1.I07,Sing.,0.0196906,0.00001\n4.A.1.I08,Paint.,0,0\n";
        let (found, intake) = copilot(&file(text))?;
        assert_eq!((intake.read, intake.used), (2, 2));
        let months = |id: &str, share: &str, months: std::ops::RangeInclusive<u8>| -> String {
            months.map(|month| format!("2025-{month:02}-01,{id},{share}\n")).collect::<Vec<_>>().concat()
        };
        let text = format!(
            "month,iwa_cleaned,share_of_messages\n2024-12-01,4.A.1.I07,0.9\n2025-01-01,Other IWA,0.1\n{}{}",
            months("4.A.1.I07", "0.012", 1..=12),
            months("4.A.1.I08", "0.5", 2..=12)
        );
        let (all, intake) = chatgpt(&file(&text))?;
        assert_eq!((intake.read, intake.used), (25, 12));
        let mut tables =
            Tables { intermediate: vec![row("4.A.1.b", "Sing."), row("4.A.1.g", "Dance.")], ..Tables::default() };
        place_copilot(&mut tables, &found);
        place_chatgpt(&mut tables, &mut Read { chatgpt_use: [all, ByEarlierId::new()], ..Read::default() });
        let [sung, danced] = tables.intermediate.as_slice() else { return Ok(()) };
        assert_eq!((sung.earlier_id.as_str(), sung.chatgpt, sung.chatgpt_at_work), ("4.A.1.I07", Some(1.2), None));
        assert_eq!((sung.copilot_goal, sung.copilot_action), (Some(1.97), Some(0.0)));
        assert_eq!(danced, &row("4.A.1.g", "Dance."));
        let newer = carried(vec![row("4.A.1.c", "Sing."), row("4.A.1.d", "Jump.")], tables.intermediate.clone());
        assert_eq!((newer[0].id.as_str(), newer[0].chatgpt, newer[1].chatgpt), ("4.A.1.c", Some(1.2), None));
        assert_eq!(carried(Vec::new(), newer.clone()), newer);
        Ok(())
    }

    #[test]
    fn lines_that_do_not_fit_are_refused() {
        let error = copilot(&file("IWA,title,share_user,share_ai\nA,Sing.,2,0\n")).unwrap_err().to_string();
        assert!(error.contains(":2, column \"share_user\": \"2\" is not a number from 0 to 1"), "{error}");
        let twice = "month,iwa_cleaned,share_of_messages\n2025-01-01,A,0.1\n2025-01-01,A,0.1\n";
        let error = chatgpt(&file(twice)).unwrap_err().to_string();
        assert!(error.contains(":3, column \"iwa_cleaned\": \"A\" is not new"), "{error}");
    }
}
