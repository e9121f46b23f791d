//! Who a family are: names, births, homes, invented.

use calendar::periods::{add_calendar_days, add_years};
use jiff::civil::Date;

use crate::chance::Chance;
use crate::organisation::person;
use crate::plan::Plan;
use crate::sitting::Numbers;
use crate::words::{bank, word};

use super::{Adult, Child, Family, Part, Stage, World};

/// Where a family's names come from, how often, the national code, and the language at home if not English.
const ORIGINS: [(&str, f64, &str, Option<&str>); 11] = [
    ("english", 48.0, "WBRI", None),
    ("cornish", 27.0, "WBRI", None),
    ("welsh", 3.0, "WBRI", None),
    ("polish", 4.0, "WOTH", Some("Polish")),
    ("romanian", 3.0, "WOTH", Some("Romanian")),
    ("african", 3.5, "BAFR", None),
    ("south_asian", 3.5, "AIND", None),
    ("arabic", 3.0, "OOTH", Some("Arabic")),
    ("somali", 2.0, "BAFR", Some("Somali")),
    ("chinese", 1.5, "CHNE", Some("Mandarin")),
    ("traveller", 1.5, "WROM", None),
];

const THEMES: [(&str, f64); 9] = [
    ("domestic_abuse", 27.0),
    ("neglect", 21.0),
    ("parent_mental_health", 13.0),
    ("substance", 10.0),
    ("physical", 8.0),
    ("adolescent", 8.0),
    ("disability", 6.0),
    ("exploitation", 2.5),
    ("acute_stress", 4.5),
];

/// The national code of the ethnic group that a family's names suggest.
pub(super) fn ethnicity_code(origin: &str) -> &'static str {
    ORIGINS.iter().find(|(name, ..)| *name == origin).map_or("NOBT", |(_, _, code, _)| code)
}

/// A trouble, as often as it is met.
pub(super) fn theme(chance: &mut Chance) -> &'static str {
    THEMES[chance.weighted(&THEMES.map(|(_, weight)| weight))].0
}

/// The families whose first day falls between the plan's, each with that day, in order.
pub(crate) fn first_days(plan: &Plan) -> Vec<(Date, u32)> {
    // A family has on average just over two children whom somebody comes to name.
    let count = (plan.children as f64 / 1.83).round() as u32;
    let days = crate::plan::days_between(plan.from, plan.to).max(1);
    let mut chance = Chance::of(plan.seed, u64::MAX - 1);
    let mut all: Vec<(Date, u32)> =
        (0..count).map(|at| (add_calendar_days(plan.from, chance.between(0, days - 1)), at)).collect();
    all.sort_unstable();
    all
}

impl Family {
    /// Invents a family of whom somebody speaks for the first time on a day.
    pub(crate) fn invent(world: &World, index: u32, day: Date) -> Self {
        let mut chance = Chance::of(world.plan.seed, u64::from(index) + 1);
        let origin = ORIGINS[chance.weighted(&ORIGINS.map(|(_, weight, ..)| weight))];
        let area = chance.weighted(&[1.2, 1.0, 0.9]);
        let towns = bank(["towns.west", "towns.mid", "towns.east"][area]);
        let (town, postcode) =
            chance.pick(towns).and_then(|line| line.split_once('|')).unwrap_or(("Town", "TR1"));
        let theme = theme(&mut chance);
        let interpreter = origin.3.filter(|_| chance.percent(60.0));
        let mut family = Self {
            index,
            area,
            theme,
            origin: origin.0,
            interpreter,
            household: person(&format!("h-{index:06}")),
            address: String::new(),
            postcode: postcode.to_owned(),
            town,
            protected_address: theme == "domestic_abuse" && chance.percent(8.0),
            moves: 0,
            adults: Vec::new(),
            children: Vec::new(),
            stage: Stage::Contact,
            contacts: 0,
            plans: 0,
            numbers: Numbers::default(),
            next_label: 0,
            chance,
        };
        family.find_a_home();
        family.have_children(world, day);
        family.have_adults(day);
        family
    }

    /// Moves to an address.
    pub(super) fn find_a_home(&mut self) {
        let street = self.chance.pick(bank("streets")).copied().unwrap_or("Fore Street");
        self.address = format!("{} {street}, {}", self.chance.between(1, 90), self.town);
        let district = self.postcode.split(' ').next().unwrap_or("TR1").to_owned();
        let letters = ["AB", "DE", "FG", "HJ", "LN", "PQ", "RS", "TU", "WX"];
        let unit = self.chance.pick(&letters).copied().unwrap_or("AB");
        self.postcode = format!("{district} {}{unit}", self.chance.between(1, 9));
    }

