//! An indicator's cases by kind: the same cases, parted.

use std::collections::BTreeMap;

use rules::indicators::{Indicator, Measure};
use views::{CaseRow, Figure};

use super::super::reading;
use crate::App;
use crate::components::chart::{Bar, BarChart};
use crate::components::prose::Prose;
use crate::pages::asked::Asked;
use crate::pages::naming::Naming;

/// Every way to part the cases: its name in the address, and what the kinds are.
pub(super) const WAYS: [(&str, &str); 7] = [
    ("team", "Team"),
    ("age", "Age"),
    ("sex", "Sex"),
    ("ethnicity", "Ethnicity"),
    ("worker", "Worker"),
    ("agency", "Source agency"),
    ("group", "Group"),
];

/// The most bars of one chart; the rest stand together.
const BARS_MAX: usize = 24;

/// The kind a case is of; empty where it is not known.
pub(super) fn key(app: &App, case: &CaseRow, way: &str) -> String {
    let card = &case.card;
    let key = match way {
        "team" => case.team.clone(),
        "age" => card.birth_date().map(|birth| birth.band(case.on, app.leap_day()).label().to_owned()),
        "sex" => card.sex.clone(),
        "ethnicity" => card.ethnicity.clone(),
        "worker" if case.value.is_some() => case.author.clone().or_else(|| case.worker.clone()),
        "worker" => case.worker.clone(),
        "agency" => case.agency.clone(),
        _ => case.group.clone(),
    };
    key.unwrap_or_default()
}

/// A kind in words.
pub(super) fn name(app: &App, naming: &Naming, way: &str, key: &str) -> String {
    match (way, key) {
        (_, "") => "Not recorded".to_owned(),
        ("team" | "worker", id) => naming.worker(id),
        ("sex", code) => app.practice.label("Sex", code).to_owned(),
        ("ethnicity", code) => app.practice.label("Ethnicity", code).to_owned(),
        ("agency", code) => app.practice.label("Agency", code).to_owned(),
        (_, words) => words.to_owned(),
    }
}

/// The charts: one a way, where the cases are of more than one kind or of a kind that is known.
pub(super) fn charts(
    app: &App,
    indicator: &Indicator,
    cases: &[CaseRow],
    asked: &Asked,
    path: &str,
    naming: &Naming,
) -> Vec<BarChart> {
    let chart = |(way, head): &(&str, &str)| {
        let mut kinds: BTreeMap<String, Vec<CaseRow>> = BTreeMap::new();
        for case in cases {
            kinds.entry(key(app, case, way)).or_default().push(case.clone());
        }
        if kinds.keys().all(String::is_empty) {
            return None;
        }
        let mut parts: Vec<(String, Vec<CaseRow>)> = kinds.into_iter().collect();
        parts.sort_by_key(|(_, cases)| std::cmp::Reverse(cases.len()));
        let few = parts.iter().any(|(_, cases)| reading::is_small(cases.len()));
        let left_out = parts.len().saturating_sub(BARS_MAX);
        let bars = parts.iter().take(BARS_MAX).map(|(key, cases)| {
            bar(indicator, cases, name(app, naming, way, key), href(asked, path, way, key))
        });
        let mut caption = String::new();
        if few {
            caption.push_str(
                "“Too few to publish”: 1 to 5 children; open to you, and left out of anything published. ",
            );
        }
        if left_out > 0 {
            caption.push_str(&format!("{left_out} more are in the file."));
        }
        Some(BarChart {
            id: format!("by-{way}"),
            title: format!("By {}", head.to_lowercase()),
            described: format!("{}, by {}: {} kinds.", indicator.title, head.to_lowercase(), parts.len()),
            caption: Prose::from(caption.trim_end().to_owned()),
            unit: reading::unit(indicator.measure),
            kind: (*head).to_owned(),
            bars: bars.collect(),
        })
    };
    WAYS.iter().filter_map(chart).collect()
}

fn href(asked: &Asked, path: &str, way: &str, key: &str) -> String {
    let key = if key.is_empty() { "none" } else { key };
    asked.href(path, &[(way, Some(key)), ("tab", None)])
}

fn bar(indicator: &Indicator, cases: &[CaseRow], name: String, href: String) -> Bar {
    let figure = Figure::of(indicator.measure, cases);
    let few = if reading::is_small(cases.len()) { "; too few to publish" } else { "" };
    let of = match indicator.measure {
        Measure::Count | Measure::Distribution => few.trim_start_matches("; ").to_owned(),
        _ => format!("{}{few}", reading::of_words(indicator.measure, &figure)),
    };
    Bar { name, value: figure.value, of, href }
}
