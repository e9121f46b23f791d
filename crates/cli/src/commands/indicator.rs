//! `onen indicator`: a figure, with its base and its cases.

use std::collections::BTreeMap;
use std::path::Path;

use chronology::PersonId;
use clap::Args;
use jiff::Timestamp;
use jiff::civil::Date;
use rules::indicators::{Dated, Indicator, When, indicator};
use serde_json::{Value, json};
use views::{Card, CaseRow, Figure, Stretch, Views};

use crate::authority::{Authority, today};
use crate::failure::{Answer, Failure};
use crate::output::say;

/// Which figure.
#[derive(Args)]
pub(crate) struct Asked {
    /// The indicator's id
    id: String,
    /// The position at the end of this day
    #[arg(long, value_name = "DATE")]
    as_at: Option<Date>,
    /// The first day of the period
    #[arg(long, value_name = "DATE", requires = "to")]
    from: Option<Date>,
    /// Its last day
    #[arg(long, value_name = "DATE", requires = "from")]
    to: Option<Date>,
    /// As known at this moment
    #[arg(long, value_name = "INSTANT")]
    known_at: Option<String>,
    /// Broken down by team, worker, author, agency, age, sex, ethnicity, stage or group
    #[arg(long)]
    by: Option<String>,
    /// With the cases, each with whether it meets the figure and why
    #[arg(long)]
    list: bool,
}

/// The ways in which a figure may be broken down.
const WAYS: [&str; 9] = ["team", "worker", "author", "agency", "age", "sex", "ethnicity", "stage", "group"];

pub(crate) fn run(data: &Path, asked: &Asked, json: bool) -> Result<Answer, Failure> {
    let known: Vec<&str> = rules::indicators::INDICATORS.iter().map(|indicator| indicator.id).collect();
    let wanted = indicator(&asked.id).ok_or_else(|| {
        Failure(format!("“{}” is not an indicator: choose from {}", asked.id, known.join(", ")))
    })?;
    let stretch = stretch(wanted, asked)?;
    if let Some(by) = asked.by.as_deref().filter(|by| !WAYS.contains(by)) {
        let ways = WAYS.join(", ");
        return Err(Failure(format!("“{by}” is not a way to break a figure down: choose from {ways}")));
    }
    let authority = Authority::open_for_reading(data)?;
    let views = authority.views(data)?;
    let cases = match crate::instant(asked.known_at.clone())? {
        None => views.cases(wanted, stretch)?,
        Some(moment) => as_known(&views, wanted, stretch, moment)?,
    };
    let figure = Figure::of(wanted.measure, &cases);
    let mut answer = json!({
        "indicator": wanted.id, "title": wanted.title, "value": figure.value, "numerator": figure.numerator, "denominator": figure.denominator,
    });
    if !figure.groups.is_empty() {
        answer["groups"] =
            figure.groups.iter().map(|(group, count)| (group.clone(), Value::from(*count))).collect();
    }
    if let Some(by) = &asked.by {
        answer["by"] = breakdown(&views, wanted, &cases, by);
    }
    if asked.list {
        answer["cases"] = cases.iter().map(case).collect();
    }
    if json {
        say!("{answer}");
    } else {
        say!(
            "{}: {}",
            wanted.title,
            figure.value.map_or_else(|| "nothing to count".to_owned(), |value| format!("{value:.1}"))
        );
        say!("{} of {}", figure.numerator, figure.denominator);
        for case in cases.iter().filter(|_| asked.list) {
            say!(
                "{}  {}  {}  {}",
                if case.met { "in " } else { "out" },
                case.from,
                case.card.id,
                case.because
            );
        }
    }
    Ok(Answer::Done)
}

fn stretch(indicator: &Indicator, asked: &Asked) -> Result<Stretch, Failure> {
    match (indicator.when, asked.from, asked.to, asked.as_at) {
        (When::AsAt, None, None, day) => Ok(Stretch::At(day.unwrap_or_else(today))),
        (When::AsAt, ..) => Err(Failure(format!("{} is of a day: ask with --as-at DATE", indicator.id))),
        (When::Period, Some(from), Some(to), None) if from <= to => Ok(Stretch::Between(from, to)),
        (When::Period, Some(from), Some(to), None) => {
            Err(Failure(format!("The period ends on {to}, before it begins on {from}")))
        }
        (When::Period, _, _, Some(_)) => {
            Err(Failure(format!("{} is of a period: ask with --from DATE --to DATE", indicator.id)))
        }
        (When::Period, ..) => {
            let last = today();
            Ok(Stretch::Between(calendar::ReportingYear::containing(last).start(), last))
        }
    }
}

