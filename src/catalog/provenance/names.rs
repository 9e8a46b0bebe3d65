//! How the published files call their sheets and columns. The readers look for them under these very names.

/// OEWS, of the nation and of its parts.
pub mod oews {
    /// The SOC code of the row.
    pub const CODE: &str = "OCC_CODE";
    /// How detailed the row is; a broad group may have the code of a detailed occupation.
    pub const GROUP: &str = "O_GROUP";
    /// The rows that are taken.
    pub const DETAILED: &str = "detailed";
    /// The sheet of a workbook whose first cell names the release.
    pub const DESCRIPTIONS: &str = "Field Descriptions";
    /// The code of a state or an area.
    pub const AREA: &str = "AREA";
    /// The code of an industry.
    pub const NAICS: &str = "NAICS";
    /// People employed.
    pub const EMPLOYMENT: &str = "TOT_EMP";
    /// Relative standard error of the employment, in percent.
    pub const ERROR: &str = "EMP_PRSE";
    /// Jobs per 1,000 jobs of the place.
    pub const PER_THOUSAND: &str = "JOBS_1000";
    /// Location quotient.
    pub const QUOTIENT: &str = "LOC_QUOTIENT";
    /// Wages an hour: the five points of the spread, then the mean.
    pub const HOURLY: [&str; 6] = ["H_PCT10", "H_PCT25", "H_MEDIAN", "H_PCT75", "H_PCT90", "H_MEAN"];
    /// Wages a year, in the same order.
    pub const ANNUAL: [&str; 6] = ["A_PCT10", "A_PCT25", "A_MEDIAN", "A_PCT75", "A_PCT90", "A_MEAN"];
    /// A wage at or above the survey's ceiling.
    pub const TOP_CODED: &str = "#";
    /// A wage that is not published.
    pub const NO_WAGE: &str = "*";
    /// An employment that is not published.
    pub const NO_EMPLOYMENT: &str = "**";
    /// In the files of places and industries: a wage of which only that of the other period is published.
    pub const OTHER_PERIOD: &str = "-";
}

/// Price levels of the states (BEA).
pub mod price_levels {
    /// The two letters of the state of the row.
    pub const LETTERS: &str = "state_abbreviation";
    /// The price level, of which the nation's is 100.
    pub const LEVEL: &str = "regional_price_parity_2024";
}

/// Employment Projections, `occupation.xlsx`. Most columns name the years.
pub mod projections {
    /// The sheet.
    pub const SHEET: &str = "Table 1.2";
    /// Line items and summaries.
    pub const KIND: &str = "Occupation type";
    /// The rows that are taken.
    pub const LINE_ITEM: &str = "Line item";
    /// Typical education.
    pub const EDUCATION: &str = "Typical education needed for entry";
    /// Related experience.
    pub const EXPERIENCE: &str = "Work experience in a related occupation";
    /// On-the-job training.
    pub const TRAINING: &str = "Typical on-the-job training needed to attain competency in the occupation";
    /// That there is no value; the word `None` is one.
    pub const NO_VALUE: &str = "—";

    /// The SOC code of the row.
    pub fn code(base: u16) -> String {
        format!("{base} National Employment Matrix code")
    }

    /// Jobs in a year.
    pub fn employment(year: u16) -> String {
        format!("Employment, {year}")
    }

    /// Change in jobs.
    pub fn change(years: (u16, u16)) -> String {
        format!("Employment change, numeric, {}", period(years))
    }

    /// Change in percent.
    pub fn change_percent(years: (u16, u16)) -> String {
        format!("Employment change, percent, {}", period(years))
    }

    /// Share of self-employed people.
    pub fn self_employed(base: u16) -> String {
        format!("Percent self employed, {base}")
    }

    /// Openings a year.
    pub fn openings(years: (u16, u16)) -> String {
        format!("Occupational openings, {} annual average", period(years))
    }

    fn period((base, target): (u16, u16)) -> String {
        format!("{base}–{:02}", target % 100)
    }
}

/// BLS's crosswalk from O*NET-SOC to the National Employment Matrix.
pub mod crosswalk {
    /// The O*NET-SOC code of the row.
    pub const CODE: &str = "O*NET-SOC code";
    /// The code under which BLS publishes it.
    pub const NEM_CODE: &str = "NEM Code";
}

