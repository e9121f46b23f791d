//! Recordings and entries, as they are kept.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Body, Digest, Occurred, Salt, Seal};

/// Whom an entry is about: a child, an adult, a professional, or a body (a team, an agency, a household)
/// that the record treats as one. Lower-case letters, digits and hyphens, 1 to 60 of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(Arc<str>);

impl PersonId {
    /// Takes a text as an id, or says why it cannot be one.
    pub fn new(text: &str) -> Result<Self, String> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if text.is_empty() || text.len() > 60 || !text.chars().all(plain) {
            return Err(format!("“{text}” is not an id: use 1 to 60 lower-case letters, digits and hyphens"));
        }
        Ok(Self(text.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for PersonId {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        Self::new(text)
    }
}

impl Serialize for PersonId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for PersonId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::new(&text).map_err(serde::de::Error::custom)
    }
}

/// A recording's place in the chronology, from 1, without gaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RecordingNumber(pub u64);

impl RecordingNumber {
    /// The number of the recording after this one.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for RecordingNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// One entry: its recording and its place in it, written `12.3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The recording it belongs to.
    pub recording: RecordingNumber,
    /// Its place in that recording, from 0.
    pub index: u16,
}

impl EntryId {
    /// The entry at `index` of recording `recording`.
    pub fn new(recording: u64, index: u16) -> Self {
        Self { recording: RecordingNumber(recording), index }
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.recording, self.index)
    }
}

impl FromStr for EntryId {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || format!("“{text}” does not name an entry: write 12.3 for the entry 3 of recording 12");
        let (recording, index) = text.split_once('.').ok_or_else(fault)?;
        Ok(Self::new(recording.parse().map_err(|_| fault())?, index.parse().map_err(|_| fault())?))
    }
}

impl Serialize for EntryId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EntryId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where a recording came from, when nobody typed it here: a file and the row in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's SHA-256, in hexadecimal, or another system's name.
    pub file: String,
    /// The line, row or message in it.
    pub row: String,
}

/// What one worker wrote in one sitting, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Its place in the chronology.
    pub number: RecordingNumber,
    /// When it was appended; never earlier than the recording before it.
    pub recorded_at: Timestamp,
    /// The worker who wrote it.
    pub author: PersonId,
    /// The role they wrote it in.
    pub role: String,
    /// Whom they wrote it for, if for someone else.
    pub on_behalf_of: Option<String>,
    /// Where it came from, if from a file or another system.
    pub source: Option<Source>,
    /// The caller's own id for it: a second append with the same key adds nothing.
    pub key: Option<String>,
    /// Words that belong to every entry which says `shares`; `None` once disposed of.
    pub shared: Option<Body>,
    /// The salt of the shared words' digest; `None` once disposed of.
    pub shared_salt: Option<Salt>,
    /// The salted digest of the shared words, which outlives them.
    pub shared_digest: Digest,
    /// The seal of the recording before.
    pub previous_seal: Seal,
    /// Covers all of the above and every entry.
    pub seal: Seal,
    /// One line for each thing said about each person.
    pub entries: Vec<Entry>,
}

/// One line of a recording, about one person, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Whom it is about.
    pub about: PersonId,
    /// What kind of thing it says: `visit.made`.
    pub kind: String,
    /// The version of that kind's fields.
    pub version: u16,
    /// When it happened.
    pub occurred: Occurred,
    /// Whether the recording's shared words belong to it.
    pub shares: bool,
    /// What it says; `None` once disposed of.
    pub body: Option<Body>,
    /// The salt of the body's digest; `None` once disposed of.
    pub salt: Option<Salt>,
    /// The salted digest of the body, which outlives it.
    pub digest: Digest,
}
