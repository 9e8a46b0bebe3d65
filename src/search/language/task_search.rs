//! Tasks searched as tasks: single tasks with their roles.

use std::ops::Range;

use super::super::highlight::marks;
use super::super::layout::Kind;
use super::super::query::Query;
use super::super::retrieve::Keep;
use super::super::{Engine, Found, rank};
use super::filter::{Selection, TextMatch};
use super::{Filter, Place};
use crate::catalog::RoleId;

/// The least number of tasks that are ranked word by word.
const PROMISING: usize = 300;

/// What it adds to a task's fit that the words stand next to each other: a task is a sentence, not a title.
const TOGETHER: f32 = 0.2;

/// A task that a query finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskHit {
    /// Whose task.
    pub role: RoleId,
    /// Its place in the role's list.
    pub place: u16,
    /// The matched letters of its wording.
    pub marked: Vec<Range<usize>>,
}

/// The tasks that a query finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskResults {
    /// Best first, up to the limit.
    pub hits: Vec<TaskHit>,
    /// How many tasks hold every word; where none does, how many are like it.
    pub tasks: usize,
    /// Whether a task holds every word.
    pub is_full: bool,
}

impl Engine {
    /// The single tasks that a query finds: words and phrases are those of the task, all other filters those of its
    /// role. Without words, the tasks of the roles that the filters select.
    pub fn tasks(&self, parsed: &super::Parsed, limit: usize) -> TaskResults {
        if parsed.alternatives.is_empty() {
            return self.tasks_of(parsed, limit);
        }
        // One alternative after the other: their fits say nothing of each other.
        let mut results = TaskResults { is_full: true, ..TaskResults::default() };
        let mut repeated = 0;
        for way in parsed.alternatives.iter().map(super::Alternative::parsed) {
            let found = self.tasks_of(&way, limit);
            results.tasks += found.tasks;
            results.is_full &= found.is_full;
            let (new, known): (Vec<_>, Vec<_>) = found
                .hits
                .into_iter()
                .partition(|hit| results.hits.iter().all(|known| (known.role, known.place) != (hit.role, hit.place)));
            repeated += known.len();
            results.hits.extend(new);
        }
        results.tasks = results.tasks.saturating_sub(repeated);
        results.hits.truncate(limit);
        results
    }

    fn tasks_of(&self, parsed: &super::Parsed, limit: usize) -> TaskResults {
        if parsed.is_blank() {
            return TaskResults::default();
        }
        let of_task = |term: &&super::Term| {
            !term.without && matches!(&term.filter, Filter::Text { place: Place::Task | Place::Anywhere, .. })
        };
        let (tasks, roles): (Vec<_>, Vec<_>) = parsed.terms.iter().partition(of_task);
        let selection = Selection::of(self, &roles.into_iter().cloned().collect::<Vec<_>>());
        let tasks = Selection::of(self, &tasks.into_iter().cloned().collect::<Vec<_>>()).texts;
        if parsed.words.chars().any(char::is_alphanumeric) {
            let query = self.parse(&parsed.words, true);
            let keep = Keep { only: Some(Kind::Task), ..selection.keep() };
            // A phrase may leave few of the promising ones.
            let looked_at = if tasks.is_empty() { PROMISING.max(limit * 2) } else { 4000 };
            let retrieved = self.retrieve(&query, looked_at, keep);
            let (_, fits) = rank::roles(self, &query, &retrieved, 1, rank::Reach::Found);
            let mut fits: Vec<(u32, f32)> = fits.into_iter().map(|fitting| (fitting.document, fitting.score)).collect();
            fits.retain(|(document, _)| holds(&tasks, *document));
            for (document, fit) in &mut fits {
                *fit += TOGETHER * self.together(&query, *document);
            }
            fits.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
            let is_full = retrieved.tasks > 0;
            let count = if is_full && tasks.is_empty() { retrieved.tasks } else { fits.len() };
            let hits =
                fits.iter().take(limit).filter_map(|(document, _)| self.task_hit(*document, &[&query])).collect();
            return TaskResults { hits, tasks: count, is_full };
        }
        let queries: Vec<_> = tasks.iter().map(|text| self.parse(&text.text, text.open)).collect();
        let queries: Vec<_> = queries.iter().collect();
        let mut results = TaskResults { is_full: true, ..TaskResults::default() };
        for role in selection.roles.roles() {
            let own = self.catalog.role(role).map_or(0, |role| role.tasks.len());
            let kept = |document: &u32| holds(&tasks, *document) && !selection.leaves_out(*document);
            for document in self.layout.tasks(role).take(own).filter(kept) {
                results.tasks += 1;
                if results.hits.len() < limit {
                    results.hits.extend(self.task_hit(document, &queries));
                }
            }
        }
        results
    }

    /// How near the words of a query stand to each other in a document: 1 where nothing is between them.
    fn together(&self, query: &Query, document: u32) -> f32 {
        let (mut first, mut last, mut count) = (None, 0_u16, 0_u16);
        for (place, number) in (0_u16..).zip(self.corpus.document(document)) {
            let stem = self.corpus.stem(number);
            if query.words.iter().any(|word| word.likeness(number, stem) > 0.0) {
                first = first.or(Some(place));
                last = place;
                count += 1;
            }
        }
        first.map_or(0.0, |first| f32::from(count) / f32::from(last - first + 1))
    }

    fn task_hit(&self, document: u32, queries: &[&Query]) -> Option<TaskHit> {
        let role = self.layout.owner(document).0?;
        let Found::Task(place) = self.layout.found(document)? else { return None };
        let text = self.catalog.role(role)?.tasks.get(usize::from(place))?.wording;
        let mut marked: Vec<Range<usize>> =
            queries.iter().flat_map(|query| marks(&self.corpus, query, document, text)).collect();
        marked.sort_unstable_by_key(|range| range.start);
        marked.dedup_by(|next, before| next.start < before.end);
        Some(TaskHit { role, place, marked })
    }
}

/// Whether a document matches every text term.
fn holds(texts: &[TextMatch], document: u32) -> bool {
    texts.iter().all(|text| text.documents.binary_search(&document).is_ok())
}
