//! A third contact within twelve months without an assessment: it is before the head of service.

use calendar::display;
use record::timeline::Contact;

use super::{Example, Finding};
use crate::draw::{third_without_assessment, within_a_year};
use crate::words::listed;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "third-contact",
    title: "Third contact without an assessment",
    failing: Some("F012"),
    source: "Inspection: families needed three contacts or more before one was accepted",
    for_whom: &[Audience::Manager, Audience::Head],
    look,
    examples: &[
        Example {
            title: "the third within twelve months waits",
            notation: THREE,
            on: "2026-03-02",
            expect: &[
                "3 contacts within twelve months and no assessment: 12 January 2026 (“Hungry”), 9 February 2026 and \
                 2 March 2026",
            ],
        },
        Example { title: "two are not three", notation: THREE, on: "2026-03-01", expect: &[] },
        Example { title: "decided", notation: THREE, on: "2026-03-03", expect: &[] },
        Example {
            title: "an assessment within the year",
            notation: "
recording by manager as front_door_manager
  2026-01-12 child contact.received
  2026-01-20 child assessment.started
  2026-02-09 child contact.received
  2026-03-02 child contact.received
",
            on: "2026-03-02",
            expect: &[],
        },
    ],
};

const THREE: &str = "
recording by manager as front_door_manager
  2026-01-12 child contact.received @first
    worry: Hungry
  2026-01-12 child contact.decided
    contact: @first
    outcome: no_further_action
  2026-02-09 child contact.received @second
  2026-02-09 child contact.decided
    contact: @second
    outcome: no_further_action
  2026-03-02 child contact.received @third
recording by head as head_of_service
  2026-03-03 child contact.decided
    contact: @third
    outcome: no_further_action
";

fn look(circle: &Circle) -> Vec<Found> {
    let contacts = circle.timeline.contacts.iter();
    contacts
        .filter(|contact| third_without_assessment(circle, contact))
        .map(|one| found(circle, one))
        .collect()
}

fn found(circle: &Circle, contact: &Contact) -> Found {
    let year: Vec<&Contact> = within_a_year(circle, contact).collect();
    let said: Vec<String> = year.iter().map(|one| words(one)).collect();
    let because = format!(
        "{} has {} contacts within twelve months and no assessment: {}. Only a head of service may end the last.",
        circle.child(),
        year.len(),
        listed(&said)
    );
    Found::since(contact.received.date(), because)
        .cleared(contact.decided.as_ref().map(|decision| decision.at.date()))
        .from(year.iter().map(|one| one.by))
        .mended_by("contact.decided")
        .waited_from(contact.received.date())
}

/// A contact by its day, and what worried whoever made it.
fn words(contact: &Contact) -> String {
    let day = display::full_date(contact.received.date());
    match contact.said.worry.as_ref().or(contact.said.what_happened.as_ref()) {
        Some(worry) => format!("{day} (“{worry}”)"),
        None => day,
    }
}
