//! One family: who they are, and their life as the service comes to know it.
//!
//! A life is lived a stretch at a time. When its day comes a family writes the recordings of the next few weeks
//! and says on which day to wake it again, so that a county never holds more than its near future.

use calendar::periods::add_calendar_days;
use chronology::PersonId;
use jiff::Timestamp;
use jiff::civil::Date;
use record::events::Role;

use crate::chance::Chance;
use crate::organisation::Organisation;
use crate::plan::Plan;
use crate::sitting::{Numbers, Place, Sitting, instant};
use crate::words::Cast;

mod assessment;
mod conference;
mod disputed;
mod door;
mod early_help;
mod enquiry;
mod identified;
mod members;
pub(crate) use members::first_days;
mod mishaps;
mod need;
mod protection;
mod referral;
mod risk;
mod sharing;
mod taking_part;
mod turns;
mod visits;

/// What a family lives in: the authority, the plan, and how often things happen.
pub(crate) struct World {
    pub(crate) plan: Plan,
    pub(crate) organisation: Organisation,
    pub(crate) rates: Rates,
}

/// How often and how long, worked out from the plan.
#[derive(Clone, Debug)]
pub(crate) struct Rates {
    /// Mean days until a family of whom we have heard is heard of again.
    pub(crate) again_mean_days: f64,
    /// Of finished assessments, how many in a hundred lead to a child in need plan.
    pub(crate) need_plan_percent: f64,
    /// Mean days that a child in need plan runs.
    pub(crate) need_plan_mean_days: f64,
    /// Of assessments, how many in a hundred come to a section 47 enquiry.
    pub(crate) enquiry_percent: f64,
    /// Of enquiries, how many in a hundred come to a conference.
    pub(crate) conference_percent: f64,
    /// How many in a hundred protection plans go on at the first review.
    pub(crate) plan_goes_on_percent: f64,
}

impl Rates {
    /// The rates of a plan. Figures of England stand behind them: for each 10,000 under 18 a year about 550
    /// referrals, 160 enquiries and 55 conferences, and 45 on a plan at a date.
    pub(crate) fn of(plan: &Plan) -> Self {
        let contacts = plan.residents as f64 * 0.0550 / 0.365 * plan.years();
        let again = (contacts / plan.children.max(1) as f64 - 1.0).max(0.05);
        let waiting_years = plan.years() / 2.0;
        let in_need = (plan.in_need_per_10_000 - plan.on_plan_per_10_000 - 75.0).max(20.0);
        // Long plans pile up for as long as a county lives.
        let in_need = in_need / (150.0 * (1.0 + 0.28 * (plan.years() - 3.0)).max(0.5));
        Self {
            again_mean_days: (waiting_years / again * 365.25).clamp(60.0, 4_000.0),
            need_plan_percent: 30.0 * in_need.sqrt().min(2.0),
            need_plan_mean_days: 230.0 * in_need.sqrt(),
            enquiry_percent: 17.0,
            conference_percent: 33.0,
            plan_goes_on_percent: (74.0 * (plan.on_plan_per_10_000 / 45.0).powf(1.6)).min(92.0),
        }
    }
}

/// Somebody grown up of a family.
#[derive(Clone, Debug)]
pub(crate) struct Adult {
    pub(crate) id: PersonId,
    pub(crate) forename: String,
    pub(crate) surname: String,
    pub(crate) born: Date,
    pub(crate) woman: bool,
    pub(crate) part: Part,
    pub(crate) at_home: bool,
    /// Whether the record has them yet.
    pub(crate) known: bool,
}

/// What a grown-up is to the family's children.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Mother,
    Father,
    /// The father of the younger children.
    LaterFather,
    StepParent,
    Grandparent,
}

/// A child of a family.
#[derive(Clone, Debug)]
pub(crate) struct Child {
    pub(crate) id: PersonId,
    pub(crate) forename: String,
    pub(crate) surname: String,
    pub(crate) nickname: Option<String>,
    pub(crate) girl: bool,
    pub(crate) born: Date,
    /// Whether the date of birth is a guess.
    pub(crate) estimated: bool,
    pub(crate) twin: bool,
    /// Whether a later father is this child's.
    pub(crate) later: bool,
    pub(crate) disabled: bool,
    pub(crate) school: usize,
    pub(crate) known: bool,
    /// Whether the record has the birth of a child first known unborn.
    pub(crate) birth_told: bool,
    /// Whether the service works with this child now.
    pub(crate) open: bool,
    pub(crate) died: bool,
    pub(crate) last_seen: Option<Date>,
    /// What the record says this child needs, since the case opened.
    pub(crate) needs: Vec<String>,
}

