//! Who came to the meetings about a child: agencies, and fathers.

use std::collections::BTreeSet;

use chronology::PersonId;
use record::events::{Attendance, ConferenceHeld, ConferenceInvitationSent, Presence, Relation};
use record::{Choices, TimelineEntry};

use super::words::day;
use super::{Case, Dated, Example, Indicator, Measure, Polarity, When};
use crate::Circle;
use crate::conference::meetings;

/// A case is one person invited or expected at one meeting about one child. Whoever was invited and is not on
/// the list of those there did not come; nor did a known father whom nobody asked.
pub(super) const ATTENDANCE_BY_AGENCY: Indicator = Indicator {
    id: "attendance_by_agency",
    title: "Attendance by agency, and by fathers",
    measure: Measure::Percent,
    when: When::Period,
    polarity: Polarity::Higher,
    denominator: "people invited to or expected at conferences, core groups and high-risk conferences, by agency; fathers apart",
    numerator: "those who came, there or remotely",
    source: "Inspection of Cornwall, September 2009: agencies and fathers absent, and nobody counting",
    cases,
    examples: &[Example {
        title: "a school that came, a doctor and one father who were invited and did not, and another whom nobody asked",
        notation: "
recording by worker as social_worker
  2026-01-05 child relationship.recorded
    to: steren
    relation: father
  2026-03-02 child conference_invitation.sent
    name: Dr Rowe
    agency: health
  2026-03-02 child conference_invitation.sent
    name: Mr Bray
    capacity: Father
  2026-03-09 child conference.held
    attendance:
      - name: Ms Teague
        agency: school
        presence: present
  2026-03-20 child core_group.held
    attendance:
      - person: steren
        capacity: father
        presence: remote
      - agency: police
        presence: apologies
",
        expect: &[
            "2026-03-09 met [School or nursery]: Ms Teague came",
            "2026-03-09 not met [Health]: Dr Rowe was invited",
            "2026-03-09 not met [Father]: Mr Bray was invited",
            "2026-03-09 not met [Father]: was not asked",
            "2026-03-20 met [Father]",
            "2026-03-20 not met [Police]: did not come",
        ],
    }],
};

fn cases(circle: &Circle) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut invited_since = None;
    for (entry, held) in circle.timeline.of::<ConferenceHeld>() {
        cases.extend(of_meeting(circle, entry, "conference", &held.attendance));
        cases.extend(invited(circle, entry, &held.attendance, invited_since));
        cases.extend(fathers(circle, entry, "conference", &held.attendance));
        invited_since = Some(entry.day());
    }
    for (entry, meeting, attendance) in
        meetings(circle.timeline).into_iter().filter(|(_, meeting, _)| *meeting != "conference")
    {
        cases.extend(of_meeting(circle, entry, meeting, attendance));
        if meeting == "core group" {
            cases.extend(fathers(circle, entry, meeting, attendance));
        }
    }
    cases
}

fn of_meeting(circle: &Circle, entry: &TimelineEntry, meeting: &str, attendance: &[Attendance]) -> Vec<Case> {
    let one = |one: &Attendance| {
        let came = matches!(one.presence, Some(Presence::Present | Presence::Remote));
        let name = named(circle, one.person.as_ref(), one.name.as_ref(), one.capacity.as_ref());
        let did = if came { "came" } else { "did not come" };
        let because = format!("{name} {did} to the {meeting} of {}.", day(entry.day()));
        Case::new(Dated::On(entry.day()), came, because).grouped(group(circle, entry, one)).from([entry.id])
    };
    attendance.iter().map(one).collect()
}

