//! Where pay, employment and outlook come from.

use super::{Figure, File, Origins, Provenance, PublishedCell, Raw, names};
use crate::catalog::{
    Metric, Outlook, Pay, PercentTenths, Period, Role, SocCode, SourceId, Thousands, Wage, WageRange, grouped,
};

/// A point of the spread of wages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A tenth earn less.
    P10,
    /// A quarter earn less.
    P25,
    /// Half earn less.
    Median,
    /// A quarter earn more.
    P75,
    /// A tenth earn more.
    P90,
    /// The mean.
    Mean,
}

impl Point {
    /// All points, in the order in which wages are shown.
    pub const ALL: [Self; 6] = [Self::P10, Self::P25, Self::Median, Self::P75, Self::P90, Self::Mean];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::P10 => "10th percentile",
            Self::P25 => "25th percentile",
            Self::Median => "median",
            Self::P75 => "75th percentile",
            Self::P90 => "90th percentile",
            Self::Mean => "mean",
        }
    }

    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::P10 => "p10",
            Self::P25 => "p25",
            Self::Median => "median",
            Self::P75 => "p75",
            Self::P90 => "p90",
            Self::Mean => "mean",
        }
    }

    /// The point of a spread.
    pub const fn of(self, range: &WageRange) -> Option<Wage> {
        match self {
            Self::P10 => range.p10,
            Self::P25 => range.p25,
            Self::Median => range.median,
            Self::P75 => range.p75,
            Self::P90 => range.p90,
            Self::Mean => range.mean,
        }
    }

    /// The wage at the point: of a year, or of an hour where BLS publishes only that.
    pub fn wage(self, pay: &Pay) -> Option<(Wage, Period)> {
        let hourly = || Some((self.of(&pay.hourly)?, Period::Hour));
        self.of(&pay.annual).map(|wage| (wage, Period::Year)).or_else(hourly)
    }
}

