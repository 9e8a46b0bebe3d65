//! Where pay, employment and outlook come from.

use super::{Cell, Figure, File, Origins, Point, Provenance, Raw, names, or_missing};
use crate::catalog::{
    Outlook, Pay, PercentTenths, Period, Role, SocCode, SourceId, Thousands, Wage, WageRange, grouped,
};

impl Point {
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
}

impl Origins<'_> {
    pub(super) fn wage(&self, role: &Role<'_>, period: Period, point: Point) -> Provenance {
        use names::oews::{ANNUAL, HOURLY, NO_WAGE, TOP_CODED};
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
        let hourly = match (wage, period, point) {
            (None, Period::Year, Point::Median) => self.catalog.pay(role).and_then(|pay| pay.hourly.median),
            _ => None,
        };
        let hourly = hourly.map(|wage| wage.in_full(Period::Hour));
        let shown = or_missing(wage.map(|wage| wage.text(period)).or(hourly));
        let mut provenance = Self::traced(role, Figure::Wage(period, point), name, shown);
        let raw = |_: &Pay| match wage {
            Some(Wage::Cents(cents)) => Raw::Value(plain(i64::from(cents), 100)),
            Some(Wage::TopCoded) => Raw::Value(TOP_CODED.to_owned()),
            None => Raw::Value(NO_WAGE.to_owned()),
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
            (None, Some(_)) => format!(
                "{NO_WAGE} says that BLS does not publish this wage; some work it gives by the hour only, some by the \
                 year only."
            ),
            (None, None) => "BLS publishes no wages for this code.".to_owned(),
        });
        provenance
    }

    pub(super) fn employment(&self, role: &Role<'_>) -> Provenance {
        use names::oews::{EMPLOYMENT, NO_EMPLOYMENT};
        let people = self.catalog.pay(role).and_then(|pay| pay.employment);
        let shown = or_missing(people.map(|people| grouped(people.into())));
        let mut provenance = Self::traced(role, Figure::Employment, "people employed", shown);
        let raw = |pay: &Pay| {
            Raw::Value(pay.employment.map_or_else(|| NO_EMPLOYMENT.to_owned(), |people| people.to_string()))
        };
        self.of_oews(&mut provenance, role, EMPLOYMENT, raw);
        provenance.computation.push(match people {
            Some(_) => "Shown as published: people employed, those who employ themselves not counted.".to_owned(),
            None => format!("{NO_EMPLOYMENT}, or no row: BLS publishes no employment for this code."),
        });
        provenance
    }

    /// The cell of OEWS, and the way to its row.
    fn of_oews(&self, provenance: &mut Provenance, role: &Role<'_>, column: &str, raw: impl FnOnce(&Pay) -> Raw) {
        use names::oews::{CODE, DETAILED, GROUP};
        let soc = self.soc(role);
        let row = [(CODE, soc.to_string()), (GROUP, DETAILED.to_owned())];
        let raw = self.catalog.pay(role).map_or_else(|| Raw::Missing(format!("no row for {soc}")), raw);
        provenance.cells = vec![self.cell(File::Oews, &row, column, raw), self.crosswalk_cell(role)];
        self.by_code(provenance, role);
    }

    pub(super) fn projection(&self, role: &Role<'_>, figure: Figure) -> Provenance {
        use names::projections as columns;
        let outlook = self.catalog.outlook(role);
        let years = self.years();
        let (base, target) = years;
        let (name, column) = heading(figure, years);
        let (shown, raw) = outlook.map_or((None, None), |outlook| {
            let (shown, raw) = value(figure, outlook);
            (shown, Some(raw))
        });
        let soc = self.soc(role);
        let mut provenance = Self::traced(role, figure, name, or_missing(shown.clone()));
        let raw = raw.map_or_else(|| Raw::Missing(format!("no row for {soc}")), Raw::Value);
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
        let shown = or_missing(soc.map(|soc| soc.to_string()));
        let mut provenance = Self::traced(role, Figure::Code, "code that BLS publishes under", shown);
        provenance.cells = vec![Cell { is_way: false, ..self.crosswalk_cell(role) }];
        if soc.is_some() {
            provenance.computation.push("BLS's crosswalk says under which code it publishes the role.".to_owned());
            self.by_code(&mut provenance, role);
        } else {
            provenance
                .computation
                .push("BLS's crosswalk has no row for the role, so no figure of BLS is its.".to_owned());
        }
        provenance
    }

    /// How the role's row is found.
    fn crosswalk_cell(&self, role: &Role<'_>) -> Cell {
        use names::crosswalk::{CODE, NEM_CODE};
        let raw = match self.catalog.published(role) {
            Some(published) => Raw::Value(published.soc.to_string()),
            None => Raw::Missing(format!("no row for {}", role.code)),
        };
        let cell = self.cell(File::Crosswalk, &[(CODE, role.code.to_string())], NEM_CODE, raw);
        Cell { is_way: true, ..cell }
    }

    /// Says for which code a figure of BLS is published, and how that was found.
    fn by_code(&self, provenance: &mut Provenance, role: &Role<'_>) {
        let Some(published) = self.catalog.published(role) else { return };
        provenance.published_for = self.published_for(published.soc);
        let (soc, own) = (published.soc, role.code.soc());
        if soc != own {
            provenance.computation.push(format!("{soc} joins {own} with other codes: BLS publishes it as one."));
        }
    }

    /// The code to look a role up by; where the crosswalk has none, its own.
    fn soc(&self, role: &Role<'_>) -> SocCode {
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

/// The name of a figure of the projections, and its column.
fn heading(figure: Figure, years: (u16, u16)) -> (String, String) {
    use names::projections as columns;
    let (base, target) = years;
    match figure {
        Figure::BaseJobs => (format!("jobs in {base}"), columns::employment(base)),
        Figure::TargetJobs => (format!("jobs projected for {target}"), columns::employment(target)),
        Figure::ChangeJobs => ("projected change in jobs".into(), columns::change(years)),
        Figure::Openings => ("annual openings".into(), columns::openings(years)),
        Figure::SelfEmployed => ("self-employed".into(), columns::self_employed(base)),
        Figure::Entry => ("typical education at entry".into(), columns::EDUCATION.into()),
        Figure::Experience => ("related experience".into(), columns::EXPERIENCE.into()),
        Figure::Training => ("on-the-job training".into(), columns::TRAINING.into()),
        _ => ("projected change".into(), columns::change_percent(years)),
    }
}

/// A figure of the projections as it is shown, and as the file has it.
fn value(figure: Figure, outlook: &Outlook<'_>) -> (Option<String>, String) {
    use names::projections::NO_VALUE;
    let words = |text: Option<&str>| (text.map(str::to_owned), text.unwrap_or(NO_VALUE).to_owned());
    let jobs = |jobs: Thousands| (Some(jobs.to_string()), plain(jobs.0, 10));
    let percent = |share: PercentTenths| (Some(share.to_string()), plain(share.0.into(), 10));
    match figure {
        Figure::BaseJobs => jobs(outlook.employment),
        Figure::TargetJobs => jobs(outlook.projected),
        Figure::ChangeJobs => jobs(outlook.change),
        Figure::Openings => jobs(outlook.openings),
        Figure::SelfEmployed => outlook.self_employed.map_or((None, NO_VALUE.to_owned()), percent),
        Figure::Entry => words(outlook.education),
        Figure::Experience => words(outlook.experience),
        Figure::Training => words(outlook.training),
        _ => percent(outlook.change_percent),
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
