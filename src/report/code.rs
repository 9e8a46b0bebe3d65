//! Coding job titles in bulk: titles in, one after the other, codes out in the same order.

use std::io::{self, BufRead, Read, Write};

use serde::Serialize;

use super::{CodeFormat, csv_out, numbers, page};
use crate::catalog::{Catalog, Code, SourceId};
use crate::search::Candidate;

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/code/1";

/// The longest line that is taken for a title, in bytes.
const LONGEST: u64 = 64 * 1024;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// At most so many candidates a title.
    pub top: usize,
    /// How they are written.
    pub format: CodeFormat,
    /// Reads this column of a CSV file with a header, instead of one title a line.
    pub column: Option<&'a str>,
}

/// How far the coding of an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the input that are done.
    pub bytes: u64,
    /// Titles that are done.
    pub titles: usize,
}

/// Finds the candidates of a title: one for each thread.
pub trait Finder: FnMut(&str, usize) -> Vec<Candidate> + Send {}

impl<F: FnMut(&str, usize) -> Vec<Candidate> + Send> Finder for F {}

/// Codes every title of the input, on as many threads as there are finders; returns how many titles were given a code.
/// The order is kept and memory does not grow with the input: titles are taken in batches.
///
/// # Errors
/// Those of reader and writer; a line beyond 64 KiB or that is not UTF-8; a CSV file without the column.
pub fn write(
    out: &mut dyn Write,
    input: &mut dyn BufRead,
    catalog: &Catalog<'_>,
    options: &Options<'_>,
    finders: &mut [impl Finder],
    watch: &dyn Fn(Progress),
) -> io::Result<usize> {
    let mut coded = 0;
    let mut done = Progress { bytes: 0, titles: 0 };
    let mut output = Output::new(out, options.format, page::wording_source(catalog))?;
    let mut batch = Batch::default();
    let mut flush = |batch: &mut Batch, read: u64| -> io::Result<()> {
        let found = batch.found(finders, options.top);
        for (title, candidates) in batch.titles.iter().zip(found) {
            let candidates = candidates
                .iter()
                .take(options.top)
                .filter_map(|candidate| Some((candidate, catalog.role(candidate.role)?)))
                .zip(1..)
                .map(|((candidate, role), rank)| Coded {
                    rank,
                    code: role.code,
                    title: role.title,
                    found: candidate.matched.found.word(),
                    matched: candidate.matched.found.text(catalog, role),
                    score: candidate.score,
                });
            let candidates: Vec<Coded<'_>> = candidates.collect();
            coded += usize::from(!candidates.is_empty());
            output.title(title, &candidates)?;
        }
        done = Progress { bytes: read, titles: done.titles + batch.titles.len() };
        watch(done);
        *batch = Batch::default();
        Ok(())
    };
    let mut read = 0;
    let mut take = |title: &str, at: u64| {
        read = at;
        batch.add(title);
        if batch.is_full() { flush(&mut batch, at) } else { Ok(()) }
    };
    match options.column {
        Some(column) => csv_titles(input, column, &mut take)?,
        None => line_titles(input, &mut take)?,
    }
    flush(&mut batch, read)?;
    output.end()?;
    Ok(coded)
}

/// Titles that are coded together.
#[derive(Default)]
struct Batch {
    titles: Vec<String>,
    bytes: usize,
}

impl Batch {
    /// Enough for the threads to have more to do than to wait for each other; some 50 ms of work.
    const TITLES: usize = 1024;
    const BYTES: usize = 1024 * 1024;

    fn add(&mut self, title: &str) {
        self.bytes += title.len();
        self.titles.push(title.to_owned());
    }

    const fn is_full(&self) -> bool {
        self.titles.len() >= Self::TITLES || self.bytes >= Self::BYTES
    }

    /// The candidates of each title, in order: the threads take turns, so that none gets all the long ones.
    fn found(&self, finders: &mut [impl Finder], top: usize) -> Vec<Vec<Candidate>> {
        let threads = finders.len().max(1);
        let mut found: Vec<Vec<Candidate>> = vec![Vec::new(); self.titles.len()];
        let mut parts: Vec<Vec<(&str, &mut Vec<Candidate>)>> = (0..threads).map(|_| Vec::new()).collect();
        for (place, pair) in self.titles.iter().map(String::as_str).zip(&mut found).enumerate() {
            if let Some(part) = parts.get_mut(place % threads) {
                part.push(pair);
            }
        }
        std::thread::scope(|scope| {
            let mut work = finders.iter_mut().zip(parts).map(|(finder, part)| {
                move || {
                    for (title, found) in part {
                        if !title.trim().is_empty() {
                            *found = finder(title, top);
                        }
                    }
                }
            });
            let own = work.next();
            for others in work {
                scope.spawn(others);
            }
            if let Some(work) = own {
                work();
            }
        });
        found
    }
}

#[derive(Serialize)]
struct Coded<'a> {
    rank: usize,
    #[serde(serialize_with = "numbers::shown")]
    code: Code,
    title: &'a str,
    found: &'static str,
    matched: &'a str,
    score: f32,
}

