//! Adding somebody, once nobody on record is the same person.

mod view;

pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chronology::{Draft, EntryDraft, PersonId};
use jiff::civil::Date;
use maud::Markup;
use record::Choices;
use record::events::Sex;
use serde_json::{Value, json};
use views::Hit;
use views::access::{Action, may};
use views::matching::{self, Wanted};

use crate::App;
use crate::components::errors::Mistake;
use crate::components::fields::{Choice, DateAnswer};
use crate::components::options::Choosable;
use crate::components::prose::Prose;
use crate::forms::Sent;
use crate::fresh_id;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// The most people who are offered as the one.
const LIKELY_MAX: usize = 12;
const CATEGORIES: [(&str, &str); 2] = [("child", "A child"), ("adult", "An adult")];
const BIRTHS: [(&str, &str); 3] =
    [("known", "Their date of birth"), ("estimated", "A guess"), ("expected", "When a baby is expected")];
const SEXES: [(&str, &str); 3] = [("female", "Female"), ("male", "Male"), ("not_known", "Not known")];

/// A home that somebody new may join.
struct Home {
    household: PersonId,
    words: String,
    address: Option<String>,
    postcode: Option<String>,
}

/// Shows the page, with what was searched for as a name.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    allowed(&signed_in)?;
    let given = |name: &str| query.get(name).map(|text| text.trim()).unwrap_or_default();
    let mut sent = Sent::of_pairs(vec![
        ("q".to_owned(), given("q").to_owned()),
        ("with".to_owned(), given("with").to_owned()),
    ]);
    let names: Vec<&str> = given("q")
        .split_whitespace()
        .filter(|word| word.chars().all(|letter| letter.is_alphabetic() || "'’-".contains(letter)))
        .collect();
    if let Some((surname, forenames)) = names.split_last() {
        sent.set("surname", *surname);
        sent.set("forename", forenames.join(" "));
    }
    let home = home(&app, &signed_in, &sent).await?;
    Ok(view(&app.frame(Some(&signed_in)), &page(&sent, home.as_ref())))
}

/// Looks for them; records them when nobody on record is the one.
pub(crate) async fn post(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    allowed(&signed_in)?;
    let home = home(&app, &signed_in, &sent).await?;
    let mut page = page(&sent, home.as_ref());
    page.mistakes = mistakes(&app, &sent);
    let wanted = wanted(&sent);
    let (hidden, hits): (Vec<Hit>, Vec<Hit>) = app
        .views
        .likely(&wanted)?
        .into_iter()
        .filter(|hit| hit.likeness.score >= matching::SHOWN_FROM || hit.likeness.told_apart)
        .partition(|hit| hit.card.restricted || hit.card.sealed);
    let looked = looked(&hits, hidden.len());
    let chosen = sent.get("person").filter(|_| sent.get("looked").unwrap_or_default() == looked);
    if let Some(known) = chosen.and_then(|id| hits.iter().find(|hit| hit.card.id == id)) {
        return Ok(Redirect::to(&format!("/people/{}", known.card.id)).into_response());
    }
    let nobody = hits.is_empty() && hidden.is_empty();
    if page.mistakes.is_empty() && (nobody || chosen == Some("new")) {
        match create(&app, &signed_in, &sent, home.as_ref()).await {
            Ok(person) => return Ok(Redirect::to(&format!("/people/{person}")).into_response()),
            Err(NotRecorded::Problem(problem)) => return Err(problem),
            Err(NotRecorded::Missing(gaps)) => {
                page.mistakes.extend(gaps.iter().map(|gap| Mistake::new("forename", gap.message.clone())));
            }
            Err(NotRecorded::Malformed(words)) => page.mistakes.push(Mistake::new("forename", words)),
            Err(NotRecorded::Stale(_)) => return Err(Problem::Stale),
        }
    } else if page.mistakes.is_empty() && sent.get("looked").is_some_and(|shown| shown == looked) {
        page.mistakes.push(Mistake::new("person", "Say whether this is somebody we know"));
    }
    if !nobody {
        page.likely = likely(&app, &hits);
        page.looked = looked;
        page.restricted = hidden.len();
    }
    let status = if page.mistakes.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let markup = view(&app.frame(Some(&signed_in)), &page);
    Ok((status, [("x-onen-own", "1")], markup).into_response())
}

