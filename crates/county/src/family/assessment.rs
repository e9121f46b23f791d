//! An assessment, from its start to its sign-off and what it leads to.

use calendar::periods::add_calendar_days;
use calendar::working_days::{add_working_days, roll_forward};
use chronology::PersonId;
use jiff::civil::{Date, date};
use record::codes::AssessmentFactor;
use record::events::{
    Agency, AssessmentCheckpointHeld, AssessmentCompleted, AssessmentOutcome, AssessmentReturned,
    AssessmentSignedOff, AssessmentStarted, AssessmentType, ChronologyReviewed, FactorFound, Grade, Role,
    SignificantAdult, VisitPurpose,
};

use crate::sitting::{Sitting, instant, moment};

use super::{Family, Part, Stage, Waking};

impl Family {
    /// The assessment starts: the children are first seen, agencies asked, harm perhaps suspected.
    pub(super) fn assess(&mut self, waking: &mut Waking, urgent: bool) -> Option<(Stage, Date)> {
        let day = roll_forward(waking.today);
        let children = self.open_children();
        if children.is_empty() {
            return Some(self.heard_again(waking, day));
        }
        let (worker, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&worker, role);
        let minutes = self.chance.between(9 * 60, 12 * 60);
        let cast = self.cast(waking, children[0]);
        sitting.share(AssessmentStarted {
            assessment_type: Some(kind_on(day)),
            reason: cast.say("assess.reason", &mut self.chance),
            worker: Some(worker.clone()),
            review_point_working_days: Some(10),
        });
        for child in &children {
            sitting.say_sharing(
                &self.children[*child].id,
                moment(day, minutes),
                AssessmentStarted::default(),
            );
        }
        self.tell_births(&mut sitting, day);
        waking.record(sitting, instant(day, minutes + 5));
        self.agencies_asked(waking, day);
        let wait = [0, 1, 2, 4, 7, 12][self.chance.weighted(&[8.0, 22.0, 26.0, 28.0, 11.0, 5.0])];
        self.visit(waking, add_working_days(day, if urgent { 0 } else { wait }), VisitPurpose::First);
        let harm = urgent || self.chance.percent(waking.world.rates.enquiry_percent);
        if self.chance.percent(72.0) {
            let after = self.chance.between(8, 14);
            self.checkpoint(waking, add_working_days(day, after));
        }
        let second = add_working_days(day, self.chance.between(9, 16));
        self.visit(waking, second, VisitPurpose::Assessment);
        (0..self.chance.between(1, 3)).for_each(|turn| {
            let on = add_working_days(day, 3 + turn * 4);
            self.note(waking, on);
        });
        if harm {
            let after = if urgent { 0 } else { self.chance.between(0, 9) };
            let from = add_working_days(day, after);
            self.high_risk(waking, from);
            if let Some(next) = self.enquire(waking, from, Some(day)) {
                return Some(next);
            }
        }
        let look = add_working_days(day, 18);
        Some((Stage::Conclude { started: day, harm }, look))
    }

