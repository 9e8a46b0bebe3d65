//! The role screen: the sections' names, the open section, and beside it what matters most.

mod exposure;
mod labour;
mod page;
mod related;
mod scroll;
mod summary;
mod task;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::RoleView;
use super::rows::Row;
use super::section::Section;
use crate::app::App;
use crate::app::pins::Pins;
use crate::catalog::{Catalog, Role, RoleId};
use crate::ui::look::Look;
use page::Page;

/// From this width on, panes stand side by side.
const WIDE: u16 = 100;
/// Rows that the pane at the side needs: its borders, the shortest facts, a gap, the sections.
const SIDE_ROWS: usize = summary::SHORT_FACTS + Section::ALL.len() + 3;
/// From this width on, a third pane keeps the gauges in view.
const WIDEST: u16 = 160;

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &RoleView, app: &App, look: Look) {
    let (catalog, pins) = (app.catalog(), &app.pins);
    let Some(role) = catalog.role(view.role) else { return };
    if area.width < 30 || area.height < 6 {
        return tiny(frame, area, view, role, look);
    }
    let shown = Shown {
        catalog,
        pins,
        role,
        look,
        rows: &view.rows,
        cursor: view.cursor(),
        mixed: view.section == Section::Overview,
    };
    let name = view.section.name();
    if area.width < WIDE || usize::from(area.height) < SIDE_ROWS {
        let lines = summary::head(catalog, role, look, area.width.into(), area.height);
        let height = u16::try_from(lines.len()).unwrap_or(3);
        let [head, tabs, line, body] = Layout::vertical([
            Constraint::Length(height),
            Constraint::Length(1),
            Constraint::Length(u16::from(area.height >= 16)),
            Constraint::Fill(1),
        ])
        .areas(area);
        frame.render_widget(Paragraph::new(lines), head);
        let (in_tabs, in_line) = match shown.position(0) {
            position if line.is_empty() => (position, String::new()),
            position if position.is_empty() => (String::new(), String::new()),
            position => (String::new(), format!(" {position} {}", look.rule())),
        };
        frame.render_widget(Paragraph::new(tab_line(view.section, look, &in_tabs, tabs.width.into())), tabs);
        let across = look.rule().repeat(usize::from(line.width).saturating_sub(in_line.chars().count()));
        frame.render_widget(Line::styled(format!("{across}{in_line}"), look.border()), line);
        return shown.draw(frame, body, 0);
    }
    let [left, rest] = Layout::horizontal([Constraint::Length(38), Constraint::Fill(1)]).areas(area);
    side(frame, left, view, catalog, role, look);
    if area.width < WIDEST {
        return shown.draw_framed(frame, rest, name, 0);
    }
    let [middle, right] = Layout::horizontal([Constraint::Fill(3), Constraint::Fill(2)]).areas(rest);
    if let Some((first, second, start)) = shown.halves(view.section) {
        first.draw_framed(frame, middle, name, 0);
        let title = if view.section == Section::Tools { "Tools and machines" } else { "In demand" };
        return second.draw_framed(frame, right, title, start);
    }
    shown.draw_framed(frame, middle, name, 0);
    let (beside, rows) = &view.beside;
    Shown { rows, cursor: usize::MAX, ..shown }.draw_framed(frame, right, beside.name(), 0);
}

/// Rows to draw, and which of them the cursor is on.
#[derive(Clone, Copy)]
struct Shown<'s> {
    catalog: &'s Catalog<'s>,
    pins: &'s Pins,
    role: &'s Role<'s>,
    look: Look,
    rows: &'s [Row<'s>],
    /// By its place in the rows of the section; beyond them where the cursor is elsewhere.
    cursor: usize,
    /// Whether the section is no list but holds parts of several.
    mixed: bool,
}

