//! How figures stand in JSON: numbers in plain units, `null` where nothing is published.
#![allow(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "the signatures that serde asks for")]

use std::fmt::Display;

use serde::{Serialize, Serializer};

use crate::catalog::{Hundredths, Outlook, PercentTenths, Period, Rated, Thousands, Tier, Wage, WageRange};

/// A code as people write it.
pub fn shown<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// A figure with two decimals.
pub fn hundredths<S: Serializer>(value: &Hundredths, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(value.value())
}

/// A figure with two decimals that may be missing.
pub fn rated<S: Serializer>(value: &Rated, serializer: S) -> Result<S::Ok, S::Error> {
    value.ok().map(Hundredths::value).serialize(serializer)
}

/// How close a related role is.
pub fn tier<S: Serializer>(tier: &Tier, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(tier.key())
}

/// Wages of a year.
pub fn yearly<S: Serializer>(range: &WageRange, serializer: S) -> Result<S::Ok, S::Error> {
    Spread::of(range, Period::Year).serialize(serializer)
}

/// Wages of an hour.
pub fn hourly<S: Serializer>(range: &WageRange, serializer: S) -> Result<S::Ok, S::Error> {
    Spread::of(range, Period::Hour).serialize(serializer)
}

/// Projections, with counts of jobs instead of thousands.
pub fn outlook<S: Serializer>(outlook: &Option<Outlook<'_>>, serializer: S) -> Result<S::Ok, S::Error> {
    outlook.as_ref().map(Projection::of).serialize(serializer)
}

#[derive(Serialize)]
struct Spread {
    p10: Option<Amount>,
    p25: Option<Amount>,
    median: Option<Amount>,
    p75: Option<Amount>,
    p90: Option<Amount>,
    mean: Option<Amount>,
}

#[derive(Serialize)]
struct Amount {
    dollars: f64,
    top_coded: bool,
}

impl Spread {
    fn of(range: &WageRange, period: Period) -> Self {
        let amount = |wage: Option<Wage>| {
            wage.map(|wage| Amount { dollars: wage.dollars(period), top_coded: wage == Wage::TopCoded })
        };
        Self {
            p10: amount(range.p10),
            p25: amount(range.p25),
            median: amount(range.median),
            p75: amount(range.p75),
            p90: amount(range.p90),
            mean: amount(range.mean),
        }
    }
}

#[derive(Serialize)]
struct Projection<'a> {
    base_jobs: i64,
    projected_jobs: i64,
    change_jobs: i64,
    change_percent: f64,
    words: &'static str,
    annual_openings: i64,
    self_employed_percent: Option<f64>,
    education: Option<&'a str>,
    experience: Option<&'a str>,
    training: Option<&'a str>,
}

impl<'a> Projection<'a> {
    fn of(outlook: &'a Outlook<'a>) -> Self {
        // One decimal of a thousand is a hundred jobs.
        let jobs = |thousands: Thousands| thousands.0 * 100;
        Self {
            base_jobs: jobs(outlook.employment),
            projected_jobs: jobs(outlook.projected),
            change_jobs: jobs(outlook.change),
            change_percent: outlook.change_percent.value(),
            words: outlook.words(),
            annual_openings: jobs(outlook.openings),
            self_employed_percent: outlook.self_employed.map(PercentTenths::value),
            education: outlook.education,
            experience: outlook.experience,
            training: outlook.training,
        }
    }
}
