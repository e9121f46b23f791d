//! A small county as the tests of this folder read it.

use chronology::{Recording, RecordingNumber, Salt, Seal};
use county::{Plan, live};

/// The recordings of a plan, truly sealed.
pub(crate) fn recordings(plan: &Plan) -> Vec<Recording> {
    let mut all: Vec<Recording> = Vec::new();
    for (draft, at) in live(plan) {
        let seal = all.last().map_or(Seal::GENESIS, |last| last.seal);
        let number = RecordingNumber(all.len() as u64 + 1);
        all.push(draft.sealed(number, at, seal, || Salt([0; 16])));
    }
    all
}
