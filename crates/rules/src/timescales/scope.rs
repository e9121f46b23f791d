//! When a running begins, what may stop it, and from which day a child is no longer in its scope.

use chronology::{EntryId, Occurred};
use jiff::civil::Date;
use record::Typed;

use crate::Circle;
use crate::days::earliest;

/// An entry and when what it says happened.
pub(super) type Moment = (EntryId, Occurred);

/// The day from which nothing more is due that began on a day: the case was closed, the child turned 18 or
/// died, whichever came first.
pub(crate) fn ceases(circle: &Circle, began: Date) -> Option<Date> {
    earliest([closed(circle, began), circle.grown_up()])
}

/// The day on which the work that was under way on a day was closed.
fn closed(circle: &Circle, day: Date) -> Option<Date> {
    let under_way = |span: &record::timeline::Span| span.from <= day && span.to.is_none_or(|to| day <= to);
    let involvements = circle.timeline.involvements.iter().rev();
    involvements.map(|involvement| involvement.span).find(under_way)?.to
}

/// When what an entry says happened.
pub(super) fn moment(circle: &Circle, entry: EntryId) -> Option<Moment> {
    circle.timeline.entry(entry).map(|found| (found.id, found.occurred))
}

/// When each event of a kind happened, in order.
pub(super) fn moments<E: Typed + 'static>(circle: &Circle) -> Vec<Moment> {
    circle.timeline.of::<E>().map(|(entry, _)| (entry.id, entry.occurred)).collect()
}

/// The first of some moments that is not before a start.
pub(super) fn first_since(moments: impl IntoIterator<Item = Moment>, start: Moment) -> Option<Moment> {
    moments.into_iter().find(|(_, at)| not_before(*at, start.1))
}

/// Whether something happened no earlier than something else, as far as can be told: on one day without both
/// times, it may have.
pub(super) fn not_before(at: Occurred, start: Occurred) -> bool {
    match (at.instant(), start.instant()) {
        (Some(at), Some(start)) => at >= start,
        _ => at.date() >= start.date(),
    }
}