/// Called with each title and the number of bytes read so far.
type Take<'a> = dyn FnMut(&str, u64) -> io::Result<()> + 'a;

fn line_titles(input: &mut dyn BufRead, take: &mut Take<'_>) -> io::Result<()> {
    let mut line = Vec::new();
    let mut read = 0;
    for number in 1_u64.. {
        line.clear();
        let length = (&mut *input).take(LONGEST).read_until(b'\n', &mut line)?;
        if length == 0 {
            break;
        }
        read += u64::try_from(length).unwrap_or(0);
        let ended = line.pop_if(|last| *last == b'\n').is_some();
        if !ended && u64::try_from(line.len()).is_ok_and(|length| length >= LONGEST) {
            return Err(invalid(format!("line {number} is longer than {LONGEST} bytes: not a job title")));
        }
        line.pop_if(|last| *last == b'\r');
        let text = utf8(&line, number)?;
        // Spreadsheets put a byte-order mark before the first line.
        take(if number == 1 { text.trim_start_matches('\u{feff}') } else { text }, read)?;
    }
    Ok(())
}

fn utf8(bytes: &[u8], line: u64) -> io::Result<&str> {
    std::str::from_utf8(bytes).map_err(|error| {
        let at = error.valid_up_to() + 1;
        invalid(format!("line {line} is not UTF-8 (byte {at}); convert the file first, for example with iconv"))
    })
}

fn csv_titles(input: &mut dyn BufRead, column: &str, take: &mut Take<'_>) -> io::Result<()> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(input);
    let headers = reader.byte_headers().map_err(csv_out::io_error)?;
    let names: Vec<String> = headers
        .iter()
        .map(|name| String::from_utf8_lossy(name).trim_start_matches('\u{feff}').trim().to_owned())
        .collect();
    let exact = names.iter().position(|name| name == column);
    let place = exact
        .or_else(|| names.iter().position(|name| name.eq_ignore_ascii_case(column)))
        .ok_or_else(|| invalid(format!("there is no column {column:?}; the file has {}", names.join(", "))))?;
    let mut record = csv::ByteRecord::new();
    while reader.read_byte_record(&mut record).map_err(csv_out::io_error)? {
        let line = record.position().map_or(0, csv::Position::line);
        let read = reader.position().byte();
        take(utf8(record.get(place).unwrap_or_default(), line)?, read)?;
    }
    Ok(())
}

fn invalid(problem: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, problem)
}

