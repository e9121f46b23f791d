//! The chronology: what happened to a person, and when we knew it.
//!
//! It is append-only. A [`Recording`] is what one worker wrote in one sitting and is appended whole or not
//! at all; each of its [`Entry`]s is one line about **one** person. A mistake is mended by a further entry
//! (`entry.corrected`, `entry.withdrawn`), never by changing an earlier one. Every recording carries a
//! [`Seal`] that covers the recording before it, so any change, removal or reordering is found.
//!
//! This crate knows nothing of social care, of clocks or of disks: see `record` for what entries mean and
//! `store` for where they are kept.

mod body;
mod check;
mod draft;
mod entry;
mod identity;
mod live;
mod occurred;
mod seal;

pub use body::{Body, canonical, merged};
pub use check::{Broken, check_next, check_recording};
pub use draft::{
    BODY_BYTES_MAX, Digested, Draft, ENTRIES_MAX, EntryDraft, MalformedDraft, RECORDING_BYTES_MAX, Reliance,
    Seen, Texts,
};
pub use entry::{Entry, EntryId, PersonId, Recording, RecordingNumber, Source};
pub use identity::{Merge, merges, one_person};
pub use live::{Live, Recorded, Standing, live, own_kinds, recorded};
pub use occurred::Occurred;
pub use seal::{Digest, Salt, Seal, body_digest, recording_seal, sha256};
