//! What the files of a user say, dataset by dataset: whole, or left aside with a word on why.

use std::path::Path;

use super::inbox::{Inbox, Request};
use super::kinds::{Group, Kind};
use crate::catalog::{Code, SocCode, SourceId};
use crate::ingest::crosswalk::Crosswalk;
use crate::ingest::gpts::LabelledTask;
use crate::ingest::oews::Oews;
use crate::ingest::onet::OnetRows;
use crate::ingest::projections::Projections;
use crate::ingest::tables::{AioeRow, AnthropicRow, GptsRow, MicrosoftRow, SourceFileRow};
use crate::ingest::{
    BadInput, Intake, SourceFile, aioe, anthropic, crosswalk, gpts, microsoft, oews, onet, projections, soc,
};

/// The datasets that a user brings.
#[derive(Debug, Default)]
pub struct Given {
    /// O*NET, with the official sentences.
    pub onet: Option<OnetRows>,
    /// Wages.
    pub oews: Option<Oews>,
    pub projections: Option<Projections>,
    pub crosswalk: Option<Crosswalk>,
    /// SOC codes.
    pub socs: Option<soc::Structure>,
    /// "GPTs are GPTs": scores by role, labels by task.
    pub gpts: Option<(Vec<GptsRow>, Vec<LabelledTask>)>,
    /// "Working with AI".
    pub microsoft: Option<Vec<MicrosoftRow>>,
    pub aioe: Option<Vec<AioeRow>>,
    /// Anthropic: observed exposure by SOC code, observed use by official task text.
    pub anthropic: Option<(Vec<AnthropicRow>, UsedTasks)>,
    /// The files that were used.
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

type Read<T> = fn(&SourceFile) -> Result<(T, Intake), BadInput>;
type Scores = Vec<(SocCode, f64)>;
/// Observed use by official task text.
type UsedTasks = Vec<(String, f64)>;

impl Given {
    /// Reads everything. `official` says whether the sentences that a missing O*NET is taken from are the official ones,
    /// which observed use joins by; `base_year` is the year that the projections start from where none are brought.
    ///
    /// # Errors
    /// A file that does not hold what it should, two different files for the same, half a dataset that was asked for.
    pub fn read(request: &Request, mut inbox: Inbox, official: bool, base_year: Option<u16>) -> Result<Self, BadInput> {
        let (notes, unknown) = (std::mem::take(&mut inbox.notes), std::mem::take(&mut inbox.unknown));
        let mut given = Self { notes, unknown, ..Self::default() };
        given.onet(&mut inbox)?;
        given.projections = given.single(&mut inbox, Kind::Projections, SourceId::Projections, projections::read)?;
        if let Some(Projections { years: (base, target), .. }) = &given.projections {
            given.releases.push((SourceId::Projections, format!("{base}–{target}")));
        }
        let base_year = given.projections.as_ref().map(|projections| projections.years.0).or(base_year);
        given.pay(&mut inbox, base_year)?;
        given.crosswalk = given.single(&mut inbox, Kind::Crosswalk, SourceId::Crosswalk, crosswalk::read)?;
        given.socs = given.single(&mut inbox, Kind::Soc, SourceId::Soc, soc::read)?;

        let scores = (Kind::GptsScores, gpts::read as Read<Vec<GptsRow>>);
        let labels = (Kind::GptsLabels, gpts::read_labels as Read<Vec<LabelledTask>>);
        given.gpts = given.both(request, &mut inbox, SourceId::Gpts, scores, labels)?;
        let user = (Kind::MicrosoftUser, microsoft::read_user as Read<Scores>);
        let headline = (Kind::MicrosoftHeadline, microsoft::read_headline as Read<Scores>);
        let both = given.both(request, &mut inbox, SourceId::Microsoft, user, headline)?;
        given.microsoft = both.map(|(user, headline)| microsoft::join(&user, &headline));
        let standard = (Kind::Aioe, aioe::read as Read<Scores>);
        let language = (Kind::AioeLanguage, aioe::read_language as Read<Scores>);
        let both = given.both(request, &mut inbox, SourceId::Aioe, standard, language)?;
        given.aioe = both.map(|(standard, language)| aioe::join(&standard, &language));
        given.anthropic(request, &mut inbox, official)?;
        given.files.sort_by(|a, b| (a.id, &a.file).cmp(&(b.id, &b.file)));
        Ok(given)
    }

    fn onet(&mut self, inbox: &mut Inbox) -> Result<(), BadInput> {
        let mut files = inbox.pop(Kind::Onet);
        let read_me = inbox.pop(Kind::OnetReadMe);
        let Some(first) = files.first().map(|file| file.path.clone()) else { return Ok(()) };
        let rows = {
            let (rows, intakes) = onet::read(&files)?;
            whole(&rows, &first)?;
            for (id, intake) in &intakes {
                self.note(*id, intake);
            }
            rows
        };
        if let Some(release) = onet::release(&read_me).or_else(|| named_release(&first)) {
            self.releases.push((SourceId::Onet, release));
        }
        if let Some(date) = onet::released(&read_me) {
            self.dates.push((SourceId::Onet, date));
        }
        files.clear();
        self.onet = Some(rows);
        Ok(())
    }

