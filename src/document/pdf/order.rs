//! In which order the pieces of a page are read: column by column, and in each line by line.

use super::glyphs::{APART, Chunk};
use crate::document::marks;

/// How many lines two columns have beside one another; fewer are rows of a table.
const LEAST_LINES: usize = 3;
/// Columns may stand in columns.
const DEEPEST: usize = 6;
/// How many places are tried where a column may begin.
const MOST_PLACES: usize = 40;
/// Lines with so many letters on average are running text.
const RUNNING: usize = 25;

/// A line as it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub text: String,
    pub base: f64,
    pub size: f64,
    /// How far it is moved in, in letters.
    pub indent: usize,
    /// Whether it begins a column or what stands across all columns.
    pub is_first: bool,
    /// Whether the next line's first word would not have fitted into it.
    pub is_full: bool,
}

/// The lines of a page.
pub fn rows(mut chunks: Vec<Chunk>) -> Vec<Row> {
    join_bullets(&mut chunks);
    let mut rows = Vec::new();
    read(chunks, 0, &mut rows);
    rows
}

/// Puts bullets before the text that they stand beside.
fn join_bullets(chunks: &mut Vec<Chunk>) {
    let is_mark = |text: &str| marks::is_lone_bullet(text) || marks::item(&format!("{text} x")) == Some("x");
    let (bullets, mut texts): (Vec<Chunk>, Vec<Chunk>) = chunks.drain(..).partition(|chunk| is_mark(&chunk.text));
    for bullet in bullets {
        let gap = |chunk: &Chunk| chunk.left - bullet.right;
        let is_beside = |chunk: &&mut Chunk| {
            let size = chunk.size.max(bullet.size);
            (chunk.base - bullet.base).abs() < size * 0.5 && (-size * 0.3..size * 4.0).contains(&gap(chunk))
        };
        match texts.iter_mut().filter(is_beside).min_by(|a, b| gap(a).total_cmp(&gap(b))) {
            Some(text) => {
                let mark = if marks::is_lone_bullet(&bullet.text) { "•" } else { &bullet.text };
                text.text = format!("{mark} {}", text.text);
                text.left = bullet.left;
            }
            // A lone letter or dash may be a value.
            None if bullet.text.chars().all(char::is_alphanumeric) => texts.push(bullet),
            None => {}
        }
    }
    *chunks = texts;
}

/// Reads part of a page.
fn read(mut chunks: Vec<Chunk>, depth: usize, rows: &mut Vec<Row>) {
    chunks.sort_by(|a, b| a.base.total_cmp(&b.base));
    let Some(place) = (depth < DEEPEST).then(|| gutter(&chunks)).flatten() else {
        return lines(chunks, rows);
    };
    // What reaches over the gutter stands above and below columns.
    let mut across = Vec::new();
    for band in bands(chunks, place) {
        if is_columns(&band, place) {
            lines(std::mem::take(&mut across), rows);
            let (left, right) = band.into_iter().partition(|chunk| side(chunk, place) == Side::Left);
            read(left, depth + 1, rows);
            read(right, depth + 1, rows);
        } else {
            across.extend(band);
        }
    }
    lines(across, rows);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
    Across,
}

/// On which side of a place a chunk stands.
fn side(chunk: &Chunk, place: f64) -> Side {
    match () {
        () if chunk.left >= place - 2.0 => Side::Right,
        () if chunk.right <= place - chunk.size * 0.6 => Side::Left,
        () => Side::Across,
    }
}

/// Parts chunks, from top to bottom, where something reaches over the place.
fn bands(chunks: Vec<Chunk>, place: f64) -> Vec<Vec<Chunk>> {
    let mut bands: Vec<Vec<Chunk>> = Vec::new();
    let mut was_across = true;
    for chunk in chunks {
        let is_across = side(&chunk, place) == Side::Across;
        match bands.last_mut().filter(|_| is_across == was_across) {
            Some(band) => band.push(chunk),
            None => bands.push(vec![chunk]),
        }
        was_across = is_across;
    }
    bands
}

/// Where the second column begins, if there are columns: the place that has most lines on both sides.
fn gutter(chunks: &[Chunk]) -> Option<f64> {
    let mut edges: Vec<f64> = chunks.iter().map(|chunk| chunk.left).collect();
    edges.sort_by(f64::total_cmp);
    let mut places: Vec<(usize, f64)> = edges
        .chunk_by(|a, b| b - a < 2.0)
        .filter_map(|near| Some((near.len(), *near.first()?)))
        .skip(1)
        .filter(|(lines, _)| *lines >= LEAST_LINES)
        .collect();
    places.sort_by_key(|(lines, _)| std::cmp::Reverse(*lines));
    let score = |place: f64| -> usize {
        let bands = bands(chunks.to_vec(), place);
        bands.iter().filter(|band| is_columns(band, place)).map(|band| beside(band, place)).sum()
    };
    let scored = places.into_iter().take(MOST_PLACES).map(|(_, place)| (score(place), place));
    scored
        .filter(|(score, _)| *score > 0)
        .max_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)))
        .map(|(_, place)| place)
}

