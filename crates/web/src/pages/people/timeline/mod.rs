//! A child's chronology, now or as it was known.

mod chosen;
mod lines;
mod paper;
mod samples;
mod view;

pub(crate) use paper::{download, print};
pub use samples::samples;
pub use view::*;

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use calendar::display;

use self::chosen::{
    Chosen, GROUPS, Whose, address, by_name, group_of, moment_pair, role_words, significance_words,
};
use self::lines::{Gathered, Line, gather, happening};
use super::reading::{Moment, Reading, moment, read};
use crate::App;
use crate::components::as_at::MomentForm;
use crate::components::child_header::ChildPage;
use crate::components::chips::Chip;
use crate::components::fields::Choice;
use crate::components::pages::Pages;
use crate::components::prose::Prose;
use crate::components::segments::Segment;
use crate::components::timeline::Year;
use crate::problem::Problem;
use crate::session::SignedIn;

/// The most entries on one page.
const PAGE_MAX: usize = 60;

/// Shows the page; a day and a time that were typed become an address that can be sent to a colleague.
pub(crate) async fn show(
    State(app): State<App>,
    signed_in: SignedIn,
    Path(id): Path<String>,
    Query(mut pairs): Query<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let mut error = String::new();
    let mut typed = (String::new(), String::new());
    match moment(&by_name(&pairs)) {
        Ok(found) => {
            let was_typed = pairs.iter().any(|(name, value)| name == "date" && !value.trim().is_empty());
            pairs.retain(|(name, _)| !["date", "time"].contains(&name.as_str()));
            if let Some(pair) = moment_pair(found).filter(|_| was_typed) {
                pairs.retain(|(name, value)| {
                    !["as-at", "known-at", "page"].contains(&name.as_str()) && !value.is_empty()
                });
                pairs.push(pair);
                return Ok(Redirect::to(&address(&format!("/people/{id}/timeline"), &pairs)).into_response());
            }
        }
        Err(Problem::Refused(words)) => {
            let given = by_name(&pairs);
            let one = |name: &str| given.get(name).cloned().unwrap_or_default();
            typed = (one("date"), one("time"));
            error = words;
            pairs.retain(|(name, _)| !["date", "time", "as-at", "known-at"].contains(&name.as_str()));
        }
        Err(problem) => return Err(problem),
    }
    let reading = read(app, signed_in, &id, &by_name(&pairs)).await?;
    let chosen = Chosen::of(&pairs);
    let gathered = gather(&reading, chosen.whose).await?;
    let mut page = page(&reading, &chosen, &gathered);
    if !error.is_empty() {
        page.moment = MomentForm { date: typed.0, time: typed.1, error, ..page.moment };
    }
    Ok(view(&reading.frame(), &page).into_response())
}

/// The address of this timeline with other pairs, at the moment on screen.
fn href(reading: &Reading, end: &str, mut pairs: Vec<(String, String)>) -> String {
    pairs.extend(moment_pair(reading.moment));
    address(&format!("{}/timeline{end}", reading.href()), &pairs)
}

fn page(reading: &Reading, chosen: &Chosen, gathered: &Gathered) -> TimelinePage {
    let mut wanted: Vec<&Line> = gathered.lines.iter().filter(|line| chosen.wants(line)).collect();
    if !chosen.oldest_first {
        wanted.reverse();
    }
    let here = |pairs| href(reading, "", pairs);
    let all = chosen.pairs_without("", None);
    let pages = wanted.len().div_ceil(PAGE_MAX).max(1);
    let number = chosen.page.min(pages);
    let first = (number - 1) * PAGE_MAX;
    let shown = &wanted[first..wanted.len().min(first + PAGE_MAX)];
    let mut other_order = chosen.clone();
    other_order.oldest_first = !chosen.oldest_first;
    let words = if chosen.oldest_first { "Newest first" } else { "Oldest first" };
    let paged = here(all.clone());
    let join = if paged.contains('?') { '&' } else { '?' };
    TimelinePage {
        child: reading.header(ChildPage::Timeline),
        initials: reading.initials(),
        as_at: reading.banner(ChildPage::Timeline),
        moment_words: moment_words(reading),
        printed: paper::printed(reading),
        summary: summary(reading, chosen, wanted.len(), gathered),
        whose: whose(reading, chosen),
        filters: chips(reading, chosen),
        clear_href: here(chosen.pairs_without("", None).into_iter().filter(|(n, _)| n == "whose").collect()),
        years: years(reading, shown),
        pages: Pages {
            here: number,
            of: pages,
            href: format!("{paged}{join}page="),
            showing: format!("Showing {} to {} of {}", first + 1, first + shown.len(), wanted.len()),
            of_what: "entries".to_owned(),
        },
        other_order: (here(other_order.pairs_without("", None)), words.to_owned()),
        unknown_then: unknown_then(reading, gathered),
        moment: moment_of(reading, all.clone()),
        keep: kept(reading, chosen),
        words: chosen.text.clone(),
        span: chosen.span(),
        groups: groups(chosen, gathered),
        action: format!("{}/timeline", reading.href()),
        take: vec![
            Prose::new().link(href(reading, "/print", all.clone()), "A chronology to print"),
            Prose::new().link(href(reading, ".csv", all), "The same as a spreadsheet (CSV)"),
        ],
    }
}

