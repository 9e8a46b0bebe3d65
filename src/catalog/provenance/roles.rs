//! Where the role itself comes from: titles, summary, job zone, education, interests, related roles, datasets.

use super::onet::{collected, raw};
use super::{Figure, File, Origins, Provenance, Raw, names, or_missing};
use crate::catalog::role::{INTERESTS, education_level};
use crate::catalog::source::NOT_STATED;
use crate::catalog::{Gap, Hundredths, Role, RoleId, SourceId, Surveyed, TitleOrigin, Wording};

const CODE: &str = names::onet::CODE;

impl Origins<'_> {
    pub(super) fn job_zone(&self, role: &Role<'_>) -> Provenance {
        let zone = role.job_zone.map(|zone| zone.to_string());
        let mut provenance = Self::traced(role, Figure::JobZone, "job zone", or_missing(zone.clone()));
        let raw = zone.map_or_else(|| Raw::Missing(format!("no row for {}", role.code)), Raw::Value);
        provenance.cells = vec![self.cell(File::JobZones, &[(CODE, role.code.to_string())], "Job Zone", raw)];
        provenance.computation.extend(collected(role, Surveyed::JobZone));
        provenance.computation.push(
            "Shown as published: 2 to 5, how much preparation the work needs; 2 stands for 1 and 2 since O*NET 30.2."
                .to_owned(),
        );
        provenance
    }

    pub(super) fn education(&self, role: &Role<'_>, level: u8) -> Provenance {
        use names::onet::{CATEGORY, EDUCATION, ELEMENT, REQUIRED_LEVEL, SCALE, VALUE};
        let share =
            role.education.iter().find(|share| share.level == level).map_or(Err(Gap::NotRated), |share| share.percent);
        let name = format!("education required: {}", education_level(level));
        let shown = share.map_or_else(|gap| gap.word().to_owned(), Hundredths::percent);
        let mut provenance = Self::traced(role, Figure::Education(level), name, shown);
        let row = [
            (CODE, role.code.to_string()),
            (ELEMENT, EDUCATION.to_owned()),
            (SCALE, REQUIRED_LEVEL.to_owned()),
            (CATEGORY, level.to_string()),
        ];
        provenance.cells = vec![self.cell(File::Education, &row, VALUE, raw(share))];
        provenance.computation.extend(collected(role, Surveyed::Education));
        provenance
            .computation
            .push("Published in percent of respondents, shown in whole percent, the largest shares first.".to_owned());
        provenance
    }

    pub(super) fn interest(&self, role: &Role<'_>, place: u8) -> Provenance {
        use names::onet::{ELEMENT, INTEREST, SCALE, VALUE};
        let at = usize::from(place);
        let name = INTERESTS.get(at).copied().unwrap_or("interest");
        let element = names::onet::INTERESTS.get(at).copied().unwrap_or(NOT_STATED);
        let figure = role.interests.and_then(|six| six.get(at).copied()).map(|figure| figure.to_string());
        let name = format!("career interest, {name}");
        let mut provenance = Self::traced(role, Figure::Interest(place), name, or_missing(figure.clone()));
        let raw = figure.map_or_else(|| Raw::Missing("no row, or not all six interests".to_owned()), Raw::Value);
        let row = [(CODE, role.code.to_string()), (ELEMENT, element.to_owned()), (SCALE, INTEREST.to_owned())];
        provenance.cells = vec![self.cell(File::Interests, &row, VALUE, raw)];
        provenance.computation.extend(collected(role, Surveyed::Interests));
        provenance.computation.push("Shown as published, on O*NET's scale of 1 to 7.".to_owned());
        provenance
    }

    pub(super) fn related(&self, role: &Role<'_>, other: RoleId) -> Provenance {
        let found = role.related.iter().position(|related| related.role == other);
        let there = self.catalog.role(other);
        let name = there.map_or_else(|| "related role".to_owned(), |there| format!("related: {}", there.title));
        let tier = found.and_then(|place| Some(role.related.get(place)?.tier));
        let shown = or_missing(tier.map(|tier| tier.word().to_owned()));
        let mut provenance = Self::traced(role, Figure::Related(other), name, shown);
        let missing = || Raw::Missing("no row that relates the two".to_owned());
        let raw = tier.map_or_else(missing, |tier| Raw::Value(tier.published().to_owned()));
        let code = there.map_or_else(|| NOT_STATED.to_owned(), |there| there.code.to_string());
        let row = [(CODE, role.code.to_string()), ("Related O*NET-SOC Code", code)];
        provenance.cells = vec![self.cell(File::Related, &row, "Relatedness Tier", raw)];
        provenance.computation.push(match found {
            Some(place) => format!(
                "Number {} of {} in O*NET's order; Primary-Short is shown as closest, Primary-Long as close, \
                 Supplemental as further.",
                place + 1,
                role.related.len()
            ),
            None => "O*NET does not relate the two.".to_owned(),
        });
        provenance
    }

    pub(super) fn titles(&self, role: &Role<'_>, from: u16, count: u16) -> Provenance {
        let titles = role.alternates.iter().skip(from.into()).take(count.into());
        let figure = Figure::Titles { from, count };
        let number = titles.clone().count();
        let shown = or_missing((number > 0).then(|| format!("{number} of {} other titles", role.alternates.len())));
        let mut provenance = Self::traced(role, figure, "other titles", shown);
        let older = self.file(File::JobTitles).variant == Some(1);
        let job_title = if older { "Alternate Title" } else { "Job Title" };
        for (file, origin, column, shown_there) in [
            (File::ReportedTitles, TitleOrigin::ReportedShown, "Reported Job Title", Some("Y")),
            (File::ReportedTitles, TitleOrigin::Reported, "Reported Job Title", Some("N")),
            (File::JobTitles, TitleOrigin::JobTitle, job_title, None),
        ] {
            let of: Vec<&str> = titles.clone().filter(|t| t.origin == origin).map(|t| t.title).collect();
            if of.is_empty() {
                continue;
            }
            let mut row = vec![(CODE, role.code.to_string())];
            row.extend(shown_there.map(|flag| ("Shown in My Next Move", flag.to_owned())));
            provenance.cells.push(self.cell(file, &row, column, Raw::Value(of.join(" · "))));
        }
        if provenance.cells.is_empty() {
            let raw = Raw::Missing(format!("no row for {}", role.code));
            provenance.cells.push(self.cell(File::JobTitles, &[(CODE, role.code.to_string())], job_title, raw));
        }
        provenance.computation.push(
            "Reported titles that My Next Move shows, other reported titles, then job titles, each in the file's \
             order; a title stands once."
                .to_owned(),
        );
        provenance
    }

    pub(super) fn title(&self, role: &Role<'_>) -> Provenance {
        let mut provenance = Self::traced(role, Figure::Title, "title", role.title);
        let row = [(CODE, role.code.to_string())];
        provenance.cells = vec![self.cell(File::Occupations, &row, "Title", Raw::Value(role.title.to_owned()))];
        provenance.computation.push("Shown as published.".to_owned());
        provenance
    }

    pub(super) fn group(&self, role: &Role<'_>) -> Provenance {
        let code = role.code.soc().group();
        let title = self.catalog.soc_title(code);
        let mut provenance = Self::traced(role, Figure::Group, "major group", or_missing(title.map(str::to_owned)));
        let raw = title.map_or_else(|| Raw::Missing(format!("no row for {code}")), |title| Raw::Value(title.into()));
        let column = format!("the one after {}, which has no name", names::soc::DETAILED);
        provenance.cells = vec![self.cell(File::Soc, &[(names::soc::MAJOR, code.to_string())], column, raw)];
        provenance.computation.push(format!("{code} by the first two digits of {}.", role.code));
        provenance
    }

    pub(super) fn summary(&self, role: &Role<'_>) -> Provenance {
        let shown = or_missing((!role.summary.is_empty()).then(|| role.summary.to_owned()));
        let mut provenance = Self::traced(role, Figure::Summary, "summary", shown);
        let missing = || Raw::Missing(format!("no text for {}", role.code));
        let raw = if role.summary.is_empty() { missing() } else { Raw::Value(role.summary.to_owned()) };
        let (file, key, column) = match self.catalog.wording {
            Wording::Official => (File::Occupations, CODE, "Description"),
            Wording::Own => (File::WordedSummaries, names::wording::CODE, names::wording::SUMMARY),
        };
        provenance.cells = vec![self.cell(file, &[(key, role.code.to_string())], column, raw)];
        provenance.computation.push(self.catalog.wording.note().to_owned());
        provenance
    }

    /// A dataset that the role's page draws on.
    pub(super) fn dataset(&self, role: &Role<'_>, id: SourceId) -> Provenance {
        let source = self.catalog.source(id);
        let name = source.map_or_else(|| format!("{id:?}"), |source| source.name.to_owned());
        let shown = source.map_or(NOT_STATED, |source| source.release);
        let mut provenance = Self::traced(role, Figure::Dataset(id), name, shown);
        provenance.cells = vec![self.whole(id)];
        let publisher = source.map_or_else(
            || "Its publisher is not stated.".to_owned(),
            |source| format!("Published by {} at {}", source.publisher, source.address),
        );
        provenance.computation.push(publisher);
        provenance.computation.extend(source.map(|source| source.attribution.to_owned()));
        provenance.published_for = format!("the pages of {} draw on it", role.code);
        provenance.is_exposure =
            matches!(id, SourceId::Gpts | SourceId::Microsoft | SourceId::Aioe | SourceId::Anthropic);
        provenance
    }
}
