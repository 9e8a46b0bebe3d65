//! The match screen as the others see it.

use super::{Focus, MatchView, Room, TOO_LONG};
use crate::app::query_box::Edit;
use crate::app::reload::Change;
use crate::app::target::Target;
use crate::app::view::{Around, View};
use crate::app::{Screen, Step};
use crate::catalog::provenance::Origins;
use crate::catalog::{Catalog, Provenance, RoleId};
use crate::compare::provenance::Ask;
use crate::matching::{FORMULA, PROBABILITY, words};
use crate::screens::role::RoleView;
use crate::screens::sharing::Sharing;
use crate::search::Engine;

impl MatchView {
    fn room(&self, around: Around<'_>) -> Room {
        Room::around(self, around.columns, around.body)
    }

    /// Goes to another row of what has the keys.
    fn go(&mut self, step: Step, around: Around<'_>) {
        let room = self.room(around);
        let seen = |rows: u16| usize::from(rows).max(2);
        match self.focus {
            Focus::Typing => {
                let here = self.text.rows().row_of(self.text.cursor());
                match step {
                    Step::Top => self.text.go_to(0),
                    Step::Bottom => self.text.go_to(usize::MAX),
                    step => self.text.go_to_row(step.from(here, self.text.rows().len(), seen(room.text_rows) - 1)),
                }
            }
            Focus::Sentences => self.walk_on(step, seen(room.text_rows) / 2),
            Focus::Roles => {
                let cursor = step.from(self.cursor, self.matched.roles.len(), seen(room.roles) - 1);
                if cursor != self.cursor {
                    self.cursor = cursor;
                    self.row = [0; 6];
                    self.look_at_role(around.engine);
                }
                self.picked = self.near();
            }
            // A row takes two lines or more.
            Focus::Side => {
                let row = step.from(self.row(), self.rows.len(), seen(room.side) / 3);
                self.row.get_mut(self.side as usize).into_iter().for_each(|at| *at = row);
            }
        }
    }

    /// The rows of the text that should be in view.
    fn wanted(&self) -> Option<std::ops::Range<usize>> {
        let rows = self.text.rows();
        if self.focus == Focus::Typing {
            let row = rows.row_of(self.text.cursor());
            return Some(row..row + 1);
        }
        let range = &self.cut.sentences.get(self.looked_at()?)?.range;
        Some(rows.row_of(range.start)..rows.row_of(range.end) + 1)
    }
}

/// The first row in view, so that those that are wanted are seen: as little moves as may be.
pub fn scrolled(top: usize, wanted: Option<std::ops::Range<usize>>, rows: usize, seen: usize) -> usize {
    let most = rows.saturating_sub(seen);
    let Some(wanted) = wanted else { return top.min(most) };
    let top = top.min(most);
    if wanted.start < top || wanted.len() >= seen {
        wanted.start.min(most)
    } else if wanted.end > top + seen {
        wanted.end - seen
    } else {
        top
    }
}

impl View for MatchView {
    fn name(&self, _: &Catalog<'static>, _: Option<&Screen>) -> String {
        match &self.name {
            Some(name) => format!("match {name}"),
            None => "match a text".to_owned(),
        }
    }

    fn role(&self) -> Option<RoleId> {
        match self.selected().and_then(super::rows::Row::target) {
            Some(Target::Role(role)) => Some(role),
            _ => self.near(),
        }
    }

    fn figures(&self, _: &Catalog<'static>) -> Vec<Ask> {
        self.selected().map_or_else(Vec::new, super::rows::Row::asks)
    }

