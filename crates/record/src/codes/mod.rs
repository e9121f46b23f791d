//! National code sets, one file each, with the years in which each code may be used.
//!
//! A value of a code set is kept as its code. A code that was never in the set is refused when written;
//! one that had ended (or not begun) on the day of the event is accepted and is for `rules` to notice.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod abuse_category;
mod assessment_factor;
mod closure_reason;
mod disability;
mod ethnicity;
mod primary_need;
mod referral_source;

pub use abuse_category::AbuseCategory;
pub use assessment_factor::AssessmentFactor;
pub use closure_reason::ClosureReason;
pub use disability::Disability;
pub use ethnicity::Ethnicity;
pub use primary_need::PrimaryNeed;
pub use referral_source::ReferralSource;

use crate::ChoiceList;

/// One code of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Code {
    /// The code as the Department writes it.
    pub code: &'static str,
    /// What it means.
    pub label: &'static str,
    /// The reporting year (by its first calendar year) from which it may be used; `None`: since the set began.
    pub from: Option<i16>,
    /// The last reporting year in which it may be used; `None`: still.
    pub to: Option<i16>,
}

impl Code {
    /// Whether the code may be used in the reporting year that begins on 1 April of `year`.
    pub fn in_force(&self, year: i16) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// The label of the answer `code` in a list of pairs.
fn find(codes: &'static [Code], code: &str) -> Option<&'static Code> {
    codes.iter().find(|known| known.code == code)
}

fn serialize_code<S: Serializer>(code: &Code, serializer: S) -> Result<S::Ok, S::Error> {
    code.code.serialize(serializer)
}

fn deserialize_code<'de, D: Deserializer<'de>>(
    set: &str,
    codes: &'static [Code],
    deserializer: D,
) -> Result<&'static Code, D::Error> {
    let text = String::deserialize(deserializer)?;
    find(codes, &text).ok_or_else(|| serde::de::Error::custom(format!("“{text}” is not a code of {set}")))
}

/// Declares a code set: a type whose values are codes of the table below it.
macro_rules! code_set {
    ($(#[doc = $about:literal])+ $name:ident { $($code:literal $label:literal $(from $from:literal)? $(to $to:literal)?),+ $(,)? }) => {
        $(#[doc = $about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name(&'static $crate::codes::Code);

        impl $name {
            /// Every code of the set, in the order of the specification.
            pub const CODES: &'static [$crate::codes::Code] = &[$($crate::codes::Code {
                code: $code,
                label: $label,
                from: $crate::codes::year!($($from)?),
                to: $crate::codes::year!($($to)?),
            }),+];

            /// The list for forms and documentation.
            pub const LIST: &'static $crate::ChoiceList = &$crate::ChoiceList {
                name: stringify!($name),
                about: concat!($($about),+),
                answers: &[$(($code, $label)),+],
            };

            /// The value with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                $crate::codes::find(Self::CODES, code).map(Self)
            }

            /// The code as the Department writes it.
            pub fn code(self) -> &'static str {
                self.0.code
            }

            /// What it means.
            pub fn label(self) -> &'static str {
                self.0.label
            }

            /// The code with its years in force.
            pub fn info(self) -> &'static $crate::codes::Code {
                self.0
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::codes::serialize_code(self.0, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::codes::deserialize_code(stringify!($name), Self::CODES, deserializer).map(Self)
            }
        }
    };
}
macro_rules! year {
    () => {
        None
    };
    ($year:literal) => {
        Some($year)
    };
}
use {code_set, year};

/// Every code set as a list for forms and documentation.
pub(crate) const CODE_LISTS: &[&ChoiceList] = &[
    AbuseCategory::LIST,
    AssessmentFactor::LIST,
    ClosureReason::LIST,
    Disability::LIST,
    Ethnicity::LIST,
    PrimaryNeed::LIST,
    ReferralSource::LIST,
];
