//! How a row of a section looks.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::summary::SHORT_FRAME;
use crate::app::role_rows::Row;
use crate::catalog::exposure::INDEX_NAME;
use crate::catalog::{
    Catalog, FRAME, Label, Measure, NOT_PUBLISHED, Percentile, Period, Rating, Related, Role, Source, Task, WageRange,
    raw_value,
};
use crate::ui::bars::{bar, distribution, fit, padded, percentile_bar, task_mix, values, wage_range, wrapped};
use crate::ui::look::Look;

/// What rows are drawn for.
#[derive(Clone, Copy)]
pub struct Page<'p> {
    pub catalog: &'p Catalog<'p>,
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
            Row::Heading(text) => vec![Line::styled(fit(look, text, self.width), look.heading())],
            Row::Text(text) => self.paragraph(text, Style::new()),
            Row::Remark(text) => self.paragraph(text, look.quiet()),
            Row::Frame if self.width < FRAME.len() / 2 => self.paragraph(SHORT_FRAME, look.frame()),
            Row::Frame => self.paragraph(FRAME, look.frame()),
            Row::Fact(label, value) => {
                let value = fit(look, value, self.width.saturating_sub(21));
                vec![Line::from(vec![Span::styled(padded(look, label, 21), look.quiet()), Span::raw(value)])]
            }
            Row::Marks => self.marks(),
            Row::Task(place) => self.task(usize::from(*place), selected),
            Row::Rated(rating) => vec![self.rated(*rating)],
            Row::InDemand(skill) => {
                let kind = if skill.is_specialized(self.catalog) { "Specialized Skill" } else { "Common Skill" };
                vec![self.named(skill.name(self.catalog), kind)]
            }
            Row::Software(used) => {
                let (name, category) = self.catalog.software(used.software).map_or(("", ""), |s| (s.name, s.category));
                let flags = match (used.hot, used.in_demand) {
                    (true, true) => "hot, in demand · ",
                    (true, false) => "hot · ",
                    (false, true) => "in demand · ",
                    (false, false) => "",
                };
                vec![self.named(name, &format!("{flags}{category}"))]
            }
            Row::Tool(tool) => {
                let (name, commodity) = self.catalog.tool(*tool).map_or(("", ""), |tool| (tool.name, tool.commodity));
                vec![self.named(name, commodity)]
            }
            Row::Index => self.index(),
            Row::Gauge(measure) => self.gauge(*measure),
            Row::Reading(measure) => self.reading(*measure),
            Row::TaskMix { human } => self.mix(*human),
            Row::Wages(period) => self.wages(*period),
            Row::Share(name, percent) => vec![self.measured(name, *percent / 100.0, &format!("{percent:.0}%"))],
            Row::Interest(name, value) => vec![self.measured(name, (value - 1.0) / 6.0, &format!("{value:.2}"))],
            Row::Related(related) => vec![self.related(*related)],
            Row::Source(source) => self.source(source),
        }
    }

    fn paragraph(&self, text: &str, style: Style) -> Vec<Line<'static>> {
        wrapped(self.look, text, self.width).into_iter().map(|line| Line::styled(line, style)).collect()
    }

    /// What the marks of tasks mean, with the frame.
    fn marks(&self) -> Vec<Line<'static>> {
        let meaning = |label: Label| format!("{} {}", label.word(), label.meaning());
        let marks = [Label::E1, Label::E2, Label::E0].map(meaning).join(" · ");
        let mut lines = self.paragraph(&format!("{marks} (GPTs are GPTs, 2023)."), self.look.quiet());
        lines.extend(self.lines(&Row::Frame, false));
        lines
    }

    fn task(&self, place: usize, selected: bool) -> Vec<Line<'static>> {
        let look = self.look;
        let Some(task) = self.role.tasks.get(place) else { return Vec::new() };
        let mut spans = match task.labels {
            Some(labels) => vec![Span::styled(format!("{} ", labels.gpt4.word()), look.label(labels.gpt4))],
            None => vec![Span::styled("-- ", look.quiet())],
        };
        let bar_width = if self.width >= 60 { 8 } else { 0 };
        if let (Some(importance), 1..) = (task.importance, bar_width) {
            spans.extend(bar(look, (importance.value() - 1.0) / 4.0, bar_width, look.key()));
        } else if bar_width > 0 {
            spans.push(Span::raw(" ".repeat(bar_width)));
        }
        if bar_width > 0 {
            let figure = task.importance.map_or_else(|| "  – ".to_owned(), |importance| importance.to_string());
            spans.push(Span::styled(format!(" {figure} "), look.quiet()));
        }
        let used: usize = spans.iter().map(Span::width).sum();
        let room = self.width.saturating_sub(used);
        if !selected {
            spans.push(Span::raw(fit(look, task.wording, room)));
            return vec![Line::from(spans)];
        }
        let mut lines = Vec::new();
        for text in wrapped(look, task.wording, room.max(10)) {
            let indent = Span::raw(" ".repeat(used));
            let mut line = if lines.is_empty() { std::mem::take(&mut spans) } else { vec![indent] };
            line.push(Span::styled(text, look.heading()));
            lines.push(Line::from(line));
        }
        lines.extend(self.paragraph(&self.about(task), look.quiet()));
        lines
    }

    /// What else is known of a task.
    fn about(&self, task: &Task<'_>) -> String {
        let mut parts = vec![task.kind.word().to_owned()];
        parts.push(task.importance.map_or_else(
            || format!("importance {NOT_PUBLISHED}"),
            |importance| format!("importance {importance} of 5"),
        ));
        if let Some(relevance) = task.relevance {
            parts.push(format!("relevant to {:.0}%", relevance.value()));
        }
        match task.labels {
            Some(labels) => {
                parts.push(format!("GPT-4 says {}, {}", labels.gpt4.word(), labels.gpt4.meaning()));
                parts.push(format!("people say {}, {}", labels.human.word(), labels.human.meaning()));
            }
            None => parts.push("exposure not labelled".to_owned()),
        }
        if let Some(used) = task.observed_use {
            parts.push(format!("observed use {} (Anthropic)", raw_value(used)));
        }
        let names =
            task.activities.iter().filter_map(|id| Some(self.catalog.activity(*id)?.name.trim_end_matches('.')));
        let names: Vec<&str> = names.collect();
        if !names.is_empty() {
            parts.push(format!("activity: {}", names.join("; ")));
        }
        parts.join(" · ")
    }

    fn rated(&self, rating: Rating) -> Line<'static> {
        let (name, family) =
            self.catalog.element(rating.element).map_or(("", String::new()), |e| (e.name, e.family.to_string()));
        let figures = match rating.level {
            Some(level) if self.width >= 70 => format!("{} level {level} {family}", rating.importance),
            _ if self.width >= 50 => format!("{} {family}", rating.importance),
            _ => rating.importance.to_string(),
        };
        self.measured(name, (rating.importance.value() - 1.0) / 4.0, &figures)
    }

    /// A name, a bar from 0 to 1, and figures.
    fn measured(&self, name: &str, share: f64, figures: &str) -> Line<'static> {
        let name_width = (self.width * 2 / 5).clamp(8, 40);
        let bar_width = (self.width / 5).clamp(4, 20);
        let mut spans = vec![Span::raw(padded(self.look, name, name_width)), Span::raw(" ")];
        spans.extend(bar(self.look, share, bar_width, self.look.key()));
        let room = self.width.saturating_sub(name_width + bar_width + 2);
        spans.push(Span::styled(format!(" {}", fit(self.look, figures, room)), self.look.quiet()));
        Line::from(spans)
    }

    /// A name and what kind of thing it is.
    fn named(&self, name: &str, kind: &str) -> Line<'static> {
        let name_width = (self.width / 2).min(44);
        let room = self.width.saturating_sub(name_width + 1);
        Line::from(vec![
            Span::raw(padded(self.look, name, name_width)),
            Span::styled(format!(" {}", fit(self.look, kind, room)), self.look.quiet()),
        ])
    }

    fn index(&self) -> Vec<Line<'static>> {
        let look = self.look;
        let Some(index) = self.role.exposure.index else {
            return self.paragraph("Index: not published; no study of it covers this role.", Style::new());
        };
        let mut lines = vec![Line::from(vec![
            Span::styled("AI task-overlap index  ", look.heading()),
            Span::styled(fit(look, INDEX_NAME, self.width.saturating_sub(23)), look.quiet()),
        ])];
        lines.push(self.percentile_line(index.percentile));
        let spread = self.role.exposure.spread().map_or_else(String::new, |(low, high)| {
            format!("; the studies' gauges reach from the {low} to the {high}")
        });
        let note = format!("joins {} of 3 studies: mean of their percentiles, ranked again{spread}", index.studies);
        lines.extend(self.paragraph(&note, look.quiet()));
        lines
    }

    fn percentile_line(&self, percentile: Percentile) -> Line<'static> {
        let band = percentile.band();
        let mut spans = percentile_bar(self.look, percentile, self.width.saturating_sub(32).clamp(5, 40)).to_vec();
        spans.push(Span::raw(format!(" {percentile} percentile ")));
        spans.push(Span::styled(format!("({band})"), self.look.band(band)));
        Line::from(spans)
    }

    fn gauge(&self, measure: Measure) -> Vec<Line<'static>> {
        let look = self.look;
        let title = format!("{} ({}, {})", measure.study().name(), measure.name(), measure.year());
        let mut lines = vec![Line::styled(fit(look, &title, self.width), look.heading())];
        let Some(reading) = self.role.exposure.reading(measure) else {
            lines.push(Line::styled(format!("{NOT_PUBLISHED} for this role"), look.quiet()));
            return lines;
        };
        lines.push(self.percentile_line(reading.percentile));
        let width = self.width.min(60);
        let style = look.band(reading.percentile.band());
        let values = values(&self.catalog.roles, measure);
        lines.extend(distribution(look, &values, reading.raw, width, style));
        let note = format!("raw value {}; the hills show all {} roles", raw_value(reading.raw), values.len());
        lines.push(Line::styled(fit(look, &note, self.width), look.quiet()));
        lines
    }

    fn reading(&self, measure: Measure) -> Vec<Line<'static>> {
        let Some(reading) = self.role.exposure.reading(measure) else { return Vec::new() };
        let percentile = reading.percentile;
        let figures = format!("{:>7} {:>5} {}", raw_value(reading.raw), percentile.to_string(), percentile.band());
        let room = self.width.saturating_sub(figures.len() + 3);
        let name = padded(self.look, measure.name(), room.min(38));
        vec![Line::from(vec![Span::styled(format!("  {name} "), self.look.quiet()), Span::raw(figures)])]
    }

    fn mix(&self, human: bool) -> Vec<Line<'static>> {
        let labels = self.role.tasks.iter().filter_map(|task| task.labels);
        let labels: Vec<Label> = labels.map(|labels| if human { labels.human } else { labels.gpt4 }).collect();
        let who = if human { "by people" } else { "by GPT-4" };
        let title = format!("{} tasks labelled {who}", labels.len());
        let mut lines = vec![Line::raw(fit(self.look, &title, self.width))];
        lines.extend(task_mix(self.look, &labels, self.width.min(60)));
        lines
    }

    fn wages(&self, period: Period) -> Vec<Line<'static>> {
        let Some(pay) = self.catalog.pay(self.role) else { return Vec::new() };
        let (range, title): (&WageRange, _) = match period {
            Period::Year => (&pay.annual, "Wages a year, 10th to 90th percentile"),
            Period::Hour => (&pay.hourly, "Wages an hour, 10th to 90th percentile"),
        };
        let mut lines = vec![Line::default(), Line::styled(fit(self.look, title, self.width), self.look.heading())];
        if range.points().iter().all(|(_, wage)| wage.is_none()) {
            lines.push(Line::styled(NOT_PUBLISHED, self.look.quiet()));
            return lines;
        }
        lines.extend(wage_range(self.look, range, period, self.width.min(60)));
        let text = |(name, wage): (&str, Option<crate::catalog::Wage>)| {
            let wage = wage.map_or_else(|| NOT_PUBLISHED.to_owned(), |wage| wage.text(period));
            format!("{name} {wage}")
        };
        let figures = range.points().map(text).join(&format!("  {} ", self.look.glyphs.dot));
        lines.extend(self.paragraph(&figures, Style::new()));
        lines
    }

    fn related(&self, related: Related) -> Line<'static> {
        let Some(other) = self.catalog.role(related.role) else { return Line::default() };
        let index = |role: &Role<'_>| Some(role.exposure.index?.percentile.0);
        let exposure = index(other)
            .zip(index(self.role))
            .map_or_else(|| "exposure –".to_owned(), |(other, here)| format!("exposure {:+.0} points", other - here));
        let median = |role: &Role<'_>| Some(self.catalog.pay(role)?.annual.median?.dollars(Period::Year));
        let pay = median(other).zip(median(self.role)).map_or_else(
            || "pay –".to_owned(),
            |(other, here)| {
                let change = (other - here) / 1000.0;
                format!("pay {}${:.0}k", if change < 0.0 { "-" } else { "+" }, change.abs())
            },
        );
        self.named(other.title, &format!("{exposure:<20} {pay}"))
    }

    fn source(&self, source: &Source<'_>) -> Vec<Line<'static>> {
        let title = format!("{} ({})", source.name, source.release);
        let mut lines = self.paragraph(&title, self.look.heading());
        lines.extend(
            self.paragraph(&format!("{}. {}. {}", source.publisher, source.licence, source.address), self.look.quiet()),
        );
        lines.extend(self.paragraph(source.attribution, Style::new()));
        lines.push(Line::default());
        lines
    }
}
