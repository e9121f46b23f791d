//! A recording on its way into the chronology: what is said, when it is written, which earlier entries it names.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use calendar::london;
use chronology::{Body, Draft, EntryDraft, EntryId, Occurred, PersonId};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use record::Choices;
use record::Event;
use record::events::Role;

/// The numbers that a family's recordings were given, by their labels.
#[derive(Clone, Debug, Default)]
pub(crate) struct Numbers(Arc<Mutex<HashMap<u32, u64>>>);

impl Numbers {
    fn keep(&self, label: u32, number: u64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(label, number);
    }

    fn of(&self, label: u32) -> Option<u64> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&label).copied()
    }

    /// Forgets what nothing will name again.
    pub(crate) fn forget_before(&self, label: u32) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|kept, _| *kept >= label);
    }
}

/// A place in a recording with a label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Place {
    pub(crate) label: u32,
    pub(crate) index: u16,
}

/// Of a hundred decisions of no further action, those that the county’s practice draws for a second look.
const REVIEWED_IN_A_HUNDRED: u64 = 10;
/// Of a hundred decisions, those that its practice has rated again.
const RERATED_IN_A_HUNDRED: u64 = 5;

/// An earlier entry that an entry names.
#[derive(Clone, Debug)]
struct Naming {
    entry: usize,
    field: &'static str,
    place: Place,
    /// Whether the entry says nothing without it: a correction.
    needed: bool,
    /// Made only if the entry named is drawn by lot on this day, so many in a hundred.
    drawn: Option<(Date, u64)>,
}

/// What one worker writes in one sitting.
#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    /// When it is recorded.
    pub(crate) at: Timestamp,
    pub(crate) draft: Draft,
    label: Option<(u32, Numbers)>,
    numbers: Option<Numbers>,
    namings: Vec<Naming>,
}

impl Sitting {
    /// A sitting of one worker with nothing written yet.
    pub(crate) fn by(author: &PersonId, role: Role) -> Self {
        Self {
            at: Timestamp::MIN,
            draft: Draft::by(author.clone(), role.code()),
            label: None,
            numbers: None,
            namings: Vec::new(),
        }
    }

    /// Says something about somebody; answers its place in the recording.
    pub(crate) fn say(
        &mut self,
        about: &PersonId,
        occurred: impl Into<Occurred>,
        event: impl Into<Event>,
    ) -> u16 {
        let event = event.into();
        let mut entry = EntryDraft::new(about.clone(), event.kind(), occurred);
        entry.body = event.body();
        self.draft.entries.push(entry);
        (self.draft.entries.len() - 1) as u16
    }

    /// Says something that shares the recording's words.
    pub(crate) fn say_sharing(
        &mut self,
        about: &PersonId,
        occurred: impl Into<Occurred>,
        event: impl Into<Event>,
    ) -> u16 {
        let index = self.say(about, occurred, event);
        self.draft.entries[usize::from(index)].shares = true;
        index
    }

    /// The words that all who share have in common.
    pub(crate) fn share(&mut self, event: impl Into<Event>) {
        self.draft.shared = event.into().body();
    }

    /// The fields of an entry said.
    pub(crate) fn body_of(&self, index: u16) -> Body {
        let entry = &self.draft.entries[usize::from(index)];
        if entry.shares { chronology::merged(&self.draft.shared, &entry.body) } else { entry.body.clone() }
    }

    /// The last entry said names an earlier one, if that was recorded by then.
    pub(crate) fn naming(&mut self, field: &'static str, place: Option<Place>, numbers: &Numbers) {
        self.name(field, place, numbers, false);
    }

    /// The last entry said is about an earlier one: without it, the recording is not made.
    pub(crate) fn about_entry(&mut self, place: Place, numbers: &Numbers) {
        self.name("entry", Some(place), numbers, true);
    }

    /// The last entry said reviews an earlier decision: the recording is made only if that was recorded, and (where
    /// a day of the draw is given) drawn by lot on it.
    pub(crate) fn reviewing(&mut self, place: Place, drawn: Option<Date>, numbers: &Numbers) {
        self.name("decision", Some(place), numbers, true);
        if let Some(naming) = self.namings.last_mut() {
            naming.drawn = drawn.map(|on| (on, REVIEWED_IN_A_HUNDRED));
        }
    }

    /// The last entry said rates an earlier decision again: made only if that is in its week's sample.
    pub(crate) fn sampled(&mut self, place: Place, on: Date, numbers: &Numbers) {
        self.name("decision", Some(place), numbers, true);
        if let Some(naming) = self.namings.last_mut() {
            naming.drawn = Some((on, RERATED_IN_A_HUNDRED));
        }
    }

    fn name(&mut self, field: &'static str, place: Option<Place>, numbers: &Numbers, needed: bool) {
        let Some(place) = place else { return };
        self.numbers = Some(numbers.clone());
        let entry = self.draft.entries.len().saturating_sub(1);
        self.namings.push(Naming { entry, field, place, needed, drawn: None });
    }

    /// Others will name entries of this recording.
    pub(crate) fn labelled(&mut self, label: u32, numbers: &Numbers) {
        self.label = Some((label, numbers.clone()));
    }

    /// The draft as it is recorded under `number`; `None` if what it is about was never recorded.
    pub(crate) fn numbered(mut self, number: u64) -> Option<Draft> {
        for naming in &self.namings {
            let known = self.numbers.as_ref().and_then(|numbers| numbers.of(naming.place.label));
            match known {
                Some(recording) => {
                    let id = EntryId::new(recording, naming.place.index);
                    if naming.drawn.is_some_and(|(on, share)| !rules::draw::by_lot(id, on, share)) {
                        return None;
                    }
                    let id = id.to_string();
                    self.draft.entries[naming.entry].body.insert(naming.field.to_owned(), id.into());
                }
                None if naming.needed => return None,
                None => drop(self.draft.entries[naming.entry].body.remove(naming.field)),
            }
        }
        if self.draft.entries.is_empty() {
            return None;
        }
        if let Some((label, numbers)) = &self.label {
            numbers.keep(*label, number);
        }
        Some(self.draft)
    }
}

/// The instant at so many minutes into a day in England.
pub(crate) fn instant(day: Date, minutes: i32) -> Timestamp {
    london::instant_at(day, wall_time(minutes))
}

/// A moment at so many minutes into a day in England.
pub(crate) fn moment(day: Date, minutes: i32) -> Occurred {
    let at = instant(day, minutes);
    let offset = london::zone().to_offset(at);
    Occurred::moment(day, wall_time(minutes), offset)
}

fn wall_time(minutes: i32) -> Time {
    let minutes = minutes.clamp(0, 24 * 60 - 1);
    jiff::civil::time((minutes / 60) as i8, (minutes % 60) as i8, 0, 0)
}
