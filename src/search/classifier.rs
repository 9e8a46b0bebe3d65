//! From a title's words and letters to the roles that they point to, whether or not any text holds these words.
//!
//! A small classifier that the pack's builder teaches with all titles (see `teach`): each word, each head of a
//! title (the word that says what the person is), each run of three to five letters and each pair of neighbours has a
//! row of numbers; the rows of a title are added up, and the sum is held against one row for each role. Rows are near for words that stand in titles of the same roles, so a title that
//! nobody has listed still comes near to those that are.
//!
//! Layout, numbers little-endian: how many stems, word rows and roles there are (4 bytes each); for each stem the row
//! of the word, the row of the title's head (0 for none) and how often it is the head (2 bytes each); all rows, the letters' after the words', then
//! the roles': a scale (2 bytes, the upper half of its `f32`) and the steps (1 byte each); each role's bias (4 bytes).

use super::corpus::Shorts;

/// The name under which it lies beside the index library's files.
pub const FILE: &str = "classifier";
pub const WIDTH: usize = 32;
/// Rows for runs of letters and for pairs of words; they share them by their hash.
pub const RUN_ROWS: u32 = 16_384;
/// Lengths of the runs of letters.
const RUNS: std::ops::RangeInclusive<usize> = 3..=5;
/// How much the letters count beside the words.
const LETTERS: f32 = 0.5;
/// Bytes of a row: scale and steps.
const ROW: usize = 2 + WIDTH;

/// The sum of some rows, and what belongs to each role.
pub type Row = [f32; WIDTH];

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    pub words: Vec<usize>,
    /// Hashes of runs of letters and of pairs of words.
    pub runs: Vec<u32>,
}

impl Features {
    /// Adds the runs of letters of a word, its two ends included.
    pub fn add_runs(&mut self, word: &str) {
        let mut letters = Vec::with_capacity(word.len() + 2);
        letters.push(b'<');
        letters.extend(word.as_bytes());
        letters.push(b'>');
        for length in RUNS {
            self.runs.extend(letters.windows(length).map(|run| hash(run) % RUN_ROWS));
        }
    }

    /// Adds two words that stand side by side, by their stems.
    pub fn add_pair(&mut self, before: &str, word: &str) {
        let letters = [before.as_bytes(), b" ", word.as_bytes()].concat();
        self.runs.push(hash(&letters) % RUN_ROWS);
    }

    /// How much each of the words and each of the runs counts.
    pub fn weights(&self) -> (f32, f32) {
        let share = |count: usize| 1.0 / u16::try_from(count.max(1)).map_or(256.0, f32::from).sqrt();
        (share(self.words.len()), LETTERS * share(self.runs.len()))
    }
}

/// FNV-1a, its upper bits folded in.
fn hash(letters: &[u8]) -> u32 {
    let hash =
        letters.iter().fold(2_166_136_261_u32, |hash, letter| (hash ^ u32::from(*letter)).wrapping_mul(16_777_619));
    hash ^ (hash >> 15)
}

#[derive(Debug)]
pub struct Classifier {
    /// For each stem its row as a word and as a head, counted from 1, and how often it is the head.
    stems: Shorts,
    rows: &'static [u8],
    word_rows: usize,
    /// For each place of a row, that number of all roles.
    roles: Vec<Vec<f32>>,
    bias: Vec<f32>,
}

impl Classifier {
    /// Opens what [`write()`] has written; `None` when the bytes are something else.
    pub fn open(bytes: &'static [u8]) -> Option<Self> {
        let (counts, rest) = bytes.split_at_checked(12)?;
        let mut counts = counts.chunks_exact(4).map(|count| {
            let count: [u8; 4] = count.try_into().ok()?;
            usize::try_from(u32::from_le_bytes(count)).ok()
        });
        let (stems, word_rows, roles) = (counts.next()??, counts.next()??, counts.next()??);
        let (of_stems, rest) = rest.split_at_checked(stems.checked_mul(6)?)?;
        let all_rows = word_rows.checked_add(usize::try_from(RUN_ROWS).ok()?)?;
        let (rows, rest) = rest.split_at_checked(all_rows.checked_mul(ROW)?)?;
        let (role_rows, bias) = rest.split_at_checked(roles.checked_mul(ROW)?)?;
        let mut by_place = vec![Vec::new(); WIDTH];
        for row in role_rows.chunks_exact(ROW) {
            by_place.iter_mut().zip(numbers(row)).for_each(|(place, number)| place.push(number));
        }
        let bias: Vec<f32> = bias.as_chunks().0.iter().map(|number| f32::from_le_bytes(*number)).collect();
        (bias.len() == roles).then_some(Self { stems: Shorts(of_stems), rows, word_rows, roles: by_place, bias })
    }

    /// The row of a stem, as any word or as the head.
    pub fn row(&self, stem: u16, is_head: bool) -> Option<usize> {
        usize::from(self.stems.get(3 * usize::from(stem) + usize::from(is_head))?).checked_sub(1)
    }

    /// How often a stem is the head of the titles that it stands in.
    pub fn headship(&self, stem: u16) -> u16 {
        self.stems.get(3 * usize::from(stem) + 2).unwrap_or(0)
    }

