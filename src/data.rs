//! The commands of `rolescope data`.

use std::io::{self, Write};
use std::path::Path;

use crate::catalog::integrity;
use crate::catalog::own::split;
use crate::catalog::pack::Pack;
use crate::cli::Data;
use crate::cli_data::{Diff, Fetch, Import};
use crate::cli_place::Seen;
use crate::compare::releases::differences;
use crate::ingest::fetch::{self, Download};
use crate::ingest::own::Home;
use crate::ingest::{BadInput, Request, build, build_tables};
use crate::jobs::own;
use crate::jobs::words::{self, Words};
use crate::open_data::{self, OpenData};
use crate::progress::Shown;
use crate::report::status::OwnPack;
use crate::report::{self, Format};
use crate::snapshot;

/// What can go wrong.
pub type Failure = Box<dyn std::error::Error>;

/// Carries a command out.
///
/// # Errors
/// Input that does not fit, data that cannot be written, the writer's own.
pub fn run(out: &mut dyn Write, data: Data) -> Result<(), Failure> {
    match data {
        Data::BuildTables { from, wording, to } => {
            for file in build_tables::run(&from, &wording, &to)? {
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
            report::status::write(out, loaded.catalog(), own, format)?;
        }
        Data::Import(import) => self::import(out, &import)?,
        Data::Fetch(fetch) => self::fetch(out, &fetch)?,
        Data::Verify => verify(out)?,
        Data::Diff(Diff { format }) => diff(out, &open()?, format)?,
        Data::Reset => reset(out)?,
    }
    Ok(())
}

/// Opens the data, seen from a place and of the releases that were asked for.
///
/// # Errors
/// When they cannot be opened; when there is no such place, or no newer release.
pub fn open_through(seen: &Seen) -> Result<OpenData, Failure> {
    let mut loaded = open()?;
    loaded.engine.look(seen.lens(loaded.catalog())?);
    Ok(loaded)
}

/// Opens the data; why the user's own are not used goes to standard error.
///
/// # Errors
/// When even the embedded data cannot be opened.
pub fn open() -> Result<OpenData, Failure> {
    let loaded = open_data::open()?;
    if let Some(notice) = &loaded.notice {
        // Where standard error is closed nobody reads it.
        let _ = writeln!(io::stderr(), "rolescope: {notice}");
    }
    Ok(loaded)
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
    let home = own::home()?;
    let imports = own::import(&home, request, keep, &mut Shown::new())?;
    let told = words::of_import(&home, &imports);
    let gap = Words::Line(String::new());
    let lost = told.lost.map(|lost| Words::Prose(format!("{lost} With --keep they would have stayed.")));
    for words in told.files.into_iter().chain(told.remarks).chain([gap]).chain(told.summary).chain(lost) {
        match words {
            Words::Line(line) => writeln!(out, "{line}")?,
            Words::Prose(text) => report::text::wrapped(out, &text, "", "    ")?,
        }
    }
    Ok(())
}

fn fetch(out: &mut dyn Write, fetch: &Fetch) -> Result<(), Failure> {
    let mirror = fetch.mirror.clone().or_else(own::mirror);
    let downloads = fetch::downloads(&fetch.datasets, &fetch.onet_release, fetch.oews_year, mirror.as_deref());
    let folder = match &fetch.to {
        Some(folder) => folder.clone(),
        None => own::home()?.downloads(),
    };
    if fetch.dry_run {
        return Ok(list(out, &downloads, &folder)?);
    }
    let fetched = own::fetch(&downloads, &folder, &mut Shown::new())?;
    for line in &fetched.lines {
        writeln!(out, "{line}")?;
    }
    if fetch.import && fetched.failed.is_empty() {
        return import_into(out, &Request { any: Some(folder), ..Request::default() }, false);
    }
    if fetched.failed.is_empty() {
        writeln!(out, "\nTo import them: rolescope data import {}", folder.display())?;
        return Ok(());
    }
    out.flush()?;
    let errors = fetched.failed.join("\n");
    Err(format!("{} of {} files did not come\n{errors}", fetched.failed.len(), downloads.len()).into())
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
    let bytes = crate::catalog::grouped(downloads.iter().map(|download| download.size).sum());
    writeln!(out, "\n{} files, about {bytes} bytes. Without --dry-run they are downloaded.", downloads.len())
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
    let (_, pack) = split(&bytes).map_err(|e| again(&e))?;
    let pack = Pack::open_checked(pack).map_err(|e| again(&e))?;
    sound_or(&path, &pack)?;
    writeln!(out, "{} is sound: {SOUND}.\n", path.display())?;
    let found = differences(&embedded.catalog, &pack.catalog);
    report::data_diff::write(out, &found, &pack.catalog, Format::Text)?;
    Ok(())
}

const SOUND: &str = "checksums, order, references, ranges, percentiles computed anew, and the search index";

/// Refuses a pack that does not hold together.
fn sound_or(path: &Path, pack: &Pack<'_>) -> Result<(), BadInput> {
    let mut problems = integrity::problems(&pack.catalog);
    if build::index_of(&pack.catalog)? != pack.index {
        problems.push("the search index is another when made anew".to_owned());
    }
    if problems.is_empty() {
        return Ok(());
    }
    Err(BadInput::file(path, format!("{} things do not hold together:\n  {}", problems.len(), problems.join("\n  ")))
        .next("import your files again (rolescope data import), or go back to the snapshot (rolescope data reset)"))
}

fn diff(out: &mut dyn Write, loaded: &OpenData, format: Format) -> Result<(), Failure> {
    let embedded = snapshot::pack()?.catalog;
    report::data_diff::write(out, &differences(&embedded, loaded.catalog()), loaded.catalog(), format)?;
    Ok(())
}

fn reset(out: &mut dyn Write) -> Result<(), Failure> {
    let home = own::home()?;
    if own::reset(&home, &mut Shown::new())? {
        writeln!(out, "{} is removed; the embedded snapshot is used again.", home.pack().display())?;
    } else {
        writeln!(out, "You have no data of your own; the embedded snapshot is used.")?;
    }
    Ok(())
}
