//! Which names a column of job titles has, and which names columns have at all.

/// Words that name what a person is or does; one of them must be there.
const TITLES: &str = "title job position occupation role classification designation profession jobtitle jobname jobrole jobposition \
    positiontitle positionname worktitle roletitle emptitle occupationtitle puesto ocupacion ocupación \
    profesion profesión";

/// Words that stand beside them without changing what the column holds.
const BESIDE: &str = "a applicant budget business candidate civil class clean current employee emp en english enter full functional \
    internal is local main name occ occupational of official original payroll person please post present primary \
    raw respondent s service staff text the their what work worker working your del de el";

/// Words that make a column the longer text about a job, which may be all that there is.
const AT_LENGTH: &str = "desc descr description";

/// Words that name what else stands in a staff file.
const OTHERS: &str = "account address age agency amount annual area bargaining base birth bonus branch building business category \
    center centre city code comment comments company cost count country county currency date day dept department \
    div division dob education email employer employment end ethnicity exempt experience facility family first \
    flsa frequency fte full function gender grade gross group grp headcount hire hired hourly hours id ids \
    industry initial key language last lastname firstname level location mail middle mobile month n name no note \
    notes nr num number office onet org organisation organization overtime part pay payroll phone place postcode \
    program project qty race range rank rate record ref reference region row salary sector seniority sex shift \
    site skills soc source ssn start state status step street subject surname team telephone term time tin total \
    type union unit url wage wages week weekly year years yrs zip";

/// What a name says of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// Nothing that is known.
    Nothing,
    /// Something else than titles.
    Other,
    /// A text about the job.
    AtLength,
    /// Job titles.
    Titles,
}

/// What the name of a column says.
pub fn says(name: &str) -> Says {
    let words = words(name);
    let is = |word: &str, list: &str| list.split(' ').any(|other| other == word);
    let is_title = |word: &String| is(word, TITLES) || word.strip_suffix('s').is_some_and(|one| is(one, TITLES));
    let is_number = |word: &String| word.chars().all(|letter| letter.is_ascii_digit());
    if words.is_empty() || words.len() > 10 {
        return Says::Nothing;
    }
    let is_beside = |word: &&String| is_title(word) || is(word, BESIDE) || is_number(word);
    // Spanish; in English it is freight.
    if words == ["cargo"] {
        return Says::Titles;
    }
    if words.iter().any(is_title) {
        if words.iter().all(|word| is_beside(&word)) {
            return Says::Titles;
        }
        if words.iter().all(|word| is_beside(&word) || is(word, AT_LENGTH)) {
            return Says::AtLength;
        }
    }
    let is_known = |word: &String| is(word, OTHERS) || is(word, AT_LENGTH) || is_beside(&word);
    let has_other = words.iter().any(|word| is(word, OTHERS) || is(word, AT_LENGTH));
    if has_other && words.iter().all(is_known) { Says::Other } else { Says::Nothing }
}

/// Whether a name says that a column holds codes of occupations; where a file has no titles they stand for them.
pub fn is_code(name: &str) -> bool {
    let words = words(name);
    let has = |known: &str| words.iter().any(|word| word == known);
    ["soc", "onet", "onetsoc"].into_iter().any(has) || (has("o") && has("net"))
}

/// Whether two names of a column are the same but for case, spaces and marks.
pub fn are_alike(one: &str, other: &str) -> bool {
    one.trim().eq_ignore_ascii_case(other.trim()) || {
        let (one, other) = (words(one).concat(), words(other).concat());
        !one.is_empty() && one == other
    }
}

/// The words of a name in lower case: `JobTitle`, `JOB_TITLE` and `job title` have the same.
pub fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().collect();
    let mut words = Vec::new();
    let mut word = String::new();
    for (place, letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).and_then(|place| letters.get(place));
        let after = letters.get(place + 1);
        let is_case = letter.is_uppercase()
            && (before.is_some_and(|before| before.is_lowercase())
                || (before.is_some_and(|before| before.is_uppercase())
                    && after.is_some_and(|after| after.is_lowercase())));
        let is_digit = letter.is_ascii_digit() != before.is_some_and(char::is_ascii_digit);
        if (is_case || is_digit || !letter.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_titles_are_known_by_their_names() {
        for name in [
            "title",
            "Title",
            "TITLE",
            "Job Title",
            "job_title",
            "JobTitle",
            "jobtitle",
            "JOBTITLE",
            "JOB TITLE:",
            " Position ",
            "Position Title",
            "position_title",
            "Occupation",
            "Job",
            "Role",
            "Working Title",
            "Job Name",
            "Classification",
            "Designation",
            "Job Title/Position",
            "Employee's Title",
            "OCC_TITLE",
            "Titles",
            "Job titles",
            "What is your current occupation?",
            "Job Title 2",
            "Title Name",
            "Profession",
            "Class Title",
            "Civil Service Title",
            "Business-Title",
            "job.title",
            "Puesto",
            "Cargo",
            "emp_title",
            "PositionName",
        ] {
            assert_eq!(says(name), Says::Titles, "{name}");
        }
        for name in ["Job Description", "title_desc", "Position Description"] {
            assert_eq!(says(name), Says::AtLength, "{name}");
        }
    }

    #[test]
    fn other_columns_and_titles_themselves_are_not() {
        for name in [
            "Job Code",
            "Position Number",
            "position_id",
            "Title Code",
            "Job Family",
            "Job Level",
            "Department",
            "Name",
            "First Name",
            "Hire Date",
            "Annual Salary",
            "Employee ID",
            "Job Category",
            "Position Status",
            "FTE",
            "SOC Code",
            "Job Type",
        ] {
            assert_eq!(says(name), Says::Other, "{name}");
        }
        for name in [
            "",
            "-",
            "Supervisor Title",
            "Previous Job Title",
            "Book Title",
            "Title Clerk",
            "Position Classifier",
            "Job Coach",
            "Role Player",
            "Department Manager",
            "State Trooper",
            "Occupational Therapist",
            "Cook",
            "Owner",
            "Unit Clerk",
            "Registered Nurse",
            "Staff",
            "Class",
            "1234",
            "Business Owner",
            "Service Worker Foreman",
        ] {
            assert_eq!(says(name), Says::Nothing, "{name}");
        }
    }

    #[test]
    fn names_are_alike_but_for_case_and_marks() {
        for (one, other) in [("Job Title", "job_title"), ("JobTitle", "JOB TITLE"), ("#", "#"), ("Beruf ", "beruf")] {
            assert!(are_alike(one, other), "{one} {other}");
        }
        assert!(!are_alike("Job", "Job Title") && !are_alike("", "-"));
    }
}
