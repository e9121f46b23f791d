//! How open children stood under a recurring limit, day by day.

use record::timeline::Span;

use super::spans::{ends, open, overdue, pieces};
use super::words::day;
use super::{Case, Dated, limits};
use crate::days::day_after;
use crate::{Circle, Duty};

/// A case for each stretch in which an open child was inside a recurring limit, or past it. The stretches
/// are those of the timescale's own duties, so that a figure and a worklist never disagree.
///
/// `what` names what recurs: “a review of the chronology”.
pub(super) fn cases(circle: &Circle, timescale: &str, what: &str) -> Vec<Case> {
    let duties = limits::duties(circle, &[timescale]);
    let mut cases = Vec::new();
    for (span, involvement) in open(circle) {
        // Only what began in this time of working with the child: an earlier one has no say in it.
        let within = |day| span.from <= day && span.to.is_none_or(|to| day < to);
        let duties: Vec<&Duty> = duties.iter().filter(|duty| within(duty.started_on())).collect();
        let late: Vec<(Span, &Duty)> =
            duties.iter().filter_map(|duty| Some((overdue(duty)?, *duty))).collect();
        let cuts = ends(late.iter().map(|(span, _)| *span)).into_iter();
        for piece in pieces(span, cuts.chain(duties.iter().map(|duty| duty.started_on()))) {
            let past = late.iter().find(|(late, _)| late.covers(piece.from)).map(|(_, duty)| *duty);
            let running = || duties.iter().rfind(|duty| duty.started_on() <= piece.from).copied();
            let because = match (past, running()) {
                (Some(duty), _) => past_limit(duty, what),
                (None, Some(duty)) => inside(duty, what),
                (None, None) => format!("Open since {}.", day(involvement.accepted_on)),
            };
            let rests_on = past.or_else(running).map_or(involvement.opened_by, |duty| duty.run.started.0);
            cases.push(Case::new(Dated::During(piece), past.is_none(), because).from([rests_on]));
        }
    }
    cases
}

fn past_limit(duty: &Duty, what: &str) -> String {
    let due = duty.due_on.map(day).unwrap_or_default();
    let from = day(duty.started_on());
    format!("Without {what} since {from}: {} ended on {due}.", duty.within.describe())
}

fn inside(duty: &Duty, what: &str) -> String {
    let due = duty.due_on.map(|due| day(day_after(due))).unwrap_or_default();
    format!("Counted from {}, {what} was not overdue before {due}.", day(duty.started_on()))
}
