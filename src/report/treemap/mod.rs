//! `rolescope treemap`: all roles as large as their workforce, as text, CSV, JSON or SVG.

mod svg;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::io::{self, Write};

use serde::Serialize;

use super::csv::{CsvRows, cell};
use super::json::{self, object};
use super::rank::{self, Selection, WORKERS_RULE, summary_json, summary_lines};
use super::releases::{releases, sources_sentence};
use super::table::{Align, Table};
use super::{Failure, Format, Forms, Outcome};
use crate::catalog::words::short_group;
use crate::catalog::{Catalog, FRAME, Metric, Role, RoleId, SourceId, grouped};
use crate::compare::groups::find;
use crate::compare::ranking::{Column, Summary};
use crate::compare::treemap::{Group, Placed, Rect, Shades, Treemap};
use crate::compare::workforce::{Workforce, percent_text};

/// The schema of the JSON form.
pub const SCHEMA: &str = "rolescope/treemap/1";

/// How many times the picture is as wide as high.
const RATIO: f64 = 1.6;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// The figure that tiles are shaded by.
    pub by: Metric,
    /// A major group, by digits, code or a part of its title; none for all.
    pub group: Option<&'a str>,
    /// A query of the search, by which the others are dimmed.
    pub query: &'a str,
    /// How to write it.
    pub format: Format,
}

type Writer = fn(&Report<'_>, &mut dyn Write, &mut dyn Write) -> io::Result<()>;
/// The forms of a treemap; what stands beside a table goes to the second writer.
pub(crate) const FORMS: Forms<Writer> = &[
    (Format::Text, |report, out, _| report.text(out)),
    (Format::Csv, |report, out, beside| {
        report.csv(out)?;
        rank::said(beside, &report.said(), "")
    }),
    (Format::Json, |report, out, _| report.json(out)),
    (Format::Svg, |report, out, _| svg::write(report, out)),
];

/// Writes the treemap of a catalog, of the nation or the place that it is seen through.
///
/// # Errors
/// Those of the writers; a group that is not known.
pub fn write(
    out: &mut dyn Write,
    beside: &mut dyn Write,
    catalog: &Catalog<'_>,
    selection: Selection<'_>,
    options: &Options<'_>,
) -> Result<Outcome, Failure> {
    let group = options.group.map(|text| find(catalog, text)).transpose()?;
    let is_shown = |id: &RoleId| {
        let role = catalog.role(*id);
        role.is_some_and(|role| group.is_none_or(|digits| role.code.major_group() == digits))
    };
    let selected: Vec<RoleId> = selection.roles.iter().copied().filter(is_shown).collect();
    let workforce = Workforce::of(catalog);
    let map = Treemap::of(catalog, &workforce);
    let report = Report {
        catalog,
        selection,
        group,
        summary: Summary::of(catalog, &workforce, &selected),
        lit: selected.into_iter().collect(),
        shades: Shades::of(catalog, &map, options.by),
        placed: map.placed(group, RATIO),
        map,
        workforce,
    };
    options.format.writer(FORMS)?(&report, out, beside)?;
    Ok(if report.lit.is_empty() { Outcome::NothingFound } else { Outcome::Found })
}

pub(crate) struct Report<'a> {
    catalog: &'a Catalog<'a>,
    selection: Selection<'a>,
    /// The major group that is shown alone.
    group: Option<u32>,
    /// What the query selects of what is shown.
    summary: Summary,
    /// The same, role by role.
    lit: HashSet<RoleId>,
    shades: Shades,
    placed: Vec<Placed>,
    map: Treemap,
    workforce: Workforce,
}

