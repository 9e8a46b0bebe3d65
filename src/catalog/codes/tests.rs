use super::*;
use crate::snapshot;

fn catalog() -> Catalog<'static> {
    snapshot::pack().unwrap().catalog
}

fn codes(catalog: &Catalog<'_>, text: &str) -> Vec<String> {
    let reading = read(text, catalog).unwrap_or_default();
    reading.roles().into_iter().filter_map(|id| catalog.role(id)).map(|role| role.code.to_string()).collect()
}

fn notes(catalog: &Catalog<'_>, text: &str) -> Vec<String> {
    read(text, catalog).map(|reading| reading.notes(catalog)).unwrap_or_default()
}

#[test]
fn old_and_foreign_codes_lead_to_the_roles_of_today() {
    let catalog = catalog();
    for (text, roles, note) in [
        ("15-1132", "15-1252.00 15-1253.00", "SOC 2010 15-1132, by the BLS crosswalk to SOC 2018: 15-1252, 15-1253"),
        ("15-1122.00", "15-1212.00", "O*NET-SOC 2010 15-1122.00, by its title: 15-1212.00"),
        ("15-1199.02", "15-1299.08", "O*NET-SOC 2010 15-1199.02, by its title: 15-1299.08"),
        (
            "15-1132.00",
            "15-1252.00 15-1253.00",
            "O*NET-SOC 2010 15-1132.00, by its SOC part and the BLS crosswalk to SOC 2018: 15-1252, 15-1253",
        ),
        ("Census 1021", "15-1252.00", "Census 2018 1021, by the Census crosswalk to SOC 2018: 15-1252"),
        ("1020", "15-1252.00 15-1253.00", "Census 2010 1020, by the Census crosswalks to SOC 2018: 15-1252, 15-1253"),
        ("census 10", "11-1011.00 11-1011.03", "Census 2018 0010, by the Census crosswalk to SOC 2018: 11-1011"),
        (
            "ISCO-08 2512",
            "15-1252.00 15-1253.00",
            "ISCO-08 2512, by SOC 2010 and the BLS crosswalk to SOC 2018: 15-1252, 15-1253",
        ),
        ("29-1062", "29-1215.00", "SOC 2010 29-1062, by the BLS crosswalk to SOC 2018: 29-1215"),
    ] {
        assert_eq!(
            (codes(&catalog, text).join(" ").as_str(), notes(&catalog, text)),
            (roles, vec![note.to_owned()]),
            "{text}"
        );
    }
}

#[test]
fn a_number_of_two_classifications_is_answered_with_both() {
    let catalog = catalog();
    let reading = read("2310", &catalog).unwrap();
    let schemes: Vec<Scheme> = reading.named.iter().map(|named| named.scheme).collect();
    assert_eq!(schemes, [Scheme::Census2018, Scheme::Isco08]);
    assert_eq!(read("isco 2310", &catalog).unwrap().named.len(), 1);
}

#[test]
fn groups_have_their_roles() {
    let catalog = catalog();
    for (text, title, count) in [
        ("11-1010", "SOC group 11-1010 Chief Executives", 2),
        ("15-0000", "SOC group 15-0000 Computer and Mathematical Occupations", 0),
        ("15-1200", "SOC group 15-1200 Computer Occupations", 0),
        ("151200", "SOC group 15-1200 Computer Occupations", 0),
    ] {
        let found = codes(&catalog, text);
        assert_eq!(notes(&catalog, text), [title]);
        assert!(!found.is_empty() && (count == 0 || found.len() == count), "{text}: {found:?}");
    }
    for published in &catalog.published {
        assert!(!codes(&catalog, &published.soc.to_string()).is_empty(), "{}", published.soc);
    }
}

