//! Initial conferences held within fifteen working days of the discussion that opened the enquiry.

use record::TimelineEntry;
use record::events::{ConferenceHeld, ConferenceType};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::{Circle, Duty};

/// Counted from the strategy discussion that opened the enquiry or, where none was recorded, from the start
/// of work. A conference that no enquiry led to cannot be shown to be in time. A conference on a child who
/// moved here on another authority's plan is counted elsewhere.
pub(super) const INITIAL_CONFERENCES_IN_15_DAYS: Indicator = Indicator {
    id: "initial_conferences_in_15_days",
    title: "Initial conferences within 15 working days",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "initial conferences held, one for each child",
    numerator: "those held within the limit from the strategy discussion that opened the enquiry",
    source: "Working Together to Safeguard Children; children in need census",
    cases,
    examples: &[Example {
        title: "on the last day; a day over; with no enquiry before it; a review is none",
        notation: "
recording by manager as team_manager
  2026-03-02 child strategy_discussion.held
  2026-03-02 child section_47_enquiry.decided
    decision: joint
  2026-03-20 child section_47_enquiry.completed
    conference_requested: yes
  2026-03-23 child conference.held
    conference_type: initial
  2026-06-01 child section_47_enquiry.started
  2026-06-19 child section_47_enquiry.completed
    conference_requested: yes
  2026-06-23 child conference.held
  2026-09-01 child conference.held
    conference_type: initial
  2026-11-01 child conference.held
    conference_type: review
",
        expect: &[
            "2026-03-23 met: within 15 working days of 2 March 2026",
            "2026-06-23 not met: 15 working days of 1 June 2026 ended on 22 June 2026",
            "2026-09-01 not met: no strategy discussion or enquiry",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let duties = limits::duties(circle, &["icpc-15wd"]);
    let held = circle.timeline.of::<ConferenceHeld>();
    held.filter(|(entry, said)| is_initial(circle, entry, said))
        .map(|(entry, _)| case(entry, &duties))
        .collect()
}

fn case(entry: &TimelineEntry, duties: &[Duty]) -> Case {
    let on = entry.day();
    let led_to = duties.iter().find(|duty| duty.run.stopped.is_some_and(|(id, _)| id == entry.id));
    let Some(duty) = led_to else {
        let because = format!(
            "Held on {}, and no strategy discussion or enquiry of its own led to it on record.",
            day(on)
        );
        return Case::new(Dated::On(on), false, because).from([entry.id]);
    };
    let met = duty.in_time == Some(true);
    let (within, from) = (duty.within.describe(), day(duty.run.counts_from()));
    let because = if met {
        format!("Held on {}, within {within} of {from}.", day(on))
    } else {
        let due = duty.due_on.map(day).unwrap_or_default();
        format!("Held on {}: {within} of {from} ended on {due}.", day(on))
    };
    Case::new(Dated::On(on), met, because).from([duty.run.started.0, entry.id])
}

/// Whether a conference was the first about this child's need for a plan: said to be, or not said and the
/// child was on none.
fn is_initial(circle: &Circle, entry: &TimelineEntry, said: &ConferenceHeld) -> bool {
    let day = entry.day();
    let on_plan = || circle.timeline.protection_plan_on(day).is_some_and(|plan| plan.span.from < day);
    match said.conference_type {
        Some(kind) => matches!(kind, ConferenceType::Initial | ConferenceType::Receiving),
        None => !on_plan(),
    }
}
