//! Telling whoever made contact what was decided.

use calendar::Within;
use jiff::civil::date;

use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Tell the referrer the decision, its reason and what happens next.
///
/// Nobody can be told where contact was anonymous. The duty is to the referrer, so it outlives the case.
pub(super) const REFERRER_INFORMED: Timescale = Timescale {
    id: "referrer-informed",
    title: "Tell the referrer what was decided",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice: three working days; guidance says only that the referrer is told",
        from: date(2001, 4, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(3),
    set_by: Some("referrer_informed_working_days"),
    starts: "the decision on the contact",
    stops: "the referrer is told",
    stopped_by: "referrer.informed",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "told on the third working day, across Easter",
            notation: "
recording by screener as screener
  2026-04-01 child contact.received
    source: 2A
  2026-04-02 child contact.decided
  2026-04-09 child referrer.informed
",
            on: "2026-04-30",
            expect: &["2026-04-09 met"],
        },
        Example {
            title: "told a day later",
            notation: "
recording by screener as screener
  2026-04-01 child contact.received
    source: 2A
  2026-04-02 child contact.decided
  2026-04-10 child referrer.informed
",
            on: "2026-04-30",
            expect: &["2026-04-09 late"],
        },
        Example {
            title: "an anonymous caller cannot be told",
            notation: "
recording by screener as screener
  2026-04-01 child contact.received
    source: 9
  2026-04-02 child contact.decided
",
            on: "2026-04-30",
            expect: &[],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let contacts = circle.timeline.contacts.iter();
    contacts
        .filter(|contact| contact.said.source.is_none_or(|source| source.code() != "9"))
        .filter_map(|contact| {
            let decided = contact.decided.as_ref()?;
            Some(Run::started(decided.by, decided.at).stopped(contact.informed))
        })
        .collect()
}
