//! The organisation as it stands in the record: teams opened, posts taken and left, agencies named.

use calendar::periods::add_calendar_days;
use jiff::civil::Date;
use record::events::{
    Agency, AllocationEnded, AllocationStarted, FunctionGranted, Handover, PersonCategory, PersonIdentified,
    PostFilled, PostVacated, RegistrationRecorded, Role, TeamOpened,
};

use super::{Assignment, Organisation, Partner, Worker};
use crate::chance::Chance;
use crate::sitting::{Sitting, instant};
use crate::words::Cast;

impl Organisation {
    /// The recordings with which the organisation begins and its people join, in order of time.
    pub(crate) fn recorded(&self) -> Vec<Sitting> {
        let mut all = vec![self.teams_opened()];
        all.extend(self.partners_named());
        all.extend(self.workers.iter().map(|worker| self.joined(worker)));
        all.sort_by_key(|sitting| sitting.at);
        all
    }

    fn keeper(&self) -> Sitting {
        Sitting::by(&self.workers[self.records_officer].id, Role::RecordsOfficer)
    }

    fn teams_opened(&self) -> Sitting {
        let mut sitting = self.keeper();
        sitting.at = instant(self.founded, 9 * 60);
        let above = self.teams[0].id.clone();
        for team in &self.teams {
            let within = Some(above.clone()).filter(|above| *above != team.id);
            sitting.say(&team.id, self.founded, TeamOpened { name: Some(team.name.clone()), within });
            for function in team.functions {
                let granted_by = Some(self.workers[self.head].id.clone());
                sitting.say(&team.id, self.founded, FunctionGranted { function: *function, granted_by });
            }
        }
        sitting
    }

    fn partners_named(&self) -> Vec<Sitting> {
        let leads = self.schools.iter().map(|school| &school.lead);
        let people = self.health_visitors.iter().chain(&self.doctors).chain(&self.midwives);
        let people: Vec<&Partner> = leads.chain(people).chain(&self.police).collect();
        let mut all = Vec::new();
        for some in people.chunks(200) {
            let mut sitting = self.keeper();
            sitting.at = instant(self.founded, 9 * 60 + 10);
            for partner in some {
                sitting.say(&partner.id, self.founded, professional(partner));
            }
            all.push(sitting);
        }
        for some in self.schools.chunks(200) {
            let mut sitting = self.keeper();
            sitting.at = instant(self.founded, 9 * 60 + 20);
            for school in some {
                let event = PersonIdentified {
                    category: Some(PersonCategory::Agency),
                    full_name: Some(school.name.clone()),
                    agency: Some(Agency::School),
                    ..PersonIdentified::default()
                };
                sitting.say(&school.id, self.founded, event);
            }
            // A school's lead may sign in as a partner.
            for school in some.iter().filter(|school| school.lead.id.as_str() == "tom-ferris") {
                let post = PostFilled {
                    title: Some(school.lead.job.to_owned()),
                    team: Some(school.id.clone()),
                    role: Some(Role::Partner),
                    ..PostFilled::default()
                };
                sitting.say(&school.lead.id, self.founded, post);
            }
            all.push(sitting);
        }
        all
    }

    fn joined(&self, worker: &Worker) -> Sitting {
        let mut sitting = self.keeper();
        sitting.at = instant(worker.from, 9 * 60 + 30);
        let agency = if worker.role == Role::HealthLead { Agency::Health } else { Agency::SocialCare };
        let identified = PersonIdentified {
            category: Some(PersonCategory::Professional),
            forename: Some(worker.forename.clone()),
            surname: Some(worker.surname.clone()),
            agency: Some(agency),
            job: Some(worker.title.to_owned()),
            ..PersonIdentified::default()
        };
        sitting.say(&worker.id, worker.from, identified);
        let team = &self.teams[worker.team];
        let manager = &self.workers[team.manager].id;
        let manager = if *manager == worker.id { &self.workers[self.head].id } else { manager };
        let post = PostFilled {
            title: Some(worker.title.to_owned()),
            team: Some(team.id.clone()),
            role: Some(worker.role),
            full_time_percent: Some(worker.percent),
            protected_caseload: Some(worker.protected).filter(|protected| *protected),
            caseload_limit: Some(worker.limit).filter(|_| worker.role == Role::SocialWorker),
            manager: Some(manager.clone()).filter(|manager| *manager != worker.id),
            ..PostFilled::default()
        };
        sitting.say(&worker.id, worker.from, post);
        if worker.qualified {
            let number = 40_000 + self.workers.iter().position(|one| one.id == worker.id).unwrap_or(0) * 37;
            let registration = RegistrationRecorded {
                register: Some("Social Work England".to_owned()),
                number: Some(format!("SW{number}")),
                until: None,
            };
            sitting.say(&worker.id, worker.from, registration);
        }
        sitting
    }

