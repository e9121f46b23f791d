//! Conferences about a child as they were booked and held, how the child took part, and who sat at meetings.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{Attendance, ConferenceBooked, ConferenceHeld, TakingPart};
use record::{Event, Timeline, TimelineEntry};

use crate::words::said;

/// A conference: booked, held, or both.
#[derive(Clone, Copy, Debug)]
pub struct Conference<'a> {
    /// The booking.
    pub booked: Option<(&'a TimelineEntry, &'a ConferenceBooked)>,
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
    let mut waiting = None;
    for entry in timeline.counting() {
        match &entry.event {
            Event::ConferenceBooked(e) => {
                if let Some(old) = waiting.replace((entry, &**e)) {
                    all.push(Conference { booked: Some(old), held: None, after, moved: Some(entry.day()) });
                }
            }
            Event::ConferenceHeld(e) => {
                all.push(Conference { booked: waiting.take(), held: Some((entry, e)), after, moved: None });
                after = Some(entry.day());
            }
            _ => {}
        }
    }
    all.extend(waiting.map(|booked| Conference { booked: Some(booked), held: None, after, moved: None }));
    all
}

impl Conference<'_> {
    /// Whether something on a day was for this conference: after the one before it, and no later than a day after it.
    pub fn takes(&self, day: Date) -> bool {
        let until = self.held.map(|(held, _)| held.day());
        self.after.is_none_or(|after| after < day) && until.is_none_or(|until| day <= until)
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

/// Every meeting about a child at which agencies sit, in order: what it was, and who was asked.
pub(crate) fn meetings(timeline: &Timeline) -> Vec<(&TimelineEntry, &'static str, &[Attendance])> {
    let mut all: Vec<(&TimelineEntry, &'static str, &[Attendance])> = Vec::new();
    for entry in timeline.counting() {
        match &entry.event {
            Event::ConferenceHeld(e) => all.push((entry, "conference", &e.attendance)),
            Event::CoreGroupHeld(e) => all.push((entry, "core group", &e.attendance)),
            Event::MaracHeard(e) => all.push((entry, "high-risk conference", &e.attendance)),
            _ => {}
        }
    }
    all
}
