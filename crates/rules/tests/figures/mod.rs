//! Cases and figures of a chronology written in the notation.

use std::collections::BTreeMap;
use std::sync::Arc;

use chronology::{PersonId, Recorded};
use jiff::civil::Date;
use record::Timeline;
use record::notation::fixture;
use rules::indicators::{Case, Dated, INDICATORS, Indicator};
use rules::{Circle, Settings};

/// Everybody in a chronology.
pub(crate) struct People {
    timelines: BTreeMap<PersonId, Arc<Timeline>>,
    settings: Settings,
}

impl People {
    /// The people of a chronology written in the notation.
    pub(crate) fn of(notation: &str) -> Self {
        let mut entries: BTreeMap<PersonId, Vec<Arc<Recorded>>> = BTreeMap::new();
        fixture(notation).into_iter().for_each(|e| entries.entry(e.about.clone()).or_default().push(e));
        let folded = entries.iter().map(|(id, all)| (id.clone(), Arc::new(Timeline::fold(all, None, None))));
        Self { timelines: folded.collect(), settings: Settings::default() }
    }

    /// Everybody's cases of an indicator, each beside nobody else: for figures that look at one child alone.
    pub(crate) fn cases(&self, indicator: &Indicator) -> Vec<(PersonId, Case)> {
        let others = BTreeMap::new();
        let of = |(person, timeline): (&PersonId, &Arc<Timeline>)| {
            let circle = Circle { person, timeline, others: &others, settings: &self.settings };
            (indicator.cases)(&circle).into_iter().map(|case| (person.clone(), case)).collect::<Vec<_>>()
        };
        self.timelines.iter().flat_map(of).collect()
    }

    /// Everybody's cases of an indicator, each beside everybody else: for a handful of people.
    pub(crate) fn cases_together(&self, indicator: &Indicator) -> Vec<(PersonId, Case)> {
        self.each(indicator.cases)
    }

    /// What a rule makes of each person beside everybody else.
    pub(crate) fn each<T>(&self, rule: impl Fn(&Circle) -> Vec<T>) -> Vec<(PersonId, T)> {
        let of = |(person, timeline): (&PersonId, &Arc<Timeline>)| {
            let mut others = self.timelines.clone();
            others.remove(person);
            let circle = Circle { person, timeline, others: &others, settings: &self.settings };
            rule(&circle).into_iter().map(|made| (person.clone(), made)).collect::<Vec<_>>()
        };
        self.timelines.iter().flat_map(of).collect()
    }
}

/// The indicator of this id.
pub(crate) fn named(id: &str) -> &'static Indicator {
    INDICATORS.iter().copied().find(|indicator| indicator.id == id).unwrap_or_else(|| panic!("no {id}"))
}

/// The cases at the end of a day.
pub(crate) fn at(cases: &[(PersonId, Case)], day: Date) -> Vec<&(PersonId, Case)> {
    let covers = |case: &Case| matches!(case.dated, Dated::During(span) if span.covers(day));
    cases.iter().filter(|(_, case)| covers(case)).collect()
}

/// The cases of a period, both days included.
pub(crate) fn between(cases: &[(PersonId, Case)], first: Date, last: Date) -> Vec<&(PersonId, Case)> {
    let within = |case: &Case| matches!(case.dated, Dated::On(day) if first <= day && day <= last);
    cases.iter().filter(|(_, case)| within(case)).collect()
}

/// How many cases meet the condition, and how many there are.
pub(crate) fn share(cases: &[&(PersonId, Case)]) -> (usize, usize) {
    (cases.iter().filter(|(_, case)| case.met).count(), cases.len())
}
