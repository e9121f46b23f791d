//! Reviews, and how the child took part.

use crate::ssda903::codes::PARTICIPATION;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, years_after};
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;

pub(super) const RULES: &[Rule] = &[
    rule(
        "166",
        "The day of the review is not given, or not a date.",
        &[Reviews],
        |c, f| f.each(c.rows(Reviews), REVIEW, |r| r.day(REVIEW).is_none()),
        ("review REVIEW=01/05/2025", "review REVIEW=1.5."),
    ),
    rule(
        "167",
        "How the child took part in the review is not given, or not by a code.",
        &[Reviews],
        |c, f| {
            f.each(c.rows(Reviews), REVIEW_CODE, |r| {
                let neither = r.blank(REVIEW) && r.blank(REVIEW_CODE);
                !(neither || r.given(REVIEW) && c.valid(r, REVIEW_CODE, PARTICIPATION))
            });
        },
        ("review REVIEW=01/05/2025 REVIEW_CODE=PN3", "review REVIEW=01/05/2025 REVIEW_CODE=PN8"),
    ),
    rule(
        "440",
        "The child is said to have been under 4 at the review (PN0), and was 4 or over.",
        &[Reviews],
        |c, f| {
            f.each(c.rows(Reviews), REVIEW_CODE, |r| {
                r.is(REVIEW_CODE, "PN0") && by(years_after(r.day(DOB), 4), r.day(REVIEW))
            })
        },
        (
            "review DOB=01/05/2022 REVIEW=01/04/2026 REVIEW_CODE=PN0",
            "review DOB=01/05/2021 REVIEW=01/06/2025 REVIEW_CODE=PN0",
        ),
    ),
    rule(
        "441",
        "The child was under 4 at the review, which is PN0.",
        &[Reviews],
        |c, f| {
            f.each(c.rows(Reviews), REVIEW_CODE, |r| {
                let older = c.valid(r, REVIEW_CODE, PARTICIPATION) && !r.is(REVIEW_CODE, "PN0");
                older && before(r.day(REVIEW), years_after(r.day(DOB), 4))
            });
        },
        (
            "review DOB=01/05/2021 REVIEW=01/05/2025 REVIEW_CODE=PN1",
            "review DOB=01/05/2022 REVIEW=01/05/2025 REVIEW_CODE=PN1",
        ),
    ),
];
