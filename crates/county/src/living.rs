//! A county's chronology, in the order of recording: the organisation, then every family's life as it comes.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::iter::Peekable;
use std::vec;

use calendar::london;
use calendar::periods::add_calendar_days;
use calendar::working_days::roll_forward;
use chronology::Draft;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::chance::Chance;
use crate::family::{Family, Rates, Waking, World, first_days};
use crate::named::Named;
use crate::organisation::{Move, Organisation};
use crate::plan::Plan;
use crate::sitting::{Sitting, instant};
use crate::{authority, channel, help};

/// Lives through a plan: every recording with the moment at which it is recorded, in that order.
///
/// The recordings name earlier ones by their numbers, counted from 1: they are meant for an empty chronology. At
/// no time is more held than the families' next few weeks.
pub fn live(plan: &Plan) -> impl Iterator<Item = (Draft, Timestamp)> + Send + use<> {
    Living::of(plan)
}

/// Something that waits for its moment.
struct Waiting {
    at: Timestamp,
    /// Families wake before anything else of the same moment is recorded; then in the order they came.
    turn: (u8, u64),
    what: What,
}

enum What {
    Family(Box<Family>),
    Departure(usize),
    Move(Move, usize),
    Sitting(Box<Sitting>),
    Named(usize),
}

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.turn) == (other.at, other.turn)
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.turn).cmp(&(other.at, other.turn))
    }
}

/// In a demonstration: what is moved or handed over, which family, how many days before the end.
const MOVES: [(Move, usize, i32); 7] = [
    (Move::Accepted, 3, 60),
    (Move::Accepted, 5, 33),
    (Move::Asked, 1, 12),
    (Move::Asked, 7, 3),
    (Move::TakenUp, 9, 20),
    (Move::TakenUp, 11, 8),
    (Move::HandedOver, 13, 1),
];

struct Living {
    world: World,
    heap: BinaryHeap<Reverse<Waiting>>,
    unborn: Peekable<vec::IntoIter<(Date, u32)>>,
    named: Named,
    chance: Chance,
    turns: u64,
    number: u64,
    end: Timestamp,
}

impl Living {
    fn of(plan: &Plan) -> Self {
        let mut organisation = Organisation::of(plan);
        let named = Named::of(plan);
        organisation.add_load("hannah-pascoe", named.children_of_hannah());
        let world = World { rates: Rates::of(plan), plan: plan.clone(), organisation };
        let mut living = Self {
            heap: BinaryHeap::new(),
            unborn: first_days(plan).into_iter().peekable(),
            chance: Chance::of(plan.seed, u64::MAX - 2),
            turns: 0,
            number: 0,
            end: london::last_instant_of(plan.to),
            named,
            world,
        };
        for sitting in living.world.organisation.recorded() {
            living.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
        }
        for (day, worker) in living.world.organisation.departures() {
            // At the end of the day, when the families that woke on it have said what they do.
            living.wait(instant(day, 15 * 60), 0, What::Departure(worker));
        }
        for sitting in living.world.organisation.caseloads_reviewed(plan.to) {
            living.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
        }
        for sitting in authority::recorded(plan, &living.world.organisation) {
            living.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
        }
        for sitting in channel::recorded(plan).into_iter().chain(help::recorded(plan)) {
            living.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
        }
        for (what, nth, ago) in MOVES.iter().filter(|_| plan.named_families) {
            let day = add_calendar_days(plan.to, -ago);
            let day = if *ago > 3 { roll_forward(day) } else { day };
            living.wait(instant(day, 60), 0, What::Move(*what, *nth));
        }
        for (place, at) in living.named.moments().into_iter().enumerate() {
            living.wait(at, 1, What::Named(place));
        }
        living
    }

    fn wait(&mut self, at: Timestamp, rank: u8, what: What) {
        if at <= self.end {
            self.turns += 1;
            self.heap.push(Reverse(Waiting { at, turn: (rank, self.turns), what }));
        }
    }

    /// Brings in the families first heard of before the next moment that waits.
    fn bring_in(&mut self) {
        while let Some((day, index)) = self.unborn.peek().copied() {
            let at = instant(day, 0);
            if self.heap.peek().is_some_and(|next| next.0.at < at) {
                return;
            }
            self.unborn.next();
            let family = Family::invent(&self.world, index, day);
            self.wait(at, 0, What::Family(Box::new(family)));
        }
    }

    fn wake(&mut self, mut family: Box<Family>, at: Timestamp) {
        let mut out = Vec::new();
        let today = london::date_of(at);
        let next = family.wake(&mut Waking { world: &mut self.world, out: &mut out, today });
        for sitting in out {
            self.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
        }
        match next {
            Some(day) => self.wait(instant(day, 0), 0, What::Family(family)),
            None => self.world.organisation.release(family.index),
        }
    }
}

impl Iterator for Living {
    type Item = (Draft, Timestamp);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            self.bring_in();
            let Reverse(Waiting { at, what, .. }) = self.heap.pop()?;
            let draft = match what {
                What::Family(family) => {
                    self.wake(family, at);
                    continue;
                }
                What::Departure(worker) => {
                    let today = london::date_of(at);
                    let sitting = self.world.organisation.departed(worker, today, &mut self.chance);
                    self.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
                    continue;
                }
                What::Move(what, nth) => {
                    let today = london::date_of(at);
                    let mut chance = Chance::of(self.world.plan.seed, u64::MAX - 5);
                    for sitting in self.world.organisation.moved(what, nth, today, &mut chance) {
                        self.wait(sitting.at, 1, What::Sitting(Box::new(sitting)));
                    }
                    continue;
                }
                What::Sitting(sitting) => sitting.numbered(self.number + 1),
                What::Named(place) => self.named.numbered(place, self.number + 1),
            };
            if let Some(draft) = draft {
                self.number += 1;
                return Some((draft, at));
            }
        }
    }
}
