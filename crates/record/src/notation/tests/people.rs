//! Fixtures, and one person's entries as `onen show` prints them.

use chronology::check_recording;

use crate::notation::{fixture, fixture_of, fixture_recordings, parse, write_person};

const TEXT: &str = "
recording by sam-rowe as screener
  2026-03-16 morwenna-nance contact.received @contact
    worry: Mum went down the stairs
recording by hannah-pascoe as social_worker at 2026-03-18 16:40
  shared
    place: home
  2026-03-18 15:30 morwenna-nance visit.made + @visit
    seen: yes
  2026-03-18 15:30 jory-nance visit.made +
    seen: no
recording by hannah-pascoe as social_worker
  2026-03-18 morwenna-nance entry.corrected
    entry: @visit
    reason: It was her sister
    body: visit.made
      place: home
      seen: no
  2026-03-19 morwenna-nance entry.withdrawn
    entry: @contact
    reason: Another family
";

#[test]
fn a_fixture_is_a_chronology() {
    let recordings = fixture_recordings(TEXT);
    let mut previous = None;
    for recording in &recordings {
        check_recording(recording).unwrap();
        chronology::check_next(previous, recording).unwrap();
        previous = Some(recording);
    }
    let times: Vec<String> = recordings.iter().map(|recording| recording.recorded_at.to_string()).collect();
    assert_eq!(times, ["2026-03-16T23:59:59Z", "2026-03-18T16:40:00Z", "2026-03-19T23:59:59Z"]);
    let jory = fixture_of(TEXT, "jory-nance");
    assert_eq!(jory.len(), 1);
    assert_eq!(
        (jory[0].id.to_string(), jory[0].body.as_ref().unwrap()["place"].as_str()),
        ("2.1".into(), Some("home"))
    );
    assert_eq!(fixture(TEXT).len(), 5);
}

#[test]
fn a_default_time_gives_way_to_the_times_around_it() {
    let one = |at: &str| format!("recording by a as b{at}\n  2026-03-18 m person.died\n");
    let text = one("") + &one(" at 2026-03-18 10:00") + &one(" at 2026-03-20 10:00") + &one("");
    let times: Vec<String> =
        fixture_recordings(&text).iter().map(|one| one.recorded_at.to_string()).collect();
    assert_eq!(
        times,
        ["2026-03-18T10:00:00Z", "2026-03-18T10:00:00Z", "2026-03-20T10:00:00Z", "2026-03-20T10:00:00Z"]
    );
}

#[test]
fn a_faulty_fixture_says_what_is_wrong() {
    let fault = std::panic::catch_unwind(|| fixture("recording by a as b\n  2026-03-18 m visit.mad\n"));
    let fault = fault.unwrap_err();
    let said = fault.downcast_ref::<String>().unwrap();
    assert!(said.contains("line 2: “visit.mad” is not a kind of event"), "{said}");
}

#[test]
fn one_person_is_shown_with_numbers_and_standing() {
    let shown = write_person(&fixture_of(TEXT, "morwenna-nance"));
    for line in [
        "recording by hannah-pascoe as social_worker at 2026-03-18T16:40:00Z\n",
        "  2026-03-16 morwenna-nance contact.received @1.0 # 1.0, withdrawn by 3.1: Another family\n",
        "    worry: Mum went down the stairs\n",
        "  2026-03-18 15:30 morwenna-nance visit.made @2.0 # 2.0, corrected by 3.0: It was her sister\n",
        "    place: home\n    seen: yes\n",
        "    entry: @2.0\n    reason: It was her sister\n    body: visit.made\n      place: home\n      seen: no\n",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
    assert!(!shown.contains("jory"), "{shown}");
    parse(&shown).unwrap();
}
