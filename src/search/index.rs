//! The index: how it is built, and how it is opened again from bytes.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tantivy::directory::RamDirectory;
use tantivy::index::SegmentComponent::{FastFields, FieldNorms, Positions, Postings, Store, Terms};
use tantivy::indexer::SingleSegmentIndexWriter;
use tantivy::schema::{Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::TokenizerManager;
use tantivy::{Directory, Index, IndexSettings, InvertedIndexReader, SegmentReader, TantivyDocument};

use super::SearchError;
use super::analyse::{self, FOLDED, STEMMED};
use super::classifier::{self, Classifier};
use super::corpus::{self, Corpus, Dictionaries};
use super::directory::{PackedDirectory, join};
use super::layout::{Layout, documents};
use super::train::teach;
use super::vectors::{self, Vectors};
use crate::catalog::Catalog;

/// The segment's name: tantivy draws a random one, which would make each build differ.
const SEGMENT: &str = "00000000000000000000000000000001";
/// Memory for the documents of one segment, in bytes; more than the whole corpus takes.
const BUDGET: usize = 400_000_000;

/// The index's two fields: stems with positions for words and phrases, folded words for prefixes and typing errors.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    pub stems: Field,
    pub words: Field,
}

fn schema() -> (Schema, Fields) {
    let text = |analyser: &str, record| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default().set_tokenizer(analyser).set_index_option(record).set_fieldnorms(false),
        )
    };
    let mut builder = Schema::builder();
    let stems = builder.add_text_field("stems", text(STEMMED, IndexRecordOption::WithFreqsAndPositions));
    let words = builder.add_text_field("words", text(FOLDED, IndexRecordOption::Basic));
    (builder.build(), Fields { stems, words })
}

fn analysers() -> TokenizerManager {
    let analysers = TokenizerManager::new();
    analysers.register(FOLDED, analyse::folded());
    analysers.register(STEMMED, analyse::stemmed());
    analysers
}

/// Builds the index of a catalog: the same bytes for the same catalog.
///
/// # Errors
/// When the index cannot be written.
pub fn build(catalog: &Catalog<'_>) -> Result<Vec<u8>, SearchError> {
    let (schema, fields) = schema();
    let directory = RamDirectory::create();
    let mut writer: SingleSegmentIndexWriter<TantivyDocument> = Index::builder()
        .schema(schema)
        .settings(IndexSettings::default())
        .tokenizers(analysers())
        .single_segment_index_writer(directory.clone(), BUDGET)?;
    for (_, text) in documents(catalog) {
        let mut document = TantivyDocument::default();
        document.add_text(fields.stems, &text);
        document.add_text(fields.words, &text);
        writer.add_document(document)?;
    }
    let index = writer.finalize()?;
    let [segment] = &index.searchable_segment_metas()?[..] else {
        return Err(SearchError::Index("the corpus did not fit one segment".into()));
    };
    let drawn = segment.id();
    let components = [Postings, Positions, FastFields, FieldNorms, Terms, Store];
    let paths = components.map(|component| segment.relative_path(component));
    let mut files = BTreeMap::new();
    for path in paths.iter().map(PathBuf::as_path).chain([Path::new("meta.json")]) {
        // A component that this schema does not need is not written.
        if !directory.exists(path).map_err(tantivy::TantivyError::from)? {
            continue;
        }
        let name = path.to_string_lossy().replace(&drawn.uuid_string(), SEGMENT);
        let bytes = read(&directory, path)?;
        let bytes = match path.extension().and_then(OsStr::to_str) {
            Some("json") => renamed(&bytes, &drawn.uuid_string())?,
            Some("store") => footer(&bytes).to_vec(),
            _ => bytes,
        };
        files.insert(name, bytes);
    }
    let reader = index.reader()?.searcher();
    let dictionary = |field| -> Result<Vec<String>, SearchError> {
        let index = reader.segment_reader(0).inverted_index(field)?;
        let mut terms = Vec::new();
        let mut stream = index.terms().stream().map_err(tantivy::TantivyError::from)?;
        while let Some((term, _)) = stream.next() {
            terms.push(String::from_utf8_lossy(term).into_owned());
        }
        Ok(terms)
    };
    let dictionaries = Dictionaries { words: dictionary(fields.words)?, stems: dictionary(fields.stems)? };
    let too_large = || SearchError::Index("the corpus is too large".into());
    files.insert(corpus::FILE.into(), corpus::build(catalog, &dictionaries).ok_or_else(too_large)?);
    files.insert(classifier::FILE.into(), teach(catalog, &dictionaries).ok_or_else(too_large)?);
    let no_vectors = || SearchError::Index("assets/vectors.bin is not what this program needs".into());
    files.insert(vectors::FILE.into(), vectors::build(catalog).ok_or_else(no_vectors)?);
    join(&files).ok_or_else(|| SearchError::Index("a file is larger than 4 GiB".into()))
}

