//! Conferences about a child as they were booked and held, and how the child took part.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{ConferenceBooked, ConferenceHeld, ConferenceType, TakingPart};
use record::{Event, Timeline, TimelineEntry};

use crate::words::said;

/// A conference: booked, held, or both.
#[derive(Clone, Copy, Debug)]
pub struct Conference<'a> {
    /// The booking.
    pub booked: Option<&'a TimelineEntry>,
    /// What kind.
    pub kind: Option<ConferenceType>,
    /// The day it is for, or was held on; unknown if the booking does not say.
    pub on: Option<Date>,
    /// The conference itself.
    pub held: Option<(&'a TimelineEntry, &'a ConferenceHeld)>,
    /// The day of the conference before it, if there was one: what was done before that was for another.
    pub after: Option<Date>,
    /// The day on which it was booked anew, if it was: from then on the later booking stands.
    pub moved: Option<Date>,
}

/// Every conference about a child, in order. A booking belongs to the first conference held from its day on; one that
/// was booked anew before that stands by itself until then.
pub fn conferences(timeline: &Timeline) -> Vec<Conference<'_>> {
    let mut all: Vec<Conference> = Vec::new();
    let mut after = None;
    let mut waiting: Option<(&TimelineEntry, &ConferenceBooked)> = None;
    for entry in timeline.counting() {
        match &entry.event {
            Event::ConferenceBooked(e) => {
                if let Some((old, said)) = waiting.replace((entry, e)) {
                    all.push(booked(old, said, after, Some(entry.day())));
                }
            }
            Event::ConferenceHeld(e) => {
                let booked = waiting.take();
                let kind = e.conference_type.or(booked.and_then(|(_, said)| said.conference_type));
                all.push(Conference {
                    booked: booked.map(|(entry, _)| entry),
                    kind,
                    on: Some(entry.day()),
                    held: Some((entry, e)),
                    after,
                    moved: None,
                });
                after = Some(entry.day());
            }
            _ => {}
        }
    }
    if let Some((entry, said)) = waiting {
        all.push(booked(entry, said, after, None));
    }
    all
}

/// A conference booked and not held by that booking.
fn booked<'a>(
    entry: &'a TimelineEntry,
    said: &ConferenceBooked,
    after: Option<Date>,
    moved: Option<Date>,
) -> Conference<'a> {
    Conference { booked: Some(entry), kind: said.conference_type, on: said.on, held: None, after, moved }
}

impl Conference<'_> {
    /// Whether something on a day was for this conference: after the one before it, and no later than a day after it.
    pub fn takes(&self, day: Date) -> bool {
        let until = self.held.map(|(held, _)| held.day());
        self.after.is_none_or(|after| after < day) && until.is_none_or(|until| day <= until)
    }

    /// The day for which it was booked, as the booking says.
    pub fn booked_for(&self) -> Option<Date> {
        self.booking().and_then(|said| said.on)
    }

    /// The kind for which it was booked.
    pub fn booked_kind(&self) -> Option<ConferenceType> {
        self.booking().and_then(|said| said.conference_type)
    }

    fn booking(&self) -> Option<&ConferenceBooked> {
        self.booked.and_then(|entry| match &entry.event {
            Event::ConferenceBooked(said) => Some(&**said),
            _ => None,
        })
    }

    /// The first entry for this conference of which something holds.
    pub fn first<'t>(
        &self,
        timeline: &'t Timeline,
        such: impl Fn(&Event) -> bool,
    ) -> Option<&'t TimelineEntry> {
        timeline.counting().find(|entry| self.takes(entry.day()) && such(&entry.event))
    }

    /// The entry by which the child's way of taking part is known, or the reason why the child took none.
    pub fn part_of_child(&self, timeline: &Timeline) -> Option<EntryId> {
        let held = self.held.map(|(entry, _)| entry.id);
        let told = timeline.counting().find(|entry| match &entry.event {
            Event::ParticipationRecorded(e) => {
                let says = match e.way {
                    Some(TakingPart::NotAtAll) | None => said(&e.reason),
                    Some(_) => true,
                };
                says && e.conference.map_or(self.takes(entry.day()), |named| Some(named) == held)
            }
            _ => false,
        });
        let at_it = self.held.filter(|(_, e)| said(&e.childs_views)).map(|(entry, _)| entry.id);
        told.map(|entry| entry.id).or(at_it)
    }

    /// The entry by which an advocate spoke for the child: views presented for it, or an advocate named as there.
    pub fn advocate(&self, timeline: &Timeline) -> Option<EntryId> {
        let presented = self.first(timeline, |event| matches!(event, Event::AdvocacyViewsPresented(_)));
        let there = self.held.filter(|(_, e)| said(&e.advocate)).map(|(entry, _)| entry.id);
        presented.map(|entry| entry.id).or(there)
    }
}
