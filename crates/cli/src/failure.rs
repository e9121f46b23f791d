//! How a command ends.

use std::fmt::Display;

/// What a command that ran to its end answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Done.
    Done,
    /// The answer is no: findings, faults in a file.
    No,
}

/// The command or its input was wrong: one plain sentence, and nothing was written.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

impl<T: Display> From<T> for Failure {
    fn from(fault: T) -> Self {
        Self(fault.to_string())
    }
}
