//! Limits and duties as the figures count them: those of the timescales.

use calendar::Within;

use crate::timescales::timescale;
use crate::{Circle, Duty};

/// The limit of the timescale of this id, as the law has it.
pub(super) fn of_law(id: &str) -> Within {
    timescale(id).unwrap_or_else(|| unreachable!("no timescale is named {id}")).within
}

/// A child's duties under the timescales of these ids, in the order they fell due, whether or not the
/// authority keeps them as deadlines: a figure is counted for everybody.
pub(super) fn duties(circle: &Circle, ids: &[&str]) -> Vec<Duty> {
    let timescales =
        ids.iter().map(|id| timescale(id).unwrap_or_else(|| unreachable!("no timescale is named {id}")));
    let mut duties: Vec<Duty> = timescales.flat_map(|timescale| timescale.duties(circle)).collect();
    duties.sort_by_key(|duty| (duty.due_on, duty.started_on(), duty.run.started.0));
    duties
}
