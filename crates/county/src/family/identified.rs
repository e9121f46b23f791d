//! How a family first comes into the record: people identified, homes, kin, numbers, characteristics.

use jiff::civil::Date;
use record::codes::{Disability, Ethnicity};
use record::events::{
    BirthRecorded, CharacteristicsRecorded, HouseholdJoined, IdentifierRecorded, IdentifierScheme,
    NameRecorded, NameUse, PersonCategory, PersonIdentified, Relation, RelationshipRecorded, Sex, YesNo,
};

use crate::sitting::Sitting;

use super::{Family, Part, Waking};

impl Family {
    /// Says who these children, and the grown-ups at home, are, as far as the record has not heard.
    pub(super) fn identify(&mut self, waking: &Waking, sitting: &mut Sitting, children: &[usize], day: Date) {
        for child in children.iter().copied().filter(|at| !self.children[*at].known).collect::<Vec<_>>() {
            self.identify_child(waking, sitting, child, day);
        }
        for place in 0..self.adults.len() {
            let adult = &self.adults[place];
            let told = adult.part == Part::Mother || adult.at_home || self.contacts > 1;
            if !adult.known && (told || self.chance.percent(45.0)) {
                self.identify_adult(sitting, place, day);
            }
        }
        self.relate(sitting, children, day);
    }

    fn identify_child(&mut self, waking: &Waking, sitting: &mut Sitting, place: usize, day: Date) {
        let unborn = self.children[place].unborn_on(day);
        let child = &self.children[place];
        let sex = if child.girl { Sex::Female } else { Sex::Male };
        let single = child.surname.is_empty();
        let mother = self.adults[0].surname.clone();
        let event = PersonIdentified {
            category: Some(PersonCategory::Child),
            forename: Some(if unborn { "Baby".to_owned() } else { child.forename.clone() })
                .filter(|_| !single),
            surname: Some(if unborn { mother } else { child.surname.clone() }).filter(|_| !single),
            full_name: Some(child.forename.clone()).filter(|_| single),
            preferred_name: child.nickname.clone().filter(|_| !unborn),
            date_of_birth: Some(child.born).filter(|_| !unborn),
            date_of_birth_estimated: Some(true).filter(|_| child.estimated && !unborn),
            expected_date_of_birth: Some(child.born).filter(|_| unborn),
            sex: Some(sex).filter(|_| !unborn),
            ..PersonIdentified::default()
        };
        let id = child.id.clone();
        sitting.say(&id, day, event);
        sitting.say(&id, day, self.home());
        if !unborn {
            self.numbers_of(sitting, place, day);
            self.characteristics(sitting, place, day);
            let school = waking.world.organisation.schools[self.children[place].school].id.clone();
            if (4..18).contains(&self.children[place].age_on(day)) {
                sitting.say(&id, day, kin(school, Relation::School, None));
            }
        }
        self.children[place].known = true;
        self.children[place].birth_told = !unborn;
    }

    /// The household's address, as it is now.
    pub(super) fn home(&mut self) -> HouseholdJoined {
        let from = self.other_adult().map_or("somebody".to_owned(), |adult| adult.forename.clone());
        let protected_from =
            self.protected_address.then(|| format!("{from}, who must not learn the address."));
        HouseholdJoined {
            household: self.household.clone(),
            address: Some(self.address.clone()),
            postcode: Some(self.postcode.clone()),
            protected: Some(true).filter(|_| self.protected_address),
            protected_from,
            note: None,
        }
    }

    fn numbers_of(&mut self, sitting: &mut Sitting, place: usize, day: Date) {
        let (id, age) = (self.children[place].id.clone(), self.children[place].age_on(day));
        if self.chance.percent(78.0) {
            let value = Some(nhs_number(self.index * 7 + place as u32));
            let scheme = Some(IdentifierScheme::NhsNumber);
            sitting.say(&id, day, IdentifierRecorded { scheme, value, not_known_because: None });
        }
        if age >= 4 && self.chance.percent(70.0) {
            let value = Some(pupil_number(self.index * 7 + place as u32));
            let scheme = Some(IdentifierScheme::Upn);
            sitting.say(&id, day, IdentifierRecorded { scheme, value, not_known_because: None });
        }
    }

    fn characteristics(&mut self, sitting: &mut Sitting, place: usize, day: Date) {
        if self.chance.percent(10.0) {
            return;
        }
        let code = super::members::ethnicity_code(self.origin);
        let code = if self.chance.percent(4.0) { "NOBT" } else { code };
        let child = &self.children[place];
        let codes = ["MOB", "COMM", "LD", "AUT", "HEAR", "BEH", "PC"];
        let first = codes[(self.index as usize + place) % codes.len()];
        let disabilities = if child.disabled { [Some(first), Some("LD")] } else { [Some("NONE"), None] };
        let mut disabilities: Vec<Disability> =
            disabilities.into_iter().flatten().filter_map(Disability::from_code).collect();
        disabilities.dedup();
        let girl = child.girl;
        let id = child.id.clone();
        let cast = crate::words::Cast {
            child: child.forename.clone(),
            carer: self.adults[0].forename.clone(),
            grandparent: "Gran".to_owned(),
            girl,
            ..Default::default()
        };
        let meaning = cast.say("identity.meaning", &mut self.chance).filter(|_| self.chance.percent(55.0));
        let event = CharacteristicsRecorded {
            ethnicity: Ethnicity::from_code(code),
            ethnicity_local: Some("Cornish".to_owned()).filter(|_| self.origin == "cornish"),
            first_language: Some(self.interpreter.unwrap_or("English").to_owned()),
            interpreter_language: self.interpreter.map(str::to_owned),
            communication_need: Some("Uses a picture board")
                .filter(|_| first == "COMM" && cast.girl)
                .map(str::to_owned),
            disabilities,
            meaning,
            ..CharacteristicsRecorded::default()
        };
        sitting.say(&id, day, event);
    }

