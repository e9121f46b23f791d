//! Children on a protection plan whose reviews of the last year were all in time.

use calendar::periods;
use record::timeline::{ProtectionPlan, Span};

use super::spans::{ends, pieces, until};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::days::day_after;
use crate::{Circle, Duty};

/// A child counts once, and fails from the day after a review was due until a year after it was held late.
pub(super) const REVIEW_CONFERENCES_ON_TIME: Indicator = Indicator {
    id: "review_conferences_on_time",
    title: "Plan reviews on time",
    measure: Measure::Percent,
    when: When::AsAt,
    polarity: Polarity::Higher,
    denominator: "children who have been on a protection plan for three months or more",
    numerator: "those whose reviews that fell due in the year before were all in time",
    source: "Children in need census; national indicator 67; Working Together: first review in 3 months, then 6",
    cases,
    examples: &[
        Example {
            title: "the first review in time, the second late, and a year on it is past",
            notation: "
recording by chair as conference_chair
  2025-01-06 child conference.held
    conference_type: initial
  2025-01-06 child child_protection_plan.started
  2025-04-04 child conference.held
    conference_type: review
  2025-10-10 child conference.held
    conference_type: review
  2026-04-10 child conference.held
    conference_type: review
  2026-10-09 child conference.held
    conference_type: review
  2026-12-01 child child_protection_plan.ended
",
            expect: &[
                "2025-04-06 to 2025-10-05 met",
                "2025-10-05 to 2026-10-10 not met: due by 4 October 2025 and was held on 10 October 2025",
                "2026-10-10 to 2026-12-01 met",
            ],
        },
        Example {
            title: "a plan of less than three months is not yet in",
            notation: "
recording by chair as conference_chair
  2026-01-05 child child_protection_plan.started
  2026-04-01 child child_protection_plan.ended
",
            expect: &[],
        },
    ],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let duties = limits::duties(circle, &["cp-review-conference"]);
    let plans = circle.timeline.protection_plans.iter();
    plans.flat_map(|plan| of_plan(circle, plan, &duties)).collect()
}

fn of_plan(circle: &Circle, plan: &ProtectionPlan, duties: &[Duty]) -> Vec<Case> {
    let from = limits::of_law("cp-review-conference").due(plan.span.from);
    let Some(span) = until(Span { from, to: plan.span.to }, circle.grown_up()) else { return Vec::new() };
    let of_this = duties.iter().filter(|duty| {
        duty.due_on.is_some_and(|due| due >= plan.span.from)
            && plan.span.to.is_none_or(|ended| duty.started_on() < ended)
    });
    let late: Vec<(Span, &Duty)> = of_this.filter_map(|duty| Some((counted_late(duty)?, duty))).collect();
    let cuts = ends(late.iter().map(|(span, _)| *span));
    pieces(span, cuts)
        .into_iter()
        .map(|piece| {
            let failed = late.iter().find(|(late, _)| late.covers(piece.from)).map(|(_, duty)| *duty);
            let because = failed.map_or_else(
                || format!("On a plan since {}, with every review of the year in time.", day(plan.span.from)),
                said,
            );
            let case = Case::new(Dated::During(piece), failed.is_none(), because).from([plan.by]);
            let rests_on = failed.map(|duty| [Some(duty.run.started.0), duty.run.stopped.map(|(id, _)| id)]);
            let rests_on = rests_on.into_iter().flatten().flatten().filter(|id| *id != plan.by);
            case.from(rests_on)
        })
        .collect()
}

/// The days on which a late review counts against the child: while it was overdue, and for the year after it
/// was held.
fn counted_late(duty: &Duty) -> Option<Span> {
    if duty.in_time == Some(true) {
        return None;
    }
    let year_after = |held| periods::add_years(held, 1);
    let to = duty.stopped_on().map(year_after).or(duty.run.lapsed_on);
    until(Span { from: day_after(duty.due_on?), to }, None)
}

fn said(duty: &Duty) -> String {
    let due = duty.due_on.map(day).unwrap_or_default();
    match duty.stopped_on() {
        Some(held) => format!("A review was due by {due} and was held on {}.", day(held)),
        None => format!(
            "A review was due by {due} and was not held; it was overdue from {}.",
            duty.due_on.map(|d| day(day_after(d))).unwrap_or_default()
        ),
    }
}
