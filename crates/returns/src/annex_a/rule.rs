//! What a rule is.

use super::columns::Column;
use super::row::{Cell, Row};
use crate::fault::Severity;

/// A rule of the annex. Ofsted numbers none, so the codes are ours: `A`, the list, and a number within it; those of
/// every list begin with `A00`.
pub(crate) struct Rule {
    pub(crate) code: &'static str,
    /// What is wrong when it fails, for the person who mends it.
    pub(crate) message: &'static str,
    /// How to mend it.
    pub(crate) mend: &'static str,
    /// Whether an inspector could not use the value, or would ask about it.
    pub(crate) severity: Severity,
    /// The lists it looks at.
    pub(crate) lists: &'static [u8],
    /// The columns it looks at, as they are called in `columns.tsv`; the first is at fault. Without one of them it
    /// cannot run.
    pub(crate) columns: &'static [&'static str],
    pub(crate) check: Check,
    /// Whether it needs the day of the inspection.
    pub(crate) dated: bool,
    /// Rows that pass and rows that fail, in the notation of the tests; empty where the tests write a workbook.
    #[cfg_attr(not(test), expect(dead_code, reason = "run by the tests and read by people"))]
    pub(crate) examples: (&'static str, &'static str),
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// Whether a list is there.
    Sheet,
    /// Whether a list’s columns are there.
    Columns,
    /// Each value of each column.
    Value(fn(&Row<'_>, &Column, &Cell) -> bool),
    /// A row.
    Row(fn(&Row<'_>) -> bool),
    /// Whether a child has one row in the list.
    Once,
    /// Whether a child has the same value in every list.
    Same(fn(&Row<'_>) -> Option<String>),
    /// Whether the child of a row that is so stands in another list: in any of the ways named.
    Among(fn(&Row<'_>) -> bool, u32),
    /// Whether the child of a row that is so stands in another list in a way that it may not.
    NotAmong(fn(&Row<'_>) -> bool, u32),
}

/// A way in which a child stands in the lists: in list 1 the first bit, in list 2 the second.
pub(crate) const fn in_list(number: u8) -> u32 {
    1 << number
}

/// In list 4 with an assessment that is not authorised.
pub(crate) const ASSESSMENT_OPEN: u32 = 1 << 12;
/// In list 6 with an episode of need that is not closed.
pub(crate) const NEED_OPEN: u32 = 1 << 13;
/// In list 7 with a plan that has not ended.
pub(crate) const PLAN_NOW: u32 = 1 << 14;
/// In list 8 and still looked after.
pub(crate) const CARED_FOR_NOW: u32 = 1 << 15;

/// The ways in which the child of a row stands in its list.
pub(crate) fn ways(row: &Row<'_>) -> u32 {
    let open = match row.list.number {
        4 if row.blank("authorised") => ASSESSMENT_OPEN,
        6 if row.blank("closed") => NEED_OPEN,
        7 if row.blank("ended") => PLAN_NOW,
        8 if row.blank("ceased") => CARED_FOR_NOW,
        _ => 0,
    };
    in_list(row.list.number) | open
}

/// A rule about a row of one list whose value an inspector cannot use.
pub(crate) const fn error(
    code: &'static str,
    lists: &'static [u8],
    columns: &'static [&'static str],
    message: &'static str,
    mend: &'static str,
    check: Check,
    examples: (&'static str, &'static str),
) -> Rule {
    Rule { code, message, mend, severity: Severity::Error, lists, columns, check, dated: false, examples }
}

/// A rule about what an inspector would ask about.
pub(crate) const fn query(
    code: &'static str,
    lists: &'static [u8],
    columns: &'static [&'static str],
    message: &'static str,
    mend: &'static str,
    check: Check,
    examples: (&'static str, &'static str),
) -> Rule {
    let mut rule = error(code, lists, columns, message, mend, check, examples);
    rule.severity = Severity::Query;
    rule
}

impl Rule {
    /// The same, that needs the day of the inspection.
    pub(crate) const fn dated(mut self) -> Rule {
        self.dated = true;
        self
    }
}

/// Two days of one row, of which the first may not be the later; the second is at fault.
macro_rules! in_order {
    ($code:literal, $list:literal, $first:literal, $second:literal, $message:literal) => {
        $crate::annex_a::rule::error(
            $code,
            &[$list],
            &[$second, $first],
            $message,
            "Put right whichever of the two days is wrong.",
            $crate::annex_a::rule::Check::Row(|row| row.after($first, $second)),
            (
                concat!($list, " ", $first, "=2026-01-05 ", $second, "=2026-01-05"),
                concat!($list, " ", $first, "=2026-01-06 ", $second, "=2026-01-05"),
            ),
        )
    };
}
pub(crate) use in_order;

/// Two values of one row, of which both are given or neither is; the second is at fault.
macro_rules! together {
    ($code:literal, $list:literal, $first:literal=$one:literal, $second:literal=$other:literal, $message:literal) => {
        $crate::annex_a::rule::error(
            $code,
            &[$list],
            &[$second, $first],
            $message,
            "Give both, or neither.",
            $crate::annex_a::rule::Check::Row(|row| row.blank($first) != row.blank($second)),
            (
                concat!($list, " ", $first, "=", $one, " ", $second, "=", $other, "; ", $list),
                concat!($list, " ", $first, "=", $one, "; ", $list, " ", $second, "=", $other),
            ),
        )
    };
}
pub(crate) use together;
