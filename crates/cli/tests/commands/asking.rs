//! `onen due`, `findings`, `indicator` and `match`.

use chronology::PersonId;
use serde_json::Value;
use store::desk::Desk;

use super::support::{DECISION, Place};

#[test]
fn a_duty_says_when_it_began_when_it_is_due_how_it_stands_and_why() {
    let place = Place::with_child();
    let contact = |day: &str| -> Value {
        let due = place.run(&["due", "--as-at", day, "--json"]).done().json();
        let mut mine = due.into_iter().filter(|duty| duty["timescale"] == "contact-decision");
        mine.next().unwrap_or(Value::Null)
    };
    assert_eq!(contact("2026-03-01"), Value::Null, "nothing had happened");
    let open = contact("2026-03-03");
    assert_eq!((&open["person"], &open["state"]), (&"kerra".into(), &"due".into()));
    assert_eq!((&open["started_on"], &open["due_on"]), (&"2026-03-02".into(), &"2026-03-03".into()));
    assert!(open["because"].as_str().is_some_and(|why| why.contains("1 working day")), "{open}");
    assert_eq!(open["stopped_on"], Value::Null);
    assert_eq!(contact("2026-03-04")["state"], "overdue");

    place.record(DECISION).done();
    let met = contact("2026-03-04");
    assert_eq!((&met["state"], &met["stopped_on"]), (&"met".into(), &"2026-03-03".into()));
    assert_eq!(contact("2026-03-02")["state"], "due", "as at the day before, it was still open");
    let words = place.run(&["due", "--as-at", "2026-03-04"]).done().out;
    assert!(words.contains("contact-decision") && words.contains("kerra"), "{words}");
}

#[test]
fn a_finding_names_the_person_the_rule_since_when_and_why() {
    let place = Place::with_child();
    place.record(DECISION).done();
    let found = |day: &str| -> Vec<String> {
        let all = place.run(&["findings", "--as-at", day, "--json"]).done().json();
        let well_formed = |one: &Value| {
            one["person"].is_string()
                && one["since"].is_string()
                && one["because"].as_str().is_some_and(|why| why.ends_with('.'))
        };
        assert!(all.iter().all(well_formed), "{all:?}");
        all.iter().filter_map(|one| one["finding"].as_str()).map(str::to_owned).collect()
    };
    assert!(found("2026-03-02").is_empty(), "{:?}", found("2026-03-02"));
    let later = found("2026-03-20");
    assert!(later.iter().any(|id| id == "referrer-not-informed"), "{later:?}");
}

#[test]
fn f011_a_referrer_not_told_is_listed_by_the_command_until_told() {
    let place = Place::with_child();
    place.record(DECISION).done();
    let listed = |day: &str| {
        let found = place.run(&["findings", "--as-at", day, "--json"]).done().json();
        found.iter().any(|one| one["person"] == "kerra" && one["finding"] == "referrer-not-informed")
    };
    assert!(!listed("2026-03-06"), "three working days have not passed");
    assert!(listed("2026-03-09"));
    place
        .record(
            "recording by sam as screener\n  2026-03-10 kerra referrer.informed\n    next_step: A social worker will call.\n",
        )
        .done();
    assert!(listed("2026-03-09"), "as at that day it was so");
    assert!(!listed("2026-03-10"), "telling clears the line");
}

#[test]
fn a_figure_is_the_size_of_its_list() {
    let place = Place::with_child();
    place.record(DECISION).done();
    let asked = [
        "indicator",
        "contacts_decided_in_one_working_day",
        "--from",
        "2026-03-01",
        "--to",
        "2026-03-31",
        "--json",
        "--list",
    ];
    let answer = place.run(&asked).done().json().remove(0);
    assert_eq!((&answer["numerator"], &answer["denominator"]), (&1.into(), &1.into()), "{answer}");
    let cases = answer["cases"].as_array().expect("cases");
    assert_eq!(cases.len(), 1);
    assert_eq!((&cases[0]["person"], &cases[0]["met"]), (&"kerra".into(), &true.into()));
    assert!(cases[0]["because"].is_string());

    let before =
        place.run(&[&asked[..], &["--known-at", "2026-03-02T12:00"]].concat()).done().json().remove(0);
    assert_eq!(before["numerator"], 0, "the decision was not known yet: {before}");
    let groups = place.run(&[&asked[..], &["--by", "age"]].concat()).done().json().remove(0);
    assert_eq!(groups["by"].as_array().map(Vec::len), Some(1), "{groups}");
}

/// Two records of one child on a plan since she was four, which were found to be one in May.
const TWO_RECORDS: &str = "\
recording by hannah as social_worker at 2026-03-09 12:00
  2026-03-09 kerra characteristics.recorded
    ethnicity: WBRI
  2026-03-09 kerra child_protection_plan.started
    category: NEG
  2026-03-09 kerra-again person.identified
    category: child
    date_of_birth: 2019-05-01
  2026-03-09 kerra-again child_protection_plan.started
    category: NEG
recording by petra as records_officer at 2026-05-11 12:00
  2026-05-11 kerra identity.same_person
    other: kerra-again
    kept: kerra
    reason: One birth certificate.
