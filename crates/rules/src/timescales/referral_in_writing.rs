//! Until 2013, a telephoned referral was put in writing, and its referrer asked again when nothing came back.

use calendar::Within;
use jiff::civil::date;
use record::events::ReferralConfirmedInWriting;

use super::referral_acknowledge::acknowledged;
use super::scope::{first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// A professional who referred by telephone confirms it in writing.
///
/// The editions since 2013 dropped it, though many local procedures keep it.
pub(super) const CONFIRM_IN_WRITING: Timescale = Timescale {
    id: "referral-confirm-in-writing",
    title: "The referrer confirms the telephoned referral in writing",
    // LAW: Working Together to Safeguard Children 2006 and 2010 chapter 5; dropped on 15 April 2013.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2006 and 2010: in writing within 48 hours",
        from: date(2006, 4, 10),
        to: Some(date(2013, 4, 14)),
    },
    changeover: Changeover::Unmoved,
    within: Within::Hours(48),
    set_by: None,
    starts: "the telephoned referral",
    stops: "the referrer puts it in writing",
    stopped_by: "referral.confirmed_in_writing",
    counting: Counting::Deadline,
    runs: in_writing,
    examples: &[
        Example {
            title: "in writing 48 hours later",
            notation: "
recording by screener as screener
  2010-06-01 10:00 child referral.received
    by_telephone: yes
    from_professional: yes
  2010-06-03 10:00 child referral.confirmed_in_writing
",
            on: "2010-06-30",
            expect: &["2010-06-03 met"],
        },
        Example {
            title: "an hour over",
            notation: "
recording by screener as screener
  2010-06-01 10:00 child referral.received
    by_telephone: yes
    from_professional: yes
  2010-06-03 11:00 child referral.confirmed_in_writing
",
            on: "2010-06-30",
            expect: &["2010-06-03 late"],
        },
        Example {
            title: "the last day of the rule, and the first without it",
            notation: "
recording by screener as screener
  2013-04-14 10:00 child referral.received
    by_telephone: yes
    from_professional: yes
  2013-04-15 10:00 child referral.received
    by_telephone: yes
    from_professional: yes
",
            on: "2013-04-30",
            expect: &["2013-04-16 overdue"],
        },
    ],
};

/// The referrer asks again if nobody acknowledged the written referral. The duty is the referrer's.
pub(super) const CHASE_UNACKNOWLEDGED: Timescale = Timescale {
    id: "referral-chase-unacknowledged",
    title: "The referrer asks again if the referral was not acknowledged",
    // LAW: Working Together to Safeguard Children 2006 and 2010 chapter 5; dropped on 15 April 2013.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2006 and 2010: asks again after three working days",
        from: date(2006, 4, 10),
        to: Some(date(2013, 4, 14)),
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(3),
    set_by: None,
    starts: "the written referral",
    stops: "the referrer is told that it arrived",
    stopped_by: "referrer.acknowledged",
    counting: Counting::Deadline,
    runs: chase,
    examples: &[
        Example {
            title: "acknowledged on the third working day",
            notation: "
recording by screener as screener
  2010-06-01 child referral.received
  2010-06-03 child referral.confirmed_in_writing
  2010-06-08 child referrer.acknowledged
",
            on: "2010-06-30",
            expect: &["2010-06-08 met"],
        },
        Example {
            title: "never acknowledged",
            notation: "
recording by screener as screener
  2010-06-01 child referral.received
  2010-06-03 child referral.confirmed_in_writing
",
            on: "2010-06-09",
            expect: &["2010-06-08 overdue"],
        },
    ],
};

fn in_writing(circle: &Circle) -> Vec<Run> {
    let telephoned = |said: &record::events::ReferralReceived| {
        said.by_telephone == Some(true) && said.from_professional == Some(true)
    };
    let confirmed = moments::<ReferralConfirmedInWriting>(circle);
    let referrals = circle.timeline.referrals.iter().filter(|referral| telephoned(&referral.said));
    referrals
        .map(|referral| {
            let written = confirmed.iter().copied().find(|(_, at)| referral.confirmed == Some(*at));
            Run::started(referral.by, referral.received).stopped(written)
        })
        .collect()
}

fn chase(circle: &Circle) -> Vec<Run> {
    let confirmed = moments::<ReferralConfirmedInWriting>(circle);
    let referrals = circle.timeline.referrals.iter();
    referrals
        .filter_map(|referral| {
            let (by, at) = confirmed.iter().copied().find(|(_, at)| referral.confirmed == Some(*at))?;
            // One acknowledged before it was put in writing needs no asking.
            let told = acknowledged(circle, referral);
            if told.is_some_and(|told| first_since([told], (by, at)).is_none()) {
                return None;
            }
            Some(Run::started(by, at).stopped(told))
        })
        .collect()
}
