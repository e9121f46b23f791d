//! A chronology written in the notation, folded for the rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use chronology::{PersonId, Recorded};
use jiff::civil::Date;
use record::Timeline;
use record::notation::fixture;
use rules::{Circle, Found, Settings};

/// Everybody in a chronology, folded.
pub(crate) struct Told {
    people: BTreeMap<PersonId, Arc<Timeline>>,
    nobody: Arc<Timeline>,
    /// The authority's choices.
    pub(crate) settings: Settings,
}

impl Told {
    /// Reads a chronology.
    pub(crate) fn by(notation: &str) -> Self {
        let mut entries: BTreeMap<PersonId, Vec<Arc<Recorded>>> = BTreeMap::new();
        for entry in fixture(notation) {
            entries.entry(entry.about.clone()).or_default().push(entry);
        }
        let fold =
            |(person, entries): (PersonId, Vec<_>)| (person, Arc::new(Timeline::fold(&entries, None, None)));
        Self {
            people: entries.into_iter().map(fold).collect(),
            nobody: Arc::default(),
            settings: Settings::default(),
        }
    }

    /// Asks something about a person.
    pub(crate) fn about<T>(&self, person: &str, ask: impl FnOnce(&Circle) -> T) -> T {
        let person = id(person);
        let mut others = self.people.clone();
        let timeline = others.remove(&person).unwrap_or_else(|| self.nobody.clone());
        ask(&Circle { person: &person, timeline: &timeline, others: &others, settings: &self.settings })
    }

    /// What one finding rule says about a person on a day.
    pub(crate) fn found(&self, person: &str, finding: &str, on: &str) -> Vec<Found> {
        let rule =
            rules::findings::finding(finding).unwrap_or_else(|| panic!("no finding is called {finding}"));
        let all = self.about(person, |circle| (rule.look)(circle));
        all.into_iter().filter(|found| found.ever() && found.holds_on(day(on))).collect()
    }

    /// The reasons of [`Told::found`].
    pub(crate) fn because(&self, person: &str, finding: &str, on: &str) -> Vec<String> {
        self.found(person, finding, on).into_iter().map(|found| found.because).collect()
    }
}

/// A person's id.
pub(crate) fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap_or_else(|fault| panic!("{fault}"))
}

/// A day.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|fault| panic!("{text}: {fault}"))
}
