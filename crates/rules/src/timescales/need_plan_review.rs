//! Reviews of a child in need plan: the old guidance's six months, and what authorities set since.

use calendar::Within;
use jiff::civil::date;

use super::intervals::chain;
use super::scope::{Moment, ceases, moment};
use super::{Changeover, Counting, Example, Timescale};
use crate::days::earliest;
use crate::{Circle, Force, Law, Run};

/// Review a child in need plan at least every six months, until 2013.
pub(super) const UNTIL_2013: Timescale = Timescale {
    id: "cin-plan-review-2000",
    title: "Review the child in need plan",
    // LAW: Framework for the Assessment of Children in Need and their Families 2000 chapter 4; Working Together to
    // Safeguard Children 2006 and 2010; withdrawn 15 April 2013.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Framework for Assessment 2000 and Working Together to Safeguard Children 2006 and 2010: \
                 at least every six months",
        from: date(2001, 4, 1),
        to: Some(date(2013, 4, 14)),
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(6),
    set_by: None,
    starts: "the start of the plan or the review before",
    stops: "the plan is reviewed",
    stopped_by: "child_in_need_plan.reviewed",
    counting: Counting::Deadline,
    runs: |circle| runs(circle, |_, _| None),
    examples: &[
        Example {
            title: "six months from 31 August end with February; the next interval runs from the review as held",
            notation: "
recording by worker as social_worker
  2011-08-31 child child_in_need_plan.agreed
  2012-02-29 child child_in_need_plan.reviewed
  2012-08-20 child child_in_need_plan.ended
",
            on: "2012-12-31",
            expect: &["2012-02-29 met", "2012-08-29 lapsed"],
        },
        Example {
            title: "a day over; an interval that began after the rule ended is not judged by it",
            notation: "
recording by worker as social_worker
  2012-10-15 child child_in_need_plan.agreed
  2013-04-16 child child_in_need_plan.reviewed
",
            on: "2013-12-31",
            expect: &["2013-04-15 late"],
        },
    ],
};

/// Review a child in need plan at the authority's own intervals.
///
/// Working Together has said only “regularly” since 2013. Many authorities copy the intervals of child
/// protection.
pub(super) const LOCAL: Timescale = Timescale {
    id: "cin-plan-review-local",
    title: "Review the child in need plan",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice, on the pattern of child protection: after three months, then every six",
        from: date(2013, 4, 15),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(3),
    set_by: None,
    starts: "the start of the plan or the review before",
    stops: "the plan is reviewed",
    stopped_by: "child_in_need_plan.reviewed",
    counting: Counting::Deadline,
    runs: |circle| {
        let settings = circle.settings;
        runs(circle, |place, _| {
            let name =
                if place == 0 { "need_plan_review_first_months" } else { "need_plan_review_later_months" };
            Some(settings.within(name))
        })
    },
    examples: &[
        Example {
            title: "three months, then six from the review as held",
            notation: "
recording by worker as social_worker
  2026-01-31 child child_in_need_plan.agreed
  2026-04-20 child child_in_need_plan.reviewed
",
            on: "2026-10-21",
            expect: &["2026-04-30 met", "2026-10-20 overdue"],
        },
        Example {
            title: "the first review a day over",
            notation: "
recording by worker as social_worker
  2026-01-31 child child_in_need_plan.agreed
  2026-05-01 child child_in_need_plan.reviewed
",
            on: "2026-05-31",
            expect: &["2026-04-30 late", "2026-11-01 due"],
        },
    ],
};

fn runs(circle: &Circle, within: impl Fn(usize, Moment) -> Option<Within>) -> Vec<Run> {
    let plans = circle.timeline.need_plans.iter();
    plans
        .filter_map(|plan| {
            let until = earliest([plan.span.to, ceases(circle, plan.span.from)]);
            Some(chain(
                moment(circle, plan.by)?,
                plan.reviews.iter().map(|(by, at, _)| (*by, *at)),
                until,
                &within,
            ))
        })
        .flatten()
        .collect()
}
