//! A child of a chronology written in the notation, with everybody around.

use std::collections::BTreeMap;
use std::sync::Arc;

use chronology::{PersonId, Recorded};
use jiff::civil::Date;
use record::Timeline;
use rules::settings::LOCAL_TIMESCALES;
use rules::{Circle, Duty, Settings};

/// The person `child` of a chronology, and the others in it.
pub(crate) struct Around {
    child: PersonId,
    timeline: Timeline,
    others: BTreeMap<PersonId, Arc<Timeline>>,
    /// The authority's choices.
    pub(crate) settings: Settings,
}

impl Around {
    /// From the notation, with every local timescale kept.
    pub(crate) fn read(notation: &str) -> Self {
        Self::of(record::notation::fixture(notation))
    }

    /// From entries, with every local timescale kept.
    pub(crate) fn of(entries: Vec<Arc<Recorded>>) -> Self {
        let mut people: BTreeMap<PersonId, Vec<Arc<Recorded>>> = BTreeMap::new();
        for entry in entries {
            people.entry(entry.about.clone()).or_default().push(entry);
        }
        let child: PersonId = "child".parse().unwrap();
        let own = people.remove(&child).unwrap_or_default();
        let fold = |entries: &[Arc<Recorded>]| Timeline::fold(entries, None, None);
        let settings = Settings {
            switched_on: LOCAL_TIMESCALES.iter().map(|id| id.to_string()).collect(),
            ..Settings::default()
        };
        Self {
            child,
            timeline: fold(&own),
            others: people.into_iter().map(|(id, own)| (id, Arc::new(fold(&own)))).collect(),
            settings,
        }
    }

    /// Every duty of the child.
    pub(crate) fn duties(&self) -> Vec<Duty> {
        rules::timescales::duties(&Circle {
            person: &self.child,
            timeline: &self.timeline,
            others: &self.others,
            settings: &self.settings,
        })
    }

    /// Due date and state on a day of each running of a timescale that had begun: `2026-05-07 overdue`.
    pub(crate) fn stand(&self, timescale: &str, on: Date) -> Vec<String> {
        let duties = self.duties();
        let mine = duties.iter().filter(|duty| duty.timescale.id == timescale);
        mine.filter_map(|duty| {
            let due = duty.due_on.map_or_else(|| "-".to_owned(), |due| due.to_string());
            Some(format!("{due} {}", duty.state_on(on)?.code()))
        })
        .collect()
    }
}

/// A day written out.
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}
