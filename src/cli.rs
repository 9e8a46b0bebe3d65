//! The command line, defined once: `main` acts on it, completions and the manual page are made from it.

use std::ffi::OsString;
use std::io::{self, Write};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

pub use crate::cli_code::Code;
pub use crate::cli_data::Data;
pub use crate::cli_match::Match;
pub use crate::cli_place::Seen;
pub use crate::cli_places::Places;
pub use crate::cli_rank::Rank;
pub use crate::cli_staff::Staff;
pub use crate::cli_treemap::Treemap;
use crate::compare::moves::{Order, Question, Scope, Terms};
use crate::report::moves::Options;
use crate::report::{Format, compare, moves, page, search, where_from};

/// Find, read and compare the 1,016 occupations of the US labour market
///
/// Without a command rolescope opens the explorer.
#[derive(Clone, Debug, PartialEq, Parser)]
#[command(
    name = "rolescope",
    version,
    args_conflicts_with_subcommands = true,
    after_help = "Exit codes: 0 found, 1 nothing found, 2 error.\n\nExposure means task overlap (how codifiable the \
                  work is): not jobs lost, not a forecast."
)]
pub struct Cli {
    /// From where the explorer looks at first
    #[command(flatten)]
    pub seen: Seen,
    /// What to do; nothing opens the explorer
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub enum Command {
    /// List the roles that words belong to: titles, tasks, skills, software, tools, codes
    ///
    /// The query language: words; "words together"; -without; title: task: tool: skill: group: zone: band: exposure:
    /// study: pay: growth: openings: employment: with > >= < <= = or a range, as in pay:60k..90k zone:3..4
    /// study:microsoft>80. Quote the query for the shell: rolescope search 'group:15 pay:>=100k python'.
    Search(Search),
    /// Print the whole page of a role
    ///
    /// A role is named by any code, its page's address, or a job title; a doubtful one lists candidates (exit code 1).
    Show(Show),
    /// Put two to four roles side by side
    ///
    /// The roles are compared with the first one, or with the one of --reference.
    Compare(Compare),
    /// List where one could go from a role: related and near roles, each with what changes
    ///
    /// The roles that O*NET relates to it and those nearest by skill profile, each with the change in exposure, pay and
    /// outlook and with the skills that it asks for beyond those of the role.
    Moves(Moves),
    /// List roles in the order of a figure, or the major groups
    ///
    /// Says how many roles and workers are selected, and which share of OEWS employment that is. Roles without the figure
    /// stand last, unranked.
    Rank(Rank),
    /// Draw all roles as tiles as large as their workforce, in their major groups, shaded by a figure
    ///
    /// With --format svg a picture; as text the groups, or the roles of one; as CSV and JSON the tiles with their places. What
    /// a query does not select is dimmed in the picture, and roles and workers are counted.
    Treemap(Treemap),
    /// List where a role is and where it pays: states, areas, or the industries that employ it
    ///
    /// Employment with its relative error, jobs per 1,000 jobs, location quotient, pay, and the median in the price level of
    /// the nation. Few workers: such rows stand below the others, without a rank, unless employment decides. What BLS
    /// withholds says so.
    Places(Places),
    /// Say where a figure of a role comes from: dataset, file, row, column, value, computation
    ///
    /// A figure is a key (index, pay, pay_p10, employment, change, openings, zone, microsoft, aioe, ...), a Task ID, an
    /// Element ID, or the name of a skill, a software product or a tool of the role. Exit code 1: not all are known.
    Where(Where),
    /// Give job titles their O*NET-SOC codes, in bulk
    ///
    /// Reads one title a line, or a table: comma, semicolon, tab or bar between columns, or an Excel workbook (.xlsx); UTF-8,
    /// UTF-16, or Windows-1252 line by line. A header is recognised, and the column of the titles by its name; where that
    /// does not decide, --column does. A column of SOC codes is read too. Exit code 2, and nothing is written, where the
    /// file cannot be read.
    ///
    /// CSV out has the columns input,rank,code,title,matched,score,confidence,reason, then the other columns of the file,
    /// and at least one row a title, in the order of the input: rank is 1 for the best, empty where nothing was found; the
    /// reason says why a title has no code, or is too general for one. A bar and a summary show on standard error while
    /// that is a terminal.
    ///
    /// The confidence is the probability that the SOC code is right, 0 to 1, fitted on titles with known codes. The
    /// score only orders the candidates of one title; a title that a role lists word for word is far above the others.
    Code(Code),
    /// Show a whole staff: from a file of job titles to roles, exposure, pay and outlook
    ///
    /// Reads a row a post or a person: a title or a code, and where the file has them a headcount, a department, the pay and
    /// the place. Columns are found by their names; the options name others. Each title gets its likeliest role; the explorer
    /// shows where that is in doubt, and keeps what you decide. All of it happens on this machine; nothing is sent, and nothing
    /// is written unless you ask. Groups of fewer than five people are folded together.
    Staff(Staff),
    /// Read a job advertisement, a CV or a list of duties: which roles it describes, task by task
    ///
    /// Only the work counts: what an employer says of itself, pay and benefits, law, applications, places, dates and schooling
    /// are told from it and left out; --left-out lists them, --all counts them. Each role comes with its probability and with what
    /// ties the text to it. Beside the likeliest, or that of --role: the duties with their nearest tasks, tools and skills, what is
    /// typical and not mentioned, and the exposure of the mix; for a CV the roles that it fits beside the last title held. All of it
    /// happens on this machine; nothing is sent, and nothing is written but where --out says.
    Match(Match),
    /// The data: where it comes from, how it is built
    #[command(subcommand)]
    Data(Data),
    /// Print shell completions
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
}

/// `rolescope search`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Search {
    /// What to look for: words, "phrases", -without, OR, and fields such as group:15 pay:>=100k title:nurse
    #[arg(required = true)]
    pub words: Vec<String>,
    /// How many roles at most
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = at_least_one)]
    pub limit: usize,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write them
    #[arg(long, value_parser = Format::of(search::FORMS), default_value = "text")]
    pub format: Format,
}

