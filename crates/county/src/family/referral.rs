//! A referral and its decision; a named worker for the children.

use calendar::periods::add_calendar_days;
use calendar::working_days::add_working_days;
use chronology::PersonId;
use jiff::civil::Date;
use record::codes::{PrimaryNeed, ReferralSource};
use record::events::{
    AllocationStarted, ContactOutcome, HazardRecorded, LeftOut, LevelOfNeed, Rating, ReferralDecided,
    ReferralOutcome, ReferralReceived, Role,
};

use crate::organisation::Assignment;
use crate::sitting::{Place, Sitting, instant, moment};

use super::door::Told;
use super::{Family, Stage, Waking};

impl Family {
    /// The referrals that a contact becomes, in the recording of its decision.
    pub(super) fn referred(&mut self, waking: &Waking, sitting: &mut Sitting, told: &Told) -> Place {
        let label = self.label();
        let mut first = 0;
        for (turn, place) in told.children.iter().enumerate() {
            let cast = self.cast(waking, *place);
            let event = ReferralReceived {
                source: ReferralSource::from_code(told.source),
                primary_need: PrimaryNeed::from_code(primary_need(self.theme)),
                rating: Some(told.rating),
                reason: cast.say(&format!("{}.worry", self.theme), &mut self.chance),
                from_professional: Some(!matches!(told.source, "1A" | "9")),
                ..ReferralReceived::default()
            };
            let index = sitting.say(&self.children[*place].id, told.received, event);
            let of = Place { index: told.place.index + turn as u16, ..told.place };
            sitting.naming("contact", Some(of), &self.numbers);
            if turn == 0 {
                first = index;
            }
        }
        sitting.labelled(label, &self.numbers.clone());
        Place { label, index: first }
    }

    /// A manager decides the response to each child's referral; if it is accepted, the children get a worker.
    pub(super) fn referral_decided(
        &mut self,
        waking: &mut Waking,
        told: &Told,
        outcome: ContactOutcome,
        referral: Place,
        contact_day: Date,
        minutes: i32,
    ) -> Option<(Stage, Date)> {
        let urgent = outcome == ContactOutcome::StrategyDiscussion;
        let (day, minutes) = match self.chance.weighted(&[55.0, 33.0, 12.0]) {
            0 => (contact_day, (minutes + 45).min(23 * 60)),
            1 => (add_working_days(contact_day, 1), self.chance.between(9 * 60, 11 * 60)),
            _ => (
                add_working_days(contact_day, self.chance.between(2, 4)),
                self.chance.between(9 * 60, 11 * 60),
            ),
        };
        let decision = match self.chance.weighted(&[85.0, 8.0, 7.0]) {
            _ if urgent => ReferralOutcome::StrategyDiscussion,
            0 => ReferralOutcome::Assessment,
            1 => ReferralOutcome::NoFurtherAction,
            _ => ReferralOutcome::EarlyHelp,
        };
        let goes_on = matches!(decision, ReferralOutcome::Assessment | ReferralOutcome::StrategyDiscussion);
        let manager = self.door_manager(waking);
        let mut sitting = Sitting::by(&manager, Role::FrontDoorManager);
        let mut children = told.children.clone();
        let at = moment(day, minutes);
        let mut left_out = Vec::new();
        if !told.left_out.is_empty() && self.chance.percent(60.0) {
            // The manager asks who else lives there, and their referrals are received with the decision.
            self.identify(waking, &mut sitting, &told.left_out, day);
            for place in &told.left_out {
                let event = ReferralReceived {
                    primary_need: PrimaryNeed::from_code(primary_need(self.theme)),
                    rating: Some(told.rating),
                    ..ReferralReceived::default()
                };
                sitting.say(&self.children[*place].id, at, event);
            }
            children.extend(&told.left_out);
        } else if self.chance.percent(60.0) {
            left_out = told.left_out.iter().filter(|at| self.children[**at].known).copied().collect();
        }
        for (turn, place) in children.iter().enumerate() {
            let event = self.referral_decision(waking, *place, decision, &manager, told.rating, &left_out);
            sitting.say(&self.children[*place].id, at, event);
            if turn < told.children.len() {
                let of = Place { index: referral.index + turn as u16, ..referral };
                sitting.naming("referral", Some(of), &self.numbers);
            }
        }
        waking.record(sitting, instant(day, minutes + 5));
        if !goes_on {
            return Some(self.heard_again(waking, day));
        }
        children.iter().for_each(|at| self.children[*at].open = true);
        let allocated = self.allocated(waking, day);
        Some((Stage::Assess { urgent }, allocated))
    }

