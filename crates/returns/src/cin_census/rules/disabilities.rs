//! Disabilities.

use crate::cin_census::codes::DISABILITY;
use crate::cin_census::validation::field::Field::*;
use crate::cin_census::validation::rule::{Rule, error};

pub(super) const RULES: &[Rule] = &[
    error(
        "8540",
        "A child whose referral led to action has no disability recorded, NONE included, \
         or one that is not in the list.",
        |child, found| {
            if child.born().is_none() || !child.details().any(|details| details.no(NoFurtherAction)) {
                return;
            }
            if child.disabilities.is_empty() {
                found.add(&child.characteristics, &[Disability]);
            }
            found.each(&child.disabilities, &[Disability], |row| !row.is_code(Disability, &DISABILITY));
        },
        (
            "child PersonBirthDate=2015-05-01; disability NONE; cin ReferralNFA=0",
            "child PersonBirthDate=2015-05-01; disability WINGS; cin ReferralNFA=0",
        ),
    ),
    error(
        "8790",
        "The child is recorded with no disability and with this one.",
        |child, found| {
            let none = |text: &str| text.eq_ignore_ascii_case("NONE");
            if child.disabilities.iter().any(|row| none(row.text(Disability))) {
                found.each(&child.disabilities, &[Disability], |row| !none(row.text(Disability)));
            }
        },
        ("disability MOB; disability LD", "disability MOB; disability NONE"),
    ),
    error(
        "8794",
        "The child has the same disability twice.",
        |child, found| {
            found.each(&child.disabilities, &[Disability], |row| {
                let same =
                    child.disabilities.iter().filter(|one| one.text(Disability) == row.text(Disability));
                row.given(Disability) && same.count() > 1
            });
        },
        (
            "disability MOB; child LAchildID=B; disability MOB",
            "disability MOB; disability LD; disability MOB",
        ),
    ),
];
