//! Figures, and the children in them.

pub mod indicator;
pub mod list;

use super::Sample;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let mut all = Vec::new();
    all.extend(list::samples().into_iter().map(|(name, page)| Sample {
        page: "performance/list",
        name,
        html: list::view(&super::samples::frame("Nina Bolt", "Performance analyst"), &page).into_string(),
    }));
    all.extend(indicator::samples().into_iter().map(|(name, page)| Sample {
        page: "performance/indicator",
        name,
        html:
            indicator::view(&super::samples::frame("Nina Bolt", "Performance analyst"), &page).into_string(),
    }));
    all
}
