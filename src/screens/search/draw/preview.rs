//! The role under the cursor, beside the list.

use std::borrow::Cow;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::catalog::{Catalog, FRAME, Measure, Metric, NOT_PUBLISHED, Percentile, Role, Sparkline, Study, Task};
use crate::search::{Found, Hit};
use crate::ui::bars::{percentile_bar, sparkline};
use crate::ui::look::Look;
use crate::ui::{fit, print, print_all};

/// Rows from which the frame sentence is sure to be seen under the gauges.
pub(super) const FRAMED_ROWS: u16 = 18;
const LABEL: usize = 11;

/// Lines of a pane, of a given width.
struct Page<'c> {
    lines: Vec<Line<'c>>,
    cells: usize,
    look: Look,
}

impl<'c> Page<'c> {
    fn blank(&mut self) {
        self.lines.push(Line::default());
    }

    fn text(&mut self, text: &str, most: usize, style: Style) {
        let lines = self.look.wrap(text, self.cells, most);
        self.lines.extend(lines.into_iter().map(|line| Line::styled(line, style)));
    }

    fn row(&mut self, label: &str, mut rest: Vec<Span<'c>>) {
        let label = self.look.cut(label, LABEL - 1);
        let fill = " ".repeat(LABEL.saturating_sub(fit::width(&label)));
        let mut spans = vec![Span::styled(format!("{label}{fill}"), self.look.quiet())];
        spans.append(&mut rest);
        self.lines.push(Line::from(spans));
    }
}

pub(super) fn draw(
    frame: &mut Frame<'_>,
    area: Rect,
    role: &Role<'static>,
    hit: Option<&Hit>,
    catalog: &Catalog<'static>,
    look: Look,
) {
    if area.width < 4 {
        return;
    }
    let code = role.code.to_string();
    let fill = look.rule().repeat(usize::from(area.width).saturating_sub(fit::width(&code) + 3));
    let head = vec![
        Span::styled(format!("{} ", look.rule()), look.border()),
        Span::styled(code, look.title()),
        Span::styled(format!(" {fill}"), look.border()),
    ];
    print(frame, area, 0, Line::from(head));
    let inner = Rect { x: area.x + 1, width: area.width - 2, ..area };
    let mut page = Page { lines: Vec::new(), cells: usize::from(inner.width), look };
    page.text(role.title, 2, look.heading());
    page.text(catalog.major_group(role.code).unwrap_or_default(), 1, look.quiet());
    page.blank();
    if inner.height >= FRAMED_ROWS + 2 {
        page.text(role.summary, if inner.height >= 36 { 6 } else { 3 }, look.plain());
        page.blank();
    }
    gauges(&mut page, role, catalog);
    labour(&mut page, role, catalog);
    tasks(&mut page, role, hit, usize::from(inner.height).saturating_sub(1));
    print_all(frame, inner, 1, page.lines);
}

fn gauges(page: &mut Page<'_>, role: &Role<'_>, catalog: &Catalog<'_>) {
    let look = page.look;
    page.lines.push(Line::styled("Exposure to AI", look.heading()));
    if let Some(index) = role.exposure.index {
        gauge(page, "index", index.percentile, &format!("of {} studies", index.studies));
    }
    let mut missing = Vec::new();
    for study in Study::ALL {
        let Some(measure) = study.measures().first().copied() else { continue };
        match role.exposure.reading(measure) {
            Some(reading) => {
                let note = format!("{}, {}", measure.year(), study.kind());
                gauge(page, name(measure, look), reading.percentile, &note);
            }
            None => missing.push(name(measure, look)),
        }
    }
    if let Some(category) = catalog.ai_category(role) {
        page.row("BLS", vec![Span::raw(category.name()), Span::styled(" 2026, relative ranking", look.quiet())]);
    }
    if !missing.is_empty() {
        let names = if missing.len() == Study::ALL.len() { "every study".to_owned() } else { missing.join(", ") };
        page.text(&format!("{NOT_PUBLISHED}: {names}"), 2, look.quiet());
    }
    page.text(FRAME, 3, look.frame());
    page.blank();
}

fn name(measure: Measure, look: Look) -> &'static str {
    match measure {
        Measure::Gpt4Gamma if look.ascii() => "GPT-4 gam.",
        Measure::MicrosoftUser => "Microsoft",
        other => other.short_name(),
    }
}

fn gauge(page: &mut Page<'_>, label: &str, percentile: Percentile, note: &str) {
    let look = page.look;
    let cells = if page.cells >= 56 { 20 } else { 10 };
    let style = look.band(percentile.band());
    let figure = format!(" {:>5} {:<8}", percentile.to_string(), percentile.band().word());
    let mut spans = percentile_bar(look, percentile, cells).to_vec();
    spans.push(Span::styled(figure, style));
    spans.push(Span::styled(format!(" {note}"), look.quiet()));
    page.row(label, spans);
}