    fn referral_decision(
        &mut self,
        waking: &Waking,
        place: usize,
        outcome: ReferralOutcome,
        manager: &PersonId,
        rating: Rating,
        left_out: &[usize],
    ) -> ReferralDecided {
        let cast = self.cast(waking, place);
        let level = match outcome {
            ReferralOutcome::StrategyDiscussion => LevelOfNeed::Protection,
            ReferralOutcome::NoFurtherAction => LevelOfNeed::Universal,
            ReferralOutcome::EarlyHelp => LevelOfNeed::EarlyHelp,
            _ => LevelOfNeed::InNeed,
        };
        let bank = match outcome {
            ReferralOutcome::StrategyDiscussion => "decided.strategy_discussion",
            ReferralOutcome::NoFurtherAction => "decided.no_further_action",
            ReferralOutcome::EarlyHelp => "decided.early_help",
            _ => "decided.referral",
        };
        let left_out = left_out.iter().map(|other| LeftOut {
            child: Some(self.children[*other].id.clone()),
            reason: self.chance.clone().pick(crate::words::bank("left_out")).map(|line| (*line).to_owned()),
            agreed_by: Some(manager.clone()),
        });
        ReferralDecided {
            outcome: Some(outcome),
            level_of_need: Some(level),
            left_out: left_out.collect(),
            reason: cast.say(bank, &mut self.chance),
            history_weighed: cast
                .say("referral.weighed", &mut self.chance)
                .filter(|_| !self.chance.percent(4.0)),
            rating: Some(rating),
            first_visit_working_days: Some(match rating {
                Rating::Red => 1,
                Rating::Amber => 3,
                Rating::Green => 5,
            }),
            decided_by: Some(manager.clone()),
            ..ReferralDecided::default()
        }
    }

    /// Gives the open children a worker, soon or late; answers the day.
    pub(super) fn allocated(&mut self, waking: &mut Waking, decided: Date) -> Date {
        let wait = [0, 1, 2, 3, 0][self.chance.weighted(&[35.0, 38.0, 12.0, 9.0, 0.0])];
        let wait = if self.chance.percent(5.0) { self.chance.between(5, 16) } else { wait };
        let day = add_working_days(decided, wait);
        let disabled = self.children.iter().any(|child| child.open && child.disabled);
        let disabled = disabled && self.theme == "disability";
        let team = waking.world.organisation.team_for(self.area, disabled, &mut self.chance);
        self.move_to_team(waking, team, day, false);
        day
    }

    /// Gives the open children to a worker of a team on a day.
    pub(super) fn move_to_team(&mut self, waking: &mut Waking, team: usize, day: Date, protection: bool) {
        let Some(worker) = waking.world.organisation.choose(team, day, protection, &mut self.chance) else {
            return;
        };
        let mut open: Vec<usize> = self.open_children();
        if open.len() > 1 && self.chance.percent(4.0) {
            open.pop(); // a brother or sister is forgotten
        }
        if open.is_empty() {
            return;
        }
        let children =
            open.iter().map(|at| (self.children[*at].id.clone(), self.children[*at].forename.clone()));
        let assignment = Assignment { worker, since: day, until: None, children: children.collect() };
        let organisation = &mut waking.world.organisation;
        organisation.assign(self.index, assignment);
        let manager = &organisation.workers[organisation.teams[team].manager];
        let mut sitting = Sitting::by(&manager.id, manager.role);
        sitting.share(AllocationStarted {
            worker: Some(organisation.workers[worker].id.clone()),
            team: Some(organisation.teams[team].id.clone()),
            decided_by: Some(manager.id.clone()),
            ..organisation.over_limit(worker)
        });
        for at in open {
            let cast = self.cast(waking, at);
            let child_told = cast.say("child_told", &mut self.chance).filter(|_| self.chance.percent(40.0));
            let event = AllocationStarted { child_told, ..AllocationStarted::default() };
            sitting.say_sharing(&self.children[at].id, day, event);
        }
        let minutes = self.chance.between(15 * 60, 18 * 60);
        waking.record(sitting, instant(day, minutes));
        self.maybe_hazard(waking, day);
    }

    fn maybe_hazard(&mut self, waking: &mut Waking, day: Date) {
        if !self.chance.percent(4.0) {
            return;
        }
        let (manager, role) = self.manager(waking);
        let cast = self.cast(waking, 0);
        let mut sitting = Sitting::by(&manager, role);
        let event = HazardRecorded {
            what: cast.say("hazard", &mut self.chance),
            for_whom: Some("Whoever visits".to_owned()),
            review_on: Some(add_calendar_days(day, 90)),
        };
        sitting.say(&self.carer().id.clone(), day, event);
        waking.record(sitting, instant(day, 18 * 60 + 5));
    }
}

/// The national need code that a trouble suggests.
fn primary_need(theme: &str) -> &'static str {
    match theme {
        "disability" => "N2",
        "parent_mental_health" => "N3",
        "acute_stress" => "N4",
        "adolescent" => "N6",
        _ => "N1",
    }
}
