//! Stretches without anything of some kind, while something is open.

use calendar::{Within, display};
use chronology::EntryId;
use jiff::civil::Date;
use record::TimelineEntry;
use record::timeline::Span;

use super::limit::{missed_on, sum};
use crate::{Circle, Found};

/// A stretch in which nothing of a kind happened.
#[derive(Clone, Copy)]
pub(crate) struct Gap<'t> {
    /// The last thing of the kind before it; `None`: nothing since the span began.
    pub(crate) after: Option<&'t TimelineEntry>,
    /// The day from which it is counted.
    pub(crate) from: Date,
    /// The day on which something of the kind happened again, or the span ended.
    pub(crate) until: Option<Date>,
}

impl Gap<'_> {
    /// The entry before it, if there is one.
    pub(crate) fn entries(&self) -> Option<EntryId> {
        self.after.map(|entry| entry.id)
    }

    /// The last thing of the kind and its day: “Visit made” on 4 March 2026; `start` where nothing came before.
    pub(crate) fn last(&self, start: &str) -> String {
        let last = self.after.map_or(start, |entry| entry.event.title());
        format!("“{last}” on {}", display::full_date(self.from))
    }

    /// What is found once the gap has lasted longer than a limit: these words, and the sum.
    pub(crate) fn found(&self, within: Within, words: &str) -> Found {
        let because = format!("{words}: {}.", sum(within, self.from.into()));
        let found = Found::since(missed_on(within, self.from.into()), because).cleared(self.until);
        found.from(self.entries()).waited_from(self.from)
    }
}

/// The stretches of a span without an entry of a kind, in order.
pub(crate) fn gaps<'t>(
    circle: &Circle<'t>,
    span: Span,
    of_the_kind: impl Fn(&TimelineEntry) -> bool,
) -> Vec<Gap<'t>> {
    let within = |entry: &&TimelineEntry| {
        entry.day() >= span.from && span.to.is_none_or(|to| entry.day() <= to) && of_the_kind(entry)
    };
    let entries: Vec<&TimelineEntry> = circle.timeline.counting().filter(within).collect();
    let starts = std::iter::once((None, span.from)).chain(entries.iter().map(|e| (Some(*e), e.day())));
    let ends = entries.iter().map(|entry| Some(entry.day())).chain(std::iter::once(span.to));
    let gaps = starts.zip(ends).map(|((after, from), until)| Gap { after, from, until });
    gaps.filter(|gap| gap.until.is_none_or(|until| gap.from < until)).collect()
}
