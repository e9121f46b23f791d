//! A referral that has not yet been traced to a decision and to sight of the child.

use calendar::display;
use record::timeline::Referral;

use super::limit::involvement_from;
use super::{Example, Finding};
use crate::days::earliest;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "referral-unresolved",
    title: "Referral without an outcome or sight of the child",
    failing: Some("F016"),
    source: "Children Act 1989 s17 and s47; inspection: each referred child shown to be safe",
    for_whom: &[Audience::Manager],
    look,
    examples: &[
        Example {
            title: "no outcome yet",
            notation: ACCEPTED,
            on: "2026-03-02",
            expect: &["received on 2 March 2026 has no outcome"],
        },
        Example {
            title: "an outcome, and the child not seen",
            notation: ACCEPTED,
            on: "2026-03-03",
            expect: &["was accepted on 3 March 2026 and no worker has seen"],
        },
        Example { title: "outcome and sight recorded", notation: ACCEPTED, on: "2026-03-05", expect: &[] },
    ],
};

const ACCEPTED: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-03 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-03-05 child visit.made
    seen: yes
";

fn look(circle: &Circle) -> Vec<Found> {
    let referrals = circle.timeline.referrals.iter();
    referrals
        .flat_map(|referral| [Some(undecided(circle, referral)), unseen(circle, referral)])
        .flatten()
        .collect()
}

fn undecided(circle: &Circle, referral: &Referral) -> Found {
    let received = referral.received.date();
    let because = format!(
        "The referral of {} received on {} has no outcome.",
        circle.child(),
        display::full_date(received)
    );
    let decided = referral.decided.as_ref().filter(|decision| decision.said.outcome.is_some());
    Found::since(received, because)
        .cleared(decided.map(|decision| decision.at.date()))
        .from([referral.by])
        .mended_by("referral.decided")
        .waited_from(received)
}

fn unseen(circle: &Circle, referral: &Referral) -> Option<Found> {
    let decision = referral.decided.as_ref().filter(|_| referral.accepted())?;
    let received = referral.received.date();
    let because = format!(
        "The referral of {} was accepted on {} and no worker has seen the child since it came on {}.",
        circle.child(),
        display::full_date(decision.at.date()),
        display::full_date(received)
    );
    let closed = involvement_from(circle, received).and_then(|involvement| involvement.span.to);
    let seen = circle.first_sight_from(received).map(|sight| sight.on);
    let found = Found::since(decision.at.date(), because).cleared(earliest([seen, closed]));
    Some(found.from([referral.by, decision.by]).mended_by("visit.made").waited_from(received))
}
