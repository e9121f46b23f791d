//! What is wrong is named, with its line and its field, and nothing panics.

use proptest::prelude::*;

use super::generated::text;
use crate::notation::{Fault, parse};

const GOOD: &str = "recording by hannah-pascoe as social_worker at 2026-03-18T16:40Z
  shared
    purpose: protection
  2026-03-18 15:30 morwenna-nance visit.made +
    seen: yes
    words: \"I like it when it's quiet.\"
    analysis: |
      Several lines of text,

      kept as they are.
  2026-03-18 jory-hosken conference.decided
    plan_needed: yes
    actions:
      - what: Joel stays at his brother's
        by: 2026-03-24
";

fn faults(text: &str) -> Vec<Fault> {
    parse(text).expect_err("it has faults")
}

/// The text has one fault, on this line and in this field, which says this.
#[track_caller]
fn check(text: &str, line: usize, field: Option<&str>, says: &str) {
    let faults = faults(text);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    let fault = &faults[0];
    assert_eq!((fault.line, fault.field.as_deref()), (line, field), "{fault}");
    assert!(fault.message.contains(says), "{fault}");
    assert!(!fault.message.contains("::") && !fault.message.contains("Option"), "no Rust in {fault}");
}

fn entry(fields: &str) -> String {
    format!("recording by a as b\n  2026-03-18 m visit.made\n{fields}")
}

#[test]
fn the_example_has_none() {
    assert_eq!(parse(GOOD).unwrap().len(), 1);
    assert_eq!(parse("").unwrap(), []);
}

#[test]
fn a_fault_names_its_line_and_its_field() {
    check(&entry("    seen: maybe\n"), 3, Some("seen"), "choose yes, no");
    let flag = "recording by a as b\n  2026-03-18 m contact.received\n    family_aware: maybe\n";
    check(flag, 3, Some("family_aware"), "neither yes nor no");
    check(&entry("    seen_by: yes\n"), 3, Some("seen_by"), "visit.made has no field “seen_by”");
    check(&entry("    seen: yes\n    seen: no\n"), 4, Some("seen"), "given twice");
    check(&entry("    place: Home\n"), 3, Some("place"), "write the code home");
    check(&entry("    place: moon\n"), 3, Some("place"), "choose home");
    check(&entry("    words:\n"), 3, Some("words"), "nothing is given");
    check(&entry("    words: \"no end\n"), 3, Some("words"), "quotation mark");
    check(&entry("    words = {\n"), 3, Some("words"), "JSON");
    check(&entry("    words: one\n      two: three\n"), 3, Some("words"), "begins with “|”");
    check(&entry("    words: one\n      two\n"), 4, None, "name: value");
    check(&entry("    visited_by: Hannah\n"), 3, Some("visited_by"), "not an id");
    check(&entry("    words = [1]\n"), 3, Some("words"), "not a value that the field can hold ([1])");
}

#[test]
fn what_a_kind_needs_is_missed() {
    let text = "recording by a as b\n  2026-03-18 m entry.withdrawn\n    reason: wrong child\n";
    check(text, 2, Some("entry"), "entry.withdrawn needs “entry”");
}

#[test]
fn a_kind_spelt_wrong_is_not_taken_for_a_new_kind() {
    check("recording by a as b\n  2026-03-18 m visit.mad\n", 2, None, "perhaps visit.made is meant");
    check("recording by a as b\n  2026-03-18 m tide.measured\n", 2, None, "is not a kind of event");
    assert!(parse("recording by a as b\n  2026-03-18 m tide.measured v1\n    height: 3 m\n").is_ok());
}

#[test]
fn indentation_that_means_nothing_is_a_fault() {
    check("recording by a as b\n\t2026-03-18 m person.died\n  2026-03-18 m person.died\n", 2, None, "tab");
    check(&entry("     seen: yes\n"), 3, None, "5 spaces");
    check(&entry("      seen: yes\n"), 3, None, "where 4 are expected");
    check("  2026-03-18 m person.died\n", 1, None, "belongs to nothing above it");
    check("visit\n  2026-03-18 m person.died\n", 1, None, "A recording begins");
    check("recording by a as b\n", 1, None, "says nothing about anybody");
}

