//! Metrics: the figures by which roles are ordered, compared, filtered and plotted, the same on every screen.

mod written;

pub use super::difference::{Bound, Difference};
use super::entry::EntryEducation;
use super::exposure::{Measure, Study};
use super::figures::{HOURS, Percentile, Period, Wage};
use super::provenance::Point;
use super::role::Role;
use super::source::SourceId;
use super::{Catalog, SocCode, Unit};

/// A figure by which roles are ordered, compared, filtered and plotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Metric {
    /// Percentile of the joint exposure index, 0 to 100.
    Index,
    /// Percentile of one exposure measure, 0 to 100.
    Measure(Measure),
    /// Median wage in dollars a year.
    Pay,
    /// People employed (OEWS; self-employed are not counted).
    Employment,
    /// Projected change of the number of jobs over ten years, in percent.
    Change,
    /// Openings a year, in jobs.
    Openings,
    /// Job zone, 2 to 5.
    JobZone,
    /// Typical education for entry, 1 to 8 in the order of [`EntryEducation`].
    Education,
    /// 10th percentile of wages in dollars a year: a tenth earn less.
    EntryPay,
    /// Median wage in dollars an hour.
    Hourly,
    /// Share of self-employed people in percent.
    SelfEmployed,
    /// The career interests: the first one's place in the order of [`super::role::INTERESTS`], 1 to 6.
    Interest,
    /// Whether the work can be done at home: 1 for yes, 0 for no.
    AtHome,
    /// BLS's relative AI exposure category, 1 to 4 in the order of [`AiCategory`](super::AiCategory).
    BlsCategory,
    /// People of the staff that is counted; without a staff no role has it, and it is nowhere offered.
    Headcount,
}

/// All that is fixed about a metric.
struct MetricFacts {
    key: &'static str,
    name: &'static str,
    short_name: &'static str,
    /// Other words for the key.
    also: &'static [&'static str],
    source: Option<SourceId>,
    unit: Unit,
    /// What a query compares it with, and examples.
    takes: &'static str,
    /// What a higher value means.
    higher: &'static str,
}

impl MetricFacts {
    const fn of([key, name, short_name]: [&'static str; 3], source: Option<SourceId>, unit: Unit) -> Self {
        Self { key, name, short_name, also: &[], source, unit, takes: "a name", higher: "" }
    }

    const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    const fn takes(self, takes: &'static str) -> Self {
        Self { takes, ..self }
    }

    const fn higher(self, higher: &'static str) -> Self {
        Self { higher, ..self }
    }
}

/// The words for the gauge of a study.
const fn everyday(measure: Measure) -> &'static [&'static str] {
    match measure {
        Measure::Gpt4Gamma => &["gpts", "gpt", "gpt4", "gamma", "eloundou"],
        Measure::MicrosoftUser => &["microsoft"],
        Measure::Aioe => &["aioe", "felten"],
        Measure::AnthropicObserved => &["anthropic"],
        _ => &[],
    }
}

impl Metric {
    /// The metrics of tables and plots: the index, the gauge of each study, the labour market, the job zone.
    pub const ALL: [Self; 10] = [
        Self::Index,
        Self::Measure(Measure::Gpt4Gamma),
        Self::Measure(Measure::MicrosoftUser),
        Self::Measure(Measure::Aioe),
        Self::Measure(Measure::AnthropicObserved),
        Self::Pay,
        Self::Employment,
        Self::Change,
        Self::Openings,
        Self::JobZone,
    ];

    /// The columns of a ranking, in their order.
    pub const COLUMNS: [Self; 16] = [
        Self::Index,
        Self::Pay,
        Self::Employment,
        Self::Change,
        Self::Openings,
        Self::JobZone,
        Self::Measure(Measure::Gpt4Gamma),
        Self::Measure(Measure::MicrosoftUser),
        Self::Measure(Measure::Aioe),
        Self::Measure(Measure::AnthropicObserved),
        Self::BlsCategory,
        Self::Education,
        Self::EntryPay,
        Self::Hourly,
        Self::SelfEmployed,
        Self::AtHome,
    ];

