//! Contacts decided within a working day of coming in.

use chronology::Occurred;
use record::timeline::Contact;

use super::words::{day, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// Beside the share stand the wait (a case's value, in days, and in hours in its reason where both times are
/// known) and whether the front door screened the contact (its group).
pub(super) const CONTACTS_DECIDED_IN_ONE_WORKING_DAY: Indicator = Indicator {
    id: "contacts_decided_in_one_working_day",
    title: "Contacts decided in one working day",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "contacts received, one for each child they are about",
    numerator: "those decided within one working day",
    source: "Working Together to Safeguard Children: a decision within one working day",
    cases,
    examples: &[Example {
        title: "decided on the next working day; a day over; not at all",
        notation: "
recording by screener as screener
  2026-03-06 16:00 child contact.received
  2026-03-09 child contact.screened
    proposed: referral
  2026-03-09 10:00 child contact.decided
    outcome: referral
  2026-03-13 child contact.received
  2026-03-17 child contact.decided
    outcome: no_further_action
  2026-03-20 child contact.received
",
        expect: &[
            "2026-03-06 met [Screened] = 3: 66 hours later",
            "2026-03-13 not met [Not screened] = 4: not within 1 working day",
            "2026-03-20 not met [Not screened]: No decision is recorded",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.contacts.iter().map(|contact| case(circle, contact)).collect()
}

fn case(circle: &Circle, contact: &Contact) -> Case {
    let within = circle.settings.within("contact_decision_working_days");
    let received = contact.received.date();
    let on = Dated::On(received);
    let screened = if contact.screened.is_some() { "Screened" } else { "Not screened" };
    let Some(decided) = contact.first_decided() else {
        let because = format!("No decision is recorded on the contact of {}.", day(received));
        return Case::new(on, false, because).grouped(screened).from([contact.by]);
    };
    let met = within.in_time(received, decided.at.date()) == Some(true);
    let because = format!(
        "The contact of {} was decided on {}{}: {}within {}.",
        day(received),
        day(decided.at.date()),
        wait(contact.received, decided.at),
        if met { "" } else { "not " },
        within.describe()
    );
    let case =
        Case::new(on, met, because).valued(days_between(received, decided.at.date())).grouped(screened);
    case.from([contact.by, decided.by])
}

fn wait(received: Occurred, decided: Occurred) -> String {
    let (Some(from), Some(to)) = (received.instant(), decided.instant()) else { return String::new() };
    format!(", {} hours later", to.duration_since(from).as_hours())
}
