//! The window in which another referral counts as a re-referral.

use calendar::Within;
use jiff::ToSpan;
use jiff::civil::date;

use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Another referral of the child within twelve months. Met is a re-referral; late is a referral outside the
/// window; lapsed is a window that closed with none. Several referrals on one day are one.
pub(super) const RE_REFERRAL_WINDOW: Timescale = Timescale {
    id: "re-referral-window",
    title: "Window in which another referral is a re-referral",
    // LAW: Department for Education, Characteristics of children in need: re-referrals within 12 months.
    law: Law {
        force: Force::NationalMeasure,
        source: "children in need census statistics: referrals within 12 months of an earlier referral",
        from: date(2009, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Months(12),
    set_by: None,
    starts: "the referral",
    stops: "the child is referred again",
    stopped_by: "referral.received",
    counting: Counting::Measure,
    runs,
    examples: &[
        Example {
            title: "referred again on the last day of the window, which opens another",
            notation: "
recording by screener as screener
  2025-03-10 child referral.received
  2026-03-10 child referral.received
",
            on: "2026-03-31",
            expect: &["2026-03-10 met", "2027-03-10 due"],
        },
        Example {
            title: "referred again a day after, and then never; two referrals on one day are one",
            notation: "
recording by screener as screener
  2025-03-10 09:00 child referral.received
  2025-03-10 15:00 child referral.received
  2026-03-11 child referral.received
",
            on: "2027-03-12",
            expect: &["2026-03-10 late", "2027-03-11 lapsed"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let referrals = &circle.timeline.referrals;
    let mut runs: Vec<Run> = Vec::new();
    for referral in referrals {
        let day = referral.received.date();
        if runs.last().is_some_and(|last| last.started.1.date() == day) {
            continue;
        }
        let again = referrals.iter().find(|later| later.received.date() > day);
        let closed = RE_REFERRAL_WINDOW.within.due(day).saturating_add(1.day());
        let again = again.map(|later| (later.by, later.received));
        runs.push(Run::started(referral.by, referral.received).stopped(again).lapsed(Some(closed)));
    }
    runs
}
