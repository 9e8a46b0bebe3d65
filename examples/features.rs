//! Writes what the ranking knows of the likeliest roles of each title on standard input.
use std::io::{BufRead, Write};
fn main() {
    let engine = rolescope::snapshot::open().unwrap();
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (at, line) in std::io::stdin().lock().lines().enumerate() {
        for (role, numbers) in engine.features(&line.unwrap()) {
            write!(out, "{at},{}", engine.catalog().role(role).unwrap().code).unwrap();
            for number in numbers {
                write!(out, ",{number}").unwrap();
            }
            writeln!(out).unwrap();
        }
    }
}
