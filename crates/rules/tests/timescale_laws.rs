//! What must hold across timescales: the failings they answer, dated versions, the end of a child's scope.

mod around;

use around::{Around, day};
use calendar::working_days::is_working_day;
use jiff::ToSpan;
use rules::timescales::timescale;
use rules::{DutyState, Settings};

const OPENED: &str = "
recording by worker as social_worker
  2020-01-01 worker registration.recorded
    register: Social Work England
  2026-03-02 child referral.received
    rating: amber
  2026-03-02 child referral.decided
    outcome: assessment
  2026-03-03 child allocation.started
    worker: worker
";

fn opened(more: &str) -> Around {
    Around::read(&format!("{OPENED}{more}"))
}

/// The same child where the authority chose otherwise.
fn with(mut around: Around, change: impl FnOnce(&mut Settings)) -> Around {
    change(&mut around.settings);
    around
}

#[test]
fn f059_a_start_before_a_bank_holiday_is_counted_as_by_hand() {
    // Working days counted one at a time, as one would on a wall calendar.
    for start in ["2022-05-27", "2026-03-31", "2026-04-02", "2025-12-22", "2011-04-15", "2022-09-16"] {
        let mut by_hand = day(start);
        let mut counted = 0;
        while counted < 15 {
            by_hand = by_hand.saturating_add(1.day());
            counted += i32::from(is_working_day(by_hand));
        }
        let child = Around::read(&format!(
            "
recording by worker as social_worker
  {start} child strategy_discussion.held
  {start} child section_47_enquiry.decided
    decision: joint
"
        ));
        assert_eq!(child.stand("icpc-15wd", by_hand), [format!("{by_hand} due")], "from {start}");
        let next = by_hand.saturating_add(1.day());
        assert_eq!(child.stand("icpc-15wd", next), [format!("{by_hand} overdue")], "from {start}");
    }
    // LAW: the worked check of 27 May 2022, with two days off for the jubilee.
    let conference = timescale("icpc-15wd").unwrap();
    assert_eq!(conference.within.due(day("2022-05-27")), day("2022-06-21"));
}

#[test]
fn f059_a_conference_held_a_day_late_is_late() {
    let held = |on: &str| {
        Around::read(&format!(
            "
recording by worker as social_worker
  2022-05-27 child strategy_discussion.held
  2022-05-27 child section_47_enquiry.decided
    decision: joint
  {on} child conference.held
    conference_type: initial
"
        ))
        .stand("icpc-15wd", day("2022-07-31"))
    };
    assert_eq!(held("2022-06-21"), ["2022-06-21 met"]);
    assert_eq!(held("2022-06-22"), ["2022-06-21 late"]);
}

#[test]
fn f060_a_plan_three_months_and_a_day_unreviewed_is_late() {
    let child = Around::read(
        "
recording by chair as conference_chair
  2024-01-31 child conference.held
    conference_type: initial
  2024-01-31 child child_protection_plan.started
",
    );
    assert_eq!(child.stand("cp-review-conference", day("2024-04-30")), ["2024-04-30 due"]);
    assert_eq!(child.stand("cp-review-conference", day("2024-05-01")), ["2024-04-30 overdue"]);
}

#[test]
fn f066_with_ten_working_days_the_next_visit_is_due_ten_working_days_on() {
    let plan = "
  2026-03-24 child child_protection_plan.started
  2026-03-24 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-25 child child_protection_plan.approved
";
    // Good Friday and Easter Monday are left out.
    assert_eq!(opened(plan).stand("cp-visit-planned", day("2026-03-25")), ["2026-04-10 due"]);
    let unset = plan.replace("    visit_every_working_days: 10\n", "");
    assert!(opened(&unset).stand("cp-visit-planned", day("2026-03-25")).is_empty());
    let visited = format!("{plan}  2026-04-01 child visit.made\n    seen: yes\n");
    assert_eq!(
        opened(&visited).stand("cp-visit-planned", day("2026-04-02")),
        ["2026-04-10 met", "2026-04-17 due"]
    );
}

