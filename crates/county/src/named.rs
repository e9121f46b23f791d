//! The families drawn on the design's pages, on their own dates, and what became of the Nances since.

use calendar::london;
use calendar::periods::{add_calendar_days, add_months};
use calendar::working_days::{add_working_days, roll_forward};
use chronology::{Draft, RecordingNumber};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use record::codes::AbuseCategory;
use record::events::{
    ActionReview, ActionState, Agency, Attendance, BirthRecorded, ConferenceDecided, ConferenceHeld,
    ConferenceType, CoreGroupHeld, NameRecorded, NameUse, Presence, Progress, Role, SeenAlone, Sex,
    SupervisionHeld, View, VisitMade, VisitPlace, VisitPurpose, YesNo,
};
use record::notation::{Noted, parse};

use crate::chance::Chance;
use crate::organisation::person;
use crate::plan::Plan;
use crate::sitting::{Sitting, instant, moment};
use crate::words::{Cast, bank};

const FILES: [&str; 2] = [include_str!("families/nance.onen"), include_str!("families/rickard.onen")];

/// The day on which the Nances' written story ends.
const TOLD_UNTIL: Date = date(2026, 4, 8);

/// The recordings of the named families.
pub(crate) struct Named {
    /// Each recording with its moment: one of a file, by file and place in it, or one lived since.
    all: Vec<(Timestamp, Told)>,
    files: Vec<Vec<Noted>>,
    /// The numbers given so far to the recordings of each file.
    numbers: Vec<Vec<u64>>,
}

enum Told {
    Written(usize, usize),
    Lived(Option<Box<Sitting>>),
}

impl Named {
    /// The named families of a plan, if they live in it.
    pub(crate) fn of(plan: &Plan) -> Self {
        if !plan.named_families {
            return Self { all: Vec::new(), files: Vec::new(), numbers: Vec::new() };
        }
        let files: Vec<Vec<Noted>> = FILES.iter().map(|text| parse(text).unwrap_or_default()).collect();
        let mut all = Vec::new();
        for (file, recordings) in files.iter().enumerate() {
            for (place, noted) in recordings.iter().enumerate() {
                all.extend(noted.at.map(|at| (at, Told::Written(file, place))));
            }
        }
        let lived = since(plan).into_iter();
        all.extend(lived.map(|sitting| (sitting.at, Told::Lived(Some(Box::new(sitting))))));
        let numbers = files.iter().map(|recordings| vec![0; recordings.len()]).collect();
        Self { all, files, numbers }
    }

    /// How many of the named children are Hannah Pascoe's.
    pub(crate) fn children_of_hannah(&self) -> u32 {
        if self.all.is_empty() { 0 } else { 5 }
    }

    /// When each of the recordings is made.
    pub(crate) fn moments(&self) -> Vec<Timestamp> {
        self.all.iter().map(|(at, _)| *at).collect()
    }

    /// The recording at a place, as it is recorded under `number`.
    pub(crate) fn numbered(&mut self, place: usize, number: u64) -> Option<Draft> {
        match &mut self.all.get_mut(place)?.1 {
            Told::Lived(sitting) => sitting.take()?.numbered(number),
            Told::Written(file, place) => {
                let (file, place) = (*file, *place);
                self.numbers[file][place] = number;
                let numbers = &self.numbers[file];
                Some(self.files[file][place].numbered(|at| RecordingNumber(numbers[at])))
            }
        }
    }
}

const CHILDREN: [(&str, &str, bool); 4] = [
    ("morwenna-nance", "Wenna", true),
    ("jory-nance", "Jory", false),
    ("tegen-hosken", "Tegen", true),
    ("baby-hosken", "the baby", false),
];

/// What became of the Nances between their written story and the plan's end: visits and core groups about every
/// two weeks, the last of them a few days ago; the baby's birth; reviews on time.
fn since(plan: &Plan) -> Vec<Sitting> {
    let mut chance = Chance::of(plan.seed, u64::MAX - 3);
    let mut all = Vec::new();
    let mut day = roll_forward(add_calendar_days(plan.to, -4));
    while day > TOLD_UNTIL {
        all.push(visit(day, &mut chance));
        if all.len() % 2 == 1 {
            all.push(core_group(roll_forward(add_calendar_days(day, -1)), &mut chance));
        } else {
            all.push(supervision(roll_forward(add_calendar_days(day, -2)), &mut chance));
        }
        day = add_working_days(day, -9);
    }
    if plan.to > BORN {
        all.push(birth());
    }
    let mut review = date(2026, 6, 16);
    while review <= plan.to {
        all.push(reviewed(review, &mut chance));
        review = roll_forward(add_calendar_days(add_months(review, 6), -8));
    }
    let told =
        |sitting: &Sitting| sitting.draft.entries.iter().all(|entry| entry.occurred.date() > TOLD_UNTIL);
    all.retain(|sitting| told(sitting) && london::date_of(sitting.at) <= plan.to);
    all
}

