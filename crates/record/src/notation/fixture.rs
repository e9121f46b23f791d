//! Chronologies for tests, written in the notation.

use std::sync::Arc;

use calendar::london;
use chronology::{PersonId, Recorded, Recording, RecordingNumber, Salt, Seal, recorded};
use jiff::Timestamp;
use jiff::civil::time;

use super::{Noted, parse};

/// The entries of a chronology written in the notation, of everybody in it, in the order of recording.
///
/// Recordings are numbered from 1 and truly sealed. One that does not say `at` counts as recorded at the end
/// of the latest day that it tells of, or with the recording before or after it where that day ends out of
/// their order.
///
/// # Panics
/// With every fault, if the text has any: it is written by whoever writes the test.
pub fn fixture(text: &str) -> Vec<Arc<Recorded>> {
    fixture_recordings(text).iter().flat_map(recorded).map(Arc::new).collect()
}

/// The entries of [`fixture`] that are about one person.
///
/// # Panics
/// As [`fixture`], and if `person` is not an id.
pub fn fixture_of(text: &str, person: &str) -> Vec<Arc<Recorded>> {
    let person = PersonId::new(person).unwrap_or_else(|fault| panic!("{fault}"));
    fixture(text).into_iter().filter(|entry| entry.about == person).collect()
}

/// The recordings of [`fixture`], whole.
///
/// # Panics
/// As [`fixture`].
pub fn fixture_recordings(text: &str) -> Vec<Recording> {
    let noted = parse(text).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        panic!("the fixture has faults:\n{}", faults.join("\n"))
    });
    let mut recordings = Vec::new();
    let mut previous = (Timestamp::MIN, Seal::GENESIS);
    for (place, one) in noted.iter().enumerate() {
        let next = noted[place..].iter().find_map(|later| later.at);
        let at = one.at.unwrap_or_else(|| end_of_telling(one).min(next.unwrap_or(Timestamp::MAX)));
        let at = at.max(previous.0);
        if let Err(fault) = one.draft.check(at, london::date_of(at)) {
            let line = fault.entry.map_or(one.line, |entry| one.entry_lines[entry]);
            panic!("the fixture cannot be recorded at {at}: line {line}: {fault}");
        }
        let number = RecordingNumber(place as u64 + 1);
        let recording = one.draft.clone().sealed(number, at, previous.1, || Salt([0; 16]));
        previous = (at, recording.seal);
        recordings.push(recording);
    }
    recordings
}

fn end_of_telling(noted: &Noted) -> Timestamp {
    let days = noted.draft.entries.iter().map(|entry| entry.occurred.date());
    days.max().map_or(Timestamp::MIN, |day| london::instant_at(day, time(23, 59, 59, 0)))
}
