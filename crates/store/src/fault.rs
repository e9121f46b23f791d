//! The ways in which a store says no. A *refusal* is for the worker; the others are for whoever runs Onen.

use std::fmt;

use chronology::{Broken, EntryId, MalformedDraft};

/// Why a recording was not appended. Displayed, it is one plain sentence for the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The draft itself is wrong.
    Malformed(MalformedDraft),
    /// The form relied on things that someone else has added to since it was opened.
    Stale {
        /// The entries the writer has not seen, in order.
        unseen: Vec<EntryId>,
    },
    /// The chronology was opened for reading only, or is closing.
    ReadOnly,
    /// Our problem: a full disk, a broken file. Nothing of the recording was kept.
    Fault(String),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(fault) => fault.fmt(f),
            Self::Stale { unseen } => {
                let (things, it) = if unseen.len() == 1 { ("an entry", "it") } else { ("entries", "them") };
                write!(
                    f,
                    "Someone else has added {things} that this relies on since you opened it: read {it}, then record again"
                )
            }
            Self::ReadOnly => {
                f.write_str("Nothing can be recorded just now: this record is open for reading only")
            }
            Self::Fault(message) => write!(f, "It could not be recorded, and nothing was kept: {message}"),
        }
    }
}

impl std::error::Error for Refusal {}

impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Fault("the disk is full".into()),
            _ => Self::Fault(error.to_string()),
        }
    }
}

impl From<ReadFault> for Refusal {
    fn from(fault: ReadFault) -> Self {
        Self::Fault(fault.to_string())
    }
}

pub(crate) fn malformed(entry: Option<usize>, message: impl Into<String>) -> Refusal {
    Refusal::Malformed(MalformedDraft { entry, message: message.into() })
}

/// Why a chronology could not be opened or created.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenFault {
    /// There is none in that folder.
    Missing(String),
    /// There is one already, or something else is in its place.
    Present(String),
    /// Another process writes to it.
    Busy(String),
    /// Written by a version of Onen with another format.
    Format(String),
    /// The file or folder could not be used.
    Fault(String),
}

impl fmt::Display for OpenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing(message)
            | Self::Present(message)
            | Self::Busy(message)
            | Self::Format(message)
            | Self::Fault(message) => f.write_str(message),
        }
    }
}

impl std::error::Error for OpenFault {}

impl From<rusqlite::Error> for OpenFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Fault(format!("the record's file could not be used: {error}"))
    }
}

impl From<std::io::Error> for OpenFault {
    fn from(error: std::io::Error) -> Self {
        Self::Fault(format!("the record's folder could not be used: {error}"))
    }
}

/// Why something kept could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFault {
    /// What went wrong, naming the entry or recording where one is at fault.
    pub message: String,
}

impl ReadFault {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self { message: message.into() }
    }
}

impl fmt::Display for ReadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the record could not be read: {}", self.message)
    }
}

impl std::error::Error for ReadFault {}

impl From<rusqlite::Error> for ReadFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// What verifying found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// The chronology was altered; this is the first bad place.
    Broken(Broken),
    /// It could not be read to the end.
    Fault(ReadFault),
}

impl fmt::Display for Unsound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken(broken) => broken.fmt(f),
            Self::Fault(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for Unsound {}

impl From<Broken> for Unsound {
    fn from(broken: Broken) -> Self {
        Self::Broken(broken)
    }
}

impl From<ReadFault> for Unsound {
    fn from(fault: ReadFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<rusqlite::Error> for Unsound {
    fn from(error: rusqlite::Error) -> Self {
        Self::Fault(error.into())
    }
}
