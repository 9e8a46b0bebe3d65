//! Queries and titles that are codes: what `catalog::codes` reads in them, as hits and as a coding.

use super::{Candidate, Coding, Engine, Evidence, Found, Hit, Note};
use crate::catalog::codes::{self, Reading};
use crate::catalog::{RoleId, SocCode};

/// The score of what a code says.
const SCORE: f32 = 3.0;

/// The codes of a query as typed so far: its last code may be the beginning of one.
pub fn typed(engine: &Engine, query: &str) -> Option<Reading> {
    let begun = || {
        let named = codes::beginning(query, engine.catalog)?;
        Some(Reading { named: vec![named], ..Reading::default() })
    };
    codes::read(query, engine.catalog).or_else(begun)
}

const fn evidence() -> Evidence {
    Evidence { found: Found::Code, marked: Vec::new() }
}

/// The roles of the codes, in their order.
pub fn hits(reading: &Reading) -> Vec<Hit> {
    reading.roles().into_iter().map(|role| Hit { role, score: SCORE, evidence: vec![evidence()] }).collect()
}

/// What a title is coded as that is a code; `None` where it is none.
pub fn coding(engine: &Engine, title: &str, top: usize) -> Option<Coding> {
    let reading = codes::read(title, engine.catalog)?;
    let roles = reading.roles();
    // Which of several SOC codes is the right one is not said.
    let mut socs: Vec<SocCode> = roles.iter().filter_map(|id| Some(engine.catalog.role(*id)?.code.soc())).collect();
    socs.sort_unstable();
    socs.dedup();
    let confidence = 1.0 / f32::from(u16::try_from(socs.len().max(1)).unwrap_or(u16::MAX));
    let candidate = |role: RoleId| Candidate { role, score: SCORE, confidence, matched: evidence() };
    let candidates = roles.into_iter().take(top).map(candidate).collect();
    let foreign = reading.named.iter().map(|named| named.scheme).find(|scheme| scheme.way().is_some());
    let note = match reading.dated {
        Some(dated) => Some(Note::Date(dated)),
        None if reading.named.is_empty() => Some(Note::UnknownCode),
        None => foreign.map(Note::Code),
    };
    Some(Coding { candidates, note })
}
