//! One person, with the others a rule about that person may have to look at.

use std::collections::BTreeMap;
use std::sync::Arc;

use calendar::BirthDate;
use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::events::{
    Agency, AssessmentCompleted, Attendance, ConferenceHeld, EnquiryCompleted, Function, PersonCategory,
    Presence, Role, SeenAlone, VisitMade, YesNo,
};
use record::{Timeline, TimelineEntry};

use crate::Settings;
use crate::days::earliest;

/// One person's timeline, and the timelines of those around: everybody who ever shared a household, kin,
/// workers, their managers and teams.
#[derive(Clone, Copy, Debug)]
pub struct Circle<'a> {
    /// The person the rule is about.
    pub person: &'a PersonId,
    /// That person's timeline.
    pub timeline: &'a Timeline,
    /// The others'.
    pub others: &'a BTreeMap<PersonId, Arc<Timeline>>,
    /// The authority's choices.
    pub settings: &'a Settings,
}

impl<'a> Circle<'a> {
    /// Somebody's timeline: the person's own, or another's, if it is at hand.
    pub fn timeline_of(&self, person: &PersonId) -> Option<&'a Timeline> {
        if person == self.person { Some(self.timeline) } else { self.others.get(person).map(|t| &**t) }
    }

    /// Somebody's name, or their id where nothing more is known.
    pub fn name_of(&self, person: &PersonId) -> String {
        let timeline = self.timeline_of(person);
        timeline.map_or_else(
            || person.to_string(),
            |t| t.organisation.team_name.clone().unwrap_or_else(|| t.identity.name()),
        )
    }

    /// The name by which to speak of somebody.
    pub fn short_name_of(&self, person: &PersonId) -> String {
        self.timeline_of(person).map_or_else(|| person.to_string(), |t| t.identity.short_name())
    }

    /// The name of somebody who may have no record of their own: their id where nothing more is known.
    pub fn name_of_unrecorded(&self, person: &PersonId) -> String {
        let named = self.timeline_of(person).filter(|timeline| !timeline.identity.names.is_empty());
        named.map_or_else(|| person.to_string(), |timeline| timeline.identity.short_name())
    }

    /// The other children who lived in the person's household at the end of a day, born or expected.
    pub fn other_children_of_household(&self, day: Date) -> Vec<(&'a PersonId, &'a Timeline)> {
        let mine = |household: &PersonId| {
            self.timeline.stays.iter().any(|stay| stay.household == *household && stay.span.covers(day))
        };
        let lives_here =
            |t: &Timeline| t.stays.iter().any(|stay| stay.span.covers(day) && mine(&stay.household));
        let others = self.others.iter().map(|(id, timeline)| (id, &**timeline));
        others.filter(|(_, t)| self.child_on(t, day) && lives_here(t)).collect()
    }

    /// Whether somebody is a child on a day: under 18, or not yet born. Somebody whose birth is unknown is
    /// a child if the record says so.
    pub fn child_on(&self, timeline: &Timeline, day: Date) -> bool {
        match timeline.identity.birth {
            Some(birth) => {
                birth.attains(18, self.settings.leap_day).is_none_or(|birthday| day < birthday)
                    && timeline.identity.died_on.is_none_or(|died| day < died)
            }
            None => timeline.identity.category == Some(PersonCategory::Child),
        }
    }

    /// The day the child turned 18 or died: from it on, no duty runs and no figure about children counts them.
    ///
    /// Somebody attains an age at the start of the birthday. Born on 29 February, the later of the two usages
    /// holds for duties that end at an age, unless the authority says otherwise.
    // LAW: Family Law Reform Act 1969 s9; Children Act 1989 s105 (a child is under eighteen).
    pub(crate) fn grown_up(&self) -> Option<Date> {
        let identity = &self.timeline.identity;
        earliest([
            identity.birth.and_then(|birth| birth.attains(18, self.settings.leap_day)),
            identity.died_on,
        ])
    }

    /// Whether a worker was a registered social worker on a day.
    pub fn qualified(&self, worker: &PersonId, day: Date) -> bool {
        self.timeline_of(worker).is_some_and(|t| t.organisation.qualified_on(day))
    }

    /// The role a worker held on a day.
    pub fn role_of(&self, worker: &PersonId, day: Date) -> Option<Role> {
        self.timeline_of(worker)?.organisation.role_on(day)
    }

    /// Whether a team might lead a kind of work on a day.
    pub fn team_may_lead(&self, team: &PersonId, function: Function, day: Date) -> bool {
        self.timeline_of(team).is_some_and(|t| t.organisation.may_lead(function, day))
    }

    /// The child's named worker on a day, if they are the one who did something.
    pub fn is_allocated_worker(&self, worker: &PersonId, day: Date) -> bool {
        self.timeline.allocation_on(day).is_some_and(|allocation| allocation.worker.as_ref() == Some(worker))
    }

    /// The manager of the child's named worker on a day.
    pub fn manager_on(&self, day: Date) -> Option<&'a PersonId> {
        let worker = self.timeline.allocation_on(day)?.worker.as_ref()?;
        self.timeline_of(worker)?.organisation.post_on(day)?.said.manager.as_ref()
    }

    /// Who chaired the child's last conference by a day: the chair answers for the plan until the next.
    pub fn chair_on(&self, day: Date) -> Option<&'a PersonId> {
        let mut held = self.timeline.of::<ConferenceHeld>().filter(|(entry, _)| entry.day() <= day);
        held.next_back().map(|(entry, held)| held.chair.as_ref().unwrap_or_else(|| entry.author()))
    }

    /// The name by which to speak of the person the rule is about.
    pub fn child(&self) -> String {
        let identity = &self.timeline.identity;
        let named = identity.preferred_name.is_some() || !identity.names.is_empty();
        if named { identity.short_name() } else { "the child".to_owned() }
    }

    /// Whether the person was still unborn on a day: expected, or born later.
    pub fn unborn_on(&self, day: Date) -> bool {
        match self.timeline.identity.birth {
            Some(BirthDate::Expected(_)) => true,
            Some(BirthDate::Known(born)) => day < born,
            Some(BirthDate::Estimated(_)) | None => false,
        }
    }

    /// Every day on which a worker saw the child, in order: visits, and the days that assessments and
    /// enquiries give. A visit before the birth counts as seeing the child unless it says otherwise.
    pub fn sights(&self) -> Vec<Sight> {
        let seen = |(entry, visit): (&TimelineEntry, &VisitMade)| {
            let unborn = visit.seen.is_none() && self.unborn_on(entry.day());
            (visit.seen == Some(YesNo::Yes) || unborn).then(|| Sight { by: entry.id, on: entry.day() })
        };
        let visits = self.timeline.of::<VisitMade>().filter_map(seen);
        let assessed = self.timeline.of::<AssessmentCompleted>();
        let assessed = assessed.filter_map(|(e, said)| Some(Sight { by: e.id, on: said.child_seen_on? }));
        let enquired = self.timeline.of::<EnquiryCompleted>();
        let enquired = enquired.filter_map(|(e, said)| Some(Sight { by: e.id, on: said.child_seen_on? }));
        let mut sights: Vec<Sight> = visits.chain(assessed).chain(enquired).collect();
        sights.sort_by_key(|sight| (sight.on, sight.by));
        sights
    }

    /// The first sight of the child on or after a day.
    pub fn first_sight_from(&self, day: Date) -> Option<Sight> {
        self.sights().into_iter().find(|sight| sight.on >= day)
    }

    /// The last day, up to and including another, on which a worker saw the child.
    pub fn last_seen(&self, day: Date) -> Option<Sight> {
        self.sights().into_iter().rfind(|sight| sight.on <= day)
    }

    /// The last day, up to and including another, on which a worker saw the child alone.
    pub fn last_seen_alone(&self, day: Date) -> Option<Sight> {
        let alone = |(entry, visit): (&TimelineEntry, &VisitMade)| {
            let seen = visit.seen == Some(YesNo::Yes) && visit.seen_alone == Some(SeenAlone::Yes);
            (seen && entry.day() <= day).then(|| Sight { by: entry.id, on: entry.day() })
        };
        self.timeline.of::<VisitMade>().filter_map(alone).next_back()
    }

    /// Whether a visit meets the duty to see the child: the child was seen, by the child's own named worker,
    /// who was a registered social worker. Every other visit is kept, and shown as support.
    pub fn meets_visiting_duty(&self, entry: &TimelineEntry, visit: &VisitMade) -> bool {
        let visitor = visitor(entry, visit);
        visit.seen == Some(YesNo::Yes)
            && self.is_allocated_worker(visitor, entry.day())
            && self.qualified(visitor, entry.day())
    }

    /// The agency for which somebody came to a meeting: as said there, or as their own record says.
    pub fn agency_of(&self, attendance: &Attendance) -> Option<Agency> {
        let on_record = || self.timeline_of(attendance.person.as_ref()?)?.identity.agency;
        attendance.agency.or_else(on_record)
    }

    /// Whether an agency took part in a meeting, there or remotely.
    pub fn took_part(&self, agency: Agency, attendance: &[Attendance]) -> bool {
        let there = |one: &&Attendance| matches!(one.presence, Some(Presence::Present | Presence::Remote));
        attendance.iter().filter(there).any(|one| self.agency_of(one) == Some(agency))
    }
}

/// A day on which a worker saw the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The entry that says so.
    pub by: EntryId,
    /// The day.
    pub on: Date,
}

/// Who made a visit: the worker it names, or its author.
pub fn visitor<'e>(entry: &'e TimelineEntry, visit: &'e VisitMade) -> &'e PersonId {
    visit.visited_by.as_ref().unwrap_or_else(|| entry.author())
}
