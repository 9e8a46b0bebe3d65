//! Which table of O*NET a file holds: by the names in its header, never by the file's name.

use std::path::Path;

use super::ratings;
use super::sheet::{beginnings, check_workbook, header_of};
use crate::catalog::{Family, SourceId, Surveyed};
use crate::ingest::sheet::refuse_web_page;
use crate::ingest::{BadInput, SourceFile};

/// What of O*NET a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OnetTable {
    /// Occupation Data: titles and descriptions.
    OccupationData,
    JobZones,
    /// Sample of Reported Titles.
    ReportedTitles,
    /// Job Titles (Alternate Titles before 30.3).
    JobTitles,
    TaskStatements,
    TaskRatings,
    /// Task ratings with one row a task and a status.
    TaskRatingsStandIn,
    /// GWAs to IWAs to DWAs (DWA Reference before 30.3).
    Activities,
    /// GWAs to IWAs (IWA Reference before 30.3).
    IntermediateActivities,
    TasksToDwas,
    /// Skills: essential and transferable ones, before 30.3.
    Skills,
    EssentialSkills,
    TransferableSkills,
    Knowledge,
    Abilities,
    WorkActivities,
    /// Software Skills (Technology Skills before 30.3).
    Software,
    /// Tools Used, until 30.2.
    Tools,
    /// Related Occupations.
    Related,
    /// Education (Education, Training, and Experience before 30.3).
    Education,
    /// Career Interest Types (Interests before).
    Interests,
}

impl OnetTable {
    pub const ALL: [Self; 21] = [
        Self::OccupationData,
        Self::JobZones,
        Self::ReportedTitles,
        Self::JobTitles,
        Self::TaskStatements,
        Self::TaskRatings,
        Self::TaskRatingsStandIn,
        Self::Activities,
        Self::IntermediateActivities,
        Self::TasksToDwas,
        Self::Skills,
        Self::EssentialSkills,
        Self::TransferableSkills,
        Self::Knowledge,
        Self::Abilities,
        Self::WorkActivities,
        Self::Software,
        Self::Tools,
        Self::Related,
        Self::Education,
        Self::Interests,
    ];

    /// O*NET's name, what a role says of its age by the table's dates (none where these say nothing of the work), the
    /// families of elements that it rates, and the dataset that it counts as where it comes from another release.
    const fn row(self) -> (&'static str, Option<Surveyed>, &'static [Family], SourceId) {
        use Family::{Ability, EssentialSkill, Knowledge, TransferableSkill, WorkActivity};
        match self {
            Self::OccupationData => ("Occupation Data", None, &[], SourceId::Onet),
            Self::JobZones => ("Job Zones", Some(Surveyed::JobZone), &[], SourceId::Onet),
            Self::ReportedTitles => ("Sample of Reported Titles", None, &[], SourceId::Onet),
            Self::JobTitles => ("Job Titles", None, &[], SourceId::Onet),
            Self::TaskStatements => ("Task Statements", Some(Surveyed::Tasks), &[], SourceId::Onet),
            Self::TaskRatings => ("Task Ratings", Some(Surveyed::TaskRatings), &[], SourceId::OnetTaskRatings),
            Self::TaskRatingsStandIn => ("Task Ratings", None, &[], SourceId::OnetTaskRatings),
            Self::Activities => ("GWAs to IWAs to DWAs", None, &[], SourceId::Onet),
            Self::IntermediateActivities => ("GWAs to IWAs", None, &[], SourceId::Onet),
            Self::TasksToDwas => ("Tasks to DWAs", None, &[], SourceId::Onet),
            Self::Skills => ("Skills", Some(Surveyed::Skills), &[EssentialSkill, TransferableSkill], SourceId::Onet),
            Self::EssentialSkills => ("Essential Skills", Some(Surveyed::Skills), &[EssentialSkill], SourceId::Onet),
            Self::TransferableSkills => {
                ("Transferable Skills", Some(Surveyed::Skills), &[TransferableSkill], SourceId::Onet)
            }
            Self::Knowledge => ("Knowledge", Some(Surveyed::Knowledge), &[Knowledge], SourceId::OnetKnowledge),
            Self::Abilities => ("Abilities", Some(Surveyed::Abilities), &[Ability], SourceId::OnetAbilities),
            Self::WorkActivities => {
                ("Work Activities", Some(Surveyed::Activities), &[WorkActivity], SourceId::OnetActivities)
            }
            Self::Software => ("Software Skills", None, &[], SourceId::Onet),
            Self::Tools => ("Tools Used", None, &[], SourceId::OnetTools),
            Self::Related => ("Related Occupations", None, &[], SourceId::Onet),
            Self::Education => ("Education", Some(Surveyed::Education), &[], SourceId::Onet),
            Self::Interests => ("Career Interest Types", Some(Surveyed::Interests), &[], SourceId::Onet),
        }
    }

    /// O*NET's name of the table.
    pub const fn name(self) -> &'static str {
        self.row().0
    }

    pub(super) const fn surveyed(self) -> Option<Surveyed> {
        self.row().1
    }

    pub(super) const fn families(self) -> &'static [Family] {
        self.row().2
    }

    /// Whether two tables say the same things, so that only one of them can be read.
    fn rivals(self, other: Self) -> bool {
        let shared = self.families().iter().any(|family| other.families().contains(family));
        shared || self.name() == other.name()
    }
}

