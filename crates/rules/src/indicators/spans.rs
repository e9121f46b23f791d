//! Stretches of days as the figures at a date count them.

use jiff::civil::Date;
use record::timeline::{Involvement, Span};

use crate::days::{day_after, earliest};
use crate::{Circle, Duty};

/// The part of a span before a day, if any of it is.
pub(super) fn until(span: Span, end: Option<Date>) -> Option<Span> {
    let to = earliest([span.to, end]);
    to.is_none_or(|to| span.from < to).then_some(Span { from: span.from, to })
}

/// The times at which the child was open: from the day the service accepted them to the day the case closed
/// or they grew up. They do not overlap.
pub(super) fn open<'t>(circle: &Circle<'t>) -> Vec<(Span, &'t Involvement)> {
    let involvements = circle.timeline.involvements.iter();
    involvements
        .filter_map(|involvement| {
            let span =
                Span { from: involvement.accepted_on.max(involvement.span.from), to: involvement.span.to };
            Some((until(span, circle.grown_up())?, involvement))
        })
        .collect()
}

/// A span cut on each of some days, so that nothing changes within a piece.
pub(super) fn pieces(span: Span, cuts: impl IntoIterator<Item = Date>) -> Vec<Span> {
    let within = |day: &Date| *day > span.from && span.to.is_none_or(|to| *day < to);
    let mut starts: Vec<Date> = cuts.into_iter().filter(within).collect();
    starts.push(span.from);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().map(Some).chain([span.to]);
    let pieces = starts.iter().zip(ends).map(|(from, to)| Span { from: *from, to });
    pieces.filter(|piece| piece.to.is_none_or(|to| piece.from < to)).collect()
}

/// The days on which some spans begin and end.
pub(super) fn ends(spans: impl IntoIterator<Item = Span>) -> Vec<Date> {
    spans.into_iter().flat_map(|span| [Some(span.from), span.to]).flatten().collect()
}

/// When a duty was overdue: from the day after it fell due until it was done or no longer applied.
pub(super) fn overdue(duty: &Duty) -> Option<Span> {
    let span = Span { from: day_after(duty.due_on?), to: duty.stopped_on() };
    until(span, duty.run.lapsed_on)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn pieces_tile_the_span_whatever_the_cuts() {
        let span = Span { from: date(2026, 3, 2), to: Some(date(2026, 3, 9)) };
        let days = [date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 5), date(2026, 3, 9)];
        let found: Vec<(Date, Option<Date>)> =
            pieces(span, days).iter().map(|piece| (piece.from, piece.to)).collect();
        let middle = date(2026, 3, 5);
        assert_eq!(found, [(date(2026, 3, 2), Some(middle)), (middle, Some(date(2026, 3, 9)))]);
        assert_eq!(pieces(Span { from: middle, to: Some(middle) }, []), [], "no day ends within it");
        assert_eq!(pieces(Span::since(middle), []), [Span::since(middle)]);
    }
}
