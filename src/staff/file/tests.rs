use proptest::prelude::*;

use super::*;

fn judge(_: &str) -> f32 {
    0.0
}

/// The rows, the title first.
fn read(mut bytes: &[u8], wanted: Option<&str>, only_lines: bool) -> io::Result<Vec<Vec<String>>> {
    let mut input = Input::open(Given::Text(&mut bytes), wanted, only_lines, &mut judge)?;
    let (mut rows, mut row) = (Vec::new(), StringRecord::new());
    while input.next(&mut row)? {
        let title = row.get(input.title).unwrap_or_default().to_owned();
        let others = row.iter().enumerate().filter(|(column, _)| *column != input.title);
        rows.push([title].into_iter().chain(others.map(|(_, cell)| cell.to_owned())).collect());
    }
    Ok(rows)
}

#[test]
fn one_table_is_read_in_every_form() {
    let expected = [["Café owner, head", "1"], ["Baker\nof bread", "2"], ["", "3"]];
    for delimiter in [",", ";", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["id,Job Title", "1,\"Café owner, head\"", "2,\"Baker\nof bread\"", "3,", ""].join(end);
            let text = text
                .replacen(',', delimiter, 2)
                .replace("2,", &format!("2{delimiter}"))
                .replace("3,", &format!("3{delimiter}"));
            let utf16 = |unit: fn(u16) -> [u8; 2]| {
                [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(unit).collect::<Vec<_>>()
            };
            let forms = [
                text.clone().into_bytes(),
                format!("\u{feff}{text}").into_bytes(),
                utf16(u16::to_le_bytes),
                utf16(u16::to_be_bytes),
                text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect(),
            ];
            for (place, form) in forms.iter().enumerate() {
                assert_eq!(read(form, None, false).unwrap(), expected, "{delimiter:?} {end:?} form {place}");
            }
        }
    }
}

#[test]
fn plain_lines_stay_lines_and_their_header_is_no_title() {
    let list = "Sales Rep, NY/NJ\nCook, short order\n\nNurse\n";
    let expected = [["Sales Rep, NY/NJ"], ["Cook, short order"], [""], ["Nurse"]];
    assert_eq!(read(list.as_bytes(), None, false).unwrap(), expected);
    for header in ["title", "Job Title", "OCCUPATION", "\"Position Title\"", "\u{feff}Job titles:"] {
        for end in ["\n", "\r\n", "\r"] {
            let text = format!("{header}\n{list}").replace('\n', end);
            assert_eq!(read(text.as_bytes(), None, false).unwrap(), expected, "{header} {end:?}");
        }
    }
    assert_eq!(read(b"Beruf\nCook\n", Some("beruf"), false).unwrap(), [["Cook"]]);
    assert_eq!(read(b"Cook\nNurse\n", Some("1"), false).unwrap().len(), 2);
    assert_eq!(read(b"title\nid,title\n1,Cook\n", None, true).unwrap().len(), 3, "lines, whatever stands in them");
    let problem = read(b"Cook\nNurse\n", Some("Job"), false).unwrap_err().to_string();
    assert!(problem.contains("no column \"Job\": the file has one title a line, the first is \"Cook\""), "{problem}");
}

/// All titles that O*NET lists, as lists of any length.
#[test]
fn no_list_of_titles_is_taken_for_a_table_or_begins_with_a_header() {
    let table = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/tables/job_titles.csv");
    let rows = csv::Reader::from_path(table).unwrap().into_records().map(Result::unwrap);
    let titles: Vec<String> = rows.filter_map(|row| row.get(1).map(str::to_owned)).collect();
    assert!(titles.len() > 10_000);
    for length in [1, 2, 3, 7, 200] {
        for list in titles.chunks(length) {
            let rows =
                read(list.join("\n").as_bytes(), None, false).unwrap_or_else(|error| panic!("{error}: {list:?}"));
            assert_eq!(rows.concat(), list);
        }
    }
}

#[test]
fn rows_beyond_those_that_decide_are_read_on() {
    let rows = |n: usize| format!("{n},\"Cook, {n}\"\n");
    let text = format!("id,title\n{}", (0..20_000).map(rows).collect::<String>());
    let read = read(text.as_bytes(), None, false).unwrap();
    assert_eq!((read.len(), read[19_999].as_slice()), (20_000, &["Cook, 19999".to_owned(), "19999".to_owned()][..]));
}

#[test]
fn empty_cells_beyond_the_columns_are_none() {
    assert_eq!(read(b"Job Title,,,\nCook,,,\n,,,\n", None, false).unwrap(), [["Cook"], [""]]);
    assert_eq!(read(b"id,title\n1,Cook,,,\n", None, false).unwrap(), [["Cook", "1"]]);
}

#[test]
fn a_header_that_is_repeated_is_no_row() {
    let text = "id,title\n1,Cook\nid,title\n2,Nurse\nid,title\n";
    assert_eq!(read(text.as_bytes(), None, false).unwrap(), [["Cook", "1"], ["Nurse", "2"]]);
}

#[test]
fn a_sheet_is_a_table_too() {
    let cells = |n: usize| match n {
        0 => vec!["Staff".to_owned()],
        1 => vec!["Nr".to_owned(), "Position".to_owned()],
        _ => vec![n.to_string(), format!("Cook {n}")],
    };
    let mut given = (0..500).map(cells);
    let mut next = |row: &mut StringRecord| {
        row.clear();
        Ok(given.next().map(|cells| row.extend(cells)).is_some())
    };
    let mut input = Input::open(Given::Rows(&mut next), None, false, &mut judge).unwrap();
    let mut row = StringRecord::new();
    for n in 2..500 {
        assert!(input.next(&mut row).unwrap());
        assert_eq!(row.get(input.title), Some(format!("Cook {n}").as_str()));
    }
    assert!(!input.next(&mut row).unwrap());
}

proptest! {
    /// Whatever bytes come, there are rows or an error.
    #[test]
    fn any_bytes_end_in_rows_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400), lines in any::<bool>()) {
        let _ = read(&bytes, None, lines);
        let _ = read(&bytes, Some("2"), false);
    }

    #[test]
    fn anything_like_a_table_ends_in_rows_or_an_error(text in "[ab1,;\t|\"\r\n =é\u{feff}]{0,120}", wanted in "[ab12]?") {
        let _ = read(text.as_bytes(), Some(&wanted).filter(|wanted| !wanted.is_empty()).map(String::as_str), false);
    }

    #[test]
    fn lines_of_letters_are_titles_each(lines in proptest::collection::vec("[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}(, [A-Z][a-z]+)?)?", 1..40)) {
        prop_assume!(lines.iter().all(|line| names::says(line) == names::Says::Nothing));
        let rows = read(lines.join("\n").as_bytes(), None, false).unwrap();
        prop_assert_eq!(rows.concat(), lines);
    }
}
