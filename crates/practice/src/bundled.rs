//! The practice files that come with Onen, inside the program, so that it needs no folder beside it.

use std::collections::BTreeMap;

use crate::{Fault, Files, Practice};

/// The counties whose overlay comes with Onen, by the name of their folder.
pub const COUNTIES: [&str; 2] = ["cambridgeshire", "cornwall"];

/// The layers of a county that comes with Onen: England's, and its own. `england` is England's alone; a
/// county that does not come with Onen has none.
///
/// ```
/// assert_eq!(practice::bundled("cornwall").unwrap().len(), 2);
/// assert_eq!(practice::bundled("england").unwrap().len(), 1);
/// assert!(practice::bundled("narnia").is_none());
/// ```
pub fn bundled(county: &str) -> Option<Vec<Files>> {
    let england = files(ENGLAND);
    match county {
        "england" => Some(vec![england]),
        "cornwall" => Some(vec![england, files(CORNWALL)]),
        "cambridgeshire" => Some(vec![england, files(CAMBRIDGESHIRE)]),
        _ => None,
    }
}

impl Practice {
    /// The practice of a county that comes with Onen; England's alone for a county that does not.
    ///
    /// # Errors
    /// Faults in the files: none in any release, because a test loads them all.
    pub fn of_county(county: &str) -> Result<Self, Vec<Fault>> {
        Self::load(&bundled(county).unwrap_or_else(|| vec![files(ENGLAND)]))
    }
}

fn files(layer: &[(&str, &str)]) -> Files {
    layer.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect::<BTreeMap<_, _>>()
}

macro_rules! layer {
    ($folder:literal: $($path:literal)+) => {
        &[$(($path, include_str!(concat!("../../../practice/", $folder, "/", $path)))),+]
    };
}

