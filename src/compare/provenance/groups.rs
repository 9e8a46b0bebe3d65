//! Where the figures of a major group come from.

use crate::catalog::provenance::{File, Origins, PublishedCell, Raw, measure_place, names};
use crate::catalog::{Band, Measure, NOT_PUBLISHED, Provenance, Role, RoleId, grouped};
use crate::compare::groups::{Group, GroupColumn, GroupPart};
use crate::compare::workforce::{Workforce, percent_text};

/// A figure of a group, of which `roles` are those selected.
pub fn group(
    origins: &Origins<'_>,
    workforce: &Workforce,
    (group, roles): (&Group<'_>, &[RoleId]),
    column: GroupColumn,
) -> Provenance {
    let value = column.value(group);
    let workers = group.summary.workers;
    let word = origins.catalog.counted_word(2);
    let percent = |value: f64| format!("{} of its {word}", percent_text(value));
    let (key, name, shown): (String, String, Option<String>) = match column {
        GroupColumn::Code => {
            ("group".into(), "major group".into(), Some(format!("{:02} {}", group.digits, group.title)))
        }
        GroupColumn::Mean => {
            ("mean".into(), format!("mean exposure index of its {word}"), value.map(|v| format!("{v:.1}")))
        }
        GroupColumn::Median => {
            ("median".into(), "median exposure index of its roles".into(), value.map(|v| format!("{v:.1}")))
        }
        GroupColumn::Band(band) => {
            (band.word().to_lowercase(), format!("{word} in roles of the band {}", band.word()), value.map(percent))
        }
        GroupColumn::Workers => ("workers".into(), word.into(), workers.text()),
        GroupColumn::Roles => ("roles".into(), "roles".into(), Some(group.summary.roles.to_string())),
        GroupColumn::Unscored => {
            ("no_index".into(), "roles without an exposure index".into(), Some(group.unscored.roles.to_string()))
        }
    };
    let is_exposure = !matches!(column, GroupColumn::Code | GroupColumn::Workers | GroupColumn::Roles);
    Provenance {
        key,
        name,
        of: format!("{:02}-0000 {}", group.digits, group.title),
        shown: shown.unwrap_or_else(|| NOT_PUBLISHED.to_owned()),
        cells: cells(origins, (group, roles), column),
        computation: computation(origins, workforce, group, roles, column),
        published_for: "computed over the roles of the group that are selected; nobody publishes it".to_owned(),
        is_exposure,
    }
}

fn cells(origins: &Origins<'_>, (group, roles): (&Group<'_>, &[RoleId]), column: GroupColumn) -> Vec<PublishedCell> {
    let catalog = origins.catalog;
    let cell = |file: File, key: &str, column: &str, has: &dyn Fn(&Role<'_>) -> bool| {
        let count = roles.iter().filter(|id| catalog.role(**id).is_some_and(has)).count();
        let raw = match count {
            0 => Raw::Missing(format!("no figure for any of the {} roles", roles.len())),
            count => Raw::Value(format!("figures for {count} of {} roles", roles.len())),
        };
        origins.cell(file, &[(key, format!("of each of the {} roles", roles.len()))], column, raw)
    };
    let mut cells = Vec::new();
    if matches!(column, GroupColumn::Mean | GroupColumn::Median | GroupColumn::Band(_) | GroupColumn::Unscored) {
        for measure in Measure::IN_INDEX {
            let (file, key, column) = measure_place(measure);
            cells.push(cell(file, key, column, &|role| role.exposure.reading(measure).is_some()));
        }
    }
    let is_counted = matches!(column, GroupColumn::Mean | GroupColumn::Band(_) | GroupColumn::Workers);
    if is_counted && catalog.headcounts().is_none() {
        use names::{crosswalk, oews};
        let has_people = |role: &Role<'_>| catalog.pay(role).is_some_and(|pay| pay.employment.is_some());
        cells.push(cell(File::Oews, oews::CODE, oews::EMPLOYMENT, &has_people));
        let way = cell(File::Crosswalk, crosswalk::CODE, crosswalk::NEM_CODE, &|role| role.published.is_some());
        cells.push(PublishedCell { is_way: true, ..way });
    }
    if column == GroupColumn::Roles {
        cells.push(cell(File::Occupations, names::onet::CODE, "Title", &|_| true));
    }
    if column == GroupColumn::Code {
        let code = format!("{:02}-0000", group.digits);
        let titles = format!("the one after {}, which has no name", names::soc::DETAILED);
        cells.push(origins.cell(File::Soc, &[(names::soc::MAJOR, code)], titles, Raw::Value(group.title.to_owned())));
    }
    cells
}

