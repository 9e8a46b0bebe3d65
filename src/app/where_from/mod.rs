//! Where the figures under the cursor come from: a panel over the screen in front.

#[cfg(test)]
mod tests;

use super::{App, Step};
use crate::catalog::Provenance;
use crate::catalog::provenance::{Field, Origins};
use crate::compare::provenance::answers;

#[derive(Clone, Debug, PartialEq)]
pub struct WhereView {
    /// The figures in their order.
    pub figures: Vec<Provenance>,
    /// What is listed, from the top.
    pub items: Vec<Item>,
    pub cursor: usize,
}

/// A line of the panel, which may take several rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A figure, by its place.
    Figure(usize),
    /// A line about it.
    Field(Field),
}

/// Whether a figure is under the cursor.
pub fn is_traceable(app: &App) -> bool {
    app.front().has_sum() || !app.front().figures(app.catalog()).is_empty()
}

impl WhereView {
    /// The panel about the figures under the cursor; none where no figure is there.
    pub fn of(app: &App) -> Option<Self> {
        let origins = Origins { catalog: app.catalog(), record: app.data.own.as_ref().map(|own| &own.record) };
        let mut figures = answers(&origins, &app.front().figures(app.catalog()));
        figures.extend(app.front().sum(&app.engine, &origins));
        Self::about(figures)
    }

    /// The panel about some figures; none without any.
    pub fn about(figures: Vec<Provenance>) -> Option<Self> {
        let mut items = Vec::new();
        for (place, figure) in figures.iter().enumerate() {
            items.push(Item::Figure(place));
            // Whose figure it is and how its row was found need not be read again; where it stands is always said.
            let above = place.checked_sub(1).and_then(|at| figures.get(at)).map(Provenance::fields).unwrap_or_default();
            let said = |field: &Field| matches!(field.label, "of" | "found by" | "licence") && above.contains(field);
            items.extend(figure.fields().into_iter().filter(|field| !said(field)).map(Item::Field));
        }
        (!figures.is_empty()).then_some(Self { figures, items, cursor: 0 })
    }

    /// Moves the cursor; `page` rows are in view.
    pub fn step(&mut self, step: Step, page: usize) {
        // An item takes a row or two.
        self.cursor = step.from(self.cursor, self.items.len(), (page / 2).max(1));
    }

    /// To the next figure, after the last to the first; or the other way.
    pub fn turn(&mut self, forward: bool) {
        let is_start = |place: &usize| matches!(self.items.get(*place), Some(Item::Figure(_)));
        let len = self.items.len();
        let found = if forward {
            (self.cursor + 1..len).chain(0..1).find(is_start)
        } else {
            (0..self.cursor).rev().chain((0..len).rev()).find(is_start)
        };
        self.cursor = found.unwrap_or(0);
    }

    /// Which figure the cursor is at.
    pub fn at(&self) -> usize {
        let before = self.items.iter().take(self.cursor + 1);
        before.filter(|item| matches!(item, Item::Figure(_))).count().saturating_sub(1)
    }

    /// Whether the frame sentence must stand beside it.
    pub fn is_exposure(&self) -> bool {
        self.figures.iter().any(|figure| figure.is_exposure)
    }

    pub fn text(&self) -> String {
        let texts: Vec<String> = self.figures.iter().map(Provenance::text).collect();
        texts.join("\n")
    }
}
