//! What partners write to the front door of a demonstration, the team of the night, and its rota.

use calendar::periods::add_calendar_days;
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{
    Agency, MessageOutcome, PartnerMessageActioned, PartnerMessageRead, PartnerMessageReceived,
    PersonCategory, PersonIdentified, PoliceNotificationActioned, PoliceNotificationGraded,
    PoliceNotificationReceived, PostFilled, Rating, ReferredChild, Role, ShiftRostered, TeamOpened,
};

use crate::organisation::person;
use crate::plan::Plan;
use crate::sitting::{Numbers, Place, Sitting, instant, moment};

/// The night worker's id.
pub(crate) const NIGHT_WORKER: &str = "jago-pike";
/// Those who work at night: id, forename, surname.
const NIGHT_WORKERS: [(&str, &str, &str); 2] =
    [(NIGHT_WORKER, "Jago", "Pike"), ("keren-vose", "Keren", "Vose")];
/// The days over which messages came.
const DAYS: i32 = 90;
/// The days ahead for which shifts are planned.
const PLANNED_DAYS: i32 = 14;

/// The recordings of the channel and of the night, if the plan is a demonstration's.
pub(crate) fn recorded(plan: &Plan) -> Vec<Sitting> {
    if !plan.named_families {
        return Vec::new();
    }
    let numbers = Numbers::default();
    let mut all = vec![night_team(plan), rota(plan)];
    for (turn, ago) in (3..DAYS).step_by(3).enumerate() {
        let day = add_calendar_days(plan.to, -ago);
        all.extend(answered(day, u32::try_from(turn).unwrap_or_default(), &numbers));
    }
    all.push(waiting_message(plan.to));
    all.push(waiting_notice(plan.to));
    all
}

fn night_team(plan: &Plan) -> Sitting {
    let mut sitting = Sitting::by(&person("petra-lory"), Role::RecordsOfficer);
    sitting.at = instant(plan.from, 9 * 60);
    let team = person("out-of-hours");
    let opened =
        TeamOpened { name: Some("Out-of-hours team".to_owned()), within: Some(person("senior-management")) };
    sitting.say(&team, plan.from, opened);
    for (id, forename, surname) in NIGHT_WORKERS {
        let worker = person(id);
        let who = PersonIdentified {
            category: Some(PersonCategory::Professional),
            forename: Some(forename.to_owned()),
            surname: Some(surname.to_owned()),
            agency: Some(Agency::SocialCare),
            job: Some("Out-of-hours worker".to_owned()),
            ..PersonIdentified::default()
        };
        sitting.say(&worker, plan.from, who);
        let post = PostFilled {
            title: Some("Out-of-hours worker".to_owned()),
            team: Some(team.clone()),
            role: Some(Role::Screener),
            manager: Some(person("martin-eddy")),
            ..PostFilled::default()
        };
        sitting.say(&worker, plan.from, post);
    }
    sitting
}

/// Two weeks of nights: one of them with nobody, and one that begins too soon after another.
fn rota(plan: &Plan) -> Sitting {
    let mut sitting = Sitting::by(&person("martin-eddy"), Role::FrontDoorManager);
    let day = add_calendar_days(plan.to, -1);
    sitting.at = instant(day, 10 * 60);
    for ahead in 0..PLANNED_DAYS {
        let nobody = ahead == 5;
        let shift = ShiftRostered {
            on: Some(add_calendar_days(plan.to, ahead)),
            from_hour: Some(if ahead == 9 { 14 } else { 17 }),
            hours: Some(15),
            needed: Some(1),
            workers: if nobody {
                Vec::new()
            } else {
                vec![person(NIGHT_WORKERS[usize::from(ahead % 2 == 1 && ahead != 9)].0)]
            },
            short_notice: Some(true).filter(|_| ahead == 2),
            note: Some("Sick; cover is sought.".to_owned()).filter(|_| nobody),
            ..ShiftRostered::default()
        };
        sitting.say(&person("out-of-hours"), day, shift);
    }
    sitting
}

fn referred(forename: &str, surname: &str, worry: &str) -> ReferredChild {
    ReferredChild {
        forename: Some(forename.to_owned()),
        surname: Some(surname.to_owned()),
        worry: Some(worry.to_owned()),
        ..ReferredChild::default()
    }
}

fn reference(day: Date, turn: u32) -> String {
    format!("{:04}-{:02}{:02}-{turn:04}", day.year(), day.month(), day.day())
}

fn from_school(day: Date, turn: u32, children: Vec<ReferredChild>, words: &str) -> PartnerMessageReceived {
    PartnerMessageReceived {
        reference: Some(reference(day, turn)),
        agency: Some(Agency::School),
        organisation: Some("Porthavel Primary".to_owned()),
        sender: Some(person("tom-ferris")),
        sender_name: Some("Tom Ferris".to_owned()),
        sender_reach: Some("01000 555 301".to_owned()),
        what_happened: Some(words.to_owned()),
        family_aware: Some(true),
        address: Some("3 Slipway Cottages, Porthavel".to_owned()),
        postcode: Some("TR27 4ZX".to_owned()),
        children,
        ..PartnerMessageReceived::default()
    }
}