#[allow(clippy::cast_precision_loss, reason = "people of one country")]
fn computation(
    origins: &Origins<'_>,
    workforce: &Workforce,
    group: &Group<'_>,
    roles: &[RoleId],
    column: GroupColumn,
) -> Vec<String> {
    let index = |id: &RoleId| Some(origins.catalog.role(*id)?.exposure.index?.percentile.0);
    let scored = roles.iter().filter(|id| index(id).is_some()).count();
    let workers = group.summary.workers;
    let total = grouped(workers.count);
    let staff = origins.catalog.headcounts();
    let (word, each) = (origins.catalog.counted_word(2), if staff.is_some() { "person" } else { "worker" });
    let mut steps = Vec::new();
    match column {
        GroupColumn::Code => steps.push("The first two digits of the code of each role.".to_owned()),
        GroupColumn::Roles => steps.push(format!("{} roles of the group are selected.", group.summary.roles)),
        GroupColumn::Unscored => steps.push(format!(
            "{} of {} roles: no study of the index covers them. They are in no mean, median or band.",
            group.unscored.roles, group.summary.roles
        )),
        GroupColumn::Workers => steps.push(format!("Sum over {} roles: {total}.", workers.roles)),
        GroupColumn::Mean => {
            let both = roles.iter().filter_map(|id| Some((index(id)?, workforce.of_role(*id)?)));
            let (sum, weight, count) = both.fold((0.0, 0, 0), |(sum, weight, count), (index, people)| {
                (sum + index * people as f64, weight + people, count + 1)
            });
            match group.mean {
                Some(mean) => steps.push(format!(
                    "Each {each} counts the index of the role: sum of index × {word} over {count} roles / {word} = \
                     {sum:.0} / {weight} = {mean:.1}, shown rounded."
                )),
                None if staff.is_some() => steps.push("Nobody of the staff works in a role with an index.".to_owned()),
                None => steps.push("No role has both an index and a published employment.".to_owned()),
            }
        }
        GroupColumn::Median => steps.push(match group.spread {
            Some(spread) => format!(
                "Half of the {scored} roles with an index are below {:.1}; between two values it is interpolated. \
                 Lowest {:.1}, highest {:.1}.",
                spread.median, spread.low, spread.high
            ),
            None => "No role has an index.".to_owned(),
        }),
        GroupColumn::Band(band) => {
            let GroupPart { roles, workers: inside } = *group.part(band);
            let range = match band {
                Band::Low => "up to the 33rd",
                Band::Moderate => "from the 34th to the 66th",
                Band::High => "from the 67th on",
            };
            steps.push(match group.percent_in(band) {
                Some(percent) => format!(
                    "{} {word} in {roles} roles with an index {range} / {total} {word} = {}, shown rounded.",
                    grouped(inside.count),
                    percent_text(percent)
                ),
                None if staff.is_some() => "Nobody of the staff works in its roles.".to_owned(),
                None => "The employment of its roles is not published.".to_owned(),
            });
        }
    }
    let is_counted = matches!(column, GroupColumn::Mean | GroupColumn::Workers | GroupColumn::Band(_));
    if let Some(staff) = staff.filter(|_| is_counted) {
        steps.push(format!("People are the headcounts of {}, each title counted in one role.", staff.name));
    } else if is_counted {
        steps.push(
            "Employment is published per SOC code: where several roles share one, it is divided evenly among them."
                .into(),
        );
        if workers.approximate {
            steps.push("≈: of some code only a part of its roles is in the sum, which is then an estimate.".to_owned());
        }
        if workers.without > 0 {
            steps.push(format!("{} of its roles have no published employment and are left out.", workers.without));
        }
    }
    steps
}
