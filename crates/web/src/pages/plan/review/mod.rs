//! The plan looked at again: what changed, what did not, and hints.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
