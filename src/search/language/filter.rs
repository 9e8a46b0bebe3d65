//! From terms to the roles that they select.

use super::super::retrieve::Keep;
use super::super::{Engine, Found};
use super::postings::{Asked, documents};
use super::{Bounds, Filter, Place, RoleSet, Term};
use crate::catalog::{Band, Catalog, EntryEducation, Hundredths, Metric, Percentile, Role, Unit};

/// From which importance on (1 to 5) a skill counts as one of a role's: O*NET's "important".
const IMPORTANT: Hundredths = Hundredths(300);

/// Roles that a filter by a figure left out although nothing says that they do not belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The figure.
    pub metric: Metric,
    /// How many roles have no published figure.
    pub missing: usize,
    /// How many are only known to be at or above the survey's ceiling, which does not decide.
    pub undecided: usize,
}

impl std::fmt::Display for LeftOut {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let roles = |count: usize| if count == 1 { "1 role".to_owned() } else { format!("{count} roles") };
        let mut between = "";
        if self.missing > 0 {
            write!(f, "{} without published {} left out", roles(self.missing), self.metric.name())?;
            between = ", ";
        }
        if self.undecided > 0 {
            let ceiling = if self.metric == Metric::Hourly { "$115.00" } else { "$239,200" };
            write!(f, "{between}{} at or above {ceiling} left out: it may be more", roles(self.undecided))?;
        }
        Ok(())
    }
}

/// What the terms of a query select.
#[derive(Debug)]
pub(in crate::search) struct Selection {
    /// The roles that every term lets through.
    pub roles: RoleSet,
    /// The documents of each text term that finds something, in the order of the terms.
    pub texts: Vec<TextMatch>,
    /// A flag for each document that words to be left out leave out; none where there are no such words.
    pub without: Vec<bool>,
    unknown: Vec<Unknown>,
}

/// What a text term matches.
#[derive(Debug)]
pub(in crate::search) struct TextMatch {
    /// The text, for marking.
    pub text: String,
    /// Whether its last word may be a beginning.
    pub open: bool,
    /// Whether it stands for the task itself where tasks are listed.
    pub place: Place,
    /// The matching documents, in order.
    pub documents: Vec<u32>,
}

/// Roles of which a figure is not known.
#[derive(Clone, Debug)]
pub(super) struct Unknown {
    metric: Metric,
    missing: RoleSet,
    undecided: RoleSet,
}

impl Selection {
    pub fn of(engine: &Engine, terms: &[Term]) -> Self {
        let catalog = engine.catalog;
        let count = catalog.roles.len();
        let mut selection = Self {
            roles: RoleSet::all(count),
            texts: Vec::new(),
            without: without(engine, terms),
            unknown: Vec::new(),
        };
        // Roles that every term lets through, or may.
        let mut reach = RoleSet::all(count);
        for term in terms {
            let (mut missing, mut undecided) = (RoleSet::none(count), RoleSet::none(count));
            let mut passes = match &term.filter {
                Filter::Text { place, text, phrase, open } => {
                    let Some(mut found) = text_match(engine, *place, text, *phrase, *open) else { continue };
                    if is_without(term) {
                        // A role with the word in its own title is out; of others only the texts with it are.
                        found.documents.retain(|document| engine.layout.found(*document) == Some(Found::Title));
                    } else {
                        found.documents.retain(|document| !selection.leaves_out(*document));
                    }
                    let roles = roles_of(engine, *place, &found.documents);
                    if !term.without {
                        selection.texts.push(found);
                    }
                    roles
                }
                Filter::Groups(groups) => having(catalog, |role| groups.contains(&role.code.major_group())),
                Filter::Bands(bands) => {
                    missing = having(catalog, |role| role.exposure.index.is_none());
                    having(catalog, |role| band(role).is_some_and(|band| bands.contains(&band)))
                }
                Filter::Education(levels) => {
                    missing = having(catalog, |role| Metric::Education.value(catalog, role).is_none());
                    having(catalog, |role| education(catalog, role).is_some_and(|level| levels.contains(&level)))
                }
                Filter::Categories(categories) => {
                    missing = having(catalog, |role| catalog.ai_category(role).is_none());
                    having(catalog, |role| catalog.ai_category(role).is_some_and(|known| categories.contains(&known)))
                }
                Filter::Interests(lists) => {
                    missing = having(catalog, |role| role.interests.is_none());
                    having(catalog, |role| {
                        role.interest_order().is_some_and(|order| lists.iter().any(|list| order.starts_with(list)))
                    })
                }
                Filter::AtHome(possible) => {
                    missing = having(catalog, |role| role.at_home.is_none());
                    having(catalog, |role| role.at_home.as_ref().is_some_and(|known| known.possible == *possible))
                }
                Filter::Figure(metric, bounds) if bounds.is_open() => {
                    having(catalog, |role| metric.value(catalog, role).is_some())
                }
                Filter::Figure(metric, bounds) => {
                    missing = having(catalog, |role| metric.value(catalog, role).is_none());
                    undecided = having(catalog, |role| decided(catalog, role, *metric, *bounds).is_none());
                    undecided.take_away(&missing);
                    having(catalog, |role| decided(catalog, role, *metric, *bounds) == Some(true))
                }
            };
            if term.without {
                passes = passes.others();
                passes.take_away(&missing);
                passes.take_away(&undecided);
            }
            selection.roles.keep(&passes);
            passes.join(&missing);
            passes.join(&undecided);
            reach.keep(&passes);
            if let Some(metric) = term.filter.metric() {
                selection.unknown.push(Unknown { metric, missing, undecided });
            }
        }
        for unknown in &mut selection.unknown {
            unknown.missing.keep(&reach);
            unknown.undecided.keep(&reach);
        }
        selection
    }

