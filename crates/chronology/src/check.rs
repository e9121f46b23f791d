//! The invariants of a chronology, checked when a recording is written and again when it is read.

use crate::{EntryId, Recording, Seal, body_digest, recording_seal};

/// What is wrong with a kept recording, naming the first bad place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The recording at fault.
    pub recording: crate::RecordingNumber,
    /// The entry at fault, if it is one.
    pub entry: Option<EntryId>,
    /// What is wrong, in one sentence.
    pub message: String,
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.entry {
            Some(entry) => write!(f, "entry {entry}: {}", self.message),
            None => write!(f, "recording {}: {}", self.recording, self.message),
        }
    }
}

impl std::error::Error for Broken {}

/// Whether a recording agrees with its own seal and digests.
pub fn check_recording(recording: &Recording) -> Result<(), Broken> {
    let broken = |entry, message: &str| {
        Err(Broken { recording: recording.number, entry, message: message.to_owned() })
    };
    match (&recording.shared, &recording.shared_salt) {
        (Some(shared), Some(salt)) if body_digest(salt, shared) != recording.shared_digest => {
            return broken(None, "its shared words have been altered");
        }
        (Some(_), Some(_)) | (None, None) => {}
        _ => return broken(None, "its shared words are half disposed of"),
    }
    for (index, entry) in recording.entries.iter().enumerate() {
        let id = Some(EntryId { recording: recording.number, index: index as u16 });
        match (&entry.body, &entry.salt) {
            (Some(body), Some(salt)) if body_digest(salt, body) != entry.digest => {
                return broken(id, "its words have been altered");
            }
            (Some(_), Some(_)) | (None, None) => {}
            _ => return broken(id, "it is half disposed of"),
        }
    }
    if recording.entries.is_empty() {
        return broken(None, "it says nothing about anybody");
    }
    if recording_seal(recording) != recording.seal {
        return broken(None, "its seal does not match what it says");
    }
    Ok(())
}

/// Whether `next` may follow the recording `previous` (nothing, for the first): numbers run without gaps,
/// time does not run backwards, and the seal continues the chain.
pub fn check_next(previous: Option<&Recording>, next: &Recording) -> Result<(), Broken> {
    let (number, time, seal) = match previous {
        None => (1, None, Seal::GENESIS),
        Some(recording) => (recording.number.0 + 1, Some(recording.recorded_at), recording.seal),
    };
    let message = if next.number.0 != number {
        format!("it should be number {number}: a recording is missing or out of order")
    } else if time.is_some_and(|time| next.recorded_at < time) {
        "it was recorded before the one that precedes it".to_owned()
    } else if next.previous_seal != seal {
        "it does not follow from the seal before it".to_owned()
    } else {
        return Ok(());
    };
    Err(Broken { recording: next.number, entry: None, message })
}
