//! A referred child whom no worker has seen within the limit that the risk allows.

use calendar::Within;
use record::events::Rating;
use record::timeline::Referral;

use super::limit::{involvement_from, missed_on, sum, working_days};
use super::{Example, Finding};
use crate::days::earliest;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "first-visit-missing",
    title: "Not seen since the referral",
    failing: Some("F007"),
    source: "Working Together to Safeguard Children, chapter 3: how soon a child is seen follows the risk",
    for_whom: &[Audience::Worker, Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example {
            title: "amber: three working days to see the child",
            notation: AMBER,
            on: "2026-03-05",
            expect: &[],
        },
        Example {
            title: "amber: listed the next morning",
            notation: AMBER,
            on: "2026-03-06",
            expect: &["3 working days from 2 March 2026 ended on 5 March 2026"],
        },
        Example {
            title: "a visit at which the child was seen",
            notation: AMBER,
            on: "2026-03-10",
            expect: &[],
        },
        Example {
            title: "a visit at which the child was not seen does not do",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
    rating: red
  2026-03-03 child visit.made
    seen: no
",
            on: "2026-03-20",
            expect: &["1 working day from 2 March 2026"],
        },
        Example {
            title: "a referral that leads to nothing asks for no visit",
            notation: "
recording by manager as front_door_manager
  2026-03-02 child referral.received
    rating: green
  2026-03-03 child referral.decided
    outcome: no_further_action
",
            on: "2026-03-20",
            expect: &[],
        },
    ],
};

const AMBER: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
    rating: amber
  2026-03-02 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-03-09 child visit.made
    seen: yes
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.referrals.iter().map(|referral| unseen(circle, referral)).collect()
}

fn unseen(circle: &Circle, referral: &Referral) -> Found {
    let received = referral.received;
    let within = limit(circle, referral);
    let refused =
        referral.decided.as_ref().filter(|_| !referral.accepted()).map(|decision| decision.at.date());
    let closed = involvement_from(circle, received.date()).and_then(|involvement| involvement.span.to);
    let seen = circle.first_sight_from(received.date()).map(|sight| sight.on);
    let because = format!(
        "No worker has seen {} since the referral: {}, the limit for its risk.",
        circle.child(),
        sum(within, received)
    );
    Found::since(missed_on(within, received), because)
        .cleared(earliest([seen, refused, closed]))
        .from([referral.by])
        .mended_by("visit.made")
        .waited_from(received.date())
}

/// The decision's own limit, or the authority's by risk; a referral that nobody rated has the longest.
fn limit(circle: &Circle, referral: &Referral) -> Within {
    let own = referral.decided.as_ref().and_then(|decision| decision.said.first_visit_working_days);
    let by_risk = || circle.settings.first_visit_working_days(referral.rating.unwrap_or(Rating::Green));
    working_days(own.unwrap_or_else(by_risk))
}