fn from_police(day: Date, turn: u32, minutes: i32) -> PoliceNotificationReceived {
    let surname =
        ["Trembath", "Chenoweth", "Bolitho", "Uren", "Polglase", "Hocking", "Retallick"][(turn % 7) as usize];
    PoliceNotificationReceived {
        reference: Some(reference(day, turn)),
        force: Some("Devon and Cornwall Police".to_owned()),
        incident_number: Some(format!("DC-{}", 4_000 + turn)),
        incident_kind: Some("Domestic abuse".to_owned()),
        incident_at: Some(moment(add_calendar_days(day, -1), 21 * 60 + 40)),
        sent_at: Some(moment(day, minutes - 20)),
        officer: Some("DC Lowenna Hicks".to_owned()),
        officer_reach: Some("01000 555 101".to_owned()),
        what_happened: Some("Neighbours heard shouting and rang. Both adults were calm when officers came; a child was awake upstairs.".to_owned()),
        address: Some(format!("{} Quarry Lane, Porthavel", 2 + turn % 7)),
        postcode: Some("TR27 4ZY".to_owned()),
        children: vec![referred("Elowen", surname, "She was awake and came to the stairs.")],
        ..PoliceNotificationReceived::default()
    }
}

/// A message or notice, read within the hour more often than not, and acted on.
fn answered(day: Date, turn: u32, numbers: &Numbers) -> Vec<Sitting> {
    let (door, screener) = (person("front-door"), person("asha-lobb"));
    let came = 9 * 60 + i32::try_from(turn * 37 % 300).unwrap_or_default();
    let read = came + 20 + i32::try_from(turn * 29 % 60).unwrap_or_default();
    let police = turn.is_multiple_of(2);
    let sender: PersonId = person(if police { "lowenna-hicks" } else { "tom-ferris" });
    let mut first = Sitting::by(&sender, Role::Partner);
    first.at = instant(day, came);
    first.labelled(turn, numbers);
    let place = Some(Place { label: turn, index: 0 });
    let mut second = Sitting::by(&screener, Role::Screener);
    second.at = instant(day, read);
    let read_by = Some(screener.clone());
    let at = moment(day, read);
    if police {
        first.say(&door, moment(day, came), from_police(day, turn, came));
        second.say(&door, at, PartnerMessageRead { read_by, ..PartnerMessageRead::default() });
        second.naming("message", place, numbers);
        let rating = if turn.is_multiple_of(6) { Rating::Amber } else { Rating::Green };
        let reason = Some("No injury; the child was awake and was spoken with.".to_owned());
        let graded_by = Some(screener);
        second.say(
            &door,
            at,
            PoliceNotificationGraded {
                rating: Some(rating),
                reason,
                graded_by,
                ..PoliceNotificationGraded::default()
            },
        );
        second.naming("notice", place, numbers);
        let outcome = Some(MessageOutcome::NotForUs);
        let reason = Some("Advice was given to the mother, and the school was told.".to_owned());
        second.say(
            &door,
            at,
            PoliceNotificationActioned { outcome, reason, ..PoliceNotificationActioned::default() },
        );
        second.naming("notice", place, numbers);
    } else {
        let child = referred("Denzel", "Carne", "He is often tired and late.");
        let said = from_school(
            day,
            turn,
            vec![child],
            "He has been late on four mornings and says that he gets himself up.",
        );
        first.say(&door, moment(day, came), said);
        second.say(&door, at, PartnerMessageRead { read_by, ..PartnerMessageRead::default() });
        second.naming("message", place, numbers);
        let outcome = Some(MessageOutcome::NotForUs);
        let reason = Some("Early help has the family; the worker there was told.".to_owned());
        second.say(
            &door,
            at,
            PartnerMessageActioned { outcome, reason, ..PartnerMessageActioned::default() },
        );
        second.naming("message", place, numbers);
    }
    vec![first, second]
}

/// Two children of whom the school wrote in the afternoon, and nobody has read it yet.
fn waiting_message(day: Date) -> Sitting {
    let mut sitting = Sitting::by(&person("tom-ferris"), Role::Partner);
    sitting.at = instant(day, 16 * 60 + 55);
    let talan = ReferredChild {
        concern_of_harm: Some(true),
        ..referred("Talan", "Rowse", "He says that nobody was at home last night.")
    };
    let merryn = referred("Merryn", "Rowse", "She does not want to go home.");
    let words = "Both came to school hungry, the third day running, and will not say who is at home.";
    sitting.say(
        &person("front-door"),
        moment(day, 16 * 60 + 55),
        from_school(day, 9_001, vec![talan, merryn], words),
    );
    sitting
}

/// A household of which the police have told before: not graded, not read.
fn waiting_notice(day: Date) -> Sitting {
    let mut sitting = Sitting::by(&person("lowenna-hicks"), Role::Partner);
    sitting.at = instant(day, 15 * 60 + 10);
    sitting.say(&person("front-door"), moment(day, 15 * 60 + 10), from_police(day, 9_002, 15 * 60 + 10));
    sitting
}
