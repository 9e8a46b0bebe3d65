//! Rankings and groups against the published tables: nothing counted twice, nothing lost.
#![allow(clippy::unwrap_used, reason = "tests may stop where they stand")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rolescope::catalog::{Catalog, Metric, RoleId};
use rolescope::compare::groups::groups;
use rolescope::compare::ranking::{Column, Direction, Ranking, Rows, Summary};
use rolescope::compare::treemap::Treemap;
use rolescope::compare::workforce::Workforce;
use rolescope::report::{Format, treemap};
use rolescope::{report, snapshot};

fn table(name: &str) -> Vec<BTreeMap<String, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/tables").join(name);
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Employment of each code of `pay.csv`.
fn employment() -> BTreeMap<String, u64> {
    let rows = table("pay.csv").into_iter();
    rows.filter_map(|row| Some((row["soc"].clone(), row["employment"].parse().ok()?))).collect()
}

/// The code that each role's pay is published under, by the crosswalk.
fn published_under() -> BTreeMap<String, String> {
    table("crosswalk.csv").into_iter().map(|row| (row["code"].clone(), row["published_under"].clone())).collect()
}

fn all(catalog: &Catalog<'_>) -> Vec<RoleId> {
    catalog.roles_with_ids().map(|(id, _)| id).collect()
}

#[test]
fn the_total_over_all_roles_is_the_sum_over_distinct_codes() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let (employment, under) = (employment(), published_under());
    let codes: BTreeSet<&String> = catalog.roles.iter().filter_map(|role| under.get(&role.code.to_string())).collect();
    let expected: u64 = codes.iter().filter_map(|code| employment.get(*code)).sum();
    let workforce = Workforce::of(catalog);
    let summary = Summary::of(catalog, &workforce, &all(catalog));
    assert_eq!((summary.workers.count, summary.workers.approximate), (expected, false));
    assert_eq!(summary.all_workers, Some(employment["00-0000"]));
    let missing = catalog
        .roles
        .iter()
        .filter(|role| under.get(&role.code.to_string()).and_then(|code| employment.get(code)).is_none());
    assert_eq!(summary.workers.without, missing.count());
    assert!(summary.percent().unwrap() > 99.9 && summary.percent().unwrap() <= 100.0);
}

#[test]
fn a_code_of_ten_roles_counts_once_in_whole_and_a_tenth_for_each() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let workforce = Workforce::of(catalog);
    let shared: Vec<RoleId> = catalog
        .roles_with_ids()
        .filter(|(_, role)| role.code.soc().to_string() == "15-1299")
        .map(|(id, _)| id)
        .collect();
    let whole = workforce.sum(shared.iter().copied());
    assert_eq!((shared.len(), whole.count, whole.approximate), (10, employment()["15-1299"], false));
    let part = workforce.sum(shared.iter().copied().take(3));
    assert!(part.approximate && part.count.abs_diff(whole.count * 3 / 10) <= 3, "{part:?}");
}

#[test]
fn groups_and_their_bands_add_up_to_the_whole() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let workforce = Workforce::of(catalog);
    let groups = groups(catalog, &workforce, &all(catalog));
    assert_eq!(groups.len(), 23);
    let whole = Summary::of(catalog, &workforce, &all(catalog));
    assert_eq!(groups.iter().map(|group| group.summary.workers.count).sum::<u64>(), whole.workers.count);
    assert_eq!(groups.iter().map(|group| group.summary.roles).sum::<usize>(), catalog.roles.len());
    for group in &groups {
        let parts = || group.bands.iter().chain([&group.unscored]);
        assert_eq!(parts().map(|part| part.workers.count).sum::<u64>(), group.summary.workers.count, "{}", group.title);
        assert_eq!(parts().map(|part| part.roles).sum::<usize>(), group.summary.roles, "{}", group.title);
        // No code of OEWS lies in two groups.
        assert!(!group.summary.workers.approximate, "{}", group.title);
        let unscored = all(catalog)
            .into_iter()
            .filter_map(|id| catalog.role(id))
            .filter(|role| role.code.major_group() == group.digits && role.exposure.index.is_none());
        assert_eq!(group.unscored.roles, unscored.count(), "{}", group.title);
    }
    let military = groups.iter().find(|group| group.digits == 55).unwrap();
    assert_eq!((military.summary.workers.text(), military.mean, military.spread), (None, None, None));
    assert_eq!(military.summary.workers_text(catalog), ["employment not published"]);
}

