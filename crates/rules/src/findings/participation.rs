//! Conferences without the child's part, without an offer of an advocate, without a report read in time, or without the
//! child's own worker.

use calendar::display;
use calendar::working_days::add_working_days;
use jiff::civil::Date;
use record::events::{Attendance, ConferenceType, Presence};
use record::{Event, TimelineEntry};

use super::{Example, Finding};
use crate::conference::{Conference, conferences};
use crate::days::{day_after, earliest};
use crate::{Audience, Circle, Found};

pub(super) const ADVOCATE: Finding = Finding {
    id: "advocacy-not-offered",
    title: "Advocate not offered",
    failing: Some("F061"),
    source: "Inspection of Cornwall, 2016: advocacy was not always offered; offered at the booking, unless declined",
    for_whom: &[Audience::Worker, Audience::Manager, Audience::Chair],
    look: advocate,
    examples: &[
        Example {
            title: "from the booking",
            notation: BOOKED,
            on: "2026-03-05",
            expect: &["No advocate was offered to the child for the conference of 23 March 2026"],
        },
        Example { title: "offered", notation: BOOKED, on: "2026-03-09", expect: &[] },
        Example {
            title: "declined is an answer, and a baby is not asked",
            notation: "
recording by worker as social_worker
  2026-01-05 child person.identified
    date_of_birth: 2025-11-01
  2026-03-05 child conference.booked
    on: 2026-03-23
",
            on: "2026-03-06",
            expect: &[],
        },
    ],
};

const BOOKED: &str = "
recording by worker as social_worker
  2026-01-05 child person.identified
    date_of_birth: 2015-11-01
  2026-03-05 child conference.booked
    conference_type: initial
    on: 2026-03-23
  2026-03-09 child advocacy.offered
    purpose: conference
";

fn advocate(circle: &Circle) -> Vec<Found> {
    let found = |one: &Conference| {
        let (booked, said) = one.booked?;
        let on = said.on?;
        let least = u16::try_from(circle.settings.limit("advocacy_from_age_years")).unwrap_or(u16::MAX);
        if !old_enough(circle, least, booked.day()) {
            return None;
        }
        let answer = one.first(circle.timeline, |event| {
            matches!(
                event,
                Event::AdvocacyOffered(_)
                    | Event::AdvocacyDeclined(_)
                    | Event::AdvocacyStarted(_)
                    | Event::AdvocacyViewsPresented(_)
            )
        });
        let because = format!(
            "No advocate was offered to {} for the conference of {}.",
            circle.child(),
            display::full_date(on)
        );
        let held = one.held.map(|(entry, _)| day_after(entry.day()));
        let answered = answer.map(|entry| entry.day().max(booked.day()));
        let one = Found::since(booked.day(), because).cleared(earliest([answered, held, one.moved]));
        Some(one.from([booked.id]).mended_by("advocacy.offered").waited_from(booked.day()))
    };
    conferences(circle.timeline).iter().filter_map(found).collect()
}

/// Whether the child has reached an age in whole years on a day; one whose birth is unknown is taken to have.
fn old_enough(circle: &Circle, years: u16, day: Date) -> bool {
    if circle.unborn_on(day) {
        return false;
    }
    let birth = circle.timeline.identity.birth;
    birth.is_none_or(|birth| birth.attains(years, circle.settings.leap_day).is_none_or(|on| on <= day))
}

pub(super) const TAKING_PART: Finding = Finding {
    id: "conference-without-child",
    title: "Conference without the child’s part",
    failing: Some("F061"),
    source: "Inspection of Cornwall, 2016: a fifth of conferences went without the child’s voice",
    for_whom: &[Audience::Worker, Audience::Manager, Audience::Chair],
    look: taking_part,
    examples: &[
        Example {
            title: "held with the child's part blank",
            notation: HELD,
            on: "2026-03-23",
            expect: &["The conference of 23 March 2026 was held without a word of how the child took part"],
        },
        Example { title: "said afterwards", notation: HELD, on: "2026-03-25", expect: &[] },
        Example {
            title: "what the child said is a part",
            notation: "
recording by chair as conference_chair
  2026-03-23 child conference.held
    childs_views: Nights without shouting
",
            on: "2026-03-23",
            expect: &[],
        },
        Example {
            title: "not at all, without a reason, is no answer",
            notation: "
recording by chair as conference_chair
  2026-03-20 child participation.recorded
    way: not_at_all
  2026-03-23 child conference.held
",
            on: "2026-03-23",
            expect: &["without a word of how the child took part"],
        },
    ],
};

const HELD: &str = "
recording by chair as conference_chair
  2026-03-23 child conference.held @held
recording by worker as social_worker
  2026-03-25 child participation.recorded
    conference: @held
    way: by_writing
";

