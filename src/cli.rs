//! The command line, defined once: `main` acts on it, completions and the manual page are made from it.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, CommandFactory, Parser, Subcommand};
use clap_complete::Shell;

use crate::cli_data;
use crate::report::{CodeFormat, CompareFormat, ListFormat, PageFormat, StatusFormat};

/// Find, read and compare the 1,016 occupations of the US labour market
///
/// Without a command rolescope opens the explorer.
#[derive(Clone, Debug, PartialEq, Parser)]
#[command(
    name = "rolescope",
    version,
    after_help = "Exit codes: 0 found, 1 nothing found, 2 error.\n\nExposure means task overlap (how codifiable the \
                  work is): not jobs lost, not adoption, not a forecast."
)]
pub struct Cli {
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
    Show(Show),
    /// Put two to four roles side by side
    ///
    /// The roles are compared with the first one, or with the one of --reference.
    Compare(Compare),
    /// Give job titles their O*NET-SOC codes, in bulk
    ///
    /// CSV out has the columns input,rank,code,title,matched,score and at least one row a title, in the order of the
    /// input; rank and what follows are empty where nothing was found. The input is UTF-8; all cores work; a progress
    /// bar shows on standard error while that is a terminal and the answer goes elsewhere.
    ///
    /// The score says how well the title fits the matched text: 2 and more where it says one of the role's titles word
    /// for word, about 1 where all its words are found, less where words are missing, misspelt or stand for little.
    /// It orders the candidates of one title; it is no probability.
    Code(Code),
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
    /// What to look for: words, "phrases", -without, and fields such as group:15 pay:>=100k title:nurse
    #[arg(required = true, allow_hyphen_values = true)]
    pub words: Vec<String>,
    /// How many roles at most
    #[arg(long, value_name = "N", default_value_t = 20, value_parser = at_least_one)]
    pub limit: usize,
    /// How to write them
    #[arg(long, value_enum, default_value = "text")]
    pub format: ListFormat,
}

/// `rolescope show`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Show {
    /// An O*NET-SOC code, a SOC code that one role has, the address of a role page, or a whole title
    #[arg(required = true, value_name = "CODE|TITLE")]
    pub what: Vec<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: PageFormat,
}

/// `rolescope compare`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Compare {
    /// Two to four roles: codes, addresses of role pages, whole titles; a title of several words in quotes
    #[arg(required = true, value_name = "CODE|TITLE")]
    pub what: Vec<String>,
    /// The role that the others are compared with, one of those named
    #[arg(long, value_name = "CODE|TITLE")]
    pub reference: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value = "text")]
    pub format: CompareFormat,
}

/// `rolescope code`
#[derive(Clone, Debug, PartialEq, Args)]
pub struct Code {
    /// A file with one title a line; - or nothing reads standard input
    #[arg(value_name = "FILE", default_value = "-")]
    pub file: PathBuf,
    /// How many codes a title at most
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = at_least_one)]
    pub top: usize,
    /// How to write them
    #[arg(long, value_enum, default_value = "csv")]
    pub format: CodeFormat,
    /// Read this column of a CSV file with a header
    #[arg(long, value_name = "NAME")]
    pub column: Option<String>,
}

/// `rolescope data`
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub enum Data {
    /// Read the published files and write the tables
    BuildTables {
        /// The folder of the published files
        #[arg(long, value_name = "DIR")]
        from: PathBuf,
        /// The folder of the tables
        #[arg(long, value_name = "DIR", default_value = "assets/tables")]
        to: PathBuf,
    },
    /// Make the pack from the tables
    Build {
        /// The folder of the tables
        #[arg(long, value_name = "DIR", default_value = "assets/tables")]
        tables: PathBuf,
        /// The pack
        #[arg(long, value_name = "FILE", default_value = "assets/snapshot.pack")]
        to: PathBuf,
        /// Write nothing; fail when the pack is not what the tables make
        #[arg(long)]
        check: bool,
    },
    /// Use published files of your own: the newest releases, O*NET's official sentences
    ///
    /// Files are recognised by what they hold. What is not brought is taken from the snapshot inside the program, dataset
    /// by dataset. Your data are replaced in one step, when all is well.
    Import(cli_data::Import),
    /// Download the published files from their publishers
    ///
    /// Nothing is downloaded unless you ask for it here. A download that breaks off goes on where it stopped.
    Fetch(cli_data::Fetch),
    /// Check the data, and compare your own with the snapshot
    Verify,
    /// List how your own data differ from the snapshot
    Diff(cli_data::Diff),
    /// Remove your own data and use the snapshot again
    Reset,
    /// Say what is loaded: releases, rows, roles covered, licences
    Status {
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: StatusFormat,
    },
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) => Err("at least 1".to_owned()),
        Ok(number) => Ok(number),
        Err(_) => Err("a whole number of at least 1".to_owned()),
    }
}

/// Writes the completions of a shell.
///
/// # Errors
/// Those of the writer.
pub fn completions(out: &mut dyn Write, shell: Shell) -> io::Result<()> {
    // clap_complete panics when its writer fails: let it write into memory.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "rolescope", &mut script);
    out.write_all(&script)
}

/// Writes the manual page: the program, then each command.
///
/// # Errors
/// Those of the writer.
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
        assert_eq!((show.what.join(" ").as_str(), show.format), ("Chief Baker", PageFormat::Json));
        let Some(Command::Code(code)) = parse("rolescope code - --top 10 --format csv").unwrap().command else {
            panic!("code")
        };
        assert_eq!((code.file, code.top), (PathBuf::from("-"), 10));
        let Some(Command::Search(search)) = parse("rolescope search nurse -manager -\"a --limit 3").unwrap().command
        else {
            panic!("search")
        };
        assert_eq!((search.words.join(" ").as_str(), search.limit), ("nurse -manager -\"a", 3));
        assert_eq!(parse("rolescope").unwrap().command, None);
        for line in ["rolescope search", "rolescope search x --limit 0", "rolescope code --format markdown"] {
            assert_eq!(parse(line).unwrap_err().exit_code(), 2, "{line}");
        }
    }

    #[test]
    fn completions_and_manual_know_every_command() {
        let mut man_page = Vec::new();
        man(&mut man_page).unwrap();
        let man_page = String::from_utf8(man_page).unwrap();
        for name in
            ["ROLESCOPE SEARCH", "ROLESCOPE COMPARE", "ROLESCOPE CODE", "ROLESCOPE DATA BUILD", "ROLESCOPE DATA STATUS"]
        {
            assert!(man_page.contains(&format!(".SH {name}")), "{name} in {man_page}");
        }
        let mut script = Vec::new();
        completions(&mut script, Shell::Bash).unwrap();
        assert!(String::from_utf8(script).unwrap().contains("build-tables"));
    }
}