    /// Of several releases that of the year that the projections start from, so that one page speaks of one year; else
    /// the newest.
    fn pay(&mut self, inbox: &mut Inbox, base_year: Option<u16>) -> Result<(), BadInput> {
        let mut found: Vec<(Oews, Intake, SourceFile)> = Vec::new();
        for file in inbox.pop(Kind::Oews) {
            let (pay, intake) = oews::read(&file)?;
            match found.iter().find(|(other, ..)| other.release == pay.release) {
                Some((other, ..)) if other.rows == pay.rows => {
                    self.notes.push(format!("{}: passed over, the same wages again", file.path.display()));
                }
                Some((.., other)) => return Err(again(&file, other, Kind::Oews)),
                None => found.push((pay, intake, SourceFile { bytes: Vec::new(), ..file })),
            }
        }
        let year = |pay: &Oews| pay.release.rsplit(' ').next().and_then(|year| year.parse::<u16>().ok());
        let wanted = |pay: &Oews| (year(pay) == base_year && base_year.is_some(), year(pay));
        found.sort_by_key(|(pay, ..)| wanted(pay));
        let Some((pay, intake, _)) = found.pop() else { return Ok(()) };
        let why = if year(&pay) == base_year { "the year that the projections start from" } else { "the newest" };
        for (other, _, file) in &found {
            let (path, release, taken) = (file.path.display(), &other.release, &pay.release);
            self.notes.push(format!("{path}: passed over, {release}; {taken} is taken, {why}. To take it, import this file alone or name it with --oews"));
        }
        self.note(SourceId::Oews, &intake);
        self.releases.push((SourceId::Oews, pay.release.clone()));
        self.oews = Some(pay);
        Ok(())
    }

    fn anthropic(&mut self, request: &Request, inbox: &mut Inbox, official: bool) -> Result<(), BadInput> {
        let observed = (Kind::Anthropic, anthropic::read as Read<Vec<AnthropicRow>>);
        let penetration = (Kind::Penetration, anthropic::read_penetration as Read<UsedTasks>);
        if self.onet.is_none() && !official {
            let files = [inbox.pop(Kind::Anthropic), inbox.pop(Kind::Penetration)].concat();
            let Some(file) = files.first() else { return Ok(()) };
            let problem = "observed use joins by O*NET's official sentences, which the snapshot does not have";
            return self.aside(request, Group::Anthropic, &file.path, problem, "bring O*NET too: --onet PATH");
        }
        self.anthropic = self.both(request, inbox, SourceId::Anthropic, observed, penetration)?;
        Ok(())
    }

    /// Reads the one file of a kind, if there is one.
    fn single<T>(&mut self, inbox: &mut Inbox, kind: Kind, id: SourceId, read: Read<T>) -> Result<Option<T>, BadInput> {
        Ok(one(inbox.pop(kind), kind)?.map(|file| read(&file)).transpose()?.map(|(rows, intake)| {
            self.note(id, &intake);
            rows
        }))
    }

    /// Reads a dataset of two files; half of it is left aside, as no page could say which figures are whose.
    fn both<A, B>(
        &mut self,
        request: &Request,
        inbox: &mut Inbox,
        id: SourceId,
        (first, read_first): (Kind, Read<A>),
        (second, read_second): (Kind, Read<B>),
    ) -> Result<Option<(A, B)>, BadInput> {
        let files = (one(inbox.pop(first), first)?, one(inbox.pop(second), second)?);
        let (here, missing) = match &files {
            (None, None) => return Ok(None),
            (Some(a), Some(b)) => {
                let ((a, intake_a), (b, intake_b)) = (read_first(a)?, read_second(b)?);
                self.note(id, &intake_a);
                self.note(id, &intake_b);
                return Ok(Some((a, b)));
            }
            (Some(file), None) => (file, second),
            (None, Some(file)) => (file, first),
        };
        let problem = format!("this is half of the dataset; {} is missing", missing.what());
        self.aside(request, first.group(), &here.path, &problem, "bring both files")?;
        Ok(None)
    }

    /// Leaves a dataset aside with a word on why, or refuses it where it was asked for by name.
    fn aside(
        &mut self,
        request: &Request,
        group: Group,
        path: &Path,
        problem: &str,
        next: &str,
    ) -> Result<(), BadInput> {
        if request.of.iter().any(|(named, _)| *named == group) {
            return Err(BadInput::file(path, problem).next(next));
        }
        self.notes.push(format!("{}: left aside: {problem}; {next}", path.display()));
        Ok(())
    }

    fn note(&mut self, id: SourceId, intake: &Intake) {
        self.files.push(SourceFileRow::of(id, intake));
    }
}

/// The one file of a kind; identical copies count as one.
fn one(files: Vec<SourceFile>, kind: Kind) -> Result<Option<SourceFile>, BadInput> {
    let mut files = files.into_iter();
    let Some(first) = files.next() else { return Ok(None) };
    match files.find(|other| other.bytes != first.bytes) {
        Some(other) => Err(again(&other, &first, kind)),
        None => Ok(Some(first)),
    }
}

fn again(file: &SourceFile, other: &SourceFile, kind: Kind) -> BadInput {
    let problem = format!("holds {}, and so does {}", kind.what(), other.path.display());
    let word = kind.group().word();
    BadInput::file(&file.path, problem).next(format!("say which of them is meant: --{word} PATH"))
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
