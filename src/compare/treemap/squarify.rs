//! Squarified treemaps, after M. Bruls, K. Huizing and J. J. van Wijk, "Squarified Treemaps" (2000): tiles stand in rows
//! along the shorter side of what is left, and a row ends where one more tile would make its tiles less like squares.

/// A rectangle by its edges, so that neighbours have the same number for the edge that they share. Downwards is more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Rect {
    /// From the corner at 0, 0.
    pub const fn of(width: f64, height: f64) -> Self {
        Self { left: 0.0, top: 0.0, right: width, bottom: height }
    }

    pub fn width(self) -> f64 {
        self.right - self.left
    }

    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    pub fn area(self) -> f64 {
        self.width() * self.height()
    }
}

/// The tiles of some weights, all above 0 and the largest first, in their order. Together they are the whole rectangle.
pub fn squarify(weights: &[f64], within: Rect) -> Vec<Rect> {
    let mut tiles = Vec::with_capacity(weights.len());
    let (mut weights, mut rest) = (weights, within);
    while !weights.is_empty() {
        let all: f64 = weights.iter().sum();
        let (row, later) = weights.split_at(length(weights, all, rest));
        let sum: f64 = row.iter().sum();
        let share = if later.is_empty() { 1.0 } else { sum / all };
        let is_column = rest.width() >= rest.height();
        let mut strip = rest;
        if is_column {
            strip.right = if later.is_empty() { rest.right } else { rest.left + rest.width() * share };
            rest.left = strip.right;
        } else {
            strip.bottom = if later.is_empty() { rest.bottom } else { rest.top + rest.height() * share };
            rest.top = strip.bottom;
        }
        tiles.extend(cut(row, sum, strip, is_column));
        weights = later;
    }
    tiles
}

/// How many of the weights make the next row.
fn length(weights: &[f64], all: f64, rest: Rect) -> usize {
    let side = rest.width().min(rest.height());
    let scale = rest.area() / all;
    let mut sum = 0.0;
    let mut before = f64::INFINITY;
    let most = weights.first().copied().unwrap_or_default();
    for (place, least) in weights.iter().copied().enumerate() {
        sum += least;
        let thick = sum * scale / side;
        // How long the least square tile of the row is for its breadth.
        let worst = (most * scale / thick.powi(2)).max(thick.powi(2) / (least * scale));
        if place > 0 && (worst > before || worst.is_nan()) {
            return place;
        }
        before = worst;
    }
    weights.len()
}

/// A row cut into its tiles.
fn cut(row: &[f64], sum: f64, strip: Rect, is_column: bool) -> impl Iterator<Item = Rect> {
    let (from, to) = if is_column { (strip.top, strip.bottom) } else { (strip.left, strip.right) };
    let (mut before, mut start) = (0.0, from);
    row.iter().enumerate().map(move |(place, weight)| {
        before += weight;
        let end = if place + 1 == row.len() { to } else { from + (to - from) * before / sum };
        let tile = if is_column {
            Rect { top: start, bottom: end, ..strip }
        } else {
            Rect { left: start, right: end, ..strip }
        };
        start = end;
        tile
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example of the paper: 6, 6, 4, 3, 2, 2, 1 in a rectangle of 6 by 4.
    #[test]
    fn the_papers_example_comes_out_as_printed() {
        let tiles = squarify(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], Rect::of(6.0, 4.0));
        let sizes: Vec<(f64, f64)> = tiles.iter().map(|tile| (tile.width(), tile.height())).collect();
        let expected = [
            (3.0, 2.0),
            (3.0, 2.0),
            (12.0 / 7.0, 7.0 / 3.0),
            (9.0 / 7.0, 7.0 / 3.0),
            (1.2, 5.0 / 3.0),
            (1.2, 5.0 / 3.0),
            (0.6, 5.0 / 3.0),
        ];
        for ((width, height), (w, h)) in sizes.iter().zip(expected) {
            assert!((width - w).abs() < 1e-9 && (height - h).abs() < 1e-9, "{sizes:?}");
        }
    }

    #[test]
    fn nothing_and_no_room_have_tiles_too() {
        assert!(squarify(&[], Rect::of(6.0, 4.0)).is_empty());
        for (width, height) in [(0.0, 4.0), (6.0, 0.0), (0.0, 0.0)] {
            let tiles = squarify(&[3.0, 2.0, 1.0], Rect::of(width, height));
            assert_eq!((tiles.len(), tiles.iter().all(|tile| tile.area() == 0.0)), (3, true));
        }
    }

    proptest! {
        /// Tiles lie inside, do not overlap, and each is as large a part of the whole as its weight.
        #[test]
        fn tiles_fill_the_whole_by_their_weights(
            mut weights in prop::collection::vec(1_u32..4_000_000, 1..120),
            width in 1.0..400.0_f64,
            height in 1.0..400.0_f64,
        ) {
            weights.sort_unstable_by(|a, b| b.cmp(a));
            let weights: Vec<f64> = weights.into_iter().map(f64::from).collect();
            let whole = Rect::of(width, height);
            let tiles = squarify(&weights, whole);
            let all: f64 = weights.iter().sum();
            prop_assert_eq!(tiles.len(), weights.len());
            for (place, (tile, weight)) in tiles.iter().zip(&weights).enumerate() {
                prop_assert!(tile.left >= 0.0 && tile.top >= 0.0 && tile.right <= width && tile.bottom <= height);
                let expected = weight / all * whole.area();
                prop_assert!((tile.area() - expected).abs() < whole.area() * 1e-9, "{tile:?} {expected}");
                for other in &tiles[..place] {
                    let apart = tile.left >= other.right
                        || other.left >= tile.right
                        || tile.top >= other.bottom
                        || other.top >= tile.bottom;
                    prop_assert!(apart, "{tile:?} {other:?}");
                }
            }
        }
    }
}
