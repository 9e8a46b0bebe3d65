//! What pages of HTML have in common: each stands alone, without a script and with nothing from elsewhere, to be read on a
//! screen and printed on A4 or Letter.

use std::io::{self, Write};

use super::xml::escaped;

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

/// Writes all that stands before a page's first paragraph, which is still of its header; `style` is what the page has beyond the
/// look of all.
pub fn begin(out: &mut dyn Write, title: &str, style: &str) -> io::Result<()> {
    let title = escaped(title);
    writeln!(
        out,
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>{title}</title>\n\
         <style>{STYLE}{style}</style>\n</head>\n<body>\n<header>\n<h1>{title}</h1>"
    )
}

/// Ends a page in its footer.
pub fn end(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "</footer>\n</body>\n</html>")
}

/// Writes a paragraph, of a class of the style where one is named.
pub fn paragraph(out: &mut dyn Write, class: &str, text: &str) -> io::Result<()> {
    let text = escaped(text);
    if class.is_empty() { writeln!(out, "<p>{text}</p>") } else { writeln!(out, "<p class=\"{class}\">{text}</p>") }
}
