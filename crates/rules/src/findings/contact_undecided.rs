//! A contact that waits for its decision past the limit that its risk allows.

use calendar::Within;
use record::Choices;
use record::events::Rating;
use record::timeline::Contact;

use super::limit::{hours, missed_on, moment, sum, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

// LAW: Working Together to Safeguard Children, chapter 3 (2023): a decision within one working day. The hours
// for a red contact are the authority's own.
pub(super) const FINDING: Finding = Finding {
    id: "contact-undecided",
    title: "Contact without a decision",
    failing: Some("F006"),
    source: "Working Together to Safeguard Children: a decision within one working day",
    for_whom: &[Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example {
            title: "a red contact of the morning is late the same evening",
            notation: "
recording by screener as screener
  2026-03-02 09:00 child contact.received
    rating: red
",
            on: "2026-03-02",
            expect: &["8 hours from 2 March 2026 at 9:00am ended on 2 March 2026 at 5:00pm"],
        },
        Example {
            title: "an ordinary contact has until the end of the next working day",
            notation: FRIDAY,
            on: "2026-03-09",
            expect: &[],
        },
        Example {
            title: "and then waits, ready to decide, since screening proposed an outcome",
            notation: FRIDAY,
            on: "2026-03-10",
            expect: &["ready to decide: screening proposed “Accepted as a referral”"],
        },
        Example { title: "until it is decided", notation: FRIDAY, on: "2026-03-11", expect: &[] },
    ],
};

const FRIDAY: &str = "
recording by screener as screener
  2026-03-06 15:00 child contact.received
    rating: green
  2026-03-06 16:00 child contact.screened
    proposed: referral
recording by manager as front_door_manager
  2026-03-11 child contact.decided
    outcome: referral
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.contacts.iter().map(|contact| undecided(circle, contact)).collect()
}

fn undecided(circle: &Circle, contact: &Contact) -> Found {
    let within = limit(circle, contact);
    let ready = contact.screened.as_ref().and_then(|(_, at, proposed)| {
        let proposed = (*proposed)?;
        let when = moment(*at);
        Some(format!(" It is ready to decide: screening proposed “{}” on {when}.", proposed.label()))
    });
    let (from, what) = match contact.reopened {
        Some((_, at)) => (at, "was reopened when its decision was overturned, and has no new one"),
        None => (contact.received, "has no decision"),
    };
    let because = format!(
        "The contact about {} {what}: {}.{}",
        circle.child(),
        sum(within, from),
        ready.unwrap_or_default()
    );
    let entries = [Some(contact.by), contact.screened.as_ref().map(|(by, _, _)| *by)];
    Found::since(missed_on(within, from), because)
        .cleared(contact.decided.as_ref().map(|decision| decision.at.date()))
        .from(entries.into_iter().flatten())
        .mended_by("contact.decided")
        .waited_from(from.date())
}

/// The limit by risk.
fn limit(circle: &Circle, contact: &Contact) -> Within {
    match contact.rating {
        Some(Rating::Red) => hours(circle.settings.limit("high_risk_contact_decision_hours")),
        _ => working_days(circle.settings.limit("contact_decision_working_days")),
    }
}
