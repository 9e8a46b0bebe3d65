//! The crosswalk from O*NET-SOC to the National Employment Matrix (NEM): under which code BLS publishes a role.

use std::collections::BTreeMap;

use super::published::{Address, BLS, CommandOption, Dataset, PUBLIC_DOMAIN, Published};
use super::read::keep;
use super::sheet::{Form, Once, Row, Sheet, has_columns};
use super::tables::{CrosswalkRow, HandbookRow};
use super::{BadInput, Intake, SourceFile, soc};
use crate::catalog::provenance::names::crosswalk::{CODE, NEM_CODE, NO_PAGE, PAGE, PAGE_TITLE};
use crate::catalog::study::{HANDBOOK, HANDBOOK_END};
use crate::catalog::{SocCode, SourceId};

const FILE: &str = "nem-onet-to-soc-crosswalk.xlsx";

pub static DATASET: Dataset = Dataset {
    id: SourceId::Crosswalk,
    name: "BLS O*NET-SOC to National Employment Matrix crosswalk",
    release: "2025-08-28",
    date: "2025-08-28",
    publisher: BLS,
    address: "https://www.bls.gov/emp/documentation/crosswalks.htm",
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Employment Projections, crosswalks.",
    option: Some(CommandOption::new(
        "crosswalk",
        "The BLS crosswalk",
        "The BLS crosswalk: nem-onet-to-soc-crosswalk.xlsx",
    )),
    files: &[Published {
        dataset: SourceId::Crosswalk,
        what: "the BLS crosswalk",
        name: FILE,
        others: &["nem-onet-to-soc-crosswalk*"],
        recognise: |file| has_columns(file, Form::First, &[CODE, NEM_CODE, NEM_TITLE]),
        read: |file, found| keep(&mut found.crosswalk, read(file).map(|(found, intake)| (Some(found), intake))),
        download: Some(Address {
            folder: "https://www.bls.gov/emp/classifications-crosswalks",
            file: FILE,
            size: 119_300,
            sha256: Some("faeff84413dc4828f1a6b3154012a34d804b2e2067477ab6895eb62fd4b9bc06"),
        }),
    }],
    place: soc::place,
    ..Dataset::PLAIN
};

const NEM_TITLE: &str = "NEM title";

/// Where roles are published.
#[derive(Clone, Debug, PartialEq)]
pub struct Crosswalk {
    /// The roles, by code.
    pub rows: Vec<CrosswalkRow>,
    /// The title of each code of the matrix.
    pub titles: BTreeMap<SocCode, String>,
    /// The handbook's page of each code that has one, by code.
    pub handbook: Vec<HandbookRow>,
}

/// Reads the crosswalk.
///
/// # Errors
/// When the workbook is not what it should be, a role stands twice, or a matrix code has two titles.
pub fn read(file: &SourceFile) -> Result<(Crosswalk, Intake), BadInput> {
    let sheet = Sheet::read(file, Form::First, &[CODE, NEM_CODE, NEM_TITLE])?;
    let (mut rows, mut titles) = (Vec::new(), BTreeMap::<SocCode, String>::new());
    let mut handbook = BTreeMap::<SocCode, Option<HandbookRow>>::new();
    let (mut intake, mut once) = (Intake::of(file), Once::default());
    for row in sheet.rows() {
        let code = row.field(CODE)?.role_code()?;
        once.note(code, row.field(CODE)?)?;
        let published_under = row.field(NEM_CODE)?.soc_code()?;
        let title = row.field(NEM_TITLE)?;
        let known = titles.entry(published_under).or_insert(title.text()?.to_owned());
        if known != title.value() {
            return Err(title.bad(&format!("the title {known:?} that {published_under} has above")));
        }
        let page = page(&sheet, row, published_under)?;
        let known = handbook.entry(published_under).or_insert_with(|| page.clone());
        if *known != page {
            return Err(row.field(PAGE)?.bad(&format!("the page that {published_under} has above")));
        }
        intake.keep();
        rows.push(CrosswalkRow { code, published_under });
    }
    rows.sort_by_key(|row| row.code);
    let handbook = handbook.into_values().flatten().collect();
    Ok((Crosswalk { rows, titles, handbook }, intake))
}

