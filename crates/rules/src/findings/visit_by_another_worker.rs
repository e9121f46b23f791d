//! A visit that does not meet the duty to see the child, because somebody else made it.

use calendar::display;
use record::TimelineEntry;
use record::events::{VisitMade, VisitPurpose, YesNo};

use super::{Example, Finding};
use crate::{Audience, Circle, Found, visitor};

pub(super) const FINDING: Finding = Finding {
    id: "visit-by-another-worker",
    title: "Visit counts as support only",
    failing: Some("F069"),
    source: "Working Together to Safeguard Children, chapter 3: the lead social worker sees the child",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "a support worker's visit under the plan",
            notation: SUPPORT,
            on: "2026-03-12",
            expect: &["visit of 12 March 2026 was made by helper, who is not"],
        },
        Example {
            title: "the named worker has visited since",
            notation: SUPPORT,
            on: "2026-03-14",
            expect: &[],
        },
        Example {
            title: "the named worker is not registered",
            notation: "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: helper
  2026-03-02 child child_protection_plan.started
recording by helper as family_support_worker
  2026-03-12 child visit.made
    purpose: protection
    seen: yes
",
            on: "2026-03-12",
            expect: &["is not a registered social worker"],
        },
    ],
};

const SUPPORT: &str = "
recording by manager as team_manager
  2025-01-01 worker registration.recorded
    register: Social Work England
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
recording by helper as family_support_worker
  2026-03-12 child visit.made
    purpose: protection
    seen: yes
recording by worker as social_worker
  2026-03-14 child visit.made
    purpose: protection
    seen: yes
";

fn look(circle: &Circle) -> Vec<Found> {
    let visits: Vec<_> = circle.timeline.of::<VisitMade>().collect();
    let mut found = Vec::new();
    for (place, (entry, visit)) in visits.iter().enumerate() {
        if !duty_lay(circle, entry, visit) || circle.meets_visiting_duty(entry, visit) {
            continue;
        }
        let who = visitor(entry, visit);
        let why = if circle.is_allocated_worker(who, entry.day()) {
            "is not a registered social worker"
        } else {
            "is not the child's named worker"
        };
        let because = format!(
            "The visit of {} was made by {}, who {why}. It is kept as support, and the visit to {} that the named \
             worker owes is still due.",
            display::full_date(entry.day()),
            circle.name_of_unrecorded(who),
            circle.child()
        );
        let met = visits[place + 1..].iter().find(|(entry, visit)| circle.meets_visiting_duty(entry, visit));
        let one = Found::since(entry.day(), because).cleared(met.map(|(entry, _)| entry.day()));
        found.push(one.from([entry.id]).mended_by("visit.made"));
    }
    found
}

/// Whether the visit was one that the named worker owed the child.
fn duty_lay(circle: &Circle, entry: &TimelineEntry, visit: &VisitMade) -> bool {
    let owed = matches!(visit.purpose, Some(VisitPurpose::Protection | VisitPurpose::Enquiry));
    let protected = circle.timeline.protection_plan_on(entry.day()).is_some();
    visit.seen == Some(YesNo::Yes) && (owed || protected)
}
