//! A core group, run while it happens.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
