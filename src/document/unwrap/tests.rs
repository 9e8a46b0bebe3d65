use super::{Paper, prose};

fn unwrapped(text: &str) -> String {
    let mut paper = Paper::default();
    prose(text, &mut paper);
    paper.finish().0
}

/// A text and what becomes of it.
#[track_caller]
fn becomes(text: &str, expected: &str) {
    assert_eq!(unwrapped(text).trim_end(), expected, "{text}");
    // What has the form already keeps it.
    assert_eq!(unwrapped(&unwrapped(text)).trim_end(), expected, "twice: {text}");
}

#[test]
fn a_wrapped_paragraph_is_one_line() {
    becomes(
        "We are looking for an experienced line cook who prepares and\n\
         seasons soups, meats and vegetables in a busy kitchen. You work\n\
         with the head chef and report to the Kitchen Manager of our\n\
         Springfield restaurant.\n\n\
         Evenings and weekends.",
        "We are looking for an experienced line cook who prepares and seasons soups, meats and vegetables in a busy kitchen. \
         You work with the head chef and report to the Kitchen Manager of our Springfield restaurant.\n\nEvenings and weekends.",
    );
}

#[test]
fn words_that_were_parted_are_mended() {
    becomes(
        "The office coordinator is responsible for the daily sched-\n\
         uling of appointments, follow-\n\
         up calls and part-\n\
         time staff in our clinic, and for much else in the office.",
        "The office coordinator is responsible for the daily scheduling of appointments, follow-up calls and part-time staff in \
         our clinic, and for much else in the office.",
    );
}

#[test]
fn the_lines_of_an_address_stay() {
    becomes(
        "Jane Q. Offerman\n123 Main Street, Apartment 4\nSpringfield, IL 62701\n(555) 010-2000 | jane@example.org",
        "Jane Q. Offerman\n123 Main Street, Apartment 4\nSpringfield, IL 62701\n(555) 010-2000 | jane@example.org",
    );
}

#[test]
fn items_are_never_joined_with_one_another() {
    becomes(
        "DUTIES\n\
         • Plans the daily routes of forty-five trucks and confirms them with\n\
         \u{20} the drivers before six in the morning\n\
         • answers customers by phone\n\
         \u{20}   o late deliveries\n\
         \u{20}   - claims\n\
         3) Writes reports\n\n\
         * Counts stock",
        "# DUTIES\n\n\
         - Plans the daily routes of forty-five trucks and confirms them with the drivers before six in the morning\n\
         - answers customers by phone\n- late deliveries\n- claims\n- Writes reports\n- Counts stock",
    );
}

#[test]
fn bullets_may_stand_on_lines_of_their_own() {
    becomes("•\nPlans routes\n•\n\nWrites reports\n", "- Plans routes\n- Writes reports");
}

#[test]
fn duties_that_are_sentences_of_their_own_lines_stay_lines() {
    becomes(
        "Plan daily routes for a fleet of 45 trucks and confirm them with drivers\n\
         Handle customer inquiries by phone and e-mail and solve what can be solved\n\
         Prepare weekly reports on fuel and overtime\n\
         Train new dispatchers",
        "Plan daily routes for a fleet of 45 trucks and confirm them with drivers\n\
         Handle customer inquiries by phone and e-mail and solve what can be solved\n\
         Prepare weekly reports on fuel and overtime\n\
         Train new dispatchers",
    );
}

#[test]
fn short_lines_of_skills_stay_lines() {
    becomes("welding\nmig and tig\nblueprint reading\nforklift", "welding\nmig and tig\nblueprint reading\nforklift");
}

#[test]
fn headings_are_marked() {
    becomes(
        "Line Cook\n=========\nWORK EXPERIENCE\nDiner, Springfield\n\nYour duties:\n- fries fish\n-----\nWe offer:\nMeals",
        "# Line Cook\n\n# WORK EXPERIENCE\n\nDiner, Springfield\n\n# Your duties\n\n- fries fish\n\n# We offer\n\nMeals",
    );
    becomes(
        "ALL OF THIS IS WRITTEN\nIN CAPITALS FROM ITS\nBEGINNING TO ITS END",
        "ALL OF THIS IS WRITTEN\nIN CAPITALS FROM ITS\nBEGINNING TO ITS END",
    );
}

#[test]
fn stations_of_a_life_stay_apart() {
    becomes(
        "Office Manager, Fifth Street Clinic\t2019–2024\n\
         Supervised a front desk team of five and prepared their weekly\n\
         schedules according to the needs of the departments.\n\
         Receptionist, Hillside Dental          2015–2019\n\
         2012 – 2015 Cashier, Corner Market",
        "Office Manager, Fifth Street Clinic | 2019–2024\n\
         Supervised a front desk team of five and prepared their weekly schedules according to the needs of the departments.\n\
         Receptionist, Hillside Dental | 2015–2019\n\
         2012 – 2015 Cashier, Corner Market",
    );
}

#[test]
fn a_paragraph_a_line_stays_so_whatever_its_length() {
    let long =
        "We prepare food for hospitals and schools in three counties, and we have done so for forty years. ".repeat(4);
    let text = format!("{}\nYou will cook.\n{}", long.trim(), long.trim());
    becomes(&text, &text);
}

#[test]
fn what_no_terminal_should_see_is_gone() {
    becomes(
        "\u{feff}Line\u{a0}cook\u{1b}[2J \u{202e}in o\u{fb03}ce\u{200b}s\r\nof three\rtowns",
        "Line cook [2J in offices\nof three\ntowns",
    );
    becomes("", "");
}
