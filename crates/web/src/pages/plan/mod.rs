//! The plan, and looking at it again.

pub mod review;
pub mod show;
mod shown_actions;

use super::Sample;
use super::form_samples::drawn;
use super::samples::hannah;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("plan/show", &hannah(), show::samples(), show::view),
        drawn("plan/review", &hannah(), review::samples(), review::view),
    ]
    .concat()
}
