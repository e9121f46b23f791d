//! Whatever is changed in a kept recording, in any field and by a single byte, is found.

use chronology::{
    Draft, EntryDraft, PersonId, Recording, RecordingNumber, Salt, Seal, Source, body_digest, check_next,
    check_recording, recording_seal,
};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

fn salts() -> impl FnMut() -> Salt {
    let mut next = 0;
    move || {
        next += 1;
        Salt([next; 16])
    }
}

fn full() -> Recording {
    let mut draft = Draft::by(person("w-1"), "social worker");
    draft.on_behalf_of = Some("the school".into());
    draft.source = Some(Source { file: "ab12".into(), row: "7".into() });
    draft.key = Some("key 1".into());
    draft.shared = json!({"place": "home", "when": "after school"}).as_object().unwrap().clone();
    for about in ["c-1", "c-2"] {
        let mut line = EntryDraft::new(person(about), "visit.made", jiff::civil::date(2026, 3, 2));
        line.shares = true;
        line.body = json!({"seen": true, "words": "I like it here"}).as_object().unwrap().clone();
        draft.entries.push(line);
    }
    let at: Timestamp = "2026-03-02T16:30:00.123456789Z".parse().unwrap();
    draft.sealed(RecordingNumber(7), at, Seal([9; 32]), salts())
}

#[test]
fn a_recording_agrees_with_its_seal() {
    check_recording(&full()).unwrap();
    let parted: Recording = serde_json::from_str(&serde_json::to_string(&full()).unwrap()).unwrap();
    assert_eq!(parted, full());
}

/// Every string, number and truth value in the recording as JSON is changed in turn, each byte of each.
#[test]
fn any_single_change_of_any_field_is_found() {
    let whole = serde_json::to_value(full()).unwrap();
    let mut places = Vec::new();
    leaves(&whole, String::new(), &mut places);
    assert!(places.len() > 25, "only {} places", places.len());
    let mut tried = 0;
    for place in places {
        for changed in changes(whole.pointer(&place).unwrap()) {
            let mut altered = whole.clone();
            *altered.pointer_mut(&place).unwrap() = changed.clone();
            // Some changes do not even read as a recording.
            let Ok(altered) = serde_json::from_value::<Recording>(altered) else { continue };
            if altered == full() {
                continue;
            }
            tried += 1;
            assert!(check_recording(&altered).is_err(), "{place} changed to {changed} was not found");
        }
    }
    assert!(tried > 400, "only {tried} changes");
}

fn leaves(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(key, inner)| leaves(inner, format!("{at}/{key}"), places))
        }
        Value::Array(all) => {
            all.iter().enumerate().for_each(|(i, inner)| leaves(inner, format!("{at}/{i}"), places));
        }
        _ => places.push(at),
    }
}

fn changes(value: &Value) -> Vec<Value> {
    let mut all = vec![Value::Null];
    match value {
        Value::Bool(truth) => all.push(json!(!truth)),
        Value::Number(number) => all.push(json!(number.as_u64().unwrap() + 1)),
        Value::String(text) => {
            for at in 0..text.len() {
                for flip in [1u8, 2, 16] {
                    let mut bytes = text.clone().into_bytes();
                    bytes[at] ^= flip;
                    if let Ok(text) = String::from_utf8(bytes) {
                        all.push(json!(text));
                    }
                }
            }
            all.push(json!(format!("{text} ")));
            all.push(json!(text[..text.len() - 1]));
        }
        _ => {}
    }
    all
}

#[test]
fn entries_cannot_be_added_removed_swapped_or_moved_between_fields() {
    let mut fewer = full();
    fewer.entries.pop();
    assert!(check_recording(&fewer).is_err());
    let mut more = full();
    more.entries.push(more.entries[0].clone());
    assert!(check_recording(&more).is_err());
    let mut swapped = full();
    swapped.entries.swap(0, 1);
    assert!(check_recording(&swapped).is_err());
    let mut moved = full();
    moved.key = moved.on_behalf_of.take();
    assert!(check_recording(&moved).is_err());
    let mut run_together = full();
    run_together.source = Some(Source { file: "ab1".into(), row: "27".into() });
    assert!(check_recording(&run_together).is_err());
}

