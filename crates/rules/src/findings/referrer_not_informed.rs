//! A referrer whom nobody told what was decided.

use super::limit::{missed_on, sum, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "referrer-not-informed",
    title: "Referrer not told the decision",
    failing: Some("F011"),
    source: "Working Together to Safeguard Children, chapter 3: feedback to the referrer on the decision",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "three working days to tell them",
            notation: DECIDED,
            on: "2026-03-06",
            expect: &[],
        },
        Example {
            title: "not told when they have passed",
            notation: DECIDED,
            on: "2026-03-07",
            expect: &["Ms Rowe has not been told"],
        },
        Example { title: "told", notation: DECIDED, on: "2026-03-10", expect: &[] },
        Example {
            title: "somebody who gave no name cannot be told",
            notation: "
recording by manager as front_door_manager
  2026-03-02 child contact.received
    source: 9
  2026-03-03 child contact.decided
    outcome: no_further_action
",
            on: "2026-03-20",
            expect: &[],
        },
    ],
};

const DECIDED: &str = "
recording by screener as screener
  2026-03-02 child contact.received
    source: 2A
    referrer_name: Ms Rowe
recording by manager as front_door_manager
  2026-03-03 child contact.decided
    outcome: referral
recording by screener as screener
  2026-03-10 child referrer.informed
";

/// The national code for a source that gave no name.
const ANONYMOUS: &str = "9";

fn look(circle: &Circle) -> Vec<Found> {
    let within = working_days(circle.settings.limit("referrer_informed_working_days"));
    let contacts = circle.timeline.contacts.iter();
    let reachable = contacts.filter(|contact| contact.said.source.is_none_or(|s| s.code() != ANONYMOUS));
    let decided = reachable.filter_map(|contact| Some((contact, contact.decided.as_ref()?)));
    let found = decided.map(|(contact, decision)| {
        let by_record = || contact.said.referrer.as_ref().map(|referrer| circle.name_of(referrer));
        let who = contact.said.referrer_name.clone().or_else(by_record);
        let because = format!(
            "{} has not been told what was decided about {}: {}.",
            who.unwrap_or_else(|| "the referrer".to_owned()),
            circle.child(),
            sum(within, decision.at)
        );
        Found::since(missed_on(within, decision.at), because)
            .cleared(contact.informed.map(|(_, at)| at.date()))
            .from([contact.by, decision.by])
            .mended_by("referrer.informed")
            .waited_from(decision.at.date())
    });
    found.collect()
}
