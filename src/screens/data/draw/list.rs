//! The datasets in rows: name, release, age, roles, licence, and whose they are.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::App;
use crate::catalog::own::Origin;
use crate::catalog::{Age, Source, grouped};
use crate::screens::data::{DataView, Pane};
use crate::ui::look::Look;
use crate::ui::{print, print_list};

/// Cells of the columns; 0 where there is no room for one.
#[derive(Clone, Copy, Default)]
struct DatasetColumns {
    /// Before the name: the cursor, and where there is room the mark of a chosen one.
    before: usize,
    name: usize,
    release: usize,
    age: usize,
    roles: usize,
    licence: usize,
    origin: usize,
}

impl DatasetColumns {
    fn of(cells: usize) -> Self {
        let (release, age, roles, licence, origin) = match cells {
            ..24 => (0, 0, 0, 0, 0),
            24..36 => (0, 0, 0, 0, 8),
            36..60 => (11, 0, 0, 0, 8),
            60..104 => (11, 16, 5, 0, 8),
            _ => (20, 17, 5, 12, 8),
        };
        let taken: usize =
            [release, age, roles, licence, origin].into_iter().filter(|cells| *cells > 0).map(|cells| cells + 2).sum();
        let before = if cells < 24 { 1 } else { 3 };
        let name = cells.saturating_sub(before + taken + 1);
        Self { before, name, release, age, roles, licence, origin }
    }

    /// The cells of a row behind its name.
    fn behind(self, look: Look, texts: [&str; 5]) -> String {
        let [release, age, roles, licence, origin] = texts;
        let mut text = String::new();
        let left = [(self.release, release), (self.age, age)];
        for (cells, value) in left.into_iter().filter(|(cells, _)| *cells > 0) {
            text.push_str("  ");
            text.push_str(&look.padded(value, cells));
        }
        if self.roles > 0 {
            text.push_str("  ");
            text.push_str(&look.to_the_right(roles, self.roles));
        }
        for (cells, value) in [(self.licence, licence), (self.origin, origin)].into_iter().filter(|(c, _)| *c > 0) {
            text.push_str("  ");
            text.push_str(&look.padded(value, cells));
        }
        text
    }
}

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, view: &DataView, app: &App, look: Look) {
    if area.is_empty() {
        return;
    }
    let sources = &app.catalog().sources;
    let columns = DatasetColumns::of(area.width.into());
    let has_heads = area.height > 3;
    if has_heads {
        let name = look.padded(&format!("{} datasets", sources.len()), columns.name);
        let behind = columns.behind(look, ["release", "age", "roles", "licence", "from"]);
        print(frame, area, 0, Line::styled(format!("{}{name}{behind}", " ".repeat(columns.before)), look.quiet()));
    }
    let top = u16::from(has_heads);
    let rows = Rect { y: area.y + top, height: area.height - top, ..area };
    print_list(frame, rows, (view.cursor, sources.len(), 1), |place| {
        Some(line(sources.get(place)?, place, columns, (view, app), look))
    });
}

fn line(
    source: &Source<'_>,
    place: usize,
    columns: DatasetColumns,
    (view, app): (&DataView, &App),
    look: Look,
) -> Line<'static> {
    let origin = app.data.origin(source.id);
    let age = app.data.today.map_or(String::new(), |today| Age::of(source.date, today).to_string());
    let roles = view.roles.get(place).map_or(String::new(), |roles| grouped(*roles as u64));
    let behind = columns.behind(look, [source.release, &age, &roles, source.licence, origin.word()]);
    let is_here = place == view.cursor;
    let style = match (is_here, &view.pane) {
        (true, Pane::Source) => look.selected(),
        (true, _) => look.heading(),
        (false, _) => Style::new(),
    };
    // What is the user's own stands out by more than a word.
    let name_style = if origin == Origin::User { style.patch(look.heading()) } else { style };
    let chosen = if view.chosen.contains(&source.id) { "+ " } else { "  " };
    Line::from(vec![
        look.cursor(is_here),
        Span::styled(if columns.before > 1 { chosen } else { "" }, look.key()),
        Span::styled(look.padded(source.name, columns.name), name_style),
        Span::styled(behind, style),
    ])
}
