//! How exposed a mix of work is, from the labels of its tasks.

use crate::catalog::{Label, Role};

/// The labels of tasks ("GPTs are GPTs", Eloundou et al. 2023, GPT-4's labels) counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mix {
    /// How many are labelled E0, E1 and E2.
    pub labels: [usize; 3],
    /// How many there are in all, labelled or not.
    pub all: usize,
}

/// How the exposure of a mix is computed, for screens and reports.
pub const FORMULA: &str = "Exposure of the mix = (E1 + half of E2) / all labelled: each duty counts once, with the label \
    of its nearest task; the role's own from all its labelled tasks.";

impl Mix {
    /// Counts labels; what has none counts in `all`.
    pub fn of(labels: impl Iterator<Item = Option<Label>>) -> Self {
        let mut mix = Self::default();
        for label in labels {
            mix.all += 1;
            let place = match label {
                Some(Label::E0) => 0,
                Some(Label::E1) => 1,
                Some(Label::E2) => 2,
                None => continue,
            };
            mix.labels.get_mut(place).into_iter().for_each(|count| *count += 1);
        }
        mix
    }

    /// That of a role's tasks.
    pub fn of_role(role: &Role<'_>) -> Self {
        Self::of(role.tasks.iter().map(|task| task.labels.map(|labels| labels.gpt4)))
    }

    /// How many are labelled.
    pub fn labelled(&self) -> usize {
        self.labels.iter().sum()
    }

    /// E1 and half of E2 as a share of all labelled, 0 to 1; none where nothing is labelled.
    #[allow(clippy::cast_precision_loss, reason = "counts of some thousand")]
    pub fn exposure(&self) -> Option<f64> {
        let [_, e1, e2] = self.labels;
        let labelled = self.labelled();
        (labelled > 0).then(|| (e1 as f64 + e2 as f64 / 2.0) / labelled as f64)
    }

    /// What share of all is labelled, 0 to 1.
    #[allow(clippy::cast_precision_loss, reason = "counts of some thousand")]
    pub fn coverage(&self) -> Option<f64> {
        (self.all > 0).then(|| self.labelled() as f64 / self.all as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_e2_counts_and_what_has_no_label_only_for_the_coverage() {
        let mix = Mix::of([Some(Label::E1), Some(Label::E2), Some(Label::E0), Some(Label::E0), None].into_iter());
        assert_eq!((mix.labels, mix.all, mix.labelled()), ([2, 1, 1], 5, 4));
        assert_eq!((mix.exposure(), mix.coverage()), (Some(0.375), Some(0.8)));
        let none = Mix::of([None, None].into_iter());
        assert_eq!((none.exposure(), none.coverage()), (None, Some(0.0)));
        assert_eq!(Mix::default().coverage(), None);
    }
}
