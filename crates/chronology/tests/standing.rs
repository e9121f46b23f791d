//! How entries stand after corrections, withdrawals, reinstatement, merging and disposal.

use std::sync::Arc;

use chronology::{
    Draft, EntryDraft, EntryId, Live, PersonId, Recorded, Standing, live, merges, one_person, own_kinds,
};
use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::{Value, json};

fn person(id: &str) -> PersonId {
    PersonId::new(id).unwrap()
}

fn at(number: u64) -> Timestamp {
    Timestamp::from_second(1_700_000_000 + number as i64 * 60).unwrap()
}

/// The entry `number`.0, recorded in minute `number`.
fn entry(number: u64, about: &str, kind: &str, body: Value) -> Arc<Recorded> {
    Arc::new(Recorded {
        id: EntryId::new(number, 0),
        about: person(about),
        kind: kind.to_owned(),
        version: 1,
        occurred: jiff::civil::date(2023, 11, 1).into(),
        recorded_at: at(number),
        author: person("w-1"),
        role: "social worker".into(),
        on_behalf_of: None,
        source: None,
        body: body.as_object().cloned(),
    })
}

fn visit() -> Arc<Recorded> {
    entry(1, "c-1", "visit.made", json!({"seen": "no"}))
}

fn correction(number: u64, of: u64, seen: &str) -> Arc<Recorded> {
    let body = json!({"entry": format!("{of}.0"), "reason": "misread", "body": {"seen": seen}});
    entry(number, "c-1", own_kinds::CORRECTED, body)
}

fn change(number: u64, kind: &str, of: u64) -> Arc<Recorded> {
    entry(number, "c-1", kind, json!({"entry": format!("{of}.0"), "reason": "mistaken"}))
}

fn first(entries: &[Arc<Recorded>], known_at: Option<Timestamp>) -> Live {
    live(entries, known_at).remove(0)
}

#[test]
fn the_last_correction_stands_and_what_was_recorded_stays() {
    let entries = [visit(), correction(2, 1, "yes"), correction(3, 1, "alone")];
    let now = first(&entries, None);
    assert_eq!(now.body()["seen"], "alone");
    assert_eq!(now.standing, Standing::Corrected { by: EntryId::new(3, 0), reason: "misread".into() });
    assert_eq!(now.recorded.body.as_ref().unwrap()["seen"], "no");
    assert_eq!(first(&entries, Some(at(2))).body()["seen"], "yes");
    assert_eq!(first(&entries, Some(at(1))).standing, Standing::Stands);
    assert_eq!(live(&entries, Some(at(0))), []);
}

#[test]
fn a_correction_may_move_when_it_happened_and_keep_the_words() {
    let moved = json!({"entry": "1.0", "reason": "wrong day", "occurred": "2023-10-30T09:15+00:00"});
    let now = first(&[visit(), entry(2, "c-1", own_kinds::CORRECTED, moved)], None);
    assert_eq!(now.occurred.to_string(), "2023-10-30T09:15+00:00");
    assert_eq!(now.body()["seen"], "no");
}

#[test]
fn what_is_withdrawn_still_shows_and_may_be_reinstated() {
    let mut entries = vec![visit(), correction(2, 1, "yes"), change(3, own_kinds::WITHDRAWN, 1)];
    let withdrawn = first(&entries, None);
    assert!(!withdrawn.counts());
    assert_eq!(withdrawn.body()["seen"], "yes");
    entries.push(change(4, own_kinds::REINSTATED, 1));
    let again = first(&entries, None);
    assert_eq!((&again.standing, &again.body()["seen"]), (&Standing::Stands, &json!("no")));
    entries.push(correction(5, 1, "briefly"));
    assert_eq!(first(&entries, None).body()["seen"], "briefly");
}

