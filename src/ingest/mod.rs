//! From published files to tables to the pack: one reader per source, each strict about what it reads.

pub mod activity_use;
pub mod aioe;
pub mod anthropic;
pub mod archive;
pub mod assemble;
mod bad_input;
pub mod build;
pub mod build_tables;
pub mod claude_use;
pub mod codes;
pub mod consumer_prices;
pub mod crosswalk;
pub mod estimates;
pub mod fetch;
pub mod gpts;
mod inbox;
mod merge;
pub mod microsoft;
pub mod next_projections;
pub mod observer;
pub mod oews;
pub mod oews_years;
pub mod onet;
pub mod own;
pub mod price_levels;
pub mod programmes;
pub mod projections;
pub mod published;
#[cfg(test)]
mod published_files;
mod read;
mod scores;
pub mod sheet;
pub mod soc;
mod source_file;
pub mod spreadsheet;
pub mod table_file;
pub mod tables;
mod tables_from_catalog;
pub mod wording;
pub mod work_at_home;

pub use bad_input::{BadInput, Intake, Place};
pub use inbox::Request;
pub use source_file::{LARGEST, SourceFile, hex};
pub use tables::Tables;

/// All datasets, in the order of their ids. Each stands beside its reader.
pub static DATASETS: [&published::Dataset; 30] = [
    &onet::DATABASE,
    &onet::KNOWLEDGE,
    &onet::ABILITIES,
    &onet::ACTIVITIES,
    &onet::TASK_RATINGS,
    &onet::TOOLS,
    &oews::DATASET,
    &projections::DATASET,
    &crosswalk::DATASET,
    &soc::DATASET,
    &gpts::DATASET,
    &microsoft::DATASET,
    &aioe::DATASET,
    &anthropic::DATASET,
    &codes::soc_2010::DATASET,
    &codes::census::DATASET,
    &codes::isco::DATASET,
    &codes::onet_2010::DATASET,
    &estimates::STATES,
    &estimates::AREAS,
    &estimates::INDUSTRIES,
    &price_levels::DATASET,
    &oews_years::DATASET,
    &next_projections::DATASET,
    &claude_use::DATASET,
    &activity_use::COPILOT,
    &activity_use::CHATGPT,
    &programmes::DATASET,
    &wording::DATASET,
    &consumer_prices::DATASET,
];
