//! A role in a ranking's report.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Report;
use crate::catalog::{Code, RoleId, Yardstick};
use crate::compare::ranking::{Column, is_shared};

/// One role of a report.
pub struct Row<'a> {
    /// The report that it stands in.
    pub report: &'a Report<'a>,
    /// Which role.
    pub id: RoleId,
    /// Its place in the order.
    pub rank: Option<usize>,
    /// Its code.
    pub code: Code,
    /// Its title.
    pub title: &'a str,
}

impl Row<'_> {
    pub fn value(&self, yardstick: Yardstick) -> Option<f64> {
        yardstick.value(self.report.catalog, self.report.catalog.role(self.id)?)
    }

    pub fn is_shared(&self, column: Column) -> bool {
        column.yardstick().is_some_and(|yardstick| is_shared(self.report.catalog, self.id, yardstick))
    }

    /// The keys of the figures that are published for a SOC code which several roles share.
    pub fn shared(&self) -> Vec<&'static str> {
        self.report.columns.iter().filter(|column| self.is_shared(**column)).map(|column| column.key()).collect()
    }

    pub fn workers(&self) -> Option<u64> {
        self.report.workforce.of_role(self.id)
    }

    pub fn top_coded(&self) -> bool {
        let catalog = self.report.catalog;
        catalog.role(self.id).is_some_and(|role| Yardstick::Pay.is_floor(catalog, role))
    }

    fn is_floor(&self, column: Column) -> bool {
        let catalog = self.report.catalog;
        catalog.role(self.id).zip(column.yardstick()).is_some_and(|(role, yardstick)| yardstick.is_floor(catalog, role))
    }

    pub fn shown(&self, column: Column) -> String {
        let catalog = self.report.catalog;
        let Some(role) = catalog.role(self.id) else { return String::new() };
        let mark = if self.is_shared(column) { "*" } else { "" };
        match column {
            Column::Title => self.title.to_owned(),
            Column::Group => catalog.major_group(self.code).unwrap_or_default().to_owned(),
            Column::Figure(Yardstick::Index) => role.exposure.index.map_or_else(
                || "-".to_owned(),
                |index| format!("{} {}", index.percentile.rounded(), index.percentile.band()),
            ),
            Column::Figure(Yardstick::Pay) if self.top_coded() => format!("≥$239,200{mark}"),
            // BLS's names of levels are longer than a table has room for, and so are the names of interests.
            Column::Figure(Yardstick::Measure(_) | Yardstick::Education | Yardstick::Interest) => {
                self.known(column).map_or_else(|| "-".to_owned(), |text| format!("{text}{mark}"))
            }
            Column::Figure(Yardstick::EntryPay | Yardstick::Hourly) if self.is_floor(column) => {
                format!("≥{}{mark}", if column == Column::Figure(Yardstick::Hourly) { "$115.00" } else { "$239,200" })
            }
            Column::Figure(yardstick) => self.value(yardstick).map_or_else(
                || "-".to_owned(),
                |_| match yardstick {
                    Yardstick::Change => format!("{}{mark}", yardstick.short(catalog, role).unwrap_or_default()),
                    _ => format!("{}{mark}", yardstick.text(catalog, role)),
                },
            ),
        }
    }

    /// The figure in short, where it is published.
    pub fn known(&self, column: Column) -> Option<String> {
        column.yardstick()?.short(self.report.catalog, self.report.catalog.role(self.id)?)
    }
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let figures = self.report.columns.iter().filter_map(|column| column.yardstick());
        let figures: Vec<(&str, Value)> = figures.map(|y| (y.key(), Value::of(y, self.value(y)))).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rank", &self.rank)?;
        map.serialize_entry("code", &self.code.to_string())?;
        map.serialize_entry("title", self.title)?;
        map.serialize_entry("group", &format!("{:02}", self.code.major_group()))?;
        map.serialize_entry("figures", &Figures(&figures))?;
        map.serialize_entry("pay_top_coded", &self.top_coded())?;
        map.serialize_entry("workers", &self.workers())?;
        map.serialize_entry("shared", &self.shared())?;
        map.end()
    }
}

/// A figure as JSON has it.
#[derive(Clone, Copy, Serialize)]
#[serde(untagged)]
enum Value {
    Number(Option<f64>),
    YesOrNo(Option<bool>),
}

impl Value {
    fn of(yardstick: Yardstick, value: Option<f64>) -> Self {
        match yardstick {
            Yardstick::AtHome => Self::YesOrNo(value.map(|value| value > 0.5)),
            _ => Self::Number(value),
        }
    }
}

struct Figures<'a>(&'a [(&'a str, Value)]);

impl Serialize for Figures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}
