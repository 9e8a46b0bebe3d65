//! A row of a section of the role page, and the figures that it carries.

use crate::app::target::Target;
use crate::catalog::provenance::Point;
use crate::catalog::{
    Demanded, EducationShare, Figure, Measure, Period, PlaceId, Programme, Rating, Related, RoleId, SoftwareUse,
    Source, ToolUse, YearPoint,
};
use crate::compare::provenance::Ask;

#[derive(Clone, Debug, PartialEq)]
pub enum Row<'a> {
    /// Space between two parts.
    Gap,
    /// The heading of a part.
    Heading(String),
    /// A paragraph.
    Text(Told),
    Remark(Told),
    /// A remark about a whole list, which the cursor passes by.
    Note(String),
    /// The sentence that frames exposure figures.
    Frame,
    /// A label and what it names.
    Fact(&'static str, Told),
    /// The same of another place than the chosen one.
    Elsewhere(PlaceId, String, Told),
    /// What the columns of tasks are.
    TaskHeads,
    /// A task, by its place in the role's list.
    Task(u16),
    /// What the marks of tasks mean.
    Marks,
    /// Whose the marks are, and where two stand.
    WhoseMarks,
    /// An element of the content model with its importance.
    Rated(Rating),
    InDemand(Demanded),
    Software(SoftwareUse),
    Tool(ToolUse),
    Index,
    /// A study's gauge over the distribution of all roles.
    Gauge(Measure),
    /// A further figure of a study.
    Reading(Measure),
    /// How the tasks divide into E0, E1 and E2, by GPT-4's labels or by people's.
    TaskMix {
        /// By people's labels.
        human: bool,
    },
    /// What the columns of wages are.
    WageHeads,
    /// A point of the spread of wages, or the mean.
    Wage(Point),
    /// The spread of wages as a bar.
    WageRange,
    /// What the columns of years are.
    YearHeads,
    /// The nation in a year, its wages on the scale of all years in dollars.
    Year(YearPoint, (f64, f64)),
    /// What part of those who were asked say that the work requires a level of education.
    Share {
        /// The level and its share.
        share: EducationShare,
        /// Whether it may be drawn: not where most of the answers are withheld.
        bar: bool,
    },
    /// A career interest by its place in RIASEC order, and its score, 1 to 7.
    Interest(u8, f64),
    /// A programme of study that leads to the role.
    Programme(Programme<'a>),
    /// What the columns of related roles are.
    RelatedHeads,
    Related(Related),
    Source(Source<'a>),
}

/// Words with the figures that they tell, so that these can be traced.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The words.
    pub text: String,
    pub figures: Vec<Figure>,
}

impl Told {
    pub(super) fn new(text: impl Into<String>, figures: impl Into<Vec<Figure>>) -> Self {
        Self { text: text.into(), figures: figures.into() }
    }
}

impl Row<'_> {
    pub(super) fn text(text: impl Into<String>, figures: impl Into<Vec<Figure>>) -> Self {
        Self::Text(Told::new(text, figures))
    }

    pub(super) fn remark(text: impl Into<String>, figures: impl Into<Vec<Figure>>) -> Self {
        Self::Remark(Told::new(text, figures))
    }

    pub(super) fn fact(label: &'static str, text: impl Into<String>, figures: impl Into<Vec<Figure>>) -> Self {
        Self::Fact(label, Told::new(text, figures))
    }

    /// The figures that it shows or tells.
    pub fn figures(&self) -> Vec<Figure> {
        let year = |point| Figure::Wage(Period::Year, point);
        match self {
            Self::Text(told) | Self::Remark(told) | Self::Fact(_, told) | Self::Elsewhere(_, _, told) => {
                told.figures.clone()
            }
            Self::Task(place) => Figure::of_task(*place).to_vec(),
            Self::Rated(rating) => vec![Figure::Rating(rating.element)],
            Self::InDemand(demanded) => vec![Figure::InDemand(*demanded)],
            Self::Software(used) => vec![Figure::Software(used.software)],
            Self::Tool(used) => vec![Figure::Tool(used.tool)],
            Self::Index => vec![Figure::Index],
            Self::Gauge(measure) | Self::Reading(measure) => vec![Figure::Measure(*measure)],
            Self::TaskMix { human } => vec![Figure::TaskMix { human: *human }],
            Self::Wage(point) => vec![year(*point), Figure::Wage(Period::Hour, *point)],
            Self::WageRange => Figure::PAY_RANGE.to_vec(),
            Self::Year(point, _) => vec![Figure::YearPay(point.year), Figure::YearEmployment(point.year)],
            Self::Share { share, .. } => vec![Figure::Education(share.level)],
            Self::Interest(place, _) => vec![Figure::Interest(*place)],
            Self::Programme(_) => vec![Figure::Programmes],
            Self::Related(related) => vec![Figure::Related(related.role)],
            Self::Source(source) => vec![Figure::Dataset(source.id)],
            // No stop of the cursor.
            _ => Vec::new(),
        }
    }

    /// What is asked where its figures come from.
    pub fn asks(&self, role: RoleId) -> Vec<Ask> {
        let figures = self.figures().into_iter();
        match self {
            Self::Elsewhere(place, ..) => figures.map(|figure| Ask::There(*place, role, figure)).collect(),
            _ => Ask::each(role, figures),
        }
    }

    /// Whether the cursor can rest on it. On remarks too, so that small screens can be read to their end.
    pub const fn is_stop(&self) -> bool {
        !matches!(
            self,
            Self::Gap
                | Self::Heading(_)
                | Self::Note(_)
                | Self::Frame
                | Self::Marks
                | Self::WhoseMarks
                | Self::TaskHeads
                | Self::RelatedHeads
                | Self::WageHeads
                | Self::YearHeads
        )
    }

    /// What Enter goes to from it.
    pub fn target(&self, role: RoleId) -> Option<Target> {
        match self {
            // Words tell of a figure, and are not the figure.
            Self::Text(_) | Self::Remark(_) | Self::Fact(..) | Self::Elsewhere(..) => None,
            _ => Target::of(role, *self.figures().first()?),
        }
    }
}
