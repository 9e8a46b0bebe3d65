#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use proptest::prelude::*;

use super::*;

fn said(text: &str) -> Vec<&str> {
    cut(text).into_iter().map(|piece| &text[piece.range]).collect()
}

fn shapes(text: &str) -> Vec<Shape> {
    cut(text).into_iter().map(|piece| piece.shape).collect()
}

#[test]
fn short_forms_end_no_sentence() {
    let one = [
        "Works with tools, e.g. Lathes and mills, for approx. 20 hours.",
        "Sr. Analyst at the U.S. Department of Labor.",
        "Rate is $18.50 an hour at No. 5 mill.",
        "A Ph.D. in chemistry helps.",
        "Builds sites in ASP.NET and Node.js for Acme Inc. in Reno.",
    ];
    for text in one {
        assert_eq!(said(text), [text]);
    }
    assert_eq!(said("He works at Acme Inc. The job is fun."), ["He works at Acme Inc.", "The job is fun."]);
    assert_eq!(said("Mops floors. cleans windows"), ["Mops floors.", "cleans windows"]);
}

#[test]
fn sentences_that_were_run_together_are_parted() {
    assert_eq!(said("Performs all duties.Maintains records."), ["Performs all duties.", "Maintains records."]);
    let glued = "Call tracking and phone support for the whole region and for all of its branch offices, with Microsoft Office \
        2007 SuiteFind out why we are the leader. Requirements:3+ years of travelMust be able to lift";
    let parts = [
        "2007 Suite",
        "Find out why we are the leader.",
        "Requirements:",
        "3+ years of travel",
        "Must be able to lift",
    ];
    let cut = said(glued);
    for part in parts {
        assert!(cut.iter().any(|said| said.ends_with(part)), "{part} is missing in {cut:?}");
    }
    let names = "PowerPoint, QuickBooks, LinkedIn, McDonald, OneDrive, InDesign and SharePoint are names of things that one \
        may know in this trade, and there is no end of a sentence in any of them, whatever a capital in a word may mean";
    assert_eq!(said(names), [names]);
}

#[test]
fn long_enumerations_are_cut_at_semicolons_but_not_in_brackets() {
    let text =
        "Duties include cutting and sewing canvas; mending of sails (jibs; mains; spinnakers); and rigging of masts";
    let parts = [
        "Duties include cutting and sewing canvas;",
        "mending of sails (jibs; mains; spinnakers);",
        "and rigging of masts",
    ];
    assert_eq!(said(text), parts);
    assert!(cut(text).iter().skip(1).all(|piece| piece.goes_on));
}

#[test]
fn a_sentence_goes_on_over_the_break_of_a_line() {
    let text = "You will keep the books of three stores and send the bills to\r\nall customers, and you will call those who \
        are\r\nlate with what they owe. Then you do the payroll of the\r\nstores.\r\n\r\nDuties\r\n";
    let parts = said(text);
    assert_eq!(parts.len(), 3, "{parts:?}");
    assert!(parts[0].contains("\r\n") && parts[0].ends_with("owe.") && parts[1].ends_with("stores."));
    assert_eq!(said("Mop floors\nWash windows\nEmpty bins"), ["Mop floors", "Wash windows", "Empty bins"]);
    let wrapped = "- Cook meats, soups and gravies in large amounts by the\n  standard recipes\n- Clean kettles\n";
    assert_eq!(cut(wrapped).len(), 2);
}

#[test]
fn signs_of_lists_are_left_out() {
    let text = "• Mops\n* Sweeps\n- Dusts\no Polishes\n● Waxes\n– Wipes\n1. Scrubs\n2) Rinses\n(a) Dries\nb) Folds\n✔ Irons\n&bull; Airs";
    let verbs = [
        "Mops", "Sweeps", "Dusts", "Polishes", "Waxes", "Wipes", "Scrubs", "Rinses", "Dries", "Folds", "Irons", "Airs",
    ];
    assert_eq!(said(text), verbs);
    assert!(shapes(text).iter().all(|shape| *shape == Shape::Item));
    assert_eq!(said("Will do: 1) Mop floors 2) Wash windows 3) Empty bins").len(), 4);
    assert_eq!(said("Skills • SQL • Excel"), ["Skills", "SQL", "Excel"]);
    assert_eq!(said("Mops<br>Sweeps</li><li>Dusts&nbsp;"), ["Mops", "Sweeps", "Dusts"]);
}

#[test]
fn headings_and_labels_stand_apart() {
    assert_eq!(
        shapes("## Duties\nMops floors.\n**Benefits**\nHealth plan."),
        [Shape::Heading, Shape::Plain, Shape::Heading, Shape::Plain]
    );
    assert_eq!(said("## Duties\n**Benefits:**"), ["Duties", "Benefits:"]);
    let pieces = cut("Location: Reno, NV\nMops floors.");
    assert!(pieces[0].is_label && pieces[0].shape == Shape::Heading && pieces[1].paragraph == pieces[0].paragraph);
    assert_eq!(said("| Duties | Mops floors |"), ["Duties", "Mops floors"]);
    assert_eq!(said("Responsibilities Prepares meals for forty"), ["Responsibilities", "Prepares meals for forty"]);
}

#[test]
fn a_megabyte_of_anything_is_cut_in_no_time() {
    for one in ["aB", "a.", "(", ". ", "! ", "- A", "1) A", "<p", "&nbsp;", "\n", "a;", "Duties: ", "(a;b ", "é", " • "]
    {
        let text = one.repeat(1024 * 1024 / one.len());
        let start = std::time::Instant::now();
        let pieces = cut(&text);
        // A release build takes a tenth of it.
        assert!(start.elapsed().as_secs() < 8, "{one:?}: {} pieces in {:?}", pieces.len(), start.elapsed());
    }
}

proptest! {
    #[test]
    fn pieces_follow_one_another_whatever_the_text(text in any_text()) {
        let mut last = 0;
        for piece in cut(&text) {
            prop_assert!(last <= piece.range.start && piece.range.start < piece.range.end, "{piece:?}");
            prop_assert!(text.get(piece.range.clone()).is_some_and(|said| said.contains(char::is_alphanumeric)));
            last = piece.range.end;
        }
    }
}

/// Any letters, and such as texts are made of, in any order.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(vec![
            "\r\n",
            "\n\n",
            "\t",
            " | ",
            " • ",
            "- ",
            "* ",
            "1. ",
            "2) ",
            "(a) ",
            "o ",
            "# ",
            "**",
            "&nbsp;",
            "&bull;",
            "<br>",
            "</li>",
            "Duties",
            "Benefits:",
            "e.g. ",
            "U.S.",
            ". ",
            ".",
            "; ",
            ": ",
            "â€¢",
            "3+ years",
            "SuiteFind out",
            "(",
            ")",
            "mops floors",
            "Must be able",
            "é",
            "中",
            "\u{feff}",
            "  ",
        ])
        .prop_map(String::from),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}
