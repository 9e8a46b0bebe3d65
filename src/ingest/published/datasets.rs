//! The datasets: what they are called, who publishes them, what their licences ask for, how a user brings them.

use crate::catalog::SourceId;
use crate::catalog::source::NOT_STATED;

/// The embedded release of O*NET, which is downloaded unless the user names another.
pub const ONET_RELEASE: &str = "30.3";
/// The year of the embedded OEWS wages, of which those are downloaded unless the user names another.
pub const OEWS_YEAR: u16 = 2024;

/// What of a dataset does not change from release to release, and the release that is embedded.
#[derive(Debug)]
pub struct Dataset {
    pub id: SourceId,
    pub(super) name: &'static str,
    pub(super) release: &'static str,
    /// The release is the name of the only publication, not a number.
    pub(super) is_only: bool,
    pub(super) date: &'static str,
    pub(super) publisher: &'static str,
    pub(super) address: &'static str,
    pub(super) licence: &'static str,
    /// `{release}` is the release, where the licence asks for it to be named.
    pub(super) attribution: &'static str,
    /// None where it comes with the program alone, or within another.
    pub option: Option<CommandOption>,
}

/// A dataset on the command line.
#[derive(Debug)]
pub struct CommandOption {
    pub word: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Which files are meant.
    pub files: &'static str,
}

const fn option(word: &'static str, about: &'static str, files: &'static str) -> CommandOption {
    CommandOption { word, about, files }
}

const DOL: &str = "U.S. Department of Labor / National Center for O*NET Development";
const BLS: &str = "U.S. Bureau of Labor Statistics";
const ONET_DATABASE: &str = "https://www.onetcenter.org/database.html";
const ONET_ARCHIVE: &str = "https://www.onetcenter.org/db_releases.html";
const CC_BY: &str = "CC BY 4.0";
const PUBLIC_DOMAIN: &str = "Public domain (U.S. government work)";
const ONET_ATTRIBUTION: &str = "This program includes information from the O*NET {release} Database by the U.S. Department \
    of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of \
    USDOL/ETA. rolescope has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested \
    these modifications.";
const CONVERTED: &str = "O*NET {release} Database by USDOL/ETA, used under the CC BY 4.0 license; from another release than \
    the rest, converted and modified by rolescope. USDOL/ETA has not approved, endorsed, or tested these modifications.";
const CONVERTED_BY_OTHERS: &str = "The figures are O*NET's ({release} Database, by USDOL/ETA, under the CC BY 4.0 license), \
    from another release than the rest. The file is a copy that others converted and publish under CC BY-SA: it has \
    importance and level alone, without O*NET's columns on what to suppress and what is not relevant, and O*NET publishes \
    none of that name. USDOL/ETA has not approved, endorsed, or tested these modifications.";
const CONVERTED_RATINGS: &str = "O*NET {release} Database by USDOL/ETA, used under the CC BY 4.0 license; from other \
    releases than the rest, converted into one row a task, with a column that says which ratings O*NET has replaced since; \
    O*NET publishes no file of that name. USDOL/ETA has not approved, endorsed, or tested these modifications.";

const PLAIN: Dataset = Dataset {
    id: SourceId::Onet,
    name: "",
    release: "",
    is_only: false,
    date: "",
    publisher: "",
    address: "",
    licence: "",
    attribution: "",
    option: None,
};