fn case(case: &CaseRow) -> Value {
    json!({ "person": case.card.id, "on": case.from, "to": case.to, "met": case.met, "value": case.value, "group": case.group,
        "because": case.because, "entries": case.entries })
}

/// The cases as they were known at a moment: everybody is folded anew with only what was recorded by then.
fn as_known(
    views: &Views,
    indicator: &Indicator,
    stretch: Stretch,
    moment: Timestamp,
) -> Result<Vec<CaseRow>, Failure> {
    let (first, last) = match stretch {
        Stretch::Between(first, last) => (first, last),
        Stretch::At(day) => (day, day),
    };
    let mut cases = Vec::new();
    for person in shown_at(views, moment)? {
        let around = views.around_unlogged(&person, None, Some(moment))?;
        for case in (indicator.cases)(&around.circle()) {
            let (from, to, counts) = match case.dated {
                Dated::On(day) => (day, Some(day), first <= day && day <= last),
                Dated::During(span) => (span.from, span.to, span.covers(last)),
            };
            if !counts {
                continue;
            }
            let then = stretch.day_of(indicator, from);
            let allocation = around.timeline.allocation_on(then);
            let name = |id: Option<&PersonId>| id.map(ToString::to_string);
            let first = case.entries.first().and_then(|id| around.timeline.entry(*id));
            let contacts = around.timeline.contacts.iter().filter(|contact| contact.received.date() <= then);
            let agency = contacts
                .max_by_key(|contact| contact.received.date())
                .and_then(|contact| contact.said.agency);
            cases.push(CaseRow {
                card: Card::of(&person, &around.timeline),
                from,
                to,
                on: then,
                met: case.met,
                value: case.value,
                group: case.group,
                because: case.because,
                entries: case.entries,
                team: name(allocation.and_then(|a| a.team.as_ref())),
                worker: name(allocation.and_then(|a| a.worker.as_ref())),
                author: first.map(|entry| entry.author().to_string()),
                agency: agency.map(|agency| record::Choices::code(agency).to_owned()),
            });
        }
    }
    Ok(cases)
}

/// Everybody who was shown under an id of their own at a moment.
fn shown_at(views: &Views, moment: Timestamp) -> Result<Vec<PersonId>, Failure> {
    let chronology = views.chronology();
    let mut shown = Vec::new();
    for count in chronology.people()? {
        let (kept, _) = chronology.same_person_as_known_at(&count.person, Some(moment))?;
        if kept == count.person {
            shown.push(count.person);
        }
    }
    Ok(shown)
}

fn breakdown(views: &Views, indicator: &Indicator, cases: &[CaseRow], by: &str) -> Value {
    let key = |case: &CaseRow| {
        let key = match by {
            "team" => case.team.clone(),
            "worker" => case.worker.clone(),
            "author" => case.author.clone(),
            "agency" => case.agency.clone(),
            "sex" => case.card.sex.clone(),
            "ethnicity" => case.card.ethnicity.clone(),
            "stage" => Some(case.card.stage.clone()),
            "group" => case.group.clone(),
            _ => case
                .card
                .birth_date()
                .map(|birth| birth.band(case.on, views.settings().leap_day).label().to_owned()),
        };
        key.unwrap_or_else(|| "not recorded".to_owned())
    };
    let mut groups: BTreeMap<String, Vec<CaseRow>> = BTreeMap::new();
    for case in cases {
        groups.entry(key(case)).or_default().push(case.clone());
    }
    let row = |(name, cases): (&String, &Vec<CaseRow>)| {
        let figure = Figure::of(indicator.measure, cases);
        json!({ "group": name, "value": figure.value, "numerator": figure.numerator, "denominator": figure.denominator })
    };
    groups.iter().map(row).collect()
}
