//! The roles, each with its lists in the order in which they are shown.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::names::Names;
use super::{BadTable, Tables};
use crate::catalog::{
    Alternate, Code, EducationShare, Exposure, Hundredths, Label, Outlook, Pay, PercentTenths, Published, PublishedId,
    Rating, Related, Role, SocCode, SoftwareUse, Task, TaskKind, TaskLabels, Thousands, Tier, TitleOrigin, Wage,
    WageRange,
};
use crate::ingest::tables::{OutlookRow, PayRow, RatingRow, SocLevel, TaskRow};

/// The rows of each role.
struct ByRole<'a, R>(HashMap<Code, Vec<&'a R>>);

impl<'a, R> ByRole<'a, R> {
    fn of(rows: &'a [R], code: impl Fn(&R) -> Code) -> Self {
        let mut by_role: HashMap<Code, Vec<&R>> = HashMap::new();
        for row in rows {
            by_role.entry(code(row)).or_default().push(row);
        }
        Self(by_role)
    }

    fn get(&self, code: Code) -> &[&'a R] {
        self.0.get(&code).map_or(&[], Vec::as_slice)
    }
}

/// Makes all roles; their exposure is filled in later.
pub fn roles<'a>(
    tables: &'a Tables,
    names: &Names<'a>,
    published: &[Published<'a>],
) -> Result<Vec<Role<'a>>, BadTable> {
    let place: HashMap<SocCode, usize> = published.iter().enumerate().map(|(i, p)| (p.soc, i)).collect();
    let crosswalk: HashMap<Code, SocCode> =
        tables.crosswalk.iter().map(|row| (row.code, row.published_under)).collect();
    let reported = ByRole::of(&tables.reported_titles, |row| row.code);
    let job_titles = ByRole::of(&tables.job_titles, |row| row.code);
    let tasks = ByRole::of(&tables.tasks, |row| row.code);
    let task_activities = ByRole::of(&tables.task_activities, |row| row.code);
    let software = ByRole::of(&tables.software, |row| row.code);
    let tools = ByRole::of(&tables.tools, |row| row.code);
    let related = ByRole::of(&tables.related, |row| row.code);
    let education = ByRole::of(&tables.education, |row| row.code);
    let interests = ByRole::of(&tables.interests, |row| row.code);
    let capabilities = [&tables.essential_skills, &tables.transferable_skills, &tables.knowledge, &tables.abilities]
        .map(|rows| ByRole::of(rows, |row| row.code));
    let work_activities = ByRole::of(&tables.work_activities, |row| row.code);

    tables
        .roles
        .iter()
        .map(|row| {
            let code = row.code;
            let mut activities: HashMap<u32, Vec<_>> = HashMap::new();
            for row in task_activities.get(code) {
                let id = names.activities.get(row.activity.as_str()).ok_or_else(|| {
                    BadTable::new("task_activities.csv", format!("{} is not in activities.csv", row.activity))
                })?;
                activities.entry(row.task_id).or_default().push(*id);
            }
            let mut ratings = Vec::new();
            for family in &capabilities {
                ratings.extend_from_slice(family.get(code));
            }
            let mut tool_ids: Vec<_> =
                tools.get(code).iter().filter_map(|row| names.tools.ids.get(row.name.as_str()).copied()).collect();
            tool_ids.sort_unstable();
            tool_ids.dedup();
            Ok(Role {
                code,
                title: &row.title,
                summary: &row.summary,
                job_zone: row.job_zone,
                alternates: alternates(reported.get(code), job_titles.get(code)),
                tasks: task_list(tasks.get(code), &mut activities)?,
                capabilities: rating_list(&ratings, names, tables)?,
                work_activities: rating_list(work_activities.get(code), names, tables)?,
                software: software_list(software.get(code), names),
                tools: tool_ids,
                related: related
                    .get(code)
                    .iter()
                    .map(|row| {
                        let role = names.roles.get(&row.related).ok_or_else(|| {
                            BadTable::new("related.csv", format!("{} is not in roles.csv", row.related))
                        })?;
                        Ok(Related { role: *role, tier: tier(&row.tier)? })
                    })
                    .collect::<Result<_, BadTable>>()?,
                education: education
                    .get(code)
                    .iter()
                    .map(|row| {
                        Ok(EducationShare {
                            level: row.level,
                            percent: hundredths("education.csv", code, row.percent)?,
                        })
                    })
                    .collect::<Result<_, BadTable>>()?,
                interests: match interests.get(code).first() {
                    None => None,
                    Some(row) => {
                        let mut values = [Hundredths::default(); 6];
                        let figures = [
                            row.realistic,
                            row.investigative,
                            row.artistic,
                            row.social,
                            row.enterprising,
                            row.conventional,
                        ];
                        for (value, figure) in values.iter_mut().zip(figures) {
                            *value = hundredths("interests.csv", code, figure)?;
                        }
                        Some(values)
                    }
                },
                at_home: None,
                published: crosswalk
                    .get(&code)
                    .and_then(|soc| place.get(soc))
                    .and_then(|place| u16::try_from(*place).ok())
                    .map(PublishedId),
                exposure: Exposure::default(),
            })
        })
        .collect()
}

