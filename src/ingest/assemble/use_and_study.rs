//! How AI is used for tasks and for the activities that they belong to, programmes of study, and the handbook.

use std::collections::{BTreeMap, HashMap};

use super::{BadTable, Tables};
use crate::catalog::{
    CipCode, Handbook, HandbookPage, Hundredths, IntermediateActivity, Millionths, Programme, Programmes, Shared,
    SocCode, TaskUsage,
};
use crate::ingest::tables::{IntermediateRow, TaskUsageRow};

/// How AI is used for tasks, by Task ID.
pub fn usage(tables: &Tables) -> Result<Shared<TaskUsage>, BadTable> {
    let mut usage = tables.task_usage.iter().map(usage_of).collect::<Result<Vec<_>, _>>()?;
    usage.sort_by_key(|usage| usage.task);
    match usage.windows(2).find(|pair| pair[0].task == pair[1].task) {
        Some(pair) => Err(BadTable::new("task_usage.csv", format!("task {} stands twice", pair[0].task))),
        None => Ok(usage.into()),
    }
}

fn usage_of(row: &TaskUsageRow) -> Result<TaskUsage, BadTable> {
    let bad = |figure: f64| {
        BadTable::new("task_usage.csv", format!("task {}: {figure} is not a percentage of few decimals", row.task_id))
    };
    let share =
        |share: Option<f64>| share.map(|f| whole(f, 10_000.0).map(Millionths).ok_or_else(|| bad(f))).transpose();
    let published = [row.directive, row.feedback_loop, row.task_iteration, row.learning, row.validation];
    let mut ways = [Hundredths::default(); 5];
    for (way, part) in ways.iter_mut().zip(published) {
        let part = part.unwrap_or_default();
        *way = hundredths(part).ok_or_else(|| bad(part))?;
    }
    let ways = published.iter().all(Option::is_some).then_some(ways);
    Ok(TaskUsage {
        task: row.task_id,
        sharing: row.sharing,
        shares: [share(row.august_2025)?, share(row.november_2025)?, share(row.february_2026)?],
        api: share(row.api_february_2026)?,
        ways,
    })
}

/// Intermediate work activities, by Element ID.
pub fn intermediate(tables: &Tables) -> Result<Shared<IntermediateActivity<'_>>, BadTable> {
    tables.intermediate.iter().map(intermediate_of).collect()
}

fn intermediate_of(row: &IntermediateRow) -> Result<IntermediateActivity<'_>, BadTable> {
    let bad = |figure: f64| {
        BadTable::new(
            "intermediate_activities.csv",
            format!("{}: {figure} is not a percentage of two decimals", row.id),
        )
    };
    let share = |share: Option<f64>| share.map(|figure| hundredths(figure).ok_or_else(|| bad(figure))).transpose();
    Ok(IntermediateActivity {
        id: &row.id,
        earlier_id: &row.earlier_id,
        name: &row.name,
        chatgpt: share(row.chatgpt)?,
        chatgpt_at_work: share(row.chatgpt_at_work)?,
        copilot_goal: share(row.copilot_goal)?,
        copilot_action: share(row.copilot_action)?,
    })
}

/// Programmes of study; those of an occupation in the order in which they are listed: the fewer others a programme leads
/// to, the earlier, then by code.
pub fn programmes(tables: &Tables) -> Result<Programmes<'_>, BadTable> {
    let list: Vec<Programme<'_>> =
        tables.programmes.iter().map(|row| Programme { code: row.code, title: &row.title }).collect();
    let places: HashMap<CipCode, u16> = (0..).zip(&list).map(|(place, programme)| (programme.code, place)).collect();
    let mut led_to: HashMap<CipCode, usize> = HashMap::new();
    let mut by_soc: BTreeMap<SocCode, Vec<(usize, u16)>> = BTreeMap::new();
    for row in &tables.programme_occupations {
        *led_to.entry(row.programme).or_default() += 1;
    }
    for row in &tables.programme_occupations {
        let place = places.get(&row.programme).ok_or_else(|| {
            BadTable::new("programme_occupations.csv", format!("{} is not in programmes.csv", row.programme))
        })?;
        let others = led_to.get(&row.programme).copied().unwrap_or_default();
        by_soc.entry(row.soc).or_default().push((others, *place));
    }
    let ordered = |mut places: Vec<(usize, u16)>| {
        places.sort_unstable();
        places.into_iter().map(|(_, place)| place).collect()
    };
    let leading_to = by_soc.into_iter().map(|(soc, places)| (soc, ordered(places))).collect();
    Ok(Programmes { list: list.into(), leading_to })
}

