//! Adoptions (AD1): each value by itself and beside the others of its row.

use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::before;
use crate::ssda903::rule::{Rule, rule};
use crate::ssda903::table::Table::*;

/// Everything that the table says of an adoption.
pub(super) const OF_ADOPTION: &[Field] =
    &[DATE_INT, DATE_MATCH, FOSTER_CARE, NB_ADOPTR, SEX_ADOPTR, LS_ADOPTR];

pub(super) const RULES: &[Rule] = &[
    rule(
        "112",
        "The day on which it was decided that the child should be placed for adoption is not a date.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), DATE_INT, |a| a.not_a_day(DATE_INT)),
        ("ad1 DATE_INT=01/05/2025", "ad1 DATE_INT=31/02/2025"),
    ),
    rule(
        "113",
        "The day on which child and adopters were matched is not a date.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), DATE_MATCH, |a| a.not_a_day(DATE_MATCH)),
        ("ad1 DATE_MATCH=01/05/2025", "ad1 DATE_MATCH=soon"),
    ),
    rule(
        "114",
        "Whether an adopter had fostered the child is said by 0 or 1.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), FOSTER_CARE, |a| c.not_a_code(a, FOSTER_CARE, NO_YES)),
        ("ad1 FOSTER_CARE=1", "ad1 FOSTER_CARE=2"),
    ),
    rule(
        "151",
        "Everything about the adoption is to be filled in, or nothing.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), DATE_INT, |a| a.any(OF_ADOPTION) && !a.all(OF_ADOPTION)),
        (
            "ad1; ad1 CHILD=B DATE_INT=01/05/2025 DATE_MATCH=01/06/2025 FOSTER_CARE=0 NB_ADOPTR=2 SEX_ADOPTR=MF LS_ADOPTR=L2",
            "ad1 DATE_INT=01/05/2025",
        ),
    ),
    rule(
        "175",
        "The number of adopters is 1 or 2.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), NB_ADOPTR, |a| c.not_a_code(a, NB_ADOPTR, ADOPTERS)),
        ("ad1 NB_ADOPTR=2", "ad1 NB_ADOPTR=3"),
    ),
    rule(
        "176",
        "This is not a code for the sex of the adopters.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), SEX_ADOPTR, |a| c.not_a_code(a, SEX_ADOPTR, SEXES_OF_ADOPTERS)),
        ("ad1 SEX_ADOPTR=MF", "ad1 SEX_ADOPTR=FM"),
    ),
    rule(
        "177",
        "This is not a code for the legal relation of the adopters.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), LS_ADOPTR, |a| c.not_a_code(a, LS_ADOPTR, ADOPTERS_BOND)),
        ("ad1 LS_ADOPTR=L12", "ad1 LS_ADOPTR=L9"),
    ),
    rule(
        "333",
        "The decision that the child should be placed for adoption is to come before the match with adopters, or on the same day.",
        &[Ad1],
        |c, f| {
            f.each(c.rows(Ad1), DATE_INT, |a| {
                let matched = a.day(DATE_MATCH);
                before(matched, a.day(DATE_INT)) || (matched.is_some() && a.day(DATE_INT).is_none())
            });
        },
        ("ad1 DATE_INT=01/05/2025 DATE_MATCH=01/05/2025", "ad1 DATE_INT=02/05/2025 DATE_MATCH=01/05/2025"),
    ),
    rule(
        "511",
        "There are two adopters, but their sex is coded as that of a single one.",
        &[Ad1],
        |c, f| {
            f.each(c.rows(Ad1), SEX_ADOPTR, |a| a.is(NB_ADOPTR, "2") && a.among(SEX_ADOPTR, &["M1", "F1"]))
        },
        ("ad1 NB_ADOPTR=2 SEX_ADOPTR=MM", "ad1 NB_ADOPTR=2 SEX_ADOPTR=M1"),
    ),
    rule(
        "514",
        "The legal relation says a single adopter, but the sex is coded as that of a couple.",
        &[Ad1],
        |c, f| {
            f.each(c.rows(Ad1), SEX_ADOPTR, |a| a.is(LS_ADOPTR, "L0") && !a.among(SEX_ADOPTR, &["M1", "F1"]))
        },
        ("ad1 LS_ADOPTR=L0 SEX_ADOPTR=F1", "ad1 LS_ADOPTR=L0 SEX_ADOPTR=MF"),
    ),
    rule(
        "517",
        "An unmarried couple of different sexes (L3) is coded MF.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), SEX_ADOPTR, |a| a.is(LS_ADOPTR, "L3") && !a.is(SEX_ADOPTR, "MF")),
        ("ad1 LS_ADOPTR=L3 SEX_ADOPTR=MF", "ad1 LS_ADOPTR=L3 SEX_ADOPTR=MM"),
    ),
    rule(
        "518",
        "A couple of one sex, neither married nor in a civil partnership (L4), is coded MM or FF.",
        &[Ad1],
        |c, f| {
            f.each(c.rows(Ad1), SEX_ADOPTR, |a| a.is(LS_ADOPTR, "L4") && !a.among(SEX_ADOPTR, &["MM", "FF"]))
        },
        ("ad1 LS_ADOPTR=L4 SEX_ADOPTR=MM", "ad1 LS_ADOPTR=L4 SEX_ADOPTR=MF"),
    ),
    rule(
        "519",
        "The legal relation is a civil partnership, but the sex is not coded as that of a couple.",
        &[Ad1],
        |c, f| {
            f.each(c.rows(Ad1), SEX_ADOPTR, |a| {
                a.is(LS_ADOPTR, "L2") && !a.among(SEX_ADOPTR, &["MM", "FF", "MF"])
            })
        },
        ("ad1 LS_ADOPTR=L2 SEX_ADOPTR=MF", "ad1 LS_ADOPTR=L2 SEX_ADOPTR=F1"),
    ),
    rule(
        "520",
        "A married couple of different sexes (L11) is coded MF.",
        &[Ad1],
        |c, f| f.each(c.rows(Ad1), SEX_ADOPTR, |a| a.is(LS_ADOPTR, "L11") && !a.is(SEX_ADOPTR, "MF")),
        ("ad1 LS_ADOPTR=L11 SEX_ADOPTR=MF", "ad1 LS_ADOPTR=L11 SEX_ADOPTR=FF"),
    ),
    rule(
        "524",
        "A married couple of one sex (L12) is coded MM or FF.",
        &[Ad1],
        |c, f| {
            f.each(c.rows(Ad1), SEX_ADOPTR, |a| a.is(LS_ADOPTR, "L12") && !a.among(SEX_ADOPTR, &["MM", "FF"]))
        },
        ("ad1 LS_ADOPTR=L12 SEX_ADOPTR=FF", "ad1 LS_ADOPTR=L12 SEX_ADOPTR=MF"),
    ),
];
