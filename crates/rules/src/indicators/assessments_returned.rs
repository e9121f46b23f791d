//! Assessments that a manager sent back.

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

pub(super) const ASSESSMENTS_RETURNED: Indicator = Indicator {
    id: "assessments_returned",
    title: "Assessments returned for rework",
    measure: Measure::Count,
    when: When::Period,
    polarity: Polarity::Neither,
    denominator: "times an assessment was sent back, one for each child",
    numerator: "all of them",
    source: "Inspection of Cornwall, September 2009: assessments had to be done again",
    cases,
    examples: &[Example {
        title: "sent back twice, then signed off",
        notation: "
recording by manager as team_manager
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
  2026-04-02 child assessment.returned
    comment: The father was not spoken with
  2026-04-10 child assessment.completed
  2026-04-13 child assessment.returned
  2026-04-20 child assessment.completed
  2026-04-21 child assessment.signed_off
",
        expect: &[
            "2026-04-02 met: The father was not spoken with",
            "2026-04-13 met: without saying what must be done",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let assessments = circle.timeline.assessments.iter();
    let returned =
        assessments.flat_map(|assessment| assessment.returned.iter().map(move |back| (assessment, back)));
    returned
        .map(|(assessment, back)| {
            let on = back.at.date();
            let why = back.comment.as_ref().filter(|comment| !comment.trim().is_empty());
            let why =
                why.map_or("without saying what must be done".to_owned(), |comment| format!("“{comment}”"));
            let because = format!("A manager sent the assessment back on {}, {why}.", day(on));
            Case::new(Dated::On(on), true, because).from([assessment.by, back.by])
        })
        .collect()
}
