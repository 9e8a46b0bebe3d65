use std::cell::Cell;

use super::*;
use crate::report::fixture::{BAKERS, CAKE, catalog};
use crate::search::{Candidate, Evidence, Found, Note};

/// Knows bakers; `half` of them less surely, and finds a manager too general.
fn find(title: &str, top: usize) -> Coding {
    let matched = |found| Evidence { found, marked: Vec::new() };
    let sure = if title.contains("half") { 0.4 } else { 0.9 };
    let all = vec![
        Candidate { role: CAKE, score: 3.0, confidence: sure, matched: matched(Found::Title) },
        Candidate { role: BAKERS, score: 1.5, confidence: 0.1, matched: matched(Found::Alternate(1)) },
    ];
    match title {
        "manager" => Coding { candidates: all.into_iter().take(top).collect(), note: Some(Note::TooGeneral) },
        "retired" => Coding { candidates: Vec::new(), note: Some(Note::NoOccupation) },
        title if title.contains("baker") => Coding { candidates: all.into_iter().take(top).collect(), note: None },
        _ => Coding::default(),
    }
}

fn coded(mut input: &[u8], options: &Options<'_>) -> io::Result<(String, CodingSummary)> {
    let mut out = Vec::new();
    let summary = write(&mut out, Given::Text(&mut input), &catalog(), options, &mut [find; 3], &|_| {})?;
    Ok((String::from_utf8(out).unwrap(), summary))
}

const LINES: Options<'static> = Options { top: 2, format: Format::Csv, column: None, lines: false, review: None };

#[test]
fn every_line_gives_rows_in_order_and_a_reason_where_it_has_no_code() {
    let input = "\u{feff}cake, baker\r\n\nastronaut\nretired\nmanager\nhalf baker";
    let (text, summary) = coded(input.as_bytes(), &LINES).unwrap();
    assert_eq!(
        text,
        "input,rank,code,title,matched,score,confidence,reason\n\
         \"cake, baker\",1,51-3011.01,\"Cake, Pie Bakers\",\"Cake, Pie Bakers\",3.0000,0.900,\n\
         \"cake, baker\",2,51-3011.00,\"Bread, Rolls and Buns Bakers\",Pastry Hand,1.5000,0.100,\n\
         ,,,,,,,empty\n\
         astronaut,,,,,,,nothing found\n\
         retired,,,,,,,no occupation in it\n\
         manager,1,51-3011.01,\"Cake, Pie Bakers\",\"Cake, Pie Bakers\",3.0000,0.900,too general for one code\n\
         manager,2,51-3011.00,\"Bread, Rolls and Buns Bakers\",Pastry Hand,1.5000,0.100,too general for one code\n\
         half baker,1,51-3011.01,\"Cake, Pie Bakers\",\"Cake, Pie Bakers\",3.0000,0.400,\n\
         half baker,2,51-3011.00,\"Bread, Rolls and Buns Bakers\",Pastry Hand,1.5000,0.100,\n"
    );
    assert_eq!(summary, CodingSummary { titles: 6, coded: 3, unsure: 1, remarks: Vec::new() });
}

#[test]
fn all_other_columns_come_through_beside_ours() {
    let options = Options { top: 2, ..LINES };
    let table = "Nr,Job Title,title,\"Pay, $\",score,\n7,baker,=1+1,\"1,200\",x,\n8,cook\n9,baker,a,b,c,d,e,f\n";
    let (text, summary) = coded(table.as_bytes(), &Options { column: Some("job title"), ..options.clone() }).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[0],
        "input,rank,code,title,matched,score,confidence,reason,Nr,title (input),\"Pay, $\",score (input),column 6,column 7,\
         column 8"
    );
    assert!(lines[1].starts_with("baker,1,") && lines[1].ends_with(",0.900,,7,=1+1,\"1,200\",x,,,"), "{text}");
    assert!(lines[2].starts_with("baker,2,") && lines[2].ends_with(",0.100,,7,=1+1,\"1,200\",x,,,"), "{text}");
    assert_eq!(lines[3], "cook,,,,,,,nothing found,8,,,,,,");
    assert!(lines[4].ends_with(",9,a,b,c,d,e,f"), "{text}");
    assert_eq!(summary.remarks, [""; 0]);
    let options = Options { format: Format::Json, column: Some("2"), ..options };
    let value: serde_json::Value = serde_json::from_str(&coded(table.as_bytes(), &options).unwrap().0).unwrap();
    let first = &value["results"][0];
    assert_eq!((&first["input"], &first["columns"]["title (input)"]), (&"baker".into(), &"=1+1".into()));
    assert!(first["reason"].is_null() && first["candidates"][0]["confidence"].is_number());
    let second = &value["results"][1];
    assert_eq!((&second["reason"], &second["columns"]["Nr"]), (&"nothing found".into(), &"8".into()));
    assert_eq!(second["columns"].as_object().unwrap().len(), 7, "{second}");
}

#[test]
fn cells_beyond_the_columns_are_kept_and_said() {
    let table = format!("Nr,Job\n{}1,baker,more\n", "2,baker\n".repeat(500));
    let (text, summary) = coded(table.as_bytes(), &LINES).unwrap();
    assert!(text.ends_with(",1,more\n"), "{text}");
    assert!(summary.remarks[0].starts_with("row 501 has more cells"), "{:?}", summary.remarks);
    let options = Options { format: Format::Json, ..LINES };
    let value: serde_json::Value = serde_json::from_str(&coded(table.as_bytes(), &options).unwrap().0).unwrap();
    assert_eq!(value["results"][500]["columns"]["column 3"], "more");
}