/// What comes next in a family's life.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stage {
    /// Somebody makes contact.
    Contact,
    /// A manager has decided that a social worker should assess.
    Assess { urgent: bool },
    /// The assessment comes to its end.
    Conclude { started: Date, harm: bool },
    /// A conference is held.
    Conference { enquiry_from: Date, assessing: Option<Date> },
    /// A protection plan runs.
    Protected(Protected),
    /// A child in need plan runs.
    InNeed(InNeed),
}

/// How a protection plan stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Protected {
    pub(crate) since: Date,
    pub(crate) next_visit: Date,
    pub(crate) next_core_group: Date,
    pub(crate) core_groups: u32,
    pub(crate) next_review: Date,
    pub(crate) reviews: u32,
    pub(crate) next_supervision: Date,
    pub(crate) revision: Option<Place>,
}

/// How a child in need plan stands.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct InNeed {
    pub(crate) ends: Date,
    pub(crate) next_visit: Date,
    pub(crate) next_review: Date,
    pub(crate) next_supervision: Date,
}

/// A family.
pub(crate) struct Family {
    pub(crate) index: u32,
    pub(crate) chance: Chance,
    pub(crate) area: usize,
    pub(crate) theme: &'static str,
    pub(crate) origin: &'static str,
    pub(crate) interpreter: Option<&'static str>,
    pub(crate) household: PersonId,
    pub(crate) address: String,
    pub(crate) postcode: String,
    pub(crate) town: &'static str,
    pub(crate) protected_address: bool,
    pub(crate) moves: u32,
    pub(crate) adults: Vec<Adult>,
    pub(crate) children: Vec<Child>,
    pub(crate) stage: Stage,
    pub(crate) contacts: u32,
    pub(crate) plans: u32,
    pub(crate) numbers: Numbers,
    pub(crate) next_label: u32,
}

/// What a family writes into when it wakes.
pub(crate) struct Waking<'a> {
    pub(crate) world: &'a mut World,
    pub(crate) out: &'a mut Vec<Sitting>,
    pub(crate) today: Date,
}

impl Waking<'_> {
    /// Lays a sitting in the chronology at a moment, never before the family woke.
    pub(crate) fn record(&mut self, mut sitting: Sitting, at: Timestamp) {
        sitting.at = at.max(instant(self.today, 1));
        if !sitting.draft.entries.is_empty() {
            self.out.push(sitting);
        }
    }
}

impl Family {
    /// Lives the next stretch, and says when to wake again, if ever.
    pub(crate) fn wake(&mut self, waking: &mut Waking) -> Option<Date> {
        let next = match self.stage.clone() {
            Stage::Contact => self.contact(waking),
            Stage::Assess { urgent } => self.assess(waking, urgent),
            Stage::Conclude { started, harm } => self.conclude(waking, started, harm),
            Stage::Conference { enquiry_from, assessing } => {
                self.initial_conference(waking, enquiry_from, assessing)
            }
            Stage::Protected(plan) => self.protected(waking, plan),
            Stage::InNeed(plan) => self.in_need(waking, plan),
        };
        let (stage, day) = next?;
        self.stage = stage;
        self.numbers.forget_before(self.next_label.saturating_sub(40));
        Some(day.max(add_calendar_days(waking.today, 1)))
    }

    /// A label for a recording that others will name.
    pub(crate) fn label(&mut self) -> u32 {
        self.next_label += 1;
        self.next_label
    }

    /// The grown-up who mainly cares for the children.
    pub(crate) fn carer(&self) -> &Adult {
        let mother = self.adults.iter().find(|adult| adult.part == Part::Mother && adult.at_home);
        mother.or_else(|| self.adults.iter().find(|adult| adult.at_home)).unwrap_or(&self.adults[0])
    }

    /// The other grown-up whom sentences name.
    pub(crate) fn other_adult(&self) -> Option<&Adult> {
        let carer = &self.carer().id;
        self.adults.iter().find(|adult| adult.id != *carer && adult.part != Part::Grandparent)
    }

