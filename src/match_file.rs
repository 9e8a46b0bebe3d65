//! The command `rolescope match`: reads a text, and writes which roles it describes.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::catalog::RoleId;
use crate::cli::Match as Args;
use crate::data::{self, Failure};
use crate::document;
use crate::jobs::{list, whole};
use crate::matching::{Chosen, Reader, Text, words};
use crate::report::matching::{Asked, form_of};
use crate::report::{self, Format, Outcome};
use crate::search::Engine;

/// Writes what a text describes.
///
/// # Errors
/// A text that cannot be read, by its name; a file that is there already, or cannot be written; those of the writer.
pub fn run(out: &mut dyn Write, args: &Args) -> Result<Outcome, Failure> {
    let form = form(args)?;
    let engine = data::open_through(&args.seen)?.engine;
    let mut roles = [None; 2];
    for (role, what) in roles.iter_mut().zip([&args.role, &args.from]) {
        let Some(what) = what else { continue };
        *role = report::one_role_of(&mut io::stderr(), &engine, what)?;
        if role.is_none() {
            return Ok(Outcome::NothingFound);
        }
    }
    let name = list::name(&args.file);
    let document = document::open(&args.file)?;
    if let Some(cut) = document.cut {
        say(&name, &cut.to_string());
    }
    let text = cut(&document.text, args.all);
    let outcome = write(out, &engine, (&name, &text), roles, (form, args))?;
    if outcome == Outcome::NothingFound {
        too_little(&name, &text);
    }
    Ok(outcome)
}

/// Reads the text, and writes its report to where it is to stand.
fn write(
    out: &mut dyn Write,
    engine: &Engine,
    (name, text): (&str, &Text),
    [role, from]: [Option<RoleId>; 2],
    (form, args): (Format, &Args),
) -> Result<Outcome, Failure> {
    let matched = Reader::default().read(engine, text);
    let asked = Asked { name, text, matched: &matched, role, from, roles: args.top, lists_left_out: args.left_out };
    let Some(path) = &args.out else { return Ok(report::matching::write(out, engine, &asked, form)?) };
    let outcome = whole::write(path, |file| Ok(report::matching::write(file, engine, &asked, form)?))?;
    say(name, &format!("the report is written to {}", path.display()));
    Ok(outcome)
}

/// The form of the report, and that nothing stands where it is to be written.
fn form(args: &Args) -> Result<Format, Failure> {
    let Some(path) = &args.out else { return Ok(args.format.unwrap_or(Format::Text)) };
    let there = path.display();
    if !args.overwrite && fs::symlink_metadata(path).is_ok() {
        return Err(format!("{there}: there is such a file already; name another, or add --overwrite").into());
    }
    let same = |path: &Path| -> Option<PathBuf> { fs::canonicalize(path).ok() };
    if same(path).is_some_and(|to| same(&args.file) == Some(to)) {
        return Err(format!("{there}: this is the text itself; name another file for the report").into());
    }
    args.format.or_else(|| form_of(path)).ok_or_else(|| {
        format!("{there}: its name says no form; let it end with .txt, .md, .html or .json, or add --format").into()
    })
}

/// Cuts a text; `all` takes in what is told for no work.
fn cut(letters: &str, all: bool) -> Text {
    let text = Text::of(letters, &Chosen::default());
    if !all {
        return text;
    }
    let mut chosen = Chosen::default();
    for sentence in text.sentences.iter().filter(|sentence| !sentence.counts) {
        chosen.choose(text.said(sentence), true);
    }
    Text::of(letters, &chosen)
}

/// Says that a text says too little, and what to do.
fn too_little(name: &str, text: &Text) {
    let (_, left_out) = text.words();
    let all = if left_out == 0 {
        String::new()
    } else {
        format!(" {} left out: --left-out lists, --all counts them.", words::count(left_out, "word is", "words are"))
    };
    say(name, &format!("{} {}{all}", words::too_little(text), words::SAY_MORE));
}

/// Says something of a text on standard error; where that is closed nobody reads it.
fn say(name: &str, words: &str) {
    let _ = writeln!(io::stderr(), "rolescope: {name}: {words}");
}
