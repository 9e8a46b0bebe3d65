//! The figures of a line of a role's page.

use crate::app::role_rows::{Row, TITLES};
use crate::app::role_view::Section;
use crate::catalog::provenance::{List, Point};
use crate::catalog::role::INTERESTS;
use crate::catalog::{Catalog, Figure, Measure, Period, Related, Role, RoleId, Surveyed, WITHHELD, Yardstick};
use crate::compare::provenance::Ask;

/// The figures of the line at a place of a section; of a remark those that it is about.
#[must_use]
pub fn figures(catalog: &Catalog<'_>, (id, section): (RoleId, Section), rows: &[Row<'_>], at: usize) -> Vec<Ask> {
    let (Some(role), Some(row)) = (catalog.role(id), rows.get(at)) else { return Vec::new() };
    if let Row::Related(related) = row {
        return of_related(id, *related);
    }
    let year = |point| Figure::Wage(Period::Year, point);
    let figures = match row {
        Row::Fact(label, _) if section == Section::Sources => of_survey(catalog, role, label),
        Row::Fact(label, _) => of_fact(catalog, role, label),
        Row::Task(place) => Figure::of_task(*place).to_vec(),
        Row::Rated(rating) => vec![Figure::Rating(rating.element)],
        Row::InDemand(demanded) => vec![Figure::InDemand(*demanded)],
        Row::Software(used) => vec![Figure::Software(used.software)],
        Row::Tool(used) => vec![Figure::Tool(used.tool)],
        Row::Index => vec![Figure::Index],
        Row::Gauge(measure) | Row::Reading(measure) => vec![Figure::Measure(*measure)],
        Row::TaskMix { human } => vec![Figure::TaskMix { human: *human }],
        Row::Wage(place) => {
            Point::ALL.get(*place).map_or_else(Vec::new, |point| vec![year(*point), Figure::Wage(Period::Hour, *point)])
        }
        Row::WageRange => Point::ALL.into_iter().filter(|point| *point != Point::Mean).map(year).collect(),
        Row::Share { share, .. } => vec![Figure::Education(share.level)],
        Row::Interest(name, _) => {
            (0..).zip(INTERESTS).filter(|(_, of)| of == name).map(|(at, _)| Figure::Interest(at)).collect()
        }
        Row::Source(source) => vec![Figure::Dataset(source.id)],
        Row::Text(_) => of_text(role, rows, at),
        Row::Remark(_) => of_remark(catalog, role, section, rows, at),
        _ => Vec::new(),
    };
    figures.into_iter().map(|figure| Ask::Of(id, figure)).collect()
}

fn of_related(id: RoleId, related: Related) -> Vec<Ask> {
    let shown = [Yardstick::Index, Yardstick::Pay];
    let mut asks = vec![Ask::Of(id, Figure::Related(related.role))];
    asks.extend(shown.map(|yardstick| Ask::Shift(yardstick, id, related.role)));
    asks
}

fn of_fact(catalog: &Catalog<'_>, role: &Role<'_>, label: &str) -> Vec<Figure> {
    match label {
        "Median wage" => {
            let yearly = Figure::Wage(Period::Year, Point::Median);
            let hourly = Figure::Wage(Period::Hour, Point::Median);
            let range = catalog.pay(role).map(|pay| (pay.annual.median, pay.hourly.median));
            // Where there is no yearly wage the page shows the hourly one.
            if matches!(range, Some((None, Some(_)))) { vec![hourly, yearly] } else { vec![yearly] }
        }
        "People employed" => vec![Figure::Employment],
        "Outlook" => vec![Figure::Change, Figure::Openings],
        "Projected change" => vec![Figure::Change],
        "Employment" => vec![Figure::BaseJobs, Figure::TargetJobs, Figure::ChangeJobs],
        "Openings a year" => vec![Figure::Openings],
        "Self-employed" => vec![Figure::SelfEmployed],
        "Typical entry" | "Typical entry (BLS)" => vec![Figure::Entry],
        "Related experience" => vec![Figure::Experience],
        "On-the-job training" => vec![Figure::Training],
        "Job zone" => vec![Figure::JobZone],
        "Can be done at home" => vec![Figure::AtHome],
        _ => Vec::new(),
    }
}

