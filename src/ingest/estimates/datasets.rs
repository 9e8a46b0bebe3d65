//! The three datasets. Each may come in several files: BLS's zip of areas has one of cities and one of the country around
//! them, that of industries one of each level.

use super::shape::{self, Kind};
use super::{Found, add, industries, places, states};
use crate::catalog::provenance::File;
use crate::catalog::{SourceId, provenance::names};
use crate::ingest::published::{Address, BLS, CommandOption, Dataset, PUBLIC_DOMAIN, Published};
use crate::ingest::read::Read;
use crate::ingest::sheet::{self, Form};
use crate::ingest::tables::{IndustryRow, PlaceRow};
use crate::ingest::{BadInput, Intake, SourceFile, Tables, oews};

const FOLDER: &str = "https://www.bls.gov/oes/special-requests";
const ADDRESS: &str = "https://www.bls.gov/oes/tables.htm";
const RELEASE: &str = "May 2025";
const DATE: &str = "2026-05-15";

pub static STATES: Dataset = Dataset {
    id: SourceId::OewsStates,
    name: "BLS Occupational Employment and Wage Statistics (OEWS) by state",
    release: RELEASE,
    date: DATE,
    publisher: BLS,
    address: ADDRESS,
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics by state.",
    option: Some(CommandOption::new(
        "oews-states",
        "OEWS wages by state",
        "OEWS wages by state: the workbook or its zip",
    )),
    files: &[Published {
        dataset: SourceId::OewsStates,
        what: "OEWS wages by state",
        name: File::OewsStates.name(),
        others: &["state_M*.xlsx"],
        recognise: |file| shape::is_of(file, Kind::States),
        read: |file, found| {
            let (read, intake) = places(file, Kind::States)?;
            keep_places(read, intake, file, found, SourceId::OewsStates)
        },
        download: Some(Address { folder: FOLDER, file: "oesm{year}st.zip", size: 7_600_000, sha256: None }),
    }],
    is_in_parts: true,
    place: |tables, found| {
        tables.pay_states = std::mem::take(&mut found.tables.pay_states);
        keep_names(tables, found, |area| area < 100);
    },
    ..Dataset::PLAIN
};

pub static AREAS: Dataset = Dataset {
    id: SourceId::OewsAreas,
    name: "BLS Occupational Employment and Wage Statistics (OEWS) by area",
    release: RELEASE,
    date: DATE,
    publisher: BLS,
    address: ADDRESS,
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics by metropolitan \
        and nonmetropolitan area.",
    option: Some(CommandOption::new(
        "oews-areas",
        "OEWS wages by area",
        "OEWS wages by area: the workbooks or their zip",
    )),
    files: &[Published {
        dataset: SourceId::OewsAreas,
        what: "OEWS wages by area",
        name: File::OewsAreas.name(),
        others: &["MSA_M*.xlsx", "BOS_M*.xlsx", "oews_m*_metro_nonmetro.csv"],
        recognise: |file| shape::is_of(file, Kind::Areas),
        read: |file, found| {
            let (read, intake) = places(file, Kind::Areas)?;
            keep_places(read, intake, file, found, SourceId::OewsAreas)
        },
        download: Some(Address { folder: FOLDER, file: "oesm{year}ma.zip", size: 41_000_000, sha256: None }),
    }],
    is_in_parts: true,
    place: |tables, found| {
        tables.pay_areas = std::mem::take(&mut found.tables.pay_areas);
        keep_names(tables, found, |area| area >= 100);
    },
    ..Dataset::PLAIN
};

