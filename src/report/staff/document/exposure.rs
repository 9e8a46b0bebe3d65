//! How far AI overlaps the roles of a staff, beside the nation's.

use super::super::bars::{Bar, Bars};
use super::Section;
use crate::catalog::{Label, Metric};
use crate::compare::weighted::Weighted;
use crate::report::table::{Align, Table};
use crate::staff::whole::overlap::Mix;
use crate::staff::whole::words::{NONE, percent};
use crate::staff::whole::{Whole, words};

pub fn sections(whole: &Whole) -> Vec<Section> {
    let bands = Bars::of(("People by band of the exposure index", "band"), &whole.beside, &whole.bands, |class| {
        words::band(class).to_owned()
    });
    let mut sections = vec![Section {
        heading: "Exposure by band".to_owned(),
        bars: vec![bands],
        said: vec![
            "The index is the mean of three studies of task overlap, each as a percentile of all roles.".to_owned(),
        ],
        ..Section::default()
    }];
    if let Some(index) = whole.overlaps.first() {
        let tenths = Bars::of(
            ("People in each tenth of the exposure index", "index"),
            &whole.beside,
            &index.tenths,
            words::tenth,
        );
        let heading = "How the exposure index spreads".to_owned();
        sections.push(Section { heading, bars: vec![tenths], ..Section::default() });
    }
    sections.push(studies(whole));
    sections.push(mix(whole));
    sections
}

/// Mean and quartiles of the index and of each study.
fn studies(whole: &Whole) -> Section {
    let mut table = Table::default();
    table.title("percentile of");
    for head in ["mean", "median", "middle half"] {
        table.column(head, Align::Right);
    }
    for name in &whole.beside {
        table.column(&format!("{} median", name.trim_start_matches("the ")), Align::Right);
    }
    table.column("covers", Align::Right);
    for overlap in &whole.overlaps {
        let own = overlap.spread.as_ref();
        let figure = |value: Option<f64>| value.map_or_else(|| NONE.to_owned(), |value| format!("{value:.0}"));
        let name = if overlap.metric == Metric::Index { "exposure index" } else { overlap.metric.short_name() };
        let half = |own: &Weighted| format!("{:.0} to {:.0}", own.lower_quartile, own.upper_quartile);
        let mut cells = vec![name.to_owned(), figure(own.map(|own| own.mean)), figure(own.map(|own| own.median))];
        cells.push(own.map_or_else(|| NONE.to_owned(), half));
        cells.extend(overlap.beside.iter().map(|beside| figure(beside.as_ref().map(|beside| beside.median))));
        cells.push(percent(own.map(|own| own.weight / overlap.tenths.whole * 100.0)));
        table.row(cells);
    }
    Section {
        heading: "Exposure study by study".to_owned(),
        table: Some(table),
        said: vec![
            "Percentiles of the roles, each counted as often as people have it; covers: people whose role has it."
                .to_owned(),
        ],
        ..Section::default()
    }
}

/// How the labelled tasks divide.
fn mix(whole: &Whole) -> Section {
    let bars = whole.mixes.iter().filter(|mix| mix.percent.is_some()).map(|mix| labels(mix, &whole.beside));
    let covers = whole.mixes.first().map_or_else(String::new, |mix| words::covers(mix.covers, whole.counts.people()));
    Section {
        heading: "The mix of tasks".to_owned(),
        bars: bars.collect(),
        said: vec![format!(
            "Labels of the tasks of each role (GPTs are GPTs), weighted by its people; they cover {covers}."
        )],
        ..Section::default()
    }
}

fn labels(mix: &Mix, beside: &[String]) -> Bars {
    let row = |(place, label): (usize, Label)| {
        let at = |mix: &Option<[f64; 3]>| mix.as_ref().and_then(|mix| mix.get(place).copied());
        Bar {
            label: format!("{} {}", label.word(), label.meaning()),
            people: None,
            share: at(&mix.percent),
            doubtful: None,
            beside: mix.beside.iter().map(at).collect(),
        }
    };
    let by = if mix.human { "people" } else { "GPT-4" };
    Bars {
        title: format!("The mix of tasks, labelled by {by}"),
        name: if mix.human { "labelled by people" } else { "labelled by GPT-4" },
        beside: beside.to_vec(),
        rows: [Label::E0, Label::E1, Label::E2].into_iter().enumerate().map(row).collect(),
    }
}
