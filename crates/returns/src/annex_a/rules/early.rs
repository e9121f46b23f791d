//! Lists 1 to 5: contacts, early help, referrals, assessments, enquiries under section 47.

use crate::annex_a::rule::{Check, NEED_OPEN, PLAN_NOW, Rule, error, in_list, in_order, query};

const OUT_OF_PERIOD: &str = "Leave the row out, or put the day right.";

pub(super) const RULES: &[Rule] = &[
    error(
        "A0101",
        &[1],
        &["contacted"],
        "The contact was received more than six months before the inspection.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("contacted", 6)),
        ("1 contacted=2025-09-30", "1 contacted=2025-09-29"),
    )
    .dated(),
    in_order!("A0201", 2, "started", "completed", "The early help assessment was completed before it began."),
    query(
        "A0202",
        &[2],
        &["completed"],
        "The early help ended more than six months before the inspection.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("completed", 6)),
        (
            "2 started=2025-01-01; 2 started=2025-01-01 completed=2025-09-30",
            "2 started=2025-01-01 completed=2025-09-29",
        ),
    )
    .dated(),
    error(
        "A0301",
        &[3],
        &["referred"],
        "The referral was received more than six months before the inspection.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("referred", 6)),
        ("3 referred=2025-09-30", "3 referred=2025-09-29"),
    )
    .dated(),
    query(
        "A0302",
        &[3],
        &["referrals"],
        "The child has had no referral in twelve months, though this is one.",
        "Count this referral with the others.",
        Check::Row(|row| row.number("referrals") == Some(0)),
        ("3 referrals=1", "3 referrals=0"),
    ),
    in_order!("A0401", 4, "started", "authorised", "The assessment was authorised before it began."),
    error(
        "A0402",
        &[4],
        &["authorised"],
        "The assessment was authorised more than six months before the inspection.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("authorised", 6)),
        (
            "4 started=2025-08-01; 4 started=2025-08-01 authorised=2025-09-30",
            "4 started=2025-08-01 authorised=2025-09-29",
        ),
    )
    .dated(),
    error(
        "A0403",
        &[4],
        &["support", "authorised"],
        "The assessment is authorised, and does not say whether the child needs support.",
        "Say whether the child was assessed as requiring support.",
        Check::Row(|row| row.given("authorised") && row.blank("support")),
        ("4; 4 authorised=2026-02-01 support=a)_Yes", "4 authorised=2026-02-01"),
    ),
    error(
        "A0404",
        &[4],
        &["support", "authorised"],
        "The assessment is still open, and says whether the child needs support.",
        "Leave it blank until the assessment is authorised, or give the day of that.",
        Check::Row(|row| row.given("support") && row.blank("authorised")),
        ("4; 4 authorised=2026-02-01 support=b)_No", "4 support=b)_No"),
    ),
    error(
        "A0405",
        &[4],
        &["authorised"],
        "The assessment is open, and the child is not among the children in need.",
        "Add the child to list 6, which has every child subject to an open assessment, or \
             give the day of authorisation.",
        Check::Among(|row| row.blank("authorised"), NEED_OPEN),
        ("4; 6; 4 child=B authorised=2026-02-01", "4; 6 closed=2026-02-01"),
    ),
    query(
        "A0406",
        &[4],
        &["seen", "authorised"],
        "The assessment is authorised, and does not say whether the child was seen.",
        "Say whether the child was seen.",
        Check::Row(|row| row.given("authorised") && row.blank("seen")),
        ("4 authorised=2026-02-01; 4 seen=", "4 authorised=2026-02-01 seen="),
    ),
    query(
        "A0501",
        &[5],
        &["discussed", "unnecessary"],
        "The enquiry began more than six months before the inspection, and is not open.",
        OUT_OF_PERIOD,
        Check::Row(|row| row.before_period("discussed", 6) && row.given("unnecessary")),
        (
            "5 discussed=2025-09-29; 5 discussed=2025-09-30 unnecessary=a",
            "5 discussed=2025-09-29 unnecessary=a",
        ),
    )
    .dated(),
    in_order!(
        "A0502",
        5,
        "discussed",
        "conference",
        "The conference was held before the strategy discussion that began the enquiry."
    ),
    error(
        "A0503",
        &[5],
        &["unnecessary", "conference"],
        "A conference was not deemed necessary, and one was held.",
        "Say that it was necessary, or take the conference’s day out.",
        Check::Row(|row| row.is("unnecessary", "a") && row.given("conference")),
        (
            "5 unnecessary=b)_No conference=2026-01-12 plan=a; 5 unnecessary=a)_Yes",
            "5 unnecessary=a)_Yes conference=2026-01-12",
        ),
    ),
    error(
        "A0504",
        &[5],
        &["plan", "conference"],
        "The conference’s result is given, and not its day.",
        "Give the day of the conference, or take the result out.",
        Check::Row(|row| row.given("plan") && row.blank("conference")),
        ("5 conference=2026-01-12 plan=b; 5", "5 plan=b"),
    ),
    query(
        "A0505",
        &[5],
        &["plan", "conference"],
        "The conference was held, and its result is not given.",
        "Say whether it resulted in a child protection plan.",
        Check::Row(|row| row.blank("plan") && row.given("conference")),
        ("5 conference=2026-01-12 plan=b; 5", "5 conference=2026-01-12"),
    ),
    query(
        "A0506",
        &[5],
        &["plan"],
        "The conference resulted in a child protection plan, and the child is not in list 7.",
        "Add the child to list 7, or put the result right.",
        Check::Among(|row| row.is("plan", "a"), in_list(7)),
        (
            "5 conference=2026-01-12 plan=a; 7; 5 child=B conference=2026-01-12 plan=b",
            "5 conference=2026-01-12 plan=a; 8",
        ),
    ),
    query(
        "A0507",
        &[5],
        &["enquiries"],
        "The child has had no enquiry in twelve months, though this is one.",
        "Count this enquiry with the others.",
        Check::Row(|row| row.number("enquiries") == Some(0) && !row.before_period("discussed", 12)),
        ("5 enquiries=1", "5 enquiries=0"),
    ),
    query(
        "A0508",
        &[5],
        &["conferences", "conference"],
        "The child has had no initial conference in twelve months, though this is one.",
        "Count this conference with the others.",
        Check::Row(|row| {
            row.number("conferences") == Some(0)
                && row.given("conference")
                && !row.before_period("conference", 12)
        }),
        (
            "5 conferences=0; 5 conferences=1 conference=2026-01-12 plan=b",
            "5 conferences=0 conference=2026-01-12 plan=b",
        ),
    ),
    query(
        "A0509",
        &[5],
        &["unnecessary"],
        "No conference was deemed necessary after an enquiry into a child who has a plan.",
        "Record “b) No” for a child already subject to a child protection plan who would not \
             progress to a conference.",
        Check::NotAmong(|row| row.is("unnecessary", "a"), PLAN_NOW),
        (
            "5 unnecessary=b)_No; 7; 5 child=B unnecessary=a)_Yes; 7 child=B ended=2026-02-01",
            "5 unnecessary=a)_Yes; 7",
        ),
    ),
];