#[test]
fn a_correction_that_was_withdrawn_no_longer_corrects() {
    let mut entries = vec![visit(), correction(2, 1, "yes"), change(3, own_kinds::WITHDRAWN, 2)];
    assert_eq!(first(&entries, None).standing, Standing::Stands);
    assert_eq!(first(&entries, None).body()["seen"], "no");
    // And one whose withdrawal was withdrawn corrects again.
    entries.push(change(4, own_kinds::WITHDRAWN, 3));
    assert_eq!(first(&entries, None).body()["seen"], "yes");
    assert_eq!(first(&entries, Some(at(3))).body()["seen"], "no");
}

#[test]
fn nothing_is_changed_from_before_or_beside_it() {
    let early = change(1, own_kinds::WITHDRAWN, 2);
    let later = entry(2, "c-1", "visit.made", json!({}));
    assert!(live(&[early, later], None).iter().all(Live::counts));
    let mut beside = change(1, own_kinds::WITHDRAWN, 1);
    Arc::make_mut(&mut beside).id.index = 1;
    assert!(live(&[visit(), beside], None).iter().all(Live::counts));
}

#[test]
fn disposal_leaves_the_fact_without_the_words() {
    let mut gone = visit();
    Arc::make_mut(&mut gone).body = None;
    let now = first(&[gone, correction(2, 1, "yes")], None);
    assert_eq!((now.standing.clone(), now.body().is_empty()), (Standing::Disposed, true));
}

fn same(number: u64, about: &str, other: &str, kept: &str) -> Arc<Recorded> {
    let body = json!({"other": other, "kept": kept, "reason": "same birth certificate"});
    entry(number, about, own_kinds::SAME_PERSON, body)
}

fn not_same(number: u64, about: &str, other: &str) -> Arc<Recorded> {
    entry(number, about, own_kinds::NOT_SAME_PERSON, json!({"other": other, "reason": "twins"}))
}

#[test]
fn a_merge_may_be_taken_back_from_either_side_and_made_again() {
    let merge = same(1, "c-1", "c-2", "c-2");
    assert_eq!(merges(std::slice::from_ref(&merge), None)[0].kept, person("c-2"));
    for undone in [not_same(2, "c-1", "c-2"), not_same(2, "c-2", "c-1"), change(2, own_kinds::WITHDRAWN, 1)] {
        let entries = [merge.clone(), undone, same(3, "c-2", "c-1", "c-1")];
        assert_eq!(merges(&entries[..2], None), []);
        assert_eq!(merges(&entries, None)[0].kept, person("c-1"));
        assert_eq!(merges(&entries, Some(at(1)))[0].kept, person("c-2"), "as known at");
    }
    assert_eq!(merges(&[same(1, "c-1", "c-1", "c-1")], None), [], "nobody is merged with themselves");
}

#[test]
fn people_are_one_through_others() {
    let entries = [same(1, "c-1", "c-2", "c-1"), same(2, "c-3", "c-2", "c-3"), same(3, "d-1", "d-2", "d-2")];
    let standing = merges(&entries, None);
    for one in ["c-1", "c-2", "c-3"] {
        let (all, kept) = one_person(&person(one), &standing);
        assert_eq!(all.into_iter().collect::<Vec<_>>(), [person("c-1"), person("c-2"), person("c-3")]);
        assert_eq!(kept, person("c-3"), "the last word on which id is kept");
    }
    let (all, kept) = one_person(&person("e-1"), &standing);
    assert_eq!((all.len(), kept), (1, person("e-1")));
}