fn allowed(signed_in: &SignedIn) -> Result<(), Problem> {
    let role = signed_in.who.role;
    if may(role, Action::Record) && may(role, Action::Search) {
        return Ok(());
    }
    Err(Problem::NotAllowed(format!("Nobody is added to the record by a {}.", role.label().to_lowercase())))
}

/// The home of the person somebody new may live with.
async fn home(app: &App, signed_in: &SignedIn, sent: &Sent) -> Result<Option<Home>, Problem> {
    let Some(with) = sent.get("with") else { return Ok(None) };
    let person = PersonId::new(with).map_err(|_| Problem::NotFound)?;
    let pass = app.pass(&signed_in.who, &person).await?;
    let around = app.around(&pass)?;
    let name = around.timeline.identity.short_name();
    Ok(around.timeline.stay_on(app.today()).map(|stay| Home {
        household: stay.household.clone(),
        words: match (&stay.address, stay.protected) {
            (Some(address), false) => format!("With {name}, at {address}"),
            _ => format!("With {name}"),
        },
        address: stay.address.clone().filter(|_| !stay.protected),
        postcode: stay.postcode.clone().filter(|_| !stay.protected),
    }))
}

fn page(sent: &Sent, home: Option<&Home>) -> NewPersonPage {
    let given = |name: &str| sent.get(name).unwrap_or_default().to_owned();
    let choices = |name: &str, all: &[(&str, &str)]| {
        all.iter()
            .map(|(value, words)| Choice::new(*value, *words).chosen(sent.get(name) == Some(*value)))
            .collect()
    };
    let mut homes = Vec::new();
    if let Some(home) = home {
        homes.push(Choice::new("with", home.words.clone()).chosen(sent.get("home") == Some("with")));
        homes.push(Choice::new("other", "Somewhere else").chosen(sent.get("home") == Some("other")));
    }
    NewPersonPage {
        query: given("q"),
        with: given("with"),
        forename: given("forename"),
        surname: given("surname"),
        also_known_as: given("also_known_as"),
        categories: choices("category", &CATEGORIES),
        born: DateAnswer {
            day: given("born.day"),
            month: given("born.month"),
            year: given("born.year"),
            ..DateAnswer::default()
        },
        birth: choices("birth", &BIRTHS),
        sexes: choices("sex", &SEXES),
        nhs_number: given("nhs_number"),
        homes,
        address: given("address"),
        postcode: given("postcode"),
        ..NewPersonPage::default()
    }
}

fn nhs_number(sent: &Sent) -> Option<String> {
    let number: String =
        sent.get("nhs_number")?.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    Some(number)
}

fn mistakes(app: &App, sent: &Sent) -> Vec<Mistake> {
    let mut mistakes = Vec::new();
    if !CATEGORIES.iter().any(|(code, _)| sent.get("category") == Some(*code)) {
        mistakes.push(Mistake::new("category", "Say whether this is a child or an adult"));
    }
    let unborn = sent.get("birth") == Some("expected");
    if sent.get("forename").is_none() && sent.get("surname").is_none() {
        mistakes.push(Mistake::new("forename", "Give a name, or what they are called for now"));
    }
    let typed = sent.mentions("born")
        && ["born.day", "born.month", "born.year"].iter().any(|part| sent.get(part).is_some());
    match sent.typed_day("born") {
        None if typed => mistakes.push(Mistake::new("born", "Give the day as day, month and year")),
        None if unborn => mistakes.push(Mistake::new("born", "Give the day the baby is expected")),
        Some(day) if day > app.today() && !unborn => {
            mistakes.push(Mistake::new("born", "That day is still to come: say that the baby is expected"));
        }
        Some(day) if unborn && day < app.today().saturating_sub(jiff::Span::new().days(60)) => {
            mistakes.push(Mistake::new("born", "That day is past: give their date of birth"));
        }
        _ => {}
    }
    let digits = nhs_number(sent);
    if digits.is_some_and(|n| n.len() != 10 || !n.bytes().all(|b| b.is_ascii_digit())) {
        mistakes.push(Mistake::new("nhs_number", "An NHS number has ten digits"));
    }
    mistakes
}