    /// The columns of a ranking of a catalog, in their order: [`Metric::COLUMNS`], and the headcount behind the index where a
    /// staff is counted.
    pub fn columns(catalog: &Catalog<'_>) -> Vec<Self> {
        let mut columns = Self::COLUMNS.to_vec();
        if catalog.headcounts().is_some() {
            columns.insert(1, Self::Headcount);
        }
        columns
    }

    /// What the size of a tile and the weight in a mean are: the nation's employment, or the headcount of the staff.
    pub fn counted(catalog: &Catalog<'_>) -> Self {
        if catalog.headcounts().is_some() { Self::Headcount } else { Self::Employment }
    }

    /// The gauge of a study.
    pub const fn gauge(study: Study) -> Self {
        Self::Measure(study.measures()[0])
    }

    /// Whether the frame sentence must stand beside it.
    pub const fn is_exposure(self) -> bool {
        matches!(self, Self::Index | Self::Measure(_) | Self::BlsCategory)
    }

    /// Its name in full.
    pub const fn name(self) -> &'static str {
        self.facts().name
    }

    /// A name of at most twelve cells, for the heads of columns.
    pub const fn short_name(self) -> &'static str {
        self.facts().short_name
    }

    /// Its stable key on the command line, in queries, CSV and JSON.
    pub const fn key(self) -> &'static str {
        self.facts().key
    }

    /// The dataset that it comes from; the index is computed from several, and a headcount is the user's own.
    pub const fn source(self) -> Option<SourceId> {
        self.facts().source
    }

    /// What a query compares it with, and examples: `people, such as >100k or ..5k`.
    pub const fn takes(self) -> &'static str {
        self.facts().takes
    }

    /// What a higher value means: `more pay`.
    pub const fn higher(self) -> &'static str {
        self.facts().higher
    }

    /// Whether BLS publishes it, under a SOC code that roles may share.
    pub const fn is_of_bls(self) -> bool {
        matches!(self.source(), Some(SourceId::Oews | SourceId::Projections | SourceId::NextProjections))
    }

    /// Whether it is estimated for places: pay and employment.
    pub const fn is_of_place(self) -> bool {
        matches!(self.source(), Some(SourceId::Oews))
    }

    /// The dataset that it comes from, as the catalog is seen: that of the place and the vintage.
    pub fn source_in(self, catalog: &Catalog<'_>) -> Option<SourceId> {
        match self {
            _ if self.is_of_place() => Some(catalog.pay_source()),
            Self::Change | Self::Openings => Some(catalog.outlook_source()),
            _ => self.source(),
        }
    }

    /// The metric of a key, in any case; studies and everyday words too: `microsoft`, `exposure`, `growth`. The headcount is
    /// none of them: no command has a staff to count.
    pub fn from_key(key: &str) -> Option<Self> {
        let key = key.to_ascii_lowercase().replace('-', "_");
        let all = Self::COLUMNS.into_iter().chain([Self::Interest]);
        let mut all = all.chain(Measure::ALL.map(Self::Measure)).map(|metric| (metric, metric.facts()));
        all.find(|(_, facts)| facts.key == key || facts.also.contains(&key.as_str())).map(|(metric, _)| metric)
    }

    /// All that is fixed about it.
    const fn facts(self) -> MetricFacts {
        use SourceId::{NextProjections, Oews, Onet, Projections, WorkAtHome};
        const PERCENTILE: &str = "a percentile, 0 to 100, such as >80 or 40..60";
        match self {
            Self::Index => MetricFacts::of(["index", "exposure index", "index"], None, Unit::Percentile)
                .also(&["exposure"])
                .takes(PERCENTILE)
                .higher("more task overlap"),
            Self::Measure(of) => {
                MetricFacts::of([of.key(), of.name(), of.short_name()], Some(of.source()), Unit::Percentile)
                    .also(everyday(of))
                    .takes(PERCENTILE)
                    .higher("more task overlap")
            }
            Self::Pay => MetricFacts::of(["pay", "median annual pay", "pay"], Some(Oews), Unit::DollarsAYear)
                .also(&["wage"])
                .takes("dollars a year, such as >=100k or 60k..90k")
                .higher("more pay"),
            Self::Employment => MetricFacts::of(["employment", "employment", "employed"], Some(Oews), Unit::People)
                .also(&["workers"])
                .takes("people, such as >100k or ..5k")
                .higher("more people"),
            Self::Change => MetricFacts::of(["change", "projected change", "change"], Some(Projections), Unit::Percent)
                .also(&["growth", "outlook"])
                .takes("percent over ten years, such as >5 or <0")
                .higher("more growth"),
            Self::Openings => {
                MetricFacts::of(["openings", "annual openings", "openings"], Some(Projections), Unit::Jobs)
                    .takes("jobs a year, such as >10k")
                    .higher("more openings")
            }
            Self::JobZone => MetricFacts::of(["zone", "job zone", "zone"], Some(Onet), Unit::Zone)
                .takes("2 to 5, such as 4 or 3..4 (2 stands for 1 and 2)")
                .higher("more preparation"),
            Self::Education => {
                MetricFacts::of(["education", "typical entry education", "education"], Some(Projections), Unit::Entry)
                    .also(&["degree"])
                    .higher("more preparation")
            }
            Self::EntryPay => MetricFacts::of(
                ["entry_pay", "annual pay, 10th percentile", "entry pay"],
                Some(Oews),
                Unit::DollarsAYear,
            )
            .also(&["entrypay"])
            .takes("dollars a year, such as >=40k or 30k..50k")
            .higher("more pay"),
            Self::Hourly => MetricFacts::of(["hourly", "median hourly pay", "hourly"], Some(Oews), Unit::DollarsAnHour)
                .takes("dollars an hour, such as >=25 or 20..30")
                .higher("more pay"),
            Self::SelfEmployed => MetricFacts::of(
                ["self_employed", "self-employed share", "self-empl."],
                Some(Projections),
                Unit::Percent,
            )
            .also(&["selfemployed"])
            .takes("percent, such as >20 or <5")
            .higher("more self-employed"),
            Self::Interest => MetricFacts::of(["interest", "interests", "interests"], Some(Onet), Unit::Entry)
                .also(&["interests", "riasec"])
                .higher("a later interest"),
            Self::AtHome => MetricFacts::of(["home", "work at home", "at home"], Some(WorkAtHome), Unit::Entry)
                .also(&["at_home", "work_at_home", "remote", "telework", "wfh"])
                .higher("at home"),
            Self::BlsCategory => {
                MetricFacts::of(["bls", "BLS AI exposure category", "BLS AI"], Some(NextProjections), Unit::Entry)
                    .also(&["bls_ai", "bls_category"])
                    .higher("more exposure by BLS")
            }
            Self::Headcount => {
                MetricFacts::of(["headcount", "headcount of the staff", "headcount"], None, Unit::People)
                    .takes("people, such as >0 or >=50")
                    .higher("more people of the staff")
            }
        }
    }

    /// The role's figure as a number, in the unit of the metric; none where none is published. A top-coded wage
    /// counts as its ceiling: see [`Metric::is_floor`].
    #[allow(clippy::cast_precision_loss, reason = "jobs are counted in millions at most")]
    pub fn value(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<f64> {
        match self {
            Self::Index => Some(role.exposure.index?.percentile.0),
            Self::Measure(measure) => Some(role.exposure.reading(measure)?.percentile.0),
            Self::Employment => Some(catalog.pay(role)?.employment?.into()),
            Self::Change => Some(catalog.outlook(role)?.change_percent.value()),
            Self::Openings => Some(catalog.outlook(role)?.openings.jobs() as f64),
            Self::JobZone => Some(role.job_zone?.into()),
            Self::Education => Some(EntryEducation::published(catalog.outlook(role)?.education?)?.rank().into()),
            Self::Pay | Self::EntryPay | Self::Hourly => {
                let own = if self == Self::Hourly { Period::Hour } else { Period::Year };
                let (wage, period) = self.wage(catalog, role)?;
                (period == own).then(|| wage.dollars(period))
            }
            Self::SelfEmployed => Some(catalog.outlook(role)?.self_employed?.value()),
            Self::Interest => role.interest_order()?.first().map(|place| f64::from(*place) + 1.0),
            Self::AtHome => Some(f64::from(u8::from(role.at_home.as_ref()?.possible))),
            Self::BlsCategory => Some(catalog.ai_category(role)?.rank().into()),
            Self::Headcount => catalog.headcount(role).map(f64::from),
        }
    }

    /// Where the role stands in an order by the figure: its value, and for pay, where BLS publishes an hourly wage only, that
    /// wage over a year of 2,080 hours. No figure of the role, only its place among others.
    pub fn place(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<f64> {
        match self.wage(catalog, role) {
            Some((wage, Period::Hour)) if self == Self::Pay => Some(wage.dollars(Period::Hour) * HOURS),
            _ => self.value(catalog, role),
        }
    }

    /// Whether the role's figure is only known to be at or above its value: a top-coded wage.
    pub fn is_floor(self, catalog: &Catalog<'_>, role: &Role<'_>) -> bool {
        self.wage(catalog, role).map(|(wage, _)| wage) == Some(Wage::TopCoded)
    }

    /// The role's wage, where the metric is one, with its period: of median pay a year's, or an hour's where BLS
    /// publishes only that.
    pub fn wage(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<(Wage, Period)> {
        match self {
            Self::Pay => Point::Median.wage(catalog.pay(role)?),
            Self::EntryPay => Some((catalog.pay(role)?.annual.p10?, Period::Year)),
            Self::Hourly => Some((catalog.pay(role)?.hourly.median?, Period::Hour)),
            _ => None,
        }
    }

    /// Whether it counts people or jobs of a SOC code: one figure for all roles that share the code.
    pub const fn counts_people(self) -> bool {
        matches!(self, Self::Employment | Self::Openings)
    }

    /// What its values count.
    pub const fn unit(self) -> Unit {
        self.facts().unit
    }

    /// A value of the metric, a role's own or another, such as a median or an end of an axis.
    pub fn value_text(self, value: f64) -> String {
        self.unit().text(value)
    }

    /// A difference of two figures with its sign: `+12`, `-$4,100`, `+2.1 pts`, `-1.2k`; `0` and the like where they
    /// are equal. Percentiles are rounded first, so that it is the difference of the figures that are shown.
    pub fn difference(self, catalog: &Catalog<'_>, role: &Role<'_>, reference: &Role<'_>) -> Option<Difference> {
        let (mut here, mut there) = (self.value(catalog, role)?, self.value(catalog, reference)?);
        if self.unit() == Unit::Percentile {
            (here, there) = (Percentile(here).rounded().into(), Percentile(there).rounded().into());
        }
        let floors = (self.is_floor(catalog, role), self.is_floor(catalog, reference));
        let bound = match floors {
            (false, false) => Bound::Exact,
            (true, false) => Bound::AtLeast,
            (false, true) => Bound::AtMost,
            (true, true) => return None,
        };
        Some(Difference { metric: self, value: here - there, bound })
    }

    /// The SOC code that the role's figure is published for, where it is not published for the role itself.
    pub fn published_for(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<SocCode> {
        match self {
            Self::Measure(measure) => role.exposure.reading(measure)?.published_for,
            _ if self.is_of_bls() => self.place(catalog, role).and(Some(catalog.published(role)?.soc)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
