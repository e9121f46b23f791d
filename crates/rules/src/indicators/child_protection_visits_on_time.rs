//! Visits to children on a protection plan, made when they were due by the child's own worker.

use record::events::VisitMade;

use super::seen_alone::{How, how};
use super::{Case, Example, Indicator, Measure, Polarity, When, fallen_due};
use crate::{Circle, Duty};

/// Each visit is due from the one before, by the interval that the plan sets, else within four weeks. Only a
/// visit on which the child's own registered social worker saw the child counts. Grouped by whether the
/// child was seen alone; a visit on which nobody said is not counted as seen alone.
pub(super) const CHILD_PROTECTION_VISITS_ON_TIME: Indicator = Indicator {
    id: "child_protection_visits_on_time",
    title: "Protection visits on time and seen alone",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "visits due under a protection plan, dated by the day they were due",
    numerator: "those made by then by the child's own social worker, who saw the child",
    source: "The plan's own interval; where it sets none, four weeks as inspections count",
    cases,
    examples: &[
        Example {
            title: "seen alone in time; by another worker; late and with alone left blank",
            notation: "
recording by manager as team_manager
  2020-01-06 hannah registration.recorded
    register: Social Work England
  2020-01-06 sam registration.recorded
    register: Social Work England
  2026-03-02 child child_protection_plan.started
  2026-03-02 child allocation.started
    worker: hannah
recording by hannah as social_worker
  2026-03-20 child visit.made
    seen: yes
    seen_alone: yes
recording by sam as social_worker
  2026-04-10 child visit.made
    seen: yes
    seen_alone: yes
recording by hannah as social_worker
  2026-04-20 child visit.made
    seen: yes
  2026-05-01 child child_protection_plan.ended
",
            expect: &[
                "2026-03-30 met [Seen alone]: within 4 weeks",
                "2026-04-17 not met [Seen, alone not recorded]: not until 20 April 2026",
            ],
        },
        Example {
            title: "not made at all",
            notation: "
recording by manager as team_manager
  2026-03-02 child child_protection_plan.started
",
            expect: &["2026-03-30 not met [Not seen]: there is none on record"],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let due = fallen_due::cases(circle, &["cp-visit-planned", "cp-visit-4w"], "A visit under the plan");
    due.into_iter().map(|(case, duty)| case.grouped(seen(circle, &duty).label())).collect()
}

/// How the child was seen on the visit that answered a duty.
fn seen(circle: &Circle, duty: &Duty) -> How {
    let Some((visit, _)) = duty.run.stopped else { return How::NotSeen };
    let made = circle.timeline.of::<VisitMade>().find(|(entry, _)| entry.id == visit);
    made.map_or(How::NotSeen, |(entry, visit)| how(circle, entry, visit))
}
