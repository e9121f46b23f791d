//! Recording with any practice form, and what follows.

pub mod conflict;
pub mod form;
pub mod saved;

use super::Sample;
use super::form_samples::{drawn, martin};
use super::samples::hannah;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("record/form", &hannah(), form::samples(), form::view),
        drawn("record/conflict", &hannah(), conflict::samples(), conflict::view),
        drawn("record/saved", &martin(), saved::samples(), saved::view),
    ]
    .concat()
}
