//! Understanding what life is like for each child.

pub mod form;
pub mod sign_off;

use super::Sample;
use super::form_samples::{drawn, ruth};
use super::samples::hannah;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("assessment/form", &hannah(), form::samples(), form::view),
        drawn("assessment/sign_off", &ruth(), sign_off::samples(), sign_off::view),
    ]
    .concat()
}