/// How many lines the side with fewer has.
fn beside(band: &[Chunk], place: f64) -> usize {
    let on = |wanted: Side| baselines(band.iter().filter(|chunk| side(chunk, place) == wanted)).len();
    on(Side::Left).min(on(Side::Right))
}

/// The different lines that chunks stand on, from top to bottom.
fn baselines<'a>(chunks: impl Iterator<Item = &'a Chunk>) -> Vec<f64> {
    let mut lines: Vec<f64> = Vec::new();
    for chunk in chunks {
        if lines.last().is_none_or(|last| chunk.base - last > chunk.size * 0.4) {
            lines.push(chunk.base);
        }
    }
    lines
}

/// Whether two sides are read one after the other, and not line by line as the rows of a table.
fn is_columns(band: &[Chunk], place: f64) -> bool {
    let on = |wanted: Side| band.iter().filter(move |chunk| side(chunk, place) == wanted);
    let (left, right) = (baselines(on(Side::Left)), baselines(on(Side::Right)));
    let least = left.len().min(right.len());
    if least < LEAST_LINES || band.iter().any(|chunk| side(chunk, place) == Side::Across) {
        return false;
    }
    let letters = |wanted: Side| on(wanted).map(|chunk| chunk.text.chars().count()).sum::<usize>();
    if letters(Side::Left) >= left.len() * RUNNING && letters(Side::Right) >= right.len() * RUNNING {
        return true;
    }
    // Programs draw a table row by row, and columns one after the other.
    let mut turns: Vec<(usize, Side)> = band.iter().map(|chunk| (chunk.turn, side(chunk, place))).collect();
    turns.sort_by_key(|(turn, _)| *turn);
    let changes = turns.windows(2).filter(|pair| matches!(pair, [(_, a), (_, b)] if a != b)).count();
    if changes > (least / 2).max(2) {
        return false;
    }
    // Dates that stand beside what they date, whenever they were drawn.
    let (fewer, fewer_side, more) =
        if left.len() <= right.len() { (&left, Side::Left, &right) } else { (&right, Side::Right, &left) };
    let is_beside = fewer.iter().all(|line| more.iter().any(|other| (line - other).abs() < 2.0));
    let dated = on(fewer_side).filter(|chunk| chunk.text.contains(|letter: char| letter.is_ascii_digit())).count();
    !(is_beside && dated * 2 > fewer.len() && letters(fewer_side) < fewer.len() * RUNNING)
}

/// Reads chunks line by line.
fn lines(mut chunks: Vec<Chunk>, rows: &mut Vec<Row>) {
    chunks.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut together: Vec<Vec<Chunk>> = Vec::new();
    for chunk in chunks {
        let near = together.last_mut().filter(|line| {
            line.first().is_some_and(|first| chunk.base - first.base < first.size.min(chunk.size) * 0.4)
        });
        match near {
            Some(line) => line.push(chunk),
            None => together.push(vec![chunk]),
        }
    }
    let all = || together.iter().flatten();
    let left = all().map(|chunk| chunk.left).fold(f64::INFINITY, f64::min);
    let right = all().map(|chunk| chunk.right).fold(0.0, f64::max);
    let first = rows.len();
    // Where each line ends, and how wide its first word is.
    let mut widths: Vec<(f64, f64)> = Vec::new();
    for mut line in together {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
        let (Some(start), Some(end)) = (line.first(), line.last()) else { continue };
        let (from, to, base) = (start.left, end.right, start.base);
        let size = line.iter().map(|chunk| chunk.size).fold(0.0, f64::max);
        let text = joined(&line);
        let word = text.split(' ').next().unwrap_or_default().chars().count();
        widths.push((to, (to - from) * share(word, text.chars().count())));
        let indent = letters((from - left) / (size * 0.5));
        rows.push(Row { text, base, size, indent, is_first: rows.len() == first, is_full: false });
    }
    for (place, row) in rows.iter_mut().skip(first).enumerate() {
        let Some((end, _)) = widths.get(place) else { continue };
        let next = widths.get(place + 1).map_or(row.size * 3.0, |(_, word)| *word);
        // A date at the right edge is no running text.
        let runs = row.text.rsplit_once(" | ").is_none_or(|(_, last)| last.chars().count() > RUNNING);
        row.is_full = runs && end + row.size * 0.2 + next > right;
    }
}

/// The chunks of a line as one text.
fn joined(line: &[Chunk]) -> String {
    let mut text = String::new();
    let mut before: Option<&Chunk> = None;
    for chunk in line {
        if let Some(before) = before {
            // Bold is sometimes made by drawing twice.
            if before.text == chunk.text && chunk.left - before.left < chunk.size * 0.3 {
                continue;
            }
            let gap = chunk.left - before.right;
            if gap > chunk.size.max(before.size) * APART {
                text.push_str(" | ");
            } else if gap > chunk.size * 0.17 {
                text.push(' ');
            }
        }
        text.push_str(&chunk.text);
        before = Some(chunk);
    }
    text
}

#[allow(clippy::cast_precision_loss, reason = "letters of a line")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the width of a page")]
fn letters(width: f64) -> usize {
    width.clamp(0.0, 1000.0) as usize
}