/// The structure of SOC 2018.
pub mod soc {
    /// The code of a major group.
    pub const MAJOR: &str = "Major Group";
    /// The last column of codes.
    pub const DETAILED: &str = "Detailed Occupation";
}

/// "GPTs are GPTs".
pub mod gpts {
    /// The O*NET-SOC code of the row.
    pub const CODE: &str = "O*NET-SOC Code";
    /// The scores by role: GPT-4's α, β, γ, then those of people.
    pub const SCORES: [&str; 6] = [
        "dv_rating_alpha",
        "dv_rating_beta",
        "dv_rating_gamma",
        "human_rating_alpha",
        "human_rating_beta",
        "human_rating_gamma",
    ];
    /// The task of a label, written with a decimal: `8823.0`.
    pub const TASK: &str = "Task ID";
    /// GPT-4's label.
    pub const GPT4: &str = "gpt4_exposure";
    /// The human label.
    pub const HUMAN: &str = "human_exposure_agg";
}

/// "Working with AI".
pub mod microsoft {
    /// The SOC code of the row.
    pub const CODE: &str = "SOC Code";
    /// The score of user goals.
    pub const USER: &str = "ai_applicability_score_user";
    /// The headline score.
    pub const HEADLINE: &str = "ai_applicability_score";
}

/// AIOE.
pub mod aioe {
    /// The SOC 2010 code of the row.
    pub const CODE: &str = "SOC Code";
    /// The sheet of the AIOE, and its column.
    pub const AIOE: (&str, &str) = ("Appendix A", "AIOE");
    /// The sheet of the language modelling AIOE, and its column.
    pub const LANGUAGE: (&str, &str) = ("LM AIOE", "Language Modeling AIOE");
}

/// Anthropic's Economic Index.
pub mod anthropic {
    /// The SOC code of the row.
    pub const CODE: &str = "occ_code";
    /// Observed exposure.
    pub const OBSERVED: &str = "observed_exposure";
    /// The text of a task.
    pub const TASK: &str = "task";
    /// Share of observed use.
    pub const PENETRATION: &str = "penetration";
}

/// Work that can be done at home (Dingel, Neiman).
pub mod work_at_home {
    /// The O*NET-SOC 2010 code of the row.
    pub const CODE: &str = "onetsoccode";
    /// Its title.
    pub const TITLE: &str = "title";
    /// Whether the work can be done at home: 1 or 0.
    pub const VALUE: &str = "teleworkable";
}

/// rolescope's own wording.
pub mod wording {
    /// The O*NET-SOC code of the row.
    pub const CODE: &str = "code";
    /// The summary of a role.
    pub const SUMMARY: &str = "summary";
    /// The Task ID.
    pub const TASK: &str = "task_id";
    /// The wording of a task.
    pub const WORDING: &str = "wording";
}

/// O*NET's tables.
pub mod onet {
    /// The O*NET-SOC code of the row.
    pub const CODE: &str = "O*NET-SOC Code";
    /// The element of the row.
    pub const ELEMENT: &str = "Element ID";
    /// The scale of the figure.
    pub const SCALE: &str = "Scale ID";
    /// The figure.
    pub const VALUE: &str = "Data Value";
    /// The level of education of the row.
    pub const CATEGORY: &str = "Category";
    /// The task of the row.
    pub const TASK: &str = "Task ID";
    /// The scale of importance, 1 to 5.
    pub const IMPORTANCE: &str = "IM";
    /// The scale of levels, 0 to 7.
    pub const LEVEL: &str = "LV";
    /// The scale of a task's relevance, 0 to 100.
    pub const RELEVANCE: &str = "RT";
    /// The scale of career interests, 1 to 7.
    pub const INTEREST: &str = "OI";
    /// The scale of the education that respondents say is required.
    pub const REQUIRED_LEVEL: &str = "RL";
    /// The element of that education.
    pub const EDUCATION: &str = "2.D.1";
    /// The elements of the career interests.
    pub const INTERESTS: [&str; 6] = ["1.B.1.a", "1.B.1.b", "1.B.1.c", "1.B.1.d", "1.B.1.e", "1.B.1.f"];
    /// The columns of task ratings with one row a task.
    pub const TASK_RATINGS: [&str; 2] = ["Importance", "Relevance"];
}
