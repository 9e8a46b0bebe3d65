//! The words of one kind of the roles' texts: which roles have a word, and how much it counts for each.

/// How soon a word counts no more the oftener it stands in a role's texts (BM25's k1), and how far the length of the texts
/// is allowed for (its b).
const SOON: f32 = 1.4;
const LENGTH: f32 = 0.6;
/// Two neighbours share a row with others of the same hash; with so many rows that is rare.
const PAIRS: u32 = 1 << 19;
/// Rows of single words; those of pairs follow them.
const SINGLE: u32 = 1 << 16;
/// How many rows single words take, and both.
pub const SINGLES: usize = SINGLE as usize;
pub const ALL: usize = (PAIRS + SINGLE) as usize;

/// The row of two neighbours.
pub fn pair(before: u16, word: u16) -> u32 {
    // Fibonacci hashing: its upper bits hang on all bits of both.
    let both = (u32::from(before) << 16 | u32::from(word)).wrapping_add(1);
    SINGLE + (both.wrapping_mul(2_654_435_769) >> 13)
}

/// Adds the words of a text, or its pairs of neighbours, to others.
pub fn add(stems: &[u16], singles: bool, pairs: bool, rows: &mut Vec<u32>) {
    if singles {
        rows.extend(stems.iter().map(|stem| u32::from(*stem)));
    }
    if pairs {
        rows.extend(stems.windows(2).filter_map(|two| Some(pair(*two.first()?, *two.last()?))));
    }
}

/// Words and pairs of words by the roles whose texts hold them.
pub struct Words {
    starts: Vec<u32>,
    roles: Vec<u16>,
    counts: Vec<f32>,
    tells: Vec<f32>,
}

impl Words {
    /// Of texts, by role: the rows of all their words, of so many.
    #[allow(clippy::cast_precision_loss, reason = "a role has some thousand words")]
    pub fn of(rows: usize, mut texts: Vec<Vec<u32>>) -> Self {
        let words: usize = texts.iter().map(Vec::len).sum();
        let usual = (words as f32 / texts.len().max(1) as f32).max(1.0);
        let mut counted = Vec::with_capacity(words);
        for text in &mut texts {
            let long = SOON * (1.0 - LENGTH + LENGTH * text.len() as f32 / usual);
            text.sort_unstable();
            let same = text.chunk_by(|a, b| a == b).map(|same| same.len() as f32);
            counted.extend(same.map(|times| times * (SOON + 1.0) / (times + long)));
            text.dedup();
        }
        let (starts, roles) = turned_round(rows, &texts);
        let mut next = starts.clone();
        let mut counts = vec![0.0; roles.len()];
        for (row, count) in texts.iter().flatten().zip(counted) {
            let Some(at) = usize::try_from(*row).ok().and_then(|row| next.get_mut(row)) else { continue };
            counts.get_mut(usize::try_from(*at).unwrap_or(usize::MAX)).into_iter().for_each(|slot| *slot = count);
            *at += 1;
        }
        let tells = starts.windows(2).map(|ends| tells(texts.len(), held(ends))).collect();
        Self { starts, roles, counts, tells }
    }

    /// How much a row tells: the natural logarithm of how rare it is among roles.
    pub fn tells(&self, row: u16) -> f32 {
        self.tells.get(usize::from(row)).copied().unwrap_or(super::UNKNOWN)
    }

    /// What share of the rows that are said, each so many times, every role's texts hold, by how much each tells.
    pub fn held(&self, said: &[(u32, f32)], roles: usize) -> Vec<f32> {
        let (mut shares, mut all) = (vec![0.0_f32; roles], 0.0);
        for (row, times) in said {
            let Ok(row) = usize::try_from(*row) else { continue };
            let end = |at: usize| self.starts.get(at).and_then(|start| usize::try_from(*start).ok());
            let Some((start, end)) = end(row).zip(end(row + 1)).filter(|(start, end)| start < end) else { continue };
            let told = times * self.tells.get(row).copied().unwrap_or(0.0);
            all += told;
            let roles = self.roles.get(start..end).unwrap_or_default();
            for (role, count) in roles.iter().zip(self.counts.get(start..end).unwrap_or_default()) {
                shares.get_mut(usize::from(*role)).into_iter().for_each(|share| *share += told * count);
            }
        }
        if all > 0.0 {
            shares.iter_mut().for_each(|share| *share /= all);
        }
        shares
    }
}

/// For each row the lists that hold it: where they begin, and all of them.
fn turned_round(rows: usize, lists: &[Vec<u32>]) -> (Vec<u32>, Vec<u16>) {
    let place = |row: &u32| usize::try_from(*row).unwrap_or(usize::MAX);
    let mut starts = vec![0_u32; rows + 1];
    for row in lists.iter().flatten() {
        starts.get_mut(place(row).saturating_add(1)).into_iter().for_each(|start| *start += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut holding = vec![0_u16; usize::try_from(sum).unwrap_or(0)];
    for (list, rows) in (0..).zip(lists) {
        for row in rows {
            let Some(at) = next.get_mut(place(row)) else { continue };
            holding.get_mut(usize::try_from(*at).unwrap_or(usize::MAX)).into_iter().for_each(|slot| *slot = list);
            *at += 1;
        }
    }
    (starts, holding)
}

/// How many lists lie between two ends.
fn held(ends: &[u32]) -> u32 {
    if let [start, end] = ends { end - start } else { 0 }
}

/// The natural logarithm of how rare something is that so many of all have.
#[allow(clippy::cast_precision_loss, reason = "counts of some thousand")]
fn tells(all: usize, held: u32) -> f32 {
    if held == 0 {
        super::UNKNOWN
    } else {
        (1.0 + (all as f32 - held as f32 + 0.5).max(0.0) / (held as f32 + 0.5)).ln()
    }
}
