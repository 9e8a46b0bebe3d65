//! Where the published files are: the one table of addresses.

use crate::ingest::own::{Group, Kind};

/// The release of O*NET that is downloaded unless the user names another: the snapshot's.
pub const ONET_RELEASE: &str = "30.3";
/// The year of the OEWS wages that are downloaded unless the user names another: the snapshot's.
pub const OEWS_YEAR: u16 = 2024;

/// A file to download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Download {
    /// The dataset.
    pub group: Group,
    /// What it is called on the disk, as its publisher calls it.
    pub file: String,
    /// Where it is published.
    pub address: String,
    /// What it must hold; none for an archive, of which an import looks at each file.
    pub kind: Option<Kind>,
    /// About how large it is, in bytes.
    pub size: u64,
    pub licence: &'static str,
    /// The SHA-256 of the file that the embedded snapshot was made from, where that is this file.
    pub sha256: Option<&'static str>,
}

/// A row of the table: dataset, kind, file, address, about how many bytes, the SHA-256 known of it.
type Row = (Group, Option<Kind>, &'static str, &'static str, u64, Option<&'static str>);

/// `{release}` stands for O*NET's, `30_3`; `{year}` for the two digits of OEWS's.
const TABLE: [Row; 13] = [
    (
        Group::Onet,
        None,
        "db_{release}_text.zip",
        "https://www.onetcenter.org/dl_files/database/db_{release}_text.zip",
        14_000_000,
        None,
    ),
    (
        Group::Oews,
        None,
        "oesm{year}nat.zip",
        "https://www.bls.gov/oes/special-requests/oesm{year}nat.zip",
        282_052,
        None,
    ),
    (
        Group::Projections,
        Some(Kind::Projections),
        "occupation.xlsx",
        "https://www.bls.gov/emp/ind-occ-matrix/occupation.xlsx",
        407_365,
        Some("bebf85e71d3a274eb0531077a9fe1bbcd1167e0a14c59e33071f61cbda9d3a57"),
    ),
    (
        Group::Crosswalk,
        Some(Kind::Crosswalk),
        "nem-onet-to-soc-crosswalk.xlsx",
        "https://www.bls.gov/emp/classifications-crosswalks/nem-onet-to-soc-crosswalk.xlsx",
        119_300,
        Some("faeff84413dc4828f1a6b3154012a34d804b2e2067477ab6895eb62fd4b9bc06"),
    ),
    (
        Group::Soc,
        Some(Kind::Soc),
        "soc_structure_2018.xlsx",
        "https://www.bls.gov/soc/2018/soc_structure_2018.xlsx",
        51_367,
        Some("ade08af40923266f3a854842e888ca3e93c15b26a147c20a2b12a61f4c4f4077"),
    ),
    (
        Group::Gpts,
        Some(Kind::GptsScores),
        "occ_level.csv",
        "https://raw.githubusercontent.com/openai/GPTs-are-GPTs/main/data/occ_level.csv",
        126_022,
        Some("40c74f53de40aec91c0017d80690cbba915f83a8bb414bcf2f884692f1749acb"),
    ),
    (
        Group::Gpts,
        Some(Kind::GptsLabels),
        "full_labelset.tsv",
        "https://raw.githubusercontent.com/openai/GPTs-are-GPTs/main/data/full_labelset.tsv",
        3_893_248,
        Some("094378905e1f3349e50a9a83dc69643a2ef227954d611c8316a46da08cb3d8de"),
    ),
    (
        Group::Microsoft,
        Some(Kind::MicrosoftUser),
        "soc_metrics.csv",
        "https://raw.githubusercontent.com/microsoft/working-with-ai/main/soc_metrics.csv",
        183_429,
        Some("111390f0a0d60e287dfa694b299d144f88eaebf2c4c41e910ae258f17d364a04"),
    ),
    (
        Group::Microsoft,
        Some(Kind::MicrosoftHeadline),
        "soc_ai_applicability_scores.csv",
        "https://raw.githubusercontent.com/microsoft/working-with-ai/main/soc_ai_applicability_scores.csv",
        49_995,
        Some("2a077dbe90ff377813adac04b2acef6aee51c4b13505a4760ea84ca3efc9039a"),
    ),
    (
        Group::Aioe,
        Some(Kind::Aioe),
        "AIOE_DataAppendix.xlsx",
        "https://raw.githubusercontent.com/AIOE-Data/AIOE/main/AIOE_DataAppendix.xlsx",
        170_359,
        Some("c123b4c64840aff3568ae6c97256678719b88a74d45b6362dbefb5af34667b95"),
    ),
    (
        Group::Aioe,
        Some(Kind::AioeLanguage),
        "Language Modeling AIOE and AIIE.xlsx",
        "https://raw.githubusercontent.com/AIOE-Data/AIOE/main/Language%20Modeling%20AIOE%20and%20AIIE.xlsx",
        55_714,
        Some("ccdd1fb916dfa404914367eafde7c00b7148ea86f18fe616240bc85cf6131c8b"),
    ),
    (
        Group::Anthropic,
        Some(Kind::Anthropic),
        "job_exposure.csv",
        "https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main/labor_market_impacts/job_exposure.csv",
        37_176,
        Some("4f0a3adf5feeb2ec5f5d02ab18cc5e851a2a4b8470bde84c0c9335017be12d68"),
    ),
    (
        Group::Anthropic,
        Some(Kind::Penetration),
        "task_penetration.csv",
        "https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main/labor_market_impacts/task_penetration.csv",
        1_889_822,
        Some("85bee872db1d55d3e9a7f4e89da5ae4a5d59aa8ec875d728fbf4b7d820984616"),
    ),
];

const fn licence(group: Group) -> &'static str {
    match group {
        Group::Onet | Group::Microsoft => "CC BY 4.0",
        Group::Oews | Group::Projections | Group::Crosswalk | Group::Soc => "public domain (U.S. government work)",
        Group::Gpts => "MIT",
        Group::Aioe => "none stated; cite the article",
        Group::Anthropic => "CC BY",
    }
}

