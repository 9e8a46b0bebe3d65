//! A test of the readers over the files as published, where they are at hand.

use std::path::Path;

use super::tables::SocLevel;
use super::{
    BadInput, Intake, SourceFile, aioe, anthropic, crosswalk, gpts, microsoft, oews, projections, soc, wording,
};

type Recognise = fn(&SourceFile) -> bool;

/// Every file kind with the file of it, without the O*NET database.
const KINDS: [(Recognise, &str); 13] = [
    (oews::recognise, "data/bls/national_M2024_dl.xlsx"),
    (projections::recognise, "data/bls/occupation.xlsx"),
    (crosswalk::recognise, "data/bls/nem_onet_to_soc_crosswalk_2025-08-28.xlsx"),
    (soc::recognise, "data/bls/soc_structure_2018.xlsx"),
    (gpts::recognise, "data/exposure/occ_level.csv"),
    (gpts::recognise_labels, "data/exposure/full_labelset.tsv"),
    (microsoft::recognise_user, "data/exposure/soc_metrics.csv"),
    (microsoft::recognise_headline, "data/exposure/soc_ai_applicability_scores.csv"),
    (aioe::recognise, "data/exposure/AIOE_DataAppendix.xlsx"),
    (aioe::recognise_language, "data/exposure/Language Modeling AIOE and AIIE.xlsx"),
    (anthropic::recognise, "data/exposure/anthropic/job_exposure.csv"),
    (anthropic::recognise_penetration, "data/exposure/anthropic/task_penetration.csv"),
    (wording::recognise_summaries, "wording/occupations.csv"),
];

#[test]
fn the_published_files_are_read_whole() -> Result<(), BadInput> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    if !shared.join("data").is_dir() {
        eprintln!("skipped: the published files are not at hand");
        return Ok(());
    }
    let open = |name: &str| SourceFile::read(&shared.join(name));
    // Each file is of one kind, and of no other.
    for (place, (_, name)) in KINDS.iter().enumerate() {
        let file = open(name)?;
        let found: Vec<usize> = (0..KINDS.len()).filter(|other| KINDS[*other].0(&file)).collect();
        assert_eq!(found, [place], "{name}");
    }
    for name in ["data/bls/oesm24nat.zip", "data/bls/soc_2010_to_2018_crosswalk.xlsx", "DESIGN.md"] {
        let file = open(name)?;
        assert!(KINDS.iter().all(|(recognise, _)| !recognise(&file)), "{name}");
    }
    let [pay_file, outlook_file, crosswalk_file, soc_file, gpts_file, label_file, user_file, headline_file, ..] =
        KINDS.map(|(_, name)| open(name));
    let [.., aioe_file, language_file, job_file, penetration_file, summary_file] = KINDS.map(|(_, name)| open(name));
    let text = |intake: &Intake| format!("{} of {}: {}", intake.used, intake.read, intake.left_out_text());

    let (pay, intake) = oews::read(&pay_file?)?;
    assert_eq!((pay.rows.len(), pay.release.as_str()), (832, "May 2024"));
    assert_eq!(text(&intake), "832 of 1403: 455 broad groups; 22 major groups; 94 minor groups");
    let row = pay.rows.iter().find(|row| row.soc.to_string() == "15-1299").unwrap();
    assert_eq!(
        (row.employment, row.hourly_median.as_str(), row.annual_median.as_str()),
        (Some(439_380), "52.39", "108970")
    );
    let (newer, _) = oews::read(&open("data/bls/national_M2025_dl.xlsx")?)?;
    assert_eq!((newer.rows.len(), newer.release.as_str()), (831, "May 2025"));

    let (outlook, intake) = projections::read(&outlook_file?)?;
    assert_eq!((outlook.rows.len(), outlook.years), (832, (2024, 2034)));
    assert_eq!(text(&intake), "832 of 1117: 4 footnotes; 281 summary rows");
    let row = outlook.rows.iter().find(|row| row.soc.to_string() == "15-1299").unwrap();
    assert_eq!((row.change_percent.to_string(), row.openings.to_string()), ("8.2".to_owned(), "31.3".to_owned()));

    let (walk, intake) = crosswalk::read(&crosswalk_file?)?;
    assert_eq!((walk.rows.len(), text(&intake).as_str()), (997, "997 of 997: "));
    let (socs, intake) = soc::read(&soc_file?)?;
    assert_eq!(text(&intake), "890 of 1447: 459 broad groups; 98 minor groups");
    let socs = soc::with_combined(socs, &walk.titles);
    let count = |level| socs.iter().filter(|row| row.level == level).count();
    assert_eq!([SocLevel::Major, SocLevel::Detailed, SocLevel::Combined].map(count), [23, 867, 12]);

    assert_eq!(gpts::read(&gpts_file?)?.0.len(), 923);
    assert_eq!(gpts::read_labels(&label_file?)?.0.len(), 19_265);
    let (user, headline) = (microsoft::read_user(&user_file?)?.0, microsoft::read_headline(&headline_file?)?.0);
    assert_eq!([user.len(), headline.len(), microsoft::join(&user, &headline).len()], [785; 3]);
    let (scores, language) = (aioe::read(&aioe_file?)?.0, aioe::read_language(&language_file?)?.0);
    assert_eq!([scores.len(), language.len(), aioe::join(&scores, &language).len()], [774; 3]);
    assert_eq!(anthropic::read(&job_file?)?.0.len(), 756);
    let (_, intake) = anthropic::read_penetration(&penetration_file?)?;
    assert_eq!(text(&intake), "17991 of 17998: 7 repeats of a task");
    assert_eq!(wording::read_summaries(&summary_file?)?.0.len(), 1016);
    let tasks = open("wording/tasks.csv")?;
    assert!(wording::recognise_tasks(&tasks) && KINDS.iter().all(|(recognise, _)| !recognise(&tasks)));
    assert_eq!(wording::read_tasks(&tasks)?.0.len(), 18_796);
    Ok(())
}
