//! A text beside one role: its duties with their nearest tasks, what it names, and what is typical and not in it.

use std::collections::HashSet;

use crate::catalog::{Catalog, Label, Role, RoleId, SoftwareUse};
use crate::search::{Engine, Found, NearTask, Passage};

use super::found::{Matched, TIED, TIED_ELSEWHERE};
use super::mix::Mix;
use super::text::Text;

/// The tasks of so many other roles are looked at, the likeliest ones.
const OTHERS: usize = 6;

/// A text beside a role.
#[derive(Clone, Debug)]
pub struct Profile {
    pub role: RoleId,
    /// The duties of the text, in its order.
    pub duties: Vec<Duty>,
    /// The products, tools and skills that it names, each once, in its order.
    pub things: Vec<Thing>,
    /// Tasks of the role that no sentence is near to, by their place, the most important first.
    pub missing: Vec<u16>,
    /// The mix of the text's duties.
    pub mix: Mix,
    /// That of the role's tasks.
    pub own: Mix,
}

/// A duty of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Duty {
    /// The place of its sentence.
    pub sentence: usize,
    /// The task that it is nearest to: one of the role's where one is near enough, else another role's; none where no task
    /// is near.
    pub nearest: Option<NearTask>,
    /// Whether that is a task of the role.
    pub is_own: bool,
}

/// Something that a text names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thing {
    /// The first sentence that names it.
    pub sentence: usize,
    pub found: Found,
    /// How the role uses it.
    pub usage: Use,
}

/// How a role uses a thing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Use {
    /// It does not.
    No,
    /// As software, with its flags.
    Software(SoftwareUse),
    /// As a tool, or as a skill that it is rated for.
    Yes,
}

impl Use {
    /// How a role uses what was found; titles and tasks are nothing that it uses.
    pub fn of(role: &Role<'_>, found: Found) -> Self {
        let has = match found {
            Found::Software(id) => {
                let used = role.software.iter().find(|used| used.software == id);
                return used.map_or(Self::No, |used| Self::Software(*used));
            }
            Found::Tool(id) => role.tools.iter().any(|used| used.tool == id),
            Found::Skill(id) => role.capabilities.iter().any(|rating| rating.element == id),
            Found::Code | Found::Title | Found::Alternate(_) | Found::Task(_) => false,
        };
        if has { Self::Yes } else { Self::No }
    }
}

impl Duty {
    /// GPT-4's label of the nearest task.
    pub fn label(&self, catalog: &Catalog<'_>) -> Option<Label> {
        let near = self.nearest?;
        let task = catalog.role(near.role)?.tasks.get(usize::from(near.place))?;
        Some(task.labels?.gpt4)
    }
}

impl Matched {
    /// The text beside a role.
    pub fn profile(&self, engine: &Engine, text: &Text, role: RoleId) -> Profile {
        let catalog = engine.catalog();
        let duties: Vec<Duty> = self
            .duties(text)
            .map(|(sentence, passage)| {
                let own = engine.near_tasks(passage, role).first().copied().filter(|near| near.likeness >= TIED);
                let nearest = own.or_else(|| self.nearest_of_others(engine, passage, role));
                Duty { sentence, nearest, is_own: own.is_some() }
            })
            .collect();
        let known = catalog.role(role);
        let mut things: Vec<Thing> = Vec::new();
        for (sentence, passage) in &self.read {
            for named in &passage.names {
                if things.iter().all(|thing| thing.found != named.found) {
                    let usage = known.map_or(Use::No, |known| Use::of(known, named.found));
                    if !named.is_sure && usage == Use::No {
                        continue;
                    }
                    things.push(Thing { sentence: *sentence, found: named.found, usage });
                }
            }
        }
        let said = self.spoken(text).flat_map(|(_, _, passage)| engine.near_tasks(passage, role));
        let said: HashSet<u16> = said.filter(|near| near.likeness >= TIED).map(|near| near.place).collect();
        let tasks = known.map_or(0, |known| u16::try_from(known.tasks.len()).unwrap_or(u16::MAX));
        let missing = (0..tasks).filter(|place| !said.contains(place)).collect();
        let mix = Mix::of(duties.iter().map(|duty| duty.label(catalog)));
        let own = known.map(Mix::of_role).unwrap_or_default();
        Profile { role, duties, things, missing, mix, own }
    }

