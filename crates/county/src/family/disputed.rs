//! What else becomes of decisions at the front door: rated again unseen, disputed by an agency; and concerns with a
//! route of their own.

use calendar::periods::add_calendar_days;
use calendar::working_days::add_working_days;
use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::events::{
    Agency, ContactOutcome, DecisionRerated, DisagreementAnswered, DisagreementEscalated,
    DisagreementOutcome, DisagreementRaised, LevelOfNeed, RefusalReason, Role, SpecialistConcern,
    SpecialistConcernAnswered, SpecialistConcernRaised, SpecialistConcernReferredOn,
};

use crate::authority::{BOARD_CHAIR, codes, version_on};
use crate::organisation::person;
use crate::sitting::{Place, Sitting, instant, moment};

use super::door::Told;
use super::{Family, Waking};

/// What is told here has chances of its own, so that the lives stay as they were: one number each.
const CITED: u64 = 71;
const REFUSED: u64 = 72;
const AFTERWARDS: u64 = 73;
/// Disagreements of so many last days may wait for the chair still.
const WAITING_DAYS: i32 = 30;

impl Family {
    /// Does something with chances of its own.
    fn aside<T>(&mut self, what: u64, act: impl FnOnce(&mut Self) -> T) -> T {
        let beside = self.chance.beside(what);
        let kept = std::mem::replace(&mut self.chance, beside);
        let done = act(self);
        self.chance = kept;
        done
    }

    /// The indicators that a decision cites, with the version that they are of: now and then none.
    pub(super) fn cited(
        &mut self,
        waking: &Waking,
        day: Date,
        level: LevelOfNeed,
    ) -> (Option<String>, Vec<String>) {
        self.aside(CITED, |family| family.cites(waking, day, level))
    }

    fn cites(&mut self, waking: &Waking, day: Date, level: LevelOfNeed) -> (Option<String>, Vec<String>) {
        if self.chance.percent(7.0) {
            return (None, Vec::new());
        }
        let (version, second) = version_on(&waking.world.plan, day);
        let all = codes(level, second);
        let many = if self.chance.percent(30.0) { 2 } else { 1 };
        let first = usize::try_from(self.chance.between(0, 2)).unwrap_or(0) % all.len().max(1);
        let cited = (0..many).map(|next| all[(first + next) % all.len()].to_owned());
        (Some(version), cited.collect())
    }

    /// Why a contact led to nothing further.
    pub(super) fn refused(&mut self, outcome: ContactOutcome) -> Option<RefusalReason> {
        use RefusalReason as R;
        const REASONS: [RefusalReason; 6] =
            [R::BelowThreshold, R::HelpInPlace, R::NoConsent, R::NotEnoughKnown, R::SameMatter, R::PastOnly];
        let place = self.aside(REFUSED, |family| family.chance.weighted(&[48.0, 22.0, 10.0, 8.0, 7.0, 5.0]));
        (outcome == ContactOutcome::NoFurtherAction).then_some(REASONS[place])
    }

    /// What follows a decision besides what it decides.
    pub(super) fn afterwards(
        &mut self,
        waking: &mut Waking,
        told: &Told,
        label: u32,
        (day, minutes): (Date, i32),
        (level, outcome): (LevelOfNeed, ContactOutcome),
    ) {
        self.aside(AFTERWARDS, |family| {
            family.follows(waking, told, label, (day, minutes), (level, outcome))
        });
    }

    fn follows(
        &mut self,
        waking: &mut Waking,
        told: &Told,
        label: u32,
        (day, minutes): (Date, i32),
        (level, outcome): (LevelOfNeed, ContactOutcome),
    ) {
        self.rated_again(waking, told, label, day, (level, outcome));
        let turned_away = matches!(
            outcome,
            ContactOutcome::NoFurtherAction | ContactOutcome::AdviceGiven | ContactOutcome::EarlyHelp
        );
        let agency = !matches!(told.agency, Agency::Family | Agency::Other);
        if turned_away && agency && self.chance.percent(2.0) {
            self.disputed(waking, told, label, day, minutes);
        }
        if told.harm && self.chance.percent(2.5) {
            self.specialist(waking, told, day);
        }
    }

