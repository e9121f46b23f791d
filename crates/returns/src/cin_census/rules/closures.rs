//! Closing a case, and cases beside each other.

use crate::cin_census::codes::CLOSURE_REASON;
use crate::cin_census::validation::child::{Child, Referral};
use crate::cin_census::validation::field::Field::{self, *};
use crate::cin_census::validation::row::Row;
use crate::cin_census::validation::rule::{Found, Rule, error, query};

/// Closed after assessment: no further action, or referred to early help.
const AFTER_ASSESSMENT: &[&str] = &["RC8", "RC9"];

pub(super) const RULES: &[Rule] = &[
    error(
        "2990",
        "A case closed after assessment has an enquiry, a conference or a plan.",
        |child, found| {
            for referral in &child.referrals {
                if referral.details.among(ClosureReason, AFTER_ASSESSMENT) {
                    after_assessment(referral, found);
                }
            }
        },
        (
            "cin ReasonForClosure=RC7; section47; cin ReasonForClosure=RC8; assessment",
            "cin ReasonForClosure=RC9; section47",
        ),
    ),
    error(
        "8565",
        "Something happened on the case after it was closed.",
        |child, found| child.referrals.iter().for_each(|referral| after_closure(referral, found)),
        (
            "cin CINclosureDate=2025-08-01; assessment AssessmentAuthorisationDate=2025-08-01; \
             protection CPPendDate=2025-07-31",
            "cin CINclosureDate=2025-08-01; protection CPPendDate=2025-08-02",
        ),
    ),
    query(
        "8585Q",
        "The case was closed because the child died, and the child has no date of death: \
         mend it or say why.",
        |child, found| {
            for details in child.details().filter(|row| row.text(ClosureReason) == "RC2") {
                if child.died().is_none() {
                    found.add(&child.identifiers, &[DeathDate]);
                    found.add(details, &[ClosureReason]);
                }
            }
        },
        ("child PersonDeathDate=2025-05-01; cin ReasonForClosure=RC2", "cin ReasonForClosure=RC2"),
    ),
    error(
        "8620",
        "The date of closure is not within the census year, or is no date.",
        |child, found| {
            found.each(child.details(), &[ClosureDate], |row| child.period.misses(row, ClosureDate));
        },
        ("cin; cin CINclosureDate=2025-04-01", "cin CINclosureDate=2025-03-31"),
    ),
    error(
        "8630",
        "The case was closed before the child was referred.",
        |child, found| {
            found.each(child.details(), &[ReferralDate, ClosureDate], |row| {
                row.before(ClosureDate, row.day(ReferralDate))
            });
        },
        (
            "cin CINreferralDate=2025-05-01 CINclosureDate=2025-05-01",
            "cin CINreferralDate=2025-05-01 CINclosureDate=2025-04-30",
        ),
    ),
    error(
        "8640",
        "The reason for closure is not a code of the list.",
        |child, found| {
            found.each(child.details(), &[ClosureReason], |row| {
                row.given(ClosureReason) && !row.is_code(ClosureReason, &CLOSURE_REASON)
            });
        },
        ("cin; cin ReasonForClosure=RC9", "cin ReasonForClosure=RC10"),
    ),
    error(
        "8805",
        "A closed case has no reason for closure.",
        |child, found| {
            found.each(child.details(), &[ClosureDate, ClosureReason], |row| {
                row.day(ClosureDate).is_some() && row.blank(ClosureReason)
            });
        },
        ("cin CINclosureDate=2025-05-01 ReasonForClosure=RC7", "cin CINclosureDate=2025-05-01"),
    ),
    error(
        "8810",
        "There is a reason for closure, and no date of it.",
        |child, found| {
            found.each(child.details(), &[ClosureReason, ClosureDate], |row| {
                row.given(ClosureReason) && row.undated(ClosureDate)
            });
        },
        ("cin CINclosureDate=2025-05-01 ReasonForClosure=RC7", "cin ReasonForClosure=RC7"),
    ),
    error(
        "8815",
        "The child has more than one open case that led to action.",
        |child, found| {
            if child.details().filter(|row| is_open(row)).count() > 1 {
                found.each(child.details(), &[ClosureDate], is_open);
            }
        },
        (
            "cin ReferralNFA=0; cin ReferralNFA=1",
            "cin ReferralNFA=0; cin ReferralNFA=1; cin ReferralNFA=false",
        ),
    ),
    error(
        "8816",
        "An open case that led to action is not the child’s latest.",
        |child, found| {
            let Some(last) = child.details().filter_map(|row| row.day(ReferralDate)).max() else { return };
            let latest = child.details().find(|row| row.day(ReferralDate) == Some(last));
            for details in child.details().filter(|row| is_open(row) && row.before(ReferralDate, last)) {
                found.add(details, &[ReferralDate]);
                latest.into_iter().for_each(|row| found.add(row, &[ReferralDate]));
            }
        },
        (
            "cin CINreferralDate=2025-05-02 ReferralNFA=0; cin CINreferralDate=2025-05-01 \
             ReferralNFA=1",
            "cin CINreferralDate=2025-05-01 ReferralNFA=0; cin CINreferralDate=2025-05-02 \
             ReferralNFA=1",
        ),
    ),
    error(
        "8820",
        "The child was referred while another case was open.",
        overlaps,
        (
            "cin CINreferralDate=2025-05-01 CINclosureDate=2025-06-01; cin CINreferralDate=2025-06-01; \
             cin CINreferralDate=2025-07-01 ReferralNFA=1",
            "cin CINreferralDate=2025-05-01 ReferralNFA=0; cin CINreferralDate=2025-06-01",
        ),
    ),
    query(
        "8825Q",
        "A case closed after assessment has no assessment: mend it or say why.",
        |child, found| {
            for referral in child.referrals.iter().filter(|referral| referral.assessments.is_empty()) {
                if referral.details.among(ClosureReason, AFTER_ASSESSMENT) {
                    found.add(&referral.details, &[ClosureReason]);
                }
            }
        },
        ("cin ReasonForClosure=RC8; assessment", "cin ReasonForClosure=RC8; cin; assessment"),
    ),
    error(
        "8867",
        "The case is closed, and an assessment is not completed.",
        |child, found| {
            while_closed(
                child,
                |referral| &referral.assessments,
                &[AssessmentEnd],
                found,
                |row| row.undated(AssessmentEnd),
            );
        },
        (
            "cin; assessment; cin CINclosureDate=2025-05-01; assessment \
             AssessmentAuthorisationDate=2025-04-30",
            "cin CINclosureDate=2025-05-01; assessment",
        ),
    ),
    error(
        "8868",
        "The case is closed, and an enquiry has neither a conference nor word that none \
         was needed, or has both.",
        |child, found| {
            let fields = &[ConferenceDate, ConferenceNotRequired];
            while_closed(
                child,
                |referral| &referral.enquiries,
                fields,
                found,
                |row| row.undated(ConferenceDate) != row.yes(ConferenceNotRequired),
            );
        },
        (
            "cin CINclosureDate=2025-05-01; section47 ICPCnotRequired=1; section47 \
             DateOfInitialCPC=2025-04-30",
            "cin CINclosureDate=2025-05-01; section47 ICPCnotRequired=0",
        ),
    ),
];

