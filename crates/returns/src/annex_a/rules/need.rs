//! Lists 6 and 7: children in need, child protection.

use crate::annex_a::rule::{
    ASSESSMENT_OPEN, CARED_FOR_NOW, Check, NEED_OPEN, PLAN_NOW, Rule, error, in_list, in_order, query,
    together,
};

const OUT_OF_PERIOD: &str = "Leave the child out, or put the day right.";

pub(super) const RULES: &[Rule] = &[
    in_order!("A0601", 6, "started", "closed", "The episode of need was closed before it began."),
    together!(
        "A0602",
        6,
        "closed" = "2026-02-01",
        "reason" = "RC7",
        "Of the closure’s day and its reason, one is given without the other."
    ),
    error(
        "A0603",
        &[6],
        &["status", "closed"],
        "The case is said to be closed, and there is no day of closure.",
        "Give the day of closure, or the status that the case has now.",
        Check::Row(|row| row.is("status", "e") && row.blank("closed")),
        ("6; 6 status=e closed=2026-02-01 reason=RC7", "6 status=e"),
    ),
    error(
        "A0604",
        &[6],
        &["status", "closed"],
        "The episode of need is closed, and the status is not that of a closed one.",
        "Give the status “e) Closed episode”, or take the day of closure out.",
        Check::Row(|row| row.given("closed") && row.code("status").is_some_and(|status| status != "e")),
        ("6; 6 status=e closed=2026-02-01 reason=RC7", "6 status=c closed=2026-02-01 reason=RC7"),
    ),
    error(
        "A0605",
        &[6],
        &["closed"],
        "The episode of need was closed more than six months before the inspection.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("closed", 6)),
        ("6 started=2025-01-01 closed=2025-09-30", "6 started=2025-01-01 closed=2025-09-29"),
    )
    .dated(),
    error(
        "A0606",
        &[6],
        &["status"],
        "The child is said to be looked after, and is not among those in list 8 who are.",
        "Add the child to list 8, or give the status that the case has now.",
        Check::Among(|row| row.is("status", "a"), CARED_FOR_NOW),
        ("6 status=a; 8; 6 child=B", "6 status=a; 8 ceased=2026-02-01 reason=E2"),
    ),
    error(
        "A0607",
        &[6],
        &["status"],
        "The child is said to have a child protection plan, and is not among those in list 7 \
             who have.",
        "Add the child to list 7, or give the status that the case has now.",
        Check::Among(|row| row.is("status", "b"), PLAN_NOW),
        ("6 status=b; 7; 6 child=B", "6 status=b; 7 ended=2026-02-01"),
    ),
    error(
        "A0608",
        &[6],
        &["status"],
        "The child is said to be subject to an open assessment, and list 4 has none.",
        "Add the assessment to list 4, or give the status that the case has now.",
        Check::Among(|row| row.is("status", "d"), ASSESSMENT_OPEN),
        ("6 status=d; 4; 6 child=B", "6 status=d; 4 authorised=2026-02-01"),
    ),
    query(
        "A0609",
        &[6],
        &["status"],
        "The child is still looked after by list 8, and the status is another.",
        "Give the status “a) Looked after child”, or the day in list 8 on which the child \
             ceased to be looked after.",
        Check::NotAmong(|row| row.blank("closed") && !row.is("status", "a"), CARED_FOR_NOW),
        ("6 status=a; 8; 6 child=B; 8 child=B ceased=2026-02-01 reason=E2", "6 status=c; 8"),
    ),
    query(
        "A0610",
        &[6],
        &["status"],
        "The child has a child protection plan by list 7, and the status does not say so.",
        "Give the status “b) Child Protection plan”, or the day in list 7 on which the plan \
             ended.",
        Check::NotAmong(
            |row| row.blank("closed") && !row.is("status", "a") && !row.is("status", "b"),
            PLAN_NOW,
        ),
        (
            "6 status=b; 7; 6 child=B; 7 child=B ended=2026-02-01; 6 child=C status=a; 7 child=C",
            "6 status=c; 7",
        ),
    ),
    query(
        "A0611",
        &[6],
        &["closed"],
        "The episode of need is closed, and the child is still looked after or has a plan.",
        "Take the day of closure out, or give the day on which the care or the plan ended.",
        Check::NotAmong(|row| row.given("closed"), CARED_FOR_NOW | PLAN_NOW),
        ("6; 7; 6 child=B closed=2026-02-01; 7 child=B ended=2026-02-01", "6 closed=2026-02-01; 7"),
    ),
    in_order!("A0701", 7, "started", "ended", "The child protection plan ended before it began."),
    in_order!(
        "A0702",
        7,
        "started",
        "reviewed",
        "The latest review conference was held before the plan began."
    ),
    error(
        "A0703",
        &[7],
        &["ended"],
        "The child protection plan ended more than six months before the inspection.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("ended", 6)),
        ("7 started=2025-01-01 ended=2025-09-30", "7 started=2025-01-01 ended=2025-09-29"),
    )
    .dated(),
    error(
        "A0704",
        &[7],
        &["child"],
        "The child has more than one row; each child has one, of the most recent plan.",
        "Keep the row of the most recent plan.",
        Check::Once,
        ("7; 7 child=B", "7; 7"),
    ),
    error(
        "A0705",
        &[7],
        &["ended"],
        "The child has a child protection plan, and is not among the children in need.",
        "Add the child to list 6, which has every child with a child protection plan, or give \
             the day on which it ended.",
        Check::Among(|row| row.blank("ended"), NEED_OPEN),
        ("7; 6; 7 child=B ended=2026-02-01", "7; 6 closed=2026-02-01"),
    ),
    query(
        "A0706",
        &[7],
        &["ended"],
        "The plan ended in the six months before the inspection, and the child is not in list 6.",
        "Add the child to list 6, which has every child in need in those six months.",
        Check::Among(|row| row.given("ended"), in_list(6)),
        ("7 ended=2026-02-01; 6 closed=2026-02-01", "7 ended=2026-02-01"),
    ),
    query(
        "A0707",
        &[7],
        &["seen_alone", "visited"],
        "There is a visit, and it is not said whether the child was seen alone.",
        "Say whether the child was seen alone, or be ready to show it.",
        Check::Row(|row| row.given("visited") && row.blank("seen_alone")),
        ("7; 7 visited=2026-03-01 seen_alone=a", "7 visited=2026-03-01"),
    ),
];
