//! From published files to the tables.

mod inbox;

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use super::tables::{
    AioeRow, AnthropicRow, GptsRow, IscoRow, MicrosoftRow, Soc2010Row, SocLevel, SourceFileRow, TaskRow,
};
use super::{
    BadInput, Intake, SourceFile, Tables, aioe, anthropic, codes, crosswalk, gpts, microsoft, oews, onet, projections,
    soc, sources, wording, work_at_home,
};
use crate::catalog::{Code, SourceId};
use codes::onet_2010::Listed;
use inbox::Inbox;

/// Makes the tables from all published files below a folder, recognised by what they hold, and from the project's own
/// wording below another, and writes them. Says of each file what became of its rows, and which were passed over.
///
/// # Errors
/// A file that is missing or cannot be read as what it should be, and tables that cannot be written.
pub fn run(from: &Path, wording: &Path, to: &Path) -> Result<Vec<String>, BadInput> {
    let inbox = Inbox::below(from)?;
    let tables = tables(&inbox, &Inbox::below(wording)?)?;
    fs::create_dir_all(to).map_err(|e| BadInput::file(to, e))?;
    tables.write(to)?;
    let mut report: Vec<String> = tables.source_files.iter().map(line).collect();
    report.extend(inbox.passed_over(&tables.source_files));
    report.extend(tables.counts().into_iter().map(|(table, rows)| counted(table, rows)));
    Ok(report)
}

/// A table without rows is no error, since older releases lack some, but is not to be missed either.
fn counted(table: &str, rows: usize) -> String {
    let none = if rows == 0 { ": no file has the columns of one that holds them" } else { "" };
    format!("{table}: {rows} rows{none}")
}

fn line(row: &SourceFileRow) -> String {
    let left_out = if row.left_out.is_empty() { String::new() } else { format!("; left out: {}", row.left_out) };
    format!("{}: {} rows read, {} used{left_out}", row.file, row.rows_read, row.rows_used)
}

/// Reads every source.
fn tables(inbox: &Inbox, worded: &Inbox) -> Result<Tables, BadInput> {
    let mut taken = Taken::default();
    let (onet, intakes) = onet::read(inbox.files())?;
    for (id, intake) in &intakes {
        taken.note(*id, intake);
    }
    if let Some(release) = onet::release(inbox.files()) {
        taken.releases.push((SourceId::Onet, release));
    }

    let crosswalk =
        taken.one(inbox, SourceId::Crosswalk, "the BLS crosswalk", crosswalk::recognise, crosswalk::read)?;
    let structure = taken.one(inbox, SourceId::Soc, "the SOC 2018 structure", soc::recognise, soc::read)?;
    let projections = taken.one(
        inbox,
        SourceId::Projections,
        "the Employment Projections",
        projections::recognise,
        projections::read,
    )?;
    let (base, target) = projections.years;
    taken.releases.push((SourceId::Projections, format!("{base}–{target}")));
    // Pay of the year that the projections start from, so that one page speaks of one year.
    let is_of_base_year = |pay: &oews::Oews| pay.release.ends_with(&base.to_string());
    let what = format!("OEWS wages of {base}, the year that the projections start from");
    let pay = taken.first(inbox, SourceId::Oews, &what, oews::recognise, oews::read, is_of_base_year)?;
    taken.releases.push((SourceId::Oews, pay.release));

    let studies = Studies::read(&mut taken, inbox)?;
    let summaries = taken.one(
        worded,
        SourceId::Wording,
        "the wording of occupations",
        wording::recognise_summaries,
        wording::read_summaries,
    )?;
    let wordings =
        taken.one(worded, SourceId::Wording, "the wording of tasks", wording::recognise_tasks, wording::read_tasks)?;

    let OldCodes { soc_2010, listed, census, isco_08 } = OldCodes::read(&mut taken, inbox)?;
    let onet_2010 = codes::onet_2010::join(&listed, &onet.roles);
    let detailed = structure.socs.iter().filter(|row| row.level == SocLevel::Detailed).map(|row| row.code);
    let census_2018 = census.rows(detailed);

    let Taken { mut files, releases } = taken;
    files.sort_by(|a, b| (a.id, &a.file).cmp(&(b.id, &b.file)));
    let mut tables = Tables {
        work_at_home: work_at_home::join(&listed, &onet.roles, &onet_2010, &soc_2010),
        onet_2010,
        roles: onet.roles,
        socs: soc::with_combined(structure.socs, &crosswalk.titles),
        soc_groups: structure.groups,
        soc_2010,
        census_2018,
        census_2010: census.changes,
        isco_08,
        crosswalk: crosswalk.rows,
        reported_titles: onet.reported_titles,
        job_titles: onet.job_titles,
        tasks: onet.tasks,
        task_activities: onet.task_activities,
        activities: onet.activities,
        elements: onet.elements,
        essential_skills: onet.essential_skills,
        transferable_skills: onet.transferable_skills,
        knowledge: onet.knowledge,
        abilities: onet.abilities,
        work_activities: onet.work_activities,
        software: onet.software,
        tools: onet.tools,
        related: onet.related,
        education: onet.education,
        interests: onet.interests,
        surveys: onet.surveys,
        pay: pay.rows,
        outlook: projections.rows,
        gpts: studies.gpts,
        retired_labels: Vec::new(),
        microsoft: studies.microsoft,
        aioe: studies.aioe,
        anthropic: studies.anthropic,
        sources: sources::rows(&files, &releases),
        source_files: files,
    };
    tables.retired_labels = gpts::label(&mut tables.tasks, studies.labels);
    observed(&mut tables.tasks, &studies.penetration);
    own_wording(&mut tables, summaries, wordings, worded)?;
    Ok(tables)
}

