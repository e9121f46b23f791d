//! Lists 8 and 9: children in care, care leavers.

use calendar::LeapDayBirthday;
use calendar::age::birthday;

use crate::annex_a::row::Row;
use crate::annex_a::rule::{
    CARED_FOR_NOW, Check, NEED_OPEN, Rule, error, in_list, in_order, query, together,
};

/// Whether a birthday falls after the inspection.
fn younger_than(row: &Row<'_>, years: u16) -> bool {
    let day = row.day("born").map(|born| birthday(born, years, LeapDayBirthday::default()));
    day.zip(row.inspection).is_some_and(|(day, inspection)| day > inspection)
}

/// Whether a text has the shape of a postcode of the United Kingdom.
fn postcode(text: &str) -> bool {
    let text: Vec<u8> = text.bytes().filter(|byte| *byte != b' ').collect();
    let Some((outward, inward)) = text.split_at_checked(text.len().saturating_sub(3)) else { return false };
    let letters = outward.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    (2..=4).contains(&outward.len())
        && (1..=2).contains(&letters)
        && outward.get(letters).is_some_and(u8::is_ascii_digit)
        && outward.iter().all(u8::is_ascii_alphanumeric)
        && matches!(inward, [digit, rest @ ..] if digit.is_ascii_digit() && rest.iter().all(u8::is_ascii_alphabetic))
}

