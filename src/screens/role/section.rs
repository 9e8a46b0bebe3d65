//! The sections of the role screen.

/// A part of the role screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// What the work is, at a glance.
    Overview,
    /// Tasks with their exposure marks.
    Tasks,
    /// Knowledge, skills, abilities, skills in demand.
    Skills,
    /// Generalized work activities.
    Activities,
    /// Software and physical tools.
    Tools,
    /// The gauges of all studies.
    Exposure,
    /// Outlook and pay.
    Outlook,
    Related,
    /// Where the figures come from.
    Sources,
}

impl Section {
    /// All sections, in the order of their keys 1 to 9.
    pub const ALL: [Self; 9] = [
        Self::Overview,
        Self::Tasks,
        Self::Skills,
        Self::Activities,
        Self::Tools,
        Self::Exposure,
        Self::Outlook,
        Self::Related,
        Self::Sources,
    ];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Tasks => "Tasks",
            Self::Skills => "Skills",
            Self::Activities => "Activities",
            Self::Tools => "Tools",
            Self::Exposure => "Exposure",
            Self::Outlook => "Outlook & pay",
            Self::Related => "Related",
            Self::Sources => "Sources",
        }
    }

    /// Its name in at most eight cells, for tabs.
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Activities => "Work",
            Self::Outlook => "Pay",
            _ => self.name(),
        }
    }
}