fn read(directory: &RamDirectory, path: &Path) -> Result<Vec<u8>, SearchError> {
    let file = directory.open_read(path).map_err(tantivy::TantivyError::from)?;
    Ok(file.read_bytes().map_err(tantivy::TantivyError::from)?.to_vec())
}

/// The end of a file, in which tantivy says which version wrote it. No field is stored, yet the store has an entry for
/// every document; nobody reads them.
fn footer(bytes: &[u8]) -> &[u8] {
    let length = bytes.split_last_chunk::<8>().map_or(0, |(_, [a, b, c, d, ..])| u32::from_le_bytes([*a, *b, *c, *d]));
    let from = usize::try_from(length).map_or(0, |length| bytes.len().saturating_sub(length + 8));
    bytes.get(from..).unwrap_or(bytes)
}

/// The segment's name in `meta.json` stands with dashes, as a UUID.
fn renamed(meta: &[u8], drawn: &str) -> Result<Vec<u8>, SearchError> {
    let meta = std::str::from_utf8(meta).map_err(|e| SearchError::Index(e.to_string()))?;
    let dashed = |id: &str| -> Option<String> {
        Some(format!("{}-{}-{}-{}-{}", id.get(..8)?, id.get(8..12)?, id.get(12..16)?, id.get(16..20)?, id.get(20..)?))
    };
    match (dashed(drawn), dashed(SEGMENT)) {
        (Some(drawn), Some(fixed)) if meta.contains(&drawn) => Ok(meta.replace(&drawn, &fixed).into_bytes()),
        _ => Err(SearchError::Index("meta.json does not name its segment".into())),
    }
}

pub struct Opened {
    pub stems: Arc<InvertedIndexReader>,
    pub words: Arc<InvertedIndexReader>,
    pub corpus: Corpus,
    pub classifier: Classifier,
    pub vectors: Vectors,
}

/// Opens the index of a catalog.
///
/// # Errors
/// When the bytes are not the index of this catalog.
pub fn open(bytes: &'static [u8], layout: &Layout) -> Result<Opened, SearchError> {
    let not_an_index = || SearchError::Index("the bytes are not a packed index".into());
    let directory = PackedDirectory::open(bytes).ok_or_else(not_an_index)?;
    let corpus = directory.bytes(corpus::FILE).and_then(Corpus::open).ok_or_else(not_an_index)?;
    let classifier = directory.bytes(classifier::FILE).and_then(Classifier::open).ok_or_else(not_an_index)?;
    let vectors = directory.bytes(vectors::FILE).and_then(Vectors::open).ok_or_else(not_an_index)?;
    let mut index = Index::open(directory)?;
    index.set_tokenizers(analysers());
    let (schema, fields) = schema();
    if index.schema() != schema {
        return Err(SearchError::Index("the index has other fields than this program's".into()));
    }
    let [segment] = &index.searchable_segments()?[..] else {
        return Err(SearchError::Index("the index is not one segment".into()));
    };
    // Not through a searcher: that would open the store as well, of which only the end is kept.
    let segment = SegmentReader::open(segment)?;
    let of_this_catalog = segment.num_docs() == layout.len()
        && u32::try_from(corpus.documents()) == Ok(segment.num_docs())
        && classifier.roles() == layout.roles()
        && vectors.roles() == layout.roles();
    if !of_this_catalog {
        return Err(SearchError::Index("the index belongs to another catalog".into()));
    }
    let (stems, words) = (segment.inverted_index(fields.stems)?, segment.inverted_index(fields.words)?);
    Ok(Opened { stems, words, corpus, classifier, vectors })
}