/// People invited to a conference who are not on its list, neither there nor absent.
fn invited(
    circle: &Circle,
    entry: &TimelineEntry,
    attendance: &[Attendance],
    since: Option<jiff::civil::Date>,
) -> Vec<Case> {
    let for_this = |sent: &TimelineEntry| {
        sent.day() <= entry.day() && since.is_none_or(|last: jiff::civil::Date| sent.day() > last)
    };
    let sent = circle.timeline.of::<ConferenceInvitationSent>().filter(|(sent, _)| for_this(sent));
    let missing = sent.filter(|(_, invited)| {
        !attendance.iter().any(|one| {
            let same_person = invited.person.is_some() && one.person == invited.person;
            let same_name = invited.name.is_some() && one.name == invited.name;
            let unnamed = invited.person.is_none() && invited.name.is_none();
            same_person || same_name || (unnamed && circle.agency_of(one) == invited.agency)
        })
    });
    missing
        .map(|(sent, invited)| {
            let name =
                named(circle, invited.person.as_ref(), invited.name.as_ref(), invited.capacity.as_ref());
            let because = format!(
                "{name} was invited on {} and is not on the list of the conference.",
                day(sent.day())
            );
            let father = fathered(circle, entry, invited.person.as_ref(), invited.capacity.as_ref());
            let group =
                if father { "Father" } else { invited.agency.map_or("Agency not recorded", Choices::label) };
            Case::new(Dated::On(entry.day()), false, because).grouped(group).from([entry.id, sent.id])
        })
        .collect()
}

/// Known fathers who were neither asked nor there.
fn fathers(circle: &Circle, entry: &TimelineEntry, meeting: &str, attendance: &[Attendance]) -> Vec<Case> {
    let sent = circle.timeline.of::<ConferenceInvitationSent>().filter(|(sent, _)| sent.day() <= entry.day());
    let asked: BTreeSet<&PersonId> = sent.filter_map(|(_, invited)| invited.person.as_ref()).collect();
    let listed: BTreeSet<&PersonId> = attendance.iter().filter_map(|one| one.person.as_ref()).collect();
    let by_capacity = attendance.iter().any(|one| one.person.is_none() && is_father(one.capacity.as_ref()));
    let known = circle.timeline.kinships.iter().filter(|kin| kin.span.covers(entry.day()));
    let known = known.filter(|kin| kin.relation == Relation::Father && !by_capacity);
    let passed_over = known.filter(|kin| !listed.contains(&kin.to) && !asked.contains(&kin.to));
    passed_over
        .map(|kin| {
            let because = format!(
                "{}, the father, was not asked to the {meeting} of {} and did not come.",
                circle.name_of(&kin.to),
                day(entry.day())
            );
            Case::new(Dated::On(entry.day()), false, because).grouped("Father").from([entry.id, kin.by])
        })
        .collect()
}

fn group(circle: &Circle, entry: &TimelineEntry, one: &Attendance) -> &'static str {
    if fathered(circle, entry, one.person.as_ref(), one.capacity.as_ref()) {
        return "Father";
    }
    circle.agency_of(one).map_or("Agency not recorded", Choices::label)
}

/// Whether somebody is the child's father, by the record or by what the meeting calls him.
fn fathered(
    circle: &Circle,
    entry: &TimelineEntry,
    person: Option<&PersonId>,
    capacity: Option<&String>,
) -> bool {
    let kin = circle.timeline.kinships.iter().filter(|kin| kin.span.covers(entry.day()));
    let mut fathers = kin.filter(|kin| kin.relation == Relation::Father);
    fathers.any(|kin| person == Some(&kin.to)) || is_father(capacity)
}

fn is_father(capacity: Option<&String>) -> bool {
    capacity.is_some_and(|capacity| capacity.trim().eq_ignore_ascii_case("father"))
}

fn named(
    circle: &Circle,
    person: Option<&PersonId>,
    name: Option<&String>,
    capacity: Option<&String>,
) -> String {
    let on_record = person.map(|person| circle.name_of(person));
    on_record.or(name.cloned()).or(capacity.cloned()).unwrap_or_else(|| "Somebody unnamed".to_owned())
}