/// `rolescope show`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Show {
    /// A code (O*NET-SOC, SOC, Census, ISCO-08; older ones too), the address of a role page, or a job title
    #[arg(required = true, value_name = "CODE|TITLE")]
    pub what: Vec<String>,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it
    #[arg(long, value_parser = Format::of(page::FORMS), default_value = "text")]
    pub format: Format,
}

/// `rolescope compare`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Compare {
    /// Two to four roles: codes, addresses of role pages, job titles; several words in quotes
    #[arg(required = true, value_name = "CODE|TITLE")]
    pub what: Vec<String>,
    /// The role that the others are compared with, one of those named
    #[arg(long, value_name = "CODE|TITLE")]
    pub reference: Option<String>,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it
    #[arg(long, value_parser = Format::of(compare::FORMS), default_value = "text")]
    pub format: Format,
}

/// `rolescope moves`
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own on the command line")]
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Moves {
    /// A code (O*NET-SOC, SOC, Census, ISCO-08; older ones too), the address of a role page, or a job title
    #[arg(required = true, value_name = "CODE|TITLE")]
    pub what: Vec<String>,
    /// What to order them by; gap where overlap or pay is asked for, else alike
    #[arg(long, value_name = "FIGURE", value_parser = order())]
    pub sort: Option<Order>,
    /// Turn the order round
    #[arg(long)]
    pub reverse: bool,
    /// Only roles whose exposure index is at least 5 points lower
    #[arg(long)]
    pub less_overlap: bool,
    /// Only roles with at least the same median pay
    #[arg(long)]
    pub same_pay: bool,
    /// Only roles whose employment is not projected to decline faster
    #[arg(long)]
    pub same_outlook: bool,
    /// Only roles with so many openings a year
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub openings: u32,
    /// Look among all roles, not only the related and the nearest
    #[arg(long)]
    pub all: bool,
    /// How many roles at most
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = at_least_one)]
    pub limit: usize,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write them
    #[arg(long, value_parser = Format::of(moves::FORMS), default_value = "text")]
    pub format: Format,
}

impl Moves {
    /// What is asked for.
    pub fn options(&self) -> Options {
        let terms = Terms {
            less_overlap: self.less_overlap,
            same_pay: self.same_pay,
            same_outlook: self.same_outlook,
            openings: self.openings,
        };
        let order = self.sort.unwrap_or(if terms.any() { Order::Gap } else { Order::Alike });
        let scope = if self.all { Scope::All } else { Scope::Near };
        let question = Question { scope, terms, order, reversed: self.reverse };
        Options { question, limit: self.limit, format: self.format }
    }
}

fn order() -> impl TypedValueParser<Value = Order> {
    PossibleValuesParser::new(Order::ALL.map(Order::key)).map(|key| Order::from_key(&key).unwrap_or_default())
}

/// `rolescope where`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Where {
    /// A code, the address of a role page, or a job title, in quotes where it has several words
    #[arg(value_name = "CODE|TITLE")]
    pub role: String,
    /// Which figures; none lists those that there are
    #[arg(value_name = "FIGURE")]
    pub figures: Vec<String>,
    #[command(flatten)]
    pub seen: Seen,
    /// How to write it
    #[arg(long, value_parser = Format::of(where_from::FORMS), default_value = "text")]
    pub format: Format,
}

/// The arguments as the definition reads them: what a query of `search`, `rank` or `treemap` leaves out is no option. Its minus
/// becomes the sign of the same meaning in the query language.
pub fn arguments(given: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    let mut place = 0;
    let mut is_search = false;
    given.map(move |argument| {
        place += 1;
        is_search |= place == 2 && ["search", "rank", "treemap"].iter().any(|command| argument == *command);
        match argument.to_str().and_then(|text| text.strip_prefix('-')) {
            Some(rest) if is_search && !rest.is_empty() && !rest.starts_with('-') && rest != "h" => {
                format!("−{rest}").into()
            }
            _ => argument,
        }
    })
}

pub(crate) fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(_) => Err("a whole number of at least 1".to_owned()),
    }
}

