//! When the keys of the query language work; otherwise why not.

use crate::app::App;

pub fn can_complete(app: &App) -> Result<(), &'static str> {
    if app.search.completing.can_go_on() { Ok(()) } else { Err("Nothing to complete here") }
}

pub fn nothing_to_complete(app: &App) -> Result<(), &'static str> {
    if app.search.completing.can_go_on() { Err("Shift-Tab goes to the list") } else { Ok(()) }
}

pub fn has_filter(app: &App) -> Result<(), &'static str> {
    if app.search.parsed.terms.is_empty() { Err("There is no filter in the query") } else { Ok(()) }
}

pub fn has_correction(app: &App) -> Result<(), &'static str> {
    let corrected = app.search.results.as_ref().is_some_and(|results| !results.corrections.is_empty());
    if corrected { Ok(()) } else { Err("No word was taken for another") }
}

pub fn has_evidence(app: &App) -> Result<(), &'static str> {
    let several = app.search.hit().is_some_and(|hit| hit.evidence.len() > 1);
    if several { Ok(()) } else { Err("There is no further evidence") }
}
