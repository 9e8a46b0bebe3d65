//! The rows of `sources.csv`: what is said of the datasets that files come from.

use sha2::{Digest, Sha256};

use super::Dataset;
use crate::catalog::SourceId;
use crate::catalog::source::NOT_STATED;
use crate::ingest::DATASETS;
use crate::ingest::source_file::hex;
use crate::ingest::tables::{SourceFileRow, SourceRow};

/// The rows of `sources.csv` for the datasets that `files` come from. `releases` replaces the release of a dataset
/// where its files say one.
pub fn rows(files: &[SourceFileRow], releases: &[(SourceId, String)]) -> Vec<SourceRow> {
    let row = |dataset: &&Dataset| {
        let said = releases.iter().find(|(id, _)| *id == dataset.id).map(|(_, release)| release.as_str());
        let release = said.unwrap_or(dataset.release);
        SourceRow {
            id: dataset.id,
            name: dataset.name.to_owned(),
            release: release.to_owned(),
            publisher: dataset.publisher.to_owned(),
            address: dataset.address.to_owned(),
            licence: dataset.licence.to_owned(),
            date: dataset.date.to_owned(),
            sha256: of_files(files.iter().filter(|file| file.id == dataset.id)),
            attribution: dataset.credit(release),
        }
    };
    DATASETS.iter().filter(|dataset| files.iter().any(|file| file.id == dataset.id)).map(row).collect()
}

/// The row of a dataset whose files are not those of the embedded release: nothing is claimed of it that no file says.
/// `releases` and `dates` are what files say.
pub fn not_embedded(row: SourceRow, releases: &[(SourceId, String)], dates: &[(SourceId, String)]) -> SourceRow {
    let said = |list: &[(SourceId, String)]| list.iter().find(|(id, _)| *id == row.id).map(|(_, text)| text.clone());
    let Some(dataset) = Dataset::of(row.id) else { return row };
    let unsaid = if dataset.is_only { dataset.release } else { NOT_STATED };
    let release = said(releases).unwrap_or_else(|| unsaid.to_owned());
    let attribution = dataset.credit(&release);
    SourceRow { release, attribution, date: said(dates).unwrap_or_else(|| NOT_STATED.to_owned()), ..row }
}

/// SHA-256 over the lines `sha256  file\n` of a dataset's files.
fn of_files<'a>(files: impl Iterator<Item = &'a SourceFileRow>) -> String {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(format!("{}  {}\n", file.sha256, file.file));
    }
    hex(&hash.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_datasets_with_files_are_listed() {
        let file = SourceFileRow {
            id: SourceId::Oews,
            file: "national.xlsx".into(),
            bytes: 1,
            sha256: "ab".into(),
            rows_read: 1,
            rows_used: 1,
            left_out: String::new(),
        };
        let rows = rows(&[file], &[(SourceId::Oews, "May 2025".into())]);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].release, "May 2025");
        assert_eq!(rows[0].sha256.len(), 64);
    }
}