/// Whether a case that led to action is open.
fn is_open(details: &Row<'_>) -> bool {
    details.undated(ClosureDate) && details.no(NoFurtherAction)
}

fn after_assessment(referral: &Referral<'_>, found: &mut Found<'_>) {
    let rows = || {
        let enquiries = referral.enquiries.iter().map(|row| (row, EnquiryStart));
        let plans = referral.plans.iter().map(|row| (row, PlanStart));
        enquiries.chain(plans).chain(referral.protection_plans().map(|row| (row, ProtectionStart)))
    };
    if rows().next().is_some() || referral.details.day(ConferenceDate).is_some() {
        found.add(&referral.details, &[ClosureReason]);
    }
    if referral.details.day(ConferenceDate).is_some() {
        found.add(&referral.details, &[ConferenceDate]);
    }
    rows().for_each(|(row, field)| found.add(row, &[field]));
}

fn after_closure(referral: &Referral<'_>, found: &mut Found<'_>) {
    let Some(closed) = referral.details.day(ClosureDate) else { return };
    let mut late = false;
    let mut check = |row: &Row<'_>, fields: &[Field]| {
        for field in fields.iter().filter(|field| row.after(**field, closed)) {
            late = true;
            found.add(row, &[*field]);
        }
    };
    check(&referral.details, &[ConferenceDate]);
    referral.assessments.iter().for_each(|row| check(row, &[AssessmentStart, AssessmentEnd]));
    referral.enquiries.iter().for_each(|row| check(row, &[EnquiryStart, ConferenceDate]));
    referral.plans.iter().for_each(|row| check(row, &[PlanStart, PlanEnd]));
    referral.protection_plans().for_each(|row| check(row, &[ProtectionEnd]));
    if late {
        found.add(&referral.details, &[ClosureDate]);
    }
}

/// A referral on or after another's, before that one was closed or, where it is open, before the reference date.
fn overlaps(child: &Child<'_>, found: &mut Found<'_>) {
    for (at, one) in child.details().enumerate() {
        for (_, other) in child.details().enumerate().filter(|(other, _)| *other != at) {
            let begun = one
                .day(ReferralDate)
                .is_some_and(|day| other.day(ReferralDate).is_some_and(|first| day >= first));
            let ends = match other.day(ClosureDate) {
                Some(closed) => Some(closed),
                None => Some(child.period.end).filter(|_| other.no(NoFurtherAction)),
            };
            if begun && one.before(ReferralDate, ends) {
                found.add(one, &[ReferralDate]);
                found.add(other, &[ReferralDate, ClosureDate]);
            }
        }
    }
}

/// Rows of closed cases that are wrong, each beside its case.
fn while_closed(
    child: &Child<'_>,
    rows: for<'r, 'e> fn(&'r Referral<'e>) -> &'r Vec<Row<'e>>,
    fields: &[Field],
    found: &mut Found<'_>,
    wrong: fn(&Row<'_>) -> bool,
) {
    for referral in child.referrals.iter().filter(|referral| referral.details.day(ClosureDate).is_some()) {
        for row in rows(referral).iter().filter(|row| wrong(row)) {
            found.add(&referral.details, &[ClosureDate]);
            found.add(row, fields);
        }
    }
}
