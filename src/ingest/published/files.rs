//! The table of published files.

use super::{Address, Published};
use crate::catalog::SourceId;
use crate::catalog::provenance::File;
use crate::ingest::codes::{census, isco, onet_2010, soc_2010};
use crate::ingest::read::keep;
use crate::ingest::{Intake, aioe, anthropic, crosswalk, gpts, microsoft, oews, onet, projections, soc, wording};

const CROSSWALK: &str = "nem-onet-to-soc-crosswalk.xlsx";

/// Any table of O*NET.
pub const ONET: Published = Published {
    dataset: SourceId::Onet,
    what: "a table of the O*NET database",
    name: "",
    others: &[],
    recognise: |file| onet::recognise(file).is_some(),
    read: |file, _| onet::complaint(file).map_or_else(|| Ok(Intake::of(file)), Err),
    download: Some(Address {
        folder: "https://www.onetcenter.org/dl_files/database",
        file: "db_{release}_text.zip",
        size: 14_000_000,
        sha256: None,
    }),
};

/// The Read Me of O*NET's text release, which names the release.
pub const ONET_READ_ME: Published = Published {
    dataset: SourceId::Onet,
    what: "the Read Me of the O*NET database",
    name: "",
    others: &[],
    recognise: |file| onet::release(std::slice::from_ref(file)).is_some(),
    read: |file, _| onet::complaint(file).map_or_else(|| Ok(Intake::of(file)), Err),
    download: None,
};

pub const OEWS: Published = Published {
    dataset: SourceId::Oews,
    what: "OEWS wages",
    name: File::Oews.name(),
    others: &["national_M*.xlsx"],
    recognise: oews::recognise,
    read: |file, read| keep(&mut read.pay, oews::read(file)),
    download: Some(Address {
        folder: "https://www.bls.gov/oes/special-requests",
        file: "oesm{year}nat.zip",
        size: 282_052,
        sha256: None,
    }),
};

