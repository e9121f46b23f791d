//! Disagreements of agencies, at each level that has them.

use calendar::{display, london};
use record::Choices;
use record::events::DisagreementLevel;

use super::{Example, Finding};
use crate::disagreement::disagreements;
use crate::{Audience, Circle, Found};

const SOURCE: &str = "Inspection: agencies told to use early help for children they thought in danger had no way to object; the hours at \
     each level are the authority’s own";

pub(super) const MANAGER: Finding = Finding {
    id: "disagreement-manager",
    title: "Agency disagrees: team manager to answer",
    failing: Some("F014"),
    source: SOURCE,
    for_whom: &[Audience::Manager],
    look: |circle| look(circle, DisagreementLevel::TeamManager),
    examples: &[
        Example {
            title: "before the manager at once",
            notation: RAISED,
            on: "2026-03-02",
            expect: &["School or nursery disagrees about the child"],
        },
        Example {
            title: "unanswered for a day it moves on",
            notation: RAISED,
            on: "2026-03-03",
            expect: &[],
        },
    ],
};

pub(super) const HEAD: Finding = Finding {
    id: "disagreement-head",
    title: "Agency disagrees: head of service to answer",
    failing: Some("F014"),
    source: SOURCE,
    for_whom: &[Audience::Manager, Audience::Head],
    look: |circle| look(circle, DisagreementLevel::HeadOfService),
    examples: &[
        Example {
            title: "from a day after it was raised",
            notation: RAISED,
            on: "2026-03-03",
            expect: &["the team manager has not answered"],
        },
        Example { title: "answered", notation: RAISED, on: "2026-03-04", expect: &[] },
    ],
};

pub(super) const BOARD: Finding = Finding {
    id: "disagreement-board",
    title: "Agency disagrees: chair of the board to answer",
    failing: Some("F014"),
    source: SOURCE,
    for_whom: &[Audience::Head],
    look: |circle| look(circle, DisagreementLevel::BoardChair),
    examples: &[
        Example { title: "answered in time below", notation: RAISED, on: "2026-03-05", expect: &[] },
        Example {
            title: "nobody answered for two days",
            notation: "
recording by head as head_of_service
  2026-03-02 10:00 child disagreement.raised
    agency: school
    disputed: Early help is not enough
",
            on: "2026-03-04",
            expect: &["the head of service has not answered"],
        },
        Example {
            title: "the head answered; the school took it further",
            notation: "
recording by head as head_of_service
  2026-03-02 10:00 child disagreement.raised
    agency: school
    disputed: Early help is not enough
  2026-03-03 15:00 child disagreement.answered
    outcome: stands
  2026-03-05 09:00 child disagreement.escalated
    reason: He was hungry again
",
            on: "2026-03-05",
            expect: &["was not content with the answer"],
        },
    ],
};

const RAISED: &str = "
recording by head as head_of_service
  2026-03-02 10:00 child disagreement.raised
    agency: school
    disputed: Early help is not enough
  2026-03-04 09:00 child disagreement.answered
    outcome: changed
";

fn look(circle: &Circle, level: DisagreementLevel) -> Vec<Found> {
    let mut found = Vec::new();
    for one in disagreements(circle.timeline, circle.settings.limit("disagreement_answer_hours")) {
        let Some(place) = one.stages.iter().position(|stage| stage.level == level) else { continue };
        let stage = &one.stages[place];
        let who = one.said.agency.map_or("An agency", |agency| agency.label());
        let child = circle.child();
        let disputed = one.said.disputed.as_deref().unwrap_or("nothing written").trim_end_matches('.');
        let before = place.checked_sub(1).map(|before| &one.stages[before]);
        let how = match before {
            None => String::new(),
            Some(before) if before.ended.is_some() => format!(" {who} was not content with the answer."),
            Some(before) => {
                format!(" For its time, the {} has not answered.", before.level.label().to_lowercase())
            }
        };
        let because = format!(
            "{who} disagrees about {child}: {disputed}.{how} An answer is due by {}.",
            display::date_and_time(stage.limit)
        );
        let it = Found::since(london::date_of(stage.since), because)
            .cleared(stage.until().map(london::date_of))
            .from([one.entry.id])
            .mended_by("disagreement.answered")
            .waited_from(one.entry.occurred);
        found.push(match one.said.agency {
            Some(agency) => it.of_agency(agency),
            None => it,
        });
    }
    found
}
