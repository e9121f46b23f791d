//! A visit that does not say whether the child was seen, was seen alone, or what the child said.

use calendar::display;
use record::TimelineEntry;
use record::events::{DirectWorkHeld, SeenAlone, ViewsRecorded, VisitMade, YesNo};

use super::{Example, Finding};
use crate::words::{listed, said};
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "visit-unanswered",
    title: "Visit leaves the child's part unanswered",
    failing: Some("F068"),
    source: "Working Together to Safeguard Children, chapter 1: see and speak to the child, alone when appropriate",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "seen, and nothing on alone or words",
            notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
",
            on: "2026-03-02",
            expect: &["does not say whether the child was seen alone and the child's words"],
        },
        Example {
            title: "not alone, with the reason, and with words",
            notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
    seen_alone: no
    not_alone_reason: She asked her sister to stay
    words: I want to go back to Nan's
",
            on: "2026-03-02",
            expect: &[],
        },
        Example {
            title: "the words are in the child's views of the same day",
            notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: yes
    seen_alone: yes
  2026-03-02 child views.recorded
    words: I want to go back to Nan's
",
            on: "2026-03-02",
            expect: &[],
        },
        Example {
            title: "not seen, and nobody says why",
            notation: "
recording by worker as social_worker
  2026-03-02 child visit.made
    seen: no
",
            on: "2026-03-02",
            expect: &["why the child was not seen"],
        },
    ],
};

fn look(circle: &Circle) -> Vec<Found> {
    let visits = circle.timeline.of::<VisitMade>().filter(|(entry, _)| !circle.unborn_on(entry.day()));
    visits.filter_map(|(entry, visit)| unanswered(circle, entry, visit)).collect()
}

fn unanswered(circle: &Circle, entry: &TimelineEntry, visit: &VisitMade) -> Option<Found> {
    let child = circle.child();
    let mut blank: Vec<String> = Vec::new();
    match visit.seen {
        None | Some(YesNo::NotKnown) => blank.push(format!("whether {child} was seen")),
        Some(YesNo::No) if !said(&visit.not_seen_reason) => blank.push(format!("why {child} was not seen")),
        Some(YesNo::No) => {}
        Some(YesNo::Yes) => {
            match visit.seen_alone {
                None => blank.push(format!("whether {child} was seen alone")),
                Some(SeenAlone::No) if !said(&visit.not_alone_reason) => {
                    blank.push(format!("why {child} was not seen alone"))
                }
                Some(_) => {}
            }
            if !said(&visit.words) && !words_elsewhere(circle, entry) {
                blank.push(format!("{child}'s words or what {child} showed"));
            }
        }
    }
    if blank.is_empty() {
        return None;
    }
    let because =
        format!("The visit of {} does not say {}.", display::full_date(entry.day()), listed(&blank));
    Some(Found::since(entry.day(), because).from([entry.id]).mended_by("entry.corrected"))
}

/// Whether the child's words of that day stand in an entry of their own.
fn words_elsewhere(circle: &Circle, visit: &TimelineEntry) -> bool {
    let views = circle.timeline.of::<ViewsRecorded>().map(|(entry, e)| (entry.day(), &e.words));
    let work = circle.timeline.of::<DirectWorkHeld>().map(|(entry, e)| (entry.day(), &e.words));
    views.chain(work).any(|(day, words)| day == visit.day() && said(words))
}
