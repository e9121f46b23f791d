//! Child protection plans and their reviews.

use super::referrals::before_referral;
use crate::cin_census::codes::ABUSE_CATEGORY;
use crate::cin_census::validation::child::{Child, Referral};
use crate::cin_census::validation::field::Field::{self, *};
use crate::cin_census::validation::row::Row;
use crate::cin_census::validation::rule::{Found, Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    error(
        "1105",
        "The child protection plan began before the referral.",
        |child, found| {
            before_referral(child, |referral| referral.protection_plans().collect(), ProtectionStart, found)
        },
        (
            "cin CINreferralDate=2025-05-01; protection CPPstartDate=2025-05-01",
            "cin CINreferralDate=2025-05-02; protection CPPstartDate=2025-05-01",
        ),
    ),
    error(
        "2885",
        "The child protection plan did not begin on the day of the initial child \
         protection conference.",
        |child, found| child.referrals.iter().for_each(|referral| not_at_conference(child, referral, found)),
        (
            "cin; section47 DateOfInitialCPC=2025-05-01; protection CPPstartDate=2025-05-01; \
             cin DateOfInitialCPC=2025-06-02; section47 ICPCnotRequired=1; \
             protection CPPstartDate=2025-06-02",
            "cin DateOfInitialCPC=2025-06-02; section47 DateOfInitialCPC=2025-05-01; \
             protection CPPstartDate=2025-06-02",
        ),
    ),
    error(
        "8720",
        "The child protection plan has no beginning, or one after the census year.",
        |child, found| {
            found.each(child.protection_plans(), &[ProtectionStart], |row| {
                row.undated(ProtectionStart) || row.after(ProtectionStart, child.period.end)
            });
        },
        ("cin; protection CPPstartDate=2026-03-31", "cin; protection CPPstartDate=2026-04-01"),
    ),
    error(
        "8730",
        "It is not said in a whole number how many child protection plans the child had before.",
        |child, found| {
            found.each(child.protection_plans(), &[PreviousPlans], |row| {
                row.text(PreviousPlans).parse::<u32>().is_err()
            });
        },
        ("cin; protection NumberOfPreviousCPP=0", "cin; protection NumberOfPreviousCPP=-1"),
    ),
    error(
        "8840",
        "The child protection plan began and ended on one day.",
        |child, found| {
            found.each(child.protection_plans(), &[ProtectionStart, ProtectionEnd], |row| {
                row.day(ProtectionStart).is_some() && row.day(ProtectionStart) == row.day(ProtectionEnd)
            });
        },
        (
            "cin; protection; protection CPPstartDate=2025-05-01 CPPendDate=2025-05-02",
            "cin; protection CPPstartDate=2025-05-01 CPPendDate=2025-05-01",
        ),
    ),
    error(
        "8841",
        "The child protection plan was reviewed on or before the day on which it began.",
        |child, found| {
            for plan in child.referrals.iter().flat_map(|referral| &referral.protection_plans) {
                let began = plan.plan.day(ProtectionStart);
                let early = |row: &&Row<'_>| {
                    row.day(ReviewDate).zip(began).is_some_and(|(held, began)| held <= began)
                };
                for review in plan.reviews.iter().filter(early) {
                    found.add(&plan.plan, &[ProtectionStart]);
                    found.add(review, &[ReviewDate]);
                }
            }
        },
        (
            "cin; protection CPPstartDate=2025-05-01; review CPPreviewDate=2025-05-02",
            "cin; protection CPPstartDate=2025-05-01; review CPPreviewDate=2025-06-01; \
             review CPPreviewDate=2025-05-01",
        ),
    ),
    query(
        "8842Q",
        "A review has no date, or one that cannot be read: mend it or say why.",
        |child, found| {
            let plans = child.referrals.iter().flat_map(|referral| &referral.protection_plans);
            found.each(plans.flat_map(|plan| &plan.reviews), &[ReviewDate], |row| row.undated(ReviewDate));
        },
        ("cin; protection; review CPPreviewDate=2025-05-02; protection", "cin; protection; review"),
    ),
    error(
        "8905",
        "The initial category of abuse is not given, or not by a code of the list.",
        |child, found| category(child, InitialCategory, found),
        ("cin; protection InitialCategoryOfAbuse=NEG", "cin; protection InitialCategoryOfAbuse=neg"),
    ),
    error(
        "8910",
        "The latest category of abuse is not given, or not by a code of the list.",
        |child, found| category(child, LatestCategory, found),
        ("cin; protection LatestCategoryOfAbuse=MUL", "cin; protection"),
    ),
    error(
        "8915",
        "The child protection plan began after the child died.",
        |child, found| after_death(child, ProtectionStart, found),
        (
            "child PersonDeathDate=2025-05-01; cin; protection CPPstartDate=2025-05-01",
            "child PersonDeathDate=2025-05-01; cin; protection CPPstartDate=2025-05-02",
        ),
    ),
    error(
        "8920",
        "The child protection plan ended after the child died.",
        |child, found| after_death(child, ProtectionEnd, found),
        (
            "child PersonDeathDate=2025-05-01; cin; protection CPPendDate=2025-05-01",
            "child PersonDeathDate=2025-05-01; cin; protection CPPendDate=2025-05-02",
        ),
    ),
    error(
        "8925",
        "The child protection plan ended before it began.",
        |child, found| {
            found.each(child.protection_plans(), &[ProtectionStart, ProtectionEnd], |row| {
                row.before(ProtectionEnd, row.day(ProtectionStart))
            });
        },
        (
            "cin; protection CPPstartDate=2025-05-01 CPPendDate=2025-05-01",
            "cin; protection CPPstartDate=2025-05-02 CPPendDate=2025-05-01",
        ),
    ),
    error(
        "8930",
        "The child protection plan’s end is not within the census year, or is no date.",
        |child, found| {
            found.each(child.protection_plans(), &[ProtectionEnd], |row| {
                child.period.misses(row, ProtectionEnd)
            });
        },
        ("cin; protection; protection CPPendDate=2026-03-31", "cin; protection CPPendDate=2025-02-30"),
    ),
    error(
        "8935",
        "The child has more than one open child protection plan.",
        |child, found| {
            let open: Vec<_> = child.protection_plans().filter(|row| row.undated(ProtectionEnd)).collect();
            if open.len() > 1 {
                found.each(open, &[ProtectionEnd], |_| true);
            }
        },
        ("cin; protection; protection CPPendDate=2025-05-01", "cin; protection; cin; protection"),
    ),
    error(
        "8940",
        "A child protection plan began while another of the child ran.",
        |child, found| {
            let rows: Vec<_> = child.protection_plans().collect();
            found.overlaps(&rows, [ProtectionStart, ProtectionEnd], |other| {
                other.day(ProtectionEnd).or(Some(child.period.end))
            });
        },
        (
            "cin; protection CPPstartDate=2025-05-01 CPPendDate=2025-06-01; protection \
             CPPstartDate=2025-06-02",
            "cin; protection CPPstartDate=2025-05-01 CPPendDate=2025-06-01; cin; \
             protection CPPstartDate=2025-06-01",
        ),
    ),
];

