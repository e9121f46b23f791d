//! What was recorded, and what it started.

mod samples;
mod view;

pub use samples::samples;
pub use view::*;
