//! How far long work has come, on standard error, so that nobody wonders whether it still goes on.

use std::time::{Duration, Instant};

/// How often it says so; work done sooner says nothing.
const EVERY: Duration = Duration::from_secs(2);

/// Work that is told of as it goes on.
pub(crate) struct Progress {
    what: &'static str,
    said: Instant,
}

impl Progress {
    /// Begins, with what is being done: “checking recordings”.
    pub(crate) fn of(what: &'static str) -> Self {
        Self { what, said: Instant::now() }
    }

    /// Tells that so much is done, of so much.
    pub(crate) fn told(&mut self, done: u64, all: u64) {
        if self.said.elapsed() >= EVERY {
            self.said = Instant::now();
            eprintln!("{}: {done} of {all}", self.what);
        }
    }
}