    pub const fn roles(&self) -> usize {
        self.bias.len()
    }

    /// The natural logarithm of each role's likelihood, by role; empty for a text without features.
    pub fn logarithms(&self, features: &Features) -> Vec<f32> {
        if features.words.is_empty() && features.runs.is_empty() {
            return Vec::new();
        }
        let (of_word, of_run) = features.weights();
        let runs = features.runs.iter().filter_map(|run| Some(self.word_rows + usize::try_from(*run).ok()?));
        let weighted = features.words.iter().map(|row| (*row, of_word)).chain(runs.map(|row| (row, of_run)));
        let mut sum: Row = [0.0; WIDTH];
        for (row, weight) in weighted {
            let Some(row) = row.checked_mul(ROW).and_then(|at| self.rows.get(at..at + ROW)) else { continue };
            sum.iter_mut().zip(numbers(row)).for_each(|(sum, number)| *sum += weight * number);
        }
        let mut scores = self.bias.clone();
        for (of_roles, number) in self.roles.iter().zip(sum) {
            scores.iter_mut().zip(of_roles).for_each(|(score, of_role)| *score += number * of_role);
        }
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        let all = scores.iter().map(|score| exp(score - highest)).sum::<f32>().ln() + highest;
        for score in &mut scores {
            *score -= all;
        }
        scores
    }
}

fn numbers(row: &[u8]) -> impl Iterator<Item = f32> {
    let (scale, steps) = row.split_first_chunk().unwrap_or((&[0; 2], &[]));
    let scale = f32::from_bits(u32::from(u16::from_le_bytes(*scale)) << 16);
    steps.iter().map(move |step| scale * f32::from(i8::from_le_bytes([*step])))
}

pub fn write(stems: &[[u16; 3]], words: &[Row], runs: &[Row], roles: &[Row], bias: &[f32]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    for count in [stems.len(), words.len(), roles.len()] {
        bytes.extend(u32::try_from(count).ok()?.to_le_bytes());
    }
    bytes.extend(stems.iter().flatten().flat_map(|row| row.to_le_bytes()));
    words.iter().chain(runs).chain(roles).for_each(|row| bytes.extend(in_steps(row)));
    bytes.extend(bias.iter().flat_map(|number| number.to_le_bytes()));
    Some(bytes)
}

/// A row in 127 steps to either side.
#[allow(clippy::cast_possible_truncation, reason = "the steps reach from -127 to 127")]
fn in_steps(row: &Row) -> impl Iterator<Item = u8> {
    let largest = row.iter().fold(0.0_f32, |largest, number| largest.max(number.abs()));
    // Rounded up, so that no number is more than 127 steps.
    let upper = (largest / 127.0).to_bits().wrapping_add(0xFFFF) >> 16;
    let scale = f32::from_bits(upper << 16);
    let steps = row.map(|number| if scale > 0.0 { (number / scale).round() as i8 } else { 0 });
    u16::try_from(upper)
        .unwrap_or(0)
        .to_le_bytes()
        .into_iter()
        .chain(steps.into_iter().map(|step| step.to_le_bytes()[0]))
}

/// The exponential of a number that is not positive: the same bits on every machine, which the library's is not.
pub fn exp(number: f32) -> f32 {
    /// Added to a small number, it leaves the nearest whole number in the lowest bits.
    const WHOLE: f32 = 12_582_912.0;
    let twos = (number * std::f32::consts::LOG2_E).clamp(-126.0, 0.0);
    let whole = twos + WHOLE;
    let part = (twos - (whole - WHOLE)) * std::f32::consts::LN_2;
    let series = 1.0 + part * (1.0 + part * (0.5 + part * (1.0 / 6.0 + part * (1.0 / 24.0 + part * (1.0 / 120.0)))));
    series * f32::from_bits(whole.to_bits().wrapping_add(127) << 23)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_near_the_librarys() {
        for tenth in 0_u8..=200 {
            let number = -f32::from(tenth) / 10.0;
            assert!((exp(number) / number.exp() - 1.0).abs() < 1e-5, "{number}");
        }
        assert!(exp(-1000.0) < 1e-30);
    }

    #[test]
    fn a_written_row_is_read_to_within_a_step() {
        let row: Row = std::array::from_fn(|at| f32::from(u8::try_from(at).unwrap()) * 0.1 - 1.5);
        let bytes = write(&[[1, 0, 9]], &[row], &vec![[0.0; WIDTH]; 16_384], &[row], &[0.25]).unwrap();
        let classifier = Classifier::open(bytes.leak()).unwrap();
        assert_eq!(
            (classifier.row(0, false), classifier.row(0, true), classifier.row(1, false)),
            (Some(0), None, None)
        );
        for (place, number) in classifier.roles.iter().zip(row) {
            assert!((place[0] - number).abs() < 0.014, "{} {number}", place[0]);
        }
    }

    #[test]
    fn runs_of_letters_know_the_ends_of_a_word() {
        let runs = |word| {
            let mut features = Features::default();
            features.add_runs(word);
            features.runs
        };
        assert_eq!(runs("bee").len(), 3 + 2 + 1);
        assert_ne!(runs("bee")[0], runs("abee")[1]);
        assert!(runs("").is_empty());
    }
}
