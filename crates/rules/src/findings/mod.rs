//! Findings: what the rules notice, one file each. A finding never stops anybody.

use crate::{Audience, Circle, Found};

mod action_not_reviewed;
mod action_overdue;
mod after_death;
mod agency_absent_twice;
mod allocated_past_limit;
mod assessment_idle;
mod before_birth;
mod challenge_due;
mod child_unseen_in_assessment;
mod chronology_unreviewed;
mod closed_with_plan;
mod code_not_in_force;
mod concern_unanswered;
mod contact_undecided;
mod core_group_missed;
mod decided_before_contact;
mod disagreement;
mod early_help;
mod enquiry_before_discussion;
mod enquiry_outcome_missing;
mod first_visit_missing;
mod gaps;
mod handover_waiting;
mod harm_pattern;
mod identity_without_meaning;
mod information_unanswered;
pub(crate) mod interpreter_missing;
mod late_without_reason;
pub(crate) mod limit;
mod marac_child_unanalysed;
mod medical_unanswered;
mod need_plan_review_missed;
mod no_activity;
mod no_management_entry;
mod paper_file_unscanned;
mod participation;
mod plan_copied;
mod plan_drift;
mod plan_started_twice;
mod recording_without_purpose;
mod referral_unresolved;
mod referrer_not_informed;
mod risk_unassessed;
mod sibling_not_referred;
mod sibling_unrecorded;
pub(crate) mod significant_adult_unanswered;
mod specialist_concern_unanswered;
mod strategy_discussion_incomplete;
mod strategy_not_considered;
mod support;
mod team_without_function;
mod third_contact;
mod threshold_unacknowledged;
mod transfer_waiting;
mod unallocated;
mod unreadable_entry;
mod visit_by_another_worker;
mod visit_recorded_late;
mod visit_unanswered;
mod without_own_plan;
mod worker_changes;

/// A thing that the rules look for.
#[derive(Debug)]
pub struct Finding {
    /// Its id: `sibling-not-referred`.
    pub id: &'static str,
    /// What it says, in a line: “Brother or sister not referred”.
    pub title: &'static str,
    /// The failing it makes visible: `F004`.
    pub failing: Option<&'static str>,
    /// Where it comes from: statute, guidance, or the inspection that named the failing.
    pub source: &'static str,
    /// Who must see it.
    pub for_whom: &'static [Audience],
    /// Looks for it.
    pub look: fn(&Circle) -> Vec<Found>,
    /// Chronologies in which it holds and in which it does not.
    pub examples: &'static [Example],
}

/// A chronology in the notation, and what is then found.
#[derive(Debug)]
pub struct Example {
    /// What it shows.
    pub title: &'static str,
    /// The entries, in the notation; the finding is looked for about the person `child`.
    pub notation: &'static str,
    /// The day on which to look.
    pub on: &'static str,
    /// Words that each finding holding on that day must contain, in order; empty: none holds.
    pub expect: &'static [&'static str],
}

/// Every finding rule, in the order of a child's journey.
pub const FINDINGS: &[&Finding] = &[
    &contact_undecided::FINDING,
    &third_contact::FINDING,
    &sibling_not_referred::FINDING,
    &sibling_unrecorded::FINDING,
    &referrer_not_informed::FINDING,
    &referral_unresolved::FINDING,
    &first_visit_missing::FINDING,
    &concern_unanswered::FINDING,
    &handover_waiting::FINDING,
    &transfer_waiting::FINDING,
    &information_unanswered::FINDING,
    &disagreement::MANAGER,
    &disagreement::HEAD,
    &disagreement::BOARD,
    &specialist_concern_unanswered::FINDING,
    &threshold_unacknowledged::FINDING,
    &early_help::REQUEST,
    &early_help::THIN,
    &early_help::NO_LEAD,
    &early_help::TEAM_AROUND,
    &early_help::STEP,
    &early_help::CHECK,
    &support::RE_OFFER,
    &support::SIGNPOST,
    &unallocated::FINDING,
    &worker_changes::FINDING,
    &child_unseen_in_assessment::FINDING,
    &assessment_idle::FINDING,
    &chronology_unreviewed::FINDING,
    &harm_pattern::FINDING,
    &significant_adult_unanswered::FINDING,
    &identity_without_meaning::FINDING,
    &interpreter_missing::FINDING,
    &risk_unassessed::FINDING,
    &strategy_not_considered::FINDING,
    &strategy_discussion_incomplete::FINDING,
    &enquiry_before_discussion::FINDING,
    &team_without_function::FINDING,
    &medical_unanswered::FINDING,
    &enquiry_outcome_missing::FINDING,
    &late_without_reason::FINDING,
    &participation::ADVOCATE,
    &participation::REPORT,
    &participation::TAKING_PART,
    &participation::WORKER,
    &marac_child_unanalysed::FINDING,
    &without_own_plan::FINDING,
    &plan_copied::FINDING,
    &need_plan_review_missed::FINDING,
    &core_group_missed::FINDING,
    &plan_drift::FINDING,
    &challenge_due::FINDING,
    &agency_absent_twice::FINDING,
    &allocated_past_limit::FINDING,
    &action_not_reviewed::FINDING,
    &action_overdue::FINDING,
    &visit_unanswered::FINDING,
    &visit_by_another_worker::FINDING,
    &visit_recorded_late::FINDING,
    &recording_without_purpose::FINDING,
    &no_activity::FINDING,
    &no_management_entry::FINDING,
    &paper_file_unscanned::FINDING,
    &plan_started_twice::FINDING,
    &decided_before_contact::FINDING,
    &before_birth::FINDING,
    &after_death::FINDING,
    &closed_with_plan::FINDING,
    &code_not_in_force::FINDING,
    &unreadable_entry::FINDING,
];

/// The finding rule of this id.
pub fn finding(id: &str) -> Option<&'static Finding> {
    FINDINGS.iter().copied().find(|finding| finding.id == id)
}

/// Everything the rules notice about a person, past and to come.
pub fn findings(circle: &Circle) -> Vec<(&'static Finding, Found)> {
    let all = FINDINGS
        .iter()
        .flat_map(|finding| (finding.look)(circle).into_iter().map(move |found| (*finding, found)))
        .map(|(finding, found)| match finding.for_whom.contains(&Audience::Chair) {
            true => (finding, Found { also: circle.chair_on(found.since).cloned(), ..found }),
            false => (finding, found),
        });
    let mut all: Vec<_> = all.filter(|(_, found)| found.ever()).collect();
    all.sort_by(|(a, x), (b, y)| {
        x.since.cmp(&y.since).then(a.id.cmp(b.id)).then_with(|| x.entries.cmp(&y.entries))
    });
    all
}
