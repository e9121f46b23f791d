//! A child in need plan and a child protection plan do not run together.

use jiff::civil::Date;

use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::row::Row;
use crate::cin_census::validation::rule::{Rule, error};

pub(super) const RULES: &[Rule] = &[
    error(
        "4001",
        "A child in need plan and a child protection plan of the referral are both open.",
        |child, found| {
            for referral in &child.referrals {
                let open = |row: &&Row<'_>| row.day(PlanStart).is_some() && row.undated(PlanEnd);
                for plan in referral.plans.iter().filter(open) {
                    for protection in referral.protection_plans().filter(|row| row.undated(ProtectionEnd)) {
                        found.add(protection, &[ProtectionEnd]);
                        found.add(plan, &[PlanEnd]);
                    }
                }
            }
        },
        (
            "cin; plan CINPlanStartDate=2025-05-01; protection CPPendDate=2025-05-01; cin; \
             protection",
            "cin; plan CINPlanStartDate=2025-05-01; protection",
        ),
    ),
    error(
        "4003",
        "A child protection plan was reviewed while a child in need plan ran.",
        |child, found| {
            for referral in &child.referrals {
                for plan in &referral.plans {
                    let ends = plan.day(PlanEnd);
                    let reviewed = referral.protection_plans.iter().flat_map(|protection| {
                        protection.reviews.iter().map(|review| (&protection.plan, review))
                    });
                    for (protection, review) in reviewed {
                        let held = review.day(ReviewDate);
                        // The review that ended the child protection plan may begin the other.
                        let ended_it = held.is_some() && held == protection.day(ProtectionEnd);
                        if ran(plan.day(PlanStart), ends, held, child.period.end) && !ended_it {
                            found.add(protection, &[ProtectionEnd]);
                            found.add(plan, &[PlanStart]);
                            found.add(review, &[ReviewDate]);
                        }
                    }
                }
            }
        },
        (
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-06-01; \
             protection CPPendDate=2025-05-02; review CPPreviewDate=2025-05-02; \
             review CPPreviewDate=2025-06-01",
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-06-01; \
             protection CPPendDate=2025-09-02; review CPPreviewDate=2025-04-02; \
             review CPPreviewDate=2025-05-01",
        ),
    ),
    error(
        "4016",
        "A child in need plan began while a child protection plan ran.",
        |child, found| {
            for plan in child.plans() {
                for other in child.protection_plans() {
                    let began = plan.day(PlanStart);
                    if ran(other.day(ProtectionStart), other.day(ProtectionEnd), began, child.period.end) {
                        found.add(other, &[ProtectionStart, ProtectionEnd]);
                        found.add(plan, &[PlanStart]);
                    }
                }
            }
        },
        (
            "cin; plan CINPlanStartDate=2025-06-01; protection CPPstartDate=2025-05-01 \
             CPPendDate=2025-06-01",
            "cin; plan CINPlanStartDate=2025-06-01; cin; protection CPPstartDate=2025-05-01",
        ),
    ),
    error(
        "4017",
        "A child protection plan began while a child in need plan ran.",
        |child, found| {
            for protection in child.protection_plans() {
                for other in child.plans() {
                    let began = protection.day(ProtectionStart);
                    if ran(other.day(PlanStart), other.day(PlanEnd), began, child.period.end) {
                        found.add(protection, &[ProtectionStart]);
                        found.add(other, &[PlanStart, PlanEnd]);
                    }
                }
            }
        },
        (
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-06-01; protection \
             CPPstartDate=2025-06-01",
            "cin; plan CINPlanStartDate=2025-05-01; cin; protection CPPstartDate=2025-06-01",
        ),
    ),
];

/// Whether a plan ran on a day: from its beginning and before its end or, while it is open, to the reference date.
fn ran(start: Option<Date>, end: Option<Date>, on: Option<Date>, reference: Date) -> bool {
    start.zip(on).is_some_and(|(start, on)| start <= on && end.map_or(on <= reference, |end| on < end))
}
