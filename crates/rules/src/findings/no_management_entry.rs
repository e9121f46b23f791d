//! An open child's record without a manager's hand on it.

use calendar::display;

use super::gaps::{Gap, gaps};
use super::limit::{missed_on, sum, weeks};
use super::{Example, Finding};
use crate::management::by_management;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "no-management-entry",
    title: "No management entry",
    failing: Some("F183"),
    source: "Inspection: supervision and management decisions on file; the number of weeks is the authority's own",
    for_whom: &[Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example { title: "eight weeks", notation: OPEN, on: "2026-04-27", expect: &[] },
        Example {
            title: "past eight weeks",
            notation: OPEN,
            on: "2026-04-28",
            expect: &["since 2 March 2026: 8 weeks from 2 March 2026 ended on 27 April 2026"],
        },
        Example { title: "supervision", notation: OPEN, on: "2026-05-01", expect: &[] },
        Example {
            title: "four weeks under a protection plan",
            notation: PROTECTED,
            on: "2026-03-31",
            expect: &["4 weeks from 2 March 2026, under a protection plan, ended on 30 March 2026"],
        },
    ],
};

const OPEN: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
recording by manager as team_manager
  2026-05-01 child supervision.held
";

const PROTECTED: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-05 child child_protection_plan.started
";

fn look(circle: &Circle) -> Vec<Found> {
    let involvements = circle.timeline.involvements.iter();
    let gaps = involvements
        .flat_map(|involvement| gaps(circle, involvement.span, |entry| by_management(&entry.event)));
    gaps.map(|gap| without(circle, &gap)).collect()
}

fn without(circle: &Circle, gap: &Gap) -> Found {
    let usual = weeks(circle.settings.oversight_weeks(false));
    let tighter = weeks(circle.settings.oversight_weeks(true));
    let by_usual = missed_on(usual, gap.from.into());
    // The tighter limit counts from the first day of the gap on which a protection plan is in force.
    let plans = circle.timeline.protection_plans.iter();
    let by_tighter = plans
        .map(|plan| (missed_on(tighter, gap.from.into()).max(plan.span.from), plan.span))
        .filter(|(day, span)| span.covers(*day))
        .map(|(day, _)| day)
        .min();
    let (since, sum) = match by_tighter.filter(|day| *day < by_usual) {
        Some(day) => {
            let sum =
                sum(tighter, gap.from.into()).replace(" ended on ", ", under a protection plan, ended on ");
            (day, sum)
        }
        None => (by_usual, sum(usual, gap.from.into())),
    };
    let because = format!(
        "No manager has recorded supervision or a decision on {} since {}: {sum}.",
        circle.child(),
        display::full_date(gap.from)
    );
    let found = Found::since(since, because).cleared(gap.until).from(gap.entries());
    found.mended_by("management_decision.made").waited_from(gap.from)
}
