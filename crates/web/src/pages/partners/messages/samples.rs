//! Three messages, one of them unread too long.

use super::{LevelLine, MessageLine, MessagesPage};
use crate::components::fields::Choice;
use crate::components::{Nearness, Tag, Tone, When};

/// Samples.
#[must_use]
pub fn samples() -> Vec<(&'static str, MessagesPage)> {
    let line = |entry: &str, about: &str, from: &str, open: When| MessageLine {
        href: format!("/front-door/messages/{entry}"),
        about: about.to_owned(),
        from: from.to_owned(),
        said: "Both came to school hungry again and will not say who is at home.".to_owned(),
        open,
        team: "Front door".to_owned(),
        left: "2 children to act on".to_owned(),
        tags: Vec::new(),
        unread_too_long: false,
        ungraded: false,
    };
    let late = When::new(Nearness::Overdue, "2 h 5 m old", "unread past its limit");
    let read = When::new(Nearness::Plain, "40 m old", "read, and waits for somebody to act");
    let page = MessagesPage {
        summary: "Waiting: 2. Unread for more than 1 hour: 1. Police notices not graded: 1.".to_owned(),
        waiting: vec![
            MessageLine {
                tags: vec![
                    Tag::new(Tone::Overdue, "Not graded"),
                    Tag::new(Tone::Finding, "Household known from 2 before"),
                ],
                unread_too_long: true,
                ungraded: true,
                ..line("41.0", "Jory Nance", "Devon and Cornwall Police, police", late)
            },
            line("42.0", "Talan and Merryn Rowse", "Porthavel Primary, school or nursery", read),
        ],
        period_words: "1 April 2025 to 31 March 2026".to_owned(),
        levels: vec![LevelLine {
            agency: "Police".to_owned(),
            received: 41,
            read: 40,
            acted_on: 38,
            median: "2 h 10 m".to_owned(),
        }],
        agencies: vec![Choice::new("school", "School or nursery"), Choice::new("police", "Police")],
        ..MessagesPage::default()
    };
    let given = MessagesPage {
        given: Some(("Dr Kay, Quay Surgery".to_owned(), "/partners/link/0123abcd".to_owned())),
        ..page.clone()
    };
    vec![("waiting", page), ("link_given", given), ("nothing", MessagesPage::default())]
}
