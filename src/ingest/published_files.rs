//! A test of the readers over the files as published, where they are at hand.

use std::path::Path;

use super::tables::SocLevel;
use super::{
    BadInput, Intake, SourceFile, aioe, anthropic, codes, crosswalk, gpts, microsoft, oews, projections, soc, wording,
};
use crate::catalog::SocCode;

type Recognise = fn(&SourceFile) -> bool;

const CENSUS: &str = "more/crosswalks/census_2018-occupation-code-list-and-crosswalk.xlsx";

/// Every file kind with the file of it, without the O*NET database.
const KINDS: [(Recognise, &str); 17] = [
    (oews::recognise, "data/bls/national_M2024_dl.xlsx"),
    (projections::recognise, "data/bls/occupation.xlsx"),
    (crosswalk::recognise, "data/bls/nem_onet_to_soc_crosswalk_2025-08-28.xlsx"),
    (soc::recognise, "data/bls/soc_structure_2018.xlsx"),
    (codes::soc_2010::recognise, "data/bls/soc_2010_to_2018_crosswalk.xlsx"),
    (codes::census::recognise, CENSUS),
    (codes::isco::recognise, "more/crosswalks/isco2008_soc2010.csv"),
    (codes::onet_2010::recognise, "data/exposure/occupations_workathome.csv"),
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
    for name in ["data/bls/oesm24nat.zip", "more/crosswalks/CIP2020_SOC2018_Crosswalk.xlsx", "DESIGN.md"] {
        let file = open(name)?;
        assert!(KINDS.iter().all(|(recognise, _)| !recognise(&file)), "{name}");
    }
    let [pay_file, outlook_file, crosswalk_file, soc_file, ..] = KINDS.map(|(_, name)| open(name));
    let [_, _, _, _, soc_2010_file, census_file, isco_file, home_file, ..] = KINDS.map(|(_, name)| open(name));
    let [
        ..,
        gpts_file,
        label_file,
        user_file,
        headline_file,
        aioe_file,
        language_file,
        job_file,
        penetration_file,
        summary_file,
    ] = KINDS.map(|(_, name)| open(name));
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
    let (soc::Structure { socs, groups }, intake) = soc::read(&soc_file?)?;
    assert_eq!((text(&intake).as_str(), groups.len()), ("1447 of 1447: ", 557));
    let detailed: Vec<SocCode> =
        socs.iter().filter(|row| row.level == SocLevel::Detailed).map(|row| row.code).collect();
    let socs = soc::with_combined(socs, &walk.titles);
    let count = |level| socs.iter().filter(|row| row.level == level).count();
    assert_eq!([SocLevel::Major, SocLevel::Detailed, SocLevel::Combined].map(count), [23, 867, 12]);

    let (pairs, intake) = codes::soc_2010::read(&soc_2010_file?)?;
    assert_eq!((pairs.len(), text(&intake).as_str()), (900, "900 of 900: "));
    let (census, intake) = codes::census::read(&census_file?)?;
    assert_eq!(text(&intake), "785 of 821: 2 codes without a SOC code; 34 headings and notes");
    let pairs = census.rows(detailed.iter().copied());
    assert_eq!((pairs.len(), detailed.len()), (867, 867), "each detailed occupation is in one Census code");
    let (pairs, intake) = codes::isco::read(&isco_file?)?;
    assert_eq!((pairs.len(), text(&intake).as_str()), (1123, "1123 of 1125: 2 groups of unit groups"));
    let listed = codes::onet_2010::read(&home_file?)?.0;
    assert_eq!((listed.len(), listed.iter().filter(|listed| listed.at_home).count()), (968, 361));

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
