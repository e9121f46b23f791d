//! Assessments that say what the child's identity means for them.

use record::timeline::{Assessment, SignedOff};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::words::said;

/// A ticked box of ethnicity does not weigh identity: the assessment has to say what race, religion, culture,
/// language and disability mean for this child.
pub(super) const ASSESSMENTS_CONSIDERING_IDENTITY: Indicator = Indicator {
    id: "assessments_considering_identity",
    title: "Assessments that weigh identity",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "assessments signed off, one for each child",
    numerator: "those that say what the child's identity means for them",
    source: "Children Act 1989 s22(5) and Equality Act 2010 s149; inspection of Cambridgeshire, 2014",
    cases,
    examples: &[Example {
        title: "one says what it means; one says nothing",
        notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    identity_meaning: Speaks Polish with Gran, who is the person she trusts
  2026-04-02 child assessment.signed_off
  2026-05-01 child assessment.started
  2026-05-20 child assessment.completed
  2026-05-21 child assessment.signed_off
",
        expect: &["2026-04-02 met: says what", "2026-05-21 not met: does not say what"],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let assessments = circle.timeline.assessments.iter();
    assessments.filter_map(|assessment| Some(case(assessment, assessment.signed_off.as_ref()?))).collect()
}

fn case(assessment: &Assessment, signed: &SignedOff) -> Case {
    let on = signed.at.date();
    let weighed = assessment.completed.as_ref().is_some_and(|(_, _, c)| said(&c.identity_meaning));
    let says = if weighed { "says" } else { "does not say" };
    let because =
        format!("The assessment signed off on {} {says} what the child's identity means for them.", day(on));
    let case = Case::new(Dated::On(on), weighed, because).from([assessment.by, signed.by]);
    case.from(assessment.completed.as_ref().map(|(by, ..)| *by))
}
