//! A short list of days and what happened or will.

use maud::{Markup, html};

use super::prose::Prose;

/// One day.
#[derive(Clone, Debug)]
pub struct LogLine {
    /// The day for machines: `2026-03-24`, or `2025-11` when only the month is known.
    pub date: String,
    /// The day for people: "24 Mar".
    pub shown: String,
    /// What happened.
    pub words: Prose,
}

impl LogLine {
    /// One day and what happened.
    #[must_use]
    pub fn new(date: impl Into<String>, shown: impl Into<String>, words: impl Into<Prose>) -> Self {
        Self { date: date.into(), shown: shown.into(), words: words.into() }
    }
}

/// Draws the list. An empty one says so rather than vanish.
#[must_use]
pub fn log(lines: &[LogLine], when_empty: &str) -> Markup {
    html! {
        @if lines.is_empty() {
            p.on-quiet.on-small { (when_empty) }
        } @else {
            ul.on-log {
                @for line in lines { li { time datetime=(line.date) { (line.shown) } span { (line.words) } } }
            }
        }
    }
}
