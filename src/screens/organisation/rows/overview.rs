//! Exposure of the staff beside the nation's, and the mix of its tasks.

use super::{Bar, Item, Row, beside_heads, class_heads, classes};
use crate::catalog::{Label, Metric};
use crate::compare::weighted::Weighted;
use crate::staff::whole::words::{NONE, percent};
use crate::staff::whole::{Class, Whole, words};

pub fn rows(whole: &Whole) -> Vec<Row> {
    let mut rows = vec![Row::Heading("Headcount by band of the exposure index".to_owned()), class_heads("band", whole)];
    let band = |class| if let Class::Is(band) = class { Some(band) } else { None };
    rows.extend(classes(&whole.bands, |class| words::band(class).to_owned(), band));
    rows.extend(spreads(whole));
    rows.extend(tenths(whole));
    rows.extend(mix(whole));
    rows
}

/// Mean and quartiles of the index and of each study.
fn spreads(whole: &Whole) -> Vec<Row> {
    let mut heads: Vec<String> = ["percentile of", "mean", "median", "middle half"].map(str::to_owned).to_vec();
    heads.extend(beside_heads(whole).map(|name| format!("{name} mean")));
    heads.extend(beside_heads(whole).map(|name| format!("{name} median")));
    heads.push("covers".to_owned());
    let mut rows = vec![
        Row::Gap,
        Row::Heading("Exposure of the roles, each counted as often as people have it".to_owned()),
        Row::Heads(heads),
    ];
    let figure = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), |value| format!("{value:.0}"));
    let of = |spread: &Option<Weighted>, which: fn(&Weighted) -> f64| figure(spread.as_ref().map(which));
    for overlap in &whole.overlaps {
        let own = &overlap.spread;
        let half = own.as_ref().map(|own| format!("{:.0} to {:.0}", own.lower_quartile, own.upper_quartile));
        let mut cells = vec![of(own, |own| own.mean), of(own, |own| own.median), half.unwrap_or_else(|| NONE.into())];
        cells.extend(overlap.beside.iter().map(|beside| of(beside, |beside| beside.mean)));
        cells.extend(overlap.beside.iter().map(|beside| of(beside, |beside| beside.median)));
        let all = overlap.tenths.whole;
        cells.push(own.as_ref().map_or_else(|| NONE.to_owned(), |own| percent(Some(own.weight / all * 100.0))));
        let name = if overlap.metric == Metric::Index { "exposure index" } else { overlap.metric.name() };
        rows.push(Row::Item(Item { name: name.to_owned(), cells, bar: None, leads: None }));
    }
    rows
}

/// How many people stand in each tenth of the index and of each study.
fn tenths(whole: &Whole) -> Vec<Row> {
    let Some(index) = whole.overlaps.first() else { return Vec::new() };
    let names = whole.overlaps.iter().map(|overlap| overlap.metric.short_name().to_owned());
    let mut rows = vec![
        Row::Gap,
        Row::Heading("People in each tenth of the percentile; the bars are those of the index".to_owned()),
        Row::Heads(["percentile".to_owned()].into_iter().chain(names).collect()),
    ];
    for (place, row) in index.tenths.rows.iter().enumerate() {
        let name = words::tenth(row.class);
        let held = whole.overlaps.iter().map(|overlap| overlap.tenths.rows.get(place).and_then(|row| row.held));
        let bar = Bar::of(row.held, index.tenths.whole, row.beside.first().copied().flatten());
        rows.push(Row::Item(Item { name, cells: held.map(words::number).collect(), bar: Some(bar), leads: None }));
    }
    if whole.overlaps.iter().any(|overlap| overlap.tenths.rest.is_some()) {
        let rest = whole
            .overlaps
            .iter()
            .map(|overlap| overlap.tenths.rest.map_or_else(|| NONE.to_owned(), |rest| words::number(Some(rest.held))));
        rows.push(Row::Item(Item {
            name: "folded together".to_owned(),
            cells: rest.collect(),
            bar: None,
            leads: None,
        }));
    }
    rows
}

/// How the labelled tasks divide.
fn mix(whole: &Whole) -> Vec<Row> {
    let mut rows =
        vec![Row::Gap, Row::Heading("The mix of tasks (GPTs are GPTs), each role weighted by its people".to_owned())];
    let [gpt4, people] = &whole.mixes;
    let mut names: Vec<String> = ["label", "by GPT-4"].map(str::to_owned).to_vec();
    names.extend(beside_heads(whole));
    names.push("by people".to_owned());
    names.extend(beside_heads(whole));
    if gpt4.percent.is_none() && people.percent.is_none() {
        rows.push(Row::Said("Fewer than five people are in roles with labelled tasks.".to_owned()));
        return rows;
    }
    rows.push(Row::Heads(names));
    for (place, label) in [Label::E0, Label::E1, Label::E2].into_iter().enumerate() {
        let at = |mix: &Option<[f64; 3]>| mix.as_ref().and_then(|mix| mix.get(place).copied());
        let mut cells = Vec::new();
        for mix in [gpt4, people] {
            cells.push(percent(at(&mix.percent)));
            cells.extend(mix.beside.iter().map(|beside| percent(at(beside))));
        }
        let staff = at(&gpt4.percent);
        let bar = Bar { staff, doubtful: 0.0, beside: gpt4.beside.first().and_then(at), band: None };
        let name = format!("{} {}", label.word(), label.meaning());
        rows.push(Row::Item(Item { name, cells, bar: Some(bar), leads: None }));
    }
    let covers = words::covers(gpt4.covers, whole.counts.people());
    rows.push(Row::Said(format!("Labelled tasks cover {covers}.")));
    rows
}
