//! What published files say, dataset by dataset: whole, or left aside with a word on why.

use std::path::Path;

use super::activity_use::{ByEarlierId, CopilotActivity};
use super::claude_use::ClaudeUse;
use super::codes::census::Census;
use super::codes::onet_2010::Listed;
use super::crosswalk::Crosswalk;
use super::gpts::LabelledTask;
use super::inbox::{Inbox, Request};
use super::oews::{self, Oews};
use super::oews_years::{self, year};
use super::onet::{self, OnetRows};
use super::programmes::Matches;
use super::projections::Projections;
use super::published::{Dataset, Published};
use super::scores::Scores;
use super::soc::Structure;
use super::tables::SourceFileRow;
use super::wording::WordedTask;
use super::{BadInput, DATASETS, Intake, SourceFile, Tables, anthropic, projections};
use crate::catalog::place::SOC_2018_FROM;
use crate::catalog::{Code, SourceId};

/// What the files say; nothing in the place of a file that is not there.
#[derive(Debug, Default)]
pub struct Read {
    /// O*NET, with the official sentences.
    pub onet: Option<OnetRows>,
    pub projections: Option<Projections>,
    pub crosswalk: Option<Crosswalk>,
    pub structure: Option<Structure>,
    /// Labels by task of "GPTs are GPTs".
    pub labels: Vec<LabelledTask>,
    /// User goals and headline of "Working with AI".
    pub user: Scores,
    pub headline: Scores,
    pub aioe: Scores,
    pub language: Scores,
    /// Observed use by official task text.
    pub penetration: Vec<(String, f64)>,
    /// Claude's use by official task text.
    pub claude_use: ClaudeUse,
    /// Copilot's use, and ChatGPT's: of all messages and of those about work.
    pub copilot_use: Vec<CopilotActivity>,
    pub chatgpt_use: [ByEarlierId; 2],
    pub programmes: Matches,
    pub census: Option<Census>,
    pub onet_2010: Vec<Listed>,
    pub summaries: Vec<(Code, String)>,
    pub wordings: Vec<WordedTask>,
    /// What is rows of a table as it is read.
    pub tables: Tables,
    /// The files that were used, by dataset and name.
    pub files: Vec<SourceFileRow>,
    /// The releases that the files name.
    pub releases: Vec<(SourceId, String)>,
    /// When these were published, where a file says so.
    pub dates: Vec<(SourceId, String)>,
    /// Words on files that were not used.
    pub notes: Vec<String>,
    /// The names of files that hold nothing that is taken.
    pub unknown: Vec<String>,
}

/// Puts what a reader read into its place.
pub fn keep<T>(place: &mut T, read: Result<(T, Intake), BadInput>) -> Result<Intake, BadInput> {
    let (rows, intake) = read?;
    *place = rows;
    Ok(intake)
}

impl Read {
    /// Reads everything. `official` says whether the sentences that a missing O*NET is taken from are the official ones,
    /// which observed use joins by; `base_year` is the year that the projections start from where none are brought.
    ///
    /// # Errors
    /// A file that does not hold what it should, two different files for the same, a dataset that is missing, or half of
    /// one, that was asked for.
    pub fn of(request: &Request, mut inbox: Inbox, official: bool, base_year: Option<u16>) -> Result<Self, BadInput> {
        let (notes, unknown) = (std::mem::take(&mut inbox.notes), std::mem::take(&mut inbox.unknown));
        let mut read = Self { notes, unknown, ..Self::default() };
        read.onet(request, &mut inbox)?;
        read.dataset(&projections::DATASET, request, &mut inbox)?;
        if let Some(Projections { years: (base, target), .. }) = &read.projections {
            read.releases.push((SourceId::Projections, format!("{base}–{target}")));
        }
        let base_year = read.projections.as_ref().map(|projections| projections.years.0).or(base_year);
        read.pay(request, &mut inbox, base_year)?;
        let read_by_now = [SourceId::Onet, SourceId::Projections, SourceId::Oews];
        let is_left_out = |id: SourceId| read_by_now.contains(&id) || request.all && id.is_only_brought();
        for dataset in DATASETS.iter().filter(|dataset| !is_left_out(dataset.id)) {
            if dataset.id == SourceId::Anthropic && read.onet.is_none() && !official {
                read.without_sentences(request, &mut inbox)?;
            }
            read.dataset(dataset, request, &mut inbox)?;
        }
        read.files.sort_by(|a, b| (a.id, &a.file).cmp(&(b.id, &b.file)));
        Ok(read)
    }

