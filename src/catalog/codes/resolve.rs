//! From a code as it is written to the roles that it stands for.

use super::crosswalks::leading;
use super::scan::{Form, Label};
use super::{Named, Scheme};
use crate::catalog::{Catalog, Code, RoleId, ShortCode, SocCode};

/// What a code names: nothing, one thing, or one in each of two classifications.
pub(super) fn named(catalog: &Catalog<'_>, form: Form, label: Label) -> Vec<Named> {
    match (form, label) {
        (Form::Short(number, length), label) => short(catalog, ShortCode(number), length, label),
        (Form::Soc(digits), Label::None | Label::Soc) => {
            let soc = SocCode::of_digits(digits);
            today(catalog, soc).or_else(|| soc_2010(catalog, soc)).into_iter().collect()
        }
        (Form::Soc(digits), Label::Soc2010) => soc_2010(catalog, SocCode::of_digits(digits)).into_iter().collect(),
        (Form::Onet(digits, detail), Label::None | Label::Soc | Label::Soc2010) => {
            onet(catalog, SocCode::of_digits(digits), detail).into_iter().collect()
        }
        (Form::Cut(digits, detail), Label::None | Label::Soc | Label::Soc2010) => {
            // A number loses the zero behind, a text perhaps the one before.
            let soc = SocCode::of_digits(digits);
            let details = if detail == 0 { vec![0] } else { vec![detail * 10, detail] };
            let roles = details.into_iter().find_map(|detail| onet(catalog, soc, detail));
            roles.into_iter().collect()
        }
        (Form::Soc(_) | Form::Onet(..) | Form::Cut(..), Label::Census | Label::Census2010 | Label::Isco) => Vec::new(),
    }
}

/// A code of SOC 2018 or a group of it, or one that BLS publishes under.
fn today(catalog: &Catalog<'_>, soc: SocCode) -> Option<Named> {
    let of = |scheme, roles: Vec<RoleId>| (!roles.is_empty()).then(|| Named::new(soc, scheme, roles));
    if let Some(own) = of(Scheme::Soc, of_soc(catalog, soc)) {
        return Some(own);
    }
    let is_major = soc == soc.group();
    if is_major || catalog.crosswalks.group(soc).is_some() {
        return of(Scheme::Group, of_group(catalog, soc));
    }
    let published = catalog
        .roles_with_ids()
        .filter(|(_, role)| catalog.published(role).is_some_and(|published| published.soc == soc));
    of(Scheme::Combined, published.map(|(id, _)| id).collect())
}

/// A code of SOC 2010, or a group of it, by the crosswalk of BLS.
fn soc_2010(catalog: &Catalog<'_>, soc: SocCode) -> Option<Named> {
    let pairs = &catalog.crosswalks.soc_2010;
    let mut to: Vec<SocCode> = leading(pairs, soc).collect();
    if to.is_empty() && soc.digits().is_multiple_of(10) {
        let first = pairs.partition_point(|(old, _)| *old < soc);
        let end = soc.digits() + width(soc);
        to = pairs.iter().skip(first).take_while(|(old, _)| old.digits() < end).map(|(_, new)| *new).collect();
    }
    through(catalog, Named::new(soc, Scheme::Soc2010, Vec::new()), to)
}

/// An O*NET-SOC code of 2019, or one of 2010.
fn onet(catalog: &Catalog<'_>, soc: SocCode, detail: u32) -> Option<Named> {
    let code = Code::of(soc, detail);
    if let Some(role) = catalog.role_by_code(code) {
        return Some(Named::new(code, Scheme::Onet, vec![role]));
    }
    match leading(&catalog.crosswalks.onet_2010, code).next() {
        Some(Some(role)) => {
            let roles = catalog.role_by_code(role).into_iter().collect();
            Some(Named { to: vec![role.soc()], ..Named::new(code, Scheme::Onet2010, roles) })
        }
        // What became of its part is not published: the SOC code is as close as the crosswalks come.
        Some(None) => {
            let old = soc_2010(catalog, soc)?;
            Some(Named { code: code.to_string(), scheme: Scheme::Onet2010BySoc, by: vec![soc.to_string()], ..old })
        }
        None if detail == 0 && of_soc(catalog, soc).is_empty() => {
            today(catalog, soc).or_else(|| soc_2010(catalog, soc))
        }
        None => None,
    }
}