#[test]
fn nothing_is_written_before_the_input_is_known() {
    for (input, word) in [
        (&b"id,name\n1,baker\n2,cook\n"[..], "--column"),
        (b"Job,Position\nbaker,baker of cakes\n", "several columns"),
        (b"%PDF-1.4", "PDF"),
        (&b"a".repeat(70_000), "line 1 is longer"),
    ] {
        for format in [Format::Csv, Format::Json] {
            let mut out = Vec::new();
            let options = Options { format, ..LINES };
            let error =
                write(&mut out, Given::Text(&mut &*input), &catalog(), &options, &mut [find; 2], &|_| {}).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData, "{error}");
            assert!(error.to_string().contains(word), "{error}");
            assert!(out.is_empty() || word.starts_with("line"), "{word}");
        }
    }
}

#[test]
fn windows_1252_is_read_and_said() {
    let (text, summary) = coded(b"baker\ncaf\xe9 baker\n", &LINES).unwrap();
    assert!(text.contains("café baker,1,"), "{text}");
    assert_eq!(summary.remarks, ["line 2 is not UTF-8: it was read as Windows-1252"]);
    let (_, summary) = coded(b"caf\xe9\ncaf\xe9\n", &LINES).unwrap();
    assert!(summary.remarks[0].starts_with("2 lines are not UTF-8, the first is line 1"), "{:?}", summary.remarks);
}

#[test]
fn a_review_lists_the_least_certain_once_and_the_frequent_first() {
    let titles = "baker\nhalf baker\nastronaut\nhalf baker a\n\nhalf baker a\nretired\nretired\n baker\n";
    let review = |limit, below, format| {
        let options = Options { format, review: Some(Review { limit, below }), ..LINES };
        coded(titles.as_bytes(), &options).unwrap()
    };
    let (text, summary) = review(Some(4), None, Format::Csv);
    assert_eq!(
        text,
        "count,input,code,title,confidence,reason,second_code,second_title\n\
         2,retired,,,,no occupation in it,,\n\
         1,astronaut,,,,nothing found,,\n\
         2,half baker a,51-3011.01,\"Cake, Pie Bakers\",0.400,,51-3011.00,\"Bread, Rolls and Buns Bakers\"\n\
         1,half baker,51-3011.01,\"Cake, Pie Bakers\",0.400,,51-3011.00,\"Bread, Rolls and Buns Bakers\"\n"
    );
    assert_eq!((summary.titles, summary.coded, summary.unsure), (9, 5, 3));
    assert_eq!(review(None, Some(0.4), Format::Csv).0.lines().count(), 3);
    assert_eq!(review(None, Some(1.0), Format::Csv).0.lines().count(), 6);
    assert_eq!(review(Some(1), Some(1.0), Format::Csv).0.lines().count(), 2);
    let value: serde_json::Value = serde_json::from_str(&review(Some(3), None, Format::Json).0).unwrap();
    assert_eq!(value["schema"], REVIEW_SCHEMA);
    assert_eq!((&value["results"][2]["count"], &value["results"][2]["input"]), (&2.into(), &"half baker a".into()));
    assert_eq!(value["results"][2]["candidates"][1]["code"], "51-3011.00");
}

#[test]
fn json_is_one_document_however_many_titles() {
    let options = Options { format: Format::Json, ..LINES };
    for (input, count) in [("", 0), ("baker\n", 1), ("baker\nastronaut\n", 2)] {
        let value: serde_json::Value = serde_json::from_str(&coded(input.as_bytes(), &options).unwrap().0).unwrap();
        assert_eq!(value["schema"], SCHEMA);
        assert_eq!(value["results"].as_array().unwrap().len(), count);
    }
}

#[test]
fn many_batches_on_several_threads_keep_their_order() {
    let line = |n: usize| format!("{n},{}\n", if n.is_multiple_of(3) { "baker" } else { "cook" });
    let input = format!("n,title\n{}", (0..5000).map(line).collect::<String>());
    let seen = Cell::new(Progress::default());
    let mut out = Vec::new();
    let options = Options { top: 1, ..LINES };
    let watch = |progress: Progress| {
        assert!(progress.bytes >= seen.get().bytes && progress.titles >= seen.get().titles);
        seen.set(progress);
    };
    let given = Given::Text(&mut input.as_bytes());
    let summary = write(&mut out, given, &catalog(), &options, &mut [find; 3], &watch).unwrap();
    let text = String::from_utf8(out).unwrap();
    for (n, line) in text.lines().skip(1).enumerate() {
        assert!(line.ends_with(&format!(",{n}")) && line.contains(",1,51-3011.01,") == n.is_multiple_of(3), "{line}");
    }
    assert_eq!((text.lines().count(), summary.coded, summary.titles), (5001, 1667, 5000));
    assert_eq!(seen.get(), Progress { bytes: input.len() as u64, titles: 5000 });
}

#[test]
fn a_closed_pipe_stays_recognisable() {
    struct Closed;
    impl Write for Closed {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::BrokenPipe.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    for format in [Format::Csv, Format::Json] {
        for review in [None, Some(Review { limit: Some(5), below: None })] {
            let many = "baker\n".repeat(1000);
            let options = Options { format, review, ..LINES };
            let given = Given::Text(&mut many.as_bytes());
            let error = write(&mut Closed, given, &catalog(), &options, &mut [find; 2], &|_| {}).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
        }
    }
}
