//! Conferences: booked, reported to, held, decided.

use calendar::periods::add_months;
use calendar::working_days::{add_working_days, roll_forward, working_days_between};
use chronology::PersonId;
use jiff::civil::Date;
use record::codes::AbuseCategory;
use record::events::{
    Action, Agency, AssessmentOutcome, Attendance, ConferenceBooked, ConferenceDecided,
    ConferenceDecisionNotified, ConferenceHeld, ConferenceInvitationSent, ConferenceRecordIssued,
    ConferenceReportShared, ConferenceType, Presence, Progress, ProtectionPlanStarted, Role, View,
};

use crate::sitting::{Sitting, instant, moment};

use super::{Family, Part, Stage, Waking};

impl Family {
    /// A conference is booked, people invited, and the worker's report read with the family.
    pub(super) fn book(&mut self, waking: &mut Waking, on: Date, from: Date) {
        let on = roll_forward(on);
        let initial = self.stage_is_initial();
        let chair = self.chair(waking);
        let (worker, role) = self.worker(waking, from);
        let booked = add_working_days(from, 2).min(on);
        let kind = if initial { ConferenceType::Initial } else { ConferenceType::Review };
        let mut sitting = Sitting::by(&worker, role);
        let invited: Vec<(PersonId, String, &str)> = self.invited();
        for child in self.open_children() {
            let id = self.children[child].id.clone();
            let event = ConferenceBooked {
                conference_type: Some(kind),
                on: Some(on),
                time: Some("10:00".to_owned()),
                place: Some(format!("{} family centre", self.town)),
                chair: Some(chair.clone()),
            };
            sitting.say(&id, booked, event);
            for (person, name, capacity) in &invited {
                let event = ConferenceInvitationSent {
                    person: Some(person.clone()),
                    name: Some(name.clone()),
                    capacity: Some((*capacity).to_owned()),
                    agency: Some(Agency::Family),
                };
                sitting.say(&id, booked, event);
            }
        }
        waking.record(sitting, instant(booked, 16 * 60 + 55));
        self.taking_part(waking, booked, on);
        let ahead = [4, 2, 1, 0][self.chance.weighted(&[30.0, 38.0, 20.0, 12.0])];
        let shared = add_working_days(on, -ahead);
        let (worker, role) = self.worker(waking, shared);
        let mut sitting = Sitting::by(&worker, role);
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let event = ConferenceReportShared {
                from: Some("Social worker".to_owned()),
                agency: Some(Agency::SocialCare),
                shared_with: Some(self.carer().forename.clone()),
                said: cast.say("parents.said", &mut self.chance),
            };
            sitting.say(&self.children[child].id, shared, event);
        }
        waking.record(sitting, instant(shared, if ahead == 0 { 9 * 60 } else { 17 * 60 }));
    }

    fn stage_is_initial(&self) -> bool {
        !matches!(self.stage, Stage::Protected(_))
    }

    fn chair(&mut self, waking: &Waking) -> PersonId {
        let organisation = &waking.world.organisation;
        // The same chair for the same family, each time.
        let place = self.index as usize % organisation.chairs.len();
        organisation.workers[organisation.chairs[place]].id.clone()
    }

    fn invited(&mut self) -> Vec<(PersonId, String, &'static str)> {
        let mut all = Vec::new();
        for adult in self.adults.iter().filter(|adult| adult.known && adult.part != Part::Grandparent) {
            if adult.part != Part::Mother && !adult.at_home && self.chance.percent(30.0) {
                continue; // a father who was not asked
            }
            let capacity = match adult.part {
                Part::Mother => "Mother",
                Part::Father | Part::LaterFather => "Father",
                _ => "Stepfather",
            };
            all.push((adult.id.clone(), format!("{} {}", adult.forename, adult.surname), capacity));
        }
        all
    }

    /// Who came to a meeting about a child.
    pub(super) fn attendance(
        &mut self,
        waking: &Waking,
        child: usize,
        day: Date,
        chair: Option<&PersonId>,
    ) -> Vec<Attendance> {
        let organisation = &waking.world.organisation;
        let named = |id: &PersonId| organisation.name_of(id);
        let there = |person: &PersonId, name: Option<String>, capacity: &str, agency, presence| Attendance {
            person: Some(person.clone()),
            name,
            capacity: Some(capacity.to_owned()),
            agency: Some(agency),
            presence: Some(presence),
            tried: Some("Invited; rung on the morning.".to_owned()).filter(|_| presence == Presence::Absent),
            report_received_on: Some(add_working_days(day, -2)).filter(|_| agency != Agency::Family),
            ..Attendance::default()
        };
        let mut all = Vec::new();
        if let Some(chair) = chair {
            let one = there(chair, named(chair), "Chair", Agency::SocialCare, Presence::Present);
            all.push(Attendance { report_received_on: None, ..one });
        }
        let (worker, _) = self.worker(waking, day);
        all.push(there(&worker, named(&worker), "Social worker", Agency::SocialCare, Presence::Present));
        for (person, name, capacity) in self.invited() {
            let presence = [Presence::Present, Presence::Remote, Presence::Apologies, Presence::Absent][self
                .chance
                .weighted(if capacity == "Mother" {
                    &[84.0, 5.0, 6.0, 5.0]
                } else {
                    &[42.0, 10.0, 22.0, 26.0]
                })];
            all.push(there(&person, Some(name), capacity, Agency::Family, presence));
        }
        let school = &organisation.schools[self.children[child].school].lead;
        let health =
            organisation.health_visitors.get(self.index as usize % organisation.health_visitors.len());
        let police = organisation.police.get(self.index as usize % organisation.police.len());
        let others = [
            (Some(school), "School", Agency::School, 15.0),
            (health, "Health visitor", Agency::Health, 22.0),
            (police.filter(|_| chair.is_some()), "Police", Agency::Police, 25.0),
        ];
        for (partner, capacity, agency, away) in others {
            let Some(partner) = partner else { continue };
            let presence = if self.chance.percent(away) { Presence::Apologies } else { Presence::Present };
            all.push(there(&partner.id, Some(partner.name.clone()), capacity, agency, presence));
        }
        all
    }

    /// The initial conference is held and decides.
    pub(super) fn initial_conference(
        &mut self,
        waking: &mut Waking,
        enquiry_from: Date,
        assessing: Option<Date>,
    ) -> Option<(Stage, Date)> {
        let day = roll_forward(waking.today);
        let children = self.open_children();
        if children.is_empty() {
            return Some(self.heard_again(waking, day));
        }
        let late = working_days_between(enquiry_from, day) > 15;
        let needed = self.chance.percent(87.0);
        let review_on = add_months(day, 3);
        self.held(waking, day, ConferenceType::Initial, late, None);
        self.conference_decided(waking, day, Some(needed), review_on, true);
        if let Some(started) = assessing {
            let signed = add_working_days(day, self.chance.between(2, 8));
            let outcome = if needed { AssessmentOutcome::Conference } else { AssessmentOutcome::ChildInNeed };
            self.completed(waking, started, signed, outcome);
        }
        if !needed {
            return self.need_plan(waking, add_working_days(day, 10));
        }
        self.plans += 1;
        if self.theme != "disability" && self.chance.percent(30.0) {
            let team = waking.world.organisation.protection_team();
            let on = add_working_days(day, self.chance.between(2, 10));
            self.move_to_team(waking, team, on, true);
        }
        Some(self.protection_begins(day, review_on))
    }

    /// A conference is held.
    pub(super) fn held(
        &mut self,
        waking: &mut Waking,
        day: Date,
        kind: ConferenceType,
        late: bool,
        progress: Option<Progress>,
    ) {
        let chair = self.chair(waking);
        let children = self.open_children();
        let mut sitting = Sitting::by(&chair, Role::ConferenceChair);
        let attendance = self.attendance(waking, children.first().copied().unwrap_or(0), day, Some(&chair));
        let cast = self.cast(waking, children.first().copied().unwrap_or(0));
        sitting.share(ConferenceHeld {
            conference_type: Some(kind),
            chair: Some(chair.clone()),
            attendance,
            quorate: Some(true),
            worries: cast.say("conference.worries", &mut self.chance),
            strengths: cast.say("conference.strengths", &mut self.chance),
            late_reason: cast
                .say("late.conference", &mut self.chance)
                .filter(|_| late && self.chance.percent(75.0)),
            earlier_plans: cast
                .say("earlier.plans", &mut self.chance)
                .filter(|_| kind == ConferenceType::Initial),
            progress,
            ..ConferenceHeld::default()
        });
        for child in children {
            let cast = self.cast(waking, child);
            let age = self.children[child].age_on(day);
            let bank = self.children[child].words_bank(day);
            let event = ConferenceHeld {
                childs_views: cast.say(bank, &mut self.chance).filter(|_| self.chance.percent(84.0)),
                advocate: Some("An advocate met the child beforehand.".to_owned())
                    .filter(|_| age >= 5 && self.chance.percent(55.0)),
                ..ConferenceHeld::default()
            };
            sitting.say_sharing(&self.children[child].id, moment(day, 10 * 60), event);
        }
        waking.record(sitting, instant(day, 12 * 60 + 10));
    }

    /// The chair decides for each child; answers nothing: the plan starts, goes on or ends elsewhere.
    pub(super) fn conference_decided(
        &mut self,
        waking: &mut Waking,
        day: Date,
        needed: Option<bool>,
        next: Date,
        initial: bool,
    ) {
        let chair = self.chair(waking);
        let needed = needed.unwrap_or(true);
        let category = AbuseCategory::from_code(category(self.theme));
        let mut sitting = Sitting::by(&chair, Role::ConferenceChair);
        let bank = match (initial, needed) {
            (true, true) => "conference.plan",
            (true, false) => "conference.no_plan",
            (false, true) => "conference.goes_on",
            (false, false) => "conference.ends",
        };
        for child in self.open_children() {
            let cast = self.cast(waking, child);
            let id = self.children[child].id.clone();
            let actions = if needed { self.actions(waking, child, day) } else { Vec::new() };
            let event = ConferenceDecided {
                plan_needed: Some(needed),
                category: category.filter(|_| needed),
                reason: cast.say(bank, &mut self.chance),
                views: self.views_said(),
                actions,
                danger: cast.say(&format!("{}.danger", self.theme), &mut self.chance).filter(|_| needed),
                safety_goal: cast.say(&format!("{}.goal", self.theme), &mut self.chance).filter(|_| needed),
                core_group_on: Some(add_working_days(day, 9)).filter(|_| needed && initial),
                next_conference_on: Some(next).filter(|_| needed),
                decided_by: Some(chair.clone()),
                ..ConferenceDecided::default()
            };
            sitting.say(&id, moment(day, 11 * 60 + 30), event);
            if needed && initial {
                let event = ProtectionPlanStarted { category, from_authority: None };
                sitting.say(&id, moment(day, 11 * 60 + 31), event);
            }
        }
        waking.record(sitting, instant(day, 12 * 60 + 20));
        self.sent_out(waking, day, &chair);
    }

    fn views_said(&mut self) -> Vec<View> {
        let agencies = [Agency::SocialCare, Agency::Police, Agency::Health, Agency::School];
        let mut all = Vec::new();
        for agency in agencies {
            let agrees = self.chance.percent(93.0);
            all.push(View {
                who: Some(record::Choices::label(agency).to_owned()),
                agency: Some(agency),
                agrees: Some(agrees),
                said: Some("Would use a different category.".to_owned()).filter(|_| !agrees),
                ..View::default()
            });
        }
        let agrees = self.chance.percent(62.0);
        all.push(View {
            who: Some(self.carer().forename.clone()),
            person: Some(self.carer().id.clone()),
            agency: Some(Agency::Family),
            agrees: Some(agrees),
            said: Some("I will do it, but I don't think it needed this.".to_owned()).filter(|_| !agrees),
        });
        all
    }

    /// Who does what by when, for a child.
    pub(super) fn actions(&mut self, waking: &Waking, child: usize, day: Date) -> Vec<Action> {
        let cast = self.cast(waking, child);
        let lines = crate::words::bank(match self.theme {
            "domestic_abuse" => "domestic_abuse.action",
            "neglect" => "neglect.action",
            "parent_mental_health" => "parent_mental_health.action",
            "substance" => "substance.action",
            "physical" => "physical.action",
            "disability" => "disability.action",
            "adolescent" => "adolescent.action",
            "exploitation" => "exploitation.action",
            _ => "acute_stress.action",
        });
        let mut all = Vec::new();
        for line in lines.iter().take(3 + self.chance.below(2)) {
            let filled = cast.fill(line);
            let mut parts = filled.split(" | ").map(str::to_owned);
            let what = parts.next();
            let first =
                what.as_deref().and_then(|what| what.split_whitespace().next()).unwrap_or("").to_owned();
            let agency = match first.as_str() {
                _ if cast.school.starts_with(&first) => Agency::School,
                "The" => Agency::Health,
                _ => Agency::SocialCare,
            };
            all.push(Action {
                owner_name: Some(if agency == Agency::SocialCare { cast.worker.clone() } else { first })
                    .filter(|_| !self.chance.percent(2.0)),
                agency: Some(agency),
                by: Some(add_working_days(day, self.chance.between(5, 60)))
                    .filter(|_| !self.chance.percent(2.0)),
                outcome: parts.next(),
                measure: parts.next(),
                what,
                ..Action::default()
            });
        }
        all
    }

    fn sent_out(&mut self, waking: &mut Waking, day: Date, chair: &PersonId) {
        let sent = add_working_days(day, [1, 1, 3][self.chance.weighted(&[60.0, 20.0, 20.0])]);
        let issued = add_working_days(day, [15, 19, 26][self.chance.weighted(&[50.0, 32.0, 18.0])]);
        let mut sitting = Sitting::by(chair, Role::ConferenceChair);
        let mut later = Sitting::by(chair, Role::ConferenceChair);
        for child in self.open_children() {
            let id = &self.children[child].id;
            let event = ConferenceDecisionNotified {
                to: Some("Everyone invited".to_owned()),
                people: Some(self.chance.between(6, 11) as u32),
                agency: None,
            };
            sitting.say(id, sent, event);
            later.say(id, issued, ConferenceRecordIssued { to: Some("Everyone invited".to_owned()) });
        }
        waking.record(sitting, instant(sent, 15 * 60));
        waking.record(later, instant(issued, 15 * 60 + 30));
    }
}

/// The category of abuse that a trouble is planned for under.
fn category(theme: &str) -> &'static str {
    match theme {
        "neglect" | "substance" | "parent_mental_health" | "disability" => "NEG",
        "physical" => "PHY",
        "exploitation" => "SAB",
        _ => "EMO",
    }
}
