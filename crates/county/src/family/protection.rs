//! A child protection plan while it runs: visits, core groups, reviews, oversight.

use calendar::periods::{add_calendar_days, add_months};
use calendar::working_days::{add_working_days, roll_forward};
use jiff::civil::Date;
use record::events::{
    ActionReview, ActionState, ConferenceType, CoreGroupHeld, ManagementDecisionMade, Progress,
    ProtectionPlanApproved, ProtectionPlanEnded, ProtectionPlanRevised, SafetyGoalScaled, SupervisionHeld,
    VisitPurpose,
};

use crate::sitting::{Place, Sitting, instant, moment};

use super::{Family, Protected, Stage, Waking};

impl Family {
    /// A protection plan has just begun: what is written down, and what comes first.
    pub(super) fn protection_begins(&mut self, day: Date, review_on: Date) -> (Stage, Date) {
        let late = self.chance.percent(11.0);
        let plan = Protected {
            since: day,
            next_visit: add_working_days(day, self.chance.between(3, 10)),
            next_core_group: add_working_days(
                day,
                if late { self.chance.between(12, 20) } else { self.chance.between(6, 10) },
            ),
            core_groups: 0,
            next_review: add_calendar_days(review_on, -self.chance.between(1, 9)),
            reviews: 0,
            next_supervision: add_calendar_days(day, self.chance.between(10, 30)),
            revision: None,
        };
        (Stage::Protected(plan), add_calendar_days(day, 1))
    }

    /// The next four weeks of a protection plan, or until its review.
    pub(super) fn protected(&mut self, waking: &mut Waking, mut plan: Protected) -> Option<(Stage, Date)> {
        let today = waking.today;
        let children = self.open_children();
        if children.is_empty() {
            return Some(self.heard_again(waking, today));
        }
        if self.maybe_moves_away(waking, roll_forward(today), true) {
            return self.close(waking, add_calendar_days(today, 4), "RC5");
        }
        self.maybe_died(waking, roll_forward(today));
        self.births(waking, today);
        let until = add_calendar_days(today, 28).min(plan.next_review);
        self.risk_may_rise(waking, today, until);
        while plan.next_visit < until {
            let day = plan.next_visit;
            self.visit(waking, day, VisitPurpose::Protection);
            let gap = match self.chance.weighted(&[76.0, 16.0, 8.0]) {
                0 => self.chance.between(6, 10),
                1 => self.chance.between(11, 15),
                _ => self.chance.between(16, 26),
            };
            plan.next_visit = add_working_days(day, gap);
        }
        while plan.next_core_group < until {
            self.core_group(waking, &mut plan);
        }
        if plan.next_supervision < until {
            self.supervised(waking, plan.next_supervision);
            let gap = if self.chance.percent(78.0) {
                self.chance.between(24, 31)
            } else {
                self.chance.between(35, 75)
            };
            plan.next_supervision = add_calendar_days(plan.next_supervision, gap);
        }
        for _ in 0..self.chance.between(0, 2) {
            let on = add_calendar_days(today, self.chance.between(0, 24));
            self.note(waking, on.min(until));
        }
        if plan.next_review > until {
            return Some((Stage::Protected(plan), until));
        }
        self.reviewed(waking, plan)
    }

    fn core_group(&mut self, waking: &mut Waking, plan: &mut Protected) {
        let day = roll_forward(plan.next_core_group);
        let missed = plan.core_groups > 0 && self.chance.percent(9.0);
        if !missed {
            self.core_group_held(waking, day);
            if plan.core_groups == 0 {
                self.plan_written(waking, plan, day);
            }
            plan.core_groups += 1;
        }
        let gap =
            if self.chance.percent(82.0) { self.chance.between(24, 42) } else { self.chance.between(43, 60) };
        plan.next_core_group = add_calendar_days(day, gap);
    }

    fn core_group_held(&mut self, waking: &mut Waking, day: Date) {
        let (worker, role) = self.worker(waking, day);
        let children = self.open_children();
        let attendance = self.attendance(waking, children.first().copied().unwrap_or(0), day, None);
        let cast = self.cast(waking, children.first().copied().unwrap_or(0));
        let mut sitting = Sitting::by(&worker, role);
        let progress = self.progress();
        sitting.share(CoreGroupHeld {
            attendance,
            progress: Some(progress),
            notes: cast.say("core.notes", &mut self.chance),
            next_on: Some(add_calendar_days(day, 35)),
            ..CoreGroupHeld::default()
        });
        for child in children {
            let cast = self.cast(waking, child);
            let bank = self.children[child].words_bank(day);
            let actions = self.actions_read(waking, child, day);
            let event = CoreGroupHeld {
                childs_views: cast.say(bank, &mut self.chance).filter(|_| self.chance.percent(80.0)),
                actions,
                ..CoreGroupHeld::default()
            };
            sitting.say_sharing(&self.children[child].id, moment(day, 13 * 60 + 30), event);
        }
        let at = self.written_up(day, 15 * 60);
        waking.record(sitting, at);
    }

    fn progress(&mut self) -> Progress {
        [Progress::Better, Progress::Same, Progress::Worse][self.chance.weighted(&[52.0, 38.0, 10.0])]
    }

    fn actions_read(&mut self, waking: &Waking, child: usize, day: Date) -> Vec<ActionReview> {
        let given = self.actions(waking, child, day);
        let mut all = Vec::new();
        for action in given.into_iter().take(3) {
            let state = [ActionState::Done, ActionState::Underway, ActionState::NotStarted]
                [self.chance.weighted(&[30.0, 55.0, 15.0])];
            all.push(ActionReview { what: action.what, state: Some(state), ..ActionReview::default() });
        }
        all
    }

