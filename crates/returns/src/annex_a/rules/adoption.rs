//! Lists 10 and 11: adoption, adopters.

use crate::annex_a::row::Row;
use crate::annex_a::rule::{CARED_FOR_NOW, Check, Rule, error, in_list, in_order, query, together};

/// Whether a plan for adoption is still open: no order, and not reversed.
fn open(row: &Row<'_>) -> bool {
    row.blank("adopted") && row.blank("reversed")
}

pub(super) const RULES: &[Rule] = &[
    in_order!("A1001", 10, "born", "entered", "The child entered care before birth."),
    in_order!("A1002", 10, "entered", "placed", "The child was placed for adoption before entering care."),
    in_order!("A1003", 10, "decided", "matched", "The child was matched before the decision for adoption."),
    in_order!("A1004", 10, "matched", "placed", "The child was placed for adoption before being matched."),
    in_order!(
        "A1005",
        10,
        "placed",
        "adopted",
        "The adoption order was made before the child was placed for adoption."
    ),
    in_order!(
        "A1006",
        10,
        "decided",
        "reversed",
        "The decision for adoption was reversed before it was made."
    ),
    in_order!(
        "A1007",
        10,
        "decided",
        "ordered",
        "The placement order was made before the decision for adoption."
    ),
    together!(
        "A1008",
        10,
        "reversed" = "2026-02-01",
        "reason" = "RD4",
        "Of the day of the reversal and its reason, one is given without the other."
    ),
    error(
        "A1009",
        &[10],
        &["reversed", "adopted"],
        "The child was adopted, and the decision for adoption reversed.",
        "Take out the one that did not happen.",
        Check::Row(|row| row.given("adopted") && row.given("reversed")),
        (
            "10 adopted=2026-02-01; 10 reversed=2026-02-01 reason=RD4",
            "10 adopted=2026-02-01 reversed=2026-02-01 reason=RD4",
        ),
    ),
    error(
        "A1010",
        &[10],
        &["adopted"],
        "The child was adopted more than twelve months before the inspection.",
        "Leave the child out, or put the day right.",
        Check::Row(|row| row.before_period("adopted", 12)),
        ("10 adopted=2025-03-31", "10 adopted=2025-03-30"),
    )
    .dated(),
    error(
        "A1011",
        &[10],
        &["reversed"],
        "The decision was reversed more than twelve months before the inspection.",
        "Leave the child out, or put the day right.",
        Check::Row(|row| row.before_period("reversed", 12)),
        ("10 reversed=2025-03-31", "10 reversed=2025-03-30"),
    )
    .dated(),
    query(
        "A1012",
        &[10],
        &["adopted", "reversed"],
        "The child waits for adoption, and is not among those in list 8 who are looked after.",
        "Add the child to list 8, or give the day of the adoption or of the reversal.",
        Check::Among(open, CARED_FOR_NOW),
        ("10; 8; 10 child=B adopted=2026-02-01", "10; 8 ceased=2026-02-01 reason=E2"),
    ),
    query(
        "A1013",
        &[10],
        &["child"],
        "The child has more than one row.",
        "Keep the row of the latest decision.",
        Check::Once,
        ("10; 10 child=B", "10; 10"),
    ),
    query(
        "A1014",
        &[10],
        &["family", "matched"],
        "The child is matched, and the adoptive family is not named.",
        "Give the family’s identifier, unless another agency approved it.",
        Check::Row(|row| row.given("matched") && row.blank("family")),
        ("10; 10 matched=2026-01-05 family=F1", "10 matched=2026-01-05"),
    ),
    query(
        "A1015",
        &[10],
        &["adopted"],
        "The child was adopted in the six months before the inspection, and is not in list 8.",
        "Add the child to list 8, which has every child who ceased to be looked after in \
             those six months.",
        Check::Among(|row| row.day("adopted").is_some() && !row.before_period("adopted", 6), in_list(8)),
        ("10 adopted=2025-09-29; 10 child=B adopted=2025-09-30; 8 child=B", "10 adopted=2025-09-30"),
    )
    .dated(),
    in_order!("A1101", 11, "enquired", "stage_1", "Stage 1 began before the enquiry was received."),
    in_order!("A1102", 11, "stage_1", "stage_1_ended", "Stage 1 ended before it began."),
    in_order!("A1103", 11, "stage_1_ended", "stage_2", "Stage 2 began before stage 1 ended."),
    in_order!("A1104", 11, "stage_2", "stage_2_ended", "Stage 2 ended before it began."),
    in_order!("A1105", 11, "applied", "approved", "The application was approved before it was submitted."),
    in_order!("A1106", 11, "matched", "placed", "A child was placed before the adopter was matched."),
    in_order!("A1107", 11, "placed", "adopted", "The adoption order was made before a child was placed."),
    in_order!("A1108", 11, "enquired", "left", "The adopter left before the enquiry was received."),
    together!(
        "A1109",
        11,
        "left" = "2026-02-01",
        "reason" = "1",
        "Of the day of leaving and its reason, one is given without the other."
    ),
    error(
        "A1110",
        &[11],
        &["adopter"],
        "The adopter has more than one row.",
        "Keep one row for each adopter.",
        Check::Once,
        ("11; 11 adopter=B", "11; 11"),
    ),
    query(
        "A1111",
        &[11],
        &["left"],
        "The adopter left more than twelve months before the inspection.",
        "Leave the adopter out, or put the day right.",
        Check::Row(|row| row.before_period("left", 12)),
        (
            "11 enquired=2024-01-01 left=2025-03-31 reason=1",
            "11 enquired=2024-01-01 left=2025-03-30 reason=1",
        ),
    )
    .dated(),
    query(
        "A1112",
        &[11],
        &["children", "placed"],
        "A child was placed with the adopter, and the number of children placed is none.",
        "Give how many children were placed with the family.",
        Check::Row(|row| row.given("placed") && row.number("children").unwrap_or(0) == 0),
        ("11; 11 placed=2026-01-05 children=1", "11 placed=2026-01-05"),
    ),
];