#[test]
fn labels_must_stand_somewhere_earlier_and_once() {
    let decided = "  2026-03-18 m contact.decided\n    contact: @c\n";
    check(&format!("recording by a as b\n{decided}"), 3, Some("contact"), "no entry of this file");
    let received = "  2026-03-18 m contact.received @c\n";
    check(
        &format!("recording by a as b\n{decided}recording by a as b\n{received}"),
        3,
        Some("contact"),
        "later recording",
    );
    check(&format!("recording by a as b\n{received}{received}"), 3, None, "already stands on line 2");
}

#[test]
fn shared_words_must_be_shared_by_entries_that_have_such_fields() {
    check(
        "recording by a as b\n  shared\n    note: x\n  2026-03-18 m case_note.recorded\n",
        1,
        None,
        "No entry shares",
    );
    let text = "recording by a as b\n  shared\n    note: x\n  2026-03-18 m visit.made +\n";
    check(text, 3, Some("note"), "visit.made, which has no field “note”");
    let twice = "recording by a as b\n  shared\n    note: x\n  shared\n    note: y\n  2026-03-18 m case_note.recorded +\n";
    check(twice, 4, None, "given twice");
}

#[test]
fn times_may_not_run_backwards() {
    let one = |at: &str| format!("recording by a as b at {at}\n  2026-03-01 m person.died\n");
    check(&(one("2026-03-18 10:00") + &one("2026-03-18 09:59")), 3, Some("at"), "backwards");
    assert!(parse(&(one("2026-03-18 10:00") + &one("2026-03-18 10:00"))).is_ok());
}

#[test]
fn every_fault_is_found_not_only_the_first() {
    let text = "recording by A as b
  2026-03-18 m visit.made
    seen: maybe
    place: moon
  2026-02-30 m visit.made
    seen: perhaps
  2026-03-18 m conference.decided
    actions:
      - what: x
        by: soon
      what: y
recording by a
";
    let lines: Vec<usize> = faults(text).iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [1, 3, 4, 5, 10, 11, 12, 12]);
}

#[test]
fn any_beginning_of_a_file_is_read_or_refused() {
    for (end, _) in GOOD.char_indices() {
        let cut = &GOOD[..end];
        if let Err(faults) = parse(cut) {
            let last = cut.lines().count();
            assert!(
                faults.iter().all(|fault| fault.line <= last && !fault.message.is_empty()),
                "{cut}\n{faults:?}"
            );
        }
    }
    let inside_quotes = GOOD.find("quiet").unwrap();
    assert!(parse(&GOOD[..inside_quotes]).is_err());
}

#[test]
fn depth_is_no_danger() {
    let deep: String = (0..2_000).map(|step| format!("{}a:\n", "  ".repeat(step))).collect();
    assert!(parse(&entry(&deep)).is_err());
    let json = format!("    answers = {}\n", "[".repeat(100_000));
    assert!(parse(&entry(&json)).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn no_damage_to_a_good_file_makes_it_panic(at in 0..GOOD.len(), cut in 0_usize..30, put in text()) {
        let (start, end): (String, String) =
            (GOOD.chars().take(at).collect(), GOOD.chars().skip(at + cut).collect());
        let _ = parse(&format!("{start}{put}{end}"));
    }

    #[test]
    fn nothing_in_the_place_of_a_value_makes_it_panic(sign in "[:=]", value in text()) {
        for name in ["seen", "place", "purpose", "answers", "visited_by"] {
            let _ = parse(&entry(&format!("    {name}{sign} {value}\n")));
        }
        let _ = parse(&format!("recording by a as b at {value}\n  2026-03-18 {value} m visit.made {value}\n"));
        let _ = parse(&format!("recording by a as b\n  2026-03-18 m entry.corrected\n    entry: {value}\n    occurred {sign} {value}\n    body {sign} {value}\n"));
    }
}
