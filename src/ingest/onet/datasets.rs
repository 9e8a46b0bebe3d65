//! The datasets of O*NET: the database, and what it publishes apart or has ended.

use super::{complaint, recognise, release};
use crate::catalog::SourceId;
use crate::ingest::published::{Address, CC_BY, CommandOption, Dataset, Published};
use crate::ingest::{BadInput, Intake, SourceFile};

/// The embedded release, which is downloaded unless the user names another.
pub const RELEASE: &str = "30.3";

const DOL: &str = "U.S. Department of Labor / National Center for O*NET Development";
const ONET_DATABASE: &str = "https://www.onetcenter.org/database.html";
const ONET_ARCHIVE: &str = "https://www.onetcenter.org/db_releases.html";
const ONET_ATTRIBUTION: &str = "This program includes information from the O*NET {release} Database by the U.S. Department \
    of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of \
    USDOL/ETA. rolescope has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested \
    these modifications.";
const CONVERTED: &str = "O*NET {release} Database by USDOL/ETA, used under the CC BY 4.0 license; from another release than \
    the rest, converted and modified by rolescope. USDOL/ETA has not approved, endorsed, or tested these modifications.";
const CONVERTED_BY_OTHERS: &str = "The figures are O*NET's ({release} Database, by USDOL/ETA, under the CC BY 4.0 license), \
    from another release than the rest. The file is a copy that others converted and publish under CC BY-SA: it has \
    importance and level alone, without O*NET's columns on what to suppress and what is not relevant, and O*NET publishes \
    none of that name. USDOL/ETA has not approved, endorsed, or tested these modifications.";
const CONVERTED_RATINGS: &str = "O*NET {release} Database by USDOL/ETA, used under the CC BY 4.0 license; from other \
    releases than the rest, converted into one row a task, with a column that says which ratings O*NET has replaced since; \
    O*NET publishes no file of that name. USDOL/ETA has not approved, endorsed, or tested these modifications.";

/// Any table of the database.
pub const TABLE: Published = Published {
    dataset: SourceId::Onet,
    what: "a table of the O*NET database",
    name: "",
    others: &[],
    recognise: |file| recognise(file).is_some(),
    read: |file, _| check(file),
    download: Some(Address {
        folder: "https://www.onetcenter.org/dl_files/database",
        file: "db_{release}_text.zip",
        size: 14_000_000,
        sha256: None,
    }),
};

/// The Read Me of the text release, which names the release.
pub const READ_ME: Published = Published {
    dataset: SourceId::Onet,
    what: "the Read Me of the O*NET database",
    name: "",
    others: &[],
    recognise: |file| release(std::slice::from_ref(file)).is_some(),
    read: |file, _| check(file),
    download: None,
};

/// The tables are read together; of one it is only said what is wrong with it.
fn check(file: &SourceFile) -> Result<Intake, BadInput> {
    complaint(file).map_or_else(|| Ok(Intake::of(file)), Err)
}

pub static DATABASE: Dataset = Dataset {
    id: SourceId::Onet,
    name: "O*NET",
    release: RELEASE,
    date: "2026-05",
    publisher: DOL,
    address: ONET_DATABASE,
    licence: CC_BY,
    attribution: ONET_ATTRIBUTION,
    option: Some(CommandOption::new(
        "onet",
        "The O*NET database",
        "The O*NET database, releases 28 to 31: the text release's folder or zip",
    )),
    files: &[TABLE, READ_ME],
    ..Dataset::PLAIN
};

/// What O*NET publishes apart from its database, or has ended.
const APART: Dataset = Dataset { publisher: DOL, address: ONET_ARCHIVE, licence: CC_BY, ..Dataset::PLAIN };

pub static KNOWLEDGE: Dataset = Dataset {
    id: SourceId::OnetKnowledge,
    name: "O*NET Knowledge",
    release: "30.1/30.2",
    date: "2025-12",
    attribution: CONVERTED,
    ..APART
};

pub static ABILITIES: Dataset = Dataset {
    id: SourceId::OnetAbilities,
    name: "O*NET Abilities (converted copy)",
    release: "30.0",
    date: "2025-08",
    attribution: CONVERTED_BY_OTHERS,
    ..APART
};

pub static ACTIVITIES: Dataset = Dataset {
    id: SourceId::OnetActivities,
    name: "O*NET Work Activities (converted copy)",
    release: "30.0",
    date: "2025-08",
    attribution: CONVERTED_BY_OTHERS,
    ..APART
};

pub static TASK_RATINGS: Dataset = Dataset {
    id: SourceId::OnetTaskRatings,
    name: "O*NET Task Ratings (converted copy)",
    release: "29.3/30.1",
    date: "2025-05",
    attribution: CONVERTED_RATINGS,
    ..APART
};

pub static TOOLS: Dataset = Dataset {
    id: SourceId::OnetTools,
    name: "O*NET Tools Used",
    release: "30.1",
    date: "2025-12",
    attribution: CONVERTED,
    ..APART
};