/// Reported titles shown on My Next Move, other reported titles, then job titles; a title stands once.
fn alternates<'a>(
    reported: &[&'a crate::ingest::tables::ReportedTitleRow],
    job_titles: &[&'a crate::ingest::tables::JobTitleRow],
) -> Vec<Alternate<'a>> {
    let short: HashMap<&str, &str> =
        job_titles.iter().filter_map(|row| Some((row.title.as_str(), row.short_title.as_deref()?))).collect();
    let sources: HashMap<&str, u16> =
        job_titles.iter().map(|row| (row.title.as_str(), source_bits(&row.sources))).collect();
    let origin = |shown| if shown { TitleOrigin::ReportedShown } else { TitleOrigin::Reported };
    let mut reported: Vec<_> = reported.iter().map(|row| (row.title.as_str(), origin(row.shown))).collect();
    reported.sort_by_key(|(_, origin)| *origin);
    let job_titles = job_titles.iter().map(|row| (row.title.as_str(), TitleOrigin::JobTitle));
    let mut seen = HashSet::new();
    reported
        .into_iter()
        .chain(job_titles)
        .filter(|(title, _)| seen.insert(*title))
        .map(|(title, origin)| Alternate {
            title,
            short: short.get(title).copied(),
            origin,
            sources: sources.get(title).copied().unwrap_or(0),
        })
        .collect()
}

/// The bits of O*NET's source codes, `01,08`.
fn source_bits(codes: &str) -> u16 {
    let codes = codes.split(',').filter_map(|code| code.trim().parse::<u32>().ok());
    codes.fold(0, |bits, code| bits | 1_u16.checked_shl(code).unwrap_or(0))
}

/// By importance where every task has one (ties by Task ID); otherwise in the order of O*NET's Task Statements.
fn task_list<'a>(
    rows: &[&'a TaskRow],
    activities: &mut HashMap<u32, Vec<crate::catalog::ActivityId>>,
) -> Result<Vec<Task<'a>>, BadTable> {
    let mut tasks = rows
        .iter()
        .map(|row| {
            let figure = |figure: Option<f64>| figure.map(|f| hundredths("tasks.csv", row.code, f)).transpose();
            Ok(Task {
                id: row.task_id,
                wording: &row.wording,
                kind: match row.kind.as_str() {
                    "Core" => TaskKind::Core,
                    "Supplemental" => TaskKind::Supplemental,
                    "" => TaskKind::Unclassified,
                    other => {
                        return Err(BadTable::new(
                            "tasks.csv",
                            format!("task {}: kind {other:?} is not Core, Supplemental or empty", row.task_id),
                        ));
                    }
                },
                importance: figure(row.importance)?,
                relevance: figure(row.relevance)?,
                labels: label(row, &row.gpt4_label)?
                    .zip(label(row, &row.human_label)?)
                    .map(|(gpt4, human)| TaskLabels { gpt4, human }),
                observed_use: row.observed_use,
                activities: activities.remove(&row.task_id).unwrap_or_default(),
            })
        })
        .collect::<Result<Vec<_>, BadTable>>()?;
    if tasks.iter().all(|task| task.importance.is_some()) {
        tasks.sort_by_key(|task| (Reverse(task.importance), task.id));
    }
    Ok(tasks)
}

