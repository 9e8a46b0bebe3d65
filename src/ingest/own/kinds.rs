//! The kinds of files that an import takes, recognised by what they hold, and the datasets that they belong to.

use crate::ingest::onet::{self, OnetTable};
use crate::ingest::{BadInput, SourceFile, aioe, anthropic, crosswalk, gpts, microsoft, oews, projections, soc};

/// A dataset as a user brings it: whole, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The O*NET database.
    Onet,
    /// Occupational Employment and Wage Statistics.
    Oews,
    /// Employment Projections.
    Projections,
    /// The crosswalk from O*NET-SOC to the codes that BLS publishes under.
    Crosswalk,
    /// The structure of SOC 2018.
    Soc,
    Gpts,
    /// "Working with AI".
    Microsoft,
    /// AI Occupational Exposure.
    Aioe,
    /// Anthropic Economic Index.
    Anthropic,
}

impl Group {
    /// All groups, in the order of the command line.
    pub const ALL: [Self; 9] = [
        Self::Onet,
        Self::Oews,
        Self::Projections,
        Self::Crosswalk,
        Self::Soc,
        Self::Gpts,
        Self::Microsoft,
        Self::Aioe,
        Self::Anthropic,
    ];

    /// Its word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Onet => "onet",
            Self::Oews => "oews",
            Self::Projections => "projections",
            Self::Crosswalk => "crosswalk",
            Self::Soc => "soc",
            Self::Gpts => "gpts",
            Self::Microsoft => "microsoft",
            Self::Aioe => "aioe",
            Self::Anthropic => "anthropic",
        }
    }
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A table of O*NET.
    Onet,
    /// The Read Me of O*NET's text release, which names it.
    OnetReadMe,
    /// The OEWS workbook.
    Oews,
    /// The workbook with Table 1.2.
    Projections,
    Crosswalk,
    /// The SOC structure.
    Soc,
    /// Scores by role of "GPTs are GPTs".
    GptsScores,
    /// Labels by task of "GPTs are GPTs".
    GptsLabels,
    /// User goals of "Working with AI".
    MicrosoftUser,
    /// Headline scores of "Working with AI".
    MicrosoftHeadline,
    /// The AIOE data appendix.
    Aioe,
    /// The AIOE for language modeling.
    AioeLanguage,
    /// Anthropic's observed exposure.
    Anthropic,
    /// Anthropic's penetration by task.
    Penetration,
}

impl Kind {
    /// All kinds, in the order in which a file is tried.
    pub const ALL: [Self; 14] = [
        Self::Onet,
        Self::OnetReadMe,
        Self::Oews,
        Self::Projections,
        Self::Crosswalk,
        Self::Soc,
        Self::GptsScores,
        Self::GptsLabels,
        Self::MicrosoftUser,
        Self::MicrosoftHeadline,
        Self::Aioe,
        Self::AioeLanguage,
        Self::Anthropic,
        Self::Penetration,
    ];

