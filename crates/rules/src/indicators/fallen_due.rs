//! Duties that fell due in a period, as cases.

use super::words::day;
use super::{Case, Dated, limits};
use crate::{Circle, Duty};

/// A case for each duty under some timescales, dated on the day it was due. One that no longer applied on
/// that day, and had not been done, was not due.
pub(super) fn cases(circle: &Circle, timescales: &[&str], what: &str) -> Vec<(Case, Duty)> {
    let duties = limits::duties(circle, timescales).into_iter();
    let due = duties.filter(|duty| {
        let lapsed = duty.run.lapsed_on.zip(duty.due_on).is_some_and(|(lapsed, due)| lapsed <= due);
        duty.due_on.is_some() && (duty.in_time == Some(true) || !lapsed)
    });
    due.filter_map(|duty| Some((case(&duty, what)?, duty))).collect()
}

fn case(duty: &Duty, what: &str) -> Option<Case> {
    let due = duty.due_on?;
    let met = duty.in_time == Some(true);
    let limit =
        format!("within {} of {}, so by {}", duty.within.describe(), day(duty.run.counts_from()), day(due));
    let because = match duty.stopped_on() {
        Some(done) if met => format!("{what} was due {limit}, and was on {}.", day(done)),
        Some(done) => format!("{what} was due {limit}, and was not until {}.", day(done)),
        None => format!("{what} was due {limit}, and there is none on record."),
    };
    let case = Case::new(Dated::On(due), met, because).from([duty.run.started.0]);
    Some(case.from(duty.run.stopped.map(|(id, _)| id)))
}
