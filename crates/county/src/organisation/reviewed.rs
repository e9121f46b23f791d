//! Managers look at what their workers carry, every quarter, with each of them.

use calendar::periods::{add_calendar_days, add_months};
use calendar::working_days::roll_forward;
use jiff::civil::Date;
use record::events::{CaseloadReviewed, Role};

use super::{Organisation, Worker};
use crate::sitting::{Sitting, instant};

/// What presses, and what was agreed: by turns.
const SAID: [(&str, &str); 4] = [
    (
        "Two families far apart; the reports for court take the mornings.",
        "One assessment goes to a colleague. Visits in the east are put on one day.",
    ),
    ("Many children in one family, each with a plan.", "No new child until the core group has met."),
    ("Nothing out of the ordinary.", "As it is. Look again in three months."),
    ("Recording is done in the evenings.", "Half a day a week without calls, to record."),
];

impl Organisation {
    /// The reviews of the year before the last day: each social worker every three months, but for every seventh,
    /// whose manager never found the time.
    pub(crate) fn caseloads_reviewed(&self, to: Date) -> Vec<Sitting> {
        let mut all = Vec::new();
        let carrying = self.workers.iter().enumerate().filter(|(_, one)| one.role == Role::SocialWorker);
        for (place, worker) in carrying.filter(|(place, _)| place % 7 != 3) {
            for quarter in 0..4 {
                let before = i32::try_from(5 + quarter * 91 + place % 60).unwrap_or(0);
                let day = roll_forward(add_calendar_days(to, -before));
                if worker.serves_on(day) && day <= to && day > self.founded {
                    all.push(self.reviewed(worker, place + quarter, day));
                }
            }
        }
        all.sort_by_key(|sitting| sitting.at);
        all
    }

    fn reviewed(&self, worker: &Worker, turn: usize, day: Date) -> Sitting {
        let manager = &self.workers[self.teams[worker.team].manager].id;
        let mut sitting = Sitting::by(manager, Role::TeamManager);
        sitting.at = instant(day, 15 * 60 + i32::try_from(turn % 90).unwrap_or(0));
        let (pressures, agreed) = SAID[turn % SAID.len()];
        let hours = |least: u32, spread: u32| {
            (least + u32::try_from(turn).unwrap_or(0) % spread) * worker.percent / 100
        };
        let review = CaseloadReviewed {
            reviewed_by: Some(manager.clone()),
            direct_contact_hours: Some(hours(9, 6)),
            travel_hours: Some(hours(4, 5)),
            pressures: Some(pressures.to_owned()),
            agreed: Some(agreed.to_owned()),
            next_on: Some(add_months(day, 3)),
        };
        sitting.say(&worker.id, day, review);
        sitting
    }
}
