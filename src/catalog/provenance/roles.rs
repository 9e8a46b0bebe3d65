//! Where the role itself comes from: titles, summary, job zone, education, interests, related roles, datasets.

use super::onet::{collected, raw};
use super::{Figure, File, Origins, Provenance, Raw, names};
use crate::catalog::role::{INTERESTS, education_level};
use crate::catalog::source::NOT_STATED;
use crate::catalog::{Gap, Hundredths, Role, RoleId, SourceId, Surveyed, Tier, TitleOrigin, Wording, words};

impl Origins<'_> {
    pub(super) fn job_zone(&self, role: &Role<'_>) -> Provenance {
        let zone = role.job_zone.map(|zone| zone.to_string());
        let raw = Raw::or(zone.clone(), || format!("no row for {}", role.code));
        Self::traced(role, Figure::JobZone, "job zone", zone).from(
            [self.of_role(role, (File::JobZones, &[]), "Job Zone", raw)],
            collected(role, Surveyed::JobZone),
            ["Shown as published: 2 to 5, how much preparation the work needs; 2 stands for 1 and 2 since O*NET 30.2."],
        )
    }

    pub(super) fn education(&self, role: &Role<'_>, level: u8) -> Provenance {
        use names::onet::{CATEGORY, EDUCATION, ELEMENT, REQUIRED_LEVEL, SCALE, VALUE};
        let share = role.education.iter().find(|share| share.level == level);
        let share = share.map_or(Err(Gap::NotRated), |share| share.percent);
        let name = format!("education required: {}", education_level(level));
        let shown = words::rated_as(share, Hundredths::percent);
        let keys = [(ELEMENT, EDUCATION), (SCALE, REQUIRED_LEVEL), (CATEGORY, &level.to_string())];
        Self::traced(role, Figure::Education(level), name, Some(shown)).from(
            [self.of_role(role, (File::Education, &keys), VALUE, raw(share))],
            collected(role, Surveyed::Education),
            ["Published in percent of respondents, shown in whole percent, the largest shares first."],
        )
    }

    pub(super) fn interest(&self, role: &Role<'_>, place: u8) -> Provenance {
        use names::onet::{ELEMENT, INTEREST, SCALE, VALUE};
        let at = usize::from(place);
        let name = INTERESTS.get(at).copied().unwrap_or("interest");
        let element = names::onet::INTERESTS.get(at).copied().unwrap_or(NOT_STATED);
        let figure = role.interests.and_then(|six| six.get(at).copied()).map(|figure| figure.to_string());
        let raw = Raw::or(figure.clone(), || "no row, or not all six interests".to_owned());
        let keys = [(ELEMENT, element), (SCALE, INTEREST)];
        Self::traced(role, Figure::Interest(place), format!("career interest, {name}"), figure).from(
            [self.of_role(role, (File::Interests, &keys), VALUE, raw)],
            collected(role, Surveyed::Interests),
            ["Shown as published, on O*NET's scale of 1 to 7."],
        )
    }

    pub(super) fn related(&self, role: &Role<'_>, other: RoleId) -> Provenance {
        let found = role.related.iter().position(|related| related.role == other);
        let there = self.catalog.role(other);
        let name = there.map_or_else(|| "related role".to_owned(), |there| format!("related: {}", there.title));
        let tier = found.and_then(|place| Some(role.related.get(place)?.tier));
        let raw = Raw::or(tier.map(Tier::published), || "no row that relates the two".to_owned());
        let code = there.map_or_else(|| NOT_STATED.to_owned(), |there| there.code.to_string());
        let keys = [("Related O*NET-SOC Code", code.as_str())];
        let step = match found {
            Some(place) => format!(
                "Number {} of {} in O*NET's order; Primary-Short is shown as closest, Primary-Long as close, \
                 Supplemental as further.",
                place + 1,
                role.related.len()
            ),
            None => "O*NET does not relate the two.".to_owned(),
        };
        let shown = tier.map(|tier| tier.word().to_owned());
        let cell = self.of_role(role, (File::Related, &keys), "Relatedness Tier", raw);
        Self::traced(role, Figure::Related(other), name, shown).from([cell], None, [step])
    }

    pub(super) fn titles(&self, role: &Role<'_>, from: u16, count: u16) -> Provenance {
        let titles = role.alternates.iter().skip(from.into()).take(count.into());
        let figure = Figure::Titles { from, count };
        let number = titles.clone().count();
        let shown = (number > 0).then(|| format!("{number} of {} other titles", role.alternates.len()));
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
            let key: Vec<_> = shown_there.map(|flag| ("Shown in My Next Move", flag)).into_iter().collect();
            provenance.cells.push(self.of_role(role, (file, &key), column, Raw::Value(of.join(" · "))));
        }
        if provenance.cells.is_empty() {
            let raw = Raw::Missing(format!("no row for {}", role.code));
            provenance.cells.push(self.of_role(role, (File::JobTitles, &[]), job_title, raw));
        }
        provenance.computation.push(
            "Reported titles that My Next Move shows, other reported titles, then job titles, each in the file's \
             order; a title stands once."
                .to_owned(),
        );
        provenance
    }

    pub(super) fn title(&self, role: &Role<'_>) -> Provenance {
        let cell = self.of_role(role, (File::Occupations, &[]), "Title", Raw::Value(role.title.to_owned()));
        Self::traced(role, Figure::Title, "title", Some(role.title.to_owned())).from(
            [cell],
            None,
            ["Shown as published."],
        )
    }

    pub(super) fn group(&self, role: &Role<'_>) -> Provenance {
        let code = role.code.soc().group();
        let title = self.catalog.soc_title(code);
        let raw = Raw::or(title, || format!("no row for {code}"));
        let column = format!("the one after {}, which has no name", names::soc::DETAILED);
        let cell = self.cell(File::Soc, &[(names::soc::MAJOR, code.to_string())], column, raw);
        let step = format!("{code} by the first two digits of {}.", role.code);
        Self::traced(role, Figure::Group, "major group", title.map(str::to_owned)).from([cell], None, [step])
    }

    pub(super) fn summary(&self, role: &Role<'_>) -> Provenance {
        let summary = Some(role.summary).filter(|summary| !summary.is_empty());
        let raw = Raw::or(summary, || format!("no text for {}", role.code));
        let cell = match self.catalog.wording {
            Wording::Official => self.of_role(role, (File::Occupations, &[]), "Description", raw),
            Wording::Own => {
                use names::wording::{CODE, SUMMARY};
                self.cell(File::WordedSummaries, &[(CODE, role.code.to_string())], SUMMARY, raw)
            }
        };
        let step = self.catalog.wording.note();
        Self::traced(role, Figure::Summary, "summary", summary.map(str::to_owned)).from([cell], None, [step])
    }

    /// A dataset that the role's page draws on.
    pub(super) fn dataset(&self, role: &Role<'_>, id: SourceId) -> Provenance {
        let source = self.catalog.source(id);
        let name = source.map_or_else(|| format!("{id:?}"), |source| source.name.to_owned());
        let shown = source.map_or(NOT_STATED, |source| source.release).to_owned();
        let publisher = source.map_or_else(
            || "Its publisher is not stated.".to_owned(),
            |source| format!("Published by {} at {}", source.publisher, source.address),
        );
        let attribution = source.map(|source| source.attribution.to_owned());
        let steps = std::iter::once(publisher).chain(attribution);
        let mut provenance =
            Self::traced(role, Figure::Dataset(id), name, Some(shown)).from([self.whole(id)], None, steps);
        provenance.published_for = format!("the pages of {} draw on it", role.code);
        provenance.is_exposure =
            matches!(id, SourceId::Gpts | SourceId::Microsoft | SourceId::Aioe | SourceId::Anthropic);
        provenance
    }
}