/// Says which table a file holds; `None` for files that are no O*NET table or one that is not needed.
pub fn recognise(file: &SourceFile) -> Option<OnetTable> {
    let header = header_of(file);
    let has = |names: &[&str]| names.iter().all(|name| header.iter().any(|column| column == name));
    let activity = has(&["DWA Element ID"]) || has(&["DWA ID"]);
    // O*NET's tables begin with the code; studies that copied one of them put something before it.
    if header.first().is_none_or(|first| first != "O*NET-SOC Code") {
        let above = has(&["IWA Element ID"]) || has(&["IWA ID"]);
        let named = has(&["IWA Element Name"]) || has(&["IWA Title"]);
        return match (above, activity) {
            (true, true) => Some(OnetTable::Activities),
            (true, false) if named => Some(OnetTable::IntermediateActivities),
            _ => None,
        };
    }
    if has(&["Task ID"]) {
        return match () {
            () if has(&["Scale ID", "Data Value"]) => Some(OnetTable::TaskRatings),
            () if has(&["Importance", "Relevance"]) => Some(OnetTable::TaskRatingsStandIn),
            () if activity => Some(OnetTable::TasksToDwas),
            () if has(&["Task"]) => Some(OnetTable::TaskStatements),
            () => None,
        };
    }
    if has(&["Scale ID", "Data Value"]) {
        return rated(file, has(&["Category"]));
    }
    let by_name: [(&[&str], OnetTable); 9] = [
        (&["Title", "Description"], OnetTable::OccupationData),
        (&["Job Zone"], OnetTable::JobZones),
        (&["Reported Job Title"], OnetTable::ReportedTitles),
        (&["Job Title"], OnetTable::JobTitles),
        (&["Alternate Title"], OnetTable::JobTitles),
        (&["Workplace Example", "Hot Technology"], OnetTable::Software),
        (&["Example", "Hot Technology"], OnetTable::Software),
        (&["Example", "Commodity Title"], OnetTable::Tools),
        (&["Related O*NET-SOC Code", "Relatedness Tier"], OnetTable::Related),
    ];
    by_name.iter().find(|(names, _)| has(names)).map(|(_, table)| *table)
}

/// The tables of elements share one header: the Element IDs tell them apart.
fn rated(file: &SourceFile, categories: bool) -> Option<OnetTable> {
    let beginnings = beginnings(file, "Element ID");
    if categories {
        return beginnings.contains("2.D.1").then_some(OnetTable::Education);
    }
    if beginnings.contains("1.B.1") {
        return Some(OnetTable::Interests);
    }
    let has = |family| beginnings.iter().any(|element| ratings::family(element) == Some(family));
    match () {
        () if has(Family::EssentialSkill) && has(Family::TransferableSkill) => Some(OnetTable::Skills),
        () if has(Family::EssentialSkill) => Some(OnetTable::EssentialSkills),
        () if has(Family::TransferableSkill) => Some(OnetTable::TransferableSkills),
        () if has(Family::Knowledge) => Some(OnetTable::Knowledge),
        () if has(Family::Ability) => Some(OnetTable::Abilities),
        () if has(Family::WorkActivity) => Some(OnetTable::WorkActivities),
        () => None,
    }
}

/// Whether a file has the name of a table of O*NET, in its text or xlsx edition.
pub fn is_called(file: &str) -> bool {
    let name = file.to_lowercase().replace('_', "-");
    let table = name.strip_suffix(".txt").or_else(|| name.strip_suffix(".xlsx"));
    table.is_some_and(|table| OnetTable::ALL.into_iter().any(|known| known.name().to_lowercase() == table))
}

/// What is wrong with a file that should hold a table and does not.
pub fn complaint(file: &SourceFile) -> Option<BadInput> {
    if recognise(file).is_some() {
        return None;
    }
    if file.bytes.is_empty() {
        return Some(BadInput::file(&file.path, "the file is empty").next("download it again"));
    }
    if let Err(error) = refuse_web_page(file).and_then(|()| check_workbook(file)) {
        return Some(error);
    }
    let columns: String = header_of(file).join(", ").chars().take(200).collect();
    let problem = format!("no table of O*NET has these columns: {columns}");
    Some(BadInput::line(&file.path, 1, problem).next("take the file as O*NET publishes it, releases 28 to 31"))
}

/// The files that hold tables, by table, one for each: of identical copies the first.
pub(super) fn sorted(files: &[SourceFile]) -> Result<Vec<(OnetTable, &SourceFile)>, BadInput> {
    let mut found: Vec<(OnetTable, &SourceFile)> = Vec::new();
    for file in files {
        let Some(table) = recognise(file) else {
            check_workbook(file)?;
            continue;
        };
        match found.iter().find(|(other, _)| table.rivals(*other)) {
            Some((_, other)) if other.bytes == file.bytes => {}
            Some((_, other)) => {
                let problem = format!("holds {}, and so does {}", table.name(), other.path.display());
                return Err(BadInput::file(&file.path, problem).next("remove one of the two files"));
            }
            None => found.push((table, file)),
        }
    }
    found.sort_by_key(|(table, _)| *table);
    Ok(found)
}

/// The dataset that a file counts as: O*NET's database when it lies beside Occupation Data in the published shape,
/// else, for tables that may come from another release, a dataset of its own.
pub(super) fn source(table: OnetTable, file: &SourceFile, database: Option<&Path>) -> SourceId {
    let advice = || header_of(file).iter().any(|name| name == "Recommend Suppress");
    let stand_in = match table {
        OnetTable::TaskRatingsStandIn => true,
        _ => !table.families().is_empty() && !advice(),
    };
    if !stand_in && file.path.parent() == database { SourceId::Onet } else { table.row().3 }
}
