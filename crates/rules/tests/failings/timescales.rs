//! Failings that a limit answers: when each duty is due, and how it stands.

use rules::timescales::{duties, timescale};
use rules::{Duty, DutyState};

use crate::support::{Told, day};

/// The duties of one timescale, where local ones are kept too: due day and state on a day.
fn stand(told: &Told, timescale_id: &str, on: &str) -> Vec<String> {
    let timescale =
        timescale(timescale_id).unwrap_or_else(|| panic!("no timescale is called {timescale_id}"));
    let found = told.about("child", |circle| timescale.duties(circle));
    found.iter().filter_map(|duty| written(duty, on)).collect()
}

fn written(duty: &Duty, on: &str) -> Option<String> {
    let due = duty.due_on.map_or("-".to_owned(), |due| due.to_string());
    Some(format!("{due} {}", duty.state_on(day(on))?.code()))
}

#[test]
fn f006_a_contact_is_due_the_next_working_day() {
    let told = Told::by("\nrecording by screener as screener\n  2026-03-06 15:00 child contact.received\n");
    assert_eq!(stand(&told, "contact-decision", "2026-03-09"), ["2026-03-09 due"]);
    assert_eq!(stand(&told, "contact-decision", "2026-03-10"), ["2026-03-09 overdue"]);
}

#[test]
fn f036_an_assessment_is_late_on_day_46_and_its_reason_is_asked() {
    let text = "
recording by worker as social_worker
  2026-03-02 child referral.received
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child assessment.started
";
    assert_eq!(stand(&Told::by(text), "single-assessment-45wd", "2026-05-07"), ["2026-05-07 due"]);
    assert_eq!(
        stand(&Told::by(text), "single-assessment-45wd", "2026-05-08"),
        ["2026-05-07 overdue"],
        "day 46"
    );
    let signed = Told::by(&format!("{text}  2026-05-08 child assessment.signed_off\n"));
    assert_eq!(signed.found("child", "late-without-reason", "2026-05-08").len(), 1);
}

#[test]
fn f059_fifteen_working_days_over_easter_equal_the_hand_count() {
    // Working days after Friday 27 March 2026: 30, 31, 1, 2 (Good Friday and Easter Monday left out), 7, 8, 9,
    // 10, 13, 14, 15, 16, 17, 20 and, the fifteenth, 21 April.
    let text = "
recording by worker as social_worker
  2026-03-27 child strategy_discussion.held
  2026-03-27 child section_47_enquiry.decided
    decision: joint
";
    assert_eq!(stand(&Told::by(text), "icpc-15wd", "2026-04-21"), ["2026-04-21 due"]);
    let late = Told::by(&format!("{text}  2026-04-22 child conference.held\n    conference_type: initial\n"));
    assert_eq!(stand(&late, "icpc-15wd", "2026-04-22"), ["2026-04-21 late"]);
    assert_eq!(late.found("child", "late-without-reason", "2026-04-22").len(), 1, "a reason is asked");
}

#[test]
fn f060_a_plan_of_three_months_and_a_day_unreviewed_is_late() {
    let told = Told::by(
        "
recording by chair as conference_chair
  2026-01-31 child conference.held
    conference_type: initial
  2026-01-31 child child_protection_plan.started
",
    );
    assert_eq!(stand(&told, "cp-review-conference", "2026-04-30"), ["2026-04-30 due"]);
    assert_eq!(stand(&told, "cp-review-conference", "2026-05-01"), ["2026-04-30 overdue"]);
}

#[test]
fn f064_a_second_plan_shows_the_earlier_one_and_counts_as_a_repeat() {
    let told = Told::by(
        "
recording by chair as conference_chair
  2025-03-03 child child_protection_plan.started
    category: NEG
  2025-09-01 child child_protection_plan.ended
    reason: The home was clean
  2026-03-02 child child_protection_plan.started
    category: EMO
",
    );
    let repeat = rules::indicators::indicator("repeat_child_protection_plans").unwrap();
    let cases = told.about("child", |circle| (repeat.cases)(circle));
    assert_eq!(cases.iter().map(|case| case.met).collect::<Vec<_>>(), [false, true]);
    let because = &cases[1].because;
    assert!(because.contains("Neglect") && because.contains("The home was clean"), "{because}");
}

const PROTECTED: &str = "
recording by manager as team_manager
  2020-01-01 worker registration.recorded
    register: Social Work England
  2026-03-02 child allocation.started
    worker: worker
  2026-03-02 child child_protection_plan.started
  2026-03-03 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-04 child child_protection_plan.approved
";

#[test]
fn f066_with_ten_days_the_next_visit_is_due_ten_working_days_on() {
    assert_eq!(stand(&Told::by(PROTECTED), "cp-visit-planned", "2026-03-05"), ["2026-03-18 due"]);
}

#[test]
fn f067_a_missed_protection_visit_shows_the_next_day_with_days_since_seen_and_seen_alone() {
    let told = Told::by(&format!(
        "{PROTECTED}recording by worker as social_worker
  2026-03-10 child visit.made
    seen: yes
    seen_alone: yes
  2026-03-16 child visit.made
    seen: yes
    seen_alone: no
"
    ));
    assert_eq!(stand(&told, "cp-visit-planned", "2026-03-30").last().unwrap(), "2026-03-30 due");
    assert_eq!(stand(&told, "cp-visit-planned", "2026-03-31").last().unwrap(), "2026-03-30 overdue");
    let (seen, alone) = told.about("child", |circle| {
        let today = day("2026-03-31");
        (circle.last_seen(today).map(|sight| sight.on), circle.last_seen_alone(today).map(|sight| sight.on))
    });
    assert_eq!((seen, alone), (Some(day("2026-03-16")), Some(day("2026-03-10"))));
}

#[test]
fn f069_the_statutory_visit_stays_due_after_a_support_worker_s_visit() {
    let told = Told::by(&format!(
        "{PROTECTED}recording by helper as family_support_worker\n  2026-03-12 child visit.made\n    seen: yes\n"
    ));
    assert_eq!(stand(&told, "cp-visit-planned", "2026-03-12"), ["2026-03-18 due"]);
}

#[test]
fn f135_a_child_with_two_breaches_has_both_named_with_their_reasons() {
    let told = Told::by(&format!(
        "{PROTECTED}  2026-03-02 child conference.held\n    conference_type: initial\n  2026-03-05 jago contact.received\n"
    ));
    let overdue = |person: &str, on: &str| {
        let all = told.about(person, duties);
        all.into_iter().filter(|duty| duty.state_on(day(on)) == Some(DutyState::Overdue)).collect::<Vec<_>>()
    };
    let breaches = overdue("child", "2026-03-19");
    let ids: Vec<_> = breaches.iter().map(|duty| duty.timescale.id).collect();
    assert_eq!(ids, ["core-group-first", "cp-visit-planned"]);
    assert!(breaches.iter().all(|duty| duty.because.contains("2026")), "{breaches:#?}");
    assert!(overdue("jago", "2026-03-06").is_empty());
}
