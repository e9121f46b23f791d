//! An acute medical that was asked for and neither held nor declined.

use record::events::MedicalKind;

use super::limit::{hours, missed_on, sum};
use super::{Example, Finding};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "medical-unanswered",
    title: "Acute medical not held",
    failing: Some("F076"),
    source: "Working Together to Safeguard Children, chapter 3: medical assessment; the hours are the authority's own",
    for_whom: &[Audience::Worker, Audience::Health],
    look,
    examples: &[
        Example { title: "within the day", notation: ASKED, on: "2026-03-02", expect: &[] },
        Example {
            title: "past 24 hours",
            notation: ASKED,
            on: "2026-03-03",
            expect: &["24 hours from 2 March 2026 at 2:00pm ended on 3 March 2026 at 2:00pm"],
        },
        Example { title: "held", notation: ASKED, on: "2026-03-04", expect: &[] },
        Example {
            title: "one that is not acute has no limit in hours",
            notation: "
recording by worker as social_worker
  2026-03-02 14:00 child medical.requested
    medical_kind: neglect
",
            on: "2026-03-10",
            expect: &[],
        },
    ],
};

const ASKED: &str = "
recording by worker as social_worker
  2026-03-02 14:00 child medical.requested
    medical_kind: acute
recording by worker as social_worker
  2026-03-04 10:00 child medical.held
    result: Finger-tip bruises, three days old
";

fn look(circle: &Circle) -> Vec<Found> {
    let within = hours(circle.settings.limit("acute_medical_hours"));
    let acute = circle.timeline.medicals.iter().filter(|m| m.said.medical_kind == Some(MedicalKind::Acute));
    let found = acute.map(|medical| {
        let because = format!(
            "An acute medical of {} was asked for and has been neither held nor declined: {}.",
            circle.child(),
            sum(within, medical.requested)
        );
        Found::since(missed_on(within, medical.requested), because)
            .cleared(medical.answered.as_ref().map(|(_, at, _)| at.date()))
            .from([medical.by])
            .mended_by("medical.held")
            .waited_from(medical.requested.date())
            .also_for(medical.said.health_lead.clone())
    });
    found.collect()
}
