//! Coming in, and being kept out.

pub mod denied;
pub mod not_found;
pub mod refused;
pub mod sign_in;
pub mod trouble;

use super::Sample;

/// Every page of this area with every sample.
pub(super) fn every_sample() -> Vec<Sample> {
    let mut all = Vec::new();
    all.extend(sign_in::samples().into_iter().map(|(name, page)| Sample {
        page: "doors/sign_in",
        name,
        html: sign_in::view(&super::samples::signed_out(), &page).into_string(),
    }));
    all.extend(denied::samples().into_iter().map(|(name, page)| Sample {
        page: "doors/denied",
        name,
        html: denied::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(not_found::samples().into_iter().map(|(name, page)| Sample {
        page: "doors/not_found",
        name,
        html: not_found::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(refused::samples().into_iter().map(|(name, page)| Sample {
        page: "doors/refused",
        name,
        html: refused::view(&super::samples::hannah(), &page).into_string(),
    }));
    all.extend(trouble::samples().into_iter().map(|(name, page)| Sample {
        page: "doors/trouble",
        name,
        html: trouble::view(&super::samples::hannah(), &page).into_string(),
    }));
    all
}
