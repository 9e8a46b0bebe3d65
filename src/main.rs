//! The `rolescope` program: reads its arguments, calls the room that answers, and says how it went.
//! Exit codes: 0 found, 1 nothing found, 2 error.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;
use rolescope::cli::{self, Cli, Command};
use rolescope::compare::filter::both;
use rolescope::data::{self, Failure};
use rolescope::report::{self, Outcome};
use rolescope::{coding, match_file, open_data, staffing, term};

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
        if io::stdout().is_terminal() && io::stdin().is_terminal() {
            let mut loaded = open_data::open()?;
            loaded.engine.look(cli.seen.lens(loaded.catalog())?);
            term::run(loaded, "", None)?;
        } else {
            report::overview(out, data::open_through(&cli.seen)?.catalog())?;
        }
        return Ok(Outcome::Found);
    };
    match command {
        Command::Search(search) => {
            let engine = data::open_through(&search.seen)?.engine;
            Ok(report::search(out, &mut io::stderr(), &engine, &search.words.join(" "), search.limit, search.format)?)
        }
        Command::Show(show) => {
            let engine = data::open_through(&show.seen)?.engine;
            Ok(report::show(out, &mut io::stderr(), &engine, &show.what.join(" "), show.format)?)
        }
        Command::Compare(compare) => {
            let engine = data::open_through(&compare.seen)?.engine;
            let roles = (compare.what.as_slice(), compare.reference.as_deref());
            Ok(report::compare(out, &mut io::stderr(), &engine, roles, compare.format)?)
        }
        Command::Moves(moves) => {
            let engine = data::open_through(&moves.seen)?.engine;
            Ok(report::moves(out, &mut io::stderr(), &engine, &moves.what.join(" "), moves.options())?)
        }
        Command::Rank(rank) => {
            let query = both(&rank.words.join(" "), &rank.query);
            let options = report::rank::Options {
                by: rank.by.as_deref(),
                ascending: rank.ascending,
                group: rank.group.as_deref(),
                zone: rank.zone,
                band: rank.band,
                query: &query,
                limit: rank.limit,
                rows: rank.rows(),
                columns: &rank.columns,
                format: rank.format,
            };
            report::rank(out, &mut io::stderr(), &data::open_through(&rank.seen)?.engine, rank.groups, &options)
        }
        Command::Treemap(treemap) => {
            let query = treemap.words.join(" ");
            let options = report::treemap::Options {
                by: treemap.by,
                group: treemap.group.as_deref(),
                query: query.trim(),
                format: treemap.format,
            };
            report::treemap(out, &mut io::stderr(), &data::open_through(&treemap.seen)?.engine, &options)
        }
        Command::Places(places) => {
            let engine = data::open()?.engine;
            Ok(report::places(out, &mut io::stderr(), &engine, &places.what.join(" "), places.options())?)
        }
        Command::Where(ask) => {
            let loaded = data::open_through(&ask.seen)?;
            let (data, asked) = ((&loaded.engine, loaded.record()), (ask.role.as_str(), ask.figures.as_slice()));
            Ok(report::where_from(out, &mut io::stderr(), data, asked, ask.format)?)
        }
        Command::Code(code) => coding::run(out, &code).map(|()| Outcome::Found),
        Command::Staff(staff) => staffing::run(out, &staff).map(|()| Outcome::Found),
        Command::Match(text) => match_file::run(out, &text),
        Command::Data(data) => data::run(out, data).map(|()| Outcome::Found),
        Command::Completions { shell } => Ok(cli::completions(out, shell).map(|()| Outcome::Found)?),
        Command::Man => Ok(cli::man(out).map(|()| Outcome::Found)?),
    }
}
