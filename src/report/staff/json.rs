//! A staff as JSON: `rolescope/staff/1` in `docs/JSON.md`. What is folded stands as `null`, its sum in `rest`.

use std::io::{self, Write};

use serde::Serialize;

use super::{Report, SCHEMA};
use crate::catalog::{Catalog, FRAME, Measure, Metric, Period, RoleId, SourceId, Study, Wage};
use crate::compare::weighted::Weighted;
use crate::report::json::{self, object};
use crate::report::releases::releases;
use crate::staff::counts::Held;
use crate::staff::whole::departments::Department;
use crate::staff::whole::fold::{Rest, may_stand};
use crate::staff::whole::house::FromRole;
use crate::staff::whole::overlap::{Mix, Overlap};
use crate::staff::whole::paid::{Paid, PaidRole};
use crate::staff::whole::shared::{Kind, Shared};
use crate::staff::whole::{Class, Table, Whole, words};
use crate::staff::words as staff_words;

pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let counts = report.staff.counts(None);
    let all = counts.people();
    // As in every table: not of fewer than five, and not of all but fewer than five.
    let told = |people: f64| (may_stand(people) && may_stand(all - people)).then(|| tenths(people));
    let answer = object!(Answer {
        file: staff_words::plain(&report.staff.origin.name),
        rows: report.staff.rows.len(),
        titles: report.staff.titles.len(),
        fte: report.staff.columns.is_fte(),
        people: tenths(all),
        in_a_role: told(counts.coded()),
        sure: told(counts.sure()),
        coverage: staff_words::coverage(&counts),
        frame: FRAME,
        folded: staff_words::FOLDED,
        remarks: &report.staff.remarks,
        sources: object!(Sources {
            roles: SourceId::Onet,
            shared: SourceId::Onet,
            index: Measure::IN_INDEX.map(Measure::source),
            exposure: Study::ALL.map(|study| Metric::gauge(study).source()),
            task_mixes: SourceId::Gpts,
            workers: report.catalog.pay_source(),
            pay: report.catalog.pay_source(),
            outlook: report.catalog.outlook_source(),
        }),
        releases: releases(report.catalog, report.sources()),
        #[serde(flatten)]
        whole: report.whole.as_ref().map(|whole| of_whole(report, whole)),
    });
    json::write(out, SCHEMA, report.catalog, answer)
}

fn of_whole<'r>(report: &'r Report<'_>, whole: &'r Whole) -> impl Serialize + use<'r> {
    let catalog = report.catalog;
    object!(Whole {
        beside: &whole.beside,
        roles: whole.roles.iter().filter_map(|(role, held)| one_role(catalog, *role, *held)).collect::<Vec<_>>(),
        other_roles: whole
            .other_roles
            .iter()
            .map(|(group, of)| object!(Others {
                group: format!("{group:02}"),
                #[serde(flatten)]
                rest: rest(of),
            }))
            .collect::<Vec<_>>(),
        groups: table(&whole.groups, |class| match class {
            Class::Is(digits) => format!("{digits:02}"),
            other => words::group(catalog, other).to_owned(),
        }),
        bands: table(&whole.bands, |class| words::band(class).to_owned()),
        exposure: whole.overlaps.iter().map(overlap).collect::<Vec<_>>(),
        task_mixes: whole.mixes.iter().map(mix).collect::<Vec<_>>(),
        shared: whole
            .shared
            .iter()
            .flat_map(|(kind, list)| list.iter().map(|one| shared(catalog, *kind, one)))
            .collect::<Vec<_>>(),
        outlook: table(&whole.outlook, |class| words::class(class, "no projection").to_owned()),
        role_pay: object!(RolePay {
            spread: whole.role_pay.spread.as_ref().map(spread),
            beside: whole.role_pay.beside.iter().map(|beside| beside.as_ref().map(spread)).collect::<Vec<_>>(),
            published: table(&whole.role_pay.published, |class| words::class(class, "withheld, or not published")
                .to_owned()),
        }),
        paid: whole.paid.as_ref().map(|told| paid(catalog, told)),
        departments: whole.departments.iter().map(|told| one_department(report, told)).collect::<Vec<_>>(),
        moves: whole.moves.iter().map(|from| moves(catalog, from)).collect::<Vec<_>>(),
    })
}

fn tenths(people: f64) -> f64 {
    (people * 10.0).round() / 10.0
}

fn held(held: Held) -> impl Serialize {
    object!(Held { people: tenths(held.people), doubtful: tenths(held.doubtful) })
}

fn rest(rest: &Rest) -> impl Serialize + use<> {
    object!(Rest { members: rest.members, people: tenths(rest.held.people), doubtful: tenths(rest.held.doubtful) })
}