    fn onet(&mut self, request: &Request, inbox: &mut Inbox) -> Result<(), BadInput> {
        let (files, read_me) = (inbox.pop(&onet::TABLE), inbox.pop(&onet::READ_ME));
        let Some(first) = files.first().map(|file| file.path.clone()) else {
            return demand(request, &onet::TABLE, onet::TABLE.what);
        };
        let (rows, intakes) = onet::read(&files)?;
        // The tables of the snapshot may come from older releases, which lack some.
        if !request.all {
            whole(&rows, &first)?;
        }
        for (id, intake) in &intakes {
            self.note(*id, intake);
        }
        if let Some(release) = onet::release(&read_me).or_else(|| named_release(&first)) {
            self.releases.push((SourceId::Onet, release));
        }
        if let Some(date) = onet::released(&read_me) {
            self.dates.push((SourceId::Onet, date));
        }
        self.onet = Some(rows);
        Ok(())
    }

    /// Every release joins the years. Pages speak of one: that of the year that the projections start from, else the
    /// newest whose codes are those of today.
    fn pay(&mut self, request: &Request, inbox: &mut Inbox, base_year: Option<u16>) -> Result<(), BadInput> {
        let [known] = oews::DATASET.files else { return Ok(()) };
        let mut found: Vec<(Oews, Intake, SourceFile)> = Vec::new();
        for file in inbox.pop(known) {
            let (pay, intake) = oews::read(&file)?;
            match found.iter().find(|(other, ..)| other.release == pay.release) {
                Some((other, ..)) if other.rows == pay.rows => {
                    self.notes.push(format!("{}: passed over, the same wages again", file.path.display()));
                }
                Some((.., other)) => return Err(again(&file, other, known, request)),
                None => found.push((pay, intake, SourceFile { bytes: Vec::new(), ..file })),
            }
        }
        let year_of = |pay: &Oews| year(&pay.release);
        for (pay, intake, _) in &found {
            self.note(SourceId::OewsYears, intake);
            self.tables.pay_years.extend(oews_years::rows(pay));
        }
        let wanted = |pay: &Oews| (year_of(pay) == base_year && base_year.is_some(), year_of(pay));
        found.sort_by_key(|(pay, ..)| wanted(pay));
        if request.all {
            found.retain(|(pay, ..)| year_of(pay) == base_year);
        }
        for (older, _, file) in found.extract_if(.., |(pay, ..)| year_of(pay) < Some(SOC_2018_FROM)) {
            self.notes.push(format!(
                "{}: {} joins the years, where its codes are those of today; pages keep to the newer ones",
                file.path.display(),
                older.release
            ));
        }
        let Some((pay, intake, _)) = found.pop() else {
            let base = base_year.unwrap_or_default();
            return demand(
                request,
                known,
                &format!("{} of {base}, the year that the projections start from", known.what),
            );
        };
        let why = if year_of(&pay) == base_year { "the year that the projections start from" } else { "the newest" };
        for (other, _, file) in &found {
            let (path, release, taken) = (file.path.display(), &other.release, &pay.release);
            self.notes.push(format!("{path}: {release} joins the years; pages speak of {taken}, {why}. To make them speak of it, import this file alone or name it with --oews"));
        }
        self.note(SourceId::Oews, &intake);
        self.releases.push((SourceId::Oews, pay.release));
        self.tables.pay = pay.rows;
        Ok(())
    }

    /// Leaves aside what joins by the official sentences.
    fn without_sentences(&mut self, request: &Request, inbox: &mut Inbox) -> Result<(), BadInput> {
        let files: Vec<SourceFile> = anthropic::DATASET.files.iter().flat_map(|known| inbox.pop(known)).collect();
        let Some(file) = files.first() else { return Ok(()) };
        let problem = "observed use joins by O*NET's official sentences, which the snapshot does not have";
        self.aside(request, SourceId::Anthropic, &file.path, problem, "bring O*NET too: --onet PATH")
    }

