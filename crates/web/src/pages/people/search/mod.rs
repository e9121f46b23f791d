//! One box for everybody on record.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;

use std::collections::HashMap;

use axum::extract::{Query, State};
use calendar::display;
use chronology::PersonId;
use maud::Markup;
use record::Choices;
use record::events::PersonCategory;
use views::access::{Action, may};
use views::{Card, Hit, Searched};

use crate::App;
use crate::components::pages::Pages;
use crate::components::segments::Segment;
use crate::components::{Tag, Tone, Why};
use crate::problem::{Problem, urlencode};
use crate::session::SignedIn;

/// The most people on one page.
const PAGE_MAX: usize = 20;

/// Kinds of result: what is sent, what is read, the categories it shows (none: all).
const KINDS: [(&str, &str, &[PersonCategory]); 4] = [
    ("all", "All", &[]),
    ("children", "Children", &[PersonCategory::Child]),
    ("adults", "Adults", &[PersonCategory::Adult]),
    (
        "working",
        "Professionals and teams",
        &[PersonCategory::Professional, PersonCategory::Team, PersonCategory::Agency],
    ),
];

/// Shows the page. A team that is found by name leads to the team's own page.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Markup, Problem> {
    if !may(signed_in.who.role, Action::Search) {
        let role = app.practice.label("Role", signed_in.who.role.code()).to_lowercase();
        return Err(Problem::NotAllowed(format!("The whole county is not searched by a {role}.")));
    }
    let line: String = query.get("q").map(|line| line.trim().chars().take(200).collect()).unwrap_or_default();
    let kind = query.get("kind").map_or("all", String::as_str);
    let number = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
    let found =
        if line.is_empty() { Searched::default() } else { app.views.search(&signed_in.who, &line)? };
    Ok(view(&app.frame(Some(&signed_in)), &page(&app, &signed_in, &line, kind, number, &found)))
}

fn page(
    app: &App,
    signed_in: &SignedIn,
    line: &str,
    kind: &str,
    number: usize,
    found: &Searched,
) -> SearchPage {
    let of_kind = |hit: &&Hit, categories: &[PersonCategory]| {
        categories.is_empty() || categories.iter().any(|c| hit.card.category.as_deref() == Some(c.code()))
    };
    let categories = KINDS.iter().find(|(code, ..)| *code == kind).map_or(&[][..], |(_, _, c)| c);
    let hits: Vec<&Hit> = found.hits.iter().filter(|hit| of_kind(hit, categories)).collect();
    let pages = hits.len().div_ceil(PAGE_MAX).max(1);
    let here = number.clamp(1, pages);
    let first = (here - 1) * PAGE_MAX;
    let shown = &hits[first..hits.len().min(first + PAGE_MAX)];
    let asked = format!("/search?q={}", urlencode(line));
    let segment = |(code, words, categories): &(&str, &str, &[PersonCategory])| {
        let count = found.hits.iter().filter(|hit| of_kind(hit, categories)).count();
        let chosen = *code == kind || (*code == "all" && KINDS.iter().all(|(known, ..)| *known != kind));
        Segment::new(format!("{words} {count}"), format!("{asked}&kind={code}"), chosen)
    };
    let may_add = may(signed_in.who.role, Action::Record) && !line.is_empty();
    SearchPage {
        query: line.to_owned(),
        summary: summary(line, found),
        kinds: if found.hits.is_empty() { Vec::new() } else { KINDS.iter().map(segment).collect() },
        how: Some(how(found)),
        households: households(app, line, shown),
        people_count: hits.len(),
        pages: Pages {
            here,
            of: pages,
            href: format!("{asked}&kind={}&page=", urlencode(kind)),
            showing: format!("Showing {} to {} of {}", first + 1, first + shown.len(), hits.len()),
            of_what: "people".to_owned(),
        },
        restricted: found.restricted,
        ask: "your manager, or the front-door manager".to_owned(),
        new_href: if may_add { format!("/people/new?q={}", urlencode(line)) } else { String::new() },
        ..SearchPage::default()
    }
}

fn summary(line: &str, found: &Searched) -> String {
    let restricted = match found.restricted {
        0 => String::new(),
        1 => ", and 1 that is restricted".to_owned(),
        _ => ", and some that are restricted".to_owned(),
    };
    match found.hits.len() {
        0 => format!("No matches for “{line}”{restricted}."),
        1 => format!("1 match for “{line}”{restricted}."),
        many => format!("{many} matches for “{line}”{restricted}. Nearest first."),
    }
}

