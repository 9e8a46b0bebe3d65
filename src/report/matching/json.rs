//! What a text describes as JSON: `rolescope/match/1` in `docs/JSON.md`.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;

use super::{Report, SCHEMA, last_title};
use crate::catalog::words::plain;
use crate::catalog::{Catalog, FRAME, Measure, Metric, Role, SourceId, Task};
use crate::compare::moves::{ALIKE, GAP};
use crate::matching::{
    Duty, FORMULA, LastTitle, Mix, NearRole, PROBABILITY, Profile, STAYS_HERE, Sentence, Shape, Tie,
};
use crate::matching::{Thing, Use, Way, words};
use crate::report::json::{self, object};
use crate::report::moves::json as moves;
use crate::report::releases::releases;
use crate::search::Found;

pub fn write(report: &Report<'_>, out: &mut dyn Write) -> io::Result<()> {
    let (catalog, asked) = (report.catalog, report.asked);
    let (work, left_out) = asked.text.words();
    let kinds = words::left_out(asked.text).into_iter();
    let last = last_title::last(report);
    let answer = object!(Answer {
        file: plain(asked.name),
        form: asked.text.form.key(),
        words: object!(Words { work, left_out }),
        text: &asked.text.letters,
        privacy: STAYS_HERE,
        frame: FRAME,
        measures: object!(Measures {
            probability: PROBABILITY,
            likeness: words::LIKENESS,
            exposure: FORMULA,
            similarity: ALIKE,
            gap: GAP,
        }),
        sources: object!(Sources {
            tasks: SourceId::Onet,
            labels: SourceId::Gpts,
            skills: [SourceId::Onet, SourceId::OnetKnowledge],
            index_percentile: Measure::IN_INDEX.map(Measure::source),
            median_annual_pay: catalog.pay_source(),
            outlook: catalog.outlook_source(),
        }),
        releases: releases(catalog, report.sources()),
        wording: object!(Wording { note: catalog.wording.of_tasks() }),
        too_little: asked.matched.roles.is_empty().then(|| words::too_little(asked.text)),
        roles: report.roles().iter().filter_map(|near| role(report, *near)).collect::<Vec<_>>(),
        profile: report.profile.as_ref().and_then(|told| profile(catalog, told)),
        last_role: last.as_ref().map(|(ways, named)| object!(Last {
            held: named.as_ref().map(held),
            #[serde(flatten)]
            role: catalog.role(ways.from).map(one),
            probability: ways.fits.map(rounded),
            fits: ways.ways.iter().filter_map(|told| way(catalog, told)).collect::<Vec<_>>(),
        })),
        left_out: kinds
            .map(|kind| object!(LeftOut { holds: kind.holds.key(), sentences: kind.sentences, words: kind.words }))
            .collect::<Vec<_>>(),
        sentences: asked.text.sentences.iter().map(|told| sentence(report, told)).collect::<Vec<_>>(),
    });
    json::write(out, SCHEMA, catalog, answer)
}

/// A share with four decimals: what lies behind them differs from one machine to another.
fn rounded(share: f32) -> f64 {
    (f64::from(share) * 1e4).round() / 1e4
}

fn range(range: &Range<usize>) -> [usize; 2] {
    [range.start, range.end]
}

fn sentence<'r>(report: &'r Report<'_>, told: &'r Sentence) -> impl Serialize + use<'r> {
    object!(Sentence {
        bytes: range(&told.range),
        text: report.asked.text.said(told),
        shape: match told.shape {
            Shape::Heading => "heading",
            Shape::Plain => "plain",
            Shape::Item => "item",
        },
        holds: told.holds.key(),
        counts: told.counts,
        by_user: told.by_user,
    })
}

fn one<'c>(role: &'c Role<'c>) -> impl Serialize + use<'c> {
    object!(One { code: role.code, title: role.title })
}

fn role<'r>(report: &'r Report<'_>, near: NearRole) -> Option<impl Serialize + use<'r>> {
    let (catalog, asked) = (report.catalog, report.asked);
    let role = catalog.role(near.role)?;
    let pay = Metric::Pay.value(catalog, role);
    let index = role.exposure.index;
    let ties = asked.matched.ties(report.engine, asked.text, near.role);
    Some(object!(NearRole {
        code: role.code,
        title: role.title,
        probability: rounded(near.probability),
        index_percentile: index.map(|index| index.percentile),
        index_band: index.map(|index| index.percentile.band()),
        index_studies: index.map(|index| index.studies),
        median_annual_pay: pay,
        median_top_coded: pay.is_some() && Metric::Pay.is_floor(catalog, role),
        #[serde(flatten)]
        newest: json::newest(catalog, role),
        ties: ties.iter().map(|told| tie(catalog, role, told)).collect::<Vec<_>>(),
    }))
}

