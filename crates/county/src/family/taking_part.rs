//! How children take part in conferences, and the high-risk conference about a household.

use calendar::working_days::add_working_days;
use jiff::civil::Date;
use record::events::{
    Action, ActionCompleted, AdvocacyDeclined, AdvocacyOffered, AdvocacyPurpose, AdvocacyStarted,
    AdvocacyViewsPresented, Agency, Attendance, ConferencePreparationHeld, MaracHeard, MaracReferred,
    ParticipationRecorded, Presence, Rating, TakingPart,
};

use crate::sitting::{Sitting, instant, moment};

use super::{Family, Waking};

/// Ages in whole years from which an advocate is offered.
const ADVOCATE_FROM: i32 = 5;
/// The advocate of the county.
const ADVOCATE: &str = "Elowen Rowe";

impl Family {
    /// Between the booking and the conference: an advocate offered, each child's way of taking part, the parents prepared.
    pub(super) fn taking_part(&mut self, waking: &mut Waking, booked: Date, on: Date) {
        self.beside(|family| {
            let (worker, role) = family.worker(waking, booked);
            let offered = booked;
            let mut sitting = Sitting::by(&worker, role);
            for child in family.open_children() {
                let one = &family.children[child];
                if one.unborn_on(booked) || one.age_on(booked) < ADVOCATE_FROM || family.chance.percent(9.0) {
                    continue;
                }
                let id = family.children[child].id.clone();
                let how = Some("Told what an advocate is, with the leaflet, on a visit.".to_owned());
                let purpose = Some(AdvocacyPurpose::Conference);
                sitting.say(&id, moment(offered, 16 * 60), AdvocacyOffered { purpose, how });
                if family.chance.percent(14.0) {
                    let reason = Some("I can say it myself.".to_owned());
                    sitting.say(&id, moment(offered, 16 * 60 + 5), AdvocacyDeclined { purpose, reason });
                } else {
                    let (advocate, organisation) =
                        (Some(ADVOCATE.to_owned()), Some("Voice for Children".to_owned()));
                    sitting.say(
                        &id,
                        moment(offered, 16 * 60 + 5),
                        AdvocacyStarted { purpose, advocate, organisation },
                    );
                    let cast = family.cast(waking, child);
                    let bank = family.children[child].words_bank(on);
                    let views = cast.say(bank, &mut family.chance);
                    let event = AdvocacyViewsPresented {
                        purpose,
                        advocate: Some(ADVOCATE.to_owned()),
                        views,
                        child_there: Some(family.chance.percent(30.0)),
                    };
                    family.presented(waking, &id, on, event);
                }
            }
            waking.record(sitting, instant(offered, 16 * 60 + 30));
            family.prepared(waking, on);
        });
    }

    fn presented(
        &mut self,
        waking: &mut Waking,
        id: &chronology::PersonId,
        on: Date,
        event: AdvocacyViewsPresented,
    ) {
        let (worker, role) = self.worker(waking, on);
        let mut sitting = Sitting::by(&worker, role);
        sitting.say(id, moment(on, 9 * 60), event);
        waking.record(sitting, instant(on, 9 * 60 + 10));
    }

    fn prepared(&mut self, waking: &mut Waking, on: Date) {
        let before = add_working_days(on, -1);
        let (worker, role) = self.worker(waking, before);
        let mut sitting = Sitting::by(&worker, role);
        for child in self.open_children() {
            if self.children[child].unborn_on(on) {
                continue;
            }
            let id = self.children[child].id.clone();
            let cast = self.cast(waking, child);
            if self.chance.percent(86.0) {
                let small = self.children[child].age_on(on) < ADVOCATE_FROM;
                let way = if small {
                    TakingPart::ByWorker
                } else {
                    [TakingPart::ByAdvocate, TakingPart::InPart, TakingPart::ByWriting, TakingPart::NotAtAll]
                        [self.chance.weighted(&[55.0, 15.0, 20.0, 10.0])]
                };
                let reason = Some("Did not want to be spoken of there.".to_owned());
                let event = ParticipationRecorded {
                    conference: None,
                    way: Some(way),
                    reason: reason.filter(|_| way == TakingPart::NotAtAll),
                    words: None,
                };
                sitting.say(&id, moment(before, 15 * 60), event);
            }
            if self.chance.percent(88.0) {
                let event = ConferencePreparationHeld {
                    person: None,
                    name: Some(cast.fill("{m}")),
                    how: Some("Read through together at home, page by page.".to_owned()),
                    said: cast.say("parents.said", &mut self.chance),
                };
                sitting.say(&id, moment(before, 15 * 60 + 10), event);
            }
        }
        waking.record(sitting, instant(before, 16 * 60));
    }

