//! A person in short: what a list or a search result shows of them.

use calendar::{BirthDate, LeapDayBirthday};
use chronology::PersonId;
use jiff::civil::Date;
use record::events::{IdentifierScheme, NameUse, PersonCategory, Sex};
use record::timeline::Stage;
use record::{Choices, Timeline};
use serde::{Deserialize, Serialize};

use crate::matching;

/// A person in short.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Their id.
    pub id: String,
    /// What they are to the record: the code of a `PersonCategory`.
    pub category: Option<String>,
    /// Their name written out.
    pub name: String,
    /// The name by which to speak of them.
    pub short_name: String,
    /// Every name, as forename, surname and use.
    pub names: Vec<(String, String, String)>,
    /// Day of birth (or on which a birth is expected).
    pub birth: Option<Date>,
    /// Whether `birth` is a guess.
    pub birth_estimated: bool,
    /// Whether `birth` is still to come.
    pub birth_expected: bool,
    /// Sex as recorded: its code.
    pub sex: Option<String>,
    /// Ethnicity: its code, as the national lists write it.
    #[serde(default)]
    pub ethnicity: Option<String>,
    /// The day they died.
    pub died_on: Option<Date>,
    /// NHS number.
    pub nhs_number: Option<String>,
    /// Unique pupil number.
    pub upn: Option<String>,
    /// Where they live, unless it must be kept from somebody.
    pub address: Option<String>,
    /// Every postcode they have lived at, the present one last.
    pub postcodes: Vec<String>,
    /// The household they live in.
    pub household: Option<String>,
    /// How far the work with them has come, in words.
    pub stage: String,
    /// Their named worker.
    pub worker: Option<String>,
    /// Their worker's team.
    pub team: Option<String>,
    /// For a professional, what they do; for a team, that it is one.
    pub job: Option<String>,
    /// Whether the record is restricted now.
    pub restricted: bool,
    /// Whether the record is sealed.
    pub sealed: bool,
}

impl Card {
    /// The person in short, as things stand after every entry.
    pub fn of(person: &PersonId, timeline: &Timeline) -> Self {
        let identity = &timeline.identity;
        let home = timeline.stays.iter().rev().find(|stay| stay.span.open());
        let allocation = timeline.allocations.iter().rev().find(|allocation| allocation.span.open());
        let birth = identity.birth;
        let name = timeline.organisation.team_name.clone().unwrap_or_else(|| identity.name());
        Self {
            id: person.to_string(),
            category: category(timeline).map(|category| category.code().to_owned()),
            short_name: if timeline.organisation.team_name.is_some() {
                name.clone()
            } else {
                identity.short_name()
            },
            name,
            names: names(timeline),
            birth: birth.map(|birth| birth.date()),
            birth_estimated: matches!(birth, Some(BirthDate::Estimated(_))),
            birth_expected: matches!(birth, Some(BirthDate::Expected(_))),
            sex: identity.sex.map(|sex| sex.code().to_owned()),
            ethnicity: identity.characteristics.ethnicity.map(|code| code.code().to_owned()),
            died_on: identity.died_on,
            nhs_number: identity.identifier(IdentifierScheme::NhsNumber).map(str::to_owned),
            upn: identity.identifier(IdentifierScheme::Upn).map(str::to_owned),
            address: home.filter(|stay| !stay.protected).and_then(|stay| stay.address.clone()),
            postcodes: timeline
                .stays
                .iter()
                .filter(|stay| !stay.protected)
                .filter_map(|stay| stay.postcode.clone())
                .collect(),
            household: home.map(|stay| stay.household.to_string()),
            stage: timeline.stage_on(Date::MAX).label().to_owned(),
            worker: allocation.and_then(|a| a.worker.as_ref()).map(PersonId::to_string),
            team: allocation.and_then(|a| a.team.as_ref()).map(PersonId::to_string),
            job: identity
                .job
                .clone()
                .or_else(|| timeline.organisation.role_on(Date::MAX).map(|role| role.label().to_owned())),
            restricted: identity.restriction_on(Date::MAX).is_some(),
            sealed: identity.sealed,
        }
    }

    /// Age or expected birth in words on a day: “9 years 4 months”, “due 4 August 2026”.
    pub fn age(&self, today: Date, leap_day: LeapDayBirthday) -> Option<String> {
        Some(self.birth_date()?.phrase(today, leap_day))
    }

    /// When they were born or are expected.
    pub fn birth_date(&self) -> Option<BirthDate> {
        let date = self.birth?;
        Some(match (self.birth_expected, self.birth_estimated) {
            (true, _) => BirthDate::Expected(date),
            (_, true) => BirthDate::Estimated(date),
            _ => BirthDate::Known(date),
        })
    }

    /// Whether the service works with them.
    pub fn is_open(&self) -> bool {
        self.stage != Stage::Closed.label()
    }

    /// Whether they are recorded as a child.
    pub fn is_child(&self) -> bool {
        self.category.as_deref() == Some(PersonCategory::Child.code())
    }

    /// The person as `matching` compares them.
    pub fn candidate(&self) -> matching::Candidate {
        let kind = |used_as: &str| match NameUse::from_code(used_as) {
            Some(NameUse::Alias) => matching::NameKind::Alias,
            Some(NameUse::Former) => matching::NameKind::Former,
            Some(NameUse::Preferred) => matching::NameKind::Preferred,
            _ => matching::NameKind::Legal,
        };
        let name = |(forename, surname, used_as): &(String, String, String)| {
            matching::NameVariant::new(forename, surname, kind(used_as))
        };
        let birth = self.birth.map(|date| match (self.birth_expected, self.birth_estimated) {
            (true, _) => matching::Birth::expected(date),
            (_, true) => matching::Birth::estimated(date),
            _ => matching::Birth::exact(date),
        });
        let sex = match self.sex.as_deref().and_then(Sex::from_code) {
            Some(Sex::Female) => Some(matching::Sex::Female),
            Some(Sex::Male) => Some(matching::Sex::Male),
            _ => None,
        };
        matching::Candidate {
            id: self.id.clone(),
            names: self.names.iter().map(name).collect(),
            birth,
            sex,
            postcodes: self.postcodes.clone(),
            nhs_number: self.nhs_number.clone(),
            upn: self.upn.clone(),
            household: self.household.iter().cloned().collect(),
        }
    }
}

/// What somebody is to the record: as it says, or as follows from what is recorded of them.
fn category(timeline: &Timeline) -> Option<PersonCategory> {
    let organisation = &timeline.organisation;
    let follows = match (organisation.team_name.is_some(), organisation.posts.is_empty()) {
        (true, _) => Some(PersonCategory::Team),
        (false, false) => Some(PersonCategory::Professional),
        _ => None,
    };
    timeline.identity.category.or(follows)
}

fn names(timeline: &Timeline) -> Vec<(String, String, String)> {
    let parts = |name: &record::timeline::Name| {
        let whole = name.full_name.clone();
        let forename = name.forename.clone().or(whole).unwrap_or_default();
        (forename, name.surname.clone().unwrap_or_default(), name.used_as.code().to_owned())
    };
    let mut names: Vec<_> = timeline.identity.names.iter().map(parts).collect();
    if let (Some(preferred), Some(last)) = (&timeline.identity.preferred_name, names.last().cloned()) {
        names.push((preferred.clone(), last.1, NameUse::Preferred.code().to_owned()));
    }
    if let Some(team) = &timeline.organisation.team_name {
        names.push((team.clone(), String::new(), NameUse::Legal.code().to_owned()));
    }
    names.dedup();
    names
}