    /// What the plan says is written down, and a manager approves it.
    fn plan_written(&mut self, waking: &mut Waking, plan: &mut Protected, day: Date) {
        let (worker, role) = self.worker(waking, day);
        let label = self.label();
        let children = self.open_children();
        let mut sitting = Sitting::by(&worker, role);
        for child in &children {
            let dangers = self.dangers(waking, *child);
            let actions = self.actions(waking, *child, day);
            let actions = self.answering(waking, *child, actions);
            let cast = self.cast(waking, *child);
            let chance = &mut self.chance;
            let event = ProtectionPlanRevised {
                dangers,
                outcomes: cast.say("plan.outcomes", chance),
                actions,
                visit_every_working_days: Some(10).filter(|_| !chance.percent(6.0)),
                core_group_every_weeks: Some(6),
                contingency: cast.say("plan.contingency", chance).filter(|_| !chance.percent(4.0)),
                bottom_line: cast.say("plan.bottom_line", chance),
                childs_part: cast.say("plan.childs_part", chance).filter(|_| !chance.percent(4.0)),
                parents_version: cast.say("plan.parents_version", chance),
                parents_read_on: Some(day),
                written_by: Some(worker.clone()),
            };
            sitting.say(&self.children[*child].id, moment(day, 16 * 60), event);
        }
        sitting.labelled(label, &self.numbers.clone());
        waking.record(sitting, instant(day, 17 * 60 + 30));
        plan.revision = Some(Place { label, index: 0 });
        if self.chance.percent(7.0) {
            return; // nobody approved it
        }
        let on = add_working_days(day, self.chance.between(1, 5));
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        for (turn, child) in children.iter().enumerate() {
            let cast = self.cast(waking, *child);
            let event = ProtectionPlanApproved {
                revision: None,
                decided_by: Some(manager.clone()),
                comment: cast.say("management.reason", &mut self.chance),
            };
            sitting.say(&self.children[*child].id, moment(on, 11 * 60), event);
            sitting.naming("revision", Some(Place { label, index: turn as u16 }), &self.numbers);
        }
        waking.record(sitting, instant(on, 11 * 60 + 10));
    }

    /// A worker and their manager talk the family over; sometimes the manager decides something.
    pub(super) fn supervised(&mut self, waking: &mut Waking, day: Date) {
        let day = roll_forward(day);
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let id = self.children[child].id.clone();
            let event = SupervisionHeld {
                manager: Some(manager.clone()),
                reflection: cast.say("supervision.reflection", &mut self.chance),
                direction: cast.say("supervision.direction", &mut self.chance),
                actions: Vec::new(),
            };
            sitting.say(&id, day, event);
            if self.chance.percent(18.0) {
                let event = ManagementDecisionMade {
                    decision: cast.say("management.decision", &mut self.chance),
                    reason: cast.say("management.reason", &mut self.chance),
                    decided_by: Some(manager.clone()),
                    ..ManagementDecisionMade::default()
                };
                sitting.say(&id, day, event);
            }
            if self.chance.percent(20.0) {
                let event = SafetyGoalScaled {
                    scale: Some(self.chance.between(2, 9) as u32),
                    scored_by: Some("Worker and manager".to_owned()),
                    reason: cast.say("analysis", &mut self.chance),
                    ..SafetyGoalScaled::default()
                };
                sitting.say(&id, day, event);
            }
        }
        waking.record(sitting, instant(day, 16 * 60 + 40));
    }

    /// The births, since the family last woke, of children known unborn.
    pub(super) fn births(&mut self, waking: &mut Waking, day: Date) {
        let (author, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&author, role);
        self.tell_births(&mut sitting, day);
        waking.record(sitting, instant(day, 9 * 60));
    }

    /// A review conference: the plan goes on, or ends.
    fn reviewed(&mut self, waking: &mut Waking, mut plan: Protected) -> Option<(Stage, Date)> {
        let slip = if self.chance.percent(5.0) { self.chance.between(8, 24) } else { 0 };
        let day = roll_forward(add_calendar_days(plan.next_review, slip)).max(roll_forward(waking.today));
        if self.open_children().is_empty() {
            return Some(self.heard_again(waking, day));
        }
        self.book(waking, day, waking.today.min(day));
        let goes_on = match plan.reviews {
            0 => waking.world.rates.plan_goes_on_percent,
            1 => waking.world.rates.plan_goes_on_percent * 0.52,
            _ => 25.0,
        };
        let needed = self.chance.percent(goes_on);
        let progress = if needed { self.progress() } else { Progress::Better };
        let next = add_months(day, 6);
        self.held(waking, day, ConferenceType::Review, slip > 0, Some(progress));
        self.conference_decided(waking, day, Some(needed), next, false);
        plan.reviews += 1;
        if needed {
            plan.next_review = add_calendar_days(next, -self.chance.between(2, 20));
            return Some((Stage::Protected(plan), add_calendar_days(day, 1)));
        }
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let event = ProtectionPlanEnded {
                reason: cast.say("conference.ends", &mut self.chance),
                outcome: cast.say("closure.outcome", &mut self.chance),
                support_after: Some("A child in need plan from the same day.".to_owned()),
                decided_by: Some(manager.clone()),
            };
            sitting.say(&self.children[child].id, moment(day, 12 * 60), event);
        }
        waking.record(sitting, instant(day, 14 * 60));
        self.need_plan(waking, add_calendar_days(day, 1))
    }
}
