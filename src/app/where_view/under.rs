//! Which figures are under the cursor of the screen in front.

use super::{compared, role_line};
use crate::app::ranking_view::{Face, RankingView};
use crate::app::role_rows::rows;
use crate::app::sharing::{How, Sharing};
use crate::app::{App, Screen};
use crate::catalog::provenance::{Origins, Point};
use crate::catalog::{Catalog, Figure, Period, Provenance, RoleId, Study, Yardstick};
use crate::compare::filter::{self, Facet};
use crate::compare::groups::GroupColumn;
use crate::compare::moves::Move;
use crate::compare::provenance::{Ask, group};
use crate::compare::ranking::{Column, is_shared};
use crate::compare::workforce::Workforce;

const PAY: Figure = Figure::Wage(Period::Year, Point::Median);

/// The figures under the cursor, in their order; none where there is no figure. Those of a group are not among them.
pub fn under_cursor(app: &App) -> Vec<Ask> {
    match app.trail.last() {
        None => match app.search.tasks.as_ref().map(|tasks| tasks.hit()) {
            Some(hit) => hit.map_or_else(Vec::new, |task| of(task.role, Figure::of_task(task.place))),
            None => app.search.role().map_or_else(Vec::new, of_role),
        },
        Some(Screen::Role(view)) => {
            let rows = rows(app.catalog(), view.role, view.section);
            rows.get(view.cursor(app.catalog())).map_or_else(Vec::new, |row| role_line::asked(view.role, row))
        }
        Some(Screen::Sharing(sharing)) => of_sharing(sharing),
        Some(Screen::Compare(view)) => compared::figures(view),
        Some(Screen::Map(view)) => {
            let axes = [view.scatter.across.yardstick, view.scatter.up.yardstick];
            view.role().map_or_else(Vec::new, |role| of(role, axes.map(Figure::from)))
        }
        Some(Screen::Ranking(view)) => of_ranking(app.catalog(), view),
        Some(Screen::Moves(view)) => view.selected().map_or_else(Vec::new, |row| of_move(view.from, row)),
        // It says itself what is known of each dataset.
        Some(Screen::Data(_)) => Vec::new(),
    }
}

fn of(role: RoleId, figures: impl IntoIterator<Item = Figure>) -> Vec<Ask> {
    figures.into_iter().map(|figure| Ask::Of(role, figure)).collect()
}

/// The figures of the preview of a role.
fn of_role(role: RoleId) -> Vec<Ask> {
    let gauges = Study::ALL.map(|study| Figure::from(Yardstick::gauge(study)));
    let labour = [PAY, Figure::Employment, Figure::Change, Figure::Openings];
    of(role, [Figure::Index].into_iter().chain(gauges).chain(labour))
}

fn of_sharing(sharing: &Sharing) -> Vec<Ask> {
    let Some(sharer) = sharing.rows.get(sharing.cursor) else { return Vec::new() };
    let mut figures = match sharer.how {
        How::Task { place, .. } => Figure::of_task(place).to_vec(),
        _ => vec![sharing.target.figure()],
    };
    figures.extend([Figure::Index, PAY, Figure::Change]);
    of(sharer.role, figures)
}

fn of_ranking(catalog: &Catalog<'_>, view: &RankingView) -> Vec<Ask> {
    let (Some(role), Some(column)) = (view.role(), view.columns.get(view.column)) else { return Vec::new() };
    match column {
        Column::Title => of(role, [Figure::Title]),
        Column::Group => of(role, [Figure::Group]),
        // Sums of workers stand above the table.
        Column::Figure(Yardstick::Employment) if is_shared(catalog, role, Yardstick::Employment) => {
            vec![Ask::Of(role, Figure::Employment), Ask::Workers(role)]
        }
        Column::Figure(yardstick) => of(role, [Figure::from(*yardstick)]),
    }
}

fn of_move(from: RoleId, row: &Move) -> Vec<Ask> {
    let mut asks = vec![Ask::Alike(from, row.role), Ask::Gap(from, row.role)];
    let shown = [Yardstick::Index, Yardstick::Pay, Yardstick::Change];
    asks.extend(shown.map(|yardstick| Ask::Shift(yardstick, from, row.role)));
    if row.related.is_some() {
        asks.push(Ask::Of(from, Figure::Related(row.role)));
    }
    asks
}

/// Whether a group is under the cursor.
pub(super) fn has_group(app: &App) -> bool {
    matches!(app.trail.last(), Some(Screen::Ranking(view))
        if view.face == Face::Groups && view.groups.rows.get(view.groups.cursor).is_some())
}

/// The figure of the group under the cursor in the chosen column.
pub(super) fn of_group(app: &App, origins: &Origins<'_>) -> Option<Provenance> {
    let Some(Screen::Ranking(view)) = app.trail.last().filter(|_| has_group(app)) else { return None };
    let under = view.groups.rows.get(view.groups.cursor)?;
    let text = filter::with(view.filter.text(), Facet::Group, Some(&format!("{:02}", under.digits)));
    let roles = app.engine.select(&text);
    let column = GroupColumn::ALL.get(view.groups.column)?;
    Some(group(origins, &Workforce::of(origins.catalog), (under, &roles), *column))
}
