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

/// Everyday, British and old words for what somebody is, each with words of the titles that it means; by letter. They
/// count only where no text holds the word itself.
const EVERYDAY: [(&str, &[&str]); 102] = [
    ("anaesthetist", &["anesthetist", "anesthesiologist"]),
    ("ballplayer", &["athlete"]),
    ("boffin", &["scientist"]),
    ("bookseller", &["book"]),
    ("busker", &["musician"]),
    ("cabbie", &["taxi"]),
    ("cabby", &["taxi"]),
    ("cabdriver", &["taxi"]),
    ("cameraperson", &["camera"]),
    ("caricaturist", &["cartoonist"]),
    ("ceramicist", &["pottery", "ceramic"]),
    ("charlady", &["cleaner"]),
    ("chimneysweep", &["chimney"]),
    ("compere", &["announcer"]),
    ("conjurer", &["entertainer"]),
    ("councillor", &["legislator"]),
    ("cowgirl", &["ranch", "cattle"]),
    ("cowhand", &["ranch", "cattle"]),
    ("crofter", &["farmer"]),
    ("crooner", &["singer"]),
    ("deliveryman", &["delivery"]),
    ("dockworker", &["longshore", "dock"]),
    ("dogcatcher", &["animal"]),
    ("dogsbody", &["helper"]),
    ("dustman", &["garbage", "collector"]),
    ("envoy", &["ambassador"]),
    ("essayist", &["writer"]),
    ("farmhand", &["farm"]),
    ("fiddler", &["musician"]),
    ("fieldhand", &["field", "farm"]),
    ("firewoman", &["firefighter"]),
    ("fisherwoman", &["fisher", "fishing"]),
    ("fishmonger", &["fish", "seafood"]),
    ("fortuneteller", &["psychic"]),
    ("friar", &["religious"]),
    ("gaoler", &["jailer", "correctional"]),
    ("goatherd", &["goat"]),
    ("gravedigger", &["cemetery"]),
    ("greengrocer", &["produce", "grocery"]),
    ("gumshoe", &["detective", "investigator"]),
    ("gynaecologist", &["gynecologist"]),
    ("haematologist", &["hematologist"]),
    ("headmistress", &["principal"]),
    ("hotelier", &["hotel"]),
    ("impresario", &["promoter", "producer"]),
    ("ironmonger", &["hardware"]),
    ("launderette", &["laundry"]),
    ("lawman", &["police"]),
    ("manservant", &["butler"]),
    ("mayor", &["legislator"]),
    ("moneylender", &["loan", "lender"]),
    ("navvy", &["construction", "laborer"]),
    ("newsagent", &["newspaper"]),
    ("newsman", &["journalist", "reporter"]),
    ("newsreader", &["announcer"]),
    ("nightwatchman", &["watchman"]),
    ("oddsmaker", &["bookmaker"]),
    ("orthopaedist", &["orthopedic"]),
    ("paediatrician", &["pediatrician"]),
    ("paparazzo", &["photographer"]),
    ("paratrooper", &["airborne", "infantry"]),
    ("parson", &["clergy", "pastor"]),
    ("pedlar", &["vendor"]),
    ("physio", &["physical"]),
    ("ploughman", &["plow"]),
    ("portraitist", &["painter"]),
    ("publican", &["bar"]),
    ("ratcatcher", &["pest"]),
    ("salesclerk", &["salesperson"]),
    ("salesgirl", &["salesperson"]),
    ("saleslady", &["salesperson"]),
    ("schoolmaster", &["teacher"]),
    ("schoolmistress", &["teacher"]),
    ("schoolteacher", &["teacher"]),
    ("seafarer", &["sailor", "seaman"]),
    ("sharecropper", &["farmer"]),
    ("shipbuilder", &["ship"]),
    ("shopkeeper", &["store", "retail"]),
    ("showgirl", &["dancer"]),
    ("skivvy", &["maid"]),
    ("sleuth", &["detective", "investigator"]),
    ("soprano", &["singer"]),
    ("stablehand", &["stable"]),
    ("stableman", &["stable"]),
    ("stockboy", &["stock"]),
    ("stockbroker", &["securities", "broker"]),
    ("storeman", &["warehouse"]),
    ("stuntwoman", &["stunt", "performer"]),
    ("sysadmin", &["systems", "administrator"]),
    ("taxman", &["tax", "revenue"]),
    ("techie", &["technician"]),
    ("telegraphist", &["telegraph"]),
    ("temp", &["temporary"]),
    ("thatcher", &["roofer"]),
    ("underling", &["assistant"]),
    ("vintner", &["wine"]),
    ("vlogger", &["video"]),
    ("warder", &["correctional"]),
    ("washerwoman", &["laundry"]),
    ("whaler", &["fishing"]),
    ("wigmaker", &["wig"]),
    ("woodcutter", &["logger"]),
];

/// Other words for a word.
pub fn of(word: &str) -> impl Iterator<Item = &'static str> {
    let groups = GROUPS.iter().filter(move |group| group.contains(&word));
    groups.flat_map(|group| group.iter().copied())
}

/// Words of titles for a word that no text holds, in the singular or the plural.
pub fn of_everyday(word: &str) -> &'static [&'static str] {
    let find = |word: &str| EVERYDAY.binary_search_by_key(&word, |(everyday, _)| everyday).ok();
    let at = find(word).or_else(|| find(word.strip_suffix('s')?));
    at.and_then(|at| EVERYDAY.get(at)).map_or(&[], |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_once() {
        let mut words: Vec<&str> = GROUPS.concat();
        words.sort_unstable();
        let all = words.len();
        words.dedup();
        assert_eq!(words.len(), all);
        assert!(EVERYDAY.is_sorted_by(|(a, _), (b, _)| a < b), "a word is looked up by halves");
        assert_eq!(of_everyday("mayors"), of_everyday("mayor"));
        assert!(!of_everyday("mayor").is_empty() && of_everyday("s").is_empty());
        assert!(of("car").any(|word| word == "automobile") && of("bee").next().is_none());
    }

    #[test]
    fn an_everyday_word_is_one_that_no_text_of_the_snapshot_holds_and_means_words_that_some_do() {
        let engine = crate::snapshot::open().unwrap();
        for (everyday, words) in EVERYDAY {
            let stem = engine.analyser.borrow_mut().words(everyday).pop().unwrap().stem;
            assert!(engine.stem_number(&stem).is_none(), "{everyday} is known");
            for word in words {
                assert!(engine.corpus.find(word).is_some(), "{everyday}: nothing says {word}");
            }
        }
        for (query, code) in [
            ("sharecroppers", "11-9013"),
            ("paediatrician", "29-1221"),
            ("stockbroker", "41-3031"),
            ("mayor", "11-1031"),
        ] {
            let hit = engine.search(query, 1).hits.into_iter().next().unwrap();
            assert_eq!(engine.catalog().role(hit.role).unwrap().code.soc().to_string(), code, "{query}");
        }
    }
}
