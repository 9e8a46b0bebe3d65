//! The pinned roles: a bar above the footer of every screen, and the question which of four gives way to a fifth.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Clear;

use super::look::Look;
use super::{fit, frame_sentence, print};
use crate::app::App;
use crate::app::pins::MOST_PINS;
use crate::catalog::{Index, Metric, RoleId};
use crate::keys::hints;

/// From this width on, the bar has room for figures and the sentence that must stand beside them.
const WITH_FIGURES: usize = 130;

/// Draws the bar where something is pinned and there is room; gives back what is left for the screen.
pub(super) fn bar(frame: &mut Frame<'_>, body: Rect, app: &App, look: Look) -> Rect {
    let taken = app.pin_bar(body.width, body.height);
    if taken == 0 {
        return body;
    }
    let rest = Rect { height: body.height - taken, ..body };
    print(frame, body, body.height - 1, line(app, usize::from(body.width), look));
    rest
}

fn line(app: &App, cells: usize, look: Look) -> Line<'static> {
    let pins = app.pins.roles();
    let with_figures = cells >= WITH_FIGURES;
    let compare = hints(app, look.ascii()).into_iter().find(|hint| *hint.msg == crate::screens::compare::OPEN);
    let mut end: Vec<Span<'static>> = Vec::new();
    if with_figures {
        end.push(Span::styled(format!("  {}", frame_sentence(30)), look.frame()));
    }
    if let Some(hint) = compare.filter(|_| cells >= 60) {
        end.push(Span::styled(format!("   {}", hint.keys), look.key()));
        end.push(Span::styled(format!(" {} ", hint.words), look.quiet()));
    }
    let label = if cells >= 60 { format!(" {} pinned ", look.pin()) } else { format!(" {}", look.pin()) };
    let taken = fit::width(&label) + end.iter().map(Span::width).sum::<usize>();
    let each = cells.saturating_sub(taken) / pins.len().max(1);
    let mut spans = vec![Span::styled(label, look.key())];
    let mut used = 0;
    for (number, role) in (1..).zip(pins.iter().filter_map(|id| app.catalog().role(*id))) {
        let index = Metric::Index.short(app.catalog(), role).filter(|_| with_figures);
        let studies = role.exposure.index.map_or(String::new(), Index::fraction);
        let figure = index.map_or_else(String::new, |index| format!(" {index}{studies}"));
        let room = each.saturating_sub(4 + fit::width(&figure));
        let title = look.cut(role.title, room);
        used += 4 + fit::width(&title) + fit::width(&figure);
        spans.push(Span::styled(format!(" {number} "), look.key()));
        spans.push(Span::raw(title));
        let band = role.exposure.index.map_or(Style::new(), |index| look.band(index.percentile.band()));
        spans.push(Span::styled(format!("{figure} "), band));
    }
    spans.push(Span::raw(" ".repeat(cells.saturating_sub(taken + used))));
    spans.extend(end);
    Line::from(spans)
}

/// Asks which of the four gives way, while a fifth role waits.
pub(super) fn exchange(frame: &mut Frame<'_>, body: Rect, app: &App, look: Look) {
    let Some(waiting) = app.pins.waiting() else { return };
    let title = |id: RoleId| app.catalog().role(id).map_or("", |role| role.title);
    let rows = u16::try_from(MOST_PINS).unwrap_or(4) + 2;
    if body.height < rows || body.width < 20 {
        let text = format!("Give way to {}: which of 1-4? Esc keeps", title(waiting));
        let text = look.cut(&text, usize::from(body.width));
        let row = Rect { y: body.y + body.height.saturating_sub(1), height: body.height.min(1), ..body };
        frame.render_widget(Clear, row);
        return print(frame, row, 0, Line::styled(text, look.heading()));
    }
    let width = if body.width <= 100 { body.width } else { 76 };
    // The last row may be the frame sentence of figures that are still seen.
    let y = body.y + (body.height - rows).saturating_sub(1);
    let area = Rect { x: body.x, y, width, height: rows };
    frame.render_widget(Clear, area);
    let room = usize::from(width).saturating_sub(4);
    let before = if room < 60 { "Which gives way to" } else { "Four are pinned. Which gives way to" };
    let question = format!("{before} {}", title(waiting));
    let block = look.block(&format!("{}?", look.cut(&question, room.saturating_sub(3))));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    for (row, pinned) in (0..inner.height).zip(app.pins.roles()) {
        let name = look.cut(title(*pinned), room.saturating_sub(4));
        let number = Span::styled(format!(" {} ", row + 1), look.key());
        print(frame, inner, row, Line::from(vec![number, Span::raw(" "), Span::raw(name)]));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    use super::*;
    use crate::fixture;

    fn shown(app: &App, width: u16) -> String {
        Line::to_string(&line(app, width.into(), Look::default()))
    }

    fn pinned(count: u16) -> App {
        let mut app = App::new(fixture::engine());
        (0..count).for_each(|id| _ = app.pins.toggle(RoleId(id)));
        app
    }

    #[test]
    fn the_bar_fits_and_numbers_the_pins() {
        let app = pinned(3);
        for width in 20..220 {
            assert!(fit::width(&shown(&app, width)) <= width.into(), "{width}");
        }
        let bar = shown(&app, 100);
        assert!(bar.contains("1 Beekeepers") && bar.contains("2 Hive Inspectors"), "{bar}");
        assert!(bar.contains("F3 compare"), "while typing: {bar}");
    }

    #[test]
    fn figures_stand_beside_the_frame_sentence_only() {
        let app = pinned(2);
        for width in 20..220 {
            let bar = shown(&app, width);
            assert_eq!(bar.contains(" 80 "), bar.contains("not a forecast"), "{width} {bar}");
        }
        assert!(shown(&app, 200).contains("Hive Inspectors 80"));
    }

    #[test]
    fn a_fifth_role_is_asked_about_at_every_size() {
        let mut app = pinned(3);
        // The catalog of the tests has three roles; the fourth is of another one.
        app.pins.toggle(RoleId(7));
        app.pins.toggle(RoleId(8));
        for (width, height) in (0..90).flat_map(|width| (0..16).map(move |height| (width, height))) {
            let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
            terminal.draw(|frame| exchange(frame, frame.area(), &app, Look::default())).unwrap();
        }
    }
}
