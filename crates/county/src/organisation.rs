//! The authority that does the work: teams and what they may lead, posts and who holds them, partner agencies.

use std::collections::{BTreeMap, HashMap};

use calendar::periods::add_calendar_days;
use chronology::PersonId;
use jiff::civil::{Date, date};
use record::events::{Agency, Function, Role};

use crate::chance::Chance;
use crate::plan::Plan;
use crate::words::word;

mod moved;
mod named;
mod partners;
mod recorded;
mod reviewed;

pub(crate) use moved::Move;

/// A team.
#[derive(Clone, Debug)]
pub(crate) struct Team {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) functions: &'static [Function],
    pub(crate) manager: usize,
    pub(crate) workers: Vec<usize>,
    /// The part of the county it serves; `None`: all of it.
    pub(crate) area: Option<usize>,
}

/// Somebody with a post.
#[derive(Clone, Debug)]
pub(crate) struct Worker {
    pub(crate) id: PersonId,
    pub(crate) forename: String,
    pub(crate) surname: String,
    pub(crate) title: &'static str,
    pub(crate) role: Role,
    pub(crate) team: usize,
    pub(crate) from: Date,
    /// The day they leave, if they will.
    pub(crate) until: Option<Date>,
    pub(crate) limit: u32,
    pub(crate) percent: u32,
    pub(crate) protected: bool,
    pub(crate) qualified: bool,
}

impl Worker {
    /// The whole name.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.forename, self.surname)
    }

    /// Whether they are in post on a day.
    pub(crate) fn serves_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }
}

/// Somebody of another agency, or the agency itself.
#[derive(Clone, Debug)]
pub(crate) struct Partner {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) agency: Agency,
    pub(crate) job: &'static str,
}

/// A school, with its safeguarding lead.
#[derive(Clone, Debug)]
pub(crate) struct School {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) area: usize,
    pub(crate) secondary: bool,
    pub(crate) lead: Partner,
}

/// The children of one family that a worker has.
#[derive(Clone, Debug)]
pub(crate) struct Assignment {
    pub(crate) worker: usize,
    pub(crate) since: Date,
    pub(crate) until: Option<Date>,
    pub(crate) children: Vec<(PersonId, String)>,
}

/// Everybody who works with children.
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) founded: Date,
    pub(crate) teams: Vec<Team>,
    pub(crate) workers: Vec<Worker>,
    pub(crate) schools: Vec<School>,
    pub(crate) health_visitors: Vec<Partner>,
    pub(crate) doctors: Vec<Partner>,
    pub(crate) midwives: Vec<Partner>,
    pub(crate) police: Vec<Partner>,
    pub(crate) screeners: Vec<usize>,
    pub(crate) front_door_managers: Vec<usize>,
    pub(crate) chairs: Vec<usize>,
    pub(crate) family_workers: Vec<usize>,
    pub(crate) head: usize,
    pub(crate) records_officer: usize,
    pub(crate) adoption_records: usize,
    /// Who has which family's children now, by family.
    pub(crate) assignments: BTreeMap<u32, Assignment>,
    load: Vec<u32>,
    /// The place of each worker, by id.
    places: HashMap<PersonId, usize>,
    /// Schools for each part of the county: primary, then secondary.
    near: [[Vec<usize>; 2]; 3],
}

const AREAS: [&str; 3] = ["West", "Mid", "East"];
const LOCALITY: &[Function] =
    &[Function::Assessment, Function::Section47Enquiry, Function::ChildInNeed, Function::ChildProtection];

impl Organisation {
    /// The authority of a plan's size.
    pub(crate) fn of(plan: &Plan) -> Self {
        let founded = date(2009, 4, 1).min(add_calendar_days(plan.from, -60));
        let mut all = Self {
            founded,
            teams: Vec::new(),
            workers: Vec::new(),
            schools: Vec::new(),
            health_visitors: Vec::new(),
            doctors: Vec::new(),
            midwives: Vec::new(),
            police: Vec::new(),
            screeners: Vec::new(),
            front_door_managers: Vec::new(),
            chairs: Vec::new(),
            family_workers: Vec::new(),
            head: 0,
            records_officer: 0,
            adoption_records: 0,
            assignments: BTreeMap::new(),
            load: Vec::new(),
            places: HashMap::new(),
            near: Default::default(),
        };
        let mut chance = Chance::of(plan.seed, u64::MAX);
        all.services(plan, &mut chance);
        all.localities(plan, &mut chance);
        all.partners(plan, &mut chance);
        all.load = vec![0; all.workers.len()];
        all.places = all.workers.iter().enumerate().map(|(at, one)| (one.id.clone(), at)).collect();
        for (at, school) in all.schools.iter().enumerate() {
            all.near[school.area][usize::from(school.secondary)].push(at);
        }
        all
    }

