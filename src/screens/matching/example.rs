//! A text to try the screen with: invented, of no employer.

/// An advertisement with the noise of real ones.
pub const EXAMPLE: &str = "\
Dialysis Technician

About us
Harbor Kidney Care is a family-owned group of eleven clinics. We put people first.

What you will do
- Set up dialysis machines and test them before each treatment
- Take blood pressure, weight and temperature, and note them in the chart
- Insert needles, start the treatment and watch patients for cramps or a drop in pressure
- Draw blood samples and send them to the laboratory
- Clean and disinfect machines, chairs and water lines
- Tell the charge nurse when a patient's condition changes

What you bring
- Experience with Epic or a similar electronic health record
- Calm manner, team player, good communication skills
- High school diploma or GED

Benefits
401(k) with match, dental and vision, 15 days of paid time off. $21 to $26 per hour.

We are an equal opportunity employer. To apply, send your resume to our recruiter.
";
