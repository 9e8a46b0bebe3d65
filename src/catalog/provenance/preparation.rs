//! Where programmes of study and the page of the handbook come from.

use super::{Figure, File, Origins, Provenance, Raw, names};
use crate::catalog::study::RULE;
use crate::catalog::{HandbookPage, Role};

impl Origins<'_> {
    pub(super) fn programmes(&self, role: &Role<'_>) -> Provenance {
        use names::programmes::{CODE, NO_MATCH, SOC};
        let soc = role.code.soc();
        let codes: Vec<String> = self.catalog.programmes(role).map(|programme| programme.code.to_string()).collect();
        let shown = match codes.len() {
            0 => None,
            1 => Some("1 programme of study".to_owned()),
            count => Some(format!("{count} programmes of study")),
        };
        let raw =
            Raw::or((!codes.is_empty()).then(|| codes.join(", ")), || format!("{}, which is no match", NO_MATCH[1]));
        let cell = self.cell(File::Programmes, &[(SOC, soc.to_string())], CODE, raw);
        let steps = [
            format!("{soc} is the first seven characters of {}.", role.code),
            format!("CIP 2020: {RULE}, then by code."),
        ];
        let mut provenance =
            Self::traced(role, Figure::Programmes, "programmes of study", shown).from([cell], None, steps);
        provenance.published_for = self.published_for(soc);
        provenance
    }

    pub(super) fn handbook(&self, role: &Role<'_>) -> Provenance {
        use names::crosswalk::{CODE, NO_PAGE, PAGE};
        let page = self.catalog.handbook_page(role);
        let shown = page.map(|page| format!("{}: {}", page.title, page.address()));
        let address = page.map_or_else(|| NO_PAGE.to_owned(), HandbookPage::address);
        let raw = Raw::or(role.published.map(|_| address), || format!("no row for {}", role.code));
        let cell = self.cell(File::Crosswalk, &[(CODE, role.code.to_string())], PAGE, raw);
        let step = "Shown as published; one page of the handbook may be about several occupations.";
        Self::traced(role, Figure::Handbook, "page in the Occupational Outlook Handbook", shown).from(
            [cell],
            None,
            [step],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::RoleId;
    use crate::fixture;

    #[test]
    fn programmes_and_page_name_their_rows() {
        let of = |id, figure| Origins { catalog: fixture::catalog(), record: None }.of(RoleId(id), figure).unwrap();
        let programmes = of(1, Figure::Programmes);
        assert_eq!(
            (programmes.shown.as_str(), programmes.cells[0].row_text().as_str()),
            ("2 programmes of study", "SOC2018Code 45-2093")
        );
        assert_eq!(programmes.cells[0].value_text(), "CIP2020Code = 01.0310, 01.0000");
        assert_eq!(programmes.published_for, "published for 45-2093 Farmworkers, Hives, shared by 2 roles");
        assert_eq!(of(2, Figure::Programmes).cells[0].raw, Raw::Missing("99.9999, which is no match".into()));
        let page = of(0, Figure::Handbook);
        assert!(page.cells[0].value_text().ends_with("/ooh/farming-fishing-and-forestry/agricultural-workers.htm"));
        assert_eq!(of(2, Figure::Handbook).cells[0].raw, Raw::Missing("no row for 55-9999.00".into()));
    }
}
