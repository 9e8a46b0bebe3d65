//! Whether the lines of a text are rows of a table, and what stands between their cells.

use std::io::{self, Read};

use csv::{Reader, ReaderBuilder, StringRecord};

use super::columns::{self, is_figure};
use super::{LONGEST, first_lines, invalid, io_error};

/// How many rows are looked at.
pub const SAMPLE: usize = 200;
/// What may stand between cells; of two that fit as well, the earlier.
const DELIMITERS: [u8; 4] = [b'\t', b';', b'|', b','];
/// The largest row, in bytes: what is beyond has a quotation mark that nobody closed.
const LARGEST_ROW: usize = 4 * 1024 * 1024;

/// How cells stand in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Form {
    /// What stands between cells.
    pub delimiter: u8,
    /// Whether quotation marks hold a cell together.
    pub quoting: bool,
    /// So many lines stand before the table: `sep=;`, which Excel writes and reads.
    pub hint: bool,
}

impl Form {
    /// The form of a text that is a table, and its first rows; `None` for a text of plain lines, with commas or without.
    pub fn of(head: &str, is_all: bool, wanted: Option<&str>) -> Option<(Self, Vec<StringRecord>)> {
        let first = first_lines(head).next().unwrap_or_default();
        if let Some(delimiter) = first.strip_prefix("sep=").and_then(|rest| rest.as_bytes().first()) {
            let form = Self { delimiter: *delimiter, quoting: true, hint: true };
            return Some((form, form.sample(head, is_all)));
        }
        let forms =
            DELIMITERS.into_iter().filter(|delimiter| head.as_bytes().contains(delimiter)).flat_map(|delimiter| {
                // Databases write tabs without any quoting.
                let plain = (delimiter == b'\t').then_some(Self { delimiter, quoting: false, hint: false });
                [Self { delimiter, quoting: true, hint: false }].into_iter().chain(plain)
            });
        let mut best: Option<((u8, usize), Self, Vec<StringRecord>)> = None;
        for form in forms {
            let rows = form.sample(head, is_all);
            let evidence = form.evidence(head, &rows, wanted);
            if evidence.0 > 0 && best.as_ref().is_none_or(|(other, ..)| evidence > *other) {
                best = Some((evidence, form, rows));
            }
        }
        best.map(|(_, form, rows)| (form, rows))
    }

    /// The rows of a text.
    pub fn reader<R: Read>(self, text: R) -> Reader<R> {
        ReaderBuilder::new()
            .delimiter(self.delimiter)
            .quoting(self.quoting)
            .flexible(true)
            .has_headers(false)
            .from_reader(text)
    }

    fn sample(self, head: &str, is_all: bool) -> Vec<StringRecord> {
        let mut rows: Vec<StringRecord> = Vec::new();
        let mut reader = self.reader(head.as_bytes());
        let mut row = StringRecord::new();
        while rows.len() <= SAMPLE && matches!(reader.read_record(&mut row), Ok(true)) {
            rows.push(row.clone());
        }
        // The last row of a beginning may be half of one.
        if rows.len() > SAMPLE || !is_all {
            rows.pop();
        }
        rows.drain(..usize::from(self.hint).min(rows.len()));
        rows
    }

    /// How clearly these rows are those of a table, 0 where they are not, and how many of a hundred rows are of one width.
    ///
    /// Titles hold commas, so that a comma in each line says little: `Sales Rep, NY/NJ`.
    fn evidence(self, head: &str, rows: &[StringRecord], wanted: Option<&str>) -> (u8, usize) {
        const NONE: (u8, usize) = (0, 0);
        let widths: Vec<usize> =
            rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).map(StringRecord::len).collect();
        let count = |width: &usize| widths.iter().filter(|other| *other == width).count();
        let Some(width) = widths.iter().copied().max_by_key(|width| (count(width), *width)) else { return NONE };
        let steady = count(&width) * 100 / widths.len();
        if widths.iter().all(|width| *width < 2) {
            return NONE;
        }
        let is_wanted = wanted.is_some_and(|wanted| {
            wanted.trim().parse::<usize>().is_err()
                && columns::named(rows, wanted).and_then(|(row, _)| rows.get(row)).is_some_and(|row| row.len() > 1)
        });
        if is_wanted && steady >= 50 {
            return (4, steady);
        }
        if columns::has_header(rows) {
            return (3, steady);
        }
        if width < 2 {
            return NONE;
        }
        let parts = |share: usize, is: &dyn Fn(&StringRecord) -> bool| {
            let rows = || rows.iter().filter(|row| row.len() == width);
            rows().filter(|row| is(row)).count() * 100 >= share * rows().count()
        };
        // A header need not hold figures.
        let below = rows.get(usize::from(rows.len() > 1)..).unwrap_or_default();
        let has_figures = |column: usize| {
            let figures = below.iter().filter(|row| row.get(column).is_some_and(is_figure)).count();
            figures * 100 >= 90 * below.len()
        };
        let marks = [format!("\"{}", char::from(self.delimiter)), format!("{}\"", char::from(self.delimiter))];
        let is_quoted = |line: &&str| line.starts_with('"') && marks.iter().any(|mark| line.contains(mark));
        let lines = || first_lines(head).take(SAMPLE);
        let all_quoted = self.quoting && lines().filter(is_quoted).count() * 10 >= lines().count() * 9;
        let has_space = |row: &StringRecord| row.iter().skip(1).any(|cell| cell.starts_with(' '));
        let is_one_title = self.delimiter == b',' && rows.len() == 1 && rows.iter().all(has_space);
        if steady >= 90 && !is_one_title && ((0..width).any(has_figures) || all_quoted) {
            return (2, steady);
        }
        let is_table = match self.delimiter {
            b'\t' => steady >= 90,
            b',' if width == 2 => steady == 100 && rows.len() >= 3 && parts(100, &|row| !has_space(row)),
            b',' => steady >= 95 && rows.len() >= 5,
            _ => steady >= 90 && rows.len() >= 2,
        };
        if is_table { (1, steady) } else { NONE }
    }
}

