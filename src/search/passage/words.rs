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

/// The rows of a role's texts, each once, with how often they stand there, and how many there are in all.
struct Counted {
    rows: Vec<(u32, u16)>,
    all: usize,
}

impl Words {
    /// Of texts, by role: the rows of all their words, of so many.
    pub fn of(rows: usize, texts: &[Vec<u32>]) -> Self {
        let mut seen = vec![0_u16; rows];
        let counted: Vec<Counted> = texts.iter().map(|text| counted(text, &mut seen)).collect();
        let starts = starts(rows, counted.iter().flat_map(|role| role.rows.iter().map(|(row, _)| *row)));
        let held = starts.last().and_then(|end| usize::try_from(*end).ok()).unwrap_or(0);
        let (mut next, mut roles, mut counts) = (starts.clone(), vec![0; held], vec![0.0; held]);
        let usual = usual_length(&counted);
        for (role, Counted { rows, all }) in (0..).zip(&counted) {
            let long = SOON * (1.0 - LENGTH + LENGTH * ratio(*all, usual));
            for (row, times) in rows {
                let Some(at) = usize::try_from(*row).ok().and_then(|row| next.get_mut(row)) else { continue };
                let place = usize::try_from(*at).unwrap_or(usize::MAX);
                if let (Some(slot), Some(count)) = (roles.get_mut(place), counts.get_mut(place)) {
                    let times = f32::from(*times);
                    (*slot, *count) = (role, times * (SOON + 1.0) / (times + long));
                }
                *at += 1;
            }
        }
        let tells = starts.windows(2).map(|ends| tells(texts.len(), ends)).collect();
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
            for share in &mut shares {
                *share /= all;
            }
        }
        shares
    }
}

/// How often each row stands in a text; `seen` has a place for every row and is left as it was, full of zeros.
fn counted(text: &[u32], seen: &mut [u16]) -> Counted {
    let place = |row: u32| usize::try_from(row).unwrap_or(usize::MAX);
    let mut rows = Vec::with_capacity(text.len());
    for row in text {
        let Some(times) = seen.get_mut(place(*row)) else { continue };
        if *times == 0 {
            rows.push((*row, 0));
        }
        *times = times.saturating_add(1);
    }
    for (row, times) in &mut rows {
        if let Some(seen) = seen.get_mut(place(*row)) {
            *times = std::mem::take(seen);
        }
    }
    Counted { rows, all: text.len() }
}

/// Where what is held of each row begins, and the end of the last.
fn starts(rows: usize, held: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut starts = vec![0_u32; rows + 1];
    for row in held {
        let after = usize::try_from(row).unwrap_or(usize::MAX).saturating_add(1);
        starts.get_mut(after).into_iter().for_each(|count| *count += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    starts
}

/// How many words a role's texts have on average.
fn usual_length(counted: &[Counted]) -> usize {
    (counted.iter().map(|role| role.all).sum::<usize>() / counted.len().max(1)).max(1)
}

#[allow(clippy::cast_precision_loss, reason = "a role has some thousand words")]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole as f32
}

/// The natural logarithm of how rare something is that so many of all have, from where they begin to where they end.
#[allow(clippy::cast_precision_loss, reason = "a thousand roles")]
fn tells(all: usize, ends: &[u32]) -> f32 {
    match ends {
        [start, end] if start < end => {
            let held = (end - start) as f32;
            (1.0 + (all as f32 - held + 0.5).max(0.0) / (held + 0.5)).ln()
        }
        _ => super::UNKNOWN,
    }
}
