//! One contact about everyone in a household.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