/// The files of some datasets (of all where none are named), from a mirror where one is named.
pub fn downloads(groups: &[Group], onet_release: &str, oews_year: u16, mirror: Option<&str>) -> Vec<Download> {
    let filled = |text: &str| {
        let year = format!("{:02}", oews_year % 100);
        text.replace("{release}", &onet_release.replace('.', "_")).replace("{year}", &year)
    };
    TABLE
        .iter()
        .filter(|(group, ..)| groups.is_empty() || groups.contains(group))
        .map(|&(group, kind, file, address, size, sha256)| {
            let file = filled(file);
            let address = match mirror {
                Some(mirror) => format!("{}/{}", mirror.trim_end_matches('/'), file.replace(' ', "%20")),
                None => filled(address),
            };
            Download { group, file, address, kind, size, licence: licence(group), sha256 }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_of_the_release_and_the_year() {
        let all = downloads(&[], "31.0", 2025, None);
        assert_eq!(all.len(), TABLE.len());
        assert_eq!(all[0].address, "https://www.onetcenter.org/dl_files/database/db_31_0_text.zip");
        assert_eq!(all[1].file, "oesm25nat.zip");
        assert!(all.iter().all(|download| download.address.starts_with("https://") && !download.address.contains('{')));
        for group in Group::ALL {
            assert!(all.iter().any(|download| download.group == group), "{group:?}");
        }
    }

    #[test]
    fn a_mirror_has_the_files_under_their_names() {
        let aioe = downloads(&[Group::Aioe], "30.3", 2024, Some("http://mirror/data/"));
        assert_eq!(aioe.len(), 2);
        assert_eq!(aioe[1].address, "http://mirror/data/Language%20Modeling%20AIOE%20and%20AIIE.xlsx");
    }
}
