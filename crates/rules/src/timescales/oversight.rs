//! A manager's eye on every open child.

use calendar::Within;
use jiff::civil::date;
use record::timeline::Involvement;

use super::intervals::{Beat, changing};
use super::scope::{Moment, ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::management::by_management;
use crate::{Circle, Force, Law, Run};

/// Look at an open child as a manager, and write down what was decided and why: every eight weeks at the
/// least, every four for a child on a protection plan.
pub(super) const OVERSIGHT: Timescale = Timescale {
    id: "oversight",
    title: "Record management oversight",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: every eight weeks, every four under a protection plan",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Weeks(8),
    set_by: None,
    starts: "the opening of the case, the start of the plan or the manager’s last entry",
    stops: "a manager records a decision or supervision",
    stopped_by: "management_decision.made",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "eight weeks to the day",
            notation: "
recording by manager as team_manager
  2026-01-12 child referral.received
  2026-01-13 child referral.decided
    outcome: services
  2026-03-10 child supervision.held
",
            on: "2026-05-06",
            expect: &["2026-03-10 met", "2026-05-05 overdue"],
        },
        Example {
            title: "a plan begins: four weeks from then, and a day over",
            notation: "
recording by manager as team_manager
  2026-01-12 child referral.received
  2026-01-13 child referral.decided
    outcome: services
  2026-02-02 child child_protection_plan.started
  2026-03-03 child management_decision.made
",
            on: "2026-03-31",
            expect: &["2026-03-02 late", "2026-03-31 due"],
        },
        Example {
            title: "closed and opened again: what was decided before counts for the case before",
            notation: "
recording by manager as team_manager
  2026-01-12 child child_in_need_plan.agreed
  2026-02-09 child management_decision.made
  2026-02-10 child closure.decided
  2026-03-02 child child_in_need_plan.agreed
",
            on: "2026-04-30",
            expect: &["2026-03-09 met", "2026-04-06 lapsed", "2026-04-27 overdue"],
        },
        Example {
            title: "the plan ends: the running interval keeps its four weeks, the next has eight",
            notation: "
recording by manager as team_manager
  2026-01-12 child child_protection_plan.started
  2026-01-20 child child_protection_plan.ended
  2026-02-09 child management_decision.made
",
            on: "2026-02-28",
            expect: &["2026-02-09 met", "2026-04-06 due"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let limit = |on_plan| {
        Some(Within::Weeks(i32::try_from(circle.settings.oversight_weeks(on_plan)).unwrap_or(i32::MAX)))
    };
    let entries = circle.timeline.counting().filter(|entry| by_management(&entry.event));
    let oversight: Vec<Moment> = entries.map(|entry| (entry.id, entry.occurred)).collect();
    let of_involvement = |involvement: &Involvement| {
        let opened = moment(circle, involvement.opened_by)?;
        let during = |(_, at): &Moment| {
            at.date() >= opened.1.date() && involvement.span.to.is_none_or(|closed| at.date() <= closed)
        };
        let mut beats = vec![Beat::Limit(opened, limit(false))];
        for plan in &circle.timeline.protection_plans {
            let started = moment(circle, plan.by).filter(during);
            beats.extend(started.map(|started| Beat::Limit(started, limit(true))));
            let ended = plan.ended.as_ref().and_then(|(entry, _)| moment(circle, *entry)).filter(during);
            beats.extend(ended.map(|ended| Beat::Limit(ended, limit(false))));
        }
        beats.extend(oversight.iter().copied().filter(during).map(Beat::Held));
        Some(changing(beats, ceases(circle, involvement.span.from)))
    };
    circle.timeline.involvements.iter().filter_map(of_involvement).flatten().collect()
}
