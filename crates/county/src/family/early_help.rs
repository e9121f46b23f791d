//! Early help for a family: asked for, taken on, assessed, planned, met about and ended; and a step down to it.

use calendar::periods::{add_calendar_days, add_months};
use calendar::working_days::{add_working_days, roll_forward};
use chronology::PersonId;
use jiff::civil::{Date, date};
use record::events::{
    ActionReview, ActionState, Agency, Attendance, EarlyHelpAllocated, EarlyHelpAssessmentCompleted,
    EarlyHelpAssessmentStarted, EarlyHelpDeclined, EarlyHelpEnd, EarlyHelpEpisodeEnded,
    EarlyHelpEpisodeStarted, EarlyHelpPlanAgreed, EarlyHelpRequested, Engagement, NeedAnswered, NeedRating,
    Presence, Progress, Role, ServiceEnded, ServiceEngagementRecorded, ServiceReferred, ServiceSessionHeld,
    ServiceStarted, SignpostMade, SignpostTakenUp, StepDownAccepted, StepDownChecked, StepDownDecided,
    TeamAroundFamilyMet, YesNo,
};

use crate::help::HUB_WORKER;
use crate::organisation::person;
use crate::sitting::{Sitting, instant, moment};

use super::{Family, Waking};

/// Before this the county had no hub.
const HUB_FROM: Date = date(2015, 4, 1);
/// The team around the family meets every so many days.
const MEETS_DAYS: i32 = 40;

impl Family {
    fn hub(&self, waking: &Waking, day: Date) -> (PersonId, Role) {
        if waking.world.plan.named_families && day >= waking.world.plan.from {
            (person(HUB_WORKER), Role::EarlyHelpWorker)
        } else {
            self.manager(waking)
        }
    }

    /// After a decision below the threshold: the request, and what comes of it over the next months.
    pub(super) fn early_help(&mut self, waking: &mut Waking, children: &[usize], day: Date, referrer: &str) {
        if day < HUB_FROM {
            return;
        }
        self.beside(|family| {
            let (hub, role) = family.hub(waking, day);
            let mut sitting = Sitting::by(&hub, role);
            for child in children {
                let cast = family.cast(waking, *child);
                let needs = family.needs_found(waking, *child);
                let event = EarlyHelpRequested {
                    decision: None,
                    asked_by: Some(referrer.to_owned()),
                    agency: None,
                    reason: cast.say(&format!("{}.worry", family.theme), &mut family.chance),
                    needs,
                    consent: Some(cast.fill("{m} agreed, to help at home and to school being asked.")),
                };
                sitting.say(&family.children[*child].id, moment(day, 16 * 60), event);
            }
            waking.record(sitting, instant(day, 16 * 60 + 30));
            match family.chance.weighted(&[84.0, 6.0, 10.0]) {
                0 => family.helped(waking, children, day),
                1 => family.help_declined(waking, children, day),
                _ => {
                    // Nobody takes it on for weeks.
                    let late = add_working_days(day, family.chance.between(15, 60));
                    family.helped(waking, children, late);
                }
            }
            for child in children {
                family.children[*child].needs.clear();
            }
        });
    }

    fn help_declined(&mut self, waking: &mut Waking, children: &[usize], day: Date) {
        let on = add_working_days(day, self.chance.between(1, 6));
        let (hub, role) = self.hub(waking, on);
        let mut sitting = Sitting::by(&hub, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let reason = cast.say("need.declined", &mut self.chance);
            sitting.say(
                &self.children[*child].id,
                moment(on, 11 * 60),
                EarlyHelpDeclined { request: None, reason },
            );
        }
        waking.record(sitting, instant(on, 11 * 60 + 10));
    }