    /// The task of another likely role that a passage is nearest to; none where none is near.
    fn nearest_of_others(&self, engine: &Engine, passage: &Passage, role: RoleId) -> Option<NearTask> {
        let others = self.roles.iter().map(|near| near.role).filter(|other| *other != role).take(OTHERS);
        let nearest = others.filter_map(|other| engine.near_tasks(passage, other).first().copied());
        let nearest = nearest.reduce(|best, near| if near.likeness > best.likeness { near } else { best })?;
        (nearest.likeness >= TIED_ELSEWHERE).then_some(nearest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::{Chosen, Reader};

    const NOTICE: &str = "Bookkeeper\n\nDuties\n- Reconcile bank statements and post journal entries in QuickBooks\n\
        - Paint the ceiling of the chapel with angels\n\nWe offer health insurance and a 401(k).\n";

    fn read(engine: &Engine, text: &Text) -> (Matched, RoleId) {
        let matched = Reader::default().read(engine, text);
        let role = matched.roles[0].role;
        (matched, role)
    }

    #[test]
    fn a_duty_has_the_nearest_task_of_the_role_and_a_thing_what_it_is_for_it() {
        let engine = crate::snapshot::open().unwrap();
        let text = Text::of(NOTICE, &Chosen::default());
        let (matched, role) = read(&engine, &text);
        let known = engine.catalog().role(role).unwrap();
        assert_eq!(known.title, "Bookkeeping, Accounting, and Auditing Clerks");
        let profile = matched.profile(&engine, &text, role);
        let said: Vec<&str> = profile.duties.iter().map(|duty| text.said(&text.sentences[duty.sentence])).collect();
        assert!(said.len() == 2 && said[0].starts_with("Reconcile") && said[1].starts_with("Paint"), "{said:?}");
        let near = profile.duties[0].nearest.unwrap();
        assert!(profile.duties[0].is_own && near.role == role && near.likeness >= TIED);
        assert!(!profile.duties[1].is_own);
        assert!(!profile.missing.contains(&near.place));
        assert!(!profile.missing.is_empty() && profile.missing.is_sorted());
        let name = |thing: &Thing| thing.found.name(engine.catalog());
        let books = profile.things.iter().find(|thing| name(thing) == Some("Intuit QuickBooks")).unwrap();
        assert!(matches!(books.usage, Use::Software(_)), "{books:?}");
        assert_eq!(profile.mix.all, 2);
        assert_eq!(profile.own, Mix::of_role(known));
    }

    #[test]
    fn a_heading_mentions_no_task() {
        let engine = crate::snapshot::open().unwrap();
        let text = Text::of(NOTICE, &Chosen::default());
        let (matched, role) = read(&engine, &text);
        let headings: Vec<usize> = matched
            .ties(&engine, &text, role)
            .iter()
            .map(|tie| tie.sentence)
            .filter(|at| text.said(&text.sentences[*at]) == "Duties")
            .collect();
        assert!(headings.is_empty());
    }

    #[test]
    fn what_is_taken_back_in_counts_as_a_duty() {
        let engine = crate::snapshot::open().unwrap();
        let left_out = "We offer health insurance and a 401(k).";
        let mut chosen = Chosen::default();
        chosen.choose(left_out, true);
        let text = Text::of(NOTICE, &chosen);
        let (matched, role) = read(&engine, &text);
        assert_eq!(matched.profile(&engine, &text, role).duties.len(), 3);
    }
}
