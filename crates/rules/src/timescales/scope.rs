//! When a running begins, what may stop it, and from which day a child is no longer in its scope.

use calendar::Within;
use chronology::{EntryId, Occurred};
use jiff::civil::Date;
use record::Typed;

use crate::settings::{LimitUnit, limit_info};
use crate::{Circle, Settings};

/// An entry and when what it says happened.
pub(super) type Moment = (EntryId, Occurred);

/// The day from which nothing more is due that began on a day: the case was closed, the child turned 18 or
/// died, whichever came first.
pub(super) fn ceases(circle: &Circle, began: Date) -> Option<Date> {
    earliest([closed(circle, began), grown_up(circle)])
}

/// The day the child turned 18 or died.
///
/// Somebody attains an age at the start of the birthday. Born on 29 February, the later of the two usages
/// holds for duties that end at an age, unless the authority says otherwise.
// LAW: Family Law Reform Act 1969 s9; Children Act 1989 s105 (a child is under eighteen).
pub(super) fn grown_up(circle: &Circle) -> Option<Date> {
    let identity = &circle.timeline.identity;
    earliest([identity.birth.and_then(|birth| birth.attains(18, circle.settings.leap_day)), identity.died_on])
}

/// The day on which the work that was under way on a day was closed.
fn closed(circle: &Circle, day: Date) -> Option<Date> {
    let under_way = |span: &record::timeline::Span| span.from <= day && span.to.is_none_or(|to| day <= to);
    let involvements = circle.timeline.involvements.iter().rev();
    involvements.map(|involvement| involvement.span).find(under_way)?.to
}

/// The earliest of the days that are known.
pub(super) fn earliest(days: impl IntoIterator<Item = Option<Date>>) -> Option<Date> {
    days.into_iter().flatten().min()
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

/// The authority's own number as a limit. Where the law fixes the number, one looser than the law is not
/// followed: practice may tighten the law and never loosen it.
pub(super) fn set_by_authority(settings: &Settings, name: &str) -> Within {
    let Some(info) = limit_info(name) else { unreachable!("no limit is named {name}") };
    let own = settings.limit(name);
    let number = if info.is_looser_than_law(own) { info.default } else { own };
    let number = i32::try_from(number).unwrap_or(i32::MAX);
    match info.unit {
        LimitUnit::Hours => Within::Hours(number),
        LimitUnit::WorkingDays => Within::WorkingDays(number),
        LimitUnit::Weeks => Within::Weeks(number),
        LimitUnit::Months => Within::Months(number),
        LimitUnit::Count => unreachable!("{name} counts things and not time"),
    }
}