/// The day the youngest Hosken was born.
const BORN: Date = date(2026, 8, 1);

fn cast(child: &(&str, &str, bool)) -> Cast {
    Cast {
        child: child.1.to_owned(),
        carer: "Kerra".to_owned(),
        other: "Joel".to_owned(),
        grandparent: "Nan".to_owned(),
        sibling: "Jory".to_owned(),
        school: "Porthavel Primary".to_owned(),
        town: "Porthavel".to_owned(),
        worker: "Hannah".to_owned(),
        girl: child.2,
        age: 9,
    }
}

fn words(child: &(&str, &str, bool), day: Date) -> &'static str {
    match child.0 {
        "baby-hosken" if day < BORN => "shown.unborn",
        "baby-hosken" => "shown.baby",
        "morwenna-nance" => "words.middle",
        _ => "words.young",
    }
}

fn visit(day: Date, chance: &mut Chance) -> Sitting {
    let hannah = person("hannah-pascoe");
    let mut sitting = Sitting::by(&hannah, Role::SocialWorker);
    sitting.at = instant(day, 17 * 60 + chance.between(20, 55));
    sitting.share(VisitMade {
        purpose: Some(VisitPurpose::Protection),
        place: Some(VisitPlace::Home),
        home: Some("Warm and tidy. The sleep chart is on the fridge.".to_owned()),
        others_seen: Some("Kerra.".to_owned()),
        next_visit_on: Some(add_working_days(day, 9)),
        ..VisitMade::default()
    });
    for child in &CHILDREN {
        let cast = cast(child);
        let born = child.0 != "baby-hosken" || day >= BORN;
        let small = matches!(child.0, "baby-hosken" | "tegen-hosken");
        let alone = if small { SeenAlone::NotAppropriate } else { SeenAlone::Yes };
        let event = VisitMade {
            seen: Some(YesNo::Yes).filter(|_| born),
            seen_alone: Some(alone).filter(|_| born),
            words: cast.say(words(child, day), chance),
            presentation: Some(format!("{} was well.", cast.child)).filter(|_| born),
            analysis: cast.say("analysis", chance).filter(|_| !small),
            next_step: Some("Take what was said to the core group.".to_owned()),
            ..VisitMade::default()
        };
        sitting.say_sharing(&person(child.0), moment(day, 15 * 60 + 45), event);
    }
    sitting
}

fn there(id: &str, name: &str, capacity: &str, agency: Agency) -> Attendance {
    Attendance {
        person: Some(person(id)),
        name: Some(name.to_owned()),
        capacity: Some(capacity.to_owned()),
        agency: Some(agency),
        presence: Some(Presence::Present),
        ..Attendance::default()
    }
}

fn table() -> Vec<Attendance> {
    vec![
        there("hannah-pascoe", "Hannah Pascoe", "Social worker", Agency::SocialCare),
        there("kerra-nance", "Kerra Nance", "Mother", Agency::Family),
        there("sue-nance", "Sue Nance", "Grandmother", Agency::Family),
        there("tom-ferris", "Tom Ferris", "School", Agency::School),
        there("bev-curnow", "Bev Curnow", "Health visitor", Agency::Health),
        there("jess-olver", "Jess Olver", "Advocate", Agency::Advocacy),
    ]
}

