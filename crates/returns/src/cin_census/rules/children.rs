//! Who the child is: born or expected, sex, ethnicity, age and death.

use calendar::periods::{add_calendar_days, add_months, add_years};

use crate::cin_census::codes::ETHNICITY;
use crate::cin_census::validation::child::Child;
use crate::cin_census::validation::field::Field::{self, *};
use crate::cin_census::validation::rule::{Found, Rule, error, query};

pub(super) const RULES: &[Rule] = &[
    error(
        "4180",
        "The child’s gender is not given, or not by a code of this year.",
        |child, found| sex(child, Gender, &["0", "1", "2", "9"], found),
        ("child GenderCurrent=9", "child Sex=M"),
    )
    .until(2024),
    error(
        "4180",
        "The child’s sex is not given as M, F or U.",
        |child, found| sex(child, Sex, &["M", "F", "U"], found),
        ("child Sex=U", "child GenderCurrent=1"),
    )
    .from(2025),
    error(
        "4220",
        "The child’s ethnicity is not given, or not by a code of the list.",
        |child, found| {
            if !child.characteristics.is_code(Ethnicity, &ETHNICITY) {
                found.add(&child.characteristics, &[Ethnicity]);
            }
        },
        ("characteristics Ethnicity=WBRI", "characteristics Ethnicity=MARS"),
    ),
    error(
        "8520",
        "The date of birth is after the end of the census year, or is no date.",
        |child, found| {
            if child.period.ends_before(&child.identifiers, BirthDate) {
                found.add(&child.identifiers, &[BirthDate]);
            }
        },
        ("child PersonBirthDate=2026-03-31", "child PersonBirthDate=2026-04-01"),
    ),
    query(
        "8525Q",
        "The child needs a date of birth or an expected one, and not both: mend it or say why.",
        |child, found| {
            let row = &child.identifiers;
            if row.undated(BirthDate) == row.undated(ExpectedBirthDate) {
                found.add(row, &[BirthDate, ExpectedBirthDate]);
            }
        },
        ("child ExpectedPersonBirthDate=2026-05-01", "child"),
    ),
    query(
        "8530Q",
        "The expected date of birth is not between 1 March and 31 December of the year in \
         which the census ends: mend it or say why.",
        |child, found| {
            let row = &child.identifiers;
            // From 30 days before the reference date to nine months after it.
            let first = add_calendar_days(child.period.end, -30);
            let last = add_months(child.period.end, 9);
            let sound = row.day(ExpectedBirthDate).is_some_and(|day| first <= day && day <= last);
            if row.given(ExpectedBirthDate) && !sound {
                found.add(row, &[ExpectedBirthDate]);
            }
        },
        (
            "child ExpectedPersonBirthDate=2026-03-01; child LAchildID=B \
             ExpectedPersonBirthDate=2026-12-31",
            "child ExpectedPersonBirthDate=2026-02-28",
        ),
    ),
    query(
        "8535Q",
        "The child died before being born, or has no date of birth: mend it or say why.",
        |child, found| {
            let row = &child.identifiers;
            if child.died().is_some() && (row.undated(BirthDate) || row.after(BirthDate, child.died())) {
                found.add(row, &[DeathDate, BirthDate]);
            }
        },
        (
            "child PersonBirthDate=2025-05-01 PersonDeathDate=2025-05-01",
            "child PersonBirthDate=2025-05-02 PersonDeathDate=2025-05-01",
        ),
    ),
    query(
        "8545Q",
        "The date of death is not within the census year, or is no date: mend it or say why.",
        |child, found| {
            if child.period.misses(&child.identifiers, DeathDate) {
                found.add(&child.identifiers, &[DeathDate]);
            }
        },
        ("child PersonDeathDate=2025-04-01", "child PersonDeathDate=2025-03-31"),
    ),
    error(
        "8590",
        "The child has no referral.",
        |child, found| {
            if child.referrals.is_empty() {
                found.add(&child.identifiers, &[ChildId]);
            }
        },
        ("child; cin", "child"),
    ),
    error(
        "8750",
        "An unborn child’s gender is not 0.",
        |child, found| unborn(child, Gender, "0", found),
        (
            "child ExpectedPersonBirthDate=2024-05-01 GenderCurrent=0",
            "child ExpectedPersonBirthDate=2024-05-01 GenderCurrent=9",
        ),
    )
    .until(2024),
    error(
        "8750",
        "An unborn child’s sex is not U.",
        |child, found| unborn(child, Sex, "U", found),
        ("child ExpectedPersonBirthDate=2026-05-01 Sex=U", "child ExpectedPersonBirthDate=2026-05-01 Sex=F"),
    )
    .from(2025),
    query(
        "8775Q",
        "The child is over 25 years old: mend the dates or say why.",
        |child, found| {
            let Some(born) = child.born() else { return };
            if born >= add_years(child.period.end, -25) {
                return;
            }
            let birthday = add_years(born, 25);
            let open =
                child.details().filter(|row| row.undated(ClosureDate) || row.after(ClosureDate, birthday));
            for details in open {
                found.add(&child.identifiers, &[BirthDate]);
                found.add(details, &[ClosureDate]);
            }
        },
        (
            "child PersonBirthDate=2000-06-01; cin CINclosureDate=2025-05-01",
            "child PersonBirthDate=2000-06-01; cin CINclosureDate=2025-07-01",
        ),
    ),
];

fn sex(child: &Child<'_>, field: Field, codes: &[&str], found: &mut Found<'_>) {
    if !child.identifiers.among(field, codes) {
        found.add(&child.identifiers, &[field]);
    }
}

fn unborn(child: &Child<'_>, field: Field, code: &str, found: &mut Found<'_>) {
    let row = &child.identifiers;
    if row.undated(BirthDate) && row.day(ExpectedBirthDate).is_some() && row.text(field) != code {
        found.add(row, &[field, BirthDate, ExpectedBirthDate]);
    }
}
