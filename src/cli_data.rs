//! The command line of `rolescope data`.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches, Subcommand, value_parser};

use crate::catalog::SourceId;
use crate::ingest::fetch::ONET_RELEASE;
use crate::ingest::published::CommandOption;
use crate::ingest::{DATASETS, Request};
use crate::report::{Format, data_diff, status};

/// `rolescope data`
#[derive(Clone, Debug, PartialEq, Subcommand)]
pub enum Data {
    /// Read the published files and write the tables
    BuildTables {
        /// The folder of rolescope's own wording of tasks and occupations
        #[arg(long, value_name = "FOLDER", default_value = "assets/wording")]
        wording: PathBuf,
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
    /// by dataset. Your data is replaced in one step, when all is well.
    Import(Import),
    /// Download the published files from their publishers
    ///
    /// Nothing is downloaded unless you ask for it here. A download that breaks off goes on where it stopped.
    Fetch(Fetch),
    /// Check the data, and compare your own with the snapshot
    Verify,
    /// List how your own data differs from the snapshot
    Diff(Diff),
    /// Remove your own data and use the snapshot again
    Reset,
    /// Say what is loaded: releases, rows, roles covered, licences
    Status {
        /// How to write it
        #[arg(long, value_parser = Format::of(status::FORMS), default_value = "text")]
        format: Format,
    },
}

/// `rolescope data import`
#[derive(Clone, Debug, Default, PartialEq, Eq, Args)]
pub struct Import {
    /// A folder, zip or file with any of the published files
    #[arg(value_name = "FOLDER")]
    pub any: Option<PathBuf>,
    #[command(flatten)]
    pub of: DatasetFiles,
    /// Take what is not brought from your present data instead of from the snapshot
    #[arg(long)]
    pub keep: bool,
}

impl Import {
    /// What is brought.
    pub fn request(&self) -> Request {
        Request { any: self.any.clone(), of: self.of.0.clone(), ..Request::default() }
    }
}

/// The files of single datasets: an option for each dataset that can be brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DatasetFiles(Vec<(SourceId, PathBuf)>);

fn options() -> impl Iterator<Item = (SourceId, &'static CommandOption)> {
    DATASETS.iter().filter_map(|dataset| Some((dataset.id, dataset.option.as_ref()?)))
}

impl Args for DatasetFiles {
    fn augment_args(command: Command) -> Command {
        let arg = |option: &'static CommandOption| {
            let arg = Arg::new(option.word).long(option.word).value_name("PATH").help(option.files);
            arg.action(ArgAction::Append).value_parser(value_parser!(PathBuf))
        };
        options().fold(command, |command, (_, option)| command.arg(arg(option)))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for DatasetFiles {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut of = Vec::new();
        for (id, option) in options() {
            of.extend(matches.get_many::<PathBuf>(option.word).into_iter().flatten().map(|path| (id, path.clone())));
        }
        Ok(Self(of))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// `rolescope data fetch`
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct Fetch {
    /// Which datasets; nothing means all
    #[arg(value_name = "DATASET", value_parser = dataset())]
    pub datasets: Vec<SourceId>,
    /// The release of O*NET
    #[arg(long, value_name = "RELEASE", default_value = ONET_RELEASE, value_parser = onet_release)]
    pub onet_release: String,
    /// The year of the OEWS wages, in May; nothing means 2024 for the nation, 2025 for its states, areas and industries
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(2019..2100))]
    pub oews_year: Option<u16>,
    /// Where the files go; nothing means downloads in the folder of your data
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
    /// Take the files from a mirror that has them under their names; `ROLESCOPE_MIRROR` names it too, for the explorer as
    /// well
    #[arg(long, value_name = "ADDRESS")]
    pub mirror: Option<String>,
    /// Import what was downloaded
    #[arg(long)]
    pub import: bool,
    /// Download nothing; list addresses, sizes and licences
    #[arg(long)]
    pub dry_run: bool,
}

fn dataset() -> impl TypedValueParser<Value = SourceId> {
    let words = options().map(|(_, option)| PossibleValue::new(option.word).help(option.about));
    PossibleValuesParser::new(words).try_map(|word| {
        options().find(|(_, option)| option.word == word).map(|(id, _)| id).ok_or("no dataset has this word")
    })
}

/// `rolescope data diff`
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct Diff {
    /// How to write it
    #[arg(long, value_parser = Format::of(data_diff::FORMS), default_value = "text")]
    pub format: Format,
}

fn onet_release(text: &str) -> Result<String, String> {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((major, minor)) if digits(major) && digits(minor) => Ok(text.to_owned()),
        _ => Err("a release such as 30.3".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_of_onet_are_two_numbers() {
        assert!(onet_release("30.3").is_ok() && onet_release("31.0").is_ok());
        for text in ["30", "30.", ".3", "30.3/../..", "a.b", "30.3.1", "300.1"] {
            assert!(onet_release(text).is_err(), "{text}");
        }
    }
}
