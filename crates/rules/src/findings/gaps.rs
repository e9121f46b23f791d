//! Stretches without anything of some kind, while something is open.

use chronology::EntryId;
use jiff::civil::Date;
use record::TimelineEntry;
use record::timeline::Span;

use crate::Circle;

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
