//! The front door: a contact, its screening and its decision.

use calendar::periods::add_calendar_days;
use calendar::working_days::{add_working_days, roll_forward};
use chronology::{Occurred, PersonId};
use jiff::civil::Date;
use record::codes::ReferralSource;
use record::events::{
    Agency, ContactDecided, ContactMethod, ContactOutcome, ContactReceived, ContactScreened,
    DecisionReviewed, LevelOfNeed, Rating, ReferrerAcknowledged, ReferrerInformed, ReviewResult, Role,
};

use crate::sitting::{Place, Sitting, instant, moment};

use super::{Family, Stage, Waking};

/// Somebody who makes contact.
struct Referrer {
    source: &'static str,
    agency: Agency,
    name: String,
    id: Option<PersonId>,
    method: ContactMethod,
}

/// A contact on its way to a decision.
pub(super) struct Told {
    pub(super) children: Vec<usize>,
    pub(super) left_out: Vec<usize>,
    pub(super) received: Occurred,
    pub(super) place: Place,
    pub(super) referrer: String,
    pub(super) agency: Agency,
    /// Where it came from, by the national code.
    pub(super) source: &'static str,
    pub(super) rating: Rating,
    pub(super) harm: bool,
}

impl Family {
    /// Somebody makes contact about some or all of the children.
    pub(super) fn contact(&mut self, waking: &mut Waking) -> Option<(Stage, Date)> {
        let day = waking.today;
        let all: Vec<usize> =
            (0..self.children.len()).filter(|at| self.children[*at].child_on(day)).collect();
        if all.is_empty() {
            return None;
        }
        self.contacts += 1;
        if self.contacts > 1 && self.chance.percent(15.0) {
            self.theme = super::members::theme(&mut self.chance);
        }
        self.maybe_moved(waking, day);
        let told = self.told(waking, &all);
        self.screened(waking, &told);
        if self.contacts == 1 {
            self.oddities(waking, day);
        }
        let decided_on = match self.chance.weighted(&[55.0, 35.0, 7.0, 3.0]) {
            0 if told.received.time().is_some_and(|time| time.hour() < 15) => roll_forward(day),
            0 | 1 => add_working_days(day, 1),
            2 => add_working_days(day, 2),
            _ => add_working_days(day, self.chance.between(3, 8)),
        };
        self.decided(waking, told, decided_on)
    }

    fn referrer(&mut self, waking: &Waking, child: usize) -> Referrer {
        let organisation = &waking.world.organisation;
        let school = &organisation.schools[self.children[child].school];
        let at_school = self.children[child].age_on(waking.today) >= 4;
        let weights = match self.theme {
            "domestic_abuse" => [18.0, 45.0, 12.0, 5.0, 10.0, 4.0, 6.0],
            "adolescent" | "exploitation" => [32.0, 28.0, 6.0, 8.0, 16.0, 4.0, 6.0],
            _ => [32.0, 18.0, 20.0, 8.0, 10.0, 6.0, 6.0],
        };
        let by = |source, agency, name: String, id, method| Referrer { source, agency, name, id, method };
        match self.chance.weighted(&weights) {
            0 if at_school => {
                let id = Some(school.lead.id.clone());
                by("2A", Agency::School, school.lead.name.clone(), id, ContactMethod::Telephone)
            }
            1 => {
                let officer = self.chance.pick(&organisation.police);
                let name = officer.map_or(String::new(), |one| one.name.clone());
                by("6", Agency::Police, name, officer.map(|one| one.id.clone()), ContactMethod::PoliceNotice)
            }
            0 | 2 => {
                let one = self.chance.pick(&organisation.health_visitors);
                let name = one.map_or(String::new(), |one| one.name.clone());
                by("3B", Agency::Health, name, one.map(|one| one.id.clone()), ContactMethod::WebForm)
            }
            3 => {
                let one = self.chance.pick(&organisation.doctors);
                let name = one.map_or(String::new(), |one| one.name.clone());
                by("3A", Agency::Health, name, one.map(|one| one.id.clone()), ContactMethod::Letter)
            }
            4 => by("1A", Agency::Family, "A relative".to_owned(), None, ContactMethod::Telephone),
            5 => by("4", Agency::Housing, "Housing officer".to_owned(), None, ContactMethod::Email),
            _ => by("9", Agency::Other, "Not given".to_owned(), None, ContactMethod::Telephone),
        }
    }