    /// What is kept for ranking.
    pub fn keep(&self) -> Keep<'_> {
        Keep { roles: Some(&self.roles), only: None, without: &self.without }
    }

    /// Whether words to be left out leave a document out.
    pub fn leaves_out(&self, document: u32) -> bool {
        usize::try_from(document).ok().and_then(|at| self.without.get(at)) == Some(&true)
    }

    /// What lists roles of its own with what texts found of them.
    pub(super) const fn listing(roles: RoleSet, texts: Vec<TextMatch>) -> Self {
        Self { roles, texts, without: Vec::new(), unknown: Vec::new() }
    }

    /// How many roles each figure left out, among `within`.
    pub fn left_out(&self, within: Option<&RoleSet>) -> Vec<LeftOut> {
        left_out(self.unknown_of(within), &RoleSet::none(self.roles.0.len()))
    }

    /// The roles that each figure left out, among `within`.
    pub(super) fn unknown_of(&self, within: Option<&RoleSet>) -> Vec<Unknown> {
        let mut unknown: Vec<Unknown> = Vec::new();
        for known in &self.unknown {
            if unknown.iter().any(|before| before.metric == known.metric) {
                continue;
            }
            let mut known = known.clone();
            if let Some(within) = within {
                known.missing.keep(within);
                known.undecided.keep(within);
            }
            unknown.push(known);
        }
        unknown
    }
}

/// How many roles each figure left out of all alternatives: those that none of them `found`.
pub(super) fn left_out(unknown: Vec<Unknown>, found: &RoleSet) -> Vec<LeftOut> {
    let mut joined: Vec<Unknown> = Vec::new();
    for unknown in unknown {
        match joined.iter_mut().find(|before| before.metric == unknown.metric) {
            Some(before) => {
                before.missing.join(&unknown.missing);
                before.undecided.join(&unknown.undecided);
            }
            None => joined.push(unknown),
        }
    }
    let counted = joined.into_iter().map(|mut unknown| {
        unknown.missing.take_away(found);
        unknown.undecided.take_away(found);
        let (missing, undecided) = (unknown.missing.count(), unknown.undecided.count());
        LeftOut { metric: unknown.metric, missing, undecided }
    });
    counted.filter(|left| left.missing + left.undecided > 0).collect()
}

/// Whether a term is a word or a phrase to be left out, wherever it stands.
fn is_without(term: &Term) -> bool {
    term.without && term.filter.is_anywhere()
}

/// The documents that hold words to be left out.
fn without(engine: &Engine, terms: &[Term]) -> Vec<bool> {
    let mut flags = Vec::new();
    for term in terms.iter().filter(|term| is_without(term)) {
        let Filter::Text { text, phrase, .. } = &term.filter else { continue };
        flags.resize(usize::try_from(engine.layout.len()).unwrap_or(0), false);
        for document in documents(engine, Asked { text, phrase: *phrase, open: false }).unwrap_or_default() {
            usize::try_from(document).ok().and_then(|at| flags.get_mut(at)).into_iter().for_each(|flag| *flag = true);
        }
    }
    flags
}