/// The published employment of a group, from the table alone.
#[test]
fn a_groups_workers_are_those_of_its_codes() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let groups = groups(catalog, &Workforce::of(catalog), &all(catalog));
    for (digits, code) in [(15, "15-"), (29, "29-"), (47, "47-"), (23, "23-")] {
        let expected: u64 =
            employment().iter().filter(|(soc, _)| soc.starts_with(code)).map(|(_, people)| people).sum();
        let group = groups.iter().find(|group| group.digits == digits).unwrap();
        assert_eq!(group.summary.workers.count, expected, "{code}");
    }
}

/// The further figures of every role, from the published tables by the crosswalk.
#[test]
fn education_entry_pay_hourly_pay_self_employment_and_interests_are_those_published_of_all_roles() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let by_key = |name: &str, key: &str| -> BTreeMap<String, BTreeMap<String, String>> {
        table(name).into_iter().map(|row| (row[key].clone(), row)).collect()
    };
    let (pay, outlook, interests) =
        (by_key("pay.csv", "soc"), by_key("outlook.csv", "soc"), by_key("interests.csv", "code"));
    let home = by_key("work_at_home.csv", "code");
    let under = published_under();
    let value = |metric: Metric, id: RoleId| metric.value(catalog, catalog.role(id).unwrap());
    let levels = [
        "No formal educational credential",
        "High school diploma or equivalent",
        "Some college, no degree",
        "Postsecondary nondegree award",
        "Associate's degree",
        "Bachelor's degree",
        "Master's degree",
        "Doctoral or professional degree",
    ];
    let (mut schooled, mut paid) = (0, 0);
    for (id, role) in catalog.roles_with_ids() {
        let code = role.code.to_string();
        let soc = under.get(&code).cloned().unwrap_or_default();
        let cell = |table: &BTreeMap<String, BTreeMap<String, String>>, key: &str, column: &str| {
            table.get(key).map(|row| row[column].clone()).filter(|text| !text.is_empty())
        };
        let wage = |column: &str, ceiling: f64| {
            cell(&pay, &soc, column).map(|text| if text == "#" { ceiling } else { text.parse().unwrap() })
        };
        assert_eq!(value(Metric::EntryPay, id), wage("annual_p10", 239_200.0), "{code}");
        assert_eq!(value(Metric::Hourly, id), wage("hourly_median", 115.0), "{code}");
        let level = cell(&outlook, &soc, "education").map(|text| levels.iter().position(|l| *l == text).unwrap() + 1);
        assert_eq!(value(Metric::Education, id), level.map(|level| f64::from(u8::try_from(level).unwrap())), "{code}");
        let share = cell(&outlook, &soc, "self_employed").map(|text| text.parse::<f64>().unwrap());
        let given = value(Metric::SelfEmployed, id);
        assert!(
            given.is_some() == share.is_some() && (given.unwrap_or(0.0) - share.unwrap_or(0.0)).abs() < 1e-9,
            "{code}"
        );
        let scores = interests.get(&code).map(|row| {
            ["realistic", "investigative", "artistic", "social", "enterprising", "conventional"]
                .map(|name| row[name].parse::<f64>().unwrap())
        });
        let first = scores.map(|scores| {
            let most = scores.iter().copied().fold(f64::MIN, f64::max);
            let place = scores.iter().position(|score| score.total_cmp(&most).is_eq()).unwrap();
            f64::from(u8::try_from(place).unwrap()) + 1.0
        });
        assert_eq!(value(Metric::Interest, id), first, "{code}");
        let at_home = home.get(&code).map(|row| row["value"].parse::<f64>().unwrap());
        assert_eq!(value(Metric::AtHome, id), at_home, "{code}");
        schooled += usize::from(level.is_some());
        paid += usize::from(given.is_some());
    }
    assert!(schooled > 950 && paid > 700, "{schooled} {paid}");
    // Good pay without a degree, and its complement: what is not published is in neither.
    let count = |query: &str| engine.select(query).len();
    assert_eq!(count("education:<bachelor") + count("education:>=bachelor"), schooled);
    assert_eq!(count("-education:<bachelor"), count("education:>=bachelor"));
    assert_eq!(count("education:<bachelor OR education:>=bachelor"), schooled);
    assert_eq!(engine.search("education:<bachelor", 1).left_out[0].missing, catalog.roles.len() - schooled);
    assert!(count("pay:>=60k education:no-degree") > 100);
}