/// What the studies of exposure say.
struct Studies {
    gpts: Vec<GptsRow>,
    labels: Vec<gpts::LabelledTask>,
    microsoft: Vec<MicrosoftRow>,
    aioe: Vec<AioeRow>,
    anthropic: Vec<AnthropicRow>,
    /// Observed use by official task text.
    penetration: Vec<(String, f64)>,
}

impl Studies {
    fn read(taken: &mut Taken, inbox: &Inbox) -> Result<Self, BadInput> {
        let gpts =
            taken.one(inbox, SourceId::Gpts, "exposure by role of GPTs are GPTs", gpts::recognise, gpts::read)?;
        let labels = taken.one(
            inbox,
            SourceId::Gpts,
            "labels by task of GPTs are GPTs",
            gpts::recognise_labels,
            gpts::read_labels,
        )?;
        let user = taken.one(
            inbox,
            SourceId::Microsoft,
            "Microsoft's metrics",
            microsoft::recognise_user,
            microsoft::read_user,
        )?;
        let headline = taken.one(
            inbox,
            SourceId::Microsoft,
            "Microsoft's applicability scores",
            microsoft::recognise_headline,
            microsoft::read_headline,
        )?;
        let standard = taken.one(inbox, SourceId::Aioe, "the AIOE data appendix", aioe::recognise, aioe::read)?;
        let language = taken.one(
            inbox,
            SourceId::Aioe,
            "the language modeling AIOE",
            aioe::recognise_language,
            aioe::read_language,
        )?;
        let anthropic =
            taken.one(inbox, SourceId::Anthropic, "Anthropic's job exposure", anthropic::recognise, anthropic::read)?;
        let penetration = taken.one(
            inbox,
            SourceId::Anthropic,
            "Anthropic's task penetration",
            anthropic::recognise_penetration,
            anthropic::read_penetration,
        )?;
        let microsoft = microsoft::join(&user, &headline);
        let aioe = aioe::join(&standard, &language);
        Ok(Self { gpts, labels, microsoft, aioe, anthropic, penetration })
    }
}

/// What the codes of other and older classifications lead to.
struct OldCodes {
    soc_2010: Vec<Soc2010Row>,
    listed: Vec<Listed>,
    census: codes::census::Census,
    isco_08: Vec<IscoRow>,
}

impl OldCodes {
    fn read(taken: &mut Taken, inbox: &Inbox) -> Result<Self, BadInput> {
        use codes::{census, isco, onet_2010, soc_2010};
        let of_soc = SourceId::SocCrosswalk;
        Ok(Self {
            soc_2010: taken.one(inbox, of_soc, "SOC 2010 to 2018", soc_2010::recognise, soc_2010::read)?,
            listed: taken.one(
                inbox,
                SourceId::WorkAtHome,
                "the list of work that can be done at home",
                onet_2010::recognise,
                onet_2010::read,
            )?,
            census: taken.one(inbox, SourceId::Census, "the Census codes", census::recognise, census::read)?,
            isco_08: taken.one(inbox, SourceId::Isco, "ISCO-08 to SOC 2010", isco::recognise, isco::read)?,
        })
    }
}