/// Rows of a table, one after the other.
pub struct Rows<R> {
    reader: Reader<Bounded<R>>,
}

impl<R: Read> Rows<R> {
    /// Begins with the first row, whatever it is.
    pub fn new(text: R, form: Form) -> Self {
        Self { reader: form.reader(Bounded { text, given: 0 }) }
    }

    /// The next row; `false` at the end.
    ///
    /// # Errors
    /// Those of the reader; a row or a cell that is too large.
    pub fn next(&mut self, row: &mut StringRecord) -> io::Result<bool> {
        let line = self.reader.position().line();
        self.reader.get_mut().given = 0;
        let more = self.reader.read_record(row).map_err(io_error).map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData => invalid(format!("line {line}: {error}")),
            _ => error,
        })?;
        match row.iter().map(str::len).max() {
            Some(length) if more && length > LONGEST => Err(invalid(format!(
                "line {line} has a cell longer than {LONGEST} bytes; is a quotation mark left open?"
            ))),
            _ => Ok(more),
        }
    }
}

/// Gives no more than a row may take.
struct Bounded<R> {
    text: R,
    given: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.given > LARGEST_ROW {
            return Err(invalid("a row without an end; is a quotation mark left open?"));
        }
        let read = self.text.read(into)?;
        self.given += read;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Option<char> {
        Form::of(text, true, None).map(|(form, _)| char::from(form.delimiter))
    }

    #[test]
    fn tables_are_known_by_header_figures_marks_and_width() {
        for (text, delimiter) in [
            ("id,Job Title\n1,Cook\n2,\"Nurse, RN\"\n", ','),
            ("Job Title;Pay\nCook;12,50\nNurse;30,10\n", ';'),
            ("title\tdept\n\"Head\" cook\tA, B\n", '\t'),
            ("title|dept\nCook|A\n", '|'),
            ("Title, Department\nCook, Kitchen\nNurse, Ward\n", ','),
            ("1001,Cook\n1002,\"Nurse, RN\"\n", ','),
            ("\"Cook\",\"Kitchen\"\n\"Nurse\",\"Ward\"\n", ','),
            ("Cook\tKitchen\n", '\t'),
            ("Smith,John,Cook\nDoe,Jane,Nurse\nA,B,C\nD,E,F\nG,H,I\n", ','),
            ("Smith,Cook\nDoe,Nurse\nPoe,Welder\n", ','),
            ("sep=;\nJob;x\nCook;1\n", ';'),
            ("Staff of 2024\n\nname,position\nA,Cook\nB,Nurse\nC,Welder\n", ','),
            ("id,title\r1,Cook\r2,Nurse\r", ','),
            ("Job Title,Department\n", ','),
        ] {
            assert_eq!(form(text), Some(delimiter), "{text}");
        }
    }

    #[test]
    fn plain_lines_with_commas_stay_plain() {
        for text in [
            "",
            "Cook\nNurse\n",
            "Sales Rep, NY/NJ\nCook, short order\nNurse, registered\n",
            "title\nSales Rep, NY/NJ\nCook\n",
            "Job Title\nCook, short order\nBaker, cakes\nNurse, ward\n",
            "Ethical Hacker\n\"Nurse, Registered\"\n",
            "\"Cook, short order\"\n\"Nurse, registered\"\n",
            "Cook,short order\n",
            "Sergeant, 7\n",
            "Accountant, certified, public\nCook, short order\nManager\n",
            "Data Scientist | Python\nCook\nNurse\n",
            "Cook; baker\nNurse\nWelder\n",
            "Title Examiner, Abstractor\nPosition Classifier, Senior\n",
        ] {
            assert_eq!(form(text), None, "{text}");
        }
    }

    #[test]
    fn a_mark_left_open_does_not_fill_the_memory() {
        let text = format!("id,title\n1,\"Cook\n{}", "x".repeat(3 * LARGEST_ROW));
        let form = Form { delimiter: b',', quoting: true, hint: false };
        let mut rows = Rows::new(text.as_bytes(), form);
        assert!(rows.next(&mut StringRecord::new()).unwrap());
        let problem = rows.next(&mut StringRecord::new()).unwrap_err().to_string();
        assert!(problem.contains("line 2") && problem.contains("quotation mark"), "{problem}");
        let text = format!("id,title\n1,{}\n", "x".repeat(LONGEST + 1));
        let mut rows = Rows::new(text.as_bytes(), form);
        assert!(rows.next(&mut StringRecord::new()).unwrap());
        let problem = rows.next(&mut StringRecord::new()).unwrap_err().to_string();
        assert!(problem.starts_with("line 2 has a cell longer"), "{problem}");
    }
}