#[test]
fn missing_figures_are_counted_and_stay_out_of_every_order() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let (workforce, all) = (Workforce::of(catalog), all(catalog));
    for metric in Metric::ALL {
        let missing = catalog.roles.iter().filter(|role| metric.place(catalog, role).is_none()).count();
        for direction in [Direction::Ascending, Direction::Descending] {
            let ranking = Ranking::of(catalog, &workforce, &all, (Column::Figure(metric), direction), Rows::Roles);
            assert_eq!(ranking.without(), missing, "{}", metric.key());
            assert_eq!(ranking.left_out().is_some(), missing > 0);
            let values: Vec<f64> = ranking.roles()[..ranking.ordered()]
                .iter()
                .map(|id| metric.place(catalog, catalog.role(*id).unwrap()).unwrap())
                .collect();
            assert!(values.is_sorted_by(|a, b| direction.apply(a.total_cmp(b)).is_le()), "{}", metric.key());
            assert_eq!(ranking.roles().iter().collect::<BTreeSet<_>>().len(), all.len(), "each role once");
        }
    }
}

/// A filter of the ranking is a query: what the keys and the options write, the language understands.
#[test]
fn every_term_that_is_written_is_a_term_of_the_language() {
    use rolescope::compare::filter::{Facet, better_than};
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    for facet in [Facet::Zone, Facet::Band, Facet::Pay, Facet::Growth] {
        for value in facet.steps() {
            let term = facet.term(value);
            let read = engine.read(&term);
            assert!(read.problems.is_empty() && read.terms.len() == 1 && read.words.trim().is_empty(), "{term}");
            let selected = engine.select(&term).len();
            assert!(selected > 0 && selected < catalog.roles.len(), "{term}: {selected}");
        }
    }
    for (_, role) in catalog.roles_with_ids() {
        let Some(query) = better_than(catalog, role) else { continue };
        let read = engine.read(&query);
        assert!(read.problems.is_empty() && read.terms.len() == 2, "{query}");
    }
}

#[test]
fn better_than_a_role_is_paid_as_much_and_overlaps_less() {
    use rolescope::compare::filter::better_than;
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let id = catalog.role_by_code("23-2011.00".parse().unwrap()).unwrap();
    let role = catalog.role(id).unwrap();
    let found = engine.select(&better_than(catalog, role).unwrap());
    let value = |metric: Metric, id: RoleId| metric.value(catalog, catalog.role(id).unwrap());
    let expected: Vec<RoleId> = all(catalog)
        .into_iter()
        .filter(|other| {
            let (pay, index) = (value(Metric::Pay, *other), value(Metric::Index, *other));
            pay >= value(Metric::Pay, id)
                && index.zip(value(Metric::Index, id)).is_some_and(|(a, b)| a.round() < b.round())
        })
        .collect();
    assert!(!found.contains(&id) && found.len() > 10);
    assert_eq!(found, expected);
}

