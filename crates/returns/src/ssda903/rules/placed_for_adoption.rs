//! Decisions that a child should be placed for adoption: each by itself, beside the child's other decisions, and
//! beside last year's.

use super::adoption_codes::OF_ADOPTION;
use crate::ssda903::child::{Child, first_undated_last};
use crate::ssda903::codes::*;
use crate::ssda903::columns::*;
use crate::ssda903::day::{before, by, same};
use crate::ssda903::row::Row;
use crate::ssda903::rule::{Need, Rule, rule};
use crate::ssda903::table::Table::*;

/// A decision that was reversed, by its day or its reason.
const REVERSED: &[Field] = &[DATE_PLACED_CEASED, REASON_PLACED_CEASED];

/// Whether any of last year's decisions is so.
fn last_year(c: &Child<'_>, so: impl Fn(&Row<'_>) -> bool) -> bool {
    c.last_rows(PlacedAdoption).iter().any(so)
}

/// This year's decisions, by their day.
fn in_order<'r, 'a>(c: &'r Child<'a>) -> Vec<&'r Row<'a>> {
    let mut decisions: Vec<_> = c.rows(PlacedAdoption).iter().collect();
    decisions.sort_by_key(|decision| first_undated_last(decision.day(DATE_PLACED)));
    decisions
}

