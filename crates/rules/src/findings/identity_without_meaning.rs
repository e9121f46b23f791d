//! Ethnicity, religion, language or disability ticked, and nothing said of what it means for the child.

use calendar::display;
use record::events::{AssessmentCompleted, CharacteristicsRecorded};

use super::limit::while_open;
use super::{Example, Finding};
use crate::words::{listed, said};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "identity-without-meaning",
    title: "Identity without meaning",
    failing: Some("F045"),
    source: "Equality Act 2010 s149; Working Together to Safeguard Children, chapter 1",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a code with no meaning written, once the service works with the child",
            notation: TICKED,
            on: "2026-03-03",
            expect: &["ethnicity and first language were recorded on 1 February 2026"],
        },
        Example {
            title: "not while nobody works with the child",
            notation: TICKED,
            on: "2026-02-20",
            expect: &[],
        },
        Example {
            title: "the assessment says what it means",
            notation: TICKED,
            on: "2026-03-20",
            expect: &[],
        },
    ],
};

const TICKED: &str = "
recording by worker as social_worker
  2026-02-01 child characteristics.recorded
    ethnicity: WBRI
    first_language: Cornish
recording by worker as social_worker
  2026-03-02 child assessment.started
recording by worker as social_worker
  2026-03-20 child assessment.completed
    identity_meaning: He wants to be called Cornish, and to keep his Friday class
";

fn look(circle: &Circle) -> Vec<Found> {
    let Some((first, _)) =
        circle.timeline.of::<CharacteristicsRecorded>().find(|(_, e)| !ticked(e).is_empty())
    else {
        return Vec::new();
    };
    let all = circle.timeline.of::<CharacteristicsRecorded>();
    let mut names: Vec<String> = Vec::new();
    for name in all.flat_map(|(_, e)| ticked(e)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let meant = circle.timeline.of::<CharacteristicsRecorded>().filter(|(_, e)| said(&e.meaning));
    let meant = meant.map(|(entry, _)| entry.day());
    let assessed = circle.timeline.of::<AssessmentCompleted>().filter(|(_, e)| said(&e.identity_meaning));
    let meant = meant.chain(assessed.map(|(entry, _)| entry.day())).min();
    let were = if names.len() == 1 { "was" } else { "were" };
    let because = format!(
        "Of {}, {} {were} recorded on {}, and nothing says what that means for the child and what follows.",
        circle.child(),
        listed(&names),
        display::full_date(first.day())
    );
    let found = Found::since(first.day(), because).cleared(meant).from([first.id]);
    let found = found.mended_by("characteristics.recorded");
    circle.timeline.involvements.iter().map(|involvement| while_open(found.clone(), involvement)).collect()
}

fn ticked(e: &CharacteristicsRecorded) -> Vec<String> {
    let parts = [
        (e.ethnicity.is_some() || said(&e.ethnicity_local), "ethnicity"),
        (said(&e.religion), "religion"),
        (said(&e.first_language), "first language"),
        (!e.disabilities.is_empty(), "disability"),
        (said(&e.immigration_status), "immigration status"),
    ];
    parts.into_iter().filter(|(ticked, _)| *ticked).map(|(_, name)| name.to_owned()).collect()
}
