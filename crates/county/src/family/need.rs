//! A child in need plan: agreed, visited, looked at again, ended or stepped up.

use calendar::periods::{add_calendar_days, add_months};
use calendar::working_days::{add_working_days, roll_forward};
use jiff::civil::Date;
use record::events::{NeedPlanEnded, NeedPlanReviewed, NeedPlanStarted, Progress, VisitPurpose};

use crate::sitting::{Sitting, instant, moment};

use super::{Family, InNeed, Stage, Waking};

impl Family {
    /// A child in need plan begins.
    pub(super) fn need_plan(&mut self, waking: &mut Waking, day: Date) -> Option<(Stage, Date)> {
        let day = roll_forward(day);
        let (worker, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&worker, role);
        let mut children = self.open_children();
        if children.len() > 1 && self.chance.percent(5.0) {
            children.pop(); // a brother or sister without a plan
        }
        let review_on = add_months(day, 3);
        for child in children {
            let cast = self.cast(waking, child);
            let actions = self.actions(waking, child, day);
            let mut event = NeedPlanStarted {
                outcomes: cast.say("need.outcomes", &mut self.chance),
                actions: self.answering(waking, child, actions),
                visit_every_working_days: Some(20),
                review_on: Some(review_on),
                ..NeedPlanStarted::default()
            };
            self.need_plan_said(waking, child, day, &mut event);
            sitting.say(&self.children[child].id, moment(day, 14 * 60), event);
        }
        waking.record(sitting, instant(day, 16 * 60 + 30));
        let mean = waking.world.rates.need_plan_mean_days;
        let mean = if self.theme == "disability" { mean * 2.5 } else { mean };
        let plan = InNeed {
            ends: add_calendar_days(day, 45 + self.chance.wait_days((mean - 45.0).max(30.0))),
            next_visit: add_working_days(day, self.chance.between(8, 20)),
            next_review: add_calendar_days(review_on, self.chance.between(-10, 12)),
            next_supervision: add_calendar_days(day, self.chance.between(20, 56)),
        };
        Some((Stage::InNeed(plan), add_calendar_days(day, 1)))
    }

    /// The next four weeks of a child in need plan, or until it ends.
    pub(super) fn in_need(&mut self, waking: &mut Waking, mut plan: InNeed) -> Option<(Stage, Date)> {
        let today = waking.today;
        if self.open_children().is_empty() {
            return Some(self.heard_again(waking, today));
        }
        if self.maybe_moves_away(waking, roll_forward(today), false) {
            return self.close(waking, add_calendar_days(today, 4), "RC5");
        }
        self.maybe_died(waking, roll_forward(today));
        self.births(waking, today);
        let until = add_calendar_days(today, 28).min(plan.ends);
        self.risk_may_rise(waking, today, until);
        if self.chance.percent(2.2)
            && let Some(next) = self.enquire(waking, add_working_days(today, 2), None)
        {
            return Some(next);
        }
        while plan.next_visit < until {
            let day = plan.next_visit;
            self.visit(waking, day, VisitPurpose::InNeed);
            let gap = match self.chance.weighted(&[74.0, 18.0, 8.0]) {
                0 => self.chance.between(13, 20),
                1 => self.chance.between(21, 30),
                _ => self.chance.between(31, 55),
            };
            plan.next_visit = add_working_days(day, gap);
        }
        while plan.next_review < until {
            self.need_reviewed(waking, plan.next_review);
            plan.next_review = add_calendar_days(plan.next_review, self.chance.between(80, 175));
        }
        if plan.next_supervision < until {
            self.supervised(waking, plan.next_supervision);
            let gap = if self.chance.percent(78.0) {
                self.chance.between(40, 56)
            } else {
                self.chance.between(60, 110)
            };
            plan.next_supervision = add_calendar_days(plan.next_supervision, gap);
        }
        if self.chance.percent(55.0) {
            let on = add_calendar_days(today, self.chance.between(0, 20));
            self.note(waking, on.min(until));
        }
        if plan.ends > until {
            return Some((Stage::InNeed(plan), until));
        }
        self.need_ended(waking, plan.ends)
    }

    fn need_reviewed(&mut self, waking: &mut Waking, day: Date) {
        let day = roll_forward(day);
        let (worker, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&worker, role);
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let progress =
                [Progress::Better, Progress::Same, Progress::Worse][self.chance.weighted(&[55.0, 38.0, 7.0])];
            let event = NeedPlanReviewed {
                progress: Some(progress),
                note: cast.say("review.note", &mut self.chance),
                actions: Vec::new(),
                review_on: Some(add_months(day, 6)),
            };
            sitting.say(&self.children[child].id, moment(day, 15 * 60), event);
            self.need_rated(waking, child, day, &mut sitting);
        }
        let at = self.written_up(day, 16 * 60);
        waking.record(sitting, at);
    }

    fn need_ended(&mut self, waking: &mut Waking, day: Date) -> Option<(Stage, Date)> {
        let day = roll_forward(day);
        let (worker, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&worker, role);
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let event = NeedPlanEnded {
                reason: cast.say("closure.reason", &mut self.chance),
                outcome: cast.say("closure.outcome", &mut self.chance),
            };
            sitting.say(&self.children[child].id, moment(day, 11 * 60), event);
        }
        waking.record(sitting, instant(day, 13 * 60));
        let wait = self.chance.between(1, 9);
        self.close(waking, add_working_days(day, wait), "RC7")
    }
}
