//! Matching: a job advertisement, a CV or a list of duties, and the roles that it describes.
//!
//! A [`Text`] is cut into sentences, and each is told for work or for something else; a [`Reader`] reads those that count
//! and remembers them, so that a letter typed costs one sentence; [`Matched`] is what all of them say together, and a
//! [`Profile`] is the text beside one role. Nothing here keeps a text anywhere but in memory.

pub mod blend;
mod cv;
mod found;
mod mix;
mod profile;
mod read;
mod text;
mod titles;
mod ways;
pub mod words;

pub use cv::{Held, LastTitle, held};
pub use found::{Matched, NearRole, Tie};
pub use mix::{FORMULA, Mix};
pub use profile::{Duty, Profile, Thing, Use};
pub use read::Reader;
pub use text::{Chosen, Form, Holds, LONGEST, Sentence, Shape, Text};
pub use titles::FoundTitle;
pub use ways::{Way, Ways};

/// What a probability of a role is, for screens and reports.
pub const PROBABILITY: &str = "Probability that the role's SOC code is the one a careful coder would give the text, \
    fitted and checked on texts with known codes.";

/// That nothing leaves the machine, for screens and reports.
pub const STAYS_HERE: &str = "The text stays on this machine, and nothing of it is stored unless you save it.";

/// The fewest words of work on which roles are named.
pub const FEWEST_WORDS: usize = 5;
