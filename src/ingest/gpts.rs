//! "GPTs are GPTs": scores by role (`occ_level.csv`) and labels by task (`full_labelset.tsv`).

use std::collections::{BTreeMap, HashSet};

use super::published::{Address, CommandOption, Dataset, Published};
use super::read::{Read, keep};
use super::sheet::{Field, Form, Once, SHARE, Sheet, has_columns};
use super::tables::{GptsRow, RetiredLabelsRow, TaskRow};
use super::{BadInput, Intake, SourceFile, Tables};
use crate::catalog::provenance::File;
use crate::catalog::provenance::names::gpts::{CODE, GPT4, HUMAN, SCORES, TASK};
use crate::catalog::{Code, SourceId};

pub static DATASET: Dataset = Dataset {
    id: SourceId::Gpts,
    name: "“GPTs are GPTs” (Eloundou et al.)",
    release: "arXiv 2303.10130",
    is_only: true,
    date: "2025-10-03",
    publisher: "OpenAI / academic",
    address: "https://arxiv.org/abs/2303.10130",
    licence: "MIT",
    attribution: "Eloundou, T., Manning, S., Mishkin, P., Rock, D. (2024). GPTs are GPTs: Labor market impact potential \
        of LLMs. Science 384(6702), 1306-1308; preprint of 2023: arXiv:2303.10130. Data (labels of tasks of 2024-06-20, \
        scores of occupations of 2025-10-03) under the MIT licence, Copyright (c) 2024 OpenAI.",
    option: Some(CommandOption::new(
        "gpts",
        "GPTs are GPTs",
        "GPTs are GPTs: occ_level.csv and full_labelset.tsv, or a folder with both",
    )),
    files: &[
        Published {
            dataset: SourceId::Gpts,
            what: "exposure by role of GPTs are GPTs",
            name: File::GptsRoles.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Comma, &COLUMNS),
            read: |file, found| keep(&mut found.tables.gpts, read(file)),
            download: Some(Address {
                folder: "https://raw.githubusercontent.com/openai/GPTs-are-GPTs/main/data",
                file: File::GptsRoles.name(),
                size: 126_022,
                sha256: Some("40c74f53de40aec91c0017d80690cbba915f83a8bb414bcf2f884692f1749acb"),
            }),
        },
        Published {
            dataset: SourceId::Gpts,
            what: "labels by task of GPTs are GPTs",
            name: File::GptsTasks.name(),
            others: &[],
            recognise: |file| has_columns(file, Form::Tab, &LABELS),
            read: |file, found| keep(&mut found.labels, read_labels(file)),
            download: Some(Address {
                folder: "https://raw.githubusercontent.com/openai/GPTs-are-GPTs/main/data",
                file: File::GptsTasks.name(),
                size: 3_893_248,
                sha256: Some("094378905e1f3349e50a9a83dc69643a2ef227954d611c8316a46da08cb3d8de"),
            }),
        },
    ],
    is_in_parts: false,
    place,
};

const COLUMNS: [&str; 7] = {
    let [a, b, c, d, e, f] = SCORES;
    [CODE, a, b, c, d, e, f]
};
const LABELS: [&str; 4] = [CODE, TASK, GPT4, HUMAN];

/// Labels of a task: Task ID, code of its role, GPT-4's label, the human label (`E0`, `E1` or `E2`).
pub type LabelledTask = (u32, Code, String, String);

/// Reads the scores by role, each 0 to 1, by code.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read(file: &SourceFile) -> Result<(Vec<GptsRow>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Comma, &COLUMNS)?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let score = |place: usize| row.field(SCORES[place])?.number(&SHARE);
        let code = row.field(CODE)?.role_code()?;
        once.note(code, row.field(CODE)?)?;
        rows.push(GptsRow {
            code,
            gpt4_alpha: score(0)?,
            gpt4_beta: score(1)?,
            gpt4_gamma: score(2)?,
            human_alpha: score(3)?,
            human_beta: score(4)?,
            human_gamma: score(5)?,
        });
        intake.keep();
    }
    rows.sort_by_key(|row| row.code);
    Ok((rows, intake))
}

/// Reads the labels by task, by Task ID.
///
/// # Errors
/// When a column is missing, or a line does not fit, with its place.
pub fn read_labels(file: &SourceFile) -> Result<(Vec<LabelledTask>, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::Tab, &LABELS)?;
    let (mut rows, mut intake, mut once) = (Vec::new(), Intake::of(file), Once::default());
    for row in sheet.rows() {
        let label = |column| row.field(column)?.one_of(&["E0", "E1", "E2"]).map(str::to_owned);
        let id = task_id(row.field(TASK)?)?;
        once.note(id, row.field(TASK)?)?;
        rows.push((id, row.field(CODE)?.role_code()?, label(GPT4)?, label(HUMAN)?));
        intake.keep();
    }
    rows.sort_by_key(|row| row.0);
    Ok((rows, intake))
}

/// The file writes the ID as a number with a decimal: `8823.0`.
fn task_id(field: Field<'_>) -> Result<u32, BadInput> {
    let digits = field.value().strip_suffix(".0").unwrap_or(field.value());
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten().ok_or_else(|| field.bad("a Task ID such as 8823.0"))
}