/// All published files, in the order in which a file is tried.
pub static FILES: [Published; 20] = [
    ONET,
    ONET_READ_ME,
    OEWS,
    Published {
        dataset: SourceId::Projections,
        what: "the Employment Projections",
        name: File::Projections.name(),
        others: &[],
        recognise: projections::recognise,
        read: |file, read| keep(&mut read.projections, projections::read(file)),
        download: Some(Address {
            folder: "https://www.bls.gov/emp/ind-occ-matrix",
            file: File::Projections.name(),
            size: 407_365,
            sha256: Some("bebf85e71d3a274eb0531077a9fe1bbcd1167e0a14c59e33071f61cbda9d3a57"),
        }),
    },
    Published {
        dataset: SourceId::Crosswalk,
        what: "the BLS crosswalk",
        name: CROSSWALK,
        others: &["nem-onet-to-soc-crosswalk*"],
        recognise: crosswalk::recognise,
        read: |file, read| keep(&mut read.crosswalk, crosswalk::read(file)),
        download: Some(Address {
            folder: "https://www.bls.gov/emp/classifications-crosswalks",
            file: CROSSWALK,
            size: 119_300,
            sha256: Some("faeff84413dc4828f1a6b3154012a34d804b2e2067477ab6895eb62fd4b9bc06"),
        }),
    },
    Published {
        dataset: SourceId::Soc,
        what: "the SOC 2018 structure",
        name: File::Soc.name(),
        others: &[],
        recognise: soc::recognise,
        read: |file, read| keep(&mut read.structure, soc::read(file)),
        download: Some(Address {
            folder: "https://www.bls.gov/soc/2018",
            file: File::Soc.name(),
            size: 51_367,
            sha256: Some("ade08af40923266f3a854842e888ca3e93c15b26a147c20a2b12a61f4c4f4077"),
        }),
    },
    Published {
        dataset: SourceId::Gpts,
        what: "exposure by role of GPTs are GPTs",
        name: File::GptsRoles.name(),
        others: &[],
        recognise: gpts::recognise,
        read: |file, read| keep(&mut read.gpts, gpts::read(file)),
        download: Some(Address {
            folder: "https://raw.githubusercontent.com/openai/GPTs-are-GPTs/main/data",
            file: File::GptsRoles.name(),
            size: 126_022,
            sha256: Some("40c74f53de40aec91c0017d80690cbba915f83a8bb414bcf2f884692f1749acb"),
        }),
    },
    Published {
        dataset: SourceId::Gpts,
        what: "labels by task of GPTs are GPTs",
        name: File::GptsTasks.name(),
        others: &[],
        recognise: gpts::recognise_labels,
        read: |file, read| keep(&mut read.labels, gpts::read_labels(file)),
        download: Some(Address {
            folder: "https://raw.githubusercontent.com/openai/GPTs-are-GPTs/main/data",
            file: File::GptsTasks.name(),
            size: 3_893_248,
            sha256: Some("094378905e1f3349e50a9a83dc69643a2ef227954d611c8316a46da08cb3d8de"),
        }),
    },
    Published {
        dataset: SourceId::Microsoft,
        what: "Microsoft's metrics",
        name: File::MicrosoftUser.name(),
        others: &[],
        recognise: microsoft::recognise_user,
        read: |file, read| keep(&mut read.user, microsoft::read_user(file)),
        download: Some(Address {
            folder: "https://raw.githubusercontent.com/microsoft/working-with-ai/main",
            file: File::MicrosoftUser.name(),
            size: 183_429,
            sha256: Some("111390f0a0d60e287dfa694b299d144f88eaebf2c4c41e910ae258f17d364a04"),
        }),
    },
    Published {
        dataset: SourceId::Microsoft,
        what: "Microsoft's applicability scores",
        name: File::MicrosoftHeadline.name(),
        others: &["ai_applicability_scores.csv"],
        recognise: microsoft::recognise_headline,
        read: |file, read| keep(&mut read.headline, microsoft::read_headline(file)),
        download: Some(Address {
            folder: "https://raw.githubusercontent.com/microsoft/working-with-ai/main",
            file: File::MicrosoftHeadline.name(),
            size: 49_995,
            sha256: Some("2a077dbe90ff377813adac04b2acef6aee51c4b13505a4760ea84ca3efc9039a"),
        }),
    },
    Published {
        dataset: SourceId::Aioe,
        what: "the AIOE data appendix",
        name: File::Aioe.name(),
        others: &[],
        recognise: aioe::recognise,
        read: |file, read| keep(&mut read.aioe, aioe::read(file)),
        download: Some(Address {
            folder: "https://raw.githubusercontent.com/AIOE-Data/AIOE/main",
            file: File::Aioe.name(),
            size: 170_359,
            sha256: Some("c123b4c64840aff3568ae6c97256678719b88a74d45b6362dbefb5af34667b95"),
        }),
    },
    Published {
        dataset: SourceId::Aioe,
        what: "the language modeling AIOE",
        name: File::LanguageAioe.name(),
        others: &[],
        recognise: aioe::recognise_language,
        read: |file, read| keep(&mut read.language, aioe::read_language(file)),
        download: Some(Address {
            folder: "https://raw.githubusercontent.com/AIOE-Data/AIOE/main",
            file: File::LanguageAioe.name(),
            size: 55_714,
            sha256: Some("ccdd1fb916dfa404914367eafde7c00b7148ea86f18fe616240bc85cf6131c8b"),
        }),
    },
    Published {
        dataset: SourceId::Anthropic,
        what: "Anthropic's job exposure",
        name: File::AnthropicRoles.name(),
        others: &[],
        recognise: anthropic::recognise,
        read: |file, read| keep(&mut read.observed, anthropic::read(file)),
        download: Some(Address {
            folder: "https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main/labor_market_impacts",
            file: File::AnthropicRoles.name(),
            size: 37_176,
            sha256: Some("4f0a3adf5feeb2ec5f5d02ab18cc5e851a2a4b8470bde84c0c9335017be12d68"),
        }),
    },
    Published {
        dataset: SourceId::Anthropic,
        what: "Anthropic's task penetration",
        name: File::AnthropicTasks.name(),
        others: &[],
        recognise: anthropic::recognise_penetration,
        read: |file, read| keep(&mut read.penetration, anthropic::read_penetration(file)),
        download: Some(Address {
            folder: "https://huggingface.co/datasets/Anthropic/EconomicIndex/resolve/main/labor_market_impacts",
            file: File::AnthropicTasks.name(),
            size: 1_889_822,
            sha256: Some("85bee872db1d55d3e9a7f4e89da5ae4a5d59aa8ec875d728fbf4b7d820984616"),
        }),
    },
    Published {
        dataset: SourceId::SocCrosswalk,
        what: "SOC 2010 to 2018",
        name: "",
        others: &[],
        recognise: soc_2010::recognise,
        read: |file, read| keep(&mut read.soc_2010, soc_2010::read(file)),
        download: None,
    },
    Published {
        dataset: SourceId::WorkAtHome,
        what: "the list of work that can be done at home",
        name: "",
        others: &[],
        recognise: onet_2010::recognise,
        read: |file, read| keep(&mut read.onet_2010, onet_2010::read(file)),
        download: None,
    },
    Published {
        dataset: SourceId::Census,
        what: "the Census codes",
        name: "",
        others: &[],
        recognise: census::recognise,
        read: |file, read| keep(&mut read.census, census::read(file)),
        download: None,
    },
    Published {
        dataset: SourceId::Isco,
        what: "ISCO-08 to SOC 2010",
        name: "",
        others: &[],
        recognise: isco::recognise,
        read: |file, read| keep(&mut read.isco_08, isco::read(file)),
        download: None,
    },
    Published {
        dataset: SourceId::Wording,
        what: "the wording of occupations",
        name: File::WordedSummaries.name(),
        others: &[],
        recognise: wording::recognise_summaries,
        read: |file, read| keep(&mut read.summaries, wording::read_summaries(file)),
        download: None,
    },
    Published {
        dataset: SourceId::Wording,
        what: "the wording of tasks",
        name: File::WordedTasks.name(),
        others: &[],
        recognise: wording::recognise_tasks,
        read: |file, read| keep(&mut read.wordings, wording::read_tasks(file)),
        download: None,
    },
];
