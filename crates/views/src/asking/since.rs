//! A figure as it was published beside the figure as it is known now, and the entries that explain the difference.

use std::collections::BTreeSet;

use chronology::{EntryId, PersonId, RecordingNumber};
use jiff::Timestamp;
use rules::indicators::{Case, Indicator};

use super::figures::{Figure, Stretch};
use crate::{ViewFault, Views};

/// Recordings read at a time.
const RECORDINGS_AT_A_TIME: usize = 500;
/// The most entries named for one difference.
const ENTRIES_MAX: usize = 6;

/// A person of whom a figure counts otherwise than it did.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The person.
    pub person: PersonId,
    /// The person's name.
    pub name: String,
    /// The cases counted then and not now, each with whether it was met and why.
    pub then: Vec<(bool, String)>,
    /// The cases counted now and not then.
    pub now: Vec<(bool, String)>,
    /// The entries recorded since that explain it, about the person or somebody around.
    pub entries: Vec<(PersonId, EntryId)>,
}

/// A figure's numbers at two moments.
#[derive(Clone, Debug)]
pub struct Recount {
    /// The figure as it was known.
    pub then: Figure,
    /// The figure as it is known now.
    pub now: Figure,
    /// Everybody of whom it counts otherwise.
    pub differences: Vec<Difference>,
}

impl Views {
    /// Counts a figure's cases as they were known when a recording was the last, and as they are known now. Only people
    /// of whom, or of whose circle, something was recorded since can count otherwise: the rest are not read again.
    pub fn recount(
        &self,
        indicator: &Indicator,
        stretch: Stretch,
        known_to: RecordingNumber,
    ) -> Result<Recount, ViewFault> {
        let measure = indicator.measure;
        let mut counted = self.counted(indicator, stretch)?;
        let base = self.base(indicator, stretch)?;
        let now = Figure::from_raw(measure, counted.iter().map(|(_, one)| one.clone()));
        let now = now.based(measure, base.clone());
        let mut differences = Vec::new();
        if let Some(recording) = self.chronology().recording(known_to)? {
            for person in self.touched_since(known_to)? {
                let told = self.difference(indicator, stretch, &person, recording.recorded_at, known_to)?;
                let Some((one, before)) = told else { continue };
                counted.retain(|(id, _)| id != person.as_str());
                let before = before.into_iter().map(|case| (case.met, case.value, case.group));
                counted.extend(before.map(|one| (person.to_string(), one)));
                differences.push(one);
            }
        }
        let then = Figure::from_raw(measure, counted.into_iter().map(|(_, one)| one)).based(measure, base);
        differences.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(Recount { then, now, differences })
    }

    /// Everybody about whom something was recorded after a recording, and everybody who has one of them around.
    fn touched_since(&self, known_to: RecordingNumber) -> Result<BTreeSet<PersonId>, ViewFault> {
        let mut touched = BTreeSet::new();
        let mut after = known_to;
        loop {
            let recordings = self.chronology().follow(after, RECORDINGS_AT_A_TIME)?;
            let Some(last) = recordings.last() else { break };
            after = last.number;
            for entry in recordings.iter().flat_map(|recording| &recording.entries) {
                touched.insert(self.kept(&entry.about)?.unwrap_or_else(|| entry.about.clone()));
            }
        }
        let mut all = touched.clone();
        for person in &touched {
            all.extend(self.those_around(person)?);
        }
        Ok(all)
    }

    /// How one person counts otherwise, with the cases of theirs then.
    fn difference(
        &self,
        indicator: &Indicator,
        stretch: Stretch,
        person: &PersonId,
        moment: Timestamp,
        known_to: RecordingNumber,
    ) -> Result<Option<(Difference, Vec<Case>)>, ViewFault> {
        let now = self.around_unlogged(person, None, None)?;
        let then = self.around_unlogged(person, None, Some(moment))?;
        let counted = |around: &crate::Around| -> Vec<Case> {
            let cases = (indicator.cases)(&around.circle()).into_iter();
            cases.filter(|case| stretch.counts(case)).collect()
        };
        // Somebody joined to another since is counted under the other's id now.
        let own = self.kept(person)?.is_none_or(|kept| kept == *person);
        let after = if own { counted(&now) } else { Vec::new() };
        let before = counted(&then);
        let alike = |one: &Case, other: &Case| {
            one.dated == other.dated
                && one.met == other.met
                && one.value == other.value
                && one.group == other.group
        };
        let only = |these: &[Case], those: &[Case]| -> Vec<(bool, String)> {
            let new = these.iter().filter(|one| !those.iter().any(|other| alike(one, other)));
            new.map(|case| (case.met, case.because.clone())).collect()
        };
        let (gone, come) = (only(&before, &after), only(&after, &before));
        if gone.is_empty() && come.is_empty() {
            return Ok(None);
        }
        let mut entries = Vec::new();
        let around = now.others.iter().map(|(id, timeline)| (id, &**timeline));
        for (id, timeline) in std::iter::once((person, &*now.timeline)).chain(around) {
            let since = timeline.entries.iter().filter(|entry| entry.id.recording > known_to);
            entries.extend(since.map(|entry| (id.clone(), entry.id)));
        }
        entries.truncate(ENTRIES_MAX);
        let name = self.name(person);
        let one = Difference { person: person.clone(), name, then: gone, now: come, entries };
        Ok(Some((one, before)))
    }
}
