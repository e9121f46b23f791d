//! The steps of deciding a contact, taken or left out.

use chronology::EntryId;
use record::timeline::{Contact, ContactDecision};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::draw::within_a_year;
use crate::gates::FORMS_ASK_FROM;
use crate::words::said;

/// A case is one step of one decision. Steps that no form asked for before 1 January 2026 are counted from then on.
pub(super) const CONTACT_DECISION_STEPS: Indicator = Indicator {
    id: "contact_decision_steps",
    title: "Steps of deciding a contact that were taken",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "steps set out for decisions on contacts, one for each child, decision and step",
    numerator: "those taken",
    source: "Inspection: thresholds were applied unevenly and set steps left out",
    cases,
    examples: &[Example {
        title: "no indicator of the threshold document, and the history left out",
        notation: "
recording by manager as front_door_manager
  2026-03-02 child contact.received
  2026-03-02 child contact.screened
    history: None
  2026-03-02 child contact.decided
    outcome: referral
    level_of_need: in_need
    reason: Hungry on nine Mondays
",
        expect: &[
            "2026-03-02 met [Screened]",
            "2026-03-02 not met [Indicators matched]: The decision of 2 March 2026 left out: indicators matched",
            "2026-03-02 met [Level of need]",
            "2026-03-02 met [Reason]",
            "2026-03-02 not met [History weighed]",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let contacts = circle.timeline.contacts.iter();
    let made = contacts.flat_map(|contact| contact.decisions().map(move |made| (contact, made)));
    made.flat_map(|(contact, made)| steps(circle, contact, made)).collect()
}

fn steps(circle: &Circle, contact: &Contact, made: &ContactDecision) -> Vec<Case> {
    let on = made.at.date();
    let asked = on >= FORMS_ASK_FROM;
    let earlier = within_a_year(circle, contact).any(|one| one.by != contact.by);
    let steps: [(&str, bool, bool); 6] = [
        ("Screened", true, contact.screened.is_some()),
        ("Indicators matched", asked, !made.indicators.is_empty()),
        ("Level of need", true, made.level_of_need.is_some()),
        ("Reason", true, said(&made.reason)),
        ("History weighed", true, said(&made.history_weighed)),
        ("Earlier contacts read together", asked && earlier, made.pattern_read),
    ];
    let case = |(step, set, taken): (&'static str, bool, bool)| {
        let did = if taken { "took" } else { "left out" };
        let because = format!("The decision of {} {did}: {}.", day(on), step.to_lowercase());
        let entries: [EntryId; 2] = [made.by, contact.by];
        set.then(|| Case::new(Dated::On(on), taken, because).grouped(step).from(entries))
    };
    steps.into_iter().filter_map(case).collect()
}
