//! Conferences as the limits around them see them: what kind each was, and which opened a plan.

use chronology::EntryId;
use jiff::civil::Date;
use record::events::{ConferenceBooked, ConferenceHeld, ConferenceType};
use record::timeline::ProtectionPlan;

use super::scope::{Moment, moment};
use crate::Circle;

/// A conference, held or only booked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Conference {
    /// The entry that booked it.
    pub(super) booked: Option<Moment>,
    /// The entry that says it was held.
    pub(super) held: Option<Moment>,
    /// The day on which it was or will be held.
    pub(super) on: Date,
    /// Whether it reviewed a plan; the others open one.
    pub(super) review: bool,
}

/// Every conference that was held, in order, with whether it was a review.
pub(super) fn held(circle: &Circle) -> Vec<(Moment, bool)> {
    let conferences = circle.timeline.of::<ConferenceHeld>();
    conferences
        .map(|(e, said)| ((e.id, e.occurred), is_review(circle, said.conference_type, e.day())))
        .collect()
}

/// The review conferences held, in order.
pub(super) fn reviews(circle: &Circle) -> Vec<Moment> {
    held(circle).into_iter().filter(|(_, review)| *review).map(|(moment, _)| moment).collect()
}

/// The conferences held that may open a plan, in order: initial, before birth, and on moving into the area.
pub(super) fn initials(circle: &Circle) -> Vec<Moment> {
    held(circle).into_iter().filter(|(_, review)| !review).map(|(moment, _)| moment).collect()
}

/// What opened a plan: the conference before it and after any earlier plan, or the start of the plan itself
/// where the record holds no such conference.
pub(super) fn opening(circle: &Circle, plan: &ProtectionPlan) -> Option<Moment> {
    let earlier = circle.timeline.protection_plans.iter().filter_map(|other| other.span.to);
    let since = earlier.filter(|ended| *ended <= plan.span.from).max();
    let fits = |(_, at): &Moment| at.date() <= plan.span.from && since.is_none_or(|since| at.date() >= since);
    initials(circle).into_iter().rfind(fits).or_else(|| moment(circle, plan.by))
}

/// Every conference held, and those booked that are still to come, each with its last booking.
pub(super) fn booked_or_held(circle: &Circle) -> Vec<Conference> {
    let mut conferences: Vec<Conference> = Vec::new();
    let bookings: Vec<(Moment, Date, bool)> = circle
        .timeline
        .of::<ConferenceBooked>()
        .filter_map(|(entry, said)| {
            let on = said.on?;
            Some(((entry.id, entry.occurred), on, is_review(circle, said.conference_type, on)))
        })
        .collect();
    let mut used: Vec<EntryId> = Vec::new();
    for (moment, review) in held(circle) {
        let day = moment.1.date();
        let mine = |(booking, _, of_review): &&(Moment, Date, bool)| {
            *of_review == review && booking.1.date() <= day && !used.contains(&booking.0)
        };
        let booked = bookings.iter().filter(mine).map(|(booking, ..)| *booking).collect::<Vec<_>>();
        used.extend(booked.iter().map(|(id, _)| *id));
        conferences.push(Conference { booked: booked.last().copied(), held: Some(moment), on: day, review });
    }
    for wanted in [false, true] {
        let open =
            bookings.iter().rfind(|(booking, _, review)| *review == wanted && !used.contains(&booking.0));
        conferences.extend(open.map(|(booking, on, review)| Conference {
            booked: Some(*booking),
            held: None,
            on: *on,
            review: *review,
        }));
    }
    conferences.sort_by_key(|conference| conference.on);
    conferences
}

/// A conference of which nobody said what kind it was is a review if the child was already on a plan.
fn is_review(circle: &Circle, said: Option<ConferenceType>, day: Date) -> bool {
    let on_plan = || circle.timeline.protection_plan_on(day).is_some_and(|plan| plan.span.from < day);
    said.map_or_else(on_plan, |kind| kind == ConferenceType::Review)
}
