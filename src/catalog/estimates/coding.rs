//! Estimates as bytes, some 23 each: whole numbers of seven bits a byte, and what follows from another figure as the
//! difference from it. BLS rounds employment and yearly wages to tens, and an hour's wage is a year's over 2,080 hours, give
//! or take a cent.

use super::Estimate;
use crate::catalog::figures::{Hundredths, PercentTenths, Thousandths};
use crate::catalog::labour::{Pay, WageRange};
use crate::catalog::{PublishedId, Wage};

/// What an estimate has, in its first byte.
const EMPLOYMENT: u8 = 1;
const ANNUAL: u8 = 1 << 1;
const HOURLY: u8 = 1 << 2;
/// Figures are no multiples of ten.
const PLAIN: u8 = 1 << 3;
/// Hourly wages are at most a cent off those that follow from the yearly ones.
const FOLLOWS: u8 = 1 << 4;
const ERROR: u8 = 1 << 5;
const QUOTIENT: u8 = 1 << 6;
const PER_THOUSAND: u8 = 1 << 7;

/// A wage of none, at the ceiling, and where numbers begin.
const NO_WAGE: u32 = 0;
const CEILING: u32 = 1;
const FIRST_NUMBER: u32 = 2;

type Points = [Option<Wage>; 6];

pub fn write(estimates: &[Estimate], total: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut next = 0;
    for estimate in estimates {
        put(&mut bytes, u32::from(estimate.published.0) - next);
        next = u32::from(estimate.published.0) + 1;
        write_one(&mut bytes, estimate, total);
    }
    bytes
}

fn write_one(bytes: &mut Vec<u8>, estimate: &Estimate, total: u32) {
    let Pay { employment, annual, hourly } = estimate.pay;
    let (annual, hourly) = (points(&annual), points(&hourly));
    let in_tens = |number: u32, ten: u32| number.is_multiple_of(ten);
    let is_plain = employment.is_some_and(|people| !in_tens(people, 10))
        || annual.iter().flatten().any(|wage| matches!(wage, Wage::Cents(cents) if !in_tens(*cents, 1_000)));
    let steps = steps(&annual, &hourly);
    let has = |points: &Points| points.iter().any(Option::is_some);
    let flags = [
        (EMPLOYMENT, employment.is_some()),
        (ANNUAL, has(&annual)),
        (HOURLY, has(&hourly)),
        (PLAIN, is_plain),
        (FOLLOWS, steps.is_some()),
        (ERROR, estimate.error.is_some()),
        (QUOTIENT, estimate.quotient.is_some()),
        (PER_THOUSAND, estimate.per_thousand.is_some()),
    ];
    bytes.push(flags.into_iter().filter(|(_, is_there)| *is_there).fold(0, |all, (flag, _)| all | flag));
    let ten = if is_plain { 1 } else { 10 };
    if let Some(people) = employment {
        put(bytes, people / ten);
    }
    if let Some(PercentTenths(tenths)) = estimate.error {
        put(bytes, folded(tenths));
    }
    if let Some(Hundredths(quotient)) = estimate.quotient {
        put(bytes, quotient.into());
    }
    if let Some(Thousandths(jobs)) = estimate.per_thousand {
        put(bytes, folded(jobs.wrapping_sub(share(employment, total)).cast_signed()));
    }
    if has(&annual) {
        put_wages(bytes, &annual, 100 * ten);
    }
    match steps {
        Some(steps) => put(bytes, steps),
        None if has(&hourly) => put_wages(bytes, &hourly, 1),
        None => {}
    }
}

/// Reads what was written; ends at the first byte that is not.
pub fn read(mut bytes: &[u8], total: u32) -> impl Iterator<Item = Estimate> + use<'_> {
    let mut next = 0;
    std::iter::from_fn(move || read_next(&mut bytes, &mut next, total))
}

/// Whether bytes can be read to their end.
pub fn is_whole(mut bytes: &[u8]) -> bool {
    let mut next = 0;
    while !bytes.is_empty() {
        if read_next(&mut bytes, &mut next, 0).is_none() {
            return false;
        }
    }
    true
}

fn read_next(bytes: &mut &[u8], next: &mut u32, total: u32) -> Option<Estimate> {
    let place = take(bytes)?.checked_add(*next)?;
    *next = place.checked_add(1)?;
    read_one(bytes, PublishedId(u16::try_from(place).ok()?), total)
}

fn read_one(bytes: &mut &[u8], published: PublishedId, total: u32) -> Option<Estimate> {
    let (flags, rest) = bytes.split_first()?;
    *bytes = rest;
    let has = |flag: u8| flags & flag != 0;
    let ten = if has(PLAIN) { 1 } else { 10 };
    let employment = if has(EMPLOYMENT) { Some(take(bytes)?.checked_mul(ten)?) } else { None };
    let error = if has(ERROR) { Some(PercentTenths(unfolded(take(bytes)?))) } else { None };
    let quotient = if has(QUOTIENT) { Some(Hundredths(u16::try_from(take(bytes)?).ok()?)) } else { None };
    let per_thousand = if has(PER_THOUSAND) {
        let off = unfolded(take(bytes)?).cast_unsigned();
        Some(Thousandths(share(employment, total).wrapping_add(off)))
    } else {
        None
    };
    let annual = if has(ANNUAL) { take_wages(bytes, 100 * ten)? } else { Points::default() };
    let hourly = match (has(FOLLOWS), has(HOURLY)) {
        (true, _) => following(&annual, take(bytes)?),
        (false, true) => take_wages(bytes, 1)?,
        (false, false) => Points::default(),
    };
    let pay = Pay { employment, annual: range(annual), hourly: range(hourly) };
    Some(Estimate { published, pay, error, per_thousand, quotient })
}

