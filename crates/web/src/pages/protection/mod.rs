//! Suspected harm: discussing it, and finding out.

pub mod enquiry_outcome;
pub mod strategy;

use super::Sample;
use super::form_samples::{drawn, ruth};
use super::samples::hannah;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("protection/strategy", &ruth(), strategy::samples(), strategy::view),
        drawn("protection/enquiry_outcome", &hannah(), enquiry_outcome::samples(), enquiry_outcome::view),
    ]
    .concat()
}
