//! Who a person is.

use std::collections::BTreeMap;

use calendar::BirthDate;
use chronology::{EntryId, PersonId};
use jiff::civil::Date;

use super::{Span, TimelineEntry};
use crate::events::{CharacteristicsRecorded, IdentifierScheme, NameUse, PersonCategory, Sex};
use crate::{Event, events};

/// Who a person is, from every entry that says so; where two say different things, what happened last wins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// What they are to the record.
    pub category: Option<PersonCategory>,
    /// Every name, the present one last.
    pub names: Vec<Name>,
    /// What they like to be called.
    pub preferred_name: Option<String>,
    /// When they were born or are expected.
    pub birth: Option<BirthDate>,
    /// Sex as recorded.
    pub sex: Option<Sex>,
    /// Numbers by scheme, the present one last.
    pub identifiers: BTreeMap<IdentifierScheme, Vec<String>>,
    /// Ethnicity, religion, language, disability: the latest answer to each.
    pub characteristics: CharacteristicsRecorded,
    /// The day they died.
    pub died_on: Option<Date>,
    /// For a professional: the agency they work for.
    pub agency: Option<events::Agency>,
    /// For a professional: what they do.
    pub job: Option<String>,
    /// Times at which the record was restricted.
    pub restrictions: Vec<Restriction>,
    /// Whether the record was sealed because of adoption.
    pub sealed: bool,
    /// Things that could hurt whoever calls.
    pub hazards: Vec<Hazard>,
    /// Paper files.
    pub paper_files: Vec<PaperFile>,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Given name or names.
    pub forename: Option<String>,
    /// Family name.
    pub surname: Option<String>,
    /// The whole name, where it does not part in two.
    pub full_name: Option<String>,
    /// What it is used for.
    pub used_as: NameUse,
}

impl Name {
    /// The name written out.
    pub fn written(&self) -> String {
        if let Some(full) = &self.full_name {
            return full.clone();
        }
        let parts = [self.forename.as_deref(), self.surname.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A time at which the record could be opened only by some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restriction {
    /// When.
    pub span: Span,
    /// Why.
    pub reason: Option<String>,
    /// Workers and teams who may open it.
    pub allowed: Vec<PersonId>,
    /// Whom to ask.
    pub ask: Option<PersonId>,
    /// The entry that says so.
    pub by: EntryId,
}

/// Something that could hurt whoever calls, or whoever is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hazard {
    /// When.
    pub span: Span,
    /// What.
    pub what: String,
    /// Who must know.
    pub for_whom: Option<String>,
    /// The entry that says so.
    pub by: EntryId,
}

/// A file on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperFile {
    /// What it is.
    pub title: String,
    /// Where it is kept.
    pub place: String,
    /// Whether it has been scanned.
    pub scanned: bool,
    /// The entry that registered it.
    pub by: EntryId,
}

impl Identity {
    /// The present name written out, or “No name recorded”.
    pub fn name(&self) -> String {
        let legal = self.names.iter().rev().find(|name| name.used_as == NameUse::Legal);
        let name = legal.or(self.names.last()).map(Name::written).unwrap_or_default();
        if name.is_empty() { "No name recorded".to_owned() } else { name }
    }

    /// The name by which to speak of them: preferred, else given, else the whole.
    pub fn short_name(&self) -> String {
        let legal = self.names.iter().rev().find(|name| name.used_as == NameUse::Legal);
        let preferred = self.preferred_name.clone();
        preferred.or_else(|| legal.and_then(|name| name.forename.clone())).unwrap_or_else(|| self.name())
    }

    /// The present number of a scheme.
    pub fn identifier(&self, scheme: IdentifierScheme) -> Option<&str> {
        self.identifiers.get(&scheme)?.last().map(String::as_str)
    }

    /// The restriction in force on a day.
    pub fn restriction_on(&self, day: Date) -> Option<&Restriction> {
        self.restrictions.iter().rev().find(|restriction| restriction.span.covers(day))
    }

