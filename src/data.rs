//! The commands of `rolescope data`.

use std::io::{self, Write};
use std::path::Path;

use crate::catalog::own;
use crate::catalog::pack::Pack;
use crate::catalog::sound;
use crate::cli::Data;
use crate::cli_data::{Diff, Fetch, Import};
use crate::compare::releases::differences;
use crate::ingest::fetch::{self, Download, Outcome, Patience};
use crate::ingest::own::{Base, Home, Imported, Request};
use crate::ingest::{BadInput, build, build_tables};
use crate::loaded::{self, Loaded};
use crate::progress::Shown;
use crate::report::status::OwnPack;
use crate::report::{self, DiffFormat};
use crate::{ingest, snapshot};

/// What can go wrong.
pub type Failure = Box<dyn std::error::Error>;

/// Carries a command out.
///
/// # Errors
/// Input that does not fit, data that cannot be written, the writer's own.
pub fn run(out: &mut dyn Write, data: Data) -> Result<(), Failure> {
    match data {
        Data::BuildTables { from, to } => {
            for file in build_tables::run(&from, &to)? {
                writeln!(out, "{file}")?;
            }
        }
        Data::Build { tables, to, check: true } => {
            let bytes = build::check_pack(&tables, &to)?;
            writeln!(out, "{} is what {} make: {bytes} bytes", to.display(), tables.display())?;
        }
        Data::Build { tables, to, check: false } => {
            let bytes = build::write_pack(&tables, &to)?;
            writeln!(out, "{}: {bytes} bytes", to.display())?;
        }
        Data::Status { format } => {
            let loaded = open()?;
            let own = loaded.own.as_ref();
            let own = own.map(|own| OwnPack { path: &own.path, bytes: own.bytes, record: &own.record });
            report::status(out, loaded.catalog(), own, format)?;
        }
        Data::Import(import) => self::import(out, &import)?,
        Data::Fetch(fetch) => self::fetch(out, &fetch)?,
        Data::Verify => verify(out)?,
        Data::Diff(Diff { format }) => diff(out, &open()?, format)?,
        Data::Reset => reset(out)?,
    }
    Ok(())
}

/// Opens the data; why the user's own are not used goes to standard error.
///
/// # Errors
/// When even the embedded data cannot be opened.
pub fn open() -> Result<Loaded, Failure> {
    let loaded = loaded::open()?;
    if let Some(notice) = &loaded.notice {
        // Where standard error is closed nobody reads it.
        let _ = writeln!(io::stderr(), "rolescope: {notice}");
    }
    Ok(loaded)
}

fn home() -> Result<Home, Failure> {
    Home::of_user().ok_or_else(|| {
        format!("there is no home folder to keep your data in; name a folder in {}", ingest::own::VARIABLE).into()
    })
}

fn import(out: &mut dyn Write, import: &Import) -> Result<(), Failure> {
    let request = import.request();
    if request == Request::default() {
        return Err("nothing to import: name a folder with published files, or single datasets such as --onet PATH; \
                    `rolescope help data import` lists them"
            .into());
    }
    import_into(out, &request, import.keep)
}

fn import_into(out: &mut dyn Write, request: &Request, keep: bool) -> Result<(), Failure> {
    let home = home()?;
    let earlier = loaded::open()?;
    if let (true, Some(notice)) = (keep, &earlier.notice) {
        return Err(format!("nothing can be kept: {notice}").into());
    }
    let snapshot = snapshot::pack()?.catalog;
    let base = if keep {
        Base { catalog: earlier.catalog(), record: earlier.record() }
    } else {
        Base { catalog: &snapshot, record: None }
    };
    let imported = ingest::own::import(request, base, &home, &mut Shown::new())?;
    tell(out, &home, &imported)?;
    let brought = earlier.record().into_iter().flat_map(|record| record.brought(&earlier.catalog().sources));
    let lost = brought.filter(|source| {
        let mut sources = imported.sources.iter();
        sources.any(|(name, _, origin)| *name == source.name && *origin == own::Origin::Snapshot)
    });
    let lost: Vec<String> = lost.map(|source| format!("{} (yours was {})", source.name, source.release)).collect();
    if !lost.is_empty() {
        let lost = format!("From the snapshot again: {}. With --keep they would have stayed.", lost.join("; "));
        report::text::wrapped(out, &lost, "", "    ")?;
    }
    Ok(())
}

fn tell(out: &mut dyn Write, home: &Home, imported: &Imported) -> io::Result<()> {
    for file in &imported.files {
        let left_out = if file.left_out.is_empty() { String::new() } else { format!("; left out: {}", file.left_out) };
        writeln!(out, "{}: {} rows read, {} used{left_out}", file.file, file.rows_read, file.rows_used)?;
    }
    if !imported.unknown.is_empty() {
        let (count, names) = (imported.unknown.len(), imported.unknown.join("; "));
        let files = if count == 1 { "file that holds" } else { "files that hold" };
        report::text::wrapped(out, &format!("Passed over, {count} {files} nothing of use: {names}"), "", "    ")?;
    }
    for note in &imported.notes {
        writeln!(out, "{note}")?;
    }
    writeln!(out)?;
    for (name, release, origin) in &imported.sources {
        writeln!(out, "{:<8}  {name} ({release})", origin.word())?;
    }
    writeln!(out, "\n{}", imported.wording.note())?;
    writeln!(out, "{}: {} bytes", home.pack().display(), imported.bytes)
}