fn label(row: &TaskRow, label: &str) -> Result<Option<Label>, BadTable> {
    match label {
        "E0" => Ok(Some(Label::E0)),
        "E1" => Ok(Some(Label::E1)),
        "E2" => Ok(Some(Label::E2)),
        "" => Ok(None),
        other => {
            Err(BadTable::new("tasks.csv", format!("task {}: label {other:?} is not E0, E1, E2 or empty", row.task_id)))
        }
    }
}

/// By importance; ties by family, then by Element ID. Ratings that O*NET recommends to suppress stay out.
fn rating_list(rows: &[&RatingRow], names: &Names<'_>, tables: &Tables) -> Result<Vec<Rating>, BadTable> {
    let mut ratings = rows
        .iter()
        .filter(|row| !row.suppress_importance)
        .map(|row| {
            let unknown = || BadTable::new("elements.csv", format!("{} of {} is not there", row.element, row.code));
            let element = *names.elements.get(row.element.as_str()).ok_or_else(unknown)?;
            let family = tables.elements.get(usize::from(element.0)).ok_or_else(unknown)?.family;
            let level = row.level.filter(|_| !row.suppress_level && !row.not_relevant);
            let rating = Rating {
                element,
                importance: hundredths("ratings", row.code, row.importance)?,
                level: level.map(|level| hundredths("ratings", row.code, level)).transpose()?,
            };
            Ok((Reverse(rating.importance), family, element, rating))
        })
        .collect::<Result<Vec<_>, BadTable>>()?;
    ratings.sort_by_key(|(importance, family, element, _)| (*importance, *family, *element));
    Ok(ratings.into_iter().map(|(.., rating)| rating).collect())
}

/// Hot technologies first, then those in demand, then A-Z.
fn software_list(rows: &[&crate::ingest::tables::SoftwareRow], names: &Names<'_>) -> Vec<SoftwareUse> {
    let mut uses: Vec<SoftwareUse> = rows
        .iter()
        .filter_map(|row| {
            let software = *names.software.ids.get(row.name.as_str())?;
            Some(SoftwareUse { software, hot: row.hot, in_demand: row.in_demand })
        })
        .collect();
    uses.sort_by_key(|used| (Reverse(used.hot), Reverse(used.in_demand), used.software));
    uses.dedup();
    uses
}

fn tier(text: &str) -> Result<Tier, BadTable> {
    match text {
        "Primary-Short" => Ok(Tier::PrimaryShort),
        "Primary-Long" => Ok(Tier::PrimaryLong),
        "Supplemental" => Ok(Tier::Supplemental),
        other => Err(BadTable::new(
            "related.csv",
            format!("tier {other:?} is not Primary-Short, Primary-Long or Supplemental"),
        )),
    }
}

/// What BLS publishes, by SOC code: every code that the crosswalk names.
pub fn published(tables: &Tables) -> Result<Vec<Published<'_>>, BadTable> {
    let titles: HashMap<SocCode, &str> = tables.socs.iter().map(|row| (row.code, row.title.as_str())).collect();
    let pay: HashMap<SocCode, &PayRow> = tables.pay.iter().map(|row| (row.soc, row)).collect();
    let outlook: HashMap<SocCode, &OutlookRow> = tables.outlook.iter().map(|row| (row.soc, row)).collect();
    let mut codes: Vec<SocCode> = tables.crosswalk.iter().map(|row| row.published_under).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
        .into_iter()
        .map(|soc| {
            Ok(Published {
                soc,
                title: titles
                    .get(&soc)
                    .ok_or_else(|| BadTable::new("crosswalk.csv", format!("{soc} is not in soc.csv")))?,
                roles: 0,
                pay: pay.get(&soc).map(|row| pay_of(row)).transpose()?,
                outlook: outlook.get(&soc).map(|row| outlook_of(row)).transpose()?,
            })
        })
        .collect()
}