    /// Where the trouble is violence at home, some households come before the high-risk conference.
    pub(super) fn high_risk(&mut self, waking: &mut Waking, day: Date) {
        if self.theme != "domestic_abuse" {
            return;
        }
        self.beside(|family| {
            if !family.chance.percent(45.0) {
                return;
            }
            let Some(victim) = family.adults.iter().find(|adult| adult.known && adult.at_home) else {
                return;
            };
            let victim = victim.id.clone();
            let (worker, role) = family.worker(waking, day);
            let children = family.open_children();
            let cast = family.cast(waking, children.first().copied().unwrap_or(0));
            let referred = MaracReferred {
                victim: None,
                referred_by: Some("The officer who came".to_owned()),
                agency: Some(Agency::Police),
                score: u32::try_from(family.chance.between(14, 21)).ok(),
                reason: cast.say("domestic_abuse.heard", &mut family.chance),
                victim_knows: Some(true),
            };
            let mut sitting = Sitting::by(&worker, role);
            for child in &children {
                let event = MaracReferred { victim: Some(victim.clone()), ..referred.clone() };
                sitting.say(&family.children[*child].id, moment(day, 15 * 60), event);
            }
            sitting.say(&victim, moment(day, 15 * 60), referred);
            waking.record(sitting, instant(day, 15 * 60 + 20));
            let on = add_working_days(day, family.chance.between(7, 16));
            family.heard_as_high_risk(waking, &children, &victim, on);
        });
    }

    fn heard_as_high_risk(
        &mut self,
        waking: &mut Waking,
        children: &[usize],
        victim: &chronology::PersonId,
        on: Date,
    ) {
        let (manager, role) = self.manager(waking);
        let here = |name: &str, agency, presence| Attendance {
            name: Some(name.to_owned()),
            agency: Some(agency),
            presence: Some(presence),
            ..Attendance::default()
        };
        let health = if self.chance.percent(25.0) { Presence::Absent } else { Presence::Present };
        let attendance = vec![
            here("Chair, police", Agency::Police, Presence::Present),
            here("The victim’s adviser", Agency::DomesticAbuse, Presence::Present),
            here("Health visitor", Agency::Health, health),
            here("Team manager", Agency::SocialCare, Presence::Present),
        ];
        let mut sitting = Sitting::by(&manager, role);
        for child in children {
            let cast = self.cast(waking, *child);
            let blank = self.chance.percent(6.0);
            let late = self.chance.between(5, 25);
            let action = Action {
                what: Some(cast.fill("{s} meets {c} each Monday")),
                owner_name: Some(cast.school.clone()),
                agency: Some(Agency::School),
                by: Some(add_working_days(on, late)),
                ..Action::default()
            };
            let event = MaracHeard {
                victim: Some(victim.clone()),
                attendance: attendance.clone(),
                rating: Some(Rating::Red).filter(|_| !blank),
                analysis: cast.say("domestic_abuse.analysis", &mut self.chance).filter(|_| !blank),
                actions: if blank { Vec::new() } else { vec![action] },
                repeat_of: None,
            };
            if self.chance.percent(88.0) {
                self.done_as_asked(waking, *child, &event.actions, on, late);
            }
            sitting.say(&self.children[*child].id, moment(on, 14 * 60), event);
        }
        let whole = MaracHeard { attendance, ..MaracHeard::default() };
        sitting.say(victim, moment(on, 14 * 60), whole);
        waking.record(sitting, instant(on, 16 * 60));
    }

    /// What the conference asked for was done, mostly in time.
    fn done_as_asked(&mut self, waking: &mut Waking, child: usize, actions: &[Action], on: Date, late: i32) {
        let day = add_working_days(on, late + [-2, 6][self.chance.weighted(&[80.0, 20.0])]);
        let (worker, role) = self.worker(waking, day);
        let mut sitting = Sitting::by(&worker, role);
        for action in actions {
            let event = ActionCompleted {
                set_by: None,
                what: action.what.clone(),
                evidence: Some("The school wrote to say so.".to_owned()),
            };
            sitting.say(&self.children[child].id, moment(day, 16 * 60), event);
        }
        waking.record(sitting, instant(day, 16 * 60 + 10));
    }
}