/// All datasets, in the order of their ids.
pub static DATASETS: [Dataset; 19] = [
    Dataset {
        id: SourceId::Onet,
        name: "O*NET",
        release: ONET_RELEASE,
        date: "2026-05",
        publisher: DOL,
        address: ONET_DATABASE,
        licence: CC_BY,
        attribution: ONET_ATTRIBUTION,
        option: Some(option(
            "onet",
            "The O*NET database",
            "The O*NET database, releases 28 to 31: the text release's folder or zip",
        )),
        ..PLAIN
    },
    Dataset {
        id: SourceId::OnetKnowledge,
        name: "O*NET Knowledge",
        release: "30.1/30.2",
        date: "2025-12",
        publisher: DOL,
        address: ONET_ARCHIVE,
        licence: CC_BY,
        attribution: CONVERTED,
        ..PLAIN
    },
    Dataset {
        id: SourceId::OnetAbilities,
        name: "O*NET Abilities (converted copy)",
        release: "30.0",
        date: "2025-08",
        publisher: DOL,
        address: ONET_ARCHIVE,
        licence: CC_BY,
        attribution: CONVERTED_BY_OTHERS,
        ..PLAIN
    },
    Dataset {
        id: SourceId::OnetActivities,
        name: "O*NET Work Activities (converted copy)",
        release: "30.0",
        date: "2025-08",
        publisher: DOL,
        address: ONET_ARCHIVE,
        licence: CC_BY,
        attribution: CONVERTED_BY_OTHERS,
        ..PLAIN
    },
    Dataset {
        id: SourceId::OnetTaskRatings,
        name: "O*NET Task Ratings (converted copy)",
        release: "29.3/30.1",
        date: "2025-05",
        publisher: DOL,
        address: ONET_ARCHIVE,
        licence: CC_BY,
        attribution: CONVERTED_RATINGS,
        ..PLAIN
    },
    Dataset {
        id: SourceId::OnetTools,
        name: "O*NET Tools Used",
        release: "30.1",
        date: "2025-12",
        publisher: DOL,
        address: ONET_ARCHIVE,
        licence: CC_BY,
        attribution: CONVERTED,
        ..PLAIN
    },
    Dataset {
        id: SourceId::Oews,
        name: "BLS Occupational Employment and Wage Statistics (OEWS)",
        release: "May 2024",
        date: "2025-04",
        publisher: BLS,
        address: "https://www.bls.gov/oes/",
        licence: PUBLIC_DOMAIN,
        attribution: "Source: U.S. Bureau of Labor Statistics, Occupational Employment and Wage Statistics.",
        option: Some(option("oews", "OEWS wages", "OEWS wages: the national workbook or its zip")),
        ..PLAIN
    },
    Dataset {
        id: SourceId::Projections,
        name: "BLS Employment Projections",
        release: "2024–2034",
        date: "2025-08",
        publisher: BLS,
        address: "https://www.bls.gov/emp/",
        licence: PUBLIC_DOMAIN,
        attribution: "Source: U.S. Bureau of Labor Statistics, Employment Projections, Table 1.2.",
        option: Some(option("projections", "Employment Projections", "Employment Projections: occupation.xlsx")),
        ..PLAIN
    },
    Dataset {
        id: SourceId::Crosswalk,
        name: "BLS O*NET-SOC to National Employment Matrix crosswalk",
        release: "2025-08-28",
        date: "2025-08-28",
        publisher: BLS,
        address: "https://www.bls.gov/emp/documentation/crosswalks.htm",
        licence: PUBLIC_DOMAIN,
        attribution: "Source: U.S. Bureau of Labor Statistics, Employment Projections, crosswalks.",
        option: Some(option("crosswalk", "The BLS crosswalk", "The BLS crosswalk: nem-onet-to-soc-crosswalk.xlsx")),
        ..PLAIN
    },
    Dataset {
        id: SourceId::Soc,
        name: "Standard Occupational Classification",
        release: "2018",
        is_only: true,
        date: "2017-11",
        publisher: "U.S. Office of Management and Budget / U.S. Bureau of Labor Statistics",
        address: "https://www.bls.gov/soc/2018/",
        licence: PUBLIC_DOMAIN,
        attribution: "Source: U.S. Bureau of Labor Statistics, 2018 Standard Occupational Classification.",
        option: Some(option("soc", "The SOC structure", "The SOC structure: soc_structure_2018.xlsx")),
    },
    Dataset {
        id: SourceId::Gpts,
        name: "“GPTs are GPTs” (Eloundou et al.)",
        release: "arXiv 2303.10130",
        is_only: true,
        date: "2025-10-03",
        publisher: "OpenAI / academic",
        address: "https://arxiv.org/abs/2303.10130",
        licence: "MIT",
        attribution: "Eloundou, T., Manning, S., Mishkin, P., Rock, D. (2024). GPTs are GPTs: Labor market impact potential \
            of LLMs. Science 384(6702), 1306-1308; preprint of 2023: arXiv:2303.10130. Data (labels of tasks of 2024-06-20, \
            scores of occupations of 2025-10-03) under the MIT licence, Copyright (c) 2024 OpenAI.",
        option: Some(option(
            "gpts",
            "GPTs are GPTs",
            "GPTs are GPTs: occ_level.csv and full_labelset.tsv, or a folder with both",
        )),
    },
    Dataset {
        id: SourceId::Microsoft,
        name: "Microsoft “Working with AI”",
        release: "working-with-ai",
        is_only: true,
        date: "2025-08-29",
        publisher: "Microsoft Research",
        address: "https://github.com/microsoft/working-with-ai",
        licence: CC_BY,
        attribution: "Tomlinson, K., Jaffe, S., Wang, W., Counts, S., Suri, S. (2025). Working with AI: Measuring the \
            Applicability of Generative AI to Occupations. arXiv:2507.07935. Data by Microsoft under CC BY 4.0; ranked \
            into percentiles by rolescope.",
        option: Some(option(
            "microsoft",
            "Working with AI",
            "Working with AI: soc_metrics.csv and soc_ai_applicability_scores.csv, or a folder with both",
        )),
    },
    Dataset {
        id: SourceId::Aioe,
        name: "AI Occupational Exposure (Felten, Raj, Seamans)",
        release: "2021; language modeling 2023",
        is_only: true,
        date: "2021",
        publisher: "Felten, Raj, Seamans",
        address: "https://github.com/AIOE-Data/AIOE",
        licence: "None stated; cite the article",
        attribution: "Felten, E., Raj, M., Seamans, R. (2021). Occupational, industry, and geographic exposure to \
            artificial intelligence: A novel dataset and its potential uses. Strategic Management Journal 42(12), \
            2195-2217. Language modeling: Felten, E., Raj, M., Seamans, R. (2023). How will Language Modelers like ChatGPT \
            Affect Occupations and Industries? arXiv:2303.01157.",
        option: Some(option(
            "aioe",
            "AI Occupational Exposure",
            "AIOE: AIOE_DataAppendix.xlsx and Language Modeling AIOE and AIIE.xlsx, or a folder with both",
        )),
    },
    Dataset {
        id: SourceId::Anthropic,
        name: "Anthropic Economic Index",
        release: "labor_market_impacts",
        date: "2026-03-05",
        publisher: "Anthropic",
        address: "https://huggingface.co/datasets/Anthropic/EconomicIndex",
        licence: "CC BY",
        attribution: "Massenkoff, M., McCrory, P. (2026). Labor market impacts of AI: A new measure and early evidence. \
            Anthropic, 2026-03-05. Data of the Anthropic Economic Index, by Anthropic, under CC BY; joined to O*NET tasks and ranked into \
            percentiles by rolescope.",
        option: Some(option(
            "anthropic",
            "Anthropic Economic Index",
            "Anthropic Economic Index: job_exposure.csv and task_penetration.csv, or a folder with both; needs --onet",
        )),
        ..PLAIN
    },
    Dataset {
        id: SourceId::SocCrosswalk,
        name: "SOC 2010 to SOC 2018 crosswalk",
        release: "2017-11",
        date: "2017-11",
        publisher: "U.S. Office of Management and Budget / U.S. Bureau of Labor Statistics",
        address: "https://www.bls.gov/soc/2018/crosswalks.htm",
        licence: PUBLIC_DOMAIN,
        attribution: "Source: U.S. Bureau of Labor Statistics, 2010 SOC to 2018 SOC crosswalk.",
        ..PLAIN
    },
    Dataset {
        id: SourceId::Census,
        name: "Census Bureau 2018 occupation code list and crosswalk",
        release: "2018",
        date: "2020-05",
        publisher: "U.S. Census Bureau",
        address: "https://www.census.gov/topics/employment/industry-occupation/guidance/code-lists.html",
        licence: PUBLIC_DOMAIN,
        attribution: "Source: U.S. Census Bureau, 2018 Census occupation code list and crosswalk.",
        ..PLAIN
    },
    Dataset {
        id: SourceId::Isco,
        name: "ISCO-08 to SOC 2010 crosswalk (codes only)",
        release: "ISCO-08",
        date: NOT_STATED,
        publisher: "A third party's copy; ISCO-08 is the International Labour Organization's",
        address: "https://www.bls.gov/soc/soccrosswalks.htm",
        licence: "None stated; codes only",
        attribution: "Codes of the International Standard Classification of Occupations (ISCO-08, International Labour \
            Organization) with those of SOC 2010, from a third party's table that states no licence; nothing but the \
            codes is taken.",
        ..PLAIN
    },
    Dataset {
        id: SourceId::WorkAtHome,
        name: "“How many jobs can be done at home?” (Dingel, Neiman)",
        release: "2020",
        date: "2020-04",
        publisher: "Dingel, Neiman",
        address: "https://github.com/jdingel/DingelNeiman-workathome",
        licence: "None stated for the data (its repository: GPL-3); cite the article",
        attribution: "Dingel, J., Neiman, B. (2020). How many jobs can be done at home? Journal of Public Economics 189, \
            104235. Their classification by O*NET-SOC 2010 code, brought to the codes of today by rolescope; the codes \
            are O*NET's, by USDOL/ETA, under CC BY 4.0.",
        ..PLAIN
    },
    Dataset {
        id: SourceId::Wording,
        name: "rolescope wording of tasks and occupations",
        release: "1",
        date: "2026-11",
        publisher: "rolescope",
        address: "https://github.com/rolescope/rolescope",
        licence: CC_BY,
        attribution: "rolescope's own wording of each task and occupation, written after O*NET 30.3; it is not O*NET's \
            official text.",
        ..PLAIN
    },
];

impl Dataset {
    pub fn of(id: SourceId) -> Option<&'static Self> {
        DATASETS.iter().find(|dataset| dataset.id == id)
    }

    /// What its licence asks to be said, with the release where it asks for that.
    pub fn credit(&self, release: &str) -> String {
        self.attribution.replace("{release}", release)
    }

    /// Its word on the command line.
    pub fn word(&self) -> &'static str {
        self.option.as_ref().map_or("", |option| option.word)
    }

    /// Its licence within a sentence.
    pub fn licence_within(&self) -> String {
        let mut letters = self.licence.chars();
        match (letters.next(), letters.clone().next()) {
            (Some(first), Some(second)) if second.is_lowercase() => {
                format!("{}{}", first.to_lowercase(), letters.as_str())
            }
            _ => self.licence.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_datasets_stand_in_the_order_of_the_ids() {
        assert!(DATASETS.windows(2).all(|pair| pair[0].id < pair[1].id));
    }

    #[test]
    fn what_a_user_can_bring_has_an_option() {
        for dataset in &DATASETS {
            assert_eq!(dataset.option.is_some(), dataset.id.brought_as() == Some(dataset.id), "{:?}", dataset.id);
        }
    }
}
