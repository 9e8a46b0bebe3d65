//! Tells what every sentence holds: a multinomial logistic regression on its [`Signs`], and once more with what its
//! neighbours hold. `scripts/fit_passages.py` fits the numbers on `tests/texts/fitting`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::heading::Section;
use super::sentences::Piece;
use super::signs::Signs;
use super::{Holds, Shape};

const KINDS: usize = Holds::ALL.len();
/// Steps of the weights in the table to one.
const STEPS: f32 = 100.0;

/// One number for each kind.
type Each = [f32; KINDS];

/// What each sign says for each kind: `assets/words/passages.csv`.
static WEIGHTS: LazyLock<HashMap<&'static str, Each>> = LazyLock::new(|| {
    let mut lines = include_str!("../../../assets/words/passages.csv").lines();
    let kinds: Vec<usize> = lines.next().map(places).unwrap_or_default();
    lines
        .filter_map(|line| {
            let mut cells = line.split(',');
            let said = cells.next()?;
            let mut weights = [0.0; KINDS];
            for (kind, cell) in kinds.iter().zip(cells) {
                if let (Some(weight), Ok(steps)) = (weights.get_mut(*kind), cell.parse::<f32>()) {
                    *weight = steps / STEPS;
                }
            }
            Some((said, weights))
        })
        .collect()
});

/// The places of the kinds that the columns behind the first are for.
fn places(header: &str) -> Vec<usize> {
    let place = |key: &str| Holds::ALL.iter().position(|holds| holds.key() == key).unwrap_or(KINDS);
    header.split(',').skip(1).map(place).collect()
}

/// What neighbours say: by what the one before holds, and the one after.
struct Beside {
    before: [Each; KINDS],
    after: [Each; KINDS],
    always: Each,
}

static BESIDE: LazyLock<Beside> = LazyLock::new(|| {
    let row = |name: &str| WEIGHTS.get(name).copied().unwrap_or_default();
    let rows = |side: &str| Holds::ALL.map(|holds| row(&format!("{side}:{}", holds.key())));
    Beside { before: rows("before"), after: rows("after"), always: row("beside:always") }
});

/// How probable it is that each piece holds each kind, in the order of [`Holds::ALL`].
fn probabilities(signs: &mut Signs, pieces: &[Piece]) -> Vec<Each> {
    let mut alone: Vec<Each> = (0..pieces.len()).map(|place| by_itself(signs, place)).collect();
    share(&mut alone, pieces);
    let first: Vec<Each> = alone.iter().map(|scores| softmax(*scores)).collect();
    let mut scores: Vec<Each> = alone;
    for (place, scores) in scores.iter_mut().enumerate() {
        add(scores, &BESIDE.always, 1.0);
        for (neighbour, weights) in [(place.checked_sub(1), &BESIDE.before), (place.checked_add(1), &BESIDE.after)] {
            let Some(neighbour) = neighbour.and_then(|place| first.get(place)) else { continue };
            for (probability, weights) in neighbour.iter().zip(weights) {
                add(scores, weights, *probability);
            }
        }
    }
    scores.into_iter().map(softmax).collect()
}

/// The parts of one sentence hold much the same: each has half of its scores from all of them.
fn share(scores: &mut [Each], pieces: &[Piece]) {
    let mut start = 0;
    for end in 1..=pieces.len() {
        if pieces.get(end).is_some_and(|piece| piece.goes_on) {
            continue;
        }
        let Some(parts) = scores.get_mut(start..end).filter(|parts| parts.len() > 1) else {
            start = end;
            continue;
        };
        let mut all = [0.0; KINDS];
        #[allow(clippy::cast_precision_loss, reason = "no sentence has so many parts")]
        let times = 1.0 / parts.len() as f32;
        for part in &*parts {
            add(&mut all, part, times);
        }
        for part in parts {
            *part = part.map(|score| score / 2.0);
            add(part, &all, 0.5);
        }
        start = end;
    }
}

/// So many pieces stand at the top.
const TOP: usize = 3;

/// What each piece holds.
pub fn tell(signs: &mut Signs, pieces: &[Piece]) -> Vec<Holds> {
    let mut holds: Vec<Holds> = probabilities(signs, pieces).iter().map(likeliest).collect();
    // A short line at the top that says what somebody is says it of the job, whatever place or pay it names besides.
    for (at, of) in holds.iter_mut().enumerate().take(TOP) {
        if signs.is_title_line(at) {
            *of = Holds::Title;
        }
    }
    let mut end = pieces.len();
    // A heading is of the kind that most below it are, or the next heading, where nothing comes between: above nothing but
    // schooling, "Requirements" is not of the work.
    for at in (0..pieces.len()).rev() {
        let is_heading = pieces.get(at).is_some_and(|piece| piece.shape == Shape::Heading);
        if !is_heading || signs.opened(at) == Some(Section::Button) {
            continue;
        }
        let below: Vec<Holds> = (at + 1..end)
            .filter(|place| signs.opened(*place) != Some(Section::Button))
            .filter_map(|place| holds.get(place).copied())
            .collect();
        let next = holds.get(end).copied();
        end = at;
        let own = holds.get(at).copied().unwrap_or_default();
        let work = below.iter().filter(|holds| holds.is_work()).count() * 2;
        let kind =
            if below.is_empty() { next.filter(|next| !next.is_work()) } else { most(&below, work > below.len()) };
        let is_other = if own.is_work() { work < below.len() } else { work > below.len() } || below.is_empty();
        if let Some(kind) = kind.filter(|_| is_other && own != Holds::Title) {
            holds.get_mut(at).into_iter().for_each(|of| *of = kind);
        }
    }
    holds
}

