//! Reports for conferences that the family could read in time.

use record::events::ConferenceHeld;

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When, limits};
use crate::{Circle, Duty};

/// A case's value is the lead: how many days before the conference the report was shared.
pub(super) const CONFERENCE_REPORTS_AHEAD: Indicator = Indicator {
    id: "conference_reports_ahead",
    title: "Conference reports shared ahead",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "reports due to the family: one for each child and conference held",
    numerator: "those shared by the lead time",
    source: "Inspection: parents read the report before the conference; the lead time is the authority's own",
    cases,
    examples: &[Example {
        title: "five days before an initial conference; the day before; never",
        notation: "
recording by worker as social_worker
  2026-03-18 child conference_report.shared
  2026-03-23 child conference.held
    conference_type: initial
  2026-03-23 child child_protection_plan.started
  2026-06-19 child conference_report.shared
  2026-06-22 child conference.held
    conference_type: review
  2026-12-14 child conference.held
    conference_type: review
",
        expect: &[
            "2026-03-23 met = 5: 5 days ahead",
            "2026-06-22 not met = 3: 3 days ahead",
            "2026-12-14 not met: No report was shared",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let duties = limits::duties(circle, &["cp-parent-report-icpc", "cp-parent-report-rcpc"]);
    let held = circle.timeline.of::<ConferenceHeld>();
    held.filter_map(|(entry, _)| {
        let on = entry.day();
        let duty = duties.iter().find(|duty| duty.run.counts_from() == on)?;
        Some(case(duty, on).from([entry.id]).from(duty.run.stopped.map(|(id, _)| id)))
    })
    .collect()
}

fn case(duty: &Duty, on: jiff::civil::Date) -> Case {
    let due = duty.due_on.map(day).unwrap_or_default();
    let Some(shared) = duty.stopped_on() else {
        let because = format!("No report was shared for the conference of {}; it was due by {due}.", day(on));
        return Case::new(Dated::On(on), false, because);
    };
    let lead = days_between(shared, on);
    let ahead = if lead >= 0 { format!("{} ahead", days(lead)) } else { format!("{} after", days(-lead)) };
    let because =
        format!("The report for the conference of {} was shared {ahead}; it was due by {due}.", day(on));
    Case::new(Dated::On(on), duty.in_time == Some(true), because).valued(lead)
}
