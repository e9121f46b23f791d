//! Two people wrote at once: both sides, nothing lost.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
