//! The screen without a text: what it is for, and how a text comes here.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};

use super::Scene;
use crate::keys::{Key, ctrl, key};
use crate::matching::STAYS_HERE;
use crate::ui::{print_all, size::Size};

pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, scene: &Scene<'_>) {
    let look = scene.look;
    let cells = usize::from(area.width).saturating_sub(4).min(92);
    let name = |chord: crate::keys::Chord| chord.name(look.ascii());
    let cursor = Span::styled(" ", Style::new().add_modifier(Modifier::REVERSED));
    if Size::of(frame.area()) == Size::Tiny {
        let said = look.cut("Paste a text", usize::from(area.width).saturating_sub(1));
        return print_all(frame, area, 0, [Line::from(vec![cursor, Span::raw(said)])]);
    }
    let mut lines = vec![Line::from(vec![Span::raw("  "), cursor])];
    let mut say = |text: &str, style: Style| {
        lines.push(Line::default());
        lines.extend(look.wrap(text, cells, 4).into_iter().map(|line| Line::styled(format!("  {line}"), style)));
    };
    say("Paste a job advertisement, a CV or a list of duties, or type one.", look.heading());
    say(
        &format!(
            "{} opens a file, {} tries an example, {} has all keys.",
            name(ctrl('o')),
            name(key(Key::Tab)),
            name(key(Key::F(1)))
        ),
        look.plain(),
    );
    say(
        "Beside it stand the roles that it describes, each with the sentences, tasks and tools that tie them. Only the work \
         counts: company talk, benefits, law and how to apply are left out, and can be taken back in.",
        look.plain(),
    );
    if scene.room.head < 2 {
        say(STAYS_HERE, look.plain());
    }
    print_all(frame, area, 0, lines);
}
