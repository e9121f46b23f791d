//! What the tests of the store share: a worker, a child, a line.
#![allow(dead_code, unreachable_pub, reason = "each test program uses its own share of these")]

use chronology::{Draft, EntryDraft, PersonId, RecordingNumber};
use serde_json::Value;
use store::{Chronology, Clock, system_clock};

pub fn clock() -> Clock {
    system_clock()
}

pub fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

pub fn number(number: u64) -> RecordingNumber {
    RecordingNumber(number)
}

pub fn line(about: &str, kind: &str, body: Value) -> EntryDraft {
    let mut line = EntryDraft::new(person(about), kind, jiff::civil::date(2024, 5, 1));
    line.body = body.as_object().unwrap().clone();
    line
}

pub fn draft(author: &str, about: &str, kind: &str, body: Value) -> Draft {
    let mut draft = Draft::by(person(author), "social worker");
    draft.entries.push(line(about, kind, body));
    draft
}

/// Verifies, and expects so many entries.
pub fn verified(store: &Chronology, entries: u64) {
    let verified = store.verify(&mut |_, _| ()).unwrap();
    assert_eq!(verified.entries, entries);
}
