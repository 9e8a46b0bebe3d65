//! Codes that a spreadsheet has made into dates: it takes 11-2021 for November 2021, and shows `Nov-21`.

use crate::catalog::date::Date;
use crate::catalog::{Catalog, SocCode};

/// A date that was a code. All are of the major group 11, the only one that is a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    year: u16,
    /// Whether only the last two digits of the year are known.
    is_short: bool,
}

/// The years that a spreadsheet has: what lies before stays a text.
const FIRST_YEAR: u32 = 1900;
/// How a spreadsheet numbers 1970-01-01.
const TO_1970: u64 = 25_569;

impl Dated {
    /// The date that a text is, where a code of the catalog may have become it.
    pub(super) fn read(text: &str, catalog: &Catalog<'_>) -> Option<Self> {
        let dated = parts(text).or_else(|| serial(text))?;
        (!dated.codes(catalog).is_empty()).then_some(dated)
    }

    /// The codes that it may have been: those of SOC 2018 and 2010, by code.
    pub fn codes(self, catalog: &Catalog<'_>) -> Vec<SocCode> {
        let is_it = |soc: &SocCode| {
            let year = soc.digits() % 10_000;
            let shown = if self.is_short { year % 100 } else { year };
            shown == u32::from(self.year) && (!self.is_short || year >= FIRST_YEAR)
        };
        candidates(catalog).into_iter().filter(is_it).collect()
    }
}

/// All occupations of the major group 11, by code.
fn candidates(catalog: &Catalog<'_>) -> Vec<SocCode> {
    let today = catalog.roles.iter().map(|role| role.code.soc());
    let old = catalog.crosswalks.soc_2010.iter().map(|(old, _)| *old);
    let mut codes: Vec<SocCode> = today.chain(old).filter(|soc| soc.major_group() == 11).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// A date in parts: `Nov-21`, `21-Nov`, `Nov 2021`, `11/1/2021`, `01.11.2021`, `2021-11-01 00:00:00`, `20211101`.
fn parts(text: &str) -> Option<Dated> {
    let text = text.trim().trim_matches(['"', '\'', '=']);
    let text = text.split_once([' ', 'T']).filter(|(_, time)| time.contains(':')).map_or(text, |(date, _)| date);
    if text.len() == 8 && text.ends_with("1101") && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return of(text.get(..4)?);
    }
    let pieces: Vec<&str> =
        text.split(['-', '/', '.', ' ', ',', '\u{2013}']).filter(|piece| !piece.is_empty()).collect();
    let is_november = |piece: &str| ["nov", "november"].iter().any(|name| piece.eq_ignore_ascii_case(name));
    let is_first = |piece: &str| matches!(piece, "1" | "01");
    match pieces.as_slice() {
        [month, year] if is_november(month) => of(year),
        // `11-2021` is a code as it should be.
        [month, year] if *month == "11" && year.len() == 4 && !text.contains('-') && !text.contains(' ') => of(year),
        [year, month] if is_november(month) || (*month == "11" && year.len() == 4) => of(year),
        [month, day, year] if (is_november(month) || *month == "11") && is_first(day) => of(year),
        [day, month, year] if is_first(day) && (is_november(month) || *month == "11") => of(year),
        [year, month, day] if year.len() == 4 && *month == "11" && is_first(day) => of(year),
        _ => None,
    }
}

fn of(year: &str) -> Option<Dated> {
    let is_year = matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| Some(Dated { year: year.parse().ok()?, is_short: year.len() == 2 }))?
}

/// A date as the number of days that a spreadsheet keeps: 44501 is 2021-11-01.
fn serial(text: &str) -> Option<Dated> {
    let days: u64 = text.trim().parse().ok().filter(|_| (5..=7).contains(&text.trim().len()))?;
    let date = Date::of(days.checked_sub(TO_1970)?.checked_mul(86_400)?);
    let dated = Dated { year: u16::try_from(date.year).ok()?, is_short: false };
    (date.month == 11 && date.day == 1).then_some(dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_november_may_have_been_codes() {
        let short = |year| Some(Dated { year, is_short: true });
        let long = |year| Some(Dated { year, is_short: false });
        for text in ["Nov-21", "nov-21", "21-Nov", "Nov 21"] {
            assert_eq!(parts(text), short(21), "{text}");
        }
        for text in [
            "11/1/2021",
            "11/01/2021",
            "1/11/2021",
            "01.11.2021",
            "2021-11-01",
            "2021-11-01 00:00:00",
            "2021-11-01T00:00:00",
            "20211101",
            "Nov-2021",
            "November 2021",
            "November 1, 2021",
            "1-Nov-2021",
            "11/2021",
            "2021-11",
        ] {
            assert_eq!(parts(text), long(2021), "{text}");
        }
        assert_eq!((serial("44501"), serial("409743").is_some()), (long(2021), true));
        for text in ["11-2021", "Dec-21", "11/2/2021", "Nov", "November nurse", "44502", "11", ""] {
            assert_eq!(parts(text).or_else(|| serial(text)), None, "{text}");
        }
    }
}