    /// A service takes the family on; the assessment, the plan, the meetings and the end.
    fn helped(&mut self, waking: &mut Waking, children: &[usize], day: Date) {
        let on = add_working_days(day, [1, 3, 5, 9][self.chance.weighted(&[30.0, 40.0, 22.0, 8.0])]);
        let cast = self.cast(waking, children.first().copied().unwrap_or(0));
        let lead = cast.school.clone();
        let lead = format!("The family worker at {lead}");
        let (hub, role) = self.hub(waking, on);
        let mut sitting = Sitting::by(&hub, role);
        for child in children {
            let id = self.children[*child].id.clone();
            let taken = EarlyHelpAllocated {
                service: Some("Locality early help team".to_owned()),
                worker_name: Some(lead.clone()),
                ..EarlyHelpAllocated::default()
            };
            sitting.say(&id, moment(on, 10 * 60), taken);
            let started = EarlyHelpAssessmentStarted {
                lead: None,
                lead_name: Some(lead.clone()),
                agency: Some(Agency::School),
                consent: Some(cast.fill("{m} agreed, to an assessment of all the children.")),
            };
            sitting.say(&id, moment(on, 10 * 60 + 5), started);
        }
        waking.record(sitting, instant(on, 10 * 60 + 20));
        let assessed = add_working_days(on, self.chance.between(8, 34));
        self.help_assessed(waking, children, assessed, &lead);
        let begins = add_working_days(assessed, self.chance.between(1, 5));
        self.help_planned(waking, children, begins, &lead);
    }

    fn help_assessed(&mut self, waking: &mut Waking, children: &[usize], day: Date, lead: &str) {
        let thin = self.chance.percent(12.0);
        let (hub, role) = self.hub(waking, day);
        let mut sitting = Sitting::by(&hub, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let theme = self.theme;
            let chance = &mut self.chance;
            let bank = self.children[*child].words_bank(day);
            let event = EarlyHelpAssessmentCompleted {
                family: cast.say("history.learned", chance),
                facts: cast.say_several(&format!("{theme}.worry"), 2, chance),
                meaning: cast.say_several(&format!("{theme}.analysis"), 2, chance).filter(|_| !thin),
                views: cast.say(bank, chance),
                strengths: cast.say_several("protective", 2, chance),
                needs: Vec::new(),
                lead_name: Some(lead.to_owned()),
                agency: Some(Agency::School),
            };
            sitting.say(&self.children[*child].id, moment(day, 14 * 60), event);
        }
        waking.record(sitting, instant(day, 15 * 60));
    }

    fn help_planned(&mut self, waking: &mut Waking, children: &[usize], day: Date, lead: &str) {
        let (hub, role) = self.hub(waking, day);
        let mut sitting = Sitting::by(&hub, role);
        let meets = add_calendar_days(day, MEETS_DAYS);
        for child in children {
            let cast = self.cast(waking, *child);
            let id = self.children[*child].id.clone();
            let started = EarlyHelpEpisodeStarted {
                request: None,
                lead: None,
                lead_name: Some(lead.to_owned()).filter(|_| !self.chance.percent(3.0)),
                agency: Some(Agency::School),
                consent: Some(
                    cast.fill("{m} agreed, to the plan and to those in it talking with each other."),
                ),
            };
            sitting.say(&id, moment(day, 15 * 60), started);
            let actions = self.actions(waking, *child, day);
            let agreed = EarlyHelpPlanAgreed {
                outcomes: cast.say("need.outcomes", &mut self.chance),
                actions: self.answering(waking, *child, actions),
                lead_name: None,
                review_on: Some(meets),
                contingency: cast.say("plan.contingency", &mut self.chance),
            };
            sitting.say(&id, moment(day, 15 * 60 + 5), agreed);
        }
        waking.record(sitting, instant(day, 16 * 60));
        self.service(waking, children, add_working_days(day, 4));
        let ends = add_calendar_days(day, self.chance.between(70, 260));
        let mut next = roll_forward(add_calendar_days(meets, self.chance.between(-3, 4)));
        while next < ends {
            self.team_met(waking, children, next);
            let gap = if self.chance.percent(85.0) { MEETS_DAYS } else { MEETS_DAYS + 25 };
            next = roll_forward(add_calendar_days(next, gap));
        }
        self.help_ended(waking, children, roll_forward(ends));
    }