pub static INDUSTRIES: Dataset = Dataset {
    id: SourceId::OewsIndustries,
    name: "BLS Occupational Employment and Wage Statistics (OEWS) by industry",
    release: RELEASE,
    date: DATE,
    publisher: BLS,
    address: ADDRESS,
    licence: PUBLIC_DOMAIN,
    attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics by industry.",
    option: Some(CommandOption::new(
        "oews-industries",
        "OEWS wages by industry",
        "OEWS wages by industry: the workbooks or their zip",
    )),
    files: &[Published {
        dataset: SourceId::OewsIndustries,
        what: "OEWS wages by industry",
        name: File::OewsIndustries.name(),
        others: &["natsector_M*.xlsx", "nat3d_M*.xlsx", "nat4d_M*.xlsx", "nat5d_6d_M*.xlsx", "nat_owner_M*.xlsx"],
        recognise: |file| shape::is_of(file, Kind::Industries),
        read: |file, found| keep_industries(file, found),
        download: Some(Address { folder: FOLDER, file: "oesm{year}in4.zip", size: 34_000_000, sha256: None }),
    }],
    is_in_parts: true,
    place: |tables, found| {
        tables.pay_industries = std::mem::take(&mut found.tables.pay_industries);
        tables.industries = std::mem::take(&mut found.tables.industries);
    },
    ..Dataset::PLAIN
};

fn keep_places(
    read: Found<u32>,
    mut intake: Intake,
    file: &SourceFile,
    found: &mut Read,
    id: SourceId,
) -> Result<Intake, BadInput> {
    note_release(file, found, id)?;
    let tables = &mut found.tables;
    let rows = if id == SourceId::OewsStates { &mut tables.pay_states } else { &mut tables.pay_areas };
    add(rows, read.rows, file, &mut intake)?;
    for (area, (name, _)) in read.names {
        if tables.places.iter().all(|place| place.area != area) {
            tables.places.push(PlaceRow { area, name, letters: states::letters(area).map(str::to_owned) });
        }
    }
    Ok(intake)
}

fn keep_industries(file: &SourceFile, found: &mut Read) -> Result<Intake, BadInput> {
    let (read, mut intake) = industries(file)?;
    note_release(file, found, SourceId::OewsIndustries)?;
    let tables = &mut found.tables;
    add(&mut tables.pay_industries, read.rows, file, &mut intake)?;
    for (naics, (title, level)) in read.names {
        if tables.industries.iter().all(|industry| industry.naics != naics) {
            tables.industries.push(IndustryRow { naics, title, level });
        }
    }
    tables.industries.sort_by(|a, b| a.naics.cmp(&b.naics));
    Ok(intake)
}

/// Puts the names of the places that were read in the place of those of the same kind.
fn keep_names(tables: &mut Tables, found: &Read, is_of_kind: impl Fn(u32) -> bool) {
    tables.places.retain(|place| !is_of_kind(place.area));
    tables.places.extend(found.tables.places.iter().filter(|place| is_of_kind(place.area)).cloned());
    tables.places.sort_by_key(|place| place.area);
}

/// Notes the release that a file is of; all files of a dataset are of one.
fn note_release(file: &SourceFile, found: &mut Read, id: SourceId) -> Result<(), BadInput> {
    let Some(release) = release(file)? else { return Ok(()) };
    match found.releases.iter().find(|(known, _)| *known == id) {
        Some((_, known)) if *known != release => {
            let problem = format!("this is of {release}, and another of the files is of {known}");
            Err(BadInput::file(&file.path, problem).next("import the files of one release"))
        }
        Some(_) => Ok(()),
        None => {
            found.releases.push((id, release));
            Ok(())
        }
    }
}

/// The release: as the workbook's descriptions say, else as the name of the file does (`state_M2025_dl.xlsx`).
fn release(file: &SourceFile) -> Result<Option<String>, BadInput> {
    if file.bytes.starts_with(b"PK") && sheet::has_columns(file, Form::Named(names::oews::DESCRIPTIONS), &[]) {
        return oews::release_of(file).map(Some);
    }
    let name = file.name().to_lowercase();
    let year = |part: &str| part.strip_prefix('m').filter(|year| year.len() == 4)?.parse::<u16>().ok();
    Ok(name.split(['_', '.']).find_map(year).map(|year| format!("May {year}")))
}
