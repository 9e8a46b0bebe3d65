//! The sentences that are left out as a list, and what the sentence is that is looked at.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::Scene;
use super::list::print_items;
use crate::matching::Sentence;
use crate::matching::words::said as in_a_line;
use crate::screens::matching::Focus;
use crate::ui::{fit, print, print_nothing};

/// Lines of a sentence in the list.
const MOST: usize = 3;

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, .. } = *scene;
    let walk = view.walk();
    if walk.is_empty() {
        return print_nothing(frame, area, [("Nothing is left out.".to_owned(), look.heading())], look);
    }
    let at = walk.partition_point(|sentence| *sentence < view.sentence);
    let cells = usize::from(area.width).saturating_sub(3);
    print_items(frame, area, (at, walk.len()), |place| {
        let Some(sentence) = walk.get(place).and_then(|at| view.cut.sentences.get(*at)) else { return Vec::new() };
        let style = if sentence.counts { look.plain() } else { look.left_out() };
        let mut lines: Vec<Line<'_>> = look
            .wrap(&in_a_line(&view.cut, sentence), cells, MOST)
            .into_iter()
            .map(|line| Line::from(vec![Span::raw("  "), Span::styled(line, style)]))
            .collect();
        if let Some(first) = lines.first_mut() {
            first.spans.insert(0, look.cursor(place == at));
            first.spans.get_mut(1).into_iter().for_each(|span| *span = Span::raw(" "));
        }
        lines.push(Line::styled(format!("  {}", standing(sentence)), style.add_modifier(Modifier::ITALIC)));
        lines
    });
}

/// What a sentence is and whether it counts.
fn standing(sentence: &Sentence) -> String {
    let what = sentence.holds.word();
    match (sentence.counts, sentence.by_user) {
        (true, false) => format!("{what}: read"),
        (true, true) => format!("{what}: taken in by you"),
        (false, false) => format!("{what}: left out"),
        (false, true) => format!("{what}: left out by you"),
    }
}

/// Below the text: what the sentence is that is looked at; in a narrow terminal also the likeliest roles.
pub(super) fn said(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let Scene { view, look, room, .. } = *scene;
    if area.is_empty() {
        return;
    }
    let width = usize::from(area.width);
    let words = match view.looked_at().and_then(|at| view.cut.sentences.get(at)) {
        Some(sentence) => standing(sentence),
        None if view.focus == Focus::Roles => "x walks the sentences, e types".to_owned(),
        None => String::new(),
    };
    let rule = look.rule();
    let words = look.cut(&words, width.saturating_sub(4));
    let fill = width.saturating_sub(fit::width(&words) + 3);
    let gap = if words.is_empty() { rule } else { " " };
    print(
        frame,
        area,
        0,
        Line::from(vec![
            Span::styled(format!("{rule}{gap}"), look.border()),
            Span::raw(words),
            Span::styled(format!("{gap}{}", rule.repeat(fill)), look.border()),
        ]),
    );
    if room.results > 0 {
        return;
    }
    for (row, near) in (1..area.height).zip(&view.matched.roles) {
        let title = scene.catalog.role(near.role).map_or("", |role| role.title);
        let share = format!(" {:>4} {}", near.percent(), near.word());
        let title = look.padded(title, width.saturating_sub(fit::width(&share) + 2));
        let style = if row == 1 { look.heading() } else { Style::new() };
        print(frame, area, row, Line::from(vec![Span::raw(" "), Span::styled(title, style), Span::raw(share)]));
    }
    if view.matched.roles.is_empty() && view.is_done() {
        let text = crate::matching::words::too_little(&view.cut);
        print(frame, area, 1, Line::raw(format!(" {}", look.cut(&text, width.saturating_sub(2)))));
    }
}
