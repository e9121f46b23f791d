//! A strategy discussion, run while it happens.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
