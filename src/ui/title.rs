//! The title line: the way one came, and the releases of the data.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::fit;
use super::look::Look;
use crate::app::App;
use crate::catalog::{Catalog, SourceId, Wording};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, app: &App, look: Look) {
    if area.is_empty() {
        return;
    }
    let cells = usize::from(area.width).saturating_sub(1);
    let mut spans = vec![Span::styled(" rolescope", look.title())];
    let mut room = cells.saturating_sub(10);
    let way = way(app);
    // A job that runs is the news; the releases come back after it.
    let job = app.data.job_words();
    let is_job = job.is_some();
    let (releases, releases_fit) = told(app.catalog(), job, room, look);
    let kept = if releases_fit { room - fit::width(&releases) - 2 } else { room };
    let mut used = 0;
    for (place, step) in way.iter().enumerate() {
        let between = format!(" {} ", look.step());
        let left = kept.saturating_sub(used + fit::width(&between));
        if left < 4 {
            break;
        }
        let step = look.cut(step, left);
        used += fit::width(&between) + fit::width(&step);
        let style = if place + 1 == way.len() { look.heading() } else { look.quiet() };
        spans.extend([Span::styled(between, look.quiet()), Span::styled(step, style)]);
    }
    room = room.saturating_sub(used);
    if releases_fit {
        spans.push(Span::raw(" ".repeat(room.saturating_sub(fit::width(&releases)))));
        spans.push(Span::styled(releases, if is_job { look.key() } else { look.quiet() }));
    }
    frame.render_widget(Line::from(spans), area);
}

/// The last three steps of the way; more would say less.
fn way(app: &App) -> Vec<String> {
    let catalog = app.catalog();
    let before = std::iter::once(None).chain(app.trail.iter().map(Some));
    let steps = app.trail.iter().zip(before).map(|(screen, before)| screen.view().name(catalog, before));
    let query = app.search.query.text().trim();
    let start = (!query.is_empty() && !app.trail.is_empty()).then(|| query.to_owned());
    let way: Vec<String> = start.into_iter().chain(steps).collect();
    way.into_iter().rev().take(3).rev().collect()
}

/// Fewest cells that the way keeps beside the releases, and beside a place, which always stands.
const WAY: [usize; 2] = [24, 8];

/// Cells of the name of a staff's file, at most.
const STAFF: usize = 28;

/// What stands at the end of the line, and whether there is room for it: the job that runs, else the releases; before them
/// the staff that is counted and the place that was chosen, the latter in its two letters where room is short.
fn told(catalog: &Catalog<'_>, job: Option<String>, room: usize, look: Look) -> (String, bool) {
    let dot = format!(" {} ", look.glyphs.dot);
    let fits = |text: &str, way: usize| room >= fit::width(text) + way;
    let is_job = job.is_some();
    let all = job.unwrap_or_else(|| releases(catalog, look));
    let staff = catalog.headcounts().map(|staff| look.cut(&staff.name, STAFF));
    let place = catalog.place().map(|place| match catalog.beside() {
        Some(other) => [
            format!("{} beside {}", place.in_words(), other.in_words()),
            format!("{}, {}", place.brief(), other.brief()),
        ],
        None => [place.in_words().into_owned(), place.brief().to_owned()],
    });
    let (name, brief) = match (staff, place) {
        (None, None) => {
            let is_there = fits(&all, if is_job { 3 } else { WAY[0] });
            return (all, is_there);
        }
        (None, Some([name, brief])) => (name, brief),
        (Some(staff), None) => (staff.clone(), staff),
        (Some(staff), Some([name, brief])) => (format!("{staff}{dot}{name}"), format!("{staff}{dot}{brief}")),
    };
    let year = catalog.pay_release().map_or_else(String::new, |release| format!("{dot}OEWS {release}"));
    let texts = if is_job {
        vec![format!("{name}{dot}{all}"), format!("{brief}{dot}{all}")]
    } else {
        vec![format!("{name}{dot}{all}"), format!("{name}{year}"), format!("{brief}{year}")]
    };
    let text = texts.into_iter().find(|text| fits(text, WAY[0]));
    let text = text.unwrap_or_else(|| look.cut(&brief, room.saturating_sub(WAY[1]).max(2)));
    let is_there = fits(&text, 3);
    (text, is_there)
}

/// `O*NET 30.3 · OEWS May 2024 · EP 2024-34`.
fn releases(catalog: &Catalog<'_>, look: Look) -> String {
    let named = |name: &str, release: Option<&str>| Some(format!("{name} {}", release?));
    let onet = catalog.source(SourceId::Onet).map(|source| source.release);
    let shown = [named("O*NET", onet), named("OEWS", catalog.pay_release()), named("EP", catalog.outlook_release())];
    let mut texts: Vec<String> = shown.into_iter().flatten().collect();
    if let (Wording::Official, Some(onet)) = (catalog.wording, texts.first_mut()) {
        onet.push_str(", official text");
    }
    texts.join(&format!(" {} ", look.glyphs.dot))
}
