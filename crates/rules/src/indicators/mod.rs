//! Indicators: figures about many children, one file each. An indicator is a set of cases, each with its
//! reason for being in or out; the figure is that set's size, so a figure always opens to its children.

use chronology::EntryId;
use jiff::civil::Date;
use record::timeline::Span;

use crate::Circle;

/// A figure, defined by its cases.
#[derive(Debug)]
pub struct Indicator {
    /// Its id, as in the domain tables and on the command line: `re_referrals`.
    pub id: &'static str,
    /// Its name.
    pub title: &'static str,
    /// What kind of figure.
    pub measure: Measure,
    /// Whether it counts what happened in a period, or what stood at a date.
    pub when: When,
    /// Which way is good.
    pub polarity: Polarity,
    /// Who is counted, in words.
    pub denominator: &'static str,
    /// Which of them meet it, in words.
    pub numerator: &'static str,
    /// Where the definition comes from.
    pub source: &'static str,
    /// One person's cases.
    pub cases: fn(&Circle) -> Vec<Case>,
}

/// What kind of figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How many cases meet it.
    Count,
    /// How many in a hundred cases meet it.
    Percent,
    /// The middle of the cases' values, in days.
    MedianDays,
    /// The mean of the cases' values, in days.
    MeanDays,
    /// How many cases in each group.
    Distribution,
}

/// What moment or stretch of time a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// What happened in a period: a case counts if its day lies in it.
    Period,
    /// What stood at the end of a day: a case counts if its span covers it.
    AsAt,
}

/// Which way is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Fewer is better.
    Lower,
    /// Neither: it describes.
    Neither,
}

/// One case of an indicator: one child at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// When it counts: on one day, for a figure of a period; while the span runs, for a figure at a date.
    pub dated: Dated,
    /// Whether it meets the figure's condition (always, for a count).
    pub met: bool,
    /// Its value, for a mean or a median, in days.
    pub value: Option<i64>,
    /// Its group, for a distribution.
    pub group: Option<String>,
    /// Why it is in, and why it meets the condition or does not, in a sentence.
    pub because: String,
    /// The entries it rests on.
    pub entries: Vec<EntryId>,
}

/// When a case counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dated {
    /// On this day.
    On(Date),
    /// At the end of every day of this span.
    During(Span),
}

impl Case {
    /// A case that meets the condition or not, with its reason.
    pub fn new(dated: Dated, met: bool, because: impl Into<String>) -> Self {
        Self { dated, met, value: None, group: None, because: because.into(), entries: Vec::new() }
    }

    /// The same, resting on these entries.
    pub fn from(mut self, entries: impl IntoIterator<Item = EntryId>) -> Self {
        self.entries.extend(entries);
        self
    }
}

/// Every indicator, in the order of a child's journey.
pub const INDICATORS: &[&Indicator] = &[];

/// The indicator of this id.
pub fn indicator(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().copied().find(|indicator| indicator.id == id)
}
