//! The comparison as the others see it.

use super::{CompareView, Item};
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{Screen, Step};
use crate::catalog::{Catalog, Figure, Metric, RoleId};
use crate::compare::provenance::Ask;
use crate::compare::side_by_side::Part;
use crate::screens::sharing::Sharing;

impl View for CompareView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        "compare".to_owned()
    }

    fn role(&self) -> Option<RoleId> {
        self.comparison.columns.get(self.column).map(|column| column.id)
    }

    fn figures(&self, _catalog: &Catalog<'static>) -> Vec<Ask> {
        match self.under() {
            Some(Item::Row { section, row }) => self.of_row(section, row).unwrap_or_default(),
            Some(Item::Verdict(place) | Item::VerdictSkills { verdict: place, .. }) => {
                self.of_verdict(place).unwrap_or_default()
            }
            _ => Vec::new(),
        }
    }

    /// Its columns are the pins.
    fn shows_pins(&self) -> bool {
        true
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        // Heads, the line of the cell and the frame leave the list fewer rows.
        let page = around.page().saturating_sub(6).max(1);
        self.cursor = step.from(self.cursor, self.items.len(), page);
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        if self.enter_unfolds() {
            return None;
        }
        match (self.target(), self.role()) {
            (Some(target), Some(role)) => Some(Screen::Sharing(Sharing::new(target, role, around.catalog()))),
            _ => self.opened(around.catalog()).map(Screen::Role),
        }
    }

    fn follow(&mut self, around: Around<'_>) -> bool {
        let roles = around.pins.roles();
        if !roles.is_empty() {
            self.show(around.catalog(), roles);
        }
        !roles.is_empty()
    }

    /// The same table of the roles that are still there; the pins themselves change in `App`.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        let roles: Vec<RoleId> = self.roles().into_iter().filter_map(|id| change.role(id)).collect();
        if roles.is_empty() {
            return Err("the comparison".to_owned());
        }
        let reference = self.reference().and_then(|id| change.role(id));
        let reference = roles.iter().position(|id| Some(*id) == reference).unwrap_or(0);
        let (column, all, by_gap) = (self.column.min(roles.len() - 1), self.all, self.by_gap);
        *self = Self { column, ..Self::new(around.catalog(), &roles, reference) };
        self.keeping(|view| (view.all, view.by_gap) = (all, by_gap));
        Ok(())
    }
}

/// Where the figures under the cursor come from.
impl CompareView {
    /// Of a row what it shows, and how that differs from the reference's.
    fn of_row(&self, section: usize, place: usize) -> Option<Vec<Ask>> {
        let section = self.section(section)?;
        let (row, id) = (section.rows.get(place)?, self.role()?);
        let figures = row.figures_of(self.column);
        let gap = row.cells.get(self.column).and_then(|cell| cell.gap.as_ref());
        let difference = match (figures, gap, self.reference()) {
            ([figure], Some(gap), Some(reference)) if reference != id && section.part != Part::TaskMix => {
                Some(Ask::Less(*figure, reference, id, Some(gap.text.clone())))
            }
            ([figure @ Figure::TaskMix { .. }], Some(_), Some(reference)) if reference != id => {
                Some(Ask::Of(reference, *figure))
            }
            _ => None,
        };
        Some(Ask::each(id, figures.iter().copied()).into_iter().chain(difference).collect())
    }

    /// Of a sentence at the top what it is made from.
    fn of_verdict(&self, place: usize) -> Option<Vec<Ask>> {
        let column = self.comparison.verdicts.get(place)?.column;
        let role = self.comparison.columns.get(column)?.id;
        Some(match self.reference() {
            Some(reference) if role != reference => {
                [Metric::Index, Metric::Pay, Metric::Change].map(|metric| Ask::Shift(metric, reference, role)).into()
            }
            _ => vec![Ask::Of(role, Figure::Index)],
        })
    }
}