/// The handbook's page that a row names; the columns for it may be missing.
fn page(sheet: &Sheet<'_>, row: Row<'_>, soc: SocCode) -> Result<Option<HandbookRow>, BadInput> {
    let (Some(title), Some(page)) = (sheet.optional(PAGE_TITLE), sheet.optional(PAGE)) else { return Ok(None) };
    let (title, page) = (row.at(title), row.at(page));
    if [NO_PAGE, ""].contains(&page.value()) {
        return Ok(None);
    }
    let path = page.value().strip_prefix(HANDBOOK).and_then(|path| path.strip_suffix(HANDBOOK_END));
    let path = path.ok_or_else(|| page.bad(&format!("an address like {HANDBOOK}…{HANDBOOK_END}")))?;
    Ok(Some(HandbookRow { soc, title: title.text()?.to_owned(), path: path.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::super::sheet::samples::workbook;
    use super::*;

    fn is_file(place: usize, file: &SourceFile) -> bool {
        (DATASET.files[place].recognise)(file)
    }

    const HEADER: &str = "Sort order|O*NET-SOC code|O*NET-SOC title|NEM Code|NEM title";

    fn file(rows: &[&str]) -> SourceFile {
        workbook(&[("ONET to SOC crosswalk", &[&["Bureau", "", "", "Equivalents", HEADER], rows].concat())])
    }

    #[test]
    fn roles_and_matrix_titles_are_read() -> Result<(), BadInput> {
        let file = file(&[
            "2|13-1022.00|Buyers, Wholesale|13-1020|Buyers",
            "1|13-1021.00|Buyers, Farm|13-1020|Buyers",
            "3|15-1299.05|Some Engineers|15-1299|Others",
        ]);
        assert!(is_file(0, &file));
        let (Crosswalk { rows, titles, handbook }, intake) = read(&file)?;
        assert_eq!(handbook, [], "the sheet has no columns of the handbook");
        let pairs: Vec<String> = rows.iter().map(|row| format!("{} {}", row.code, row.published_under)).collect();
        assert_eq!(pairs, ["13-1021.00 13-1020", "13-1022.00 13-1020", "15-1299.05 15-1299"]);
        let titles: Vec<String> = titles.iter().map(|(code, title)| format!("{code} {title}")).collect();
        assert_eq!(titles, ["13-1020 Buyers", "15-1299 Others"]);
        assert_eq!((intake.read, intake.used, intake.left_out.len()), (3, 3, 0));
        Ok(())
    }

    #[test]
    fn pages_of_the_handbook_are_read_by_the_code_that_bls_publishes_under() -> Result<(), BadInput> {
        let header = format!("{HEADER}|OOH profile title|OOH profile website");
        let page = "Buyers|https://www.bls.gov/ooh/business-and-financial/buyers.htm";
        let rows = |second: &str| {
            let first = format!("1|13-1021.00|Buyers, Farm|13-1020|Buyers|{page}");
            let second = format!("2|13-1022.00|Buyers, Retail|13-1020|Buyers|{second}");
            let rows = ["Bureau", "", "", "Equivalents", &header, &first, &second, "3|15-1299.05|E|15-1299|O|—|—"];
            workbook(&[("ONET to SOC crosswalk", &rows)])
        };
        let (Crosswalk { handbook, .. }, _) = read(&rows(page))?;
        let pages: Vec<String> = handbook.iter().map(|row| format!("{} {} {}", row.soc, row.title, row.path)).collect();
        assert_eq!(pages, ["13-1020 Buyers business-and-financial/buyers"]);
        for (second, expected) in [
            ("—|—", "\"—\" is not the page that 13-1020 has above"),
            ("Buyers|https://example.org/", "is not an address like https://www.bls.gov/ooh/"),
        ] {
            let error = read(&rows(second)).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        Ok(())
    }

    #[test]
    fn rows_that_do_not_fit_are_refused() {
        let first = "1|13-1021.00|Buyers|13-1020|Buyers";
        for (row, expected) in [
            (first, ":7, column \"O*NET-SOC code\": \"13-1021.00\" is not new: it stands in line 6"),
            ("2|13-1022|B|13-1020|Buyers", ":7, column \"O*NET-SOC code\": \"13-1022\" is not an O*NET-SOC code"),
            ("2|13-1022.00|B|—|Buyers", ":7, column \"NEM Code\": \"—\" is not a SOC code"),
            ("2|13-1022.00|B|13-1020|Bakers", ":7, column \"NEM title\": \"Bakers\" is not the title \"Buyers\""),
            ("2|13-1022.00|B|13-1023|", ":7, column \"NEM title\": \"\" is not a text"),
        ] {
            let text = read(&file(&[first, row])).unwrap_err().to_string();
            assert!(text.contains(expected), "{text}");
        }
        let other = workbook(&[("ONET to SOC crosswalk", &["O*NET-SOC code|NEM Code"])]);
        assert!(!is_file(0, &other));
        assert!(read(&other).unwrap_err().to_string().contains("has 0 columns \"NEM title\""));
    }
}