fn spread(spread: &Weighted) -> impl Serialize + use<> {
    object!(Spread {
        mean: spread.mean,
        lower_quartile: spread.lower_quartile,
        median: spread.median,
        upper_quartile: spread.upper_quartile,
    })
}

fn table<T: Copy + PartialEq, N: Fn(Class<T>) -> String>(table: &Table<T>, name: N) -> impl Serialize + use<T, N> {
    let rows = table
        .rows
        .iter()
        .map(|row| object!(Row { class: name(row.class), held: row.held.map(held), beside: row.beside.clone() }));
    object!(Table { rows: rows.collect::<Vec<_>>(), rest: table.rest.as_ref().map(rest), whole: tenths(table.whole) })
}

fn named<'c>(catalog: &'c Catalog<'_>, id: RoleId) -> impl Serialize + use<'c> {
    let role = catalog.role(id);
    object!(Named { code: role.map(|role| role.code), title: role.map(|role| role.title) })
}

fn one_role<'c>(catalog: &'c Catalog<'_>, id: RoleId, of: Held) -> Option<impl Serialize + use<'c>> {
    let role = catalog.role(id)?;
    let index = role.exposure.index;
    Some(object!(Role {
        code: role.code,
        title: role.title,
        held: held(of),
        index: index.map(|index| index.percentile),
        band: index.map(|index| index.percentile.band()),
        index_studies: index.map(|index| index.studies),
        pay: Metric::Pay.value(catalog, role),
        pay_top_coded: Metric::Pay.is_floor(catalog, role),
        change_percent: Metric::Change.value(catalog, role),
    }))
}

fn overlap(overlap: &Overlap) -> impl Serialize + use<> {
    object!(Overlap {
        figure: overlap.metric.key(),
        spread: overlap.spread.as_ref().map(spread),
        beside: overlap.beside.iter().map(|beside| beside.as_ref().map(spread)).collect::<Vec<_>>(),
        tenths: table(&overlap.tenths, words::tenth),
    })
}

fn mix(mix: &Mix) -> impl Serialize + use<> {
    object!(Mix {
        labelled_by: if mix.human { "people" } else { "gpt4" },
        percent: mix.percent,
        covers: mix.covers.map(held),
        beside: mix.beside.clone(),
    })
}

fn shared<'c>(catalog: &'c Catalog<'_>, kind: Kind, shared: &Shared) -> impl Serialize + use<'c> {
    object!(Shared {
        kind: kind.key(),
        name: kind.thing(catalog, shared.place),
        held: shared.held.map(held),
        roles: shared.roles,
        beside: shared.beside.clone(),
    })
}

fn paid<'c>(catalog: &'c Catalog<'_>, paid: &Paid) -> impl Serialize + use<'c> {
    object!(Paid {
        stands: table(&paid.stands, |class| words::class(class, "no percentile to compare").to_owned()),
        roles: paid.roles.iter().map(|role| paid_role(catalog, role)).collect::<Vec<_>>(),
        rest: paid.others.as_ref().map(rest),
    })
}

fn paid_role<'c>(catalog: &'c Catalog<'_>, paid: &PaidRole) -> impl Serialize + use<'c> {
    let place = paid.place.and_then(|id| catalog.places.get(usize::from(id.0))).or_else(|| catalog.place());
    object!(PaidRole {
        #[serde(flatten)]
        role: named(catalog, paid.role),
        held: held(paid.held),
        median: paid.median,
        // p10, p25, median, p75, p90.
        published: paid.range.points().map(|(_, wage)| wage.map(|wage| wage.dollars(Period::Year))),
        top_coded: paid.range.points().map(|(_, wage)| wage == Some(Wage::TopCoded)),
        place: place.map(|place| place.name),
    })
}

fn one_department<'r>(report: &'r Report<'_>, told: &Department) -> impl Serialize + use<'r> {
    object!(Department {
        name: words::department(report.staff, told.who),
        people: tenths(told.people),
        in_a_role: told.coded.map(held),
        mean_index: told.mean,
        bands: table(&told.bands, |class| words::band(class).to_owned()),
    })
}

fn moves<'c>(catalog: &'c Catalog<'_>, from: &FromRole) -> impl Serialize + use<'c> {
    let to = from.to.iter().map(|to| {
        object!(To {
            #[serde(flatten)]
            role: named(catalog, to.to.role),
            held: held(to.held),
            similarity: to.to.similarity,
            gap: to.to.gap,
        })
    });
    object!(From {
        #[serde(flatten)]
        role: named(catalog, from.role),
        held: held(from.held),
        to: to.collect::<Vec<_>>(),
    })
}
