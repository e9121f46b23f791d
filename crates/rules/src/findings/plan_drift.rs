//! A protection plan that has not moved at two reviews running.

use calendar::display;
use record::Choices;
use record::TimelineEntry;
use record::events::{ConferenceHeld, ConferenceType, Progress};
use record::timeline::ProtectionPlan;

use super::{Example, Finding};
use crate::days::earliest;
use crate::words::listed;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "plan-drift",
    title: "Protection plan without movement",
    failing: Some("F073"),
    source: "Working Together to Safeguard Children, chapter 3: review conferences judge whether safety has grown",
    for_whom: &[Audience::Manager, Audience::Chair],
    look,
    examples: &[
        Example { title: "one review without movement", notation: DRIFT, on: "2026-06-01", expect: &[] },
        Example {
            title: "two running",
            notation: DRIFT,
            on: "2026-11-30",
            expect: &[
                "2 reviews running without movement: 1 June 2026 (the same) and 30 November 2026 (worse)",
            ],
        },
        Example {
            title: "better the second time",
            notation: "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-06-01 child conference.held
    conference_type: review
    progress: same
  2026-11-30 child conference.held
    conference_type: review
    progress: better
",
            on: "2026-11-30",
            expect: &[],
        },
    ],
};

const DRIFT: &str = "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-06-01 child conference.held
    conference_type: review
    progress: same
  2026-11-30 child conference.held
    conference_type: review
    progress: worse
";

fn look(circle: &Circle) -> Vec<Found> {
    circle.timeline.protection_plans.iter().flat_map(|plan| drift(circle, plan)).collect()
}

fn drift(circle: &Circle, plan: &ProtectionPlan) -> Vec<Found> {
    let needed = circle.settings.limit("plan_drift_reviews") as usize;
    let reviews: Vec<(&TimelineEntry, &ConferenceHeld)> = circle
        .timeline
        .of::<ConferenceHeld>()
        .filter(|(entry, held)| {
            held.conference_type == Some(ConferenceType::Review)
                && (plan.span.covers(entry.day()) || plan.span.to == Some(entry.day()))
        })
        .collect();
    let still = |(_, held): &(&TimelineEntry, &ConferenceHeld)| {
        matches!(held.progress, Some(Progress::Same | Progress::Worse))
    };
    let mut found = Vec::new();
    for (place, (entry, _)) in reviews.iter().enumerate() {
        let running: Vec<_> = reviews[..=place].iter().rev().take_while(|review| still(review)).collect();
        if running.len() < needed || needed == 0 {
            continue;
        }
        let words: Vec<String> = running
            .iter()
            .rev()
            .filter_map(|(entry, held)| {
                let progress = held.progress?.label().to_lowercase();
                Some(format!("{} ({progress})", display::full_date(entry.day())))
            })
            .collect();
        let because = format!(
            "The protection plan of {} has had {} reviews running without movement: {}.",
            circle.child(),
            running.len(),
            listed(&words)
        );
        let next = reviews.get(place + 1).map(|(entry, _)| entry.day());
        let one = Found::since(entry.day(), because).cleared(earliest([next, plan.span.to]));
        found.push(one.from(running.iter().map(|(entry, _)| entry.id)).mended_by("challenge.raised"));
    }
    found
}
