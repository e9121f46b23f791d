//! How long after enquiries ended their outcome was recorded.

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// The outcome counts from the day it was written down, not the day it was decided: until then others act
/// without it.
pub(super) const SECTION_47_OUTCOME_DELAY: Indicator = Indicator {
    id: "section_47_outcome_delay",
    title: "Delay in recording enquiry outcomes",
    measure: Measure::MeanDays,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "section 47 enquiries with an outcome, one for each child",
    numerator: "the days from the end of enquiries to the outcome recorded; a case meets the limit or does not",
    source: "Inspection: outcomes of enquiries recorded late; the limit is the authority's own",
    cases,
    examples: &[Example {
        title: "recorded as enquiries ended; three days later; decided at once and written down a week later",
        notation: "
recording by manager as team_manager at 2026-03-09 12:00
  2026-03-02 child section_47_enquiry.started
  2026-03-09 child section_47_enquiry.completed
recording by manager as team_manager at 2026-04-16 12:00
  2026-04-01 child section_47_enquiry.started
  2026-04-13 child section_47_enquiry.ended
  2026-04-16 child section_47_enquiry.completed
recording by manager as team_manager at 2026-05-18 12:00
  2026-05-01 child section_47_enquiry.started
  2026-05-11 child section_47_enquiry.completed
",
        expect: &[
            "2026-03-09 met = 0: on the day enquiries ended",
            "2026-04-16 not met = 3: 3 days after",
            "2026-05-11 not met = 7: 7 days after",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let within = circle.settings.within("enquiry_outcome_recorded_working_days");
    let enquiries = circle.timeline.enquiries.iter();
    let completed = enquiries.filter_map(|enquiry| Some((enquiry, enquiry.completed.as_ref()?)));
    completed
        .map(|(enquiry, (by, at, _))| {
            let ended = enquiry.ended_on.unwrap_or(at.date());
            let entry = circle.timeline.entry(*by).filter(|entry| entry.recorded.source.is_none());
            let recorded = entry.map_or(at.date(), |entry| entry.recorded_on().max(at.date()));
            let delay = days_between(ended, recorded).max(0);
            let after = if delay == 0 {
                "on the day enquiries ended".to_owned()
            } else {
                format!("{} after enquiries ended on {}", days(delay), day(ended))
            };
            let because = format!("The outcome was recorded on {}, {after}.", day(recorded));
            let met = within.in_time(ended, recorded) == Some(true);
            Case::new(Dated::On(at.date()), met, because).valued(delay).from([enquiry.by, *by])
        })
        .collect()
}