    /// Whether this is a child's record: said to be one, or under 18 on the day with nothing else said.
    pub fn is_child(&self) -> bool {
        self.category == Some(PersonCategory::Child)
    }
}

pub(super) fn fold(entries: &[TimelineEntry]) -> Identity {
    let mut identity = Identity::default();
    for entry in entries.iter().filter(|entry| entry.counts()) {
        let day = entry.day();
        match &entry.event {
            Event::PersonIdentified(e) => identified(&mut identity, e),
            Event::NameRecorded(e) => named(&mut identity, e),
            Event::BirthRecorded(e) => {
                born(&mut identity, e.date_of_birth, e.date_of_birth_estimated, e.expected_date_of_birth);
                identity.sex = e.sex.or(identity.sex);
            }
            Event::IdentifierRecorded(e) => {
                if let (Some(scheme), Some(value)) = (e.scheme, &e.value) {
                    identity.identifiers.entry(scheme).or_default().push(value.clone());
                }
            }
            Event::CharacteristicsRecorded(e) => characterised(&mut identity.characteristics, e),
            Event::PersonDied(_) => identity.died_on = Some(day),
            Event::RecordSealed(_) => identity.sealed = true,
            Event::RestrictionPlaced(e) => identity.restrictions.push(Restriction {
                span: Span::since(day),
                reason: e.reason.clone(),
                allowed: e.allowed.clone(),
                ask: e.ask.clone(),
                by: entry.id,
            }),
            Event::RestrictionLifted(_) => {
                let open = identity.restrictions.iter_mut().filter(|restriction| restriction.span.open());
                open.for_each(|restriction| restriction.span.to = Some(day));
            }
            Event::HazardRecorded(e) => identity.hazards.push(Hazard {
                span: Span::since(day),
                what: e.what.clone().unwrap_or_default(),
                for_whom: e.for_whom.clone(),
                by: entry.id,
            }),
            Event::HazardEnded(e) => {
                let which = |hazard: &&mut Hazard| e.what.as_ref().is_none_or(|what| *what == hazard.what);
                let open = identity.hazards.iter_mut().filter(|hazard| hazard.span.open()).filter(which);
                open.for_each(|hazard| hazard.span.to = Some(day));
            }
            Event::PaperFileRegistered(e) => identity.paper_files.push(PaperFile {
                title: e.title.clone().unwrap_or_default(),
                place: e.place.clone().unwrap_or_default(),
                scanned: e.scanned.unwrap_or(false),
                by: entry.id,
            }),
            Event::DocumentScanned(e) => {
                let which = |file: &&mut PaperFile| {
                    e.file.is_some_and(|id| id == file.by) || e.title.as_ref() == Some(&file.title)
                };
                identity.paper_files.iter_mut().filter(which).for_each(|file| file.scanned = true);
            }
            _ => {}
        }
    }
    identity
}

fn identified(identity: &mut Identity, e: &events::PersonIdentified) {
    identity.category = e.category.or(identity.category);
    identity.sex = e.sex.or(identity.sex);
    identity.agency = e.agency.or(identity.agency);
    identity.job = e.job.clone().or(identity.job.take());
    identity.preferred_name = e.preferred_name.clone().or(identity.preferred_name.take());
    if e.gender.is_some() {
        identity.characteristics.gender.clone_from(&e.gender);
    }
    if e.forename.is_some() || e.surname.is_some() || e.full_name.is_some() {
        identity.names.push(Name {
            forename: e.forename.clone(),
            surname: e.surname.clone(),
            full_name: e.full_name.clone(),
            used_as: NameUse::Legal,
        });
    }
    born(identity, e.date_of_birth, e.date_of_birth_estimated, e.expected_date_of_birth);
}

fn named(identity: &mut Identity, e: &events::NameRecorded) {
    let name = Name {
        forename: e.forename.clone(),
        surname: e.surname.clone(),
        full_name: e.full_name.clone(),
        used_as: e.used_as.unwrap_or(NameUse::Legal),
    };
    if name.used_as == NameUse::Preferred {
        identity.preferred_name = Some(name.forename.clone().unwrap_or_else(|| name.written()));
    }
    identity.names.push(name);
}

fn born(identity: &mut Identity, born: Option<Date>, estimated: Option<bool>, expected: Option<Date>) {
    let birth = match (born, expected) {
        (Some(date), _) if estimated == Some(true) => Some(BirthDate::Estimated(date)),
        (Some(date), _) => Some(BirthDate::Known(date)),
        (None, Some(date)) => Some(BirthDate::Expected(date)),
        (None, None) => None,
    };
    identity.birth = birth.or(identity.birth.take());
}

fn characterised(all: &mut CharacteristicsRecorded, e: &CharacteristicsRecorded) {
    fn latest<T: Clone>(all: &mut Option<T>, new: &Option<T>) {
        if new.is_some() {
            all.clone_from(new);
        }
    }
    latest(&mut all.ethnicity, &e.ethnicity);
    latest(&mut all.ethnicity_local, &e.ethnicity_local);
    latest(&mut all.religion, &e.religion);
    latest(&mut all.first_language, &e.first_language);
    latest(&mut all.interpreter_language, &e.interpreter_language);
    latest(&mut all.communication_need, &e.communication_need);
    latest(&mut all.meaning, &e.meaning);
    latest(&mut all.immigration_status, &e.immigration_status);
    latest(&mut all.gender, &e.gender);
    if !e.disabilities.is_empty() {
        all.disabilities.clone_from(&e.disabilities);
    }
}
