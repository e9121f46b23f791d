//! A case heard at the high-risk conference with a child of the household left unanalysed.

use record::TimelineEntry;
use record::events::MaracHeard;

use super::{Example, Finding};
use crate::words::{listed, said};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "marac-child-unanalysed",
    title: "Child not analysed at the high-risk conference",
    failing: Some("F077"),
    source: "Inspection: analysis and safety plans at high-risk domestic abuse conferences varied",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "heard without risk, analysis or action",
            notation: HEARD,
            on: "2026-03-02",
            expect: &[
                "For the child the high-risk conference of 2 March 2026 says neither the risk level nor the analysis nor an action",
            ],
        },
        Example { title: "heard again, whole", notation: HEARD, on: "2026-03-16", expect: &[] },
    ],
};

const HEARD: &str = "
recording by chair as conference_chair
  2026-03-02 child marac.heard
    victim: kerra
  2026-03-16 child marac.heard
    victim: kerra
    rating: red
    analysis: He was in the room each time
    actions:
      - what: School meets him on Mondays
";

fn look(circle: &Circle) -> Vec<Found> {
    let heard: Vec<(&TimelineEntry, &MaracHeard)> = circle
        .timeline
        .of()
        .filter(|(_, e): &(_, &MaracHeard)| e.victim.as_ref().is_some_and(|victim| victim != circle.person))
        .collect();
    let mut found = Vec::new();
    for (place, (entry, e)) in heard.iter().enumerate() {
        let parts = [
            (e.rating.is_some(), "the risk level"),
            (said(&e.analysis), "the analysis"),
            (!e.actions.is_empty(), "an action"),
        ];
        let lacks: Vec<&str> = parts.iter().filter(|(given, _)| !given).map(|(_, what)| *what).collect();
        if lacks.is_empty() {
            continue;
        }
        let words = match lacks.as_slice() {
            [one] => format!("does not say {one}"),
            several => format!("says neither {}", several.join(" nor ")),
        };
        let whole = heard[place + 1..].first().map(|(next, _)| next.day());
        let day = calendar::display::full_date(entry.day());
        let because = format!("For {} the high-risk conference of {day} {words}.", listed(&[circle.child()]));
        let one = Found::since(entry.day(), because).cleared(whole);
        found.push(one.from([entry.id]).mended_by("marac.heard").waited_from(entry.day()));
    }
    found
}