/// The tiles of the treemap are the workers that `rank` states, of all roles, of each group and of a query.
#[test]
fn the_tiles_of_the_treemap_add_up_to_what_a_ranking_states() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let workforce = Workforce::of(catalog);
    let map = Treemap::of(catalog, &workforce);
    let whole = Summary::of(catalog, &workforce, &all(catalog));
    assert_eq!(map.tiles(None).map(|tile| tile.workers).sum::<u64>(), whole.workers.count);
    assert_eq!((map.tiles(None).count(), map.without.len()), (whole.workers.roles, whole.workers.without));
    for group in groups(catalog, &workforce, &all(catalog)) {
        let tiles = map.groups.iter().find(|tiles| tiles.digits == group.digits);
        assert_eq!(tiles.map_or(0, |tiles| tiles.workers), group.summary.workers.count, "{}", group.title);
        // The mean of a group's index is that of the ranking of groups.
        let mean = tiles.and_then(|tiles| tiles.middle(catalog, Metric::Index).mean);
        let apart = mean.zip(group.mean).map_or(0.0, |(one, other)| (one - other).abs());
        assert!(mean.is_some() == group.mean.is_some() && apart < 1e-9, "{}", group.title);
    }
    let found = engine.select("nurse");
    let lit: u64 = map.tiles(None).filter(|tile| found.contains(&tile.role)).map(|tile| tile.workers).sum();
    assert_eq!(lit, Summary::of(catalog, &workforce, &found).workers.count);
}

fn written(by: Metric, query: &str, format: Format) -> String {
    let engine = snapshot::open().unwrap();
    let mut out = Vec::new();
    let options = treemap::Options { by, group: None, query, format };
    report::treemap(&mut out, &mut Vec::new(), &engine, &options).unwrap();
    String::from_utf8(out).unwrap()
}

/// Whatever the figure, the picture has a tile for each role with workers, and its marks are closed in their order.
#[test]
fn the_picture_is_well_formed_and_has_a_tile_a_role() {
    let engine = snapshot::open().unwrap();
    let catalog = engine.catalog();
    let roles = Summary::of(catalog, &Workforce::of(catalog), &all(catalog)).workers.roles;
    for (by, query) in [(Metric::Index, ""), (Metric::Pay, "nurse & \"law clerk\""), (Metric::Education, "zone:4")] {
        let svg = written(by, query, Format::Svg);
        assert_eq!(svg.matches("class=\"tile\"").count(), roles, "{by:?}");
        assert_eq!(svg.contains("not jobs lost"), by.is_exposure());
        let mut open: Vec<&str> = Vec::new();
        for mark in svg.split('<').skip(1) {
            let (mark, text) = mark.split_once('>').unwrap();
            assert!(
                !text.contains('>') && text.matches('&').count() == text.matches(';').count() - plain_ends(text),
                "{text}"
            );
            match mark.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name)),
                None if mark.ends_with('/') => {}
                None => open.push(mark.split(' ').next().unwrap()),
            }
            assert!(mark.matches('"').count().is_multiple_of(2), "{mark}");
        }
        assert!(open.is_empty(), "{open:?}");
    }
}

/// Semicolons that end no mark of XML.
fn plain_ends(text: &str) -> usize {
    let ends =
        ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"].iter().map(|mark| text.matches(mark).count()).sum::<usize>();
    text.matches(';').count() - ends
}

/// Places are shares of the sides, areas shares of the workers, in CSV as in JSON.
#[test]
fn the_tiles_of_the_reports_fill_the_picture_by_their_workers() {
    let json: serde_json::Value = serde_json::from_str(&written(Metric::Pay, "", Format::Json)).unwrap();
    let csv = written(Metric::Pay, "", Format::Csv);
    let rows: Vec<BTreeMap<String, String>> =
        csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect();
    let tiles = json["tiles"].as_array().unwrap();
    assert_eq!(tiles.len(), rows.len());
    let all = json["summary"]["workers"].as_f64().unwrap();
    let mut area = 0.0;
    for (tile, row) in tiles.iter().zip(&rows) {
        let number = |key: &str| tile[key].as_f64().unwrap();
        assert!((number("w") * number("h") - number("workers") / all).abs() < 1e-6, "{tile}");
        assert_eq!(row["code"], tile["code"].as_str().unwrap());
        assert!((row["x"].parse::<f64>().unwrap() - number("x")).abs() < 1e-6);
        assert_eq!(row["pay"].parse::<f64>().ok(), tile["figure"].as_f64());
        area += number("w") * number("h");
    }
    assert!((area - 1.0).abs() < 1e-3, "{area}");
}