/// Every code of today in every form, and every code of every crosswalk, leads to a role.
#[test]
fn every_code_is_read() {
    let catalog = catalog();
    for role in &catalog.roles {
        let code = role.code.to_string();
        let bare: String = code.chars().filter(char::is_ascii_digit).collect();
        let forms = [
            code.clone(),
            bare,
            code.replace('-', "\u{2013}"),
            format!("=\"{code}\""),
            format!("{code} {}", role.title),
        ];
        for form in forms {
            assert_eq!(codes(&catalog, &form), [code.as_str()], "{form}");
        }
        let soc = role.code.soc().to_string();
        assert!(
            codes(&catalog, &soc).contains(&code) && codes(&catalog, &soc.replace('-', "")).contains(&code),
            "{soc}"
        );
    }
    let walks = &catalog.crosswalks;
    for (code, title) in &walks.groups {
        assert!(!codes(&catalog, &code.to_string()).is_empty(), "{code} {title}");
    }
    for (code, _) in &walks.soc_2010 {
        assert!(!codes(&catalog, &format!("SOC 2010 {code}")).is_empty(), "{code}");
    }
    for (code, _) in &walks.onet_2010 {
        // O*NET's own group of two SOC codes has no SOC code.
        assert!(code.soc().digits() % 10 == 0 || !codes(&catalog, &code.to_string()).is_empty(), "{code}");
    }
    for code in walks.census_2018.iter().map(|(code, _)| code).chain(walks.census_2010.iter().map(|(code, _)| code)) {
        assert!(!codes(&catalog, &code.to_string()).is_empty(), "{code}");
    }
    for (code, _) in &walks.isco_08 {
        assert!(!codes(&catalog, &format!("ISCO {code}")).is_empty(), "{code}");
    }
}

#[test]
fn what_is_no_code_stays_words_and_what_is_unknown_is_said() {
    let catalog = catalog();
    for text in [
        "nurse",
        "911",
        "1040 preparer",
        "2026",
        "123456 operator",
        "12345678",
        "24/7",
        "15-9999 nurse",
        "SOC analyst 2",
    ] {
        assert_eq!(read(text, &catalog), None, "{text}");
    }
    for (text, unknown) in
        [("99-9999", "99-9999"), ("15-1299.77", "15-1299.77"), ("159999", "15-9999"), ("SOC 15-9999", "15-9999")]
    {
        assert_eq!(read(text, &catalog).map(|reading| reading.unknown), Some(vec![unknown.to_owned()]), "{text}");
    }
    let some = read("15-1252, 15-9999", &catalog).unwrap();
    assert_eq!((some.named.len(), some.unknown.len()), (1, 1));
    assert!(near(&catalog, "15-1225".parse().unwrap()).len() < 20);
    assert_eq!(beginning("15-125", &catalog).map(|named| named.roles.len() > 3), Some(true));
    assert_eq!(beginning("24-7", &catalog), None);
}

#[test]
fn a_date_names_the_codes_that_it_may_have_been() {
    let catalog = catalog();
    let was = |text: &str| notes(&catalog, text).concat();
    let both = "A code that a spreadsheet made into a date: it was 11-2021, 11-3021, 11-3121, 11-9021 or 11-9121";
    for text in ["Nov-21", "21-Nov", "November 21"] {
        assert_eq!(was(text), both, "{text}");
    }
    for text in ["11/1/2021", "2021-11-01", "44501"] {
        assert_eq!(was(text), "A code that a spreadsheet made into a date: it was 11-2021", "{text}");
    }
    assert_eq!(read("11-2021", &catalog).unwrap().dated, None);
    // Every code that a spreadsheet takes for a date is among those that the date names.
    for role in catalog.roles.iter().filter(|role| role.code.major_group() == 11) {
        let soc = role.code.soc();
        let year = soc.digits() % 10_000;
        if year >= 1900 {
            assert!(was(&format!("Nov-{:02}", year % 100)).contains(&soc.to_string()), "{soc}");
            assert!(was(&format!("11/1/{year}")).contains(&soc.to_string()), "{soc}");
        }
    }
}
