//! The conference for a child who moved here on another authority's plan.

use calendar::Within;
use jiff::civil::date;
use record::events::{ConferenceHeld, ConferenceType, TransferInNotified};

use super::scope::{Moment, ceases, first_since, moments};
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Hold a transfer-in conference within fifteen working days of being told, formally, that the move is for
/// good. The other authority answers for the child until then.
pub(super) const TRANSFER_IN_CONFERENCE: Timescale = Timescale {
    id: "transfer-in-conference-15wd",
    title: "Hold the transfer-in conference",
    // LAW: Working Together to Safeguard Children 2006 to 2023 (children moving across boundaries), in force 10 April
    // 2006; children in need census guide.
    law: Law {
        force: Force::StatutoryGuidance,
        source: "Working Together to Safeguard Children 2006 to 2023: within 15 working days of notification",
        from: date(2006, 4, 10),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::WorkingDays(15),
    set_by: None,
    starts: "the other authority’s notification",
    stops: "the transfer-in conference is held",
    stopped_by: "conference.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "held on the last day, across Easter",
            notation: "
recording by worker as social_worker
  2026-03-23 child transfer_in.notified
  2026-04-15 child conference.held
    conference_type: transfer_in
",
            on: "2026-04-30",
            expect: &["2026-04-15 met"],
        },
        Example {
            title: "another kind of conference does not stop it",
            notation: "
recording by worker as social_worker
  2026-03-23 child transfer_in.notified
  2026-04-10 child conference.held
    conference_type: review
",
            on: "2026-04-16",
            expect: &["2026-04-15 overdue"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let transfers = circle.timeline.of::<ConferenceHeld>();
    let transfers = transfers.filter(|(_, said)| said.conference_type == Some(ConferenceType::TransferIn));
    let held: Vec<Moment> = transfers.map(|(entry, _)| (entry.id, entry.occurred)).collect();
    let notified = moments::<TransferInNotified>(circle).into_iter();
    let run = |start: Moment| {
        let conference = first_since(held.iter().copied(), start);
        Run::started(start.0, start.1).stopped(conference).lapsed(ceases(circle, start.1.date()))
    };
    notified.map(run).collect()
}