fn how(found: &Searched) -> Why {
    let mut why = Why::titled(
        "How names are matched",
        "Every name a person has had, in any order and with or without accents; what it sounds like; short forms \
         and nicknames; a date of birth with day and month swapped; a number or a postcode. Everybody is searched, \
         whether or not anybody works with them now.",
    );
    if !found.understood.is_empty() {
        why.because.push(format!("Your words were read as: {}.", found.understood.join(", ")).into());
    }
    why
}

/// People by household, each where its nearest person stands; those who share none come last.
fn households(app: &App, line: &str, shown: &[&Hit]) -> Vec<HouseholdFound> {
    let mut groups: Vec<(Option<&str>, Vec<&Hit>)> = Vec::new();
    for hit in shown {
        let home = hit.card.household.as_deref();
        match groups.iter_mut().find(|(known, _)| *known == home && home.is_some()) {
            Some((_, people)) => people.push(hit),
            None => groups.push((home, vec![hit])),
        }
    }
    let mut found: Vec<HouseholdFound> = Vec::new();
    let mut alone: Vec<PersonFound> = Vec::new();
    for (_, people) in groups {
        if people.len() == 1 {
            alone.extend(people.iter().map(|hit| person(app, line, hit)));
            continue;
        }
        let home = people.iter().find_map(|hit| hit.card.address.clone());
        found.push(HouseholdFound {
            home: home.unwrap_or_else(|| "One home, address not shown".to_owned()),
            // The home stands above them: it is not said again in each row.
            people: people
                .iter()
                .map(|hit| PersonFound { place: String::new(), ..person(app, line, hit) })
                .collect(),
        });
    }
    if !alone.is_empty() {
        let home = if found.is_empty() { String::new() } else { "Elsewhere".to_owned() };
        found.push(HouseholdFound { home, people: alone });
    }
    found
}

/// Whether every word typed begins one of their names as they are spelt: then there is nothing to explain.
fn as_typed(card: &Card, line: &str) -> bool {
    let names: Vec<String> = card
        .names
        .iter()
        .flat_map(|(forename, surname, _)| [forename, surname])
        .flat_map(|name| name.split_whitespace())
        .map(str::to_lowercase)
        .collect();
    line.to_lowercase().split_whitespace().all(|word| names.iter().any(|name| name.starts_with(word)))
}

fn person(app: &App, line: &str, hit: &Hit) -> PersonFound {
    let card = &hit.card;
    let team = card.category.as_deref() == Some(PersonCategory::Team.code());
    let name_of = |id: &Option<String>| {
        id.as_deref().and_then(|id| PersonId::new(id).ok()).map(|id| app.views.name(&id)).unwrap_or_default()
    };
    let mut reasons = hit.likeness.reasons.iter().map(|reason| reason.sentence.clone());
    let first = reasons.next().unwrap_or_else(|| "Name".to_owned());
    let plain = as_typed(card, line) && !hit.likeness.told_apart;
    PersonFound {
        name: listed_name(card),
        href: if team { format!("/teams/{}", card.id) } else { format!("/people/{}", card.id) },
        age: age(app, card),
        place: card.address.clone().unwrap_or_default(),
        with: String::new(),
        standing: match (&card.job, card.is_open() && card.is_child()) {
            (_, true) => Ok(Tag::new(Tone::Standing, card.stage.clone())),
            (Some(job), _) => Err(job.clone()),
            (None, _) if card.is_child() => Err("Not open".to_owned()),
            _ => Err(String::new()),
        },
        worker: name_of(&card.worker),
        team: name_of(&card.team),
        matched: if plain { Err(first) } else { Ok(Tag::new(Tone::Soon, first)) },
        matched_note: reasons.take(2).collect::<Vec<_>>().join(". "),
    }
}

/// “Nance, Morwenna” where the name has two parts.
fn listed_name(card: &Card) -> String {
    let legal =
        card.names.iter().rev().find(|(_, surname, used_as)| !surname.is_empty() && used_as == "legal");
    match legal {
        Some((forename, surname, _)) if !forename.is_empty() => format!("{surname}, {forename}"),
        _ => card.name.clone(),
    }
}

/// “9 years 4 months (12 Nov 2016)”, or the day they died.
pub(super) fn age(app: &App, card: &Card) -> String {
    if let Some(died) = card.died_on {
        return format!("died {}", display::full_date(died));
    }
    match (card.age(app.today(), app.leap_day()), card.birth) {
        (Some(age), Some(birth)) if !card.birth_expected => format!("{age} ({})", display::table_date(birth)),
        (Some(age), _) => age,
        _ if card.is_child() => "age not known".to_owned(),
        _ => String::new(),
    }
}
