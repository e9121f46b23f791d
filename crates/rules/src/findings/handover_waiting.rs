//! What was done out of hours and nobody has taken up.

use calendar::display;
use record::timeline::NightHandover;

use super::limit::{missed_on, working_days};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "handover-waiting",
    title: "Handover from the night not taken up",
    failing: None,
    source: "Local practice: what was done out of hours is taken up on the next working day",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "until the end of the next working day",
            notation: MADE,
            on: "2026-05-26",
            expect: &[],
        },
        Example {
            title: "then listed with what is to do",
            notation: MADE,
            on: "2026-05-27",
            expect: &["See her at home before school"],
        },
        Example { title: "accepted", notation: MADE, on: "2026-05-28", expect: &[] },
    ],
};

const MADE: &str = "
recording by night as screener
  2026-05-22 23:30 child handover.made
    to_do: See her at home before school
recording by screener as screener
  2026-05-28 child handover.accepted
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.handovers.iter().map(|handover| waiting(circle, handover)).collect()
}

fn waiting(circle: &Circle, handover: &NightHandover) -> Found {
    let within = working_days(circle.settings.limit("handover_accepted_working_days"));
    let because = format!(
        "The handover about {} of {} has not been taken up. To do: {}.",
        circle.child(),
        display::full_date(handover.made.date()),
        handover.said.to_do.as_deref().unwrap_or("nothing written").trim_end_matches('.')
    );
    Found::since(missed_on(within, handover.made), because)
        .cleared(handover.accepted.as_ref().map(|(_, at, _)| at.date()))
        .from([handover.by])
        .mended_by("handover.accepted")
        .waited_from(handover.made.date())
}
