//! Transfers whose quality was checked before they were accepted.

use record::timeline::Transfer;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A check after the acceptance is no check: it counts as none.
pub(super) const TRANSFERS_QUALITY_CHECKED: Indicator = Indicator {
    id: "transfers_quality_checked",
    title: "Transfers quality checked",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "transfers requested, one for each child",
    numerator: "those with a check recorded before acceptance",
    source: "Inspection: cases were checked before they moved from assessment to longer work",
    cases,
    examples: &[Example {
        title: "checked and accepted; accepted unchecked",
        notation: "
recording by manager as team_manager
  2026-03-02 child transfer.requested
  2026-03-03 child transfer.quality_checked
    found: ready
  2026-03-04 child transfer.accepted
  2026-06-01 child transfer.requested
  2026-06-03 child transfer.accepted
  2026-06-04 child transfer.quality_checked
",
        expect: &["2026-03-02 met: was checked on 3 March 2026", "2026-06-01 not met: has no quality check"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.transfers.iter().map(case).collect()
}

fn case(transfer: &Transfer) -> Case {
    let asked = transfer.requested.date();
    let on = Dated::On(asked);
    match &transfer.checked {
        Some((by, at, _)) => {
            let because = format!("The transfer of {} was checked on {}.", day(asked), day(at.date()));
            Case::new(on, true, because).from([transfer.by, *by])
        }
        None => {
            let because = format!("The transfer of {} has no quality check before its answer.", day(asked));
            Case::new(on, false, because).from([transfer.by])
        }
    }
}
