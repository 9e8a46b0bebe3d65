//! How much a document counts by what it is: a role's own title most, a task or a tool least.

use super::layout::Kind;
use super::{Engine, Found};
use crate::catalog::TitleOrigin;

/// How much a role's own title counts: above any alternate title, so that an exact title comes first.
const TITLE: f32 = 1.17;

// How much the other kinds count. These weights and those of `rank` and `fit` were found by trying one after the
// other on titles with known codes.
const REPORTED_SHOWN: f32 = 0.985;
const REPORTED: f32 = 0.97;
const JOB_TITLE: f32 = 0.995;
const TASK: f32 = 0.66;
const SOFTWARE: f32 = 0.7;
const SKILL: f32 = 0.68;
const TOOL: f32 = 0.66;

/// What each of O*NET's sources that names a title for the role adds, up to four.
const EACH_SOURCE: f32 = 0.03;
/// What it adds that source 04 is one of them: it most often gives a title to the role that other files give it to.
const SOURCE_04: f32 = 0.052;
/// The same for a title that the query says word for word: among roles that share it, source 04 nearly always names the
/// one that is meant.
const SOURCE_04_WORD_FOR_WORD: f32 = 0.2;
/// What each of the others adds then; source 06 repeats source 04 and adds nothing.
const EACH_SOURCE_WORD_FOR_WORD: f32 = 0.01;
/// The same for source 02, which gives one title to many roles.
const SOURCE_02: f32 = -0.028;

/// How much a document's kind counts, and for a title how well its role is corroborated.
pub fn worth(engine: &Engine, document: u32, is_word_for_word: bool) -> Option<f32> {
    let (role, kind) = engine.layout.owner(document);
    Some(match (kind, engine.layout.found(document)?) {
        (Kind::Title, Found::Alternate(place)) => {
            let alternate = engine.catalog.role(role?)?.alternates.get(usize::from(place))?;
            let origin = match alternate.origin {
                TitleOrigin::ReportedShown => REPORTED_SHOWN,
                TitleOrigin::Reported => REPORTED,
                TitleOrigin::JobTitle => JOB_TITLE,
            };
            origin + corroboration(alternate.sources, is_word_for_word)
        }
        (Kind::Title, _) => TITLE,
        (_, Found::Task(_)) => TASK,
        (_, Found::Software(_)) => SOFTWARE,
        (_, Found::Skill(_)) => SKILL,
        _ => TOOL,
    })
}

/// What it adds that several of O*NET's sources give the title to the role: most titles that stand under several roles
/// stand under the others by one source alone.
fn corroboration(sources: u16, is_word_for_word: bool) -> f32 {
    let has = |code: u32| f32::from(sources >> code & 1);
    if is_word_for_word {
        let others = u8::try_from((sources & !(1 << 4 | 1 << 6)).count_ones()).map_or(0.0, f32::from);
        return SOURCE_04_WORD_FOR_WORD * has(4) + EACH_SOURCE_WORD_FOR_WORD * others;
    }
    let count = u8::try_from(sources.count_ones()).map_or(4.0, |count| f32::from(count.min(4)));
    EACH_SOURCE * count + SOURCE_04 * has(4) + SOURCE_02 * has(2)
}
