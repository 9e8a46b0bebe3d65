//! Words that people use for one another: plain words and the ones that titles and tasks are written in, British and
//! American words, short forms that no dictionary of titles has. Short on purpose: what titles say themselves, the
//! classifier learns.

/// Words of one meaning, with the forms in which titles and tasks have them.
const GROUPS: [&[&str]; 26] = [
    &["fix", "fixing", "mend", "repair", "repairs", "repairing", "repairer"],
    &["car", "cars", "auto", "automobile", "automobiles", "automotive"],
    &["lorry", "truck", "trucks"],
    &["plane", "planes", "airplane", "airplanes", "aircraft"],
    &["doctor", "doctors", "physician", "physicians"],
    &["lawyer", "lawyers", "attorney", "attorneys", "solicitor", "barrister"],
    &["kid", "kids", "child", "children"],
    &["tooth", "teeth", "dental"],
    &["eyeglass", "eyeglasses", "glasses", "spectacles"],
    &["hire", "hiring", "recruit", "recruits", "recruiting", "recruiter"],
    &["teach", "teaches", "teaching", "instruct", "instructs", "instructing"],
    &["house", "houses", "home", "homes"],
    &["boss", "foreman", "supervisor", "supervisors", "head", "chief"],
    &["cop", "police"],
    &["janitor", "cleaner", "cleaners", "custodian"],
    &["maid", "housekeeper", "chambermaid"],
    &["garbage", "refuse", "trash", "rubbish"],
    &["hairdresser", "hairstylist", "hairdressers"],
    &["druggist", "pharmacist", "pharmacists"],
    &["lift", "elevator", "elevators"],
    &["jewellery", "jewelry"],
    &["programme", "program", "programs"],
    &["postman", "mailman", "postal"],
    &["undertaker", "mortician", "morticians"],
    &["bookkeeping", "bookkeeper", "bookkeepers"],
    &["hr", "personnel"],
];

/// Other words for a word.
pub fn of(word: &str) -> impl Iterator<Item = &'static str> {
    let groups = GROUPS.iter().filter(move |group| group.contains(&word));
    groups.flat_map(|group| group.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_stands_in_two_groups() {
        let mut words: Vec<&str> = GROUPS.concat();
        words.sort_unstable();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(of("car").any(|word| word == "automobile") && of("bee").next().is_none());
    }
}
