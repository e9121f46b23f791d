//! Assessments for which the child was seen.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::VisitMade;
use record::timeline::Assessment;

use super::seen_alone::{How, how};
use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// Grouped by how the child was seen, the best of the times they were seen for it: alone, not alone, or with
/// nobody having said. A blank is never counted as alone.
pub(super) const ASSESSMENTS_WITH_CHILD_SEEN: Indicator = Indicator {
    id: "assessments_with_child_seen",
    title: "Assessments with the child seen",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "assessments completed, one for each child",
    numerator: "those for which the child was seen before sign-off",
    source: "Working Together to Safeguard Children: the child is seen, and alone where right",
    cases,
    examples: &[Example {
        title: "seen alone on a visit; seen on a day that the assessment gives; seen only before it began",
        notation: "
recording by worker as social_worker
  2026-03-03 child assessment.started
  2026-03-10 child visit.made
    seen: yes
  2026-03-12 child visit.made
    seen: yes
    seen_alone: yes
  2026-04-01 child assessment.completed
  2026-04-02 child assessment.signed_off
  2026-05-01 child assessment.started
  2026-05-20 child assessment.completed
    child_seen_on: 2026-05-08
  2026-05-21 child assessment.signed_off
  2026-06-01 child assessment.started
  2026-06-20 child assessment.completed
    not_seen_reason: Moved to Devon before anybody called
",
        expect: &[
            "2026-04-01 met [Seen alone]: 12 March 2026",
            "2026-05-20 met [Seen, alone not recorded]: 8 May 2026",
            "2026-06-20 not met [Not seen]",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.assessments.iter().filter_map(|assessment| case(circle, assessment)).collect()
}

fn case(circle: &Circle, assessment: &Assessment) -> Option<Case> {
    let (by, at, said) = assessment.completed.as_ref()?;
    let last = assessment.signed_off.as_ref().map_or(at.date(), |signed| signed.at.date());
    let first = assessment.started.date();
    let visits = circle.timeline.of::<VisitMade>().map(|(e, visit)| (how(circle, e, visit), e.day(), e.id));
    let stated = said.child_seen_on.map(|on| (How::AloneNotRecorded, on, *by));
    let sights =
        visits.chain(stated).filter(|(how, on, _)| *how > How::NotSeen && first <= *on && *on <= last);
    let best: Option<(How, Date, EntryId)> = sights.max_by_key(|(how, on, _)| (*how, std::cmp::Reverse(*on)));
    let on = Dated::On(at.date());
    Some(match best {
        Some((how, seen_on, sight)) => {
            let because = format!("{} on {}, before the assessment ended.", how.label(), day(seen_on));
            Case::new(on, true, because)
                .grouped(how.label())
                .from([assessment.by, *by])
                .from([sight].into_iter().filter(|id| id != by))
        }
        None => {
            let because = format!("Nobody saw the child between {} and {}.", day(first), day(last));
            Case::new(on, false, because).grouped(How::NotSeen.label()).from([assessment.by, *by])
        }
    })
}