/// A plan that began in the census year did so at an enquiry's conference or, where no enquiry of the referral was to
/// have one, at the referral's. The conferences are at fault too where no plan of the referral began at one.
fn not_at_conference(child: &Child<'_>, referral: &Referral<'_>, found: &mut Found<'_>) {
    let begun = || referral.protection_plans().filter(|row| child.period.holds(row.day(ProtectionStart)));
    let mut conferences: Vec<&Row<'_>> =
        referral.enquiries.iter().filter(|row| !row.yes(ConferenceNotRequired)).collect();
    if conferences.is_empty() {
        conferences.push(&referral.details);
    }
    let at_one =
        |plan: &Row<'_>| conferences.iter().any(|row| row.day(ConferenceDate) == plan.day(ProtectionStart));
    found.each(begun(), &[ProtectionStart], |plan| !at_one(plan));
    if begun().next().is_some() && !begun().any(at_one) {
        found.each(conferences, &[ConferenceDate], |_| true);
    }
}

fn category(child: &Child<'_>, field: Field, found: &mut Found<'_>) {
    found.each(child.protection_plans(), &[field], |row| !row.is_code(field, &ABUSE_CATEGORY));
}

fn after_death(child: &Child<'_>, field: Field, found: &mut Found<'_>) {
    for plan in child.protection_plans().filter(|row| row.after(field, child.died())) {
        found.add(plan, &[field]);
        found.add(&child.identifiers, &[DeathDate]);
    }
}
