//! How a row of a section looks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::summary::SHORT_FRAME;
use crate::app::pins::Pins;
use crate::catalog::role::{INTERESTS, education_level};
use crate::catalog::{Catalog, FRAME, Family, Gap, Hundredths, Programme, Rated, Rating, Role, SoftwareUse};
use crate::screens::role::rows::Row;
use crate::ui::bars::bar;
use crate::ui::look::Look;

/// What rows are drawn for.
#[derive(Clone, Copy)]
pub struct Page<'p> {
    pub catalog: &'p Catalog<'p>,
    pub pins: &'p Pins,
    pub role: &'p Role<'p>,
    pub look: Look,
    pub width: usize,
}

impl Page<'_> {
    /// The lines of a row; the one under the cursor may unfold.
    pub fn lines(&self, row: &Row<'_>, selected: bool) -> Vec<Line<'static>> {
        let look = self.look;
        match row {
            Row::Gap => vec![Line::default()],
            Row::Heading(text) => self.paragraph(text, look.heading()),
            Row::Text(told) => self.paragraph(&told.text, Style::new()),
            Row::Remark(told) => self.paragraph(&told.text, look.quiet()),
            Row::Note(text) => self.paragraph(text, look.quiet()),
            Row::Frame if self.width < FRAME.len() / 2 => self.paragraph(SHORT_FRAME, look.frame()),
            Row::Frame => self.paragraph(FRAME, look.frame()),
            Row::Fact(label, told) => self.fact(label, &told.text),
            Row::Elsewhere(_, label, told) => self.fact(label, &told.text),
            Row::Marks => self.marks(),
            Row::WhoseMarks => self.whose_marks(),
            Row::TaskHeads => vec![self.task_heads()],
            Row::Task(place) => self.task(usize::from(*place), selected),
            Row::Rated(rating) => self.rated(*rating, selected),
            Row::InDemand(skill) => {
                let kind = if skill.is_specialized(self.catalog) { "Specialized Skill" } else { "Common Skill" };
                self.named(skill.name(self.catalog), kind, selected)
            }
            Row::Software(used) => self.software(*used, selected),
            Row::Tool(used) => {
                let name = self.catalog.tool(used.tool).map_or("", |tool| tool.name);
                self.named(name, self.catalog.kind(used.commodity), selected)
            }
            Row::Index => self.index(),
            Row::Gauge(measure) => self.gauge(*measure),
            Row::Reading(measure) => self.reading(*measure),
            Row::TaskMix { human } => self.mix(*human),
            Row::WageHeads => vec![self.wage_heads()],
            Row::Wage(point) => self.wage(*point).into_iter().collect(),
            Row::WageRange => self.wage_range(),
            Row::YearHeads => vec![self.year_heads()],
            Row::Year(point, scale) => vec![self.year(point, *scale)],
            Row::Share { share, bar: true } => {
                let percent = share.percent.map_or(0.0, Hundredths::value);
                vec![self.measured(education_level(share.level), percent / 100.0, &share.text())]
            }
            Row::Share { share, bar: false } => self.fact(education_level(share.level), &share.text()),
            Row::Interest(place, score) => {
                let name = INTERESTS.get(usize::from(*place)).copied().unwrap_or_default();
                vec![self.measured(name, (score - 1.0) / 6.0, &format!("{score:.2}"))]
            }
            Row::Programme(programme) => self.programme(programme, selected),
            Row::RelatedHeads => vec![self.related_heads()],
            Row::Related(related) => self.related(*related, selected),
            Row::Source(source) => self.source(source),
        }
    }

    /// A paragraph in one style.
    pub(super) fn paragraph(&self, text: &str, style: Style) -> Vec<Line<'static>> {
        self.look.wrapped(text, self.width).into_iter().map(|line| Line::styled(line, style)).collect()
    }

    /// A label and its figure, which wraps.
    fn fact(&self, label: &str, value: &str) -> Vec<Line<'static>> {
        let cells = 21.min(self.width * 3 / 5);
        let value = if self.look.ascii() { value.replace('→', self.look.glyphs.arrow) } else { value.to_owned() };
        let mut label = Some(self.look.padded(label, cells.saturating_sub(1)) + " ");
        self.look
            .wrapped(&value, self.width.saturating_sub(cells))
            .into_iter()
            .map(|text| {
                let label = label.take().unwrap_or_else(|| " ".repeat(cells));
                Line::from(vec![Span::styled(label, self.look.quiet()), Span::raw(text)])
            })
            .collect()
    }

    fn rated(&self, rating: Rating, selected: bool) -> Vec<Line<'static>> {
        let Some(element) = self.catalog.element(rating.element) else { return Vec::new() };
        let figures = self.figures(rating.importance, rating.level, element.family);
        // What the other columns leave.
        let more_name = if element.family == Family::WorkActivity { 15 } else { 0 };
        let share = (rating.importance.value() - 1.0) / 4.0;
        let line = self.measured_beside(element.name, more_name, share, &figures);
        self.with_whole(line, &[element.name], selected)
    }

    /// Importance, level and family of a rating, as far as there is room.
    pub(super) fn figures(&self, importance: Hundredths, level: Rated, family: Family) -> String {
        let family = match family {
            // A list of its own, whose heading says what they are.
            Family::WorkActivity => "",
            Family::TransferableSkill if self.width < 92 => "transferable",
            family => family.word(),
        };
        let level = match level {
            Ok(level) => format!("level {level}"),
            Err(Gap::NotRelevant) if self.width < 92 => "irrelevant".to_owned(),
            Err(gap) => gap.word().to_owned(),
        };
        let figures = match self.width {
            ..48 => importance.to_string(),
            48..68 => format!("{importance}  {family}"),
            68..92 => format!("{importance}  {level:<10}  {family}"),
            _ => format!("{importance}  {level:<12}  {family}"),
        };
        figures.trim_end().to_owned()
    }

    /// Under a line that had to cut one of the texts, all of them whole, where the cursor is.
    pub(super) fn with_whole(&self, line: Line<'static>, texts: &[&str], selected: bool) -> Vec<Line<'static>> {
        let drawn = line.to_string();
        let mut lines = vec![line];
        if selected && texts.iter().any(|text| !drawn.contains(text)) {
            let whole = texts.join(&format!(" {} ", self.look.glyphs.dot));
            let whole = self.look.wrapped(&whole, self.width.saturating_sub(2));
            lines.extend(whole.into_iter().map(|text| Line::styled(format!("  {text}"), self.look.quiet())));
        }
        lines
    }

    /// A name, a bar from 0 to 1, and figures.
    fn measured(&self, name: &str, share: f64, figures: &str) -> Line<'static> {
        self.measured_beside(name, 0, share, figures)
    }

    /// The same, with a name that takes `more_name` more cells where there is a column for what kind it is.
    pub(super) fn measured_beside(&self, name: &str, more_name: usize, share: f64, figures: &str) -> Line<'static> {
        let (name_width, bar_width) = match self.width {
            ..48 => (self.width.saturating_sub(14).max(8), 8),
            48..68 => (self.width.saturating_sub(38) + more_name, 10),
            68..90 => ((self.width - 45).min(33) + more_name, 10),
            _ => (38 + more_name, 16),
        };
        let mut spans = vec![Span::raw(self.look.padded(name, name_width)), Span::raw(" ")];
        spans.extend(bar(self.look, share, bar_width, self.look.key()));
        let room = self.width.saturating_sub(name_width + bar_width + 2);
        spans.push(Span::styled(format!(" {}", self.look.cut(figures, room)), self.look.quiet()));
        Line::from(spans)
    }

    fn software(&self, used: SoftwareUse, selected: bool) -> Vec<Line<'static>> {
        let look = self.look;
        let name = self.catalog.software(used.software).map_or("", |software| software.name);
        let category = self.catalog.kind(used.category);
        let flags = match (used.hot, used.in_demand) {
            (true, true) => "hot, in demand",
            (true, false) => "hot",
            (false, true) => "in demand",
            (false, false) => "",
        };
        if self.width < 36 {
            return self.with_whole(Line::raw(look.cut(name, self.width)), &[name], selected);
        }
        let name_width = if self.width < 56 { self.width - 15 } else { (self.width / 2).min(44) };
        let mut spans = vec![
            Span::raw(look.padded(name, name_width)),
            Span::styled(format!(" {}", look.padded(flags, 14)), look.key()),
        ];
        if let Some(room) = self.width.checked_sub(name_width + 17).filter(|room| *room >= 8) {
            spans.push(Span::styled(format!("  {}", look.cut(category, room)), look.quiet()));
        }
        self.with_whole(Line::from(spans), &[name, category], selected)
    }

    /// A programme of study, its code first; whole under the cursor.
    fn programme(&self, programme: &Programme<'_>, selected: bool) -> Vec<Line<'static>> {
        let code = format!("{}  ", programme.code);
        let title = self.look.cut(programme.title, self.width.saturating_sub(code.len()));
        let line = Line::from(vec![Span::styled(code, self.look.quiet()), Span::raw(title)]);
        self.with_whole(line, &[programme.title], selected)
    }

    /// A name and what kind of thing it is.
    fn named(&self, name: &str, kind: &str, selected: bool) -> Vec<Line<'static>> {
        let name_width = if self.width < 56 { self.width * 3 / 5 } else { (self.width / 2).min(44) };
        let room = self.width.saturating_sub(name_width + 1);
        let line = Line::from(vec![
            Span::raw(self.look.padded(name, name_width)),
            Span::styled(format!(" {}", self.look.cut(kind, room)), self.look.quiet()),
        ]);
        self.with_whole(line, &[name, kind], selected)
    }
}
