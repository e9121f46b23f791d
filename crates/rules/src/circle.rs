//! One person, with the others a rule about that person may have to look at.

use std::collections::BTreeMap;
use std::sync::Arc;

use chronology::PersonId;
use jiff::civil::Date;
use record::Timeline;
use record::events::{Function, PersonCategory, Role};

use crate::Settings;

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
}