    fn team_met(&mut self, waking: &mut Waking, children: &[usize], day: Date) {
        let (hub, role) = self.hub(waking, day);
        let mut sitting = Sitting::by(&hub, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let given = self.actions(waking, *child, day);
            let read = given.into_iter().take(3).map(|action| ActionReview {
                what: action.what,
                state: Some([ActionState::Done, ActionState::Underway][self.chance.weighted(&[40.0, 60.0])]),
                ..ActionReview::default()
            });
            let actions = read.collect();
            let bank = self.children[*child].words_bank(day);
            let here = |name: String, capacity: &str, agency| Attendance {
                name: Some(name),
                capacity: Some(capacity.to_owned()),
                agency: Some(agency),
                presence: Some(Presence::Present),
                ..Attendance::default()
            };
            let met = TeamAroundFamilyMet {
                attendance: vec![
                    here(cast.fill("{m}"), "Mother", Agency::Family),
                    here(cast.school.clone(), "School", Agency::School),
                ],
                actions,
                new_actions: Vec::new(),
                progress: Some([Progress::Better, Progress::Same][self.chance.weighted(&[70.0, 30.0])]),
                childs_views: cast.say(bank, &mut self.chance).filter(|_| self.chance.percent(75.0)),
                notes: cast.say("core.notes", &mut self.chance),
                next_on: Some(add_calendar_days(day, MEETS_DAYS)),
            };
            sitting.say(&self.children[*child].id, moment(day, 13 * 60), met);
        }
        waking.record(sitting, instant(day, 16 * 60));
    }

    fn help_ended(&mut self, waking: &mut Waking, children: &[usize], day: Date) {
        let (hub, role) = self.hub(waking, day);
        let mut sitting = Sitting::by(&hub, role);
        let why = [EarlyHelpEnd::Met, EarlyHelpEnd::MostlyMet, EarlyHelpEnd::NotMet, EarlyHelpEnd::Withdrew]
            [self.chance.weighted(&[42.0, 38.0, 12.0, 8.0])];
        for child in children {
            let cast = self.cast(waking, *child);
            let needs = std::mem::take(&mut self.children[*child].needs);
            let met = matches!(why, EarlyHelpEnd::Met | EarlyHelpEnd::MostlyMet);
            let answered: Vec<NeedAnswered> = needs
                .into_iter()
                .map(|need| {
                    let mut said = super::risk::answered(need, &cast, &mut self.chance);
                    if !met {
                        said.workers_rating = Some(NeedRating::Same);
                    }
                    said
                })
                .collect();
            let event = EarlyHelpEpisodeEnded {
                why: Some(why),
                reason: cast.say("closure.reason", &mut self.chance),
                needs: answered,
                support_after: cast.say("closure.support", &mut self.chance),
            };
            sitting.say(&self.children[*child].id, moment(day, 11 * 60), event);
        }
        waking.record(sitting, instant(day, 12 * 60));
    }

    /// A service is asked, and taken up or not; sometimes the family are only told of it.
    fn service(&mut self, waking: &mut Waking, children: &[usize], day: Date) {
        let Some(child) = children.first().copied() else { return };
        let name = ["Mornings together", "Young carers’ group", "Safe at home"][self.chance.below(3)];
        let id = self.children[child].id.clone();
        let need = self.children[child].needs.first().cloned();
        if self.chance.percent(45.0) {
            return self.signposted(waking, &id, name, need, day);
        }
        let (hub, role) = self.hub(waking, day);
        let mut sitting = Sitting::by(&hub, role);
        let score = self.chance.between(2, 5);
        let event = ServiceReferred {
            service_name: Some(name.to_owned()),
            need,
            consent: Some("Mother".to_owned()),
            score: u32::try_from(score).ok(),
            ..ServiceReferred::default()
        };
        sitting.say(&id, moment(day, 11 * 60), event);
        waking.record(sitting, instant(day, 11 * 60 + 5));
        let on = add_working_days(day, self.chance.between(5, 30));
        let mut sitting = Sitting::by(&hub, role);
        if self.chance.percent(15.0) {
            let event = ServiceEngagementRecorded {
                service_name: Some(name.to_owned()),
                engagement: Some(Engagement::NotTakenUp),
                said: Some("Not now.".to_owned()),
                offer_again_on: Some(add_calendar_days(on, 28)),
            };
            sitting.say(&id, on, event);
            waking.record(sitting, instant(on, 10 * 60));
            return;
        }
        let started = ServiceStarted { referral: None, worker_name: Some("A group worker".to_owned()) };
        sitting.say(&id, moment(on, 16 * 60), started);
        waking.record(sitting, instant(on, 16 * 60 + 20));
        let last = add_working_days(on, 45);
        let mut ended = Sitting::by(&hub, role);
        let event = ServiceEnded {
            service_name: Some(name.to_owned()),
            reason: Some("The group came to its end.".to_owned()),
            score: u32::try_from((score + 4).min(9)).ok(),
            outcome: Some("Goes on without it.".to_owned()),
        };
        ended.say(&id, last, event);
        waking.record(ended, instant(last, 16 * 60));
        for turn in 1..4 {
            let when = add_working_days(on, turn * 10);
            let mut sitting = Sitting::by(&hub, role);
            let event = ServiceSessionHeld {
                service_name: Some(name.to_owned()),
                what: Some("An hour together, and tea.".to_owned()),
                child_there: Some(YesNo::Yes),
                score: u32::try_from((score + turn).min(9)).ok(),
                ..ServiceSessionHeld::default()
            };
            sitting.say(&id, moment(when, 16 * 60), event);
            waking.record(sitting, instant(when, 17 * 60));
        }
    }

