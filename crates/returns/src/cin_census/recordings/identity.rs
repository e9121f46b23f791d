//! Who a child is: how the record begins, the birth, the numbers, the characteristics, a death.

use jiff::civil::Date;
use record::codes::{Disability, Ethnicity};
use record::events::{
    BirthRecorded, CharacteristicsRecorded, IdentifierRecorded, IdentifierScheme, PersonCategory, PersonDied,
    PersonIdentified, Sex,
};

use super::super::child::SexRecorded;
use super::{Fact, Gathering, Told};

impl Gathering<'_> {
    pub(super) fn gather_identity(&mut self) {
        let child = self.child;
        let row = child.source;
        let known_on = self.known_on();
        let sex = match child.sex_recorded() {
            Some(SexRecorded::Female) => Some(Sex::Female),
            Some(SexRecorded::Male) => Some(Sex::Male),
            _ => None,
        };
        let identified = PersonIdentified {
            category: Some(PersonCategory::Child),
            full_name: Some(format!("Census child {}", child.la_child_id)),
            expected_date_of_birth: child.expected_birth_date,
            sex,
            ..PersonIdentified::default()
        };
        let unplain = child.sex.as_ref().filter(|_| sex.is_none()).map(|sex| sex.raw.clone());
        let told = Told::from(identified).beside("sex", unplain);
        self.identity("identified", "LAchildID", known_on, told);
        if let Some(born) = child.birth_date {
            let letter =
                child.sex.as_ref().filter(|_| sex.is_some()).map_or("-", |sex| match sex.code.code {
                    "M" | "1" => "m",
                    _ => "f",
                });
            let birth = BirthRecorded { date_of_birth: Some(born), sex, ..BirthRecorded::default() };
            self.identity(&format!("born/{letter}"), "PersonBirthDate", born, birth.into());
        }
        let facts_on = self.taken_on.unwrap_or(known_on).min(self.today).max(known_on);
        self.gather_numbers(facts_on);
        self.gather_characteristics(facts_on);
        if let Some(died) = child.death_date {
            let note = Some("From the children in need census.".to_owned());
            let told = PersonDied { note }.into();
            self.add(Fact {
                row,
                field: "PersonDeathDate",
                key: "died".to_owned(),
                day: died,
                events: vec![told],
            });
        }
    }

    /// The first day of which the file says anything about the child: the record begins there.
    fn known_on(&self) -> Date {
        let details = &self.child.cin_details;
        let first = details.iter().map(|details| details.referral_date).min();
        first.or(self.taken_on).unwrap_or(self.today).min(self.today)
    }

    fn identity(&mut self, key: &str, field: &'static str, day: Date, told: Told) {
        let fact = Fact { row: self.child.source, field, key: key.to_owned(), day, events: vec![told] };
        self.add(fact);
    }

    fn gather_numbers(&mut self, day: Date) {
        let child = self.child;
        let numbers = [
            (IdentifierScheme::LocalChildId, "LAchildID", Some(&child.la_child_id)),
            (IdentifierScheme::FormerUpn, "FormerUPN", child.former_upn.as_ref()),
            (IdentifierScheme::Upn, "UPN", child.upn.as_ref()),
        ];
        for (scheme, field, value) in numbers {
            let Some(value) = value else { continue };
            let number = IdentifierRecorded {
                scheme: Some(scheme),
                value: Some(value.clone()),
                not_known_because: None,
            };
            self.identity(&format!("number/{field}/{}", shortened(value)), field, day, number.into());
        }
        if let Some(why) = &child.upn_unknown {
            let number = IdentifierRecorded {
                scheme: Some(IdentifierScheme::Upn),
                value: None,
                not_known_because: Some(why.code.label.to_owned()),
            };
            let told = Told::from(number).beside("upn_unknown", Some(why.code.code));
            self.identity(&format!("number/UPNunknown/{}", why.code.code), "UPNunknown", day, told);
        }
    }

    fn gather_characteristics(&mut self, day: Date) {
        let child = self.child;
        let ethnicity = child.characteristics.as_ref().and_then(|row| row.ethnicity.as_ref());
        let ethnicity = ethnicity.and_then(|coded| Ethnicity::from_code(coded.code.code));
        let mut disabilities: Vec<Disability> = Vec::new();
        for disability in &child.disabilities {
            if let Some(code) = Disability::from_code(disability.code.code.code)
                && !disabilities.contains(&code)
            {
                disabilities.push(code);
            }
        }
        let row = child.characteristics.as_ref().map(|row| row.source);
        let Some(row) = row.or(child.disabilities.first().map(|row| row.source)) else { return };
        if ethnicity.is_none() && disabilities.is_empty() {
            return;
        }
        let codes: Vec<&str> = disabilities.iter().map(|code| code.code()).collect();
        let key = format!("characteristics/{}/{}", ethnicity.map_or("-", Ethnicity::code), codes.join("+"));
        let told = CharacteristicsRecorded { ethnicity, disabilities, ..CharacteristicsRecorded::default() };
        self.add(Fact { row, field: "Ethnicity", key, day, events: vec![told.into()] });
    }
}

/// A number short enough for a key.
fn shortened(value: &str) -> String {
    const CHARACTERS_MAX: usize = 60;
    match value.char_indices().nth(CHARACTERS_MAX) {
        Some(_) => super::digest(value.as_bytes()),
        None => value.to_owned(),
    }
}
