//! Titles that say the same in the singular and in the plural.

/// A key that is the same for a title and its singular: `Chefs and Head Cooks`, `chef and head cook`, `chef or head cook`.
///
/// No word of a key is meant to be read: endings of number are taken off, whichever of the two stands there.
pub fn key(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(str::to_lowercase).filter(|word| !matches!(word.as_str(), "and" | "or"));
    words.map(|word| stem(&word)).collect::<Vec<_>>().join(" ")
}

/// Plurals that are not made with an s, by their endings.
const IRREGULAR: [(&str, &str); 8] = [
    ("men", "man"),
    ("people", "person"),
    ("children", "child"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("lives", "life"),
    ("shelves", "shelf"),
    ("wolves", "wolf"),
];

/// A word without what its plural adds or changes: `secretaries` and `secretary`, `coaches` and `coach`.
fn stem(word: &str) -> String {
    let regular = IRREGULAR
        .iter()
        .find_map(|(plural, singular)| word.strip_suffix(plural).map(|start| format!("{start}{singular}")));
    let word = regular.as_deref().unwrap_or(word);
    let bare = match word.strip_suffix('s') {
        Some(start) if word.len() > 3 && !start.ends_with(['s', 'u', 'i']) => start,
        // `analysis` and `analyses`.
        Some(start) if word.len() > 4 && start.ends_with('i') => start.trim_end_matches('i'),
        _ => word,
    };
    let bare = if bare.len() > 2 { bare.strip_suffix('e').unwrap_or(bare) } else { bare };
    match bare.strip_suffix('y') {
        Some(start) if start.len() > 1 => format!("{start}i"),
        _ => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_and_its_singular_have_one_key() {
        for (plural, singular) in [
            ("Chefs and Head Cooks", "chef and head cook"),
            ("Chefs and Head Cooks", "chef or head cook"),
            ("Bread, Rolls and Buns Bakers", "bread, roll and bun baker"),
            ("Bread, Rolls and Buns Bakers", "Bread, Rolls and Buns Baker"),
            ("Secretaries", "secretary"),
            ("Coaches and Scouts", "Coach and Scout"),
            ("Waiters and Waitresses", "waiter or waitress"),
            ("Nurse Midwives", "nurse midwife"),
            ("Foremen", "foreman"),
            ("Bus Drivers", "bus driver"),
            ("Clergy", "clergy"),
            ("Movie Actors", "movie actor"),
        ] {
            assert_eq!(key(plural), key(singular), "{plural}");
        }
        assert_ne!(key("Chief Executives"), key("Chief Executive Officer"));
        assert_eq!(key("Executives"), key("executive"));
    }
}
