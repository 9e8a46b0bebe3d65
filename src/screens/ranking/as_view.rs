//! The ranking as the others see it.

use super::{Face, RankingView, choice};
use crate::app::query_box::Edit;
use crate::app::reload::Change;
use crate::app::view::{Around, View};
use crate::app::{Screen, Step};
use crate::catalog::provenance::Origins;
use crate::catalog::{Catalog, Figure, Metric, Provenance, RoleId};
use crate::compare::filter::{self, Facet};
use crate::compare::groups::GroupColumn;
use crate::compare::provenance::{Ask, group};
use crate::compare::ranking::{Column, is_shared};
use crate::compare::workforce::Workforce;
use crate::screens::role::RoleView;
use crate::search::Engine;

impl View for RankingView {
    fn name(&self, _catalog: &Catalog<'static>, _before: Option<&Screen>) -> String {
        if self.face == Face::Groups { "groups".to_owned() } else { "ranking".to_owned() }
    }

    fn role(&self) -> Option<RoleId> {
        match self.face {
            Face::Roles => self.ranking.roles().get(self.cursor).copied(),
            Face::Groups => None,
        }
    }

    fn figures(&self, catalog: &Catalog<'static>) -> Vec<Ask> {
        let (Some(role), Some(column)) = (self.role(), self.columns.get(self.column)) else { return Vec::new() };
        let figure = match column {
            Column::Title => Figure::Title,
            Column::Group => Figure::Group,
            Column::Figure(metric) => Figure::from(*metric),
        };
        let mut asked = vec![Ask::Of(role, figure)];
        // Sums of workers stand above the table.
        let counted = Metric::counted(catalog);
        if *column == Column::Figure(counted) && is_shared(catalog, role, counted) {
            asked.push(Ask::Workers(role));
        }
        asked
    }

    /// The figure of the group under the cursor in the chosen column.
    fn sum(&self, engine: &Engine, origins: &Origins<'_>) -> Option<Provenance> {
        let under = self.groups.rows.get(self.groups.cursor).filter(|_| self.has_sum())?;
        let text = filter::with(self.filter.text(), Facet::Group, Some(&format!("{:02}", under.digits)));
        let roles = engine.select(&text);
        let column = GroupColumn::ALL.get(self.groups.column)?;
        Some(group(origins, &Workforce::of(origins.catalog), (under, &roles), *column))
    }

    fn query(&self) -> Option<&str> {
        Some(self.filter.text())
    }

    fn has_sum(&self) -> bool {
        self.face == Face::Groups && self.groups.rows.get(self.groups.cursor).is_some()
    }

    fn step(&mut self, step: Step, around: Around<'_>) {
        // Filter, summary, heads and what stands below take more rows than on other screens.
        let page = around.page().saturating_sub(4).max(1);
        if let Some(row) = self.chooser {
            self.chooser = Some(step.from(row, choice(around.catalog()).len(), page));
        } else if self.face == Face::Groups {
            self.groups.step(step, page);
        } else {
            self.cursor = step.from(self.cursor, self.ranking.roles().len(), page);
            self.held = if step == Step::Top { None } else { self.role() };
        }
    }

    fn open(&mut self, around: Around<'_>) -> Option<Screen> {
        match self.face {
            Face::Groups => Some(Screen::Ranking(self.of_group(around.engine)?)),
            Face::Roles => Some(Screen::Role(RoleView::new(around.catalog(), self.role()?))),
        }
    }

    fn insert(&mut self, text: &str, around: Around<'_>) -> bool {
        self.type_into_filter(around.engine, |filter| filter.insert(text))
    }

    fn edit(&mut self, edit: Edit, around: Around<'_>) -> bool {
        self.type_into_filter(around.engine, |filter| filter.edit(edit))
    }

    /// The same table, the cursor on the same role.
    fn reload(&mut self, change: Change, around: Around<'_>) -> Result<(), String> {
        self.workforce = Workforce::of(around.catalog());
        self.sparklines = around.catalog().sparklines();
        self.held = self.held.and_then(|id| change.role(id));
        self.better_than = self.better_than.and_then(|id| change.role(id));
        if change.from.headcounts().is_some() != change.to.headcounts().is_some() {
            self.take_columns(change.to);
        }
        self.select(around.engine);
        Ok(())
    }
}