#[test]
fn the_words_may_go_and_the_seal_stays_good() {
    let mut disposed = full();
    disposed.entries[0].body = None;
    assert!(check_recording(&disposed).is_err(), "half disposed of");
    disposed.entries[0].salt = None;
    check_recording(&disposed).unwrap();
    disposed.entries[1].body = None;
    disposed.entries[1].salt = None;
    disposed.shared = None;
    disposed.shared_salt = None;
    check_recording(&disposed).unwrap();
    // What was destroyed cannot be replaced by other words.
    disposed.entries[0].body = Some(json!({"words": "I do not"}).as_object().unwrap().clone());
    disposed.entries[0].salt = Some(Salt([1; 16]));
    assert!(check_recording(&disposed).is_err());
}

#[test]
fn the_chain_tells_what_is_missing_or_out_of_order() {
    let next = |previous: Option<&Recording>, number, at: &str| {
        let mut draft = Draft::by(person("w-1"), "social worker");
        draft.entries.push(EntryDraft::new(person("c-1"), "visit.made", jiff::civil::date(2026, 3, 2)));
        let seal = previous.map_or(Seal::GENESIS, |recording| recording.seal);
        draft.sealed(RecordingNumber(number), at.parse().unwrap(), seal, salts())
    };
    let first = next(None, 1, "2026-03-02T10:00:00Z");
    let second = next(Some(&first), 2, "2026-03-02T10:00:00Z");
    let third = next(Some(&second), 3, "2026-03-02T10:00:01Z");
    check_next(None, &first).unwrap();
    check_next(Some(&first), &second).unwrap();
    check_next(Some(&second), &third).unwrap();
    assert!(check_next(Some(&first), &third).unwrap_err().message.contains("missing"));
    assert!(check_next(None, &second).is_err());
    assert!(check_next(Some(&second), &first).is_err());
    let early = next(Some(&second), 3, "2026-03-02T09:59:59Z");
    assert!(check_next(Some(&second), &early).unwrap_err().message.contains("before the one"));
    let mut resealed = second.clone();
    resealed.role = "manager".into();
    resealed.seal = recording_seal(&resealed);
    check_recording(&resealed).unwrap();
    assert!(check_next(Some(&resealed), &third).unwrap_err().message.contains("seal"));
}

proptest! {
    #[test]
    fn other_words_or_another_salt_give_another_digest(one: String, other: String, salt: [u8; 16], byte in 0..16usize) {
        let body = |text: &str| json!({ "text": text }).as_object().unwrap().clone();
        let salt = Salt(salt);
        prop_assert_eq!(one == other, body_digest(&salt, &body(&one)) == body_digest(&salt, &body(&other)));
        let mut salted = salt;
        salted.0[byte] ^= 1;
        prop_assert_ne!(body_digest(&salt, &body(&one)), body_digest(&salted, &body(&one)));
    }

    #[test]
    fn any_draft_seals_soundly_and_comes_back_from_json(
        role in "\\PC{1,20}", words in proptest::collection::vec(any::<String>(), 1..6), shares: bool,
    ) {
        let mut draft = Draft::by(person("w-1"), &role);
        draft.shared.insert("shared".into(), words[0].clone().into());
        for word in &words {
            let mut line = EntryDraft::new(person("c-1"), "case_note.written", jiff::civil::date(2026, 3, 2));
            line.shares = shares;
            line.body.insert("text".into(), word.clone().into());
            draft.entries.push(line);
        }
        let text = serde_json::to_string(&draft).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Draft>(&text).unwrap(), &draft);
        let recording = draft.sealed(RecordingNumber(1), Timestamp::UNIX_EPOCH, Seal::GENESIS, salts());
        prop_assert!(check_recording(&recording).is_ok());
        let read: Recording = serde_json::from_str(&serde_json::to_string(&recording).unwrap()).unwrap();
        prop_assert!(check_recording(&read).is_ok());
    }
}
