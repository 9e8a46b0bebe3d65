//! How well the title of a text is found: for each folder of texts with known codes (`index*.csv`: file, kind, codes, and
//! whether it names its title), how often the first title leads to the right code, how often none is found, and how often a
//! wrong one. With `each` before the folders every text is told.

use std::error::Error;
use std::path::Path;

use rolescope::matching::{Chosen, Reader, Text};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let each = arguments.first().is_some_and(|first| first == "each");
    arguments.drain(..usize::from(each));
    let engine = rolescope::snapshot::open()?;
    for folder in &arguments {
        let mut counts = [0; 5];
        let mut time = std::time::Duration::ZERO;
        let mut indexes: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
        indexes.sort_by_key(std::fs::DirEntry::path);
        indexes.retain(|entry| {
            let path = entry.path();
            let is_index = entry.file_name().to_string_lossy().starts_with("index");
            is_index && path.extension().is_some_and(|ending| ending == "csv")
        });
        for row in indexes
            .iter()
            .map(|entry| std::fs::read_to_string(entry.path()))
            .collect::<Result<Vec<_>, _>>()?
            .iter()
            .flat_map(|index| index.lines().skip(1))
        {
            let fields: Vec<&str> = row.split(',').collect();
            let [file, kind, codes, last] = fields[..] else { continue };
            let letters = std::fs::read_to_string(Path::new(folder).join(file))?;
            let letters: Vec<&str> = letters.lines().map(|line| line.strip_prefix("~ ").unwrap_or(line)).collect();
            let mut text = Text::of(&letters.join("\n"), &Chosen::default());
            if kind == "cv" {
                text.form = rolescope::matching::Form::Cv;
            }
            let started = std::time::Instant::now();
            let matched = Reader::default().matched(&engine, &text);
            time += started.elapsed();
            let soc = |role| engine.catalog().role(role).map_or(String::new(), |role| role.code.soc().to_string());
            let is_right = |code: &String| codes.split('|').any(|right| right == code);
            let place = matched.titles.first().map(|title| {
                title
                    .coding
                    .candidates
                    .iter()
                    .map(|candidate| soc(candidate.role))
                    .take(5)
                    .position(|code| is_right(&code))
            });
            let slot = match place {
                Some(Some(0)) => 0,
                Some(Some(_)) => 1,
                Some(None) => 2,
                None => 3,
            };
            counts[slot] += 1;
            counts[4] += 1;
            if each {
                let titles: Vec<String> = matched
                    .titles
                    .iter()
                    .map(|title| {
                        let first = title.coding.candidates.first();
                        let code = first.map_or(String::new(), |first| soc(first.role));
                        let sure = first.map_or(0.0, |first| first.confidence);
                        format!("{:.2} {} [{code} {sure:.2}]", title.sureness, title.title)
                    })
                    .collect();
                let mark = ["first", "five", "WRONG", "none"][slot];
                for job in rolescope::matching::held(&engine, &text) {
                    let said = |range: Option<std::ops::Range<usize>>| {
                        range.and_then(|range| text.letters.get(range)).unwrap_or("-").to_owned()
                    };
                    println!(
                        "    {}-{:?}: {} @ {} ({:?})",
                        job.from,
                        job.to,
                        said(job.title),
                        said(job.employer),
                        job.told
                    );
                }
                println!("{mark}\t{file}\t{kind}\t{codes}\t{last}\t{}", titles.join(" | "));
            }
        }
        let [first, five, wrong, none, all] = counts;
        println!(
            "{folder}: {all} texts, first {first}, in five {five}, wrong {wrong}, none {none}; {:?} a text",
            time / all.max(1)
        );
    }
    Ok(())
}
