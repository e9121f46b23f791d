//! Significant harm suspected: strategy discussion, section 47 enquiry, what was found.

use calendar::periods::add_calendar_days;
use calendar::working_days::{add_working_days, roll_forward};
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    Action, Agency, Attendance, Danger, EnquiryCompleted, EnquiryDecided, EnquiryDecision, EnquiryEnded,
    EnquiryOutcome, EnquiryStarted, HarmSuspected, Knowledge, MedicalHeld, MedicalKind, MedicalRequested,
    Presence, Rating, StrategyDiscussionHeld, VisitPurpose,
};

use crate::sitting::{Place, Sitting, instant, moment};

use super::{Family, Stage, Waking};

impl Family {
    /// Harm is suspected; agencies discuss it; enquiries are made or not. If they lead to a conference, what
    /// comes next.
    pub(super) fn enquire(
        &mut self,
        waking: &mut Waking,
        from: Date,
        assessing: Option<Date>,
    ) -> Option<(Stage, Date)> {
        let suspected = roll_forward(from);
        let children = self.open_children();
        if children.is_empty() {
            return None;
        }
        let held = add_working_days(suspected, [0, 1, 3][self.chance.weighted(&[50.0, 40.0, 10.0])]);
        let (worker, role) = self.worker(waking, suspected);
        if self.chance.percent(70.0) {
            let mut sitting = Sitting::by(&worker, role);
            for child in &children {
                let cast = self.cast(waking, *child);
                let what = cast.say(&format!("{}.heard", self.theme), &mut self.chance);
                let event = HarmSuspected { what, immediate_danger: Some(self.chance.percent(12.0)) };
                sitting.say(&self.children[*child].id, moment(suspected, 9 * 60 + 5), event);
            }
            waking.record(sitting, instant(suspected, 9 * 60 + 30));
        }
        let decided = self.discussed(waking, &children, held);
        if !decided {
            return None;
        }
        self.enquiry(waking, &children, held, assessing)
    }

    fn discussed(&mut self, waking: &mut Waking, children: &[usize], day: Date) -> bool {
        let (manager, role) = self.manager(waking);
        let (worker, _) = self.worker(waking, day);
        let minutes = self.chance.between(10 * 60, 15 * 60);
        let cast = self.cast(waking, children[0]);
        let (attendance, missing) = self.round_the_table(waking, children[0], &manager, &worker);
        let mut knew = Vec::new();
        let banks = [
            (Agency::SocialCare, "social.knew"),
            (Agency::Police, "police.knew"),
            (Agency::Health, "health.knew"),
            (Agency::School, "school.knew"),
        ];
        for (agency, bank) in banks {
            let there = attendance.iter().find(|one| {
                one.agency == Some(agency)
                    && matches!(one.presence, Some(Presence::Present | Presence::Remote))
            });
            if let Some(there) = there {
                let what = cast.say(bank, &mut self.chance);
                knew.push(Knowledge { agency: Some(agency), who: there.name.clone(), what });
            }
        }
        let mut sitting = Sitting::by(&manager, role);
        sitting.share(StrategyDiscussionHeld {
            attendance,
            knew,
            missing: missing.clone(),
            notes: cast.say("strategy.notes", &mut self.chance),
            immediate_danger: Some(self.chance.percent(15.0)),
            chair: Some(manager.clone()),
        });
        for child in children {
            sitting.say_sharing(
                &self.children[*child].id,
                moment(day, minutes),
                StrategyDiscussionHeld::default(),
            );
        }
        waking.record(sitting, instant(day, minutes + 60));
        let goes_on = self.chance.percent(90.0);
        let mut sitting = Sitting::by(&manager, role);
        for child in children {
            let mut event = self.enquiry_decision(waking, *child, day, goes_on, &manager, &worker);
            event.went_without.clone_from(&missing);
            sitting.say(&self.children[*child].id, moment(day, minutes + 45), event);
        }
        waking.record(sitting, instant(day, minutes + 65));
        goes_on
    }