    fn services(&mut self, plan: &Plan, chance: &mut Chance) {
        let many = |each: usize| (plan.residents / each).max(1);
        let team = self.open("senior-management", "Senior management", &[], None);
        if plan.named_families {
            named::seniors(self, team);
        } else {
            self.head = self.hire(team, Role::HeadOfService, "Head of service", plan, chance);
            self.records_officer = self.hire(team, Role::RecordsOfficer, "Records officer", plan, chance);
        }
        self.adoption_records =
            self.hire(team, Role::AdoptionRecords, "Adoption records keeper", plan, chance);
        let team = self.open("front-door", "Front door", &[Function::FrontDoor], None);
        if plan.named_families {
            named::front_door(self, team);
        }
        while self.front_door_managers.len() < many(25_000) {
            let one = self.hire(team, Role::FrontDoorManager, "Front-door manager", plan, chance);
            self.front_door_managers.push(one);
        }
        self.teams[team].manager = self.front_door_managers[0];
        while self.screeners.len() < many(5_000) + 1 {
            let one = self.hire(team, Role::Screener, "Screener", plan, chance);
            self.screeners.push(one);
        }
        let team = self.open("conference-service", "Conference service", &[Function::Conference], None);
        if plan.named_families {
            named::conferences(self, team);
        }
        while self.chairs.len() < many(8_000) {
            let one = self.hire(team, Role::ConferenceChair, "Conference chair", plan, chance);
            self.chairs.push(one);
        }
        self.teams[team].manager = self.head;
        let team = self.open("early-help-hub", "Early help hub", &[Function::EarlyHelp], None);
        self.teams[team].manager = self.hire(team, Role::TeamManager, "Early help manager", plan, chance);
        while self.family_workers.len() < many(3_000) + 2 {
            let one = self.hire(team, Role::FamilySupportWorker, "Family support worker", plan, chance);
            self.family_workers.push(one);
        }
    }

    fn localities(&mut self, plan: &Plan, chance: &mut Chance) {
        let open_children = plan.residents as f64 * plan.in_need_per_10_000 / 10_000.0;
        let seats = ((open_children * 0.85 / 15.0).ceil() as usize).max(4);
        let teams = (seats / 21).max(1);
        for turn in 0..teams {
            for (area, name) in AREAS.iter().enumerate() {
                let lower = name.to_lowercase();
                let (id, name) = match turn {
                    0 => (format!("{lower}-team"), format!("{name} team")),
                    _ => (format!("{lower}-team-{}", turn + 1), format!("{name} team {}", turn + 1)),
                };
                let team = self.open(&id, &name, LOCALITY, Some(area));
                if plan.named_families && turn == 0 && area == 0 {
                    named::west(self, team);
                } else {
                    self.teams[team].manager =
                        self.hire(team, Role::TeamManager, "Team manager", plan, chance);
                }
                let want = (seats / (teams * 3)).max(2);
                let have = self.teams[team].workers.len();
                (have..want).for_each(|_| self.seat(team, plan, chance));
            }
        }
        let functions = &[Function::ChildProtection, Function::Section47Enquiry, Function::ChildInNeed];
        let team = self.open("child-protection-team", "Child protection team", functions, None);
        self.teams[team].manager = self.hire(team, Role::TeamManager, "Team manager", plan, chance);
        let on_plan = plan.residents as f64 * plan.on_plan_per_10_000 / 10_000.0;
        (0..((on_plan * 0.5 / 12.0).ceil() as usize).max(2)).for_each(|_| self.seat(team, plan, chance));
        let functions = &[Function::Disability, Function::ChildInNeed];
        let team = self.open("disabled-childrens-team", "Disabled children’s team", functions, None);
        self.teams[team].manager = self.hire(team, Role::TeamManager, "Team manager", plan, chance);
        (0..(seats / 10).max(2)).for_each(|_| self.seat(team, plan, chance));
    }

    /// A social worker's seat: one worker after another until the plan's end, sometimes with a gap.
    fn seat(&mut self, team: usize, plan: &Plan, chance: &mut Chance) {
        let mut from = add_calendar_days(plan.from, -chance.between(30, 900)).max(self.founded);
        loop {
            let stays = 250 + chance.wait_days(900.0);
            let one = self.hire(team, Role::SocialWorker, "Social worker", plan, chance);
            let until = add_calendar_days(from, stays).max(add_calendar_days(plan.from, 120));
            let worker = &mut self.workers[one];
            worker.from = from;
            worker.protected = chance.percent(15.0);
            worker.limit = if worker.protected { 14 } else { 22 };
            if chance.percent(15.0) {
                (worker.percent, worker.limit) = (60, 13);
            }
            self.teams[team].workers.push(one);
            if until > plan.to {
                return;
            }
            self.workers[one].until = Some(until);
            from = add_calendar_days(until, chance.between(0, 45));
        }
    }