// In the order of the folder; the test below says what to add or take out.
const ENGLAND: &[(&str, &str)] = layer! { "england":
    "assessment/assessment/forms/assessment.toml"
    "assessment/assessment/forms/assessment_checkpoint.toml"
    "assessment/assessment/forms/assessment_return.toml"
    "assessment/assessment/forms/assessment_sign_off.toml"
    "assessment/assessment/forms/assessment_start.toml"
    "assessment/assessment/forms/factor.toml"
    "assessment/assessment/process.toml"
    "early_help/early_help_assessment/forms/early_help_assessment.toml"
    "early_help/early_help_assessment/forms/early_help_assessment_return.toml"
    "early_help/early_help_assessment/forms/early_help_assessment_start.toml"
    "early_help/early_help_assessment/process.toml"
    "early_help/early_help_hub/forms/early_help_allocation.toml"
    "early_help/early_help_hub/forms/early_help_declined.toml"
    "early_help/early_help_hub/forms/early_help_request.toml"
    "early_help/early_help_hub/process.toml"
    "early_help/early_help_plan/forms/early_help_end.toml"
    "early_help/early_help_plan/forms/early_help_plan.toml"
    "early_help/early_help_plan/forms/early_help_start.toml"
    "early_help/early_help_plan/forms/team_around_family.toml"
    "early_help/early_help_plan/process.toml"
    "early_help/family_support_service/forms/service_end.toml"
    "early_help/family_support_service/forms/service_engagement.toml"
    "early_help/family_support_service/forms/service_referral.toml"
    "early_help/family_support_service/forms/service_session.toml"
    "early_help/family_support_service/forms/service_start.toml"
    "early_help/family_support_service/process.toml"
    "early_help/service_directory/forms/service_entry.toml"
    "early_help/service_directory/forms/service_withdrawn.toml"
    "early_help/service_directory/forms/signpost.toml"
    "early_help/service_directory/forms/signpost_taken_up.toml"
    "early_help/service_directory/process.toml"
    "early_help/step_up_step_down/forms/step_down.toml"
    "early_help/step_up_step_down/forms/step_down_accepted.toml"
    "early_help/step_up_step_down/forms/step_down_check.toml"
    "early_help/step_up_step_down/forms/step_up.toml"
    "early_help/step_up_step_down/forms/step_up_accepted.toml"
    "early_help/step_up_step_down/process.toml"
    "front_door/case_transfer/forms/transfer_accept.toml"
    "front_door/case_transfer/forms/transfer_check.toml"
    "front_door/case_transfer/forms/transfer_decline.toml"
    "front_door/case_transfer/forms/transfer_request.toml"
    "front_door/case_transfer/process.toml"
    "front_door/contact/forms/advice.toml"
    "front_door/contact/forms/concern.toml"
    "front_door/contact/forms/contact.toml"
    "front_door/contact/forms/screening.toml"
    "front_door/contact/process.toml"
    "front_door/contact_decision/forms/contact_decision.toml"
    "front_door/contact_decision/forms/referrer_informed.toml"
    "front_door/contact_decision/process.toml"
    "front_door/decision_review/forms/decision_rerating.toml"
    "front_door/decision_review/forms/decision_review.toml"
    "front_door/decision_review/process.toml"
    "front_door/information_sharing/forms/consent_dispensed_with.toml"
    "front_door/information_sharing/forms/consent_given.toml"
    "front_door/information_sharing/forms/consent_refused.toml"
    "front_door/information_sharing/forms/consent_sought.toml"
    "front_door/information_sharing/forms/consent_withdrawn.toml"
    "front_door/information_sharing/forms/information_not_requested.toml"
    "front_door/information_sharing/forms/information_request.toml"
    "front_door/information_sharing/forms/information_shared.toml"
    "front_door/information_sharing/forms/information_withheld.toml"
    "front_door/information_sharing/process.toml"
    "front_door/out_of_hours/forms/handover.toml"
    "front_door/out_of_hours/forms/handover_accept.toml"
    "front_door/out_of_hours/forms/shift.toml"
    "front_door/out_of_hours/process.toml"
    "front_door/police_notification/forms/message_read.toml"
    "front_door/police_notification/forms/partner_message.toml"
    "front_door/police_notification/forms/risk_grade.toml"
    "front_door/police_notification/process.toml"
    "front_door/professional_disagreement/forms/disagreement.toml"
    "front_door/professional_disagreement/forms/disagreement_answer.toml"
    "front_door/professional_disagreement/forms/disagreement_further.toml"
    "front_door/professional_disagreement/forms/disagreement_settled.toml"
    "front_door/professional_disagreement/process.toml"
    "front_door/referral/forms/fgm_identified.toml"
    "front_door/referral/forms/fgm_reported.toml"
    "front_door/referral/forms/homeless_presentation.toml"
    "front_door/referral/forms/referral.toml"
    "front_door/referral/forms/referral_acknowledged.toml"
    "front_door/referral/forms/referral_decision.toml"
    "front_door/referral/forms/referral_in_writing.toml"
    "front_door/referral/process.toml"
    "front_door/specialist_concern/forms/specialist_concern.toml"
    "front_door/specialist_concern/forms/specialist_concern_answer.toml"
    "front_door/specialist_concern/forms/specialist_concern_referral.toml"
    "front_door/specialist_concern/process.toml"
    "front_door/threshold_document/forms/threshold_acknowledgement.toml"
    "front_door/threshold_document/forms/threshold_publication.toml"
    "front_door/threshold_document/process.toml"
    "need/child_in_need_plan/forms/need_plan.toml"
    "need/child_in_need_plan/forms/need_plan_end.toml"
    "need/child_in_need_plan/forms/need_plan_review.toml"
    "need/child_in_need_plan/process.toml"
    "need/risk/forms/danger_statement.toml"
    "need/risk/forms/risk_assessment.toml"
    "need/risk/forms/risk_change.toml"
    "need/risk/forms/safety_scale.toml"
    "need/risk/process.toml"
    "organisation/caseload/forms/caseload_review.toml"
    "organisation/caseload/process.toml"
    "organisation/comparator_data/forms/reference_value.toml"
    "organisation/comparator_data/process.toml"
    "organisation/indicator_catalogue/forms/commentary.toml"
    "organisation/indicator_catalogue/forms/target.toml"
    "organisation/indicator_catalogue/process.toml"
    "organisation/post/forms/post_create.toml"
    "organisation/post/forms/post_fill.toml"
    "organisation/post/forms/post_vacate.toml"
    "organisation/post/forms/registration.toml"
    "organisation/post/process.toml"
    "organisation/team/forms/function_grant.toml"
    "organisation/team/forms/function_withdraw.toml"
    "organisation/team/forms/team_close.toml"
    "organisation/team/forms/team_open.toml"
    "organisation/team/process.toml"
    "protection/advocacy/forms/advocacy_declined.toml"
    "protection/advocacy/forms/advocacy_end.toml"
    "protection/advocacy/forms/advocacy_offer.toml"
    "protection/advocacy/forms/advocacy_start.toml"
    "protection/advocacy/forms/advocacy_views.toml"
    "protection/advocacy/forms/independent_visitor_end.toml"
    "protection/advocacy/forms/independent_visitor_match.toml"
    "protection/advocacy/forms/independent_visitor_visit.toml"
    "protection/advocacy/process.toml"
    "protection/conference/forms/challenge.toml"
    "protection/conference/forms/challenge_answer.toml"
    "protection/conference/forms/conference.toml"
    "protection/conference/forms/conference_booking.toml"
    "protection/conference/forms/conference_decision.toml"
    "protection/conference/forms/conference_decision_sent.toml"
    "protection/conference/forms/conference_invitation.toml"
    "protection/conference/forms/conference_record_sent.toml"
    "protection/conference/forms/conference_report_shared.toml"
    "protection/conference/forms/transfer_in.toml"
    "protection/conference/process.toml"
    "protection/core_group/forms/core_group.toml"
    "protection/core_group/process.toml"
    "protection/marac/forms/mappa_notice.toml"
    "protection/marac/forms/marac_case.toml"
    "protection/marac/forms/marac_referral.toml"
    "protection/marac/process.toml"
    "protection/participation/forms/conference_report_read.toml"
    "protection/participation/forms/parent_briefing.toml"
    "protection/participation/forms/participation.toml"
    "protection/participation/process.toml"
    "protection/protection_plan/forms/action.toml"
    "protection/protection_plan/forms/action_done.toml"
    "protection/protection_plan/forms/action_review.toml"
    "protection/protection_plan/forms/category_change.toml"
    "protection/protection_plan/forms/protection_plan.toml"
    "protection/protection_plan/forms/protection_plan_approval.toml"
    "protection/protection_plan/forms/protection_plan_end.toml"
    "protection/protection_plan/forms/protection_plan_start.toml"
    "protection/protection_plan/process.toml"
    "protection/section_47_enquiry/forms/enquiry_end.toml"
    "protection/section_47_enquiry/forms/enquiry_outcome.toml"
    "protection/section_47_enquiry/forms/enquiry_start.toml"
    "protection/section_47_enquiry/forms/medical_declined.toml"
    "protection/section_47_enquiry/forms/medical_held.toml"
    "protection/section_47_enquiry/forms/medical_request.toml"
    "protection/section_47_enquiry/process.toml"
    "protection/strategy_discussion/forms/enquiry_decision.toml"
    "protection/strategy_discussion/forms/harm_suspected.toml"
    "protection/strategy_discussion/forms/strategy_discussion.toml"
    "protection/strategy_discussion/process.toml"
    "record/allocation/forms/allocation.toml"
    "record/allocation/forms/allocation_end.toml"
    "record/allocation/forms/child_told.toml"
    "record/allocation/process.toml"
    "record/case_note/forms/case_note.toml"
    "record/case_note/process.toml"
    "record/chronology_review/forms/chronology_review.toml"
    "record/chronology_review/forms/significance.toml"
    "record/chronology_review/process.toml"
    "record/closure/forms/adoption_order.toml"
    "record/closure/forms/closure.toml"
    "record/closure/forms/offer.toml"
    "record/closure/forms/offer_declined.toml"
    "record/closure/forms/outcome_rating.toml"
    "record/closure/process.toml"
    "record/correction/forms/correction.toml"
    "record/correction/forms/reinstatement.toml"
    "record/correction/forms/withdrawal.toml"
    "record/correction/process.toml"
    "record/direct_work/forms/direct_work.toml"
    "record/direct_work/process.toml"
    "record/household/forms/hazard.toml"
    "record/household/forms/hazard_end.toml"
    "record/household/forms/household_join.toml"
    "record/household/forms/household_leave.toml"
    "record/household/process.toml"
    "record/management_decision/forms/deviation.toml"
    "record/management_decision/forms/management_decision.toml"
    "record/management_decision/forms/supervision.toml"
    "record/management_decision/process.toml"
    "record/paper_file/forms/document_scanned.toml"
    "record/paper_file/forms/paper_file.toml"
    "record/paper_file/process.toml"
    "record/person/forms/birth.toml"
    "record/person/forms/characteristics.toml"
    "record/person/forms/contact_detail.toml"
    "record/person/forms/death.toml"
    "record/person/forms/identifier.toml"
    "record/person/forms/name.toml"
    "record/person/forms/not_same_person.toml"
    "record/person/forms/person.toml"
    "record/person/forms/same_person.toml"
    "record/person/process.toml"
    "record/relationship/forms/adult_engaged.toml"
    "record/relationship/forms/adult_not_engaged.toml"
    "record/relationship/forms/relationship.toml"
    "record/relationship/forms/relationship_end.toml"
    "record/relationship/process.toml"
    "record/restriction/forms/restriction.toml"
    "record/restriction/forms/restriction_lift.toml"
    "record/restriction/process.toml"
    "record/views/forms/interpreter.toml"
    "record/views/forms/views.toml"
    "record/views/forms/views_answer.toml"
    "record/views/process.toml"
    "record/visit/forms/visit.toml"
    "record/visit/forms/visit_attempted.toml"
    "record/visit/forms/visit_refused.toml"
    "record/visit/process.toml"
    "reports/plans_to_review.sql"
    "reports/recorded_late.sql"
    "reports/third_contacts.sql"
    "settings.toml"
    "words.toml"
};