#[test]
fn f067_a_missed_protection_visit_is_overdue_the_next_day_and_only_the_child_s_own_social_worker_s_counts() {
    let plan = "
  2026-03-09 child child_protection_plan.started
  2026-03-09 child child_protection_plan.revised
    visit_every_working_days: 10
  2026-03-09 child child_protection_plan.approved
";
    for visit in [
        "",
        "  2026-03-20 child visit.made\n    seen: no\n",
        "  2026-03-20 child visit.made\n    seen: yes\n    visited_by: family-support\n",
        "  2026-03-20 child visit.attempted\n",
        "  2020-01-01 colleague registration.recorded
  2026-03-20 child visit.made\n    seen: yes\n    visited_by: colleague\n",
    ] {
        let child = opened(&format!("{plan}{visit}"));
        assert_eq!(child.stand("cp-visit-planned", day("2026-03-23")), ["2026-03-23 due"], "{visit}");
        assert_eq!(child.stand("cp-visit-planned", day("2026-03-24")), ["2026-03-23 overdue"], "{visit}");
    }
    let seen = opened(&format!("{plan}  2026-03-20 child visit.made\n    seen: yes\n"));
    assert_eq!(seen.stand("cp-visit-planned", day("2026-03-24"))[0], "2026-03-23 met");
    let unqualified =
        OPENED.replace("  2020-01-01 worker registration.recorded\n    register: Social Work England\n", "");
    let unqualified =
        Around::read(&format!("{unqualified}{plan}  2026-03-20 child visit.made\n    seen: yes\n"));
    assert_eq!(unqualified.stand("cp-visit-planned", day("2026-03-24")), ["2026-03-23 overdue"]);
}

#[test]
fn f070_a_plan_eleven_working_days_old_without_a_core_group_is_overdue() {
    let plan = "
  2026-04-20 child conference.held
    conference_type: initial
  2026-04-20 child child_protection_plan.started
";
    // Ten working days from 20 April 2026, the May holiday left out, end on 5 May.
    assert_eq!(opened(plan).stand("core-group-first", day("2026-05-05")), ["2026-05-05 due"]);
    assert_eq!(opened(plan).stand("core-group-first", day("2026-05-06")), ["2026-05-05 overdue"]);
    let later = format!(
        "{plan}  2026-04-28 child child_protection_plan.revised
    core_group_every_weeks: 4
  2026-04-29 child child_protection_plan.approved
  2026-05-01 child core_group.held
"
    );
    assert_eq!(opened(&later).stand("core-group-planned", day("2026-05-30")), ["2026-05-29 overdue"]);
}

#[test]
fn f007_a_referral_past_its_first_visit_limit_with_no_visit_is_overdue_the_next_morning() {
    assert_eq!(opened("").stand("first-visit-by-rating", day("2026-03-05")), ["2026-03-05 due"]);
    assert_eq!(opened("").stand("first-visit-by-rating", day("2026-03-06")), ["2026-03-05 overdue"]);
    let own = with(opened(""), |settings| {
        settings.limits.insert("first_visit_amber_working_days".to_owned(), 2);
    });
    assert_eq!(own.stand("first-visit-by-rating", day("2026-03-05")), ["2026-03-04 overdue"]);
}

#[test]
fn f036_an_assessment_passes_day_ten_unreviewed_stands_idle_and_is_late_on_day_46() {
    let child = opened("  2026-03-03 child assessment.started\n    worker: worker\n");
    assert_eq!(child.stand("assessment-checkpoint", day("2026-03-17")), ["2026-03-17 due"]);
    assert_eq!(child.stand("assessment-checkpoint", day("2026-03-18")), ["2026-03-17 overdue"]);
    // Nothing happened after 3 March: fifteen working days end on the 24th.
    assert_eq!(child.stand("no-activity", day("2026-03-25")).last().unwrap(), "2026-03-24 overdue");
    assert_eq!(child.stand("single-assessment-45wd", day("2026-05-07")), ["2026-05-07 due"]);
    assert_eq!(child.stand("single-assessment-45wd", day("2026-05-08")), ["2026-05-07 overdue"]);
    let duties = child.duties();
    let because = &duties.iter().find(|d| d.timescale.id == "single-assessment-45wd").unwrap().because;
    assert!(because.contains("within 45 working days of the referral") && because.contains("2 March 2026"));
}

#[test]
fn f058_an_enquiry_ended_two_days_ago_with_no_outcome_is_overdue() {
    let child = opened(
        "  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
  2026-03-17 child section_47_enquiry.ended
",
    );
    assert_eq!(child.stand("enquiry-outcome-recorded", day("2026-03-18")), ["2026-03-18 due"]);
    assert_eq!(child.stand("enquiry-outcome-recorded", day("2026-03-19")), ["2026-03-18 overdue"]);
}

#[test]
fn f076_an_acute_medical_unanswered_past_the_limit_is_overdue() {
    let child = opened("  2026-03-17 15:00 child medical.requested\n    medical_kind: acute\n");
    assert_eq!(child.stand("acute-medical", day("2026-03-18")), ["2026-03-18 due"]);
    assert_eq!(child.stand("acute-medical", day("2026-03-19")), ["2026-03-18 overdue"]);
    let duty = child.duties().into_iter().find(|duty| duty.timescale.id == "acute-medical").unwrap();
    assert_eq!(duty.due_at().unwrap().to_string(), "2026-03-18T15:00:00Z");
}