    fn identify_adult(&mut self, sitting: &mut Sitting, place: usize, day: Date) {
        let exact = self.chance.percent(75.0);
        let adult = &self.adults[place];
        let event = PersonIdentified {
            category: Some(PersonCategory::Adult),
            forename: Some(adult.forename.clone()),
            surname: Some(adult.surname.clone()),
            date_of_birth: Some(adult.born).filter(|_| exact),
            sex: Some(if adult.woman { Sex::Female } else { Sex::Male }),
            ..PersonIdentified::default()
        };
        let (id, at_home) = (adult.id.clone(), adult.at_home);
        sitting.say(&id, day, event);
        if at_home {
            sitting.say(&id, day, self.home());
            if let Some(language) = self.interpreter {
                let event = CharacteristicsRecorded {
                    first_language: Some(language.to_owned()),
                    interpreter_language: Some(language.to_owned()),
                    ..CharacteristicsRecorded::default()
                };
                sitting.say(&id, day, event);
            }
        }
        if self.chance.percent(5.0) {
            let former = crate::words::word(&format!("{}.surnames", self.origin), &mut self.chance);
            let event = NameRecorded {
                forename: Some(self.adults[place].forename.clone()),
                surname: Some(former.to_owned()),
                used_as: Some(NameUse::Former),
                ..NameRecorded::default()
            };
            sitting.say(&id, day, event);
        }
        self.adults[place].known = true;
    }

    fn relate(&mut self, sitting: &mut Sitting, children: &[usize], day: Date) {
        for place in children {
            let child = self.children[*place].clone();
            for adult in self.adults.iter().filter(|adult| adult.known) {
                let Some(relation) = relation(adult.part, child.later) else { continue };
                let parent = matches!(relation, Relation::Mother | Relation::Father);
                sitting.say(&child.id, day, kin(adult.id.clone(), relation, Some(parent)));
            }
            for other in self.children.iter().filter(|other| other.known && other.id != child.id) {
                let relation = match (
                    other.twin && child.twin && other.born == child.born,
                    other.later == child.later,
                ) {
                    (true, _) => Relation::Twin,
                    (false, true) => Relation::Sibling,
                    (false, false) => Relation::HalfSibling,
                };
                sitting.say(&child.id, day, kin(other.id.clone(), relation, None));
            }
        }
    }

    /// Records the births of children first known unborn.
    pub(super) fn tell_births(&mut self, sitting: &mut Sitting, day: Date) {
        for place in 0..self.children.len() {
            let child = self.children[place].clone();
            if !child.known || child.birth_told || child.unborn_on(day) {
                continue;
            }
            let name = NameRecorded {
                forename: Some(child.forename.clone()),
                surname: Some(child.surname.clone()).filter(|surname| !surname.is_empty()),
                used_as: Some(NameUse::Legal),
                ..NameRecorded::default()
            };
            sitting.say(&child.id, child.born, name);
            let born = BirthRecorded {
                date_of_birth: Some(child.born),
                sex: Some(if child.girl { Sex::Female } else { Sex::Male }),
                ..BirthRecorded::default()
            };
            sitting.say(&child.id, child.born, born);
            self.numbers_of(sitting, place, day);
            self.characteristics(sitting, place, day);
            self.children[place].birth_told = true;
        }
    }
}

/// What another person is to a child.
pub(super) fn kin(
    to: chronology::PersonId,
    relation: Relation,
    responsible: Option<bool>,
) -> RelationshipRecorded {
    RelationshipRecorded {
        to,
        relation,
        parental_responsibility: responsible.map(|yes| if yes { YesNo::Yes } else { YesNo::No }),
        significant: Some(true).filter(|_| responsible == Some(true)),
        note: None,
    }
}

fn relation(part: Part, later: bool) -> Option<Relation> {
    match (part, later) {
        (Part::Mother, _) => Some(Relation::Mother),
        (Part::Father, false) | (Part::LaterFather, true) => Some(Relation::Father),
        (Part::LaterFather, false) | (Part::StepParent, _) => Some(Relation::StepParent),
        (Part::Father, true) => None,
        (Part::Grandparent, _) => Some(Relation::Grandparent),
    }
}

/// A number that passes the check of NHS numbers, from the range kept for tests.
fn nhs_number(of: u32) -> String {
    for turn in 0.. {
        let nine = format!("999{:06}", (of.wrapping_mul(11) + turn) % 1_000_000);
        let sum: u32 =
            nine.bytes().zip((2..=10).rev()).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        match 11 - sum % 11 {
            10 => {}
            11 => return format!("{nine}0"),
            check => return format!("{nine}{check}"),
        }
    }
    unreachable!("one number in eleven fails, so one of two passes")
}

/// A number that passes the check of pupil numbers, of an authority that does not exist.
fn pupil_number(of: u32) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ";
    let twelve = format!("{:012}", 999_000_000_000_u64 + u64::from(of));
    let sum: u32 = twelve.bytes().zip(2..).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    format!("{}{twelve}", LETTERS[(sum % 23) as usize] as char)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_pass_their_checks() {
        assert_eq!(pupil_number(0).len(), 13);
        for of in 0..200 {
            let number = nhs_number(of);
            let sum: u32 =
                number.bytes().zip((1..=10).rev()).map(|(d, weight)| u32::from(d - b'0') * weight).sum();
            assert_eq!((number.len(), sum % 11), (10, 0), "{number}");
        }
    }
}