impl Report<'_> {
    fn metric(&self) -> Metric {
        self.shades.metric
    }

    /// Roles that are shown in no tile.
    fn without(&self) -> usize {
        let roles = self.map.without.iter().filter_map(|id| self.catalog.role(*id));
        roles.filter(|role| self.group.is_none_or(|digits| role.code.major_group() == digits)).count()
    }

    fn title(&self, group: &Group) -> &str {
        let first = group.tiles.first().and_then(|tile| self.catalog.role(tile.role));
        first.and_then(|role| self.catalog.major_group(role.code)).unwrap_or_default()
    }

    fn percent(&self, workers: u64) -> Option<f64> {
        #[allow(clippy::cast_precision_loss, reason = "people of one country")]
        let percent = |all: u64| workers as f64 / all as f64 * 100.0;
        self.workforce.all().filter(|all| *all > 0).map(percent)
    }

    /// What is said above the tiles, whatever their form.
    fn said(&self) -> Vec<String> {
        let mut lines = summary_lines(self.catalog, &self.summary, self.selection, None);
        let without = self.without();
        // Where all roles are selected the summary has said it.
        if without > self.summary.workers.without {
            let has = if without == 1 { "role has" } else { "roles have" };
            lines.push(format!("{} {has} no published employment and no tile", grouped(without as u64)));
        }
        lines
    }

    /// What is said below them.
    fn remarks(&self) -> Vec<String> {
        let mut remarks = vec![WORKERS_RULE.to_owned()];
        if self.metric().is_exposure() {
            remarks.push(format!("Percentiles: {}.", rank::percentile_of(self.metric())));
            remarks.push(FRAME.to_owned());
        }
        remarks.push(sources_sentence(self.catalog, self.sources()));
        remarks
    }

    /// The datasets of the tiles' sizes, shades and groups.
    fn sources(&self) -> impl Iterator<Item = SourceId> {
        rank::sources(self.catalog, self.metric()).into_iter().chain([self.catalog.pay_source(), SourceId::Onet])
    }

    fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        for line in self.said() {
            super::text::wrapped(out, &line, "", "  ")?;
        }
        writeln!(out)?;
        match self.group {
            Some(_) => self.roles().text(out)?,
            None => self.groups().text(out)?,
        }
        writeln!(out)?;
        if self.group.is_none() {
            let name = Column::Figure(self.metric()).name();
            let middle = format!("mean, median: {name} of the role that each worker is in.");
            super::text::wrapped(out, &middle, "", "  ")?;
        }
        self.remarks().iter().try_for_each(|line| super::text::wrapped(out, line, "", "  "))
    }

    /// The groups with their workers and the middle of their figure.
    fn groups(&self) -> Table {
        let mut table = Table::default();
        table.column("", Align::Left);
        table.title("group");
        for head in ["roles", "workers", "share", "mean", "median"] {
            table.column(head, Align::Right);
        }
        for group in self.map.shown(self.group) {
            let middle = group.middle(self.catalog, self.metric());
            let known = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
            table.row(vec![
                format!("{:02}", group.digits),
                short_group(self.title(group)).to_owned(),
                group.tiles.len().to_string(),
                grouped(group.workers),
                known(self.percent(group.workers).map(percent_text)),
                known(middle.mean_text(self.metric())),
                known(middle.median_text(self.metric())),
            ]);
        }
        table
    }

    /// The roles of a group.
    fn roles(&self) -> Table {
        let mut table = Table::default();
        table.column("code", Align::Left);
        table.title("role");
        for head in ["workers", "share", self.metric().short_name()] {
            table.column(head, Align::Right);
        }
        for (tile, role) in self.map.tiles(self.group).filter_map(|tile| Some((tile, self.catalog.role(tile.role)?))) {
            table.row(vec![
                role.code.to_string(),
                role.title.to_owned(),
                self.workers_text(tile.role),
                self.percent(tile.workers).map(percent_text).unwrap_or_default(),
                self.metric().cell(self.catalog, role).unwrap_or_else(|| "-".to_owned()),
            ]);
        }
        table
    }

    /// The workers of a role, marked where its code is divided.
    fn workers_text(&self, role: RoleId) -> String {
        self.workforce.sum([role]).text().unwrap_or_default()
    }

    fn tiles(&self) -> impl Iterator<Item = (&Placed, &Role<'_>)> {
        self.placed.iter().filter_map(|placed| Some((placed, self.catalog.role(placed.tile.role)?)))
    }

    /// The name of a role's shade.
    fn shade(&self, role: &Role<'_>) -> Option<&str> {
        let level = self.shades.level(self.catalog, role)?;
        self.shades.names().nth(level)
    }

    fn csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let metric = self.metric();
        let head =
            ["code", "title", "group", "workers", "approximate", "x", "y", "w", "h", metric.key(), "shade", "selected"];
        let mut rows = CsvRows::new(out, head)?;
        for (placed, role) in self.tiles() {
            let Placed { digits, tile, place } = *placed;
            rows.row([
                role.code.to_string(),
                role.title.to_owned(),
                format!("{digits:02}"),
                tile.workers.to_string(),
                self.workforce.sum([tile.role]).approximate.to_string(),
                share(place.left),
                share(place.top),
                share(place.width()),
                share(place.height()),
                cell(metric.value(self.catalog, role)),
                cell(self.shade(role)),
                self.lit.contains(&tile.role).to_string(),
            ])?;
        }
        rows.end()
    }

    fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        let metric = self.metric();
        let groups = self.map.shown(self.group).map(|group| {
            let middle = group.middle(self.catalog, metric);
            object!(Group {
                group: format!("{:02}", group.digits),
                title: self.title(group),
                roles: group.tiles.len(),
                workers: group.workers,
                percent_of_workers: self.percent(group.workers),
                mean: middle.mean,
                median: middle.median,
                median_top_coded: middle.is_floor,
                #[serde(flatten)]
                place: place_json(self.around(group.digits)),
            })
        });
        let tiles = self.tiles().map(|(placed, role)| {
            let Placed { digits, tile, place } = *placed;
            object!(Tile {
                code: role.code,
                title: role.title,
                group: format!("{digits:02}"),
                workers: tile.workers,
                workers_approximate: self.workforce.sum([tile.role]).approximate,
                #[serde(flatten)]
                place: place_json(place),
                figure: metric.value(self.catalog, role),
                shade: self.shade(role),
                selected: self.lit.contains(&tile.role),
            })
        });
        let answer = object!(Answer {
            query: self.selection.query,
            group: self.group.map(|digits| format!("{digits:02}")),
            by: metric.key(),
            unit: metric.unit().key(),
            frame: FRAME,
            summary: summary_json(&self.summary),
            left_out: rank::left_out_json(self.selection),
            without_tile: self.without(),
            shades: self.shades.names().collect::<Vec<_>>(),
            ratio: RATIO,
            releases: releases(self.catalog, self.sources()),
            groups: groups.collect::<Vec<_>>(),
            tiles: tiles.collect::<Vec<_>>(),
        });
        json::write(out, SCHEMA, self.catalog, answer)
    }

    /// What the tiles of a group fill.
    fn around(&self, digits: u32) -> Rect {
        let tiles = self.placed.iter().filter(|placed| placed.digits == digits).map(|placed| placed.place);
        let both = |one: Rect, other: Rect| Rect {
            left: one.left.min(other.left),
            top: one.top.min(other.top),
            right: one.right.max(other.right),
            bottom: one.bottom.max(other.bottom),
        };
        tiles.reduce(both).unwrap_or(Rect::of(0.0, 0.0))
    }
}

/// A part of a side, with as many digits as tell the smallest tile from nothing.
fn share(part: f64) -> String {
    format!("{part:.6}")
}

fn place_json(place: Rect) -> impl Serialize {
    let round = |part: f64| (part * 1e6).round() / 1e6;
    object!(Place { x: round(place.left), y: round(place.top), w: round(place.width()), h: round(place.height()) })
}
