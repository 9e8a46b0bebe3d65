//! What preparation the work needs, and whom it suits.

use super::Row;
use crate::catalog::role::education_level;
use crate::catalog::{Catalog, EducationShare, Figure, Hundredths, Metric, NOT_PUBLISHED, Role, WITHHELD, words};

pub(super) fn preparation<'a>(catalog: &Catalog<'a>, role: &Role<'a>) -> Vec<Row<'a>> {
    let mut rows = vec![Row::Heading("Preparation".into())];
    let zone = role.job_zone.map_or_else(|| NOT_PUBLISHED.into(), words::zone::text);
    rows.push(Row::fact("Job zone", zone, [Figure::JobZone]));
    if catalog.outlook(role).is_some() {
        let entry = Metric::Education.text(catalog, role);
        rows.push(Row::fact("Typical entry (BLS)", entry, [Figure::Entry]));
    }
    let at_home = role.at_home.as_ref().map_or_else(
        || NOT_PUBLISHED.into(),
        |known| format!("{}, by its tasks; not what employers allow (Dingel, Neiman 2020)", known.word()),
    );
    rows.push(Row::fact("Can be done at home", at_home, [Figure::AtHome]));
    rows.extend(education(role));
    if let Some(interests) = role.interests {
        rows.push(Row::Gap);
        rows.push(Row::Heading("Career interests, 1 to 7".into()));
        rows.extend((0..).zip(interests).map(|(place, score)| Row::Interest(place, score.value())));
    }
    rows
}

/// What people in the work say it requires: the largest shares, and in what levels shares are withheld.
fn education<'a>(role: &Role<'_>) -> Vec<Row<'a>> {
    let some = |share: &&EducationShare| share.percent.is_err() || share.percent.is_ok_and(|percent| percent.0 > 0);
    let mut shares: Vec<EducationShare> = role.education.iter().filter(some).copied().collect();
    if shares.is_empty() {
        return Vec::new();
    }
    // The withheld ones stand last: nobody knows their place.
    shares.sort_by_key(|share| std::cmp::Reverse(share.percent.ok()));
    let told = role.education_told();
    let bar = told.is_none_or(|told| told >= HALF);
    let (published, withheld): (Vec<_>, Vec<_>) = shares.into_iter().partition(|share| share.percent.is_ok());
    let about: Vec<Figure> = role.education.iter().map(|share| Figure::Education(share.level)).collect();
    let mut rows = vec![Row::remark("What people in the work say it requires (O*NET)", about.clone())];
    rows.extend(published.into_iter().take(4).map(|share| Row::Share { share, bar }));
    if let Some(told) = told {
        let levels: Vec<&str> = withheld.iter().map(|share| education_level(share.level)).collect();
        let rest = if told.0 == 0 { "nothing else is published" } else { "the published shares add up to" };
        let rest = if told.0 == 0 { rest.to_owned() } else { format!("{rest} {}", told.percent()) };
        rows.push(Row::remark(format!("{WITHHELD}: {}; {rest}.", levels.join(", ")), about));
    }
    rows
}

/// Half of those who were asked, in percent: with less there is no picture to draw.
const HALF: Hundredths = Hundredths(5000);
