//! x
use std::io::{BufRead, Write};
fn main() {
    let engine = rolescope::snapshot::open().unwrap();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let line = line.unwrap();
        let codes: Vec<String> = engine
            .search(&line, 10)
            .hits
            .iter()
            .map(|h| engine.catalog().role(h.role).unwrap().code.to_string())
            .collect();
        writeln!(out, "{}", codes.join(" ")).unwrap();
    }
}
