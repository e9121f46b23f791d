//! Recurring limits: one running for each interval, from the event before that was actually held.
//!
//! No interval has credit: what is held early moves the next due date earlier, and what is held late is late
//! once. Each interval keeps the limit that was in force when it began.

use calendar::Within;
use jiff::civil::Date;

use super::scope::Moment;
use crate::Run;

/// The intervals from a start, each stopped by the next of the events held, until a day.
///
/// `within` gives an interval's limit by its place (0 is the first) and its start; `None` leaves the
/// timescale's own. An interval that would begin on the last day does not begin.
pub(super) fn chain(
    start: Moment,
    held: impl IntoIterator<Item = Moment>,
    until: Option<Date>,
    within: impl Fn(usize, Moment) -> Option<Within>,
) -> Vec<Run> {
    let counts = |(id, at): &Moment| *id != start.0 && at.date() >= start.1.date() && before(*at, until);
    let mut runs: Vec<Run> = Vec::new();
    let mut from = start;
    for next in held.into_iter().filter(counts) {
        runs.push(began(from).within(within(runs.len(), from)).stopped(Some(next)).lapsed(until));
        from = next;
    }
    if until.is_none_or(|until| from.1.date() < until) {
        runs.push(began(from).within(within(runs.len(), from)).lapsed(until));
    }
    runs
}

/// What may move an interval along.
#[derive(Clone, Copy, Debug)]
pub(super) enum Beat {
    /// The event was held: the interval stops, and the next begins.
    Held(Moment),
    /// From now on the limit is this; `None`: nothing is due any more.
    Limit(Moment, Option<Within>),
}

impl Beat {
    fn moment(self) -> Moment {
        match self {
            Self::Held(moment) | Self::Limit(moment, _) => moment,
        }
    }
}

/// The intervals where the limit itself changes as things go on: the plan sets its own, and may set another.
///
/// An interval keeps the limit it began with. A new limit takes over at once only if it falls due sooner: it
/// counts from the event last held, or (were that already past) from the day the limit was set. So a new
/// limit can never excuse what is already overdue.
pub(super) fn changing(mut beats: Vec<Beat>, until: Option<Date>) -> Vec<Run> {
    beats.retain(|beat| before(beat.moment().1, until));
    // What is held on the day a limit is set counts first: it is then the start of the new interval.
    beats.sort_by_key(|beat| (beat.moment().1.date(), matches!(beat, Beat::Limit(..))));
    let mut runs = Vec::new();
    let (mut last, mut limit): (Option<Moment>, Option<Within>) = (None, None);
    let mut running: Option<(Moment, Within)> = None;
    for beat in beats {
        match beat {
            Beat::Held(held) => {
                runs.extend(
                    running.map(|(from, within)| began(from).within(Some(within)).stopped(Some(held))),
                );
                last = Some(held);
                running = limit.map(|within| (held, within));
            }
            Beat::Limit(set, within) => {
                limit = within;
                let Some(within) = within else { continue };
                let still_ahead = |held: &Moment| within.due(held.1.date()) >= set.1.date();
                let from = last.filter(still_ahead).unwrap_or(set);
                let due = |(from, within): (Moment, Within)| within.due(from.1.date());
                if running.is_none_or(|running| due((from, within)) < due(running)) {
                    running = Some((from, within));
                }
            }
        }
    }
    let open = running.filter(|(from, _)| until.is_none_or(|until| from.1.date() < until));
    runs.extend(open.map(|(from, within)| began(from).within(Some(within))));
    runs.into_iter().map(|run| run.lapsed(until)).collect()
}

fn began((by, at): Moment) -> Run {
    Run::started(by, at)
}

fn before(at: chronology::Occurred, until: Option<Date>) -> bool {
    until.is_none_or(|until| at.date() <= until)
}
