//! Metrics: the figures by which roles are ordered, compared, filtered and plotted, the same on every screen.

pub use super::difference::{Bound, Difference};
use super::entry::EntryEducation;
use super::exposure::{Measure, Study};
use super::figures::{HOURS, NOT_PUBLISHED, Percentile, Period, Wage};
use super::provenance::Point;
use super::role::{INTERESTS, Role};
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
    /// The career interests: the first one's place in the order of [`INTERESTS`], 1 to 6.
    Interest,
    /// Whether the work can be done at home: 1 for yes, 0 for no.
    AtHome,
}

/// What a metric is called, and where it comes from.
struct MetricFacts {
    key: &'static str,
    name: &'static str,
    short_name: &'static str,
    /// Other words for the key.
    also: &'static [&'static str],
    source: Option<SourceId>,
}

impl MetricFacts {
    const fn of(
        key: &'static str,
        name: &'static str,
        short_name: &'static str,
        also: &'static [&'static str],
        source: Option<SourceId>,
    ) -> Self {
        Self { key, name, short_name, also, source }
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

    /// Further figures that roles are filtered by, and ordered by in tables.
    pub const FURTHER: [Self; 5] = [Self::Education, Self::EntryPay, Self::Hourly, Self::SelfEmployed, Self::AtHome];

    /// The gauge of a study.
    pub const fn gauge(study: Study) -> Self {
        Self::Measure(study.measures()[0])
    }

    /// Whether the frame sentence must stand beside it.
    pub const fn is_exposure(self) -> bool {
        matches!(self, Self::Index | Self::Measure(_))
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

    /// The dataset that it comes from; the index is computed from several.
    pub const fn source(self) -> Option<SourceId> {
        self.facts().source
    }

    /// The metric of a key, in any case; studies and everyday words too: `microsoft`, `exposure`, `growth`.
    pub fn from_key(key: &str) -> Option<Self> {
        let key = key.to_ascii_lowercase().replace('-', "_");
        let all = Self::ALL.into_iter().chain(Self::FURTHER).chain([Self::Interest]);
        let mut all = all.chain(Measure::ALL.map(Self::Measure)).map(|metric| (metric, metric.facts()));
        all.find(|(_, facts)| facts.key == key || facts.also.contains(&key.as_str())).map(|(metric, _)| metric)
    }

    /// What it is called, and where it comes from.
    const fn facts(self) -> MetricFacts {
        use SourceId::{Oews, Onet, Projections, WorkAtHome};
        match self {
            Self::Index => MetricFacts::of("index", "exposure index", "index", &["exposure"], None),
            Self::Measure(of) => MetricFacts::of(of.key(), of.name(), of.short_name(), everyday(of), Some(of.source())),
            Self::Pay => MetricFacts::of("pay", "median annual pay", "pay", &["wage"], Some(Oews)),
            Self::Employment => MetricFacts::of("employment", "employment", "employed", &["workers"], Some(Oews)),
            Self::Change => {
                MetricFacts::of("change", "projected change", "change", &["growth", "outlook"], Some(Projections))
            }
            Self::Openings => MetricFacts::of("openings", "annual openings", "openings", &[], Some(Projections)),
            Self::JobZone => MetricFacts::of("zone", "job zone", "zone", &[], Some(Onet)),
            Self::Education => {
                MetricFacts::of("education", "typical entry education", "education", &["degree"], Some(Projections))
            }
            Self::EntryPay => {
                MetricFacts::of("entry_pay", "annual pay, 10th percentile", "entry pay", &["entrypay"], Some(Oews))
            }
            Self::Hourly => MetricFacts::of("hourly", "median hourly pay", "hourly", &[], Some(Oews)),
            Self::SelfEmployed => {
                let also = &["selfemployed"];
                MetricFacts::of("self_employed", "self-employed share", "self-empl.", also, Some(Projections))
            }
            Self::Interest => {
                MetricFacts::of("interest", "interests", "interests", &["interests", "riasec"], Some(Onet))
            }
            Self::AtHome => {
                let also = &["at_home", "work_at_home", "remote", "telework", "wfh"];
                MetricFacts::of("home", "work at home", "at home", also, Some(WorkAtHome))
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
            Self::Openings => Some(catalog.outlook(role)?.openings.0 as f64 * 100.0),
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

    /// The role's figure as it is written everywhere: `97th`, `$108,970`, `439,380`, `8.2%`, `31.3k`, `4`, or
    /// [`NOT_PUBLISHED`].
    pub fn text(self, catalog: &Catalog<'_>, role: &Role<'_>) -> String {
        let text = match self {
            Self::Pay | Self::EntryPay | Self::Hourly => {
                self.wage(catalog, role).map(|(wage, period)| match (self, period) {
                    (Self::Pay, Period::Hour) => wage.in_full(period),
                    _ => wage.text(period),
                })
            }
            Self::Education => catalog.outlook(role).and_then(|outlook| outlook.education).map(str::to_owned),
            Self::Interest => role.interest_order().map(|order| {
                let names = order.iter().take(3).filter_map(|place| INTERESTS.get(usize::from(*place)));
                names.copied().collect::<Vec<_>>().join(", ")
            }),
            Self::AtHome => role.at_home.as_ref().map(|at_home| at_home.word().to_owned()),
            _ => self.value(catalog, role).map(|value| self.value_text(value)),
        };
        text.unwrap_or_else(|| NOT_PUBLISHED.to_owned())
    }

    /// Whether it counts people or jobs of a SOC code: one figure for all roles that share the code.
    pub const fn counts_people(self) -> bool {
        matches!(self, Self::Employment | Self::Openings)
    }

    /// The role's figure in at most nine cells, for columns; none where none is published.
    pub fn short(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<String> {
        self.place(catalog, role)?;
        Some(match self {
            Self::Index | Self::Measure(_) => {
                self.value(catalog, role).map(|value| Percentile(value).rounded())?.to_string()
            }
            Self::Pay | Self::EntryPay => match self.wage(catalog, role)? {
                (wage, Period::Year) => wage.short(),
                (wage, Period::Hour) => format!("${:.0}/h", wage.dollars(Period::Hour).round()),
            },
            Self::Hourly if self.is_floor(catalog, role) => "≥$115".to_owned(),
            Self::Education => EntryEducation::published(catalog.outlook(role)?.education?)?.short().to_owned(),
            Self::Interest => {
                let names = role.interest_order()?.into_iter().take(3);
                names.filter_map(|place| INTERESTS.get(usize::from(place))?.chars().next()).collect()
            }
            Self::Change => catalog.outlook(role)?.change_percent.signed(),
            _ => self.text(catalog, role),
        })
    }

    /// The role's figure for a column of a table: in full where that is short, `≥$239,200` where a wage is top-coded; none
    /// where none is published.
    pub fn cell(self, catalog: &Catalog<'_>, role: &Role<'_>) -> Option<String> {
        match self {
            Self::Index => {
                let index = role.exposure.index?;
                // How many of its studies it rests on, where that is not all.
                Some(format!("{} {}{}", index.percentile.rounded(), index.percentile.band(), index.fraction()))
            }
            Self::Pay | Self::EntryPay | Self::Hourly if self.is_floor(catalog, role) => {
                let period = if self == Self::Hourly { Period::Hour } else { Period::Year };
                Some(Wage::TopCoded.text(period).replace("at or above ", "≥"))
            }
            // BLS's names of levels are longer than a table has room for, and so are the names of interests.
            Self::Measure(_) | Self::Education | Self::Interest | Self::Change => self.short(catalog, role),
            _ => self.place(catalog, role).map(|_| self.text(catalog, role)),
        }
    }

    /// What its values count.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Index | Self::Measure(_) => Unit::Percentile,
            Self::Pay | Self::EntryPay => Unit::DollarsAYear,
            Self::Hourly => Unit::DollarsAnHour,
            Self::Employment => Unit::People,
            Self::Change | Self::SelfEmployed => Unit::Percent,
            Self::Openings => Unit::Jobs,
            Self::JobZone => Unit::Zone,
            Self::Education | Self::Interest | Self::AtHome => Unit::Entry,
        }
    }

    /// A value of the metric, a role's own or another, such as a median or an end of an axis.
    pub fn value_text(self, value: f64) -> String {
        self.unit().text(value)
    }

    /// A difference of two figures with its sign: `+12`, `-$4,100`, `+2.1 pts`, `-1.2k`; `0` and the like where they
    /// are equal. Percentiles are rounded first, so that it is the difference of the figures that are shown.
    pub fn difference(self, catalog: &Catalog<'_>, role: &Role<'_>, reference: &Role<'_>) -> Option<Difference> {
        let (mut here, mut there) = (self.value(catalog, role)?, self.value(catalog, reference)?);
        if self.is_exposure() {
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
            Self::Index | Self::JobZone | Self::Interest | Self::AtHome => None,
            Self::Measure(measure) => role.exposure.reading(measure)?.published_for,
            _ => self.place(catalog, role).and(Some(catalog.published(role)?.soc)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn keys_name_their_yardstick() {
        let all = Metric::ALL.into_iter().chain(Metric::FURTHER).chain([Metric::Interest]);
        for metric in all.chain(Measure::ALL.map(Metric::Measure)) {
            assert_eq!(Metric::from_key(metric.key()), Some(metric), "{}", metric.key());
            assert!(metric.short_name().chars().count() <= 12);
        }
        assert_eq!(Metric::from_key("Microsoft"), Some(Metric::gauge(Study::Microsoft)));
        assert_eq!(Metric::from_key("exposure"), Some(Metric::Index));
        assert_eq!(Metric::from_key(""), None);
    }

    #[test]
    fn figures_are_written_as_on_the_role_page_and_missing_ones_say_so() {
        let catalog = fixture::catalog();
        let [bees, _, other] = &catalog.roles[..] else { panic!("three roles") };
        let texts = |role| Metric::ALL.map(|metric| metric.text(catalog, role));
        assert_eq!(
            texts(bees),
            ["20th", "20th", "10th", NOT_PUBLISHED, NOT_PUBLISHED, "$51,230", "1,230", "-8.3%", "0.2k", "3"]
        );
        assert!(texts(other).iter().all(|text| text == NOT_PUBLISHED));
        assert_eq!(Metric::Pay.short(catalog, bees).as_deref(), Some("$51k"));
        assert_eq!(Metric::Openings.value(catalog, bees), Some(200.0));
        assert_eq!(Metric::Pay.published_for(catalog, bees).map(|soc| soc.to_string()).as_deref(), Some("45-2093"));
    }

    #[test]
    fn differences_have_a_sign_and_missing_figures_have_none() {
        let catalog = fixture::catalog();
        let [bees, inspectors, other] = &catalog.roles[..] else { panic!("three roles") };
        let text = |metric: Metric, role, reference| {
            metric.difference(catalog, role, reference).map(|difference| difference.to_string())
        };
        assert_eq!(text(Metric::Index, inspectors, bees).as_deref(), Some("+60"));
        assert_eq!(text(Metric::Index, bees, inspectors).as_deref(), Some("-60"));
        assert_eq!(text(Metric::Pay, bees, inspectors).as_deref(), Some("$0"));
        assert_eq!(text(Metric::JobZone, inspectors, bees).as_deref(), Some("+1"));
        assert_eq!(text(Metric::Pay, bees, other), None);
        let change = Difference { metric: Metric::Change, value: -2.1, bound: Bound::Exact };
        assert_eq!(change.to_string(), "-2.1 pts");
        let pay = Difference { metric: Metric::Pay, value: 130_230.0, bound: Bound::AtLeast };
        assert_eq!(pay.to_string(), "≥+$130,230");
    }
}
