//! The move under the cursor: what it changes, what it asks for beyond what is there, and what is brought along.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Scene;
use crate::catalog::{Index, Metric, Published, Role};
use crate::compare::moves::{Asked, Move, Shift, Skills, figures_in_short};
use crate::ui::bars::cells;
use crate::ui::{fit, print, print_all};

/// The figures of the table, with their names.
const FIGURES: [(&str, Metric); 6] = [
    ("overlap", Metric::Index),
    ("pay", Metric::Pay),
    ("outlook", Metric::Change),
    ("openings", Metric::Openings),
    ("employed", Metric::Employment),
    ("job zone", Metric::JobZone),
];

/// Levels run to 7.
const LEVELS: f64 = 7.0;
const BAR: usize = 14;
/// Cells from which name, bar and figures share a line.
const ONE_LINE: usize = 76;

#[derive(Clone, Copy)]
pub(super) struct Detail<'s> {
    pub scene: &'s Scene<'s>,
    pub selected: &'s Move,
    pub there: &'s Role<'static>,
}

impl Detail<'_> {
    /// In a pane of its own beside the list.
    pub fn beside(self, frame: &mut Frame<'_>, area: Rect) {
        let look = self.scene.look;
        let code = self.there.code.to_string();
        let fill = look.rule().repeat(usize::from(area.width).saturating_sub(fit::width(&code) + 3));
        print(
            frame,
            area,
            0,
            Line::from(vec![
                Span::styled(format!("{} ", look.rule()), look.border()),
                Span::styled(code, look.title()),
                Span::styled(format!(" {fill}"), look.border()),
            ]),
        );
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let room = usize::from(inner.width);
        let mut lines: Vec<Line<'_>> = Vec::new();
        let text = |text: &str, most: usize, style: Style, lines: &mut Vec<Line<'_>>| {
            let wrapped = look.wrap(&look.text(text), room, most);
            lines.extend(wrapped.into_iter().map(|line| Line::styled(line, style)));
        };
        text(self.there.title, 2, look.heading(), &mut lines);
        text(&self.selected.found_words(), 1, look.quiet(), &mut lines);
        lines.push(Line::default());
        lines.extend(self.table(room));
        if let Some(note) = self.scene.catalog.published(self.there).and_then(Published::shared_note) {
            text(&note, 2, look.quiet(), &mut lines);
        }
        lines.push(Line::default());
        let skills = self.skills();
        let left = usize::from(inner.height).saturating_sub(lines.len() + 1);
        lines.extend(self.skill_lines(&skills, room, left));
        print_all(frame, inner, 1, lines);
    }

    /// In the rows below the list.
    pub fn below(self, frame: &mut Frame<'_>, area: Rect) {
        let look = self.scene.look;
        let room = usize::from(area.width).saturating_sub(3);
        let skills = self.skills();
        let mut lines = Vec::new();
        if area.height > 2 {
            let title = format!("{} {} {}", self.there.title, look.glyphs.dot, self.selected.found_words());
            let title = look.cut(&title, room.saturating_sub(3));
            let fill = look.rule().repeat(room.saturating_sub(fit::width(&title) + 1));
            lines.push(Line::from(vec![
                Span::styled(format!("{} ", look.rule()), look.border()),
                Span::styled(title, look.title()),
                Span::styled(format!(" {fill}"), look.border()),
            ]));
        }
        lines.push(Line::raw(format!("  {}", look.cut(&self.figures(room), room))));
        if self.selected.gap.is_none() {
            let why = look.wrap(self.why_no_gap(), room, 2);
            lines.extend(why.into_iter().map(|line| Line::styled(format!("  {line}"), look.quiet())));
        } else if area.height >= 6 && room >= ONE_LINE && !skills.asked.is_empty() {
            lines.extend(skills.asked.iter().take(3).map(|asked| indented(self.asked_line(*asked, room))));
        } else {
            lines.push(self.named("asks more", &self.listed(&skills.asked, 3, true), room));
        }
        if self.selected.gap.is_some() {
            lines.push(self.named("brought", &self.listed(&skills.brought, 6, false), room));
        }
        print_all(frame, area, 0, lines);
    }

    fn skills(self) -> Skills {
        Skills::of(self.scene.catalog, self.scene.here, self.there)
    }

    fn name(self, asked: Asked) -> String {
        asked.name(self.scene.catalog)
    }

    /// Figures here, there, and what changes.
    fn table(self, room: usize) -> Vec<Line<'static>> {
        let look = self.scene.look;
        let Scene { catalog, here, .. } = *self.scene;
        let (wide, change) = if room >= 60 { (20, 13) } else { (9, 11) };
        let row = |name: &str, figures: [String; 3], style: Style| {
            let [from, to, shift] = figures.map(|figure| look.text(&figure));
            Line::from(vec![
                Span::styled(look.padded(name, 9), look.quiet()),
                Span::styled(look.to_the_right(&from, wide), style),
                Span::styled(look.to_the_right(&to, wide), style),
                Span::styled(look.to_the_right(&shift, change), style),
            ])
        };
        let mut lines = vec![row("", ["here", "there", "change"].map(str::to_owned), look.quiet())];
        for (name, metric) in FIGURES {
            // The longest figures, and not what a move is about.
            if metric == Metric::Employment && room < 60 {
                continue;
            }
            let figure = |role: &Role<'_>| {
                let text = match metric {
                    Metric::Change => metric.short(catalog, role),
                    _ => metric.value(catalog, role).map(|_| metric.text(catalog, role)),
                };
                let text = text.filter(|text| fit::width(text) < wide).or_else(|| metric.short(catalog, role));
                let text = text.unwrap_or_else(|| look.glyphs.dot.to_owned());
                match role.exposure.index {
                    Some(index) if metric == Metric::Index => text + &index.fraction(),
                    _ => text,
                }
            };
            let shift = match Shift::of(metric, catalog, self.there, here) {
                Shift::Unknown => look.glyphs.dot.to_owned(),
                shift => shift.to_string(),
            };
            let name = if metric == Metric::Pay { metric.short_name_in(catalog) } else { name.into() };
            lines.push(row(&name, [figure(here), figure(self.there), shift], Style::new()));
            if let Some([_, year]) = catalog.pay_years().filter(|_| metric == Metric::Pay) {
                let newest = |role| {
                    let text = catalog.newest_pay(role).map(|(text, _)| text).filter(|text| fit::width(text) < wide);
                    text.or_else(|| catalog.newest_short(role)).unwrap_or_else(|| look.glyphs.dot.to_owned())
                };
                lines.push(row(
                    &format!("pay {year}"),
                    [newest(here), newest(self.there), String::new()],
                    Style::new(),
                ));
            }
        }
        lines
    }

    fn figures(self, room: usize) -> String {
        let look = self.scene.look;
        if room >= 60 {
            return look.text(&format!("There: {}", figures_in_short(self.scene.catalog, self.there)));
        }
        let figure =
            |metric: Metric| metric.short(self.scene.catalog, self.there).unwrap_or_else(|| look.glyphs.dot.to_owned());
        let [index, pay, change] = [Metric::Index, Metric::Pay, Metric::Change].map(figure);
        let studies = self.there.exposure.index.map_or(String::new(), Index::fraction);
        let newest = self.scene.catalog.pay_years().zip(self.scene.catalog.newest_short(self.there));
        let newest = newest.map(|([_, year], pay)| format!(", {year} {pay}"));
        let line = |newest| format!("overlap {index}{studies}  {pay} ({}){newest}  {change}", self.selected.pay);
        let both = newest.map(line).filter(|line| fit::width(line) <= room);
        look.text(&both.unwrap_or_else(|| line(String::new())))
    }

    /// What is asked for beyond the level here, then what is brought along, in at most `most` lines.
    fn skill_lines(self, skills: &Skills, room: usize, most: usize) -> Vec<Line<'static>> {
        let look = self.scene.look;
        let Some(gap) = self.selected.gap_text() else {
            return look.wrap(self.why_no_gap(), room, 3).into_iter().map(Line::raw).collect();
        };
        let dot = look.glyphs.dot;
        let mut lines = vec![self.heading(&format!("Asks for more {dot} gap {gap}"), room)];
        let (here, beyond) = (look.glyphs.full, beyond_glyph(look));
        let legend = format!("level 0 to 7: {here} here, {beyond} beyond; imp.: importance there, 1 to 5");
        let legend = look.wrap(&legend, room, 2);
        lines.extend(legend.into_iter().map(|line| Line::styled(line, look.quiet())));
        let each = if room >= ONE_LINE { 1 } else { 2 };
        // Two thirds of the room for what is to be learnt, and three at least.
        let rows = (most.saturating_sub(5) * 2 / 3 / each).clamp(3, 8);
        if skills.asked.is_empty() {
            lines.push(Line::raw("nothing"));
        }
        lines.extend(skills.asked.iter().take(rows).flat_map(|asked| self.element(*asked, room)));
        lines.push(Line::default());
        lines.push(self.heading("Brought along, important there", room));
        if skills.brought.is_empty() {
            lines.push(Line::raw("nothing"));
        }
        let left = most.saturating_sub(lines.len());
        if each == 1 && left > 4 {
            let rows = skills.brought.len().min(left - 2).min(8);
            lines.extend(skills.brought.iter().take(rows).flat_map(|asked| self.element(*asked, room)));
            let rest = skills.brought.get(rows..).unwrap_or_default();
            let names = self.listed(rest, 40, false);
            let names = if rest.is_empty() { names } else { format!("and {names}") };
            lines.extend(look.wrap(&names, room, left - rows).into_iter().map(Line::raw));
        } else {
            let names = self.listed(&skills.brought, 40, false);
            lines.extend(look.wrap(&names, room, left).into_iter().map(Line::raw));
        }
        lines
    }

    fn why_no_gap(self) -> &'static str {
        if self.scene.view.moves.is_rated {
            "O*NET rates no skills of this role: how near it is and what it asks for cannot be told."
        } else {
            "O*NET rates no skills of the role one comes from: what this one asks for beyond it cannot be told."
        }
    }

    /// An element with both levels: in one line where there is room, else in two.
    fn element(self, asked: Asked, room: usize) -> Vec<Line<'static>> {
        let look = self.scene.look;
        if room >= ONE_LINE {
            return vec![Line::from(self.asked_line(asked, room))];
        }
        let beyond = signed(asked);
        let name = look.padded(&self.name(asked), room.saturating_sub(beyond.len()));
        let first = Line::from(vec![Span::raw(name), Span::styled(beyond, look.heading())]);
        vec![first, Line::from(self.levels(asked))]
    }

    fn heading(self, text: &str, room: usize) -> Line<'static> {
        let look = self.scene.look;
        Line::styled(look.cut(text, room), look.heading())
    }

    /// Name, bar and figures of an element that is asked for.
    fn asked_line(self, asked: Asked, room: usize) -> Vec<Span<'static>> {
        let look = self.scene.look;
        let beyond = look.to_the_right(&signed(asked), 7);
        let levels = self.levels(asked);
        let taken: usize = levels.iter().map(Span::width).sum::<usize>() + beyond.len();
        let mut spans = vec![Span::raw(look.padded(&self.name(asked), room.saturating_sub(taken).min(34)))];
        spans.extend(levels);
        spans.push(Span::styled(beyond, look.heading()));
        spans
    }

    /// Both levels in one bar, and as figures.
    fn levels(self, asked: Asked) -> Vec<Span<'static>> {
        let look = self.scene.look;
        let here = cells(asked.here.value() / LEVELS, BAR);
        let there = cells(asked.there.value() / LEVELS, BAR).max(here);
        vec![
            Span::styled(look.glyphs.full.repeat(here), look.quiet()),
            Span::styled(beyond_glyph(look).repeat(there - here), look.heading()),
            Span::styled(look.glyphs.empty.repeat(BAR - there), look.quiet()),
            Span::styled(format!("  {} {} {}", asked.here, look.glyphs.arrow, asked.there), look.quiet()),
            Span::styled(format!("  imp. {}", asked.importance), look.quiet()),
        ]
    }

    /// Names of elements, with their levels beyond where asked.
    fn listed(self, asked: &[Asked], most: usize, beyond: bool) -> String {
        let names: Vec<String> = asked
            .iter()
            .take(most)
            .copied()
            .map(|asked| {
                let name = self.name(asked);
                if beyond { format!("{name} {}", signed(asked)) } else { name }
            })
            .collect();
        names.join(", ")
    }

    /// A label and a text, in one line.
    fn named(self, label: &'static str, text: &str, room: usize) -> Line<'static> {
        let look = self.scene.look;
        let text = if text.is_empty() { "nothing" } else { text };
        let rest = look.cut(text, room.saturating_sub(label.len() + 2));
        Line::from(vec![Span::styled(format!("  {label}: "), look.quiet()), Span::raw(rest)])
    }
}

fn indented(mut spans: Vec<Span<'static>>) -> Line<'static> {
    spans.insert(0, Span::raw("  "));
    Line::from(spans)
}

/// The level there less the level here, with its sign where it has one.
fn signed(asked: Asked) -> String {
    if asked.here == asked.there { "0.00".to_owned() } else { format!("{:+.2}", asked.beyond()) }
}

/// The part of a bar that is beyond the level here.
fn beyond_glyph(look: crate::ui::Look) -> &'static str {
    if look.ascii() { "+" } else { "▒" }
}
