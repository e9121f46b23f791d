//! What a child needs and risks: weighed, raised, and answered when the case closes.

use calendar::periods::add_calendar_days;
use calendar::working_days::{add_working_days, roll_forward};
use jiff::civil::{Date, date};
use record::events::{
    Action, ChronologyReviewed, ClosureDecided, Danger, EnquiryCompleted, ManagementDecisionMade,
    NeedAnswered, NeedFound, NeedPlanStarted, NeedRating, OutcomeRated, RiskAssessmentCompleted,
    RiskIncreased,
};

use crate::chance::Chance;
use crate::sitting::{Place, Sitting, instant, moment};

use super::{Family, Waking};

/// The part of a life's chances that says what children need and risk.
const RISK: u64 = 47;
/// From this day on no case closes unweighed: until then nearly half did.
const WEIGHED_FROM: Date = date(2026, 1, 1);

impl Family {
    /// Does something with chances that leave the life's own as they were.
    pub(super) fn beside<T>(&mut self, act: impl FnOnce(&mut Self) -> T) -> T {
        let life = self.chance.clone();
        self.chance = life.beside(RISK);
        let done = act(self);
        self.chance = life;
        done
    }

    /// What a child needs, by the family's trouble: from now on the record says so.
    pub(super) fn needs_found(&mut self, waking: &Waking, child: usize) -> Vec<NeedFound> {
        self.beside(|family| {
            let cast = family.cast(waking, child);
            let count = 1 + family.chance.below(3);
            let lines = crate::words::bank(&format!("{}.need", family.theme));
            let needs: Vec<String> = lines.iter().take(count).map(|line| cast.fill(line)).collect();
            family.children[child].needs.clone_from(&needs);
            let found = |need| NeedFound { need: Some(need), would_help: None };
            needs.into_iter().map(found).collect()
        })
    }

    /// Actions, each with the need it answers.
    pub(super) fn answering(
        &mut self,
        waking: &Waking,
        child: usize,
        mut actions: Vec<Action>,
    ) -> Vec<Action> {
        if self.children[child].needs.is_empty() {
            self.needs_found(waking, child);
        }
        let needs = &self.children[child].needs;
        for (action, need) in actions.iter_mut().zip(needs.iter().cycle()) {
            action.need = Some(need.clone());
        }
        actions
    }

    /// What goes into a child in need plan beside its actions.
    pub(super) fn need_plan_said(
        &mut self,
        waking: &Waking,
        child: usize,
        day: Date,
        plan: &mut NeedPlanStarted,
    ) {
        self.beside(|family| {
            let cast = family.cast(waking, child);
            let chance = &mut family.chance;
            let all = day >= WEIGHED_FROM;
            plan.contingency = cast.say("plan.contingency", chance).filter(|_| all || chance.percent(70.0));
            plan.childs_part = cast.say("plan.childs_part", chance).filter(|_| chance.percent(80.0));
            plan.parents_version =
                cast.say("plan.parents_version", chance).filter(|_| all || chance.percent(60.0));
            plan.parents_read_on = Some(day).filter(|_| all || chance.percent(60.0));
        });
    }

    /// What an enquiry's outcome says of harm and protection, with what was feared where it was borne out.
    pub(super) fn enquiry_weighed(
        &mut self,
        waking: &Waking,
        child: usize,
        borne_out: bool,
        said: &mut EnquiryCompleted,
    ) {
        self.beside(|family| {
            let dangers = family.dangers(waking, child);
            if borne_out && said.dangers.is_empty() {
                said.dangers = dangers;
            }
            let cast = family.cast(waking, child);
            said.past_harm = cast.say("risk.past", &mut family.chance);
            said.protects = cast.say("risk.protects", &mut family.chance);
            said.weighing = cast.say("risk.weighing", &mut family.chance);
        });
    }

    fn risk_assessed(&mut self, waking: &Waking, child: usize, scale: i32) -> RiskAssessmentCompleted {
        let dangers = self.dangers(waking, child).into_iter();
        let scale = u32::try_from(scale).ok();
        let cast = self.cast(waking, child);
        RiskAssessmentCompleted {
            dangers: dangers.map(|danger| Danger { scale, ..danger }).collect(),
            past_harm: cast.say("risk.past", &mut self.chance),
            protects: cast.say("risk.protects", &mut self.chance),
            complicates: cast.say("risk.complicates", &mut self.chance).filter(|_| self.chance.percent(40.0)),
            weighing: cast.say("risk.weighing", &mut self.chance),
        }
    }

    /// Before a case closes its worker weighs the risk and reads the chronology through: of late always.
    pub(super) fn weighed_before_closing(&mut self, waking: &mut Waking, day: Date) {
        self.beside(|family| {
            if day < WEIGHED_FROM && family.chance.percent(45.0) {
                return;
            }
            let (worker, role) = family.worker(waking, day);
            let mut sitting = Sitting::by(&worker, role);
            for child in family.open_children() {
                let scale = family.chance.between(7, 9);
                let event = family.risk_assessed(waking, child, scale);
                let cast = family.cast(waking, child);
                let id = family.children[child].id.clone();
                sitting.say(&id, moment(day, 9 * 60 + 30), event);
                let event = ChronologyReviewed {
                    reviewed_by: Some(worker.clone()),
                    pattern: cast.say("history.learned", &mut family.chance),
                    harm_building: Some(false),
                };
                sitting.say(&id, moment(day, 9 * 60 + 40), event);
            }
            waking.record(sitting, instant(day, 10 * 60));
        });
    }