";

#[test]
fn a_figure_knows_two_records_until_they_are_known_to_be_one() {
    let place = Place::with_child();
    place.record_history(TWO_RECORDS);
    let asked = ["indicator", "child_protection_plans_at_date", "--as-at", "2026-05-20", "--json"];
    let answer = |more: &[&str]| place.run(&[&asked[..], more].concat()).done().json().remove(0);
    assert_eq!(answer(&[])["numerator"], 1);
    assert_eq!(answer(&["--known-at", "2026-05-20"])["numerator"], 1);
    assert_eq!(answer(&["--known-at", "2026-04-01"])["numerator"], 2, "as was thought then");
    let then = place.run(&["show", "kerra-again", "--known-at", "2026-04-01"]).done().out;
    assert!(then.contains("age: 6") && then.contains("protection plan"), "{then}");
}

#[test]
fn a_child_is_as_old_as_on_the_day_of_the_figure() {
    let place = Place::with_child();
    place.record_history(TWO_RECORDS);
    let groups = |day: &str, by: &str| {
        let asked = ["indicator", "child_protection_plans_at_date", "--as-at", day, "--by", by, "--json"];
        place.run(&asked).done().json()[0]["by"][0]["group"].clone()
    };
    let born_2019 = |day: &str| groups(day, "age");
    assert_eq!(born_2019("2026-05-20"), "5 to 9");
    assert_eq!(born_2019("2029-05-01"), "10 to 15", "and no longer as old as when the plan began");
    assert_eq!(groups("2026-05-20", "ethnicity"), "WBRI");
}

#[test]
fn a_figure_asked_for_wrongly_is_refused_with_the_choices() {
    let place = Place::with_child();
    place.run(&["indicator", "happiness"]).refused(&["“happiness”", "re_referrals"]);
    place
        .run(&["indicator", "re_referrals", "--from", "2026-03-01", "--to", "2026-03-31", "--by", "hair"])
        .refused(&["“hair”", "team"]);
    place
        .run(&["indicator", "re_referrals", "--from", "2026-04-01", "--to", "2026-03-31"])
        .refused(&["2026-0"]);
    place
        .run(&[
            "indicator",
            "re_referrals",
            "--known-at",
            "soon",
            "--from",
            "2026-03-01",
            "--to",
            "2026-03-31",
        ])
        .refused(&["“soon”"]);
    let answered = place.run(&["indicator", "re_referrals", "--from", "2026-04-01"]);
    assert_eq!(answered.code, 2, "{answered:?}");
}

#[test]
fn likely_people_come_best_first_with_reasons() {
    let place = Place::with_child();
    let rows = "forename,surname,date_of_birth,sex\nKerra,Tregear,01/05/2019,F\nTregear,Kera,2019-05-01,\nZebedee,Quux,1999-01-01,m\n";
    let file = place.file("rows.csv", rows);
    let answers = place.run(&["match", &file, "--json"]).done().json();
    assert_eq!(answers.len(), 3);
    for row in &answers[..2] {
        assert_eq!(row["people"][0]["person"], "kerra", "{row}");
        assert!(row["people"][0]["score"].is_number() && row["people"][0]["reasons"][0].is_string());
    }
    assert_eq!(answers[2]["people"].as_array().map(Vec::len), Some(0), "{}", answers[2]);
    assert!(place.run(&["match", &file]).done().out.contains("Kerra Tregear"));
}

#[test]
fn a_row_that_cannot_be_read_is_named_by_line_and_field() {
    let place = Place::with_child();
    let cases: &[(&str, &[&str])] = &[
        ("forename,born\nKerra,2019\n", &["line 1", "“born”", "date_of_birth"]),
        ("forename,date_of_birth\nKerra,2019-02-30\n", &["line 2", "date_of_birth", "2019-02-30"]),
        ("forename,sex\nKerra,f\nJory,boy\n", &["line 3", "sex", "“boy”"]),
        ("forename,surname\nKerra\n", &["line 2"]),
    ];
    for (text, says) in cases {
        let file = place.file("rows.csv", text);
        place.run(&["match", &file, "--json"]).refused(says).refused(&["rows.csv"]);
    }
    place.run(&["match", "no-such.csv"]).refused(&["no-such.csv"]);
}

#[test]
fn a_look_from_the_command_line_stands_in_the_access_log_with_who_ran_it() {
    let place = Place::with_child();
    let desk = || Desk::open(&place.data(), store::system_clock()).unwrap();
    let kerra = PersonId::new("kerra").unwrap();
    assert_eq!(desk().looks_at(&kerra, None, 9).unwrap().len(), 0);
    place.run(&["show", "kerra"]).done();
    let looks = desk().looks_at(&kerra, None, 9).unwrap();
    assert_eq!(looks.len(), 1);
    assert!(looks[0].look.who.as_str().starts_with("os-"), "{looks:?}");
    assert!(looks[0].look.why.contains("command line"), "{looks:?}");
    place.run(&["show", "nobody-here"]).refused(&["Nothing is recorded"]);
}