    fn have_children(&mut self, world: &World, day: Date) {
        let count = 1 + self.chance.weighted(&[38.0, 31.0, 18.0, 8.0, 4.0, 1.0]);
        let surname = word(&format!("{}.surnames", self.origin), &mut self.chance).to_owned();
        let youngest_days = if self.theme == "adolescent" || self.theme == "exploitation" {
            self.chance.between(12 * 365, 17 * 365)
        } else {
            (self.chance.unit().powf(1.35) * 15.5 * 365.0) as i32
        };
        let mut born = add_calendar_days(day, -youngest_days);
        if self.chance.percent(6.0) && youngest_days < 12 * 365 {
            born = add_calendar_days(day, self.chance.between(20, 150));
        }
        let half = count > 1 && self.chance.percent(28.0);
        let first_later = if half { self.chance.between(0, count as i32 - 2) as usize } else { usize::MAX };
        let later_surname = word(&format!("{}.surnames", self.origin), &mut self.chance).to_owned();
        let single = matches!(self.origin, "somali" | "arabic" | "south_asian") && self.chance.percent(15.0);
        for place in 0..count {
            let twin = place > 0 && self.chance.percent(2.5);
            if place > 0 && !twin {
                let apart = self.chance.between(330, 1_500);
                born = add_calendar_days(born, -apart);
            }
            let later = half && place <= first_later;
            let surname = if later { &later_surname } else { &surname };
            let surname = if single { String::new() } else { surname.clone() };
            let child = self.child(world, place, born, surname, day);
            self.children.push(Child { twin, later, ..child });
            if twin {
                self.children[place - 1].twin = true;
            }
        }
        // The eldest grown up are not children any more.
        self.children.retain(|child| child.age_on(day) < 18);
        if self.children.is_empty() {
            let child = self.child(world, 0, add_years(day, -9), surname, day);
            self.children.push(child);
        }
    }

    fn child(&mut self, world: &World, place: usize, born: Date, surname: String, day: Date) -> Child {
        let girl = self.chance.percent(49.0);
        let names = format!("{}.{}", self.origin, if girl { "girls" } else { "boys" });
        let mut forename = word(&names, &mut self.chance).to_owned();
        for _ in 0..4 {
            if self.children.iter().all(|other| other.forename != forename) {
                break;
            }
            forename = word(&names, &mut self.chance).to_owned();
        }
        let disabled = self.chance.percent(if self.theme == "disability" { 80.0 } else { 6.0 });
        let secondary = born < add_years(day, -11);
        let near = world.organisation.schools_near(self.area, secondary);
        let short = forename.chars().take(4).collect::<String>();
        let plain = forename.chars().count() > 5 && self.chance.percent(12.0);
        Child {
            id: person(&format!("c-{:06}{}", self.index, (b'a' + place as u8) as char)),
            nickname: plain.then(|| short.trim_end_matches(['-', ' ']).to_owned()),
            forename,
            surname,
            girl,
            born,
            estimated: self.chance.percent(3.0),
            twin: false,
            later: false,
            disabled,
            school: self.chance.pick(near).copied().unwrap_or(0),
            known: false,
            birth_told: born <= day,
            open: false,
            died: false,
            last_seen: None,
            needs: Vec::new(),
        }
    }

    fn have_adults(&mut self, day: Date) {
        let eldest = self.children.iter().map(|child| child.born).min().unwrap_or(day);
        let mother_at_home = self.chance.percent(93.0);
        let born = add_years(eldest, -self.chance.between(18, 34));
        self.adult(Part::Mother, true, mother_at_home, born);
        let together = !mother_at_home || self.chance.percent(42.0);
        let half = self.children.iter().any(|child| child.later);
        let born = add_years(eldest, -self.chance.between(19, 38));
        self.adult(Part::Father, false, together && !half, born);
        let born = add_years(eldest, -self.chance.between(18, 36));
        if half {
            self.adult(Part::LaterFather, false, together, born);
        } else if !together && self.chance.percent(28.0) {
            self.adult(Part::StepParent, false, true, born);
        }
        if self.chance.percent(55.0) {
            let woman = self.chance.percent(80.0);
            let born = add_years(eldest, -self.chance.between(40, 62));
            self.adult(Part::Grandparent, woman, false, born);
        }
    }

    fn adult(&mut self, part: Part, woman: bool, at_home: bool, born: Date) {
        let names = format!("{}.{}", self.origin, if woman { "girls" } else { "boys" });
        let forename = word(&names, &mut self.chance).to_owned();
        let of = |later: bool| self.children.iter().find(|child| child.later == later);
        let theirs = match part {
            Part::Father | Part::Grandparent => of(false),
            Part::LaterFather => of(true),
            Part::Mother | Part::StepParent => None,
        };
        let surname = match theirs.map(|child| child.surname.clone()) {
            Some(surname) if !surname.is_empty() => surname,
            _ => word(&format!("{}.surnames", self.origin), &mut self.chance).to_owned(),
        };
        let born = add_calendar_days(born, self.chance.between(0, 360));
        let id = person(&format!("a-{:06}{}", self.index, self.adults.len()));
        self.adults.push(Adult { id, forename, surname, born, woman, part, at_home, known: false });
    }
}