    /// What a closure says of each child: seen when, what history and risk come to, and each need with its answer.
    pub(super) fn closing(&mut self, waking: &Waking, child: usize, day: Date, closure: &mut ClosureDecided) {
        self.beside(|family| {
            closure.child_seen_on = family.children[child].last_seen;
            if day < WEIGHED_FROM && family.chance.percent(40.0) {
                return;
            }
            let cast = family.cast(waking, child);
            closure.analysis = cast.say("closure.analysis", &mut family.chance);
            let needs = std::mem::take(&mut family.children[child].needs);
            closure.needs = needs.into_iter().map(|need| answered(need, &cast, &mut family.chance)).collect();
        });
        self.children[child].needs.clear();
    }

    /// Now and then the risk to the children of a running plan rises: most times it is weighed and a strategy
    /// discussion considered by the next day.
    pub(super) fn risk_may_rise(&mut self, waking: &mut Waking, from: Date, until: Date) {
        self.beside(|family| {
            if !family.chance.percent(3.0) {
                return;
            }
            let day = roll_forward(add_calendar_days(from, family.chance.between(1, 20)));
            if day >= until {
                return;
            }
            let (worker, role) = family.worker(waking, day);
            let label = family.label();
            let children = family.open_children();
            let mut sitting = Sitting::by(&worker, role);
            for child in &children {
                let cast = family.cast(waking, *child);
                let event = RiskIncreased {
                    what: cast.say("risk.rose", &mut family.chance),
                    noticed_by: Some(worker_or_school(&mut family.chance).to_owned()),
                    safe_meanwhile: cast.say("risk.meanwhile", &mut family.chance),
                };
                sitting.say(&family.children[*child].id, moment(day, 16 * 60 + 10), event);
            }
            sitting.labelled(label, &family.numbers.clone());
            waking.record(sitting, instant(day, 16 * 60 + 40));
            family.risk_answered(waking, &children, day, label);
        });
    }

    fn risk_answered(&mut self, waking: &mut Waking, children: &[usize], day: Date, label: u32) {
        if self.chance.percent(86.0) {
            let on = add_working_days(day, [0, 1, 3, 8][self.chance.weighted(&[35.0, 45.0, 14.0, 6.0])]);
            let (worker, role) = self.worker(waking, on);
            let mut sitting = Sitting::by(&worker, role);
            for child in children {
                let scale = self.chance.between(3, 6);
                let event = self.risk_assessed(waking, *child, scale);
                sitting.say(&self.children[*child].id, moment(on, 17 * 60), event);
            }
            waking.record(sitting, instant(on, 17 * 60 + 20));
        }
        if self.chance.percent(84.0) {
            let on = add_working_days(day, [1, 3][self.chance.weighted(&[80.0, 20.0])]);
            let (manager, role) = self.manager(waking);
            let mut sitting = Sitting::by(&manager, role);
            for (turn, child) in children.iter().enumerate() {
                let cast = self.cast(waking, *child);
                let event = ManagementDecisionMade {
                    decision: Some("No strategy discussion now".to_owned()),
                    reason: cast.say("risk.considered", &mut self.chance),
                    decided_by: Some(manager.clone()),
                    ..ManagementDecisionMade::default()
                };
                sitting.say(&self.children[*child].id, moment(on, 12 * 60), event);
                sitting.naming("in_answer_to", Some(Place { label, index: turn as u16 }), &self.numbers);
            }
            waking.record(sitting, instant(on, 12 * 60 + 15));
        }
    }

    /// At a review of a child in need plan one need is rated with the family.
    pub(super) fn need_rated(&mut self, waking: &Waking, child: usize, day: Date, sitting: &mut Sitting) {
        self.beside(|family| {
            let Some(need) = family.children[child].needs.first().cloned() else { return };
            if family.chance.percent(60.0) {
                return;
            }
            let cast = family.cast(waking, child);
            let rating = rating(&mut family.chance);
            let event = OutcomeRated {
                need: Some(need),
                outcome: cast.say("need.changed", &mut family.chance),
                workers_rating: Some(rating),
                familys_rating: Some(rating),
                no_family_rating: None,
            };
            sitting.say(&family.children[child].id, moment(day, 15 * 60 + 5), event);
        });
    }
}

fn worker_or_school(chance: &mut Chance) -> &'static str {
    ["School", "The worker, on a visit", "Grandmother, by telephone", "The police"][chance.below(4)]
}

fn rating(chance: &mut Chance) -> NeedRating {
    let ratings = [NeedRating::Met, NeedRating::Better, NeedRating::Same, NeedRating::Worse];
    ratings[chance.weighted(&[52.0, 36.0, 10.0, 2.0])]
}

/// A need at the end: what the worker and the family say, and what was offered for what is left.
pub(super) fn answered(need: String, cast: &crate::words::Cast, chance: &mut Chance) -> NeedAnswered {
    let workers = rating(chance);
    let asked = chance.percent(85.0);
    let familys = if chance.percent(80.0) { workers } else { rating(chance) };
    let declined = chance.percent(25.0);
    NeedAnswered {
        need: Some(need),
        outcome: cast.say("need.changed", chance),
        workers_rating: Some(workers),
        familys_rating: Some(familys).filter(|_| asked),
        no_family_rating: cast.say("need.unasked", chance).filter(|_| !asked),
        offer: cast.say("need.offer", chance).filter(|_| workers != NeedRating::Met),
        declined: cast.say("need.declined", chance).filter(|_| workers != NeedRating::Met && declined),
    }
}
