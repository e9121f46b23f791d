//! Taking up one child of a message: whoever they are in the record, with the contact that the message makes.

use axum::extract::{Path, State};
use axum::response::Response;
use chronology::{Draft, EntryDraft, Occurred, PersonId};
use record::codes::ReferralSource;
use record::events::{
    Agency, ContactMethod, ContactReceived, HouseholdJoined, MessageOutcome, PartnerMessageActioned,
    PersonCategory, PersonIdentified, PoliceNotificationActioned, Rating, ReferredChild, Relation,
    RelationshipRecorded,
};
use record::timeline::{Correspondence, Sent as Said};
use record::{Choices, Typed};

use super::{back, entry_of, finish, open, read_entry, wrong};
use crate::App;
use crate::components::errors::Mistake;
use crate::forms::Sent;
use crate::problem::Problem;
use crate::session::{SignedIn, check_form_token};

/// Takes up a child, or says why the message is not for this service.
pub(crate) async fn take(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(entry): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let (team, one) = open(&app, &signed_in, &entry)?;
    let number: usize = sent.get("number").and_then(|number| number.parse().ok()).unwrap_or(1);
    let place = number.saturating_sub(1);
    if one.done.get(place).is_none_or(Option::is_some) {
        return Ok(back(&one));
    }
    let field = |name: &str| format!("{name}-{number}");
    let outcome = sent.get(&field("outcome")).and_then(MessageOutcome::from_code);
    let reason = sent.get(&field("reason")).map(str::to_owned);
    let asks =
        |name: &str, words: &str| wrong(&app, &signed_in, &team, &one, Mistake::new(field(name), words));
    let Some(outcome) = outcome else { return asks("outcome", "Say what is done about this child") };
    if outcome == MessageOutcome::NotForUs && reason.is_none() {
        return asks("reason", "Say why this is not for the service: the sender may ask");
    }
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    if one.read.is_none() {
        draft.entries.push(read_entry(&app, &signed_in, &team, &one));
    }
    let mut child = None;
    if let (Some(referred), true) = (one.children().get(place), outcome != MessageOutcome::NotForUs) {
        let chosen = sent.get(&field("person"));
        let Some(chosen) = chosen else { return asks("person", "Say whether this is somebody we know") };
        let known = PersonId::new(chosen).ok().filter(|_| chosen != "new");
        let person = known.clone().unwrap_or_else(crate::fresh_id);
        if known.is_none() {
            identify(&app, &one, referred, &person, &mut draft)?;
        }
        let rating = sent.get(&field("rating")).and_then(Rating::from_code);
        draft.entries.push(contact(&one, referred, &person, rating));
        child = Some(person);
    }
    draft.entries.push(acted(&app, &team, &one, number, child, outcome, reason));
    finish(&app, &signed_in, &team, &one, draft).await
}

/// What was done about one child, as the message's own record has it.
fn acted(
    app: &App,
    team: &PersonId,
    one: &Correspondence,
    number: usize,
    child: Option<PersonId>,
    outcome: MessageOutcome,
    reason: Option<String>,
) -> EntryDraft {
    let (child_number, outcome) = (u32::try_from(number).ok(), Some(outcome));
    match &one.said {
        Said::Message(_) => {
            let message = Some(one.by);
            entry_of(app, team, &PartnerMessageActioned { message, child_number, child, outcome, reason })
        }
        Said::Notice(_) => {
            let notice = Some(one.by);
            entry_of(app, team, &PoliceNotificationActioned { notice, child_number, child, outcome, reason })
        }
    }
}

/// A record for a child nobody knows, in the home that the message gives, beside the brothers and sisters of whom
/// it tells who have been taken up already.
fn identify(
    app: &App,
    one: &Correspondence,
    referred: &ReferredChild,
    person: &PersonId,
    draft: &mut Draft,
) -> Result<(), Problem> {
    let today = app.today();
    let say = |about: &PersonId, kind: &str, body| {
        let mut entry = EntryDraft::new(about.clone(), kind, Occurred::day(today));
        entry.body = body;
        entry
    };
    let identified = PersonIdentified {
        category: Some(PersonCategory::Child),
        forename: referred.forename.clone(),
        surname: referred.surname.clone(),
        date_of_birth: referred.date_of_birth,
        sex: referred.sex,
        ..PersonIdentified::default()
    };
    draft.entries.push(say(person, <PersonIdentified as Typed>::INFO.kind, identified.body()));
    let others: Vec<&PersonId> = one.done.iter().flatten().filter_map(|done| done.child.as_ref()).collect();
    let mut home = None;
    for other in &others {
        let timeline = app.views.folder().timeline(other)?;
        home = home.or_else(|| timeline.stay_on(today).map(|stay| stay.household.clone()));
        let related = RelationshipRecorded {
            to: (*other).clone(),
            relation: Relation::Sibling,
            parental_responsibility: None,
            significant: None,
            note: None,
        };
        draft.entries.push(say(person, <RelationshipRecorded as Typed>::INFO.kind, related.body()));
    }
    let (address, postcode) = one.home();
    if home.is_some() || address.is_some() || postcode.is_some() {
        let joined = HouseholdJoined {
            household: home.unwrap_or_else(crate::fresh_id),
            address: address.map(str::to_owned),
            postcode: postcode.map(str::to_owned),
            protected: None,
            protected_from: None,
            note: None,
        };
        draft.entries.push(say(person, <HouseholdJoined as Typed>::INFO.kind, joined.body()));
    }
    Ok(())
}

/// The contact that a message makes for one child. It counts from when the message came, not from when somebody
/// took it up.
fn contact(
    one: &Correspondence,
    referred: &ReferredChild,
    person: &PersonId,
    rating: Option<Rating>,
) -> EntryDraft {
    let graded = one.graded.as_ref().and_then(|(_, _, rating)| *rating);
    let (referrer, name, reach, aware, method) = match &one.said {
        Said::Message(said) => (
            said.sender.clone(),
            said.sender_name.clone(),
            said.sender_reach.clone(),
            said.family_aware,
            ContactMethod::WebForm,
        ),
        Said::Notice(said) => {
            (None, said.officer.clone(), said.officer_reach.clone(), None, ContactMethod::PoliceNotice)
        }
    };
    let received = ContactReceived {
        source: one.agency().map(source),
        agency: one.agency(),
        referrer,
        referrer_name: name,
        referrer_reach: reach,
        method: Some(method),
        what_happened: Some(one.what_happened().to_owned()),
        worry: referred.worry.clone(),
        concern_of_harm: referred.concern_of_harm,
        rating: rating.or(graded),
        family_aware: aware,
        ..ContactReceived::default()
    };
    let mut entry = EntryDraft::new(person.clone(), <ContactReceived as Typed>::INFO.kind, one.received);
    entry.body = received.body();
    entry
}

/// The national code for a source, by the kind of agency. The screener makes it finer by a correction.
fn source(agency: Agency) -> ReferralSource {
    let code = match agency {
        Agency::School => "2A",
        Agency::Health => "3F",
        Agency::Police => "6",
        Agency::Housing => "4",
        Agency::Probation | Agency::Legal => "7",
        Agency::SocialCare => "5A",
        Agency::AdultServices => "5B",
        Agency::EarlyHelp => "5D",
        Agency::Family => "1A",
        Agency::DomesticAbuse | Agency::Voluntary | Agency::Advocacy => "8",
        Agency::Other => "10",
    };
    ReferralSource::from_code(code).unwrap_or_else(|| unreachable!("{code} is a source of referrals"))
}
