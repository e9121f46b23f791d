//! Naming a worker.

pub mod allocate;

use super::Sample;
use super::form_samples::{drawn, ruth};

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [drawn("allocation/allocate", &ruth(), allocate::samples(), allocate::view)].concat()
}
