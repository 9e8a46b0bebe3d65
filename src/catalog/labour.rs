//! Pay and outlook, as BLS publishes them per SOC code.

use serde::{Deserialize, Serialize};

use super::code::SocCode;
use super::figures::{PercentTenths, Thousands, Wage};

/// What BLS publishes under one SOC code, for one role or for several that share it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Published<'a> {
    /// The code: a detailed SOC code, or one that combines several (`13-1020`).
    pub soc: SocCode,
    /// The code's title.
    pub title: &'a str,
    /// How many roles share these figures.
    pub roles: u16,
    /// Occupational Employment and Wage Statistics; absent where the code is not in the release.
    pub pay: Option<Pay>,
    /// Employment Projections; absent where the code is not in the release.
    #[serde(borrow)]
    pub outlook: Option<Outlook<'a>>,
    /// The projections after those, as far as they are known.
    pub next: Option<NextOutlook>,
    /// BLS's relative AI exposure category.
    pub ai: Option<AiCategory>,
}

impl<'a> Published<'a> {
    /// The code with the roles that share it.
    pub fn published_for(&self) -> PublishedFor<'a> {
        PublishedFor { soc: self.soc, title: Some(self.title), roles: self.roles.into() }
    }

    /// The note that several roles share the figures.
    pub fn shared_note(&self) -> Option<String> {
        self.published_for().shared_note()
    }

    /// The newest projections: the change and the openings of the next ones, which come without levels, and what BLS says
    /// of entry, which does not change from year to year.
    pub(super) fn newest(&self) -> Option<Outlook<'a>> {
        let NextOutlook { change_percent, openings } = self.next?;
        let outlook = Outlook { employment: None, projected: None, change: None, ..self.outlook? };
        Some(Outlook { change_percent, openings, ..outlook })
    }
}

/// The SOC code that a figure is published for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PublishedFor<'a> {
    /// A detailed code, or one that combines several.
    #[serde(rename = "code")]
    pub soc: SocCode,
    /// The code's title, where the catalog has one.
    pub title: Option<&'a str>,
    /// How many roles share the figure.
    pub roles: usize,
}

impl PublishedFor<'_> {
    /// The note that several roles share the figure; none where one role has it alone.
    pub fn shared_note(self) -> Option<String> {
        let Self { soc, title, roles } = self;
        let title = title.unwrap_or("an occupation");
        (roles > 1).then(|| format!("published for {soc} {title}, shared by {roles} roles"))
    }
}

/// Employment and wages (OEWS, national, all industries).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pay {
    /// People employed; self-employed are not counted.
    pub employment: Option<u32>,
    /// Wages a year; absent altogether where BLS publishes hourly wages only.
    pub annual: WageRange,
    /// Wages an hour; absent altogether where BLS publishes yearly wages only.
    pub hourly: WageRange,
}

/// The spread of wages; each figure may be missing on its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WageRange {
    /// A tenth earn less.
    pub p10: Option<Wage>,
    /// A quarter earn less.
    pub p25: Option<Wage>,
    /// Half earn less.
    pub median: Option<Wage>,
    /// A quarter earn more.
    pub p75: Option<Wage>,
    /// A tenth earn more.
    pub p90: Option<Wage>,
    /// The mean.
    pub mean: Option<Wage>,
}

impl WageRange {
    /// The five points of the spread with their names, lowest first.
    pub fn points(&self) -> [(&'static str, Option<Wage>); 5] {
        [("10th", self.p10), ("25th", self.p25), ("median", self.median), ("75th", self.p75), ("90th", self.p90)]
    }
}

/// Employment Projections, Table 1.2. Counts are in thousands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlook<'a> {
    /// Jobs in the base year, self-employed included; no level is published with the newest vintage.
    pub employment: Option<Thousands>,
    /// Jobs in the target year.
    pub projected: Option<Thousands>,
    /// Change of the number of jobs.
    pub change: Option<Thousands>,
    /// Change in percent.
    pub change_percent: PercentTenths,
    /// Openings a year, from growth and from people leaving.
    pub openings: Thousands,
    /// Share of self-employed people in the base year.
    pub self_employed: Option<PercentTenths>,
    /// Typical education needed for entry.
    pub education: Option<&'a str>,
    /// Work experience in a related occupation; `None` is a published value there.
    pub experience: Option<&'a str>,
    /// Typical on-the-job training; `None` is a published value there.
    pub training: Option<&'a str>,
}

/// What is known of the Employment Projections after those of [`Outlook`]: 2025-35, transcribed, without levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextOutlook {
    /// Change of the number of jobs in percent.
    pub change_percent: PercentTenths,
    /// Openings a year.
    pub openings: Thousands,
}

/// BLS's relative AI exposure category (August 2026): a relative ranking made from five outside measures, no forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AiCategory {
    /// `Low`.
    Low,
    /// `Moderate`.
    Moderate,
    /// `High`.
    High,
    /// `Very high`.
    VeryHigh,
}

impl AiCategory {
    /// All, from the lowest.
    pub const ALL: [Self; 4] = [Self::Low, Self::Moderate, Self::High, Self::VeryHigh];

    /// The category that BLS calls so.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }

    /// As BLS calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Low => "Low",
            Self::Moderate => "Moderate",
            Self::High => "High",
            Self::VeryHigh => "Very high",
        }
    }

    /// Its word in queries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Moderate => "moderate",
            Self::High => "high",
            Self::VeryHigh => "very-high",
        }
    }

    /// Its place in the order, 1 to 4.
    pub const fn rank(self) -> u8 {
        self as u8 + 1
    }

    /// What it is called on a page.
    pub const TITLE: &str = "BLS AI exposure";

    /// What it says, and what not; stands beside it.
    pub const SENTENCE: &str = "BLS's category of August 2026 is a relative ranking made from five outside measures, \
                                which may be among those shown here: no forecast. It enters no index and no spread.";
}

impl Outlook<'_> {
    /// The projected change in words. Thresholds are the project's own.
    pub const fn words(&self) -> &'static str {
        match self.change_percent.0 {
            70.. => "Growing fast",
            30..=69 => "Growing",
            10..=29 => "Growing slowly",
            -9..=9 => "Little change",
            _ => "Declining",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_projected_change() {
        let words = |tenths| {
            Outlook {
                employment: None,
                projected: None,
                change: None,
                change_percent: PercentTenths(tenths),
                openings: Thousands(0),
                self_employed: None,
                education: None,
                experience: None,
                training: None,
            }
            .words()
        };
        assert_eq!(
            [82, 70, 69, 30, 29, 10, 9, -9].map(words),
            [
                "Growing fast",
                "Growing fast",
                "Growing",
                "Growing",
                "Growing slowly",
                "Growing slowly",
                "Little change",
                "Little change",
            ]
        );
        assert_eq!(words(-10), "Declining");
    }
}
