//! Occupation codes: O*NET-SOC codes of roles and the SOC 2018 codes that figures are published under.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An O*NET-SOC 2019 code such as `15-1299.05`, kept as its eight digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// The code of a SOC code and the two digits behind its dot.
    pub const fn of(soc: SocCode, detail: u32) -> Self {
        Self(soc.0 * 100 + detail % 100)
    }

    /// The SOC 2018 code that the role belongs to: its first seven characters.
    pub const fn soc(self) -> SocCode {
        SocCode(self.0 / 100)
    }

    /// Whether its last two digits are `00`: the SOC occupation itself, not a branch of it.
    pub const fn is_whole(self) -> bool {
        self.0.is_multiple_of(100)
    }

    /// The two digits of the major group, `15` for Computer and Mathematical Occupations.
    pub const fn major_group(self) -> u32 {
        self.0 / 1_000_000
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}.{:02}", self.soc(), self.0 % 100))
    }
}

impl FromStr for Code {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let (soc, detail) = text.split_once('.').ok_or_else(|| BadCode::new(text))?;
        if detail.len() != 2 {
            return Err(BadCode::new(text));
        }
        let SocCode(soc) = soc.parse().map_err(|_| BadCode::new(text))?;
        let detail = digits(detail).ok_or_else(|| BadCode::new(text))?;
        Ok(Self(soc * 100 + detail))
    }
}

/// A SOC 2018 code such as `15-1299`, or one of the combined codes that BLS publishes under, such as `13-1020`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocCode(u32);

impl SocCode {
    /// `00-0000`, under which BLS publishes all occupations together.
    pub const ALL_OCCUPATIONS: Self = Self(0);

    /// The code of six digits: `151299` for `15-1299`.
    pub const fn of_digits(digits: u32) -> Self {
        Self(digits % 1_000_000)
    }

    /// Its six digits as a number.
    pub const fn digits(self) -> u32 {
        self.0
    }

    /// The code of its major group, such as `15-0000`.
    pub const fn group(self) -> Self {
        Self(self.0 / 10_000 * 10_000)
    }

    /// The two digits of the major group.
    pub const fn major_group(self) -> u32 {
        self.0 / 10_000
    }
}

impl fmt::Display for SocCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}-{:04}", self.0 / 10_000, self.0 % 10_000))
    }
}

impl FromStr for SocCode {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let bad = || BadCode::new(text);
        let (major, rest) = text.split_once('-').ok_or_else(bad)?;
        if major.len() != 2 || rest.len() != 4 {
            return Err(bad());
        }
        let major = digits(major).ok_or_else(bad)?;
        Ok(Self(major * 10_000 + digits(rest).ok_or_else(bad)?))
    }
}

/// A code of four digits: of the Census Bureau's list of occupations, or of ISCO-08.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ShortCode(pub u16);

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:04}", self.0))
    }
}

impl FromStr for ShortCode {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let number = digits(text).filter(|_| text.len() == 4).and_then(|number| u16::try_from(number).ok());
        number.map(Self).ok_or_else(|| BadCode::new(text))
    }
}

/// A programme of study of the Classification of Instructional Programs, 2020: `51.3801`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CipCode(u32);

impl fmt::Display for CipCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:02}.{:04}", self.0 / 10_000, self.0 % 10_000))
    }
}

impl FromStr for CipCode {
    type Err = BadCode;

    fn from_str(text: &str) -> Result<Self, BadCode> {
        let bad = || BadCode::new(text);
        let (family, rest) = text.split_once('.').filter(|(a, b)| (a.len(), b.len()) == (2, 4)).ok_or_else(bad)?;
        Ok(Self(digits(family).ok_or_else(bad)? * 10_000 + digits(rest).ok_or_else(bad)?))
    }
}

fn digits(text: &str) -> Option<u32> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

/// A text that is not a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not an occupation code; expected one like 15-1299.05 (O*NET-SOC), 15-1299 (SOC) or 1021 (Census, ISCO)"
)]
pub struct BadCode(String);

impl BadCode {
    fn new(text: &str) -> Self {
        Self(text.chars().take(40).collect())
    }
}

/// Lets a code stand in tables and JSON as people write it, and in the pack as a number.
macro_rules! written_as_text {
    ($($type:ident($number:ty)),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if serializer.is_human_readable() {
                    serializer.collect_str(self)
                } else {
                    self.0.serialize(serializer)
                }
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                if deserializer.is_human_readable() {
                    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
                } else {
                    <$number>::deserialize(deserializer).map(Self)
                }
            }
        }
    )*};
}

written_as_text!(Code(u32), SocCode(u32), ShortCode(u16), CipCode(u32));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_and_print_alike() -> Result<(), BadCode> {
        for text in ["15-1299.05", "11-1011.00", "55-3019.00"] {
            assert_eq!(text.parse::<Code>()?.to_string(), text);
        }
        let code: Code = "15-1299.05".parse()?;
        assert_eq!(code.soc().to_string(), "15-1299");
        assert_eq!(code.major_group(), 15);
        Ok(())
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for text in ["", "15-1299", "15-1299.5", "151299.05", "1a-1299.05", "15-1299.055", "+5-1299.05"] {
            assert!(text.parse::<Code>().is_err(), "{text}");
        }
        assert!("15-12".parse::<SocCode>().is_err());
    }
}
