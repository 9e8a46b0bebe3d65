//! The command `rolescope staff`: reads the file, codes its titles, and opens the explorer on it or writes the report.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use crate::catalog::Catalog;
use crate::cli::Staff as Args;
use crate::data::{self, Failure};
use crate::jobs::coded;
use crate::jobs::list::{self, Wanted};
use crate::report::{self, Format};
use crate::search::Engine;
use crate::staff::batch::{finders, judge};
use crate::staff::columns::{Asked, Holds};
use crate::staff::decisions::{self, Decisions};
use crate::staff::file::Input;
use crate::staff::{Origin, Staff};
use crate::term::{self, Bar};

/// Opens the explorer on a staff, or writes what is asked for.
///
/// # Errors
/// A file that cannot be used, by its name; those of the writer.
pub fn run(out: &mut dyn Write, args: &Args) -> Result<(), Failure> {
    let mut loaded = data::open_through(&args.seen)?;
    let opens = args.format.is_none() && args.out.is_none() && io::stdout().is_terminal() && io::stdin().is_terminal();
    let decided = match &args.decisions {
        Some(path) => read_decisions(path, loaded.catalog(), opens)?,
        None => Decisions::new(),
    };
    let mut staff = read(&loaded.engine, args, &args.asked())?;
    let all = decided.len();
    let taken = staff.take(decided);
    if all > 0 {
        staff
            .remarks
            .push(format!("decisions taken up: {taken}; on titles that are not in this file: {}", all - taken));
    }
    if let Some(to) = &args.out {
        for remark in &staff.remarks {
            say(&staff, remark);
        }
        say(&staff, &coded::write(loaded.catalog(), &staff, to, args.overwrite)?);
    }
    match args.format {
        None if args.out.is_some() => {}
        None if opens => {
            // Other columns are another reading of the file: the terminal is given back for it.
            while let Some((asked, before, seen)) = term::run(loaded, "", Some(staff))? {
                loaded = seen;
                staff = match read(&loaded.engine, args, &asked) {
                    Ok(mut again) => {
                        again.go_on_from(&before);
                        again
                    }
                    // What was decided is not lost to a file that has changed meanwhile.
                    Err(problem) => not_again(before, &problem),
                };
            }
        }
        format => {
            for remark in staff.remarks.iter().filter(|_| args.out.is_none()) {
                say(&staff, remark);
            }
            report::staff::write(out, &mut io::stderr(), loaded.catalog(), &staff, format.unwrap_or(Format::Text))?;
        }
    }
    Ok(())
}

/// The staff as it was read before, with why it could not be read again.
fn not_again(mut staff: Staff, problem: &Failure) -> Staff {
    staff.problem = Some(format!("Not read again, everything is as it was: {problem}"));
    staff
}

/// Says something of a staff on standard error; where that is closed nobody reads it.
fn say(staff: &Staff, words: &str) {
    let _ = writeln!(io::stderr(), "rolescope: {}: {words}", staff.origin.name);
}

/// Reads and codes a staff file.
///
/// # Errors
/// A file that cannot be used, by its name.
pub fn read(engine: &Engine, args: &Args, asked: &Asked) -> Result<Staff, Failure> {
    let mut finders = finders(engine)?;
    let (name, wanted) = (list::name(&args.file), Wanted { sheet: args.sheet.as_deref(), only_lines: args.lines });
    let stamp = list::stamp(&args.file);
    let origin = Origin {
        name: name.clone(),
        path: args.file.clone(),
        sheet: args.sheet.clone(),
        only_lines: args.lines,
        decisions: args.decisions.clone(),
        stamp,
    };
    list::with(&args.file, wanted, |given, _, remark| {
        let bad = |error: io::Error| list::named(&name, error);
        let mut input =
            Input::open(given, asked.of(Holds::Title), args.lines, &mut judge(&mut finders)).map_err(bad)?;
        let mut staff = Staff::read(&mut input, engine.catalog(), origin, asked).map_err(bad)?;
        if list::stamp(&args.file) != stamp {
            return Err(format!("{name}: the file has changed while it was read; open it again").into());
        }
        staff.remarks.splice(0..0, remark);
        let bar = Bar::before(Some(staff.titles.len() as u64));
        staff.code(&mut finders, &|titles| bar.show(titles as u64, titles));
        Ok(staff)
    })
}

/// Reads decisions that were saved. Where they can be made, there may be none yet: saving makes the file.
fn read_decisions(path: &Path, catalog: &Catalog<'_>, may_be_missing: bool) -> Result<Decisions, Failure> {
    let name = path.display();
    match File::open(path) {
        Ok(file) => decisions::read(file, catalog).map_err(|error| format!("{name}: {error}").into()),
        Err(error) if may_be_missing && error.kind() == io::ErrorKind::NotFound => Ok(Decisions::new()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            Err(format!("{name}: there is no such file of decisions; the staff screen saves one").into())
        }
        Err(error) => Err(format!("{name}: {error}").into()),
    }
}