pub(super) const RULES: &[Rule] = &[
    in_order!("A0801", 8, "born", "started", "The child was looked after before birth."),
    in_order!("A0802", 8, "started", "ceased", "The child ceased to be looked after before beginning to be."),
    in_order!(
        "A0803",
        8,
        "started",
        "status_started",
        "The legal status began before the child was looked after."
    ),
    in_order!(
        "A0804",
        8,
        "started",
        "placed",
        "The most recent placement began before the child was looked after."
    ),
    in_order!(
        "A0805",
        8,
        "placed",
        "ceased",
        "The child ceased to be looked after before the most recent placement began."
    ),
    in_order!(
        "A0806",
        8,
        "status_started",
        "ceased",
        "The child ceased to be looked after before the legal status began."
    ),
    together!(
        "A0807",
        8,
        "ceased" = "2026-02-01",
        "reason" = "E2",
        "Of the day of ceasing to be looked after and its reason, one is given without the other."
    ),
    error(
        "A0808",
        &[8],
        &["ceased"],
        "The child ceased to be looked after more than six months before the inspection.",
        "Leave the child out, or put the day right.",
        Check::Row(|row| row.before_period("ceased", 6)),
        (
            "8 started=2025-01-01 ceased=2025-09-30 reason=E2",
            "8 started=2025-01-01 ceased=2025-09-29 reason=E2",
        ),
    )
    .dated(),
    error(
        "A0809",
        &[8],
        &["child"],
        "The child has more than one row; each child has one, of the most recent period of care.",
        "Keep the row of the most recent period of care.",
        Check::Once,
        ("8; 8 child=B", "8; 8"),
    ),
    error(
        "A0810",
        &[8],
        &["ceased"],
        "The child is looked after, and is not among the children in need.",
        "Add the child to list 6, which has every looked after child, or give the day of \
             ceasing to be looked after.",
        Check::Among(|row| row.blank("ceased"), NEED_OPEN),
        ("8; 6 status=a; 8 child=B ceased=2026-02-01 reason=E2", "8; 7"),
    ),
    query(
        "A0811",
        &[8],
        &["ceased"],
        "The child ceased to be looked after in the six months before the inspection, and is \
             not in list 6.",
        "Add the child to list 6, which has every child in need in those six months.",
        Check::Among(|row| row.given("ceased"), in_list(6)),
        ("8 ceased=2026-02-01 reason=E2; 6 closed=2026-02-01", "8 ceased=2026-02-01 reason=E2"),
    ),
    error(
        "A0812",
        &[8],
        &["ceased", "born"],
        "The child was 18 by the inspection, and is still said to be looked after.",
        "Give the day and the reason of ceasing to be looked after, or put the date of birth \
             right.",
        // LAW: a child who is looked after is under eighteen (Children Act 1989, sections 22(1) and 105(1)).
        Check::Row(|row| {
            row.blank("ceased")
                && row.day("born").is_some()
                && row.inspection.is_some()
                && !younger_than(row, 18)
        }),
        ("8 born=2008-04-01; 8 child=B born=2008-03-31 ceased=2026-03-31 reason=E6", "8 born=2008-03-31"),
    )
    .dated(),
    query(
        "A0813",
        &[8],
        &["offered", "missing"],
        "The child has been missing, and it is not said whether a return interview was offered.",
        "Say whether an interview was offered after the last missing episode.",
        Check::Row(|row| row.number("missing").is_some_and(|times| times > 0) && row.blank("offered")),
        ("8 missing=0; 8 missing=1 offered=b", "8 missing=1"),
    ),
    error(
        "A0814",
        &[8],
        &["accepted", "offered"],
        "A return interview was accepted that was not offered.",
        "Say that it was offered, or that it was not accepted.",
        Check::Row(|row| row.is("accepted", "a") && !row.is("offered", "a")),
        ("8 missing=1 offered=a accepted=a; 8 accepted=b", "8 missing=1 offered=b accepted=a"),
    ),
    query(
        "A0815",
        &[8],
        &["postcode"],
        "The placement’s postcode has not the shape of one.",
        "Give the whole postcode of the placement.",
        Check::Row(|row| row.given("postcode") && !postcode(&row.cell("postcode").text)),
        ("8 postcode=TR1_1AA; 8 postcode=ec1a1bb", "8 postcode=TR1"),
    ),
    query(
        "A0816",
        &[8],
        &["placements", "placed"],
        "The most recent placement began in the last twelve months, and the child is said to \
             have had none in them.",
        "Count the most recent placement with the others.",
        Check::Row(|row| {
            row.number("placements") == Some(0)
                && row.day("placed").is_some()
                && !row.before_period("placed", 12)
        }),
        (
            "8 placements=1; 8 started=2020-01-01 status_started=2020-01-01 placed=2020-01-01 \
             placements=0",
            "8 placements=0",
        ),
    )
    .dated(),
    error(
        "A0901",
        &[9],
        &["accommodation", "in_touch"],
        "The authority is in touch with the care leaver, and the accommodation is not given.",
        "Give the type of accommodation.",
        Check::Row(|row| row.is("in_touch", "a") && row.blank("accommodation")),
        ("9 in_touch=b; 9 in_touch=a accommodation=U suitability=a activity=F1", "9 in_touch=a"),
    ),
    error(
        "A0902",
        &[9],
        &["suitability", "in_touch"],
        "The authority is in touch with the care leaver, and it is not said whether the \
             accommodation is suitable.",
        "Say whether it is suitable.",
        Check::Row(|row| row.is("in_touch", "a") && row.blank("suitability")),
        ("9 in_touch=b; 9 in_touch=a accommodation=U suitability=a activity=F1", "9 in_touch=a"),
    ),
    error(
        "A0903",
        &[9],
        &["activity", "in_touch"],
        "The authority is in touch with the care leaver, and the activity is not given.",
        "Give the activity.",
        Check::Row(|row| row.is("in_touch", "a") && row.blank("activity")),
        ("9 in_touch=b; 9 in_touch=a accommodation=U suitability=a activity=F1", "9 in_touch=a"),
    ),
    query(
        "A0904",
        &[9],
        &["in_touch", "accommodation", "suitability", "activity"],
        "The authority is not in touch with the care leaver, and accommodation or activity is \
             given.",
        "Leave them blank, or say that the authority is in touch.",
        Check::Row(|row| {
            let given = ["accommodation", "suitability", "activity"].iter().any(|key| row.given(key));
            row.code("in_touch").is_some_and(|code| code != "a") && given
        }),
        ("9 in_touch=b; 9 in_touch=a activity=F1", "9 in_touch=b activity=F1"),
    ),
    error(
        "A0905",
        &[9],
        &["child"],
        "The care leaver has more than one row.",
        "Keep the row that is right.",
        Check::Once,
        ("9; 9 child=B", "9; 9"),
    ),
    query(
        "A0906",
        &[9],
        &["born"],
        "The care leaver is not yet 16, or is already 25.",
        "Put the date of birth right, or leave the young person out.",
        // LAW: relevant children are 16 or 17 (Children Act 1989, section 23A(2)); support ends at 25
        // (sections 23CZB and 23CA).
        Check::Row(|row| {
            row.day("born").is_some()
                && row.inspection.is_some()
                && (younger_than(row, 16) || !younger_than(row, 25))
        }),
        ("9 born=2010-03-31; 9 child=B born=2001-04-01", "9 born=2010-04-01; 9 child=B born=2001-03-31"),
    )
    .dated(),
    query(
        "A0907",
        &[9],
        &["child"],
        "The care leaver is still looked after by list 8.",
        "Leave the young person out of this list, or give the day in list 8 of ceasing to be \
             looked after.",
        Check::NotAmong(|_| true, CARED_FOR_NOW),
        ("9; 8 child=L ceased=2026-02-01 reason=E6", "9; 8 child=L"),
    ),
    error(
        "A0908",
        &[9],
        &["eligibility", "born"],
        "The young person is 18, and is called a relevant child.",
        "A relevant child is 16 or 17: give the category that the young person has now.",
        // LAW: Children Act 1989, section 23A(2)(c): relevant children are aged sixteen or seventeen.
        Check::Row(|row| {
            row.is("eligibility", "a")
                && row.day("born").is_some()
                && row.inspection.is_some()
                && !younger_than(row, 18)
        }),
        (
            "9 eligibility=a born=2009-04-01; 9 eligibility=b born=2006-05-01",
            "9 eligibility=a born=2006-05-01",
        ),
    )
    .dated(),
];