const CORNWALL: &[(&str, &str)] = layer! { "cornwall":
    "early_help/early_help_assessment/forms/early_help_assessment.toml"
    "early_help/early_help_hub/process.toml"
    "early_help/early_help_plan/forms/team_around_family.toml"
    "front_door/case_transfer/process.toml"
    "front_door/contact/forms/screening.toml"
    "front_door/contact_decision/forms/contact_decision.toml"
    "front_door/out_of_hours/process.toml"
    "front_door/threshold_document/process.toml"
    "organisation/caseload/forms/caseload_review.toml"
    "protection/advocacy/process.toml"
    "protection/conference/forms/conference.toml"
    "protection/marac/process.toml"
    "record/direct_work/forms/direct_work.toml"
    "reports/not_seen_alone.sql"
    "settings.toml"
};

const CAMBRIDGESHIRE: &[(&str, &str)] = layer! { "cambridgeshire":
    "early_help/early_help_assessment/forms/early_help_assessment.toml"
    "early_help/early_help_hub/forms/early_help_allocation.toml"
    "early_help/early_help_hub/process.toml"
    "early_help/early_help_plan/forms/early_help_plan.toml"
    "front_door/case_transfer/process.toml"
    "front_door/contact/forms/screening.toml"
    "front_door/contact_decision/forms/contact_decision.toml"
    "front_door/out_of_hours/process.toml"
    "front_door/threshold_document/process.toml"
    "protection/conference/forms/conference.toml"
    "protection/marac/forms/marac_referral.toml"
    "protection/marac/process.toml"
    "record/allocation/forms/allocation.toml"
    "record/management_decision/forms/supervision.toml"
    "settings.toml"
};

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn the_table_is_the_folder() {
        let practice = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../practice");
        for (name, table) in
            [("england", ENGLAND), ("cornwall", CORNWALL), ("cambridgeshire", CAMBRIDGESHIRE)]
        {
            let mut found = Vec::new();
            walk(&practice.join(name), "", &mut found);
            found.sort();
            let listed: Vec<String> = table.iter().map(|(path, _)| (*path).to_owned()).collect();
            assert_eq!(listed, found, "give bundled.rs the files of practice/{name}, in order");
        }
    }

    fn walk(folder: &Path, within: &str, found: &mut Vec<String>) {
        for item in std::fs::read_dir(folder).unwrap() {
            let item = item.unwrap();
            let path = format!("{within}{}", item.file_name().to_string_lossy());
            if item.file_type().unwrap().is_dir() {
                walk(&item.path(), &format!("{path}/"), found);
            } else {
                found.push(path);
            }
        }
    }

    #[test]
    fn every_county_loads_without_a_fault() {
        for county in ["england", "cornwall", "cambridgeshire"] {
            if let Err(faults) = Practice::of_county(county) {
                let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
                panic!("{county}:\n{}", told.join("\n"));
            }
        }
    }
}
