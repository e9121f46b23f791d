//! A school's message half taken up, and a police notice to grade.

use super::{ChildTaken, MessagePage};
use crate::components::card::Fact;
use crate::components::fields::Choice;
use crate::components::options::Choosable;

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, MessagePage)> {
    let ratings = || vec![Choice::new("red", "Red: act today"), Choice::new("amber", "Amber: serious")];
    let outcomes = || vec![Choice::new("contact", "Taken as a contact").chosen(true)];
    let new = Choosable {
        value: "new".to_owned(),
        words: "Nobody we know: make a new record".to_owned(),
        chosen: true,
        ..Choosable::default()
    };
    let half = MessagePage {
        entry: "42.0".to_owned(),
        title: "Talan Rowse and Merryn Rowse".to_owned(),
        summary: "Front door. Read, and waits: 2 h 40 m old.".to_owned(),
        facts: vec![Fact::new("From", "Porthavel Primary"), Fact::new("Sent by", "Tom Ferris")],
        what_happened: "Both came to school hungry again and will not say who is at home.".to_owned(),
        document: true,
        children: vec![
            ChildTaken {
                number: 1,
                name: "Talan Rowse".to_owned(),
                beneath: "Born 3 April 2015".to_owned(),
                worry: "He says nobody was there last night.".to_owned(),
                harm: true,
                done: "Taken as a contact by Jago Pike, Friday 22 May 2026, 7:30pm.".to_owned(),
                record: "talan-rowse".to_owned(),
                ..ChildTaken::default()
            },
            ChildTaken {
                number: 2,
                name: "Merryn Rowse".to_owned(),
                beneath: "Date of birth not given".to_owned(),
                worry: "She does not want to go home.".to_owned(),
                likely: vec![new],
                ratings: ratings(),
                outcomes: outcomes(),
                ..ChildTaken::default()
            },
        ],
        ..MessagePage::default()
    };
    let notice = MessagePage {
        entry: "41.0".to_owned(),
        title: "A message".to_owned(),
        summary: "Front door. Unread for 2 h 5 m: past its limit.".to_owned(),
        unread: true,
        ratings: ratings(),
        earlier: vec![("/front-door/messages/30.0".to_owned(), "2 May 2026: shouting heard".to_owned())],
        whole: true,
        ..MessagePage::default()
    };
    vec![("half_taken_up", half), ("notice", notice)]
}
