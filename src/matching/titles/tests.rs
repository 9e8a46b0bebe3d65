use super::*;
use crate::matching::text::Chosen;

fn titles_of(letters: &str) -> Vec<FoundTitle> {
    thread_local! {
        static ENGINE: Engine = crate::snapshot::open().unwrap();
    }
    let text = Text::of(letters, &Chosen::default());
    ENGINE.with(|engine| found(engine, &text))
}

fn first(letters: &str) -> String {
    let titles = titles_of(letters);
    titles.first().map_or(String::new(), |title| {
        assert_eq!(
            letters.get(title.range.clone()).unwrap().split_whitespace().collect::<Vec<_>>().join(" "),
            title.title
        );
        title.title.clone()
    })
}

/// What stands below a title in most of the tests.
const DUTIES: &str = "\n\nDuties\n- Answer the phone and greet whoever comes in\n- Keep the records in order\n";

#[test]
fn a_title_is_found_in_a_line_of_its_own_without_what_stands_around_it() {
    for (line, title) in [
        ("Registered Nurse", "Registered Nurse"),
        ("# Backend Engineer", "Backend Engineer"),
        ("Staff Accountant – Dayton, OH", "Staff Accountant"),
        ("Line Cook (Full time) - Req 1234 - $25/hr", "Line Cook"),
        ("Supervisory Forester GS-0460-11", "Supervisory Forester"),
        ("Data Scientist at Example Corp", "Data Scientist"),
        ("CLASS: SENIOR ACCOUNTANT 1523", "SENIOR ACCOUNTANT"),
        ("Job Title: School Bus Driver (Extra)", "School Bus Driver"),
        ("NOTICE OF VACANCY: Deputy Probation Officer I/II", "Deputy Probation Officer"),
        ("Now hiring: Dental Hygienist!", "Dental Hygienist"),
        ("Director of Facilities and Operations", "Director of Facilities and Operations"),
        ("IT Support Technician Job in Madison", "IT Support Technician"),
    ] {
        assert_eq!(first(&format!("{line}{DUTIES}")), title, "{line}");
    }
}

#[test]
fn a_title_is_found_in_a_sentence() {
    for (sentence, title) in [
        ("Example Corp is currently seeking an experienced Dental Hygienist to join our team.", "Dental Hygienist"),
        ("As a Contract Specialist, you will write solicitations and award orders.", "Contract Specialist"),
        ("The incumbent serves as a Fish Biologist in the regional office.", "Fish Biologist"),
        ("The Warehouse Clerk is responsible for the counts of the day.", "Warehouse Clerk"),
        ("We are adding a Media Relations Specialist.", "Media Relations Specialist"),
        ("An experienced plumber is needed for service calls.", "plumber"),
        ("Reporting to the controller, the Tax Specialist will file returns in many states.", "Tax Specialist"),
        ("Hi, I am a licensed electrician with ten years in houses.", "licensed electrician"),
        ("The Sterile Processing Technician cares for all instruments.", "Sterile Processing Technician"),
    ] {
        let around = format!("A word about us before all else. {sentence} Pay is paid every other week.");
        assert_eq!(first(&around), title, "{sentence}");
    }
}

#[test]
fn nobody_else_is_taken_for_the_job() {
    for letters in [
        "Department of Veterans Affairs\nVeterans Health Administration\nReports to: Store Manager\n\
            - You work with engineers and help customers\n- Call the supervisor when the line stops",
        "What I do all day\n- feed the dogs\n- clean the runs\n- call the owners",
        "Prairie State Builders\nOffice of the Secretary\nJoliet, IL",
        "Operate heavy equipment, such as a backhoe, loader and dump truck.",
    ] {
        assert_eq!(first(letters), "", "{letters}");
    }
}

#[test]
fn where_line_breaks_were_lost_titles_are_still_found() {
    assert_eq!(
        first("Join us!Position: Associate, VisualDepartment: StoresThe Office Administrator provides support."),
        "Associate, Visual"
    );
    assert_eq!(first("Job Title: Personal BankerJob ID Number: 5211292"), "Personal Banker");
}

#[test]
fn alternatives_and_two_jobs_are_told() {
    let titles = titles_of(&format!("Cook/Dishwasher{DUTIES}"));
    assert_eq!(titles[0].title, "Cook/Dishwasher");
    assert!(titles.iter().any(|title| title.is_another && title.title == "Dishwasher"), "{titles:?}");
    let one = titles_of(&format!("LPN / LVN{DUTIES}"));
    assert!(one.iter().all(|title| !title.is_another), "{one:?}");
}

#[test]
fn what_is_said_again_is_surer() {
    let once = titles_of(&format!("Warehouse Clerk{DUTIES}"))[0].sureness;
    let more = titles_of(&format!("Warehouse Clerk{DUTIES}The Warehouse Clerk is responsible for counts."))[0].sureness;
    assert!(more > once && more <= 1.0, "{once} {more}");
}