    /// A family is told of a service, and most are asked afterwards whether it helped.
    fn signposted(
        &mut self,
        waking: &mut Waking,
        id: &PersonId,
        name: &str,
        need: Option<String>,
        day: Date,
    ) {
        let (hub, role) = self.hub(waking, day);
        let mut sitting = Sitting::by(&hub, role);
        let event = SignpostMade {
            service_name: Some(name.to_owned()),
            need,
            told: Some("Mother".to_owned()),
            ..SignpostMade::default()
        };
        sitting.say(id, moment(day, 11 * 60), event);
        waking.record(sitting, instant(day, 11 * 60 + 5));
        if self.chance.percent(70.0) {
            let on = add_working_days(day, 18);
            let mut sitting = Sitting::by(&hub, role);
            let taken = if self.chance.percent(66.0) { YesNo::Yes } else { YesNo::No };
            sitting.say(id, on, SignpostTakenUp { signpost: None, taken_up: Some(taken), note: None });
            waking.record(sitting, instant(on, 9 * 60 + 30));
        }
    }

    /// A manager steps the open children down, and early help accepts, before the case closes; most are looked back at.
    pub(super) fn stepped_down(&mut self, waking: &mut Waking, day: Date) {
        if day < HUB_FROM {
            return;
        }
        self.beside(|family| {
            let (manager, role) = family.manager(waking);
            let children = family.open_children();
            let mut sitting = Sitting::by(&manager, role);
            let school = family.cast(waking, children.first().copied().unwrap_or(0)).school;
            let lead = format!("The family worker at {school}");
            for child in &children {
                let cast = family.cast(waking, *child);
                let event = StepDownDecided {
                    reason: cast.say("closure.reason", &mut family.chance),
                    plan: cast.say("need.outcomes", &mut family.chance),
                    lead_name: Some(lead.clone()),
                    to_service: Some("Locality early help team".to_owned()),
                    handover: cast.say("closure.analysis", &mut family.chance),
                    consent: Some(cast.fill("{m} agreed, to the school leading from here.")),
                    decided_by: Some(manager.clone()),
                    ..StepDownDecided::default()
                };
                sitting.say(&family.children[*child].id, moment(day, 10 * 60 + 5), event);
            }
            waking.record(sitting, instant(day, 10 * 60 + 20));
            let (hub, hub_role) = family.hub(waking, day);
            let mut sitting = Sitting::by(&hub, hub_role);
            for child in &children {
                let event = StepDownAccepted { decision: None, lead_name: Some(lead.clone()), note: None };
                sitting.say(&family.children[*child].id, moment(day, 11 * 60), event);
            }
            waking.record(sitting, instant(day, 11 * 60 + 10));
            family.looked_back(waking, &children, day);
        });
    }

    /// Three months after a step down somebody looks how each child is; sometimes late.
    fn looked_back(&mut self, waking: &mut Waking, children: &[usize], day: Date) {
        let late = if self.chance.percent(15.0) { self.chance.between(20, 90) } else { 0 };
        let on = roll_forward(add_calendar_days(add_months(day, 3), late - self.chance.between(0, 12)));
        let (hub, role) = self.hub(waking, on);
        let mut sitting = Sitting::by(&hub, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let event = StepDownChecked {
                decision: None,
                found: cast.say("need.changed", &mut self.chance),
                plan_runs: Some(self.chance.percent(80.0)),
                next: Some("The school goes on with it.".to_owned()),
            };
            sitting.say(&self.children[*child].id, moment(on, 10 * 60), event);
        }
        waking.record(sitting, instant(on, 10 * 60 + 30));
    }
}