    /// What a file holds; none where it holds nothing that is taken.
    pub fn of(file: &SourceFile) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.is(file))
    }

    fn is(self, file: &SourceFile) -> bool {
        match self {
            Self::Onet => onet::recognise(file).is_some(),
            Self::OnetReadMe => onet::release(std::slice::from_ref(file)).is_some(),
            Self::Oews => oews::recognise(file),
            Self::Projections => projections::recognise(file),
            Self::Crosswalk => crosswalk::recognise(file),
            Self::Soc => soc::recognise(file),
            Self::GptsScores => gpts::recognise(file),
            Self::GptsLabels => gpts::recognise_labels(file),
            Self::MicrosoftUser => microsoft::recognise_user(file),
            Self::MicrosoftHeadline => microsoft::recognise_headline(file),
            Self::Aioe => aioe::recognise(file),
            Self::AioeLanguage => aioe::recognise_language(file),
            Self::Anthropic => anthropic::recognise(file),
            Self::Penetration => anthropic::recognise_penetration(file),
        }
    }

    /// The dataset that it belongs to.
    pub const fn group(self) -> Group {
        match self {
            Self::Onet | Self::OnetReadMe => Group::Onet,
            Self::Oews => Group::Oews,
            Self::Projections => Group::Projections,
            Self::Crosswalk => Group::Crosswalk,
            Self::Soc => Group::Soc,
            Self::GptsScores | Self::GptsLabels => Group::Gpts,
            Self::MicrosoftUser | Self::MicrosoftHeadline => Group::Microsoft,
            Self::Aioe | Self::AioeLanguage => Group::Aioe,
            Self::Anthropic | Self::Penetration => Group::Anthropic,
        }
    }

    /// What it is, with the name of the published file.
    pub const fn what(self) -> &'static str {
        match self {
            Self::Onet => "a table of the O*NET database",
            Self::OnetReadMe => "the Read Me of the O*NET database",
            Self::Oews => "OEWS wages (national_M2024_dl.xlsx)",
            Self::Projections => "the Employment Projections (occupation.xlsx)",
            Self::Crosswalk => "the BLS crosswalk (nem-onet-to-soc-crosswalk.xlsx)",
            Self::Soc => "the SOC 2018 structure (soc_structure_2018.xlsx)",
            Self::GptsScores => "exposure by role of GPTs are GPTs (occ_level.csv)",
            Self::GptsLabels => "labels by task of GPTs are GPTs (full_labelset.tsv)",
            Self::MicrosoftUser => "Microsoft's metrics (soc_metrics.csv)",
            Self::MicrosoftHeadline => "Microsoft's applicability scores (soc_ai_applicability_scores.csv)",
            Self::Aioe => "the AIOE data appendix (AIOE_DataAppendix.xlsx)",
            Self::AioeLanguage => "the language modeling AIOE (Language Modeling AIOE and AIIE.xlsx)",
            Self::Anthropic => "Anthropic's job exposure (job_exposure.csv)",
            Self::Penetration => "Anthropic's task penetration (task_penetration.csv)",
        }
    }

    /// The kind whose published file has this name.
    fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase().replace('_', "-");
        Some(match name.as_str() {
            "occupation.xlsx" => Self::Projections,
            "soc-structure-2018.xlsx" => Self::Soc,
            "occ-level.csv" => Self::GptsScores,
            "full-labelset.tsv" => Self::GptsLabels,
            "soc-metrics.csv" => Self::MicrosoftUser,
            "soc-ai-applicability-scores.csv" | "ai-applicability-scores.csv" => Self::MicrosoftHeadline,
            "aioe-dataappendix.xlsx" => Self::Aioe,
            "language modeling aioe and aiie.xlsx" => Self::AioeLanguage,
            "job-exposure.csv" => Self::Anthropic,
            "task-penetration.csv" => Self::Penetration,
            name if name.starts_with("nem-onet-to-soc-crosswalk") => Self::Crosswalk,
            name if name.strip_suffix(".xlsx").is_some_and(|name| name.starts_with("national-m")) => Self::Oews,
            name => {
                let table = name.strip_suffix(".txt").or_else(|| name.strip_suffix(".xlsx"))?;
                OnetTable::ALL.into_iter().find(|known| known.name().to_lowercase() == table)?;
                Self::Onet
            }
        })
    }

    /// What its reader says against a file.
    pub fn complaint(self, file: &SourceFile) -> Option<BadInput> {
        match self {
            Self::Onet | Self::OnetReadMe => onet::complaint(file),
            Self::Oews => oews::read(file).err(),
            Self::Projections => projections::read(file).err(),
            Self::Crosswalk => crosswalk::read(file).err(),
            Self::Soc => soc::read(file).err(),
            Self::GptsScores => gpts::read(file).err(),
            Self::GptsLabels => gpts::read_labels(file).err(),
            Self::MicrosoftUser => microsoft::read_user(file).err(),
            Self::MicrosoftHeadline => microsoft::read_headline(file).err(),
            Self::Aioe => aioe::read(file).err(),
            Self::AioeLanguage => aioe::read_language(file).err(),
            Self::Anthropic => anthropic::read(file).err(),
            Self::Penetration => anthropic::read_penetration(file).err(),
        }
    }

    /// What is wrong with a file that is called as a published one and holds something else.
    pub fn misnamed(file: &SourceFile) -> Option<(Self, BadInput)> {
        let kind = Self::named(&file.name())?;
        Some((kind, kind.complaint(file)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, bytes: &[u8]) -> SourceFile {
        SourceFile { path: name.into(), bytes: bytes.to_vec() }
    }

    #[test]
    fn files_are_known_by_what_they_hold() {
        let known = |bytes: &[u8]| Kind::of(&file("any name", bytes));
        assert_eq!(known(b"occ_code,title,observed_exposure\n"), Some(Kind::Anthropic));
        assert_eq!(known(b"O*NET-SOC Code\tTitle\tDescription\r\n"), Some(Kind::Onet));
        assert_eq!(known(b"O*NET 31.0 Database\r\nAugust 2026 Release\r\n"), Some(Kind::OnetReadMe));
        for nothing in [b"".as_slice(), b"a,b\n", b"\0\xff\xfe", b"PK\x03\x04", b"<html>", b"code,summary\n"] {
            assert_eq!(known(nothing), None, "{nothing:?}");
        }
    }

    #[test]
    fn a_published_name_with_something_else_in_it_is_complained_of() {
        let complaint =
            |name: &str, bytes: &[u8]| Kind::misnamed(&file(name, bytes)).map(|(_, error)| error.to_string());
        for (name, bytes, expected) in [
            ("occupation.xlsx", b"<html>Access Denied</html>".as_slice(), "this is a web page"),
            ("national_M2026_dl.xlsx", b"", "not an Excel workbook"),
            ("occ_level.csv", b"a,b\n", "the header has 0 columns \"O*NET-SOC Code\""),
            ("job_exposure.csv", b"", "the header has 0 columns \"occ_code\""),
            ("Task Statements.txt", b"O*NET-SOC Code\tTask ID\tTusk\r\n", "no table of O*NET has these columns"),
            ("Task Statements.txt", b"", "the file is empty"),
        ] {
            let complaint = complaint(name, bytes).unwrap();
            assert!(complaint.starts_with(name) && complaint.contains(expected), "{complaint}");
        }
        assert_eq!(complaint("notes.txt", b""), None);
    }
}
