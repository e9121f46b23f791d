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

#[cfg(test)]
mod tests {
    use chronology::{EntryId, Occurred};

    use super::*;

    fn on(number: u64, day: &str) -> Moment {
        (EntryId::new(number, 0), Occurred::day(day.parse().unwrap()))
    }

    /// Each running as start, limit, stop: `2026-03-02 10 working days 2026-03-12`.
    fn told(runs: &[Run]) -> Vec<String> {
        let told = runs.iter().map(|run| {
            let within = run.within.map(|within| format!(" {within}")).unwrap_or_default();
            let stopped = run.stopped.map(|(_, at)| format!(" {at}")).unwrap_or_default();
            format!("{}{within}{stopped}", run.started.1)
        });
        told.collect()
    }

    #[test]
    fn a_chain_runs_from_each_event_as_held_and_ends_with_the_scope() {
        let held = [on(2, "2026-03-12"), on(3, "2026-03-20"), on(4, "2026-04-30")];
        let until = Some("2026-04-10".parse().unwrap());
        let runs = chain(on(1, "2026-03-02"), held, until, |_, _| None);
        assert_eq!(told(&runs), ["2026-03-02 2026-03-12", "2026-03-12 2026-03-20", "2026-03-20"]);
        assert!(runs.iter().all(|run| run.lapsed_on == until));
        // The event that ends the scope begins no further interval.
        let runs = chain(on(1, "2026-03-02"), [on(2, "2026-04-10")], until, |_, _| None);
        assert_eq!(told(&runs), ["2026-03-02 2026-04-10"]);
    }

    #[test]
    fn a_new_limit_takes_over_only_if_it_falls_due_sooner() {
        let days = |days| Some(Within::WorkingDays(days));
        let start = Beat::Limit(on(1, "2026-03-02"), days(10));
        let sooner = Beat::Limit(on(2, "2026-03-04"), days(5));
        let later = Beat::Limit(on(2, "2026-03-04"), days(20));
        let seen = Beat::Held(on(3, "2026-03-11"));
        assert_eq!(
            told(&changing(vec![start, sooner, seen], None)),
            ["2026-03-04 5 working days 2026-03-11", "2026-03-11 5 working days"]
        );
        assert_eq!(
            told(&changing(vec![start, later, seen], None)),
            ["2026-03-02 10 working days 2026-03-11", "2026-03-11 20 working days"]
        );
    }

    #[test]
    fn a_new_limit_never_excuses_what_is_overdue() {
        let start = Beat::Limit(on(1, "2026-03-02"), Some(Within::WorkingDays(10)));
        // Overdue since the 17th; approved again on the 20th.
        let again = Beat::Limit(on(2, "2026-03-20"), Some(Within::WorkingDays(5)));
        assert_eq!(told(&changing(vec![start, again], None)), ["2026-03-02 10 working days"]);
    }

    #[test]
    fn a_limit_set_after_an_event_counts_from_the_event_while_there_is_time() {
        let held = Beat::Held(on(1, "2026-03-02"));
        let limit = |day| Beat::Limit(on(2, day), Some(Within::Weeks(4)));
        assert_eq!(told(&changing(vec![held, limit("2026-03-10")], None)), ["2026-03-02 4 weeks"]);
        assert_eq!(told(&changing(vec![held, limit("2026-03-31")], None)), ["2026-03-31 4 weeks"]);
        let no_longer = Beat::Limit(on(3, "2026-04-01"), None);
        let again = Beat::Held(on(4, "2026-04-20"));
        let runs = changing(vec![held, limit("2026-03-10"), no_longer, again], None);
        assert_eq!(told(&runs), ["2026-03-02 4 weeks 2026-04-20"], "and then nothing is due");
    }
}