impl Shown<'_> {
    /// A section of two lists as two panes, with the place of the second one's first row.
    fn halves(self, section: Section) -> Option<(Self, Self, usize)> {
        if !matches!(section, Section::Skills | Section::Tools) {
            return None;
        }
        let mut headings = (0..).zip(self.rows).filter(|(_, row)| matches!(row, Row::Heading(_)));
        let (start, _) = headings.nth(1)?;
        let (first, second) = self.rows.split_at_checked(start)?;
        Some((Self { rows: first, ..self }, Self { rows: second, ..self }, start))
    }

    /// `12 of 42`: where the cursor is in its list, or among all that it can be on where there is no list. `start` is
    /// the place of the first row.
    fn position(self, start: usize) -> String {
        let Some(at) = self.cursor.checked_sub(start) else { return String::new() };
        let Some(under) = self.rows.get(at).filter(|row| row.is_stop()) else { return String::new() };
        let is_item = under.target(RoleId(0)).is_some() && !self.mixed;
        let counts = |row: &&Row<'_>| {
            if is_item { std::mem::discriminant(*row) == std::mem::discriminant(under) } else { row.is_stop() }
        };
        let all = self.rows.iter().filter(counts).count();
        format!("{} of {all}", self.rows.iter().take(at + 1).filter(counts).count())
    }

    fn draw_framed(self, frame: &mut Frame<'_>, area: Rect, title: &str, start: usize) {
        let mut block = self.look.block(title);
        let position = self.position(start);
        if !position.is_empty() {
            block = block.title_bottom(Line::styled(format!(" {position} "), self.look.quiet()).right_aligned());
        }
        let inner = block.inner(area);
        frame.render_widget(block, area);
        self.draw(frame, inner, start);
    }

    /// Draws the rows, scrolled so that the one under the cursor is in view.
    fn draw(self, frame: &mut Frame<'_>, area: Rect, start: usize) {
        let (width, height) = (usize::from(area.width), usize::from(area.height));
        if width < 4 || height == 0 {
            return;
        }
        let page = Page { catalog: self.catalog, pins: self.pins, role: self.role, look: self.look, width: width - 3 };
        let cursor = self.cursor.checked_sub(start).filter(|at| self.rows.get(*at).is_some_and(Row::is_stop));
        let drawn = scroll::around(&page, self.rows, cursor, height);
        frame.render_widget(Paragraph::new(drawn), area);
    }
}

/// A readable line, for terminals that hold little more.
fn tiny(frame: &mut Frame<'_>, area: Rect, view: &RoleView, role: &Role<'_>, look: Look) {
    if area.is_empty() {
        return;
    }
    let name = format!("{} {}", role.code, role.title);
    let index = role.exposure.index.map_or_else(String::new, |index| {
        format!(" {} {} ({})", index.percentile, index.percentile.band(), summary::SHORT_FRAME)
    });
    let whole = format!("{name} {} {}{index}", look.glyphs.dot, view.section.name());
    // The figure never stands without the frame: both or neither.
    let text = if Line::raw(whole.as_str()).width() <= usize::from(area.width) { whole } else { name };
    frame.render_widget(Line::raw(look.cut(&text, area.width.into())), Rect { height: 1, ..area });
}

/// The sections' names on one line, and the place of the cursor; where they do not fit, only the open one's name.
fn tab_line(open: Section, look: Look, position: &str, width: usize) -> Line<'static> {
    let full = Section::ALL.iter().map(|section| section.short_name().len() + 3).sum::<usize>() - 1;
    let mut line = Line::default();
    for (section, number) in Section::ALL.into_iter().zip(1..) {
        let name = if full <= width || section == open { section.short_name() } else { "" };
        let gap = if name.is_empty() { "" } else { " " };
        let style = if section == open { look.selected() } else { look.quiet() };
        line.spans.push(Span::styled(format!("{number}{gap}{name}"), style));
        line.spans.push(Span::raw(" "));
    }
    let room = width.saturating_sub(line.width());
    if room > position.len() {
        line.spans.push(Span::styled(look.to_the_right(position, room), look.quiet()));
    }
    line
}

fn side(frame: &mut Frame<'_>, area: Rect, view: &RoleView, catalog: &Catalog<'_>, role: &Role<'_>, look: Look) {
    let block = look.block(&role.code.to_string());
    let inner = block.inner(area).inner(Margin::new(1, 0));
    frame.render_widget(block, area);
    let width = usize::from(inner.width);
    let facts = |short| summary::facts(catalog, role, look, width, short);
    let room = usize::from(inner.height).saturating_sub(Section::ALL.len() + 1);
    let mut lines = Some(facts(false)).filter(|lines| lines.len() <= room).unwrap_or_else(|| facts(true));
    lines.push(Line::default());
    for (section, number) in Section::ALL.into_iter().zip(1..) {
        let style = if section == view.section { look.selected() } else { ratatui::style::Style::new() };
        let name = look.padded(section.name(), width.saturating_sub(3));
        lines.push(Line::from(vec![Span::styled(format!("{number}  "), look.key()), Span::styled(name, style)]));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

#[cfg(test)]
mod tests;
