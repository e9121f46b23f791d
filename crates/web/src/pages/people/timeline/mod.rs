//! A child's chronology, now or as it was known.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
