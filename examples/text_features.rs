//! What is known of every role for each text of some folders (`index*.csv` and the texts beside it): for
//! `scripts/fit_matching.py`, which fits the blend. A line of CSV a role: the text, the code, the features. Of each text the
//! lines that begin with `~ ` are noise: with `work` they are left out, with `all` they are read as the program would.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

use rolescope::matching::{Chosen, Reader, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let only_work = arguments.next().as_deref() == Some("work");
    let engine = rolescope::snapshot::open()?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut reader = Reader::default();
    for folder in arguments {
        let mut texts = BTreeMap::new();
        for file in std::fs::read_dir(&folder)? {
            let path: PathBuf = file?.path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                texts.insert(path.clone(), std::fs::read_to_string(path)?);
            }
        }
        for (path, text) in texts {
            let lines = text.lines().filter(|line| !(only_work && line.starts_with("~ ")));
            let letters: Vec<&str> = lines.map(|line| line.strip_prefix("~ ").unwrap_or(line)).collect();
            let text = Text::of(&letters.join("\n"), &Chosen::default());
            for (role, features) in engine.catalog().roles.iter().zip(reader.features(&engine, &text)) {
                let features: Vec<String> = features.iter().map(f32::to_string).collect();
                writeln!(out, "{},{},{}", path.display(), role.code, features.join(","))?;
            }
        }
    }
    Ok(out.flush()?)
}