fn taking_part(circle: &Circle) -> Vec<Found> {
    let all = conferences(circle.timeline);
    let found = |(place, one): (usize, &Conference)| {
        let (held, _) = one.held?;
        if circle.unborn_on(held.day()) {
            return None;
        }
        let part = one.part_of_child(circle.timeline).and_then(|id| circle.timeline.entry(id));
        let next = all.get(place + 1).and_then(|next| next.held).map(|(entry, _)| entry.day());
        let because = format!(
            "The conference of {} was held without a word of how {} took part, or why not.",
            display::full_date(held.day()),
            circle.child()
        );
        let cleared = earliest([part.map(|entry| entry.day().max(held.day())), next]);
        let one = Found::since(held.day(), because).cleared(cleared);
        Some(one.from([held.id]).mended_by("participation.recorded").waited_from(held.day()))
    };
    all.iter().enumerate().filter_map(found).collect()
}

pub(super) const REPORT: Finding = Finding {
    id: "report-not-shared",
    title: "Report not shared before the conference",
    failing: Some("F062"),
    source: "Inspection of Cornwall, 2016: parents got reports just before the conference; two working days before an \
             initial conference and five before a review, or the authority’s own numbers",
    for_whom: &[Audience::Worker, Audience::Manager],
    look: report,
    examples: &[
        Example { title: "three working days before", notation: REPORTED, on: "2026-03-18", expect: &[] },
        Example {
            title: "two",
            notation: REPORTED,
            on: "2026-03-19",
            expect: &["The report for the conference of 23 March 2026 about the child has not been shared"],
        },
        Example { title: "shared", notation: REPORTED, on: "2026-03-20", expect: &[] },
    ],
};

const REPORTED: &str = "
recording by worker as social_worker
  2026-03-05 child conference.booked
    conference_type: initial
    on: 2026-03-23
  2026-03-20 child conference_report.shared
";

fn report(circle: &Circle) -> Vec<Found> {
    let found = |one: &Conference| {
        let (booked, said) = one.booked?;
        let on = said.on?;
        let limit = match said.conference_type {
            Some(ConferenceType::Review) => "report_before_review_working_days",
            _ => "report_before_initial_working_days",
        };
        let ahead = i32::try_from(circle.settings.limit(limit)).unwrap_or_default();
        let due = add_working_days(on, -ahead).max(booked.day());
        let shared = one.first(circle.timeline, |event| matches!(event, Event::ConferenceReportShared(_)));
        let because = format!(
            "The report for the conference of {} about {} has not been shared with the family: it was to be by {}.",
            display::full_date(on),
            circle.child(),
            display::full_date(due)
        );
        let held = one.held.map(|(entry, _)| day_after(entry.day()));
        let one =
            Found::since(due, because).cleared(earliest([shared.map(TimelineEntry::day), held, one.moved]));
        Some(one.from([booked.id]).mended_by("conference_report.shared").waited_from(due))
    };
    conferences(circle.timeline).iter().filter_map(found).collect()
}

pub(super) const WORKER: Finding = Finding {
    id: "worker-absent-from-conference",
    title: "Conference without the child’s worker",
    failing: Some("F062"),
    source: "Inspection of Cornwall, 2016: workers were sometimes absent from the conference",
    for_whom: &[Audience::Manager, Audience::Head],
    look: worker,
    examples: &[
        Example {
            title: "held without the child's own worker",
            notation: ABSENT,
            on: "2026-03-23",
            expect: &[
                "The conference of 23 March 2026 about the child was held without their social worker, hannah",
            ],
        },
        Example { title: "a manager has looked into it", notation: ABSENT, on: "2026-03-24", expect: &[] },
        Example {
            title: "there remotely",
            notation: "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: hannah
recording by chair as conference_chair
  2026-03-23 child conference.held
    attendance:
      - person: hannah
        presence: remote
",
            on: "2026-03-23",
            expect: &[],
        },
    ],
};

const ABSENT: &str = "
recording by manager as team_manager
  2026-03-02 child allocation.started
    worker: hannah
recording by chair as conference_chair
  2026-03-23 child conference.held @held
    attendance:
      - name: Kerra Nance
        presence: present
recording by head as head_of_service
  2026-03-24 child management_decision.made
    decision: Another worker goes in the place of one who is ill
    in_answer_to: @held
";

fn worker(circle: &Circle) -> Vec<Found> {
    let found = |one: &Conference| {
        let (held, said) = one.held?;
        let worker = circle.timeline.allocation_through(held.day())?.worker.as_ref()?;
        let name = circle.name_of(worker);
        let there = |one: &Attendance| {
            let same = one.person.as_ref() == Some(worker)
                || one.name.as_ref().is_some_and(|said| said.eq_ignore_ascii_case(&name));
            same && matches!(one.presence, Some(Presence::Present | Presence::Remote))
        };
        if said.attendance.is_empty() || said.attendance.iter().any(there) {
            return None;
        }
        let answered = circle.timeline.counting().find(|entry| match &entry.event {
            Event::ManagementDecisionMade(e) => e.in_answer_to == Some(held.id),
            _ => false,
        });
        let because = format!(
            "The conference of {} about {} was held without their social worker, {name}.",
            display::full_date(held.day()),
            circle.child()
        );
        let one = Found::since(held.day(), because).cleared(answered.map(TimelineEntry::day));
        Some(one.from([held.id]).mended_by("management_decision.made").waited_from(held.day()))
    };
    conferences(circle.timeline).iter().filter_map(found).collect()
}
