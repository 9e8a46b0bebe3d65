//! What is drawn on a page, as pieces of lines: where they stand, how large, and what they say.

use std::panic::resume_unwind;
use std::time::Instant;

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::hayro_syntax::xref::XRef;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, SoftMask, interpret_page,
};

/// How many letters of a page are read.
const MOST_LETTERS: usize = 100_000;
/// A gap of so many sizes of the letters parts cells and columns.
pub const APART: f64 = 1.5;
/// A gap of so many sizes parts words.
const BETWEEN_WORDS: f64 = 0.17;
/// Letters that stand further apart than this throughout are spaced for their look.
const SPACED: f64 = 0.12;

/// A piece of a line without wide gaps.
#[derive(Clone, Debug, PartialEq)]
pub struct Chunk {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// The line that the letters stand on, from the top of the page.
    pub base: f64,
    pub size: f64,
    /// When it was drawn.
    pub turn: usize,
}

/// A page.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    pub height: f64,
    pub chunks: Vec<Chunk>,
    pub letters: usize,
    /// Letters that are only drawn: nothing says which they are.
    pub unknown: usize,
    pub pictures: usize,
}

/// Reads a page.
pub fn sheet<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    xref: &'a XRef,
    settings: InterpreterSettings,
    until: Instant,
) -> Sheet {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = Affine::new(page.initial_transform(true).as_coeffs());
    let mut context = Context::new(upright, area, cache, xref, settings);
    let sheet = Sheet { height: area.height(), ..Sheet::default() };
    let mut reader = Reader { sheet, area, until, open: Vec::new(), last_run: None, marked: Vec::new() };
    interpret_page(page, &mut context, &mut reader);
    reader.close();
    reader.sheet
}

/// A letter, or several that are drawn as one.
struct Letter {
    text: String,
    left: f64,
    right: f64,
    base: f64,
    size: f64,
    /// Whether a blank was drawn before it.
    is_word: bool,
}

struct Reader {
    sheet: Sheet,
    area: Rect,
    until: Instant,
    /// The letters of the chunk that is open.
    open: Vec<Letter>,
    /// Where the last run began and ended: outlined letters are drawn twice.
    last_run: Option<(usize, Point, Point)>,
    /// Whether each marked part that is open belongs to the page, not to its text: a header, a page number.
    marked: Vec<bool>,
}

impl Reader {
    /// Breaks off a page that takes too long, or draws without end.
    fn bound(&self) {
        if Instant::now() > self.until || self.sheet.letters > MOST_LETTERS {
            // Nothing is wrong here, so no hook is to be told.
            resume_unwind(Box::new(()));
        }
    }

    fn letter(&mut self, glyph: &Glyph<'_>, at: Affine) {
        let [across, slant, _, down, ..] = at.as_coeffs();
        let size = down.abs() * 1000.0;
        let start = at * Point::ZERO;
        // Text that runs up the edge of a page, or lies outside of it, is not part of what is read.
        let is_upright = across > 0.0 && slant.abs() < across * 0.1 && size.is_finite() && size > 0.5;
        if !is_upright || !self.area.contains(start) {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(letter)) => letter.to_string(),
            Some(BfString::String(text)) => text,
            None => '\u{fffd}'.to_string(),
        };
        if text.trim_matches(|letter: char| letter.is_whitespace() || letter == '\0').is_empty() {
            if let Some(last) = self.open.last_mut().filter(|last| !last.text.ends_with(' ')) {
                last.text.push(' ');
            }
            return;
        }
        let advance = match glyph {
            Glyph::Outline(glyph) => glyph.advance_width(),
            Glyph::Type3(glyph) => glyph.advance_width(),
        };
        let width = f64::from(advance.unwrap_or(500.0)).clamp(0.0, 3000.0) * across;
        self.sheet.letters += 1;
        self.sheet.unknown += usize::from(text == "\u{fffd}");
        if let Some(last) = self.open.last() {
            let larger = size.max(last.size);
            let gap = start.x - last.right;
            if (start.y - last.base).abs() > larger * 0.4 || gap > larger * APART || gap < -larger * 0.5 {
                self.close();
            }
        }
        let is_word = self.open.last().is_some_and(|last| last.text.ends_with(' '));
        self.open.push(Letter { text, left: start.x, right: start.x + width, base: start.y, size, is_word });
    }

    /// Ends the chunk that is open.
    fn close(&mut self) {
        let letters = std::mem::take(&mut self.open);
        let (Some(first), Some(last)) = (letters.first(), letters.last()) else { return };
        let size = letters.iter().map(|letter| letter.size).fold(0.0, f64::max);
        let (left, right, base) = (first.left, last.right, first.base);
        let mut gaps: Vec<f64> =
            letters.windows(2).filter_map(|pair| Some(pair.get(1)?.left - pair.first()?.right)).collect();
        gaps.sort_by(f64::total_cmp);
        let nth = |place: usize| gaps.get(place).copied().unwrap_or_default();
        let apart = if gaps.len() > 4 && nth(gaps.len() / 5) > size * SPACED {
            nth(gaps.len() / 2) * 1.8
        } else {
            size * BETWEEN_WORDS
        };
        let mut text = String::new();
        let mut end = left;
        for letter in &letters {
            if (letter.is_word || letter.left - end > apart) && !text.is_empty() && !text.ends_with(' ') {
                text.push(' ');
            }
            text.push_str(letter.text.trim_end());
            end = letter.right;
        }
        // A sign that stands before the text, of a font that does not say which it is: the bullet of a list.
        if text.starts_with("\u{fffd} ") || text == "\u{fffd}" {
            text.replace_range(..'\u{fffd}'.len_utf8(), "•");
        }
        let turn = self.sheet.chunks.len();
        self.sheet.chunks.push(Chunk { text, left, right, base, size, turn });
    }
}

impl<'a> Device<'a> for Reader {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.bound();
        if self.marked.contains(&true) {
            return;
        }
        let glyphs = run.glyphs();
        let place = |at: usize| glyphs.get(at).map(|glyph| props.transform * glyph.transform() * Point::ZERO);
        let ends = (place(0), place(glyphs.len().saturating_sub(1)));
        if let (Some(first), Some(last)) = ends {
            let this = Some((glyphs.len(), first, last));
            if std::mem::replace(&mut self.last_run, this) == this {
                return;
            }
        }
        for glyph in glyphs {
            self.letter(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.bound();
        self.sheet.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.bound();
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        let kind = properties.and_then(|properties| properties.get::<Name<'_>>(b"Type".as_slice()));
        self.marked.push(tag == b"Artifact" && kind.is_some_and(|kind| &*kind == b"Pagination"));
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.bound();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.bound();
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
