//! What a worker asks to have recorded, before it has a number, a time and a seal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::live::own_kinds;
use crate::seal::text_digest;
use crate::{
    Body, Entry, EntryId, Occurred, PersonId, Recording, RecordingNumber, Salt, Seal, Source, canonical,
    recording_seal,
};

/// A recording not yet appended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The worker who wrote it.
    pub author: PersonId,
    /// The role they wrote it in.
    pub role: String,
    /// Whom they wrote it for, if for someone else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<String>,
    /// Where it came from, if from a file or another system.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The caller's own id for it: a second append with the same key adds nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Words that belong to every entry which says `shares`.
    #[serde(default, skip_serializing_if = "Body::is_empty")]
    pub shared: Body,
    /// One line for each thing said about each person.
    pub entries: Vec<EntryDraft>,
    /// What the writer had in front of them, if the recording rests on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Seen>,
}

/// A line of a recording not yet appended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryDraft {
    /// Whom it is about.
    pub about: PersonId,
    /// What kind of thing it says.
    pub kind: String,
    /// The version of that kind's fields.
    #[serde(default = "first_version")]
    pub version: u16,
    /// When it happened.
    pub occurred: Occurred,
    /// Whether the recording's shared words belong to it.
    #[serde(default)]
    pub shares: bool,
    /// What it says.
    #[serde(default)]
    pub body: Body,
}

fn first_version() -> u16 {
    1
}

/// What the writer had in front of them: the chronology up to a number. The recording is refused as stale
/// if an entry they had not seen, of a kind it relies on, has been appended since by someone else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The last recording in the chronology when the form was opened.
    pub up_to: RecordingNumber,
    /// What the form relies on.
    pub relies_on: Vec<Reliance>,
}

/// A person, and the kinds of entry about them that a form relies on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reliance {
    /// The person.
    pub about: PersonId,
    /// Kinds, or families of them ending in a dot: `child_protection_plan.`.
    pub kinds: Vec<String>,
}

impl Reliance {
    /// Whether an entry of this kind about this person matters to the form.
    pub fn covers(&self, about: &PersonId, kind: &str) -> bool {
        self.about == *about
            && self.kinds.iter().any(|k| k == kind || (k.ends_with('.') && kind.starts_with(k.as_str())))
    }
}

/// Why a draft cannot become a recording: one plain sentence, and the entry it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MalformedDraft {
    /// The entry's place in the draft, from 0, if one entry is at fault.
    pub entry: Option<usize>,
    /// What is wrong.
    pub message: String,
}

impl std::fmt::Display for MalformedDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for MalformedDraft {}

/// The longest body of one entry, in bytes of its canonical text. A 500,000-character note fits.
pub const BODY_BYTES_MAX: usize = 4 * 1024 * 1024;
/// The longest recording: shared words and all bodies together, in bytes of their canonical text.
pub const RECORDING_BYTES_MAX: usize = 16 * 1024 * 1024;
/// The longest role, key, kind or part of a source, in bytes.
const LABEL_MAX: usize = 500;
/// The most entries in one recording.
pub const ENTRIES_MAX: usize = 2_000;

impl Draft {
    /// A draft by one worker with nothing in it yet.
    pub fn by(author: PersonId, role: &str) -> Self {
        Self {
            author,
            role: role.to_owned(),
            on_behalf_of: None,
            source: None,
            key: None,
            shared: Body::new(),
            entries: Vec::new(),
            seen: None,
        }
    }

    /// Whether this may be recorded at `now` (whose day in England is `today`): nothing in the future,
    /// something said, nothing monstrous.
    pub fn check(&self, now: Timestamp, today: jiff::civil::Date) -> Result<(), MalformedDraft> {
        let fault = |entry, message: String| Err(MalformedDraft { entry, message });
        if self.entries.is_empty() {
            return fault(None, "A recording must say something about somebody: it has no entries".into());
        }
        if self.entries.len() > ENTRIES_MAX {
            return fault(None, format!("A recording may hold {ENTRIES_MAX} entries at most"));
        }
        if self.role.trim().is_empty() {
            return fault(None, "Say in which role this is recorded".into());
        }
        let source = self.source.as_ref().map(|source| [&source.file, &source.row]);
        let labels = [Some(&self.role), self.on_behalf_of.as_ref(), self.key.as_ref()];
        if labels.into_iter().flatten().chain(source.into_iter().flatten()).any(|text| text.len() > LABEL_MAX)
        {
            return fault(None, format!("Role, key and source may be {LABEL_MAX} bytes long at most"));
        }
        let mut bytes = canonical(&self.shared).len();
        if bytes > BODY_BYTES_MAX {
            return fault(None, "The shared words are over 4 MB: attach them as a document instead".into());
        }
        for (at, entry) in self.entries.iter().enumerate() {
            entry.check(now, today).map_err(|message| MalformedDraft { entry: Some(at), message })?;
            let own = canonical(&entry.body).len();
            if own > BODY_BYTES_MAX {
                return fault(
                    Some(at),
                    "This entry is over 4 MB of text: attach it as a document instead".into(),
                );
            }
            bytes += own;
        }
        if bytes > RECORDING_BYTES_MAX {
            return fault(None, "This recording is over 16 MB of text: record it in parts".into());
        }
        Ok(())
    }

