//! What is said of a staff on every screen and in every report.

use super::counts::Counts;
use super::title::Standing;
use crate::catalog::grouped;
pub use crate::catalog::words::plain;

/// That nothing leaves the machine.
pub const PRIVATE: &str = "The file is read on this machine and sent nowhere. Of a row its title, department, headcount, \
                           pay and place are held in memory while the program runs; nothing is written unless you ask.";

/// Why small groups are missing.
pub const FOLDED: &str = "Groups of fewer than five people are folded together: nothing here is said of a person.";

/// A number of people or posts: `1,240`, `12.5`.
pub fn people(count: f64) -> String {
    let tenths = (count * 10.0).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "people of one organisation")]
    let (whole, tenth) = ((tenths / 10.0).floor().max(0.0) as u64, (tenths.max(0.0) % 10.0) as u64);
    if tenth == 0 { grouped(whole) } else { format!("{}.{tenth}", grouped(whole)) }
}

/// A share of a whole in percent: `81.2%`; a dash of nothing.
pub fn share(part: f64, whole: f64) -> String {
    if whole > 0.0 { format!("{:.1}%", part / whole * 100.0) } else { "-".to_owned() }
}

/// How much of a staff is counted in roles, and how surely: it stands beside every result.
pub fn coverage(counts: &Counts) -> String {
    let all = counts.people();
    let part = |people: f64| share(people, all);
    let mut parts = vec![
        format!("{} of {} people are counted in a role", part(counts.coded()), people(all)),
        format!("{} surely", part(counts.sure())),
    ];
    let beside =
        [(Standing::Doubtful, "in doubt"), (Standing::Open, "open"), (Standing::NoOccupation, "no occupation")];
    let beside = beside.into_iter().filter(|(standing, _)| counts.of(*standing) > 0.0);
    parts.extend(beside.map(|(standing, word)| format!("{} {word}", part(counts.of(standing)))));
    parts.join(", ")
}
