use super::super::sheet::samples;
use super::super::tables::EstimateRow;
use super::*;
use crate::catalog::Wage;
use crate::ingest::published::Published;
use crate::ingest::read::Read;
use crate::ingest::{Tables, oews};

const BOOK: &str = "AREA|AREA_TITLE|AREA_TYPE|PRIM_STATE|NAICS|NAICS_TITLE|I_GROUP|OWN_CODE|OCC_CODE|OCC_TITLE|O_GROUP|\
    TOT_EMP|EMP_PRSE|JOBS_1000|LOC_QUOTIENT|PCT_TOTAL|PCT_RPT|H_MEAN|A_MEAN|MEAN_PRSE|H_PCT10|H_PCT25|H_MEDIAN|H_PCT75|\
    H_PCT90|A_PCT10|A_PCT25|A_MEDIAN|A_PCT75|A_PCT90|ANNUAL|HOURLY";
const TEXAS: &str = "48|Texas|2|TX|'000000|Cross-industry|cross-industry|1235";
const AUSTIN: &str = "'0012420|Austin-Round Rock, TX|4|TX|'000000|Cross-industry|cross-industry|1235";
const UTILITIES: &str = "99|U.S.|1|US|22|Utilities|sector|1235";
const ALL: &str =
    "00-0000|All Occupations|total|50000|0|1000|1|||25|52000|0.3|12|15|20|30|40|24960|31200|41600|62400|83200||";
const ACTORS: &str = "27-2011|Actors|detailed|1200|12.5|24.123|1.5|||40|*|3.1|12.5|17.1|23.33|50.25|#|*|*|*|*|*||TRUE";
const CHIEFS: &str = "11-1011|Chiefs|detailed|**|*|*|*|||*|*|*|*|*|*|*|*|*|*|*|*|*||";
const TEACHERS: &str = "25-2021|Teachers|detailed|90|0.4|1.8|0.9||||61000|1||||||40000|50000|60000|70000|#|TRUE|";

/// A workbook; each row is what it is of, and the figures.
fn book(name: &str, rows: &[(&str, &str)]) -> SourceFile {
    let rows: Vec<String> = rows.iter().map(|(of, figures)| format!("{of}|{figures}")).collect();
    let rows: Vec<&str> = std::iter::once(BOOK).chain(rows.iter().map(String::as_str)).collect();
    SourceFile { path: name.into(), ..samples::workbook(&[("S", &rows)]) }
}

const STATE_EXPORT: &str = "AREA,AREA_TITLE,OCC_CODE,OCC_TITLE,TOT_EMP,EMP_PRSE,JOBS_1000,LOC_QUOTIENT,H_MEAN,A_MEAN,\
    MEAN_PRSE,H_PCT10,H_PCT25,H_MEDIAN,H_PCT75,H_PCT90,A_PCT10,A_PCT25,A_MEDIAN,A_PCT75,A_PCT90\n";
const ACTORS_LINE: &str = "27-2011,Actors,1200,12.5,24.123,1.50,40.00,-,3.1,12.50,17.10,23.33,50.25,#,-,-,-,-,-\n";

fn state_export(lines: &str) -> SourceFile {
    SourceFile { path: "oews_m2025_state.csv".into(), ..samples::file(&format!("{STATE_EXPORT}{lines}")) }
}

fn known(file: &SourceFile) -> Option<&'static str> {
    Published::of(file, false).map(|known| known.what)
}

fn taken(files: &[SourceFile]) -> Result<(Tables, Read), BadInput> {
    let mut found = Read::default();
    for file in files {
        let Some(known) = Published::of(file, false) else { return Err(BadInput::file(&file.path, "unknown")) };
        (known.read)(file, &mut found)?;
    }
    let mut tables = Tables::default();
    for dataset in [&STATES, &AREAS, &INDUSTRIES] {
        (dataset.place)(&mut tables, &mut found);
    }
    Ok((tables, found))
}

fn refusal(file: &SourceFile) -> String {
    taken(std::slice::from_ref(file)).unwrap_err().to_string()
}

fn actors_of<K>(row: &EstimateRow<K>) {
    assert_eq!(
        (row.employment, row.error, row.per_thousand, row.quotient),
        (Some(1_200), Some(12.5), Some(24.123), Some(1.5))
    );
    assert_eq!((row.hourly_p10, row.hourly_median), (Some(Wage::Cents(1_250)), Some(Wage::Cents(2_333))));
    assert_eq!((row.hourly_p90, row.annual_median), (Some(Wage::TopCoded), None));
}

