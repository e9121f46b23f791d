//! A protection plan that has not moved at two reviews running.

use calendar::display;
use jiff::civil::Date;
use record::Choices;
use record::TimelineEntry;
use record::events::{ActionState, ConferenceHeld, ConferenceType, Progress};
use record::timeline::ProtectionPlan;

use super::{Example, Finding};
use crate::days::earliest;
use crate::risk::scales;
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
                "2 reviews running without movement and with no action done: 1 June 2026 (the same) and 30 November 2026 (worse)",
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
        Example {
            title: "the same scale at two reviews",
            notation: SCALED,
            on: "2026-12-01",
            expect: &["1 June 2026 (4 of 10 again) and 30 November 2026 (4 of 10 again)"],
        },
        Example {
            title: "one action done prevents it",
            notation: "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-03-10 child action.assigned
    action:
      what: Mend the stair gate
  2026-06-01 child conference.held
    conference_type: review
    progress: same
  2026-07-01 child action.completed
    what: Mend the stair gate
  2026-11-30 child conference.held
    conference_type: review
    progress: same
",
            on: "2026-12-01",
            expect: &[],
        },
    ],
};

const SCALED: &str = "
recording by chair as conference_chair
  2026-03-02 child child_protection_plan.started
  2026-03-02 child safety_goal.scaled
    scale: 4
  2026-06-01 child safety_goal.scaled
    scale: 4
  2026-06-01 child conference.held
    conference_type: review
    progress: better
  2026-11-30 child conference.held
    conference_type: review
    progress: better
";

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

/// A review of a plan, and whether anything moved since the one before.
struct Reviewed<'a> {
    entry: &'a TimelineEntry,
    /// Why nothing moved, in words: “the same”, “4 of 10 again”.
    still: Option<String>,
}

pub(super) fn drift(circle: &Circle, plan: &ProtectionPlan) -> Vec<Found> {
    let needed = circle.settings.limit("plan_drift_reviews") as usize;
    let reviews = reviews(circle, plan);
    let mut found = Vec::new();
    for (place, review) in reviews.iter().enumerate() {
        let running: Vec<_> =
            reviews[..=place].iter().rev().take_while(|review| review.still.is_some()).collect();
        if running.len() < needed || needed == 0 {
            continue;
        }
        let words: Vec<String> = running
            .iter()
            .rev()
            .filter_map(|one| {
                Some(format!("{} ({})", display::full_date(one.entry.day()), one.still.as_ref()?))
            })
            .collect();
        let because = format!(
            "The protection plan of {} has had {} reviews running without movement and with no action done: {}. The \
             chair’s challenge is due.",
            circle.child(),
            running.len(),
            listed(&words)
        );
        let next = reviews.get(place + 1).map(|next| next.entry.day());
        let one = Found::since(review.entry.day(), because).cleared(earliest([next, plan.span.to]));
        found.push(one.from(running.iter().map(|one| one.entry.id)).mended_by("challenge.raised"));
    }
    found
}

/// The reviews of a plan in order. Nothing moved at one if the child is no safer by the scale than at the one before
/// (by the conference's own word, where no scale was given) and no action was done between the two.
fn reviews<'a>(circle: &Circle<'a>, plan: &ProtectionPlan) -> Vec<Reviewed<'a>> {
    let scales = scales(circle.timeline);
    let scale_on = |day: Date| {
        let until =
            scales.iter().rev().find(|(entry, _)| plan.span.from <= entry.day() && entry.day() <= day);
        until.map(|(_, scale)| *scale)
    };
    let held = circle.timeline.of::<ConferenceHeld>().filter(|(entry, held)| {
        held.conference_type == Some(ConferenceType::Review)
            && (plan.span.covers(entry.day()) || plan.span.to == Some(entry.day()))
    });
    let mut before = plan.span.from;
    let mut reviews = Vec::new();
    for (entry, held) in held {
        let since = std::mem::replace(&mut before, entry.day());
        let done = circle.timeline.actions.iter().filter_map(|action| action.ended());
        let done = done.filter(|ended| ended.state == ActionState::Done);
        let moved = done.map(|ended| ended.on).any(|on| since < on && on <= entry.day());
        let still = still(held, scale_on(since), scale_on(entry.day()));
        reviews.push(Reviewed { entry, still: still.filter(|_| !moved) });
    }
    reviews
}

/// Why the child is no safer at a review than before, in words.
fn still(held: &ConferenceHeld, before: Option<u32>, now: Option<u32>) -> Option<String> {
    let no_better = held.progress.filter(|progress| *progress != Progress::Better);
    match (before, now) {
        (Some(before), Some(now)) if now == before => Some(format!("{now} of 10 again")),
        (Some(before), Some(now)) if now < before => Some(format!("{now} of 10, and {before} before")),
        (Some(_), Some(_)) => None,
        _ => Some(no_better?.label().to_lowercase()),
    }
}
