//! Seeing children.

pub mod note;

use super::Sample;
use super::form_samples::drawn;
use super::samples::hannah;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [drawn("visits/note", &hannah(), note::samples(), note::view)].concat()
}