    fn checkpoint(&mut self, waking: &mut Waking, day: Date) {
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let view = cast.say("checkpoint", &mut self.chance);
            sitting.say(
                &self.children[child].id,
                day,
                AssessmentCheckpointHeld { manager: Some(manager.clone()), view },
            );
        }
        waking.record(sitting, instant(day, 15 * 60 + 20));
    }

    /// The assessment comes to its end, in time or late, and leads to something.
    pub(super) fn conclude(
        &mut self,
        waking: &mut Waking,
        started: Date,
        harm: bool,
    ) -> Option<(Stage, Date)> {
        let today = waking.today;
        let third = add_working_days(today, self.chance.between(1, 6));
        self.visit(waking, third, VisitPurpose::Assessment);
        let length = match self.chance.weighted(&[20.0, 30.0, 36.0, 9.0, 5.0]) {
            0 => self.chance.between(21, 28),
            1 => self.chance.between(28, 38),
            2 => self.chance.between(37, 44),
            3 => self.chance.between(46, 55),
            _ => self.chance.between(56, 80),
        };
        let limited = if kind_on(started) == AssessmentType::Single { length } else { length.min(34) };
        let signed = add_working_days(started, limited).max(add_calendar_days(third, 3));
        let outcome = self.assessed_outcome(waking, harm);
        self.completed(waking, started, signed, outcome);
        match outcome {
            AssessmentOutcome::ChildInNeed => self.need_plan(waking, signed),
            AssessmentOutcome::EarlyHelp => self.close(waking, add_calendar_days(signed, 2), "RC9"),
            _ => self.close(waking, add_calendar_days(signed, 1), "RC8"),
        }
    }

    fn assessed_outcome(&mut self, waking: &Waking, harm: bool) -> AssessmentOutcome {
        let need = waking.world.rates.need_plan_percent;
        let need = if self.theme == "disability" { need * 2.0 } else { need };
        let need = (if harm { need * 1.5 } else { need }).min(90.0);
        let rest = 100.0 - need;
        [AssessmentOutcome::ChildInNeed, AssessmentOutcome::EarlyHelp, AssessmentOutcome::NoFurtherAction]
            [self.chance.weighted(&[need, rest * 0.35, rest * 0.65])]
    }

    /// The assessment is finished on one of the days before `signed` and signed off on it.
    pub(super) fn completed(
        &mut self,
        waking: &mut Waking,
        started: Date,
        signed: Date,
        outcome: AssessmentOutcome,
    ) {
        let signed = roll_forward(signed);
        let done = calendar::working_days::previous_working_day(signed);
        let (worker, role) = self.worker(waking, done);
        let (manager, manager_role) = self.manager(waking);
        let children = self.open_children();
        let minutes = self.chance.between(10 * 60, 15 * 60);
        let mut sitting = Sitting::by(&worker, role);
        let read = self.chance.percent(86.0);
        for child in &children {
            let event = self.part(waking, *child, started, done, outcome, &manager);
            let id = self.children[*child].id.clone();
            if read {
                let cast = self.cast(waking, *child);
                let event = ChronologyReviewed {
                    reviewed_by: Some(worker.clone()),
                    pattern: cast.say("history.learned", &mut self.chance),
                    harm_building: Some(self.chance.percent(30.0)),
                };
                sitting.say(&id, done, event);
            }
            sitting.say(&id, moment(done, minutes), event);
        }
        waking.record(sitting, instant(done, minutes + 20));
        if self.chance.percent(9.0) {
            self.returned(waking, &children, done, minutes + 60, &manager, manager_role);
        }
        self.signed_off(waking, &children, signed, &manager, manager_role, outcome);
    }

    fn returned(
        &mut self,
        waking: &mut Waking,
        children: &[usize],
        day: Date,
        minutes: i32,
        manager: &PersonId,
        role: Role,
    ) {
        let mut sitting = Sitting::by(manager, role);
        let cast = self.cast(waking, children.first().copied().unwrap_or(0));
        let comment = cast.say("returned", &mut self.chance);
        for child in children {
            let event = AssessmentReturned { decided_by: Some(manager.clone()), comment: comment.clone() };
            sitting.say(&self.children[*child].id, moment(day, minutes), event);
        }
        waking.record(sitting, instant(day, minutes + 5));
    }

    fn signed_off(
        &mut self,
        waking: &mut Waking,
        children: &[usize],
        day: Date,
        manager: &PersonId,
        role: Role,
        outcome: AssessmentOutcome,
    ) {
        let minutes = self.chance.between(9 * 60, 16 * 60);
        let mut sitting = Sitting::by(manager, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let grade = [Grade::Outstanding, Grade::Good, Grade::RequiresImprovement, Grade::Inadequate]
                [self.chance.weighted(&[8.0, 58.0, 30.0, 4.0])];
            let event = AssessmentSignedOff {
                decided_by: Some(manager.clone()),
                comment: cast.say("signoff", &mut self.chance).filter(|_| !self.chance.percent(5.0)),
                grade: Some(grade),
                outcome: Some(outcome),
            };
            sitting.say(&self.children[*child].id, moment(day, minutes), event);
        }
        waking.record(sitting, instant(day, minutes + 5));
    }

    fn part(
        &mut self,
        waking: &Waking,
        child: usize,
        started: Date,
        day: Date,
        outcome: AssessmentOutcome,
        manager: &PersonId,
    ) -> AssessmentCompleted {
        let cast = self.cast(waking, child);
        let theme = self.theme;
        let chance = &mut self.chance;
        let one = &self.children[child];
        let seen = one.last_seen.filter(|seen| *seen >= started && *seen <= day);
        let unborn = one.unborn_on(day);
        let small = one.age_on(day) < 2;
        let late = calendar::working_days::working_days_between(started, day) > 45;
        let views = cast.say(one.words_bank(day), chance).filter(|_| !unborn && !small);
        let no_views = if unborn { Some("Not born yet.".to_owned()) } else { cast.say("no_views", chance) };
        let mut said = AssessmentCompleted {
            child_seen_on: seen,
            not_seen_reason: seen.is_none().then(|| "Not seen while the assessment ran.".to_owned()),
            not_seen_agreed_by: Some(manager.clone()).filter(|_| seen.is_none() && chance.percent(70.0)),
            no_views_reason: no_views.filter(|_| views.is_none() && chance.percent(90.0)),
            views_how: cast.say("how", chance).filter(|_| views.is_some()),
            views_difference: cast.say("views.difference", chance).filter(|_| views.is_some()),
            views,
            day_in_life: cast.say("day_in_life", chance).filter(|_| !unborn && chance.percent(94.0)),
            risks: cast.say_several(&format!("{theme}.worry"), 2, chance),
            protective: cast.say_several("protective", 2, chance),
            history: cast.say("history.learned", chance),
            analysis: cast.say_several(&format!("{theme}.analysis"), 3, chance),
            identity_meaning: cast.say("identity.meaning", chance).filter(|_| chance.percent(60.0)),
            outcome: Some(outcome),
            shared_with_parents: Some(chance.percent(88.0)),
            parents_said: cast.say("parents.said", chance),
            reason_over_limit: cast.say("over_limit", chance).filter(|_| late && chance.percent(80.0)),
            ..AssessmentCompleted::default()
        };
        said.agencies_consulted = [Agency::School, Agency::Health, Agency::Police]
            .into_iter()
            .filter(|_| chance.percent(75.0))
            .collect();
        said.no_interpreter_reason = self
            .interpreter
            .filter(|_| chance.percent(50.0))
            .map(|_| "The worker speaks the language.".to_owned());
        said.scale = Some(scale_of(outcome, child));
        if outcome != AssessmentOutcome::NoFurtherAction {
            said.needs = self.needs_found(waking, child);
        }
        said.factors = self.factors(waking, child, day);
        said.significant_adults = self.adults_heard(child);
        said
    }

    fn factors(&mut self, waking: &Waking, child: usize, day: Date) -> Vec<FactorFound> {
        let cast = self.cast(waking, child);
        let codes: &[&str] = match self.theme {
            "domestic_abuse" => &["3B", "17A", "2B"],
            "neglect" => &["16A", "4B", "17A"],
            "parent_mental_health" => &["4B", "7A", "17A"],
            "substance" => &["2B", "1B", "16A"],
            "physical" => &["18C", "18A", "17A"],
            "disability" => &["6A", "5A", "4B"],
            "adolescent" => &["14A", "10A", "15A"],
            "exploitation" => &["24A", "13A", "10A"],
            _ => &["20", "4B", "7A"],
        };
        let year = day.year() - i16::from(day.month() < 4);
        let in_force = codes
            .iter()
            .filter_map(|code| AssessmentFactor::from_code(code))
            .filter(|factor| factor.info().in_force(year));
        let found: Vec<AssessmentFactor> = in_force.take(1 + self.chance.below(2)).collect();
        let effects = format!("{}.effect", self.theme);
        let mut all = Vec::new();
        for (turn, factor) in found.into_iter().enumerate() {
            let bank = if turn == 0 { effects.as_str() } else { "factor.other" };
            let effect = cast.say(bank, &mut self.chance).filter(|_| !self.chance.percent(4.0));
            all.push(FactorFound { factor: Some(factor), effect });
        }
        all
    }

    fn adults_heard(&mut self, child: usize) -> Vec<SignificantAdult> {
        let later = self.children[child].later;
        let theirs = |part| match part {
            Part::Mother | Part::StepParent => true,
            Part::Father => !later,
            Part::LaterFather => later,
            Part::Grandparent => false,
        };
        let mut all = Vec::new();
        for adult in self.adults.iter().filter(|adult| adult.known && theirs(adult.part)) {
            let engaged = adult.at_home || self.chance.percent(60.0);
            if !engaged && self.chance.percent(25.0) {
                continue; // a father left out
            }
            let said = "Wants what is best and will come to the next meeting.".to_owned();
            let reason = "Could not be reached: three calls and a letter.".to_owned();
            all.push(SignificantAdult {
                adult: Some(adult.id.clone()),
                engaged: Some(engaged),
                reason: Some(reason).filter(|_| !engaged),
                said: Some(said).filter(|_| engaged),
            });
        }
        all
    }
}

/// The kind of assessment that an authority made on a day.
fn kind_on(day: Date) -> AssessmentType {
    // LAW: Working Together to Safeguard Children 2013, in force 15 April 2013.
    if day < date(2013, 4, 15) { AssessmentType::Core } else { AssessmentType::Single }
}

/// How safe a child is said to be at the end of an assessment, 0 to 10.
fn scale_of(outcome: AssessmentOutcome, child: usize) -> u32 {
    let least = match outcome {
        AssessmentOutcome::NoFurtherAction => 8,
        AssessmentOutcome::EarlyHelp => 6,
        AssessmentOutcome::ChildInNeed => 5,
        _ => 3,
    };
    least + u32::from(child % 2 == 1)
}
