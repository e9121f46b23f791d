//! Front-door decisions that say why, and what history was weighed.

use record::events::ContactDecided;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::words::said;

pub(super) const DECISIONS_WITH_REASON_AND_HISTORY: Indicator = Indicator {
    id: "decisions_with_reason_and_history",
    title: "Decisions with reason and history",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "decisions on contacts, one for each child",
    numerator: "those with a reason and the history that was weighed",
    source: "Inspection: reasons for decisions at the front door",
    cases,
    examples: &[Example {
        title: "both; a reason alone; a blank reason",
        notation: "
recording by manager as front_door_manager
  2026-03-02 child contact.decided
    reason: Third report of the same kind
    history_weighed: Two contacts in January, both about neglect
  2026-03-03 child contact.decided
    reason: No sign of harm
  2026-03-04 child contact.decided
    history_weighed: None found
",
        expect: &[
            "2026-03-02 met: gives its reason and the history",
            "2026-03-03 not met: no history weighed",
            "2026-03-04 not met: no reason",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let decisions = circle.timeline.of::<ContactDecided>();
    decisions
        .map(|(entry, decided)| {
            let (reason, history) = (said(&decided.reason), said(&decided.history_weighed));
            let what = match (reason, history) {
                (true, true) => "gives its reason and the history that was weighed",
                (true, false) => "gives its reason and no history weighed",
                (false, true) => "tells the history weighed and no reason",
                (false, false) => "gives no reason and no history weighed",
            };
            let because = format!("The decision of {} {what}.", day(entry.day()));
            Case::new(Dated::On(entry.day()), reason && history, because).from([entry.id])
        })
        .collect()
}
