//! Made-up texts, and someone who has pasted one to be matched.

use rolescope::screens::matching::OPEN;

use super::User;

/// An advertisement with what stands around the work in real ones.
pub const NOTICE: &str = "Line Cook

About us
Copper Pot is a family-owned restaurant, founded in 1987. We are proud of our awards.

Your duties:
- Prepare vegetables, meat and fish for the dinner service
- Cook dishes to order on the grill, the fryer and the saut\u{e9} station
- Check the temperature of food and of the walk-in refrigerator
- Clean knives, slicers and the station at the end of the shift

Benefits
We offer dental insurance, paid time off and a 401(k). $19 to $23 per hour.

We are an equal opportunity employer. To apply, send your resume to our recruiter.
";

/// The CV of somebody who has held two jobs.
pub const CV: &str = "Jo Example
Springfield, IL

PROFESSIONAL EXPERIENCE

Registered Nurse, Mercy Hospital, 2019 - Present
- Assess patients, give medications and keep charts on a surgical unit
- Teach patients and families how to care for wounds at home
- Work with Epic Systems and infusion pumps

Cashier, Corner Store, 2015 - 2019
- Took payments and gave change

EDUCATION
Associate degree in nursing, 2018

REFERENCES
Available upon request
";

/// Someone who has pasted a text.
pub fn user(text: &str) -> User {
    let mut user = User::new();
    user.tell(OPEN).paste(text);
    user
}