enum Output<'w> {
    Csv(Box<csv::Writer<&'w mut dyn Write>>),
    Json { out: &'w mut dyn Write, first: bool },
}

impl<'w> Output<'w> {
    fn new(out: &'w mut dyn Write, format: CodeFormat, wording: SourceId) -> io::Result<Self> {
        match format {
            CodeFormat::Csv => {
                let mut rows = csv::Writer::from_writer(out);
                rows.write_record(["input", "rank", "code", "title", "matched", "score"]).map_err(csv_out::io_error)?;
                Ok(Self::Csv(Box::new(rows)))
            }
            CodeFormat::Json => {
                write!(out, "{{\"schema\":\"{SCHEMA}\",\"wording\":")?;
                serde_json::to_writer(&mut *out, &wording)?;
                write!(out, ",\"results\":[")?;
                Ok(Self::Json { out, first: true })
            }
        }
    }

    fn title(&mut self, input: &str, candidates: &[Coded<'_>]) -> io::Result<()> {
        match self {
            Self::Csv(rows) => {
                if candidates.is_empty() {
                    return rows.write_record([input, "", "", "", "", ""]).map_err(csv_out::io_error);
                }
                candidates.iter().try_for_each(|c| {
                    let (rank, code, score) = (c.rank.to_string(), c.code.to_string(), format!("{:.4}", c.score));
                    rows.write_record([input, &rank, &code, c.title, c.matched, &score]).map_err(csv_out::io_error)
                })
            }
            Self::Json { out, first } => {
                #[derive(Serialize)]
                struct Answer<'a> {
                    input: &'a str,
                    candidates: &'a [Coded<'a>],
                }
                write!(out, "{}", if *first { "\n" } else { ",\n" })?;
                *first = false;
                Ok(serde_json::to_writer(&mut **out, &Answer { input, candidates })?)
            }
        }
    }

    fn end(self) -> io::Result<()> {
        match self {
            Self::Csv(mut rows) => rows.flush(),
            Self::Json { out, .. } => {
                writeln!(out, "\n]}}")?;
                out.flush()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{BAKERS, CAKE, catalog};
    use crate::search::{Evidence, Found};

    fn find(title: &str, top: usize) -> Vec<Candidate> {
        let matched = |found| Evidence { found, marked: Vec::new() };
        let all = vec![
            Candidate { role: CAKE, score: 3.0, confidence: 0.9, matched: matched(Found::Title) },
            Candidate { role: BAKERS, score: 1.5, confidence: 0.1, matched: matched(Found::Alternate(1)) },
        ];
        if title.contains("baker") { all.into_iter().take(top).collect() } else { Vec::new() }
    }

    fn coded(input: &[u8], options: &Options<'_>) -> io::Result<(String, usize)> {
        let mut out = Vec::new();
        let coded = write(&mut out, &mut &*input, &catalog(), options, &mut [find; 3], &|_| {})?;
        Ok((String::from_utf8(out).unwrap(), coded))
    }

    const LINES: Options<'static> = Options { top: 2, format: CodeFormat::Csv, column: None };

    #[test]
    fn every_line_gives_rows_in_order_and_none_found_an_empty_rank() {
        let (text, count) = coded("\u{feff}cake, baker\r\n\nastronaut\nbaker".as_bytes(), &LINES).unwrap();
        assert_eq!(
            text,
            "input,rank,code,title,matched,score\n\
             \"cake, baker\",1,51-3011.01,\"Cake, Pie Bakers\",\"Cake, Pie Bakers\",3.0000\n\
             \"cake, baker\",2,51-3011.00,\"Bread, Rolls and Buns Bakers\",Pastry Hand,1.5000\n\
             ,,,,,\n\
             astronaut,,,,,\n\
             baker,1,51-3011.01,\"Cake, Pie Bakers\",\"Cake, Pie Bakers\",3.0000\n\
             baker,2,51-3011.00,\"Bread, Rolls and Buns Bakers\",Pastry Hand,1.5000\n"
        );
        assert_eq!(count, 2);
    }

    #[test]
    fn a_column_of_a_csv_file_is_read_by_its_name() {
        let options = Options { top: 1, column: Some("Job"), ..LINES };
        let (text, _) = coded(b"id,job\n1,\"baker\nof bread\"\n2\n", &options).unwrap();
        assert_eq!(text.lines().filter(|line| line.contains(",1,51-3011.01")).count(), 1);
        assert!(text.ends_with(",,,,,\n"), "a row without the column still answers: {text}");
        let error = coded(b"id,job\n1,baker\n", &Options { column: Some("title"), ..options }).unwrap_err();
        assert_eq!(error.to_string(), "there is no column \"title\"; the file has id, job");
    }

    #[test]
    fn json_is_one_document_however_many_titles() {
        let options = Options { format: CodeFormat::Json, ..LINES };
        for (input, count) in [("", 0), ("baker\n", 1), ("baker\nastronaut\n", 2)] {
            let value: serde_json::Value = serde_json::from_str(&coded(input.as_bytes(), &options).unwrap().0).unwrap();
            assert_eq!(value["schema"], SCHEMA);
            assert_eq!(value["results"].as_array().unwrap().len(), count);
        }
    }

    #[test]
    fn an_endless_line_and_a_broken_letter_are_refused_with_their_line() {
        let endless = vec![b'a'; 70_000];
        assert!(coded(&endless, &LINES).unwrap_err().to_string().contains("line 1 is longer"));
        let broken = coded(b"cook\nbaker \xff\n", &LINES).unwrap_err().to_string();
        assert!(broken.starts_with("line 2 is not UTF-8 (byte 7)"), "{broken}");
        let options = Options { column: Some("job"), ..LINES };
        let broken = coded(b"id,job\n1,\"baker\nof bread\"\n2,caf\xe9\n", &options).unwrap_err().to_string();
        assert!(broken.starts_with("line 4 is not UTF-8 (byte 4)"), "{broken}");
    }

    #[test]
    fn many_batches_on_several_threads_keep_their_order() {
        use std::cell::Cell;
        let line = |n: usize| format!("{n} {}\n", if n.is_multiple_of(3) { "baker" } else { "cook" });
        let input = (0..5000).map(line).collect::<Vec<_>>().concat();
        let seen = Cell::new(Progress { bytes: 0, titles: 0 });
        let mut out = Vec::new();
        let options = Options { top: 1, ..LINES };
        let mut finders = [find; 3];
        let watch = |progress: Progress| {
            assert!(progress.bytes >= seen.get().bytes && progress.titles >= seen.get().titles);
            seen.set(progress);
        };
        let coded = write(&mut out, &mut input.as_bytes(), &catalog(), &options, &mut finders, &watch).unwrap();
        let text = String::from_utf8(out).unwrap();
        for (n, line) in text.lines().skip(1).enumerate() {
            assert!(
                line.starts_with(&format!("{n} ")) && line.contains(",1,51-3011.01,") == n.is_multiple_of(3),
                "{line}"
            );
        }
        assert_eq!((text.lines().count(), coded), (5001, 1667));
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
        for format in [CodeFormat::Csv, CodeFormat::Json] {
            let many = "baker\n".repeat(1000);
            let options = Options { format, ..LINES };
            let error =
                write(&mut Closed, &mut many.as_bytes(), &catalog(), &options, &mut [find; 2], &|_| {}).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
        }
    }
}
