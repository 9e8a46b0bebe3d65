//! rolescope: find, read and compare the 1,016 occupations of the US labour market.
//!
//! The rooms, in the only direction in which imports run:
//! `catalog -> search -> compare -> staff, matching -> app -> keys -> ui -> term`, with `report` beside the screens and `ingest` beside the
//! search.
//! A folder of `screens` holds what a screen has of three of them: its state of `app`, its `keys`, its drawing of `ui`.
#![forbid(unsafe_code)]

pub mod app;
#[warn(missing_docs)]
pub mod catalog;
pub mod cli;
pub mod cli_code;
pub mod cli_data;
pub mod cli_match;
pub mod cli_place;
pub mod cli_places;
pub mod cli_rank;
pub mod cli_staff;
pub mod cli_treemap;
pub mod coding;
pub mod compare;
pub mod data;
#[warn(missing_docs)]
pub mod document;
#[cfg(test)]
pub mod fixture;
pub mod ingest;
pub mod jobs;
pub mod keys;
pub mod match_file;
pub mod matching;
pub mod open_data;
pub mod progress;
pub mod report;
pub mod screens;
#[warn(missing_docs)]
pub mod search;
pub mod snapshot;
pub mod staff;
pub mod staffing;
pub mod term;
pub mod ui;
