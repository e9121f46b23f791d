//! The directory of services.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use calendar::{display, periods};
use chronology::{Draft, EntryDraft, PersonId};
use jiff::civil::Date;
use record::Choices;
use record::events::ServiceOfferListed;
use serde_json::{Value, json};
use views::access::{Action, action_for, may};
use views::{Matter, MatterLine};

use crate::App;
use crate::components::button::Button;
use crate::components::errors::Mistake;
use crate::components::prose::Prose;
use crate::forms::Sent;
use crate::fresh_id;
use crate::problem::Problem;
use crate::recording::{NotRecorded, record};
use crate::session::{SignedIn, check_form_token};

/// Shorter words say nothing about a need.
const WORD_LETTERS_LEAST: usize = 4;
/// Signposts are counted for so many months back.
const SIGNPOST_MONTHS: i32 = 12;
/// Words that stand in every need.
const COMMON: [&str; 8] = ["have", "that", "with", "somebody", "what", "know", "being", "from"];

/// Shows the page.
pub(crate) async fn show(State(app): State<App>, signed_in: SignedIn) -> Result<Response, Problem> {
    if !may(signed_in.who.role, Action::SeeTeam) {
        return Err(Problem::NotAllowed(
            "The directory is seen by those who work with children and families.".to_owned(),
        ));
    }
    let page = page(&app, &signed_in)?;
    Ok(view(&app.frame(Some(&signed_in)), &page).into_response())
}

/// Lists a service.
pub(crate) async fn list(
    State(app): State<App>,
    signed_in: SignedIn,
    sent: Sent,
) -> Result<Response, Problem> {
    check_form_token(&signed_in, sent.get("csrf"))?;
    let mut mistakes = Vec::new();
    if sent.get("name").is_none_or(|name| name.trim().is_empty()) {
        mistakes.push(Mistake::new("name", "Say what the service is called"));
    }
    let capacity = sent.get("capacity").map(str::trim).filter(|text| !text.is_empty()).map(str::parse::<u32>);
    if capacity.as_ref().is_some_and(Result::is_err) {
        mistakes.push(Mistake::new("capacity", "Give the number of families in figures: 16"));
    }
    if mistakes.is_empty() {
        match create(&app, &signed_in, &sent, capacity.and_then(Result::ok)).await {
            Ok(()) => return Ok(Redirect::to("/services").into_response()),
            Err(NotRecorded::Problem(problem)) => return Err(problem),
            Err(NotRecorded::Malformed(message)) => mistakes.push(Mistake::new("name", message)),
            Err(NotRecorded::Missing(missing)) => {
                mistakes.extend(missing.into_iter().map(|one| Mistake::new("name", one.message)));
            }
            Err(NotRecorded::Stale(_)) => {
                mistakes.push(Mistake::new("name", "Something changed meanwhile: send it again"))
            }
        }
    }
    let typed =
        QUESTIONS.map(|(field, _, _)| (field, sent.get(field).unwrap_or_default().to_owned())).to_vec();
    let page = ServicesPage { mistakes, typed, ..page(&app, &signed_in)? };
    let page = view(&app.frame(Some(&signed_in)), &page);
    Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, [("x-onen-own", "1")], page).into_response())
}

async fn create(
    app: &App,
    signed_in: &SignedIn,
    sent: &Sent,
    capacity: Option<u32>,
) -> Result<(), NotRecorded> {
    let service = fresh_id();
    let mut draft = Draft::by(signed_in.who.person.clone(), signed_in.who.role.code());
    let mut add = |kind: &str, body: Value| {
        let mut entry = EntryDraft::new(service.clone(), kind, crate::forms::moment(app.now()));
        entry.body = body.as_object().cloned().unwrap_or_default();
        entry.body.retain(|_, value| !value.is_null());
        draft.entries.push(entry);
    };
    add("person.identified", json!({ "category": "agency", "full_name": sent.get("name") }));
    let text = |field: &str| sent.get(field).map(str::trim).filter(|text| !text.is_empty());
    add(
        "service_offer.listed",
        json!({
            "name": text("name"), "for_needs": text("for_needs"), "eligibility": text("eligibility"),
            "area": text("area"), "capacity": capacity, "contact": text("contact"),
        }),
    );
    record(app, &signed_in.who, draft).await?;
    Ok(())
}