/// The handbook: its pages, each once, and which of them each code has.
pub fn handbook(tables: &Tables) -> Handbook<'_> {
    let titles: BTreeMap<&str, &str> =
        tables.handbook.iter().map(|row| (row.path.as_str(), row.title.as_str())).collect();
    let places: HashMap<&str, u16> = (0..).zip(titles.keys()).map(|(place, path)| (*path, place)).collect();
    let page_of = tables.handbook.iter().filter_map(|row| Some((row.soc, *places.get(row.path.as_str())?)));
    Handbook {
        page_of: page_of.collect(),
        pages: titles.into_iter().map(|(path, title)| HandbookPage { title, path }).collect(),
    }
}

/// A percentage with at most two decimals as a whole number of hundredths.
fn hundredths(percent: f64) -> Option<Hundredths> {
    whole(percent, 100.0).and_then(|number| u16::try_from(number).ok()).map(Hundredths)
}

/// A percentage as a whole number of its parts, where it is one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked before the cast")]
fn whole(percent: f64, parts: f64) -> Option<u32> {
    let scaled = percent * parts;
    ((0.0..=100.0).contains(&percent) && (scaled - scaled.round()).abs() < 1e-6).then_some(scaled.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tables::{HandbookRow, ProgrammeOccupationRow, ProgrammeRow};

    #[test]
    fn figures_keep_to_their_decimals() {
        assert_eq!(
            (whole(1.1705, 10_000.0), whole(0.00155, 10_000.0), whole(101.0, 100.0)),
            (Some(11_705), None, None)
        );
        assert_eq!((hundredths(38.78), hundredths(38.785)), (Some(Hundredths(3_878)), None));
    }

    #[test]
    fn the_programmes_that_lead_to_the_fewest_occupations_come_first() {
        let programme = |code: &str, title: &str| ProgrammeRow { code: code.parse().unwrap(), title: title.to_owned() };
        let row = |soc: &str, programme: &str| ProgrammeOccupationRow {
            soc: soc.parse().unwrap(),
            programme: programme.parse().unwrap(),
        };
        let mut tables = Tables {
            programmes: vec![programme("01.0000", "Agriculture"), programme("01.0310", "Apiculture")],
            programme_occupations: vec![
                row("11-9013", "01.0000"),
                row("45-2093", "01.0000"),
                row("45-2093", "01.0310"),
            ],
            ..Tables::default()
        };
        let titles = |tables: &Tables| -> Vec<String> {
            let found = programmes(tables).unwrap();
            found.leading_to("45-2093".parse().unwrap()).map(|programme| programme.title.to_owned()).collect()
        };
        assert_eq!(titles(&tables), ["Apiculture", "Agriculture"]);
        tables.programme_occupations.push(row("45-2093", "99.0000"));
        let error = programmes(&tables).unwrap_err().to_string();
        assert_eq!(error, "programme_occupations.csv: 99.0000 is not in programmes.csv");
    }

    #[test]
    fn a_page_of_several_codes_stands_once() {
        let row = |soc: &str, path: &str| HandbookRow {
            soc: soc.parse().unwrap(),
            title: path.to_uppercase(),
            path: path.to_owned(),
        };
        let tables = Tables {
            handbook: vec![row("11-1011", "m/top"), row("11-1021", "m/top"), row("13-2011", "b/audit")],
            ..Tables::default()
        };
        let handbook = handbook(&tables);
        assert_eq!(handbook.pages.iter().map(|page| page.title).collect::<Vec<_>>(), ["B/AUDIT", "M/TOP"]);
        assert_eq!(handbook.page_of.iter().map(|(_, page)| *page).collect::<Vec<_>>(), [1, 1, 0]);
    }
}
