//! What the keys of the data screen do, and what it is told in answer.

use super::{Action, DataView, Pane};
use crate::app::data::{Completion, Listing};
use crate::app::job::{Job, Running};
use crate::app::query_box::Edit;
use crate::app::{App, Effect, Screen, View};
use crate::catalog::SourceId;

fn open(app: &mut App) {
    let view = DataView::new(app.around());
    app.data.is_news = false;
    app.push(Screen::Data(view));
}

/// Does what a key of this screen does.
pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => open(app),
        Action::Listed(listing) => listed(app, listing),
        Action::Completed(completion) => completed(app, completion),
        Action::Import => {
            if let Some((view, around)) = app.front_as_mut::<DataView>() {
                view.ask_for_path(around.data);
            }
        }
        Action::StartImport => return start_import(app),
        Action::Complete => {
            if let Some(Pane::Import(prompt)) = app.front_as::<DataView>().map(|view| &view.pane) {
                return vec![Effect::Complete(prompt.path.text().to_owned())];
            }
        }
        Action::TurnKeep => {
            let has_own = app.data.own.is_some();
            if let Some(Pane::Import(prompt)) = front_mut(app).map(|view| &mut view.pane) {
                prompt.keep = has_own && !prompt.keep;
            }
        }
        Action::Choose => choose(app),
        Action::Fetch => {
            if let Some(view) = app.front_as::<DataView>() {
                return vec![Effect::List(view.chosen.clone())];
            }
        }
        Action::Reset => {
            if let Some(view) = front_mut(app) {
                view.show(Pane::Reset);
            }
        }
        Action::Yes => return yes(app),
        Action::No => _ = front_mut(app).is_some_and(View::close),
        Action::Cancel => {
            if let Some(running) = &mut app.data.running {
                running.is_cancelled = true;
                return vec![Effect::Cancel];
            }
        }
        Action::Job => {
            if let Some(view) = front_mut(app) {
                view.show(Pane::Job);
            }
        }
    }
    Vec::new()
}

fn front_mut(app: &mut App) -> Option<&mut DataView> {
    app.front_as_mut().map(|(view, _)| view)
}

fn start_import(app: &mut App) -> Vec<Effect> {
    let Some(Pane::Import(prompt)) = app.front_as::<DataView>().map(|view| &view.pane) else { return Vec::new() };
    if prompt.path.is_blank() {
        app.notice = Some("Type the folder, zip or file first".to_owned());
        return Vec::new();
    }
    let (path, keep) = (prompt.path.text().trim().to_owned(), prompt.keep);
    app.data.path = Some(path.clone());
    start(app, Job::Import { path, keep }, 0)
}

fn yes(app: &mut App) -> Vec<Effect> {
    match app.front_as::<DataView>().map(|view| &view.pane) {
        Some(Pane::Fetch(listing)) if listing.problem.is_none() => {
            let (datasets, files) = (listing.datasets.clone(), listing.files.len());
            start(app, Job::Fetch { datasets }, files)
        }
        Some(Pane::Reset) => start(app, Job::Reset, 0),
        _ => Vec::new(),
    }
}

/// One job at a time.
fn start(app: &mut App, job: Job, files: usize) -> Vec<Effect> {
    if app.data.running.is_some() {
        app.notice = Some("Another import or download is running; press x to cancel it".to_owned());
        return Vec::new();
    }
    app.data.running = Some(Running::new(job.clone(), files));
    if let Some(view) = front_mut(app) {
        view.show(Pane::Job);
    }
    vec![Effect::Start(job)]
}

fn choose(app: &mut App) {
    let id = app.front_as::<DataView>().and_then(|view| view.source(app.around())).map(|source| source.id);
    let Some(id) = id.filter(|id| !id.is_embedded()) else {
        app.notice = Some(match id {
            Some(id) if id != SourceId::Wording => "It comes with rolescope: nothing of it is downloaded".to_owned(),
            _ => "The wording is rolescope's own: there is nothing to download".to_owned(),
        });
        return;
    };
    if let Some(view) = front_mut(app) {
        let together = together(id);
        if view.chosen.contains(&id) {
            view.chosen.retain(|chosen| !together.contains(chosen));
        } else {
            view.chosen.extend(together);
        }
    }
}

/// The datasets that are downloaded as one: all of O*NET is one archive.
fn together(id: SourceId) -> Vec<SourceId> {
    const ONET: [SourceId; 6] = [
        SourceId::Onet,
        SourceId::OnetKnowledge,
        SourceId::OnetAbilities,
        SourceId::OnetActivities,
        SourceId::OnetTaskRatings,
        SourceId::OnetTools,
    ];
    if ONET.contains(&id) { ONET.to_vec() } else { vec![id] }
}

/// Takes the list of what can be downloaded, and asks.
fn listed(app: &mut App, listing: Listing) {
    if let Some(view) = front_mut(app) {
        view.show(Pane::Fetch(listing));
    }
}

/// Takes what a path may be completed to, unless another one is typed by now.
fn completed(app: &mut App, completion: Completion) {
    let Some(Pane::Import(prompt)) = front_mut(app).map(|view| &mut view.pane) else { return };
    if prompt.path.text() != completion.typed {
        return;
    }
    if completion.path != completion.typed {
        prompt.path.clear();
        prompt.path.insert(&completion.path);
    }
    // Typing goes on after the completion, even where the old path was still selected.
    prompt.path.edit(Edit::End);
    let is_at_end = completion.offers.is_empty() && completion.path == completion.typed;
    prompt.offers = completion.offers;
    if is_at_end {
        app.notice = Some("No matching file or folder".to_owned());
    }
}
