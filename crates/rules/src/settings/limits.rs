//! Every number an authority may set, with the law it may not loosen.

/// What a limit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitUnit {
    /// Hours by the clock.
    Hours,
    /// Working days.
    WorkingDays,
    /// Weeks.
    Weeks,
    /// Calendar months.
    Months,
    /// A count of things: children, actions, words.
    Count,
}

impl LimitUnit {
    /// The unit as people read it, after a number.
    pub fn label(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::WorkingDays => "working days",
            Self::Weeks => "weeks",
            Self::Months => "months",
            Self::Count => "",
        }
    }
}

/// Which way a number would make a limit looser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looser {
    /// A greater number is looser: a time limit.
    Higher,
    /// A smaller number is looser: a least number of something.
    Lower,
}

/// A number that an authority may set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LimitInfo {
    /// Its name in settings, its unit last.
    pub name: &'static str,
    /// What it limits.
    pub about: &'static str,
    /// What it counts.
    pub unit: LimitUnit,
    /// The number where an authority sets none.
    pub default: u32,
    /// Which way would loosen it.
    pub looser: Looser,
    /// The law that fixes the default, which an authority may tighten and never loosen; `None` where the
    /// number is local practice.
    pub law: Option<&'static str>,
}

impl LimitInfo {
    /// Whether an authority may not set this number, because the law is tighter.
    pub fn is_looser_than_law(&self, value: u32) -> bool {
        self.law.is_some()
            && match self.looser {
                Looser::Higher => value > self.default,
                Looser::Lower => value < self.default,
            }
    }
}

/// The limit of this name.
pub fn limit_info(name: &str) -> Option<&'static LimitInfo> {
    LIMITS.iter().find(|info| info.name == name)
}

const fn law(
    name: &'static str,
    default: u32,
    unit: LimitUnit,
    about: &'static str,
    law: &'static str,
) -> LimitInfo {
    LimitInfo { name, about, unit, default, looser: Looser::Higher, law: Some(law) }
}

const fn local(name: &'static str, default: u32, unit: LimitUnit, about: &'static str) -> LimitInfo {
    LimitInfo { name, about, unit, default, looser: Looser::Higher, law: None }
}

use LimitUnit::{Count, Hours, Months, Weeks, WorkingDays};

// LAW: Working Together to Safeguard Children, chapter 3 of the 2023 edition and its forerunners, for every
// number made with `law`; those made with `local` are what authorities commonly set for themselves.
const WORKING_TOGETHER: &str = "Working Together to Safeguard Children";