fn fetch(out: &mut dyn Write, fetch: &Fetch) -> Result<(), Failure> {
    let groups: Vec<_> = fetch.datasets.iter().map(|dataset| dataset.group()).collect();
    let downloads = fetch::downloads(&groups, &fetch.onet_release, fetch.oews_year, fetch.mirror.as_deref());
    let folder = match &fetch.to {
        Some(folder) => folder.clone(),
        None => home()?.downloads(),
    };
    if fetch.dry_run {
        return Ok(list(out, &downloads, &folder)?);
    }
    let outcomes = fetch::fetch(&downloads, &folder, &Patience::default(), &mut Shown::new())?;
    let mut failed = Vec::new();
    for (download, outcome) in downloads.iter().zip(outcomes) {
        let file = &download.file;
        match outcome {
            Outcome::Came { bytes, sha256, is_known } => {
                let known = match is_known {
                    Some(true) => ", the file of the snapshot",
                    Some(false) => ", another file than the snapshot's",
                    None => "",
                };
                writeln!(out, "{file}: {bytes} bytes, SHA-256 {sha256}{known}")?;
            }
            Outcome::Unchanged => writeln!(out, "{file}: unchanged")?,
            Outcome::ByHand => writeln!(out, "{file}: is here already, put there by hand")?,
            Outcome::Failed(error) => failed.push(error),
        }
    }
    if fetch.import && failed.is_empty() {
        return import_into(out, &Request { any: Some(folder), of: Vec::new() }, false);
    }
    if failed.is_empty() {
        writeln!(out, "\nTo import them: rolescope data import {}", folder.display())?;
        return Ok(());
    }
    out.flush()?;
    let errors: Vec<String> = failed.iter().map(BadInput::to_string).collect();
    Err(format!("{} of {} files did not come\n{}", failed.len(), downloads.len(), errors.join("\n")).into())
}

fn list(out: &mut dyn Write, downloads: &[Download], folder: &Path) -> io::Result<()> {
    writeln!(out, "These would be downloaded into {}:", folder.display())?;
    for download in downloads {
        writeln!(out, "\n{}", download.file)?;
        writeln!(out, "  {}", download.address)?;
        writeln!(out, "  about {} bytes; licence: {}", crate::catalog::grouped(download.size), download.licence)?;
        if let Some(sha256) = download.sha256 {
            writeln!(out, "  the snapshot was made from SHA-256 {sha256}")?;
        }
    }
    Ok(())
}

fn verify(out: &mut dyn Write) -> Result<(), Failure> {
    let embedded = snapshot::pack()?;
    let own = match Home::of_user() {
        Some(home) => home.read()?.map(|bytes| (home.pack(), bytes)),
        None => None,
    };
    let Some((path, bytes)) = own else {
        sound_or(Path::new("the embedded snapshot"), &embedded)?;
        writeln!(out, "You have no data of your own. The embedded snapshot is sound: {SOUND}.")?;
        return Ok(());
    };
    let again = |error: &dyn std::fmt::Display| {
        BadInput::file(&path, error)
            .next("import your files again (rolescope data import), or go back to the snapshot (rolescope data reset)")
    };
    let (_, pack) = own::split(&bytes).map_err(|e| again(&e))?;
    let pack = Pack::open_checked(pack).map_err(|e| again(&e))?;
    sound_or(&path, &pack)?;
    writeln!(out, "{} is sound: {SOUND}.\n", path.display())?;
    let found = differences(&embedded.catalog, &pack.catalog);
    report::data_diff::write(out, &found, &pack.catalog, DiffFormat::Text)?;
    Ok(())
}

const SOUND: &str = "checksums, order, references, ranges, percentiles computed anew, and the search index";

/// Refuses a pack that does not hold together.
fn sound_or(path: &Path, pack: &Pack<'_>) -> Result<(), BadInput> {
    let mut problems = sound::problems(&pack.catalog);
    if build::index_of(&pack.catalog)? != pack.index {
        problems.push("the search index is another when made anew".to_owned());
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(BadInput::file(path, format!("{} things do not hold together:\n  {}", problems.len(), problems.join("\n  ")))
        .next("import your files again (rolescope data import), or go back to the snapshot (rolescope data reset)"))
}

fn diff(out: &mut dyn Write, loaded: &Loaded, format: DiffFormat) -> Result<(), Failure> {
    let embedded = snapshot::pack()?.catalog;
    report::data_diff::write(out, &differences(&embedded, loaded.catalog()), loaded.catalog(), format)?;
    Ok(())
}

fn reset(out: &mut dyn Write) -> Result<(), Failure> {
    let home = home()?;
    if home.read().is_ok_and(|bytes| bytes.is_none()) {
        writeln!(out, "You have no data of your own; the embedded snapshot is used.")?;
        return Ok(());
    }
    home.hold(&mut Shown::new())?.reset()?;
    writeln!(out, "{} is removed; the embedded snapshot is used again.", home.pack().display())?;
    Ok(())
}
