//! Child in need plans.

use super::referrals::before_referral;
use crate::cin_census::validation::child::Child;
use crate::cin_census::validation::field::Field::{self, *};
use crate::cin_census::validation::rule::{Found, Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    error(
        "4004",
        "More than one child in need plan of the referral is open.",
        |child, found| {
            for referral in &child.referrals {
                let open = referral.plans.iter().filter(|row| row.undated(PlanEnd));
                if open.clone().count() > 1 {
                    found.each(open, &[PlanEnd], |_| true);
                }
            }
        },
        ("cin; plan; plan CINPlanEndDate=2025-05-01; cin; plan", "cin; plan; plan"),
    ),
    error(
        "4008",
        "The child in need plan began after the child died.",
        |child, found| after_death(child, PlanStart, found),
        (
            "child PersonDeathDate=2025-05-01; cin; plan CINPlanStartDate=2025-05-01",
            "child PersonDeathDate=2025-05-01; cin; plan CINPlanStartDate=2025-05-02",
        ),
    ),
    query(
        "4009Q",
        "The child in need plan ended after the child died: mend it or say why.",
        |child, found| after_death(child, PlanEnd, found),
        (
            "child PersonDeathDate=2025-05-01; cin; plan CINPlanEndDate=2025-05-01",
            "child PersonDeathDate=2025-05-01; cin; plan CINPlanEndDate=2025-05-02",
        ),
    ),
    error(
        "4010",
        "The child in need plan has no beginning, or one after the census year.",
        |child, found| {
            found.each(child.plans(), &[PlanStart], |row| {
                row.undated(PlanStart) || row.after(PlanStart, child.period.end)
            });
        },
        ("cin; plan CINPlanStartDate=2026-03-31", "cin; plan CINPlanStartDate=2026-04-01"),
    ),
    error(
        "4011",
        "The child in need plan ended before it began.",
        |child, found| {
            found.each(child.plans(), &[PlanEnd, PlanStart], |row| row.before(PlanEnd, row.day(PlanStart)));
        },
        (
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-05-01",
            "cin; plan CINPlanStartDate=2025-05-02 CINPlanEndDate=2025-05-01",
        ),
    ),
    query(
        "4012Q",
        "The child in need plan began and ended on one day: mend it or say why.",
        |child, found| {
            found.each(child.plans(), &[PlanStart, PlanEnd], |row| {
                row.day(PlanStart).is_some() && row.day(PlanStart) == row.day(PlanEnd)
            });
        },
        (
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-05-02; plan",
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-05-01",
        ),
    ),
    error(
        "4013",
        "The child in need plan’s end is not within the census year, or is no date.",
        |child, found| found.each(child.plans(), &[PlanEnd], |row| child.period.misses(row, PlanEnd)),
        ("cin; plan; plan CINPlanEndDate=2026-03-31", "cin; plan CINPlanEndDate=2026-04-01"),
    ),
    error(
        "4014",
        "A child in need plan began while another of the child ran.",
        |child, found| {
            let rows: Vec<_> = child.plans().collect();
            found
                .overlaps(&rows, [PlanStart, PlanEnd], |other| other.day(PlanEnd).or(Some(child.period.end)));
        },
        (
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-06-01; cin; plan \
             CINPlanStartDate=2025-06-02",
            "cin; plan CINPlanStartDate=2025-05-01 CINPlanEndDate=2025-06-01; cin; plan \
             CINPlanStartDate=2025-06-01",
        ),
    ),
    error(
        "4015",
        "The child in need plan began before the referral.",
        |child, found| before_referral(child, |referral| referral.plans.iter().collect(), PlanStart, found),
        (
            "cin CINreferralDate=2025-05-01; plan CINPlanStartDate=2025-05-01",
            "cin CINreferralDate=2025-05-02; plan CINPlanStartDate=2025-05-01",
        ),
    ),
];

fn after_death(child: &Child<'_>, field: Field, found: &mut Found<'_>) {
    for plan in child.plans().filter(|row| row.after(field, child.died())) {
        found.add(plan, &[field]);
        found.add(&child.identifiers, &[DeathDate]);
    }
}
