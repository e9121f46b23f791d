//! Meetings, before and while they happen.

pub mod agenda;
pub mod conference;
pub mod core_group;
pub mod list;
pub mod projector;

use super::Sample;
use super::form_samples::{alan, drawn};
use super::samples::hannah;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    [
        drawn("meetings/list", &alan(), list::samples(), list::view),
        drawn("meetings/conference", &alan(), conference::samples(), conference::view),
        drawn("meetings/core_group", &hannah(), core_group::samples(), core_group::view),
        drawn("meetings/projector", &alan(), projector::samples(), projector::view),
    ]
    .concat()
}