/// The jobs per 1,000 that follow from rounded figures, in thousandths.
fn share(employment: Option<u32>, total: u32) -> u32 {
    let (people, total) = (u64::from(employment.unwrap_or(0)), u64::from(total));
    let parts = (people * 1_000_000 + total / 2).checked_div(total);
    parts.and_then(|parts| u32::try_from(parts).ok()).unwrap_or(0)
}

/// An hour's wage in cents that follows from a year's.
const fn hour_of(annual_cents: u32) -> u32 {
    annual_cents.saturating_add(1_040) / 2_080
}

/// How far hourly wages are off those that follow from the yearly ones, where that is a cent at most: digits of three.
fn steps(annual: &Points, hourly: &Points) -> Option<u32> {
    let mut steps = 0;
    for (year, hour) in annual.iter().zip(hourly).rev() {
        let step = match (year, hour) {
            (Some(Wage::Cents(year)), Some(Wage::Cents(hour))) => {
                match hour.checked_add(1)?.checked_sub(hour_of(*year))? {
                    1 => 0,
                    2 => 1,
                    0 => 2,
                    _ => return None,
                }
            }
            (Some(Wage::TopCoded), Some(Wage::TopCoded)) => 0,
            _ => return None,
        };
        steps = steps * 3 + step;
    }
    Some(steps)
}

fn following(annual: &Points, mut steps: u32) -> Points {
    annual.map(|year| {
        let step = steps % 3;
        steps /= 3;
        year.map(|year| match year {
            Wage::TopCoded => Wage::TopCoded,
            Wage::Cents(year) => {
                Wage::Cents((hour_of(year) + u32::from(step == 1)).saturating_sub(u32::from(step == 2)))
            }
        })
    })
}

const fn points(range: &WageRange) -> Points {
    [range.p10, range.p25, range.median, range.p75, range.p90, range.mean]
}

const fn range([p10, p25, median, p75, p90, mean]: Points) -> WageRange {
    WageRange { p10, p25, median, p75, p90, mean }
}

fn put_wages(bytes: &mut Vec<u8>, wages: &Points, unit: u32) {
    for wage in wages {
        let number = match wage {
            None => NO_WAGE,
            Some(Wage::TopCoded) => CEILING,
            Some(Wage::Cents(cents)) => (cents / unit).saturating_add(FIRST_NUMBER),
        };
        put(bytes, number);
    }
}

fn take_wages(bytes: &mut &[u8], unit: u32) -> Option<Points> {
    let mut wages = Points::default();
    for wage in &mut wages {
        *wage = match take(bytes)? {
            NO_WAGE => None,
            CEILING => Some(Wage::TopCoded),
            number => Some(Wage::Cents((number - FIRST_NUMBER).checked_mul(unit)?)),
        };
    }
    Some(wages)
}

/// A number, seven bits a byte, the lowest first; the eighth says that more follow.
fn put(bytes: &mut Vec<u8>, mut number: u32) {
    loop {
        let [low, ..] = number.to_le_bytes();
        if number < 0x80 {
            bytes.push(low);
            return;
        }
        bytes.push(low | 0x80);
        number >>= 7;
    }
}

fn take(bytes: &mut &[u8]) -> Option<u32> {
    let mut number = 0_u32;
    for shift in (0..32).step_by(7) {
        let (first, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u32::from(first & 0x7f) << shift;
        if first & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

/// Small numbers of either sign as small ones without: 0, -1, 1, -2 as 0, 1, 2, 3.
const fn folded(number: i32) -> u32 {
    ((number << 1) ^ (number >> 31)).cast_unsigned()
}

const fn unfolded(number: u32) -> i32 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wage() -> impl Strategy<Value = Option<Wage>> {
        prop_oneof![
            Just(None),
            Just(Some(Wage::TopCoded)),
            (0..300_000_u32).prop_map(|dollars| Some(Wage::Cents(dollars * 100))),
            (0..24_000_u32).prop_map(|tens| Some(Wage::Cents(tens * 1_000))),
        ]
    }

    fn wages() -> impl Strategy<Value = Points> {
        prop::array::uniform6(wage())
    }

    prop_compose! {
        fn estimate()(
            employment in prop::option::of(0..2_000_000_u32),
            error in prop::option::of(0..1_000_i32),
            jobs in prop::option::of(0..1_000_000_u32),
            quotient in prop::option::of(any::<u16>()),
            annual in wages(),
            hourly in wages(),
            step in -2_i32..=2,
            follows in any::<bool>(),
        ) -> Estimate {
            let hourly = if follows {
                annual.map(|year| year.map(|year| match year {
                    Wage::Cents(cents) => Wage::Cents(hour_of(cents).saturating_add_signed(step)),
                    Wage::TopCoded => Wage::TopCoded,
                }))
            } else {
                hourly
            };
            Estimate {
                published: PublishedId(0),
                pay: Pay { employment, annual: range(annual), hourly: range(hourly) },
                error: error.map(PercentTenths),
                per_thousand: jobs.map(Thousandths),
                quotient: quotient.map(Hundredths),
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(
            estimates in prop::collection::vec((1..9_u16, estimate()), 0..20),
            total in any::<u32>(),
        ) {
            let mut place = 0;
            let estimates: Vec<Estimate> = estimates.into_iter().map(|(gap, estimate)| {
                place += gap;
                Estimate { published: PublishedId(place), ..estimate }
            }).collect();
            let bytes = write(&estimates, total);
            prop_assert_eq!(read(&bytes, total).collect::<Vec<_>>(), estimates);
        }

        #[test]
        fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..400), total in any::<u32>()) {
            prop_assert!(read(&bytes, total).count() <= bytes.len());
        }
    }
}