    /// Whose names fill sentences about a child on a day.
    pub(crate) fn cast(&self, waking: &Waking, child: usize) -> Cast {
        let one = &self.children[child];
        let grandparent = self.adults.iter().find(|adult| adult.part == Part::Grandparent);
        let sibling = self.children.iter().find(|other| other.id != one.id && other.known);
        let worker = waking.world.organisation.assignments.get(&self.index);
        Cast {
            child: one.nickname.clone().unwrap_or_else(|| one.forename.clone()),
            carer: self.carer().forename.clone(),
            other: self.other_adult().map_or("Dad".to_owned(), |adult| adult.forename.clone()),
            grandparent: grandparent.map_or("Aunty Pat".to_owned(), |adult| adult.forename.clone()),
            sibling: sibling.map_or("a cousin".to_owned(), |other| other.forename.clone()),
            school: waking.world.organisation.schools[one.school].name.clone(),
            town: self.town.to_owned(),
            worker: worker.map_or("the social worker".to_owned(), |held| {
                waking.world.organisation.workers[held.worker].forename.clone()
            }),
            girl: one.girl,
            age: one.age_on(waking.today),
        }
    }

    /// The places of the children with whom the service works.
    pub(crate) fn open_children(&self) -> Vec<usize> {
        (0..self.children.len()).filter(|at| self.children[*at].open && !self.children[*at].died).collect()
    }

    /// The family's named worker on a day: their place and whether they are still in post.
    pub(crate) fn worker(&self, waking: &Waking, day: Date) -> (PersonId, Role) {
        let organisation = &waking.world.organisation;
        match organisation.assignments.get(&self.index) {
            Some(held) if organisation.workers[held.worker].serves_on(day) => {
                (organisation.workers[held.worker].id.clone(), Role::SocialWorker)
            }
            _ => {
                // Nobody's, or the worker has gone: whoever is on duty in the family's part of the county.
                let team = organisation.teams.iter().find(|team| team.area == Some(self.area));
                let duty = team.and_then(|team| {
                    team.workers.iter().find(|one| organisation.workers[**one].serves_on(day))
                });
                let duty = duty.or(team.map(|team| &team.manager)).copied().unwrap_or(organisation.head);
                (organisation.workers[duty].id.clone(), organisation.workers[duty].role)
            }
        }
    }

    /// The manager who answers for the family's worker.
    pub(crate) fn manager(&self, waking: &Waking) -> (PersonId, Role) {
        let organisation = &waking.world.organisation;
        let team =
            organisation.assignments.get(&self.index).map(|held| organisation.workers[held.worker].team);
        let team = team.or_else(|| organisation.teams.iter().position(|team| team.area == Some(self.area)));
        let manager = team.map_or(organisation.head, |team| organisation.teams[team].manager);
        (organisation.workers[manager].id.clone(), organisation.workers[manager].role)
    }

    /// When something of a day is written up: mostly at once, sometimes late.
    pub(crate) fn written_up(&mut self, day: Date, minutes: i32) -> Timestamp {
        let lag = match self.chance.weighted(&[58.0, 25.0, 10.0, 5.0, 2.0]) {
            0 => return instant(day, (minutes + self.chance.between(15, 180)).min(23 * 60)),
            1 => 1,
            2 => self.chance.between(2, 4),
            3 => self.chance.between(5, 10),
            _ => self.chance.between(11, 24),
        };
        instant(add_calendar_days(day, lag), self.chance.between(8 * 60, 18 * 60))
    }
}

impl Child {
    /// The age in whole years; below nothing before birth.
    pub(crate) fn age_on(&self, day: Date) -> i32 {
        let years = i32::from(day.year()) - i32::from(self.born.year());
        let had = (day.month(), day.day()) >= (self.born.month(), self.born.day());
        if had { years } else { years - 1 }
    }

    /// Whether they are not born yet.
    pub(crate) fn unborn_on(&self, day: Date) -> bool {
        day < self.born
    }

    /// Whether they are a child, born or expected within nine months.
    pub(crate) fn child_on(&self, day: Date) -> bool {
        self.age_on(day) < 18 && add_calendar_days(day, 200) >= self.born && !self.died
    }

    /// The bank of words that a child of this age might say.
    pub(crate) fn words_bank(&self, day: Date) -> &'static str {
        match self.age_on(day) {
            ..0 => "shown.unborn",
            0..3 => "shown.baby",
            3..7 => "words.young",
            7..12 => "words.middle",
            _ => "words.teen",
        }
    }
}