fn moment_words(reading: &Reading) -> String {
    let day = display::full_date(reading.today);
    match reading.moment {
        None => String::new(),
        Some(Moment::AsAt(_)) => format!("as at {day}"),
        Some(Moment::KnownAt(_)) => format!("as known on {day}"),
    }
}

fn summary(reading: &Reading, chosen: &Chosen, wanted: usize, gathered: &Gathered) -> String {
    let order = if chosen.oldest_first { "oldest first" } else { "newest first" };
    let count = match (wanted, gathered.lines.len()) {
        (some, all) if some == all => format!("{all} entries, {order}."),
        (some, all) => format!("{some} entries of {all}, {order}."),
    };
    let name = reading.short_name();
    let hidden = match gathered.restricted {
        0 => String::new(),
        1 => " One person’s entries are not shown: the record is restricted.".to_owned(),
        many => format!(" The entries of {many} people are not shown: their records are restricted."),
    };
    format!("{count} Filled marks are key events. Ages are {name}’s age then.{hidden}")
}

fn whose(reading: &Reading, chosen: &Chosen) -> Vec<Segment> {
    let segment = |(whose, _, words): &(Whose, &str, &str)| {
        let asked = Chosen { whose: *whose, ..chosen.clone() };
        let words = if words.is_empty() { reading.short_name() } else { (*words).to_owned() };
        Segment::new(words, href(reading, "", asked.pairs_without("", None)), *whose == chosen.whose)
    };
    Whose::ALL.iter().map(segment).collect()
}

fn chips(reading: &Reading, chosen: &Chosen) -> Vec<Chip> {
    let used = chosen.in_use().into_iter();
    used.map(|(name, value, words)| {
        Chip::new(words, href(reading, "", chosen.pairs_without(name, Some(&value))))
    })
    .collect()
}

fn years(reading: &Reading, shown: &[&Line]) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for line in shown {
        let year = line.entry.day().year().to_string();
        if years.last().is_none_or(|last| last.year != year) {
            years.push(Year { year, happenings: Vec::new() });
        }
        if let Some(last) = years.last_mut() {
            last.happenings.push(happening(reading, line));
        }
    }
    years
}

fn unknown_then(reading: &Reading, gathered: &Gathered) -> Vec<Prose> {
    let Some(Moment::KnownAt(at)) = reading.moment else { return Vec::new() };
    let count = gathered.lines.iter().filter(|line| line.unknown_then).count();
    let moment = display::date_and_time(at);
    match count {
        0 => vec![format!("Everything about that time that we know now was known on {moment}.").into()],
        1 => vec![
            format!("On {moment}, one thing had happened that had not reached us. It is dashed in the list.").into(),
        ],
        many => vec![
            format!("On {moment}, {many} things had happened that had not reached us. They are dashed in the list.")
                .into(),
        ],
    }
}

fn moment_of(reading: &Reading, keep: Vec<(String, String)>) -> MomentForm {
    let (date, time) = match reading.moment {
        None => (String::new(), String::new()),
        Some(Moment::AsAt(day)) => (display::full_date(day), String::new()),
        Some(Moment::KnownAt(at)) => {
            let wall = calendar::london::wall_clock(at);
            (display::full_date(wall.date()), wall.time().strftime("%H:%M").to_string())
        }
    };
    MomentForm { action: format!("{}/timeline", reading.href()), date, time, keep, error: String::new() }
}

/// What the filters' form must not lose.
fn kept(reading: &Reading, chosen: &Chosen) -> Vec<(String, String)> {
    let mut kept = chosen.pairs_without("", None);
    kept.retain(|(name, _)| ["whose", "order"].contains(&name.as_str()));
    kept.extend(moment_pair(reading.moment));
    kept
}

fn groups(chosen: &Chosen, gathered: &Gathered) -> Vec<FilterGroup> {
    let count = |code: &dyn Fn(&Line) -> String| {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        gathered.lines.iter().for_each(|line| *counts.entry(code(line)).or_default() += 1);
        counts
    };
    let group =
        |name: &str, heading: &str, found: Vec<(String, String, usize)>, chosen: &[String]| FilterGroup {
            name: name.to_owned(),
            heading: heading.to_owned(),
            choices: found
                .into_iter()
                .map(|(code, words, count)| {
                    let is_chosen = chosen.contains(&code);
                    Choice::new(code, format!("{words} ({count})")).chosen(is_chosen)
                })
                .collect(),
        };
    let marked = count(&|line| line.significance_code().to_owned());
    let kinds = count(&|line| group_of(line.entry.event.kind()).to_owned());
    let sources = count(&|line| line.entry.recorded.role.clone());
    let order = ["key", "harm", "protective", "background", "unmarked"];
    let marked = order
        .iter()
        .filter_map(|code| Some(((*code).to_owned(), significance_words(code), *marked.get(*code)?)));
    let kinds = GROUPS
        .iter()
        .filter_map(|(code, words, _)| Some(((*code).to_owned(), (*words).to_owned(), *kinds.get(*code)?)));
    let sources = sources.into_iter().map(|(code, count)| (code.clone(), role_words(&code), count));
    vec![
        group("significance", "How much it matters", marked.collect(), &chosen.significance),
        group("kind", "Kind", kinds.collect(), &chosen.kinds),
        group("source", "Recorded by", sources.collect(), &chosen.sources),
    ]
}
