//! A test of the readers over the files as published, where they are at hand.

use std::path::Path;

use super::published::{Published, files};
use super::read::Read;
use super::tables::SocLevel;
use super::{
    BadInput, Intake, SourceFile, aioe, anthropic, archive, codes, crosswalk, gpts, microsoft, next_projections, oews,
    projections, soc, wording,
};
use crate::catalog::SocCode;

const CENSUS: &str = "more/crosswalks/census_2018-occupation-code-list-and-crosswalk.xlsx";

const STATES: &str = "more/oews-2025/oews_m2025_state.csv.gz";
const AREAS: &str = "more/oews-2025/oews_m2025_metro_nonmetro.csv.gz";
const INDUSTRIES: &str = "more/oews-2025/oews_m2025_national_by_industry.csv.gz";
const NEXT: &str = "more/projections-2025-35/bls_ai_exposure_growth_openings_2025-35.csv";
const LEVELS: &str = "more/oews-2025/regional_price_parities_2024.csv";

/// Where each published file is, without the O*NET database; the wording of tasks too, below.
const PLACES: [&str; 31] = [
    "data/bls/national_M2024_dl.xlsx",
    "data/bls/occupation.xlsx",
    "data/bls/nem_onet_to_soc_crosswalk_2025-08-28.xlsx",
    "data/bls/soc_structure_2018.xlsx",
    "data/bls/soc_2010_to_2018_crosswalk.xlsx",
    CENSUS,
    "more/crosswalks/isco2008_soc2010.csv",
    "data/exposure/occupations_workathome.csv",
    STATES,
    AREAS,
    INDUSTRIES,
    LEVELS,
    NEXT,
    "more/exposure/anthropic-2025-26/task_pct_v3.csv",
    "more/exposure/anthropic-2025-26/task_pct_v4.csv",
    "more/exposure/anthropic-2025-26/task_pct_v5.csv",
    "more/exposure/anthropic-2025-26/task_pct_api_v5.csv",
    "more/exposure/anthropic-2025-26/automation_vs_augmentation_by_task_v5.csv",
    "more/exposure/microsoft/iwa_metrics.csv",
    "more/exposure/openai-signals/usa_share_of_messages_by_onet_iwa_month.csv",
    "more/exposure/openai-signals/usa_share_of_work_related_messages_by_onet_iwa_month.csv",
    "more/crosswalks/CIP2020_SOC2018_Crosswalk.xlsx",
    "data/exposure/occ_level.csv",
    "data/exposure/full_labelset.tsv",
    "data/exposure/soc_metrics.csv",
    "data/exposure/soc_ai_applicability_scores.csv",
    "data/exposure/AIOE_DataAppendix.xlsx",
    "data/exposure/Language Modeling AIOE and AIIE.xlsx",
    "data/exposure/anthropic/job_exposure.csv",
    "data/exposure/anthropic/task_penetration.csv",
    "wording/occupations.csv",
];

#[test]
fn the_published_files_are_read_whole() -> Result<(), BadInput> {
    let shared = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared"));
    if !shared.join("data").is_dir() {
        eprintln!("skipped: the published files are not at hand");
        return Ok(());
    }
    let open = |name: &str| {
        let file = SourceFile::read(&shared.join(name))?;
        // What is packed as gz is one file; a workbook stays as it is.
        if is_packed(name) { archive::unpacked(file).map(|mut files| files.remove(0)) } else { Ok(file) }
    };
    // Each file is of one kind, and of no other.
    let mut found = Vec::new();
    for name in PLACES {
        let file = open(name)?;
        let known: Vec<&Published> = files().filter(|known| (known.recognise)(&file)).collect();
        assert_eq!(known.len(), 1, "{name}: {known:?}");
        let is_export = is_packed(name);
        assert!(is_export || known[0].name.is_empty() || known[0].is_called(&file.name()), "{name}: {known:?}");
        assert!(!found.contains(&known[0]), "{name}: {known:?}");
        found.extend(known);
    }
    assert_eq!(found.len() + 4, files().count(), "beside O*NET, the wording of tasks and the consumer prices");
    for name in ["data/bls/oesm24nat.zip", "DESIGN.md"] {
        let file = open(name)?;
        assert!(Published::of(&file, true).is_none(), "{name}");
    }
    let [pay_file, outlook_file, crosswalk_file, soc_file, ..] = PLACES.map(open);
    let [_, _, _, _, soc_2010_file, census_file, isco_file, home_file, ..] = PLACES.map(open);
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
    ] = PLACES.map(open);
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

    let next = &next_projections::read(&open(NEXT)?)?.0;
    assert_eq!((next.len(), next[0].change_percent, next[0].openings), (831, Some(3.2), Some(19.1)));

    let (outlook, intake) = projections::read(&outlook_file?)?;
    assert_eq!((outlook.rows.len(), outlook.years), (832, (2024, 2034)));
    assert_eq!(text(&intake), "832 of 1117: 4 footnotes; 281 summary rows");
    let row = outlook.rows.iter().find(|row| row.soc.to_string() == "15-1299").unwrap();
    assert_eq!((row.change_percent.to_string(), row.openings.to_string()), ("8.2".to_owned(), "31.3".to_owned()));

    let (walk, intake) = crosswalk::read(&crosswalk_file?)?;
    assert_eq!((walk.rows.len(), walk.handbook.len(), text(&intake).as_str()), (997, 603, "997 of 997: "));
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

    parts(&open)?;
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
    assert_eq!(Published::of(&tasks, true).map(|known| known.what), Some("the wording of tasks"));
    assert_eq!(files().filter(|known| (known.recognise)(&tasks)).count(), 1);
    assert_eq!(wording::read_tasks(&tasks)?.0.len(), 18_796);
    Ok(())
}

