//! Seals: a chain of digests over everything that was ever recorded.
//!
//! A body is covered through a salted digest of its own, so that its words (and the salt) can be destroyed
//! at the end of retention while the chain still verifies, and nobody can guess them back.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use crate::{Body, Entry, Recording, canonical};

macro_rules! bytes_as_hex {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $name(pub [u8; $length]);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{self}")
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                let mut bytes = [0; $length];
                if text.len() != $length * 2 || !text.is_ascii() {
                    return Err(format!("expected {} hexadecimal digits", $length * 2));
                }
                for (at, byte) in bytes.iter_mut().enumerate() {
                    *byte = u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).map_err(|e| e.to_string())?;
                }
                Ok(Self(bytes))
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

bytes_as_hex!(
    /// SHA-256 over a recording and the seal before it.
    Seal, 32
);
bytes_as_hex!(
    /// SHA-256 over a salt and a body.
    Digest, 32
);
bytes_as_hex!(
    /// Sixteen random bytes that keep a short body from being guessed from its digest.
    Salt, 16
);

impl Seal {
    /// The seal before the first recording.
    pub const GENESIS: Seal = Seal([0; 32]);
}

/// The plain SHA-256 of some bytes: for naming a file by what it holds, or keeping a secret without itself.
pub fn sha256(bytes: &[u8]) -> Digest {
    Digest(Sha256::digest(bytes).into())
}

/// The salted digest of a body.
pub fn body_digest(salt: &Salt, body: &Body) -> Digest {
    text_digest(salt, &canonical(body))
}

/// The salted digest of a body, given as its canonical text.
pub(crate) fn text_digest(salt: &Salt, text: &str) -> Digest {
    let mut hash = Sha256::new();
    hash.update(b"onen body 1");
    hash.update(salt.0);
    hash.update(text.as_bytes());
    Digest(hash.finalize().into())
}

/// The seal that a recording must carry: over its previous seal, its envelope, and each entry's envelope
/// and body digest. Bodies themselves are covered through their digests alone.
pub fn recording_seal(recording: &Recording) -> Seal {
    let mut hash = Sha256::new();
    hash.update(b"onen seal 1");
    hash.update(recording.previous_seal.0);
    hash.update(recording.number.0.to_be_bytes());
    hash.update(recording.recorded_at.as_nanosecond().to_be_bytes());
    put(&mut hash, Some(recording.author.as_str()));
    put(&mut hash, Some(&recording.role));
    put(&mut hash, recording.on_behalf_of.as_deref());
    put(&mut hash, recording.source.as_ref().map(|source| source.file.as_str()));
    put(&mut hash, recording.source.as_ref().map(|source| source.row.as_str()));
    put(&mut hash, recording.key.as_deref());
    hash.update(recording.shared_digest.0);
    hash.update((recording.entries.len() as u64).to_be_bytes());
    recording.entries.iter().for_each(|entry| put_entry(&mut hash, entry));
    Seal(hash.finalize().into())
}

fn put_entry(hash: &mut Sha256, entry: &Entry) {
    put(hash, Some(entry.about.as_str()));
    put(hash, Some(&entry.kind));
    hash.update(entry.version.to_be_bytes());
    put(hash, Some(&entry.occurred.to_string()));
    hash.update([u8::from(entry.shares)]);
    hash.update(entry.digest.0);
}

/// Length first, so that no two envelopes can run together into the same bytes.
fn put(hash: &mut Sha256, text: Option<&str>) {
    match text {
        None => hash.update([0]),
        Some(text) => {
            hash.update([1]);
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
    }
}
