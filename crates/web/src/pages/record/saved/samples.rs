//! After the front door's decision of 2 March 2026; after an ordinary note.

use super::{Entered, SavedPage};
use crate::components::button::Button;
use crate::components::prose::Prose;
use crate::components::task_table::Task;
use crate::components::{Nearness, Tag, Tone, When, Why};

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, SavedPage)> {
    vec![("decision", decision()), ("note", note())]
}

fn entered(name: &str, id: &str, age: &str, what: &str, tags: Vec<Tag>) -> Entered {
    Entered { name: name.into(), href: format!("/people/{id}"), age: age.into(), what: what.into(), tags }
}

fn note() -> SavedPage {
    SavedPage {
        initials: "M N".into(),
        heading: "Recorded for Morwenna".into(),
        summary: "Hannah Pascoe, Monday 30 March 2026, 5:52pm. Recording 10,493.".into(),
        entries: vec![entered(
            "Morwenna Nance",
            "NAN-1",
            "9 years 4 months",
            "A note: swimming club can take her on Saturdays",
            Vec::new(),
        )],
        next: vec![
            Button::primary("Morwenna’s story", "/people/NAN-1"),
            Button::secondary("My work", "/work"),
        ],
        ..SavedPage::default()
    }
}

fn decision() -> SavedPage {
    let in_time = || vec![Tag::new(Tone::Met, "In time: same day")];
    let task = |what: &str, who: &str, why: &str, when: When, next: Button, rule: Why| Task {
        what: what.into(),
        href: "/people/NAN-1/work".into(),
        who: who.into(),
        why_here: why.into(),
        why: Some(rule),
        when,
        next,
    };
    SavedPage {
        initials: "M N and others".into(),
        heading: "Decided for Morwenna and Tegen".into(),
        summary: "Martin Eddy, Monday 2 March 2026, 2:07pm. Recording 10,482.".into(),
        entries: vec![
            entered(
                "Morwenna Nance",
                "NAN-1",
                "9 years 3 months",
                "Contact decided: strategy discussion. Level 4.",
                in_time(),
            ),
            entered(
                "Tegen Hosken",
                "HOS-1",
                "3 years 1 month",
                "Contact decided: strategy discussion. Level 4.",
                in_time(),
            ),
        ],
        started: vec![
            task(
                "Hold a strategy discussion",
                "Morwenna and Tegen",
                "A child may be suffering significant harm.",
                When::new(Nearness::Soon, "Tue 3 Mar", "tomorrow"),
                Button::primary("Call it", "/people/NAN-1/start/strategy_discussion"),
                Why::new(
                    "is the strategy discussion due tomorrow",
                    "Local standard 4.1: within one working day of the decision. The law says as soon as possible. Holding it stops this.",
                ),
            ),
            task(
                "Tell Mr Ferris what was decided",
                "Porthavel Primary",
                "He referred the children.",
                When::new(Nearness::Soon, "Tue 3 Mar", "tomorrow, one working day"),
                Button::secondary("Record that", "/people/NAN-1/start/referrer_informed"),
                Why::new(
                    "is Mr Ferris to be told tomorrow",
                    "Working Together 2023, chapter 3: within one working day of the contact. Recording that he was told stops this.",
                ),
            ),
        ],
        stopped: vec!["Decision on the contact, due Tue 3 March: met for Morwenna and Tegen.".into()],
        findings: vec![Prose::new().tag(Tag::new(Tone::Finding, "Finding")).text(
            " Two children of the household have no decision. It closes when Jory’s and the baby’s are made.",
        )],
        also: vec![
            "DC Lowenna Hicks, health and school are asked for tomorrow.".into(),
            "A referral is open for each child, dated 2 March.".into(),
        ],
        left_out: vec![
            Prose::new()
                .strong("Jory")
                .text(" and ")
                .strong("Baby Hosken")
                .text(" wait, as a draft. ")
                .link("/contacts/3320/decide", "Finish their decision")
                .text(" by Tue 3 March, 5:00pm."),
        ],
        next: vec![
            Button::primary("Back to the front door", "/front-door"),
            Button::secondary("Morwenna’s timeline", "/people/NAN-1/timeline"),
        ],
    }
}
