//! Children moved from one team to another, and handed from the night to the day.

use calendar::working_days::add_working_days;
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    AllocationEnded, AllocationStarted, HandoverAccepted, HandoverMade, Role, TransferAccepted,
    TransferCheck, TransferQualityChecked, TransferRequested,
};

use super::{Assignment, Organisation, person};
use crate::chance::Chance;
use crate::channel::NIGHT_WORKER;
use crate::sitting::{Sitting, instant, moment};

/// Something about a family whose children have a worker.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Move {
    /// Asked of another team, checked, and accepted three working days later.
    Accepted,
    /// Asked of another team, and not answered.
    Asked,
    /// Handed from the night to the day team, and taken up in the morning.
    TakenUp,
    /// Handed from the night to the day team last night.
    HandedOver,
}

/// What the next worker is told.
const HANDOVER: &str = "Talks most in the car. The mother answers texts and not calls. The school promised a quiet room by half-term.";
/// What the child was told.
const TOLD: &str = "Told at home, with both workers there: why, when, and that the number stays the same.";

impl Organisation {
    /// A move on a day of a family of the first locality: the `nth` of those whose worker stays.
    pub(crate) fn moved(&mut self, what: Move, nth: usize, day: Date, chance: &mut Chance) -> Vec<Sitting> {
        let lies_in = |worker: usize| self.teams[self.workers[worker].team].area.is_some();
        let open = self.assignments.iter().filter(|(_, one)| one.until.is_none() && lies_in(one.worker));
        let Some((family, assignment)) = open.map(|(family, one)| (*family, one.clone())).nth(nth) else {
            return Vec::new();
        };
        match what {
            Move::Accepted => self.accepted(family, &assignment, day, chance),
            Move::Asked => {
                self.receiving(&assignment).map(|to| self.asked(&assignment, to, day)).into_iter().collect()
            }
            Move::TakenUp => self.handed(&assignment, day, true),
            Move::HandedOver => self.handed(&assignment, day, false),
        }
    }

    /// Another locality's team.
    fn receiving(&self, assignment: &Assignment) -> Option<usize> {
        let from = self.workers[assignment.worker].team;
        (0..self.teams.len()).find(|team| *team != from && self.teams[*team].area.is_some())
    }

    fn asked(&self, assignment: &Assignment, to: usize, day: Date) -> Sitting {
        let from = self.workers[assignment.worker].team;
        let manager = self.workers[self.teams[from].manager].id.clone();
        let mut sitting = Sitting::by(&manager, Role::TeamManager);
        sitting.at = instant(day, 10 * 60);
        for (child, _) in &assignment.children {
            let asked = TransferRequested {
                from_team: Some(self.teams[from].id.clone()),
                to_team: Some(self.teams[to].id.clone()),
                to_manager: Some(self.workers[self.teams[to].manager].id.clone()),
                reason: Some("The family has moved into the other team’s part of the county.".to_owned()),
                handover: Some(HANDOVER.to_owned()),
                requested_by: Some(manager.clone()),
            };
            sitting.say(child, day, asked);
        }
        sitting
    }

    fn accepted(
        &mut self,
        family: u32,
        assignment: &Assignment,
        day: Date,
        chance: &mut Chance,
    ) -> Vec<Sitting> {
        let Some(to) = self.receiving(assignment) else { return Vec::new() };
        let on = add_working_days(day, 3);
        let Some(next) = self.choose(to, on, false, chance) else { return Vec::new() };
        let asked = self.asked(assignment, to, day);
        let mut checked = Sitting::by(&self.workers[self.teams[to].manager].id, Role::TeamManager);
        checked.at = instant(add_working_days(day, 1), 11 * 60);
        let manager = self.workers[self.teams[to].manager].id.clone();
        let mut taken = Sitting::by(&manager, Role::TeamManager);
        taken.at = instant(on, 15 * 60 + 30);
        for (child, _) in &assignment.children {
            let check = TransferQualityChecked {
                found: Some(TransferCheck::Ready),
                plan_current: Some(true),
                chronology_current: Some(true),
                visits_current: Some(true),
                checked_by: Some(manager.clone()),
                ..TransferQualityChecked::default()
            };
            checked.say(child, add_working_days(day, 1), check);
            let worker = Some(self.workers[next].id.clone());
            let told = Some(TOLD.to_owned());
            let over = self.over_limit(next);
            let accepted = TransferAccepted {
                worker: worker.clone(),
                child_told: told.clone(),
                override_reason: over.override_reason.clone(),
                override_by: over.override_by.clone(),
                decided_by: Some(manager.clone()),
                ..TransferAccepted::default()
            };
            taken.say(child, on, accepted);
            let ended = AllocationEnded {
                worker: Some(self.workers[assignment.worker].id.clone()),
                reason: Some("The case was transferred.".to_owned()),
                handover: Some(HANDOVER.to_owned()),
                child_told: told.clone(),
                introduced_on: Some(on),
            };
            taken.say(child, on, ended);
            let started = AllocationStarted {
                worker,
                team: Some(self.teams[to].id.clone()),
                child_told: told,
                decided_by: Some(manager.clone()),
                ..over
            };
            taken.say(child, on, started);
        }
        self.assign(family, Assignment { worker: next, since: on, ..assignment.clone() });
        vec![asked, checked, taken]
    }

    fn handed(&self, assignment: &Assignment, day: Date, taken_up: bool) -> Vec<Sitting> {
        let night: PersonId = person(NIGHT_WORKER);
        let worker = &self.workers[assignment.worker];
        let mut made = Sitting::by(&night, Role::Screener);
        made.at = instant(day, 23 * 60 + 30);
        let morning = add_working_days(day, 1);
        let mut taken = Sitting::by(&worker.id, Role::SocialWorker);
        taken.at = instant(morning, 9 * 60 + 15);
        for (child, name) in &assignment.children {
            let handover = HandoverMade {
                to_team: Some(self.teams[worker.team].id.clone()),
                done: Some(format!(
                    "The mother rang at eleven: {name} would not come in. Found by the neighbour before midnight, safe and cold."
                )),
                to_do: Some(format!("See {name} before school and ask what made tonight different.")),
                safe_until: Some(
                    "With the mother and the aunt, who stays until the morning; both were spoken with."
                        .to_owned(),
                ),
                handed_over_by: Some(night.clone()),
                ..HandoverMade::default()
            };
            made.say(child, moment(day, 23 * 60 + 20), handover);
            let first_step = Some("A visit before school.".to_owned());
            let accepted = HandoverAccepted {
                first_step,
                accepted_by: Some(worker.id.clone()),
                ..HandoverAccepted::default()
            };
            taken.say(child, moment(morning, 9 * 60 + 10), accepted);
        }
        if taken_up { vec![made, taken] } else { vec![made] }
    }
}
