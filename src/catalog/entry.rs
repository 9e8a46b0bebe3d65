//! The education that BLS holds typical for entering an occupation, in its order.

/// A level of education, as the Employment Projections assign one to each occupation. The order is that of BLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryEducation {
    /// No formal educational credential.
    None,
    /// High school diploma or equivalent.
    HighSchool,
    /// Some college, no degree.
    SomeCollege,
    /// Postsecondary nondegree award.
    Nondegree,
    /// Associate's degree.
    Associate,
    /// Bachelor's degree.
    Bachelor,
    /// Master's degree.
    Master,
    /// Doctoral or professional degree.
    Doctoral,
}

impl EntryEducation {
    /// All levels, the lowest first.
    pub const ALL: [Self; 8] = [
        Self::None,
        Self::HighSchool,
        Self::SomeCollege,
        Self::Nondegree,
        Self::Associate,
        Self::Bachelor,
        Self::Master,
        Self::Doctoral,
    ];

    /// The level that BLS calls so.
    pub fn published(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }

    /// BLS's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "No formal educational credential",
            Self::HighSchool => "High school diploma or equivalent",
            Self::SomeCollege => "Some college, no degree",
            Self::Nondegree => "Postsecondary nondegree award",
            Self::Associate => "Associate's degree",
            Self::Bachelor => "Bachelor's degree",
            Self::Master => "Master's degree",
            Self::Doctoral => "Doctoral or professional degree",
        }
    }

    /// Its word in queries.
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::HighSchool => "high-school",
            Self::SomeCollege => "some-college",
            Self::Nondegree => "nondegree",
            Self::Associate => "associate",
            Self::Bachelor => "bachelor",
            Self::Master => "master",
            Self::Doctoral => "doctoral",
        }
    }

    /// Its word in at most nine cells, for columns.
    pub const fn short(self) -> &'static str {
        match self {
            Self::HighSchool => "high sch.",
            Self::SomeCollege => "some col.",
            other => other.word(),
        }
    }

    /// Its place in the order, 1 to 8.
    pub const fn rank(self) -> u8 {
        self as u8 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_known_by_the_name_that_is_published_and_stand_in_order() {
        for (place, level) in (1..).zip(EntryEducation::ALL) {
            assert_eq!((EntryEducation::published(level.name()), level.rank()), (Some(level), place));
            assert!(level.short().len() <= 9);
        }
        assert!(EntryEducation::Nondegree < EntryEducation::Associate);
        assert_eq!(EntryEducation::published("Bachelor"), None);
    }
}
