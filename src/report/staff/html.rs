//! The report as one page of HTML that stands alone: no script, nothing from elsewhere, its pictures inside. Printed it takes
//! two pages, of A4 or of Letter.

use std::io::{self, Write};

use super::Report;
use super::picture;
use crate::report::xml::escaped;

/// How it looks, on a screen and on paper.
const STYLE: &str = "\
@page{margin:10mm}\
*{box-sizing:border-box}\
body{font:8pt/1.2 'Helvetica Neue',Arial,'DejaVu Sans',sans-serif;color:#111;background:#fff;margin:0 auto;max-width:188mm;padding:4mm}\
h1{font-size:14pt;margin:0 0 1mm}\
h2{font-size:9pt;margin:0 0 .8mm;border-bottom:.5pt solid #333}\
p{margin:.6mm 0}\
.frame{font-weight:bold}\
.key{margin-right:4mm;white-space:nowrap}\
.columns{columns:2;column-gap:7mm;margin-bottom:2mm}\
section{break-inside:avoid;margin:0 0 1.8mm}\
footer,.said{font-size:6.7pt;color:#333}\
table{border-collapse:collapse;width:100%;font-size:7pt}\
th,td{padding:.15mm 1mm;text-align:left;vertical-align:top;border-bottom:.3pt solid #bbb;font-weight:normal}\
thead th{font-weight:bold;border-bottom:.6pt solid #333}\
.r{text-align:right;white-space:nowrap}thead .r{white-space:normal}\
svg.bars{width:100%;height:auto;display:block}\
footer{border-top:.5pt solid #333;padding-top:1mm}\
@media screen and (max-width:700px){.columns{columns:1}section{overflow-x:auto}}\
@media print{body{padding:0;max-width:none}}";

/// Writes the page.
pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let title = escaped(&report.title());
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{title}</title>\n\
         <style>{STYLE}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>"
    )?;
    let paragraph = |out: &mut dyn Write, class: &str, text: &str| writeln!(out, "<p{class}>{}</p>", escaped(text));
    for line in report.head() {
        paragraph(out, "", &line)?;
    }
    let foot = report.foot();
    let (frame, foot) = foot.split_first().map_or(("", &[][..]), |(frame, foot)| (frame.as_str(), foot));
    paragraph(out, " class=\"frame\"", frame)?;
    if let Some(whole) = &report.whole {
        writeln!(out, "{}", picture::legend(&whole.beside))?;
    }
    writeln!(out, "</header>\n<main>")?;
    let mut number = 0;
    let mut in_columns = false;
    for section in report.sections() {
        if in_columns == section.is_wide {
            writeln!(out, "{}", if in_columns { "</div>" } else { "<div class=\"columns\">" })?;
            in_columns = !in_columns;
        }
        writeln!(out, "<section>\n<h2>{}</h2>", escaped(&section.heading))?;
        for bars in &section.bars {
            number += 1;
            if section.bars.len() > 1 {
                paragraph(out, "", &bars.title)?;
            }
            write!(out, "{}", picture::bars(bars, number))?;
        }
        if let Some(table) = &section.table {
            table.html(out)?;
        }
        for line in &section.said {
            paragraph(out, " class=\"said\"", line)?;
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "{}</main>\n<footer>", if in_columns { "</div>\n" } else { "" })?;
    foot.iter().try_for_each(|line| paragraph(out, "", line))?;
    writeln!(out, "</footer>\n</body>\n</html>")
}
