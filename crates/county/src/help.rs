//! The early help team of a demonstration, and the directory of services.

use calendar::periods::add_calendar_days;
use record::events::{
    Agency, PersonCategory, PersonIdentified, PostFilled, Role, ServiceOfferListed, ServiceOfferWithdrawn,
    TeamOpened,
};

use crate::organisation::person;
use crate::plan::Plan;
use crate::sitting::{Sitting, instant};

/// Who runs the hub.
pub(crate) const HUB_WORKER: &str = "carenza-jose";
const HUB_TEAM: &str = "early-help";

/// A service: id, name, needs, who may have it, where, room, contact.
type Service = (&'static str, &'static str, &'static str, &'static str, &'static str, u32, &'static str);

const SERVICES: [Service; 5] = [
    (
        "young-carers-group",
        "Young carers’ group",
        "to be a child and not a carer, somebody of their own to talk to, a rest from caring",
        "8 to 17; anybody may ask",
        "Porthavel and Tolcarne",
        16,
        "01872 555 0123",
    ),
    (
        "mornings-together",
        "Mornings together",
        "to be at school on time, to be fed and clean, mornings",
        "Families with a child at primary school",
        "The whole county",
        30,
        "01872 555 0144",
    ),
    (
        "safe-at-home",
        "Safe at home",
        "to be safe and unafraid at home, domestic abuse",
        "A parent who has been hurt, and their children",
        "The whole county",
        24,
        "01872 555 0170",
    ),
    (
        "breakaway",
        "Breakaway",
        "short breaks, help at home that lets a parent rest",
        "Children with a disability",
        "West and north",
        12,
        "01872 555 0181",
    ),
    (
        "saturday-club",
        "Saturday club",
        "somewhere to be, friends",
        "11 to 16",
        "Porthavel",
        20,
        "01872 555 0109",
    ),
];

/// The service that closed, and the one to which its families went.
const CLOSED: (&str, &str) = ("saturday-club", "young-carers-group");
/// So many days before the last day it closed.
const CLOSED_AGO: i32 = 60;

/// The recordings of the hub's people and services, if the plan is a demonstration's.
pub(crate) fn recorded(plan: &Plan) -> Vec<Sitting> {
    if !plan.named_families {
        return Vec::new();
    }
    vec![team(plan), services(plan), closed(plan)]
}

fn team(plan: &Plan) -> Sitting {
    let mut sitting = Sitting::by(&person("petra-lory"), Role::RecordsOfficer);
    sitting.at = instant(plan.from, 9 * 60);
    let team = person(HUB_TEAM);
    let opened =
        TeamOpened { name: Some("Early Help Hub".to_owned()), within: Some(person("senior-management")) };
    sitting.say(&team, plan.from, opened);
    let worker = person(HUB_WORKER);
    let who = PersonIdentified {
        category: Some(PersonCategory::Professional),
        forename: Some("Carenza".to_owned()),
        surname: Some("Jose".to_owned()),
        agency: Some(Agency::EarlyHelp),
        job: Some("Early help coordinator".to_owned()),
        ..PersonIdentified::default()
    };
    sitting.say(&worker, plan.from, who);
    let post = PostFilled {
        title: Some("Early help coordinator".to_owned()),
        team: Some(team),
        role: Some(Role::EarlyHelpWorker),
        manager: Some(person("martin-eddy")),
        ..PostFilled::default()
    };
    sitting.say(&worker, plan.from, post);
    sitting
}

fn services(plan: &Plan) -> Sitting {
    let mut sitting = Sitting::by(&person(HUB_WORKER), Role::EarlyHelpWorker);
    sitting.at = instant(plan.from, 10 * 60);
    for (id, name, needs, eligibility, area, capacity, contact) in SERVICES {
        let who = PersonIdentified {
            category: Some(PersonCategory::Agency),
            full_name: Some(name.to_owned()),
            ..PersonIdentified::default()
        };
        sitting.say(&person(id), plan.from, who);
        let listed = ServiceOfferListed {
            name: Some(name.to_owned()),
            for_needs: Some(needs.to_owned()),
            eligibility: Some(eligibility.to_owned()),
            area: Some(area.to_owned()),
            capacity: Some(capacity),
            contact: Some(contact.to_owned()),
            until: None,
        };
        sitting.say(&person(id), plan.from, listed);
    }
    sitting
}

fn closed(plan: &Plan) -> Sitting {
    let day = add_calendar_days(plan.to, -CLOSED_AGO);
    let mut sitting = Sitting::by(&person(HUB_WORKER), Role::EarlyHelpWorker);
    sitting.at = instant(day, 10 * 60);
    let gone = ServiceOfferWithdrawn {
        reason: Some("The hall is being sold.".to_owned()),
        successor: Some(person(CLOSED.1)),
    };
    sitting.say(&person(CLOSED.0), day, gone);
    sitting
}