fn page(app: &App, signed_in: &SignedIn) -> Result<ServicesPage, Problem> {
    let today = app.today();
    let all = app.views.matters_begun(Matter::Offer, Date::MIN, today)?;
    let used = app.views.matters_open(Matter::Service, today)?;
    let since = periods::add_months(today, -SIGNPOST_MONTHS);
    let signposts = app.views.matters_begun(Matter::Signpost, since, today)?;
    let may_list = may(signed_in.who.role, action_for("service_offer.listed"));
    let (mut offered, mut withdrawn, mut met) = (Vec::new(), Vec::new(), BTreeSet::new());
    for one in &all {
        let Ok(id) = PersonId::new(&one.person) else { continue };
        let timeline = app.views.folder().timeline(&id)?;
        let Some((_, said)) = timeline.of::<ServiceOfferListed>().last() else { continue };
        let gone = one.until.is_some_and(|until| until <= today);
        let line = service(app, one, said, &used, &signposts, may_list && !gone);
        if gone {
            withdrawn.push(line);
        } else {
            met.extend(words(said.for_needs.as_deref().unwrap_or_default()));
            offered.push(line);
        }
    }
    offered.sort_by(|one, other| one.name.cmp(&other.name));
    let gaps = gaps(app, &met, today)?;
    let summary = format!(
        "{} offered; {} that none of them meets.",
        display::capital(&display::how_many(offered.len(), "service is", "services are")),
        display::how_many(gaps.len(), "need", "needs")
    );
    Ok(ServicesPage { summary, offered, withdrawn, gaps, may_list, ..ServicesPage::default() })
}

fn service(
    app: &App,
    one: &MatterLine,
    said: &ServiceOfferListed,
    used: &[MatterLine],
    signposts: &[MatterLine],
    acts: bool,
) -> ServiceLine {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let same = |line: &&MatterLine| line.words.trim().eq_ignore_ascii_case(one.words.trim());
    let families = used.iter().filter(same).count();
    let waiting = used.iter().filter(same).filter(|line| line.state.as_deref() == Some("waiting")).count();
    let mut room = said.capacity.map_or_else(|| families.to_string(), |most| format!("{families} of {most}"));
    if waiting > 0 {
        room.push_str(&format!("; {waiting} waiting"));
    }
    let pointed = signposts.iter().filter(same).count();
    let followed = signposts.iter().filter(same).filter(|line| line.state.as_deref() == Some("yes")).count();
    let dates = match (one.until, &one.state) {
        (Some(until), Some(successor)) => {
            let to = PersonId::new(successor).map(|id| app.views.name(&id)).unwrap_or_default();
            format!("Closed {}; its families go to {to}", display::table_date(until))
        }
        (Some(until), None) => format!("Until {}", display::table_date(until)),
        (None, _) => format!("Listed {}", display::table_date(one.since)),
    };
    let act = |words: &str, form: &str| {
        Button::secondary(words, format!("/forms/{form}?about={}", one.person)).about(one.words.clone())
    };
    ServiceLine {
        name: one.words.clone(),
        href: format!("/people/{}/timeline", one.person),
        meets: Prose::new().text(text(&said.for_needs)),
        eligibility: text(&said.eligibility),
        place: text(&said.area),
        contact: text(&said.contact),
        room,
        uptake: if pointed == 0 { String::new() } else { format!("{followed} of {pointed} followed") },
        dates: Prose::new().text(dates),
        acts: if acts {
            vec![act("List anew", "service_entry"), act("Withdraw", "service_withdrawn")]
        } else {
            Vec::new()
        },
    }
}

/// The words by which a need and a service are matched.
fn words(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    parts
        .filter(|word| word.chars().count() >= WORD_LETTERS_LEAST && !COMMON.contains(&word.as_str()))
        .collect()
}

/// A need in words that hold of a girl and of a boy alike, so that one need is listed once.
fn of_anybody(need: &str) -> String {
    let word = |word: &str| match word {
        "his" | "her" | "hers" => "their".to_owned(),
        "he" | "she" => "they".to_owned(),
        "him" => "them".to_owned(),
        "himself" | "herself" => "themselves".to_owned(),
        other => other.to_owned(),
    };
    need.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Open needs that no listed service names, the most children first.
fn gaps(app: &App, met: &BTreeSet<String>, today: Date) -> Result<Vec<Gap>, Problem> {
    let mut unmet: BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for need in app.views.matters_open(Matter::Need, today)? {
        if words(&need.words).iter().any(|word| met.contains(word)) {
            continue;
        }
        let team =
            need.team.as_deref().and_then(|team| PersonId::new(team).ok()).map(|team| app.views.name(&team));
        let (children, teams) = unmet.entry(of_anybody(&need.words)).or_default();
        children.insert(need.person);
        teams.insert(team.unwrap_or_else(|| "No team".to_owned()));
    }
    let gap = |(need, (children, teams)): (String, (BTreeSet<String>, BTreeSet<String>))| {
        let teams: Vec<String> = teams.into_iter().collect();
        Gap { need, children: children.len(), teams: teams.join(", ") }
    };
    let mut gaps: Vec<Gap> = unmet.into_iter().map(gap).collect();
    gaps.sort_by_key(|gap| (std::cmp::Reverse(gap.children), gap.need.clone()));
    Ok(gaps)
}