/// Employment and wages of all occupations together.
pub fn all_occupations(tables: &Tables) -> Result<Option<Pay>, BadTable> {
    tables.pay.iter().find(|row| row.soc == SocCode::ALL_OCCUPATIONS).map(pay_of).transpose()
}

/// Counts the roles that share each code.
pub fn count_sharing(roles: &[Role<'_>], published: &mut [Published<'_>]) {
    for id in roles.iter().filter_map(|role| role.published) {
        if let Some(published) = published.get_mut(usize::from(id.0)) {
            published.roles += 1;
        }
    }
}

/// The titles of all SOC codes.
pub fn soc_titles(tables: &Tables) -> Vec<(SocCode, &str)> {
    tables
        .socs
        .iter()
        .filter(|row| row.level != SocLevel::Combined || !row.title.is_empty())
        .map(|row| (row.code, row.title.as_str()))
        .collect()
}

fn pay_of(row: &PayRow) -> Result<Pay, BadTable> {
    let wage = |text: &str| match text {
        "" => Ok(None),
        "#" => Ok(Some(Wage::TopCoded)),
        dollars => cents(dollars).map(|cents| Some(Wage::Cents(cents))).ok_or_else(|| {
            BadTable::new("pay.csv", format!("{}: wage {dollars:?} is not dollars, # or empty", row.soc))
        }),
    };
    Ok(Pay {
        employment: row.employment,
        annual: WageRange {
            p10: wage(&row.annual_p10)?,
            p25: wage(&row.annual_p25)?,
            median: wage(&row.annual_median)?,
            p75: wage(&row.annual_p75)?,
            p90: wage(&row.annual_p90)?,
            mean: wage(&row.annual_mean)?,
        },
        hourly: WageRange {
            p10: wage(&row.hourly_p10)?,
            p25: wage(&row.hourly_p25)?,
            median: wage(&row.hourly_median)?,
            p75: wage(&row.hourly_p75)?,
            p90: wage(&row.hourly_p90)?,
            mean: wage(&row.hourly_mean)?,
        },
    })
}

/// Dollars with at most two decimals as cents.
fn cents(dollars: &str) -> Option<u32> {
    let (whole, fraction) = dollars.split_once('.').unwrap_or((dollars, ""));
    let fraction: u32 = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<u32>().ok()? * 10,
        2 => fraction.parse().ok()?,
        _ => return None,
    };
    whole.parse::<u32>().ok()?.checked_mul(100)?.checked_add(fraction)
}

fn outlook_of(row: &OutlookRow) -> Result<Outlook<'_>, BadTable> {
    let figure = |figure: f64| tenths("outlook.csv", row.soc, figure);
    let percent = |f: f64| figure(f).map(PercentTenths);
    let thousands = |f: f64| figure(f).map(|tenths| Thousands(tenths.into()));
    Ok(Outlook {
        employment: thousands(row.employment)?,
        projected: thousands(row.projected)?,
        change: thousands(row.change)?,
        change_percent: percent(row.change_percent)?,
        openings: thousands(row.openings)?,
        self_employed: row.self_employed.map(percent).transpose()?,
        education: row.education.as_deref(),
        experience: row.experience.as_deref(),
        training: row.training.as_deref(),
    })
}

/// A published figure as a whole number of hundredths; more decimals than two are an error.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked before the cast")]
fn hundredths(table: &'static str, code: Code, figure: f64) -> Result<Hundredths, BadTable> {
    let scaled = figure * 100.0;
    if (0.0..=65_535.0).contains(&scaled) && (scaled - scaled.round()).abs() < 1e-6 {
        return Ok(Hundredths(scaled.round() as u16));
    }
    Err(BadTable::new(table, format!("{code}: {figure} is not a figure of 0 to 655.35 with two decimals")))
}

#[allow(clippy::cast_possible_truncation, reason = "range checked before the cast")]
fn tenths(table: &'static str, soc: SocCode, figure: f64) -> Result<i32, BadTable> {
    let scaled = figure * 10.0;
    if scaled.abs() < 2e9 && (scaled - scaled.round()).abs() < 1e-4 {
        return Ok(scaled.round() as i32);
    }
    Err(BadTable::new(table, format!("{soc}: {figure} is not a figure with one decimal")))
}
