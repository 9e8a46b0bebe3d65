use super::*;
use crate::matching::text::Chosen;

fn read(letters: &str) -> (Engine, Text) {
    let mut text = Text::of(letters, &Chosen::default());
    text.form = Form::Cv;
    (crate::snapshot::open().unwrap(), text)
}

fn told(letters: &str) -> Vec<(String, String, u16, Option<u16>)> {
    let (engine, text) = read(letters);
    let said = |range: &Option<Range<usize>>| {
        range.clone().and_then(|range| text.letters.get(range)).unwrap_or_default().to_owned()
    };
    held(&engine, &text).iter().map(|job| (said(&job.title), said(&job.employer), job.from, job.to)).collect()
}

fn job(title: &str, employer: &str, from: u16, to: Option<u16>) -> (String, String, u16, Option<u16>) {
    (title.to_owned(), employer.to_owned(), from, to)
}

const INLINE: &str = "Jo Example\n\nEXPERIENCE\n\nRegistered Nurse, Mercy Hospital, 2019 – Present\n- Assess patients\n- Give medications\n\n\
    Cashier, Corner Store, 2015 – 2019\n- Took payments\n\nEDUCATION\nB.S. Nursing, State University, 2019\n";

#[test]
fn titles_stand_beside_above_or_below_employers_and_years() {
    assert_eq!(
        told(INLINE),
        [job("Registered Nurse", "Mercy Hospital", 2019, None), job("Cashier", "Corner Store", 2015, Some(2019))]
    );
    let above = "Construction Project Manager\nPrairie State Builders, Joliet IL - May 2015 to now\n- Ran sites\n\nCarpenter\nOak Homes - 2009 to 2015\n";
    assert_eq!(
        told(above),
        [
            job("Construction Project Manager", "Prairie State Builders, Joliet IL", 2015, None),
            job("Carpenter", "Oak Homes", 2009, Some(2015))
        ]
    );
    let below = "First Bank, Columbia\nTeller, Aug 2020 to present\n\nPiggly Mart\nCashier, 2017 to 2020\n";
    assert_eq!(
        told(below),
        [job("Teller", "First Bank, Columbia", 2020, None), job("Cashier", "Piggly Mart", 2017, Some(2020))]
    );
    let dates_first = "2018 – today, Paralegal, Abernathy LLP, Oakland\n\n2013 – 2018, Legal Assistant, Law Offices\n";
    assert_eq!(told(dates_first).first().map(|job| job.0.clone()).as_deref(), Some("Paralegal"));
    let table = "Registered Nurse | Mercy Hospital | 03/2019 - current\nCashier | Corner Store | 2015 - 2019\n";
    assert_eq!(told(table).first().map(|job| job.0.clone()).as_deref(), Some("Registered Nurse"));
}

#[test]
fn the_last_job_comes_first_in_a_chronological_cv_too() {
    let oldest_first = "Cashier, Corner Store, 2015 - 2019\n- Took payments\n\nRegistered Nurse, Mercy Hospital, 2019 - 2023\n- Gave medications\n";
    assert_eq!(told(oldest_first)[0], job("Registered Nurse", "Mercy Hospital", 2019, Some(2023)));
}

#[test]
fn what_is_told_of_the_last_job_counts_most() {
    let (engine, text) = read(INLINE);
    let weights = weights(&engine, &text);
    let of =
        |said: &str| weights[text.sentences.iter().position(|sentence| text.said(sentence).contains(said)).unwrap()];
    assert_eq!((of("Assess patients"), of("Took payments")), (1.0, 0.5));
    assert!(of("Jo Example") < 1.0);
    let advertisement = Text::of("Line Cook\n\nYou run the grill.", &Chosen::default());
    assert!(super::weights(&engine, &advertisement).iter().all(|weight| (*weight - 1.0).abs() < f32::EPSILON));
}