    fn told(&mut self, waking: &mut Waking, all: &[usize]) -> Told {
        let day = waking.today;
        let mut children = all.to_vec();
        if children.len() > 1 && self.chance.percent(15.0) {
            // Somebody spoke of one child, and nobody asked who else lives there.
            children = vec![*self.chance.pick(all).unwrap_or(&all[0])];
        }
        let left_out = all.iter().copied().filter(|at| !children.contains(at)).collect();
        let referrer = self.referrer(waking, children[0]);
        let minutes = self.chance.between(8 * 60 + 30, 19 * 60);
        let received = moment(day, minutes);
        let harm =
            matches!(self.theme, "domestic_abuse" | "physical" | "exploitation" | "neglect" | "substance");
        let harm = harm && self.chance.percent(70.0);
        let rating = [Rating::Red, Rating::Amber, Rating::Green]
            [self.chance.weighted(if harm { &[14.0, 52.0, 34.0] } else { &[2.0, 28.0, 70.0] })];
        let screener = self.screener(waking, day);
        let mut sitting = Sitting::by(&screener, Role::Screener);
        self.identify(waking, &mut sitting, &children, day);
        self.tell_births(&mut sitting, day);
        let cast = self.cast(waking, children[0]);
        let heard = format!("{}.heard", self.theme);
        let bare = children.len() == 1 && !all.is_empty() && all.len() > 1 && self.chance.percent(30.0);
        sitting.share(ContactReceived {
            source: ReferralSource::from_code(referrer.source),
            agency: Some(referrer.agency),
            referrer: referrer.id,
            referrer_name: Some(referrer.name.clone()),
            referrer_reach: Some(format!("01000 555 {:03}", self.chance.between(100, 899))),
            method: Some(referrer.method),
            what_happened: cast.say(&heard, &mut self.chance),
            concern_of_harm: Some(harm),
            rating: Some(rating),
            family_aware: Some(self.chance.percent(65.0)).filter(|_| !self.chance.percent(8.0)),
            interpreter_language: Some(self.interpreter.unwrap_or("none").to_owned()),
            only_this_child_because: bare.then(|| "The referrer knows only this child.".to_owned()),
            ..ContactReceived::default()
        });
        let label = self.label();
        let mut first = 0;
        for (turn, place) in children.iter().enumerate() {
            let cast = self.cast(waking, *place);
            let worry = cast.say(&format!("{}.worry", self.theme), &mut self.chance);
            let event = ContactReceived { worry, ..ContactReceived::default() };
            let index = sitting.say_sharing(&self.children[*place].id, received, event);
            if turn == 0 {
                first = index;
            }
        }
        sitting.labelled(label, &self.numbers.clone());
        let at = instant(day, (minutes + self.chance.between(10, 60)).min(23 * 60));
        waking.record(sitting, at);
        let place = Place { label, index: first };
        Told {
            children,
            left_out,
            received,
            place,
            referrer: referrer.name,
            agency: referrer.agency,
            source: referrer.source,
            rating,
            harm,
        }
    }

    pub(super) fn screener(&mut self, waking: &Waking, day: Date) -> PersonId {
        let organisation = &waking.world.organisation;
        let all: Vec<&PersonId> = organisation
            .screeners
            .iter()
            .map(|at| &organisation.workers[*at])
            .filter(|worker| worker.serves_on(day))
            .map(|worker| &worker.id)
            .collect();
        let one = self.chance.pick(&all).copied();
        one.unwrap_or(&organisation.workers[organisation.screeners[0]].id).clone()
    }

    pub(super) fn door_manager(&mut self, waking: &Waking) -> PersonId {
        let organisation = &waking.world.organisation;
        let one = self.chance.pick(&organisation.front_door_managers).copied().unwrap_or(organisation.head);
        organisation.workers[one].id.clone()
    }

