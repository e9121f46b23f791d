//! The first time a worker sees a referred child.

use calendar::Within;
use jiff::civil::date;
use record::events::{Rating, VisitMade, YesNo};
use record::timeline::Referral;

use super::scope::{ceases, first_since};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// See a referred child for the first time, by how serious the risk is.
///
/// The decision on the referral may set the number for this child; otherwise the rating does, and a referral
/// that nobody rated has the longest of the three. Any worker's sight of the child counts. A referral that was
/// turned down asks for no visit; one still undecided does.
pub(super) const FIRST_VISIT: Timescale = Timescale {
    id: "first-visit-by-rating",
    title: "See the child for the first time",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: working days from the referral by the risk",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(5),
    set_by: None,
    starts: "the referral",
    stops: "a worker sees the child",
    stopped_by: "visit.made",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "a red referral, seen the next working day",
            notation: "
recording by worker as social_worker
  2026-03-06 child referral.received
    rating: red
  2026-03-09 child visit.made
    seen: yes
",
            on: "2026-03-31",
            expect: &["2026-03-09 met"],
        },
        Example {
            title: "an amber referral: a visit at which the child was not seen stops nothing",
            notation: "
recording by worker as social_worker
  2026-03-02 child referral.received
    rating: amber
  2026-03-04 child visit.made
    seen: no
  2026-03-06 child visit.made
    seen: yes
",
            on: "2026-03-31",
            expect: &["2026-03-05 late"],
        },
        Example {
            title: "the decision set two working days, and nobody went",
            notation: "
recording by manager as front_door_manager
  2026-03-02 child referral.received
    rating: green
  2026-03-02 child referral.decided
    outcome: assessment
    first_visit_working_days: 2
",
            on: "2026-03-05",
            expect: &["2026-03-04 overdue"],
        },
        Example {
            title: "turned down: no visit is asked for",
            notation: "
recording by manager as front_door_manager
  2026-03-02 child referral.received
    rating: green
  2026-03-02 child referral.decided
    outcome: no_further_action
",
            on: "2026-03-31",
            expect: &[],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let seen = circle.timeline.of::<VisitMade>().filter(|(_, visit)| visit.seen == Some(YesNo::Yes));
    let seen: Vec<_> = seen.map(|(entry, _)| (entry.id, entry.occurred)).collect();
    let referrals = circle.timeline.referrals.iter().filter(|referral| asks_for_visit(referral));
    referrals
        .map(|referral| {
            let start = (referral.by, referral.received);
            Run::started(start.0, start.1)
                .within(Some(within(circle, referral)))
                .stopped(first_since(seen.iter().copied(), start))
                .lapsed(ceases(circle, start.1.date()))
        })
        .collect()
}

fn asks_for_visit(referral: &Referral) -> bool {
    referral.decided.is_none() || referral.accepted()
}

fn within(circle: &Circle, referral: &Referral) -> Within {
    let set = referral.decided.as_ref().and_then(|decided| decided.said.first_visit_working_days);
    let by_rating = || circle.settings.first_visit_working_days(referral.rating.unwrap_or(Rating::Green));
    Within::WorkingDays(i32::try_from(set.unwrap_or_else(by_rating)).unwrap_or(i32::MAX))
}
