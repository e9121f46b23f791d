//! The recording that a contact makes: new people, the household, who is whose, and the contact itself.

use chronology::{Draft, EntryDraft, Occurred, PersonId};
use practice::FieldFault;
use record::events::{
    ContactReceived, HouseholdJoined, PersonCategory, PersonIdentified, Relation, RelationshipRecorded,
};
use record::{Choices, Typed};

use super::household::Row;
use super::whole;
use crate::App;
use crate::forms::Sent;
use crate::session::SignedIn;

/// The whole recording, or everything to mend.
pub(super) fn recording(
    app: &App,
    signed_in: &SignedIn,
    form: &practice::Form,
    sent: &Sent,
    household: &[Row],
) -> Result<Draft, Vec<FieldFault>> {
    let undecided: Vec<FieldFault> = household
        .iter()
        .filter(|row| row.undecided())
        .map(|row| whole(format!("Say who {} is: somebody we know, or a new record", row.short())))
        .collect();
    if !undecided.is_empty() {
        return Err(undecided);
    }
    let children: Vec<&Row> = household.iter().filter(|row| row.is_child()).collect();
    if children.is_empty() {
        return Err(vec![whole("Name each child of the household: a contact is about children".to_owned())]);
    }
    let occurred = sent.occurred("shared", app.now()).map_err(|message| vec![whole(message)])?;
    let scopes: Vec<PersonId> = children.iter().map(|row| row.scope.clone()).collect();
    let filled = practice::fill(form, &sent.answers(form, &scopes))?;
    let ids: Vec<(PersonId, PersonId)> = household.iter().map(|row| (row.scope.clone(), id(row))).collect();
    let real = |scope: &PersonId| {
        ids.iter().find(|(known, _)| known == scope).map_or_else(|| scope.clone(), |(_, id)| id.clone())
    };
    let who = &signed_in.who;
    let mut draft = Draft::by(who.person.clone(), who.role.code());
    let day = Occurred::day(occurred.date());
    for row in household.iter().filter(|row| row.known().is_none()) {
        draft.entries.push(entry(&real(&row.scope), day, &identified(row)));
    }
    home(sent, household, &real, day, &mut draft);
    kin(app, household, &real, day, &mut draft);
    draft.shared = filled.shared;
    for (scope, body) in filled.own {
        let mut received = EntryDraft::new(real(&scope), <ContactReceived as Typed>::INFO.kind, occurred);
        received.shares = true;
        received.body = body;
        draft.entries.push(received);
    }
    Ok(draft)
}

fn entry<E: Typed>(about: &PersonId, occurred: Occurred, event: &E) -> EntryDraft {
    let mut entry = EntryDraft::new(about.clone(), E::INFO.kind, occurred);
    entry.body = event.body();
    entry
}

/// The id of somebody known, or a fresh one.
fn id(row: &Row) -> PersonId {
    row.known().cloned().unwrap_or_else(crate::fresh_id)
}

fn identified(row: &Row) -> PersonIdentified {
    let mut words: Vec<&str> = row.name.split_whitespace().collect();
    let surname = (words.len() > 1).then(|| words.pop().unwrap_or_default().to_owned());
    let single = surname.is_none();
    let category = if row.is_child() { PersonCategory::Child } else { PersonCategory::Adult };
    let (born, due) = if row.part == "unborn" { (None, row.born) } else { (row.born, None) };
    PersonIdentified {
        category: Some(category),
        forename: (!single).then(|| words.join(" ")),
        surname,
        full_name: single.then(|| row.name.clone()),
        date_of_birth: born,
        expected_date_of_birth: due,
        ..PersonIdentified::default()
    }
}

/// Everybody who lives there joins one household: that of whoever is known to live there, or a new one.
fn home(
    sent: &Sent,
    household: &[Row],
    real: &impl Fn(&PersonId) -> PersonId,
    day: Occurred,
    draft: &mut Draft,
) {
    let known = household.iter().filter(|row| row.lives_there()).find_map(Row::home);
    let place = known.clone().unwrap_or_else(crate::fresh_id);
    for row in household.iter().filter(|row| row.lives_there() && row.home() != Some(place.clone())) {
        let joined = HouseholdJoined {
            household: place.clone(),
            address: sent.get("shared.address").map(str::to_owned),
            postcode: sent.get("shared.postcode").map(str::to_owned),
            protected: None,
            protected_from: None,
            note: None,
        };
        draft.entries.push(entry(&real(&row.scope), day, &joined));
    }
}

/// Mothers and fathers of each child, and brothers and sisters: unless the record says so already.
fn kin(
    app: &App,
    household: &[Row],
    real: &impl Fn(&PersonId) -> PersonId,
    day: Occurred,
    draft: &mut Draft,
) {
    for child in household.iter().filter(|row| row.is_child()) {
        let known = child.known().and_then(|id| app.views.folder().timeline(id).ok());
        for other in household.iter().filter(|other| other.scope != child.scope) {
            let relation = match other.part.as_str() {
                "mother" | "mother_elsewhere" => Relation::Mother,
                "father" | "father_elsewhere" => Relation::Father,
                "child" | "unborn" if child.lives_there() => Relation::Sibling,
                _ => continue,
            };
            let to = real(&other.scope);
            if known
                .as_ref()
                .is_some_and(|timeline| timeline.kinships.iter().any(|kin| kin.to == to && kin.span.open()))
            {
                continue;
            }
            let related = RelationshipRecorded {
                to,
                relation,
                parental_responsibility: None,
                significant: None,
                note: None,
            };
            draft.entries.push(entry(&real(&child.scope), day, &related));
        }
    }
}
