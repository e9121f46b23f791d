//! What may not matter to a duty: entries about other things, and the order of recording.

mod around;

use std::sync::Arc;

use around::{Around, day};
use proptest::prelude::*;
use proptest::sample::subsequence;
use rules::timescales::TIMESCALES;

/// Lines of a child's journey, each with a recording and a moment of writing of its own.
const JOURNEY: [&str; 16] = [
    "at 2026-03-02 17:00\n  2026-03-02 child contact.received\n    rating: red\n    source: 2A",
    "at 2026-03-03 17:00\n  2026-03-02 child contact.decided\n    outcome: referral",
    "at 2026-03-03 17:00\n  2026-03-03 child referral.received\n    rating: amber",
    "at 2026-03-04 17:00\n  2026-03-04 child referral.decided\n    outcome: assessment",
    "at 2026-03-04 17:00\n  2026-03-04 child allocation.started\n    worker: worker",
    "at 2026-03-06 17:00\n  2026-03-05 child assessment.started",
    "at 2026-03-10 17:00\n  2026-03-06 child visit.made\n    seen: yes",
    "at 2026-03-12 17:00\n  2026-03-10 child strategy_discussion.held",
    "at 2026-03-12 17:00\n  2026-03-10 child section_47_enquiry.decided\n    decision: joint",
    "at 2026-03-30 17:00\n  2026-03-27 child section_47_enquiry.completed\n    outcome: substantiated_continuing_risk",
    "at 2026-04-02 17:00\n  2026-04-01 child conference.held\n    conference_type: initial",
    "at 2026-04-02 17:00\n  2026-04-01 child child_protection_plan.started",
    "at 2026-04-10 17:00\n  2026-04-10 child child_protection_plan.revised\n    visit_every_working_days: 10",
    "at 2026-04-13 17:00\n  2026-04-13 child child_protection_plan.approved",
    "at 2026-04-16 17:00\n  2026-04-15 child core_group.held",
    "at 2026-04-24 17:00\n  2026-04-22 child visit.made\n    seen: yes",
];

/// Entries that no timescale asks about.
const UNRELATED: [&str; 4] = [
    "at 2026-03-05 17:00\n  2026-03-05 child characteristics.recorded\n    religion: none",
    "at 2026-03-20 17:00\n  2026-03-20 child hazard.recorded\n    what: a dog",
    "at 2026-04-20 17:00\n  2026-04-20 child household.joined\n    household: elm-row-4",
    "at 2026-04-21 17:00\n  2026-04-21 child relationship.recorded\n    to: aunt\n    relation: aunt_or_uncle",
];

fn chronicle(lines: &[&str]) -> Vec<Arc<chronology::Recorded>> {
    let worker = "at 2026-01-05 09:00\n  2020-01-01 worker registration.recorded";
    let mut lines: Vec<&str> = lines.iter().copied().chain([worker]).collect();
    lines.sort_by_key(|line| line.split('\n').next().map(str::to_owned));
    let text: String =
        lines.iter().map(|line| format!("\nrecording by worker as social_worker {line}\n")).collect();
    record::notation::fixture(&text)
}

/// Everything a duty says, but for the numbers of entries, which the order of recording gives.
fn told(around: &Around) -> Vec<String> {
    let told = around.duties().into_iter().map(|duty| {
        let (run, id) = (&duty.run, duty.timescale.id);
        format!(
            "{id} {:?} {:?} {:?} {:?} {:?} {}",
            run.started.1,
            duty.due_on,
            run.stopped.map(|(_, at)| at),
            run.lapsed_on,
            duty.in_time,
            duty.because
        )
    });
    let mut told: Vec<String> = told.collect();
    told.sort();
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn adding_an_unrelated_entry_changes_no_duty(
        journey in subsequence(JOURNEY.to_vec(), 1..=JOURNEY.len()),
        unrelated in subsequence(UNRELATED.to_vec(), 1..=UNRELATED.len()),
    ) {
        let without = told(&Around::of(chronicle(&journey)));
        let both: Vec<&str> = journey.iter().chain(&unrelated).copied().collect();
        prop_assert_eq!(without, told(&Around::of(chronicle(&both))));
    }

    #[test]
    fn the_order_of_recording_changes_no_duty(
        journey in subsequence(JOURNEY.to_vec(), 2..=JOURNEY.len()).prop_shuffle(),
    ) {
        // Written on one evening in any order: only the numbers of the recordings differ.
        let evening = |lines: &[&'static str]| {
            let bare = lines.iter().map(|line| line.split_once('\n').unwrap().1);
            let text: String = ["  2020-01-01 worker registration.recorded"].into_iter().chain(bare)
                .map(|line| format!("\nrecording by worker as social_worker at 2026-04-30 17:00\n{line}\n"))
                .collect();
            told(&Around::read(&text))
        };
        let mut in_order = journey.clone();
        in_order.sort_by_key(|line| JOURNEY.iter().position(|known| known == line));
        prop_assert_eq!(evening(&in_order), evening(&journey));
    }
}

#[test]
fn the_journey_of_these_tests_sets_duties_going() {
    let around = Around::of(chronicle(&JOURNEY));
    let duties = around.duties();
    let reached = TIMESCALES.iter().filter(|t| duties.iter().any(|duty| duty.timescale.id == t.id)).count();
    assert!(reached >= 20, "the properties above speak of {reached} timescales");
    assert_eq!(around.stand("icpc-15wd", day("2026-04-02")), ["2026-03-31 late"]);
}
