//! How a cell looks: its figure or entry, its picture, and its difference to the reference.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::catalog::{Label, Period, Unit, raw_value};
use crate::compare::side_by_side::{Cell, Picture, Row};
use crate::ui::bars::{bar, mix_bar, wage_range_on};
use crate::ui::fit::width;
use crate::ui::look::Look;

/// What all cells of a table are drawn with.
#[derive(Clone, Copy)]
pub struct Drawn {
    pub look: Look,
    /// Cells of a column.
    pub cells: usize,
    /// Whether raw values must be shown.
    pub all: bool,
    /// Whether there is a reference to differ from.
    pub compared: bool,
}

impl Drawn {
    /// A cell, exactly as wide as its column.
    pub fn cell(self, row: &Row<'_>, cell: &Cell<'_>) -> Vec<Span<'static>> {
        // One cell parts the columns, one is the cursor's.
        let room = self.cells.saturating_sub(2);
        let gap_room = if self.compared { self.gap_room(row.unit) } else { 0 };
        let content = room.saturating_sub(if gap_room > 0 { gap_room + 1 } else { 0 });
        let mut spans = vec![Span::raw(" ")];
        spans.extend(self.content(row.unit, cell, content));
        let used = spans.iter().map(Span::width).sum::<usize>() - 1;
        spans.push(Span::raw(" ".repeat(room.saturating_sub(used + gap_room))));
        if gap_room > 0 {
            spans.push(self.gap(cell, gap_room));
        }
        spans.push(Span::raw(" "));
        spans
    }

    fn gap_room(self, unit: Unit) -> usize {
        let wide = self.cells >= 26;
        match unit {
            Unit::Entry => 0,
            Unit::Percentile | Unit::Zone => 4,
            Unit::Importance => 5,
            Unit::Percent => {
                if wide {
                    9
                } else {
                    5
                }
            }
            Unit::DollarsAYear | Unit::DollarsAnHour | Unit::People | Unit::Jobs => {
                if wide {
                    10
                } else {
                    7
                }
            }
        }
    }

    fn gap(self, cell: &Cell<'_>, room: usize) -> Span<'static> {
        let Some(gap) = &cell.gap else { return Span::raw(" ".repeat(room)) };
        if gap.is_none() {
            return Span::styled(self.look.to_the_right("=", room), self.look.quiet());
        }
        let text = if width(&gap.text) <= room { &gap.text } else { &gap.short };
        Span::styled(self.look.to_the_right(text, room), self.look.heading())
    }

    fn content(self, unit: Unit, cell: &Cell<'_>, room: usize) -> Vec<Span<'static>> {
        let look = self.look;
        if cell.is_missing {
            let text = if room >= width(&cell.text) { &*cell.text } else { look.glyphs.dot };
            return vec![Span::styled(look.cut(text, room), look.quiet())];
        }
        match (unit, cell.picture) {
            (Unit::Percentile, _) => self.percentile(cell, room),
            (_, Picture::Mix(counts)) => self.mix(counts, room),
            (_, Picture::Range { range, scale }) => wage_range_on(look, &range, Period::Year, room, scale)
                .map_or_else(|| vec![Span::raw(look.cut(&cell.text, room))], |line| line.spans),
            (Unit::Importance, Picture::Bar(share)) => {
                let mut spans = bar(look, share, room.saturating_sub(5).min(16), look.key()).to_vec();
                spans.push(Span::raw(look.cut(&format!(" {}", cell.text), room)));
                spans
            }
            _ => self.text(unit, cell, room),
        }
    }

    /// Figure or entry, and a word on it where there is room.
    fn text(self, unit: Unit, cell: &Cell<'_>, room: usize) -> Vec<Span<'static>> {
        let look = self.look;
        // A label says what kind of task it is: it comes first.
        if let Some(label) = cell.label {
            return vec![
                Span::styled(format!("{} ", label.word()), look.label(label)),
                Span::raw(look.cut(&cell.text, room.saturating_sub(3))),
            ];
        }
        let short = cell.short.as_deref();
        let text = match short {
            // A change needs its sign.
            Some(short) if unit == Unit::Percent || width(&cell.text) > room => short,
            _ => &cell.text,
        };
        let text = look.cut(text, room);
        let left = room.saturating_sub(width(&text) + 3);
        let mark = match (cell.mark, unit) {
            ("", _) => String::new(),
            (mark, _) if width(mark) > left => String::new(),
            (mark, Unit::Entry) => format!(" ({mark})"),
            (mark, _) => format!(" {mark}"),
        };
        vec![Span::raw(text), Span::styled(mark, look.quiet())]
    }

    /// Bar, percentile, band, and the study's own figure where there is room or where it is asked for.
    fn percentile(self, cell: &Cell<'_>, room: usize) -> Vec<Span<'static>> {
        let look = self.look;
        let style = cell.band.map_or(Style::new(), |band| look.band(band));
        let word = cell.band.map_or("", |band| band.word());
        let raw = cell.raw.map_or_else(String::new, |raw| if raw > 2.0 { format!("{raw:.1}") } else { raw_value(raw) });
        let raw = look.to_the_right(&raw, 6);
        let figure = look.to_the_right(&cell.text, 5);
        let worded = format!("{figure} {word:<8}");
        match room {
            room if room >= 15 + 7 + 4 => {
                let Picture::Bar(share) = cell.picture else { return vec![Span::raw(worded)] };
                let mut spans = bar(look, share, (room - 22).min(16), style).to_vec();
                spans.push(Span::styled(format!(" {worded}"), style));
                spans.push(Span::styled(format!(" {raw}"), look.quiet()));
                spans
            }
            _ if self.all => {
                let text = if room >= 6 + 14 { worded } else { figure };
                vec![Span::styled(raw, look.quiet()), Span::styled(look.cut(&text, room.saturating_sub(6)), style)]
            }
            room if room >= 14 => {
                let Picture::Bar(share) = cell.picture else { return vec![Span::raw(worded)] };
                // Where room is short, the bar says more than the end of the word.
                let short = if word.len() > 4 { format!("{}.", &word[..3]) } else { word.to_owned() };
                let figure = if room >= 22 { worded } else { format!("{figure} {short:<4}") };
                let mut spans = bar(look, share, room - 1 - width(&figure), style).to_vec();
                spans.push(Span::styled(format!(" {figure}"), style));
                spans
            }
            _ => vec![Span::styled(look.cut(worded.trim(), room), style)],
        }
    }

    /// A stacked bar whose parts begin with their label, so that it reads without colour.
    fn mix(self, [e1, e2, e0]: [usize; 3], room: usize) -> Vec<Span<'static>> {
        let labels = [Label::E1, Label::E2, Label::E0];
        let spans = mix_bar(self.look, [(Label::E1, e1), (Label::E2, e2), (Label::E0, e0)], room);
        let named = spans.into_iter().zip(labels).flat_map(|(span, label)| {
            let cells = span.width();
            let glyph = crate::ui::bars::label_glyph(self.look, label);
            if cells < 4 {
                return vec![span];
            }
            let name = Span::styled(label.word(), span.style.add_modifier(ratatui::style::Modifier::BOLD));
            vec![name, Span::styled(glyph.repeat(cells - 2), span.style)]
        });
        named.collect()
    }
}

/// The name of a row in exactly `cells` cells.
pub fn label(row: &Row<'_>, cells: usize, look: Look) -> String {
    let text = if width(&row.label) < cells { &row.label } else { &row.short };
    look.padded(text, cells)
}
