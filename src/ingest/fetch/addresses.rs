//! Where the published files are.

use crate::catalog::SourceId;
use crate::ingest::published::{Dataset, Published, files};

/// A file to download.
#[derive(Clone, Debug, PartialEq)]
pub struct Download {
    /// What it must hold, or any file of it where it is an archive.
    pub published: &'static Published,
    /// What it is called on the disk, as its publisher calls it.
    pub file: String,
    /// Where it is published.
    pub address: String,
    /// About how large it is, in bytes.
    pub size: u64,
    pub licence: String,
    /// The SHA-256 of the file that the embedded snapshot was made from, where that is this file.
    pub sha256: Option<&'static str>,
}

/// The files of some datasets (of all where none are named), from a mirror where one is named. OEWS is of the year that is
/// embedded, or is known best, unless one is named.
pub fn downloads(
    datasets: &[SourceId],
    onet_release: &str,
    oews_year: Option<u16>,
    mirror: Option<&str>,
) -> Vec<Download> {
    let download = |published: &'static Published| {
        let at = published.download.as_ref()?;
        let usual = Dataset::of(published.dataset)?.release.rsplit(' ').next().and_then(|year| year.parse().ok());
        let year = format!("{:02}", oews_year.or(usual).unwrap_or_default() % 100);
        let file = at.file.replace("{release}", &onet_release.replace('.', "_")).replace("{year}", &year);
        let folder = mirror.unwrap_or(at.folder).trim_end_matches('/');
        let address = format!("{folder}/{}", file.replace(' ', "%20"));
        let licence = Dataset::of(published.dataset)?.licence_within();
        Some(Download { published, file, address, size: at.size, licence, sha256: at.sha256 })
    };
    let wanted = files().filter(|known| datasets.is_empty() || datasets.contains(&known.dataset));
    wanted.filter_map(download).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::DATASETS;

    #[test]
    fn addresses_are_of_the_release_and_the_year() {
        let all = downloads(&[], "31.0", Some(2025), None);
        assert_eq!(all.len(), files().filter(|known| known.download.is_some()).count());
        assert_eq!(all[0].address, "https://www.onetcenter.org/dl_files/database/db_31_0_text.zip");
        assert_eq!(all[1].file, "oesm25nat.zip");
        let usual = |id| downloads(&[id], "31.0", None, None).pop().map(|download| download.file);
        assert_eq!(usual(SourceId::Oews).as_deref(), Some("oesm24nat.zip"));
        assert_eq!(usual(SourceId::OewsStates).as_deref(), Some("oesm25st.zip"));
        assert_eq!(usual(SourceId::OewsAreas).as_deref(), Some("oesm25ma.zip"));
        assert_eq!(usual(SourceId::OewsIndustries).as_deref(), Some("oesm25in4.zip"));
        assert!(all.iter().all(|download| download.address.starts_with("https://") && !download.address.contains('{')));
        for dataset in DATASETS.iter().filter(|dataset| dataset.option.is_some()) {
            assert!(all.iter().any(|download| download.published.dataset == dataset.id), "{dataset:?}");
        }
    }

    #[test]
    fn a_mirror_has_the_files_under_their_names() {
        let aioe = downloads(&[SourceId::Aioe], "30.3", None, Some("http://mirror/data/"));
        assert_eq!(aioe.len(), 2);
        assert_eq!(aioe[1].address, "http://mirror/data/Language%20Modeling%20AIOE%20and%20AIIE.xlsx");
    }
}
