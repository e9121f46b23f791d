//! Cornwall beside England, and a county that does nothing otherwise.

use super::{PracticePage, PracticePart};
use crate::components::segments::Segment;

/// Every sample of the page.
#[must_use]
pub fn samples() -> Vec<(&'static str, PracticePage)> {
    let beside = vec![
        Segment::new("England", "/practice?beside=england", true),
        Segment::new("Cambridgeshire", "/practice?beside=cambridgeshire", false),
    ];
    let base = PracticePage {
        title: "Practice here, beside England’s".into(),
        beside,
        empty: "England does nothing otherwise than England.".into(),
        ..PracticePage::default()
    };
    let limits = "Switched on: “Tell the referrer what was decided”, within 3 working days of the decision on the contact.";
    let cornwall = PracticePage {
        summary: vec![
            "Cornwall differs from England in 1 of 42 processes and its limits.".into(),
            "Limits: 1 is switched on.".into(),
            "Questions: 1 is reworded.".into(),
        ],
        parts: vec![
            PracticePart {
                heading: "Limits".into(),
                count: 1,
                forms: vec![(String::new(), vec![limits.into()])],
            },
            PracticePart {
                heading: "Child protection conference".into(),
                count: 2,
                forms: vec![
                    (String::new(), vec!["The steps stand in another order.".into()]),
                    (
                        "Signs of Safety conference".into(),
                        vec!["It asks “What is working well?” where England asks “What is working?”.".into()],
                    ),
                ],
            },
        ],
        ..base.clone()
    };
    vec![("cornwall", cornwall), ("nothing", base)]
}
