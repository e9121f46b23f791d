//! Two ids that turned out to be one person, and two that turned out not to be.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::live::{field, live, own_kinds};
use crate::{EntryId, PersonId, Recorded};

/// A standing statement that two ids are one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The other id.
    pub other: PersonId,
    /// The id under which both are now shown.
    pub kept: PersonId,
    /// Why they are one.
    pub reason: String,
    /// The entry that says so.
    pub by: EntryId,
}

/// The ids that stand as the same person as the one these entries are about.
///
/// Entries keep the id they were recorded under, so that taking a merge back (`identity.not_same_person`,
/// or withdrawing the merging entry) parts the two records again exactly as they were.
pub fn merges(entries: &[Arc<Recorded>], known_at: Option<jiff::Timestamp>) -> Vec<Merge> {
    let mut standing: BTreeMap<PersonId, Merge> = BTreeMap::new();
    for entry in live(entries, known_at).iter().filter(|entry| entry.counts()) {
        let recorded = &entry.recorded;
        let Some(other) = field(recorded, "other").and_then(|text| PersonId::new(text).ok()) else {
            continue;
        };
        match recorded.kind.as_str() {
            own_kinds::SAME_PERSON => {
                let kept = field(recorded, "kept").and_then(|text| PersonId::new(text).ok());
                let merge = Merge {
                    other: other.clone(),
                    kept: kept.unwrap_or_else(|| recorded.about.clone()),
                    reason: field(recorded, "reason").unwrap_or_default().to_owned(),
                    by: recorded.id,
                };
                standing.insert(other, merge);
            }
            own_kinds::NOT_SAME_PERSON => {
                standing.remove(&other);
            }
            _ => {}
        }
    }
    standing.into_values().collect()
}
