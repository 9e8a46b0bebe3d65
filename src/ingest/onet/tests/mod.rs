//! The readers together, on small files that are made here and on the published ones where they are at hand.
//! The files' names say nothing: what they hold is known by their headers.

mod published;
mod refusals;
mod shapes;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

const ROLES: &str = "O*NET-SOC Code|Title|Description
11-1011.00|Kite Testers|Fly \"new\" kites.
15-1299.05|Cloud Counters|Count clouds on paper.";

const TASKS: &str = "O*NET-SOC Code|Task ID|Task|Task Type|Incumbents Responding|Date|Domain Source
15-1299.05|20|Count the clouds of a day.|Core|40|08/2023|Incumbent
15-1299.05|3|Draw a \"cloud.|Supplemental|40|08/2023|Incumbent
11-1011.00|7|Hold the line.|n/a|n/a|08/2023|Analyst";

/// A file as O*NET publishes it, from lines with `|` between the fields.
fn file(path: &str, lines: &str) -> SourceFile {
    let text = lines.replace('|', "\t").replace('\n', "\r\n") + "\r\n";
    SourceFile { path: path.into(), bytes: text.into_bytes() }
}

/// Reads roles, tasks and the given tables.
fn read_with(tables: &[&str]) -> Result<(OnetRows, Vec<(SourceId, Intake)>), BadInput> {
    let files: Vec<_> = [&[ROLES, TASKS], tables].concat().into_iter().zip(1..).collect();
    read(&files.into_iter().map(|(lines, n)| file(&format!("db/{n}.txt"), lines)).collect::<Vec<_>>())
}

/// What became of the rows of the file of that number.
fn intake(read: &[(SourceId, Intake)], number: usize) -> (SourceId, usize, usize, String) {
    let name = format!("{number}.txt");
    let (id, intake) = read.iter().find(|(_, intake)| intake.file == name).unwrap();
    (*id, intake.read, intake.used, intake.left_out_text())
}

/// An xlsx workbook with one sheet, from lines with `|` between the cells.
fn workbook(path: &str, lines: &str) -> SourceFile {
    const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
    const OPEN: &str = "http://schemas.openxmlformats.org";
    let cell = |text: &str| match text.parse::<f64>() {
        Ok(_) => format!("<c><v>{text}</v></c>"),
        Err(_) => format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#),
    };
    let row = |line: &str| format!("<row>{}</row>", line.split('|').map(cell).collect::<Vec<_>>().concat());
    let rows = lines.lines().map(row).collect::<Vec<_>>().concat();
    let parts = [
        ("[Content_Types].xml", format!(r#"{HEAD}<Types xmlns="{OPEN}/package/2006/content-types"/>"#)),
        (
            "_rels/.rels",
            format!(
                r#"{HEAD}<Relationships xmlns="{OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="{OPEN}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"{HEAD}<workbook xmlns="{OPEN}/spreadsheetml/2006/main" xmlns:r="{OPEN}/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"{HEAD}<Relationships xmlns="{OPEN}/package/2006/relationships"><Relationship Id="rId1" Type="{OPEN}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                r#"{HEAD}<worksheet xmlns="{OPEN}/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
            ),
        ),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    SourceFile { path: path.into(), bytes: zip.finish().unwrap().into_inner() }
}