/// A code of the Census Bureau, of ISCO-08, or of both.
fn short(catalog: &Catalog<'_>, code: ShortCode, length: usize, label: Label) -> Vec<Named> {
    let census = || census_2018(catalog, code).or_else(|| census_2010(catalog, code));
    match label {
        Label::None => census().into_iter().chain(isco(catalog, code, length)).collect(),
        Label::Census => census().into_iter().collect(),
        Label::Census2010 => census_2010(catalog, code)
            .or_else(|| Some(Named { scheme: Scheme::Census2010, ..census_2018(catalog, code)? }))
            .into_iter()
            .collect(),
        Label::Isco => isco(catalog, code, length).into_iter().collect(),
        Label::Soc | Label::Soc2010 => Vec::new(),
    }
}

fn census_2018(catalog: &Catalog<'_>, code: ShortCode) -> Option<Named> {
    let to = leading(&catalog.crosswalks.census_2018, code).collect();
    through(catalog, Named::new(code, Scheme::Census2018, Vec::new()), to)
}

fn census_2010(catalog: &Catalog<'_>, code: ShortCode) -> Option<Named> {
    let walks = &catalog.crosswalks;
    let by: Vec<ShortCode> = leading(&walks.census_2010, code).collect();
    let to = by.iter().flat_map(|code| leading(&walks.census_2018, *code)).collect();
    let by = by.iter().map(ToString::to_string).collect();
    through(catalog, Named { by, ..Named::new(code, Scheme::Census2010, Vec::new()) }, to)
}

/// A unit group, or all that begin with fewer digits, by way of SOC 2010.
fn isco(catalog: &Catalog<'_>, code: ShortCode, length: usize) -> Option<Named> {
    let walks = &catalog.crosswalks;
    let scale = [1000, 100, 10, 1].get(length.checked_sub(1)?).copied()?;
    let first = code.0.checked_mul(scale)?;
    let from = walks.isco_08.partition_point(|(isco, _)| isco.0 < first);
    let mut by: Vec<SocCode> =
        walks.isco_08.iter().skip(from).take_while(|(isco, _)| isco.0 - first < scale).map(|(_, old)| *old).collect();
    by.sort_unstable();
    by.dedup();
    let to = by.iter().flat_map(|old| leading(&walks.soc_2010, *old)).collect();
    let by = by.iter().map(ToString::to_string).collect();
    let written = format!("{:0length$}", code.0);
    through(catalog, Named { code: written, by, ..Named::new(code, Scheme::Isco08, Vec::new()) }, to)
}

/// The roles of the SOC codes that an old or foreign code leads to.
fn through(catalog: &Catalog<'_>, named: Named, mut to: Vec<SocCode>) -> Option<Named> {
    to.sort_unstable();
    to.dedup();
    let roles: Vec<RoleId> = to.iter().flat_map(|soc| of_soc(catalog, *soc)).collect();
    (!roles.is_empty()).then_some(Named { to, roles, ..named })
}

/// The roles of a detailed SOC code, by code.
pub(super) fn of_soc(catalog: &Catalog<'_>, soc: SocCode) -> Vec<RoleId> {
    between(catalog, soc.digits(), soc.digits() + 1)
}

/// The roles of a group, by code.
pub(super) fn of_group(catalog: &Catalog<'_>, soc: SocCode) -> Vec<RoleId> {
    between(catalog, soc.digits(), soc.digits() + width(soc))
}

/// How many codes a group has room for: 10 for `11-1010`, 100 for `15-1200`, 1,000 for `11-1000`, 10,000 for `11-0000`.
fn width(soc: SocCode) -> u32 {
    let digits = soc.digits();
    [10_000, 1000, 100, 10].into_iter().find(|width| digits.is_multiple_of(*width)).unwrap_or(1)
}

/// The roles whose SOC codes lie from some six digits up to others, those left out.
pub(super) fn between(catalog: &Catalog<'_>, from: u32, to: u32) -> Vec<RoleId> {
    let first = catalog.roles.partition_point(|role| role.code.soc().digits() < from);
    let roles = catalog.roles.iter().enumerate().skip(first).take_while(|(_, role)| role.code.soc().digits() < to);
    roles.filter_map(|(place, _)| u16::try_from(place).ok().map(RoleId)).collect()
}
