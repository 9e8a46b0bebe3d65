//! The `rolescope` program: reads its arguments, calls the room that answers, and says how it went.
//! Exit codes: 0 found, 1 nothing found, 2 error.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use rolescope::cli::{self, Cli, Command, Data};
use rolescope::ingest::{build, build_tables};
use rolescope::report::{self, Outcome};
use rolescope::{snapshot, term};

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    // Not locked: whoever gives the terminal back on a signal writes from another thread.
    let mut out = BufWriter::new(io::stdout());
    let outcome = run(Cli::parse_from(cli::arguments(std::env::args_os())), &mut out).and_then(|outcome| {
        out.flush()?;
        Ok(outcome)
    });
    match outcome {
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::NothingFound) => ExitCode::from(1),
        // Whoever closed the pipe has read enough.
        Err(failure) if is_closed_pipe(&*failure) => ExitCode::SUCCESS,
        Err(failure) => {
            // Where even the complaint cannot be written, the exit code still says it.
            let _ = writeln!(io::stderr(), "rolescope: {failure}");
            ExitCode::from(2)
        }
    }
}

fn is_closed_pipe(failure: &(dyn std::error::Error + 'static)) -> bool {
    failure.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(cli: Cli, out: &mut dyn Write) -> Result<Outcome, Failure> {
    let Some(command) = cli.command else {
        let engine = snapshot::open()?;
        if io::stdout().is_terminal() && io::stdin().is_terminal() {
            term::run(engine, "")?;
        } else {
            report::overview(out, engine.catalog())?;
        }
        return Ok(Outcome::Found);
    };
    match command {
        Command::Search(search) => {
            let engine = snapshot::open()?;
            Ok(report::search(out, &mut io::stderr(), &engine, &search.words.join(" "), search.limit, search.format)?)
        }
        Command::Show(show) => {
            let engine = snapshot::open()?;
            Ok(report::show(out, &mut io::stderr(), &engine, &show.what.join(" "), show.format)?)
        }
        Command::Compare(compare) => {
            let engine = snapshot::open()?;
            let roles = (compare.what.as_slice(), compare.reference.as_deref());
            Ok(report::compare(out, &mut io::stderr(), &engine, roles, compare.format)?)
        }
        Command::Moves(moves) => {
            let engine = snapshot::open()?;
            Ok(report::moves(out, &mut io::stderr(), &engine, &moves.what.join(" "), moves.options())?)
        }
        Command::Rank(rank) => {
            let options = report::rank::Options {
                by: rank.by.as_deref(),
                ascending: rank.ascending,
                group: rank.group.as_deref(),
                zone: rank.zone,
                band: rank.band.map(Into::into),
                query: &rank.query,
                limit: rank.limit,
                columns: &rank.columns,
                format: rank.format,
            };
            report::rank(out, &mut io::stderr(), &snapshot::open()?, rank.groups, &options)
        }
        Command::Code(code) => self::code(out, &code),
        Command::Data(data) => self::data(out, data),
        Command::Completions { shell } => Ok(cli::completions(out, shell).map(|()| Outcome::Found)?),
        Command::Man => Ok(cli::man(out).map(|()| Outcome::Found)?),
    }
}

fn code(out: &mut dyn Write, code: &cli::Code) -> Result<Outcome, Failure> {
    let engine = snapshot::open()?;
    let options = report::code::Options { top: code.top, format: code.format, column: code.column.as_deref() };
    if code.file.as_os_str() == "-" {
        let bar = term::Bar::new(None);
        report::code(out, &mut io::stdin().lock(), engine, &options, &|done| bar.show(done.bytes, done.titles))?;
    } else {
        let file = File::open(&code.file).map_err(|e| format!("{}: {e}", code.file.display()))?;
        let bar = term::Bar::new(file.metadata().ok().map(|file| file.len()));
        let watch = |done: report::code::Progress| bar.show(done.bytes, done.titles);
        report::code(out, &mut BufReader::new(file), engine, &options, &watch)?;
    }
    Ok(Outcome::Found)
}

fn data(out: &mut dyn Write, data: Data) -> Result<Outcome, Failure> {
    match data {
        Data::BuildTables { from, to } => {
            let files = build_tables::run(&from, &to)?;
            for file in files {
                writeln!(out, "{file}")?;
            }
        }
        Data::Build { tables, to, check: true } => {
            let bytes = build::check_pack(&tables, &to)?;
            writeln!(out, "{} is what {} make: {bytes} bytes", to.display(), tables.display())?;
        }
        Data::Build { tables, to, check: false } => {
            let bytes = build::write_pack(&tables, &to)?;
            writeln!(out, "{}: {bytes} bytes", to.display())?;
        }
        Data::Status { format } => report::status(out, snapshot::open()?.catalog(), format)?,
    }
    Ok(Outcome::Found)
}
