//! The treemap as the others see it.

use super::{Room, TreemapView};
use crate::app::query_box::Edit;
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{Screen, Step};
use crate::catalog::{Catalog, Figure, Metric, RoleId};
use crate::compare::provenance::Ask;
use crate::compare::ranking::is_shared;
use crate::compare::treemap::{Shades, Treemap};
use crate::compare::workforce::Workforce;
use crate::screens::role::RoleView;

impl View for TreemapView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        self.group.map_or_else(|| "treemap".to_owned(), |digits| format!("treemap {digits:02}"))
    }

    fn role(&self) -> Option<RoleId> {
        self.role
    }

    /// The figure of the tile, and its size.
    fn figures(&self, catalog: &Catalog<'static>) -> Vec<Ask> {
        let Some(role) = self.role else { return Vec::new() };
        let counted = Metric::counted(catalog);
        let mut figures = vec![self.shades.metric, counted];
        figures.dedup();
        let mut asked = Ask::each(role, figures.into_iter().map(Figure::from));
        if is_shared(catalog, role, counted) {
            asked.push(Ask::Workers(role));
        }
        asked
    }

    fn query(&self) -> Option<&str> {
        Some(self.filter.text())
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        self.go(step, Room::around(around).grid);
    }

    /// Into the group of the tile; then the role opens, and at once where it has no tile.
    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        let (role, catalog) = (self.role?, around.catalog());
        if self.group.is_none() && self.map.find(role).is_some() {
            self.show(catalog.group_of(role));
            return None;
        }
        Some(Screen::Role(RoleView::new(catalog, role)))
    }

    /// Out of the group.
    fn close(&mut self) -> bool {
        self.group.take().is_some()
    }

    /// What is counted follows what is shown.
    fn follow(&mut self, around: Around<'_>) -> bool {
        self.sum(around.catalog());
        true
    }

    fn insert(&mut self, text: &str, around: Around<'_>) -> bool {
        self.type_into_filter(around.engine, |filter| filter.insert(text))
    }

    fn edit(&mut self, edit: Edit, around: Around<'_>) -> bool {
        self.type_into_filter(around.engine, |filter| filter.edit(edit))
    }

    /// The same treemap, of other workers, the cursor on the same role.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let catalog = around.catalog();
        self.workforce = Workforce::of(catalog);
        self.map = Treemap::of(catalog, &self.workforce);
        // A headcount goes with its staff.
        let known = |metric: Metric| if metric == Metric::Headcount { Metric::counted(catalog) } else { metric };
        self.last = self.last.map(known);
        self.shades = Shades::of(catalog, &self.map, known(self.shades.metric));
        self.role = self.role.and_then(|id| change.role(id));
        self.group = self.group.filter(|digits| self.map.groups.iter().any(|group| group.digits == *digits));
        self.select(around.engine);
        self.seat();
        Ok(())
    }
}