/// A figure of the table that a date is of.
fn of_survey(catalog: &Catalog<'_>, role: &Role<'_>, table: &str) -> Vec<Figure> {
    let Some(survey) = role.surveys.iter().find(|survey| survey.table.word() == table) else { return Vec::new() };
    let rated = || {
        let mut ratings = role.capabilities.iter().chain(&role.work_activities);
        let of_table = |id| catalog.element(id).is_some_and(|element| element.family.surveyed() == survey.table);
        ratings.find(|rating| of_table(rating.element)).map(|rating| Figure::Rating(rating.element))
    };
    let figure = match survey.table {
        Surveyed::Tasks => Some(Figure::Task(0)),
        Surveyed::TaskRatings => Some(Figure::TaskRating(0)),
        Surveyed::JobZone => Some(Figure::JobZone),
        Surveyed::Education => role.education.first().map(|share| Figure::Education(share.level)),
        Surveyed::Interests => Some(Figure::Interest(0)),
        Surveyed::Skills | Surveyed::Knowledge | Surveyed::Abilities | Surveyed::Activities => rated(),
    };
    figure.into_iter().collect()
}

/// The heading that a line stands under.
fn heading<'r>(rows: &'r [Row<'_>], at: usize) -> (usize, &'r str) {
    let found = rows.iter().enumerate().take(at + 1).rev().find_map(|(place, row)| match row {
        Row::Heading(text) => Some((place, text.as_str())),
        _ => None,
    });
    found.unwrap_or((0, ""))
}

/// The summary, or the titles of a paragraph.
fn of_text(role: &Role<'_>, rows: &[Row<'_>], at: usize) -> Vec<Figure> {
    let (start, heading) = heading(rows, at);
    let titles = |from: usize| {
        let count = role.alternates.len().saturating_sub(from).min(TITLES);
        match (u16::try_from(from), u16::try_from(count)) {
            (Ok(from), Ok(count)) => vec![Figure::Titles { from, count }],
            _ => Vec::new(),
        }
    };
    match heading {
        "What this work is" => vec![Figure::Summary],
        "Also known as" => titles(0),
        // The further titles stand in portions below the first.
        _ => titles(TITLES + (at - start).saturating_sub(1) * TITLES),
    }
}

/// What a remark is about: the figure above it, or the list that is empty.
fn of_remark(catalog: &Catalog<'_>, role: &Role<'_>, section: Section, rows: &[Row<'_>], at: usize) -> Vec<Figure> {
    let (_, heading) = heading(rows, at);
    let above = rows.iter().take(at).rev().find_map(|row| match row {
        Row::Gauge(measure) | Row::Reading(measure) => Some(*measure),
        _ => None,
    });
    if matches!(rows.get(at), Some(Row::Remark(text)) if text.starts_with(WITHHELD)) && section != Section::Overview {
        return role.withheld.iter().copied().map(Figure::Rating).collect();
    }
    let list = match section {
        Section::Exposure if heading.is_empty() => {
            return vec![Figure::Measure(above.unwrap_or(Measure::Gpt4Gamma))];
        }
        Section::Exposure => List::Labels,
        Section::Outlook if heading.starts_with("Outlook") && catalog.outlook(role).is_none() => {
            return vec![Figure::Code, Figure::Change];
        }
        Section::Outlook if heading.starts_with("Pay") && catalog.pay(role).is_none() => {
            return vec![Figure::Code, Figure::Wage(Period::Year, Point::Median)];
        }
        Section::Outlook => return vec![Figure::Code],
        Section::Overview => match heading {
            "What this work is" => return vec![Figure::Summary],
            "Key figures" => return vec![Figure::Code],
            "Preparation" => return role.education.iter().map(|share| Figure::Education(share.level)).collect(),
            "Also known as" => List::Titles,
            _ => List::Tasks,
        },
        Section::Skills if heading.contains("in demand") => List::Software,
        Section::Skills => List::Ratings,
        Section::Activities => List::Activities,
        Section::Tools if heading.to_lowercase().contains("tools") => List::Tools,
        Section::Tools => List::Software,
        Section::Related => List::Related,
        Section::Tasks | Section::Sources => List::Tasks,
    };
    vec![Figure::Nothing(list)]
}
