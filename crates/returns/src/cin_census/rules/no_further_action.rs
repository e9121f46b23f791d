//! A referral that led to no further action has nothing after it.

use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::rule::{Rule, error};

pub(super) const RULES: &[Rule] = &[
    error(
        "4000",
        "A referral without further action has a child in need plan.",
        |child, found| {
            for referral in child.referrals.iter().filter(|referral| referral.no_further_action()) {
                for plan in &referral.plans {
                    found.add(plan, &[PlanStart]);
                    found.add(&referral.details, &[NoFurtherAction]);
                }
            }
        },
        ("cin ReferralNFA=0; plan; cin ReferralNFA=1", "cin ReferralNFA=1; plan"),
    ),
    error(
        "8831",
        "A referral without further action has an assessment, an enquiry or a conference.",
        |child, found| {
            for referral in child.referrals.iter().filter(|referral| referral.no_further_action()) {
                let details = &referral.details;
                if details.day(ConferenceDate).is_some() {
                    found.add(details, &[NoFurtherAction, ConferenceDate]);
                }
                let assessments =
                    referral.assessments.iter().map(|row| (row, [AssessmentStart, AssessmentEnd]));
                let enquiries = referral.enquiries.iter().map(|row| (row, [EnquiryStart, ConferenceDate]));
                for (row, fields) in assessments.chain(enquiries) {
                    for field in fields.into_iter().filter(|field| row.day(*field).is_some()) {
                        found.add(details, &[NoFurtherAction]);
                        found.add(row, &[field]);
                    }
                }
            }
        },
        (
            "cin ReferralNFA=0; assessment AssessmentActualStartDate=2025-05-01; cin ReferralNFA=1",
            "cin ReferralNFA=true; section47 S47ActualStartDate=2025-05-01",
        ),
    ),
    error(
        "8832",
        "A referral without further action has a child protection plan.",
        |child, found| {
            for referral in child.referrals.iter().filter(|referral| referral.no_further_action()) {
                for plan in referral.protection_plans() {
                    found.add(plan, &[ProtectionStart]);
                    found.add(&referral.details, &[NoFurtherAction]);
                }
            }
        },
        ("cin ReferralNFA=0; protection; cin ReferralNFA=1", "cin ReferralNFA=1; protection"),
    ),
];