    /// The probability of the role, or the exposure of the text's mix: computed here.
    fn sum(&self, _: &Engine, origins: &Origins<'_>) -> Option<Provenance> {
        if !self.has_sum() {
            return None;
        }
        let of = self.near().and_then(|role| origins.catalog.role(role));
        let of = of.map_or_else(String::new, |role| format!("{} {}", role.code, role.title));
        if self.focus == Focus::Side {
            let profile = self.profile.as_ref()?;
            let [e0, e1, e2] = profile.mix.labels;
            return Some(Provenance {
                key: "mix_of_a_text".to_owned(),
                name: "exposure of the mix of the text".to_owned(),
                of: format!("the text, beside {of}"),
                shown: profile.mix.exposure_text(),
                cells: Vec::new(),
                computation: vec![
                    FORMULA.to_owned(),
                    format!("{} {e1} duties are E1, {e2} E2 and {e0} E0.", profile.coverage()),
                ],
                published_for: "computed from the text; nobody publishes it".to_owned(),
                is_exposure: true,
            });
        }
        let near = self.matched.roles.get(self.cursor)?;
        let read = words::count(self.summary.words.0, "word", "words");
        Some(Provenance {
            key: "probability".to_owned(),
            name: "probability of the role".to_owned(),
            of,
            shown: near.percent(),
            cells: Vec::new(),
            computation: vec![
                PROBABILITY.to_owned(),
                format!("{read} of work are read; what is left out counts nothing."),
            ],
            published_for: "computed from the text; nobody publishes it".to_owned(),
            is_exposure: false,
        })
    }

    fn has_sum(&self) -> bool {
        match self.focus {
            Focus::Side => self.selected().is_some_and(super::rows::Row::is_own_mix),
            _ => self.near().is_some() && self.prompt.is_none(),
        }
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.go(step, around);
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        if self.focus != Focus::Side {
            return Some(Screen::Role(RoleView::new(around.catalog(), self.near()?)));
        }
        let shared = self.selected()?.target()?;
        let from = self.near()?;
        Some(match shared {
            Target::Role(role) => Screen::Role(RoleView::new(around.catalog(), role)),
            Target::Task { role, .. } => Screen::Sharing(Sharing::new(shared, role, around.catalog())),
            shared => Screen::Sharing(Sharing::new(shared, from, around.catalog())),
        })
    }

    fn close(&mut self) -> bool {
        if self.prompt.take().is_some() {
            return true;
        }
        match self.focus {
            Focus::Typing if self.text.is_empty() => return false,
            Focus::Typing | Focus::Side => self.focus = Focus::Roles,
            Focus::Sentences => {
                self.end_walk();
                self.focus = Focus::Typing;
            }
            Focus::Roles => return false,
        }
        true
    }

    /// A text that is pasted goes into the text, whatever has the keys.
    fn insert(&mut self, text: &str, _: Around<'_>) -> bool {
        if let Some(prompt) = &mut self.prompt {
            prompt.path.insert(text);
            prompt.asked = None;
            return true;
        }
        self.focus = Focus::Typing;
        let is_whole = self.text.insert(text);
        self.remark = (!is_whole).then(|| TOO_LONG.to_owned());
        self.is_changed();
        true
    }

    fn edit(&mut self, edit: Edit, _: Around<'_>) -> bool {
        if let Some(prompt) = &mut self.prompt {
            prompt.path.edit(edit);
            prompt.asked = None;
            return true;
        }
        let is_typed = self.focus == Focus::Typing;
        if is_typed && self.text.edit(edit) {
            self.is_changed();
        }
        is_typed
    }

    fn goes_on(&self) -> bool {
        !self.is_done()
    }

    fn go_on(&mut self, around: Around<'_>) {
        self.read_on(around.engine);
    }

    /// The text is laid out for the terminal as it is, and what has the keys is in view.
    fn follow(&mut self, around: Around<'_>) -> bool {
        let room = self.room(around);
        if room.text > 0 {
            self.text.lay_out(room.cells());
            let seen = usize::from(room.text_rows).max(1);
            self.top = scrolled(self.top, self.wanted(), self.text.rows().len(), seen);
        }
        true
    }

    fn reload(&mut self, change: Change, _: Around<'_>) -> Result<(), String> {
        self.renew(change);
        Ok(())
    }
}
