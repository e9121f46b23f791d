//! Rules of every list: its sheet, its columns, each of its values, and what is the same in all.

use calendar::LeapDayBirthday;
use calendar::age::completed_years;
use calendar::periods::add_months;

use crate::annex_a::columns::{Column, Kind, Reading, read_code};
use crate::annex_a::row::{Cell, Row};
use crate::annex_a::rule::{Check, Rule, error, query};

const EVERY: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/// The lists of children: every list but that of adopters.
const CHILDREN: &[u8] = &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/// Whether a value is given that can be read at all.
fn readable(cell: &Cell) -> bool {
    !cell.blank() && !cell.broken
}

/// Whether a whole number is none that a count or an age can be.
fn no_count(column: &Column, cell: &Cell) -> bool {
    let least = if column.key == "age" { -1 } else { 0 };
    cell.number().is_none_or(|number| number < least)
}

/// Whether the age is that of no day in the month before the inspection, in which the lists may have been drawn.
fn wrong_age(row: &Row<'_>) -> bool {
    let (Some(born), Some(age), Some(inspection)) = (row.day("born"), row.number("age"), row.inspection)
    else {
        return false;
    };
    let on = |day| completed_years(born, day, LeapDayBirthday::default()).map_or(-1, i64::from);
    age < on(add_months(inspection, -1)) || age > on(inspection)
}

pub(super) const RULES: &[Rule] = &[
    error(
        "A0001",
        EVERY,
        &[],
        "The workbook has no sheet of this list.",
        "Add the sheet, with its headings, even if no child is on the list.",
        Check::Sheet,
        ("", ""),
    ),
    error(
        "A0002",
        EVERY,
        &[],
        "The list lacks this column.",
        "Add the column under the template’s heading.",
        Check::Columns,
        ("", ""),
    ),
    error(
        "A0003",
        EVERY,
        &[],
        "The value is not given.",
        "Give it.",
        Check::Value(|_, column, cell| column.must && cell.blank()),
        ("1; 9 adviser=Ann", "1 contacted="),
    ),
    error(
        "A0004",
        EVERY,
        &[],
        "The value is none of the template’s codes.",
        "Give one of the codes",
        Check::Value(|_, column, cell| {
            column.kind == Kind::Code
                && readable(cell)
                && matches!(read_code(&column.codes, &cell.text), Reading::None)
        }),
        ("1 source=6", "1 source=School"),
    ),
    query(
        "A0005",
        EVERY,
        &[],
        "The code is not written as the template writes it.",
        "Write it as one of",
        Check::Value(|_, column, cell| {
            column.kind == Kind::Code && matches!(read_code(&column.codes, &cell.text), Reading::Near(_))
        }),
        ("1 gender=b)_Female", "1 gender=Female"),
    ),
    error(
        "A0006",
        EVERY,
        &[],
        "The value is not a day.",
        "Write it as a date, such as 31/03/2026.",
        Check::Value(|_, column, cell| column.kind == Kind::Date && readable(cell) && cell.day.is_none()),
        ("1 contacted=31/01/2026", "1 contacted=31/02/2026"),
    ),
    error(
        "A0007",
        EVERY,
        &[],
        "The value is not a whole number, or is less than nothing.",
        "Give a whole number. Only the age of an unborn child is -1.",
        Check::Value(|_, column, cell| {
            column.kind == Kind::Number && readable(cell) && no_count(column, cell)
        }),
        ("1 age=-1 born=2026-05-01", "3 referrals=-1"),
    ),
    error(
        "A0008",
        EVERY,
        &[],
        "The cell shows the error of a formula.",
        "Mend the formula, or write its value in its place.",
        Check::Value(|_, _, cell| cell.broken),
        ("1", "1 source=#REF!"),
    ),
    error(
        "A0009",
        EVERY,
        &[],
        "The day is after that of the inspection.",
        "Put the day right. Only the birth of an unborn child is still to come.",
        Check::Value(|row, column, cell| {
            column.key != "born"
                && cell.day.zip(row.inspection).is_some_and(|(day, inspection)| day > inspection)
        }),
        ("1 born=2026-05-01 contacted=2026-03-31", "1 contacted=2026-04-01"),
    )
    .dated(),
    error(
        "A0010",
        CHILDREN,
        &["born"],
        "The child’s date of birth is another in an earlier row or list.",
        "Put the wrong one right.",
        Check::Same(|row| row.day("born").map(|day| day.to_string())),
        ("1; 3; 4 born=", "1; 3 born=2015-05-02"),
    ),
    query(
        "A0011",
        CHILDREN,
        &["gender"],
        "The child’s gender is another in an earlier row or list.",
        "Put the wrong one right.",
        Check::Same(|row| row.code("gender").map(str::to_owned)),
        ("1 gender=a)_Male; 3 gender=a", "1; 3 gender=b)_Female"),
    ),
    query(
        "A0012",
        CHILDREN,
        &["ethnicity"],
        "The child’s ethnicity is another in an earlier row or list.",
        "Put the wrong one right.",
        Check::Same(|row| row.code("ethnicity").filter(|code| *code != "s").map(str::to_owned)),
        ("1 ethnicity=a; 3 ethnicity=NOBT", "1; 3 ethnicity=CHNE"),
    ),
    query(
        "A0013",
        CHILDREN,
        &["age", "born"],
        "The age is not the one that the date of birth gives.",
        "Give the age in years at the last birthday before the inspection; -1 for an unborn \
             child.",
        Check::Row(wrong_age),
        (
            "1 born=2015-03-31 age=11; 1 born=2015-03-31 age=10; 1 born=2026-04-01 age=-1",
            "1 born=2015-05-01 age=11",
        ),
    )
    .dated(),
    error(
        "A0014",
        CHILDREN,
        &["born"],
        "The child is to be born more than ten months after the inspection.",
        "Put the date of birth right.",
        Check::Row(|row| {
            row.day("born")
                .zip(row.inspection)
                .is_some_and(|(born, inspection)| born > add_months(inspection, 10))
        }),
        ("1 born=2027-01-31", "1 born=2027-02-01"),
    )
    .dated(),
    query(
        "A0015",
        &[1, 2, 3, 4, 5, 6, 7, 8, 10],
        &["born"],
        "The child was 18 before the period of the list began.",
        "Put the date of birth right, or leave the child out.",
        Check::Row(|row| {
            let months = if row.list.number == 10 { 12 } else { 6 };
            // LAW: a child is a person under the age of eighteen (Children Act 1989, section 105(1)).
            let grown =
                row.day("born").map(|born| calendar::age::birthday(born, 18, LeapDayBirthday::default()));
            grown.zip(row.since(months)).is_some_and(|(grown, from)| grown < from)
        }),
        ("3 born=2007-09-30", "3 born=2007-09-29"),
    )
    .dated(),
];