fn wanted(sent: &Sent) -> Wanted {
    let given = |name: &str| sent.get(name).map(str::to_owned);
    let unborn = sent.get("birth") == Some("expected");
    Wanted {
        forename: given("forename"),
        surname: given("surname"),
        date_of_birth: sent.typed_day("born").filter(|_| !unborn),
        sex: match sent.get("sex").and_then(Sex::from_code) {
            Some(Sex::Female) => Some(matching::Sex::Female),
            Some(Sex::Male) => Some(matching::Sex::Male),
            _ => None,
        },
        postcode: given("postcode"),
        nhs_number: nhs_number(sent),
        upn: None,
    }
}

/// What was shown, so that an answer is to the people who are shown now and no others.
fn looked(hits: &[Hit], hidden: usize) -> String {
    let ids: Vec<&str> = hits.iter().take(LIKELY_MAX).map(|hit| hit.card.id.as_str()).collect();
    format!("{} {hidden}", ids.join(" "))
}

/// Nobody is chosen beforehand, and “none of these” comes last.
fn likely(app: &App, hits: &[Hit]) -> Vec<Choosable> {
    let choosable = |hit: &Hit| {
        let card = &hit.card;
        let reasons: Vec<&str> = hit.likeness.reasons.iter().map(|reason| reason.sentence.as_str()).collect();
        let age = super::search::age(app, card);
        let place = card.address.clone().unwrap_or_else(|| "Address not recorded".to_owned());
        Choosable {
            value: card.id.clone(),
            words: if age.is_empty() { card.name.clone() } else { format!("{}, {age}", card.name) },
            beneath: format!("{place}. {}.", card.stage).into(),
            follows: reasons.join(". ").into(),
            chosen: false,
        }
    };
    let mut people: Vec<Choosable> = hits.iter().take(LIKELY_MAX).map(choosable).collect();
    people.push(Choosable {
        value: "new".to_owned(),
        words: match hits.len() {
            0 => "Make a new record all the same".to_owned(),
            1 => "Not this person: make a new record".to_owned(),
            2 => "Neither of these: make a new record".to_owned(),
            _ => "None of these: make a new record".to_owned(),
        },
        beneath: "Two records of one person can be joined later, and parted again.".into(),
        follows: Prose::new(),
        chosen: false,
    });
    people
}

async fn create(
    app: &App,
    signed_in: &SignedIn,
    sent: &Sent,
    home: Option<&Home>,
) -> Result<PersonId, NotRecorded> {
    let person = fresh_id();
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    let mut add = |kind: &str, body: Value| {
        let mut entry = EntryDraft::new(person.clone(), kind, crate::forms::moment(app.now()));
        entry.body = body.as_object().cloned().unwrap_or_default();
        entry.body.retain(|_, value| !value.is_null());
        draft.entries.push(entry);
    };
    let born: Option<Date> = sent.typed_day("born");
    let birth = sent.get("birth").unwrap_or("known");
    add(
        "person.identified",
        json!({
            "category": sent.get("category"),
            "forename": sent.get("forename"),
            "surname": sent.get("surname"),
            "date_of_birth": born.filter(|_| birth != "expected").map(|day| day.to_string()),
            "date_of_birth_estimated": (born.is_some() && birth == "estimated").then_some(true),
            "expected_date_of_birth": born.filter(|_| birth == "expected").map(|day| day.to_string()),
            "sex": sent.get("sex"),
            "answers": sent.get("q").map(|line| json!({ "searched_for": line })),
        }),
    );
    if let Some(alias) = sent.get("also_known_as") {
        add("name.recorded", json!({ "full_name": alias, "used_as": "alias" }));
    }
    if let Some(number) = nhs_number(sent) {
        add("identifier.recorded", json!({ "scheme": "nhs_number", "value": number }));
    }
    let joins = home.filter(|_| sent.get("home") == Some("with"));
    if let Some(home) = joins {
        let body = json!({ "household": home.household.as_str(), "address": home.address, "postcode": home.postcode });
        add("household.joined", body);
    } else if sent.get("address").is_some() || sent.get("postcode").is_some() {
        let body = json!({
            "household": fresh_id().as_str(),
            "address": sent.get("address"),
            "postcode": sent.get("postcode"),
        });
        add("household.joined", body);
    }
    record(app, &signed_in.who, draft).await?;
    Ok(person)
}
