//! Below the query: its filters as chips, what could not be used, what was mistyped, what Tab offers.

use ratatui::text::{Line, Span};

use crate::catalog::Catalog;
use crate::catalog::words::short_group;
use crate::keys::name_of;
use crate::keys::shared::ALWAYS;
use crate::screens::matching;
use crate::screens::search::SearchView;
use crate::search::language::{Filter, LeftOut, Term, groups};
use crate::ui::fit;
use crate::ui::look::Look;

/// How many lines say what the codes of a query are.
const MOST_OF_CODES: usize = 3;

/// How many of these lines a body of some rows has room for.
const fn most(rows: u16) -> usize {
    match rows {
        ..8 => 0,
        8..14 => 1,
        14..18 => 2,
        _ => 4,
    }
}

/// The lines, the most needed ones where there is little room.
pub(super) fn lines(
    view: &SearchView,
    catalog: &Catalog<'static>,
    (cells, rows): (usize, u16),
    look: Look,
) -> Vec<Line<'static>> {
    let all = [
        (1, chips(view, catalog, cells, look)),
        (0, problem(view, cells, look)),
        (3, correction(view, cells, look)),
        (2, offers(view, cells, look)),
        (4, whole_text(view, (cells, rows), look)),
    ];
    let all = all.into_iter().filter_map(|(rank, line)| Some((rank, line?)));
    let mut lines: Vec<(usize, Line<'static>)> =
        codes(view, catalog, (cells, rows), look).into_iter().map(|line| (0, line)).chain(all).collect();
    while lines.len() > most(rows) {
        let worst = lines.iter().map(|(rank, _)| *rank).max();
        lines.retain(|(rank, _)| Some(*rank) != worst);
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// That a whole text can be matched, while nothing is typed.
fn whole_text(view: &SearchView, (cells, rows): (usize, u16), look: Look) -> Option<Line<'static>> {
    let key = name_of(ALWAYS, &matching::OPEN, look.ascii())
        .filter(|_| view.typing && view.query.is_blank() && rows >= 14)?;
    let said = [
        "finds the roles of a whole text: a job advertisement, a CV or a list of duties",
        "matches a whole text: an advertisement, a CV, duties",
        "matches a whole text",
    ];
    let said = said.into_iter().find(|said| fit::width(said) + fit::width(&key) + 5 <= cells)?;
    Some(Line::from(vec![
        Span::raw("   "),
        Span::styled(key, look.key()),
        Span::styled(format!(" {said}"), look.quiet()),
    ]))
}

/// A filter as its chip shows it: as the language writes it; a group with its name.
fn chip(term: &Term, catalog: &Catalog<'static>) -> String {
    match &term.filter {
        Filter::Groups(digits) if digits.len() == 1 => {
            let title = groups(catalog).find(|(group, _)| digits.contains(group)).map_or("", |(_, title)| title);
            format!("{term} {}", short_group(title))
        }
        _ => term.to_string(),
    }
}

fn chips(view: &SearchView, catalog: &Catalog<'static>, cells: usize, look: Look) -> Option<Line<'static>> {
    let terms = &view.parsed.terms;
    let marked = view.marked_filter()?;
    let mut spans = vec![Span::raw(" ")];
    let mut room = cells.saturating_sub(1);
    // The marked chip must be seen: the ones before it give way.
    let close = if look.ascii() { "x" } else { "×" };
    let texts: Vec<String> = terms.iter().map(|term| format!("[{} {close}]", chip(term, catalog))).collect();
    let wide = |from: usize| texts.iter().take(marked + 1).skip(from).map(|text| fit::width(text) + 1).sum::<usize>();
    let first = (0..=marked).find(|from| wide(*from) + 5 <= room).unwrap_or(marked);
    if first > 0 {
        spans.push(Span::styled(format!("+{first} "), look.quiet()));
        room = room.saturating_sub(4);
    }
    let mut shown = first;
    for (place, text) in texts.iter().enumerate().skip(first) {
        let left = texts.len() - place - 1;
        let needed = fit::width(text) + 1 + if left > 0 { 4 } else { 0 };
        if needed > room && place > first {
            break;
        }
        let style = if place == marked { look.key().patch(look.selected()) } else { look.key() };
        let text = look.cut(text, room);
        room = room.saturating_sub(fit::width(&text) + 1);
        spans.extend([Span::styled(text, style), Span::raw(" ")]);
        shown = place + 1;
    }
    if shown < texts.len() {
        spans.push(Span::styled(format!("+{} ", texts.len() - shown), look.quiet()));
        return Some(Line::from(spans));
    }
    let left_out: &[LeftOut] = view.results.as_ref().map_or(&[], |results| &results.left_out);
    for left in left_out {
        let text = format!(" {left}");
        let text = super::query_line::ascii(&text, look);
        if fit::width(&text) > room {
            break;
        }
        room -= fit::width(&text);
        spans.push(Span::styled(text, look.quiet()));
    }
    Some(Line::from(spans))
}

/// What is said of the codes in the query: by which crosswalk they lead to the roles.
fn codes(view: &SearchView, catalog: &Catalog<'static>, (cells, rows): (usize, u16), look: Look) -> Vec<Line<'static>> {
    let reading = view.results.as_ref().and_then(|results| results.codes.as_ref());
    let said = reading.map(|reading| reading.notes(catalog).join("; ")).unwrap_or_default();
    let said = super::query_line::ascii(&said, look);
    // A code is not broken at its hyphen.
    let width = textwrap::Options::new(cells.saturating_sub(2).max(1));
    let lines = textwrap::wrap(&said, width.word_splitter(textwrap::WordSplitter::NoHyphenation));
    let lines = lines.into_iter().filter(|line| !line.is_empty()).take(most(rows).min(MOST_OF_CODES));
    lines.map(|line| Line::styled(format!("  {line}"), look.quiet())).collect()
}

fn problem(view: &SearchView, cells: usize, look: Look) -> Option<Line<'static>> {
    // What is finished and wrong before what may still become right.
    let problems = &view.parsed.problems;
    let problem = problems.iter().find(|problem| !problem.unfinished).or(problems.last())?;
    let style = if problem.unfinished { look.quiet() } else { look.error() };
    let text = look.cut(&problem.to_string(), cells.saturating_sub(2));
    Some(Line::from(vec![Span::raw("  "), Span::styled(text, style)]))
}

fn correction(view: &SearchView, cells: usize, look: Look) -> Option<Line<'static>> {
    let corrections = &view.results.as_ref().filter(|_| view.tasks.is_none())?.corrections;
    let first = corrections.first()?;
    let mut spans = vec![Span::raw("  did you mean ")];
    for (place, correction) in corrections.iter().enumerate() {
        spans.push(Span::raw(if place > 0 { ", " } else { "" }));
        spans.push(Span::styled(correction.meant.clone(), look.heading()));
    }
    let key = if view.typing { "  Ctrl-R writes it" } else { "" };
    spans.push(Span::styled(format!("?  found for \"{}\"{key}", first.typed), look.quiet()));
    let line = Line::from(spans);
    (line.width() <= cells).then_some(line)
}

/// The offers for a field's value; the name of a field is offered behind the cursor alone.
fn offers(view: &SearchView, cells: usize, look: Look) -> Option<Line<'static>> {
    let offers = view.completing.offers();
    let taken = view.completing.taken_offer();
    let is_name = offers.first()?.text.ends_with(':');
    if !view.typing || (is_name && taken.is_none()) {
        return None;
    }
    let mut spans = vec![Span::raw("  "), Span::styled("Tab", look.key()), Span::raw("  ")];
    let mut room = cells.saturating_sub(7);
    // From the one that stands in the query on, so that it is seen.
    for (place, offer) in offers.iter().enumerate().skip(taken.unwrap_or(0)) {
        let means = format!(" {}   ", offer.means);
        let wide = fit::width(&offer.text) + fit::width(&means);
        if wide > room {
            spans.push(Span::styled(look.glyphs.more, look.quiet()));
            break;
        }
        room -= wide;
        let style = if taken == Some(place) { look.selected() } else { look.plain() };
        spans.extend([Span::styled(offer.text.clone(), style), Span::styled(means, look.quiet())]);
    }
    Some(Line::from(spans))
}
