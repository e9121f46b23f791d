//! Referrals: when, by whom, for what need.

use calendar::periods::add_calendar_days;
use calendar::working_days::add_working_days;
use jiff::civil::date;

use crate::cin_census::codes::{PRIMARY_NEED, REFERRAL_SOURCE};
use crate::cin_census::validation::child::{Child, Referral};
use crate::cin_census::validation::field::Field::{self, *};
use crate::cin_census::validation::row::Row;
use crate::cin_census::validation::rule::{Found, Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    query(
        "8555Q",
        "The child was referred after dying: mend the dates or say why.",
        |child, found| {
            for details in child.details().filter(|row| row.after(ReferralDate, child.died())) {
                found.add(details, &[ReferralDate]);
                found.add(&child.identifiers, &[DeathDate]);
            }
        },
        (
            "child PersonDeathDate=2025-05-01; cin CINreferralDate=2025-05-01",
            "child PersonDeathDate=2025-05-01; cin CINreferralDate=2025-05-02",
        ),
    ),
    error(
        "8568",
        "It is not said by 0 or 1, false or true, whether the referral led to no further action.",
        |child, found| {
            found.each(child.details(), &[NoFurtherAction], |row| {
                !row.yes(NoFurtherAction) && !row.no(NoFurtherAction)
            });
        },
        ("cin ReferralNFA=0; cin ReferralNFA=true", "cin ReferralNFA=maybe"),
    ),
    query(
        "8569Q",
        "A referral from more than a working day before the census year led to no further \
         action: mend it or say why.",
        |child, found| {
            let last = add_working_days(child.period.start, -1);
            found.each(child.details(), &[ReferralDate], |row| {
                row.before(ReferralDate, last) && !row.no(NoFurtherAction)
            });
        },
        (
            "cin CINreferralDate=2025-03-31 ReferralNFA=1; cin CINreferralDate=2025-03-28 \
             ReferralNFA=0",
            "cin CINreferralDate=2025-03-28 ReferralNFA=1",
        ),
    ),
    error(
        "8600",
        "The date of referral is not given, is after the end of the census year, or is no date.",
        |child, found| {
            found.each(child.details(), &[ReferralDate], |row| {
                row.undated(ReferralDate) || row.after(ReferralDate, child.period.end)
            });
        },
        ("cin CINreferralDate=2026-03-31", "cin CINreferralDate=2026-04-01"),
    ),
    error(
        "8606",
        "The child was referred more than 40 weeks before being born or expected.",
        |child, found| {
            let row = &child.identifiers;
            let born = [row.day(BirthDate), row.day(ExpectedBirthDate)];
            for details in child.details() {
                // 40 weeks are 280 days.
                let early = |day| details.before(ReferralDate, add_calendar_days(day, -280));
                if born.into_iter().flatten().any(early) {
                    found.add(details, &[ReferralDate]);
                    found.add(row, &[BirthDate, ExpectedBirthDate]);
                }
            }
        },
        (
            "child ExpectedPersonBirthDate=2026-05-01; cin CINreferralDate=2025-07-25",
            "child ExpectedPersonBirthDate=2026-05-01; cin CINreferralDate=2025-07-24",
        ),
    ),
    error(
        "8610",
        "A referral that led to action has no primary need.",
        |child, found| {
            found.each(child.details(), &[NoFurtherAction, PrimaryNeed], |row| {
                row.no(NoFurtherAction) && row.blank(PrimaryNeed)
            });
        },
        ("cin ReferralNFA=1; cin ReferralNFA=0 PrimaryNeedCode=N1", "cin ReferralNFA=false"),
    ),
    error(
        "8650",
        "The primary need is not a code of the list.",
        |child, found| {
            found.each(child.details(), &[PrimaryNeed], |row| {
                row.given(PrimaryNeed) && !row.is_code(PrimaryNeed, &PRIMARY_NEED)
            });
        },
        ("cin; cin PrimaryNeedCode=N0", "cin PrimaryNeedCode=N10"),
    ),
    error(
        "8866",
        "The source of the referral is not given, or not by a code of the list.",
        |child, found| {
            found.each(child.details(), &[ReferralDate, ReferralSource], |row| {
                // Earlier referrals were not asked for it.
                let asked = row.day(ReferralDate).is_some_and(|day| day >= date(2013, 4, 1));
                asked && !row.is_code(ReferralSource, &REFERRAL_SOURCE)
            });
        },
        (
            "cin CINreferralDate=2013-03-31; cin CINreferralDate=2025-05-01 ReferralSource=5D",
            "cin CINreferralDate=2013-04-01",
        ),
    ),
];

/// What began before the referral it followed from, each row beside its referral.
pub(super) fn before_referral(
    child: &Child<'_>,
    rows: for<'r, 'e> fn(&'r Referral<'e>) -> Vec<&'r Row<'e>>,
    start: Field,
    found: &mut Found<'_>,
) {
    for referral in &child.referrals {
        for row in rows(referral) {
            if row.before(start, referral.details.day(ReferralDate)) {
                found.add(row, &[start]);
                found.add(&referral.details, &[ReferralDate]);
            }
        }
    }
}
