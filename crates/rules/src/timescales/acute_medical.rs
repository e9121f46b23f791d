//! A medical that cannot wait.

use calendar::Within;
use jiff::civil::date;
use record::events::MedicalKind;

use super::scope::ceases;
use super::{Changeover, Counting, Example, Timescale};
use crate::{Circle, Force, Law, Run};

/// Hold an acute medical, before bruises fade, or be told why not.
pub(super) const ACUTE_MEDICAL: Timescale = Timescale {
    id: "acute-medical",
    title: "Hold the acute medical",
    law: Law {
        force: Force::LocalPractice,
        source: "local practice, agreed with health: 24 hours from asking",
        from: date(2000, 1, 1),
        to: None,
    },
    changeover: Changeover::Unmoved,
    within: Within::Hours(24),
    set_by: Some("acute_medical_hours"),
    starts: "the request",
    stops: "the medical is held or declined with a reason",
    stopped_by: "medical.held",
    counting: Counting::Deadline,
    runs,
    examples: &[
        Example {
            title: "held 24 hours later; one that is not acute has no such limit",
            notation: "
recording by worker as social_worker
  2026-03-07 16:00 child medical.requested
    medical_kind: acute
  2026-03-08 16:00 child medical.held
  2026-03-09 10:00 child medical.requested
    medical_kind: neglect
",
            on: "2026-03-31",
            expect: &["2026-03-08 met"],
        },
        Example {
            title: "held a quarter of an hour over",
            notation: "
recording by worker as social_worker
  2026-03-07 16:00 child medical.requested
    medical_kind: acute
  2026-03-08 16:15 child medical.held
",
            on: "2026-03-31",
            expect: &["2026-03-08 late"],
        },
        Example {
            title: "no times were recorded, but two days between them are certainly late",
            notation: "
recording by worker as social_worker
  2026-03-07 child medical.requested
    medical_kind: acute
  2026-03-09 child medical.held
",
            on: "2026-03-31",
            expect: &["- late"],
        },
    ],
};

fn runs(circle: &Circle) -> Vec<Run> {
    let acute = circle.timeline.medicals.iter().filter(|m| m.said.medical_kind == Some(MedicalKind::Acute));
    acute
        .map(|medical| {
            let answered = medical.answered.as_ref().map(|(by, at, _)| (*by, *at));
            let run = Run::started(medical.by, medical.requested).stopped(answered);
            run.lapsed(ceases(circle, medical.requested.date()))
        })
        .collect()
}
