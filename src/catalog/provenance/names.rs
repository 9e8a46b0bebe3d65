//! How the published files call their sheets and columns. The readers look for them under these very names.

/// OEWS, of the nation and of its parts.
pub mod oews {
    use crate::catalog::SocCode;

    /// The SOC code of the row.
    pub const CODE: &str = "OCC_CODE";
    /// How detailed the row is; a broad group may have the code of a detailed occupation.
    pub const GROUP: &str = "O_GROUP";
    /// The same until 2018.
    pub const GROUP_UNTIL_2018: &str = "OCC_GROUP";
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

    /// The name of a column in the workbook of a year.
    pub fn in_year(year: u16, column: &str) -> String {
        match (year, column) {
            (..=2018, GROUP) => GROUP_UNTIL_2018.to_owned(),
            (2019, column) => column.to_lowercase(),
            _ => column.to_owned(),
        }
    }

    /// The row of a code in the workbook of a year: columns and what stands in them.
    pub fn row(year: u16, code: SocCode) -> [(String, String); 2] {
        [(in_year(year, CODE), code.to_string()), (in_year(year, GROUP), DETAILED.to_owned())]
    }
}

/// Price levels of the states (BEA).
pub mod price_levels {
    /// The two letters of the state of the row.
    pub const LETTERS: &str = "state_abbreviation";
    /// The price level, of which the nation's is 100.
    pub const LEVEL: &str = "regional_price_parity_2024";
}

/// Consumer price index (CPI-U), `cu.data.1.AllItems`; then what other tables of BLS and FRED call it.
pub mod consumer_prices {
    /// US city average, all items, not seasonally adjusted.
    pub const SERIES: &str = "CUUR0000SA0";
    /// The series of a row.
    pub const SERIES_ID: &str = "series_id";
    /// The year of a row.
    pub const YEAR: &str = "year";
    /// The month of a row.
    pub const PERIOD: &str = "period";
    /// The month that is kept.
    pub const MAY: &str = "M05";
    /// The index.
    pub const VALUE: &str = "value";
    /// That there is none.
    pub const NO_VALUE: &str = "-";
    /// FRED: the first day of the month, under two names.
    pub const DATES: [&str; 2] = ["observation_date", "DATE"];
    /// FRED: the index.
    pub const FRED: &str = "CPIAUCNS";
    /// BLS's workbook of a series: what stands before its name.
    pub const BOOK_SERIES: &str = "Series Id:";
    /// There, the year of a row.
    pub const BOOK_YEAR: &str = "Year";
    /// There, the index of May.
    pub const BOOK_MAY: &str = "May";
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

/// The Employment Projections 2025-35 as they were transcribed.
pub mod next_projections {
    /// The years, as the release is called.
    pub const RELEASE: &str = "2025–2035";
    /// The SOC code of the row.
    pub const CODE: &str = "nem_code";
    /// BLS's relative AI exposure category.
    pub const AI: &str = "relative_ai_exposure";
    /// Change in percent.
    pub const CHANGE: &str = "employment_change_percent_2025_35";
    /// Openings a year, in jobs.
    pub const OPENINGS: &str = "openings_annual_average_2025_35";
}

/// BLS's crosswalk from O*NET-SOC to the National Employment Matrix.
pub mod crosswalk {
    /// The O*NET-SOC code of the row.
    pub const CODE: &str = "O*NET-SOC code";
    /// The code under which BLS publishes it.
    pub const NEM_CODE: &str = "NEM Code";
    /// The title of the handbook's page about it.
    pub const PAGE_TITLE: &str = "OOH profile title";
    /// The address of that page.
    pub const PAGE: &str = "OOH profile website";
    /// What stands where the handbook has no page.
    pub const NO_PAGE: &str = "—";
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

/// Anthropic's Economic Index, use by task and month.
pub mod claude_use {
    /// The text of a task, in the files of shares.
    pub const TASK_NAME: &str = "task_name";
    /// Its share of all use, in percent.
    pub const SHARE: &str = "pct";
    /// The text of a task, in the file of ways.
    pub const TASK: &str = "task";
    /// The part of its conversations in each way, in the order of [`crate::catalog::Way::ALL`].
    pub const WAYS: [&str; 5] = ["directive", "feedback_loop", "task_iteration", "learning", "validation"];
}

/// "Working with AI", by intermediate work activity.
pub mod copilot_use {
    /// The Element ID of the activity, in its earlier form.
    pub const ACTIVITY: &str = "IWA";
    /// The activity's name.
    pub const NAME: &str = "title";
    /// Share of user goals.
    pub const GOAL: &str = "share_user";
    /// Share of AI actions.
    pub const ACTION: &str = "share_ai";
}

/// OpenAI Signals.
pub mod chatgpt_use {
    /// The first day of the month of the row.
    pub const MONTH: &str = "month";
    /// The Element ID of the activity, in its earlier form.
    pub const ACTIVITY: &str = "iwa_cleaned";
    /// Share of messages.
    pub const SHARE: &str = "share_of_messages";
    /// The year whose months are taken.
    pub const YEAR: &str = "2025";
}

/// CIP 2020 to SOC 2018.
pub mod programmes {
    /// The sheet that is read.
    pub const SHEET: &str = "SOC-CIP";
    /// The SOC code of the row.
    pub const SOC: &str = "SOC2018Code";
    /// The programme of the row.
    pub const CODE: &str = "CIP2020Code";
    /// The programme's title.
    pub const TITLE: &str = "CIP2020Title";
    /// The codes that stand where nothing is matched.
    pub const NO_MATCH: [&str; 2] = ["99-9999", "99.9999"];
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