    /// Whoever has not seen a decision of the week's sample rates it again: mostly alike.
    fn rated_again(
        &mut self,
        waking: &mut Waking,
        told: &Told,
        label: u32,
        day: Date,
        (level, outcome): (LevelOfNeed, ContactOutcome),
    ) {
        let draw = rules::draw::draw_after(day);
        let head = waking.world.organisation.workers[waking.world.organisation.head].id.clone();
        for (turn, place) in told.children.iter().enumerate() {
            let alike = self.chance.percent(80.0);
            let (level, outcome) =
                if alike { (level, outcome) } else { (LevelOfNeed::EarlyHelp, ContactOutcome::EarlyHelp) };
            let bank = if alike { "decision.upheld" } else { "decided.early_help" };
            let cast = self.cast(waking, *place);
            let event = DecisionRerated {
                decision: EntryId::new(1, 0),
                level_of_need: Some(level),
                outcome: Some(outcome),
                reason: cast.say(bank, &mut self.chance),
                rated_by: None,
                rated_by_name: Some("The named nurse".to_owned()),
                agency: Some(Agency::Health),
            };
            let mut sitting = Sitting::by(&head, Role::HeadOfService);
            let on = add_calendar_days(draw, 2);
            sitting.say(&self.children[*place].id, moment(on, 14 * 60), event);
            sitting.sampled(Place { label, index: turn as u16 }, add_calendar_days(draw, 1), &self.numbers);
            waking.record(sitting, instant(on, 15 * 60));
        }
    }

    /// An agency disputes a decision the day after; most are answered within the day, some by the next level.
    fn disputed(&mut self, waking: &mut Waking, told: &Told, label: u32, day: Date, minutes: i32) {
        let raised_on = add_working_days(day, 1);
        let place = told.children[0];
        let child = self.children[place].id.clone();
        let screener = self.screener(waking, raised_on);
        let cast = self.cast(waking, place);
        let raised = DisagreementRaised {
            disputed: Some(
                cast.fill("We told you that {c} is not safe enough, and were sent to early help."),
            ),
            why: cast.say(&format!("{}.worry", self.theme), &mut self.chance),
            asked_for: Some("See the child at home this week.".to_owned()),
            agency: Some(told.agency),
            raised_by_name: Some(told.referrer.clone()),
            ..DisagreementRaised::default()
        };
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let own = self.label();
        sitting.say(&child, moment(raised_on, minutes), raised);
        sitting.naming("decision", Some(Place { label, index: 0 }), &self.numbers.clone());
        sitting.labelled(own, &self.numbers.clone());
        waking.record(sitting, instant(raised_on, minutes + 5));
        let answered = self.chance.weighted(&[60.0, 25.0, 15.0]);
        let organisation = &waking.world.organisation;
        let head = organisation.workers[organisation.head].id.clone();
        let (who, role, on) = match answered {
            0 => (self.door_manager(waking), Role::FrontDoorManager, raised_on),
            1 => (head, Role::HeadOfService, add_calendar_days(raised_on, 1)),
            // Nobody below answered. Of the last days, the chair of the board has it still.
            _ if waking.world.plan.to < add_calendar_days(raised_on, WAITING_DAYS) => return,
            _ => (person(BOARD_CHAIR), Role::BoardChair, add_calendar_days(raised_on, 3)),
        };
        let changed = self.chance.percent(45.0);
        let event = DisagreementAnswered {
            disagreement: None,
            outcome: Some(if changed { DisagreementOutcome::Changed } else { DisagreementOutcome::Stands }),
            answer: Some(cast.fill(
                "We read it again with you. {c} is seen at home on Thursday, and you are rung the same day.",
            )),
            decided_by: Some(who.clone()),
        };
        let at = if answered == 0 { minutes + 120 } else { minutes + 60 };
        let mut sitting = Sitting::by(&who, role);
        sitting.say(&child, moment(on, at), event);
        sitting.naming("disagreement", Some(Place { label: own, index: 0 }), &self.numbers.clone());
        waking.record(sitting, instant(on, at + 5));
        if !changed && self.chance.percent(25.0) {
            let further = add_calendar_days(on, 1);
            let mut sitting = Sitting::by(&screener, Role::Screener);
            let event = DisagreementEscalated {
                disagreement: None,
                reason: Some(cast.fill("{c} was hungry again this morning.")),
                escalated_by_name: Some(told.referrer.clone()),
            };
            sitting.say(&child, moment(further, 9 * 60), event);
            sitting.naming("disagreement", Some(Place { label: own, index: 0 }), &self.numbers.clone());
            waking.record(sitting, instant(further, 9 * 60 + 10));
            self.settled(waking, &child, own, further);
        }
    }