    /// Reads a dataset, one file of each kind; half of it is left aside, as no page could say which figures are whose.
    fn dataset(&mut self, dataset: &Dataset, request: &Request, inbox: &mut Inbox) -> Result<(), BadInput> {
        let (mut found, mut lacking) = (Vec::new(), Vec::new());
        for known in dataset.files {
            let mut files = inbox.pop(known);
            if !dataset.is_in_parts {
                files = one(files, known, request)?.into_iter().collect();
            }
            if files.is_empty() {
                lacking.push(known);
            }
            found.extend(files.into_iter().map(|file| (known, file)));
        }
        match (found.first(), lacking.first()) {
            (_, Some(known)) if request.all => return demand(request, known, known.what),
            (Some((_, file)), Some(lacks)) => {
                let problem = format!("this is half of the dataset; {} is missing", lacks.named());
                return self.aside(request, dataset.id, &file.path, &problem, "bring both files");
            }
            _ => {}
        }
        for (known, file) in &found {
            let intake = (known.read)(file, self)?;
            self.note(dataset.id, &intake);
        }
        Ok(())
    }

    /// Leaves a dataset aside with a word on why, or refuses it where it was asked for by name.
    fn aside(
        &mut self,
        request: &Request,
        dataset: SourceId,
        path: &Path,
        problem: &str,
        next: &str,
    ) -> Result<(), BadInput> {
        if request.names(dataset) {
            return Err(BadInput::file(path, problem).next(next));
        }
        self.notes.push(format!("{}: left aside: {problem}; {next}", path.display()));
        Ok(())
    }

    fn note(&mut self, id: SourceId, intake: &Intake) {
        self.files.push(SourceFileRow::of(id, intake));
    }
}

/// Refuses that a file is not there, where all files must be.
fn demand(request: &Request, known: &Published, what: &str) -> Result<(), BadInput> {
    if !request.all {
        return Ok(());
    }
    Err(BadInput::file(request.place_of(known.dataset), format!("no file holds {what}"))
        .next("put the published file below this folder; `rolescope data status` names where it is published"))
}

/// The one file of a kind; identical copies count as one.
fn one(files: Vec<SourceFile>, known: &Published, request: &Request) -> Result<Option<SourceFile>, BadInput> {
    let mut files = files.into_iter();
    let Some(first) = files.next() else { return Ok(None) };
    match files.find(|other| other.bytes != first.bytes) {
        Some(other) => Err(again(&other, &first, known, request)),
        None => Ok(Some(first)),
    }
}

fn again(file: &SourceFile, other: &SourceFile, known: &Published, request: &Request) -> BadInput {
    let problem = format!("holds {}, and so does {}", known.named(), other.path.display());
    BadInput::file(&file.path, problem).next(if request.all {
        "take one of the two out of the folder".to_owned()
    } else {
        format!("say which of them is meant: --{} PATH", known.word())
    })
}

/// The release in the name of O*NET's own archive or folder: `db_30_3_text`.
fn named_release(path: &Path) -> Option<String> {
    path.components().rev().find_map(|part| {
        let name = part.as_os_str().to_str()?.strip_prefix("db_")?;
        let mut parts = name.split('_');
        let (major, minor) = (parts.next()?.parse::<u16>().ok()?, parts.next()?.parse::<u16>().ok()?);
        Some(format!("{major}.{minor}"))
    })
}

/// O*NET's release is one dataset: with a table of another release in it no page could say which is whose. What O*NET
/// itself published apart, or ended, may be missing.
fn whole(rows: &OnetRows, place: &Path) -> Result<(), BadInput> {
    let zones: Vec<Code> = rows.roles.iter().filter(|role| role.job_zone.is_some()).map(|role| role.code).collect();
    let missing: Vec<&str> = [
        ("Job Zones", zones.is_empty()),
        ("Sample of Reported Titles", rows.reported_titles.is_empty()),
        ("Job Titles (Alternate Titles)", rows.job_titles.is_empty()),
        ("GWAs to IWAs to DWAs (DWA Reference)", rows.activities.is_empty()),
        ("Tasks to DWAs", rows.task_activities.is_empty()),
        ("Essential Skills (Skills)", rows.essential_skills.is_empty()),
        ("Transferable Skills (Skills)", rows.transferable_skills.is_empty()),
        ("Software Skills (Technology Skills)", rows.software.is_empty()),
        ("Related Occupations", rows.related.is_empty()),
        ("Education (Education, Training, and Experience)", rows.education.is_empty()),
        ("Career Interest Types (Interests)", rows.interests.is_empty()),
    ]
    .into_iter()
    .filter(|(_, missing)| *missing)
    .map(|(name, _)| name)
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let place = place.parent().unwrap_or(place);
    Err(BadInput::file(place, format!("of the O*NET release these tables are missing: {}", missing.join("; ")))
        .next("bring the whole text release of the O*NET database, as a folder or the zip as downloaded"))
}
