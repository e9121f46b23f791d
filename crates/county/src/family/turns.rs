//! Turns of life that come to any family: closing a case, moving home, moving away, a death.

use calendar::periods::add_calendar_days;
use calendar::working_days::roll_forward;
use jiff::civil::Date;
use record::codes::ClosureReason;
use record::events::{ClosureDecided, HouseholdLeft, NeedPlanEnded, PersonDied, ProtectionPlanEnded};

use crate::organisation::person;
use crate::sitting::{Sitting, instant, moment};

use super::{Family, Stage, Waking};

impl Family {
    /// A manager closes the open children's cases.
    pub(super) fn close(&mut self, waking: &mut Waking, day: Date, code: &str) -> Option<(Stage, Date)> {
        let day = roll_forward(day);
        self.weighed_before_closing(waking, day);
        if code == "RC9" {
            self.stepped_down(waking, day);
        }
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        let in_force = i16::from(day.month() >= 4) - 1 + day.year();
        let code = ClosureReason::from_code(code).filter(|code| code.info().in_force(in_force));
        let code = code.or(ClosureReason::from_code("RC7"));
        let minutes = self.chance.between(14 * 60, 17 * 60);
        for place in self.open_children() {
            let cast = self.cast(waking, place);
            let mut event = ClosureDecided {
                closure_reason: code,
                reason: cast.say("closure.reason", &mut self.chance),
                outcome: cast.say("closure.outcome", &mut self.chance).filter(|_| !self.chance.percent(4.0)),
                childs_views: cast
                    .say("closure.views", &mut self.chance)
                    .filter(|_| self.chance.percent(70.0)),
                support_after: cast.say("closure.support", &mut self.chance),
                told: cast.say("closure.told", &mut self.chance),
                decided_by: Some(manager.clone()),
                ..ClosureDecided::default()
            };
            self.closing(waking, place, day, &mut event);
            sitting.say(&self.children[place].id, moment(day, minutes), event);
            self.children[place].open = false;
        }
        waking.record(sitting, instant(day, minutes + 10));
        // A worker who leaves before this day still had them.
        match waking.world.organisation.assignments.get_mut(&self.index) {
            Some(held) if day > waking.today => held.until = Some(day),
            _ => {}
        }
        waking.world.organisation.release(self.index);
        Some(self.heard_again(waking, day))
    }

    /// Now and then a family has moved within the county since it was last heard of.
    pub(super) fn maybe_moved(&mut self, waking: &mut Waking, day: Date) {
        if self.contacts < 2 || !self.chance.percent(12.0) {
            return;
        }
        self.moves += 1;
        let old = self.household.clone();
        self.household = person(&format!("h-{:06}-{}", self.index, self.moves));
        self.find_a_home();
        let (author, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&author, role);
        let moved = add_calendar_days(day, -self.chance.between(1, 60));
        let children =
            self.children.iter().filter(|child| child.known && !child.died).map(|child| child.id.clone());
        let adults =
            self.adults.iter().filter(|adult| adult.known && adult.at_home).map(|adult| adult.id.clone());
        for id in children.chain(adults).collect::<Vec<_>>() {
            let left = HouseholdLeft {
                household: old.clone(),
                reason: Some("Moved home".into()),
                to_authority: None,
            };
            sitting.say(&id, moved, left);
            sitting.say(&id, moved, self.home());
        }
        waking.record(sitting, instant(day, 8 * 60 + 5));
    }

    /// An open family moves to another authority for good.
    pub(super) fn maybe_moves_away(&mut self, waking: &mut Waking, day: Date, protected: bool) -> bool {
        if !self.chance.percent(0.35) {
            return false;
        }
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        let authority = ["Devon", "Plymouth", "Somerset", "Bristol"][self.chance.below(4)];
        for place in self.open_children() {
            let id = self.children[place].id.clone();
            let left = HouseholdLeft {
                household: self.household.clone(),
                reason: Some("Moved away with their family".to_owned()),
                to_authority: Some(authority.to_owned()),
            };
            sitting.say(&id, day, left);
            if protected {
                let event = ProtectionPlanEnded {
                    reason: Some(format!("{authority} held its own conference and has taken the plan over.")),
                    outcome: Some("The plan goes on there.".to_owned()),
                    support_after: Some(format!("{authority}’s social worker has met the family.")),
                    decided_by: Some(manager.clone()),
                };
                sitting.say(&id, day, event);
            } else {
                let event = NeedPlanEnded { reason: Some("Moved away".into()), outcome: None };
                sitting.say(&id, day, event);
            }
        }
        waking.record(sitting, instant(day, 10 * 60));
        true
    }

    /// Very rarely a child dies. The record says so plainly, and the case is closed.
    pub(super) fn maybe_died(&mut self, waking: &mut Waking, day: Date) {
        if !self.chance.percent(0.02) {
            return;
        }
        let Some(place) = self.open_children().into_iter().next() else { return };
        let id = self.children[place].id.clone();
        let (manager, role) = self.manager(waking);
        let mut sitting = Sitting::by(&manager, role);
        let note = Some("The hospital rang. The family are with the bereavement nurse.".to_owned());
        sitting.say(&id, day, PersonDied { note });
        let event = ClosureDecided {
            closure_reason: ClosureReason::from_code("RC2"),
            reason: Some("The child has died.".to_owned()),
            outcome: Some("The child death review has been told.".to_owned()),
            told: Some("The family, the school and health.".to_owned()),
            decided_by: Some(manager),
            ..ClosureDecided::default()
        };
        sitting.say(&id, day, event);
        self.children[place].died = true;
        self.children[place].open = false;
        waking.record(sitting, instant(day, 17 * 60));
    }
}
