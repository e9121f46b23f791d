//! How long a police notice takes, stage by stage.

use chronology::{EntryId, Occurred};
use record::timeline::Correspondence;

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;

/// A case is one stage of one notice of which both times are known: from the incident to sending, from sending to
/// receipt, from receipt to what was first done about it. Its value is in whole hours.
pub(super) const POLICE_NOTICE_DELAY: Indicator = Indicator {
    id: "police_notice_delay",
    title: "Delay of police notices by stage",
    measure: Measure::MedianHours,
    when: When::Period,
    polarity: Polarity::Lower,
    denominator: "stages of police notices received, of which both times are known",
    numerator: "the hours from incident to sending, to receipt, to action",
    source: "Inspection: notices were read late and nobody measured the delay",
    cases,
    examples: &[Example {
        title: "a day to send, two hours on the way, three until somebody acts; a notice without times counts nowhere",
        notation: "
recording by police as partner
  2026-03-06 11:00 child police_notification.received @first
    incident_at: 2026-03-05 09:00
    sent_at: 2026-03-06 09:00
  2026-03-07 child police_notification.received
recording by screener as screener
  2026-03-06 14:30 child police_notification.actioned
    notice: @first
    outcome: contact
",
        expect: &[
            "2026-03-06 met [Incident to sending] = 24: 24 hours",
            "2026-03-06 met [Sending to receipt] = 2: 2 hours",
            "2026-03-06 met [Receipt to action] = 3: 3 hours",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    circle.timeline.correspondence.iter().flat_map(stages).collect()
}

fn stages(one: &Correspondence) -> Vec<Case> {
    let Some(notice) = one.notice() else { return Vec::new() };
    let action = one.first_action();
    let stage = |name: &'static str, from: Option<Occurred>, to: Option<Occurred>, by: Option<EntryId>| {
        let hours = to?.instant()?.duration_since(from?.instant()?).as_hours();
        let received = one.received.date();
        let because = format!("{name} took {hours} hours for the notice of {}.", day(received));
        let case = Case::new(Dated::On(received), true, because).valued(hours).grouped(name);
        Some(case.from([one.by]).from(by))
    };
    let received = Some(one.received);
    [
        stage("Incident to sending", notice.incident_at, notice.sent_at, None),
        stage("Sending to receipt", notice.sent_at, received, None),
        stage("Receipt to action", received, action.map(|done| done.at), action.map(|done| done.by)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
