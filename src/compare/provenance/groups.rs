//! Where the figures of a major group come from.

use crate::catalog::provenance::{Cell, Origins, Raw};
use crate::catalog::{Measure, NOT_PUBLISHED, Provenance, RoleId, SourceId, grouped};
use crate::compare::groups::{Group, GroupColumn, Part};
use crate::compare::workforce::Workforce;

/// A figure of a group, of which `roles` are those selected.
#[must_use]
pub fn group(
    origins: &Origins<'_>,
    workforce: &Workforce,
    (group, roles): (&Group<'_>, &[RoleId]),
    column: GroupColumn,
) -> Provenance {
    let value = column.value(group);
    let percent = |value: f64| format!("{value:.1}% of its workers");
    let workers = group.summary.workers;
    let (key, name, shown): (String, String, Option<String>) = match column {
        GroupColumn::Code => {
            ("group".into(), "major group".into(), Some(format!("{:02} {}", group.digits, group.title)))
        }
        GroupColumn::Mean => {
            ("mean".into(), "mean exposure index of its workers".into(), value.map(|v| format!("{v:.1}")))
        }
        GroupColumn::Median => {
            ("median".into(), "median exposure index of its roles".into(), value.map(|v| format!("{v:.1}")))
        }
        GroupColumn::Band(band) => {
            (band.word().to_lowercase(), format!("workers in roles of the band {}", band.word()), value.map(percent))
        }
        GroupColumn::Workers => ("workers".into(), "workers".into(), workers.text()),
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
        cells: cells(origins, roles, column),
        computation: computation(origins, workforce, group, roles, column),
        published_for: "computed over the roles of the group that are selected; nobody publishes it".to_owned(),
        is_exposure,
    }
}

fn cells(origins: &Origins<'_>, roles: &[RoleId], column: GroupColumn) -> Vec<Cell> {
    let with_index = Measure::IN_INDEX.map(Measure::source);
    let sources: Vec<SourceId> = match column {
        GroupColumn::Code => vec![SourceId::Soc],
        GroupColumn::Roles => vec![SourceId::Onet],
        GroupColumn::Workers => vec![SourceId::Oews, SourceId::Crosswalk],
        GroupColumn::Median | GroupColumn::Unscored => with_index.to_vec(),
        GroupColumn::Mean | GroupColumn::Band(_) => {
            with_index.into_iter().chain([SourceId::Oews, SourceId::Crosswalk]).collect()
        }
    };
    let of = |id: SourceId| {
        let has = |role: &&RoleId| {
            origins.catalog.role(**role).is_some_and(|role| match id {
                SourceId::Oews => origins.catalog.pay(role).is_some_and(|pay| pay.employment.is_some()),
                SourceId::Crosswalk => role.published.is_some(),
                SourceId::Onet | SourceId::Soc => true,
                _ => Measure::IN_INDEX.iter().any(|m| m.source() == id && role.exposure.reading(*m).is_some()),
            })
        };
        let count = roles.iter().filter(has).count();
        let column = match id {
            SourceId::Oews => "TOT_EMP",
            SourceId::Crosswalk => "NEM Code",
            SourceId::Onet => "Title",
            SourceId::Soc => "Major Group",
            _ => "that of the index's measure",
        };
        let raw = match count {
            0 => Raw::Missing(format!("none of the {} roles has a figure", roles.len())),
            count => Raw::Value(format!("a figure for {count} of the {} roles", roles.len())),
        };
        let row = vec![("codes".to_owned(), "those of the group's roles".to_owned())];
        Cell { row, column: column.to_owned(), raw, ..origins.whole(id) }
    };
    sources.into_iter().map(of).collect()
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
                    "Each worker counts the index of the role: sum of index × workers over {count} roles / workers = \
                     {sum:.0} / {weight} = {mean:.1}."
                )),
                None => steps.push("No role has both an index and a published employment.".to_owned()),
            }
        }
        GroupColumn::Median => steps.push(match group.spread {
            Some(spread) => format!(
                "Half of the {scored} roles with an index are below {:.1}; between two values it is interpolated. Lowest \
                 {:.1}, highest {:.1}.",
                spread.median, spread.low, spread.high
            ),
            None => "No role has an index.".to_owned(),
        }),
        GroupColumn::Band(band) => {
            let Part { roles, workers: inside } = *group.part(band);
            let range = match band {
                crate::catalog::Band::Low => "under 33.3",
                crate::catalog::Band::Moderate => "from 33.3 and under 66.7",
                crate::catalog::Band::High => "66.7 or more",
            };
            steps.push(match group.percent_in(band) {
                Some(percent) => format!(
                    "{} workers in {roles} roles with an index of {range} / {total} workers = {percent:.1}%.",
                    grouped(inside.count)
                ),
                None => "The employment of its roles is not published.".to_owned(),
            });
        }
    }
    if matches!(column, GroupColumn::Mean | GroupColumn::Workers | GroupColumn::Band(_)) {
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