fn is_packed(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "gz")
}

/// What is read of places and industries, and how much of it.
fn parts(open: &impl Fn(&str) -> Result<SourceFile, BadInput>) -> Result<(), BadInput> {
    let mut found = Read::default();
    for (name, expected) in [
        (STATES, "36222 of 37408: 1186 major groups"),
        (AREAS, "186704 of 198287: 11583 major groups"),
        (INDUSTRIES, "82205 of 133373: 25609 broad groups; 7634 major groups; 17925 minor groups"),
        (LEVELS, "51 of 51: "),
    ] {
        let file = open(name)?;
        let Some(known) = Published::of(&file, true) else { continue };
        let intake = (known.read)(&file, &mut found)?;
        assert_eq!(format!("{} of {}: {}", intake.used, intake.read, intake.left_out_text()), expected, "{name}");
    }
    let tables = &found.tables;
    assert_eq!([tables.places.len(), tables.industries.len(), tables.price_levels.len()], [54 + 528, 443, 51]);
    assert!(found.releases.iter().all(|(_, release)| release == "May 2025"), "{:?}", found.releases);
    assert!(
        tables
            .price_levels
            .iter()
            .all(|row| { tables.places.iter().any(|place| place.letters.as_ref() == Some(&row.letters)) })
    );
    Ok(())
}

/// Workbooks of Excel 97, headings of three kinds, zips with folders: each national file of OEWS is read whole.
#[test]
fn the_national_files_of_all_years_are_read_whole() -> Result<(), BadInput> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/more/oews-history"));
    if !folder.is_dir() {
        eprintln!("skipped: the published files are not at hand");
        return Ok(());
    }
    let mut found = Vec::new();
    for path in super::inbox::files_at(folder)? {
        for file in archive::unpacked(SourceFile::read(&path)?)? {
            let known = files().filter(|known| (known.recognise)(&file)).count();
            // Until 2018 what the columns mean stands in a workbook of its own.
            let is_national = file.name().starts_with("national_M");
            assert_eq!(known, usize::from(is_national), "{}", file.path.display());
            if is_national {
                let (pay, intake) = oews::read(&file)?;
                found.push((pay.release, intake.read, intake.used));
            }
        }
    }
    found.sort();
    for mut cut in archive::unpacked(SourceFile::read(&folder.join("oesm12nat.zip"))?)? {
        cut.bytes.truncate(cut.bytes.len() / 2);
        let error = oews::read(&cut).unwrap_err().to_string();
        assert!(error.contains("Excel"), "{error}");
    }
    let expected = [
        (2012, 1394, 821),
        (2013, 1394, 821),
        (2014, 1394, 821),
        (2015, 1394, 821),
        (2016, 1394, 821),
        (2017, 1382, 810),
        (2018, 1379, 809),
        (2019, 1329, 790),
        (2020, 1329, 790),
        (2021, 1403, 832),
        (2022, 1402, 831),
        (2023, 1403, 832),
    ];
    assert_eq!(found, expected.map(|(year, read, used)| (format!("May {year}"), read, used)));
    Ok(())
}