impl Origins<'_> {
    pub(super) fn wage(&self, role: &Role<'_>, period: Period, point: Point) -> Provenance {
        use names::oews::{ANNUAL, HOURLY, NO_WAGE, OTHER_PERIOD, TOP_CODED};
        let (word, columns) = match period {
            Period::Year => ("annual", ANNUAL),
            Period::Hour => ("hourly", HOURLY),
        };
        let wage = self.catalog.pay(role).and_then(|pay| {
            point.of(match period {
                Period::Year => &pay.annual,
                Period::Hour => &pay.hourly,
            })
        });
        let name = match point {
            Point::Median | Point::Mean => format!("{} {word} pay", point.name()),
            _ => format!("{word} pay, {}", point.name()),
        };
        // Where no yearly median is published, screens show that of an hour.
        let hourly = match (wage, Metric::Pay.wage(self.catalog, role)) {
            (None, Some((hourly, Period::Hour))) if (period, point) == (Period::Year, Point::Median) => {
                Some(hourly.in_full(Period::Hour))
            }
            _ => None,
        };
        let shown = wage.map(|wage| wage.text(period)).or(hourly);
        let shown = shown.unwrap_or_else(|| self.catalog.no_wage(role).into_owned());
        let mut provenance = self.there(Self::traced(role, Figure::Wage(period, point), name, Some(shown)));
        // In the files of places the wages of the other period alone are told from those that are withheld.
        let is_withheld = self.catalog.estimate(role).is_none_or(|estimate| !estimate.has_wages());
        let none = if is_withheld { NO_WAGE } else { OTHER_PERIOD };
        let raw = |_: &Pay| match wage {
            Some(Wage::Cents(cents)) => Raw::Value(plain(i64::from(cents), 100)),
            Some(Wage::TopCoded) => Raw::Value(TOP_CODED.to_owned()),
            None => Raw::Value(none.to_owned()),
        };
        self.of_oews(&mut provenance, role, columns[point as usize], raw);
        let unit = if period == Period::Year { "a year" } else { "an hour" };
        let pay = self.catalog.pay(role);
        provenance.computation.push(match (wage, pay) {
            (Some(Wage::Cents(_)), _) => format!("Shown as published, in dollars {unit}."),
            (Some(Wage::TopCoded), _) => format!(
                "{TOP_CODED} stands for {} {unit}, the ceiling of the survey. In orders and plots it counts as the \
                 ceiling, in differences as a bound.",
                Wage::TopCoded.text(period)
            ),
            (None, Some(_)) if self.catalog.place().is_some() && is_withheld => {
                format!("{NO_WAGE} says that BLS has an estimate and withholds it. It is not filled from the nation.")
            }
            (None, Some(_)) if self.catalog.place().is_some() => {
                format!(
                    "{OTHER_PERIOD} says that BLS publishes wages of the other kind only: by the hour, or by the year."
                )
            }
            (None, Some(_)) => format!(
                "{NO_WAGE} says that BLS does not publish this wage; some work it gives by the hour only, some by the \
                 year only."
            ),
            (None, None) => format!("BLS publishes no wages for this code{}.", self.catalog.there()),
        });
        provenance
    }

    pub(super) fn employment(&self, role: &Role<'_>) -> Provenance {
        use names::oews::{EMPLOYMENT, NO_EMPLOYMENT, NO_WAGE};
        let people = self.catalog.pay(role).and_then(|pay| pay.employment);
        let shown = people.map(|people| grouped(people.into()));
        let shown = shown.unwrap_or_else(|| self.catalog.no_employment(role).into_owned());
        let mut provenance = self.there(Self::traced(role, Figure::Employment, "people employed", Some(shown)));
        let is_of_place = self.catalog.place().is_some();
        let none = if is_of_place { NO_WAGE } else { NO_EMPLOYMENT };
        let raw = |pay: &Pay| Raw::Value(pay.employment.map_or_else(|| none.to_owned(), |people| people.to_string()));
        self.of_oews(&mut provenance, role, EMPLOYMENT, raw);
        provenance.computation.push(match people {
            Some(_) => "Shown as published: people employed, those who employ themselves not counted.".to_owned(),
            None if is_of_place => {
                format!("{none} says that BLS withholds it; no row, that it has no estimate. It is not filled from the nation.")
            }
            None => format!("{NO_EMPLOYMENT}, or no row: BLS publishes no employment for this code."),
        });
        provenance
    }

    /// The cell of OEWS, and the way to its row.
    fn of_oews(&self, provenance: &mut Provenance, role: &Role<'_>, column: &str, raw: impl FnOnce(&Pay) -> Raw) {
        use names::oews::{CODE, DETAILED, GROUP};
        let cell = if let Some(place) = self.catalog.place() {
            self.place_cell(role, place, column, raw)
        } else {
            let soc = self.soc(role);
            let row = [(CODE, soc.to_string()), (GROUP, DETAILED.to_owned())];
            let raw = self.catalog.pay(role).map_or_else(|| Raw::Missing(format!("no row for {soc}")), raw);
            self.cell(File::Oews, &row, column, raw)
        };
        provenance.cells = vec![cell, self.crosswalk_cell(role)];
        self.by_code(provenance, role);
    }

    pub(super) fn projection(&self, role: &Role<'_>, figure: Figure) -> Provenance {
        use names::projections as columns;
        let outlook = self.catalog.outlook(role);
        let years = self.years();
        let (base, target) = years;
        let Projected { name, column, shown, published } = projected(figure, years, outlook);
        let soc = self.soc(role);
        let raw = Raw::or(published, || format!("no row for {soc}"));
        let mut provenance = Self::traced(role, figure, name, shown.clone());
        let row = [(columns::code(base), soc.to_string()), (columns::KIND.to_owned(), columns::LINE_ITEM.to_owned())];
        let row: Vec<(&str, String)> = row.iter().map(|(column, value)| (column.as_str(), value.clone())).collect();
        provenance.cells = vec![self.cell(File::Projections, &row, column, raw), self.crosswalk_cell(role)];
        self.by_code(&mut provenance, role);
        provenance.computation.push(match (figure, outlook) {
            (_, None) => "BLS publishes no projection for this code.".to_owned(),
            (_, Some(_)) if shown.is_none() => format!("{} says that there is no value.", columns::NO_VALUE),
            (Figure::Change, Some(outlook)) => format!(
                "Shown as published, in percent from {base} to {target}. {:?} by rolescope's words: from 7% growing \
                 fast, from 3% growing, from 1% growing slowly, above -1% little change, else declining.",
                outlook.words()
            ),
            (Figure::Openings, Some(_)) => {
                "Published in thousands a year, from growth and from people leaving; shown with k.".to_owned()
            }
            (Figure::BaseJobs | Figure::TargetJobs | Figure::ChangeJobs, Some(_)) => {
                "Published in thousands of jobs, those of self-employed people included; shown with k.".to_owned()
            }
            _ => "Shown as published.".to_owned(),
        });
        provenance
    }

    /// The code that BLS publishes a role under.
    pub(super) fn code(&self, role: &Role<'_>) -> Provenance {
        let soc = self.catalog.published(role).map(|published| published.soc);
        let step = match soc {
            Some(_) => "BLS's crosswalk says under which code it publishes the role.",
            None => "BLS's crosswalk has no row for the role, so no figure of BLS is its.",
        };
        let cell = PublishedCell { is_way: false, ..self.crosswalk_cell(role) };
        let shown = soc.map(|soc| soc.to_string());
        let mut provenance =
            Self::traced(role, Figure::Code, "code that BLS publishes under", shown).from([cell], None, [step]);
        self.by_code(&mut provenance, role);
        provenance
    }

    /// How the role's row is found.
    pub(super) fn crosswalk_cell(&self, role: &Role<'_>) -> PublishedCell {
        use names::crosswalk::{CODE, NEM_CODE};
        let soc = self.catalog.published(role).map(|published| published.soc.to_string());
        let raw = Raw::or(soc, || format!("no row for {}", role.code));
        let cell = self.cell(File::Crosswalk, &[(CODE, role.code.to_string())], NEM_CODE, raw);
        PublishedCell { is_way: true, ..cell }
    }

    /// Says for which code a figure of BLS is published, and how that was found.
    pub(super) fn by_code(&self, provenance: &mut Provenance, role: &Role<'_>) {
        let Some(published) = self.catalog.published(role) else { return };
        provenance.published_for = self.published_for(published.soc);
        let (soc, own) = (published.soc, role.code.soc());
        if soc != own {
            provenance.computation.push(format!("{soc} joins {own} with other codes: BLS publishes it as one."));
        }
    }

    /// The code to look a role up by; where the crosswalk has none, its own.
    pub(super) fn soc(&self, role: &Role<'_>) -> SocCode {
        self.catalog.published(role).map_or(role.code.soc(), |published| published.soc)
    }

    /// The base year and the target year of the projections, from their release.
    fn years(&self) -> (u16, u16) {
        let release = self.catalog.source(SourceId::Projections).map_or("", |source| source.release);
        let years = release.split_once(['–', '-']).and_then(|(base, target)| {
            let (base, last): (u16, u16) = (base.trim().parse().ok()?, target.trim().parse().ok()?);
            Some((base, if last < 100 { base - base % 100 + last } else { last }))
        });
        years.unwrap_or((2024, 2034))
    }
}

