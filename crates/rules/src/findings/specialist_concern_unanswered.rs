//! Specialist concerns that nobody has referred, or that nobody has answered.

use record::Choices;
use record::events::SpecialistConcern;

use super::limit::{missed_on, sum, working_days};
use super::{Example, Finding};
use crate::days::earliest;
use crate::specialist::{concerns, referred, route};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "specialist-concern-unanswered",
    title: "Specialist concern without an answer",
    failing: None,
    source: "Inspection: routes for radicalisation, female genital mutilation and modern slavery; the duties are those of the acts that \
             each concern names",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example { title: "a working day to refer it", notation: RAISED, on: "2026-03-03", expect: &[] },
        Example {
            title: "then the duty is named",
            notation: RAISED,
            on: "2026-03-04",
            expect: &["to the national referral mechanism"],
        },
        Example { title: "referred", notation: RAISED, on: "2026-03-06", expect: &[] },
        Example {
            title: "and not answered ten working days later",
            notation: RAISED,
            on: "2026-03-20",
            expect: &["has not answered"],
        },
        Example { title: "answered", notation: RAISED, on: "2026-03-24", expect: &[] },
    ],
};

const RAISED: &str = "
recording by worker as social_worker
  2026-03-02 child specialist_concern.raised
    kind: modern_slavery
  2026-03-05 child specialist_concern.referred_on
    body: National referral mechanism
  2026-03-24 child specialist_concern.answered
    answer: Reasonable grounds
";

fn look(circle: &Circle) -> Vec<Found> {
    let to_refer = working_days(circle.settings.limit("specialist_concern_referred_working_days"));
    let to_answer = working_days(circle.settings.limit("specialist_concern_answered_working_days"));
    let mut found = Vec::new();
    for one in concerns(circle.timeline) {
        let kind = one.said.kind.unwrap_or(SpecialistConcern::Other);
        let (way, name) = (route(kind), kind.label().to_lowercase());
        let child = circle.child();
        let answered = one.answer.map(|answer| answer.day());
        let sent = referred(circle.timeline, one.entry);
        let because = format!(
            "A concern of {name} about {child} has not been referred to {}: {}. {}",
            way.body,
            sum(to_refer, one.entry.occurred),
            way.duty
        );
        let waiting = Found::since(missed_on(to_refer, one.entry.occurred), because)
            .cleared(earliest([sent.map(|(entry, _)| entry.day()), answered]));
        found.push(
            waiting
                .from([one.entry.id])
                .mended_by("specialist_concern.referred_on")
                .waited_from(one.entry.day()),
        );
        let Some((entry, said)) = sent else { continue };
        let body = said.body.as_deref().unwrap_or(way.body);
        let because = format!(
            "{body}, to whom a concern of {name} about {child} was referred, has not answered: {}.",
            sum(to_answer, entry.occurred)
        );
        let waiting = Found::since(missed_on(to_answer, entry.occurred), because).cleared(answered);
        found.push(
            waiting
                .from([one.entry.id, entry.id])
                .mended_by("specialist_concern.answered")
                .waited_from(entry.day()),
        );
    }
    found
}
