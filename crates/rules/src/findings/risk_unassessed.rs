//! A risk that rose on an open child and that nobody has weighed.

use super::limit::{involvement_from, while_open};
use super::{Example, Finding};
use crate::risk::{Rise, rises};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "risk-unassessed",
    title: "New risk not assessed",
    failing: Some("F054"),
    source: "Inspection: children stayed where the risk to them had not been fully assessed",
    for_whom: &[Audience::Worker, Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example {
            title: "from the hour it rose",
            notation: ROSE,
            on: "2026-04-14",
            expect: &["“His father is back” raised the risk to the child"],
        },
        Example {
            title: "a risk assessment without a weighing is not whole",
            notation: ROSE,
            on: "2026-04-16",
            expect: &["has not been weighed"],
        },
        Example { title: "weighed", notation: ROSE, on: "2026-04-17", expect: &[] },
    ],
};

const ROSE: &str = "
recording by manager as front_door_manager
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
recording by worker as social_worker
  2026-04-14 17:20 child risk.increased
    what: His father is back
  2026-04-15 child risk_assessment.completed
    dangers:
      - statement: His father may hit him again
        scale: 3
  2026-04-17 child risk_assessment.completed
    dangers:
      - statement: His father may hit him again
        scale: 3
    past_harm: A broken arm in 2024
    protects: Nan next door
    weighing: He is not safe at home while his father is there
";

fn look(circle: &Circle) -> Vec<Found> {
    let found = |rise: &Rise| {
        let involvement = involvement_from(circle, rise.asked.entry.day())?;
        let because = format!(
            "“{}” raised the risk to {} and the risk has not been weighed since.",
            rise.asked.said.what.as_deref().unwrap_or("Something"),
            circle.child()
        );
        let one = Found::since(rise.asked.entry.day(), because)
            .cleared(rise.weighed.map(|weighed| weighed.on))
            .from([rise.asked.entry.id])
            .mended_by("risk_assessment.completed")
            .waited_from(rise.asked.entry.occurred);
        Some(while_open(one, involvement))
    };
    rises(circle.timeline).iter().filter_map(found).collect()
}
