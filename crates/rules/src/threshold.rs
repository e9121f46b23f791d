//! The authority's threshold document: its versions, which is in force on a day, who has acknowledged it.

use chronology::{EntryId, PersonId};
use jiff::civil::Date;
use record::Timeline;
use record::events::{Agency, ThresholdDocumentAcknowledged, ThresholdDocumentPublished, ThresholdIndicator};

use crate::Circle;

/// The id under which the authority itself stands in the record: its threshold document, aims and published figures.
pub const AUTHORITY: &str = "authority";

/// The authority's id.
pub fn authority() -> PersonId {
    PersonId::new(AUTHORITY).unwrap_or_else(|fault| unreachable!("{fault}"))
}

/// A version of the threshold document.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The entry that published it.
    pub by: EntryId,
    /// The day on which it was published.
    pub published: Date,
    /// What it says.
    pub said: &'a ThresholdDocumentPublished,
    /// The first day on which it is in force.
    pub from: Date,
    /// The day from which another is.
    pub to: Option<Date>,
}

impl<'a> Version<'a> {
    /// What it is called.
    pub fn name(&self) -> &'a str {
        self.said.version.as_deref().unwrap_or_default()
    }

    /// Its indicator of this code.
    pub fn indicator(&self, code: &str) -> Option<&'a ThresholdIndicator> {
        self.said.indicators.iter().find(|one| one.code.as_deref().map(str::trim) == Some(code))
    }

    /// Each agency that must acknowledge it, with the day on which it did.
    pub fn acknowledgements(&self, timeline: &Timeline) -> Vec<(Agency, Option<Date>)> {
        let mine = |said: &ThresholdDocumentAcknowledged, on: Date| {
            let meant = said.version.as_deref().or_else(|| latest_published(timeline, on));
            meant == Some(self.name())
        };
        let day = |agency: Agency| {
            let mut said = timeline.of::<ThresholdDocumentAcknowledged>();
            let mine = said.find(|(entry, said)| said.agency == Some(agency) && mine(said, entry.day()));
            mine.map(|(entry, _)| entry.day())
        };
        self.said.agencies.iter().map(|agency| (*agency, day(*agency))).collect()
    }
}

fn latest_published(timeline: &Timeline, on: Date) -> Option<&str> {
    let mut said = timeline.of::<ThresholdDocumentPublished>();
    said.rfind(|(entry, _)| entry.day() <= on)?.1.version.as_deref()
}

/// Every version, in the order in which they came into force. One published without its first day is in force from the
/// day of its publication.
pub fn versions(timeline: &Timeline) -> Vec<Version<'_>> {
    let all = timeline.of::<ThresholdDocumentPublished>().map(|(entry, said)| {
        let from = said.in_force_from.unwrap_or(entry.day());
        Version { by: entry.id, published: entry.day(), said, from, to: None }
    });
    let mut all: Vec<Version> = all.collect();
    all.sort_by_key(|version| (version.from, version.by));
    for place in 1..all.len() {
        all[place - 1].to = Some(all[place].from);
    }
    all
}

/// The version in force on a day.
pub fn in_force(timeline: &Timeline, day: Date) -> Option<Version<'_>> {
    versions(timeline).into_iter().rfind(|version| version.from <= day)
}

/// The authority's threshold document as a rule about a child sees it, where the circle holds it.
pub(crate) fn document<'a>(circle: &Circle<'a>) -> Option<&'a Timeline> {
    circle.timeline_of(&authority())
}
