//! Headings: which lines are one, and what stands below them.

use super::Holds;

/// Words of headings, in small letters, with what stands below them.
const SECTIONS: [(&str, Holds); 36] = [
    ("responsibilit", Holds::Duty),
    ("duties", Holds::Duty),
    ("what you will do", Holds::Duty),
    ("what you'll do", Holds::Duty),
    ("essential functions", Holds::Duty),
    ("the role", Holds::Duty),
    ("job description", Holds::Duty),
    ("experience", Holds::Duty),
    ("employment", Holds::Duty),
    ("work history", Holds::Duty),
    ("skills", Holds::Skill),
    ("requirements", Holds::Skill),
    ("qualifications", Holds::Skill),
    ("what you bring", Holds::Skill),
    ("about us", Holds::Employer),
    ("who we are", Holds::Employer),
    ("company", Holds::Employer),
    ("mission", Holds::Employer),
    ("benefits", Holds::Offer),
    ("perks", Holds::Offer),
    ("we offer", Holds::Offer),
    ("compensation", Holds::Offer),
    ("pay", Holds::Offer),
    ("salary", Holds::Offer),
    ("equal", Holds::Legal),
    ("eeo", Holds::Legal),
    ("privacy", Holds::Legal),
    ("apply", Holds::Application),
    ("evaluated", Holds::Application),
    ("required documents", Holds::Application),
    ("education", Holds::Education),
    ("physical", Holds::Conditions),
    ("location", Holds::PlaceAndHours),
    ("schedule", Holds::PlaceAndHours),
    ("references", Holds::Person),
    ("hobbies", Holds::Person),
];

/// What stands below a heading, where it is a known one.
pub fn section(heading: &str) -> Option<Holds> {
    let small = heading.to_lowercase();
    SECTIONS.iter().find(|(words, _)| small.contains(words)).map(|(_, holds)| *holds)
}

/// Whether a line by itself reads like a heading: short, and with a colon at its end, in capitals, or marked as one.
pub fn is_heading(line: &str) -> bool {
    let line = line.trim();
    let words = line.split_whitespace().count();
    let letters: Vec<char> = line.chars().filter(|letter| letter.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|letter| letter.is_uppercase()).count();
    line.starts_with('#')
        || (words <= 7 && line.len() <= 60 && !letters.is_empty())
            && (line.ends_with(':') || capitals == letters.len() && letters.len() > 3)
}
