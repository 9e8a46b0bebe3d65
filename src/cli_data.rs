//! The command line of `rolescope data`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::ingest::fetch::{OEWS_YEAR, ONET_RELEASE};
use crate::ingest::own::{Group, Request};
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
    /// by dataset. Your data are replaced in one step, when all is well.
    Import(Import),
    /// Download the published files from their publishers
    ///
    /// Nothing is downloaded unless you ask for it here. A download that breaks off goes on where it stopped.
    Fetch(Fetch),
    /// Check the data, and compare your own with the snapshot
    Verify,
    /// List how your own data differ from the snapshot
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
    /// The O*NET database, releases 28 to 31: the text release's folder or zip
    #[arg(long, value_name = "PATH")]
    pub onet: Vec<PathBuf>,
    /// OEWS wages: the national workbook or its zip
    #[arg(long, value_name = "PATH")]
    pub oews: Vec<PathBuf>,
    /// Employment Projections: occupation.xlsx
    #[arg(long, value_name = "PATH")]
    pub projections: Vec<PathBuf>,
    /// The BLS crosswalk: nem-onet-to-soc-crosswalk.xlsx
    #[arg(long, value_name = "PATH")]
    pub crosswalk: Vec<PathBuf>,
    /// The SOC structure: soc_structure_2018.xlsx
    #[arg(long, value_name = "PATH")]
    pub soc: Vec<PathBuf>,
    /// GPTs are GPTs: occ_level.csv and full_labelset.tsv, or a folder with both
    #[arg(long, value_name = "PATH")]
    pub gpts: Vec<PathBuf>,
    /// Working with AI: soc_metrics.csv and soc_ai_applicability_scores.csv, or a folder with both
    #[arg(long, value_name = "PATH")]
    pub microsoft: Vec<PathBuf>,
    /// AIOE: AIOE_DataAppendix.xlsx and Language Modeling AIOE and AIIE.xlsx, or a folder with both
    #[arg(long, value_name = "PATH")]
    pub aioe: Vec<PathBuf>,
    /// Anthropic Economic Index: job_exposure.csv and task_penetration.csv, or a folder with both; needs --onet
    #[arg(long, value_name = "PATH")]
    pub anthropic: Vec<PathBuf>,
    /// Take what is not brought from your present data instead of from the snapshot
    #[arg(long)]
    pub keep: bool,
}

impl Import {
    /// What is brought.
    pub fn request(&self) -> Request {
        let of = [
            (Group::Onet, &self.onet),
            (Group::Oews, &self.oews),
            (Group::Projections, &self.projections),
            (Group::Crosswalk, &self.crosswalk),
            (Group::Soc, &self.soc),
            (Group::Gpts, &self.gpts),
            (Group::Microsoft, &self.microsoft),
            (Group::Aioe, &self.aioe),
            (Group::Anthropic, &self.anthropic),
        ];
        let of = of.into_iter().flat_map(|(group, paths)| paths.iter().map(move |path| (group, path.clone())));
        Request { any: self.any.clone(), of: of.collect() }
    }
}

/// `rolescope data fetch`
#[derive(Clone, Debug, PartialEq, Eq, Args)]
pub struct Fetch {
    /// Which datasets; nothing means all
    #[arg(value_name = "DATASET", value_enum)]
    pub datasets: Vec<Dataset>,
    /// The release of O*NET
    #[arg(long, value_name = "RELEASE", default_value = ONET_RELEASE, value_parser = onet_release)]
    pub onet_release: String,
    /// The year of the OEWS wages, in May
    #[arg(long, value_name = "YEAR", default_value_t = OEWS_YEAR, value_parser = clap::value_parser!(u16).range(2019..2100))]
    pub oews_year: u16,
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

/// A dataset on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Dataset {
    /// The O*NET database
    Onet,
    /// OEWS wages
    Oews,
    /// Employment Projections
    Projections,
    /// The BLS crosswalk
    Crosswalk,
    /// The SOC structure
    Soc,
    /// GPTs are GPTs
    Gpts,
    /// Working with AI
    Microsoft,
    /// AI Occupational Exposure
    Aioe,
    /// Anthropic Economic Index
    Anthropic,
}

impl Dataset {
    /// The dataset as an import knows it.
    pub const fn group(self) -> Group {
        match self {
            Self::Onet => Group::Onet,
            Self::Oews => Group::Oews,
            Self::Projections => Group::Projections,
            Self::Crosswalk => Group::Crosswalk,
            Self::Soc => Group::Soc,
            Self::Gpts => Group::Gpts,
            Self::Microsoft => Group::Microsoft,
            Self::Aioe => Group::Aioe,
            Self::Anthropic => Group::Anthropic,
        }
    }
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

    #[test]
    fn every_dataset_has_its_place() {
        for (dataset, group) in Dataset::value_variants().iter().zip(Group::ALL) {
            assert_eq!(dataset.group(), group);
            assert_eq!(dataset.to_possible_value().unwrap().get_name(), group.word());
        }
    }
}
