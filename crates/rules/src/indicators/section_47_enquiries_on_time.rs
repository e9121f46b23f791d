//! Section 47 enquiries that ended in time and were led by a registered social worker.

use chronology::{EntryId, PersonId};
use record::timeline::Enquiry;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::{Circle, Duty};

/// The lead is the worker whom the enquiry names or, where it names none, the child's worker on the day it
/// opened.
pub(super) const SECTION_47_ENQUIRIES_ON_TIME: Indicator = Indicator {
    id: "section_47_enquiries_on_time",
    title: "Enquiries in time by a qualified worker",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "section 47 enquiries with an outcome, one for each child",
    numerator: "those that ended inside the limit, led by a registered social worker",
    source: "Working Together to Safeguard Children 2023, chapter 3; the limit is the conference's",
    cases,
    examples: &[Example {
        title: "in time and qualified; in time and led by nobody known; too late",
        notation: "
recording by manager as team_manager
  2020-01-06 hannah registration.recorded
    register: Social Work England
recording by manager as team_manager
  2026-03-02 child strategy_discussion.held
  2026-03-02 child section_47_enquiry.decided
    decision: joint
  2026-03-03 child section_47_enquiry.started
    lead: hannah
  2026-03-23 child section_47_enquiry.completed
    outcome: not_substantiated
  2026-05-01 child section_47_enquiry.started
  2026-05-08 child section_47_enquiry.completed
    outcome: not_substantiated
  2026-06-01 child section_47_enquiry.started
    lead: hannah
  2026-06-23 child section_47_enquiry.completed
    outcome: not_substantiated
",
        expect: &[
            "2026-03-23 met: within 15 working days",
            "2026-05-08 not met: no registered social worker led it",
            "2026-06-23 not met: not within 15 working days",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let duties = limits::duties(circle, &["s47-enquiry-local"]);
    let enquiries = circle.timeline.enquiries.iter();
    enquiries.filter_map(|enquiry| case(circle, enquiry, &duties)).collect()
}

fn case(circle: &Circle, enquiry: &Enquiry, duties: &[Duty]) -> Option<Case> {
    let (by, at, _) = enquiry.completed.as_ref()?;
    let opened = enquiry.discussion.map_or(enquiry.by, |(id, _)| id);
    let ended = enquiry.ended_on.unwrap_or(at.date());
    let duty = duties.iter().find(|duty| duty.run.started.0 == opened)?;
    let in_time = duty.within.in_time(duty.run.counts_from(), ended) == Some(true);
    let lead = lead(circle, enquiry);
    let qualified = lead.is_some_and(|lead| circle.qualified(lead, enquiry.opened_on));
    let led = match lead {
        Some(lead) if qualified => format!("led by {}, a registered social worker", circle.name_of(lead)),
        Some(lead) => format!("no registered social worker led it, but {}", circle.name_of(lead)),
        None => "no registered social worker led it, as far as the record says".to_owned(),
    };
    let because = format!(
        "The enquiry opened on {} ended on {}, {}within {}; {led}.",
        day(enquiry.opened_on),
        day(ended),
        if in_time { "" } else { "not " },
        duty.within.describe()
    );
    let entries = [Some(opened), enquiry.started.as_ref().map(|(id, ..)| *id), Some(*by)];
    let entries: std::collections::BTreeSet<EntryId> = entries.into_iter().flatten().collect();
    Some(Case::new(Dated::On(at.date()), in_time && qualified, because).from(entries))
}

fn lead<'t>(circle: &Circle<'t>, enquiry: &'t Enquiry) -> Option<&'t PersonId> {
    let named = enquiry.started.as_ref().and_then(|(_, _, said)| said.lead.as_ref());
    named.or_else(|| circle.timeline.allocation_on(enquiry.opened_on)?.worker.as_ref())
}
