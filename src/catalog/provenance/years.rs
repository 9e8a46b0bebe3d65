//! Where the figures of single years come from, and those of the projections after the base year's.

use super::labour::plain;
use super::{Figure, File, Origins, Point, Provenance, PublishedCell, Raw, names};
use crate::catalog::place::wage_text;
use crate::catalog::{Pay, Period, Role, SocCode, SourceId, Vintage, Wage, Year, grouped};

impl Origins<'_> {
    /// The median pay of a year: by the hour where BLS publishes only that.
    pub(super) fn year_pay(&self, role: &Role<'_>, figure: Figure, year: Option<u16>) -> Provenance {
        use names::oews::{ANNUAL, HOURLY, NO_WAGE, TOP_CODED};
        let (known, pay) = self.in_year(role, year);
        let wage = pay.as_ref().and_then(|pay| Point::Median.wage(pay));
        let shown = wage.zip(known).map(|((wage, period), year)| wage_text(year.year, wage, period));
        let name = named("median pay", known);
        let mut provenance = Self::traced(role, figure, name, shown);
        let hourly = matches!(wage, Some((_, Period::Hour)));
        let column = if hourly { HOURLY } else { ANNUAL }[Point::Median as usize];
        let raw = match wage {
            Some((Wage::Cents(cents), _)) => plain(i64::from(cents), 100),
            Some((Wage::TopCoded, _)) => TOP_CODED.to_owned(),
            None => NO_WAGE.to_owned(),
        };
        self.of_year(&mut provenance, role, (known, year), column, pay.map(|_| raw));
        let unit = if hourly { "an hour" } else { "a year" };
        let in_dollars = self.catalog.dollars_year().filter(|_| figure != Figure::PayNewest);
        provenance.computation.push(match (wage, in_dollars) {
            (Some(_), None) => format!("Shown as published, in dollars {unit} of that year, not adjusted."),
            (Some((wage, _)), Some(last)) => {
                let then = year.unwrap_or(last);
                let point = self.catalog.trend(role).into_iter().find(|point| point.year == then);
                provenance.shown = point.map_or(provenance.shown, |point| point.text(Some(wage)));
                let mut years = vec![then, last];
                years.dedup();
                provenance.cells.extend(years.into_iter().map(|year| self.index_cell(year)));
                let published = wage_text(then, wage, if hourly { Period::Hour } else { Period::Year });
                format!(
                    "{published} {unit} * price index of May {last} / price index of May {then}, in May {last} dollars (CPI-U)."
                )
            }
            (None, _) => NOT_FILLED.to_owned(),
        });
        provenance
    }

    /// The price index of May of a year, in whichever table it was brought.
    fn index_cell(&self, year: u16) -> PublishedCell {
        use names::consumer_prices::{BOOK_MAY, BOOK_YEAR, DATES, FRED, MAY, PERIOD, SERIES, SERIES_ID, VALUE, YEAR};
        let raw = self.catalog.price_index(year).map(|index| index.to_string());
        let raw = Raw::or(raw, || format!("no index for {year}"));
        let name = self.file(File::ConsumerPrices).name.to_lowercase();
        let (row, column) = match name.rsplit('.').next() {
            Some("csv") => (vec![(DATES[0], format!("{year}-05-01"))], FRED),
            Some("xlsx") => (vec![(BOOK_YEAR, year.to_string())], BOOK_MAY),
            _ => {
                let row = [(SERIES_ID, SERIES.to_owned()), (YEAR, year.to_string()), (PERIOD, MAY.to_owned())];
                (row.to_vec(), VALUE)
            }
        };
        self.cell(File::ConsumerPrices, &row, column, raw)
    }

    /// People employed in a year.
    pub(super) fn year_employment(&self, role: &Role<'_>, figure: Figure, year: u16) -> Provenance {
        use names::oews::{EMPLOYMENT, NO_EMPLOYMENT};
        let (known, pay) = self.in_year(role, Some(year));
        let people = pay.as_ref().and_then(|pay| pay.employment);
        let shown = people.map(|people| grouped(people.into()));
        let mut provenance = Self::traced(role, figure, named("people employed", known), shown);
        let raw = people.map_or_else(|| NO_EMPLOYMENT.to_owned(), |people| people.to_string());
        self.of_year(&mut provenance, role, (known, Some(year)), EMPLOYMENT, pay.map(|_| raw));
        provenance.computation.push(match people {
            Some(_) => "Shown as published: people employed, those who employ themselves not counted.".to_owned(),
            None => NOT_FILLED.to_owned(),
        });
        provenance
    }

    fn in_year(&self, role: &Role<'_>, year: Option<u16>) -> (Option<&Year<'_>>, Option<Pay>) {
        let known = year.and_then(|year| self.catalog.year(year));
        let estimate = known.zip(role.published).and_then(|(year, code)| year.estimates.get(code));
        (known, estimate.map(|estimate| estimate.pay))
    }

    /// The cell of a year's workbook, and the way to its row.
    fn of_year(
        &self,
        provenance: &mut Provenance,
        role: &Role<'_>,
        (known, year): (Option<&Year<'_>>, Option<u16>),
        column: &str,
        raw: Option<String>,
    ) {
        let soc = self.soc(role);
        let Some(Year { year, release, .. }) = known else {
            let why = year.map_or_else(
                || "no year after the base year is among the data".to_owned(),
                |year| format!("{year} is not among the years of the data"),
            );
            let cell = self.whole(SourceId::OewsYears);
            provenance.cells = vec![PublishedCell { raw: Raw::Missing(why), ..cell }];
            return;
        };
        let then = role.published.and_then(|code| self.catalog.code_in(*year, code));
        let missing = || match then {
            Some(code) => format!("no row for {code}"),
            None => format!("no code of {year} is the same work as {soc}"),
        };
        let row = names::oews::row(*year, then.unwrap_or(soc));
        let row: Vec<(&str, String)> = row.iter().map(|(column, value)| (column.as_str(), value.clone())).collect();
        let column = names::oews::in_year(*year, column);
        let cell = self.cell(File::OewsYear(*year), &row, column, Raw::or(raw, missing));
        provenance.cells = vec![PublishedCell { release: (*release).to_owned(), ..cell }, self.crosswalk_cell(role)];
        self.by_code(provenance, role);
        provenance.computation.extend(then.and_then(|then| renumbered(then, soc, *year)));
    }

    /// The file that employment and wages are read from, and by what its row is found beside the code.
    pub(super) fn oews_file(&self) -> (File, Vec<(&'static str, String)>) {
        let row = vec![(names::oews::GROUP, names::oews::DETAILED.to_owned())];
        let lens = self.catalog.lens();
        let newest = self.catalog.newest().filter(|_| lens.vintage == Vintage::Newest && lens.place.is_none());
        (newest.map_or(File::Oews, |newest| File::OewsYear(newest.year)), row)
    }

    /// Whether change and openings are those of the next projections.
    pub(super) fn sees_next(&self) -> bool {
        self.catalog.lens().vintage == Vintage::Newest && self.catalog.has_next()
    }

    /// Change and openings of the next projections, and BLS's category; of all else they have nothing.
    pub(super) fn next(&self, role: &Role<'_>, figure: Figure) -> Provenance {
        use names::next_projections::{AI, CHANGE, CODE, OPENINGS};
        let published = self.catalog.published(role);
        let next = published.and_then(|published| published.next);
        let release = self.catalog.source(SourceId::NextProjections).map_or("", |source| source.release);
        let (name, column, shown, raw) = match figure {
            Figure::BlsAi => {
                let category = published.and_then(|published| published.ai).map(|ai| ai.name().to_owned());
                ("BLS's relative AI exposure category".to_owned(), AI, category.clone(), category)
            }
            Figure::Openings | Figure::OpeningsNext => {
                let openings = next.map(|next| next.openings);
                let raw = openings.map(|openings| openings.jobs().to_string());
                (format!("annual openings, {release}"), OPENINGS, openings.map(|openings| openings.to_string()), raw)
            }
            Figure::Change | Figure::ChangeNext => {
                let change = next.map(|next| next.change_percent);
                let raw = change.map(|change| plain(change.0.into(), 10));
                (format!("projected change, {release}"), CHANGE, change.map(|change| change.to_string()), raw)
            }
            _ => ("figure of the projections".to_owned(), "levels", None, None),
        };
        let soc = self.soc(role);
        let is_named = matches!(column, AI | CHANGE | OPENINGS);
        let missing = || if is_named { format!("no row for {soc}") } else { "none in the transcription".to_owned() };
        let mut provenance = Self::traced(role, figure, name, shown);
        let cell = self.cell(File::NextProjections, &[(CODE, soc.to_string())], column, Raw::or(raw, missing));
        provenance.cells = vec![cell, self.crosswalk_cell(role)];
        self.by_code(&mut provenance, role);
        provenance.is_exposure = figure == Figure::BlsAi;
        provenance.computation.push(
            match figure {
                Figure::BlsAi => {
                    "A relative ranking by BLS, made from five outside measures, which may be among those shown here. It \
                     enters no index."
                }
                _ => "Transcribed as published by BLS; the transcription has no levels.",
            }
            .to_owned(),
        );
        provenance
    }
}

const NOT_FILLED: &str = "Nothing is published for this year; it is not filled from another.";

fn named(figure: &str, year: Option<&Year<'_>>) -> String {
    year.map_or_else(|| figure.to_owned(), |year| format!("{figure}, {}", year.release))
}

fn renumbered(then: SocCode, soc: SocCode, year: u16) -> Option<String> {
    (then != soc)
        .then(|| format!("In {year} the same work had the code {then} of SOC 2010; nothing joined or left it."))
}
