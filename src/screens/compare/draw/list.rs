//! The rows under the heads, scrolled so that the one under the cursor is in view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cells::{Drawn, label};
use super::columns::CompareColumns;
use crate::screens::compare::{CompareView, Item};
use crate::ui::look::Look;
use crate::ui::size::first_row;
use crate::ui::{fit, print};

/// From this height on, an empty row parts the sections.
const AIRY: u16 = 24;

pub fn draw(frame: &mut Frame<'_>, area: Rect, view: &CompareView, columns: &CompareColumns, look: Look) {
    let list = List { view, columns, look, width: usize::from(area.width), airy: area.height >= AIRY };
    let heights: Vec<usize> = view.items.iter().enumerate().map(|(place, item)| list.height(place, *item)).collect();
    let before: usize = heights.iter().take(view.cursor).sum();
    let here = heights.get(view.cursor).copied().unwrap_or(1);
    let seen = usize::from(area.height);
    // What is under the cursor is read from its start.
    let first = first_row(before + here / 2, heights.iter().sum(), seen).min(before);
    let mut at = 0;
    for (place, (&item, height)) in view.items.iter().zip(heights).enumerate() {
        if at >= first + seen {
            break;
        }
        if at + height > first {
            for (line, row) in list.lines(place, item).into_iter().zip(at..).filter(|(_, row)| *row >= first) {
                print(frame, area, u16::try_from(row - first).unwrap_or(u16::MAX), line);
            }
        }
        at += height;
    }
}

struct List<'l> {
    view: &'l CompareView,
    columns: &'l CompareColumns,
    look: Look,
    width: usize,
    airy: bool,
}

impl List<'_> {
    fn height(&self, place: usize, item: Item) -> usize {
        match item {
            Item::Verdict(_) | Item::VerdictSkills { .. } | Item::Remark { .. } => self.lines(place, item).len(),
            Item::Heading(_) if self.airy && place > 0 => 2,
            _ => 1,
        }
    }

    fn lines(&self, place: usize, item: Item) -> Vec<Line<'static>> {
        let look = self.look;
        let selected = place == self.view.cursor;
        let glyph = look.cursor(selected);
        let comparison = &self.view.comparison;
        match item {
            Item::Verdict(verdict) => {
                let Some(verdict) = comparison.verdicts.get(verdict) else { return Vec::new() };
                let style = if selected { look.selected() } else { look.heading() };
                let head = format!("{}:", verdict.head);
                let room = self.width.saturating_sub(4);
                let mut lines = Vec::new();
                let mut rest = head.as_str();
                for (nth, line) in (0..).zip(look.wrapped(&format!("{head} {}", verdict.parts.join("; ")), room)) {
                    // The head is set off, on as many lines as it takes.
                    let bold = line.len().min(rest.len());
                    rest = rest.get(bold..).unwrap_or_default().trim_start();
                    let (start, end) = line.split_at_checked(bold).unwrap_or((&line, ""));
                    lines.push(Line::from(vec![
                        glyph.clone(),
                        Span::raw(if nth == 0 { " " } else { "   " }),
                        Span::styled(start.to_owned(), style),
                        Span::raw(end.to_owned()),
                    ]));
                }
                lines
            }
            Item::VerdictSkills { verdict, line } => {
                let skills = comparison.verdicts.get(verdict).and_then(|verdict| verdict.skills.get(line));
                let style = if selected { look.heading() } else { Style::new() };
                look.wrapped(skills.map_or("", String::as_str), self.width.saturating_sub(4))
                    .into_iter()
                    .map(|line| Line::from(vec![glyph.clone(), Span::raw("   "), Span::styled(line, style)]))
                    .collect()
            }
            Item::Heading(section) => {
                let Some(its) = comparison.sections.get(section) else { return Vec::new() };
                let folded = self.view.is_folded(section);
                let style = if selected { look.selected() } else { look.title() };
                let name = look.cut(its.part.name(), self.width.saturating_sub(6));
                let fill = self.width.saturating_sub(fit::width(&name) + 6);
                let line = Line::from(vec![
                    glyph,
                    Span::styled(format!("{} ", look.fold(folded)), look.key()),
                    Span::styled(name, style),
                    Span::styled(format!(" {}", look.rule().repeat(fill)), look.border()),
                ]);
                if self.airy && place > 0 { vec![Line::default(), line] } else { vec![line] }
            }
            Item::Row { section, row } => {
                let row = comparison.sections.get(section).and_then(|section| section.rows.get(row));
                let Some(row) = row else { return Vec::new() };
                let style = if selected { look.heading() } else { Style::new() };
                let mut spans = vec![glyph, Span::raw(" ")];
                spans.push(Span::styled(label(row, self.columns.label.saturating_sub(2), look), style));
                let drawn = Drawn {
                    look,
                    cells: self.columns.each,
                    all: self.view.all,
                    compared: comparison.columns.len() > 1,
                };
                for column in self.columns.shown.iter().copied() {
                    let Some(cell) = row.cells.get(column) else { continue };
                    let cell = drawn.cell(row, cell);
                    if selected && column == self.view.column {
                        spans.extend(cell.into_iter().map(|span| span.patch_style(look.selected())));
                    } else {
                        spans.extend(cell);
                    }
                }
                vec![Line::from(spans)]
            }
            Item::More { rows, .. } => {
                let text = format!("{} {rows} more: Enter shows every figure", look.glyphs.more);
                let text = look.cut(&text, self.width.saturating_sub(3));
                let style = if selected { look.selected() } else { look.quiet() };
                vec![Line::from(vec![glyph, Span::raw(" "), Span::styled(text, style)])]
            }
            Item::Remark { section, remark } => {
                let text = comparison.sections.get(section).and_then(|section| section.remarks.get(remark));
                let style = if selected { look.heading() } else { look.quiet() };
                look.wrapped(text.map_or("", String::as_str), self.width.saturating_sub(4).min(120))
                    .into_iter()
                    .map(|line| Line::from(vec![glyph.clone(), Span::raw(" "), Span::styled(line, style)]))
                    .collect()
            }
        }
    }
}
