//! How entries stand now, or stood at an earlier moment: corrections and withdrawals applied.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Body, EntryId, Occurred, PersonId, Recording, RecordingNumber, Source, merged};

/// An entry with what its recording says of it: the form in which one person's entries are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recorded {
    /// The entry's place in the chronology.
    pub id: EntryId,
    /// Whom it is about.
    pub about: PersonId,
    /// What kind of thing it says.
    pub kind: String,
    /// The version of that kind's fields.
    pub version: u16,
    /// When it happened.
    pub occurred: Occurred,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub author: PersonId,
    /// In which role.
    pub role: String,
    /// For whom, if for someone else.
    pub on_behalf_of: Option<String>,
    /// Where it came from, if not typed here.
    pub source: Option<Source>,
    /// What it says, shared words included; `None` once disposed of.
    pub body: Option<Body>,
}

/// The entries of a recording, each with its shared words laid under its own.
pub fn recorded(recording: &Recording) -> Vec<Recorded> {
    let nothing = Body::new();
    let shared = recording.shared.as_ref().unwrap_or(&nothing);
    let entries = recording.entries.iter().enumerate();
    entries
        .map(|(index, entry)| Recorded {
            id: EntryId { recording: recording.number, index: index as u16 },
            about: entry.about.clone(),
            kind: entry.kind.clone(),
            version: entry.version,
            occurred: entry.occurred,
            recorded_at: recording.recorded_at,
            author: recording.author.clone(),
            role: recording.role.clone(),
            on_behalf_of: recording.on_behalf_of.clone(),
            source: recording.source.clone(),
            body: entry.body.as_ref().map(|own| if entry.shares { merged(shared, own) } else { own.clone() }),
        })
        .collect()
}

/// How an entry stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// As it was first recorded.
    Stands,
    /// Corrected by a later entry, for this reason; the body shown is the corrected one.
    Corrected {
        /// The correcting entry.
        by: EntryId,
        /// Why.
        reason: String,
    },
    /// Withdrawn by a later entry, for this reason: it no longer counts, and still shows.
    Withdrawn {
        /// The withdrawing entry.
        by: EntryId,
        /// Why.
        reason: String,
    },
    /// Its words have been destroyed at the end of retention.
    Disposed,
}

/// An entry as it stands at some moment of knowledge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Live {
    /// The entry as it was recorded.
    pub recorded: Arc<Recorded>,
    /// When it happened, corrected if it was.
    pub occurred: Occurred,
    /// What it says since it was corrected, if it was.
    pub corrected: Option<Body>,
    /// How it stands.
    pub standing: Standing,
}

impl Live {
    /// What it says, corrected if it was; empty if disposed of.
    pub fn body(&self) -> &Body {
        static NOTHING: LazyLock<Body> = LazyLock::new(Body::new);
        self.corrected.as_ref().or(self.recorded.body.as_ref()).unwrap_or(&NOTHING)
    }

    /// Whether it counts: everything but what was withdrawn or disposed of.
    pub fn counts(&self) -> bool {
        matches!(self.standing, Standing::Stands | Standing::Corrected { .. })
    }
}

/// The kinds of entry that this crate itself gives a meaning to.
pub mod own_kinds {
    /// Replaces what an earlier entry says: fields `entry`, `reason`, and `occurred` or `body` or both.
    pub const CORRECTED: &str = "entry.corrected";
    /// Takes an earlier entry out of account: fields `entry`, `reason`.
    pub const WITHDRAWN: &str = "entry.withdrawn";
    /// Undoes the corrections and the withdrawal of an earlier entry: fields `entry`, `reason`.
    pub const REINSTATED: &str = "entry.reinstated";
    /// The kinds that change how an earlier entry stands.
    pub const CHANGING: [&str; 3] = [CORRECTED, WITHDRAWN, REINSTATED];
    /// Says that two ids are one person: fields `other`, `kept`, `reason`.
    pub const SAME_PERSON: &str = "identity.same_person";
    /// Says that two ids are not one person after all: fields `other`, `reason`.
    pub const NOT_SAME_PERSON: &str = "identity.not_same_person";
    /// Says that an earlier entry's words were destroyed at the end of retention: fields `entry`, `reason`.
    /// Only a store writes it, together with the destruction.
    pub const DISPOSED: &str = "entry.disposed";
    /// Closes a record for good, as at adoption: fields `successor`, `reason`. Nothing about the successor
    /// may name the person whose record was sealed.
    pub const RECORD_SEALED: &str = "record.sealed";
}

/// One person's entries as they stood when only what was recorded at or before `known_at` was known
/// (now, if `None`). Corrections and withdrawals of what is not among `entries` are ignored, and so are
/// those that were themselves withdrawn.
pub fn live(entries: &[Arc<Recorded>], known_at: Option<Timestamp>) -> Vec<Live> {
    let known = |entry: &&Arc<Recorded>| known_at.is_none_or(|moment| entry.recorded_at <= moment);
    let mut known: Vec<&Arc<Recorded>> = entries.iter().filter(known).collect();
    known.sort_by_key(|entry| entry.id);
    let mut changes: BTreeMap<EntryId, Vec<&Recorded>> = BTreeMap::new();
    let mut all = Vec::with_capacity(known.len());
    // From the last to the first: whatever changes an entry comes after it, so how the change itself stands
    // is known by then.
    for entry in known.into_iter().rev() {
        let mut changing = changes.remove(&entry.id).unwrap_or_default();
        changing.reverse();
        let live = changed(entry, &changing);
        if own_kinds::CHANGING.contains(&entry.kind.as_str())
            && live.counts()
            && let Some(target) = field(entry, "entry").and_then(|text| text.parse::<EntryId>().ok())
            && target.recording < entry.id.recording
        {
            changes.entry(target).or_default().push(entry);
        }
        all.push(live);
    }
    all.reverse();
    all
}

fn changed(entry: &Arc<Recorded>, changes: &[&Recorded]) -> Live {
    let as_recorded = || {
        let standing = if entry.body.is_some() { Standing::Stands } else { Standing::Disposed };
        (entry.occurred, None, standing)
    };
    let (mut occurred, mut corrected, mut standing) = as_recorded();
    for change in changes {
        let reason = field(change, "reason").unwrap_or_default().to_owned();
        match change.kind.as_str() {
            own_kinds::REINSTATED => (occurred, corrected, standing) = as_recorded(),
            own_kinds::WITHDRAWN => standing = Standing::Withdrawn { by: change.id, reason },
            _ if standing != Standing::Disposed => {
                if let Some(new) = field(change, "occurred").and_then(|text| text.parse().ok()) {
                    occurred = new;
                }
                if let Some(new) = change.body.as_ref().and_then(|b| b.get("body")?.as_object()) {
                    corrected = Some(new.clone());
                }
                standing = Standing::Corrected { by: change.id, reason };
            }
            _ => {}
        }
    }
    Live { recorded: Arc::clone(entry), occurred, corrected, standing }
}

pub(crate) fn field<'a>(entry: &'a Recorded, name: &str) -> Option<&'a str> {
    entry.body.as_ref()?.get(name)?.as_str()
}

impl From<&Recording> for RecordingNumber {
    fn from(recording: &Recording) -> Self {
        recording.number
    }
}
