//! A language need forgotten: a visit or a meeting without an interpreter.

use calendar::display;
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    AssessmentCompleted, CharacteristicsRecorded, ContactReceived, InterpreterBooked, Relation, YesNo,
};
use record::{Event, Timeline, TimelineEntry};

use super::{Example, Finding};
use crate::words::said;
use crate::{Audience, Circle, Found};

pub(super) const FINDING: Finding = Finding {
    id: "interpreter-missing",
    title: "Visit or meeting without an interpreter",
    failing: Some("F046"),
    source: "Equality Act 2010 s29; Children Act 1989 s17(4A): the child's wishes are ascertained",
    for_whom: &[Audience::Worker, Audience::Manager],
    look,
    examples: &[
        Example {
            title: "Polish is needed and nobody interpreted",
            notation: POLISH,
            on: "2026-03-04",
            expect: &["on 4 March 2026 had no interpreter, and Polish is needed"],
        },
        Example { title: "the next visit has one", notation: POLISH, on: "2026-03-10", expect: &[] },
        Example {
            title: "the need is the mother's, at a conference; an interpreter was booked for the day",
            notation: "
recording by screener as screener
  2026-03-02 child relationship.recorded
    to: mother
    relation: mother
  2026-03-02 mother characteristics.recorded
    interpreter_language: Tigrinya
  2026-03-03 mother interpreter.booked
    language: Tigrinya
    on: 2026-03-20
recording by chair as conference_chair
  2026-03-20 child conference.held
  2026-03-30 child core_group.held
",
            on: "2026-03-31",
            expect: &["“Core group” on 30 March 2026 had no interpreter, and Tigrinya is needed"],
        },
    ],
};

const POLISH: &str = "
recording by screener as screener
  2026-03-02 child contact.received
    interpreter_language: Polish
recording by worker as social_worker
  2026-03-04 child visit.made
    seen: yes
recording by worker as social_worker
  2026-03-10 child visit.made
    seen: yes
    interpreter: Ms Nowak
";

fn look(circle: &Circle) -> Vec<Found> {
    let meetings: Vec<&TimelineEntry> =
        circle.timeline.counting().filter(|entry| used(entry).is_some()).collect();
    let mut found = Vec::new();
    for (place, meeting) in meetings.iter().enumerate() {
        let Some(language) = language_needed(circle, meeting.day()) else { continue };
        if interpreted(circle, meeting) {
            continue;
        }
        let next = meetings[place + 1..].iter().find(|next| interpreted(circle, next)).map(|next| next.day());
        let reasons = circle.timeline.of::<AssessmentCompleted>();
        let reasons = reasons
            .filter(|(entry, said_)| entry.day() >= meeting.day() && said(&said_.no_interpreter_reason));
        let because = format!(
            "“{}” on {} had no interpreter, and {language} is needed to speak with {}'s family.",
            meeting.event.title(),
            display::full_date(meeting.day()),
            circle.child()
        );
        let cleared = reasons.map(|(entry, _)| entry.day()).chain(next).min();
        found.push(
            Found::since(meeting.day(), because)
                .cleared(cleared)
                .from([meeting.id])
                .mended_by("interpreter.booked"),
        );
    }
    found
}

/// Who interpreted, for a visit or a meeting with the family; `None` for anything else.
fn used(entry: &TimelineEntry) -> Option<bool> {
    match &entry.event {
        Event::VisitMade(visit) => Some(said(&visit.interpreter)),
        Event::ViewsRecorded(views) => Some(said(&views.interpreter)),
        Event::ConferenceHeld(_) | Event::CoreGroupHeld(_) | Event::NeedPlanReviewed(_) => Some(false),
        _ => None,
    }
}

fn interpreted(circle: &Circle, meeting: &TimelineEntry) -> bool {
    used(meeting) == Some(true) || booked_for(circle, meeting.day())
}

/// Whether an interpreter was booked for a day, for the child or a parent, and did not stay away.
fn booked_for(circle: &Circle, day: Date) -> bool {
    family(circle, day).any(|(_, timeline)| {
        let mut bookings = timeline.of::<InterpreterBooked>();
        bookings.any(|(_, booking)| booking.on == Some(day) && booking.came != Some(YesNo::No))
    })
}

/// The language in which an interpreter was needed for the child or a parent on a day, if any.
pub(crate) fn language_needed(circle: &Circle, day: Date) -> Option<String> {
    family(circle, day).find_map(|(_, timeline)| needed_by(timeline, day))
}

/// Whether an interpreter was used or booked for the family between two days, both included.
pub(crate) fn ever_interpreted(circle: &Circle, from: Date, to: Date) -> bool {
    let within = |day: Date| from <= day && day <= to;
    circle.timeline.counting().any(|entry| within(entry.day()) && used(entry) == Some(true))
        || family(circle, to).any(|(_, timeline)| {
            let mut bookings = timeline.of::<InterpreterBooked>();
            bookings.any(|(_, booking)| booking.on.is_some_and(within) && booking.came != Some(YesNo::No))
        })
}

/// The latest answer to which language is needed; “none” and “no” are answers too.
fn needed_by(timeline: &Timeline, day: Date) -> Option<String> {
    let contacts = timeline.of::<ContactReceived>().map(|(entry, e)| (entry, &e.interpreter_language));
    let known = timeline.of::<CharacteristicsRecorded>().map(|(entry, e)| (entry, &e.interpreter_language));
    let answers = contacts.chain(known).filter(|(entry, language)| entry.day() <= day && said(language));
    let (_, language) = answers.max_by_key(|(entry, _)| (entry.occurred, entry.id))?;
    let language = language.clone()?;
    let none = ["none", "no", "not needed"].iter().any(|none| language.trim().eq_ignore_ascii_case(none));
    (!none).then_some(language)
}

fn family<'a>(circle: &Circle<'a>, day: Date) -> impl Iterator<Item = (&'a PersonId, &'a Timeline)> {
    let parents = circle.timeline.kinships.iter().filter(move |kinship| {
        let parent = matches!(
            kinship.relation,
            Relation::Mother | Relation::Father | Relation::Parent | Relation::StepParent | Relation::Carer
        );
        kinship.span.covers(day) && (parent || kinship.parental_responsibility == Some(YesNo::Yes))
    });
    let mut parents: Vec<&PersonId> = parents.map(|kinship| &kinship.to).collect();
    parents.sort();
    parents.dedup();
    let circle = *circle;
    let parents = parents.into_iter().filter_map(move |id| Some((id, circle.timeline_of(id)?)));
    std::iter::once((circle.person, circle.timeline)).chain(parents)
}