#[test]
fn an_initial_assessment_is_judged_by_the_rule_of_its_referral() {
    let assessed = |referred: &str| {
        let child = Around::read(&format!(
            "
recording by worker as social_worker
  {referred} child referral.received
  {referred} child assessment.started
    assessment_type: initial
"
        ));
        let stands = |id| child.stand(id, day("2014-12-31"));
        [
            stands("initial-assessment-7wd"),
            stands("initial-assessment-10wd"),
            stands("single-assessment-45wd"),
        ]
    };
    assert_eq!(assessed("2010-03-16"), [vec!["2010-03-25 overdue"], vec![], vec![]]);
    assert_eq!(assessed("2010-03-17"), [vec![], vec!["2010-03-31 overdue"], vec![]]);
    assert_eq!(assessed("2013-04-12"), [vec![], vec!["2013-04-26 overdue"], vec![]]);
}

#[test]
fn the_authority_s_own_day_moves_the_change_to_single_assessments() {
    let read = |kind: &str, on: &str| {
        Around::read(&format!(
            "
recording by worker as social_worker
  {on} child referral.received
  {on} child assessment.started
    assessment_type: {kind}
"
        ))
    };
    let moved = |child: Around| with(child, |settings| settings.single_assessment_from = day("2014-03-31"));
    let on = day("2014-03-31");
    let autumn = "2013-09-02";
    // By the national day the initial assessment has no limit left; by the authority's it still has.
    assert!(read("initial", autumn).stand("initial-assessment-10wd", on).is_empty());
    assert_eq!(moved(read("initial", autumn)).stand("initial-assessment-10wd", on), ["2013-09-16 overdue"]);
    assert_eq!(moved(read("core", autumn)).stand("core-assessment-35wd", on), ["2013-10-21 overdue"]);
    assert_eq!(read("single", autumn).stand("single-assessment-45wd", on), ["2013-11-04 overdue"]);
    assert!(moved(read("single", autumn)).stand("single-assessment-45wd", on).is_empty());
    // On the day itself the change is made.
    assert!(moved(read("initial", "2014-03-31")).stand("initial-assessment-10wd", on).is_empty());
    assert_eq!(moved(read("single", "2014-03-31")).stand("single-assessment-45wd", on), ["2014-06-06 due"]);
}

#[test]
fn a_referral_of_before_the_change_assessed_after_it_has_the_single_limit_from_the_referral() {
    let child = Around::read(
        "
recording by worker as social_worker
  2013-04-12 child referral.received
  2013-04-16 child assessment.started
",
    );
    assert_eq!(child.stand("single-assessment-45wd", day("2013-05-01")), ["2013-06-18 due"]);
    assert!(child.stand("initial-assessment-10wd", day("2013-05-01")).is_empty());
}

#[test]
fn each_interval_keeps_the_rule_in_force_when_it_began() {
    let child = Around::read(
        "
recording by worker as social_worker
  2012-11-30 child child_in_need_plan.agreed
  2013-03-15 child child_in_need_plan.reviewed
  2013-09-16 child child_in_need_plan.reviewed
",
    );
    let on = day("2013-10-01");
    assert_eq!(child.stand("cin-plan-review-2000", on), ["2013-05-30 met", "2013-09-15 late"]);
    assert_eq!(child.stand("cin-plan-review-local", on), ["2014-03-16 due"]);
}

#[test]
fn a_child_out_of_scope_never_becomes_late() {
    for end in [
        "2026-04-01 child person.died",
        "2026-04-01 child closure.decided",
        "2026-04-01 child birth.recorded\n    date_of_birth: 2008-04-01",
    ] {
        let child = opened(&format!(
            "  2026-03-10 child conference.held
    conference_type: initial
  2026-03-10 child child_protection_plan.started
  2026-03-10 child child_protection_plan.revised
    visit_every_working_days: 30
  2026-03-10 child child_protection_plan.approved
  2026-03-20 child core_group.held
  {end}
"
        ));
        let open: Vec<_> = child
            .duties()
            .into_iter()
            .filter(|duty| {
                matches!(duty.state_on(day("2027-12-31")), Some(DutyState::Due | DutyState::Overdue))
            })
            .map(|duty| duty.timescale.id)
            .collect();
        // What is owed to others, or only counted, outlives the child's scope.
        let outlive = ["referral-acknowledge"];
        assert!(open.iter().all(|id| outlive.contains(id)), "{end}: {open:?}");
    }
}

#[test]
fn practice_may_tighten_the_law_and_never_loosen_it() {
    let plan = "
recording by worker as social_worker
  2026-03-03 child strategy_discussion.held
  2026-03-03 child section_47_enquiry.decided
    decision: joint
";
    let set = |days| {
        let child = with(Around::read(plan), |settings| {
            settings.limits.insert("initial_conference_working_days".to_owned(), days);
        });
        child.stand("icpc-15wd", day("2026-03-04"))
    };
    assert_eq!(set(12), ["2026-03-19 due"]);
    assert_eq!(set(15), ["2026-03-24 due"]);
    assert_eq!(set(20), ["2026-03-24 due"]);
}
