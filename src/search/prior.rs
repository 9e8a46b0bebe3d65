//! How likely a role is before a word of a title is read: many people work in it, and it is no catch-all.

use std::collections::HashMap;

use super::blend::Standing;
use crate::catalog::{Catalog, Role, SocCode};

/// The major group of military occupations: OEWS counts civilians only.
const MILITARY: u32 = 55;

/// What each e-fold of people adds.
const EACH_FOLD: f32 = 0.03;
/// A workforce that neither adds nor takes: about the median of all occupations (OEWS).
const USUAL_WORKFORCE: f32 = 30_000.0;
/// Fewer people than this count as so many.
const FEWEST: f32 = 300.0;
/// What a catch-all loses: it stands for what no other role is, so its hundreds of titles resemble everything, and a
/// title that only resembles one of them more likely belongs to a role of its own.
const CATCH_ALL: f32 = 0.15;
/// How a catch-all's title ends, in the SOC and in O*NET.
const ALL_OTHER: &str = "All Other";

impl Standing {
    /// What the role gains or loses before a word is read, where a text of it only resembles what is asked for.
    pub fn gain(&self) -> f32 {
        EACH_FOLD * self.workforce - if self.is_catch_all { CATCH_ALL } else { 0.0 }
    }
}

/// What is known of each role before a word is read.
pub fn standings(catalog: &Catalog<'_>) -> Vec<Standing> {
    let mut of_code: HashMap<SocCode, (u16, u16)> = HashMap::new();
    let published = |role: &Role<'_>| catalog.published(role).map_or(role.code.soc(), |published| published.soc);
    for role in &catalog.roles {
        of_code.entry(role.code.soc()).or_default().0 += 1;
        of_code.entry(published(role)).or_default().1 += u16::from(is_first(role));
    }
    catalog
        .roles
        .iter()
        .map(|role| {
            let is_catch_all = role.title.ends_with(ALL_OTHER);
            let is_detailed = !is_first(role);
            let roles = of_code.get(&role.code.soc()).map_or(1, |(roles, _)| *roles);
            let codes = of_code.get(&published(role)).map_or(1, |(_, codes)| (*codes).max(1));
            let shared_by = f32::from(codes) * if is_detailed || is_catch_all { f32::from(roles) } else { 1.0 };
            Standing {
                workforce: ((workforce(catalog, role) / shared_by).max(FEWEST) / USUAL_WORKFORCE).ln(),
                is_catch_all,
                is_detailed,
                is_military: role.code.soc().major_group() == MILITARY,
                titles: u16::try_from(role.alternates.len()).map_or(10.0, |titles| (1.0 + f32::from(titles)).ln()),
            }
        })
        .collect()
}

/// Whether it is the first of the roles into which O*NET divides a SOC code, `XX-XXXX.00`.
fn is_first(role: &Role<'_>) -> bool {
    role.code.to_string().ends_with(".00")
}

/// How many work in a role's published code, the self-employed included where BLS projects them; else none.
#[allow(clippy::cast_precision_loss, reason = "occupations employ millions at most")]
fn workforce(catalog: &Catalog<'_>, role: &Role<'_>) -> f32 {
    let projected = catalog.outlook(role).and_then(|outlook| outlook.employment).map(|jobs| jobs.0 as f32 * 100.0);
    projected.or_else(|| Some(catalog.pay(role)?.employment? as f32)).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_people_count_more_and_a_catch_all_less() {
        let with = |workforce: f32| Standing { workforce, ..Standing::default() };
        let (many, few) = (with(2.0), with(-1.0));
        assert!(many.gain() > 0.0 && few.gain() < 0.0);
        let other = Standing { is_catch_all: true, ..many };
        assert!((many.gain() - other.gain() - CATCH_ALL).abs() < 1e-6);
    }

    #[test]
    fn everybody_who_works_in_a_role_is_counted() {
        let engine = crate::snapshot::open().unwrap();
        let of = |code: &str| engine.standing(engine.catalog().role_by_code(code.parse().unwrap()).unwrap());
        assert!(of("41-2031.00").workforce > of("29-1229.03").workforce + 3.0, "retail salespersons and urologists");
        assert!(of("11-9199.00").is_catch_all && !of("11-1021.00").is_catch_all);
        assert!(of("55-1011.00").is_military && of("15-1299.05").is_detailed && !of("15-1252.00").is_detailed);
    }
}
