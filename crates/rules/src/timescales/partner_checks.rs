//! What the agencies of a multi-agency hub know of a child, by how serious the contact is.

use calendar::Within;
use jiff::civil::date;
use record::events::Rating;

use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

const PROTOCOLS: Law = Law {
    force: Force::LocalPractice,
    source: "local practice: common protocols of multi-agency safeguarding hubs",
    from: date(2011, 1, 1),
    to: None,
};

/// Gather what partners know about a contact rated red.
pub(super) const RED: Timescale = Timescale {
    id: "mash-triage-red",
    title: "Gather what partners know (red)",
    law: PROTOCOLS,
    changeover: Changeover::Unmoved,
    within: Within::Hours(4),
    set_by: Some("partner_checks_red_hours"),
    starts: "the contact rated red",
    stops: "the contact is screened",
    stopped_by: "contact.screened",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, Rating::Red),
    examples: &[
        Example {
            title: "screened four hours later",
            notation: "
recording by screener as screener
  2026-03-06 09:00 child contact.received
    rating: red
  2026-03-06 13:00 child contact.screened
",
            on: "2026-03-31",
            expect: &["2026-03-06 met"],
        },
        Example {
            title: "a minute over, though the decision followed on the same day",
            notation: "
recording by screener as screener
  2026-03-06 09:00 child contact.received
    rating: red
  2026-03-06 13:01 child contact.screened
  2026-03-06 15:00 child contact.decided
",
            on: "2026-03-31",
            expect: &["2026-03-06 late"],
        },
    ],
};

/// Gather what partners know about a contact rated amber.
pub(super) const AMBER: Timescale = Timescale {
    id: "mash-triage-amber",
    title: "Gather what partners know (amber)",
    law: PROTOCOLS,
    changeover: Changeover::Unmoved,
    within: Within::Hours(24),
    set_by: Some("partner_checks_amber_hours"),
    starts: "the contact rated amber",
    stops: "the contact is screened",
    stopped_by: "contact.screened",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, Rating::Amber),
    examples: &[
        Example {
            title: "the night the clocks go forward is an hour short, and hours are hours",
            notation: "
recording by screener as screener
  2026-03-28 18:00 child contact.received
    rating: amber
  2026-03-29 19:00 child contact.screened
",
            on: "2026-04-30",
            expect: &["2026-03-29 met"],
        },
        Example {
            title: "not screened by the day after",
            notation: "
recording by screener as screener
  2026-03-24 18:00 child contact.received
    rating: amber
",
            on: "2026-03-26",
            expect: &["2026-03-25 overdue"],
        },
    ],
};

/// Gather what partners know about a contact rated green.
pub(super) const GREEN: Timescale = Timescale {
    id: "mash-triage-green",
    title: "Gather what partners know (green)",
    law: PROTOCOLS,
    changeover: Changeover::Unmoved,
    within: Within::Hours(72),
    set_by: Some("partner_checks_green_hours"),
    starts: "the contact rated green",
    stops: "the contact is screened",
    stopped_by: "contact.screened",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, Rating::Green),
    examples: &[
        Example {
            title: "a weekend does not pause hours",
            notation: "
recording by screener as screener
  2026-03-06 09:00 child contact.received
    rating: green
  2026-03-09 09:00 child contact.screened
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "an hour over",
            notation: "
recording by screener as screener
  2026-03-06 09:00 child contact.received
    rating: green
  2026-03-09 10:00 child contact.screened
",
            on: "2026-03-31",
            expect: &["2026-03-09 late"],
        },
    ],
};

fn runs(circle: &Circle, rating: Rating) -> Vec<Run> {
    let contacts = circle.timeline.contacts.iter().filter(|contact| contact.rating == Some(rating));
    contacts
        .map(|contact| {
            let screened = contact.screened.map(|(by, at, _)| (by, at));
            // A contact decided without screening needs no more of it.
            let decided = contact.decided.as_ref().map(|decided| decided.at.date());
            let lapsed = earliest([circle.grown_up(), decided]);
            Run::started(contact.by, contact.received).stopped(screened).lapsed(lapsed)
        })
        .collect()
}
