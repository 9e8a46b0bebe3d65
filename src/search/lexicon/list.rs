//! Lists of words, read in place: a line a phrase, sorted, without quotation marks.

/// Phrases with what they mean.
#[derive(Debug, Default)]
pub struct Phrases(Vec<Phrase>);

/// A phrase with one of its meanings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Phrase {
    said: &'static str,
    /// Words of the rest of the title, any of which decides for this meaning; none for the usual one.
    beside: &'static str,
    /// The words that it stands for; none where it says nothing.
    meant: &'static str,
}

impl Phrases {
    /// The phrases of some lists with the columns `said,meant,beside`; the third may be missing, or be a code.
    pub fn of(lists: &[&'static str]) -> Self {
        let mut phrases = Vec::new();
        for list in lists {
            let (header, lines) = list.split_once('\n').unwrap_or_default();
            let has_beside = header.trim_end().ends_with("beside");
            for line in lines.lines() {
                let mut cells = line.split(',');
                let (said, meant) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
                let beside = if has_beside { cells.next().unwrap_or_default() } else { "" };
                phrases.push(Phrase { said, beside, meant });
            }
        }
        phrases.sort_unstable_by_key(|phrase| phrase.said);
        Self(phrases)
    }

    /// What a phrase means in a title that has some words beside it.
    pub fn meaning(&self, said: &str, beside: impl Fn(&str) -> bool) -> Option<&'static str> {
        let start = self.0.partition_point(|phrase| phrase.said < said);
        let meanings = || self.0.iter().skip(start).take_while(|phrase| phrase.said == said);
        let decided = meanings().find(|phrase| phrase.beside.split(' ').any(|word| !word.is_empty() && beside(word)));
        decided.or_else(|| meanings().find(|phrase| phrase.beside.is_empty())).map(|phrase| phrase.meant)
    }

    /// Whether something is said of a phrase.
    pub fn has(&self, said: &str) -> bool {
        self.0.binary_search_by_key(&said, |phrase| phrase.said).is_ok()
    }

    /// Every phrase with each of its meanings.
    #[cfg(test)]
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.0.iter().map(|phrase| (phrase.said, phrase.meant))
    }
}

/// Whole answers or phrases, by letter, each with what is said of it.
#[derive(Debug, Default)]
pub struct Answers(Vec<(&'static str, &'static str)>);

impl Answers {
    /// The first column of a list, and what follows it.
    pub fn of(list: &'static str) -> Self {
        let answer = |line: &'static str| line.split_once(',').unwrap_or((line, ""));
        let mut answers: Vec<_> = list.lines().skip(1).map(answer).collect();
        answers.sort_unstable();
        Self(answers)
    }

    /// Whether it is one of them.
    pub fn has(&self, answer: &str) -> bool {
        self.said_of(answer).is_some()
    }

    /// What is said of an answer; none where it is not one of them.
    pub fn said_of(&self, answer: &str) -> Option<&'static str> {
        let at = self.0.binary_search_by_key(&answer, |(answer, _)| answer).ok()?;
        self.0.get(at).map(|(_, said)| *said)
    }
}