    /// The chair of the board answers what came that far, but for the last of them.
    fn settled(&mut self, waking: &mut Waking, child: &PersonId, raised: u32, further: Date) {
        if waking.world.plan.to < add_calendar_days(further, WAITING_DAYS) {
            return;
        }
        let (chair, on) = (person(BOARD_CHAIR), add_calendar_days(further, 4));
        let event = DisagreementAnswered {
            disagreement: None,
            outcome: Some(DisagreementOutcome::Partly),
            answer: Some("Both sides were heard. The worker and the agency visit together.".to_owned()),
            decided_by: Some(chair.clone()),
        };
        let mut sitting = Sitting::by(&chair, Role::BoardChair);
        sitting.say(child, moment(on, 10 * 60), event);
        sitting.naming("disagreement", Some(Place { label: raised, index: 0 }), &self.numbers.clone());
        waking.record(sitting, instant(on, 10 * 60 + 5));
    }

    /// A concern with a route of its own: mostly referred the next day, mostly answered in two weeks.
    fn specialist(&mut self, waking: &mut Waking, told: &Told, day: Date) {
        use SpecialistConcern as S;
        let kinds = [
            (S::CriminalExploitation, "National referral mechanism", Agency::Other),
            (S::Radicalisation, "The Channel panel, through the police", Agency::Police),
            (S::ModernSlavery, "National referral mechanism", Agency::Other),
            (S::FemaleGenitalMutilation, "The police", Agency::Police),
            (S::ForcedMarriage, "The Forced Marriage Unit", Agency::Other),
        ];
        let (kind, body, agency) = kinds[self.chance.weighted(&[45.0, 25.0, 18.0, 7.0, 5.0])];
        let place = told.children[0];
        let child = self.children[place].id.clone();
        let screener = self.screener(waking, day);
        let cast = self.cast(waking, place);
        let say = |sitting: &mut Sitting, on: Date, event: record::Event| {
            sitting.say(&child, moment(on, 16 * 60), event);
        };
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let raised = SpecialistConcernRaised {
            kind: Some(kind),
            what: cast.say(&format!("{}.worry", self.theme), &mut self.chance),
            advice: Some("The specialist lead was rung and advised to refer it.".to_owned()),
            raised_by_name: Some(told.referrer.clone()),
            agency: Some(told.agency),
            ..SpecialistConcernRaised::default()
        };
        say(&mut sitting, day, raised.into());
        waking.record(sitting, instant(day, 16 * 60 + 10));
        if self.chance.percent(12.0) {
            return;
        }
        let sent = add_working_days(day, 1);
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let referred = SpecialistConcernReferredOn {
            body: Some(body.to_owned()),
            agency: Some(agency),
            sent: Some("What was told, and the record of the last year.".to_owned()),
            ..SpecialistConcernReferredOn::default()
        };
        say(&mut sitting, sent, referred.into());
        waking.record(sitting, instant(sent, 16 * 60 + 10));
        if self.chance.percent(20.0) {
            return;
        }
        let came = add_working_days(sent, self.chance.between(4, 14));
        let mut sitting = Sitting::by(&screener, Role::Screener);
        let answered = SpecialistConcernAnswered {
            concern: None,
            answer: Some("Taken on; a worker of theirs meets the family.".to_owned()),
            next: Some(cast.fill("{c}’s worker meets theirs within the week.")),
            decided_by: None,
        };
        say(&mut sitting, came, answered.into());
        waking.record(sitting, instant(came, 16 * 60 + 10));
    }
}
