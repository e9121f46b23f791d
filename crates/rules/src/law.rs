//! Where a rule comes from, how strong it is, and from when to when it is in force.

use jiff::civil::Date;

/// How strong a rule is: a breach of an act is unlawful, a breach of guidance needs a recorded reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Force {
    /// An act of Parliament.
    Act,
    /// Regulations.
    Regulation,
    /// Guidance that an authority must follow unless it has a good reason.
    StatutoryGuidance,
    /// How a national figure is counted; never an alert about one child.
    NationalMeasure,
    /// What authorities commonly do; off until an authority switches it on.
    LocalPractice,
}

impl Force {
    /// The strength in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Act => "law",
            Self::Regulation => "regulations",
            Self::StatutoryGuidance => "statutory guidance",
            Self::NationalMeasure => "national measure",
            Self::LocalPractice => "local practice",
        }
    }
}

/// The authority for a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Law {
    /// How strong it is.
    pub force: Force,
    /// The instrument and the place in it.
    pub source: &'static str,
    /// The first day on which it is in force.
    pub from: Date,
    /// The last day on which it is in force; `None`: still.
    pub to: Option<Date>,
}

impl Law {
    /// Whether it is in force on a day.
    pub fn in_force(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}