/// A figure of the projections: its name, its column, how it is shown, and what the file has, where it has a row.
struct Projected {
    name: String,
    column: String,
    shown: Option<String>,
    published: Option<String>,
}

fn projected(figure: Figure, years: (u16, u16), outlook: Option<&Outlook<'_>>) -> Projected {
    use names::projections as columns;
    let (base, target) = years;
    let row = |name: &str, column: String, value: &dyn Fn(&Outlook<'_>) -> (Option<String>, String)| {
        let (shown, published) = outlook.map(value).unzip();
        Projected { name: name.to_owned(), column, shown: shown.flatten(), published }
    };
    let jobs = |jobs: Thousands| (Some(jobs.to_string()), plain(jobs.0, 10));
    let level = |level: Option<Thousands>| level.map_or_else(|| (None, columns::NO_VALUE.to_owned()), jobs);
    let percent = |share: PercentTenths| (Some(share.to_string()), plain(share.0.into(), 10));
    let none = || (None, columns::NO_VALUE.to_owned());
    let words = |text: Option<&str>| text.map_or_else(none, |text| (Some(text.to_owned()), text.to_owned()));
    match figure {
        Figure::BaseJobs => row(&format!("jobs in {base}"), columns::employment(base), &|o| level(o.employment)),
        Figure::TargetJobs => {
            row(&format!("jobs projected for {target}"), columns::employment(target), &|o| level(o.projected))
        }
        Figure::ChangeJobs => row("projected change in jobs", columns::change(years), &|o| level(o.change)),
        Figure::Openings => row("annual openings", columns::openings(years), &|o| jobs(o.openings)),
        Figure::SelfEmployed => {
            row("self-employed", columns::self_employed(base), &|o| o.self_employed.map_or_else(none, percent))
        }
        Figure::Entry => row("typical education at entry", columns::EDUCATION.into(), &|o| words(o.education)),
        Figure::Experience => row("related experience", columns::EXPERIENCE.into(), &|o| words(o.experience)),
        Figure::Training => row("on-the-job training", columns::TRAINING.into(), &|o| words(o.training)),
        _ => row("projected change", columns::change_percent(years), &|o| percent(o.change_percent)),
    }
}

/// A figure of whole parts as a workbook holds it: `472`, `31.3`, `52.39`.
fn plain(parts: i64, of: i64) -> String {
    let decimals = if of == 10 { 1 } else { 2 };
    let sign = if parts < 0 { "-" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / of.unsigned_abs(), parts.unsigned_abs() % of.unsigned_abs());
    let text = format!("{sign}{whole}.{rest:0decimals$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
