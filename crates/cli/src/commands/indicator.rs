//! `onen indicator`: a figure, with its base and its cases.

use std::collections::BTreeMap;
use std::path::Path;

use clap::Args;
use jiff::civil::Date;
use rules::indicators::{Indicator, When, indicator};
use serde_json::{Value, json};
use views::{CaseRow, Figure, Stretch, Views};

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
        Some(moment) => views.cases_known_at(wanted, stretch, moment)?,
    };
    let figure = Figure::of(wanted.measure, &cases).based(wanted.measure, views.base(wanted, stretch)?);
    let mut answer = json!({
        "indicator": wanted.id, "title": wanted.title, "value": figure.value, "numerator": figure.numerator, "denominator": figure.denominator,
    });
    if !figure.groups.is_empty() {
        answer["groups"] =
            figure.groups.iter().map(|(group, count)| (group.clone(), Value::from(*count))).collect();
    }
    if let Some(base) = &figure.base {
        answer["base"] = json!(base);
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
