//! Assessments that carry the child's own views and what difference they made.

use record::TimelineEntry;
use record::events::{AssessmentCompleted, ViewsRecorded};
use record::timeline::{Assessment, SignedOff};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::words::said;

/// Views written into the assessment count, and so do views recorded while it was under way, with the part
/// of it that they changed.
pub(super) const ASSESSMENTS_WITH_VIEWS: Indicator = Indicator {
    id: "assessments_with_views",
    title: "Assessments with the child's views",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "assessments signed off, one for each child",
    numerator: "those with the child's own views and their effect",
    source: "Inspection: the child's voice and its effect in assessments",
    cases,
    examples: &[Example {
        title: "views and their effect; views without effect; views recorded beside the assessment",
        notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
  2026-04-01 child assessment.completed
    views: I want to stay with Nan
    views_difference: Nan was asked first
  2026-04-02 child assessment.signed_off
  2026-05-01 child assessment.started
  2026-05-20 child assessment.completed
    views: I am bored
  2026-05-21 child assessment.signed_off
  2026-06-01 child assessment.started
  2026-06-10 child views.recorded
    words: It is loud at night
    changed: What we know of the evenings
  2026-06-20 child assessment.completed
  2026-06-21 child assessment.signed_off
  2026-07-01 child assessment.started
",
        expect: &[
            "2026-04-02 met: the child's own views and what difference they made",
            "2026-05-21 not met: not what difference",
            "2026-06-21 met",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let assessments = circle.timeline.assessments.iter();
    assessments
        .filter_map(|assessment| Some(case(circle, assessment, assessment.signed_off.as_ref()?)))
        .collect()
}

fn case(circle: &Circle, assessment: &Assessment, signed: &SignedOff) -> Case {
    let completed: Option<&AssessmentCompleted> = assessment.completed.as_ref().map(|(_, _, said)| said);
    let (first, last) = (assessment.started.date(), signed.at.date());
    let beside: Vec<(&TimelineEntry, &ViewsRecorded)> = circle
        .timeline
        .of::<ViewsRecorded>()
        .filter(|(entry, views)| first <= entry.day() && entry.day() <= last && said(&views.words))
        .collect();
    let views = completed.is_some_and(|c| said(&c.views)) || !beside.is_empty();
    let effect = completed.is_some_and(|c| said(&c.views_difference))
        || beside.iter().any(|(_, views)| said(&views.changed));
    let what = match (views, effect) {
        (true, true) => "has the child's own views and what difference they made",
        (true, false) => "has the child's own views, but not what difference they made",
        (false, _) => "has no views of the child",
    };
    let because = format!("The assessment signed off on {} {what}.", day(last));
    let case = Case::new(Dated::On(last), views && effect, because).from([assessment.by, signed.by]);
    case.from(beside.iter().map(|(entry, _)| entry.id))
}
