//! What the ranking knows of the likeliest roles of each title on standard input: for `scripts/fit_blend.py`, which fits
//! the blend and the confidence. A line of CSV a role: the line of the title, the code, the features, how the role lists
//! the title (0 not, 1 in other forms of its words, 2 in its very words, 3 in its very letters).

use std::error::Error;
use std::io::{self, BufRead, BufWriter, Write};

fn main() -> Result<(), Box<dyn Error>> {
    let engine = rolescope::snapshot::open()?;
    let mut out = BufWriter::new(io::stdout().lock());
    for (line, title) in io::stdin().lock().lines().enumerate() {
        for (id, features) in engine.features(&title?) {
            let Some(role) = engine.catalog().role(id) else { continue };
            let features: Vec<String> = features.iter().map(f32::to_string).collect();
            writeln!(out, "{line},{},{}", role.code, features.join(","))?;
        }
    }
    Ok(out.flush()?)
}
