//! A role in a ranking's report.

use std::borrow::Cow;

use serde::Serialize;

use super::{Keyed, RankingReport};
use crate::catalog::{Code, Metric, Role, RoleId};
use crate::compare::ranking::{Column, is_shared};
use crate::report::json::{newest, object};

/// One role of a report.
pub struct RankedRole<'a> {
    /// The report that it stands in.
    pub report: &'a RankingReport<'a>,
    pub id: RoleId,
    /// Its place in the order.
    pub rank: Option<usize>,
    pub code: Code,
    /// Its title, or the code's with how many roles share it.
    pub title: Cow<'a, str>,
}

/// What stands for a figure that differs among the roles of a row.
pub const VARIES: &str = "varies";

impl RankedRole<'_> {
    pub fn value(&self, metric: Metric) -> Option<f64> {
        metric.value(self.report.catalog, self.report.catalog.role(self.id)?)
    }

    /// The code of the role, or the SOC code of all roles that the row stands for.
    pub fn code_text(&self) -> String {
        let catalog = self.report.catalog;
        let published = catalog.role(self.id).and_then(|role| catalog.published(role));
        match (self.report.ranking.stands_for(self.id).len(), published) {
            (2.., Some(published)) => published.soc.to_string(),
            _ => self.code.to_string(),
        }
    }

    /// The codes of the roles that the row stands for, its own among them; nothing for a row that is one role.
    pub fn roles(&self) -> impl Iterator<Item = Code> {
        let ids = self.report.ranking.stands_for(self.id).iter();
        ids.filter_map(|id| Some(self.report.catalog.role(*id)?.code))
    }

    /// How many studies the index of the role rests on.
    pub fn studies(&self) -> Option<u8> {
        let is_one = self.report.ranking.stands_for(self.id).is_empty();
        Some(self.report.catalog.role(self.id).filter(|_| is_one)?.exposure.index?.studies)
    }

    /// Whether a column says the same of all roles that the row stands for.
    pub fn is_one(&self, column: Column) -> bool {
        self.report.ranking.is_one(self.report.catalog, self.id, column)
    }

    pub fn is_shared(&self, column: Column) -> bool {
        column.metric().is_some_and(|metric| is_shared(self.report.catalog, self.id, metric))
    }

    /// The keys of the figures that are published for a SOC code which several roles share.
    pub fn shared(&self) -> Vec<&'static str> {
        self.report.columns.iter().filter(|column| self.is_shared(**column)).map(|column| column.key()).collect()
    }

    /// The workers of the role; of a code those of all its roles that are selected.
    pub fn workers(&self) -> Option<u64> {
        let all = self.report.ranking.stands_for(self.id);
        let ids = if all.is_empty() { std::slice::from_ref(&self.id) } else { all };
        ids.iter().map(|id| self.report.workforce.of_role(*id)).sum()
    }

    pub fn role(&self) -> Option<&Role<'_>> {
        self.report.catalog.role(self.id)
    }

    /// The newest median beside that of the base year, as written, with the mark of a code that roles share.
    pub fn newest(&self) -> Option<String> {
        let is_code = !self.report.ranking.stands_for(self.id).is_empty();
        let mark = if self.is_shared(Column::Figure(Metric::Pay)) && !is_code { "*" } else { "" };
        self.report.catalog.newest_pay(self.role()?).map(|(text, _)| text + mark)
    }

    pub fn top_coded(&self) -> bool {
        let catalog = self.report.catalog;
        catalog.role(self.id).is_some_and(|role| Metric::Pay.is_floor(catalog, role))
    }

    pub fn shown(&self, column: Column) -> String {
        let catalog = self.report.catalog;
        let Some(role) = catalog.role(self.id) else { return String::new() };
        if !self.is_one(column) {
            return VARIES.to_owned();
        }
        // A row that stands for the code itself borrows nothing.
        let is_code = !self.report.ranking.stands_for(self.id).is_empty();
        let mark = if self.is_shared(column) && !is_code { "*" } else { "" };
        match column {
            Column::Title => self.title.to_string(),
            Column::Group => catalog.major_group(self.code).unwrap_or_default().to_owned(),
            Column::Figure(metric) => {
                metric.cell(catalog, role).map_or_else(|| "-".to_owned(), |text| format!("{text}{mark}"))
            }
        }
    }

    /// The figure in short, where it is published.
    pub fn known(&self, column: Column) -> Option<String> {
        column.metric()?.short(self.report.catalog, self.report.catalog.role(self.id)?)
    }

    /// As JSON has it.
    pub fn json(&self) -> impl Serialize + use<> {
        let figures = self.report.columns.iter().filter_map(|column| column.metric());
        let figures = figures.map(|metric| {
            let value = self.value(metric).filter(|_| self.is_one(Column::Figure(metric)));
            (metric.key(), Value::of(metric, value))
        });
        object!(Ranked {
            rank: self.rank,
            code: self.code_text(),
            title: self.title.to_string(),
            group: format!("{:02}", self.code.major_group()),
            figures: Keyed(figures.collect()),
            pay_top_coded: self.top_coded(),
            #[serde(flatten)]
            newest: self.role().and_then(|role| newest(self.report.catalog, role)),
            workers: self.workers(),
            shared: self.shared(),
            index_studies: self.studies(),
            roles: self.roles().collect::<Vec<_>>(),
        })
    }
}

/// A figure as JSON has it.
#[derive(Serialize)]
#[serde(untagged)]
enum Value {
    Number(Option<f64>),
    YesOrNo(Option<bool>),
}

impl Value {
    fn of(metric: Metric, value: Option<f64>) -> Self {
        match metric {
            Metric::AtHome => Self::YesOrNo(value.map(|value| value > 0.5)),
            _ => Self::Number(value),
        }
    }
}