/// Labels join by Task ID; observed use joins by the official text, so this comes before that text is replaced.
fn observed(tasks: &mut [TaskRow], penetration: &[(String, f64)]) {
    let used: HashMap<&str, f64> = penetration.iter().map(|(text, used)| (text.as_str(), *used)).collect();
    for task in tasks {
        task.observed_use = used.get(anthropic::task_key(&task.wording).as_str()).copied();
    }
}

/// Replaces O*NET's sentences by the project's own, so that none of them enters a table.
fn own_wording(
    tables: &mut Tables,
    summaries: Vec<(Code, String)>,
    wordings: Vec<wording::WordedTask>,
    inbox: &Inbox,
) -> Result<(), BadInput> {
    let missing = |what: String| {
        BadInput::file(inbox.folder(), format!("no own wording for {what}")).next("add a line for it to the wording")
    };
    let mut summaries: BTreeMap<_, _> = summaries.into_iter().collect();
    for role in &mut tables.roles {
        role.summary = summaries.remove(&role.code).ok_or_else(|| missing(format!("role {}", role.code)))?;
    }
    let mut wordings: HashMap<_, _> = wordings.into_iter().map(|(_, id, wording)| (id, wording)).collect();
    let mut own_by_official = HashMap::new();
    for task in &mut tables.tasks {
        let own = wordings.remove(&task.task_id).ok_or_else(|| missing(format!("task {}", task.task_id)))?;
        own_by_official.insert(bare(&task.wording), own.clone());
        task.wording = own;
    }
    // A few activities are called by a task statement, or end in one.
    for activity in &mut tables.activities {
        let name = bare(&activity.name);
        let mut starts = std::iter::once(0).chain(name.match_indices(' ').map(|(at, _)| at + 1));
        let Some((at, own)) = starts.find_map(|at| Some((at, own_by_official.get(name.get(at..)?)?))) else {
            continue;
        };
        let begun = activity.name.get(..at).unwrap_or_default();
        let own = if begun.is_empty() { own.clone() } else { lower_first(own) };
        activity.name = format!("{begun}{own}.");
    }
    Ok(())
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn bare(sentence: &str) -> String {
    sentence.trim().trim_end_matches('.').to_lowercase()
}

/// What has been read so far.
#[derive(Default)]
struct Taken {
    files: Vec<SourceFileRow>,
    releases: Vec<(SourceId, String)>,
}

impl Taken {
    /// Reads the one file that holds something.
    fn one<T>(
        &mut self,
        inbox: &Inbox,
        id: SourceId,
        what: &str,
        recognise: fn(&SourceFile) -> bool,
        read: fn(&SourceFile) -> Result<(T, Intake), BadInput>,
    ) -> Result<T, BadInput> {
        self.first(inbox, id, what, recognise, read, |_| true)
    }

    /// Reads the first file that holds something and fits.
    fn first<T>(
        &mut self,
        inbox: &Inbox,
        id: SourceId,
        what: &str,
        recognise: fn(&SourceFile) -> bool,
        read: fn(&SourceFile) -> Result<(T, Intake), BadInput>,
        fits: impl Fn(&T) -> bool,
    ) -> Result<T, BadInput> {
        for file in inbox.holding(recognise) {
            let (rows, intake) = read(file)?;
            if fits(&rows) {
                self.note(id, &intake);
                return Ok(rows);
            }
        }
        Err(BadInput::file(inbox.folder(), format!("no file holds {what}"))
            .next("put the published file below this folder; `rolescope data status` names where it is published"))
    }

    fn note(&mut self, id: SourceId, intake: &Intake) {
        self.files.push(SourceFileRow::of(id, intake));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_without_rows_is_not_to_be_missed() {
        assert_eq!(counted("knowledge.csv", 29_502), "knowledge.csv: 29502 rows");
        assert_eq!(
            counted("knowledge.csv", 0),
            "knowledge.csv: 0 rows: no file has the columns of one that holds them"
        );
    }

    #[test]
    fn an_empty_folder_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let error = run(folder.path(), folder.path(), &folder.path().join("tables")).unwrap_err().to_string();
        assert!(error.starts_with(&format!("{}: there is no file", folder.path().display())), "{error}");
    }
}
