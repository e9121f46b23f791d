//! Contacts below the threshold that a service took on.

use record::events::{ContactDecided, LevelOfNeed};
use record::{Event, TimelineEntry};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::early_help::{accepted, passed_on, requests};

/// Of two decisions about a child on one day each is counted.
pub(super) const BELOW_THRESHOLD_WITH_DESTINATION: Indicator = Indicator {
    id: "below_threshold_with_destination",
    title: "Below-threshold contacts with an early help destination",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "contacts decided at the level of early help and not passed to social care, one for each child",
    numerator: "those after which an early help service took the child on",
    source: "Inspection of Cornwall, 2016: referrals below the threshold got no service at all",
    cases,
    examples: &[Example {
        title: "taken on; declined; nothing asked for; and one that was accepted as a referral",
        notation: "
recording by manager as front_door_manager
  2026-03-02 child contact.received
  2026-03-02 child contact.decided
    level_of_need: early_help
    outcome: early_help
  2026-03-02 child early_help.requested
  2026-03-05 child early_help.allocated
    service: Family hub
  2026-04-01 child contact.received
  2026-04-01 child contact.decided
    level_of_need: early_help
    outcome: early_help
  2026-04-01 child early_help.requested
  2026-04-08 child early_help.declined
  2026-05-01 child contact.received
  2026-05-01 child contact.decided
    level_of_need: early_help
    outcome: advice_given
  2026-06-01 child contact.received
  2026-06-01 child contact.decided
    level_of_need: early_help
    outcome: referral
",
        expect: &[
            "2026-03-02 met: taken on on 5 March 2026",
            "2026-04-01 not met: the family declined on 8 April 2026",
            "2026-05-01 not met: no early help was asked for",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let decided = circle.timeline.of::<ContactDecided>();
    let below =
        decided.filter(|(_, e)| e.level_of_need == Some(LevelOfNeed::EarlyHelp) && !passed_on(e.outcome));
    below.map(|(entry, _)| case(circle, entry)).collect()
}

/// The request that a decision opened is the first recorded from it on, up to the next decision.
fn case(circle: &Circle, decision: &TimelineEntry) -> Case {
    let until =
        circle.timeline.after(decision.id).take_while(|one| !matches!(one.event, Event::ContactDecided(_)));
    let ids: Vec<_> = until.map(|one| one.id).collect();
    let asked = requests(circle.timeline).into_iter().find(|one| ids.contains(&one.entry.id));
    let answer = asked.as_ref().and_then(|one| one.answer);
    let (met, words) = match (&asked, answer) {
        (None, _) => (false, "no early help was asked for".to_owned()),
        (_, None) => (false, "no service has taken it on yet".to_owned()),
        (_, Some(answer)) if accepted(answer) => (true, format!("taken on on {}", day(answer.day()))),
        (_, Some(answer)) => (false, format!("the family declined on {}", day(answer.day()))),
    };
    let because = format!("Decided on {} at the level of early help: {words}.", day(decision.day()));
    let entries = [Some(decision.id), asked.as_ref().map(|one| one.entry.id), answer.map(|answer| answer.id)];
    Case::new(Dated::On(decision.day()), met, because).from(entries.into_iter().flatten())
}
