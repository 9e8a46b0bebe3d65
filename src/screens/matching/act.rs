//! What the keys of the match screen do, and what it is told in answer.

use super::example::EXAMPLE;
use super::side::Side;
use super::{Action, Focus, MatchView, Prompt, Purpose, TOO_LONG};
use crate::app::data::{Completion, OpenedText};
use crate::app::query_box::{Edit, QueryBox};
use crate::app::reload::Change;
use crate::app::view::Around;
use crate::app::{App, Effect, Screen, turned};

pub fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Open => open(app),
        Action::Go => return go(app),
        Action::Complete => {
            let prompt = app.front_as::<MatchView>().and_then(|view| view.prompt.as_ref());
            return prompt.map(|prompt| Effect::Complete(prompt.path.text().to_owned())).into_iter().collect();
        }
        Action::Opened(read) => opened(app, read),
        Action::Saved(words) => {
            app.notice = Some(words);
            if let Some((view, _)) = app.front_as_mut::<MatchView>() {
                view.prompt = None;
            }
        }
        Action::IsThere(path) => {
            app.notice = Some(format!("{path} is there already: Enter again replaces it, Esc does not"));
            if let Some(prompt) = app.front_as_mut::<MatchView>().and_then(|(view, _)| view.prompt.as_mut()) {
                prompt.asked = Some(prompt.path.text().to_owned());
            }
        }
        Action::Completed(completion) => completed(app, completion),
        action => {
            if let Some((view, around)) = app.front_as_mut::<MatchView>() {
                view.act(&action, around);
            }
        }
    }
    Vec::new()
}

/// Shows the text where one was with it.
fn open(app: &mut App) {
    if let Some(place) = app.trail.iter().position(|screen| matches!(screen, Screen::Matching(_))) {
        (app.help, app.where_from) = (None, None);
        app.pins.keep();
        return app.leave_to(place + 1);
    }
    let catalog = app.catalog();
    let mut view = app.matching.take().map_or_else(|| MatchView::new(catalog), |view| *view);
    // The data may have changed while it was put away.
    if !std::ptr::eq(view.catalog, catalog) {
        view.renew(Change { from: view.catalog, to: catalog });
    }
    app.push(Screen::Matching(view));
}

/// The screen, wherever it is: a file may have been read after it was left.
fn anywhere(app: &mut App) -> Option<&mut MatchView> {
    let App { trail, matching, .. } = app;
    let open = trail.iter_mut().find_map(|screen| if let Screen::Matching(view) = screen { Some(view) } else { None });
    open.or(matching.as_deref_mut())
}

/// Takes the text of a file in the place of the one that is there.
fn opened(app: &mut App, read: Result<OpenedText, String>) {
    let Some(view) = anywhere(app) else { return };
    view.opening = None;
    match read {
        Ok(opened) => {
            view.prompt = None;
            view.text.select_all();
            let is_whole = view.text.insert(&opened.text);
            view.text.go_to(0);
            view.remark = opened.remark.or_else(|| (!is_whole).then(|| TOO_LONG.to_owned()));
            (view.name, view.focus, view.picked, view.cursor) = (Some(opened.name), Focus::Roles, None, 0);
            view.is_changed();
        }
        Err(problem) => app.notice = Some(problem),
    }
}

/// Opens or saves at the path that is typed.
fn go(app: &mut App) -> Vec<Effect> {
    let Some((view, _)) = app.front_as_mut::<MatchView>() else { return Vec::new() };
    let Some(prompt) = &view.prompt else { return Vec::new() };
    let path = prompt.path.text().trim().to_owned();
    if path.is_empty() {
        app.notice = Some("Type the path of a file first".to_owned());
        return Vec::new();
    }
    match prompt.purpose {
        Purpose::Open => {
            view.opening = Some(path.clone());
            vec![Effect::OpenText(path)]
        }
        Purpose::Save if !view.is_done() => {
            app.notice = Some("The text is still being read: Enter again saves it then".to_owned());
            Vec::new()
        }
        Purpose::Save => {
            let over = prompt.asked.as_deref() == Some(prompt.path.text());
            vec![Effect::SaveText { path, over }]
        }
    }
}