/// Writes the completions of a shell.
pub fn completions(out: &mut dyn Write, shell: Shell) -> io::Result<()> {
    // clap_complete panics when its writer fails: let it write into memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rolescope", &mut script);
    out.write_all(&script)
}

/// Writes the manual page: the program, then each command.
pub fn man(out: &mut dyn Write) -> io::Result<()> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    let mut first = Vec::new();
    clap_mangen::Man::new(program.clone()).render(&mut first)?;
    // The commands have sections below, not manual pages of their own.
    let mut page = String::from_utf8_lossy(&first).replace("(1)\n", "\n").into_bytes();
    let mut commands: Vec<_> = program.get_subcommands().cloned().collect();
    while !commands.is_empty() {
        let command = commands.remove(0);
        let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
        writeln!(page, ".SH {}", name.replace('-', " ").to_uppercase())?;
        if command.has_subcommands() {
            commands.splice(0..0, command.get_subcommands().cloned());
            continue;
        }
        let man = clap_mangen::Man::new(command);
        let mut part = Vec::new();
        man.render_description_section(&mut part)?;
        man.render_options_section(&mut part)?;
        // Sections of a command stand one level below it; the preamble of the page counts for them too.
        for line in String::from_utf8_lossy(&part).lines().filter(|line| !line.contains(".ds Aq")) {
            writeln!(page, "{}", line.replace(".SH ", ".SS "))?;
        }
    }
    out.write_all(&page)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn words_need_no_quotes_and_formats_are_checked() {
        let parse = |line: &str| Cli::try_parse_from(line.split(' '));
        let Some(Command::Show(show)) = parse("rolescope show Chief Baker --format json").unwrap().command else {
            panic!("show")
        };
        assert_eq!((show.what.join(" ").as_str(), show.format), ("Chief Baker", Format::Json));
        let Some(Command::Code(code)) = parse("rolescope code - --top 10 --format csv").unwrap().command else {
            panic!("code")
        };
        assert_eq!((code.file, code.top), (PathBuf::from("-"), 10));
        let line = arguments("rolescope search nurse -manager -\"a --limit 3".split(' ').map(OsString::from));
        let Some(Command::Search(search)) = Cli::try_parse_from(line).unwrap().command else { panic!("search") };
        assert_eq!((search.words.join(" ").as_str(), search.limit), ("nurse −manager −\"a", 3));
        let line = arguments(["rolescope", "search", "-h"].map(OsString::from).into_iter());
        assert_eq!(Cli::try_parse_from(line).unwrap_err().exit_code(), 0, "the help stays an option");
        assert_eq!(parse("rolescope").unwrap().command, None);
        let line =
            arguments(["rolescope", "rank", "-pay:>1", "--where", "-manager group:11"].map(OsString::from).into_iter());
        let Some(Command::Rank(rank)) = Cli::try_parse_from(line).unwrap().command else { panic!("rank") };
        assert_eq!((rank.words.join(" ").as_str(), rank.query.as_str()), ("−pay:>1", "−manager group:11"));
        for line in ["rolescope search", "rolescope search x --limit 0", "rolescope code --format markdown"] {
            assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line}");
        }
    }

    #[test]
    fn moves_asked_for_less_overlap_or_pay_are_ordered_by_gap() {
        let options = |line: &str| match Cli::try_parse_from(line.split(' ')).unwrap().command {
            Some(Command::Moves(moves)) => moves.options().question,
            _ => panic!("moves"),
        };
        assert_eq!(options("rolescope moves 13-2011.00"), Question::default());
        let asked = options("rolescope moves Chief Baker --less-overlap --same-pay --all");
        assert_eq!(
            (asked.terms, asked.order, asked.scope),
            (Terms { less_overlap: true, same_pay: true, ..Terms::default() }, Order::Gap, Scope::All)
        );
        let asked = options("rolescope moves x --same-pay --sort pay --reverse");
        assert_eq!((asked.order, asked.reversed, asked.terms.less_overlap), (Order::Pay, true, false));
        assert!(Cli::try_parse_from(["rolescope", "moves", "x", "--sort", "luck"]).is_err());
    }

    #[test]
    fn completions_and_manual_know_every_command() {
        let mut man_page = Vec::new();
        man(&mut man_page).unwrap();
        let man_page = String::from_utf8(man_page).unwrap();
        for name in [
            "ROLESCOPE SEARCH",
            "ROLESCOPE COMPARE",
            "ROLESCOPE MOVES",
            "ROLESCOPE RANK",
            "ROLESCOPE TREEMAP",
            "ROLESCOPE PLACES",
            "ROLESCOPE WHERE",
            "ROLESCOPE CODE",
            "ROLESCOPE MATCH",
            "ROLESCOPE DATA BUILD",
            "ROLESCOPE DATA STATUS",
        ] {
            assert!(man_page.contains(&format!(".SH {name}")), "{name} in {man_page}");
        }
        let mut script = Vec::new();
        completions(&mut script, Shell::Bash).unwrap();
        assert!(String::from_utf8(script).unwrap().contains("build-tables"));
    }
}