    /// The days on which workers leave, with their places.
    pub(crate) fn departures(&self) -> Vec<(Date, usize)> {
        let leaving = self.workers.iter().enumerate();
        leaving.filter_map(|(place, worker)| Some((worker.until?, place))).collect()
    }

    /// A worker leaves: each child they have is handed over, or now and then is not.
    pub(crate) fn departed(&mut self, leaver: usize, day: Date, chance: &mut Chance) -> Sitting {
        let team = self.workers[leaver].team;
        let manager = self.workers[self.teams[team].manager].id.clone();
        let mut sitting = Sitting::by(&manager, Role::TeamManager);
        sitting.at = instant(day, 16 * 60 + chance.between(0, 59));
        let theirs = |one: &Assignment| {
            one.worker == leaver && one.since <= day && one.until.is_none_or(|until| until > day)
        };
        let families: Vec<u32> =
            self.assignments.iter().filter(|(_, one)| theirs(one)).map(|(family, _)| *family).collect();
        let mut handovers = Vec::new();
        let mut moves = Vec::new();
        for family in families {
            let Some(next) = self.choose(team, day, false, chance) else { continue };
            let Some(mut assignment) = self.assignments.get(&family).cloned() else { continue };
            let cast = Cast { worker: self.workers[leaver].forename.clone(), ..Cast::default() };
            for (child, name) in &assignment.children {
                let cast =
                    Cast { child: name.clone(), carer: "Mum".into(), other: "Dad".into(), ..cast.clone() };
                let [handover, child_told] = ["handover", "child_told"]
                    .map(|bank| cast.say(bank, chance).filter(|_| chance.percent(92.0)));
                handovers.push(Handover {
                    child: Some(child.clone()),
                    to: Some(self.workers[next].id.clone()),
                    handover: handover.clone(),
                    child_told: child_told.clone(),
                });
                moves.push((child.clone(), next, handover, child_told));
            }
            assignment.worker = next;
            assignment.since = day;
            self.assign(family, assignment);
        }
        let left = PostVacated {
            team: Some(self.teams[team].id.clone()),
            reason: Some("Resigned".to_owned()),
            handovers,
            decided_by: Some(manager.clone()),
            ..PostVacated::default()
        };
        sitting.say(&self.workers[leaver].id, day, left);
        for (child, next, handover, child_told) in moves.into_iter().take(900) {
            let ended = AllocationEnded {
                worker: Some(self.workers[leaver].id.clone()),
                reason: Some("The worker has left.".to_owned()),
                handover,
                child_told: child_told.clone(),
                introduced_on: Some(add_calendar_days(day, -3)).filter(|_| chance.percent(60.0)),
            };
            sitting.say(&child, day, ended);
            let started = AllocationStarted {
                worker: Some(self.workers[next].id.clone()),
                team: Some(self.teams[team].id.clone()),
                child_told,
                decided_by: Some(manager.clone()),
                ..self.over_limit(next)
            };
            sitting.say(&child, day, started);
        }
        sitting
    }

    /// The reason and agreement that an allocation over a worker's limit needs.
    pub(crate) fn over_limit(&self, worker: usize) -> AllocationStarted {
        if self.load[worker] <= self.workers[worker].limit {
            return AllocationStarted::default();
        }
        AllocationStarted {
            override_reason: Some("Nobody in the team has room; two children close this month.".to_owned()),
            override_by: Some(self.workers[self.head].id.clone()),
            ..AllocationStarted::default()
        }
    }
}

fn professional(partner: &Partner) -> PersonIdentified {
    PersonIdentified {
        category: Some(PersonCategory::Professional),
        full_name: Some(partner.name.clone()),
        agency: Some(partner.agency),
        job: Some(partner.job.to_owned()),
        ..PersonIdentified::default()
    }
}