/// Takes what a path may be completed to, unless another one is typed by now.
fn completed(app: &mut App, completion: Completion) {
    let Some((view, _)) = app.front_as_mut::<MatchView>() else { return };
    let Some(prompt) = view.prompt.as_mut().filter(|prompt| prompt.path.text() == completion.typed) else { return };
    if completion.path != completion.typed {
        prompt.path.clear();
        prompt.path.insert(&completion.path);
        prompt.asked = None;
    }
    prompt.path.edit(Edit::End);
    let is_at_end = completion.offers.is_empty() && completion.path == completion.typed;
    prompt.offers = completion.offers;
    if is_at_end {
        app.notice = Some("No matching file or folder".to_owned());
    }
}

impl MatchView {
    fn act(&mut self, action: &Action, around: Around<'_>) {
        match *action {
            Action::Focus(focus) => self.focus_on(focus),
            Action::Break => self.type_text("\n"),
            Action::SelectAll => self.text.select_all(),
            Action::Clear => {
                self.text.clear();
                (self.name, self.remark) = (None, None);
                self.is_changed();
            }
            Action::Example => {
                self.type_text(EXAMPLE);
                self.text.go_to(0);
            }
            Action::Turn => self.turn_sentence(),
            Action::Undo => self.undo_choice(),
            Action::Forget => self.forget_choices(),
            Action::OnlyLeftOut => self.show_left_out(),
            Action::NextSide => self.turn_side(true, around),
            Action::PreviousSide => self.turn_side(false, around),
            Action::Side(number) => {
                let sides = Side::of(self.cut.form);
                if let Some(side) = usize::from(number).checked_sub(1).and_then(|place| sides.get(place)) {
                    self.side = *side;
                    self.fill_side(around.engine);
                }
            }
            Action::Ask(purpose) => {
                let mut path = QueryBox::for_a_path();
                if purpose == Purpose::Save {
                    path.insert(&self.paper());
                    path.select_all();
                }
                path.set_focused(true);
                self.prompt = Some(Prompt { purpose, path, offers: Vec::new(), asked: None });
            }
            _ => {}
        }
    }

    /// What a file may be called that says what the text says: `notice.match.md`.
    fn paper(&self) -> String {
        let stem = self.name.as_deref().map(|name| name.rsplit_once('.').map_or(name, |(stem, _)| stem));
        stem.map_or_else(|| "match.md".to_owned(), |stem| format!("{stem}.match.md"))
    }

    fn type_text(&mut self, text: &str) {
        self.text.insert(text);
        self.is_changed();
    }

    /// Gives the keys to something else.
    fn focus_on(&mut self, focus: Focus) {
        match (self.focus, focus) {
            (Focus::Sentences, _) => self.end_walk(),
            (_, Focus::Sentences) => self.start_walk(),
            _ => {}
        }
        self.focus = focus;
    }

    /// Shows only what is left out, from the next such sentence on, or everything.
    fn show_left_out(&mut self) {
        self.only_left_out = !self.only_left_out;
        let is_left_out = |at: &usize| self.cut.sentences.get(*at).is_some_and(|sentence| !sentence.counts);
        if self.only_left_out {
            let all = self.cut.sentences.len();
            let next = (self.sentence..all).find(is_left_out).or_else(|| (0..self.sentence).rev().find(is_left_out));
            self.sentence = next.unwrap_or(self.sentence);
        }
    }

    fn turn_side(&mut self, forward: bool, around: Around<'_>) {
        let sides = Side::of(self.cut.form);
        let here = sides.iter().position(|side| *side == self.side).unwrap_or(0);
        self.side = sides.get(turned(here, sides.len(), forward)).copied().unwrap_or(Side::Why);
        self.fill_side(around.engine);
    }
}