/// Every number an authority may set.
#[rustfmt::skip]
pub const LIMITS: &[LimitInfo] = &[
    law("contact_decision_working_days", 1, WorkingDays, "from a contact to the decision on it", WORKING_TOGETHER),
    law("referral_decision_working_days", 1, WorkingDays, "from a referral to the decision on it", WORKING_TOGETHER),
    law("single_assessment_working_days", 45, WorkingDays, "from a referral to the end of the assessment", WORKING_TOGETHER),
    law("initial_conference_working_days", 15, WorkingDays, "from the strategy discussion to the initial conference", WORKING_TOGETHER),
    law("first_core_group_working_days", 10, WorkingDays, "from the initial conference to the first core group", WORKING_TOGETHER),
    law("first_review_conference_months", 3, Months, "from the initial conference to the first review", WORKING_TOGETHER),
    law("later_review_conference_months", 6, Months, "from one review conference to the next", WORKING_TOGETHER),
    local("high_risk_contact_decision_hours", 8, Hours, "from a red contact to the decision on it"),
    local("partner_checks_red_hours", 4, Hours, "from a red contact to what partners know"),
    local("partner_checks_amber_hours", 24, Hours, "from an amber contact to what partners know"),
    local("partner_checks_green_hours", 72, Hours, "from a green contact to what partners know"),
    local("partner_message_read_hours", 1, Hours, "from a partner's message to its reading"),
    local("handover_accepted_working_days", 1, WorkingDays, "from a handover out of hours to its acceptance"),
    local("transfer_accepted_working_days", 5, WorkingDays, "from the request of a transfer to its answer"),
    local("cover_gap_warning_days", 7, Count, "days ahead from which a shift out of hours without a worker is listed"),
    local("rest_between_shifts_hours", 11, Hours, "of rest between two shifts of one worker"),
    local("referrer_informed_working_days", 3, WorkingDays, "from the decision on a contact to telling the referrer"),
    local("information_answer_working_days", 1, WorkingDays, "from asking an agency about a child to its answer"),
    local("disagreement_answer_hours", 24, Hours, "at each level to answer an agency that disagrees with a decision"),
    local("specialist_concern_referred_working_days", 1, WorkingDays, "from a specialist concern to its referral to the body whose work it is"),
    local("specialist_concern_answered_working_days", 10, WorkingDays, "from that referral to its answer"),
    local("threshold_acknowledged_working_days", 20, WorkingDays, "from the publication of a threshold document to each agency’s acknowledgement"),
    local("decision_rerating_percent", 5, Count, "of a hundred decisions on contacts that are rated again each week by people who have not seen them"),
    local("strategy_considered_working_days", 1, WorkingDays, "from a rise in the risk to an open child to a strategy discussion or a reason why none"),
    local("advocacy_from_age_years", 5, Count, "age in years from which an advocate is offered for a conference"),
    local("report_before_initial_working_days", 2, WorkingDays, "before an initial conference by which its report is shared with the family"),
    local("report_before_review_working_days", 5, WorkingDays, "before a review conference by which its report is shared with the family"),
    local("early_help_allocated_working_days", 5, WorkingDays, "from a request for early help to a service that takes it on"),
    local("early_help_assessment_working_days", 30, WorkingDays, "from the start of an early help assessment to its end"),
    local("early_help_review_weeks", 6, Weeks, "between meetings of the team around the family"),
    local("step_accepted_working_days", 5, WorkingDays, "from a step up or down to its acceptance"),
    local("step_down_check_months", 3, Months, "from a step down to a look at how the child is"),
    local("signpost_check_weeks", 4, Weeks, "from a signpost to asking whether it was followed"),
    local("first_visit_red_working_days", 1, WorkingDays, "from a red referral to first seeing the child"),
    local("first_visit_amber_working_days", 3, WorkingDays, "from an amber referral to first seeing the child"),
    local("first_visit_green_working_days", 5, WorkingDays, "from a green referral to first seeing the child"),
    local("allocated_working_days", 1, WorkingDays, "from a child's case opening to a named worker"),
    local("concern_answered_working_days", 1, WorkingDays, "from a concern of harm to a linked action or decision"),
    local("visit_recorded_working_days", 3, WorkingDays, "from a visit to its recording"),
    local("recording_working_days", 3, WorkingDays, "from a happening to its recording"),
    local("assessment_checkpoint_working_days", 10, WorkingDays, "from the start of an assessment to the manager's look at it"),
    local("chronology_review_months", 6, Months, "between reviews of an open child's chronology"),
    local("need_plan_review_first_months", 3, Months, "from a child in need plan to its first review"),
    local("need_plan_review_later_months", 6, Months, "between later reviews of a child in need plan"),
    local("need_visit_working_days", 20, WorkingDays, "between visits to a child in need"),
    local("strategy_discussion_working_days", 1, WorkingDays, "from reasonable cause to the strategy discussion"),
    local("enquiry_working_days", 15, WorkingDays, "from the strategy discussion to the end of enquiries"),
    local("enquiry_outcome_recorded_working_days", 1, WorkingDays, "from the end of enquiries to their outcome"),
    local("acute_medical_hours", 24, Hours, "from asking for an acute medical to holding it"),
    local("core_group_later_weeks", 6, Weeks, "between core groups after the first"),
    local("protection_visit_weeks", 4, Weeks, "between visits under a protection plan, as commonly measured"),
    local("protection_visit_working_days", 10, WorkingDays, "between visits under a protection plan"),
    local("parent_report_initial_working_days", 2, WorkingDays, "before an initial conference that the family reads the report"),
    local("parent_report_review_working_days", 5, WorkingDays, "before a review conference that the family reads the report"),
    local("conference_decision_letter_working_days", 1, WorkingDays, "from a conference to sending its decisions"),
    local("conference_record_working_days", 20, WorkingDays, "from a conference to sending its record"),
    local("oversight_weeks", 8, Weeks, "an open child may be without a management entry"),
    local("oversight_protection_weeks", 4, Weeks, "a child on a protection plan may be without a management entry"),
    local("no_activity_working_days", 15, WorkingDays, "an open child may be without a visit, event or decision"),
    local("decision_review_working_days", 5, WorkingDays, "from the draw of a decision to its review"),
    LimitInfo { name: "decision_review_percent", about: "of a week's decisions of no further action, in a hundred, that are drawn for review", unit: Count, default: 10, looser: Looser::Lower, law: None },
    local("plan_drift_reviews", 2, Count, "reviews without progress before a plan is said to drift"),
    local("plan_drift_challenge_working_days", 5, WorkingDays, "from the review at which a plan is said to drift to the chair’s challenge"),
    local("harm_events_year", 5, Count, "signs of harm in a year that show as a pattern"),
    local("agency_absences", 2, Count, "core groups running that an agency may miss before it is named"),
    local("worker_changes_year", 3, Count, "changes of worker in a year before a child is listed"),
    LimitInfo { name: "protection_plan_actions_least", about: "actions that a protection plan needs", unit: Count, default: 3, looser: Looser::Lower, law: None },
    local("caseload_children", 20, Count, "children that a full-time worker may have"),
    local("caseload_protected_children", 12, Count, "children that a newly qualified worker may have"),
    local("weight_contact", 1, Count, "that a child with a contact weighs on a caseload"),
    local("weight_referral", 1, Count, "that a child with a referral weighs on a caseload"),
    local("weight_assessment", 2, Count, "that a child being assessed weighs on a caseload"),
    local("weight_in_need", 1, Count, "that a child in need weighs on a caseload"),
    local("weight_enquiry", 3, Count, "that a child under a section 47 enquiry weighs on a caseload"),
    local("weight_protection", 3, Count, "that a child on a protection plan weighs on a caseload"),
    local("weight_newly_qualified", 1, Count, "more that each child weighs on a newly qualified worker"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn law_may_be_tightened_and_not_loosened() {
        let conference = limit_info("initial_conference_working_days").unwrap();
        assert!(conference.is_looser_than_law(16));
        assert!(!conference.is_looser_than_law(15) && !conference.is_looser_than_law(12));
        let oversight = limit_info("oversight_weeks").unwrap();
        assert!(!oversight.is_looser_than_law(20), "no law fixes it");
    }

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = LIMITS.iter().map(|info| info.name).collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }
}