fn core_group(day: Date, chance: &mut Chance) -> Sitting {
    let hannah = person("hannah-pascoe");
    let mut sitting = Sitting::by(&hannah, Role::SocialWorker);
    sitting.at = instant(day, 16 * 60 + chance.between(0, 40));
    let notes = ["core.notes", "core.notes"].map(|name| chance.pick(bank(name)).copied().unwrap_or_default());
    sitting.share(CoreGroupHeld {
        attendance: table(),
        progress: Some(Progress::Better),
        notes: Some(cast(&CHILDREN[0]).fill(notes[0])),
        next_on: Some(add_calendar_days(day, 26)),
        ..CoreGroupHeld::default()
    });
    for child in &CHILDREN {
        let what = if child.0 == "tegen-hosken" {
            "A nursery place, three mornings"
        } else {
            "Nan stays overnight Tuesday, Friday and Sunday"
        };
        let event = CoreGroupHeld {
            childs_views: cast(child).say(words(child, day), chance),
            actions: vec![ActionReview {
                what: Some(what.to_owned()),
                state: Some(ActionState::Underway),
                ..ActionReview::default()
            }],
            ..CoreGroupHeld::default()
        };
        sitting.say_sharing(&person(child.0), moment(day, 13 * 60 + 30), event);
    }
    sitting
}

fn supervision(day: Date, chance: &mut Chance) -> Sitting {
    let ruth = person("ruth-tregear");
    let mut sitting = Sitting::by(&ruth, Role::TeamManager);
    sitting.at = instant(day, 11 * 60 + chance.between(0, 50));
    for child in &CHILDREN {
        let cast = cast(child);
        let event = SupervisionHeld {
            manager: Some(ruth.clone()),
            reflection: cast.say("supervision.reflection", chance),
            direction: cast.say("supervision.direction", chance),
            actions: Vec::new(),
        };
        sitting.say(&person(child.0), day, event);
    }
    sitting
}

fn birth() -> Sitting {
    let mut sitting = Sitting::by(&person("hannah-pascoe"), Role::SocialWorker);
    sitting.at = instant(add_calendar_days(BORN, 2), 9 * 60 + 40);
    let baby = person("baby-hosken");
    let event = BirthRecorded { date_of_birth: Some(BORN), sex: Some(Sex::Male), ..BirthRecorded::default() };
    sitting.say(&baby, BORN, event);
    let event = NameRecorded {
        forename: Some("Perran".to_owned()),
        surname: Some("Hosken".to_owned()),
        used_as: Some(NameUse::Legal),
        ..NameRecorded::default()
    };
    sitting.say(&baby, add_calendar_days(BORN, 2), event);
    sitting
}

fn reviewed(day: Date, chance: &mut Chance) -> Sitting {
    let alan = person("alan-spargo");
    let mut sitting = Sitting::by(&alan, Role::ConferenceChair);
    sitting.at = instant(day, 12 * 60 + 15);
    let mut attendance = table();
    attendance.push(there("alan-spargo", "Alan Spargo", "Chair", Agency::SocialCare));
    attendance.push(there("ross-pender", "Ross Pender", "Father of Morwenna and Jory", Agency::Family));
    sitting.share(ConferenceHeld {
        conference_type: Some(ConferenceType::Review),
        chair: Some(alan.clone()),
        attendance,
        quorate: Some(true),
        progress: Some(Progress::Better),
        worries: Some("It is quieter because Joel is away; his course has further to go.".to_owned()),
        strengths: Some("Nights are quiet. Nan, Ross and the school are all in it.".to_owned()),
        ..ConferenceHeld::default()
    });
    for child in &CHILDREN {
        let cast = cast(child);
        let held =
            ConferenceHeld { childs_views: cast.say(words(child, day), chance), ..ConferenceHeld::default() };
        sitting.say_sharing(&person(child.0), moment(day, 10 * 60), held);
    }
    for child in &CHILDREN {
        let agencies = [Agency::SocialCare, Agency::School, Agency::Health, Agency::Advocacy];
        let views =
            agencies.map(|agency| View { agency: Some(agency), agrees: Some(true), ..View::default() });
        let event = ConferenceDecided {
            plan_needed: Some(true),
            category: AbuseCategory::from_code("EMO"),
            reason: Some("What has changed should be seen for longer, and through Joel's course.".to_owned()),
            views: views.into(),
            next_conference_on: Some(add_calendar_days(add_months(day, 6), -8)),
            decided_by: Some(alan.clone()),
            ..ConferenceDecided::default()
        };
        sitting.say(&person(child.0), moment(day, 11 * 60 + 30), event);
    }
    sitting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_families_are_written_without_fault() {
        for text in FILES {
            let noted = parse(text).unwrap_or_else(|faults| panic!("{faults:#?}"));
            assert!(noted.iter().all(|one| one.at.is_some()));
            for one in &noted {
                let at = one.at.unwrap();
                one.draft
                    .check(at, london::date_of(at))
                    .unwrap_or_else(|fault| panic!("line {}: {fault}", one.line));
            }
        }
    }
}
