//! Assessments: when they began and ended.

use calendar::working_days::add_working_days;

use super::referrals::before_referral;
use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::rule::{Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    error(
        "1103",
        "The assessment began before the referral.",
        |child, found| {
            before_referral(child, |referral| referral.assessments.iter().collect(), AssessmentStart, found)
        },
        (
            "cin CINreferralDate=2025-05-01; assessment AssessmentActualStartDate=2025-05-01",
            "cin CINreferralDate=2025-05-02; assessment AssessmentActualStartDate=2025-05-01",
        ),
    ),
    query(
        "2991Q",
        "There is an enquiry, and no assessment of the same referral: mend it or say why.",
        |child, found| {
            let without = child.referrals.iter().filter(|referral| referral.assessments.is_empty());
            found.each(without.flat_map(|referral| &referral.enquiries), &[EnquiryStart], |_| true);
        },
        ("cin; assessment; section47", "cin; assessment; cin; section47"),
    ),
    error(
        "8608",
        "The assessment ended before it began.",
        |child, found| {
            found.each(child.assessments(), &[AssessmentStart, AssessmentEnd], |row| {
                row.after(AssessmentStart, row.day(AssessmentEnd))
            });
        },
        (
            "cin; assessment AssessmentActualStartDate=2025-05-01 \
             AssessmentAuthorisationDate=2025-05-01",
            "cin; assessment AssessmentActualStartDate=2025-05-02 \
             AssessmentAuthorisationDate=2025-05-01",
        ),
    ),
    query(
        "8670Q",
        "The assessment began more than 45 working days before the end of the census year \
         and has not ended: mend it or say why.",
        |child, found| {
            let last = add_working_days(child.period.end, -45);
            found.each(child.assessments(), &[AssessmentEnd, AssessmentStart], |row| {
                row.undated(AssessmentEnd) && row.before(AssessmentStart, last)
            });
        },
        (
            "cin; assessment AssessmentActualStartDate=2026-01-27",
            "cin; assessment AssessmentActualStartDate=2026-01-26",
        ),
    ),
    error(
        "8696",
        "The assessment’s end is not within the census year, or is no date.",
        |child, found| {
            found.each(child.assessments(), &[AssessmentEnd], |row| child.period.misses(row, AssessmentEnd));
        },
        (
            "cin; assessment; assessment AssessmentAuthorisationDate=2025-04-01",
            "cin; assessment AssessmentAuthorisationDate=2025-03-31",
        ),
    ),
    error(
        "8736",
        "An assessment that has not ended did not begin within the census year.",
        |child, found| {
            found.each(child.assessments(), &[AssessmentEnd, AssessmentStart], |row| {
                row.undated(AssessmentEnd) && !child.period.holds(row.day(AssessmentStart))
            });
        },
        (
            "cin; assessment AssessmentActualStartDate=2025-04-01",
            "cin; assessment AssessmentActualStartDate=2025-03-31",
        ),
    ),
    query(
        "8863Q",
        "An assessment began while another of the same referral was under way: mend it or say why.",
        |child, found| {
            for referral in &child.referrals {
                let rows: Vec<_> = referral.assessments.iter().collect();
                found.overlaps(&rows, [AssessmentStart, AssessmentEnd], |other| {
                    other.day(AssessmentEnd).or(Some(child.period.end))
                });
            }
        },
        (
            "cin; assessment AssessmentActualStartDate=2025-05-01 AssessmentAuthorisationDate=2025-06-01; \
             assessment AssessmentActualStartDate=2025-06-02; cin; \
             assessment AssessmentActualStartDate=2025-06-02",
            "cin; assessment AssessmentActualStartDate=2025-05-01 AssessmentAuthorisationDate=2025-06-01; \
             assessment AssessmentActualStartDate=2025-06-01",
        ),
    ),
    error(
        "8896",
        "More than one assessment of the referral has not ended.",
        |child, found| {
            for referral in &child.referrals {
                let open = referral.assessments.iter().filter(|row| row.undated(AssessmentEnd));
                if open.clone().count() > 1 {
                    found.each(open, &[AssessmentEnd], |_| true);
                }
            }
        },
        ("cin; assessment; cin; assessment", "cin; assessment; assessment"),
    ),
];
