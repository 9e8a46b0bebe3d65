//! Where it comes from whether work can be done at home.

use super::{Figure, File, Origins, Provenance, Raw, names};
use crate::catalog::Role;
use crate::catalog::at_home::NOTE;

impl Origins<'_> {
    pub(super) fn at_home(&self, role: &Role<'_>) -> Provenance {
        use names::work_at_home::{CODE, VALUE};
        let known = role.at_home.as_ref();
        let shown = known.map(|known| known.word().to_owned());
        let mut provenance = Self::traced(role, Figure::AtHome, "can be done at home", shown);
        let cell = |code: String, raw| self.cell(File::WorkAtHome, &[(CODE, code)], VALUE, raw);
        let Some(known) = known else {
            let missing = Raw::Missing("no row that tells of this role, or several that do not agree".to_owned());
            provenance.cells = vec![cell(role.code.to_string(), missing)];
            provenance.computation.push(
                "The list has O*NET-SOC 2010 codes: neither one that is the role's today nor such as lead to it and agree."
                    .to_owned(),
            );
            return provenance;
        };
        let raw = if known.possible { "1" } else { "0" };
        provenance.cells = known.from.iter().map(|code| cell(code.to_string(), Raw::Value(raw.to_owned()))).collect();
        provenance.computation.push(format!("1 is shown as yes, 0 as no. {NOTE}"));
        let is_own = known.from == [role.code];
        provenance.computation.push(if is_own {
            "The list has O*NET-SOC 2010 codes; the role has kept its code.".to_owned()
        } else {
            "The list has O*NET-SOC 2010 codes, and the role's is newer: taken from the codes of 2010 with its title, \
             else from those that the SOC 2010 to 2018 crosswalk leads to it, as all of them agree."
                .to_owned()
        });
        if !is_own {
            let codes: Vec<String> = known.from.iter().map(ToString::to_string).collect();
            provenance.published_for =
                format!("published for O*NET-SOC 2010 {}, taken for {}", codes.join(", "), role.code);
        }
        provenance
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::RoleId;
    use crate::fixture;

    #[test]
    fn the_codes_of_2010_are_named_and_what_is_missing_says_so() {
        let of = |id| Origins { catalog: fixture::catalog(), record: None }.of(RoleId(id), Figure::AtHome).unwrap();
        let [own, newer, none] = [of(0), of(1), of(2)];
        assert_eq!((own.shown.as_str(), own.cells[0].value_text().as_str()), ("no", "teleworkable = 0"));
        assert_eq!(own.published_for, "published for the role itself, 45-2093.01");
        assert_eq!(newer.cells[0].row_text(), "onetsoccode 45-2011.00");
        assert_eq!(newer.published_for, "published for O*NET-SOC 2010 45-2011.00, taken for 45-2093.02");
        assert!(newer.computation.iter().any(|step| step.contains("it is not said that employers allow it")));
        assert_eq!((none.shown.as_str(), none.cells[0].raw.value()), ("not published", None));
    }
}