/// The kind of most of them: of those that are work, or of those that are not.
fn most(all: &[Holds], work: bool) -> Option<Holds> {
    let count = |holds: &Holds| all.iter().filter(|of| *of == holds).count();
    let kinds = Holds::ALL.into_iter().filter(|holds| holds.is_work() == work && count(holds) > 0);
    kinds.max_by_key(count).map(|kind| if kind == Holds::Title { Holds::Duty } else { kind })
}

/// The likeliest kind: of work where that is likely enough, else of what stands around it.
fn likeliest(each: &Each) -> Holds {
    let sides = Holds::ALL.into_iter().zip(each);
    let work: f32 = sides.clone().filter(|(holds, _)| holds.is_work()).map(|(_, probability)| probability).sum();
    let side = sides.filter(|(holds, _)| holds.is_work() == (work >= WORK));
    side.max_by(|a, b| a.1.total_cmp(b.1)).map_or(Holds::Duty, |(holds, _)| holds)
}

/// From which probability on a sentence is taken for work: in doubt it is.
const WORK: f32 = 0.45;

fn by_itself(signs: &mut Signs, place: usize) -> Each {
    let mut scores = [0.0; KINDS];
    signs.each(place, |sign| {
        if let Some(weights) = WEIGHTS.get(sign) {
            add(&mut scores, weights, 1.0);
        }
    });
    // A known heading holds what stands below it.
    let opened = signs.opened(place).filter(|section| *section != Section::Other).map(Section::holds);
    // A number alone is a date, a telephone, a page.
    let number = (!signs.said(place).contains(char::is_alphabetic)).then_some(Holds::PlaceAndHours);
    let titled = signs.is_titled(place).then_some(Holds::Title);
    if let Some(place) =
        opened.or(number).or(titled).and_then(|known| Holds::ALL.iter().position(|holds| *holds == known))
    {
        scores = [0.0; KINDS];
        scores.get_mut(place).into_iter().for_each(|score| *score = SURE);
    }
    scores
}

/// The score of what is known.
const SURE: f32 = 12.0;

fn add(scores: &mut Each, weights: &Each, times: f32) {
    for (score, weight) in scores.iter_mut().zip(weights) {
        *score += weight * times;
    }
}

fn softmax(scores: Each) -> Each {
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised = scores.map(|score| (score - highest).exp());
    let all: f32 = raised.iter().sum();
    raised.map(|raised| raised / all)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests may stop where they stand")]
mod tests {
    use super::super::{Chosen, Text};
    use super::*;

    fn told(text: &str) -> Vec<(String, Holds)> {
        let text = Text::of(text, &Chosen::default());
        text.sentences.iter().map(|sentence| (text.said(sentence).to_owned(), sentence.holds)).collect()
    }

    #[test]
    fn every_column_is_a_kind_and_every_row_has_them_all() {
        let mut lines = include_str!("../../../assets/words/passages.csv").lines();
        let kinds = places(lines.next().unwrap());
        assert!(kinds.len() == KINDS && kinds.iter().all(|kind| *kind < KINDS));
        assert!(lines.all(|line| line.split(',').count() == KINDS + 1));
        for holds in Holds::ALL {
            assert!(WEIGHTS.contains_key(format!("before:{}", holds.key()).as_str()), "{}", holds.key());
        }
    }

    #[test]
    fn each_kind_is_told() {
        let each = [
            ("Repairs and maintains pumps, valves and motors in the pump house.", Holds::Duty),
            ("Knowledge of the tools and materials of the plumbing trade.", Holds::Skill),
            ("We are a leading provider founded in 1952 and proud of our people.", Holds::Employer),
            ("Health, dental and vision insurance, 401(k) match and paid time off.", Holds::Offer),
            ("We are an equal opportunity employer without regard to race, color or religion.", Holds::Legal),
            ("Submit your application and resume by the closing date of this announcement.", Holds::Application),
            ("Bachelor's degree in accounting or three years of related experience.", Holds::Education),
            ("Excellent communication skills and a positive attitude.", Holds::Manner),
            ("Must pass a background check and a drug test and lift up to 50 pounds.", Holds::Conditions),
        ];
        for (said, holds) in each {
            assert_eq!(told(&format!("Pump Mechanic\n\n{said}"))[1].1, holds, "{said}");
        }
    }

    #[test]
    fn specialized_experience_that_is_spelt_out_is_work() {
        let said =
            "Specialized experience is defined as: performing stream surveys, tagging fish and analyzing the data.";
        assert!(told(said).iter().all(|(_, holds)| holds.is_work()), "{:?}", told(said));
    }

    #[test]
    fn a_heading_is_of_the_kind_below_it() {
        let text = "Cook\n\nRequirements\n- High school diploma or GED\n- Drug test and background check\n\nDuties\n- Cooks soups and \
            roasts meat\n- Cleans the kitchen";
        let told = told(text);
        let of = |heading: &str| told.iter().find(|(said, _)| said == heading).unwrap().1;
        assert!(!of("Requirements").is_work() && of("Duties") == Holds::Duty && of("Cook") == Holds::Title, "{told:?}");
    }
}
