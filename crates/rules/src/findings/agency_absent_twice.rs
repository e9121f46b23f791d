//! An agency that stayed away from two meetings running about one child: conferences, core groups, high-risk
//! conferences.

use calendar::display;
use record::events::{Agency, Attendance, Presence};
use record::{Choices, TimelineEntry};

use super::{Example, Finding};
use crate::conference::meetings;
use crate::days::earliest;
use crate::words::listed;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "agency-absent-twice",
    title: "Agency absent from meetings",
    failing: Some("F071"),
    source: "Working Together to Safeguard Children, chapter 3: core group members carry the plan out together",
    for_whom: &[Audience::Manager, Audience::Chair, Audience::Agency],
    look,
    examples: &[
        Example { title: "away once", notation: TWICE, on: "2026-03-16", expect: &[] },
        Example {
            title: "away twice running, with apologies or without",
            notation: TWICE,
            on: "2026-04-20",
            expect: &[
                "Health was not at 2 meetings running about the child: 16 March 2026 and 20 April 2026",
            ],
        },
        Example { title: "there again", notation: TWICE, on: "2026-05-25", expect: &[] },
    ],
};

const TWICE: &str = "
recording by worker as social_worker
  2026-03-02 child child_protection_plan.started
  2026-03-16 child conference.held
    attendance:
      - agency: health
        presence: apologies
      - agency: school
        presence: absent
  2026-04-20 child core_group.held
    attendance:
      - agency: health
        presence: absent
      - agency: school
        presence: present
  2026-05-25 child core_group.held
    attendance:
      - agency: health
        presence: remote
";

fn look(circle: &Circle) -> Vec<Found> {
    let meetings = meetings(circle.timeline);
    Agency::ALL.iter().flat_map(|(agency, _, _)| absences(circle, *agency, &meetings)).collect()
}

fn absences(
    circle: &Circle,
    agency: Agency,
    meetings: &[(&TimelineEntry, &str, &[Attendance])],
) -> Vec<Found> {
    let enough = circle.settings.limit("agency_absences") as usize;
    // Meetings to which the agency was not asked say nothing of it.
    let asked: Vec<(&TimelineEntry, bool)> = meetings
        .iter()
        .filter(|(_, _, attendance)| attendance.iter().any(|one| circle.agency_of(one) == Some(agency)))
        .map(|(entry, _, attendance)| {
            (*entry, circle.took_part(agency, attendance) || !answered(circle, agency, attendance))
        })
        .collect();
    let mut found = Vec::new();
    for (place, (entry, _)) in asked.iter().enumerate() {
        let away: Vec<_> = asked[..=place].iter().rev().take_while(|(_, there)| !there).collect();
        if away.len() < enough || enough == 0 {
            continue;
        }
        let days: Vec<String> = away.iter().rev().map(|(entry, _)| display::full_date(entry.day())).collect();
        let because = format!(
            "{} was not at {} meetings running about {}: {}.",
            agency.label(),
            away.len(),
            circle.child(),
            listed(&days)
        );
        let next = asked.get(place + 1).map(|(entry, _)| entry.day());
        let plan = circle.timeline.protection_plan_on(entry.day()).and_then(|plan| plan.span.to);
        let one = Found::since(entry.day(), because).cleared(earliest([next, plan])).of_agency(agency);
        found.push(one.from(away.iter().map(|(entry, _)| entry.id)).mended_by("challenge.raised"));
    }
    found
}

/// Whether the meeting says how any of the agency's people took part.
fn answered(circle: &Circle, agency: Agency, attendance: &[Attendance]) -> bool {
    let theirs = attendance.iter().filter(|one| circle.agency_of(one) == Some(agency));
    theirs.into_iter().any(|one| matches!(one.presence, Some(Presence::Apologies | Presence::Absent)))
}