#[test]
fn a_draft_is_refused_for_the_future_and_for_half_a_correction() {
    let now: Timestamp = "2026-03-02T12:00:00Z".parse().unwrap();
    let check = |kind: &str, occurred: &str, body: Value| {
        let mut line = EntryDraft::new(person("c-1"), kind, jiff::civil::date(2026, 3, 2));
        line.occurred = occurred.parse().unwrap();
        line.body = body.as_object().unwrap().clone();
        let mut draft = Draft::by(person("w-1"), "social worker");
        draft.entries.push(line);
        draft.check(now, jiff::civil::date(2026, 3, 2)).map_err(|fault| fault.message)
    };
    check("visit.made", "2026-03-02", json!({})).unwrap();
    check("visit.made", "2026-03-02T12:00+00:00", json!({})).unwrap();
    check("visit.made", "2026-03-02T12:01+00:00", json!({})).unwrap_err();
    check("visit.made", "2026-03-03", json!({})).unwrap_err();
    check("visit", "2026-03-02", json!({})).unwrap_err();
    let good = json!({"entry": "1.0", "reason": "x", "occurred": "2026-03-01"});
    check(own_kinds::CORRECTED, "2026-03-02", good).unwrap();
    for wrong in [
        json!({"entry": "1.0", "reason": "x", "occurred": "2026-03-03"}),
        json!({"entry": "1.0", "reason": "x", "occurred": "some day"}),
        json!({"entry": "1.0", "reason": "x", "body": "words"}),
        json!({"entry": "1.0", "reason": "x"}),
        json!({"entry": "1.0", "reason": " ", "body": {}}),
        json!({"entry": "one", "reason": "x", "body": {}}),
    ] {
        assert!(check(own_kinds::CORRECTED, "2026-03-02", wrong.clone()).is_err(), "{wrong}");
    }
    let long = json!({"text": "x".repeat(chronology::BODY_BYTES_MAX)});
    assert!(check("case_note.written", "2026-03-02", long).unwrap_err().contains("4 MB"));
    check("case_note.written", "2026-03-02", json!({"text": "ж".repeat(500_000)})).unwrap();
}

/// Entries 1 to 3 with up to six changes to any of them or of each other.
fn any_history() -> impl Strategy<Value = Vec<Arc<Recorded>>> {
    proptest::collection::vec((0..4usize, 1..9u64), 0..6).prop_map(|changes| {
        let mut all: Vec<_> = (1..=3).map(|n| entry(n, "c-1", "visit.made", json!({"seen": "no"}))).collect();
        for (number, (kind, target)) in (4..).zip(changes) {
            all.push(match kind {
                0 => correction(number, target, &format!("as of {number}")),
                1 => change(number, own_kinds::WITHDRAWN, target),
                2 => change(number, own_kinds::REINSTATED, target),
                _ => entry(number, "c-1", "visit.made", json!({"seen": "later"})),
            });
        }
        all
    })
}

proptest! {
    #[test]
    fn order_of_reading_does_not_matter(history in any_history(), seed: u64) {
        let mut shuffled = history.clone();
        let len = shuffled.len();
        (0..len).for_each(|i| shuffled.swap(i, (seed as usize).wrapping_mul(i + 7) % len));
        prop_assert_eq!(live(&shuffled, None), live(&history, None));
    }

    #[test]
    fn as_known_at_equals_reading_only_what_was_known(history in any_history(), minute in 0..12u64) {
        let known: Vec<_> = history.iter().filter(|e| e.recorded_at <= at(minute)).cloned().collect();
        prop_assert_eq!(live(&history, Some(at(minute))), live(&known, None));
    }

    #[test]
    fn every_entry_shows_once_and_its_record_is_never_touched(history in any_history()) {
        let shown: Vec<_> = live(&history, None).into_iter().map(|live| live.recorded).collect();
        prop_assert_eq!(shown, history);
    }

    #[test]
    fn moments_order_as_they_equal_and_read_back(
        day in 1..28i8, hour in 0..24i8, minute in 0..60i8, second in 0..60i8, offset in -840..840i32, nano in 0..999i32,
    ) {
        let date = jiff::civil::date(2026, 3, day);
        let time = jiff::civil::time(hour, minute, second, nano);
        let one = chronology::Occurred::moment(date, time, jiff::tz::Offset::from_seconds(offset * 60).unwrap());
        let other = chronology::Occurred::moment(date, jiff::civil::time(12, 0, 0, 0), jiff::tz::Offset::UTC);
        prop_assert_eq!(one.to_string().parse::<chronology::Occurred>().unwrap(), one);
        prop_assert_eq!(one == other, one.cmp(&other).is_eq());
    }
}
