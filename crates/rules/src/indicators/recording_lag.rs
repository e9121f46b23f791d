//! How long after it happened a thing was recorded.

use record::{Event, TimelineEntry};

use super::words::{day, days, days_between};
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// Counted of what a worker did and then wrote down: visits, meetings, discussions, direct work, notes. What
/// came from another system was recorded there, on a day that nobody here knows, and is left out.
pub(super) const RECORDING_LAG: Indicator = Indicator {
    id: "recording_lag",
    title: "Lag from happening to recording",
    measure: Measure::MedianDays,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "visits, meetings, discussions and notes, by kind, dated by the day of recording",
    numerator: "the days from happening to recording; a case meets the authority's limit or does not",
    source: "Inspection: recording that is up to date; the limit is the authority's own",
    cases,
    examples: &[Example {
        title: "on the day; a week on; what came from another system does not count",
        notation: "
recording by worker as social_worker at 2026-03-02 17:00
  2026-03-02 child visit.made
recording by worker as social_worker at 2026-03-09 10:00
  2026-03-02 child core_group.held
recording by worker as social_worker at 2026-03-10 10:00 from old.csv row 1
  2026-02-02 child visit.made
",
        expect: &[
            "2026-03-02 met [Visit] = 0: on the day",
            "2026-03-09 not met [Core group] = 7: 7 days after",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let done = circle.timeline.counting().filter(|entry| entry.recorded.source.is_none());
    let mut cases: Vec<(jiff::civil::Date, Case)> =
        done.filter_map(|entry| Some((entry.recorded_on(), case(circle, entry, label(entry)?)))).collect();
    cases.sort_by_key(|(recorded, case)| (*recorded, case.entries.clone()));
    cases.into_iter().map(|(_, case)| case).collect()
}

fn case(circle: &Circle, entry: &TimelineEntry, label: &'static str) -> Case {
    let within = circle.settings.within("recording_working_days");
    let recorded = entry.recorded_on();
    let lag = days_between(entry.day(), recorded).max(0);
    let after = if lag == 0 { "on the day".to_owned() } else { format!("{} after it happened", days(lag)) };
    let because = format!("{label} of {}, recorded {after}.", day(entry.day()));
    let met = within.in_time(entry.day(), recorded) == Some(true);
    Case::new(Dated::On(recorded), met, because).valued(lag).grouped(label).from([entry.id])
}

/// The kind of a thing that a worker did and then wrote down.
fn label(entry: &TimelineEntry) -> Option<&'static str> {
    Some(match entry.event {
        Event::VisitMade(_) => "Visit",
        Event::VisitAttempted(_) => "Visit attempted",
        Event::VisitRefused(_) => "Visit refused",
        Event::StrategyDiscussionHeld(_) => "Strategy discussion",
        Event::ConferenceHeld(_) => "Conference",
        Event::CoreGroupHeld(_) => "Core group",
        Event::DirectWorkHeld(_) => "Direct work",
        Event::SupervisionHeld(_) => "Supervision",
        Event::CaseNoteRecorded(_) => "Note",
        _ => return None,
    })
}