pub(super) const RULES: &[Rule] = &[
    rule(
        "115",
        "The day on which it was decided that the child should be placed for adoption is not a date.",
        &[PlacedAdoption],
        |c, f| f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| p.not_a_day(DATE_PLACED)),
        ("placed DATE_PLACED=01/05/2025", "placed DATE_PLACED=05/2025"),
    ),
    rule(
        "116",
        "The day on which the decision was reversed is not a date.",
        &[PlacedAdoption],
        |c, f| f.each(c.rows(PlacedAdoption), DATE_PLACED_CEASED, |p| p.not_a_day(DATE_PLACED_CEASED)),
        ("placed DATE_PLACED_CEASED=01/05/2025", "placed DATE_PLACED_CEASED=05/2025"),
    ),
    rule(
        "119",
        "A reversed decision has both the day and the reason.",
        &[PlacedAdoption],
        |c, f| f.each(c.rows(PlacedAdoption), DATE_PLACED_CEASED, |p| p.any(REVERSED) && !p.all(REVERSED)),
        (
            "placed DATE_PLACED_CEASED=01/05/2025 REASON_PLACED_CEASED=RD1",
            "placed DATE_PLACED_CEASED=01/05/2025",
        ),
    ),
    rule(
        "120",
        "This is not a code for why the decision was reversed.",
        &[PlacedAdoption],
        |c, f| {
            f.each(c.rows(PlacedAdoption), REASON_PLACED_CEASED, |p| {
                c.not_a_code(p, REASON_PLACED_CEASED, REVERSALS)
            });
        },
        ("placed REASON_PLACED_CEASED=RD4", "placed REASON_PLACED_CEASED=RD5"),
    ),
    rule(
        "184",
        "The decision that the child should be placed for adoption was before the child was born.",
        &[Header, PlacedAdoption],
        |c, f| f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| before(p.day(DATE_PLACED), c.born())),
        (
            "header DOB=01/05/2025; placed DATE_PLACED=01/05/2025",
            "header DOB=01/05/2025; placed DATE_PLACED=01/04/2025",
        ),
    ),
    rule(
        "522",
        "The decision was reversed before it was made.",
        &[PlacedAdoption],
        |c, f| {
            f.each(c.rows(PlacedAdoption), DATE_PLACED_CEASED, |p| {
                before(p.day(DATE_PLACED_CEASED), p.day(DATE_PLACED))
            })
        },
        (
            "placed DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/06/2025",
            "placed DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/04/2025",
        ),
    ),
    rule(
        "523",
        "The decision that the child should be placed for adoption has another day in the adoption’s own row.",
        &[Ad1, PlacedAdoption],
        |c, f| {
            for placed in c.rows(PlacedAdoption) {
                for adoption in c.rows(Ad1) {
                    let (one, other) = (placed.day(DATE_PLACED), adoption.day(DATE_INT));
                    if before(one, other) || before(other, one) {
                        f.add(placed, DATE_PLACED);
                        f.add(adoption, DATE_INT);
                    }
                }
            }
        },
        (
            "placed DATE_PLACED=01/05/2025; ad1 DATE_INT=01/05/2025",
            "placed DATE_PLACED=01/05/2025; ad1 DATE_INT=02/05/2025",
        ),
    ),
    rule(
        "525",
        "The decision was reversed, so the child cannot have been adopted.",
        &[Ad1, PlacedAdoption],
        |c, f| {
            if c.any(PlacedAdoption, &[DATE_PLACED_CEASED]) && c.any(Ad1, OF_ADOPTION) {
                f.each(c.rows(PlacedAdoption), DATE_PLACED_CEASED, |p| p.given(DATE_PLACED_CEASED));
                f.each(c.rows(Ad1), DATE_INT, |a| a.any(OF_ADOPTION));
            }
        },
        (
            "placed DATE_PLACED=01/05/2025; ad1 DATE_INT=01/05/2025",
            "placed DATE_PLACED_CEASED=01/05/2025; ad1 DATE_INT=01/05/2025",
        ),
    ),
    rule(
        "559",
        "The decision was made before this year, and last year’s return does not have it.",
        &[PlacedAdoption],
        |c, f| {
            let none =
                c.last_rows(PlacedAdoption).is_empty() || last_year(c, |p| p.day(DATE_PLACED).is_none());
            f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| none && before(p.day(DATE_PLACED), c.start()));
        },
        (
            "placed DATE_PLACED=01/05/2024; last placed DATE_PLACED=01/05/2024",
            "placed DATE_PLACED=01/05/2024",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "560",
        "The decision has another day than last year, when it had not been reversed.",
        &[PlacedAdoption],
        |c, f| {
            f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| {
                last_year(c, |last| {
                    let one = same(p.day(DATE_PLACED), last.day(DATE_PLACED));
                    last.given(DATE_PLACED) && last.blank(DATE_PLACED_CEASED) && !one
                })
            });
        },
        (
            "placed DATE_PLACED=01/05/2024; last placed DATE_PLACED=01/05/2024",
            "placed DATE_PLACED=02/05/2024; last placed DATE_PLACED=01/05/2024",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "561",
        "The decision has the day that it had last year, when it was reversed.",
        &[PlacedAdoption],
        |c, f| {
            f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| {
                last_year(c, |last| last.any(REVERSED) && same(p.day(DATE_PLACED), last.day(DATE_PLACED)))
            });
        },
        (
            "placed DATE_PLACED=01/05/2025; last placed DATE_PLACED=01/05/2024 REASON_PLACED_CEASED=RD1",
            "placed DATE_PLACED=01/05/2024; last placed DATE_PLACED=01/05/2024 REASON_PLACED_CEASED=RD1",
        ),
    )
    .needs(&[Need::LastYear]),
    rule(
        "563",
        "The decision was reversed, and the day on which it was made is blank.",
        &[PlacedAdoption],
        |c, f| f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| p.all(REVERSED) && p.blank(DATE_PLACED)),
        (
            "placed DATE_PLACED_CEASED=01/05/2025",
            "placed DATE_PLACED_CEASED=01/05/2025 REASON_PLACED_CEASED=RD1",
        ),
    ),
    rule(
        "579",
        "A new decision was made before the one before it was reversed.",
        &[PlacedAdoption],
        |c, f| {
            for pair in in_order(c).windows(2) {
                let reversed = pair[0].day(DATE_PLACED_CEASED);
                if reversed.is_none() || before(pair[1].day(DATE_PLACED), reversed) {
                    f.add(pair[1], DATE_PLACED);
                }
            }
        },
        (
            "placed DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/06/2025; placed DATE_PLACED=01/06/2025",
            "placed DATE_PLACED=01/05/2025; placed DATE_PLACED=01/06/2025",
        ),
    ),
    rule(
        "583",
        "There is a later decision, and this one was not reversed: check that both are needed.",
        &[PlacedAdoption],
        |c, f| {
            let decisions = in_order(c);
            let latest = decisions.iter().rposition(|p| p.day(DATE_PLACED).is_some()).unwrap_or_default();
            for (at, decision) in decisions.iter().enumerate() {
                if at != latest && decision.blank(DATE_PLACED_CEASED) {
                    f.add(decision, DATE_PLACED_CEASED);
                }
            }
        },
        (
            "placed DATE_PLACED=01/05/2025 DATE_PLACED_CEASED=01/06/2025; placed DATE_PLACED=01/06/2025",
            "placed DATE_PLACED=20/05/2025; placed DATE_PLACED=01/06/2025",
        ),
    ),
    rule(
        "584",
        "Last year’s decision was reversed, so this year’s is to have a later day.",
        &[PlacedAdoption],
        |c, f| {
            f.each(c.rows(PlacedAdoption), DATE_PLACED, |p| {
                let not_later =
                    |last: &Row<'_>| p.blank(DATE_PLACED) || by(p.day(DATE_PLACED), last.day(DATE_PLACED));
                last_year(c, |last| last.any(REVERSED) && not_later(last))
            });
        },
        (
            "placed DATE_PLACED=01/06/2025; last placed DATE_PLACED=20/05/2024 REASON_PLACED_CEASED=RD1",
            "placed DATE_PLACED=01/03/2024; last placed DATE_PLACED=20/05/2024 REASON_PLACED_CEASED=RD1",
        ),
    )
    .needs(&[Need::LastYear]),
];
