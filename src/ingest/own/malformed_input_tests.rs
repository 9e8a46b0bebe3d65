//! Every reader against bytes that nobody published: it may refuse, it must not panic, hang or fill the memory.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use proptest::sample::Index;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::ingest::onet;
use crate::ingest::published::{self, Published};
use crate::ingest::sheet::samples::workbook;
use crate::ingest::{SourceFile, archive};

/// Small files as published, one a kind, whose bytes are then damaged.
fn samples() -> Vec<SourceFile> {
    let text = |text: &str| SourceFile { path: "f".into(), bytes: text.as_bytes().to_vec() };
    vec![
        text("O*NET-SOC Code\tTitle\tDescription\r\n11-1011.00\tChief Executives\tLead \"x\".\r\n"),
        text("O*NET-SOC Code\tTask ID\tTask\tTask Type\r\n11-1011.00\t8823\tLead.\tCore\r\n11-1011.00\t1\tx\tn/a\r\n"),
        text(
            "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant\r\n\
             11-1011.00\t2.C.1.a\tAdministration\tIM\t4.78\tN\tn/a\r\n11-1011.00\t2.C.1.a\tA\tLV\t6.50\tN\tN\r\n",
        ),
        text("O*NET 30.3 Database\r\nMay 2026 Release\r\n"),
        text(
            "O*NET-SOC Code,dv_rating_alpha,dv_rating_beta,dv_rating_gamma,human_rating_alpha,human_rating_beta,\
              human_rating_gamma\n11-1011.00,0,0.5,1,0,0,0\n",
        ),
        text("\tO*NET-SOC Code\tTask ID\tTask\thuman_exposure_agg\tgpt4_exposure\n0\t11-1011.00\t8823.0\tx\tE0\tE2\n"),
        text("SOC Code,title,ai_applicability_score_user\n11-1011,\"Chief, Executives\",0.25\n"),
        text("SOC Code,ai_applicability_score\r\n11-1011,0.125\r\n"),
        text("occ_code,title,observed_exposure\n11-1011,x,0.5\n"),
        text("\u{feff}task,penetration\n\"Sing, and\ndance.\",0.5\n"),
        workbook(&[("S", &["O*NET-SOC code|NEM Code|NEM title", "'11-1011.00|'11-1011|Chief executives"])]),
        workbook(&[("S", &["", "Major Group|Minor Group|Broad Group|Detailed Occupation|", "'11-0000||||Management"])]),
        workbook(&[("Appendix A", &["SOC Code|AIOE", "'11-1011|1.33"])]),
        workbook(&[("LM AIOE", &["SOC Code|Language Modeling AIOE", "'11-1011|-1.3"])]),
    ]
}

/// A damage: at a place, of a kind, with a byte.
type Damage = (Index, u8, u8);

fn damaged(mut bytes: Vec<u8>, damages: &[Damage]) -> Vec<u8> {
    for (place, kind, byte) in damages {
        if bytes.is_empty() {
            break;
        }
        let at = place.index(bytes.len());
        match kind % 6 {
            0 => bytes[at] ^= byte | 1,
            1 => bytes.truncate(at),
            2 => bytes.insert(at, *byte),
            3 => drop(bytes.remove(at)),
            4 => bytes.extend_from_within(at..),
            _ => bytes.rotate_left(at),
        }
    }
    bytes
}

/// Everything that an import does with a file before rows are joined.
fn try_all(file: &SourceFile) {
    let Ok(files) = archive::unpacked(file.clone()) else { return };
    for file in &files {
        for known in published::files() {
            let _ = known.complaint(file);
        }
        let _ = (Published::of(file, true), onet::released(std::slice::from_ref(file)));
        let _ = onet::read(std::slice::from_ref(file));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(600), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_refused_in_peace(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        try_all(&SourceFile { path: "f".into(), bytes });
    }

    #[test]
    fn any_lines_of_fields_are_refused_in_peace(
        header in "[ -~\t]{0,60}",
        lines in prop::collection::vec("[0-9A-Za-z\",.\t é-]{0,40}", 0..8),
    ) {
        let text = format!("O*NET-SOC Code\t{header}\n{}\n", lines.join("\n"));
        try_all(&SourceFile { path: "f".into(), bytes: text.into_bytes() });
    }

    #[test]
    fn damaged_files_are_read_or_refused(
        which in any::<Index>(),
        damages in prop::collection::vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..6),
    ) {
        let samples = samples();
        let sample = which.get(&samples);
        try_all(&SourceFile { path: "f".into(), bytes: damaged(sample.bytes.clone(), &damages) });
    }

    #[test]
    fn damaged_archives_are_read_or_refused(
        damages in prop::collection::vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..6),
        name in "[a-z./\\\\:]{1,12}",
    ) {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(&samples()[0].bytes).unwrap();
        let bytes = zip.finish().unwrap().into_inner();
        try_all(&SourceFile { path: "f".into(), bytes: damaged(bytes, &damages) });
    }
}

/// The parts of a workbook, damaged before they are packed, so that the damage reaches the reader of cells.
#[test]
fn damaged_parts_of_workbooks_are_read_or_refused() {
    use std::io::Read;
    let sample = workbook(&[("S", &["O*NET-SOC code|NEM Code|NEM title", "'11-1011.00|'11-1011|Chief", "x|1.5|TRUE"])]);
    let mut parts = Vec::new();
    let mut zip = zip::ZipArchive::new(Cursor::new(sample.bytes)).unwrap();
    for place in 0..zip.len() {
        let mut entry = zip.by_index(place).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.push((name, bytes));
    }
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: ProptestConfig::default().cases.max(600),
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let damages = prop::collection::vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..4);
    runner
        .run(&(any::<Index>(), damages), |(which, damages)| {
            let place = which.index(parts.len());
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            for (number, (name, bytes)) in parts.iter().enumerate() {
                zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
                let bytes = if number == place { damaged(bytes.clone(), &damages) } else { bytes.clone() };
                zip.write_all(&bytes).unwrap();
            }
            try_all(&SourceFile { path: "f".into(), bytes: zip.finish().unwrap().into_inner() });
            Ok(())
        })
        .unwrap();
}

/// A cell far out must not make room for all cells before it.
#[test]
fn a_cell_far_out_takes_no_memory() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "O*NET-SOC Code").unwrap();
    sheet.write_string(1_048_575, 16_383, "far").unwrap();
    let file = SourceFile { path: "f.xlsx".into(), bytes: book.save_to_buffer().unwrap() };
    try_all(&file);
    let complaint = onet::TABLE.complaint(&file).map(|error| error.to_string());
    assert!(complaint.as_ref().is_some_and(|text| text.contains("more than 64 columns")), "{complaint:?}");
}