    fn round_the_table(
        &mut self,
        waking: &Waking,
        child: usize,
        manager: &PersonId,
        worker: &PersonId,
    ) -> (Vec<Attendance>, Vec<Agency>) {
        let organisation = &waking.world.organisation;
        let name = |id: &PersonId| organisation.name_of(id);
        let one = |person: &PersonId, capacity: &str, name: Option<String>, agency| Attendance {
            person: Some(person.clone()),
            name,
            capacity: Some(capacity.to_owned()),
            agency: Some(agency),
            presence: Some(Presence::Remote),
            ..Attendance::default()
        };
        let mut all = vec![
            one(manager, "Chair, team manager", name(manager), Agency::SocialCare),
            one(worker, "Social worker", name(worker), Agency::SocialCare),
        ];
        let police = self.chance.pick(&organisation.police);
        let health = self.chance.pick(&organisation.health_visitors);
        let lead = &organisation.schools[self.children[child].school].lead;
        let others = [
            (police, Agency::Police, "Police", 4.0),
            (health, Agency::Health, "Health visitor", 17.0),
            (Some(lead), Agency::School, "School", 25.0),
        ];
        let mut missing = Vec::new();
        for (person, agency, capacity, absent_percent) in others {
            let Some(person) = person else { continue };
            let mut there = one(&person.id, capacity, Some(person.name.clone()), agency);
            if self.chance.percent(absent_percent) {
                there.presence = Some(Presence::Absent);
                there.tried = Some("Rung twice; a message was left.".to_owned());
                missing.push(agency);
            }
            all.push(there);
        }
        (all, missing)
    }

    fn enquiry_decision(
        &mut self,
        waking: &Waking,
        child: usize,
        day: Date,
        goes_on: bool,
        manager: &PersonId,
        worker: &PersonId,
    ) -> EnquiryDecided {
        let cast = self.cast(waking, child);
        let joint = self.chance.percent(45.0);
        let decision = match (goes_on, joint) {
            (false, _) => EnquiryDecision::None,
            (true, true) => EnquiryDecision::Joint,
            (true, false) => EnquiryDecision::Single,
        };
        let vague = self.chance.percent(4.0);
        let action = |what: &str, agency, days| Action {
            what: Some(cast.fill(what)),
            owner: Some(worker.clone()).filter(|_| !vague && agency == Agency::SocialCare),
            owner_name: Some("The officer in the case".to_owned())
                .filter(|_| !vague && agency == Agency::Police),
            agency: Some(agency),
            by: Some(add_working_days(day, days)),
            outcome: Some(cast.fill("{c} is safe and heard")),
            ..Action::default()
        };
        let actions = vec![
            action("See {c} alone, away from home", Agency::SocialCare, 0),
            action("Speak with {o}", Agency::Police, 1),
            action("Ask the surgery for what it holds", Agency::SocialCare, 2),
        ];
        EnquiryDecided {
            decision: Some(decision),
            rating: Some(if self.chance.percent(25.0) { Rating::Red } else { Rating::Amber }),
            reasons: cast.say(if goes_on { "enquiry.reasons" } else { "enquiry.none" }, &mut self.chance),
            contingency: cast.say("contingency", &mut self.chance),
            actions,
            safe_meanwhile: cast.say("safe_meanwhile", &mut self.chance),
            decided_by: Some(manager.clone()),
            ..EnquiryDecided::default()
        }
    }

    fn enquiry(
        &mut self,
        waking: &mut Waking,
        children: &[usize],
        day: Date,
        assessing: Option<Date>,
    ) -> Option<(Stage, Date)> {
        let (worker, role) = self.worker(waking, day);
        let team = waking.world.organisation.assignments.get(&self.index);
        let team = team.map(|held| waking.world.organisation.workers[held.worker].team);
        let team = team.map(|team| waking.world.organisation.teams[team].id.clone());
        let mut sitting = Sitting::by(&worker, role);
        sitting.share(EnquiryStarted { lead: Some(worker.clone()), team, ..EnquiryStarted::default() });
        for child in children {
            sitting.say_sharing(
                &self.children[*child].id,
                moment(day, 16 * 60 + 30),
                EnquiryStarted::default(),
            );
        }
        waking.record(sitting, instant(day, 16 * 60 + 45));
        let seen = add_working_days(day, [0, 1, 2][self.chance.weighted(&[55.0, 35.0, 10.0])]);
        self.visit(waking, seen, VisitPurpose::Enquiry);
        if matches!(self.theme, "physical" | "neglect") && self.chance.percent(35.0) {
            self.medical(waking, children[0], day);
        }
        let length = match self.chance.weighted(&[80.0, 20.0]) {
            0 => self.chance.between(7, 14),
            _ => self.chance.between(15, 22),
        };
        let ended = add_working_days(day, length);
        let conference = self.chance.percent(waking.world.rates.conference_percent);
        let outcome = if conference {
            EnquiryOutcome::SubstantiatedContinuingRisk
        } else if self.chance.percent(45.0) {
            EnquiryOutcome::SubstantiatedNoContinuingRisk
        } else {
            EnquiryOutcome::NotSubstantiated
        };
        self.found(waking, children, ended, outcome, seen);
        if !conference {
            return None;
        }
        let wait = match self.chance.weighted(&[80.0, 14.0, 6.0]) {
            0 => self.chance.between(12, 15),
            1 => self.chance.between(16, 20),
            _ => self.chance.between(21, 28),
        };
        let on = add_working_days(day, wait).max(add_working_days(ended, 1));
        self.book(waking, on, day);
        Some((Stage::Conference { enquiry_from: day, assessing }, add_calendar_days(on, 0)))
    }

