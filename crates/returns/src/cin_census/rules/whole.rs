//! The header, and the return as a whole.

use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::rule::{Check, Rule, error, query};
use crate::cin_census::validation::table::Table;

/// A rule with another check than one of a child.
const fn with(mut rule: Rule, check: Check) -> Rule {
    rule.check = check;
    rule
}

pub(super) const RULES: &[Rule] = &[
    with(
        error(
            "100",
            "The reference date is not 31 March of the collection year.",
            |_, _| {},
            ("header", "header ReferenceDate=2026-03-30"),
        ),
        Check::Header(|header, period, found| {
            if header.day(ReferenceDate) != Some(period.end) {
                found.add(header, &[ReferenceDate]);
            }
        }),
    ),
    with(
        error(
            "2883",
            "More child protection plans began in the year than initial child protection \
             conferences were held.",
            |_, _| {},
            (
                "cin DateOfInitialCPC=2025-06-02; protection CPPstartDate=2025-06-02",
                "cin; section47 DateOfInitialCPC=2025-03-31; protection CPPstartDate=2025-06-02",
            ),
        ),
        Check::Whole(
            |whole| whole.plans_begun > whole.conferences,
            Table::ChildProtectionPlans,
            ProtectionStart,
        ),
    ),
    with(
        query(
            "2886Q",
            "More than 2% of the children have no gender recorded, the unborn not counted.",
            |_, _| {},
            ("child GenderCurrent=0 ExpectedPersonBirthDate=2024-05-01", "child GenderCurrent=0"),
        )
        .until(2024),
        Check::Whole(|whole| whole.without_sex * 100 > whole.children * 2, Table::ChildIdentifiers, Gender),
    ),
    with(
        query(
            "2886Q",
            "More than 2% of the children have no sex recorded, the unborn not counted.",
            |_, _| {},
            ("child Sex=U ExpectedPersonBirthDate=2026-05-01", "child Sex=U"),
        )
        .from(2025),
        Check::Whole(|whole| whole.without_sex * 100 > whole.children * 2, Table::ChildIdentifiers, Sex),
    ),
    with(
        query(
            "2887Q",
            "Fewer than eight different disabilities are recorded in the whole return.",
            |_, _| {},
            (
                "disability MOB; disability HAND; disability PC; disability INC; disability COMM; \
                 disability LD; \
                 disability HEAR; disability VIS",
                "disability MOB; disability HAND; disability PC; disability INC; disability COMM; \
                 disability LD; \
                 disability HEAR; disability NONE",
            ),
        ),
        Check::Whole(|whole| whole.disabilities.len() < 8, Table::Disabilities, Disability),
    ),
    with(
        query(
            "2888Q",
            "No child of the return has more than one disability.",
            |_, _| {},
            ("disability MOB; disability LD", "disability MOB; child LAchildID=B; disability LD"),
        ),
        Check::Whole(|whole| whole.disabilities_of_one_child == 1, Table::Disabilities, Disability),
    ),
];