fn tie<'c>(catalog: &'c Catalog<'c>, role: &'c Role<'c>, tie: &Tie) -> impl Serialize + use<'c> {
    object!(Tie {
        sentence: tie.sentence,
        kind: tie.found.word(),
        text: tie.found.text(catalog, role),
        likeness: rounded(tie.likeness),
        marked: tie.marked.iter().map(range).collect::<Vec<_>>(),
        marked_there: tie.marked_there.iter().map(range).collect::<Vec<_>>(),
    })
}

fn profile<'r>(catalog: &'r Catalog<'r>, told: &'r Profile) -> Option<impl Serialize + use<'r>> {
    let role = catalog.role(told.role)?;
    let missing = told.missing.iter().filter_map(|place| role.tasks.get(usize::from(*place)));
    Some(object!(Profile {
        #[serde(flatten)]
        role: one(role),
        duties: told.duties.iter().map(|told| duty(catalog, told)).collect::<Vec<_>>(),
        names: told.things.iter().map(|told| thing(catalog, told)).collect::<Vec<_>>(),
        not_mentioned: missing
            .map(|told| object!(Missing {
                #[serde(flatten)]
                task: task(told),
                importance: told.importance.ok(),
            }))
            .collect::<Vec<_>>(),
        mix: mix(&told.mix),
        own_mix: mix(&told.own),
        coverage: told.coverage(),
    }))
}

fn task<'c>(task: &'c Task<'c>) -> impl Serialize + use<'c> {
    object!(Task { id: task.id, wording: task.wording, gpt4_label: task.labels.map(|labels| labels.gpt4) })
}

fn duty<'c>(catalog: &'c Catalog<'c>, duty: &Duty) -> impl Serialize + use<'c> {
    let near = duty.nearest.and_then(|near| {
        let role = catalog.role(near.role)?;
        let found = role.tasks.get(usize::from(near.place))?;
        Some(object!(Near {
            #[serde(flatten)]
            role: one(role),
            task: task(found),
            likeness: rounded(near.likeness),
            own: duty.is_own,
        }))
    });
    object!(Duty { sentence: duty.sentence, nearest: near })
}

fn thing<'c>(catalog: &'c Catalog<'c>, thing: &Thing) -> impl Serialize + use<'c> {
    let product = if let Found::Software(product) = thing.found { Some(product) } else { None };
    object!(Thing {
        sentence: thing.sentence,
        kind: thing.found.word(),
        name: thing.found.name(catalog).unwrap_or_default(),
        used: thing.usage != Use::No,
        hot: product.map(|product| words::is_hot(catalog, product)),
        in_demand: product.map(|_| matches!(thing.usage, Use::Software(used) if used.in_demand)),
    })
}

fn mix(mix: &Mix) -> impl Serialize + use<> {
    object!(Mix {
        labels: json::mix(mix.labels),
        labelled: mix.labelled(),
        all: mix.all,
        exposure: mix.exposure(),
        coverage: mix.coverage(),
    })
}

fn held(last: &LastTitle) -> impl Serialize + use<> {
    object!(Held { title: last.title.clone(), confidence: rounded(last.confidence) })
}

fn way<'r>(catalog: &'r Catalog<'r>, way: &'r Way) -> Option<impl Serialize + use<'r>> {
    let Way { role, probability, change, skills } = way;
    let there = catalog.role(*role)?;
    Some(object!(Way {
        #[serde(flatten)]
        role: one(there),
        probability: rounded(*probability),
        similarity: change.similarity,
        gap: change.gap,
        overlap: moves::overlap(catalog, there, change.overlap),
        pay: moves::pay(catalog, there, change.pay),
        outlook: moves::outlook(catalog, there, change.outlook),
        asks_for_more: moves::elements(catalog, &skills.asked),
        brought: moves::elements(catalog, &skills.brought),
    }))
}
