//! The role screen: the sections' names, the open section, and beside it what matters most.

mod row;
mod summary;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

use super::bars::{fit, padded};
use super::look::Look;
use crate::app::role_rows::{Row, rows};
use crate::app::role_view::{RoleView, Section};
use crate::catalog::{Catalog, Role};
use row::Page;

/// From this width on, panes stand side by side.
const WIDE: u16 = 100;
/// From this width on, a third pane keeps the gauges in view.
const WIDEST: u16 = 160;

/// Draws the role screen into `area`.
pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &RoleView, catalog: &Catalog<'_>, look: &Look) {
    let Some(role) = catalog.role(view.role) else { return };
    let look = *look;
    if area.width < 30 || area.height < 6 {
        return tiny(frame, area, view, role, look);
    }
    if area.width < WIDE {
        let lines = summary::head(catalog, role, look, area.width.into());
        let height = u16::try_from(lines.len()).unwrap_or(3);
        let [head, tabs, body] =
            Layout::vertical([Constraint::Length(height), Constraint::Length(1), Constraint::Fill(1)]).areas(area);
        frame.render_widget(Paragraph::new(lines), head);
        frame.render_widget(Paragraph::new(tab_line(view.section, look, tabs.width.into())), tabs);
        return section(frame, body, view, catalog, role, look);
    }
    let [left, rest] = Layout::horizontal([Constraint::Length(38), Constraint::Fill(1)]).areas(area);
    side(frame, left, view, catalog, role, look);
    if area.width < WIDEST {
        return section(frame, rest, view, catalog, role, look);
    }
    let [middle, right] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(rest);
    section(frame, middle, view, catalog, role, look);
    // What the open section does not show by itself.
    let beside = if view.section == Section::Exposure { Section::Tasks } else { Section::Exposure };
    let block = framed(beside.name(), look);
    let inner = block.inner(right).inner(Margin::new(1, 0));
    frame.render_widget(block, right);
    let page = Page { catalog, role, look, width: inner.width.into() };
    let rows = rows(catalog, view.role, beside);
    let lines = rows.iter().flat_map(|row| page.lines(row, false)).take(inner.height.into());
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
}

fn framed(title: &str, look: Look) -> Block<'static> {
    Block::bordered().border_style(look.border()).title(Line::styled(format!(" {title} "), look.title()))
}

/// A readable line, for terminals that hold little more.
fn tiny(frame: &mut Frame<'_>, area: Rect, view: &RoleView, role: &Role<'_>, look: Look) {
    if area.is_empty() {
        return;
    }
    let index = role.exposure.index.map_or_else(String::new, |index| {
        format!(" {} {} (task overlap, not a forecast)", index.percentile, index.percentile.band())
    });
    let text = format!("{} {}{index}", role.title, view.section.name());
    frame.render_widget(Line::raw(fit(look, &text, area.width.into())), Rect { height: 1, ..area });
}

/// The sections' names on one line; where they do not fit, the open one with its neighbours.
fn tab_line(open: Section, look: Look, width: usize) -> Line<'static> {
    let mut spans = Vec::new();
    let mut used = 0;
    let full: usize = Section::ALL.iter().map(|section| section.short_name().len() + 3).sum();
    for (section, number) in Section::ALL.into_iter().zip(1..) {
        let text = if full <= width || section == open {
            format!("{number} {} ", section.short_name())
        } else {
            format!("{number} ")
        };
        used += text.len();
        if used > width {
            break;
        }
        spans.push(Span::styled(text, if section == open { look.selected() } else { look.quiet() }));
    }
    Line::from(spans)
}

fn side(frame: &mut Frame<'_>, area: Rect, view: &RoleView, catalog: &Catalog<'_>, role: &Role<'_>, look: Look) {
    let block = framed(&role.code.to_string(), look);
    let inner = block.inner(area).inner(Margin::new(1, 0));
    frame.render_widget(block, area);
    let width = usize::from(inner.width);
    let mut lines = summary::facts(catalog, role, look, width);
    lines.push(Line::default());
    for (section, number) in Section::ALL.into_iter().zip(1..) {
        let style = if section == view.section { look.selected() } else { ratatui::style::Style::new() };
        let name = padded(look, section.name(), width.saturating_sub(3));
        lines.push(Line::from(vec![Span::styled(format!("{number}  "), look.key()), Span::styled(name, style)]));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

/// The open section, scrolled so that the row under the cursor is in view.
fn section(frame: &mut Frame<'_>, area: Rect, view: &RoleView, catalog: &Catalog<'_>, role: &Role<'_>, look: Look) {
    let rows = rows(catalog, view.role, view.section);
    let cursor = view.cursor(catalog);
    let stops = rows.iter().filter(|row| row.is_stop()).count();
    let at = rows.iter().take(cursor + 1).filter(|row| row.is_stop()).count();
    let mut block = framed(view.section.name(), look);
    if stops > 0 {
        block = block.title_bottom(Line::styled(format!(" {at} of {stops} "), look.quiet()).right_aligned());
    }
    let inner = block.inner(area).inner(Margin::new(1, 0));
    frame.render_widget(block, area);
    let (width, height) = (usize::from(inner.width), usize::from(inner.height));
    if width < 4 || height == 0 {
        return;
    }
    let page = Page { catalog, role, look, width: width - 2 };
    let drawn = around(&page, &rows, cursor, height);
    frame.render_widget(Paragraph::new(drawn), inner);
}

/// The lines of the rows round the cursor that fill the height: only what is seen is built.
fn around(page: &Page<'_>, rows: &[Row<'_>], cursor: usize, height: usize) -> Vec<Line<'static>> {
    let build = |place: usize| -> Vec<Line<'static>> {
        let Some(row) = rows.get(place) else { return Vec::new() };
        let selected = place == cursor;
        let glyph = if selected { page.look.glyphs.cursor } else { " " };
        let lines = page.lines(row, selected);
        lines
            .into_iter()
            .map(|mut line| {
                line.spans.insert(0, Span::styled(format!("{glyph} "), page.look.key()));
                line
            })
            .collect()
    };
    let mut before: Vec<Vec<Line<'static>>> = Vec::new();
    let mut lines = build(cursor);
    lines.truncate(height);
    let third = height / 3;
    let mut above = 0;
    let mut first = cursor;
    // A third of the pane above the cursor, then all that follows, then more above where the end leaves room.
    let mut after = cursor + 1;
    while first > 0 && above < third {
        first -= 1;
        let row = build(first);
        above += row.len();
        before.push(row);
    }
    let mut below = Vec::new();
    while after < rows.len() && above + lines.len() + below.len() < height {
        below.extend(build(after));
        after += 1;
    }
    while first > 0 && above + lines.len() + below.len() < height {
        first -= 1;
        let row = build(first);
        above += row.len();
        before.push(row);
    }
    let mut all: Vec<Line<'static>> = before.into_iter().rev().flatten().collect();
    let too_many = (all.len() + lines.len()).saturating_sub(height);
    all.drain(..too_many.min(all.len()));
    all.append(&mut lines);
    all.append(&mut below);
    all.truncate(height);
    all
}

#[cfg(test)]
mod tests;