    /// The recording this draft becomes: numbered, timed and sealed after `previous_seal`.
    /// `salt` is called once for the shared words and once for each entry, and must give fresh random bytes.
    pub fn sealed(
        self,
        number: RecordingNumber,
        recorded_at: Timestamp,
        previous_seal: Seal,
        salt: impl FnMut() -> Salt,
    ) -> Recording {
        let mut digested = self.digested(salt);
        digested.seal(number, recorded_at, previous_seal);
        digested.recording
    }

    /// The part of sealing that needs no place in the chronology and costs most, so that callers can do it
    /// before they queue for one. `salt` as for [`Draft::sealed`].
    pub fn digested(self, mut salt: impl FnMut() -> Salt) -> Digested {
        let shared_salt = salt();
        let shared_text = canonical(&self.shared);
        let (entries, texts) = self.entries.into_iter().map(|draft| draft.kept(salt())).unzip();
        let recording = Recording {
            number: RecordingNumber(0),
            recorded_at: Timestamp::UNIX_EPOCH,
            author: self.author,
            role: self.role,
            on_behalf_of: self.on_behalf_of,
            source: self.source,
            key: self.key,
            shared_digest: text_digest(&shared_salt, &shared_text),
            shared: Some(self.shared),
            shared_salt: Some(shared_salt),
            previous_seal: Seal::GENESIS,
            seal: Seal::GENESIS,
            entries,
        };
        Digested { recording, seen: self.seen, texts: Texts { shared: shared_text, entries: texts } }
    }
}

/// A draft whose words have been salted and digested, waiting for its place in the chronology.
#[derive(Clone, Debug)]
pub struct Digested {
    recording: Recording,
    seen: Option<Seen>,
    texts: Texts,
}

/// The canonical texts of a recording's words, which its digests cover and which a store keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts {
    /// The shared words.
    pub shared: String,
    /// Each entry's own words, in order.
    pub entries: Vec<String>,
}

impl Digested {
    /// What will be recorded; number, time and seals mean nothing before [`Digested::seal`].
    pub fn recording(&self) -> &Recording {
        &self.recording
    }

    /// What the writer had in front of them, if the recording rests on it.
    pub fn seen(&self) -> Option<&Seen> {
        self.seen.as_ref()
    }

    /// Numbers, times and seals it after `previous_seal`; again, if the first place was not to be had.
    pub fn seal(&mut self, number: RecordingNumber, recorded_at: Timestamp, previous_seal: Seal) {
        self.recording.number = number;
        self.recording.recorded_at = recorded_at;
        self.recording.previous_seal = previous_seal;
        self.recording.seal = recording_seal(&self.recording);
    }

    /// The texts to keep.
    pub fn texts(&self) -> &Texts {
        &self.texts
    }
}

impl EntryDraft {
    /// A line of this kind about this person, with nothing in it yet.
    pub fn new(about: PersonId, kind: &str, occurred: impl Into<Occurred>) -> Self {
        Self {
            about,
            kind: kind.to_owned(),
            version: 1,
            occurred: occurred.into(),
            shares: false,
            body: Body::new(),
        }
    }

    fn check(&self, now: Timestamp, today: jiff::civil::Date) -> Result<(), String> {
        let named = self.kind.split_once('.').is_some_and(|(a, b)| !a.is_empty() && !b.is_empty());
        if !named || self.kind.len() > LABEL_MAX {
            return Err(format!("“{}” is not a kind of event", self.kind));
        }
        // INVARIANT: what is recorded has happened; plans about the future are fields.
        let not_ahead = |occurred: Occurred| match occurred
            .instant()
            .map_or(occurred.date() > today, |moment| moment > now)
        {
            true => Err(format!(
                "{occurred} is in the future: an event can only be recorded once it has happened"
            )),
            false => Ok(()),
        };
        not_ahead(self.occurred)?;
        if own_kinds::CHANGING.contains(&self.kind.as_str()) {
            let text = |name: &str| self.body.get(name).and_then(|value| value.as_str()).unwrap_or_default();
            text("entry").parse::<EntryId>()?;
            if text("reason").trim().is_empty() {
                return Err("Say why: a correction or withdrawal needs its reason".into());
            }
        }
        if self.kind == own_kinds::CORRECTED {
            if let Some(occurred) = self.body.get("occurred") {
                not_ahead(occurred.as_str().unwrap_or_default().parse()?)?;
            }
            match self.body.get("body") {
                Some(body) if !body.is_object() => return Err("A corrected body holds named values".into()),
                None if !self.body.contains_key("occurred") => {
                    return Err("Say what is corrected: when it happened, what it says, or both".into());
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn kept(self, salt: Salt) -> (Entry, String) {
        let text = canonical(&self.body);
        let digest = text_digest(&salt, &text);
        let entry = Entry {
            about: self.about,
            kind: self.kind,
            version: self.version,
            occurred: self.occurred,
            shares: self.shares,
            body: Some(self.body),
            salt: Some(salt),
            digest,
        };
        (entry, text)
    }
}
