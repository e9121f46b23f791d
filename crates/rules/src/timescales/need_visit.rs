//! Visits to a child in need.

use calendar::Within;
use jiff::civil::date;
use record::events::{VisitMade, YesNo};

use super::intervals::chain;
use super::scope::{Moment, ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// See a child in need as often as the plan says, or else as the authority does.
///
/// No law says how often. Any worker's visit counts at which the child was seen.
pub(super) const NEED_VISIT: Timescale = Timescale {
    id: "cin-visit-local",
    title: "Visit the child in need",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: four weeks counted as twenty working days, where the plan sets no other",
        from: date(2005, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(20),
    set_by: Some("need_visit_working_days"),
    starts: "the start of the plan or the visit before",
    stops: "the child is seen",
    stopped_by: "visit.made",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "twenty working days, the last interval broken off by the end of the plan",
            notation: "
recording by worker as social_worker
  2026-03-02 child child_in_need_plan.agreed
  2026-03-30 child visit.made
    seen: yes
  2026-04-20 child child_in_need_plan.ended
",
            on: "2026-06-30",
            expect: &["2026-03-30 met", "2026-04-29 lapsed"],
        },
        Example {
            title: "the plan sets ten, and a visit at which the child was not seen stops nothing",
            notation: "
recording by worker as social_worker
  2026-03-02 child child_in_need_plan.agreed
    visit_every_working_days: 10
  2026-03-12 child visit.made
    seen: no
  2026-03-17 child visit.made
    seen: yes
",
            on: "2026-03-31",
            expect: &["2026-03-16 late", "2026-03-31 due"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let visits = circle.timeline.of::<VisitMade>().filter(|(_, visit)| visit.seen == Some(YesNo::Yes));
    let seen: Vec<Moment> = visits.map(|(entry, _)| (entry.id, entry.occurred)).collect();
    let plans = circle.timeline.need_plans.iter();
    plans
        .filter_map(|plan| {
            let until = earliest([plan.span.to, ceases(circle, plan.span.from)]);
            let own = plan.said.visit_every_working_days;
            let own = own.map(|days| Within::WorkingDays(i32::try_from(days).unwrap_or(i32::MAX)));
            Some(chain(moment(circle, plan.by)?, seen.iter().copied(), until, |_, _| own))
        })
        .flatten()
        .collect()
}
