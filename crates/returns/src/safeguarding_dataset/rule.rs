//! What a rule is.

use super::tables::Field;
use crate::fault::Severity;

/// A rule of the dataset. Its specification numbers none, so the codes are ours.
pub(crate) struct Rule {
    pub(crate) code: &'static str,
    /// What is wrong when it fails, for the person who mends it.
    pub(crate) message: &'static str,
    /// How to mend it.
    pub(crate) mend: &'static str,
    pub(crate) severity: Severity,
    pub(crate) check: Check,
    /// Rows that pass and rows that fail, in the notation of the tests; empty where the tests write a file.
    #[cfg_attr(not(test), expect(dead_code, reason = "run by the tests and read by people"))]
    pub(crate) examples: (&'static str, &'static str),
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// Whether a table has all its columns.
    Columns,
    /// Whether a row has as many values as its table has columns.
    Width,
    /// Each value of each field, blank ones too.
    Value(fn(&Field, &str) -> bool),
    /// Whether a value that tells rows apart stands in one row.
    Key,
    /// Whether a value that the specification calls unique stands in one row.
    Once,
    /// Whether a value stands in the table that it refers to: where the specification says so, or where only the
    /// field’s name does.
    Refers {
        /// Only the name says so.
        implied: bool,
    },
    /// In a table, a day that may not be earlier than another: the earlier and the later.
    Order(&'static str, &'static str, &'static str),
    /// In a table, a day that may not be before the person’s birth.
    Born(&'static str, &'static str),
}

/// Two days of one table, of which the first may not be the later.
macro_rules! in_order {
    ($code:literal, $table:literal, $first:literal, $second:literal, $message:literal) => {
        $crate::safeguarding_dataset::rule::Rule {
            code: $code,
            message: $message,
            mend: "Put right whichever of the two days is wrong.",
            severity: $crate::fault::Severity::Error,
            check: $crate::safeguarding_dataset::rule::Check::Order($table, $first, $second),
            examples: (
                concat!($table, " ", $first, "=2026-01-05 ", $second, "=2026-01-05T09:30:00"),
                concat!($table, " ", $first, "=2026-01-06 ", $second, "=05/01/2026"),
            ),
        }
    };
}
pub(crate) use in_order;

/// A day that may not be before the person’s birth.
macro_rules! after_birth {
    ($code:literal, $table:literal, $person:literal, $day:literal, $message:literal) => {
        $crate::safeguarding_dataset::rule::Rule {
            code: $code,
            message: $message,
            mend: "Put right the day, or the person’s date of birth in ssd_person.",
            severity: $crate::fault::Severity::Error,
            check: $crate::safeguarding_dataset::rule::Check::Born($table, $day),
            examples: (
                concat!(
                    "ssd_person pers_person_id=P pers_dob=2015-05-01; ssd_person pers_person_id=Q; ",
                    $table,
                    " ",
                    $person,
                    "=P ",
                    $day,
                    "=2015-05-01; ",
                    $table,
                    " ",
                    $person,
                    "=Q ",
                    $day,
                    "=2015-04-30"
                ),
                concat!(
                    "ssd_person pers_person_id=P pers_dob=2015-05-01; ",
                    $table,
                    " ",
                    $person,
                    "=P ",
                    $day,
                    "=2015-04-30"
                ),
            ),
        }
    };
}
pub(crate) use after_birth;