#[test]
fn a_workbook_of_states_is_read() -> Result<(), BadInput> {
    let rows = [
        (TEXAS, ALL),
        (TEXAS, &ACTORS.replace("27-2011|Actors|detailed", "27-0000|Arts|major")),
        (TEXAS, ACTORS),
        (TEXAS, CHIEFS),
        (TEXAS, TEACHERS),
        (AUSTIN, ACTORS),
        (&TEXAS.replace("|cross-industry|", "|sector|"), ACTORS),
        (&TEXAS.replace("48|Texas|2|TX", "78|Virgin Islands|3|VI"), ACTORS),
    ];
    let file = book("state_M2026_dl.xlsx", &rows);
    assert_eq!(known(&file), Some("OEWS wages by state"));
    assert!(!(oews::DATASET.files[0].recognise)(&file), "not the nation");
    let (_, intake) = places(&file, Kind::States)?;
    assert_eq!(intake.left_out_text(), "1 major groups; 1 rows of areas; 1 rows of single industries");
    let (tables, found) = taken(&[file])?;
    assert_eq!(found.releases, [(crate::catalog::SourceId::OewsStates, "May 2026".to_owned())]);
    let named: Vec<_> = tables.places.iter().map(|p| (p.area, p.name.as_str(), p.letters.as_deref())).collect();
    assert_eq!(named, [(48, "Texas", Some("TX")), (78, "Virgin Islands", Some("VI"))]);
    let rows = &tables.pay_states;
    let codes: Vec<String> = rows.iter().map(|row| format!("{} {}", row.of, row.soc)).collect();
    assert_eq!(codes, ["48 00-0000", "48 11-1011", "48 25-2021", "48 27-2011", "78 27-2011"]);
    actors_of(&rows[3]);
    let withheld = &rows[1];
    assert_eq!(
        (withheld.employment, withheld.error, withheld.hourly_mean, withheld.annual_p90),
        (None, None, None, None)
    );
    assert_eq!((rows[2].hourly_median, rows[2].annual_median), (None, Some(Wage::Cents(6_000_000))));
    Ok(())
}

#[test]
fn an_exported_table_of_states_is_read_the_same() -> Result<(), BadInput> {
    let group = ACTORS_LINE.replace("27-2011", "27-2010");
    let combined = ACTORS_LINE.replace("27-2011", "39-7010");
    let file = state_export(&format!("48,Texas,{ACTORS_LINE}48,Texas,{group}48,Texas,{combined}"));
    assert_eq!(known(&file), Some("OEWS wages by state"));
    let (tables, found) = taken(&[file])?;
    assert_eq!(found.releases[0].1, "May 2025");
    let [actors, combined] = tables.pay_states.as_slice() else { panic!("{:?}", tables.pay_states) };
    actors_of(actors);
    assert_eq!(combined.soc.to_string(), "39-7010");
    Ok(())
}

#[test]
fn areas_come_in_several_files() -> Result<(), BadInput> {
    let country = AUSTIN.replace("'0012420|Austin-Round Rock, TX|4", "4800006|Coastal Plains|6");
    let files = [book("MSA_M2025_dl.xlsx", &[(AUSTIN, ACTORS)]), book("BOS_M2025_dl.xlsx", &[(&country, ACTORS)])];
    let (tables, _) = taken(&files)?;
    let named: Vec<_> = tables.places.iter().map(|place| (place.area, place.letters.as_deref())).collect();
    assert_eq!(named, [(12_420, None), (4_800_006, None)]);
    assert_eq!((tables.pay_areas.len(), tables.pay_states.len()), (2, 0));
    let other = [book("MSA_M2025_dl.xlsx", &[(AUSTIN, ACTORS)]), book("MSA_M2024_dl.xlsx", &[(AUSTIN, ACTORS)])];
    let error = taken(&other).unwrap_err().to_string();
    assert!(error.contains("this is of May 2024, and another of the files is of May 2025"), "{error}");
    let header = STATE_EXPORT.replace("OCC_CODE", "STATE_FIPS,OCC_CODE");
    let export = samples::file(&format!("{header}0012420,\"Austin-Round Rock, TX\",48,{ACTORS_LINE}"));
    assert_eq!(known(&export), Some("OEWS wages by area"));
    actors_of(&taken(&[export])?.0.pay_areas[0]);
    Ok(())
}

