//! What went wrong with the views. They can always be made anew.

use std::fmt;

/// A fault in reading or writing the views: ours, not the worker's.
#[derive(Debug)]
pub struct ViewFault(String);

impl ViewFault {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for ViewFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the views could not be read or written: {}", self.0)
    }
}

impl std::error::Error for ViewFault {}

impl From<rusqlite::Error> for ViewFault {
    fn from(fault: rusqlite::Error) -> Self {
        Self(fault.to_string())
    }
}

impl From<store::ReadFault> for ViewFault {
    fn from(fault: store::ReadFault) -> Self {
        Self(fault.to_string())
    }
}