    fn screened(&mut self, waking: &mut Waking, told: &Told) {
        if self.chance.percent(18.0) {
            return;
        }
        let screener = self.screener(waking, waking.today);
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let at =
            (told.received.time().map_or(12 * 60, |time| i32::from(time.hour()) * 60) + 100).min(22 * 60);
        let cast = self.cast(waking, told.children[0]);
        sitting.share(ContactScreened {
            rating: Some(told.rating),
            history: cast.say("screened.history", &mut self.chance),
            agencies_told: cast.say("agencies.told", &mut self.chance),
            screened_by: Some(screener.clone()),
            ..ContactScreened::default()
        });
        for (turn, place) in told.children.iter().enumerate() {
            sitting.say_sharing(
                &self.children[*place].id,
                moment(waking.today, at),
                ContactScreened::default(),
            );
            let of = Place { index: told.place.index + turn as u16, ..told.place };
            sitting.naming("contact", Some(of), &self.numbers);
        }
        waking.record(sitting, instant(waking.today, at + 15));
    }

    fn outcome(&mut self, told: &Told) -> ContactOutcome {
        use ContactOutcome as O;
        let already = told.children.iter().any(|at| self.children[*at].open);
        if already {
            return O::OpenCase;
        }
        let urgent = told.rating == Rating::Red;
        let weights = match (urgent, told.harm) {
            (true, _) => [8.0, 2.0, 4.0, 46.0, 40.0],
            (false, true) => [40.0, 8.0, 9.0, 38.0, 5.0],
            (false, false) => [54.0, 9.0, 11.0, 25.5, 0.5],
        };
        [O::NoFurtherAction, O::AdviceGiven, O::EarlyHelp, O::Referral, O::StrategyDiscussion]
            [self.chance.weighted(&weights)]
    }

    fn decided(&mut self, waking: &mut Waking, told: Told, day: Date) -> Option<(Stage, Date)> {
        if self.chance.percent(0.7) {
            return Some(self.heard_again(waking, day)); // nobody ever decided
        }
        let outcome = self.outcome(&told);
        let ended = matches!(outcome, ContactOutcome::NoFurtherAction | ContactOutcome::AdviceGiven);
        // A third contact or more is ended by the head of service, who is asked.
        let (manager, role) = if ended && self.contacts as usize >= rules::draw::CONTACTS_IN_A_YEAR {
            (
                waking.world.organisation.workers[waking.world.organisation.head].id.clone(),
                Role::HeadOfService,
            )
        } else {
            (self.door_manager(waking), Role::FrontDoorManager)
        };
        let mut sitting = Sitting::by(&manager, role);
        let label = self.label();
        let minutes = match told.received.time().filter(|_| told.received.date() == day) {
            Some(time) => (i32::from(time.hour()) * 60 + self.chance.between(150, 240)).min(22 * 60 + 30),
            None => self.chance.between(9 * 60, 12 * 60),
        };
        let at = moment(day, minutes);
        let (level, bank) = spoken(outcome);
        let weighed = if self.contacts > 1 { "history.some" } else { "history.none" };
        let silent = self.chance.percent(3.0);
        let helped = outcome == ContactOutcome::EarlyHelp;
        let refusal = self.refused(outcome);
        for (turn, place) in told.children.iter().enumerate() {
            let cast = self.cast(waking, *place);
            let (threshold_version, indicators) = self.cited(waking, day, level);
            let event = ContactDecided {
                level_of_need: Some(level),
                threshold_version,
                indicators,
                refusal,
                outcome: Some(outcome),
                reason: cast.say(bank, &mut self.chance),
                history_weighed: cast.say(weighed, &mut self.chance).filter(|_| !silent),
                pattern_read: Some(true).filter(|_| self.contacts > 1),
                early_help_destination: Some("The early help hub".to_owned()).filter(|_| helped),
                early_help_consent: Some(cast.fill("{m} agreed, to help at home.")).filter(|_| helped),
                decided_by: Some(manager.clone()),
                ..ContactDecided::default()
            };
            sitting.say(&self.children[*place].id, at, event);
            let of = Place { index: told.place.index + turn as u16, ..told.place };
            sitting.naming("contact", Some(of), &self.numbers);
        }
        let accepted = matches!(outcome, ContactOutcome::Referral | ContactOutcome::StrategyDiscussion);
        let referred = accepted.then(|| self.referred(waking, &mut sitting, &told));
        sitting.labelled(label, &self.numbers.clone());
        waking.record(sitting, instant(day, minutes + 10));
        self.informed(waking, &told, outcome, day);
        self.afterwards(waking, &told, label, (day, minutes), (level, outcome));
        if helped {
            self.early_help(waking, &told.children, day, &told.referrer);
        }
        if ended {
            self.looked_at_again(waking, &told, label, day, outcome);
        }
        match referred {
            Some(place) => self.referral_decided(waking, &told, outcome, place, day, minutes),
            None => Some(self.heard_again(waking, day)),
        }
    }