/// Gives each task its labels, and returns those of tasks that are no longer O*NET's: the study's scores count them.
pub fn label(tasks: &mut [TaskRow], labels: Vec<LabelledTask>) -> Vec<RetiredLabelsRow> {
    let mut labels: BTreeMap<(Code, u32), (String, String)> =
        labels.into_iter().map(|(id, code, gpt4, human)| ((code, id), (gpt4, human))).collect();
    for task in tasks.iter_mut() {
        let found = labels.remove(&(task.code, task.task_id)).unwrap_or_default();
        (task.gpt4_label, task.human_label) = found;
    }
    let roles: HashSet<Code> = tasks.iter().map(|task| task.code).collect();
    let retired = labels.into_iter().filter(|((code, _), _)| roles.contains(code));
    retired
        .map(|((code, task_id), (gpt4_label, human_label))| RetiredLabelsRow { code, task_id, gpt4_label, human_label })
        .collect()
}

/// Labels join by Task ID.
fn place(tables: &mut Tables, found: &mut Read) {
    tables.gpts = std::mem::take(&mut found.tables.gpts);
    tables.retired_labels = label(&mut tables.tasks, std::mem::take(&mut found.labels));
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::file;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    const HEADER: &str = "O*NET-SOC Code,Title,dv_rating_alpha,dv_rating_beta,dv_rating_gamma,human_rating_alpha,\
                          human_rating_beta,human_rating_gamma\n";
    const LABEL_HEADER: &str = "\tO*NET-SOC Code\tTask ID\tTask\thuman_exposure_agg\tgpt4_exposure\n";

    #[test]
    fn scores_are_read_by_code() -> Result<(), BadInput> {
        let lines = "15-1299.05,\"A, B\",0,0.5,1.0,0.18,0.35,0.52\n11-1011.00,C,0.1,0.46,0.8200000000000001,0,0,0\n";
        let file = file(&format!("{HEADER}{lines}"));
        assert!(is_file(0, &file) && !is_file(1, &file));
        let (rows, intake) = read(&file)?;
        assert_eq!(rows.iter().map(|row| row.gpt4_gamma).collect::<Vec<_>>(), [0.820_000_000_000_000_1, 1.0]);
        assert_eq!((rows[1].gpt4_alpha, rows[1].gpt4_beta), (0.0, 0.5));
        assert_eq!((rows[1].human_alpha, rows[1].human_beta, rows[1].human_gamma), (0.18, 0.35, 0.52));
        assert_eq!((intake.read, intake.used), (2, 2));
        Ok(())
    }

    #[test]
    fn scores_that_do_not_fit_are_refused() {
        for (line, expected) in [
            (
                "11-1011.00,C,0.1,0.46,1.1,0,0,0\n",
                ":2, column \"dv_rating_gamma\": \"1.1\" is not a number from 0 to 1",
            ),
            ("11-1011.00,C,,0.46,1,0,0,0\n", ":2, column \"dv_rating_alpha\": \"\" is not a number"),
            ("11-1011,C,0,0,1,0,0,0\n", ":2, column \"O*NET-SOC Code\": \"11-1011\" is not an O*NET-SOC code"),
            ("11-1011.00,C,0,0,1,0,0\n", ":2: 7 fields, expected 8"),
        ] {
            let text = read(&file(&format!("{HEADER}{line}"))).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
        let line = "11-1011.00,C,0,0,1,0,0,0\n";
        let text = read(&file(&format!("{HEADER}{line}{line}"))).unwrap_err().to_string();
        assert!(text.contains(":3, column \"O*NET-SOC Code\": \"11-1011.00\" is not new"), "{text}");
        let text = read(&file(&HEADER.replace("dv_rating_beta", "x"))).unwrap_err().to_string();
        assert!(text.contains("0 columns \"dv_rating_beta\""), "{text}");
    }

    #[test]
    fn labels_are_read_by_task() -> Result<(), BadInput> {
        let lines = "0\t11-1011.00\t8823.0\tRun \"\"it\"\"\tE0\tE2\n1\t11-1011.00\t12\t\"Say \"\"a\"\"\"\tE1\tE0\n";
        let file = file(&format!("{LABEL_HEADER}{lines}"));
        assert!(is_file(1, &file) && !is_file(0, &file));
        let (rows, intake) = read_labels(&file)?;
        let code: Code = "11-1011.00".parse().unwrap();
        let row = |id, gpt4: &str, human: &str| (id, code, gpt4.to_owned(), human.to_owned());
        assert_eq!(rows, [row(12, "E0", "E1"), row(8823, "E2", "E0")]);
        assert_eq!((intake.read, intake.used), (2, 2));
        Ok(())
    }

    #[test]
    fn labels_that_do_not_fit_are_refused() {
        for (line, expected) in [
            (
                "0\t11-1011.00\t8823.5\tx\tE0\tE2\n",
                ":2, column \"Task ID\": \"8823.5\" is not a Task ID such as 8823.0",
            ),
            ("0\t11-1011.00\t.0\tx\tE0\tE2\n", ":2, column \"Task ID\""),
            ("0\t11-1011.00\t1.0\tx\tE3\tE2\n", ":2, column \"human_exposure_agg\": \"E3\" is not E0 or E1 or E2"),
            ("0\t11-1011.00\t1.0\tx\tE0\t\n", ":2, column \"gpt4_exposure\": \"\" is not"),
            ("0\t11-1011\t1.0\tx\tE0\tE0\n", ":2, column \"O*NET-SOC Code\""),
            (
                "0\t11-1011.00\t1.0\tx\tE0\tE0\n1\t11-1011.00\t1\tx\tE0\tE0\n",
                ":3, column \"Task ID\": \"1\" is not new",
            ),
        ] {
            let text = read_labels(&file(&format!("{LABEL_HEADER}{line}"))).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
    }
}
