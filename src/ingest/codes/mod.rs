//! Crosswalks from the codes of other and older classifications, one reader a file.

pub mod census;
pub mod isco;
pub mod onet_2010;
pub mod soc_2010;
