//! Two ids that turned out to be one person, and two that turned out not to be.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::live::{field, live, own_kinds};
use crate::{EntryId, PersonId, Recorded};

/// A standing statement that two ids are one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The id that the statement was recorded about.
    pub about: PersonId,
    /// The other id.
    pub other: PersonId,
    /// The id under which both are now shown.
    pub kept: PersonId,
    /// Why they are one.
    pub reason: String,
    /// The entry that says so.
    pub by: EntryId,
}

/// The ids that stand as the same person as the one these entries are about, or, given the entries of
/// several people, every standing statement among them. A statement may be taken back from either side.
///
/// Entries keep the id they were recorded under, so that taking a merge back (`identity.not_same_person`,
/// or withdrawing the merging entry) parts the two records again exactly as they were.
pub fn merges(entries: &[Arc<Recorded>], known_at: Option<jiff::Timestamp>) -> Vec<Merge> {
    let mut standing: BTreeMap<(PersonId, PersonId), Merge> = BTreeMap::new();
    for entry in live(entries, known_at).iter().filter(|entry| entry.counts()) {
        let recorded = &entry.recorded;
        let Some(other) = field(recorded, "other").and_then(|text| PersonId::new(text).ok()) else {
            continue;
        };
        if other == recorded.about {
            continue;
        }
        let pair = pair(&recorded.about, &other);
        match recorded.kind.as_str() {
            own_kinds::SAME_PERSON => {
                let kept = field(recorded, "kept").and_then(|text| PersonId::new(text).ok());
                let merge = Merge {
                    about: recorded.about.clone(),
                    other,
                    kept: kept.unwrap_or_else(|| recorded.about.clone()),
                    reason: field(recorded, "reason").unwrap_or_default().to_owned(),
                    by: recorded.id,
                };
                standing.insert(pair, merge);
            }
            own_kinds::NOT_SAME_PERSON => {
                standing.remove(&pair);
            }
            _ => {}
        }
    }
    standing.into_values().collect()
}

/// Everyone who stands as one person with `person`, themselves included, and the id under which they are
/// shown: the one that the latest of the statements which join them keeps.
pub fn one_person(person: &PersonId, merges: &[Merge]) -> (BTreeSet<PersonId>, PersonId) {
    let mut all = BTreeSet::from([person.clone()]);
    let mut waiting = vec![person.clone()];
    while let Some(one) = waiting.pop() {
        for merge in merges {
            let next = match &one {
                one if *one == merge.about => &merge.other,
                one if *one == merge.other => &merge.about,
                _ => continue,
            };
            if all.insert(next.clone()) {
                waiting.push(next.clone());
            }
        }
    }
    let joining = merges.iter().filter(|merge| all.contains(&merge.about) && all.contains(&merge.kept));
    let kept = joining.max_by_key(|merge| merge.by).map_or_else(|| person.clone(), |last| last.kept.clone());
    (all, kept)
}

fn pair(one: &PersonId, other: &PersonId) -> (PersonId, PersonId) {
    if one < other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
}