#[test]
fn industries_stand_once_whatever_their_levels() -> Result<(), BadInput> {
    let clay = |level: &str| format!("99|U.S.|1|US|327000|Mineral Products|{level}|1235");
    let owners = UTILITIES.replace("22|Utilities|sector", "'000000|All|cross-industry, ownership");
    let files = [
        book("nat3d_M2025_dl.xlsx", &[(&clay("3-digit"), ACTORS)]),
        book("nat4d_M2025_dl.xlsx", &[(&clay("4-digit"), ACTORS)]),
        book("natsector_M2025_dl.xlsx", &[(UTILITIES, ACTORS), (&owners, ACTORS)]),
    ];
    assert_eq!(known(&files[2]), Some("OEWS wages by industry"));
    let (tables, _) = taken(&files)?;
    let named: Vec<_> = tables.industries.iter().map(|row| (row.naics.as_str(), row.level)).collect();
    assert_eq!(named, [("22", 2), ("327000", 3)]);
    assert_eq!(tables.pay_industries.len(), 2);
    let other = book("nat4d_M2025_dl.xlsx", &[(&clay("4-digit"), &ACTORS.replace("1200", "1300"))]);
    let error = taken(&[files[0].clone(), other]).unwrap_err().to_string();
    assert!(error.contains("27-2011 has other figures here than in another of the files"), "{error}");
    let header = STATE_EXPORT.replace("AREA,AREA_TITLE", "NAICS,NAICS_TITLE,NAICS_LEVEL");
    let line = ACTORS_LINE.replace(",24.123,1.50,", ",,,");
    let export = samples::file(&format!("{header}11--12,Sector 11 - Farms,2,{line}"));
    assert_eq!(known(&export), Some("OEWS wages by industry"));
    let (tables, found) = taken(&[export])?;
    assert_eq!((tables.industries[0].level, tables.pay_industries[0].quotient), (2, None));
    assert!(found.releases.is_empty(), "nothing says the year");
    Ok(())
}

#[test]
fn figures_that_are_none_are_refused_with_their_place() {
    for (good, bad, expected) in [
        ("48,Texas", "49,Texas,", "fields, expected"),
        ("48,", "03,", "column \"AREA\": \"03\" is not the FIPS code of a state"),
        ("27-2011", "27-201", "column \"OCC_CODE\": \"27-201\" is not a SOC code"),
        (",1200,", ",-,", "column \"TOT_EMP\": \"-\" is not a whole number"),
        (",12.5,", ",12.55,", "column \"EMP_PRSE\": \"12.55\" is not a number from 0 with at most 1 decimals"),
        ("24.123", "1000.1", "column \"JOBS_1000\": \"1000.1\" is not a number from 0 to 1000"),
        ("1.50", "700", "column \"LOC_QUOTIENT\": \"700\" is not a number from 0 to 655.35"),
        ("12.50", "12.505", "column \"H_PCT10\": \"12.505\" is not a number from 0 with at most 2 decimals"),
        ("12.50", "**", "column \"H_PCT10\": \"**\" is not a number"),
        ("12.50", "-", "column \"H_PCT10\": \"-\" is not a wage, where none of a year stands either"),
        (",40.00,-", ",40.00,9.5", "column \"A_MEAN\": \"9.5\" is not a number from 0 without decimals"),
    ] {
        let error = refusal(&state_export(&format!("48,Texas,{}", ACTORS_LINE)).replaced(good, bad));
        assert!(error.starts_with("oews_m2025_state.csv:2") && error.contains(expected), "{error}");
    }
    let twice = refusal(&state_export(&format!("48,Texas,{ACTORS_LINE}").repeat(2)));
    assert!(twice.contains(":3, column \"AREA\": \"48\" is not new: it stands in line 2"), "{twice}");
    let renamed = refusal(&state_export(&format!("48,Texas,{ACTORS_LINE}48,Taxes,{ACTORS_LINE}")));
    assert!(renamed.contains(":3, column \"AREA_TITLE\": \"Taxes\" is not Texas, as lines above say"), "{renamed}");
    let total = ACTORS_LINE.replace("27-2011", "00-0000");
    assert!(refusal(&state_export(&format!("48,Texas,{total}"))).contains("no detailed occupation of a state"));
    let level = refusal(&book("f", &[(&UTILITIES.replace("sector", "7-digit"), ACTORS)]));
    assert!(level.contains("column \"I_GROUP\": \"7-digit\" is not cross-industry, ownership or sector"), "{level}");
    let group = refusal(&book("f", &[(TEXAS, &ACTORS.replace("detailed", "new"))]));
    assert!(group.starts_with("f:2, column \"O_GROUP\": \"new\" is not detailed or broad"), "{group}");
}

impl SourceFile {
    /// The file with a text of its first row changed.
    fn replaced(mut self, good: &str, bad: &str) -> Self {
        let text = String::from_utf8(self.bytes).unwrap();
        let (header, rows) = text.split_at(STATE_EXPORT.len());
        self.bytes = format!("{header}{}", rows.replacen(good, bad, 1)).into_bytes();
        self
    }
}