    /// A second manager looks again at what ended a contact, if it was drawn: mostly in time, mostly upholding it.
    fn looked_at_again(
        &mut self,
        waking: &mut Waking,
        told: &Told,
        label: u32,
        day: Date,
        outcome: ContactOutcome,
    ) {
        let third = self.contacts as usize >= rules::draw::CONTACTS_IN_A_YEAR;
        if !third && outcome != ContactOutcome::NoFurtherAction || self.chance.percent(6.0) {
            return;
        }
        let draw = rules::draw::draw_after(day);
        let on = add_working_days(draw, [1, 2, 4, 7][self.chance.weighted(&[30.0, 35.0, 30.0, 5.0])]);
        let organisation = &waking.world.organisation;
        let (reviewer, role) = if third {
            (self.door_manager(waking), Role::FrontDoorManager)
        } else {
            (organisation.workers[organisation.head].id.clone(), Role::HeadOfService)
        };
        let minutes = self.chance.between(9 * 60, 17 * 60);
        for (turn, place) in told.children.iter().enumerate() {
            let id = self.children[*place].id.clone();
            let mut sitting = Sitting::by(&reviewer, role);
            let cast = self.cast(waking, *place);
            let event = DecisionReviewed {
                decision: chronology::EntryId::new(1, 0),
                result: Some(ReviewResult::Upheld),
                reason: cast.say("decision.upheld", &mut self.chance),
                reviewed_by: Some(reviewer.clone()),
            };
            sitting.say(&id, moment(on, minutes), event);
            let of = Place { label, index: turn as u16 };
            sitting.reviewing(of, (!third).then_some(draw), &self.numbers);
            waking.record(sitting, instant(on, minutes + 5));
        }
    }

    fn informed(&mut self, waking: &mut Waking, told: &Told, outcome: ContactOutcome, day: Date) {
        if self.chance.percent(14.0) || told.referrer == "Not given" {
            return;
        }
        let on = add_working_days(day, [0, 1, 2, 6][self.chance.weighted(&[40.0, 35.0, 18.0, 7.0])]);
        let screener = self.screener(waking, on);
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let accepted = matches!(outcome, ContactOutcome::Referral | ContactOutcome::StrategyDiscussion);
        let bank = if accepted { "told" } else { "told.none" };
        let cast = self.cast(waking, told.children[0]);
        sitting.share(ReferrerInformed {
            referrer_name: Some(told.referrer.clone()),
            told: cast.say(bank, &mut self.chance),
            how: Some("Telephone".to_owned()),
            ..ReferrerInformed::default()
        });
        let minutes = self.chance.between(13 * 60, 17 * 60);
        for place in &told.children {
            let id = &self.children[*place].id;
            sitting.say_sharing(id, moment(on, minutes), ReferrerInformed::default());
            if accepted && self.chance.percent(50.0) {
                let event = ReferrerAcknowledged { how: Some("Email".to_owned()), ..Default::default() };
                sitting.say(id, moment(on, minutes), event);
            }
        }
        waking.record(sitting, instant(on, minutes + 5));
    }

    /// A quiet time, until somebody makes contact again.
    pub(super) fn heard_again(&mut self, waking: &Waking, day: Date) -> (Stage, Date) {
        let wait = 3 + self.chance.wait_days(waking.world.rates.again_mean_days);
        (Stage::Contact, add_calendar_days(day, wait))
    }
}

fn spoken(outcome: ContactOutcome) -> (LevelOfNeed, &'static str) {
    match outcome {
        ContactOutcome::Referral => (LevelOfNeed::InNeed, "decided.referral"),
        ContactOutcome::StrategyDiscussion => (LevelOfNeed::Protection, "decided.strategy_discussion"),
        ContactOutcome::OpenCase => (LevelOfNeed::InNeed, "decided.open_case"),
        ContactOutcome::EarlyHelp => (LevelOfNeed::EarlyHelp, "decided.early_help"),
        ContactOutcome::AdviceGiven => (LevelOfNeed::Universal, "decided.advice_given"),
        ContactOutcome::NoFurtherAction | ContactOutcome::OtherAuthority => {
            (LevelOfNeed::Universal, "decided.no_further_action")
        }
    }
}