    fn open(&mut self, id: &str, name: &str, functions: &'static [Function], area: Option<usize>) -> usize {
        let team =
            Team { id: person(id), name: name.to_owned(), functions, manager: 0, workers: Vec::new(), area };
        self.teams.push(team);
        self.teams.len() - 1
    }

    fn hire(
        &mut self,
        team: usize,
        role: Role,
        title: &'static str,
        plan: &Plan,
        chance: &mut Chance,
    ) -> usize {
        let (forename, surname) = name(chance);
        let id = person(&format!("w-{:04}", self.workers.len()));
        let from = if role == Role::SocialWorker { plan.from } else { self.founded };
        let qualified = !matches!(
            role,
            Role::FamilySupportWorker | Role::RecordsOfficer | Role::AdoptionRecords | Role::Screener
        );
        self.take_on(Worker {
            id,
            forename,
            surname,
            title,
            role,
            team,
            from,
            until: None,
            limit: 22,
            percent: 100,
            protected: false,
            qualified,
        })
    }

    fn take_on(&mut self, worker: Worker) -> usize {
        self.workers.push(worker);
        self.workers.len() - 1
    }

    /// A social worker of a team who can take a family on a day: the lighter-loaded of a few.
    pub(crate) fn choose(
        &self,
        team: usize,
        day: Date,
        protection: bool,
        chance: &mut Chance,
    ) -> Option<usize> {
        let stays = add_calendar_days(day, 45);
        let can = |one: &&usize| {
            let worker = &self.workers[**one];
            worker.serves_on(day) && worker.serves_on(stays) && !(protection && worker.protected)
        };
        let all: Vec<usize> = self.teams[team].workers.iter().filter(can).copied().collect();
        let spare = |one: usize| f64::from(self.load[one]) / f64::from(self.workers[one].limit.max(1));
        let some: Vec<usize> = (0..3).filter_map(|_| chance.pick(&all).copied()).collect();
        some.into_iter().min_by(|a, b| spare(*a).total_cmp(&spare(*b)).then(a.cmp(b)))
    }

    /// A worker's whole name, by their id.
    pub(crate) fn name_of(&self, worker: &PersonId) -> Option<String> {
        Some(self.workers[*self.places.get(worker)?].name())
    }

    /// The schools of a part of the county, primary or secondary.
    pub(crate) fn schools_near(&self, area: usize, secondary: bool) -> &[usize] {
        &self.near[area][usize::from(secondary)]
    }

    /// The team that serves a part of the county, or the disabled children's team.
    pub(crate) fn team_for(&self, area: usize, disabled: bool, chance: &mut Chance) -> usize {
        let functions = |team: &Team| {
            if disabled { team.functions.contains(&Function::Disability) } else { team.area == Some(area) }
        };
        let all: Vec<usize> = (0..self.teams.len()).filter(|at| functions(&self.teams[*at])).collect();
        chance.pick(&all).copied().unwrap_or(0)
    }

    /// The team that takes long protection work.
    pub(crate) fn protection_team(&self) -> usize {
        self.teams.iter().position(|team| team.id.as_str() == "child-protection-team").unwrap_or(0)
    }

    /// Gives a family's children to a worker.
    pub(crate) fn assign(&mut self, family: u32, assignment: Assignment) {
        self.release(family);
        self.load[assignment.worker] += assignment.children.len() as u32;
        self.assignments.insert(family, assignment);
    }

    /// Takes a family's children from their worker.
    pub(crate) fn release(&mut self, family: u32) {
        if let Some(old) = self.assignments.remove(&family) {
            self.load[old.worker] = self.load[old.worker].saturating_sub(old.children.len() as u32);
        }
    }

    /// Children that a worker has from another source.
    pub(crate) fn add_load(&mut self, worker: &str, children: u32) {
        if let Some(at) = self.workers.iter().position(|one| one.id.as_str() == worker) {
            self.load[at] += children;
        }
    }
}

/// An id that is known to be one.
pub(crate) fn person(id: &str) -> PersonId {
    match PersonId::new(id) {
        Ok(id) => id,
        // Ids here are made of letters, digits and hyphens by us.
        Err(fault) => unreachable!("{fault}"),
    }
}

fn name(chance: &mut Chance) -> (String, String) {
    let origins = ["english", "cornish", "english", "cornish", "welsh", "polish", "african", "south_asian"];
    let origin = chance.pick(&origins).copied().unwrap_or("english");
    let kind = if chance.percent(70.0) { "girls" } else { "boys" };
    let forename = word(&format!("{origin}.{kind}"), chance);
    let surname = word(&format!("{origin}.surnames"), chance);
    (forename.to_owned(), surname.to_owned())
}