impl Filter {
    /// The figure that it compares, the index for a band.
    pub const fn metric(&self) -> Option<Metric> {
        match self {
            Self::Figure(metric, _) => Some(*metric),
            Self::Bands(_) => Some(Metric::Index),
            Self::Education(_) => Some(Metric::Education),
            Self::Categories(_) => Some(Metric::BlsCategory),
            Self::Interests(_) => Some(Metric::Interest),
            Self::AtHome(_) => Some(Metric::AtHome),
            Self::Text { .. } | Self::Groups(_) => None,
        }
    }
}

fn band(role: &Role<'_>) -> Option<Band> {
    Some(role.exposure.index?.percentile.band())
}

fn education(catalog: &Catalog<'_>, role: &Role<'_>) -> Option<EntryEducation> {
    EntryEducation::published(catalog.outlook(role)?.education?)
}

/// Whether a role's figure lies in a range; none where it is not published, or only known to be above something.
fn decided(catalog: &Catalog<'_>, role: &Role<'_>, metric: Metric, bounds: Bounds) -> Option<bool> {
    let value = metric.value(catalog, role)?;
    if metric.is_floor(catalog, role) {
        return bounds.holds_from(value);
    }
    // As it is shown: who reads 80th is not above 80.
    let value = if metric.unit() == Unit::Percentile { Percentile(value).rounded().into() } else { value };
    Some(bounds.holds(value))
}

fn having(catalog: &Catalog<'_>, has: impl Fn(&Role<'_>) -> bool) -> RoleSet {
    RoleSet(catalog.roles.iter().map(has).collect())
}

/// The documents of a text term; none where too little is typed to tell.
fn text_match(engine: &Engine, place: Place, text: &str, phrase: bool, open: bool) -> Option<TextMatch> {
    let mut documents = documents(engine, Asked { text, phrase, open })?;
    documents.retain(|document| place.has(engine, *document));
    Some(TextMatch { text: text.to_owned(), open, place, documents })
}

impl Place {
    /// Whether a document is of this kind.
    fn has(self, engine: &Engine, document: u32) -> bool {
        let found = engine.layout.found(document);
        match self {
            Self::Anywhere => true,
            Self::Title => matches!(found, Some(Found::Title | Found::Alternate(_))),
            Self::Task => matches!(found, Some(Found::Task(_))),
            Self::Tool => matches!(found, Some(Found::Software(_) | Found::Tool(_))),
            Self::Skill => matches!(found, Some(Found::Skill(_) | Found::Software(_))),
        }
    }
}

/// The roles that documents belong to.
fn roles_of(engine: &Engine, place: Place, documents: &[u32]) -> RoleSet {
    let mut roles = RoleSet::none(engine.catalog.roles.len());
    let mut shared = Vec::new();
    for document in documents {
        match engine.layout.owner(*document).0 {
            Some(role) => roles.add(role),
            None => shared.extend(engine.layout.found(*document)),
        }
    }
    if shared.is_empty() {
        return roles;
    }
    shared.sort_unstable();
    for (id, role) in engine.catalog.roles_with_ids() {
        if !roles.has(id) && shared_of(role, place).any(|found| shared.binary_search(&found).is_ok()) {
            roles.add(id);
        }
    }
    roles
}

/// What a role shares with others, as far as it counts at a place.
pub(in crate::search) fn shared_of<'r>(role: &'r Role<'_>, place: Place) -> impl Iterator<Item = Found> + 'r {
    let skills = matches!(place, Place::Anywhere | Place::Skill);
    let tools = matches!(place, Place::Anywhere | Place::Tool);
    let elements = role.capabilities.iter().filter(move |rating| skills && rating.importance >= IMPORTANT);
    let software = role.software.iter().filter(move |used| tools || (skills && used.in_demand));
    let held = role.tools.iter().filter(move |_| tools);
    elements
        .map(|rating| Found::Skill(rating.element))
        .chain(software.map(|used| Found::Software(used.software)))
        .chain(held.map(|used| Found::Tool(used.tool)))
}

impl RoleSet {
    pub(super) fn keep(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(has, other)| *has &= other);
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(has, other)| *has |= other);
    }

    fn take_away(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(has, other)| *has &= !other);
    }

    fn others(&self) -> Self {
        Self(self.0.iter().map(|has| !has).collect())
    }

    /// The set of the roles that a list says `true` for.
    pub(in crate::search) fn from_flags(flags: &[bool]) -> Self {
        Self(flags.to_vec())
    }

    /// The roles of both sets.
    pub fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.keep(other);
        both
    }
}
