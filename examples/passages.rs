//! What is known of every sentence of the texts in `tests/texts/fitting`, for `scripts/fit_passages.py`: a line a sentence,
//! with tabs between the text, how it was laid out, what it holds, and its signs. Each text comes as it is, without its
//! headings, without the signs of its lists, run together, with nothing
//! but work, and with few headings, so that the others seem to last. A second file holds further sentences, each by itself: where it
//! comes from, what it holds, and the sentence.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use rolescope::matching::Text;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "tests/texts/fitting".to_owned());
    let further = std::env::args().nth(2).map_or_else(|| Ok(String::new()), std::fs::read_to_string)?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut kinds = BTreeMap::new();
    if let Ok(table) = std::fs::read_to_string(Path::new(&folder).join("kinds.csv")) {
        for line in table.lines().skip(1) {
            let [file, number, holds] = line.split(',').collect::<Vec<_>>()[..] else { continue };
            kinds.insert((file.to_owned(), number.parse::<usize>()?), holds.to_owned());
        }
    }
    let mut files: Vec<_> = std::fs::read_dir(&folder)?.filter_map(|file| Some(file.ok()?.path())).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path)?;
        let lines: Vec<(&str, String)> = (1..)
            .zip(text.lines())
            .map(|(number, line)| {
                let bare = line.strip_prefix("~ ");
                let label = match kinds.get(&(name.clone(), number)) {
                    Some(kind) => kind.clone(),
                    None if bare.is_some() => "noise".to_owned(),
                    None => "work".to_owned(),
                };
                (bare.unwrap_or(line), label)
            })
            .collect();
        for (layout, between) in [
            ("as it is", "\n"),
            ("no headings", "\n"),
            ("no signs", "\n"),
            ("run together", " "),
            ("work alone", "\n"),
            ("few headings", "\n"),
        ] {
            let mut letters = String::new();
            let mut starts: Vec<(usize, &str)> = Vec::new();
            for (line, label) in &lines {
                let is_left_out = layout == "no headings" || (layout == "few headings" && line.len() % 3 > 0);
                let is_heading = is_left_out && line.split_whitespace().count() < 6 && label != "title";
                let is_noise = !matches!(label.as_str(), "work" | "title" | "skill");
                if (is_heading && starts.len() > 1) || (layout == "work alone" && is_noise) {
                    continue;
                }
                let said = match layout {
                    "no signs" => line.trim_start_matches(|c: char| "-*•○>–#✔ ".contains(c)),
                    _ => line,
                };
                starts.push((letters.len(), label));
                letters.push_str(said);
                letters.push_str(between);
            }
            let signs: Vec<String> = Text::signs_of_cv(&letters).iter().map(f32::to_string).collect();
            writeln!(out, "{name}\t{layout}\tform\t\t{}", signs.join("\t"))?;
            for (range, opens, signs) in Text::signs(&letters) {
                // What spans several lines holds what the line at its middle does.
                let middle = usize::midpoint(range.start, range.end);
                let at = starts.iter().rposition(|(start, _)| *start <= middle).unwrap_or_default();
                // What stands behind a title in its line is none.
                let label = match (opens, starts[at]) {
                    (Some(_), _) => "known",
                    (None, (start, "title")) if range.start > start + 6 => "behind a title",
                    (None, (_, label)) => label,
                };
                let said = letters[range].replace(['\n', '\t'], " ");
                let opens = opens.map(|holds| format!("opens:{}", holds.key()));
                let signs: Vec<String> = opens.into_iter().chain(signs).collect();
                writeln!(out, "{name}\t{layout}\t{label}\t{said}\t{}", signs.join("\t"))?;
            }
        }
    }
    for line in further.lines() {
        if let Some(text) = line.strip_prefix("forms\t").and_then(|line| line.split_once('\t')) {
            let signs: Vec<String> = Text::signs_of_cv(text.1).iter().map(f32::to_string).collect();
            writeln!(out, "{}\tforms\tform\t\t{}", text.0, signs.join("\t"))?;
            continue;
        }
        let [from, holds, said] = line.split('\t').collect::<Vec<_>>()[..] else { continue };
        for (_, _, signs) in Text::signs(said) {
            writeln!(out, "{from}\t{from}\t{holds}\t{said}\t{}", signs.join("\t"))?;
        }
    }
    Ok(out.flush()?)
}