    fn medical(&mut self, waking: &mut Waking, child: usize, day: Date) {
        let (worker, role) = self.worker(waking, day);
        let cast = self.cast(waking, child);
        let id = self.children[child].id.clone();
        let label = self.label();
        let mut sitting = Sitting::by(&worker, role);
        let acute = self.theme == "physical";
        let event = MedicalRequested {
            medical_kind: Some(if acute { MedicalKind::Acute } else { MedicalKind::Neglect }),
            asked_of: Some("The paediatrician on call".to_owned()),
            health_lead: None,
        };
        let index = sitting.say(&id, moment(day, 15 * 60), event);
        sitting.labelled(label, &self.numbers.clone());
        waking.record(sitting, instant(day, 15 * 60 + 10));
        if self.chance.percent(88.0) {
            let on = add_working_days(
                day,
                if acute { self.chance.between(0, 2) } else { self.chance.between(2, 8) },
            );
            let mut sitting = Sitting::by(&worker, role);
            let event = MedicalHeld {
                result: cast.say("medical.result", &mut self.chance),
                held_by: Some("The paediatrician on call".to_owned()),
                ..MedicalHeld::default()
            };
            sitting.say(&id, moment(on, 18 * 60), event);
            sitting.naming("request", Some(Place { label, index }), &self.numbers);
            waking.record(sitting, instant(on, 18 * 60 + 40));
        }
    }

    fn found(
        &mut self,
        waking: &mut Waking,
        children: &[usize],
        day: Date,
        outcome: EnquiryOutcome,
        seen: Date,
    ) {
        let (manager, role) = self.manager(waking);
        if self.chance.percent(8.0) {
            // Enquiries end and their outcome waits some days.
            let (worker, worker_role) = self.worker(waking, day);
            let mut sitting = Sitting::by(&worker, worker_role);
            for child in children {
                let before = add_working_days(day, -3);
                sitting.say(&self.children[*child].id, before, EnquiryEnded { note: None });
            }
            waking.record(sitting, instant(add_working_days(day, -3), 17 * 60));
        }
        let continuing = outcome == EnquiryOutcome::SubstantiatedContinuingRisk;
        let bank = match outcome {
            EnquiryOutcome::NotSubstantiated => "findings.not",
            EnquiryOutcome::SubstantiatedNoContinuingRisk => "findings.ended",
            EnquiryOutcome::SubstantiatedContinuingRisk => "findings.continuing",
        };
        let minutes = self.chance.between(11 * 60, 16 * 60);
        let mut sitting = Sitting::by(&manager, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let dangers = if continuing { self.dangers(waking, *child) } else { Vec::new() };
            let born = !self.children[*child].unborn_on(seen);
            let mut event = EnquiryCompleted {
                outcome: Some(outcome),
                findings: cast.say(bank, &mut self.chance),
                child_seen_on: Some(seen).filter(|_| born && self.chance.percent(93.0)),
                dangers,
                conference_requested: Some(continuing),
                decided_by: Some(manager.clone()),
                ..EnquiryCompleted::default()
            };
            let borne_out = outcome != EnquiryOutcome::NotSubstantiated;
            self.enquiry_weighed(waking, *child, borne_out, &mut event);
            sitting.say(&self.children[*child].id, moment(day, minutes), event);
        }
        waking.record(sitting, instant(day, minutes + 10));
    }

    /// What a child is in danger of, with a safety goal and a scale.
    pub(super) fn dangers(&mut self, waking: &Waking, child: usize) -> Vec<Danger> {
        let cast = self.cast(waking, child);
        vec![Danger {
            statement: cast.say(&format!("{}.danger", self.theme), &mut self.chance),
            safety_goal: cast.say(&format!("{}.goal", self.theme), &mut self.chance),
            scale: Some(self.chance.between(2, 5) as u32),
        }]
    }
}
