//! An enquiry led by a team that may not lead one.

use calendar::display;
use jiff::civil::Date;
use record::events::{EnquiryStarted, Function};

use super::{Example, Finding};
use crate::days::earliest;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "team-without-function",
    title: "Enquiry led by a team that may not lead it",
    failing: Some("F082"),
    source: "Inspection: protection work led by teams that are fit to lead it",
    for_whom: &[Audience::Head],
    look,
    examples: &[
        Example {
            title: "the team may not lead enquiries, and nobody leads with it",
            notation: TEAM,
            on: "2026-03-02",
            expect: &["Disabled children's team leads the section 47 enquiry"],
        },
        Example { title: "until it may", notation: TEAM, on: "2026-03-09", expect: &[] },
        Example {
            title: "a worker of another team leads with it",
            notation: "
recording by head as head_of_service
  2025-01-01 team team.opened
    name: Disabled children's team
  2026-03-02 child section_47_enquiry.started
    team: team
    co_lead: worker
",
            on: "2026-03-02",
            expect: &[],
        },
    ],
};

const TEAM: &str = "
recording by head as head_of_service
  2025-01-01 team team.opened
    name: Disabled children's team
recording by manager as team_manager
  2026-03-02 child section_47_enquiry.started
    team: team
recording by head as head_of_service
  2026-03-09 team function.granted
    function: section_47_enquiry
";

fn look(circle: &Circle) -> Vec<Found> {
    let started: Vec<_> = circle.timeline.of::<EnquiryStarted>().collect();
    let mut found = Vec::new();
    for (place, (entry, enquiry)) in started.iter().enumerate() {
        let by_worker = || circle.timeline.allocation_on(entry.day())?.team.as_ref();
        let Some(team) = enquiry.team.as_ref().or_else(by_worker) else { continue };
        let Some(timeline) = circle.timeline_of(team) else { continue };
        let day = entry.day();
        if enquiry.co_lead.is_some() || timeline.organisation.may_lead(Function::Section47Enquiry, day) {
            continue;
        }
        let because = format!(
            "{} leads the section 47 enquiry about {} since {} and may not lead one. A worker of a team that may is \
             asked to lead with them.",
            circle.name_of(team),
            circle.child(),
            display::full_date(day)
        );
        let held = timeline.organisation.functions.iter();
        let granted: Option<Date> = held
            .filter(|held| held.function == Function::Section47Enquiry && held.span.from > day)
            .map(|held| held.span.from)
            .min();
        let joined = started[place + 1..].iter().find(|(_, later)| later.co_lead.is_some());
        let over = circle
            .timeline
            .enquiries
            .iter()
            .find(|one| one.started.as_ref().is_some_and(|(by, _, _)| *by == entry.id));
        let over = over.and_then(|one| one.completed.as_ref()).map(|(_, at, _)| at.date());
        let cleared = earliest([over, granted, joined.map(|(entry, _)| entry.day())]);
        let one = Found::since(day, because).cleared(cleared).from([entry.id]);
        found.push(one.mended_by("section_47_enquiry.started"));
    }
    found
}
