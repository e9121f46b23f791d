//! Every indicator's examples make the cases they say, and every case gives its reason and its entries.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chronology::PersonId;
use record::Timeline;
use record::notation::fixture;

use super::{Case, Dated, INDICATORS, Indicator, Measure, When};
use crate::{Circle, Settings};

/// The cases of everybody in a chronology written in the notation, by person.
pub(super) fn cases_of_all(
    indicator: &Indicator,
    notation: &str,
    settings: &Settings,
) -> Vec<(PersonId, Case)> {
    let mut by_person: BTreeMap<PersonId, Vec<_>> = BTreeMap::new();
    fixture(notation).into_iter().for_each(|e| by_person.entry(e.about.clone()).or_default().push(e));
    let timelines: BTreeMap<PersonId, Arc<Timeline>> = by_person
        .iter()
        .map(|(id, entries)| (id.clone(), Arc::new(Timeline::fold(entries, None, None))))
        .collect();
    let mut cases = Vec::new();
    for (person, timeline) in &timelines {
        let mut others = timelines.clone();
        others.remove(person);
        let circle = Circle { person, timeline, others: &others, settings };
        cases.extend((indicator.cases)(&circle).into_iter().map(|case| (person.clone(), case)));
    }
    cases
}

fn written(case: &Case) -> String {
    let when = match case.dated {
        Dated::On(day) => day.to_string(),
        Dated::During(span) => {
            span.to.map_or_else(|| format!("from {}", span.from), |to| format!("{} to {to}", span.from))
        }
    };
    let met = if case.met { "met" } else { "not met" };
    let group = case.group.as_ref().map(|group| format!(" [{group}]")).unwrap_or_default();
    let value = case.value.map(|value| format!(" = {value}")).unwrap_or_default();
    format!("{when} {met}{group}{value}")
}

fn check(indicator: &Indicator, title: &str, notation: &str, expect: &[&str]) {
    let cases = cases_of_all(indicator, notation, &Settings::default());
    let mine: Vec<&Case> =
        cases.iter().filter(|(id, _)| id.as_str() == "child").map(|(_, case)| case).collect();
    let found: Vec<String> = mine.iter().map(|case| format!("{}: {}", written(case), case.because)).collect();
    let place = format!("{}: {title}\n{}", indicator.id, found.join("\n"));
    assert_eq!(mine.len(), expect.len(), "{place}");
    for (case, expected) in mine.iter().zip(expect) {
        let (head, reason) = expected.split_once(": ").unwrap_or((expected, ""));
        assert_eq!(written(case), head, "{place}");
        assert!(case.because.contains(reason), "{place}\nlacks “{reason}”");
        assert!(case.because.ends_with('.'), "{place}: a reason is a sentence");
        assert!(!case.entries.is_empty(), "{place}: a case names the entries it rests on");
        let dated = matches!(case.dated, Dated::On(_)) == (indicator.when == When::Period);
        assert!(dated, "{place}: dated as its figure is");
    }
}

#[test]
fn every_example_makes_the_cases_it_says() {
    for indicator in INDICATORS {
        assert!(!indicator.examples.is_empty(), "{} has no example", indicator.id);
        for example in indicator.examples {
            check(indicator, example.title, example.notation, example.expect);
        }
    }
}

#[test]
fn examples_of_a_percentage_show_both_sides_and_a_count_only_what_it_counts() {
    for indicator in INDICATORS {
        let lines: Vec<&str> =
            indicator.examples.iter().flat_map(|example| example.expect).copied().collect();
        let not_met = lines.iter().filter(|line| line.contains("not met")).count();
        match indicator.measure {
            Measure::Percent => assert!(0 < not_met && not_met < lines.len(), "{}", indicator.id),
            Measure::Count | Measure::Distribution | Measure::RatePer10000 => {
                assert_eq!(not_met, 0, "{}", indicator.id)
            }
            Measure::MedianDays
            | Measure::MeanDays
            | Measure::MedianHours
            | Measure::PerFullTime
            | Measure::PercentOfWorkers => {
                assert!(!lines.is_empty(), "{}", indicator.id)
            }
        }
    }
}

#[test]
fn ids_are_unique_and_name_their_files() {
    let ids: BTreeSet<&str> = INDICATORS.iter().map(|indicator| indicator.id).collect();
    assert_eq!(ids.len(), INDICATORS.len());
    for id in ids {
        let file = format!("{}/src/indicators/{id}.rs", env!("CARGO_MANIFEST_DIR"));
        assert!(std::path::Path::new(&file).exists(), "{file}");
    }
}