fn labour(page: &mut Page<'_>, role: &Role<'_>, catalog: &Catalog<'_>) {
    let look = page.look;
    let (there, missing) = (catalog.there(), |metric: Metric| metric.missing(catalog, role));
    let told = |text: Option<String>, why: Cow<'static, str>| match text {
        Some(text) => vec![Span::raw(look.text(&text))],
        None => vec![Span::styled(why, look.quiet())],
    };
    let figure = |text: Option<String>| told(text, NOT_PUBLISHED.into());
    let median = Metric::Pay.wage(catalog, role).map(|(wage, period)| format!("{}{there}", wage.in_full(period)));
    page.row("median pay", told(median, missing(Metric::Pay)));
    since(page, role, catalog);
    let employed = Metric::Employment.short(catalog, role).map(|people| format!("{people}{there}"));
    page.row("employed", told(employed, missing(Metric::Employment)));
    let outlook = catalog.outlook(role);
    let change = outlook.map(|outlook| format!("{} {}", outlook.change_percent.signed(), outlook.words()));
    page.row("outlook", figure(change));
    page.row("openings", figure(outlook.map(|outlook| format!("{} a year", outlook.openings))));
    if let Some(published) = catalog.published(role).filter(|published| published.roles > 1) {
        let text = format!("published for {} {}, shared by {} roles", published.soc, published.title, published.roles);
        page.text(&text, 2, look.quiet());
    }
    page.blank();
}

/// How the median went, and the newest one where the page keeps to an older year.
fn since(page: &mut Page<'_>, role: &Role<'_>, catalog: &Catalog<'_>) {
    let line = Sparkline::of(&catalog.trend(role));
    let newest = catalog.newest_median(role);
    if line.is_none() && newest.is_none() {
        return;
    }
    let label = line.map_or_else(|| "newest".to_owned(), |line| format!("since {}", line.years.0));
    let mut spans = Vec::new();
    spans.extend(line.map(|line| Span::styled(format!("{} ", sparkline(page.look, &line)), page.look.key())));
    spans.extend(newest.map(Span::raw));
    let dollars = catalog.dollars_year().filter(|_| line.is_some());
    spans.extend(dollars.map(|year| Span::styled(format!(", line in {year} dollars"), page.look.quiet())));
    // The years are the nation's, whatever place is looked from.
    spans.extend(catalog.place().map(|_| Span::styled("in the nation", page.look.quiet())));
    page.row(&label, spans);
}

/// The tasks that the query found; without any, the most important ones. As many as the rows hold.
fn tasks(page: &mut Page<'_>, role: &Role<'static>, hit: Option<&Hit>, rows: usize) {
    let look = page.look;
    if !role.is_surveyed() {
        page.text("O*NET has not surveyed this role: no tasks, skills or tools are published for it.", 3, look.quiet());
        return;
    }
    let matching: Vec<_> = hit
        .into_iter()
        .flat_map(|hit| &hit.evidence)
        .filter_map(|evidence| match evidence.found {
            Found::Task(place) => Some((role.tasks.get(usize::from(place))?, evidence.marked.as_slice())),
            _ => None,
        })
        .collect();
    let (head, shown) = if matching.is_empty() {
        ("Most important tasks", role.tasks.iter().take(12).map(|task| (task, &[][..])).collect())
    } else {
        ("Tasks that match", matching)
    };
    page.lines.push(Line::styled(head, look.heading()));
    for (task, marks) in shown {
        if page.lines.len() >= rows {
            break;
        }
        task_line(page, task, marks);
    }
}

fn task_line(page: &mut Page<'_>, task: &Task<'static>, marks: &[std::ops::Range<usize>]) {
    let look = page.look;
    let label = task
        .labels
        .map_or(Span::raw("   "), |labels| Span::styled(format!("{} ", labels.gpt4.word()), look.label(labels.gpt4)));
    let cells = page.cells.saturating_sub(3);
    if marks.is_empty() {
        // Two lines tell most tasks whole.
        let mut label = Some(label);
        for line in look.wrap(task.wording, cells, 2) {
            let before = label.take().unwrap_or(Span::raw("   "));
            page.lines.push(Line::from(vec![before, Span::raw(line)]));
        }
        return;
    }
    let mut spans = vec![label];
    let marked = look.marked(task.wording, marks, cells, (look.plain(), look.matched()));
    spans.extend(marked.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)));
    page.lines.push(Line::from(spans));
}
